"""The two lines `---` around front matter, and what writers and their programs make of them.

What was meant as front matter and is not read as such would be text: private at best, and on the home page public. So what looks
like a fence and is none is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from interview_journal import keys
from interview_journal.problem import shortened
from interview_journal.source.unreadable import unreadable

DASH = "\u2010-\u2015\u2212\ufe58\uff0d"
"""Hyphens and dashes that a program puts in place of the hyphen of a keyboard; as a range of a regular expression."""
LOOKALIKE = re.compile(rf"(?:-*[{DASH}][{DASH}-]*|--|-(?:[ \t]+-)+|\\-[\\-]*|\.{{3,}}|…|([*_=~+])\1{{2,}})[ \t]*")
"""A line that looks like `---`: dashes, hyphens with spaces or backslashes, and what other formats use."""
CODE = re.compile(r"[`~]{3,}[ \t]*\w*[ \t]*")
JSON = re.compile(r"\{\s*[\"“”]")
KEY = re.compile(r"[\"'“*]{0,2}(?P<name>\w[\w \t\xa0-]{0,40}?)[\"'”*]{0,2}\s?[:：]")
KEYS_GO_ON = re.compile(r"[ \t\xa0#-]|[^\n:：]{1,40}[:：]")
"""A line that may belong to front matter: indented, a comment, an item of a list, or a key."""
HANDLER = YAMLHandler()
FENCE = HANDLER.FM_BOUNDARY
BETWEEN = "write its keys between two lines `---`, each as `key: value`"
ABOVE_AND_BELOW = "write `---`, three hyphens on a line of their own, above the first key and below the last one"


@dataclass(frozen=True)
class Split:
    """A file with front matter in its two parts."""

    front_matter: str
    first_line: int
    """The line of the file on which the front matter begins."""
    body: str
    body_line: int


def split(path: str, text: str, *, home: bool) -> Split | None:
    """Front matter and body, None where the file has no front matter; raises Unreadable where that cannot be told."""
    start = FENCE.match(text)
    if start is None:
        refuse_lookalike(path, text, home=home)
        return None
    first_line = text[: start.end()].count("\n") + 1
    try:
        front_matter, body = HANDLER.split(text)
    except ValueError:
        refuse_wrong_end(path, text[start.end() :], first_line, closed=False)
        raise unreadable(path, 1, "the front matter is not closed", "put a line `---` after its last key") from None
    refuse_wrong_end(path, front_matter, first_line, closed=True)
    body = body.removeprefix("\n")
    return Split(front_matter, first_line, body, text[: len(text) - len(body)].count("\n") + 1)


def refuse_wrong_end(path: str, front_matter: str, first_line: int, *, closed: bool) -> None:
    """Raise Unreadable for a line that was meant to close the front matter and does not."""
    for number, line in enumerate(front_matter.split("\n"), first_line):
        if LOOKALIKE.fullmatch(line):
            text = f"`{shortened(line)}` does not close the front matter"
            raise unreadable(path, number, text, "write `---`, three hyphens, in its place")
        if not closed and line.strip() and FENCE.fullmatch(line.lstrip()):
            raise unreadable(path, number, "a space stands before the `---` that closes the front matter", "delete the space")
        if not closed and line and not KEYS_GO_ON.match(line):
            return


def refuse_lookalike(path: str, text: str, *, home: bool) -> None:
    """Raise Unreadable for a file that does not begin with `---` and yet seems to have front matter.

    A note in prose may begin with "Date:" and have a rule further down, and is private either way; the home page never is.
    """
    stripped = text.lstrip()
    at = text[: len(text) - len(stripped)].count("\n") + 1
    first, *below = stripped.split("\n", 1)
    following = below[0].lstrip() if below else ""
    if first.startswith("---"):
        if not FENCE.fullmatch(first):
            what, hint = "more than `---` stands on the line that opens the front matter", "write three hyphens and nothing else"
        elif at > 1:
            what, hint = f"the front matter begins on line {at}, not on the first one", "delete the empty lines above it"
        else:
            what, hint = "a space stands before the `---` that opens the front matter", "delete the space"
    elif first.startswith("+++"):
        what, hint = "the front matter is in TOML, which the journal does not read", BETWEEN
    elif first.startswith(";;;") or JSON.match(stripped):
        what, hint = "the front matter is in JSON, which the journal does not read", BETWEEN
    elif CODE.fullmatch(first) and (following.startswith("---") or is_key(following)):
        what, hint = "the front matter stands in a code block", "delete the first line and the one that ends the block"
    elif LOOKALIKE.fullmatch(first) and is_key(following):
        what, hint = f"`{shortened(first)}` opens no front matter", ABOVE_AND_BELOW
    elif is_key(stripped) and ends_as_keys(stripped, blank_lines=home):
        what, hint = "no line `---` stands above the first key", "write it there, as the first line of the file"
    else:
        return
    raise unreadable(path, at, what, hint)


def stray_keys(body: str) -> int | None:
    """The line of the body, from 0, on which front matter goes on or begins again, or None: readers would see its keys as text."""
    stripped = body.lstrip()
    first, *below = stripped.split("\n", 1)
    again = bool(below) and bool(FENCE.fullmatch(first) or LOOKALIKE.fullmatch(first)) and is_key(below[0].lstrip())
    if again or is_key(stripped) and ends_as_keys(stripped, blank_lines=True):
        return body[: len(body) - len(stripped)].count("\n")
    return None


def is_key(text: str) -> bool:
    """Whether the text begins with a key of the table."""
    match = KEY.match(text)
    return match is not None and keys.normal(match["name"]) in keys.BY_NAME


def ends_as_keys(text: str, *, blank_lines: bool) -> bool:
    """Whether the text begins with lines as front matter has them, and a fence below; above a rule in prose stands a blank line."""
    for line in text.split("\n"):
        if FENCE.fullmatch(line) or LOOKALIKE.fullmatch(line):
            return True
        if not (KEYS_GO_ON.match(line) if line.strip() else blank_lines):
            break
    return False
