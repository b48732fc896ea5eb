"""The blocks a body is cut into."""

from __future__ import annotations

from dataclasses import dataclass

Tag = tuple[str, str]
"""Scheme and concept id: ("theme", "budget")."""


@dataclass(frozen=True)
class Block:
    """A run of lines."""

    source: str
    """As it stands in the file; empty once the block is disclosed."""
    line: int
    """Of the file, on which it begins."""
    under: str
    """The anchor of the question whose answer it belongs to, empty outside answers."""


@dataclass(frozen=True)
class Prose(Block):
    """Text as Markdown; `own` is the same without block quotations."""

    text: str
    own: str
    heading: int = 0
    """The level of the heading it begins with, 0 without."""


@dataclass(frozen=True)
class Question(Block):
    """A heading that asks; the blocks under its anchor are the answer."""

    text: str
    level: int
    anchor: str
    concept: str
    """Its id in the question bank, empty for a question of its own."""
    tags: tuple[Tag, ...]


@dataclass(frozen=True)
class Passage(Block):
    """A callout."""

    kind: str
    """The kind's id; empty where nobody knows the name."""
    headline: str
    text: str
    own: str
    tags: tuple[Tag, ...]
    anchor: str
    definitions: tuple[Definition, ...] = ()
    """What is defined inside the callout, for the whole file."""


@dataclass(frozen=True)
class Definition(Block):
    """What a reference link, footnote or abbreviation stands for; usable everywhere in the file."""

    name: str
    """As `extent.definition_name` has it: "^1" for a footnote, "*abbr" for an abbreviation."""
    text: str
    own: str


@dataclass(frozen=True)
class Transclusion(Block):
    """A line of its own that shows a passage of another entry."""

    target: str
    """As it was written: "![[2026/university-director#two-floors-up]]"."""

    @property
    def text(self) -> str:
        """Nothing: the words are those of the other entry, and belong to it alone."""
        return ""
