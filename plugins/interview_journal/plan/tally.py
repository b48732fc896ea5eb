"""How many conversations stand under each kind of library and role, each counted once wherever it is filed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from interview_journal.consent import Disclosed
from interview_journal.vocabulary import Vocabulary

ANY = ""
"""Stands for every concept of a vocabulary, and for none."""
Pair = tuple[str, str]
"""The ids of a kind of library and a role."""


@dataclass(frozen=True)
class Tally:
    """How many conversations stand under each kind of library and role at once, and what goals ask for."""

    types: Vocabulary
    roles: Vocabulary
    numbers: Counter[Pair]
    """Also of families, and, under `ANY`, of one kind, one role, or all."""

    def of_type(self, id: str) -> int:
        """How many conversations stand under a kind of library."""
        return self.numbers[id, ANY]

    def of_role(self, id: str) -> int:
        """How many conversations stand under a role."""
        return self.numbers[ANY, id]

    @property
    def in_all(self) -> int:
        """How many conversations there are."""
        return self.numbers[ANY, ANY]


def tally(conversations: Iterable[Disclosed], types: Vocabulary, roles: Vocabulary) -> Tally:
    """The numbers, linear in conversations."""
    numbers: Counter[Pair] = Counter()
    for entry in conversations:
        kinds, does = (under(facet, entry.facets.get(facet.scheme, ())) for facet in (types, roles))
        numbers.update(product(kinds, does))
    return Tally(types, roles, numbers)


def under(facet: Vocabulary, ids: Iterable[str]) -> set[str]:
    """These concepts, all above them, and `ANY`."""
    return {ANY, *(above for id in ids if id in facet.by_id for above in (id, *facet.ancestors[id]))}
