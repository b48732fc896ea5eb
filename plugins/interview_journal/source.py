"""A file of the journal as text: front matter with the line of each key, and the body below it.

The YAML is composed, never constructed (yaml.compose with BaseLoader): each value keeps its line, no text turns into a number or a
date, and no tag makes an object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from frontmatter.default_handlers import YAMLHandler

from interview_journal import keys
from interview_journal.problem import Problem, Severity

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""What no text needs: YAML refuses it, or ends a line at it where an editor does not."""
NESTING = re.compile(r"[ \t?:-]*")
TEXT_TAG = "tag:yaml.org,2002:str"
DEEPEST = 50
"""How many brackets may be open at a time: a vocabulary needs three; the composer would run out of stack on thousands."""
FURTHEST = 200
"""How many columns a line may be indented, `- ` and the like included, for the same reason."""

IN_WORDS = (
    (
        re.compile("mapping values are not allowed"),
        "there is a colon too many here, or none on the line above",
        "write each line as `key: value`, and put a value that holds a colon in quotation marks",
    ),
    (re.compile("cannot start any token|alias|tag"), "a value begins with a sign that YAML keeps for itself", "put it in quotation marks"),
    (re.compile("simple key"), "a line is no `key: value`", "put a colon and a space after the key"),
    (re.compile("quoted scalar"), "a quotation mark is opened and not closed", "close it, or write the value without quotation marks"),
    (re.compile("flow (sequence|mapping)"), "a bracket is opened and not closed, or a comma is missing", "write a list as `[one, two]`"),
    (
        re.compile(""),
        "something stands here that belongs to no key",
        "begin each key at the left margin, and put the whole of a value in quotation marks, or none of it",
    ),
)
"""What the YAML parser says, and the same for somebody who has never heard of it; it quotes nothing, since the text may be private."""
OPENED = {IN_WORDS[number][0] for number in (2, 3, 4)}
"""What is better told where it begins than where it is noticed."""


class Unreadable(ValueError):
    """A file that cannot be read as what it should be; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True)
class Term:
    """A text as the author typed it, and its line in the file."""

    text: str
    line: int


@dataclass(frozen=True)
class Field:
    """A key of front matter with all that stands under it; an empty value has no terms."""

    name: str
    """The one spelling of the key (`keys.normal`)."""
    typed: str
    terms: tuple[Term, ...]
    line: int
    flat: bool = True
    """False where more stands under it than a text or a list of texts, which is then left out."""

    @property
    def holds_something(self) -> bool:
        """Whether anything at all stands under the key."""
        return bool(self.terms) or not self.flat


@dataclass(frozen=True)
class Source:
    """A file taken apart, before any of it is understood."""

    path: str
    """From the journal's folder, with forward slashes: "entries/2026/university-director.md"."""
    fields: tuple[Field, ...]
    body: str
    body_line: int
    """The line of the file on which the body begins."""
    has_front_matter: bool
    problems: tuple[Problem, ...] = ()


def read_source(path: str, data: bytes) -> Source:
    """The file as Source; raises Unreadable where nobody can tell what its front matter says."""
    text = decode(path, data)
    handler = YAMLHandler()
    if not handler.detect(text):
        blank = len(text) - len(text.lstrip())
        if text[blank:].startswith("---"):
            raise unreadable(
                path,
                text[:blank].count("\n") + 1,
                "the front matter is not closed, or does not begin on the first line",
                "put a line `---` before its first key and after its last one",
            )
        return Source(path, (), text, 1, has_front_matter=False)
    try:
        front_matter, body = handler.split(text)
    except ValueError:
        raise unreadable(path, 1, "the front matter is not closed", "put a line `---` after its last key") from None
    start = handler.FM_BOUNDARY.match(text)
    assert start is not None
    first_line = text[: start.end()].count("\n") + 1
    root = compose(path, front_matter, first_line)
    body = body.removeprefix("\n")
    problems: list[Problem] = []
    fields = tuple(read_fields(path, root, first_line, problems)) if root else ()
    return Source(path, fields, body, text[: len(text) - len(body)].count("\n") + 1, True, tuple(problems))


def decode(path: str, data: bytes) -> str:
    """The text of a file in UTF-8, without byte order mark, its lines ended by one newline each; or Unreadable."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise unreadable(
            path, data[: error.start].count(b"\n") + 1, "the file is not in UTF-8", "save it as UTF-8 in your editor"
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := CONTROL.search(text):
        raise unreadable(
            path,
            text[: found.start()].count("\n") + 1,
            f"there is a control character (U+{ord(found.group()):04X})",
            "delete it, as it often comes with a copy from another program",
        )
    return text


def compose(path: str, text: str, first_line: int) -> yaml.MappingNode | None:
    """The YAML as nodes, None where it is empty; raises Unreadable where it is no YAML or no list of keys."""
    depth = 0
    for number, line in enumerate(text.split("\n")):
        depth = max(0, depth + line.count("[") + line.count("{") - line.count("]") - line.count("}"))
        nesting = NESTING.match(line)
        if depth > DEEPEST or nesting and nesting.end() > FURTHEST:
            raise unreadable(
                path, first_line + number, "lists stand in lists, deeper than any key can need", "write each value as a text or a list"
            )
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        said = f"{error.context} {error.problem}"
        sign, what, hint = next(row for row in IN_WORDS if row[0].search(said))
        mark = error.context_mark if sign in OPENED and error.context_mark else error.problem_mark
        place = mark.line if mark else 0
        if text.split("\n")[place].lstrip(" ").startswith("\t"):
            what, hint = "this line is indented with a tab", "indent with spaces"
        raise unreadable(path, first_line + place, what, hint) from None
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise unreadable(path, first_line, "there are no keys here", "write each line as `key: value`")
    return root


def read_fields(path: str, root: yaml.MappingNode, first_line: int, problems: list[Problem]) -> Iterator[Field]:
    """The keys of front matter, in order; what is not flat is left out and told."""
    seen: dict[str, int] = {}
    pairs: list[tuple[yaml.Node, yaml.Node]] = root.value
    for key, value in pairs:
        line = first_line + key.start_mark.line
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(path, line, Severity.ERROR, "a key is not a word", "write each line as `key: value`"))
            continue
        name = keys.normal(key.value)
        if name in seen:
            problems.append(
                Problem(
                    path, line, Severity.ERROR, f"`{name}` stands here a second time (first on line {seen[name]})", "keep one of the two"
                )
            )
            continue
        seen[name] = line
        try:
            yield Field(name, key.value, terms_of(value, first_line), line)
        except NotFlat as error:
            yield Field(name, key.value, (), line, flat=False)
            problems.append(
                Problem(
                    path,
                    first_line + error.line,
                    Severity.ERROR,
                    f"`{name}` is neither a text nor a list of texts",
                    "put each text that holds a colon in quotation marks",
                )
            )


class NotFlat(ValueError):
    """A value is more than a text or a list of texts; `line` counts from 0."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def terms_of(value: yaml.Node, first_line: int) -> tuple[Term, ...]:
    """The texts of a scalar or of a list of scalars, the empty ones left out; raises NotFlat."""
    found = []
    for node in value.value if isinstance(value, yaml.SequenceNode) else (value,):
        if not isinstance(node, yaml.ScalarNode) or node.tag != TEXT_TAG:
            raise NotFlat(node.start_mark.line)
        if text := node.value.strip():
            found.append(Term(text, first_line + node.start_mark.line))
    return tuple(found)


def unreadable(path: str, line: int, text: str, hint: str) -> Unreadable:
    """The exception for an error at this line."""
    return Unreadable(Problem(path, line, Severity.ERROR, text, hint))
