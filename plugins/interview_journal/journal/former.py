"""Former addresses: what the lines of `was` in an entry name, and what is wrong with them (FORMAT, "Front matter")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import unquote

from interview_journal.address import SCHEME, Addresses, folded, quoted, reserved_for
from interview_journal.consent import decisions_against
from interview_journal.consent.hidden_name import HiddenNames, holds_any_name, holds_hidden_name
from interview_journal.consent.reason import is_gone
from interview_journal.entry import Entry, Reading
from interview_journal.file_name import shown, unportable, unusable
from interview_journal.journal.examination import name_of
from interview_journal.problem import Problem
from interview_journal.value import visible
from interview_journal.vocabulary import Vocabularies

PRIVATE = re.compile(r"(?:^|[/\\:])\s*private[\s.]*[/\\#?]+.*\S", re.I | re.S)
"""A folder named `private` with something in it, however the rest is written: what it holds is told by no message."""
INDEX = re.compile(r"(?:^|(?<=/))(?:index|README)(?:\.md|\.html)?$")
"""The file that stands for its folder."""
NO_NAME = re.compile(r"|\..*|.*\.(?:html|md)|.*#.*", re.S)
"""What is no name of a folder or page: nothing, what begins with a dot, the name of a file, what leads to an anchor."""


@dataclass(frozen=True)
class Formers:
    """What former addresses are judged by."""

    addresses: Addresses
    vocabularies: Vocabularies
    media: frozenset[str]

    def url(self, text: str) -> str:
        """The address, from the journal's root, that a line of `was` names.

        A file's path is that of its page. An ending is kept: `2025/old.html` and `2025/old/` are two addresses, whichever the site has now.
        """
        name, ending = parsed(text)
        return quoted(f"{name}{ending}") if ending in ("/", ".html") else self.addresses.page(name)

    def urls(self, lines: Iterable[str]) -> tuple[str, ...]:
        """The addresses that the lines name, without those that are wrong."""
        return tuple(dict.fromkeys(self.url(text) for text in lines if not self.fault(text)))

    def fault(self, text: str) -> tuple[str, str] | None:
        """What is wrong with a line of `was` by itself, and what to do."""
        name, _ = parsed(text)
        parts = name.split("/")
        if PRIVATE.search(INDEX.sub("", visible(unquote(text)))):
            return "`was` names a place in a private folder, where no page ever stood", "take it out"
        if SCHEME.match(text) or name and (any(NO_NAME.fullmatch(part) or unusable(part) for part in parts) or any(unportable(name))):
            return (
                f"`was` “{shown(text)}” is no address within this journal",
                "write what followed the journal's own address, as in 2025/old-name.md",
            )
        if holder := reserved_for(name, (facet.name for facet in self.vocabularies.facets)) if name else "the home page":
            return f"`was` “{shown(text)}” is an address of the journal's own, for {holder}", "take it out"
        on_the_way = {"/".join(parts[: place + 1]) for place in range(len(parts))}
        if self.media & {*on_the_way, f"{name}.html", f"{name}/index.html"}:
            return f"`was` “{shown(text)}” is the address of a file that lies there", "take it out, or move the file"
        return None


def parsed(text: str) -> tuple[str, str]:
    """The name of the page that a line of `was` names, empty for home, and the ending: "/", ".html", ".md" or nothing."""
    name = INDEX.sub("", unquote(text).strip()).removeprefix("/")
    ending = next((ending for ending in ("/", ".html", ".md") if name.endswith(ending)), "")
    return name.removesuffix(ending), ending


def same(url: str) -> str:
    """The address as a disk has it that tells neither capitals nor forms of Unicode apart, and no folder from a file."""
    return folded(unquote(url)).removesuffix("/")


def spoken(entry: Entry, vocabularies: Vocabularies) -> tuple[str, ...]:
    """The lines of `was` that may be printed: not what `hide` keeps back, nor what holds a hidden name, an error of its own."""
    if not entry.was or "was" in entry.hide or entry.in_private_folder:
        return ()
    hidden = HiddenNames(entry, vocabularies)
    return tuple(text for text in entry.was if not hidden.standing_in(text))


def remaining(entry: Entry, vocabularies: Vocabularies) -> tuple[str, ...]:
    """Those of them that tell nothing of the person, so that a page may remain there once the entry is withdrawn."""
    return tuple(text for text in spoken(entry, vocabularies) if not holds_any_name(replace(entry, name=text), vocabularies))


def gone_urls(readings: Iterable[Reading], formers: Formers, day: date) -> Iterator[str]:
    """The addresses of withdrawn entries, former ones among them, under which a page without name or text remains."""
    for entry in (reading.entry for reading in readings if reading.entry and is_gone(reading, day)):
        if not holds_any_name(entry, formers.vocabularies):
            yield formers.addresses.page(name_of(entry.path))
        yield from formers.urls(remaining(entry, formers.vocabularies))


def check_formers(readings: Iterable[Reading], formers: Formers, day: date) -> Iterator[Problem]:
    """What is wrong with the former addresses of entries. A message names no private file, and a public entry's tells of none."""
    lines: dict[str, tuple[str, ...]] = {}
    claims: dict[str, list[Entry]] = {}
    entries = {reading.path: reading.entry for reading in readings if reading.entry}
    gone = {reading.path for reading in readings if reading.entry and is_gone(reading, day)}
    public = {path for path, entry in entries.items() if path in gone or not decisions_against(entry, day)}
    places = {path: same(formers.addresses.page(name_of(path))) for path in entries}
    standing = {places[path] for path in public}
    for path, entry in entries.items():
        lines[path] = spoken(entry, formers.vocabularies)
        if path in gone and (kept := remaining(entry, formers.vocabularies)) != lines[path]:
            lines[path] = kept
            text = "`was` tells whom you talked with, so nothing remains under that address"
            yield Problem.note(path, entry.lines["was"], text, "nothing is to be done")
        for url in formers.urls(lines[path]):
            claims.setdefault(same(url), []).append(entry)
    for path, entry in entries.items():
        for was in lines[path]:
            line, key = entry.lines["was"], same(formers.url(was))
            if fault := formers.fault(was):
                yield Problem.error(path, line, *fault)
            elif key == places[path]:
                yield Problem.note(
                    path, line, f"`was` “{shown(was)}” is where this entry stands", "take it out; nothing leads on from there"
                )
            elif key in standing:
                yield Problem.error(path, line, "an address in `was` is that of another entry", "take it out, or move that entry")
            else:
                rivals = [other for other in claims[key] if other is not entry and (other.path in public or path not in public)]
                named = [rival for rival in rivals if rival.path in public - gone and not holds_hidden_name(rival, formers.vocabularies)]
                if rivals:
                    who = f"{named[0].path}:{named[0].lines['was']}" if named else "another entry"
                    yield Problem.error(path, line, f"`was` “{shown(was)}” is in {who} too", "an address leads to one page: take one out")
