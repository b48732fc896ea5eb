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
ATTRIBUTE = re.compile(r"([\s/]+)([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?|[\s/]+")
"""What is before an attribute, its name and value; or a space that stands before none."""
LEADS = frozenset(str.split("href src srcset imagesrcset poster background cite longdesc action formaction xlink:href"))
"""The attributes that lead somewhere, in small letters; beside them `data` of an `object`."""
SETS = frozenset({"srcset", "imagesrcset"})
"""Those of them that name several pictures, each with its size."""
CANDIDATE = re.compile(r"([^\s,]++(?:,++[^\s,]++)*+)(?:,|(\s[^,]*+))?")
"""An address and its size; an address that ends in a comma has none (HTML, "Parsing a srcset attribute")."""
ON_DEMAND = frozenset({"cite", "longdesc", "action", "formaction"})
"""Those of them to which a browser goes only when a reader asks; so with all of `a` and `area`."""
CUT_OPEN = LEADS | {"id", "alt", "data"}
"""The attributes that are looked at."""
LOADING_STYLE = re.compile(r"""url\s*\(\s*["']?(?!#|data:)|image-set\s*\(|@import""", re.I)
"""What in a style loads a file."""
STYLE_SHEET = re.compile(r"<style\b.*?(?:</|\Z)", re.S | re.I)
WIKI_LINK = re.compile(r"!?\[\[[^\[\]<>\n]+\]\]")
CODE = re.compile(r"<(code|pre|script|style)\b(?:.*?</\1\s*>|.*)", re.S | re.I)
ALIGNED = re.compile(r'(<t[hd]\b[^<>]*) style="text-align: (left|center|right);"')
"""A cell of a table as Markdown aligns it, by a style, which the policy of a page does not let through."""
NOTE = re.compile(r"fn(?:ref\d*)?:")
"""How the ids of footnotes begin, and those of the places that cite them: the second is `fnref2:`."""
TAG_LEFT = re.compile(r"<[a-zA-Z/]")
NOT_AT_HOME = re.compile(f"{ID}[^{ID}]*{ID}")
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
INCLUDING = ("snippet", "include", "b64", "embed", "transclu", "plantuml")
"""Extensions whose name holds one of these put other files into a page, past the rule of what may be shown."""


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


Resolve = Callable[[Use], str | None]
"""Gives the address of a use; None where a reader may not follow it."""


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

    @property
    def wiki_links(self) -> tuple[str, ...]:
        """What stands in double square brackets, which Markdown leaves as it is."""
        text = "".join(piece for piece in self.pieces if isinstance(piece, str))
        return tuple(WIKI_LINK.findall(CODE.sub("", text))) if "[[" in text else ()

    def html(self, resolve: Resolve) -> str:
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
    return tuple(name for name in extensions if any(word in name.casefold() for word in INCLUDING))


def taken_apart(text: str, anchor: str) -> Fragment:
    """The HTML in pieces, cut at its links; a linear pass over its tags."""
    text = ALIGNED.sub(r'\1 data-align="\2"', text)
    pieces: list[Piece] = []
    ids: list[str] = []
    open_tags: list[str] = []
    left_open: list[str] = []
    closed_only: list[str] = []
    unseen = ["style" for sheet in STYLE_SHEET.findall(text) if LOADING_STYLE.search(sheet)]
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
        found = attributes_in(attributes) if attributes and not slash else []
        written = {match.group(2).lower(): match.group(3) or "" for match in reversed(found)}
        if written or name == "base":
            unseen += unrecorded(name, written)
        if name == "a" or not slash and CUT_OPEN & written.keys():
            pieces.append(text[place : match.start()])
            pieces.append(Closing(match.group()) if slash else opening(name, match.group(2), attributes, anchor, ids))
            place = match.end()
    pieces.append(text[place:])
    broken = any(isinstance(piece, str) and TAG_LEFT.search(TAG.sub("", piece)) for piece in pieces)
    kept = tuple(piece for piece in pieces if piece != "")
    return Fragment(kept, tuple(ids), (*left_open, *open_tags), tuple(closed_only), broken, unseen=tuple(unseen))


def attributes_in(text: str) -> list[re.Match[str]]:
    """The attributes of a tag."""
    return [match for match in ATTRIBUTE.finditer(text) if match.group(2)]


def unrecorded(tag: str, written: Mapping[str, str]) -> Iterator[str]:
    """What of a tag may load or redirect something that nothing can resolve; for `mermaid` the theme fetches a program elsewhere."""
    if LOADING_STYLE.search(html.unescape(written.get("style", ""))):
        yield "style"
    if "srcdoc" in written:
        yield "srcdoc"
    if "ping" in written:
        yield "ping"
    if "mermaid" in html.unescape(bare(written.get("class"))).casefold().split():
        yield "mermaid"
    if tag == "base" or tag == "meta" and "http-equiv" in written:
        yield tag


def opening(name: str, written: str, attributes: str, anchor: str, ids: list[str]) -> Opening:
    """A tag cut open where it leads somewhere; its id, told to `ids`, stands between marks. Of two equal attributes the first counts."""
    parts: list[str | Attribute] = [f"<{written}"]
    found = attributes_in(attributes)
    alt = next((bare(match.group(3)) for match in found if match.group(2).lower() == "alt"), None)
    seen: set[str] = set()
    place = 0
    for match in found:
        key, value = match.group(2).lower(), bare(match.group(3))
        leads = key in LEADS or key == "data" and name == "object"
        if not leads and key != "id":
            continue
        parts.append(attributes[place : match.start()])
        place = match.end()
        if key == "id":
            ids.append(f"{anchor}-{value}" if NOTE.match(value) else value)
            parts.append(f'{ID} id="{escaped(ids[-1])}"{ID}')
        elif key not in seen and name != "base":
            seen.add(key)
            if value[:1] == "#" and NOTE.match(value, 1):
                value = f"#{anchor}-{value[1:]}"
            targets = CANDIDATE.findall(html.escape(html.unescape(value))) if key in SETS else [(value, "")]
            if uses := tuple(Use(name, key, target, alt, size.rstrip()) for target, size in targets):
                parts.append(Attribute(f"{match.group(1)}{match.group(2)}=", uses))
    parts.append(f"{attributes[place:]}>")
    return Opening(name, tuple(part for part in parts if part != ""))


def bare(value: str | None) -> str:
    """The value of an attribute without its quotation marks."""
    return "" if value is None else value[1:-1] if value[:1] in ("'", '"') else value


def escaped(value: str) -> str:
    """A target for an attribute: quotation marks and angle brackets escaped; what is escaped already stays."""
    return value.replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def at_home(text: str, base: str) -> str:
    """The HTML on the page where it is at home."""
    return text.replace(ID, "").replace(BASE, base)


def elsewhere(text: str, base: str) -> str:
    """The HTML on any other page: without ids."""
    return NOT_AT_HOME.sub("", text).replace(BASE, base)
