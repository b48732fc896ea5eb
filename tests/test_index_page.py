"""The index of a vocabulary, in three orders."""

from __future__ import annotations

from dataclasses import replace

import pytest
from interview_journal.consent import Reader
from interview_journal.journal import load_journal
from interview_journal.plan.former import MovedView
from interview_journal.plan.index_page import IndexView
from interview_journal.plan.pieces import Node
from interview_journal.plan.site import plan_site

from tests.conftest import TODAY, World
from tests.planned import THEMES, pages, view


def test_an_empty_vocabulary_has_an_index(world: World):
    """A facet that is only begun has a page that says so."""
    world.write("== vocabulary/themes.yml\nscheme: theme\nmany: Themes\n")
    index = view(world.load(), "themes/", IndexView)
    assert (index.sentence, index.nodes, index.empty) == ("", (), "Nothing is filed here yet.")
    preview = view(world.load(Reader.AUTHOR), "themes/", IndexView).empty
    assert preview == "Nothing is filed here yet. The headings are yours to choose: they stand in vocabulary/themes.yml."
    assert view(world.load(Reader.AUTHOR), "roles/", IndexView).empty == (
        "Nothing is filed here yet. To file an entry under a heading, write a line like “role: leadership” in its front matter."
    )


def test_an_index_counts_here_and_in_all(world: World):
    """A schedule counts what names a heading itself and what stands below it, and says where there is nothing."""
    world.write(THEMES).interview("2026/a.md", "consent: quotes\nthemes: [work, pay]\n").interview(
        "2026/b.md", "consent: quotes\nthemes: pay\n"
    )
    index = view(world.load(), "themes/", IndexView)
    tree = [(node.label, node.here, node.in_all, node.url) for top in index.nodes for node in (top, *top.narrower)]
    assert tree == [
        ("Work", "1 here, ", "2 in all", "themes/work/"),
        ("Pay", "", "2", "themes/pay/"),
        ("Hours", "", "none yet", None),
        ("Joy", "", "none yet", None),
        ("Unused", "", "none yet", None),
    ]
    assert [(variant, link.label) for variant, link in index.see] == [("Labour", "Work"), ("Salary", "Pay"), ("Wages", "Pay")]
    assert (index.sentence, index.empty) == ("What it is about: 3 families, 5 headings, 2 of them in use.", "")


def test_a_flat_vocabulary_has_no_families(world: World):
    """Where nothing is broader than anything, only headings are counted."""
    world.write("== vocabulary/themes.yml\nscheme: theme\ntitle: About\nconcepts:\n- {id: pay, label: Pay}\n")
    assert view(world.load(), "themes/", IndexView).sentence == "About: 1 heading, not yet in use."
    world.interview("2026/a.md", "consent: quotes\nthemes: pay\n")
    assert view(world.load(), "themes/", IndexView).sentence == "About: 1 heading, in use."


def used(world: World) -> World:
    """A journal in which three of five themes are in use."""
    return (
        world.write(THEMES)
        .interview("2026/a.md", "consent: quotes\nthemes: [work, pay]\n")
        .interview("2026/b.md", "consent: quotes\nthemes: pay\n", "> [!insight] A\n> B.\n>\n> #joy")
    )


def lines(nodes: tuple[Node, ...]) -> list[str]:
    """Each line of an index as it is read."""
    return [f"{node.label} see {node.see.label}" if node.see else f"{node.mark} {node.label} {node.here}{node.in_all}" for node in nodes]


def test_an_index_by_number_begins_with_what_most_name(world: World):
    """Of equals in the order of the vocabulary; what nobody names is left out, and nothing stands below anything."""
    index = view(used(world).load(), "themes/by-number/", IndexView)
    assert lines(index.nodes) == ["PAY Pay 2", "WORK Work 1 here, 2 in all", "JOY Joy 1"]
    assert [(node.narrower, node.note) for node in index.nodes] == [((), ""), ((), "All of it."), ((), "")]
    assert (index.is_tree, index.see, index.red) == (False, (), True)


