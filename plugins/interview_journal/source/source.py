"""A file of the journal taken apart, before any of it is understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from interview_journal import keys
from interview_journal.problem import Problem
from interview_journal.source.encoding import decode
from interview_journal.source.fence import Split, split, stray_keys
from interview_journal.source.nodes import NotFlat, Term, compose, cut_short, pairs_of, size_of, terms_of
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


def read_source(path: str, data: bytes, *, home: bool = False) -> Source:
    """The file as Source; raises Unreadable where nobody can tell what its front matter says."""
    text = decode(path, data)
    parts = split(path, text, home=home)
    if parts is None:
        return Source(path, (), text, 1, has_front_matter=False)
    root = compose(path, parts.front_matter, parts.first_line)
    if root and size_of(root) > MOST:
        what = f"there are more than {MOST} keys and values here, which no entry needs"
        raise unreadable(path, parts.first_line, what, "put a line `---` after the last key of the front matter")
    problems: list[Problem] = []
    fields = tuple(read_fields(path, root, parts, problems))
    if (line := stray_keys(parts.body)) is not None:
        what = "keys of front matter stand in the text here, where readers would see them"
        hint = "move them up between the first two lines `---`, and delete what is left around them"
        problems.append(Problem.error(path, parts.body_line + line, what, hint))
    return Source(path, fields, parts.body, parts.body_line, True, tuple(problems))


def read_fields(path: str, root: yaml.Node | None, parts: Split, problems: list[Problem]) -> Iterator[Field]:
    """The keys of front matter, in order, each with what is wrong with its value."""
    lines, first = parts.front_matter.split("\n"), parts.first_line
    for name, typed, line, value in pairs_of(path, root, first, problems, keys.BY_NAME, keys.normal):
        try:
            terms = terms_of(value, first)
        except NotFlat as error:
            text = f"`{name}` is neither a text nor a list of texts"
            yield Field(name, typed, (), line, False, (Problem.error(path, first + error.line, text, error.hint),))
            continue
        cut = cut_short(value, lines)
        text = f"what follows `#` here is a comment, and no part of `{name}`"
        hint = "put the whole value in quotation marks if it belongs to it, else a space after `#`"
        yield Field(name, typed, terms, line, True, () if cut is None else (Problem.warning(path, first + cut, text, hint),))
