"""Numbers, dates and lists in words, as every page prints them."""

from __future__ import annotations

from collections.abc import Sequence

from interview_journal.value import PartialDate

AND = "and"
NONE_YET = "none yet"
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def when(value: PartialDate | None) -> str:
    """A date as exactly as it is known: "14 March 2026", "March 2026", "2026"; empty where it is not."""
    if value is None:
        return ""
    return f"{value.first.day} {month(value)}" if value.text.count("-") == 2 else month(value)


def month(value: PartialDate) -> str:
    """March 2026, or the year alone where no more is known."""
    return f"{MONTHS[value.first.month - 1]} {value.year}" if "-" in value.text else str(value.year)


def printed(number: int) -> str:
    """A number as pages print it: "1,304"."""
    return f"{number:,}"


def times(number: int) -> str:
    """How often: "once", "twice", "23 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{printed(number)} times")


def count(number: int, one: str, many: str = "") -> str:
    """A number with its word: "1 passage", "11 passages", "no passages"."""
    return f"{printed(number) if number else 'no'} {one if number == 1 else many or f'{one}s'}"


def conversations(number: int, *, all_are: bool = True) -> str:
    """How many conversations, or entries where some are reflections."""
    return count(number, "conversation") if all_are else count(number, "entry", "entries")


def passages(number: int) -> str:
    """How many passages."""
    return count(number, "passage")


def minutes(number: int) -> str:
    """How long."""
    return count(number, "minute")


def joined(names: Sequence[str]) -> str:
    """Names as a person lists them: "A, B and C"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def lowered(label: str) -> str:
    """A label within a sentence: without its capital, unless that belongs to an abbreviation."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def of_pages(title: str, number: int, of: int) -> str:
    """A title or sentence with the number of its page, where there are several."""
    return f"{title}, page {number} of {of}" if of > 1 else title


def in_order(title: str, order: str) -> str:
    """The title of an index in another order than its own: "Themes: by number of conversations"."""
    return f"{title}: {lowered(order)}"


def continued(title: str) -> str:
    """The heading of a group that began on the page before."""
    return f"{title}, continued"


def all_of(number: int, *, all_are: bool) -> str:
    """A link to the whole list: "All 612 conversations"."""
    return f"All {conversations(number, all_are=all_are)}"


def and_more(number: int) -> str:
    """What stands after the first few of a list; empty for none."""
    return f"and {printed(number)} more" if number > 0 else ""
