"""The lines of a body once comments are out and code is known (FORMAT, "Passages and questions", rules 7 and 8).

Whichever of fence and comment opens first wins. What is taken out here is seen by nothing that comes later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENERS = {"<!--": "-->", "%%": "%%"}
OPENER = re.compile("|".join(map(re.escape, OPENERS)))
LIST_MARK = r"[-*+:](?=[ \t])|\d{1,9}[.)](?=[ \t])"
FENCE = re.compile(rf"(?P<prefix>(?:[ \t>]|{LIST_MARK})*)(?P<mark>`{{3,}}(?=[^`]*$)|~{{3,}})")


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
    depth: int = 0
    """In how many quotations the fence of its code stands."""
    gone: bool = False
    """Whether nothing but a comment stood on it, so that it is no blank line either."""

    @property
    def blank(self) -> bool:
        """Whether it separates paragraphs, as Markdown has it: a no-break space does not."""
        return not self.code and not self.gone and not self.text.strip(" \t")


Unclosed = tuple[int, str, str]
"""A fence or comment that is left open: the line on which it opens, what is wrong, and what to do."""


@dataclass(frozen=True)
class Fence:
    """Where fenced code begins, and how deep in quotations and lists."""

    prefix: str
    mark: str
    line: int

    @property
    def depth(self) -> int:
        """In how many quotations it stands."""
        return self.prefix.count(">")

    def inside(self, text: str) -> str | None:
        """What of the line is code; None where it stands further left than the fence, or outside its quotation."""
        if not text.strip(" \t"):
            return None if self.depth else ""
        lead = text[: len(text) - len(text.lstrip(" \t>"))]
        behind = columns(lead, self.depth)
        out_of_list = self.prefix[:1] not in ("", ">") and lead[:1] not in (" ", "\t")
        if behind < 0 or out_of_list:
            return None
        code = text.split(">", self.depth)[-1]
        return code if behind >= columns(self.prefix, self.depth) or not code.strip(" \t") else None

    def closed_by(self, text: str) -> bool:
        """Whether the line ends the code: the mark again, at least as long, and less than four columns further right."""
        mark = (self.inside(text) or "").strip(" \t")
        lead = text[: len(text) - len(text.lstrip(" \t>"))]
        near = columns(lead, self.depth) - columns(self.prefix, self.depth) < 4
        return near and len(mark) >= len(self.mark) and set(mark) == {self.mark[0]}


def columns(lead: str, depth: int) -> int:
    """How much white space follows so many marks of quotation, the one space that belongs to a mark not counted; -1 after fewer."""
    parts = lead.split(">", depth)
    return max(0, len(parts[depth].partition(">")[0].expandtabs(4)) - (depth > 0)) if len(parts) > depth else -1


def lines_of(body: str, first_line: int) -> tuple[list[Line], list[Unclosed]]:
    """The lines of a body and what was left open in them; the sources joined are the body."""
    lines: list[Line] = []
    unclosed: list[Unclosed] = []
    fence: Fence | None = None
    opened, closer = first_line, ""
    for number, source in enumerate(split(body), first_line):
        bare = source.removesuffix("\n")
        if fence is not None:
            if fence.inside(bare) is not None:
                lines.append(Line(source, bare, number, code=True, depth=fence.depth))
                fence = None if fence.closed_by(bare) else fence
                continue
            text = f"the code fence opened here is still open on line {number}, which stands outside it"
            unclosed.append((fence.line, text, "close it before that line, or begin that line as the fence's own line begins"))
            fence = None
        if not closer and (fence := fence_of(bare, number)):
            lines.append(Line(source, bare, number, code=True, depth=fence.depth))
            continue
        within = bool(closer)
        opened = opened if closer and closer not in bare else number
        text, closer = without_comments(bare, closer)
        if OPENER.search(text):
            unclosed.append((number, "what is left of this line without its comments is a comment again", "delete the outer one"))
        if text != bare and not closer:
            fence = fence_of(text, number)
        gone = (within or text != bare) and not text.strip(" \t")
        lines.append(Line(source, text, number, code=fence is not None, depth=fence.depth if fence else 0, gone=gone))
    if fence is not None:
        unclosed.append((fence.line, "a code fence is opened here and never closed", "close it, or delete what opens it"))
    elif closer:
        unclosed.append((opened, "a comment is opened here and never closed", "close it, or delete what opens it"))
    return lines, unclosed


def fence_of(text: str, number: int) -> Fence | None:
    """The fence that the line opens."""
    match = FENCE.match(text)
    return Fence(match["prefix"], match["mark"], number) if match else None


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
