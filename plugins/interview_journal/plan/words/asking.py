"""The words of the pages of questions."""

from __future__ import annotations

from interview_journal.plan.words.counted import count, printed, times

PHASES = {
    "open": "To begin",
    "path": "How they came to it",
    "day": "The day",
    "place": "The place",
    "skills": "Skills",
    "hard": "What is hard",
    "joy": "What they love",
    "learn": "Learning",
    "people": "People",
    "practice": "In practice",
    "profession": "The profession",
    "experience": "Gaining experience",
    "close": "To close",
    "role-pack": "For one role",
    "after": "Asked of myself",
    "prep": "Before a job interview",
}
"""Headings of the phases of the question bank; another phase is headed by its own word."""
MY_OWN, ASKED_ONCE = "In my own words", "Asked once, in my own words"
NOT_ASKED = "Not asked yet"
ALSO_ASKED_AS = "Also asked as"
BY_PHASE = "By phase"
SIDE_BY_SIDE = "Side by side"
BY_ROLE, BY_YEAR = "by role", "by year"
WITH = "With"
WITH_A = {
    "quote": "a quote",
    "insight": "an insight",
    "advice": "advice",
    "skill": "a skill",
    "challenge": "a challenge",
    "joy": "a joy",
    "surprise": "a surprise",
    "story": "a story",
    "fact": "a fact about the place",
    "resource": "a resource",
    "question": "an open question",
    "moved": "a moment that moved me",
}
"""Kinds of passage within the line "With a challenge and a moment that moved me"; another kind has its label there."""
NEVER_ASKED = "Never asked of"
ANYONE_IN, ANYONE_AS = "anyone in", "anyone in the role of"
NOT_ANSWERED = "Nobody has answered it yet."
NOTHING_ASKED = "No question stands on the shelf yet."


def asked_and_answered(asked: int, answered: int) -> str:
    """How often a question was asked and answered: "Asked 23 times, answered 22 times", without a full stop."""
    if asked == answered:
        return f"Asked and answered {times(asked)}"
    return f"Asked {times(asked)}, answered {times(answered) if answered else 'by nobody yet'}"


def answers(number: int) -> str:
    """How many answers."""
    return count(number, "answer")


def bank(asked: int, conversations: int, waiting: int) -> str:
    """The sentence of the index: what was asked in how many conversations, and what waits to be."""
    said = f"{count(asked, 'question')} asked in {count(conversations, 'conversation')}"
    return f"{said}; {printed(waiting)} of the bank not yet asked of anybody." if waiting else f"{said}."
