"""The rule, step by step: reasons first, then what consent, attribution and `hide` leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from interview_journal import keys
from interview_journal.attribution import OF_THE_PERSON, SHOWN, level, library_of, records_of, shown_keys, shown_person
from interview_journal.body import Passage, Question, Tag
from interview_journal.body.citation import cited
from interview_journal.consent.disclosed import Disclosed, Part, Reader, Withheld
from interview_journal.consent.hidden_name import HiddenNames, with_parents
from interview_journal.consent.part import definitions_for, parts_for
from interview_journal.consent.reason import reasons_against
from interview_journal.entry import Entry, Reading
from interview_journal.value import LogLine, PartialDate
from interview_journal.vocabulary import Vocabularies, id_of

BEYOND_THE_CARD = ("format", "minutes", "goal", "goal_met", "image", "image_alt", "related")
"""What consent to a summary does not cover: a reader gets title, takeaway and facets."""
TOLD_BY = {"goal": ("goal_met",), "image": ("image_alt",)}
"""Keys that speak of another one, and are hidden with it."""
HIDEABLE = frozenset(str.split("title date takeaway format minutes goal goal_met image image_alt updated language related was consent"))
"""The keys that `hide` may empty; those of the person are `attribution`'s business, those of the facets stand apart."""


def disclose(reading: Reading, reader: Reader, day: dt.date, vocabularies: Vocabularies) -> Disclosed | Withheld:
    """What the reader may see of an entry on that day."""
    entry, reasons = reading.entry, reasons_against(reading, day)
    if entry is None or reasons and reader is Reader.PUBLIC:
        return Withheld(reading.path, reasons)
    if reader is Reader.PUBLIC:
        disclosed = seen_by_readers(entry, vocabularies)
        assert not disclosed.reasons and not disclosed.alone and not any(part.closed for part in disclosed.parts)
        return disclosed
    disclosed = as_allowed(entry, reader, vocabularies)
    return replace(disclosed, reasons=reasons, alone=tuple(alone(entry, vocabularies)))


def seen_by_readers(entry: Entry, vocabularies: Vocabularies) -> Disclosed:
    """What every reader sees of the entry once nothing holds it back."""
    return as_allowed(entry, Reader.PUBLIC, vocabularies)


def as_allowed(entry: Entry, reader: Reader, vocabularies: Vocabularies) -> Disclosed:
    """The entry as consent, attribution and `hide` leave it."""
    parts = parts_for(entry, reader, vocabularies)
    texts = [part.block.text for part in parts]
    person = shown_person(entry, vocabularies)
    return without(
        Disclosed(
            path=entry.path,
            name=entry.name,
            genre=entry.genre,
            title=entry.title,
            date=entry.date,
            takeaway=entry.takeaway,
            person=person.names,
            job_title=person.job_title,
            place=person.place,
            people=tuple(
                id_of(name, vocabularies.people) for name in (entry.person if "person" in shown_keys(entry, vocabularies) else ())
            ),
            library=person.library,
            library_id=id_of(entry.library, vocabularies.libraries) if person.library else "",
            told=frozenset(told(entry, vocabularies)),
            belongs_to=tuple(belongs_to(entry, vocabularies)),
            facets={**entry.facets, "theme": themes(entry, parts)},
            format=entry.format,
            minutes=entry.minutes,
            goal=tuple(goal.label if (goal := vocabularies.goals.resolve(text)) else text for text in entry.goal),
            goals=tuple(id_of(text, vocabularies.goals) for text in entry.goal),
            goal_met=entry.goal_met,
            image=entry.image,
            image_alt=entry.image_alt,
            pin=entry.pin,
            updated=entry.updated,
            language=entry.language,
            related=entry.related,
            was=entry.was,
            consent=entry.consent,
            attribution="" if {"consent", "attribution"} & set(entry.hide) else level(entry, vocabularies),
            approved=entry.review == "approved" and "review" not in entry.hide,
            parts=parts,
            definitions=cited(texts, definitions_for(entry, reader, vocabularies)),
        ),
        hidden_keys(entry),
        vocabularies,
    )


