"""Which conversations stand beside which, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from interview_journal.catalogue import catalogue_of
from interview_journal.consent import Disclosed, Reader
from interview_journal.related import NEAREST, RAREST, SHOWN, TOLD, Relations

from tests.conftest import World

LIBRARIES = """\
== vocabulary/libraries.yml
scheme: library
concepts:
- {id: county, label: County Libraries}
- {id: elm, label: Elm Branch, part_of: county}
- {id: oak, label: Oak Branch, part_of: [county]}
- {id: ash, label: Ash Branch}
"""
NAMED = "consent: quotes\nattribution: named\n"


def shelve(world: World, entries: Mapping[str, str]) -> World:
    """The world with these entries, which share no role and no kind of library unless their keys say so."""
    for number, (name, keys) in enumerate(entries.items()):
        filed = "" if "library_type" in keys else f"library_type: type-{number}\n"
        filed += "" if "role" in keys else f"role: role-{number}\n"
        consent = "" if "consent" in keys or "genre" in keys else "consent: quotes\n"
        world.write(f"== entries/{name}.md\n---\ndate: 2026-03-{number + 1:02}\n{filed}{consent}{keys}---\nText.\n")
    for scheme, file in (("role", "roles"), ("type", "library-types")):
        concepts = "\n".join(f"- {{id: {scheme}-{number}, label: {scheme} {number}}}" for number in range(12))
        world.write(f"== vocabulary/{file}.yml\nconcepts:\n{concepts}\n")
    return world


def relations(world: World, reader: Reader = Reader.PUBLIC) -> Relations:
    """What the entries have in common, as the reader sees it."""
    journal = world.load(reader)
    assert not journal.stopping
    return Relations(journal.catalogue)


def beside(world: World, name: str, reader: Reader = Reader.PUBLIC) -> list[tuple[str, bool, list[str]]]:
    """What stands beside an entry: its name, whether it was picked, and what both have."""
    found = relations(world, reader)
    return [
        (related.entry.name, related.picked, [":".join(heading) for heading in related.shared])
        for related in found.of(found.by_path[f"{name}.md"])
    ]


def test_nothing_in_common_is_nothing_related(world: World):
    """An entry that shares no heading with another stands alone, and one without any heading does."""
    shelve(world, {"a": "themes: pay\n", "b": "themes: budget\n", "c": "genre: reflection\ntitle: C\nstatus: published\n"})
    assert [beside(world, name) for name in "abc"] == [[], [], []]


def test_what_few_share_tells_more_than_what_many_do(world: World):
    """The rarer heading puts an entry first, is told first, and no more than two are told."""
    same = "themes: [pay, budget, values]\n"
    shelve(world, {"a": same, "b": "themes: pay\n", "c": "themes: pay\n", "d": "themes: budget\n", "e": same})
    found = beside(world, "a")
    assert found[0] == ("e", False, ["theme:values", "theme:budget"]) and len(found[0][2]) == TOLD
    assert [name for name, *_ in found] == ["e", "d", "b"]


def test_headings_of_its_own_do_not_hide_what_an_entry_shares(world: World):
    """However many headings nobody else has, the one that is shared is found."""
    own = "budget, values, privacy, ai, spaces, governance, workload, staffing, equity"
    shelve(world, {"a": f"themes: [{own}, pay]\n", "b": "themes: pay\n"})
    assert beside(world, "a") == [("b", False, ["theme:pay"])]


def test_of_equals_the_nearest_in_time_stand_first(world: World):
    """Where two have as much in common, the one that was held nearer is nearer."""
    shelve(world, {name: "themes: pay\n" for name in "abcdef"})
    assert [name for name, *_ in beside(world, "d")] == ["c", "e", "b"]
    assert len(beside(world, "d")) == SHOWN


def test_the_same_house_tells_the_most(world: World):
    """A shared library is told first, what both libraries belong to next, however many share them; then what is rarest."""
    elm = f"{NAMED}library: elm\nthemes: pay\n"
    shelve(world, {"a": elm, "b": elm, "c": elm, "d": f"{NAMED}library: Oak Branch\nthemes: [pay, budget]\n", "e": "themes: budget\n"})
    world.write(LIBRARIES)
    assert beside(world, "a") == [
        ("b", False, ["library:Elm Branch", "parent:county"]),
        ("c", False, ["library:Elm Branch", "parent:county"]),
        ("d", False, ["parent:county", "theme:pay"]),
    ]
    assert ("a", False, ["parent:county", "theme:pay"]) not in beside(world, "e")


def test_a_library_without_a_record_or_a_parent_is_a_house_too(world: World):
    """Nobody needs an authority record to be in the same library."""
    libraries = {"a": "Beech", "b": "Beech", "c": "ash", "d": "Ash Branch"}
    shelve(world.write(LIBRARIES), {name: f"{NAMED}library: {library}\n" for name, library in libraries.items()})
    assert beside(world, "a") == [("b", False, ["library:Beech"])]
    assert beside(world, "c") == [("d", False, ["library:Ash Branch"])]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("attribution: named\n", True),
        ("attribution: named\nhide: place\n", False),
        ("attribution: named\nhide: person\nperson: Ada County\n", False),
        ("attribution: title-only\njob_title: head\n", False),
        ("attribution: pseudonym\ndisplay_name: Clio\n", False),
    ],
)
@pytest.mark.parametrize("reader", Reader)
def test_what_a_library_belongs_to_is_told_only_where_it_tells_nothing_hidden(world: World, keys: str, told: bool, reader: Reader):
    """It says where the library is, and may be called like the person; a library that is shown tells neither."""
    shelve(world.write(LIBRARIES), {"a": f"{keys}library: elm\n", "b": f"{NAMED}library: oak\n"})
    assert beside(world, "a", reader) == ([("b", False, ["parent:county"])] if told else [])
    assert bool(beside(world, "b", reader)) is told


HIDING = {
    "a hidden library": ("library: elm\n", "library: elm\n"),
    "a library kept from every page": (f"{NAMED}library: elm\nhide: library\n", f"{NAMED}library: elm\n"),
    "a kept kind of library": ("library_type: type-9\nhide: library_type\n", "library_type: type-9\n"),
    "a kept role": ("role: role-9\nhide: role\n", "role: role-9\n"),
    "kept themes": ("themes: pay\nhide: themes\n", "themes: pay\n"),
}


@pytest.mark.parametrize(("one", "other"), HIDING.values(), ids=HIDING)
@pytest.mark.parametrize("reader", Reader)
def test_what_is_hidden_relates_nothing(world: World, one: str, other: str, reader: Reader):
    """Two entries are not put side by side by what no reader may see of one of them."""
    shelve(world.write(LIBRARIES), {"a": one, "b": other})
    assert (beside(world, "a", reader), beside(world, "b", reader)) == ([], [])


def test_what_consent_withholds_relates_nothing(world: World):
    """The themes of withheld quotations put no two entries side by side."""
    shelve(world, {"a": "themes: pay\n", "b": "consent: paraphrase\n", "c": "consent: summary\n"})
    for name in "bc":
        path = world.root / f"entries/{name}.md"
        path.write_text(path.read_text("utf-8").replace("Text.", "> [!quote] Q\n> Theirs.\n>\n> #pay"), "utf-8")
    assert [beside(world, name, reader) for name in "abc" for reader in Reader] == [[]] * 6


PRIVATE = {"a draft": "status: draft\n", "no consent": "consent: none\n", "withdrawn": "consent: quotes\nwithdrawn: yes\n"}


@pytest.mark.parametrize("keys", PRIVATE.values(), ids=PRIVATE)
def test_what_is_private_stands_beside_nothing_in_public(world: World, keys: str):
    """Neither what it shares nor a hand that picked it shows a private entry to readers; its author sees it in her preview."""
    shelve(world, {"a": "themes: pay\nrelated: b.md\n", "b": f"{keys}themes: pay\n"})
    world.write("== entries/private/c.md\n---\ndate: 2026\nlibrary_type: type-9\nrole: role-9\nthemes: pay\nconsent: quotes\n---\n")
    assert beside(world, "a") == []
    assert beside(world, "a", Reader.AUTHOR)[0] == ("b", True, ["theme:pay"])


def test_what_the_author_picked_stands_first(world: World):
    """A hand knows more than a count: it comes first, in its order and once, though nothing is shared, with what is shared all the same."""
    picked = "related: [c.md, ./c.md, /b.md, a.md, https://example.org/, about.md]\nthemes: pay\n"
    shelve(world, {"a": picked, "b": "themes: budget\n", "c": "themes: pay\n", "d": "themes: pay\n", "e": "themes: pay\n"})
    world.write("== entries/about.md\n---\ngenre: page\ntitle: About\nstatus: published\n---\n")
    assert beside(world, "a") == [("c", True, ["theme:pay"]), ("b", True, []), ("d", False, ["theme:pay"])]


def test_more_are_shown_where_more_are_picked(world: World):
    """Three are enough, and four that the author picked are four."""
    shelve(world, {"a": "related: [b.md, c.md, d.md, e.md]\nthemes: pay\n", **dict.fromkeys("bcde", ""), "f": "themes: pay\n"})
    assert [name for name, *_ in beside(world, "a")] == ["b", "c", "d", "e"]


def test_a_picked_entry_is_found_from_its_own_folder(world: World):
    """Paths in `related` start where links in the text do."""
    shelve(world, {"2026/a": "related: [b.md, ../2025/c.md]\n", "2026/b": "", "2025/c": ""})
    assert [name for name, *_ in beside(world, "2026/a")] == ["2026/b", "2025/c"]


class Counted(Relations):
    """Counts how many comparisons are made, and under how many headings others are looked for."""

    compared = 0
    looked = 0

    def near(self, entry: Disclosed, heading: tuple[str, str]) -> Iterator[str]:
        """The names of the entries around this one that share a heading with it."""
        self.looked += 1
        return super().near(entry, heading)

    def shared(self, one: str, other: str) -> tuple[tuple[str, str], ...]:
        """What two entries have in common."""
        self.compared += 1
        return super().shared(one, other)


def alike(world: World, number: int) -> Counted:
    """What so many entries have in common that are filed under the same ten themes."""
    world.interview("a.md", "consent: quotes\nthemes: [pay, budget, values, privacy, ai, spaces, governance, workload, staffing, equity]\n")
    journal = world.load()
    (entry,) = journal.catalogue.entries
    assert len(entry.facets["theme"]) > RAREST
    entries = [replace(entry, path=f"entries/n{place:03}.md", name=f"n{place:03}") for place in range(number)]
    return Counted(catalogue_of(entries, journal.vocabularies))


def test_the_work_grows_with_the_entries_and_not_with_their_square(world: World):
    """However many share a heading, an entry is compared with the nearest few under its rarest headings, and with those found once more."""
    found = alike(world, 400)
    for entry in found.entries:
        found.compared = found.looked = 0
        assert len(found.of(entry)) == SHOWN and found.compared <= 2 * NEAREST + SHOWN and found.looked == RAREST


def test_an_entry_looks_at_a_bounded_number_on_either_side(world: World):
    """At the ends of the shelf at those on one side."""
    found = alike(world, 30)
    sizes = [len([*found.near(entry, ("theme", "pay"))]) for entry in found.entries]
    assert max(sizes) == 2 * NEAREST + 1 and sizes[0] == sizes[-1] == NEAREST + 1


def test_what_is_related_is_the_same_each_time(world: World):
    """A page that did not change need not be made again."""
    shelve(world, {name: "themes: [pay, budget]\n" for name in "abcdefgh"})

    def all_of() -> list[tuple[Disclosed, ...]]:
        found = relations(world)
        return [tuple(related.entry for related in found.of(entry)) for entry in found.entries]

    assert all_of() == all_of()
