"""How disclosed entries stand to each other: order, years, concepts, passages, neighbours.

Only what is disclosed enters, so nothing that comes later can leak what it never got.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from interview_journal.body import Tag
from interview_journal.consent import Disclosed
from interview_journal.quotable import ANSWER, Answer, Quotable, answers_in, callouts_in, passages
from interview_journal.vocabulary import Vocabularies

KIND, QUESTION, PERSON, LIBRARY, GOAL = "kind", "question", "person", "library", "goal"
"""The schemes of what is no facet."""


@dataclass(frozen=True)
class Catalogue:
    """All disclosed entries in order, and what can be asked of them."""

    home: Disclosed | None
    entries: tuple[Disclosed, ...]
    """Conversations and reflections, the newest first; the undated last."""
    pages: tuple[Disclosed, ...]
    """About and the like, by name."""
    years: Mapping[str, tuple[Disclosed, ...]]
    """The entries by year, the newest first; undated ones stand under ""."""
    here: Mapping[Tag, tuple[Disclosed, ...]]
    """The entries that name a concept themselves."""
    in_all: Mapping[Tag, tuple[Disclosed, ...]]
    """The entries that name a concept or a narrower one, each once however many ways lead up."""
    passages_of: Mapping[Tag, tuple[Quotable, ...]]
    """A theme's passages, those of a kind, and those of the entries that name another concept; a passage may be tagged with either."""
    passages_in: Mapping[str, tuple[Quotable, ...]]
    """The passages of each entry in their order, by its name."""
    answers: Mapping[str, tuple[Answer, ...]]
    """What was said to each question in conversations, by its id, also where it was only asked; the newest first."""

    @property
    def conversations(self) -> tuple[Disclosed, ...]:
        """The interviews."""
        return tuple(entry for entry in self.entries if is_conversation(entry))

    @cached_property
    def answered(self) -> dict[str, frozenset[str]]:
        """The names of the conversations that answer a question, by its id."""
        return {id: frozenset(answer.entry.name for answer in answers if answer.given) for id, answers in self.answers.items()}

    def neighbours(self) -> Iterator[tuple[Disclosed, Disclosed | None, Disclosed | None]]:
        """Each entry with the one before it in time and the one after it."""
        for place, entry in enumerate(self.entries):
            before = self.entries[place + 1] if place + 1 < len(self.entries) else None
            yield entry, before, self.entries[place - 1] if place else None


def is_conversation(entry: Disclosed) -> bool:
    """Whether the entry is an interview: no reflection, page or note."""
    return entry.genre == "interview" and not is_note(entry)


def is_note(entry: Disclosed) -> bool:
    """Whether it is a private note, which only the preview shows."""
    return any(reason.key == "front matter" for reason in entry.reasons)


def catalogue_of(disclosed: Iterable[Disclosed], vocabularies: Vocabularies, home: Disclosed | None = None) -> Catalogue:
    """The catalogue of what is disclosed; every step is linear in entries and passages."""
    disclosed = sorted(disclosed, key=lambda entry: entry.name)
    entries = sorted(
        (entry for entry in disclosed if entry.genre != "page"),
        key=lambda entry: entry.date.first.isoformat() if entry.date else "",
        reverse=True,
    )
    years: dict[str, list[Disclosed]] = {}
    here: dict[Tag, list[Disclosed]] = {}
    in_all: dict[Tag, dict[str, Disclosed]] = {}
    passages_of: dict[Tag, list[Quotable]] = {}
    passages_in: dict[str, tuple[Quotable, ...]] = {}
    answers: dict[str, list[Answer]] = {}
    for entry in entries:
        years.setdefault(str(entry.date.year) if entry.date else "", []).append(entry)
        callouts = callouts_in(entry)
        given = answers_in(entry, callouts)
        passages_in[entry.name] = tuple(passages(entry, callouts, given))
        asked = given if is_conversation(entry) else ()
        for answer in asked:
            answers.setdefault(answer.question, []).append(answer)
        named = tuple(named_in(entry, asked))
        above = {tag: tuple(broader_than(tag, entry, vocabularies)) for tag in named}
        for tag in named:
            here.setdefault(tag, []).append(entry)
            for broader in (tag, *above[tag]):
                in_all.setdefault(broader, {})[entry.name] = entry
        filed = [tag for tag in named if tag[0] not in ("theme", QUESTION)] + [
            tag for tag in named if tag[0] == LIBRARY for tag in above[tag]
        ]
        for passage in passages_in[entry.name]:
            kind = [(KIND, passage.kind)] if passage.kind != ANSWER else []
            for tag in dict.fromkeys((*passage.tags, *filed, *kind)):
                passages_of.setdefault(tag, []).append(passage)
    return Catalogue(
        home,
        tuple(entries),
        tuple(entry for entry in disclosed if entry.genre == "page"),
        {key: tuple(found) for key, found in years.items()},
        {key: tuple(found) for key, found in here.items()},
        {tag: tuple(found.values()) for tag, found in in_all.items()},
        {key: tuple(found) for key, found in passages_of.items()},
        passages_in,
        {key: tuple(found) for key, found in answers.items()},
    )


def named_in(entry: Disclosed, answers: Iterable[Answer]) -> Iterator[Tag]:
    """All that an entry names as a whole: facets, the people by their own names, the library, goals; and what it asks."""
    yield from ((scheme, id) for scheme, ids in entry.facets.items() for id in ids)
    yield from ((PERSON, id) for id in dict.fromkeys(entry.people) if id)
    yield from ((LIBRARY, id) for id in (entry.library_id,) if id)
    yield from ((GOAL, id) for id in dict.fromkeys(entry.goals) if id)
    yield from ((QUESTION, id) for id in dict.fromkeys(answer.question for answer in answers))


def broader_than(tag: Tag, entry: Disclosed, vocabularies: Vocabularies) -> Iterator[Tag]:
    """All that is above a concept which an entry names; of a library what this entry shows of it."""
    scheme, id = tag
    above = entry.belongs_to if scheme == LIBRARY else ()
    if scheme in vocabularies.by_scheme:
        above = tuple(vocabularies.by_scheme[scheme].ancestors.get(id, ()))
    yield from ((scheme, broader) for broader in above)
