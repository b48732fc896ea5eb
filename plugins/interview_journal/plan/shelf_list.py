"""The shelf list: one upright spine a conversation, as tall as it was long and as thick as it has passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from interview_journal.consent import Disclosed
from interview_journal.plan import words
from interview_journal.plan.parts import Shelf, language_of, title_of
from interview_journal.plan.pieces import Language

NEWEST = 31
"""How many spines stand on a desktop; of these a phone shows the last."""
PATTERNS = 6
"""How many families can be told apart; where there are more, the last pattern stands for all others."""
STEPS = 24
"""Into how many steps heights and widths are cut: the stylesheet knows them by number, for a strict policy allows no inline styles."""
SHORT, LONG = 15, 60
"""Minutes from which a spine is higher than the lowest, and above which none grows."""


@dataclass(frozen=True)
class Spine:
    """One conversation on the shelf."""

    url: str
    name: str
    language: Language | None
    """Of the name; None where it is the journal's own."""
    facts: str
    """All that the picture says of it: "14 March 2026 · 34 minutes · 9 passages · Academic library"."""
    height: int
    width: int
    """Steps from 1 to 24."""
    pattern: int
    """From 1 to 6."""


@dataclass(frozen=True)
class ShelfList:
    """The newest conversations as spines, in order of date."""

    spines: tuple[Spine, ...]
    first: str
    last: str
    """The dates of the first spine and the last: "January 2025"."""
    sentence: str
    key: tuple[tuple[str, int], ...]
    """The families of library type with their patterns."""


def shelf_list(shelf: Shelf) -> ShelfList | None:
    """The shelf list; None where no conversation stands on the shelf."""
    newest = shelf.catalogue.conversations[:NEWEST][::-1]
    if not newest:
        return None
    families = [family_of(entry, shelf) for entry in newest]
    patterns = patterns_of(families, shelf)
    most = max(len(shelf.catalogue.passages_in[entry.name]) for entry in newest)
    spines = (spine(entry, family, patterns[family], most, shelf) for entry, family in zip(newest, families, strict=True))
    many = others(patterns)
    key = {words.OTHER_KINDS if family in many else family: pattern for family, pattern in patterns.items()}
    dates = [words.month(entry.date) for entry in newest if entry.date]
    sentence = words.ONE_SPINE if any(entry.minutes for entry in newest) else words.ALL_OF_A_HEIGHT
    first, last = (dates[0], dates[-1]) if dates else ("", "")
    return ShelfList(tuple(spines), first, "" if last == first else last, sentence, tuple(key.items()))


def family_of(entry: Disclosed, shelf: Shelf) -> str:
    """The label of the top concept above the primary kind of library; where none is shown, the word for other kinds."""
    family = shelf.vocabularies.by_scheme["library_type"].family(next(iter(entry.facets.get("library_type", ())), ""))
    return family.label if family else words.OTHER_KINDS


def patterns_of(families: Iterable[str], shelf: Shelf) -> dict[str, int]:
    """A pattern for each of these families, in the order of the vocabulary; of too many the rarest share the last with what shows none."""
    found = Counter(families)
    order = [concept.label for concept in shelf.vocabularies.by_scheme["library_type"].concepts if concept.label in found]
    too_many = len(found) > PATTERNS
    largest = sorted(order, key=lambda family: -found[family])[: PATTERNS - 1] if too_many else order
    own = [family for family in order if family in largest]
    rest = [family for family in (*order, words.OTHER_KINDS) if family in found and family not in own]
    return {family: number for number, family in enumerate(own, 1)} | dict.fromkeys(rest, PATTERNS if too_many else len(own) + 1)


def others(patterns: Mapping[str, int]) -> frozenset[str]:
    """The families that share the last pattern."""
    last = frozenset(family for family, pattern in patterns.items() if pattern == PATTERNS)
    return last if len(last) > 1 else frozenset()


def spine(entry: Disclosed, family: str, pattern: int, most: int, shelf: Shelf) -> Spine:
    """An entry's spine; `most` is the number of passages of the thickest."""
    passages = len(shelf.catalogue.passages_in[entry.name])
    minutes = min(max(entry.minutes or SHORT, SHORT), LONG)
    facts = (
        words.when(entry.date),
        words.minutes(entry.minutes) if entry.minutes else "",
        words.passages(passages),
        family if family != words.OTHER_KINDS else "",
    )
    return Spine(
        shelf.entry_url(entry),
        title_of(entry, shelf.vocabularies),
        language_of(entry) if entry.title else None,
        " · ".join(fact for fact in facts if fact),
        step(minutes - SHORT, LONG - SHORT),
        step(passages, most),
        pattern,
    )


def step(size: int, largest: int) -> int:
    """A size as a step of the largest, from 1 to 24."""
    return max(round(STEPS * size / largest), 1) if largest else 1
