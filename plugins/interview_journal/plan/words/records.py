"""The words of the pages of people, libraries, goals and passages by kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interview_journal.plan.words.counted import conversations, count, joined, month, passages, printed, times
from interview_journal.value import PartialDate

PASSAGES = "Passages"
JOB_TITLES = "Job title"
LIBRARIES = "Library"
PART_OF = "Part of"
HAS = "Has"
PLACE = "Place"
WEB, ORCID, ISIL, ROR = "Web", "ORCID", "ISIL", "ROR"
LEARNED = "What I learned toward it"
STILL_WANTED = "Still wanted"
NOTHING_LEARNED = "No passage tells yet what I learned."
TOLD = {"yes": "met", "partly": "partly met", "no": "not met", "changed": "changed on the way"}
"""What became of a goal, as within a sentence."""
MONTHS_NAMED = 3
"""How many meetings are told one by one."""


def people(number: int) -> str:
    """How many people have pages."""
    return f"{count(number, 'person', 'people')}, by name."


def libraries(number: int) -> str:
    """How many libraries have pages."""
    return f"{count(number, 'library', 'libraries')}, as far as they are named."


def goals(number: int) -> str:
    """How many goals have pages."""
    return f"{count(number, 'goal')}, and what became of {'it' if number == 1 else 'them'}."


def by_kinds(number: int, kinds: int) -> str:
    """How many passages there are, and of how many kinds."""
    return f"{passages(number)} of {count(kinds, 'kind')}."


def met(number: int, dates: Sequence[PartialDate]) -> str:
    """How often I met somebody, and when, the first time first: "Met twice, in March 2025 and April 2026"."""
    months = list(dict.fromkeys(map(month, dates)))
    if number < 2:
        return conversations(number)
    if len(months) > MONTHS_NAMED:
        return f"Met {times(number)}, from {months[0]} to {months[-1]}"
    return f"Met {times(number)}{f', in {joined(months)}' if months else ''}"


def outcomes(found: Mapping[str, int]) -> str:
    """What became of a goal: "met once, partly met once"; empty where no conversation says."""
    return ", ".join(f"{TOLD[outcome]} {times(found[outcome])}" for outcome in TOLD if found.get(outcome))


def as_sentence(text: str) -> str:
    """A few words as a sentence of their own; nothing stays nothing."""
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def none_marked(number: int) -> str:
    """What is said of a person or a library whose conversations have no passage that readers see."""
    return f"No passage is marked in {'this conversation' if number == 1 else 'these conversations'} yet."


def more_under(number: int) -> str:
    """What stands before the theme under which the other passages are; empty for none."""
    return f"and {printed(number)} more under" if number > 0 else ""
