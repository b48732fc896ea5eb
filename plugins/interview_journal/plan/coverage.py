"""Coverage: whom she has talked with, kind of library by role, whom not yet, and whom to ask next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interview_journal.plan import preview_words, words
from interview_journal.plan.matrix import Matrix, bounds_of, families, in_detail, matrix
from interview_journal.plan.page import PlannedPage, View
from interview_journal.plan.parts import Shelf
from interview_journal.plan.pieces import Link
from interview_journal.plan.tally import Tally
from interview_journal.plan.whom_to_ask import MOST, Asked, asked, asking, wanted, wishes

COVERAGE, OVER_TIME = "coverage", "coverage/over-time"
"""The names of the two pages."""
MOST_IN_DETAIL = 72
"""How many rows the table in detail has at most: the packaged vocabulary whole, and no page that a phone must wait for."""


@dataclass(frozen=True)
class CoverageView(View):
    """The table of families, the same in detail, and whom to ask next."""

    title: str
    sentence: str
    empty: str
    pages: tuple[Link, ...]
    """This page and the timeline."""
    matrix: Matrix | None
    """None while there are no conversations."""
    key: tuple[tuple[str, int], ...]
    """What the steps of ink say, as far as they occur."""
    rings: bool
    """Whether any cell of the table has a ring."""
    notes: tuple[str, ...]
    detail: Matrix | None
    """None where nothing stands below the families, or too much."""
    asked: tuple[Asked, ...]
    more: str
    """How many wishes are not told: "and 3 more"."""
    nothing_asked: str
    """What is said where all wishes are met; empty where there were none."""


def coverage_page(shelf: Shelf) -> PlannedPage:
    """Conversations by kind of library and role, whatever their number."""
    conversations = shelf.catalogue.conversations
    counted = shelf.tally
    goals = asking(shelf.told.goals) if conversations else ()
    found = tuple(wishes(goals, counted))
    rings = wanted(found, counted)
    wanted_types, wanted_roles = {kind for kind, _ in rings}, {role for _, role in rings}
    types = families(counted.types, counted.of_type, wanted_types)
    roles = families(counted.roles, counted.of_role, wanted_roles)
    table = matrix([(id, 1) for id in types], roles, counted, rings, shelf) if conversations else None
    lines = tuple(in_detail((id for id in types if counted.types.narrower.get(id)), counted, wanted_types))
    deeper = any(depth > 1 for _, depth in lines) and len(lines) <= MOST_IN_DETAIL
    sentence = said(counted) if conversations else ""
    view = CoverageView(
        words.COVERAGE,
        sentence,
        empty(shelf),
        ways(shelf, COVERAGE),
        table,
        tuple(key(table, bounds_of(counted, roles))) if table else (),
        any(cell.wanted for line in table.lines for cell in line.cells) if table else False,
        tuple(notes(types, roles, counted)) if conversations else (),
        matrix(lines, roles, counted, rings, shelf) if deeper else None,
        tuple(asked(found, counted, shelf)),
        words.and_more(len(found) - MOST),
        words.ALL_MET if goals and not found else "",
    )
    changed = shelf.changed(conversations)
    return PlannedPage(shelf.addresses.page(COVERAGE), "journal/coverage.html", words.COVERAGE, sentence, "", view, changed)


def ways(shelf: Shelf, current: str) -> tuple[Link, ...]:
    """The two pages."""
    labels = {COVERAGE: words.BY_TYPE_AND_ROLE, OVER_TIME: words.OVER_TIME}
    return tuple(Link(label, shelf.addresses.page(name), current=name == current) for name, label in labels.items())


def empty(shelf: Shelf) -> str:
    """What is said where no conversation stands on the shelf."""
    return "" if shelf.catalogue.conversations else preview_words.BEGIN if shelf.preview else words.EMPTY


def said(counted: Tally) -> str:
    """Which families have most conversations, and which have none; the whole vocabulary counts, not only what the table shows."""
    tops = counted.types.narrower.get("", ())
    sizes = {counted.types.by_id[id].label: counted.of_type(id) for id in tops}
    most = max(sizes.values(), default=0)
    first = [label for label, size in sizes.items() if size == most] if most else []
    none = [label for label, size in sizes.items() if not size]
    return words.leading(first, most, counted.in_all) + words.lacking(none, len(tops))


def key(table: Matrix, bounds: Sequence[int]) -> Iterator[tuple[str, int]]:
    """What each step of ink says."""
    occurring = {cell.ink for line in table.lines for cell in line.cells}
    for step, (first, after) in enumerate(zip(bounds, (*bounds[1:], 1), strict=True), 1):
        if step in occurring:
            yield words.ink(first, after - 1), step


def notes(types: Sequence[str], roles: Sequence[str], counted: Tally) -> Iterator[str]:
    """How the table is to be read, where that is not plain."""
    sums = (sum(map(counted.of_type, types)), sum(map(counted.of_role, roles)))
    if max(sums) > counted.in_all:
        yield words.NO_SUMS
    for shown, facet in ((types, counted.types), (roles, counted.roles)):
        if len(shown) < len(tops := facet.narrower.get("", ())):
            yield words.larger_ones(len(shown), len(tops), facet.many)
