"""Blocks to HTML, once: each is converted alone, with the definitions it refers to, and every view reuses the result.

Links are recorded, not resolved, so that a text stays the same when its target changes. In the result `BASE` stands where a page
puts the way to the journal's root, and `ID` around attributes that hold only where the text is at home; control characters
cannot occur in a source.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown import Markdown

from interview_journal.body import Definition

BASE, ID = "\x1e", "\x1f"
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"([\s/]+)([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
CUT_OPEN = frozenset({"href", "src", "id", "alt"})
"""The attributes that are looked at, in small letters."""
NOTE = re.compile(r"fn(?:ref\d*)?:")
"""How the ids of footnotes begin, and those of the places that cite them: the second is `fnref2:`."""
TAG_LEFT = re.compile(r"<[a-zA-Z/]")
NOT_AT_HOME = re.compile(f"{ID}[^{ID}]*{ID}")
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
INCLUDING = ("snippets", "include", "b64")
"""Extensions whose last name holds one of these put other files into a page, past the rule of what may be shown."""


@dataclass(frozen=True)
class Opening:
    """The tag of a link or picture, cut open at its target."""

    tag: str
    before: str
    target: str | None
    """The `href` or `src` as it was written; None where there is none."""
    after: str
    alt: str | None = None


@dataclass(frozen=True)
class Closing:
    """The end of a link, as it was written."""

    tag: str


Piece = str | Opening | Closing


@dataclass(frozen=True)
class Fragment:
    """A converted block."""

    pieces: tuple[Piece, ...]
    ids: tuple[str, ...]
    left_open: tuple[str, ...]
    """Names of HTML elements opened and not closed here."""
    closed_only: tuple[str, ...]
    """Names of HTML elements closed here and not opened."""
    broken: bool = False
    """Whether a tag stands in it that has no end, so that nobody can tell where it leads."""
    too_deep: bool = False
    """Whether lists or quotations are nested too deeply to be converted; then the text stands as it was written."""

    @property
    def targets(self) -> Iterator[Opening]:
        """The links and pictures."""
        return (piece for piece in self.pieces if isinstance(piece, Opening) and piece.target is not None)

    @property
    def has_quotation(self) -> bool:
        """Whether a block quotation is in it."""
        tags = (piece.before if isinstance(piece, Opening) else piece for piece in self.pieces if not isinstance(piece, Closing))
        return any("<blockquote" in tag.lower() for tag in tags)

    def html(self, resolve: Callable[[str], str | None]) -> str:
        """The HTML with its links resolved; where that gives None, a link's text remains and a picture leaves its description."""
        found: list[str] = []
        links: list[bool] = []
        for piece in self.pieces:
            if isinstance(piece, str):
                found.append(piece)
            elif isinstance(piece, Closing):
                if links.pop() if links else True:
                    found.append(piece.tag)
            else:
                target = resolve(piece.target) if piece.target is not None else ""
                if piece.tag == "a":
                    links.append(target is not None)
                if target is not None:
                    found.append(f"{piece.before}{escaped(target) if piece.target is not None else ''}{piece.after}")
                elif piece.tag != "a":
                    found.append(escaped(piece.alt or ""))
        return "".join(found)


class Converter:
    """One Markdown instance, used again for every block."""

    def __init__(self, extensions: Sequence[str], configs: Mapping[str, Any]) -> None:
        names = [name for name in extensions if name not in ("toc", "markdown.extensions.toc")]
        self.markdown = Markdown(extensions=names, extension_configs={name: configs[name] for name in names if name in configs})
        self.known: dict[tuple[str, str, str], Fragment] = {}

    def convert(self, text: str, definitions: Sequence[Definition] = (), anchor: str = "") -> Fragment:
        """The text as HTML, its footnotes at its foot and their ids behind the anchor."""
        defined = "\n\n".join(definition.text for definition in definitions)
        key = (text, defined, anchor)
        if key not in self.known:
            self.markdown.reset()
            try:
                self.known[key] = taken_apart(self.markdown.convert(f"{text}\n\n{defined}" if defined else text), anchor)
            except RecursionError:
                self.known[key] = Fragment((html.escape(text),), (), (), (), too_deep=True)
        return self.known[key]


def refused(extensions: Sequence[str]) -> tuple[str, ...]:
    """The extensions that would include other files."""
    return tuple(name for name in extensions if any(word in name.rpartition(".")[2].casefold() for word in INCLUDING))


def taken_apart(text: str, anchor: str) -> Fragment:
    """The HTML in pieces, cut at its links; a linear pass over its tags."""
    pieces: list[Piece] = []
    ids: list[str] = []
    open_tags: list[str] = []
    left_open: list[str] = []
    closed_only: list[str] = []
    place = 0
    for match in TAG.finditer(text):
        slash, name, attributes = match.group(1), match.group(2).lower(), match.group(3)
        if slash:
            if name in open_tags:
                last = len(open_tags) - 1 - open_tags[::-1].index(name)
                left_open += open_tags[last + 1 :]
                del open_tags[last:]
            else:
                closed_only.append(name)
        elif name not in VOID and not attributes.rstrip().endswith("/"):
            open_tags.append(name)
        if name == "a" or not slash and any(match.group(2).lower() in CUT_OPEN for match in ATTRIBUTE.finditer(attributes)):
            pieces.append(text[place : match.start()])
            pieces.append(Closing(match.group()) if slash else opening(name, match.group(2), attributes, anchor, ids))
            place = match.end()
    pieces.append(text[place:])
    broken = any(isinstance(piece, str) and TAG_LEFT.search(TAG.sub("", piece)) for piece in pieces)
    return Fragment(tuple(piece for piece in pieces if piece != ""), tuple(ids), (*left_open, *open_tags), tuple(closed_only), broken)


def opening(name: str, written: str, attributes: str, anchor: str, ids: list[str]) -> Opening:
    """A tag cut open at its target; its id, told to `ids`, stands between marks."""
    parts: list[str] = [f"<{written}"]
    target = alt = None
    place = cut = 0
    for match in ATTRIBUTE.finditer(attributes):
        key, value = match.group(2).lower(), match.group(3) or ""
        if key not in CUT_OPEN:
            continue
        bare = value[1:-1] if value[:1] in ("'", '"') else value
        parts.append(attributes[place : match.start()])
        if key == "id":
            ids.append(f"{anchor}-{bare}" if NOTE.match(bare) else bare)
            parts.append(f'{ID} id="{escaped(ids[-1])}"{ID}')
        elif key == "alt":
            alt = bare
            parts.append(match.group())
        elif target is None:
            target = f"#{anchor}-{bare[1:]}" if bare[:1] == "#" and NOTE.match(bare, 1) else bare
            parts.append(f'{match.group(1)}{match.group(2)}="')
            cut = len(parts)
            parts.append('"')
        else:
            parts.append(match.group())
        place = match.end()
    parts.append(f"{attributes[place:]}>")
    before, after = ("".join(parts[:cut]), "".join(parts[cut:])) if target is not None else ("".join(parts), "")
    return Opening(name, before, target, after, alt)


def escaped(value: str) -> str:
    """A target for an attribute: quotation marks and angle brackets escaped; what is escaped already stays."""
    return value.replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def at_home(text: str, base: str) -> str:
    """The HTML on the page where it is at home."""
    return text.replace(ID, "").replace(BASE, base)


def elsewhere(text: str, base: str) -> str:
    """The HTML on any other page: without ids."""
    return NOT_AT_HOME.sub("", text).replace(BASE, base)
