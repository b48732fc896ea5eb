"""The publication rule, whole: what of an entry a reader may see, and why not more (FORMAT, "The publication rule").

It fails closed: what is not clearly allowed is withheld. A `Disclosed` has no field for a private key; what it holds of private
things for the author's own preview stands in `alone`, `reasons` and `closed`, all empty in a public build.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from interview_journal import keys
from interview_journal.attribution import OF_THE_PERSON, shown_person
from interview_journal.body import Definition, Passage, Prose, Question
from interview_journal.body.citation import cited
from interview_journal.entry import Entry, Reading
from interview_journal.value import PartialDate
from interview_journal.vocabulary import Vocabularies

BEYOND_THE_CARD = ("format", "minutes", "goal", "goal_met", "image", "image_alt", "related")
"""What consent to a summary does not cover: a reader gets title, takeaway and facets."""

HIDEABLE = frozenset(
    {"title", "date", "takeaway", "format", "minutes", "goal", "goal_met", "image", "image_alt", "updated", "language", "related", "was"}
)
"""The keys that `hide` may empty; those of the person are `attribution`'s business, those of the facets stand apart."""


class Reader(Enum):
    """Who will read what is built."""

    PUBLIC = "everybody"
    AUTHOR = "the author alone, in her preview"


@dataclass(frozen=True)
class Reason:
    """Why a reader would not see something, and the line that would change it."""

    key: str
    """A key of front matter, or "folder", "front matter", "problems"."""
    text: str
    """What follows the key: "is draft: your own decision"."""
    line: str = ""
    """The line to write: "consent: quotes"."""
    promise: str = ""
    """What the line promises: "they agreed to be quoted"."""


@dataclass(frozen=True)
class Part:
    """A block as it may be seen; its `source` is empty."""

    block: Prose | Question | Passage
    closed: str = ""
    """Preview only: why a reader would not see it."""


@dataclass(frozen=True)
class Disclosed:
    """What a reader may see of an entry; hidden values are empty."""

    path: str
    name: str
    genre: str
    title: str
    """The author's own title, else empty."""
    date: PartialDate | None
    takeaway: str
    person: tuple[str, ...]
    """The names as they are shown: established ones, or the display name."""
    job_title: str
    library: str
    place: str
    facets: Mapping[str, tuple[str, ...]]
    format: str
    minutes: int | None
    goal: tuple[str, ...]
    goal_met: str
    image: str
    image_alt: str
    pin: bool
    updated: dt.date | None
    language: str
    related: tuple[str, ...]
    was: tuple[str, ...]
    consent: str
    parts: tuple[Part, ...]
    definitions: tuple[Definition, ...]
    """Those that the parts refer to."""
    reasons: tuple[Reason, ...] = ()
    """Preview only: why a reader would not see it; empty when it is public."""
    alone: tuple[tuple[str, str], ...] = ()
    """Preview only: key and value of what is the author's alone."""


@dataclass(frozen=True)
class Withheld:
    """An entry that a reader does not see."""

    path: str
    reasons: tuple[Reason, ...]


REVIEWS = {
    "not-offered": "is not-offered: they have not been offered to read it",
    "offered": "is offered: they have not said whether they want to read it",
    "sent": "is sent: waiting for their answer, and silence is not approval",
    "changes": "is changes: they asked for some",
}
PROMISES = {
    "summary": "they agreed to a card: title, takeaway, kind of library, role",
    "paraphrase": "they agreed to be retold in your words",
    "quotes": "they agreed to be quoted",
}


