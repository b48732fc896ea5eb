"""Addresses: where a link in a file leads, and where a page stands on the site."""

from __future__ import annotations

import html
import posixpath
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, unquote

RESERVED = {
    "problems": "the preview's list of problems",
    "404": "the page for addresses that hold nothing",
    "404.html": "the page for addresses that hold nothing",
    "assets": "the files of the theme",
    "journal": "the files of the theme",
    "search": "the search",
    "questions": "the index of questions",
    "people": "the index of people",
    "libraries": "the index of libraries",
    "goals": "the index of goals",
    "coverage": "the table of coverage",
    "feed.xml": "the feed",
    "sitemap.xml": "the sitemap",
    "sitemap.xml.gz": "the sitemap",
    "undated": "the entries without a date",
}
"""First parts of addresses that are nobody's to take, beside the facets' and the years', and what stands there; some are yet to come."""
YEAR = re.compile(r"[0-9]{4}(/[0-9]+)?")
PAGE_FOLDER = re.compile(r"(?:^|/)index\.html(?:/|$)|\.html/")
"""A folder that has the name of a page's file."""
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
MACHINE = re.compile(r"file:|[a-z]:|\\|(?:https?:)?//(?:localhost|127\.[0-9.]+|0\.0\.0\.0|\[::1\])(?:[:/]|$)", re.I)
"""Files of the author's disk, and the address of her preview."""


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


def outside(link: str) -> str:
    """What sort of place out of the journal a link leads to: "script", "data", "machine" (the author's own) or "site"; else empty."""
    link = html.unescape(link).strip()
    if MACHINE.match(link):
        return "machine"
    found = SCHEME.match(link)
    scheme = found.group().lower() if found else ""
    return {"": "", "javascript:": "script", "vbscript:": "script", "data:": "data"}.get(scheme, "site")


@cache
def quoted(text: str) -> str:
    """The text as it may stand in an address; a journal asks for the same few thousand again and again."""
    return quote(text)


@dataclass(frozen=True)
class Addresses:
    """How names of pages become addresses: `2026/director/`, or `2026/director.html` without directory URLs.

    Without them nothing asks for a folder, which a browser would show as a list where no server stands between.
    """

    directories: bool = True

    def page(self, name: str, anchor: str = "") -> str:
        """The address of a page from the journal's root; the home page's name is empty."""
        return self.file((name and f"{name}/") if self.directories else f"{name or 'index'}.html", anchor)

    def name_of(self, path: str) -> str | None:
        """The name of the page that a file of the site at this path holds, empty for home; None where it holds no page."""
        if path == "index.html":
            return ""
        ending = "/index.html" if self.directories else ".html"
        return path.removesuffix(ending) if path.endswith(ending) else None

    def file(self, path: str, anchor: str = "") -> str:
        """The address of a file from the journal's root."""
        return quoted(path) + (f"#{quoted(anchor)}" if anchor else "")


@cache
def is_private(name: str) -> bool:
    """Whether a folder is named `private`, in any case, also in wide letters, or with spaces and dots around it, which Windows drops."""
    return unicodedata.normalize("NFKC", name).strip(" .").casefold() == "private"


def in_private_folder(path: str) -> bool:
    """Whether a folder named `private` is on the way to it."""
    return any(map(is_private, path.split("/")[:-1]))


def folded(path: str) -> str:
    """The path as a disk has it that tells neither capital letters nor forms of Unicode apart, as those of Windows and macOS."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def reserved_for(name: str, facets: Iterable[str] = ()) -> str:
    """What holds the address that a page of this name would have, now or in time; empty where it is free."""
    name = folded(name)
    first = name.partition("/")[0]
    for facet in facets:
        if folded(facet) == first:
            return f"the index of {facet.replace('-', ' ').replace('_', ' ')}"
    if YEAR.fullmatch(name):
        return f"the conversations of {first}"
    if name == "index":
        return "the home page"
    return RESERVED.get(first) or ("the page of its folder" if PAGE_FOLDER.search(name) else "")
