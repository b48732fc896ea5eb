"""What pages say, in one place: sentences, plurals, dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from interview_journal.plan.pieces import Sentence
from interview_journal.value import PartialDate

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
HELD = {"in-person": "In person", "video": "By video", "phone": "By phone", "email": "By mail", "visit": "On a visit"}
MET = {"yes": "Met.", "partly": "Partly met.", "no": "Not met.", "changed": "It changed on the way."}
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
CLOSED = {
    "consent": "no consent yet",
    "status": "draft",
    "review": "waits for review",
    "embargo": "not yet",
    "date": "not yet",
    "withdrawn": "withdrawn",
    "problems": "has errors",
    "front matter": "a private note",
}
"""Why a reader would not see it, in a word or two, by the key that holds it back."""
PRIVATE_KEYS = {
    "introduced_by": "Introduced by",
    "referred_to": "Referred me to",
    "next_questions": "To ask next",
    "via": "Found through",
    "mention": "Means something else",
}
"""What stands before a key of the author's own in the preview; another key is named by itself."""


def in_pieces(message: str) -> Sentence:
    """A message whose code stands between backticks, as on a terminal, cut for a page; a single backtick is one of the author's own."""
    return tuple((text, place % 2 == 1) for place, text in enumerate(re.split("`([^`]+)`", message)) if text)


def day(value: date) -> str:
    """14 March 2026."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def when(value: PartialDate | None) -> str:
    """A date as exactly as it is known: "14 March 2026", "March 2026", "2026"; empty where it is not."""
    if value is None:
        return ""
    parts = value.text.count("-")
    return day(value.first) if parts == 2 else f"{MONTHS[value.first.month - 1]} {value.year}" if parts else str(value.year)


def month(value: PartialDate) -> str:
    """March 2026, or the year alone where no more is known."""
    return f"{MONTHS[value.first.month - 1]} {value.year}" if "-" in value.text else str(value.year)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its word: "1 passage", "11 passages", "no passages"."""
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many or f'{one}s'}"


def joined(names: Sequence[str]) -> str:
    """Names as a person lists them: "A, B and C"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def lowered(label: str) -> str:
    """A label within a sentence: without its capital, unless that belongs to an abbreviation."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
