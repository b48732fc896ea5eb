"""The indexes of people, libraries, goals and kinds of passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from interview_journal.catalogue import GOAL, KIND, LIBRARY, PERSON
from interview_journal.plan import preview_words, words
from interview_journal.plan.call_number import filed_under, is_filing_name
from interview_journal.plan.concept_page import many, name_of, note_of
from interview_journal.plan.goal import outcomes
from interview_journal.plan.index_page import IndexView, nodes_below, see_references
from interview_journal.plan.leaves import packed, page_links
from interview_journal.plan.page import PlannedPage
from interview_journal.plan.parts import Shelf, folder_of
from interview_journal.plan.pieces import Node
from interview_journal.plan.told import in_the_alphabet
from interview_journal.vocabulary import Concept, Vocabulary
from interview_journal.vocabulary.vocabulary import A_TO_Z

Filed = tuple[Node, tuple[Concept, ...]]
"""A line of an index with all that stands below it, and the concepts whose variants lead there."""
FRAME, REFERENCE = 340, 130
"""What the HTML of a line weighs without its texts, and of a *see* reference."""


def has_index(vocabulary: Vocabulary, shelf: Shelf) -> bool:
    """Whether one of these has an index: an empty one stands in the preview alone, where it says what to do next."""
    return shelf.preview or any(shelf.in_use(vocabulary, concept) for concept in vocabulary.concepts)


def record_index_pages(vocabulary: Vocabulary, shelf: Shelf) -> Iterator[PlannedPage]:
    """The index of people, libraries, goals or kinds of passage, on as many pages as it needs."""
    if not has_index(vocabulary, shelf):
        return
    filed = {PERSON: people, LIBRARY: libraries, GOAL: goals, KIND: kinds}[vocabulary.scheme](vocabulary, shelf)
    is_empty = not any(shelf.in_use(vocabulary, concept) for concept in vocabulary.concepts)
    said = "" if is_empty else sentence(vocabulary, shelf)
    unused = f"{words.NOTHING_FILED} {preview_words.HOW_TO_NAME[vocabulary.scheme]}" if is_empty else ""
    pages = packed(filed, weight)
    folder, title = folder_of(vocabulary), many(vocabulary)
    urls = [shelf.addresses.page(f"{folder}/{A_TO_Z}/{place + 1}" if place else folder) for place in range(len(pages))]
    changed = shelf.changed(shelf.catalogue.entries)
    for place, found in enumerate(pages):
        concepts = [concept for _, concepts in found for concept in concepts]
        view = IndexView(
            title,
            words.of_pages(said.removesuffix("."), place + 1, len(pages)) + "." if said else "",
            False,
            (),
            vocabulary.scheme == LIBRARY,
            tuple(node for node, _ in found),
            see_references(vocabulary, concepts, shelf),
            unused,
            page_links(urls, place),
        )
        yield PlannedPage(
            urls[place], "journal/index.html", words.of_pages(title, place + 1, len(pages)), view.sentence, urls[0], view, changed
        )


def sentence(vocabulary: Vocabulary, shelf: Shelf) -> str:
    """What an index holds."""
    number = len(vocabulary.concepts)
    if vocabulary.scheme == KIND:
        sizes = [size for kind in vocabulary.concepts if (size := len(shelf.catalogue.passages_of.get((KIND, kind.id), ())))]
        return words.by_kinds(sum(sizes), len(sizes))
    return {PERSON: words.people, LIBRARY: words.libraries, GOAL: words.goals}[vocabulary.scheme](number)


def people(vocabulary: Vocabulary, shelf: Shelf) -> Iterator[Filed]:
    """The people under the names they are filed by, from A to Z, each with what they are and where they work."""
    names = {person.id: filed_under(person.label, person) for person in vocabulary.concepts}
    for person in sorted(vocabulary.concepts, key=lambda person: in_the_alphabet(names[person.id])):
        entries = shelf.catalogue.in_all[PERSON, person.id]
        newest = entries[0]
        post = ", ".join(text for text in (newest.job_title, newest.library) if text)
        others = tuple(name for name in person.alt if not is_filing_name(name, person.label))
        yield plain_node(vocabulary, person, names[person.id], len(entries), post, shelf), (replace(person, alt=others),)


def libraries(vocabulary: Vocabulary, shelf: Shelf) -> Iterator[Filed]:
    """The libraries as a tree by what they are part of."""
    families: dict[str, list[Concept]] = {}
    for library in vocabulary.concepts:
        family = vocabulary.family(library.id)
        families.setdefault(family.id if family else "", []).append(library)
    for id, node in zip(vocabulary.narrower.get("", ()), nodes_below("", vocabulary, shelf), strict=True):
        yield node, tuple(families[id])


def goals(vocabulary: Vocabulary, shelf: Shelf) -> Iterator[Filed]:
    """The goals in the order of the vocabulary, each with what became of it."""
    for goal in vocabulary.concepts:
        number = len(shelf.catalogue.in_all[GOAL, goal.id])
        yield plain_node(vocabulary, goal, goal.label, number, words.as_sentence(outcomes(goal, shelf)), shelf), ()


def kinds(vocabulary: Vocabulary, shelf: Shelf) -> Iterator[Filed]:
    """The kinds of passage in the order of the vocabulary, each with the number of its passages."""
    for kind in vocabulary.concepts:
        number = len(shelf.catalogue.passages_of.get((KIND, kind.id), ()))
        yield plain_node(vocabulary, kind, name_of(vocabulary, kind), number, note_of(vocabulary, kind), shelf), ()


def plain_node(vocabulary: Vocabulary, concept: Concept, label: str, number: int, note: str, shelf: Shelf) -> Node:
    """A line without the mark of a call number."""
    count = words.printed(number) if number else words.NONE_YET
    return Node("", label, shelf.concept_link(vocabulary, concept).url, in_all=count, note=note)


def weight(filed: Filed) -> int:
    """How many bytes of HTML a line makes with all below it, about."""
    node, concepts = filed
    references = sum(REFERENCE + len(f"{variant}{concept.label}".encode()) for concept in concepts for variant in concept.alt)
    return FRAME + len(f"{node.label}{node.note}".encode()) + references + sum(weight((below, ())) for below in node.narrower)
