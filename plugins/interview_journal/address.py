"""Addresses: where a link in a file leads, and where a page stands on the site."""

from __future__ import annotations

import html
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import quote, unquote

from interview_journal.text import WIKI_LINK, slug

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
    "passages": "the index of passages",
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

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff", ".heic")
OTHER_MEDIA = (".pdf", ".mp3", ".m4a", ".wav", ".ogg", ".flac", ".3gp", ".webm", ".mp4", ".ogv", ".mov", ".mkv")
"""What else Obsidian shows where a text embeds it (its help, "Accepted file formats")."""


@dataclass(frozen=True)
class Target:
    """Where a link leads within the journal."""

    path: str
    """From the folder of the entries: "2026/university-director.md"; with leading "../" where it leads out of it."""
    anchor: str
    wiki: bool = False
    """Whether it was written between double square brackets."""
    rivals: tuple[str, ...] = ()
    """All files that it may mean, where these are several."""


@dataclass(frozen=True)
class Names:
    """The files of a journal by what a text may call them between double square brackets."""

    paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Their paths by the last part of them, as `folded` has it."""

    def called(self, name: str, path: str) -> tuple[str, ...]:
        """The files that a text in the file at `path` may mean by a name; the ending of an entry may be left out.

        A path that leads there counts first, be it from the folder of the text or from that of the entries; else the end of a path is
        enough. What lies in a private folder is meant only where nothing else is.
        """
        ways = [posixpath.normpath(posixpath.join(posixpath.dirname(path), name)), posixpath.normpath(name.lstrip("/"))]
        ways = ways[:1] if name.startswith(("./", "../")) else ways[1:] if name.startswith("/") else ways
        for ending in (".md", ""):
            likely = self.paths.get(folded(f"{ways[0].rpartition('/')[2]}{ending}"), ())
            there = {folded(f"{way}{ending}") for way in ways}
            found = tuple(one for one in likely if folded(one) in there)
            if not found and len(ways) > 1:
                found = tuple(one for one in likely if folded(one).endswith(f"/{folded(ways[1])}{ending}"))
            if found:
                return tuple(one for one in found if not in_private_folder(one)) or found
        return ()


def names_of(paths: Iterable[str]) -> Names:
    """The names of the files at these paths from the folder of the entries."""
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(folded(path.rpartition("/")[2]), []).append(path)
    return Names({name: tuple(paths) for name, paths in found.items()})


NO_NAMES = Names()


def target_of(link: str, path: str, names: Names = NO_NAMES) -> Target | None:
    """Where a link in the file at `path` (from the folder of the entries) leads; None where it leads to another site."""
    link = html.unescape(link).strip()
    if written := WIKI_LINK.fullmatch(link):
        return wiki_target(written["name"].strip(), written["anchor"].rpartition("#")[2].strip(), path, names)
    if SCHEME.match(link):
        return None
    link, _, anchor = link.partition("#")
    link = unquote(link.partition("?")[0])
    if not link:
        return Target(path, unquote(anchor))
    start = "" if link.startswith("/") else posixpath.dirname(path)
    return Target(posixpath.normpath(posixpath.join(start, link.lstrip("/"))), unquote(anchor))


def wiki_target(name: str, anchor: str, path: str, names: Names) -> Target:
    """Where a name between double square brackets leads; after `^` stands an anchor as it is, else the words that make one."""
    anchor = anchor[1:] if anchor.startswith("^") else slug(anchor)
    if not name:
        return Target(path, anchor, wiki=True)
    found = names.called(name, path)
    start = posixpath.dirname(path) if name.startswith(("./", "../")) else ""
    nothing = posixpath.normpath(posixpath.join(start, name.lstrip("/")))
    return Target(found[0] if found else nothing, anchor, wiki=True, rivals=found if len(found) > 1 else ())


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
