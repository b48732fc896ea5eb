"""The words of indexes and of the pages of concepts."""

from __future__ import annotations

from interview_journal.plan.words.counted import conversations, count, passages, printed

ORDER, AS_A_TREE, BY_NUMBER, A_TO_Z = "Order", "As a tree", "By number of conversations", "A to Z, with variants"
PASSAGES_ONLY = "passages only"
TYPE_BY_ROLE, THEMES_OVER_TIME = "Coverage: type by role", "Over time"
ANOTHER_WORD = "If you look for another word"
SEE = "see"
NOTHING_FILED = "Nothing is filed here yet."
USED_FOR, BROADER, NARROWER, NONE = "Used for", "Broader", "Narrower", "none"
MY_NOTE = "My own note"
BY_KIND, BY_LIBRARY_TYPE, BY_THEME = "by kind", "by library type", "by theme"
GAP = "…"
ELSEWHERE = "Elsewhere"
ALSO = "Also"
GROUPS = {
    "quote": "In their words",
    "insight": "What I understood",
    "advice": "Advice",
    "skill": "Skills",
    "challenge": "What is hard",
    "joy": "What they love",
    "surprise": "Surprises",
    "story": "Stories",
    "fact": "Facts",
    "resource": "Resources",
    "question": "Open questions",
    "moved": "What moved me",
    "answer": "Answers",
}
"""Headings of the kinds of passage on a concept's page; another kind is headed by its label."""


def summed(passages_here: int, entries: int, *, all_are: bool) -> str:
    """What a concept's page holds, where no scope note says what it is about; of what there is none it says nothing."""
    found = [passages(passages_here)] if passages_here else []
    found += [conversations(entries, all_are=all_are)] if entries else []
    return f"{', '.join(found)}."


def vocabulary(title: str, families: int, headings: int, used: int) -> str:
    """What a vocabulary is of, and how large; empty while it has no concepts."""
    if not headings:
        return ""
    tree = f"{count(families, 'family', 'families')}, " if families < headings else ""
    of_them = f"{used or 'none'} of them" if headings > 1 else "" if used else "not yet"
    return f"{f'{title}: ' if title else ''}{tree}{count(headings, 'heading')}, {of_them}{' ' if of_them else ''}in use."


def here(number: int) -> str:
    """What is filed under a concept itself, where that is not all: "1 here, "."""
    return f"{printed(number)} here, "


def in_all(number: int) -> str:
    """What is filed under a concept and all below it."""
    return f"{printed(number)} in all"


def no_passage(label: str, number: int, *, below: bool, all_are: bool) -> str:
    """What is said where no passage is filed under the concept itself: a catalogue files under the narrowest heading."""
    if below:
        return f"No passage is filed under “{label}” itself; look under its narrower headings."
    one, many = ("conversation", "conversations") if all_are else ("entry", "entries")
    return f"No passage is filed here yet; {f'this {one} names' if number == 1 else f'these {many} name'} it as a whole."


def in_the_conversations(number: int) -> str:
    """Where the passages are that a page of a role or a kind of library leaves out; empty for none."""
    return f"and {printed(number)} more, in the conversations below" if number else ""
