"""How the person is shown (FORMAT, "The publication rule")."""

from __future__ import annotations

from dataclasses import dataclass

from interview_journal import keys
from interview_journal.entry import Entry
from interview_journal.vocabulary import Concept, Vocabularies, sound

SHOWN = {
    "anonymous": frozenset[str](),
    "pseudonym": frozenset({"display_name", "library"}),
    "title-only": frozenset({"job_title", "library"}),
    "named": frozenset({"person", "job_title", "library", "place"}),
}
"""What each attribution lets a reader see of the person."""
OF_THE_PERSON = frozenset({"person", "job_title", "library", "place", "display_name"})


@dataclass(frozen=True)
class ShownPerson:
    """The person as a reader sees them; what is hidden is empty."""

    names: tuple[str, ...]
    job_title: str
    library: str
    place: str


def shown_person(entry: Entry, vocabularies: Vocabularies) -> ShownPerson:
    """What a reader sees: established names, or the display name instead of name or job title."""
    shown = shown_keys(entry, vocabularies)
    display_name = entry.display_name if "display_name" in shown else ""
    names: tuple[str, ...] = ()
    job_title = entry.job_title if "job_title" in shown else ""
    if "person" in shown:
        names = tuple(record.label if (record := vocabularies.people.resolve(name)) else name for name in entry.person)
    elif level(entry, vocabularies) == "title-only":
        job_title = display_name or job_title
    elif display_name:
        names = (display_name,)
    library = library_of(entry, vocabularies)
    return ShownPerson(
        names,
        job_title,
        (library.label if library else entry.library) if "library" in shown else "",
        (entry.place or (library.one("place") if library else "")) if "place" in shown else "",
    )


def shown_keys(entry: Entry, vocabularies: Vocabularies) -> frozenset[str]:
    """The keys about the person that a reader sees. A display name takes the place of the job title, which is then hidden."""
    shown = SHOWN[level(entry, vocabularies)]
    if "job_title" in shown and "person" not in shown and entry.display_name:
        shown = shown - {"job_title"} | {"display_name"}
    return shown - set(entry.hide)


def level(entry: Entry, vocabularies: Vocabularies) -> str:
    """The more careful attribution of the entry and of every authority record that bears one of the names."""
    order = keys.BY_NAME["attribution"].choices
    levels = {entry.attribution, *(record.one("attribution").casefold() for record in records_of(entry, vocabularies))} - {""}
    return min(levels, key=order.index) if levels <= set(order) else order[0]


def records_of(entry: Entry, vocabularies: Vocabularies) -> tuple[Concept, ...]:
    """The authority records that bear a name of the entry; two people may share one."""
    return tuple(record for name in entry.person for record in vocabularies.people.bearers.get(sound(name), ()))


def library_of(entry: Entry, vocabularies: Vocabularies) -> Concept | None:
    """The authority record of the library."""
    return vocabularies.libraries.resolve(entry.library) if entry.library else None
