"""The shelf list: one spine a conversation, and the words that say the same."""

from __future__ import annotations

import pytest
from interview_journal.consent import Reader
from interview_journal.plan.lists import HomeView
from interview_journal.plan.shelf_list import NEWEST, PATTERNS, STEPS, ShelfList, Spine, shelf_list, step
from interview_journal.plan.site import shelf_of

from tests.conftest import World
from tests.planned import view


def label(spine: Spine) -> str:
    """All that a spine says."""
    return f"{spine.name} · {spine.facts}"


TYPES = "\n".join(f"- {{id: t{number}, label: Type {number}}}" for number in range(1, 10))
NARROWER = "- {id: n1, label: Narrow, broader: [t1]}\n- {id: n2, label: Narrower, broader: [n1]}"
LIBRARY_TYPES = f"== vocabulary/library-types.yml\nconcepts:\n{TYPES}\n{NARROWER}\n"
PASSAGE = "> [!insight] Mine {}\n> Words.\n\n"


def shelved(world: World, reader: Reader = Reader.PUBLIC) -> ShelfList:
    """The shelf list of a journal whose kinds of library are nine families."""
    journal = world.write(LIBRARY_TYPES).load(reader)
    assert not journal.stopping
    found = shelf_list(shelf_of(journal))
    assert found is not None
    return found


def conversation(world: World, name: str, keys: str = "", *, day: str = "2026-03-14", kind: str = "t1", passages: int = 0) -> None:
    """Write a conversation of a day, held in a kind of library, with so many passages."""
    body = "".join(PASSAGE.format(number) for number in range(passages))
    consent = "" if "consent" in keys else "consent: quotes\n"
    world.write(f"== entries/{name}.md\n---\ndate: {day}\nlibrary_type: {kind}\nrole: director\n{consent}{keys}---\n{body}")


def test_a_shelf_without_conversations_has_no_list(world: World):
    """A reflection, a page and a draft are no spines."""
    world.write("== entries/a.md\n---\ngenre: reflection\ntitle: A\ndate: 2026\nstatus: published\n---\n").interview("b.md", "")
    assert view(world.load(), "", HomeView).shelf_list is None


def test_a_spine_says_all_that_the_picture_shows(world: World):
    """Who, when, how long, how many passages, what family of library: the list of spines is the picture in words."""
    conversation(world, "a", "attribution: named\nperson: Ada Oko\njob_title: head\nminutes: 34\n", kind="n2", passages=2)
    conversation(world, "b", "title: Two floors up\n", day="2026-04", passages=1)
    found = shelved(world)
    assert [(spine.url, label(spine)) for spine in found.spines] == [
        ("a/", "A conversation with Ada Oko, head · 14 March 2026 · 34 minutes · 2 passages · Type 1"),
        ("b/", "Two floors up · April 2026 · 1 passage · Type 1"),
    ]
    assert (found.first, found.last) == ("March 2026", "April 2026")
    assert found.sentence == "One spine a conversation: as tall as we talked long, as thick as it has passages."


def test_one_conversation_is_a_shelf(world: World):
    """One date stands below it, not the same twice."""
    conversation(world, "a")
    found = shelved(world)
    assert (len(found.spines), found.first, found.last, found.key) == (1, "March 2026", "", (("Type 1", 1),))


def test_where_no_length_is_known_none_is_promised(world: World):
    """Spines of one height say nothing, and the sentence does not claim that they do."""
    conversation(world, "a", passages=2)
    assert shelved(world).sentence == "One spine a conversation: as thick as it has passages."


HEIGHTS = {"": 1, "minutes: 1\n": 1, "minutes: 15\n": 1, "minutes: 38\n": 12, "minutes: 60\n": STEPS, "minutes: 600\n": STEPS}


@pytest.mark.parametrize(("minutes", "height"), HEIGHTS.items())
def test_a_spine_is_as_tall_as_they_talked_long(world: World, minutes: str, height: int):
    """From a quarter of an hour to an hour; what is not known, or is hidden, is as low as the lowest."""
    conversation(world, "a", minutes)
    conversation(world, "b", f"{minutes}hide: minutes\n")
    a, b = shelved(world).spines
    assert {a.url: a.height, b.url: b.height} == {"a/": height, "b/": 1}
    assert "minute" not in next(label(spine) for spine in (a, b) if spine.url == "b/")


def test_a_spine_is_as_thick_as_it_has_passages(world: World):
    """The thickest has all steps, one without passages the first."""
    for name, passages in {"a": 8, "b": 4, "c": 0}.items():
        conversation(world, name, passages=passages)
    assert {spine.url: spine.width for spine in shelved(world).spines} == {"a/": STEPS, "b/": STEPS / 2, "c/": 1}


