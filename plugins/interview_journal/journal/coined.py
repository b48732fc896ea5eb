"""Concepts that entries coin: in open facets, and for people, libraries, goals and questions that have no record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from interview_journal.body import Passage, Question, Tag
from interview_journal.consent import Disclosed
from interview_journal.entry import Reading
from interview_journal.quotable import question_id
from interview_journal.vocabulary import Concept, Vocabularies, Vocabulary


def with_coined(vocabularies: Vocabularies, readings: Iterable[Reading]) -> Vocabularies:
    """The vocabularies with the concepts that entries coined in those that are open, called as the first that shows it calls them."""
    coined: dict[str, dict[str, Concept]] = {facet.scheme: {} for facet in vocabularies.facets if facet.open}
    for reading in readings if coined else ():
        blocks = reading.entry.blocks if reading.entry else ()
        tags = [tag for block in blocks if isinstance(block, Question | Passage) for tag in block.tags if tag[0] in coined]
        in_tags = [(scheme, Concept(id, id.replace("-", " ").capitalize())) for scheme, id in tags]
        hidden = reading.entry.hide if reading.entry else ()
        terms = [(scheme, concept) for scheme, concept in reading.coined if vocabularies.by_scheme[scheme].key not in hidden]
        for scheme, concept in (*terms, *in_tags):
            if concept.id not in vocabularies.by_scheme[scheme].by_id:
                coined[scheme].setdefault(concept.id, concept)
    concepts = {facet.scheme: (*facet.concepts, *coined.get(facet.scheme, {}).values()) for facet in vocabularies.facets}
    return with_concepts(vocabularies, concepts)


def without_unseen(vocabularies: Vocabularies, own: Vocabularies, disclosed: Iterable[Disclosed]) -> Vocabularies:
    """The vocabularies without the concepts that only what this reader does not see has coined: an index lists all it has."""
    seen = {tag for entry in disclosed for tag in tags_of(entry)}
    seen |= {(facet.scheme, id) for facet in own.facets for id in facet.by_id}
    concepts = {
        facet.scheme: tuple(concept for concept in facet.concepts if (facet.scheme, concept.id) in seen) for facet in vocabularies.facets
    }
    return with_concepts(vocabularies, concepts)


def with_concepts(vocabularies: Vocabularies, concepts: Mapping[str, tuple[Concept, ...]]) -> Vocabularies:
    """The vocabularies with these concepts in their facets, by scheme."""
    return replace(vocabularies, facets=tuple(of_concepts(facet, concepts[facet.scheme]) for facet in vocabularies.facets))


def of_concepts(vocabulary: Vocabulary, concepts: tuple[Concept, ...]) -> Vocabulary:
    """The vocabulary with these concepts; itself where it has no others, since what it knows of them is found already."""
    return vocabulary if concepts == vocabulary.concepts else replace(vocabulary, concepts=concepts)


def with_names(vocabularies: Vocabularies, disclosed: Iterable[Disclosed]) -> Vocabularies:
    """The vocabularies with what this reader sees named of people, libraries, goals and questions, also where it has no record."""
    people: dict[str, str] = {}
    libraries: dict[str, str] = {}
    goals: dict[str, str] = {}
    questions: dict[str, str] = {}
    for entry in disclosed:
        people |= zip(entry.people, entry.person, strict=False)
        libraries[entry.library_id] = entry.library
        goals |= zip(entry.goals, entry.goal, strict=False)
        asked = (part.for_readers or part.block for part in entry.parts if entry.genre == "interview")
        questions |= {question_id(block): block.text for block in asked if isinstance(block, Question)}
    return replace(
        vocabularies,
        people=with_further(vocabularies.people, people),
        libraries=with_further(vocabularies.libraries, libraries),
        goals=with_further(vocabularies.goals, goals),
        questions=with_further(vocabularies.questions, questions),
    )


def with_further(vocabulary: Vocabulary, labels: Mapping[str, str]) -> Vocabulary:
    """The vocabulary with a concept for each of these ids that it lacks."""
    further = (Concept(id, label) for id, label in labels.items() if id and id not in vocabulary.by_id)
    return of_concepts(vocabulary, (*vocabulary.concepts, *further))


def tags_of(entry: Disclosed) -> Iterator[Tag]:
    """The concepts that an entry names, in its front matter and in its passages."""
    yield from ((scheme, id) for scheme, ids in entry.facets.items() for id in ids)
    for part in entry.parts:
        if isinstance(part.block, Question | Passage):
            yield from part.block.tags