def disclose(reading: Reading, reader: Reader, day: dt.date, vocabularies: Vocabularies) -> Disclosed | Withheld:
    """What the reader may see of an entry on that day."""
    entry = reading.entry
    reasons = reasons_against(reading, day)
    if entry is None or reasons and reader is Reader.PUBLIC:
        return Withheld(reading.path, reasons)
    parts = tuple(parts_for(entry, reader, vocabularies))
    defined = definitions_of(entry, reader, vocabularies)
    texts = [part.block.text for part in parts]
    themes = [
        id
        for part in parts
        if isinstance(part.block, Question | Passage) and not part.closed
        for scheme, id in part.block.tags
        if scheme == "theme"
    ]
    facets = {**entry.facets, "theme": tuple(dict.fromkeys((*entry.facets.get("theme", ()), *themes)))}
    person = shown_person(entry, vocabularies)
    disclosed = Disclosed(
        path=entry.path,
        name=entry.name,
        genre=entry.genre,
        title=entry.title,
        date=entry.date,
        takeaway=entry.takeaway,
        person=person.names,
        job_title=person.job_title,
        place=person.place,
        library=person.library,
        facets=facets,
        format=entry.format,
        minutes=entry.minutes,
        goal=tuple(goal.label if (goal := vocabularies.goals.resolve(text)) else text for text in entry.goal),
        goal_met=entry.goal_met,
        image=entry.image,
        image_alt=entry.image_alt,
        pin=entry.pin,
        updated=entry.updated,
        language=entry.language,
        related=entry.related,
        was=entry.was,
        consent=entry.consent,
        parts=parts,
        definitions=cited(texts, defined),
    )
    beyond_the_card = BEYOND_THE_CARD if entry.genre == "interview" and entry.consent == "summary" else ()
    disclosed = without(disclosed, (*entry.hide, *beyond_the_card), vocabularies)
    if reader is Reader.PUBLIC:
        assert not disclosed.reasons and not disclosed.alone and not any(part.closed for part in parts)
        return disclosed
    return replace(disclosed, reasons=reasons, alone=tuple(alone(entry, disclosed)))


def reasons_against(reading: Reading, day: dt.date) -> tuple[Reason, ...]:
    """Why a reader does not see the entry on that day; empty where it is public."""
    errors = (Reason("problems", "holds it back: it has errors"),) if reading.has_error else ()
    return (*decisions_against(reading.entry, day), *errors) if reading.entry else errors


def decisions_against(entry: Entry, day: dt.date) -> tuple[Reason, ...]:
    """What the entry itself says against being public on that day; empty where it wants to be."""
    return tuple(_decisions_against(entry, day))


def _decisions_against(entry: Entry, day: dt.date) -> Iterator[Reason]:
    if entry.in_private_folder:
        yield Reason("folder", "is named private: nothing in it is ever published")
    if entry.is_note:
        yield Reason(
            "front matter",
            "is missing, so this is a private note",
            "---\ndate: 2026-03-14\nlibrary_type: university\nrole: director\n---",
            "an interview begins with these lines",
        )
        return
    if entry.genre == "interview":
        if entry.consent == "none":
            yield Reason("consent", "is none: they have not agreed to anything yet", "consent: quotes", PROMISES["quotes"])
            if "attribution" not in entry.lines:
                yield Reason("attribution", "is anonymous, since nothing else is written", "attribution: named", "under their name")
    elif entry.status != "published":
        yield Reason("status", f"does not say published, and a {entry.genre} becomes public by that", "status: published", "it is ready")
    if entry.status == "draft" and entry.genre == "interview":
        yield Reason("status", "is draft: your own decision", "status: published", "it is ready")
    if entry.review and entry.review not in ("approved", "waived"):
        yield Reason("review", REVIEWS[entry.review], "review: approved", "they have read it and agree")
    if entry.embargo and entry.embargo > day:
        yield Reason("embargo", f"is {entry.embargo}: not public before that day")
    if entry.date and entry.date.first > day:
        yield Reason("date", f"is {entry.date.text}, which lies ahead")
    for key in entry.not_yet:
        yield Reason(key, "is another tool's word for “not yet”; delete the line")
    if entry.withdrawn:
        yield Reason("withdrawn", "is set: they took their consent back")


