"""The pages of a question: every answer side by side, in three orders, as far as readers see it."""

from __future__ import annotations

import pytest
from interview_journal.consent import Reader
from interview_journal.plan import words
from interview_journal.plan.leaves import HEAVIEST
from interview_journal.plan.pieces import AnswerView, Language, Link
from interview_journal.plan.question_page import QuestionView

from tests.conftest import World
from tests.planned import pages, view

BANK = """\
== vocabulary/questions.yml
concepts:
- {id: hardest, label: What is the hardest part?, alt: [What is hard?], phase: hard, note: Ask late., intro: "I *never* ask it first.", was: [worst]}
- {id: path, label: How did you get here?, phase: path}
- {id: odd, label: What is odd?, phase: my own phase}
- {id: bare, label: And then?}
"""
ASKED = "### What is the hardest part?\n\n"


def entry(
    world: World, name: str, library_type: str, role: str, date: str = "2026-03", body: str = f"{ASKED}It is long.", keys: str = ""
) -> World:
    """Write a conversation of this kind."""
    text = f"---\ndate: {date}\nlibrary_type: {library_type}\nrole: {role}\nconsent: quotes\n{keys}---\n{body}\n"
    return world.write(f"== entries/{name}.md\n{text}")


def shown(world: World, url: str = "questions/hardest/", reader: Reader = Reader.PUBLIC) -> QuestionView:
    """What the page of a question shows."""
    return view(world.write(BANK).load(reader), url, QuestionView)


def answers(page: QuestionView) -> list[AnswerView]:
    """The answers on a page."""
    return [answer for group in page.groups for answer in group.passages if isinstance(answer, AnswerView)]


def test_answers_stand_side_by_side_by_kind_of_library_role_and_year(world: World):
    """Under the families of the vocabulary in its order, the newest first."""
    entry(world, "a", "university", "director")
    entry(world, "b", "public-small", "cataloging", "2025")
    entry(world, "c", "college", "director", "2026-05")
    by_type, by_role, by_year = (shown(world, f"questions/hardest/{order}") for order in ("", "by-role/", "by-year/"))
    assert [(group.title, group.label, [answer.url for answer in group.passages]) for group in by_type.groups] == [
        ("Academic library", "Academic library 2", ["c/#what-is-the-hardest-part", "a/#what-is-the-hardest-part"]),
        ("Public library", "Public library 1", ["b/#what-is-the-hardest-part"]),
    ]
    assert [(group.title, len(group.passages)) for group in by_role.groups] == [
        ("Leadership and management", 2),
        ("Description and metadata", 1),
    ]
    assert [(group.title, len(group.passages)) for group in by_year.groups] == [("2026", 2), ("2025", 1)]
    assert by_role.orders == (
        Link("by library type", "questions/hardest/"),
        Link("by role", "questions/hardest/by-role/", current=True),
        Link("by year", "questions/hardest/by-year/"),
    )
    assert [link.url for link in by_role.contents] == ["questions/hardest/by-role/#leadership", "questions/hardest/by-role/#description"]


def test_what_shows_no_kind_role_or_date_stands_elsewhere(world: World):
    """A hidden facet puts an answer last, under a word that tells nothing; it is not lost."""
    entry(world, "a", "university", "director", keys="hide: [library_type, role, date]\n")
    entry(world, "b", "university", "director")
    for order, last in (("", "Elsewhere"), ("by-role/", "Elsewhere"), ("by-year/", "Without a date")):
        assert [group.title for group in shown(world, f"questions/hardest/{order}").groups][-1] == last


def test_a_question_tells_how_often_it_was_asked_and_answered(world: World):
    """Also in which other words, the author's note, and the way back to its phase."""
    entry(world, "a", "university", "director", body="### What is hard?\n\nMuch.\n\n### What is the HARDEST part?\n\nAll.")
    entry(world, "b", "university", "director", body=ASKED)
    page = shown(world)
    assert (page.title, page.note) == ("What is the hardest part?", "Ask late. Asked 3 times, answered twice.")
    assert (page.also, page.intro) == (("What is hard?",), "<p>I <em>never</em> ask it first.</p>")
    assert page.breadcrumb == (Link("Questions", "questions/"), Link("What is hard", "questions/#hard"))


