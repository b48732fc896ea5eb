"""The pages of libraries: a tree of what is told, and of each record what tells nothing hidden."""

from __future__ import annotations

import pytest
from interview_journal.consent import Reader
from interview_journal.plan.concept_page import ConceptView
from interview_journal.plan.former import MovedView
from interview_journal.plan.index_page import LEVELS, IndexView
from interview_journal.plan.pieces import Node

from tests.conftest import World
from tests.planned import pages, view

RECORDS = """\
== vocabulary/libraries.yml
concepts:
- {id: system, label: Ravensby University, note: Five faculties., part_of: state}
- {id: state, label: The State, note: It has a flag.}
- {id: library, label: Ravensby Library, alt: [the old library], part_of: system, place: Ravensby, library_type: university,
   note: It leaks., intro: "I slept there; see [it](a.md).", url: "https://library.example.org", isil: XX-1, ror: 05dxps055, was: [annex]}
- {id: branch, label: Map Room, part_of: library, library_type: campus-branch}
"""
NAMED = "consent: quotes\nattribution: named\nperson: Ada Oko\njob_title: head\n"
TITLED = "consent: quotes\nattribution: title-only\nperson: Eve Ash\njob_title: clerk\n"


def tree(nodes: tuple[Node, ...]) -> dict[str, object]:
    """The labels of an index with what stands below each."""
    return {f"{node.label} {node.here}{node.in_all}": tree(node.narrower) for node in nodes}


def terms(world: World, id: str) -> dict[str, str]:
    """The card of a library: term and what stands behind it."""
    card = view(world.load(), f"libraries/{id}/", ConceptView).card
    return {line.term: line.text or "; ".join(link.label for link in line.links) for line in card}


def test_libraries_stand_below_what_they_are_part_of(world: World):
    """As far as a conversation tells it; each with its number of conversations here and in all."""
    world.write(RECORDS).interview("a.md", f"{NAMED}library: branch\n").interview("b.md", f"{NAMED}library: library\n")
    world.interview("c.md", f"{NAMED}library: Ashgrove\n")
    index = view(world.load(), "libraries/", IndexView)
    assert tree(index.nodes) == {
        "Ashgrove 1": {},
        "The State 2 in all": {"Ravensby University 2 in all": {"Ravensby Library 1 here, 2 in all": {"Map Room 1": {}}}},
    }
    assert (index.is_tree, index.sentence) == (True, "5 libraries, as far as they are named.")
    assert [(variant, link.url) for variant, link in index.see] == [("The old library", "libraries/library/")]
    assert [node.mark for node in index.nodes] == ["", ""]


def test_a_library_whose_parents_nobody_tells_stands_at_the_top(world: World):
    """Where somebody is shown by job title alone, the town is hidden, and what it is part of tells it."""
    world.write(RECORDS).interview("a.md", f"{TITLED}library: branch\n")
    assert tree(view(world.load(), "libraries/", IndexView).nodes) == {"Map Room 1": {}}
    assert {url for url in pages(world.load()) if url.startswith("libraries/")} == {"libraries/", "libraries/branch/"}
    assert terms(world, "branch") == {"Kind of library": "University library"}


def test_the_page_of_a_library_tells_its_record(world: World):
    """Chain of parents, variants, branches, kind, place and addresses; passages and conversations of all below it."""
    world.write(RECORDS).interview("a.md", f"{NAMED}library: branch\n", "> [!quote] Q\n> Words.\n")
    world.interview("b.md", f"{NAMED}library: library\n", "> [!insight] I\n> Words.\n")
    page = view(world.load(), "libraries/library/", ConceptView)
    assert [link.label for link in page.breadcrumb] == ["Libraries", "The State", "Ravensby University"]
    assert terms(world, "library") == {
        "Used for": "the old library",
        "Part of": "Ravensby University",
        "Has": "Map Room",
        "Kind of library": "University library",
        "Place": "Ravensby",
        "Web": "library.example.org",
        "ISIL": "XX-1",
        "ROR": "05dxps055",
    }
    assert {line.term: line.site for line in page.card}["ROR"] == "https://ror.org/05dxps055"
    assert [(link.url, link.count) for line in page.card if line.term == "Has" for link in line.links] == [("libraries/branch/", "1")]
    assert (page.note, [group.title for group in page.groups]) == ("It leaks.", ["In their words", "What I understood"])
    assert (page.conversations, [row.url for row in page.rows], page.intro != "") == ("2 conversations", ["a/", "b/"], True)


