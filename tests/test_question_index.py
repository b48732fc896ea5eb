"""The index of questions: phase by phase, and what waits to be asked."""

from __future__ import annotations

from interview_journal.consent import Reader
from interview_journal.plan.lists import HomeView
from interview_journal.plan.pieces import Link
from interview_journal.plan.question_index import MOST, ONCE, QuestionsView
from interview_journal.plan.site import frame_of

from tests.conftest import World
from tests.planned import view
from tests.test_question_page import ASKED, BANK, entry


def index(world: World, reader: Reader = Reader.PUBLIC) -> QuestionsView:
    """The index of questions."""
    return view(world.write(BANK).load(reader), "questions/", QuestionsView)


def test_questions_stand_by_phase_with_the_number_of_answers(world: World):
    """In the order of the bank, a phase that has no heading of ours under its own word, then those of no phase."""
    entry(
        world,
        "a",
        "university",
        "director",
        body=f"### And then?\n\nX.\n\n### What is odd?\n\nX.\n\n### How did you get here?\n\nX.\n\n{ASKED}X.",
    )
    entry(world, "b", "university", "director", body=ASKED)
    page = index(world)
    assert [(phase.anchor, phase.title, [(node.label, node.url, node.in_all) for node in phase.nodes]) for phase in page.phases] == [
        ("hard", "What is hard", [("What is the hardest part?", "questions/hardest/", "1 answer")]),
        ("path", "How they came to it", [("How did you get here?", "questions/path/", "1 answer")]),
        ("my-own-phase", "My own phase", [("What is odd?", "questions/odd/", "1 answer")]),
        ("own", "In my own words", [("And then?", "questions/bare/", "1 answer")]),
    ]
    assert page.contents[0] == Link("What is hard", "questions/#hard", "1")
    assert (page.sentence, page.empty, page.waiting) == ("4 questions asked in 2 conversations.", "", ())


def test_what_nobody_was_asked_waits_at_the_foot(world: World):
    """Without what one asks oneself, and without what asks for a job."""
    entry(world, "a", "university", "director")
    world.write(BANK).write(
        BANK.replace(
            "- {id: bare",
            "- {id: me, label: What did I learn?, phase: after}\n- {id: job, label: Do you have one?, phase: hard, jobs: direct}\n- {id: bare",
        )
    )
    page = view(world.load(), "questions/", QuestionsView)
    assert page.waiting == (
        ("How they came to it", ("How did you get here?",)),
        ("My own phase", ("What is odd?",)),
        ("In my own words", ("And then?",)),
    )
    assert page.sentence == "1 question asked in 1 conversation; 3 of the bank not yet asked of anybody."


def test_what_she_asked_once_leads_to_where_she_asked_it(world: World):
    """It has no page; of very many only the newest are listed."""
    for number in range(ONCE + 2):
        entry(world, f"a{number:02}", "university", "director", date=f"{number + 1970}", body=f"### What is {number}?\n\nX.")
    phase = index(world).phases[-1]
    assert (phase.title, phase.more, len(phase.nodes)) == ("Asked once, in my own words", "and 2 more", ONCE)
    assert (phase.nodes[0].label, phase.nodes[0].url, phase.nodes[0].note) == (
        "What is 41?",
        "a41/#what-is-41",
        "Director, university library",
    )


def test_an_empty_index_says_so(world: World):
    """To readers, and to the author what to do."""
    page, preview = index(world), index(world, Reader.AUTHOR)
    assert (page.phases, page.contents, page.sentence, page.empty) == ((), (), "", "No question stands on the shelf yet.")
    assert "### What is the hardest part?" in preview.empty
    assert [title for title, _ in page.waiting] == ["What is hard", "How they came to it", "My own phase", "In my own words"]


def test_questions_are_on_every_page_and_among_the_ways_in(world: World):
    """In the masthead, and on home the five that most have answered."""
    entry(world, "a", "university", "director", body=f"{ASKED}X.\n\n### How did you get here?\n\nX.")
    entry(world, "b", "university", "director")
    journal = world.write(BANK).load()
    assert frame_of(journal).navigation[-1] == Link("Questions", "questions/")
    way = view(journal, "", HomeView).ways[-1]
    assert (way.label, way.index, [(link.label, link.count) for link in way.links]) == (
        "By question",
        "questions/",
        [("What is the hardest part?", "2"), ("How did you get here?", "1")],
    )


def test_of_very_many_questions_of_her_own_those_with_most_answers_are_listed(world: World):
    """An index stays a page that a phone can show."""
    body = "\n\n".join(f"### What is {number}?\n\nX." for number in range(MOST + 3))
    entry(world, "a", "university", "director", body=body)
    entry(world, "b", "university", "director", body=body)
    entry(world, "c", "university", "director", body=f"### What is {MOST + 2}?\n\nX.")
    page = index(world)
    (phase,) = page.phases
    assert (phase.nodes[0].label, len(phase.nodes), phase.more) == (f"What is {MOST + 2}?", MOST, "and 3 more")
    assert page.contents[0].count == f"{MOST + 3}"