def themes(entry: Entry, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The themes that the entry names, and those of the passages that readers see."""
    seen = (part.for_readers for part in parts)
    tagged = (id for block in seen if isinstance(block, Question | Passage) for scheme, id in block.tags if scheme == "theme")
    return tuple(dict.fromkeys((*entry.facets.get("theme", ()), *tagged)))


def belongs_to(entry: Entry, vocabularies: Vocabularies) -> Iterator[str]:
    """The ids of what the library is part of, near and far. That tells where it is, so it is shown only where library and place are."""
    if {"library", "place"} <= shown_keys(entry, vocabularies):
        hidden = HiddenNames(entry, vocabularies)
        for record in list(with_parents(library_of(entry, vocabularies), vocabularies))[1:]:
            if not hidden.standing_in("\n".join((record.label, record.id))):
                yield record.id


def told(entry: Entry, vocabularies: Vocabularies) -> Iterator[Tag]:
    """The records of which all may be told: nothing hidden stands in them, and nothing is hidden that they may say in other words."""
    shown, hidden = shown_keys(entry, vocabularies), HiddenNames(entry, vocabularies)
    people = records_of(entry, vocabularies) if shown >= SHOWN["named"] else ()
    libraries = with_parents(library_of(entry, vocabularies), vocabularies) if {"library", "place"} <= shown else ()
    for scheme, records in (("person", people), ("library", libraries)):
        for one in records:
            said = (one.id, *one.was, *one.alt, one.note, one.intro, *chain.from_iterable(one.more.values()))
            if not hidden.standing_in("\n".join(said)):
                yield scheme, one.id


def hidden_keys(entry: Entry) -> frozenset[str]:
    """The keys that consent or `hide` keeps from readers, whatever the attribution."""
    beyond_the_card = BEYOND_THE_CARD if entry.genre == "interview" and entry.consent == "summary" else ()
    return frozenset({*entry.hide, *beyond_the_card, *(key for hidden in entry.hide for key in TOLD_BY.get(hidden, ()))})


def without(disclosed: Disclosed, hidden: frozenset[str], vocabularies: Vocabularies) -> Disclosed:
    """The entry without these keys."""
    facets = dict(disclosed.facets) | {facet.scheme: () for facet in vocabularies.facets if facet.key in hidden}
    nothing = Entry("", "")
    emptied: dict[str, Any] = {name: getattr(nothing, name) for name in hidden & HIDEABLE}
    goals = () if "goal" in hidden else disclosed.goals
    parts = without_tags(disclosed.parts, frozenset(facet.scheme for facet in vocabularies.facets if facet.key in hidden))
    return replace(disclosed, facets=facets, goals=goals, parts=parts, **emptied)


def without_tags(parts: tuple[Part, ...], hidden: frozenset[str]) -> tuple[Part, ...]:
    """The parts without tags of these schemes: what is kept off the card is kept off the passages."""

    def kept(block: Any) -> Any:
        tags = tuple(tag for tag in getattr(block, "tags", ()) if tag[0] not in hidden)
        return replace(block, tags=tags) if isinstance(block, Question | Passage) else block

    return tuple(replace(part, block=kept(part.block), open=kept(part.open)) for part in parts) if hidden else parts


def alone(entry: Entry, vocabularies: Vocabularies) -> Iterator[tuple[str, str]]:
    """Key and value of what is hidden, private or not shown yet, for the author's eyes."""
    hidden = hidden_keys(entry) | OF_THE_PERSON - shown_keys(entry, vocabularies)
    for key in keys.KEYS:
        held = getattr(entry, key.name, None)
        if held and (key.private or key.name in hidden):
            yield key.name, "; ".join(map(written, held if isinstance(held, tuple) else (held,)))


def written(value: object) -> str:
    """A value as the author wrote it."""
    if isinstance(value, LogLine):
        return f"{value.day} {value.verb} {value.remark}".strip()
    return value.text if isinstance(value, PartialDate) else str(value)
