"""Over time: when conversations were held, and what they were about."""

from __future__ import annotations

import pytest
from interview_journal.consent import Reader
from interview_journal.plan import words
from interview_journal.plan.shelf_list import STEPS
from interview_journal.plan.site import frame_of
from interview_journal.plan.stripe import PATTERNS
from interview_journal.plan.timeline import COLUMNS, TimelineView

from tests.conftest import World
from tests.planned import pages, view
from tests.test_templates import environment, rendered

THEMES = """\
== vocabulary/themes.yml
many: Themes
concepts:
- {id: work, label: Work}
- {id: pay, label: Pay, broader: [work]}
- {id: hours, label: Hours, broader: [work]}
- {id: joy, label: Joy}
- {id: unused, label: Unused}
"""


def conversation(world: World, name: str, day: str, keys: str = "", themes: str = "") -> None:
    """Write a conversation of a day, with a passage for each of these groups of themes: "pay hours, joy"."""
    consent = "" if "consent" in keys else "consent: quotes\n"
    tags = (" ".join(f"#{theme}" for theme in group.split()) for group in themes.split(",") if group)
    body = "".join(f"> [!insight] P{number}\n> Words.\n>\n> {tag}\n\n" for number, tag in enumerate(tags))
    world.write(f"== entries/{name}.md\n---\ndate: {day}\nlibrary_type: university\nrole: director\n{consent}{keys}---\n{body}")


def over_time(world: World, reader: Reader = Reader.PUBLIC, themes: str = THEMES) -> TimelineView:
    """The timeline of a journal."""
    journal = world.write(themes).load(reader)
    assert not journal.stopping
    return view(journal, "coverage/over-time/", TimelineView)


def columns(page: TimelineView) -> list[str]:
    """What the columns are called."""
    assert page.timeline
    return [link.label for link in page.timeline.columns]


def printed(page: TimelineView) -> list[str]:
    """The table as text."""
    assert page.timeline
    return [f"{row.heading.label}: {' '.join(bar.number for bar in row.bars)} = {row.in_all}" for row in page.timeline.rows]


def test_few_months_stand_side_by_side(world: World):
    """Those without a conversation too: a gap is seen, and told."""
    conversation(world, "a", "2025-11-14", themes="pay,joy")
    conversation(world, "b", "2025-11", themes="hours pay")
    conversation(world, "c", "2026-02-01")
    page = over_time(world)
    assert columns(page) == ["November 2025", "December 2025", "January 2026", "February 2026"]
    assert printed(page) == ["Conversations: 2 0 0 1 = 3", "Work: 2 0 0 0 = 2", "Joy: 1 0 0 0 = 1", "Unused: 0 0 0 0 = 0"]
    assert page.sentence == (
        "3 conversations from November 2025 to February 2026; the fullest month was November 2025, with 2; 2 months without any."
    )
    assert page.notes == (words.BY_HEIGHT,)


def test_a_passage_counts_once_in_each_family_it_is_filed_under(world: World):
    """However many of its themes lead there; a tag of another facet is no theme."""
    conversation(world, "a", "2026-01", themes="pay hours joy,role/director work")
    assert printed(over_time(world))[1:] == ["Work: 2 = 2", "Joy: 1 = 1", "Unused: 0 = 0"]


def test_each_period_leads_to_its_year(world: World):
    """Where that has an archive; a family leads to its page."""
    for year in (2024, 2026):
        conversation(world, f"a{year}", f"{year}-11", themes="pay" if year == 2024 else "")
        conversation(world, f"b{year}", f"{year}-01")
    page = over_time(world)
    assert page.timeline
    assert [link.url for link in page.timeline.columns] == ["2024/"] * 4 + [None] * 4 + ["2026/"] * 4
    assert [row.heading.url for row in page.timeline.rows] == [None, "themes/work/", None, None]
    assert [row.pattern for row in page.timeline.rows] == [0, 1, 2, 3]


LENGTHS = {
    "months": ("2024-01", "2025-12", COLUMNS, "January 2024", "December 2025"),
    "quarters": ("2024-01", "2026-01", 9, "January to March 2024", "January to March 2026"),
    "many quarters": ("2020-01", "2025-12", COLUMNS, "January to March 2020", "October to December 2025"),
    "years": ("2020-01", "2026-01", 7, "2020", "2026"),
    "thirty years": ("1996-05", "2025-01", 30, "1996", "2025"),
}


@pytest.mark.parametrize(("begin", "end", "number", "first", "last"), LENGTHS.values(), ids=LENGTHS)
def test_columns_are_as_wide_as_the_time_is_long(world: World, begin: str, end: str, number: int, first: str, last: str):
    """Months, quarters or years, so that they stand beside each other."""
    conversation(world, "a", begin)
    conversation(world, "b", end)
    found = columns(over_time(world))
    assert (len(found), found[0], found[-1]) == (number, first, last)


def test_a_month_that_nobody_noted_is_not_made_up(world: World):
    """What has a year alone, or no date, stands in no column; the page says how many those are."""
    for number in (1, 2, 3):
        conversation(world, f"a{number}", f"2026-0{number}")
    conversation(world, "b", "2026")
    conversation(world, "c", "2026-02-03", "hide: date\n")
    page = over_time(world)
    assert printed(page)[0] == "Conversations: 1 1 1 = 3"
    assert page.notes == (words.BY_HEIGHT, "Of 2 further conversations the month is not known.")
    assert page.sentence == "3 conversations from January 2026 to March 2026."


