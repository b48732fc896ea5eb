"""What a YAML parser complains of, in words for somebody who has never heard of YAML.

It quotes nothing, since what stands there may be private.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

SPACES = "\xa0\u2000-\u200b\u202f\u3000"
"""Spaces that a keyboard does not make; as a range of a regular expression."""
OPEN_QUOTATION = re.compile(r"[^\"]*:[ ]+\"[^\"]*")
NEXT_QUOTATION = re.compile(r"[^\"]*:[ ]+\".*")
IN_THE_LINE = (
    (re.compile(r" *\t"), "this line is indented with a tab", "indent with spaces"),
    (re.compile(r"[^:]*："), "a wide colon follows this key", "type an ordinary colon and a space"),
    (re.compile(rf"[^:]*:[{SPACES}]"), "what follows this colon looks like a space and is none", "delete it and type a space"),
    (re.compile(rf"[ {SPACES}]*[–—•·*] "), "this item of a list does not begin with a hyphen", "write it as `- value`"),
    (re.compile(r" *-[^\s-]"), "no space follows this hyphen", "write each item of a list as `- value`"),
    (re.compile(r" *[^\s:\"'\[{]+:[^\s/:]"), "no space follows this colon", "write `key: value`"),
    (re.compile(r"[^:=]*="), "`=` stands where a colon is needed", "write `key: value`"),
    (
        re.compile(r"[^:]*: +- "),
        "a list begins on the line of its key",
        "put the value in quotation marks, or each item of the list on a line of its own below the key",
    ),
    (re.compile(r"[^:]*: +\[[^\]\"']*#"), "`#` begins a comment, also in brackets", "leave it away, or put the value in quotation marks"),
    (re.compile(r" +[^:]+:( [^:]*)?$"), "this key is indented, as if it belonged to the line above", "begin it where the other keys begin"),
    (
        re.compile(r"[^:]*: +[“”„«»‹›‘’‚]"),
        "curly quotation marks hold nothing together here",
        'put straight ones, `"`, around the value',
    ),
    (
        re.compile(r"[^:]*: +'[^']*\w'\w"),
        "this value is in single quotation marks and holds an apostrophe, which ends it",
        'put double ones, `"`, around the value',
    ),
)
"""Slips that can be seen in the line itself, whatever the parser says of it."""
LEFT_OPEN = (
    "a quotation mark is opened and not closed",
    "close it with the same one, `\"` or `'`, or write the value without quotation marks",
)
IN_WORDS = (
    (
        re.compile("mapping values are not allowed"),
        False,
        "there is a colon too many here, or none on the line above",
        "write each line as `key: value`, and put a value that holds a colon in quotation marks",
    ),
    (
        re.compile("escape (character|sequence)|hexdecimal"),
        False,
        "a backslash in double quotation marks begins a code",
        "write `/` in its place, or leave the quotation marks away",
    ),
    (
        re.compile("cannot start any token|alias|anchor|tag|block scalar"),
        False,
        "a value begins with a sign that YAML keeps for itself",
        "put it in quotation marks",
    ),
    (
        re.compile("simple key"),
        True,
        "this line is no `key: value`",
        "put a colon and a space after the key; or both on one line, if it goes on from the line above; or `---` above it, if the text "
        "begins here",
    ),
    (re.compile("quoted scalar"), True, *LEFT_OPEN),
    (
        re.compile("flow mapping"),
        True,
        "a brace is opened and not closed, or a comma is missing",
        'close it with `}`, and put a text that holds a comma, a colon or an apostrophe in double quotation marks, `"`',
    ),
    (
        re.compile("flow (sequence|node)"),
        True,
        "a bracket is opened and not closed, or a comma is missing",
        "write a list as `[one, two]`",
    ),
    (
        re.compile(""),
        False,
        "something stands here that belongs to no key",
        "begin each key at the left margin, and put the whole of a value in quotation marks, or none of it",
    ),
)
"""What the parser says, whether that is better told where it begins than where it is noticed, and the same in other words."""


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[int, str, str]:
    """The line that is to blame, from 0, what is wrong in it, and what to do."""
    said = f"{error.context} {error.problem}"
    sign, at_its_beginning, what, hint = next(row for row in IN_WORDS if row[0].search(said))
    mark = error.context_mark if at_its_beginning and error.context_mark else error.problem_mark
    place = min(mark.line, len(lines) - 1) if mark else 0  # the parser's last line may be one below
    while place and not lines[place].strip():
        place -= 1
    if seen := slip_in(lines[place]):
        return place, *seen
    if not sign.pattern and place and OPEN_QUOTATION.fullmatch(lines[place - 1]) and NEXT_QUOTATION.fullmatch(lines[place]):
        return place - 1, *LEFT_OPEN
    return place, what, hint


def slip_in(line: str) -> tuple[str, str] | None:
    """What is wrong in the line and what to do, where that can be seen without the parser."""
    return next(((what, hint) for pattern, what, hint in IN_THE_LINE if pattern.match(line)), None)
