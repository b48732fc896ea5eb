"""People, libraries, goals and kinds of passage as readers may know them: those in use, with what of their records tells nothing hidden.

Their pages are made of nothing else, so that none of them can tell what an entry hides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from interview_journal.body import Tag
from interview_journal.catalogue import LIBRARY, PERSON, Catalogue
from interview_journal.consent import Disclosed
from interview_journal.consent.hidden_name import unmarked
from interview_journal.plan.call_number import is_filing_name
from interview_journal.text import slug
from interview_journal.vocabulary import Concept, Vocabularies, Vocabulary

OF_A_PERSON = ("url", "orcid")
OF_A_LIBRARY = ("library_type", "place", "url", "isil", "ror")
WANTED = ("wants_library_type", "wants_role", "wants_themes")
"""The keys of each record that stand on its page."""
PART_OF = "part_of"


def as_told(vocabularies: Vocabularies, catalogue: Catalogue) -> Vocabularies:
    """The vocabularies whose people, libraries, goals and kinds readers meet; a library's `broader` is what it is told to be part of."""
    guarded = {tag for entry in catalogue.entries for tag in guarded_by(entry)}
    people = in_use(vocabularies.people, catalogue)
    goals = in_use(vocabularies.goals, catalogue)
    return replace(
        vocabularies,
        people=replace(
            vocabularies.people, concepts=tuple(of_record(one, OF_A_PERSON, guarded=(PERSON, one.id) in guarded) for one in people)
        ),
        libraries=replace(vocabularies.libraries, concepts=tuple(libraries(vocabularies.libraries, catalogue, guarded))),
        goals=replace(
            vocabularies.goals,
            concepts=tuple(replace(of_record(one, () if one.one("closed") else WANTED), alt=(), note="") for one in goals),
        ),
        kinds=replace(vocabularies.kinds, concepts=tuple(kind for kind in vocabularies.kinds.concepts if not kind.yes("private"))),
    )


def guarded_by(entry: Disclosed) -> Iterator[Tag]:
    """The people and libraries of whose records this entry lets nothing be told, since they may say what it hides."""
    libraries = ((LIBRARY, id) for id in (entry.library_id, *entry.belongs_to))
    people = ((PERSON, id) for id in entry.people)
    yield from (tag for tag in (*libraries, *people) if tag not in entry.told)


def in_use(vocabulary: Vocabulary, catalogue: Catalogue) -> tuple[Concept, ...]:
    """The concepts that an entry names, be it by a narrower one."""
    return tuple(concept for concept in vocabulary.concepts if (vocabulary.scheme, concept.id) in catalogue.in_all)


def of_record(record: Concept, keys: Collection[str], *, guarded: bool = False) -> Concept:
    """The record with these further keys alone; of a guarded one the name, and the same as it is filed."""
    if guarded:
        return Concept(record.id, record.label, alt=tuple(name for name in record.alt if is_filing_name(name, record.label)))
    more = {name: found for name, found in record.more.items() if name in keys}
    return replace(record, broader=(), related=(), more=more)


def libraries(vocabulary: Vocabulary, catalogue: Catalogue, guarded: Collection[Tag]) -> Iterator[Concept]:
    """The libraries in use from A to Z, each below those that it is told to be part of."""
    above: dict[str, set[str]] = {}
    for entry in catalogue.entries:
        for id in (entry.library_id, *entry.belongs_to):
            above.setdefault(id, set()).update(entry.belongs_to)
    for record in sorted(in_use(vocabulary, catalogue), key=lambda record: in_the_alphabet(record.label)):
        parents = () if (LIBRARY, record.id) in guarded else record.more.get(PART_OF, ())
        parents = tuple(id for id in parents if id in above[record.id] and record.id not in all_above(id, vocabulary))
        yield replace(of_record(record, OF_A_LIBRARY, guarded=(LIBRARY, record.id) in guarded), broader=parents)


def all_above(id: str, vocabulary: Vocabulary) -> set[str]:
    """The ids of a library and of all that its record says it is part of, near and far."""
    found: set[str] = set()
    waiting = [id]
    while waiting:
        if (one := waiting.pop()) not in found:
            found.add(one)
            waiting += vocabulary.by_id[one].more.get(PART_OF, ())
    return found


def in_the_alphabet(label: str) -> str:
    """What labels are sorted by, word by word: letters without diacritics, so that "Équité" stands among the E."""
    return slug(unmarked(label))
