"""The stripe: the themes of a conversation as they came up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from interview_journal.consent import Reader
from interview_journal.plan.entry_page import EntryView
from interview_journal.plan.shelf_list import STEPS
from interview_journal.plan.site import shelf_of
from interview_journal.plan.stripe import MANY, PATTERNS, Stripe, pattern_of

from tests.conftest import World
from tests.planned import view

FAMILIES = "\n".join(f"- {{id: f{number}, label: Family {number}}}" for number in range(1, 12))
THEMES = (
    f"== vocabulary/themes.yml\nconcepts:\n{FAMILIES}\n"
    "- {id: pay, label: Pay, broader: [f2]}\n- {id: wages, label: Wages, broader: [pay, f1]}\n"
)


def striped(world: World, body: str, keys: str = "consent: quotes\n", reader: Reader = Reader.PUBLIC) -> Stripe | None:
    """The stripe of an entry with this body."""
    journal = world.write(THEMES).interview("a.md", keys, body).load(reader)
    assert not journal.stopping
    return view(journal, "a/", EntryView).stripe


def bars(found: Stripe | None) -> list[tuple[str, str, int]]:
    """Headline, theme and family of each bar."""
    assert found is not None
    return [(bar.headline, bar.theme, bar.family) for bar in found.bars]


def passages(*themes: str, kind: str = "insight") -> str:
    """A body of passages, one for each of these lines of tags."""
    return "\n".join(f"> [!{kind}] P{number}\n> Words.\n>\n> {tags}\n" for number, tags in enumerate(themes, 1))


def test_each_passage_is_a_bar_in_order(world: World):
    """Over its first theme, in the pattern of that theme's family, leading to its place; the key names the families that occur."""
    found = striped(world, passages("#wages #f3", "#f1", "#role/liaison #pay"))
    assert bars(found) == [("P1", "Wages", 2), ("P2", "Family 1", 1), ("P3", "Pay", 2)]
    assert found is not None and [(bar.url, bar.kind) for bar in found.bars] == [(f"a/#p{n}", "Insight") for n in (1, 2, 3)]
    assert found.key == (("Family 1", 1), ("Family 2", 2))
    assert found.sentence == "3 passages in order, each as wide as it is long; the pattern tells the family."


@pytest.mark.parametrize("body", ["", passages("#pay"), "### Why?\n#pay\n\nAn answer.\n\n### And?\n#f1\n\nAnother.\n"])
def test_fewer_than_two_passages_make_no_stripe(world: World, body: str):
    """Of one passage nothing can be seen in a row, and an answer is no bar."""
    assert striped(world, body) is None


def test_a_bar_is_as_wide_as_its_passage_is_long(world: World):
    """By words, the longest in all steps; one without words has a width too."""
    body = "> [!insight] A\n> One two three four five six.\n\n> [!insight] B\n> One two three.\n\n> [!insight] C\n>\n> #pay\n"
    found = striped(world, body)
    assert found is not None and [bar.width for bar in found.bars] == [STEPS, STEPS / 2, 1]


def test_a_passage_has_the_theme_of_its_answer(world: World):
    """As on the theme's page, where it has none of its own."""
    body = "### Why?\n#pay\n\nWords.\n\n> [!insight] A\n> Words.\n\n> [!insight]\n> Words.\n>\n> #f1\n"
    assert bars(striped(world, body)) == [("A", "Pay", 2), ("", "Family 1", 1)]


def test_a_passage_without_a_theme_says_so(world: World):
    """It has no family's pattern, and stands last in the key."""
    found = striped(world, passages("#role/liaison", "#pay"))
    assert bars(found) == [("P1", "No theme", 0), ("P2", "Pay", 2)]
    assert found is not None and found.key == (("Family 2", 2), ("No theme", 0))


def test_nine_families_can_be_told_apart(world: World):
    """The eighth and ninth have patterns of their own, the tenth that of the first again, and each stands in the key."""
    found = striped(world, passages(*(f"#f{number}" for number in range(1, 12))))
    assert [family for *_, family in bars(found)] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2] and PATTERNS == 9
    assert found is not None and len(found.key) == 11 and found.key[9] == ("Family 10", 1)


def test_the_pattern_of_a_family_is_its_place_in_the_vocabulary(world: World):
    """It is the same on every page, whatever else an entry speaks of."""
    journal = world.write(THEMES).load()
    shelf = shelf_of(journal)
    assert [pattern_of(family, shelf) for family in ("", "f1", "f7", "f10")] == [0, 1, 7, 1]
    first, *others = journal.vocabularies.themes.concepts
    fewer = replace(journal.vocabularies.themes, concepts=tuple(others))
    facets = tuple(fewer if facet.scheme == "theme" else facet for facet in journal.vocabularies.facets)
    assert pattern_of("f2", replace(shelf, vocabularies=replace(journal.vocabularies, facets=facets))) == 1


@pytest.mark.parametrize(("number", "many"), [(MANY, False), (MANY + 1, True)])
def test_above_twelve_passages_the_themes_are_listed_below(world: World, number: int, many: bool):
    """All bars are there all the same."""
    found = striped(world, passages(*["#pay"] * number))
    assert found is not None and (len(found.bars), found.many) == (number, many)


@pytest.mark.parametrize("reader", Reader)
def test_the_stripe_shows_what_readers_see(world: World, reader: Reader):
    """A quotation that consent withholds is no bar and tells no theme, in no view; neither is what is never built."""
    theirs = passages("#f5", "#f6", kind="quote").replace("P", "Theirs ")
    body = f"{passages('#pay', '#f1')}\n{theirs}\n{passages('#f7', kind='private').replace('P', 'Off ')}"
    assert bars(striped(world, body, "consent: paraphrase\n", reader)) == [("P1", "Pay", 2), ("P2", "Family 1", 1)]
    found = striped(world, body, "consent: paraphrase\n", reader)
    assert found is not None and [label for label, _ in found.key] == ["Family 1", "Family 2"]
    assert striped(world, body, "consent: summary\n", reader) is None
    assert len(bars(striped(world, body, reader=reader))) == 4


def test_the_width_tells_nothing_of_what_is_withheld(world: World):
    """A quotation within a passage of the author's own makes it no wider."""
    body = "> [!insight] A\n> One two.\n>\n> > Theirs are many words that readers do not see.\n\n> [!insight] B\n> One two three four.\n"
    found = striped(world, body, "consent: paraphrase\n")
    assert found is not None and [bar.width for bar in found.bars] == [STEPS / 2, STEPS]


def test_an_essay_has_a_stripe_and_a_page_has_none(world: World):
    """Only what stands on the shelf is filed by passages."""
    for name, keys in {"a": "genre: reflection\ndate: 2026\n", "b": "genre: page\n"}.items():
        world.write(f"== entries/{name}.md\n---\n{keys}title: X\nstatus: published\n---\n{passages('#pay', '#f1')}")
    journal = world.write(THEMES).load()
    assert [bool(view(journal, f"{name}/", EntryView).stripe) for name in "ab"] == [True, False]


def test_an_unknown_theme_in_the_preview_is_none(world: World):
    """What is misspelt stops no preview."""
    journal = world.write(THEMES).interview("a.md", "consent: quotes\n", passages("#nonsense", "#pay")).load(Reader.AUTHOR)
    assert bars(view(journal, "a/", EntryView).stripe) == [("P1", "No theme", 0), ("P2", "Pay", 2)]
