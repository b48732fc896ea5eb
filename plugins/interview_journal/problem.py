"""What is wrong in a file, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum

LONGEST = 100
"""How many letters of a text are compared and told: what is longer is no slip of a name."""


class Severity(IntEnum):
    """How bad a problem is; the lower the worse, so that sorting puts errors first."""

    ERROR = 0
    """The entry cannot be trusted."""
    WARNING = 1
    """Probably a slip."""
    NOTE = 2
    """Advice."""

    @property
    def word(self) -> str:
        """The severity as it is printed."""
        return self.name.lower()


@dataclass(frozen=True, order=True)
class Problem:
    """`path:line: what is wrong; what to do`. Sorts by file, then line, then severity."""

    path: str
    """From the journal's folder, with forward slashes: "entries/2026/university-director.md"."""
    line: int
    """From 1."""
    severity: Severity
    text: str
    """What is wrong, without a full stop."""
    hint: str
    """What to do, without a full stop."""

    @staticmethod
    def error(path: str, line: int, text: str, hint: str) -> Problem:
        """An error at this place."""
        return Problem(path, line, Severity.ERROR, text, hint)

    @staticmethod
    def warning(path: str, line: int, text: str, hint: str) -> Problem:
        """A warning at this place."""
        return Problem(path, line, Severity.WARNING, text, hint)

    @staticmethod
    def note(path: str, line: int, text: str, hint: str) -> Problem:
        """A note at this place."""
        return Problem(path, line, Severity.NOTE, text, hint)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.severity.word}: {self.text}; {self.hint}"


def nearest(word: str, good: Iterable[str], most: int = 3, least: float = 0) -> tuple[str, ...]:
    """The good values that look most like the word, best first; all different, `most` at the most, each `least` alike (1 is equal).

    Letters count, and half as much whole words: "college library" is nearer to "four-year college library" than to "mobile library".
    """
    word = word[:LONGEST].casefold()
    matcher, words = SequenceMatcher(b=word), set(word.split())
    ratios: dict[str, float] = {}
    for value in good:
        folded = value.casefold()
        matcher.set_seq1(folded)
        shared = len(words.intersection(folded.split())) / len(words) if len(words) > 1 else 0
        ratios[value] = matcher.ratio() + shared / 2
    return tuple(sorted((value for value in ratios if ratios[value] >= least), key=lambda value: (-ratios[value], value))[:most])


def within_a_slip(word: str, good: Iterable[str]) -> str | None:
    """The good value that is at most two letters away, one below five letters; None where there is none."""
    allowed = 2 if len(word) >= 5 else 1
    close = [value for value in good if distance(word, value, allowed) <= allowed]
    return nearest(word, close, 1)[0] if close else None


def distance(one: str, other: str, most: int) -> int:
    """How many letters must be changed, added, removed or swapped with a neighbour; any number above `most` may come back as `most + 1`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                row[j] = min(row[j], above[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return row[-1]


def shortened(text: str) -> str:
    """The text on one line, and no more of it than a message can hold."""
    line = " ".join(text[:LONGEST].split())
    return f"{line}…" if len(text) > LONGEST else line


def listed(values: Sequence[str]) -> str:
    """Values as a person lists them: "budget, governance or pay"; empty without any."""
    *head, last = values or ("",)
    return f"{', '.join(head)} or {last}" if head else last


def did_you_mean(near: Sequence[str], otherwise: str) -> str:
    """The question that names the nearest good values; where there are none, what else to do."""
    return f"did you mean {listed(near)}?" if near else otherwise
