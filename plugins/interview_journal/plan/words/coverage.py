"""The words of the pages on coverage: whom she has met, whom not yet, and when."""

from __future__ import annotations

from collections.abc import Sequence

from interview_journal.plan.words.counted import MONTHS, conversations, count, joined, lowered, printed

COVERAGE, OVER_TIME = "Coverage", "Over time"
BY_TYPE_AND_ROLE = "By library type and role"
MATRIX = "Conversations by library type and role"
ALL = "All"
IN_DETAIL = "The same in detail, kind by kind"
ASKED_FOR = "a learning goal asks for it"
NOBODY_YET = "0, and a learning goal asks for it"
"""What a ring says to who hears the table."""
WHOM_TO_ASK_NEXT = "Whom to ask next"
FOR = "for"
ALL_MET = "Everybody whom an open goal asks for has been met."
NO_SUMS = "A conversation counts once in every row and every column that it is filed under, so “All” may be less than the sum."
NAMED_AT_MOST = 4
"""So many kinds without a conversation are named; of more their number is told."""
CONVERSATIONS_AND_THEMES = "Conversations, and passages by theme, over time"
PERIODS = {1: "month", 3: "quarter", 12: "year"}
"""What a column of the timeline is, by its months."""
DATES_UNKNOWN = "Of no conversation is the date known."
BY_HEIGHT = "A bar is as tall as its number: conversations among conversations, passages among the passages of all themes."


def leading(most: Sequence[str], number: int, of: int) -> str:
    """Which kinds of library have most conversations, and how many of all; `most` are those that share the first place."""
    if not most:
        return (
            f"No kind of library is shown for my {conversations(of)}" if of > 1 else "No kind of library is shown for my only conversation"
        )
    if of == 1:
        return f"My only conversation so far is filed under {joined([lowered(label) for label in most])}"
    if number == of and len(most) == 1:
        return f"Each of my {conversations(of)} is filed under {lowered(most[0])}"
    if len(most) > NAMED_AT_MOST:
        return f"My {conversations(of)} are spread over many kinds of library, and {printed(len(most))} kinds share the first place"
    each = " each" if len(most) > 1 else ""
    names = joined([lowered(label) for label in most])
    return (
        f"More of my conversations are filed under {names} than under any other kind of library, {printed(number)} of {printed(of)}{each}"
    )


def lacking(none: Sequence[str], of: int) -> str:
    """Which kinds of library nobody has spoken for, and the end of the sentence; `of` is the number of all kinds."""
    if not none or of == 1:
        return "; no kind is without one." if of > 1 else "."
    if len(none) == of:
        return "."
    if len(none) > NAMED_AT_MOST:
        return f"; {printed(len(none))} of {printed(of)} kinds have none yet."
    return f"; nothing is filed yet under {joined([lowered(label) for label in none])}."


def ink(first: int, last: int) -> str:
    """What a step of ink says: "1", "2 to 4", "5 or more" where `last` is 0."""
    if not last:
        return f"{printed(first)} or more"
    return printed(first) if first == last else f"{printed(first)} to {printed(last)}"


def larger_ones(number: int, of: int, many: str) -> str:
    """That a table shows a part of a vocabulary."""
    return f"Shown are {printed(number)} of {printed(of)} {lowered(many)}: those with most conversations, and those that a goal asks for."


def either(labels: Sequence[str]) -> str:
    """Labels one of which is enough: "A, B or C"; all but the first within a sentence, of many the first four."""
    labels = [*labels[:1], *map(lowered, labels[1:])]
    labels = [*labels[:4], f"{printed(len(labels) - 4)} more"] if len(labels) > 5 else labels
    return f"{', '.join(labels[:-1])} or {labels[-1]}" if len(labels) > 1 else "".join(labels)


def whom(roles: Sequence[str], types: Sequence[str]) -> str:
    """Whom a goal asks for, qualified as headings are: "Solo librarian (tribal library)"; roles or types may be missing."""
    where = either(types)
    return f"{either(roles)} ({lowered(where)})" if roles and types else either(roles) or where


def period(first: int, months: int, year: int) -> str:
    """A column of the timeline, by its first month from 0 to 11 and its length: "March 2026", "April to June 2026", "2026"."""
    if months == len(MONTHS):
        return f"{year}"
    return f"{MONTHS[first]} to {MONTHS[first + months - 1]} {year}" if months > 1 else f"{MONTHS[first]} {year}"


def over_time(number: int, first: str, last: str, fullest: str, most: int, gaps: int, months: int) -> str:
    """When conversations were held: the first and the last, the fullest month, quarter or year, and how many of them are empty."""
    if first == last:
        return f"{conversations(number)}, {'all ' if number > 1 else ''}in {first}."
    said = f"{conversations(number)} from {first} to {last}"
    said += f"; the fullest {PERIODS[months]} was {fullest}, with {printed(most)}" if fullest else ""
    return f"{said}; {count(gaps, PERIODS[months])} without any." if gaps else f"{said}."


def elsewhen(number: int, months: int) -> str:
    """How many conversations stand in no column."""
    return f"Of {count(number, 'further conversation')} the {PERIODS[months]} is not known."


def in_families(number: int, of: int, many: str) -> str:
    """That a timeline shows a part of a vocabulary."""
    return f"Shown are {printed(number)} of {printed(of)} {lowered(many)}: those with most passages."
