"""The texts of a file as HTML with resolved links, and what can be linked to in them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import PurePosixPath

from interview_journal.address import NO_NAMES, Addresses, Names, Target, in_private_folder, outside, quoted, target_of
from interview_journal.body import Definition, Passage, Prose, Question
from interview_journal.body.citation import cited
from interview_journal.consent import Disclosed
from interview_journal.markup import BASE, Converter, Fragment, Use, untitled
from interview_journal.quotable import answers_in, callouts_in


class Standing(Enum):
    """What becomes of a passage where another entry shows it."""

    SHOWN = "readers see it"
    CLOSED = "readers do not see it"
    EMPTY = "a question under which nothing stands in running text"
    PRIVATE = "nobody is ever to see it"


@dataclass(frozen=True)
class Place:
    """What may be linked to in a file."""

    name: str
    """The name of its page; empty for the home page."""
    anchors: frozenset[str]
    public_anchors: frozenset[str] = frozenset()
    public: bool = True
    withdrawn: bool = False
    passages: Mapping[str, Standing] = field(default_factory=dict)
    """What another entry may show of it, by anchor: its callouts and questions."""


@dataclass(frozen=True)
class Sight:
    """An entry as somebody sees it."""

    entry: Disclosed
    fragments: Mapping[int, Fragment]
    """Its converted texts by line."""
    anchors: frozenset[str]
    """All that can be linked to in it: its questions and passages, and the ids in its texts."""


class Texts:
    """The texts of entries as HTML with resolved links, for one reader."""

    def __init__(
        self, converter: Converter, addresses: Addresses, places: Mapping[str, Place], media: frozenset[str], names: Names = NO_NAMES
    ) -> None:
        self.converter, self.addresses = converter, addresses
        self.places, self.media, self.names = places, media, names
        self.titles: dict[tuple[str, str], str] = {}
        """How pages and passages are called, by path and anchor, for links without words of their own; a page's anchor is empty."""
        self.shown: set[str] = set()
        """The media that some text shows or links."""
        self.done: dict[tuple[str, int, str], str] = {}
        """The blocks that are resolved, by path, line and text: every view prints the same."""

    def html(self, path: str, text: str, definitions: Sequence[Definition] = (), anchor: str = "") -> str:
        """A text of the file at `path` (from the folder of the entries) as HTML."""
        fragment = self.converter.convert(text, definitions, anchor)
        return fragment.html(lambda use: self.resolve(use, path), lambda use: self.title(use, path))

    def part(self, entry: Disclosed, block: Prose | Passage) -> str:
        """A block of an entry as HTML, with the notes it cites."""
        key = (entry.path, block.line, block.text)
        if key not in self.done:
            definitions = cited([block.text], {definition.name: definition for definition in entry.definitions})
            self.done[key] = self.html(inner(entry.path), block.text, definitions, anchor_for_notes(block))
        return self.done[key]

    def resolve(self, use: Use, path: str) -> str | None:
        """The address that a link leads to, behind the base mark; None where a reader may not follow it.

        Nothing that a page shows by itself comes from another site, which would learn of every reader.
        """
        target = self.target(use.target, path)
        if target is None:
            sort = outside(use.target)
            return use.target if sort == "data" or sort == "site" and not use.loads else None
        if target.rivals:
            return None
        if not target.path:
            return f"#{quoted(target.anchor)}" if target.wiki else use.target
        if place := self.places.get(target.path):
            return BASE + self.addresses.page(place.name, target.anchor if target.anchor in place.anchors else "")
        media = self.media_url(target)
        return BASE + media if media else None

    def target(self, link: str, path: str) -> Target | None:
        """Where a link in the file at `path` leads within the journal."""
        return target_of(link, path, self.names)

    def title(self, use: Use, path: str) -> str:
        """The words for a link without words of its own: how its target is called, as the reader sees that; nothing of what is private."""
        target = self.target(use.target, path)
        if target is None or self.resolve(use, path) is None:
            return untitled(use)
        called = self.titles.get((target.path, target.anchor)) or self.titles.get((target.path, ""))
        return called or PurePosixPath(target.path).name.removesuffix(".md") or target.anchor

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


def sight_of(entry: Disclosed, converter: Converter) -> Sight:
    """The entry with its texts converted."""
    blocks = [part.block for part in entry.parts]
    defined = {definition.name: definition for definition in entry.definitions}
    fragments = {
        block.line: converter.convert(block.text, cited([block.text], defined), anchor_for_notes(block))
        for block in blocks
        if isinstance(block, Prose | Passage)
    }
    named = {block.anchor for block in blocks if isinstance(block, Question | Passage)}
    return Sight(entry, fragments, frozenset(named.union(*(fragment.ids for fragment in fragments.values()))))


def standings(whole: Disclosed, seen: Disclosed, private: frozenset[str]) -> dict[str, Standing]:
    """What may be shown elsewhere of an entry, as its author and as readers see it; `private` are the kinds that nobody is to see."""
    callouts = callouts_in(seen)
    shown = {passage.anchor for passage in callouts} | {one.asked.anchor for one in answers_in(seen, callouts) if one.texts}
    answered = {block.under for part in whole.parts if isinstance(block := part.block, Prose)}
    found: dict[str, Standing] = {}
    for block in (part.block for part in whole.parts):
        if isinstance(block, Passage) and block.kind in private:
            found[block.anchor] = Standing.PRIVATE
        elif isinstance(block, Passage | Question) and block.anchor in shown:
            found[block.anchor] = Standing.SHOWN
        elif isinstance(block, Question) and block.anchor not in answered:
            found[block.anchor] = Standing.EMPTY
        elif isinstance(block, Passage | Question):
            found[block.anchor] = Standing.CLOSED
    return found


def targets_in(path: str, fragments: Iterable[Fragment], names: Names) -> Iterator[str]:
    """The paths within the journal that the texts of a file lead to."""
    for fragment in fragments:
        for use in fragment.uses:
            if target := target_of(use.target, path, names):
                yield target.path
