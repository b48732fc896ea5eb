"""Whom to ask next: what the open goals ask for, and nobody has been met for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from interview_journal.plan import words
from interview_journal.plan.parts import Shelf
from interview_journal.plan.pieces import Link
from interview_journal.plan.tally import ANY, Pair, Tally, under
from interview_journal.vocabulary import Concept, Vocabulary

MOST = 6


@dataclass(frozen=True)
class Wish:
    """Somebody whom a goal asks for: any of these roles in any of these kinds of library; either may be `ANY` alone."""

    goal: Concept
    types: tuple[str, ...]
    roles: tuple[str, ...]

    @property
    def pairs(self) -> Iterator[Pair]:
        """Each kind of library with each role."""
        return product(self.types, self.roles)


@dataclass(frozen=True)
class Asked:
    """A wish as the page says it: whom, and for which goal."""

    whom: str
    goal: Link


def asking(goals: Vocabulary) -> tuple[Concept, ...]:
    """The goals that ask for somebody; of closed ones, and of those that no entry in sight names, a shelf does not tell whom."""
    return tuple(goal for goal in goals.concepts if goal.more.get("wants_library_type") or goal.more.get("wants_role"))


def wishes(goals: Iterable[Concept], tally: Tally) -> Iterator[Wish]:
    """What nobody has been met for: of each goal the kinds of library where none of its roles was met, then the roles met in none of these.

    Two kinds of library and three roles are no wish for six people: each kind is wanted once, in any of the roles, and each role once.
    """
    for goal in goals:
        types, roles = (tuple(dict.fromkeys(goal.more.get(key, ()))) or (ANY,) for key in ("wants_library_type", "wants_role"))
        met = {pair for pair in product(types, roles) if tally.numbers[pair]}
        met_types = tuple(id for id in types if any((id, role) in met for role in roles))
        yield from (Wish(goal, (id,), roles) for id in types if id not in met_types)
        if met_types:
            yield from (Wish(goal, met_types, (role,)) for role in roles if not any((id, role) in met for id in types))


def wanted(found: Iterable[Wish], tally: Tally) -> frozenset[Pair]:
    """The pairs that somebody is wanted for, families too; a wish for kinds of library alone, or for roles alone, is none."""
    pairs = {pair for wish in found for pair in wish.pairs if ANY not in pair}
    return frozenset(
        (above, role)
        for kind, role_id in pairs
        for above in under(tally.types, (kind,)) - {ANY}
        for role in under(tally.roles, (role_id,)) - {ANY}
    )


def asked(found: Collection[Wish], tally: Tally, shelf: Shelf) -> Iterator[Asked]:
    """The most telling wishes in words: those first under whose families fewest conversations stand."""

    def near(wish: Wish) -> int:
        return sum(tally.numbers[pair] for pair in wanted([wish], tally))

    for wish in sorted(found, key=near)[:MOST]:
        yield Asked(whom(wish, tally), shelf.concept_link(shelf.told.goals, wish.goal))


def whom(wish: Wish, tally: Tally) -> str:
    """Whom a wish is for, in words."""
    roles, types = (
        [facet.by_id[id].label for id in ids if id != ANY] for facet, ids in ((tally.roles, wish.roles), (tally.types, wish.types))
    )
    return words.whom(roles, types)
