"""An entry: one conversation, reflection or page, as its file says it, private things included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace

from interview_journal import keys
from interview_journal.address import in_private_folder
from interview_journal.body import Block, Prose, cut
from interview_journal.body.extent import heading_text
from interview_journal.front_matter import FrontMatter
from interview_journal.problem import Problem, Severity, listed
from interview_journal.source import Source
from interview_journal.value import LogLine, PartialDate
from interview_journal.vocabulary import Concept, Vocabularies

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
    front = FrontMatter(source, vocabularies)
    blocks, problems = cut(source.body, source.body_line, source.path, vocabularies, is_note=not source.has_front_matter and not home)
    title, blocks = leading_title(blocks)
    values = {"title": title} | front.values
    name = source.path.partition("/")[2].removesuffix(".md")
    lines = {field.name: field.line for field in source.fields if field.holds_something}
    entry = Entry(source.path, name, blocks, front.facets, lines, not source.has_front_matter, tuple(front.not_yet), **values)
    if home:
        entry = replace(entry, genre="page", status="published", is_note=False)
    elif source.has_front_matter and ("genre" in values or "genre" not in lines):
        front.problems += missing(entry, misread=lines.keys() - values.keys())
    return Reading(source.path, entry, tuple(sorted({*source.problems, *front.problems, *problems})), coined=tuple(front.coined))


def leading_title(blocks: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """A `# Heading` at the top of the text, and the blocks without it."""
    place = next((place for place, block in enumerate(blocks) if not isinstance(block, Prose) or block.text.strip()), None)
    first = blocks[place] if place is not None else None
    if place is None or not isinstance(first, Prose) or first.heading != 1:
        return "", blocks
    heading, *rest = first.text.split("\n")
    length = 1 if heading.startswith("#") else 2
    text, own = ("\n".join(lines[length:]).strip("\n") for lines in ([heading, *rest], first.own.split("\n")))
    return heading_text(heading.removeprefix("#")), (*blocks[:place], replace(first, text=text, own=own, heading=0), *blocks[place + 1 :])


def missing(entry: Entry, misread: Set[str]) -> Iterator[Problem]:
    """The keys that are needed and not there; those that are there and cannot be read have problems of their own."""
    for name in NEEDED[entry.genre]:
        there = name in entry.lines or entry.title and name == "title" or entry.status == "draft" and name == "date"
        if not there:
            example = keys.BY_NAME[name].example or ("About" if entry.genre == "page" else "What I learnt")
            text = f"`{name}` is missing, and every {entry.genre} needs one"
            yield Problem.error(entry.path, entry.lines.get(name, 1), text, f"add a line `{name}: {example}`")
    if entry.attribution == "pseudonym" and not entry.display_name:
        hint = "add a line `display_name:` with the name to print"
        yield Problem.error(entry.path, entry.lines["attribution"], "a pseudonym needs a name", hint)
    if entry.image and not entry.image_alt:
        hint = "add a line `image_alt:` that says what the picture shows"
        yield Problem.error(entry.path, entry.lines["image"], "`image` has no description", hint)
    if entry.genre == "interview" and entry.status == "published" and entry.consent == "none" and "consent" not in misread:
        text = "`status: published` alone publishes no interview, so this one stays private"
        hint = "write `consent: summary`, `paraphrase` or `quotes`, if they agreed to that"
        yield Problem.warning(entry.path, entry.lines["status"], text, hint)


def recommended(entry: Entry) -> Iterator[Problem]:
    """Advice for an interview that is public."""
    lacking = [name for name in RECOMMENDED if not getattr(entry, name)]
    if entry.genre == "interview" and lacking:
        text = f"it would be richer with {listed(lacking).replace(' or ', ' and ')}"
        yield Problem.note(entry.path, 1, text, "add what you know")