def parts_for(entry: Entry, reader: Reader, vocabularies: Vocabularies) -> Iterator[Part]:
    """The blocks as the reader may see them, without empty ones."""
    for block in entry.blocks:
        if not isinstance(block, Prose | Question | Passage):
            continue
        own, closed = own_part(entry, block, vocabularies)
        if reader is Reader.AUTHOR and (closed or own.text != block.text):
            yield Part(bare(block), closed or "its quotations: only with consent to quotes")
        elif own and not closed and (isinstance(own, Question | Passage) or own.text.strip()):
            yield Part(bare(own))


def own_part(entry: Entry, block: Prose | Question | Passage, vocabularies: Vocabularies) -> tuple[Prose | Question | Passage, str]:
    """The block as consent leaves it, and why it is withheld as a whole; empty where it is not."""
    kind = vocabularies.kinds.by_id.get(block.kind) if isinstance(block, Passage) else None
    if isinstance(block, Passage) and kind is None:
        return block, "withheld: nobody knows this kind of passage"
    if kind and kind.yes("private"):
        return block, "never built"
    if entry.genre != "interview" or entry.consent == "quotes":
        return block, ""
    if entry.consent != "paraphrase":
        return block, "only the card" if entry.consent == "summary" else ""
    if isinstance(block, Question):
        return replace(block, tags=() if entry.transcript else block.tags), ""
    if entry.transcript and block.under:
        return block, "their words: only with consent to quotes"
    if kind and kind.one("words").casefold() != "mine":
        return block, "their words: only with consent to quotes"
    if block.text.strip() and not block.own.strip():
        return block, "a quotation: only with consent to quotes"
    return replace(block, text=block.own), ""


def bare(block: Prose | Question | Passage) -> Prose | Question | Passage:
    """The block without its source and without what else it could give away."""
    if isinstance(block, Prose):
        return replace(block, source="", own="")
    if isinstance(block, Passage):
        return replace(block, source="", own="", definitions=())
    return replace(block, source="")


def definitions_of(entry: Entry, reader: Reader, vocabularies: Vocabularies) -> dict[str, Definition]:
    """What is defined in the blocks that the reader may see, by name; the first of two wins, as in Markdown."""
    found: dict[str, Definition] = {}
    for block in entry.blocks:
        inside: tuple[Definition, ...] = ()
        if isinstance(block, Definition):
            inside = (block,)
        elif isinstance(block, Passage) and (reader is Reader.AUTHOR or not own_part(entry, block, vocabularies)[1]):
            inside = block.definitions
        for definition in inside:
            text = (
                definition.own
                if entry.genre == "interview" and entry.consent == "paraphrase" and reader is Reader.PUBLIC
                else definition.text
            )
            if text.strip():
                found.setdefault(definition.name, replace(definition, source="", text=text, own=""))
    return found


def without(disclosed: Disclosed, hide: tuple[str, ...], vocabularies: Vocabularies) -> Disclosed:
    """The entry without these keys."""
    facets = dict(disclosed.facets) | {facet.scheme: () for facet in vocabularies.facets if facet.key in hide}
    nothing = Entry("", "")
    emptied: dict[str, Any] = {name: getattr(nothing, name) for name in hide if name in HIDEABLE}
    return replace(disclosed, facets=facets, **emptied)


def alone(entry: Entry, disclosed: Disclosed) -> Iterator[tuple[str, str]]:
    """Key and value of what is hidden or private, for the author's eyes."""
    for key in keys.KEYS:
        held = getattr(entry, key.name, None)
        hidden = key.private or key.name in entry.hide or key.name in OF_THE_PERSON and not getattr(disclosed, key.name)
        if hidden and held:
            values = held if isinstance(held, tuple) else (held,)
            yield (
                key.name,
                "; ".join(f"{line.day} {line.verb} {line.remark}".strip() if hasattr(line, "verb") else str(line) for line in values),
            )
