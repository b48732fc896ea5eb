"""YAML as nodes, and the texts in them.

It is composed, never constructed (yaml.compose with BaseLoader): each value keeps its line, no text turns into a number or a date,
and no tag makes an object.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

import yaml

from interview_journal.problem import Problem
from interview_journal.source.slip import explain, slip_in
from interview_journal.source.unreadable import unreadable
from interview_journal.value import visible

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NESTING = re.compile(r"[ \t?:-]*")
TEXT_TAG = "tag:yaml.org,2002:str"
LIST_TAG = "tag:yaml.org,2002:seq"
DEEPEST = 50
"""How many brackets may be open at a time: a vocabulary needs three; the composer would run out of stack on thousands."""
FURTHEST = 200
"""How many columns a line may be indented, `- ` and the like included, for the same reason."""
COMMENT = re.compile(r"[ \t]+#[^\s#]")
"""A comment that was probably not meant as one: who writes a remark puts a space after its `#`."""


class NotFlat(ValueError):
    """A value is more than a text or a list of texts; `line` counts from 0, `hint` says what to do."""

    def __init__(self, line: int, hint: str) -> None:
        super().__init__(line)
        self.line, self.hint = line, hint


@dataclass(frozen=True)
class Term:
    """A text as the author typed it, and its line in the file."""

    text: str
    line: int


def compose(path: str, text: str, first_line: int) -> yaml.MappingNode | None:
    """The YAML as nodes, None where it is empty; raises Unreadable where it is no YAML or no list of keys."""
    depth = 0
    lines = text.split("\n")
    for number, line in enumerate(lines, first_line):
        depth = max(0, depth + line.count("[") + line.count("{") - line.count("]") - line.count("}"))
        nesting = NESTING.match(line)
        if depth > DEEPEST or nesting and nesting.end() > FURTHEST:
            raise unreadable(path, number, "lists stand in lists, deeper than any key can need", "write each value as a text or a list")
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        place, what, hint = explain(error, lines)
        raise unreadable(path, first_line + place, what, hint) from None
    if root is None or isinstance(root, yaml.MappingNode):
        return root
    place = root.start_mark.line
    if isinstance(root, yaml.SequenceNode):
        raise unreadable(path, first_line + place, "here is a list where keys belong", "write each line as `key: value`, without `- `")
    what, hint = slip_in(lines[place]) or ("there are no keys here", "write each line as `key: value`")
    raise unreadable(path, first_line + place, what, hint)


def pairs_of(
    path: str,
    node: yaml.Node | None,
    first_line: int,
    problems: list[Problem],
    known: Container[str],
    spelling: Callable[[str], str] = str,
) -> Iterator[tuple[str, str, int, yaml.Node]]:
    """The keys of a mapping: name, text as typed, line and value; what is no key, or one a second time, is told and left out.

    Only a known key is repeated: any other may be private text.
    """
    seen: dict[str, int] = {}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        line = first_line + key.start_mark.line
        name = spelling(key.value) if isinstance(key, yaml.ScalarNode) else None
        if name is None:
            problems.append(Problem.error(path, line, "a key is not a word", "write each line as `key: value`"))
        elif name in seen:
            what = f"`{name}`" if name in known else "a key"
            text = f"{what} stands here a second time (first on line {seen[name]})"
            problems.append(Problem.error(path, line, text, "keep one of the two"))
        else:
            seen[name] = line
            yield name, key.value, line, value


def terms_of(value: yaml.Node, first_line: int) -> tuple[Term, ...]:
    """The texts of a scalar or of a list of scalars, the empty ones left out; raises NotFlat.

    What an alias names counts once in a list, so that a small file cannot hold endless text.
    """
    nodes = {id(node): node for node in value.value} if value.tag == LIST_TAG else {0: value}
    found = []
    for node in nodes.values():
        if not isinstance(node, yaml.ScalarNode) or node.tag != TEXT_TAG:
            raise NotFlat(node.start_mark.line, how_to_flatten(node))
        if visible(node.value):
            found.append(Term(node.value.strip(), first_line + node.start_mark.line))
    return tuple(found)


def how_to_flatten(node: yaml.Node) -> str:
    """What to do about a node that is no text."""
    if node.tag == LIST_TAG:
        return "write `[one, two]`, or put a value that begins with a bracket in quotation marks"
    if isinstance(node, yaml.MappingNode):
        return f"put {'a value that begins with `{`' if node.flow_style else 'each text that holds a colon'} in quotation marks"
    return "put a value that begins with `!` in quotation marks"


def size_of(root: yaml.MappingNode) -> int:
    """How many keys there are, and items of their lists."""
    return len(root.value) + sum(len(value.value) for _, value in root.value if isinstance(value, yaml.SequenceNode))


def cut_short(value: yaml.Node, lines: list[str]) -> int | None:
    """The line, from 0, on which a comment takes away what was probably meant as part of a flat value, or None."""
    nodes = [value, *value.value] if isinstance(value, yaml.SequenceNode) else [value]
    marks = (node.end_mark for node in nodes if node.end_mark.line < len(lines))
    return next((mark.line for mark in marks if COMMENT.match(lines[mark.line], mark.column)), None)