@pytest.mark.parametrize("reader", Reader)
def test_thickness_counts_what_readers_see(world: World, reader: Reader):
    """A withheld quotation makes no spine thicker, in no view, and no number tells of it."""
    conversation(world, "a", "consent: paraphrase\n", passages=1)
    conversation(world, "b", "consent: summary\n", passages=3)
    path = world.root / "entries/a.md"
    path.write_text(path.read_text("utf-8") + "> [!quote] Theirs\n> Words.\n\n> [!private] Off\n> Never.\n", "utf-8")
    spines = {spine.url: (spine.width, label(spine).partition(" · ")[2]) for spine in shelved(world, reader).spines}
    assert spines == {"a/": (STEPS, "14 March 2026 · 1 passage · Type 1"), "b/": (1, "14 March 2026 · no passages · Type 1")}


HIDDEN = {
    "the name": ("attribution: anonymous\nperson: Shutname\n", "Director, type 1 · 14 March 2026 · no passages · Type 1"),
    "the name behind another": (
        "attribution: pseudonym\ndisplay_name: Clio\nperson: Shutname\njob_title: shuttitle\n",
        "A conversation with Clio · 14 March 2026 · no passages · Type 1",
    ),
    "the date": ("hide: date\n", "Director, type 1 · no passages · Type 1"),
    "the kind of library": ("hide: library_type\n", "Director · 14 March 2026 · no passages"),
}


@pytest.mark.parametrize(("keys", "said"), HIDDEN.values(), ids=HIDDEN)
def test_no_spine_tells_what_is_hidden(world: World, keys: str, said: str):
    """Neither by its words nor by its pattern."""
    conversation(world, "a", keys)
    found = shelved(world)
    assert [label(spine) for spine in found.spines] == [said]
    assert found.key == (("Other kinds" if "library_type" in keys else "Type 1", 1),)


def test_patterns_follow_the_vocabulary(world: World):
    """Each family has its own pattern, in the order of the vocabulary; the key names those that occur, and what shows no kind last."""
    for name, kind in {"a": "t9", "b": "t2", "c": "n2"}.items():
        conversation(world, name, kind=kind)
    conversation(world, "d", "hide: library_type\n")
    found = shelved(world)
    assert found.key == (("Type 1", 1), ("Type 2", 2), ("Type 9", 3), ("Other kinds", 4))
    assert {spine.url: spine.pattern for spine in found.spines} == {"a/": 3, "b/": 2, "c/": 1, "d/": 4}


def test_six_families_have_six_patterns(world: World):
    """Nothing is thrown together while there is room, and the rarest keeps its place."""
    for number in range(1, 7):
        for copy in range(1 if number == 1 else 2):
            conversation(world, f"a{number}{copy}", kind=f"t{number}")
    assert shelved(world).key == tuple((f"Type {number}", number) for number in range(1, PATTERNS + 1))


@pytest.mark.parametrize("hidden", [0, 3])
def test_of_more_families_the_rarest_share_the_last_pattern(world: World, hidden: int):
    """Seven families have six patterns: "Other kinds" stands in the key once and last, with what shows no kind however many these are."""
    for number in range(1, 8):
        for copy in range(1 if number in (2, 5) else 2):
            conversation(world, f"a{number}{copy}", kind=f"t{number}")
    for number in range(hidden):
        conversation(world, f"b{number}", "hide: library_type\n")
    found = shelved(world)
    assert found.key == (("Type 1", 1), ("Type 3", 2), ("Type 4", 3), ("Type 6", 4), ("Type 7", 5), ("Other kinds", PATTERNS))
    patterns = {label(spine).rpartition(" · ")[2]: spine.pattern for spine in found.spines if "Type" in label(spine)}
    assert patterns["Type 2"] == patterns["Type 5"] == PATTERNS and patterns["Type 7"] == 5
    assert [spine.pattern for spine in found.spines if spine.url.startswith("b")] == [PATTERNS] * hidden


def test_the_newest_stand_in_order_of_date(world: World):
    """Thirty-one at most, the newest at the right; what has no date stands before all others, and no date is made up for it."""
    for number in range(40):
        conversation(world, f"n{number:02}", day=f"{2020 + number // 12}-{number % 12 + 1:02}")
    conversation(world, "someday", "hide: date\n")
    found = shelved(world)
    assert [spine.url for spine in found.spines] == [f"n{number:02}/" for number in range(40 - NEWEST, 40)]
    assert (found.first, found.last) == ("October 2020", "April 2023")


def test_what_has_no_date_stands_first(world: World):
    """Below the shelf stand the dates that are known; where none is, none."""
    conversation(world, "a", "hide: date\n")
    assert (shelved(world).first, shelved(world).last) == ("", "")
    conversation(world, "b", day="2025")
    conversation(world, "c")
    found = shelved(world)
    assert [spine.url for spine in found.spines] == ["a/", "b/", "c/"]
    assert (found.first, found.last) == ("2025", "March 2026")


@pytest.mark.parametrize(("size", "largest", "steps"), [(0, 0, 1), (0, 9, 1), (1, 1000, 1), (5, 10, 12), (10, 10, 24)])
def test_a_size_is_a_step_that_the_stylesheet_knows(size: int, largest: int, steps: int):
    """From 1 to 24, whatever the sizes."""
    assert step(size, largest) == steps