@pytest.mark.parametrize(
    "other",
    [
        f"{TITLED}library: library\n",
        f"{NAMED}library: library\nhide: place\n",
        "consent: quotes\nattribution: pseudonym\ndisplay_name: Bartleby\nperson: Eve Ash\nlibrary: the old library\n",
        f"{NAMED}library: library\nhide: job_title\n".replace("head", "It leaks"),
        f"{NAMED}library: library\nhide: person\n".replace("Oko", "Annex"),
    ],
    ids=["title alone", "place hidden", "pseudonym", "job title in the note", "name in a former id"],
)
def test_a_record_tells_its_name_alone_where_one_conversation_hides_something(world: World, other: str):
    """Another conversation that hides nothing changes nothing about that."""
    world.write(RECORDS).interview("a.md", f"{NAMED}library: library\n").interview("b.md", other)
    page = view(world.load(), "libraries/library/", ConceptView)
    assert (page.note, page.intro, terms(world, "library")) == ("", "", {"Kind of library": "University library"})
    assert [link.label for link in page.breadcrumb] == ["Libraries"]
    index = view(world.load(), "libraries/", IndexView)
    assert "Ravensby Library 2" in tree(index.nodes) and index.see == () and "libraries/annex/" not in pages(world.load())


@pytest.mark.parametrize("hidden", ["person", "job_title"])
def test_what_a_library_is_part_of_tells_its_name_alone_where_something_below_it_is_hidden(world: World, hidden: str):
    """The record of a university may name its director, whom the conversation in a branch does not."""
    world.write(RECORDS.replace("Five faculties.", '"Led by Ada Oko, head."')).interview(
        "a.md", f"{NAMED}library: branch\nhide: {hidden}\n"
    )
    assert view(world.load(), "libraries/system/", ConceptView).note == ""
    assert terms(world, "branch")["Part of"] == "Ravensby Library"
    world.interview("a.md", f"{NAMED}library: branch\n")
    assert view(world.load(), "libraries/system/", ConceptView).note == "Led by Ada Oko, head."


def test_a_conversation_at_the_parent_that_hides_its_place_closes_its_record(world: World):
    """The branch may be told all the same."""
    world.write(RECORDS).interview("a.md", f"{NAMED}library: branch\n").interview("b.md", f"{TITLED}library: library\n")
    assert view(world.load(), "libraries/library/", ConceptView).note == "" and "Place" not in terms(world, "library")
    assert terms(world, "branch")["Part of"] == "Ravensby Library" and terms(world, "library")["Has"] == "Map Room"


def test_the_kind_of_library_comes_from_the_conversations_too(world: World):
    """Where the record says none, and only where all of them show it."""
    world.interview("a.md", f"{NAMED}library: Ashgrove\n")
    assert terms(world, "ashgrove") == {"Kind of library": "University library"}
    world.interview("b.md", f"{NAMED}library: Ashgrove\nhide: library_type\n")
    assert terms(world, "ashgrove") == {}


def test_libraries_that_are_part_of_each_other_stand_all_the_same(world: World):
    """A slip in the records loses nobody."""
    world.write("== vocabulary/libraries.yml\nconcepts:\n- {id: a, label: A, part_of: b}\n- {id: b, label: B, part_of: a}\n")
    world.interview("1.md", f"{NAMED}library: a\n").interview("2.md", f"{NAMED}library: b\n")
    assert tree(view(world.load(), "libraries/", IndexView).nodes) == {"A 1 here, 2 in all": {}, "B 1 here, 2 in all": {}}
    assert {"libraries/a/", "libraries/b/"} <= set(pages(world.load()))


def test_a_library_that_is_hidden_has_no_page(world: World):
    """Nor has one that nobody works in; in the preview the index says what to do."""
    world.write(RECORDS).interview("a.md", "consent: quotes\nlibrary: branch\n").interview(
        "b.md", f"{NAMED}library: branch\nhide: library\n"
    )
    assert not {url for url in pages(world.load()) if url.startswith("libraries/")}
    assert "A library is named here once" in view(world.load(Reader.AUTHOR), "libraries/", IndexView).empty


def test_many_passages_of_a_library_are_shown_by_their_newest(world: World):
    """They are filed by their conversations, which stand below."""
    for number in range(7):
        world.interview(f"{number}.md", f"{NAMED}library: Ashgrove\n", f"> [!quote] Q{number}\n> Words.\n")
    (group,) = view(world.load(), "libraries/ashgrove/", ConceptView).groups
    assert (len(group.passages), group.more) == (5, "and 2 more, in the conversations below")


def test_a_former_id_leads_to_the_library(world: World):
    """Where its record may be told."""
    world.write(RECORDS).interview("a.md", f"{NAMED}library: library\n")
    assert view(world.load(), "libraries/annex/", MovedView).to.url == "libraries/library/"


def test_a_chain_of_very_many_parents_ends_no_program(world: World):
    """A tree on a page goes thirty levels down."""
    chain = "".join(f"- {{id: l{number}, label: L {number}, part_of: l{number + 1}}}\n" for number in range(60))
    world.write(f"== vocabulary/libraries.yml\nconcepts:\n{chain}- {{id: l60, label: L 60}}\n")
    world.interview("a.md", "consent: quotes\nattribution: named\nperson: Ada Oko\nlibrary: l0\n")
    (node,) = view(world.load(), "libraries/", IndexView).nodes
    for _ in range(LEVELS):
        assert node.narrower
        (node,) = node.narrower
    assert node.narrower == ()
