"""Addresses: where a link in a file leads, and where a page stands on the site."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, unquote

RESERVED = frozenset(
    {"problems", "404", "assets", "journal", "search", "questions", "people", "libraries", "goals", "coverage", "feed.xml", "undated"}
)
"""First parts of addresses that are nobody's to take, beside the facets' and the years'; some for pages that are to come."""
YEAR = re.compile(r"[0-9]{4}(/[0-9]+)?")
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True)
class Target:
    """Where a link leads within the journal."""

    path: str
    """From the folder of the entries: "2026/university-director.md"; with leading "../" where it leads out of it."""
    anchor: str


def target_of(link: str, path: str) -> Target | None:
    """Where a link in the file at `path` (from the folder of the entries) leads; None where it leads to another site."""
    link = html.unescape(link).strip()
    if SCHEME.match(link):
        return None
    link, _, anchor = link.partition("#")
    link = unquote(link.partition("?")[0])
    if not link:
        return Target(path, unquote(anchor))
    start = "" if link.startswith("/") else posixpath.dirname(path)
    return Target(posixpath.normpath(posixpath.join(start, link.lstrip("/"))), unquote(anchor))


@cache
def quoted(text: str) -> str:
    """The text as it may stand in an address; a journal asks for the same few thousand again and again."""
    return quote(text)


@dataclass(frozen=True)
class Addresses:
    """How names of pages become addresses: `2026/director/`, or `2026/director.html` without directory URLs."""

    directories: bool = True

    def page(self, name: str, anchor: str = "") -> str:
        """The address of a page from the journal's root; the home page's name is empty."""
        return self.file(name and (f"{name}/" if self.directories else f"{name}.html"), anchor)

    def file(self, path: str, anchor: str = "") -> str:
        """The address of a file from the journal's root."""
        return quoted(path) + (f"#{quoted(anchor)}" if anchor else "")


def in_private_folder(path: str) -> bool:
    """Whether a folder named `private`, in any case, is on the way to it."""
    return "private" in (part.casefold() for part in path.split("/")[:-1])


def is_reserved(name: str, facets: Iterable[str] = ()) -> bool:
    """Whether the address of a page of this name belongs to one that the journal makes, now or in time."""
    return name.partition("/")[0] in RESERVED.union(facets) or YEAR.fullmatch(name) is not None
