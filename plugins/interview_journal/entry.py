"""An entry: one conversation, reflection or page, as its file says it, private things included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from interview_journal import keys, value
from interview_journal.address import in_private_folder
from interview_journal.body import Block, Prose, cut
from interview_journal.keys import Key
from interview_journal.problem import Problem, Severity, listed, nearest, within_a_slip
from interview_journal.source import Field, Source
from interview_journal.text import plain, slug
from interview_journal.value import Kind, LogLine, PartialDate, Unreadable
from interview_journal.vocabulary import Concept, Vocabularies

PARSERS: dict[Kind, Callable[[str], Any]] = {
    Kind.YES_NO: value.yes_or_no,
    Kind.NUMBER: value.whole_number,
    Kind.PARTIAL_DATE: value.partial_date,
    Kind.FULL_DATE: value.full_date,
    Kind.LANGUAGE: value.language,
    Kind.LOG: value.log_line,
}
"""How the text of a kind is read; kinds that are not here are text."""
NOT_YET = {"draft": True, "private": True, "published": False, "publish": False}
"""The words of other tools, and the value by which each says "not yet"."""
NEEDED = {"interview": ("date", "library_type", "role"), "reflection": ("title", "date"), "page": ("title",)}
RECOMMENDED = ("takeaway", "person", "job_title", "library", "goal")


@dataclass(frozen=True)
class Entry:
    """What a file says. Each row of `keys.KEYS` has the attribute of its name, but the facets, which stand together."""

    path: str
    """From the journal's folder: "entries/2026/university-director.md"."""
    name: str
    """Its address in the journal, without slashes around it: "2026/university-director"."""
    blocks: tuple[Block, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Concept ids by scheme; the first is the primary one."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each key."""
    is_note: bool = False
    """True for a file without front matter, which is a private note."""
    not_yet: tuple[str, ...] = ()
    """The keys by which another tool's word holds it back."""
    genre: str = "interview"
    date: PartialDate | None = None
    title: str = ""
    takeaway: str = ""
    person: tuple[str, ...] = ()
    job_title: str = ""
    library: str = ""
    place: str = ""
    format: str = ""
    minutes: int | None = None
    goal: tuple[str, ...] = ()
    goal_met: str = ""
    image: str = ""
    image_alt: str = ""
    pin: bool = False
    updated: dt.date | None = None
    language: str = ""
    related: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    mention: tuple[str, ...] = ()
    next_questions: tuple[str, ...] = ()
    via: str = ""
    introduced_by: str = ""
    referred_to: tuple[str, ...] = ()
    log: tuple[LogLine, ...] = ()
    follow_up: dt.date | None = None
    status: str = ""
    consent: str = "none"
    attribution: str = "anonymous"
    display_name: str = ""
    transcript: bool = False
    review: str = ""
    embargo: dt.date | None = None
    withdrawn: bool = False
    hide: tuple[str, ...] = ()

    @property
    def in_private_folder(self) -> bool:
        """Whether a folder named `private`, in any case, holds it."""
        return in_private_folder(self.path)


@dataclass(frozen=True)
class Reading:
    """A file as far as it could be read."""

    path: str
    entry: Entry | None
    """None only where the front matter cannot be read at all."""
    problems: tuple[Problem, ...]
    text: str = ""
    """The file as it stands, where there is no entry."""
    coined: tuple[tuple[str, Concept], ...] = ()
    """Scheme and concept, for unknown terms of a vocabulary that is open."""

    @property
    def has_error(self) -> bool:
        """Whether something in it forbids to trust it."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def read_entry(source: Source, vocabularies: Vocabularies, *, home: bool = False) -> Reading:
    """The entry in a file, and all that is wrong with it. The home page needs no keys."""
    reader = _Reader(source, vocabularies)
    blocks, problems = cut(source.body, source.body_line, source.path, vocabularies)
    values = reader.values()
    title, blocks = leading_title(blocks)
    values["title"] = values.get("title") or title
    name = source.path.partition("/")[2].removesuffix(".md")
    lines = {field.name: field.line for field in source.fields if field.terms}
    entry = Entry(source.path, name, blocks, reader.facets, lines, not source.has_front_matter, tuple(reader.not_yet), **values)
    if home:
        entry = replace(entry, genre="page", status="published", is_note=False)
    elif source.has_front_matter and ("genre" in values or "genre" not in lines):
        reader.problems += missing(entry)
    return Reading(source.path, entry, tuple(sorted({*source.problems, *reader.problems, *problems})), coined=tuple(reader.coined))


class _Reader:
    """One pass over the front matter of one file."""

    def __init__(self, source: Source, vocabularies: Vocabularies) -> None:
        self.source, self.vocabularies = source, vocabularies
        self.keys = keys.with_facets(keys.facet_key(facet.key, facet.scheme, facet.title) for facet in vocabularies.facets)
        self.problems: list[Problem] = []
        self.facets: dict[str, tuple[str, ...]] = {}
        self.coined: list[tuple[str, Concept]] = []
        self.not_yet: list[str] = []

    def values(self) -> dict[str, Any]:
        """The values of all keys that hold one, by name; the facets go into `facets`."""
        found: dict[str, Any] = {}
        for typed in self.source.fields:
            key = self.keys.get(typed.name)
            if key is None:
                self.unknown_key(typed)
            elif key.elsewhere:
                self.other_tool(key, typed)
            elif key.kind is Kind.CONCEPTS:
                self.facets[key.scheme] = self.concepts(key, typed)
            elif typed.terms:
                found |= self.value(key, typed)
        return found

    def value(self, key: Key, field: Field) -> dict[str, Any]:
        """The key's name with its value; empty, with a problem, where the text is no value of its kind."""
        if key.kind is Kind.ANY:
            return {key.name: True}
        parsed = []
        for term in field.terms:
            shown = "" if key.private else f" “{term.text}”"
            try:
                parsed.append(self.one(key, term.text))
            except Unreadable as error:
                self.error(term.line, f"`{key.name}`{shown} {error}", f"write {listed(key.choices) if key.choices else key.kind.value}")
        if not key.kind.many and len(field.terms) > 1:
            self.error(field.line, f"`{key.name}` holds {len(field.terms)} values", "write one of them")
            return {}
        return {key.name: tuple(parsed) if key.kind.many else parsed[0]} if parsed else {}

    def one(self, key: Key, text: str) -> Any:
        """A single text as a value of the key's kind, or Unreadable."""
        if key.kind is Kind.CHOICE:
            word = "-".join(text.casefold().replace("_", " ").replace("-", " ").split())
            if word not in key.choices:
                close = nearest(word, key.choices, 1)[0]
                raise Unreadable("is not known" if key.private else f"is not known; nearest is `{close}`")
            return word
        if key.name == "hide":
            name = keys.normal(text)
            if name not in self.keys:
                raise Unreadable(f"is no key; nearest is `{nearest(name, self.keys, 1)[0]}`")
            return name
        return PARSERS[key.kind](text) if key.kind in PARSERS else text

    def concepts(self, key: Key, field: Field) -> tuple[str, ...]:
        """The ids of the concepts that the terms mean."""
        vocabulary = self.vocabularies.by_scheme[key.scheme]
        found: dict[str, None] = {}
        for term in field.terms:
            if concept := vocabulary.resolve(term.text):
                found[concept.id] = None
            elif vocabulary.open:
                concept = Concept(slug(term.text) or term.text, term.text)
                self.coined.append((vocabulary.scheme, concept))
                found[concept.id] = None
                self.note(
                    term.line, f"“{term.text}” is a new {vocabulary.one.lower()}", f"add it to {vocabulary.path} when it is there to stay"
                )
            else:
                near = vocabulary.nearest(term.text)
                self.error(
                    term.line,
                    f"there is no {vocabulary.one.lower()} “{term.text}”",
                    f"did you mean {listed(near)}? Else add it to {vocabulary.path}" if near else f"add it to {vocabulary.path}",
                )
        return tuple(found)

    def unknown_key(self, field: Field) -> None:
        """Report a key nobody knows: probably a slip where a known one is near."""
        close = within_a_slip(field.name, self.keys)
        if close:
            self.problems.append(
                Problem(self.source.path, field.line, Severity.WARNING, f"nobody knows the key `{field.typed}`", f"did you mean `{close}`?")
            )
        else:
            self.note(
                field.line,
                f"nobody knows the key `{field.typed}`, so it is never shown",
                f"the nearest key is `{nearest(field.name, self.keys, 1)[0]}`",
            )

    def other_tool(self, key: Key, field: Field) -> None:
        """Heed another tool's word where it says "not yet"."""
        for term in field.terms[:1]:
            try:
                if value.yes_or_no(term.text) is NOT_YET[key.name]:
                    self.not_yet.append(key.name)
                    self.note(
                        field.line,
                        f"`{key.name}` is another tool's word; it keeps this entry private",
                        "write `status: draft`, or delete the line",
                    )
            except Unreadable as error:
                self.error(field.line, f"`{key.name}` {error}", "write yes or no, or delete the line")

    def error(self, line: int, text: str, hint: str) -> None:
        """Note an error."""
        self.problems.append(Problem(self.source.path, line, Severity.ERROR, text, hint))

    def note(self, line: int, text: str, hint: str) -> None:
        """Note advice."""
        self.problems.append(Problem(self.source.path, line, Severity.NOTE, text, hint))


def leading_title(blocks: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """A `# Heading` at the top of the text, and the blocks without it."""
    place = next((place for place, block in enumerate(blocks) if not isinstance(block, Prose) or block.text.strip()), None)
    first = blocks[place] if place is not None else None
    if place is None or not isinstance(first, Prose) or first.heading != 1:
        return "", blocks
    heading, _, rest = first.text.partition("\n")
    rest = rest.partition("\n")[2] if not heading.startswith("#") else rest
    own = first.own.partition("\n")[2] if heading.startswith("#") else first.own.partition("\n")[2].partition("\n")[2]
    title = plain(heading.removeprefix("#").strip().rstrip("#"))
    return title, (*blocks[:place], replace(first, text=rest.strip("\n"), own=own.strip("\n"), heading=0), *blocks[place + 1 :])


def missing(entry: Entry) -> Iterator[Problem]:
    """The keys that are needed and not there."""

    def error(key: str, text: str, hint: str) -> Problem:
        return Problem(entry.path, entry.lines.get(key, 1), Severity.ERROR, text, hint)

    for name in NEEDED[entry.genre]:
        there = name in entry.lines or entry.title and name == "title" or entry.status == "draft" and name == "date"
        if not there:
            example = keys.BY_NAME[name].example or "What I learnt"
            yield error(name, f"`{name}` is missing; every {entry.genre} needs it", f"add a line `{name}: {example}`")
    if entry.attribution == "pseudonym" and not entry.display_name:
        yield error("attribution", "a pseudonym needs a name", "add a line `display_name:` with the name to print")
    if entry.image and not entry.image_alt:
        yield error("image", "`image` has no description", "add a line `image_alt:` that says what the picture shows")
    if entry.genre == "interview" and entry.status == "published" and entry.consent == "none":
        yield Problem(
            entry.path,
            entry.lines["status"],
            Severity.WARNING,
            "`status: published` does not publish an interview; it stays private",
            "write `consent: summary`, `paraphrase` or `quotes`, if they agreed to that",
        )


def recommended(entry: Entry) -> Iterator[Problem]:
    """Advice for an interview that is public."""
    lacking = [name for name in RECOMMENDED if not getattr(entry, name)]
    if entry.genre == "interview" and lacking:
        yield Problem(
            entry.path, 1, Severity.NOTE, f"it would be richer with {listed(lacking).replace(' or ', ' and ')}", "add what you know"
        )