def test_where_most_dates_are_years_the_columns_are(world: World):
    """And nothing is left out but what has no date at all."""
    for name, day in {"a": "2024", "b": "2025", "c": "2026-03"}.items():
        conversation(world, name, day)
    conversation(world, "d", "2026", "hide: date\n")
    page = over_time(world)
    assert printed(page)[0] == "Conversations: 1 1 1 = 3"
    assert page.notes == (words.BY_HEIGHT, "Of 1 further conversation the year is not known.")
    assert page.sentence == "3 conversations from 2024 to 2026."


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (["2026-03-14"], "1 conversation, in March 2026."),
        (["2026-03-14", "2026-03"], "2 conversations, all in March 2026."),
        (["2026-03", "2026-05"], "2 conversations from March 2026 to May 2026; 1 month without any."),
    ],
)
def test_one_sentence_says_when(world: World, days: list[str], sentence: str):
    """It reads well for few, and is the description of the page."""
    for number, day in enumerate(days):
        conversation(world, f"a{number}", day)
    assert over_time(world).sentence == sentence
    assert pages(world.load())["coverage/over-time/"].description == sentence


def test_bars_of_all_families_have_one_scale(world: World):
    """So that they can be compared; conversations have their own, and the tallest bar has all steps."""
    conversation(world, "a", "2026-01", themes="pay,pay,pay,pay,joy")
    conversation(world, "b", "2026-02", themes="joy,joy")
    page = over_time(world)
    assert page.timeline
    heights = [[bar.height for bar in row.bars] for row in page.timeline.rows]
    assert heights == [[STEPS, STEPS], [STEPS, 0], [STEPS / 4, STEPS / 2], [0, 0]]


def test_of_many_families_the_largest_are_shown(world: World):
    """As many as patterns can tell apart, in the order of the vocabulary."""
    many = "".join(f"- {{id: t{number}, label: Theme {number}}}\n" for number in range(PATTERNS + 3))
    conversation(world, "a", "2026-01", themes=",".join(f"t{number}" for number in range(3, PATTERNS + 3)))
    page = over_time(world, themes=f"== vocabulary/themes.yml\nmany: Themes\nconcepts:\n{many}")
    assert [line.partition(":")[0] for line in printed(page)] == [
        "Conversations",
        *(f"Theme {number}" for number in range(3, PATTERNS + 3)),
    ]
    assert page.notes == (words.BY_HEIGHT, f"Shown are {PATTERNS} of {PATTERNS + 3} themes: those with most passages.")


def test_a_journal_without_themes_has_the_row_of_conversations(world: World):
    """A vocabulary may be empty."""
    conversation(world, "a", "2026-01")
    assert printed(over_time(world, themes="== vocabulary/themes.yml\nconcepts: []\n")) == ["Conversations: 1 = 1"]


def test_only_conversations_in_sight_are_drawn(world: World):
    """No reflection; what is private the author alone sees."""
    world.write("== entries/r.md\n---\ngenre: reflection\ntitle: R\ndate: 2026-04\nstatus: published\nthemes: pay\n---\n")
    conversation(world, "a", "2026-03")
    conversation(world, "b", "2026-03", "consent: none\n")
    assert printed(over_time(world))[0] == "Conversations: 1 = 1"
    assert printed(over_time(world, Reader.AUTHOR))[0] == "Conversations: 2 = 2"


def test_where_no_date_is_known_nothing_is_drawn(world: World):
    """The page says why."""
    conversation(world, "a", "2026-03", "hide: date\n")
    page = over_time(world)
    assert (page.timeline, page.sentence, page.notes, page.empty) == (None, words.DATES_UNKNOWN, (), "")


def test_an_empty_shelf_says_so(world: World):
    """To readers as home does; to the author how to begin."""
    page = over_time(world)
    assert (page.timeline, page.sentence, page.empty) == (None, "", words.EMPTY)
    assert "journal new" in over_time(world, Reader.AUTHOR).empty


def test_the_two_pages_lead_to_each_other(world: World):
    """Each names itself as where the reader is."""
    found = [(link.label, link.url, link.current) for link in over_time(world).pages]
    assert found == [("By library type and role", "coverage/", False), ("Over time", "coverage/over-time/", True)]


def test_the_picture_is_a_table(world: World):
    """Each bar has its number, each gap a nought; the region is reached by keyboard."""
    conversation(world, "a", "2026-01", themes="pay,pay")
    conversation(world, "b", "2026-03")
    journal = world.write(THEMES).load()
    html = rendered(environment(), pages(journal)["coverage/over-time/"], frame_of(journal))
    assert '<div class="region" role="region" aria-labelledby="__timeline" tabindex="0">' in html
    assert '<td>2<span class="rise n24 family--1"></span></td>' in html and html.count('<td class="none">0</td>') == 9
    assert (html.count('scope="col"'), html.count('scope="row"')) == (4, 4)
