"""A table of numbers: conversations by kind of library and role."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from interview_journal.plan import words
from interview_journal.plan.parts import Shelf
from interview_journal.plan.pieces import Link
from interview_journal.plan.tally import ANY, Pair, Tally
from interview_journal.vocabulary import Vocabulary

MOST = 24
"""How many rows or columns a table has; of a vocabulary with more top concepts the largest stand in it."""
SINGLY = 9
"""Up to so many conversations in a cell, the four steps of ink are one, two, three and more."""


@dataclass(frozen=True)
class Cell:
    """A number, and how it is drawn."""

    number: str
    ink: int
    """The step of ink, from 1 to 4; 0 for none."""
    wanted: bool = False
    """Whether a goal asks for it and nobody has been met."""


@dataclass(frozen=True)
class Line:
    """A row: a kind of library."""

    heading: Link
    depth: int
    """1 for a family, 2 for what stands below it, and so on."""
    cells: tuple[Cell, ...]
    in_all: str


@dataclass(frozen=True)
class Matrix:
    """Kinds of library by families of roles."""

    columns: tuple[Link, ...]
    lines: tuple[Line, ...]
    totals: tuple[str, ...]
    """Of the columns."""
    in_all: str
    """Of all conversations, which may be less than the sum of the totals."""


def families(facet: Vocabulary, size: Callable[[str], int], wanted: Collection[str]) -> tuple[str, ...]:
    """The ids of the top concepts that a table has room for, in the order of the vocabulary; what a goal asks for goes before size."""
    tops = facet.narrower.get("", ())
    if len(tops) <= MOST:
        return tops
    largest = sorted((id for id in tops if size(id) or id in wanted), key=lambda id: (id not in wanted, -size(id)))[:MOST]
    return tuple(id for id in tops if id in largest)


def in_detail(ids: Iterable[str], tally: Tally, wanted: Collection[str], parent: str = ANY, depth: int = 1) -> Iterator[tuple[str, int]]:
    """These kinds and all below them, each with its depth, as far as they are in use or a goal asks for them; under each parent they have.

    What is below them stands under the first of these alone, as in the index.
    """
    for id in ids:
        if tally.of_type(id) or id in wanted:
            yield id, depth
            if next(iter(tally.types.by_id[id].broader), ANY) == parent:
                yield from in_detail(tally.types.narrower.get(id, ()), tally, wanted, id, depth + 1)


def matrix(rows: Sequence[tuple[str, int]], columns: Sequence[str], tally: Tally, wanted: Collection[Pair], shelf: Shelf) -> Matrix:
    """The table of these kinds of library (id and depth) by these roles."""
    bounds = bounds_of(tally, columns)
    lines = (
        Line(
            shelf.concept_link(tally.types, tally.types.by_id[id]),
            depth,
            tuple(cell(tally.numbers[id, role], bounds, wanted=(id, role) in wanted) for role in columns),
            words.printed(tally.of_type(id)),
        )
        for id, depth in rows
    )
    return Matrix(
        shelf.concept_links(tally.roles, columns),
        tuple(lines),
        tuple(words.printed(tally.of_role(role)) for role in columns),
        words.printed(tally.in_all),
    )


def cell(number: int, bounds: Sequence[int], *, wanted: bool) -> Cell:
    """A number with its ink."""
    return Cell(words.printed(number), sum(number >= bound for bound in bounds), wanted and not number)


def bounds_of(tally: Tally, columns: Sequence[str]) -> tuple[int, ...]:
    """From which number each step of ink begins: 1, 2, 3, 4 while numbers are small, else each a like multiple of the one before."""
    largest = max((tally.numbers[id, role] for id in tally.types.by_id for role in columns), default=0)
    return (1, 2, 3, 4) if largest <= SINGLY else tuple(round(largest ** (step / 4)) + (step > 0) for step in range(4))
