"""How the person is shown, and whether a hidden name stands where everybody can read it (FORMAT, "The publication rule")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interview_journal import keys
from interview_journal.entry import Entry
from interview_journal.problem import Problem, Severity
from interview_journal.text import slug
from interview_journal.vocabulary import Concept, Vocabularies, sound

SHOWN = {
    "anonymous": frozenset[str](),
    "pseudonym": frozenset({"display_name", "library"}),
    "title-only": frozenset({"job_title", "library"}),
    "named": frozenset({"person", "job_title", "library", "place"}),
}
"""What each attribution lets a reader see of the person."""
OF_THE_PERSON = SHOWN["named"]
PUBLISHED = ("title", "takeaway", "was", "related", "image", "image_alt", "display_name", "goal", "job_title", "library")
"""The keys whose text a reader sees, the last two only as attribution allows."""


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
    names: tuple[str, ...] = ()
    job_title = entry.job_title if "job_title" in shown else ""
    if "person" in shown:
        names = tuple(record.label if (record := vocabularies.people.resolve(name)) else name for name in entry.person)
    elif "display_name" in shown and entry.display_name:
        names = (entry.display_name,)
    elif "job_title" in shown and level(entry, vocabularies) == "title-only":
        job_title = entry.display_name or entry.job_title
    library = vocabularies.libraries.resolve(entry.library) if entry.library else None
    place = entry.place or (library.one("place") if library else "")
    return ShownPerson(
        names, job_title, (library.label if library else entry.library) if "library" in shown else "", place if "place" in shown else ""
    )


def shown_keys(entry: Entry, vocabularies: Vocabularies) -> frozenset[str]:
    """The keys about the person that a reader sees."""
    return SHOWN[level(entry, vocabularies)] - set(entry.hide)


def level(entry: Entry, vocabularies: Vocabularies) -> str:
    """The more careful attribution of the entry and of every authority record that bears one of the names."""
    order = keys.BY_NAME["attribution"].choices
    levels = {entry.attribution, *(record.one("attribution").casefold() for record in records_of(entry, vocabularies))} - {""}
    return min(levels, key=order.index) if levels <= set(order) else order[0]


def records_of(entry: Entry, vocabularies: Vocabularies) -> list[Concept]:
    """The authority records that bear a name of the entry; two people may share one."""
    names = {sound(name) for name in entry.person}
    return [record for record in vocabularies.people.concepts if names & {sound(name) for name in record.names}] if names else []


def hidden_in_sight(entry: Entry, vocabularies: Vocabularies) -> Iterator[Problem]:
    """An error for each place where a hidden name stands in the file name or in a key that is published."""
    hidden = dict(hidden_names(entry, vocabularies))
    shown = shown_keys(entry, vocabularies)
    allowed = {sound(word) for word in entry.mention}
    role = next((vocabularies.by_scheme["role"].by_id[id].label.lower() for id in entry.facets.get("role", ())), "a librarian")
    attributed = f"`attribution: {level(entry, vocabularies)}`"
    if name := first_hidden(entry.name.replace("/", " "), hidden, allowed):
        safe = f"{entry.name.rpartition('/')[0]}/{slug(role)}.md".removeprefix("/")
        yield Problem(
            entry.path,
            1,
            Severity.ERROR,
            f"the file's name, and so its address, holds a {hidden[name]} that {attributed} hides",
            f"rename the file, for instance to {safe}",
        )
    for key in PUBLISHED:
        value = getattr(entry, key)
        text = " ".join(value) if isinstance(value, tuple) else value
        kept_off = key in entry.hide or key in ("job_title", "library") and key not in shown
        if not kept_off and (name := first_hidden(text, hidden, allowed)):
            yield Problem(
                entry.path,
                entry.lines.get(key, 1),
                Severity.ERROR,
                f"`{key}` holds a {hidden[name]} that {attributed} hides",
                f"write “the {role}” or the like instead, or name the word in `mention` if it means something else here",
            )


def hidden_names(entry: Entry, vocabularies: Vocabularies) -> Iterator[tuple[tuple[str, ...], str]]:
    """The names that no reader may see, as words, and what each is. A person's single words count too: a surname tells enough."""
    shown = shown_keys(entry, vocabularies)
    if "person" not in shown:
        records = records_of(entry, vocabularies)
        for name in (*entry.person, *(name for record in records for name in (record.label, *record.alt))):
            for word in words(name):
                if len(word) > 2:
                    yield (word,), "name"
            yield words(name), "name"
    roles = [vocabularies.by_scheme["role"].by_id[id] for id in entry.facets.get("role", ()) if "role" not in entry.hide]
    if "job_title" not in shown and sound(entry.job_title) not in {sound(name) for role in roles for name in role.names}:
        yield words(entry.job_title), "job title"
    library = vocabularies.libraries.resolve(entry.library) if entry.library else None
    if "library" not in shown:
        for name in (entry.library, *((library.label, *library.alt) if library else ())):
            yield words(name), "library's name"
    said = words(entry.library) + words(library.label if library else "") if "library" in shown else ()
    for name in (entry.place, library.one("place") if library else ""):
        if "place" not in shown and not stands_in(words(name), said):  # a library that is shown by name may name its town
            yield words(name), "place"


def first_hidden(text: str, hidden: dict[tuple[str, ...], str], allowed: set[str]) -> tuple[str, ...]:
    """The first hidden name that stands in the text as whole words, empty where none does."""
    found = words(text)
    return next((name for name in hidden if name and sound("".join(name)) not in allowed and stands_in(name, found)), ())


def stands_in(name: tuple[str, ...], text: tuple[str, ...]) -> bool:
    """Whether the words stand side by side in the text."""
    return any(text[place : place + len(name)] == name for place in range(len(text) - len(name) + 1))


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in small letters, without punctuation."""
    return tuple(slug(text).split("-")) if slug(text) else ()
