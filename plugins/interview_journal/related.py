"""Which conversations belong beside which, and what they have in common.

What few share tells more than what many do, so a shared theme or kind counts the more the rarer it is. Each entry is compared with
the nearest few that share something with it, so the work grows with the entries, not with their square.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interview_journal.address import NO_NAMES, Names, target_of
from interview_journal.body import Tag
from interview_journal.catalogue import Catalogue
from interview_journal.consent import Disclosed

SHOWN = 3
"""How many entries stand under "Related", those picked by hand always among them."""
TOLD = 2
"""How much of what two have in common is told."""
RAREST = 8
"""By how many of its rarest headings an entry looks for others."""
NEAREST = 10
"""How many entries before and after it, in the order of the shelf, it looks at under each heading."""
LIBRARY, PARENT = "library", "parent"
"""What stands in place of a scheme where two entries share a library, or what libraries are part of."""
MOST_TELLING = (LIBRARY, PARENT)


@dataclass(frozen=True)
class Related:
    """An entry beside another."""

    entry: Disclosed
    shared: tuple[Tag, ...]
    """What both have, the rarest first: scheme and id, or `library` and its name, `parent` and the id of its authority record."""
    picked: bool = False
    """Whether the author named it."""


class Relations:
    """What the entries of a catalogue have in common."""

    def __init__(self, catalogue: Catalogue, names: Names = NO_NAMES) -> None:
        self.names = names
        self.entries = catalogue.entries
        self.by_path = {entry.path.partition("/")[2]: entry for entry in self.entries}
        self.headings = {entry.name: tuple(headings_of(entry)) for entry in self.entries}
        self.place = {entry.name: place for place, entry in enumerate(self.entries)}
        self.filed: dict[Tag, list[Disclosed]] = {}
        self.place_in: dict[tuple[Tag, str], int] = {}
        for entry in self.entries:
            for heading in self.headings[entry.name]:
                found = self.filed.setdefault(heading, [])
                self.place_in[heading, entry.name] = len(found)
                found.append(entry)

    def of(self, entry: Disclosed) -> tuple[Related, ...]:
        """What belongs beside an entry: what the author named, then what has most in common with it."""
        picked = dict.fromkeys(name for link in entry.related if (name := self.name_of(link, entry)) and name != entry.name)
        rarest = sorted((heading for heading in self.headings[entry.name] if len(self.filed[heading]) > 1), key=self.telling)
        near = {name for heading in rarest[:RAREST] for name in self.near(entry, heading)} - {entry.name, *picked}
        weights = {name: sum(1 / len(self.filed[heading]) for heading in self.shared(entry.name, name)) for name in near}
        own = self.place[entry.name]
        best = sorted(near, key=lambda name: (-weights[name], abs(self.place[name] - own), name))
        computed = best[: max(SHOWN - len(picked), 0)]
        return tuple(
            Related(self.entries[self.place[name]], self.shared(entry.name, name)[:TOLD], name in picked) for name in (*picked, *computed)
        )

    def name_of(self, link: str, entry: Disclosed) -> str:
        """The name of the entry that a path in `related` leads to; empty where readers do not see it."""
        target = target_of(link, entry.path.partition("/")[2], self.names)
        found = self.by_path.get(target.path) if target else None
        return found.name if found else ""

    def near(self, entry: Disclosed, heading: Tag) -> Iterator[str]:
        """The names of the entries around this one that share a heading with it."""
        place = self.place_in[heading, entry.name]
        return (other.name for other in self.filed[heading][max(place - NEAREST, 0) : place + NEAREST + 1])

    def shared(self, one: str, other: str) -> tuple[Tag, ...]:
        """What two entries have in common, the most telling first."""
        others = set(self.headings[other])
        return tuple(sorted((heading for heading in self.headings[one] if heading in others), key=self.telling))

    def telling(self, heading: Tag) -> tuple[bool, int]:
        """What sorts headings by how much they tell: the same house first, then the rarest."""
        return heading[0] not in MOST_TELLING, len(self.filed[heading])


def headings_of(entry: Disclosed) -> Iterator[Tag]:
    """All that an entry is filed under, its library and what that is part of among them, as far as readers see it."""
    for scheme, ids in entry.facets.items():
        yield from ((scheme, id) for id in ids)
    if entry.library:
        yield LIBRARY, entry.library
    yield from ((PARENT, id) for id in entry.belongs_to)
