"""A converted text: HTML in pieces, its links recorded and not resolved, so that it stays the same when their targets change.

In the HTML `BASE` stands where a page puts the way to the journal's root, and `ID` around attributes that hold only where the text is
at home; control characters cannot occur in a source.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from interview_journal.text import WIKI_LINK

BASE, ID = "\x1e", "\x1f"
ON_DEMAND = frozenset({"cite", "longdesc", "action", "formaction"})
"""The attributes that lead somewhere and to which a browser goes only when a reader asks; so with all of `a` and `area`."""
NOT_AT_HOME = re.compile(f"{ID}[^{ID}]*{ID}")
HEADING = re.compile(r"(</?h)([3-6])(?=[\s>])")


@dataclass(frozen=True)
class Use:
    """A place to which an attribute of a tag leads."""

    tag: str
    name: str
    """The attribute."""
    target: str
    """As it was written."""
    alt: str | None = None
    size: str = ""
    """In a set of pictures, for which size this one is: " 2x"."""

    @property
    def loads(self) -> bool:
        """Whether a browser fetches it by itself, as the page is shown."""
        return self.tag not in ("a", "area") and self.name not in ON_DEMAND

    @property
    def wordless(self) -> bool:
        """Whether it is a link between double square brackets without words of the author's, which ends in an empty label."""
        found = WIKI_LINK.fullmatch(self.target) if self.tag == "a" else None
        return found is not None and found["label"] == "|"


Resolve = Callable[[Use], str | None]
"""Gives the address of a use; None where a reader may not follow it."""
Title = Callable[[Use], str]
"""Gives the words for a link that has none of its own."""


@dataclass(frozen=True)
class Attribute:
    """An attribute that leads somewhere."""

    before: str
    """All up to its value."""
    uses: tuple[Use, ...]
    """One, but for a set of pictures."""

    def html(self, resolve: Resolve) -> str | None:
        """The attribute with its targets resolved; None where none is left."""
        found = [f"{escaped(target)}{use.size}" for use in self.uses if (target := resolve(use)) is not None]
        return f'{self.before}"{", ".join(found)}"' if found else None


@dataclass(frozen=True)
class Opening:
    """A tag, cut open at the attributes that lead somewhere."""

    tag: str
    parts: tuple[str | Attribute, ...]

    @property
    def uses(self) -> Iterator[Use]:
        """Where it leads."""
        return (use for part in self.parts if isinstance(part, Attribute) for use in part.uses)

    def html(self, resolve: Resolve) -> str | None:
        """The tag without what a reader may not follow; of a picture its description remains, of a link nothing, not even its end."""
        found = []
        for part in self.parts:
            text = part if isinstance(part, str) else part.html(resolve)
            if text is None and isinstance(part, Attribute) and (self.tag, part.uses[0].name) == ("img", "src"):
                return escaped(part.uses[0].alt or "")
            if text is None and self.tag == "a":
                return None
            found.append(text or "")
        return "".join(found)


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
    unseen: tuple[str, ...] = ()
    """What of the HTML may load or redirect something that is not recorded here: "style", "srcdoc", "ping", "mermaid", "base", "meta"."""

    @property
    def uses(self) -> Iterator[Use]:
        """All places that it leads to."""
        return (use for piece in self.pieces if isinstance(piece, Opening) for use in piece.uses)

    @property
    def has_quotation(self) -> bool:
        """Whether a block quotation is in it."""
        tags = (piece if isinstance(piece, str) else f"<{piece.tag}" for piece in self.pieces if not isinstance(piece, Closing))
        return any("<blockquote" in tag.lower() for tag in tags)

    def html(self, resolve: Resolve, title: Title | None = None) -> str:
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
                text = piece.html(resolve)
                if piece.tag == "a":
                    links.append(text is not None)
                found.append(text or "")
                found += (html.escape((title or untitled)(use)) for use in piece.uses if use.wordless)
        return "".join(found)


def untitled(_: Use) -> str:
    """What stands in place of a title that a reader must not see."""
    return "…"


def escaped(value: str) -> str:
    """A target for an attribute: quotation marks and angle brackets escaped; what is escaped already stays."""
    return value.replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def at_home(text: str, base: str) -> str:
    """The HTML on the page where it is at home."""
    return text.replace(ID, "").replace(BASE, base)


def elsewhere(text: str, base: str) -> str:
    """The HTML on any other page: without ids."""
    return NOT_AT_HOME.sub("", text).replace(BASE, base)


def raised(text: str, levels: int) -> str:
    """The HTML with its headings so many levels higher, for a text that stands below a heading which is; none above the third."""
    return HEADING.sub(lambda found: f"{found[1]}{max(int(found[2]) - levels, 3)}", text)