def test_an_index_by_number_ends_with_the_families_that_nothing_names(world: World):
    """The larger of them first, so that their numbers too go down."""
    world.write(
        "== vocabulary/themes.yml\nconcepts:\n- {id: a, label: A}\n- {id: b, label: B}\n- {id: c, label: C, broader: [a]}\n- {id: d, label: D, broader: [b]}\n"
    )
    world.interview("1.md", "consent: quotes\nthemes: [c, d]\n").interview("2.md", "consent: quotes\nthemes: d\n")
    index = view(world.load(), "themes/by-number/", IndexView)
    assert [(node.label, node.in_all) for node in index.nodes] == [("D", "2"), ("C", "1"), ("B", "2 in all"), ("A", "1 in all")]


def test_an_index_from_a_to_z_leads_from_variants_to_labels(world: World):
    """Labels and variants of what is in use, in one alphabet."""
    index = view(used(world).load(), "themes/a-to-z/", IndexView)
    assert lines(index.nodes) == [
        "JOY Joy 1",
        "Labour see Work",
        "PAY Pay 2",
        "Salary see Pay",
        "Wages see Pay",
        "WORK Work 1 here, 2 in all",
    ]
    assert [node.see.url for node in index.nodes if node.see] == ["themes/work/", "themes/pay/", "themes/pay/"]
    assert not any(node.narrower or node.note for node in index.nodes)


def test_the_alphabet_knows_neither_marks_nor_capitals(world: World):
    """Word by word, and a letter with a diacritic stands where a reader looks for it, in the list and at the foot of the tree."""
    labels = {"zines": "Zines", "equity": "Équité", "f": "Film", "new-york": "New York", "newer": "newer", "news": "News desk"}
    concepts = "".join(f"- {{id: {id}, label: {label}}}\n" for id, label in labels.items())
    world.write(f"== vocabulary/themes.yml\nconcepts:\n{concepts}- {{id: m, label: Maps, alt: [łódź, Lot, Žižka, Lübeck]}}\n")
    world.interview("a.md", f"consent: quotes\nthemes: [{', '.join([*labels, 'm'])}]\n")
    journal = world.load()
    assert [node.label for node in view(journal, "themes/a-to-z/", IndexView).nodes] == [
        *("Équité", "Film", "Łódź", "Lot", "Lübeck", "Maps", "New York", "newer", "News desk", "Zines", "Žižka")
    ]
    assert [variant for variant, _ in view(journal, "themes/", IndexView).see] == ["Łódź", "Lot", "Lübeck", "Žižka"]


@pytest.mark.parametrize("directories", [True, False], ids=["folders", "files"])
def test_each_order_leads_to_the_others(world: World, directories: bool):
    """The same three links on each, of which one is where the reader is; each page has a title of its own."""
    journal = load_journal(replace(used(world).settings(), directories=directories), Reader.PUBLIC, TODAY)
    ending = "/" if directories else ".html"
    urls = [f"{name}{ending}" for name in ("themes", "themes/by-number", "themes/a-to-z")]
    for own in urls:
        assert [(link.label, link.url, link.current) for link in view(journal, own, IndexView).orders] == [
            ("As a tree", urls[0], own == urls[0]),
            ("By number of conversations", urls[1], own == urls[1]),
            ("A to Z, with variants", urls[2], own == urls[2]),
        ]
    planned = pages(journal)
    assert [planned[url].title for url in urls] == ["Themes", "Themes: by number of conversations", "Themes: A to Z, with variants"]
    assert {planned[url].section for url in urls} == {urls[0]}


def test_what_is_filed_under_passages_alone_is_in_use(world: World):
    """A role that only a passage names has a page, and the index says what stands there."""
    world.interview("2026/a.md", "consent: quotes\n", "> [!insight] A\n> B.\n>\n> #role/liaison")
    nodes = view(world.load(), "roles/by-number/", IndexView).nodes
    assert [(node.label, node.in_all, node.url) for node in nodes] == [
        ("Director", "1", "roles/director/"),
        ("Leadership and management", "1 in all", "roles/leadership/"),
        ("Subject liaison", "passages only", "roles/liaison/"),
    ]