@pytest.mark.parametrize(
    ("asked", "answered", "sentence"),
    [
        (1, 1, "Asked and answered once"),
        (2, 2, "Asked and answered twice"),
        (1304, 3, "Asked 1,304 times, answered 3 times"),
        (1, 0, "Asked once, answered by nobody yet"),
    ],
)
def test_counts_are_said_in_words(asked: int, answered: int, sentence: str):
    """Small numbers are words."""
    assert words.asked_and_answered(asked, answered) == sentence


def test_one_answer_has_one_order(world: World):
    """The other orders would say the same; its former address leads here."""
    entry(world, "a", "university", "director")
    assert shown(world).orders == ()
    assert {url for url in pages(world.load()) if url.startswith("questions/")} == {"questions/", "questions/hardest/", "questions/worst/"}


def test_a_question_that_nobody_answered_says_so(world: World):
    """A heading alone is no answer."""
    entry(world, "a", "university", "director", body=ASKED)
    page = shown(world)
    assert (page.groups, page.contents, page.empty) == ((), (), "Nobody has answered it yet.")


def test_an_answer_says_who_and_names_its_passages(world: World):
    """Its own words stand whole; the callouts in it are named and lead to their places, four of them at most; a kind of her own by its label."""
    callouts = "".join(
        f"\n> [!{kind}] X{number}\n> Y.\n>\n> #pay\n" for number, kind in enumerate(["insight", "moved", "quote", "joy", "story", "skill"])
    )
    keys = "person: Ann Bee\njob_title: head of it\nattribution: named\nlanguage: fr\n"
    entry(world, "a", "university", "director", body=f"{ASKED}It is **long**.\n{callouts}", keys=keys)
    entry(world, "b", "university", "director")
    first, second = sorted(answers(shown(world)), key=lambda answer: answer.url)
    assert (first.name, first.where, first.call_number.lines) == ("Ann Bee", "Head of it, 2026", ("UNIV", "DIRE", "2026", ".B44"))
    assert (first.html, first.kind) == ("<p>It is <strong>long</strong>.</p>", "")
    assert [(link.label, link.url) for link in first.passages] == [
        ("an insight", "a/#x0"),
        ("a moment that moved me", "a/#x1"),
        ("a quote", "a/#x2"),
        ("a joy", "a/#x3"),
    ]
    assert (first.more, [link.label for link in first.shoulder.links], first.language) == (
        "and 2 more",
        ["Pay and benefits"],
        Language("fr"),
    )
    assert (second.name, second.where) == ("Director", "University library, 2026")


def test_an_answer_of_callouts_alone_shows_the_first(world: World):
    """What somebody said in a quotation is an answer too."""
    entry(world, "a", "university", "director", body=f"{ASKED}> [!quote] A\n> First.\n\n> [!insight] B\n> Second.\n")
    answer = answers(shown(world))[0]
    assert (answer.kind, answer.html, [link.label for link in answer.passages]) == ("Quote", "<p>First.</p>", ["an insight"])


def test_what_consent_withholds_is_no_answer(world: World):
    """Neither text nor count nor name tells of what readers do not see; the preview marks what is private."""
    entry(world, "a", "university", "director", body=f"{ASKED}Mine.\n\n> [!quote] Q\n> Theirs.\n\n> [!private] P\n> Nobody's.", keys="")
    world.write(
        "== entries/b.md\n---\ndate: 2026\nlibrary_type: college\nrole: director\nconsent: paraphrase\ntranscript: yes\n---\n"
        + f"{ASKED}Secret.\n"
    )
    world.write("== entries/c.md\n---\ndate: 2026\nlibrary_type: college\nrole: director\nconsent: summary\n---\n" + f"{ASKED}Secret.\n")
    world.write(
        "== entries/d.md\n---\ndate: 2026\nlibrary_type: college\nrole: director\nstatus: draft\nconsent: quotes\n---\n"
        + f"{ASKED}Secret.\n"
    )
    page = shown(world)
    assert page.note == "Ask late. Asked twice, answered once."
    assert [(answer.url.partition("#")[0], [link.label for link in answer.passages]) for answer in answers(page)] == [("a/", ["a quote"])]
    preview = answers(shown(world, reader=Reader.AUTHOR))
    assert {answer.url.partition("#")[0]: answer.closed for answer in preview} == {"a/": "", "d/": "draft"}
    assert not any("Nobody" in str(answer) for answer in preview)


