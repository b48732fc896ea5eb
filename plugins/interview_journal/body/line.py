"""The lines of a body once comments are out and code is known (FORMAT, "Passages and questions", rules 7 and 8).

Whichever of fence and comment opens first wins. What is taken out here is seen by nothing that comes later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENERS = {"<!--": "-->", "%%": "%%"}
OPENER = re.compile("|".join(map(re.escape, OPENERS)))
FENCE = re.compile(r"([ \t>]*)(`{3,}(?=[^`]*$)|~{3,})")


@dataclass(frozen=True)
class Line:
    """One line of the file as Markdown may see it."""

    source: str
    """As it stands in the file, with its newline."""
    text: str
    """What is left of it without comments, and without the newline."""
    number: int
    """In the file, from 1."""
    code: bool = False
    """Whether it belongs to fenced code, the fences included."""
    gone: bool = False
    """Whether nothing but a comment stood on it, so that it is no blank line either."""

    @property
    def blank(self) -> bool:
        """Whether it separates paragraphs."""
        return not self.code and not self.text.strip()


@dataclass(frozen=True)
class Unclosed:
    """A fence or comment that is opened on this line and never closed, or a comment that only shows once others are out."""

    what: str
    line: int


def lines_of(body: str, first_line: int) -> tuple[list[Line], list[Unclosed]]:
    """The lines of a body and what was left open in them; the sources joined are the body."""
    lines: list[Line] = []
    unclosed: list[Unclosed] = []
    fence: re.Match[str] | None = None
    opened, closer = first_line, ""
    for number, source in enumerate(split(body), first_line):
        bare = source.removesuffix("\n")
        if fence is not None and not closer:
            if closes(fence, bare):
                fence = None
                lines.append(Line(source, bare, number, code=True))
                continue
            if within(fence, bare):
                lines.append(Line(source, bare, number, code=True))
                continue
            unclosed.append(Unclosed("fence", opened))
            fence = None
        if not closer and (fence := FENCE.match(bare)):
            opened = number
            lines.append(Line(source, bare, number, code=True))
            continue
        before = closer
        text, closer = without_comments(bare, closer)
        if closer and not before:
            opened = number
        if OPENER.search(text):
            unclosed.append(Unclosed("comment", number))
        if text != bare and not closer and (fence := FENCE.match(text)):
            opened = number
        lines.append(Line(source, text, number, code=fence is not None, gone=text != bare and not text.strip()))
    if fence is not None or closer:
        unclosed.append(Unclosed("comment" if closer else "fence", opened))
    return lines, unclosed


def split(body: str) -> list[str]:
    """The lines with their newlines; only a newline ends a line, since an editor counts no other."""
    return [line for line in re.split(r"(?<=\n)", body) if line]


def without_comments(text: str, closer: str) -> tuple[str, str]:
    """The line without comments, and what closes the comment that is still open at its end; `closer` is what was open before it."""
    kept: list[str] = []
    place = 0
    while True:
        if closer:
            end = text.find(closer, place)
            if end < 0:
                return "".join(kept), closer
            place, closer = end + len(closer), ""
        opener = OPENER.search(text, place)
        if opener is None:
            return "".join((*kept, text[place:])), ""
        kept.append(text[place : opener.start()])
        place, closer = opener.end(), OPENERS[opener.group()]


def closes(fence: re.Match[str], text: str) -> bool:
    """Whether the line ends the code that the fence began."""
    prefix, mark = fence.groups()
    rest = text.lstrip(" \t>").rstrip()
    return (
        text[: len(text) - len(text.lstrip(" \t>"))].count(">") == prefix.count(">") and len(rest) >= len(mark) and set(rest) == {mark[0]}
    )


def within(fence: re.Match[str], text: str) -> bool:
    """Whether the line can belong to the fence's code: as deep in quotations as the fence itself."""
    depth = fence.group(1).count(">")
    return depth == 0 or text[: len(text) - len(text.lstrip(" \t>"))].count(">") >= depth