def test_an_index_in_which_nothing_is_filed_has_one_order(world: World):
    """The others would be empty."""
    world.write(THEMES).interview("2026/a.md", "consent: none\nthemes: pay\n")
    assert {url for url in pages(world.load()) if url.startswith("themes/")} == {"themes/"}
    assert view(world.load(), "themes/", IndexView).orders == ()
    assert {url for url in pages(world.load(Reader.AUTHOR)) if url.startswith("themes/")} >= {"themes/by-number/", "themes/a-to-z/"}


def test_a_concept_with_two_parents_stands_under_each_and_once_in_other_orders(world: World):
    """A tree shows every way that leads to it, and what is below it once; a list says it once."""
    world.write(
        "== vocabulary/themes.yml\nconcepts:\n- {id: a, label: A}\n- {id: b, label: B}\n- {id: c, label: C, broader: [a, b]}\n"
        "- {id: d, label: D, broader: [c]}\n"
    ).interview("2026/a.md", "consent: quotes\nthemes: d\n")
    journal = world.load()
    tree = view(journal, "themes/", IndexView).nodes
    assert [(top.label, [(below.label, lines(below.narrower)) for below in top.narrower]) for top in tree] == [
        ("A", [("C", ["D D 1"])]),
        ("B", [("C", [])]),
    ]
    assert lines(view(journal, "themes/by-number/", IndexView).nodes) == ["D D 1", "A A 1 in all", "B B 1 in all", "C C 1 in all"]


def test_a_concept_that_would_stand_where_an_order_stands_stops_the_build(world: World):
    """Two pages under one address would overwrite each other; the preview shows the index there."""
    world.write("== vocabulary/themes.yml\nconcepts:\n- {id: by-number, label: Counting}\n").interview(
        "a.md", "consent: quotes\nthemes: by-number\n"
    )
    assert [problem.text for problem in world.load().stopping] == ["this id belongs to the index itself: “by-number”"]


@pytest.mark.parametrize("directories", [True, False], ids=["folders", "files"])
def test_a_former_id_takes_no_place_of_an_order(world: World, directories: bool):
    """What was called so leads nowhere from there; the index stands."""
    world.write("== vocabulary/themes.yml\nconcepts:\n- {id: pay, label: Pay, was: [by-number, a-to-z, wages]}\n")
    world.interview("a.md", "consent: quotes\nthemes: pay\n")
    planned = pages(load_journal(replace(world.settings(), directories=directories), Reader.PUBLIC, TODAY))
    moved = {url for url, plan in planned.items() if isinstance(plan.view, MovedView)}
    ending = "/" if directories else ".html"
    assert moved == {f"themes/wages{ending}", f"themes/wages/by-library-type{ending}"}


@pytest.mark.parametrize("keys", ["themes: By number\n", "themes: A to Z\n"])
@pytest.mark.parametrize("tag", ["#by-number", "#a-to-z"])
def test_what_an_entry_coins_takes_no_address_of_the_index(world: World, keys: str, tag: str):
    """In an open vocabulary too every address is planned once."""
    world.write("== vocabulary/themes.yml\nopen: true\nconcepts:\n").interview(
        "a.md", f"consent: quotes\n{keys}", f"> [!insight] A\n> B.\n>\n> {tag}"
    )
    urls = [plan.url for plan in plan_site(world.load())]
    assert len(urls) == len(set(urls))


def test_a_tree_does_not_double_with_each_concept_of_two_parents(world: World):
    """A concept stands under each of its parents, what is below it under the first alone."""
    rows = ["- {id: a0, label: A 0}"]
    for step in range(1, 16):
        rows += [f"- {{id: {side}{step}, label: {side} {step}, broader: [a{step - 1}]}}" for side in "bc"]
        rows += [f"- {{id: a{step}, label: A {step}, broader: [b{step}, c{step}]}}"]
    world.write("== vocabulary/themes.yml\nscheme: theme\nmany: Themes\nconcepts:\n" + "\n".join(rows) + "\n").interview("a.md")
    waiting, labels = list(view(world.load(), "themes/", IndexView).nodes), []
    while waiting:
        node = waiting.pop()
        labels.append(node.label)
        waiting += node.narrower
    assert len(labels) == 1 + 15 * 4 and labels.count("A 1") == 2 and labels.count("A 15") == 2
