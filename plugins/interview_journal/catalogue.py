"""How disclosed entries stand to each other: order, years, concepts, passages, neighbours.

Only what is disclosed enters, so nothing that comes later can leak what it never got.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from interview_journal.body import Passage, Prose, Question, Tag
from interview_journal.consent import Disclosed
from interview_journal.vocabulary import Vocabularies

ANSWER = "answer"
"""The kind of an answer: what stands under a question and in no callout."""


@dataclass(frozen=True)
class Quotable:
    """A passage as every view has it: a callout, or an answer that is tagged as a whole."""

    entry: Disclosed
    kind: str
    headline: str
    anchor: str
    texts: tuple[Prose | Passage, ...]
    """The blocks whose text is printed."""
    tags: tuple[Tag, ...]


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
    """A theme's passages, and those of the entries that name another concept; a passage may be tagged with either."""
    passages_in: Mapping[str, tuple[Quotable, ...]]
    """The passages of each entry in their order, by its name."""
    answered: Mapping[str, int]
    """How many entries answer a question of the bank, by its id."""

    @property
    def conversations(self) -> tuple[Disclosed, ...]:
        """The interviews."""
        return tuple(entry for entry in self.entries if is_conversation(entry))

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
    passages_in = {entry.name: tuple(passages(entry)) for entry in entries}
    answered = Counter(question for entry in entries for question in answered_in(entry))
    for entry in entries:
        years.setdefault(str(entry.date.year) if entry.date else "", []).append(entry)
        named = [(scheme, id) for scheme, ids in entry.facets.items() for id in ids]
        for scheme, id in named:
            here.setdefault((scheme, id), []).append(entry)
            for broader in (id, *vocabularies.by_scheme[scheme].ancestors.get(id, ())):
                in_all.setdefault((scheme, broader), {})[entry.name] = entry
        for passage in passages_in[entry.name]:
            for tag in dict.fromkeys((*passage.tags, *(tag for tag in named if tag[0] != "theme"))):
                passages_of.setdefault(tag, []).append(passage)
    return Catalogue(
        home,
        tuple(entries),
        tuple(entry for entry in disclosed if entry.genre == "page"),
        {year: tuple(found) for year, found in years.items()},
        {tag: tuple(found) for tag, found in here.items()},
        {tag: tuple(found.values()) for tag, found in in_all.items()},
        {tag: tuple(found) for tag, found in passages_of.items()},
        passages_in,
        answered,
    )


def answered_in(entry: Disclosed) -> frozenset[str]:
    """The ids of the questions of the bank to which readers see an answer."""
    seen = [block for part in entry.parts if (block := part.for_readers)]
    with_answer = {block.under for block in seen if not isinstance(block, Question)}
    return frozenset(block.concept for block in seen if isinstance(block, Question) and block.concept and block.anchor in with_answer)


def passages(entry: Disclosed) -> Iterator[Quotable]:
    """The passages of an entry in order. A callout without tags of its own has those of the answer it stands in."""
    answers: dict[str, tuple[Question, list[Prose]]] = {}
    found: list[Quotable | str] = []
    for block in (part.for_readers for part in entry.parts):
        if isinstance(block, Question):
            answers[block.anchor] = (block, [])
            found.append(block.anchor)
        elif isinstance(block, Passage):
            inherited = answers[block.under][0].tags if block.under in answers else ()
            found.append(Quotable(entry, block.kind, block.headline, block.anchor, (block,), block.tags or inherited))
        elif block and block.under in answers:
            answers[block.under][1].append(block)
    for passage in found:
        if isinstance(passage, Quotable):
            yield passage
        else:
            question, texts = answers[passage]
            if question.tags and texts:
                yield Quotable(entry, ANSWER, question.text, question.anchor, tuple(texts), question.tags)
