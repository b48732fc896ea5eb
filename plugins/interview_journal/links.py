"""What links, pictures and HTML in the texts lead to, and what is wrong with them."""

from __future__ import annotations

import html
import posixpath
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interview_journal.address import Addresses, Target, in_private_folder, target_of
from interview_journal.body import Definition, Passage, Prose, Question
from interview_journal.body.citation import cited
from interview_journal.consent import Disclosed
from interview_journal.markup import BASE, Converter, Fragment
from interview_journal.problem import Problem, Severity, nearest


@dataclass(frozen=True)
class Place:
    """What may be linked to in a file."""

    name: str
    """The name of its page; empty for the home page."""
    anchors: frozenset[str]
    public_anchors: frozenset[str] = frozenset()
    public: bool = True


@dataclass(frozen=True)
class Known:
    """All that a link in the author's files may lead to, by path from the folder of the entries."""

    places: Mapping[str, Place]
    media: frozenset[str]
    linkable: tuple[str, ...] = ()
    """What a message may name: entries and media that readers see."""


NO_MEDIUM = re.compile(r"(?:^|/)_[^/]*$|\.(?:md|mdown|markdown)(?:\.txt)?$", re.I)
"""Files that hold text of the author's: a link must not put one on the site as it stands, private keys and all."""


def media_among(paths: Iterable[str]) -> frozenset[str]:
    """The files that a page may show or link, once they lie in no private folder."""
    return frozenset(path for path in paths if not NO_MEDIUM.search(path))


class Texts:
    """The texts of entries as HTML with resolved links, for one reader."""

    def __init__(self, converter: Converter, addresses: Addresses, places: Mapping[str, Place], media: frozenset[str]) -> None:
        self.converter, self.addresses = converter, addresses
        self.places, self.media = places, media
        self.shown: set[str] = set()
        """The media that some text shows or links."""
        self.done: dict[tuple[str, int, str], str] = {}
        """The blocks that are resolved, by path, line and text: every view prints the same."""

    def html(self, path: str, text: str, definitions: Sequence[Definition] = (), anchor: str = "") -> str:
        """A text of the file at `path` (from the folder of the entries) as HTML."""
        fragment = self.converter.convert(text, definitions, anchor)
        return fragment.html(lambda link: self.resolve(link, path))

    def part(self, entry: Disclosed, block: Prose | Passage) -> str:
        """A block of an entry as HTML, with the notes it cites."""
        key = (entry.path, block.line, block.text)
        if key not in self.done:
            definitions = cited([block.text], {definition.name: definition for definition in entry.definitions})
            self.done[key] = self.html(inner(entry.path), block.text, definitions, anchor_for_notes(block))
        return self.done[key]

    def resolve(self, link: str, path: str) -> str | None:
        """The address that a link leads to, behind the base mark; None where a reader may not follow it."""
        target = target_of(link, path)
        if target is None or not target.path:
            return link
        if place := self.places.get(target.path):
            return BASE + self.addresses.page(place.name, target.anchor if target.anchor in place.anchors else "")
        media = self.media_url(target)
        return BASE + media if media else None

    def media_url(self, target: Target) -> str | None:
        """The address of a picture or other file, which is then shown; None where it is missing or in a private folder."""
        if target.path not in self.media or in_private_folder(target.path):
            return None
        self.shown.add(target.path)
        return self.addresses.file(target.path, target.anchor)


def inner(path: str) -> str:
    """A path of a message as a path from the folder of the entries."""
    return path.partition("/")[2]


def anchor_for_notes(block: Prose | Passage) -> str:
    """What the ids of a block's footnotes begin with; unique in its entry and steady while the block is.

    It is made of the text, not of the line, which would tell how much is withheld above.
    """
    return block.anchor if isinstance(block, Passage) else f"{block.under or 'text'}-{zlib.crc32(block.text.encode())}"


def anchors_of(entry: Disclosed, fragments: Mapping[int, Fragment]) -> frozenset[str]:
    """All that can be linked to in an entry: its questions and passages, and the ids in its texts."""
    named = {part.block.anchor for part in entry.parts if isinstance(part.block, Question | Passage)}
    return frozenset(named.union(*(fragment.ids for fragment in fragments.values())))


def fragments_of(entry: Disclosed, converter: Converter) -> dict[int, Fragment]:
    """The converted blocks of an entry by their line."""
    defined = {definition.name: definition for definition in entry.definitions}
    return {
        block.line: converter.convert(block.text, cited([block.text], defined), anchor_for_notes(block))
        for block in (part.block for part in entry.parts)
        if isinstance(block, Prose | Passage)
    }