def test_who_was_never_asked_is_told_of_those_she_has_met(world: World):
    """Families in which there are conversations, and none with this question; at the foot of the last page."""
    entry(world, "a", "university", "director")
    entry(world, "b", "archives", "lone-arranger", body="### How did you get here?\n\nBy bus.")
    assert [(lead, [link.label for link in links]) for lead, links in shown(world).never] == [
        ("anyone in", ["Archives"]),
        ("anyone in the role of", ["Archives and preservation"]),
    ]
    entry(world, "c", "archives", "lone-arranger")
    assert shown(world).never == ()


def test_a_question_of_her_own_has_a_page_once_two_were_asked(world: World):
    """Side by side needs two; beside the question in an entry stands how many others answered, leading there."""
    own = "### What is that bird?\n\nA crane.\n"
    entry(world, "a", "university", "director", body=own)
    assert "questions/what-is-that-bird/" not in pages(world.write(BANK).load())
    entry(world, "b", "university", "director", body=own)
    page = shown(world, "questions/what-is-that-bird/")
    assert page.breadcrumb[1] == Link("In my own words", "questions/#own") and len(answers(page)) == 2


def test_a_question_in_an_essay_was_asked_of_nobody(world: World):
    """What the author asks herself in a reflection is no answer."""
    world.write(f"== entries/e.md\n---\ngenre: reflection\ntitle: E\ndate: 2026\nstatus: published\n---\n{ASKED}I think.\n")
    assert "questions/hardest/" not in pages(world.write(BANK).load())


def test_long_answers_become_pages(world: World):
    """A page stays as light as those of a theme; the last one tells who was never asked."""
    for number in range(9):
        entry(world, f"a{number}", "university", "director", body=f"{ASKED}{'word ' * 4000}")
    entry(world, "b", "archives", "lone-arranger", body="Text.")
    first, last = shown(world), shown(world, "questions/hardest/3/")
    assert sum(len(answer.html) for answer in answers(first)) < HEAVIEST
    assert ([link.label for link in first.pages], first.pages[0].current, last.pages[2].current) == (["1", "2", "3"], True, True)
    assert (last.note, last.groups[0].title) == (
        "Asked and answered 9 times, page 3 of 3",
        "Academic library, continued",
    )
    assert first.never == () and last.never


@pytest.mark.parametrize("text", ["?!?", "Con?", "Index?", "2?", "A" * 300 + "?", "なぜ、ここに？なのか?"])
def test_any_question_has_an_address_that_every_system_can_hold(world: World, text: str):
    """Neither a device of Windows, nor the index itself, nor a name that is too long."""
    for name in "ab":
        entry(world, name, "university", "director", body=f"### {text}\n\nYes.")
    found = [url for url in pages(world.write(BANK).load()) if url.startswith("questions/") and url.count("/") == 2]
    assert len(found) == 1 and len(found[0]) < 400
    assert found[0].split("/")[1] not in ("con", "index", "2", "")


def test_the_record_of_a_question_tells_no_name_that_an_answer_hides(world: World):
    """Its note stands above the answer, and its former id is an address."""
    world.write(BANK.replace("note: Ask late.", "note: Jane Roe said it best."))
    world.interview("2026/a.md", "person: Jane Roe\nconsent: quotes\n", f"{ASKED}It is long.")
    assert [problem.partition(": error: ")[2].partition(" holds")[0] for problem in world.problems()] == ["the record of this question"]
