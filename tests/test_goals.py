"""The pages of goals: what was learned toward each, what became of it, and whom it still wants."""

from __future__ import annotations

import pytest
from interview_journal.consent import Reader
from interview_journal.plan.concept_page import ConceptView
from interview_journal.plan.former import MovedView
from interview_journal.plan.index_page import IndexView

from tests.conftest import World
from tests.planned import THEMES, pages, view

GOAL = """\
== vocabulary/goals.yml
concepts:
- {id: alone, label: What do you let go?, alt: [solitude], note: For my thesis., intro: "I began [here](a.md).", why: I am lonely., opened: 2026-01-01,
   was: [lonely]%s}
"""
BODY = """\
> [!insight] Learned
> Words.

> [!surprise] Surprised
> Words.
>
> #pay

> [!quote] Said
> Words.
>
> #work

### Why?
#hours

Because.
"""


def goal(world: World, keys: str = "", body: str = "", records: str = "") -> ConceptView:
    """The page of a goal that began one conversation with a university's director."""
    world.write(THEMES).write(GOAL % records).interview("a.md", f"consent: quotes\ngoal: alone\n{keys}", body)
    return view(world.load(), "goals/alone/", ConceptView)


def test_a_goal_tells_its_label_and_intro_and_nothing_else_of_its_record(world: World):
    """The why is the author's alone, and so are the days on which it began and ended."""
    page = goal(world)
    assert (page.title, page.card, page.note) == ("What do you let go?", (), "1 conversation.")
    assert '<a href="' in page.intro and [link.label for link in page.breadcrumb] == ["Goals"]
    everything = str([plan for plan in pages(world.load()).values() if plan.url.startswith("goals/")])
    assert not [word for word in ("lonely.", "solitude", "thesis", "2026-01-01") if word in everything]


def test_a_goal_that_no_public_conversation_names_has_no_page(world: World):
    """Neither while it is private, nor where it is hidden, nor with consent to a summary; and its former id leads nowhere."""
    world.write(GOAL % "")
    for keys in ("goal: alone\n", "consent: quotes\ngoal: alone\nhide: goal\n", "consent: summary\ngoal: alone\n"):
        world.interview("a.md", keys)
        assert not [url for url in pages(world.load()) if url.startswith("goals/")]
    world.interview("a.md", "goal: alone\n")
    assert "goals/alone/" in pages(world.load(Reader.AUTHOR))
    world.write("== entries/a.md\n")
    assert "To begin with one, write a line like “goal:" in view(world.load(Reader.AUTHOR), "goals/", IndexView).empty


def test_a_hidden_name_in_a_former_id_of_a_goal_is_an_error(world: World):
    """The page of the goal stands under the former address too."""
    world.write(GOAL % "").interview("a.md", "consent: quotes\ngoal: alone\nperson: Ann Lonely\n")
    assert [problem.partition(" holds")[0] for problem in world.problems() if "`goal`" in problem] == ["entries/a.md:6: error: `goal`"]


def test_a_goal_tells_what_became_of_it_in_each_conversation(world: World):
    """The takeaways stand first, each with its remark."""
    goal(world, "goal_met: partly\ntakeaway: It is hard.\n")
    world.interview("b.md", "consent: quotes\ngoal: [alone, How?]\ngoal_met: yes\n").interview("c.md", "consent: quotes\ngoal: alone\n")
    page = view(world.load(), "goals/alone/", ConceptView)
    assert (page.note, page.conversations, page.rows_first) == (
        "3 conversations, met once, partly met once.",
        "What I learned toward it",
        True,
    )
    assert [(row.takeaway, row.remark) for row in page.rows] == [("It is hard.", "Partly met."), ("", "Met."), ("", "")]
    assert not any(row.remark for row in view(world.load(), "roles/director/", ConceptView).rows)
    index = view(world.load(), "goals/", IndexView)
    assert [(node.label, node.in_all, node.note) for node in index.nodes] == [
        ("What do you let go?", "3", "Met once, partly met once."),
        ("How?", "1", "Met once."),
    ]
    assert (index.sentence, index.see) == ("2 goals, and what became of them.", ())