def targets_in(path: str, fragments: Iterable[Fragment]) -> Iterator[str]:
    """The paths within the journal that the texts of a file lead to."""
    for fragment in fragments:
        for use in fragment.targets:
            if target := target_of(use.target or "", path):
                yield target.path


def check_html(path: str, fragments: Mapping[int, Fragment], sources: Mapping[int, str]) -> Iterator[Problem]:
    """An error for each HTML element that is opened in one block of a file and closed in another."""
    opened: dict[str, int] = {}
    for line, fragment in fragments.items():
        for name in fragment.closed_only:
            if name in opened:
                yield Problem(
                    path,
                    line_of(f"</{name}", sources.get(line, "").lower(), line),
                    Severity.ERROR,
                    f"`<{name}>` is closed here and opened in another block, which begins on line {opened[name]}",
                    "open and close it within one paragraph, answer or callout",
                )
        opened |= {name: line for name in fragment.left_open if name not in opened}


def check_texts(
    path: str, fragments: Mapping[int, Fragment], sources: Mapping[int, str], known: Known, *, public: bool
) -> Iterator[Problem]:
    """What is wrong with links and pictures in the texts of a file; `sources` are its blocks by line."""
    for line, fragment in fragments.items():
        yield from check_fragment(fragment, path, inner(path), line, sources.get(line, ""), known, public=public)


def check_fragment(fragment: Fragment, path: str, start: str, line: int, source: str, known: Known, *, public: bool) -> Iterator[Problem]:
    """What is wrong with one text in the file `path`; relative links begin at `start`."""
    if fragment.broken:
        yield Problem(
            path,
            line,
            Severity.ERROR,
            "an HTML tag in this text has no end, so nobody can tell where it leads",
            "look for a missing `>` or quotation mark, or write `&lt;` for a `<` that is no tag",
        )
    if fragment.too_deep:
        yield Problem(
            path, line, Severity.ERROR, "lists or quotations are nested too deeply here to be made into a page", "take some levels out"
        )
    for use in fragment.targets:
        at = line_of(use.target or "", source, line)
        if use.tag == "img" and not (use.alt or "").strip():
            yield Problem(
                path,
                at,
                Severity.WARNING,
                "a picture has no description",
                "say between the brackets what it shows: `![Reading room, empty](…)`",
            )
        target = target_of(use.target or "", start)
        if target and not (target.path == start and target.anchor in fragment.ids):
            yield from check_target(path, target, at, known, public=public)


def check_target(path: str, target: Target, line: int, known: Known, *, public: bool) -> Iterator[Problem]:
    """What is wrong with one link. The message names the line, never a private target."""
    place = known.places.get(target.path)
    if in_private_folder(target.path) and public:
        yield Problem(path, line, Severity.ERROR, "a link leads into a private folder", "take the link out, or move its target")
    elif place is not None and public and not place.public and target.path != inner(path):
        yield Problem(
            path,
            line,
            Severity.WARNING,
            "a link leads to an entry that is private",
            "its text remains without the link; take it out, or wait",
        )
    elif not target.path or place is not None and target.anchor and target.anchor not in place.anchors:
        yield Problem(
            path,
            line,
            Severity.ERROR,
            "a link leads to a passage that is not there",
            "write a passage's `^id` after the `#`, or its headline in small letters with hyphens",
        )
    elif place is None and target.path not in known.media:
        near = [posixpath.relpath(found, posixpath.dirname(inner(path)) or ".") for found in nearest(target.path, known.linkable, 1)]
        yield Problem(
            path,
            line,
            Severity.ERROR,
            "a link leads to a file that is not there, or is no entry",
            f"did you mean {near[0]}?" if near else "check the path; it starts from the folder of this file",
        )
    elif place is not None and target.anchor and public and target.anchor not in place.public_anchors:
        yield Problem(
            path,
            line,
            Severity.WARNING,
            "a link leads to a passage that readers do not see",
            "it leads to the page instead; take the part after `#` out",
        )


def line_of(target: str, source: str, line: int) -> int:
    """The line of the file in which the target is written, else that of its block."""
    place = source.find(html.unescape(target))
    return line + source.count("\n", 0, place) if place >= 0 else line


def quotations_left(entry: Disclosed, fragments: Mapping[int, Fragment]) -> Iterator[Problem]:
    """An error for each quotation that Markdown made of a text from which quotations were to be taken out: it must not be published."""
    for line, fragment in fragments.items():
        if fragment.has_quotation:
            yield Problem(
                entry.path,
                line,
                Severity.ERROR,
                "a quotation stands in a place from which it cannot be taken out",
                "let it begin with `>` on a line of its own",
            )
