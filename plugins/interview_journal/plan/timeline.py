"""Over time: when conversations were held, and what they were about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from interview_journal.consent import Disclosed
from interview_journal.plan import words
from interview_journal.plan.coverage import OVER_TIME, empty, ways
from interview_journal.plan.page import PlannedPage, View
from interview_journal.plan.parts import Shelf
from interview_journal.plan.pieces import Link
from interview_journal.plan.shelf_list import step
from interview_journal.plan.stripe import PATTERNS, pattern_of
from interview_journal.plan.tally import under
from interview_journal.quotable import Quotable

COLUMNS = 24
"""So many months stand side by side at most; of a longer time the quarters, then the years."""
MONTH, QUARTER, YEAR = 1, 3, 12
"""What a column may be, in months."""


@dataclass(frozen=True)
class Bar:
    """A number, and the height of its bar."""

    number: str
    height: int
    """A step from 1 to 24; 0 for none."""


@dataclass(frozen=True)
class Row:
    """Conversations, or the passages of a family of themes, by period."""

    heading: Link
    pattern: int
    """That of the family, from 1 to 9; 0 for conversations."""
    bars: tuple[Bar, ...]
    in_all: str


@dataclass(frozen=True)
class Timeline:
    """Conversations and themes by period."""

    columns: tuple[Link, ...]
    """The periods without a gap, each leading to its year."""
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class TimelineView(View):
    """When conversations were held, and what they were about: a table whose numbers are drawn."""

    title: str
    sentence: str
    empty: str
    pages: tuple[Link, ...]
    """The table of coverage and this page."""
    timeline: Timeline | None
    """None while the date of no conversation is known."""
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Calendar:
    """Periods of like length, one after the other."""

    months: int
    first: int
    last: int
    """The numbers of the first and the last period, counted from the year 0."""

    def place(self, entry: Disclosed) -> int | None:
        """The period of an entry; None where its date does not tell."""
        return number_of(entry, self.months) if knows(entry, self.months) else None

    @property
    def periods(self) -> range:
        """The numbers of all periods."""
        return range(self.first, self.last + 1)

    def label(self, period: int) -> str:
        """What a period is called."""
        return words.period(period * self.months % YEAR, self.months, self.year(period))

    def year(self, period: int) -> int:
        """The year it lies in."""
        return period * self.months // YEAR


def number_of(entry: Disclosed, months: int) -> int:
    """The number of the period that an entry's date begins in."""
    assert entry.date
    return (entry.date.year * YEAR + entry.date.first.month - 1) // months


def knows(entry: Disclosed, months: int) -> bool:
    """Whether the date of an entry tells its period: a month that nobody noted is not made up."""
    return entry.date is not None and (months == YEAR or "-" in entry.date.text)


def calendar_of(conversations: Iterable[Disclosed]) -> Calendar | None:
    """The periods in which conversations stand; None where no date is known. Years, where most dates tell no more."""
    dated = [entry for entry in conversations if entry.date]
    exact = [entry for entry in dated if knows(entry, MONTH)]
    for months in (MONTH, QUARTER):
        numbers = [number_of(entry, months) for entry in exact]
        if 2 * len(exact) > len(dated) and max(numbers) - min(numbers) < COLUMNS:
            return Calendar(months, min(numbers), max(numbers))
    numbers = [number_of(entry, YEAR) for entry in dated]
    return Calendar(YEAR, min(numbers), max(numbers)) if numbers else None


def timeline_page(shelf: Shelf) -> PlannedPage:
    """The timeline, whatever the number of conversations."""
    conversations = shelf.catalogue.conversations
    calendar = calendar_of(conversations)
    held = Counter(place for entry in conversations if calendar and (place := calendar.place(entry)) is not None)
    families = families_of(calendar, shelf) if calendar else {}
    sentence = said(held, calendar, conversations) if conversations else ""
    view = TimelineView(
        words.OVER_TIME,
        sentence,
        empty(shelf),
        ways(shelf, OVER_TIME),
        timeline(held, families, calendar, shelf) if calendar else None,
        tuple(notes(families, len(conversations) - held.total(), calendar, shelf)) if calendar else (),
    )
    changed = shelf.changed(conversations)
    return PlannedPage(shelf.addresses.page(OVER_TIME), "journal/over_time.html", words.OVER_TIME, sentence, "", view, changed)


def families_of(calendar: Calendar, shelf: Shelf) -> dict[str, Counter[int]]:
    """The passages of conversations by family of themes and period; of many families those with most."""
    themes = shelf.vocabularies.themes
    found: dict[str, Counter[int]] = {id: Counter() for id in themes.narrower.get("", ())}
    for entry in shelf.catalogue.conversations:
        if (place := calendar.place(entry)) is not None:
            for passage in shelf.catalogue.passages_in[entry.name]:
                for id in found.keys() & under(themes, themes_of(passage)):
                    found[id][place] += 1
    largest = sorted(found, key=lambda id: -found[id].total())[:PATTERNS]
    return {id: numbers for id, numbers in found.items() if id in largest}


def themes_of(passage: Quotable) -> Iterator[str]:
    """The ids of a passage's themes."""
    return (id for scheme, id in passage.tags if scheme == "theme")


def timeline(held: Counter[int], families: dict[str, Counter[int]], calendar: Calendar, shelf: Shelf) -> Timeline:
    """The rows: conversations on a scale of their own, the passages of all families on one."""
    themes, years = shelf.vocabularies.themes, shelf.catalogue.years
    most = max((max(numbers.values(), default=0) for numbers in families.values()), default=0)
    columns = (
        Link(calendar.label(period), shelf.addresses.page(year) if (year := f"{calendar.year(period)}") in years else None)
        for period in calendar.periods
    )
    rows = [row(Link(words.CONVERSATIONS), 0, held, max(held.values()), calendar)]
    rows += [
        row(shelf.concept_link(themes, themes.by_id[id]), pattern_of(id, shelf), found, most, calendar) for id, found in families.items()
    ]
    return Timeline(tuple(columns), tuple(rows))


def row(heading: Link, pattern: int, numbers: Counter[int], most: int, calendar: Calendar) -> Row:
    """Numbers by period; `most` is the number of the tallest bar."""
    found = (numbers[period] for period in calendar.periods)
    bars = tuple(Bar(words.printed(number), step(number, most) if number else 0) for number in found)
    return Row(heading, pattern, bars, words.printed(numbers.total()))


def said(held: Counter[int], calendar: Calendar | None, conversations: Sequence[Disclosed]) -> str:
    """When conversations were held: from when to when, when most, and how many periods stand empty."""
    if calendar is None:
        return words.DATES_UNKNOWN
    placed = sorted(entry.date.first for entry in conversations if entry.date and calendar.place(entry) is not None)
    length = YEAR if calendar.months == YEAR else MONTH
    first, last = (words.period(day.month - 1, length, day.year) for day in (placed[0], placed[-1]))
    most = max(held.values())
    fullest = [calendar.label(period) for period, number in held.items() if number == most]
    gaps = sum(not held[period] for period in calendar.periods)
    return words.over_time(held.total(), first, last, fullest[0] if len(fullest) == 1 else "", most, gaps, calendar.months)


def notes(families: dict[str, Counter[int]], elsewhere: int, calendar: Calendar, shelf: Shelf) -> Iterator[str]:
    """How the table is to be read."""
    yield words.BY_HEIGHT
    if elsewhere:
        yield words.elsewhen(elsewhere, calendar.months)
    if len(families) < len(tops := shelf.vocabularies.themes.narrower.get("", ())):
        yield words.in_families(len(families), len(tops), shelf.vocabularies.themes.many)