@pytest.mark.parametrize(
    ("records", "titles"),
    [
        ("", ["What I understood", "Surprises"]),
        (", wants_themes: work", ["In their words", "Surprises", "Answers"]),
        (", wants_themes: pay", ["Surprises"]),
        (", wants_themes: joy", []),
    ],
    ids=["none", "a family", "a theme", "another theme"],
)
def test_what_was_learned_is_what_is_filed_under_the_themes_it_wants(world: World, records: str, titles: list[str]):
    """Or under narrower ones; where it wants none, what was understood and what surprised."""
    page = goal(world, "", BODY, records)
    assert [group.title for group in page.groups] == titles
    assert page.empty == ("" if titles else "No passage tells yet what I learned.")


WANTS = {
    "whom she has not met": (
        ", wants_library_type: [academic, law], wants_role: [director, cataloging]",
        ["Director or cataloging librarian (law library)", "Cataloging librarian (academic library)"],
    ),
    "kinds of library alone": (", wants_library_type: [law, university]", ["Law library"]),
    "roles alone": (", wants_role: [cataloging, director]", ["Cataloging librarian"]),
    "nobody": ("", []),
    "nobody more where all are met": (", wants_library_type: academic, wants_role: leadership", []),
    "nobody more once it is closed": (", wants_role: cataloging, closed: 2026-02-01", []),
}


@pytest.mark.parametrize(("records", "said"), WANTS.values(), ids=WANTS)
def test_a_goal_wants(world: World, records: str, said: list[str]):
    """A narrower role or kind of library meets the wish for a broader one."""
    page = goal(world, records=records)
    assert list(page.wanted) == said


def test_a_goal_wants_nobody_whom_another_conversation_met(world: World):
    """The goal's page and the table of coverage say the same; essays met nobody."""
    goal(world, records=", wants_library_type: [law, archives]")
    world.write("== entries/b.md\n---\ndate: 2026\nlibrary_type: law\nrole: director\nconsent: quotes\n---\n")
    essay = "---\ngenre: reflection\ntitle: C\ndate: 2026\nstatus: published\nlibrary_type: archives\ngoal: alone\n---\n"
    world.write(f"== entries/c.md\n{essay}")
    page = view(world.load(), "goals/alone/", ConceptView)
    assert (page.wanted, page.note) == (("Archives",), "2 entries.")


def test_a_goal_without_a_record_has_a_page(world: World):
    """Its text is its label."""
    world.interview("a.md", "consent: quotes\ngoal: How do the parts fit together?\ngoal_met: changed\n")
    page = view(world.load(), "goals/how-do-the-parts-fit-together/", ConceptView)
    assert (page.title, page.note) == ("How do the parts fit together?", "1 conversation, changed on the way once.")


def test_many_conversations_of_a_goal_have_pages_of_their_own(world: World):
    """With their remarks."""
    world.write(GOAL % "")
    for number in range(41):
        world.interview(f"{number:02}.md", "consent: quotes\ngoal: alone\ngoal_met: no\n")
    journal = world.load()
    page, second = (view(journal, f"goals/alone/{url}", ConceptView) for url in ("", "conversations/2/"))
    assert len(page.rows) == 10 and page.all_rows is not None and page.all_rows.url == "goals/alone/conversations/"
    assert [row.remark for row in second.rows] == ["Not met."] and second.conversations == "What I learned toward it, page 2 of 2"
    assert page.note == "41 conversations, not met 41 times."


def test_a_former_id_leads_to_the_goal(world: World):
    """As that of a heading does."""
    goal(world)
    assert view(world.load(), "goals/lonely/", MovedView).to.label == "What do you let go?"
