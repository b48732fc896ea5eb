"""A file of the journal taken apart, before any of it is understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from interview_journal import keys
from interview_journal.problem import Problem, Severity, shortened
from interview_journal.source.encoding import decode
from interview_journal.source.fence import split, stray_keys
from interview_journal.source.nodes import NotFlat, Term, compose, cut_short, size_of, terms_of
from interview_journal.source.unreadable import unreadable

MOST = 1000
"""More keys and items of lists are a file that is no entry, or a text taken for front matter; each is compared with all good values."""


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
    problems: tuple[Problem, ...] = ()
    """What is wrong with the value, whatever the key; of no interest where nobody knows the key."""

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
    parts = split(path, text)
    if parts is None:
        return Source(path, (), text, 1, has_front_matter=False)
    root = compose(path, parts.front_matter, parts.first_line)
    if root and size_of(root) > MOST:
        raise unreadable(
            path,
            parts.first_line,
            f"there are more than {MOST} keys and values here, which no entry needs",
            "put a line `---` after the last key of the front matter",
        )
    problems: list[Problem] = []
    lines = parts.front_matter.split("\n")
    fields = tuple(read_fields(path, root, parts.first_line, lines, problems)) if root else ()
    if (line := stray_keys(parts.body)) is not None:
        problems.append(
            Problem(
                path,
                parts.body_line + line,
                Severity.ERROR,
                "keys of front matter stand in the text here, where readers would see them",
                "move them up between the first two lines `---`, and delete what is left around them",
            )
        )
    return Source(path, fields, parts.body, parts.body_line, True, tuple(problems))


def read_fields(path: str, root: yaml.MappingNode, first_line: int, lines: list[str], problems: list[Problem]) -> Iterator[Field]:
    """The keys of front matter, in order; what is no key, or one a second time, is told and left out."""
    seen: dict[str, int] = {}
    for key, value in root.value:
        line = first_line + key.start_mark.line
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(path, line, Severity.ERROR, "a key is not a word", "write each line as `key: value`"))
            continue
        name = keys.normal(key.value)
        if name in seen:
            text = f"`{shortened(name)}` stands here a second time (first on line {seen[name]})"
            problems.append(Problem(path, line, Severity.ERROR, text, "keep one of the two"))
            continue
        seen[name] = line
        yield read_field(path, key, value, first_line, lines)


def read_field(path: str, key: yaml.ScalarNode, value: yaml.Node, first_line: int, lines: list[str]) -> Field:
    """A key with its value, and what is wrong with that."""
    name, line = keys.normal(key.value), first_line + key.start_mark.line
    try:
        terms = terms_of(value, first_line)
    except NotFlat as error:
        text = f"`{name}` is neither a text nor a list of texts"
        problem = Problem(path, first_line + error.line, Severity.ERROR, text, error.hint)
        return Field(name, key.value, (), line, flat=False, problems=(problem,))
    cut = cut_short(value, lines)
    if cut is None:
        return Field(name, key.value, terms, line)
    problem = Problem(
        path,
        first_line + cut,
        Severity.WARNING,
        f"what follows `#` here is a comment, and no part of `{name}`",
        "put the whole value in quotation marks if it belongs to it, else a space after `#`",
    )
    return Field(name, key.value, terms, line, problems=(problem,))
