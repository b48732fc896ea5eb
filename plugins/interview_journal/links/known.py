"""All that a link may lead to, and what its author may have meant where it leads nowhere."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from interview_journal.address import NO_NAMES, Names, Target, folded, in_private_folder, reserved_for
from interview_journal.links.texts import Place, Standing
from interview_journal.markup import NOTE
from interview_journal.media import Media
from interview_journal.problem import listed, nearest
from interview_journal.text import slug

PAGE_ENDING = re.compile(r"(?:/index)?\.html?$|/+$", re.I)
OF_ANOTHER_SITE = re.compile(r"(?:^|/)www\.[^/]+\.[a-z]{2,}")
TEXTS = ("", ".md", ".html", ".htm")
"""The endings of what leads to an entry, or was meant to; all others are those of pictures and other files."""
ALIKE = 0.6
"""How like a path must be to one that is there to be taken for it."""
NO_SUCH_NAME = "check the name; a path between double square brackets starts from the folder of the entries"
ANCHOR = "write a passage's `^id` after the `#`, or its headline in small letters with hyphens"


@dataclass(frozen=True)
class Known:
    """All that a link in the author's files may lead to, by path from the folder of the entries."""

    places: Mapping[str, Place]
    media: Media
    linkable: tuple[str, ...]
    """What a message may name: entries and media that readers see."""
    facets: tuple[str, ...]
    """The names of the facets, each the address of its index."""
    unread: frozenset[str] = frozenset()
    """The entries that cannot be read, of which their own problems tell."""
    names: Names = NO_NAMES

    @cached_property
    def by_sight(self) -> dict[str, str]:
        """What a message may name, and all media outside private folders, by path without regard to case and forms of Unicode."""
        paths = (*(path for path in sorted(self.media.paths) if not in_private_folder(path)), *self.linkable)
        return {folded(path): path for path in paths}

    def path_instead(self, target: Target, path: str, *, public: bool) -> str:
        """What to do about a link in the file at `path` that leads to no file.

        A file that no reader sees is named only to somebody who already wrote its name where readers see it.
        """
        for way in meant(target.path, path):
            found = self.by_sight.get(folded(way))
            if found is None or not public and found not in self.linkable:
                continue
            if found == target.path or unicodedata.normalize("NFC", found) == unicodedata.normalize("NFC", target.path):
                return "type the name of the file anew, since its accents are stored in another way than those of the link"
            remark = "; capital letters count" if found.casefold() == target.path.casefold() else ""
            return f"write {link_to(found, path, target)}{remark}"
        if "." not in target.path and reserved_for(target.path, self.facets):
            return "a page that the journal makes has no file; write its whole address, from https:// on"
        if OF_ANOTHER_SITE.search(target.path):
            return "write https:// in front of it, if it is a page of another site"
        is_text = PurePosixPath(target.path).suffix.lower() in TEXTS
        near = nearest(target.path, (found for found in self.linkable if found != path and found.endswith(".md") == is_text), 1, ALIKE)
        if target.wiki:
            return f"did you mean {link_to(near[0], path, replace(target, anchor=''))}?" if near else NO_SUCH_NAME
        return f"did you mean {from_file(near[0], path)}?" if near else "check the path; it starts from the folder of this file"

    def anchor_instead(self, target: Target, path: str) -> str:
        """What to do about a link in the file at `path` that leads to no passage of the file it names."""
        place = self.places.get(target.path)
        if place is None or not place.public and target.path != path:
            return ANCHOR
        near = nearest(target.anchor, (anchor for anchor in place.public_anchors if not NOTE.search(anchor)), 1)
        return f"did you mean #{raised(near[0], target)}? Else {ANCHOR}" if near else ANCHOR

    def which_of(self, target: Target, path: str) -> str:
        """What to write where a name is that of several files; none that readers do not see is named."""
        ways = [link_to(rival, path, target) for rival in target.rivals if rival in self.linkable]
        return f"write the path of the one you mean: {listed(ways)}" if ways else NO_SUCH_NAME

    def which_passage(self, target: Target) -> str:
        """What to write where a passage is meant and an entry named."""
        passages = self.places[target.path].passages
        some = next((anchor for anchor, standing in passages.items() if standing is Standing.SHOWN), "two-floors-up")
        example = f"!{link_to(target.path, '', replace(target, anchor=some))}"
        return f"name the passage after `#`, as in `{example}`; without the `!` it is a link to the entry"


def raised(anchor: str, target: Target) -> str:
    """An anchor as a link may have it: between double square brackets one that is not made of small letters stands behind `^`."""
    return f"^{anchor}" if target.wiki and slug(anchor) != anchor else anchor


def link_to(found: str, path: str, target: Target) -> str:
    """What to write for a file in place of what leads nowhere: between double square brackets its path from the folder of the entries."""
    anchor = f"#{raised(target.anchor, target)}" if target.anchor else ""
    return f"[[{found.removesuffix('.md')}{anchor}]]" if target.wiki else f"{from_file(found, path)}{anchor}"


def meant(target: str, path: str) -> Iterator[str]:
    """The files that somebody may mean who writes an address of the site, leaves the ending out, or writes paths as Windows does."""
    slashed = posixpath.normpath(target.replace("\\", "/"))
    yield slashed
    from_page = posixpath.join(path.removesuffix(".md"), posixpath.relpath(slashed, posixpath.dirname(path) or "."))
    for way in (slashed, posixpath.normpath(from_page)):
        yield f"{PAGE_ENDING.sub('', way)}.md"


def from_file(found: str, path: str) -> str:
    """The path as a link in the file at `path` has it."""
    return posixpath.relpath(found, posixpath.dirname(path) or ".")
