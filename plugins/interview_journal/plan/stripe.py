"""The stripe: the themes of a conversation as they came up, one bar a passage."""

from __future__ import annotations

from dataclasses import dataclass

from interview_journal.consent import Disclosed
from interview_journal.plan import words
from interview_journal.plan.parts import Shelf
from interview_journal.plan.shelf_list import step
from interview_journal.quotable import ANSWER, Quotable

FEWEST = 2
"""Of one passage nothing can be seen in a row."""
MANY = 12
"""Above so many the themes under the bars have no room."""
PATTERNS = 9
"""How many families can be told apart; the tenth has the pattern of the first again."""


@dataclass(frozen=True)
class Bar:
    """A passage in the stripe."""

    url: str
    kind: str
    headline: str
    theme: str
    """Its first theme; the words for none where it has none."""
    family: int
    """The pattern of the theme's family, from 1 to 9; 0 without a theme."""
    width: int
    """By words, in steps from 1 to 24."""


@dataclass(frozen=True)
class Stripe:
    """The passages of an entry in order."""

    sentence: str
    bars: tuple[Bar, ...]
    key: tuple[tuple[str, int], ...]
    """The families that occur, with their patterns, in the order of the vocabulary."""
    many: bool
    """Whether there are so many that the themes are listed below."""


def stripe(entry: Disclosed, shelf: Shelf) -> Stripe | None:
    """The stripe of an entry; None where there are fewer than two passages."""
    passages = [passage for passage in shelf.catalogue.passages_in.get(entry.name, ()) if passage.kind != ANSWER]
    if len(passages) < FEWEST:
        return None
    longest = max(map(length, passages))
    occurring = dict.fromkeys(family_of(passage, shelf) for passage in passages)
    key = [(family.label, pattern_of(family.id, shelf)) for family in shelf.vocabularies.themes.concepts if family.id in occurring]
    key += [(words.WITHOUT_THEME, 0)] if "" in occurring else []
    bars = tuple(bar(passage, longest, shelf) for passage in passages)
    return Stripe(words.stripe(len(bars)), bars, tuple(key), len(bars) > MANY)


def pattern_of(family: str, shelf: Shelf) -> int:
    """The pattern of a family of themes, by its place among them; 0 for none."""
    return shelf.vocabularies.themes.narrower[""].index(family) % PATTERNS + 1 if family else 0


def bar(passage: Quotable, longest: int, shelf: Shelf) -> Bar:
    """A passage as a bar."""
    themes, kind = shelf.vocabularies.themes, shelf.vocabularies.kinds.by_id[passage.kind]
    theme = first_theme(passage)
    return Bar(
        shelf.entry_url(passage.entry, passage.anchor),
        kind.label,
        passage.headline,
        themes.by_id[theme].label if theme in themes.by_id else words.WITHOUT_THEME,
        pattern_of(family_of(passage, shelf), shelf),
        step(length(passage), longest),
    )


def first_theme(passage: Quotable) -> str:
    """The id of a passage's first theme; empty where it has none."""
    return next((id for scheme, id in passage.tags if scheme == "theme"), "")


def family_of(passage: Quotable, shelf: Shelf) -> str:
    """The id of the top concept above a passage's first theme; empty where it has none."""
    family = shelf.vocabularies.themes.family(first_theme(passage))
    return family.id if family else ""


def length(passage: Quotable) -> int:
    """How many words a passage has."""
    return sum(len(block.text.split()) for block in passage.texts)
