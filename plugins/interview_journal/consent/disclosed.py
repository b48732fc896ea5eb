"""What a reader may see of an entry, as values.

A `Disclosed` has no field for a private key. What it holds of private things for the author's own preview stands in `alone`,
`reasons` and `closed`, all empty in a public build.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from interview_journal.body import Definition, Passage, Prose, Question, Tag, Transclusion
from interview_journal.value import PartialDate


class Reader(Enum):
    """Who will read what is built."""

    PUBLIC = "everybody"
    AUTHOR = "the author alone, in her preview"


@dataclass(frozen=True)
class Reason:
    """Why a reader would not see something, and the line that would change it."""

    key: str
    """A key of front matter, or "folder", "front matter", "problems"."""
    text: str
    """What follows the key: "is draft: your own decision"."""
    line: str = ""
    """The line to write: "consent: quotes"."""
    promise: str = ""
    """What the line promises: "they agreed to be quoted"."""


@dataclass(frozen=True)
class Part:
    """A block as it may be seen; its `source` is empty."""

    block: Prose | Question | Passage | Transclusion
    closed: str = ""
    """Preview only: why a reader would not see it, or not all of it."""
    open: Prose | Question | Passage | Transclusion | None = None
    """Preview only: what a reader sees of a closed block; None where that is nothing."""

    @property
    def for_readers(self) -> Prose | Question | Passage | Transclusion | None:
        """What a reader sees of the block."""
        return self.open if self.closed else self.block


@dataclass(frozen=True)
class Disclosed:
    """What a reader may see of an entry; hidden values are empty."""

    path: str
    name: str
    genre: str
    title: str
    """The author's own title, else empty."""
    date: PartialDate | None
    takeaway: str
    person: tuple[str, ...]
    """The names as they are shown: established ones, or the display name."""
    people: tuple[str, ...]
    """The ids of these people where their own names are shown, in the same order; empty for a name that two bear, and without names."""
    job_title: str
    library: str
    library_id: str
    """Its id; empty where the library is not shown."""
    belongs_to: tuple[str, ...]
    """The ids of what the library is part of, near and far, as far as that tells nothing hidden."""
    told: frozenset[Tag]
    """The records of its people, its library and what that is part of that hold nothing hidden here: all that they say may be told."""
    place: str
    facets: Mapping[str, tuple[str, ...]]
    format: str
    minutes: int | None
    goal: tuple[str, ...]
    goals: tuple[str, ...]
    """The ids of the goals, in the same order."""
    goal_met: str
    image: str
    image_alt: str
    pin: bool
    updated: dt.date | None
    language: str
    related: tuple[str, ...]
    was: tuple[str, ...]
    consent: str
    attribution: str
    """How the person is shown, the more careful of entry and authority record; empty where what they agreed to is hidden."""
    approved: bool
    """Whether they have read it and agreed."""
    parts: tuple[Part, ...]
    definitions: tuple[Definition, ...]
    """Those that the parts refer to."""
    reasons: tuple[Reason, ...] = ()
    """Preview only: why a reader would not see it; empty when it is public."""
    alone: tuple[tuple[str, str], ...] = ()
    """Preview only: key and value of what is the author's alone."""


@dataclass(frozen=True)
class Withheld:
    """An entry that a reader does not see."""

    path: str
    reasons: tuple[Reason, ...]
