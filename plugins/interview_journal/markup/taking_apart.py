"""HTML taken apart at its links and ids; a linear pass over its tags."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from interview_journal.markup.fragment import ID, Attribute, Closing, Fragment, Opening, Piece, Use, escaped

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"([\s/]+)([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?|[\s/]+")
"""What is before an attribute, its name and value; or a space that stands before none."""
LEADS = frozenset(str.split("href src srcset imagesrcset poster background cite longdesc action formaction xlink:href"))
"""The attributes that lead somewhere, in small letters; beside them `data` of an `object`."""
SETS = frozenset({"srcset", "imagesrcset"})
"""Those of them that name several pictures, each with its size."""
CANDIDATE = re.compile(r"([^\s,]++(?:,++[^\s,]++)*+)(?:,|(\s[^,]*+))?")
"""An address and its size; an address that ends in a comma has none (HTML, "Parsing a srcset attribute")."""
CUT_OPEN = LEADS | {"id", "alt", "data"}
"""The attributes that are looked at."""
LOADING_STYLE = re.compile(r"""url\s*\(\s*["']?(?!#|data:)|image-set\s*\(|@import""", re.I)
"""What in a style loads a file."""
STYLE_SHEET = re.compile(r"<style\b.*?(?:</|\Z)", re.S | re.I)
NOTE = re.compile(r"fn(?:ref\d*)?:")
"""How the ids of footnotes begin, and those of the places that cite them: the second is `fnref2:`."""
TAG_LEFT = re.compile(r"<[a-zA-Z/]")
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


def taken_apart(text: str, anchor: str) -> Fragment:
    """The HTML in pieces, cut at its links; a linear pass over its tags."""
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
