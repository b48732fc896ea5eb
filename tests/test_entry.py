"""An entry as its file says it, case by case in cases/reading.yml."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interview_journal.consent import Disclosed, Reader
from interview_journal.entry import Entry, recommended
from interview_journal.keys import KEYS
from interview_journal.plan.entry_page import EntryView
from interview_journal.plan.site import plan_site
from interview_journal.vocabulary import Concept

from tests.conftest import World
from tests.golden import MODEST, cases, reading_of, shown

SECRET = "zzsecretzz"


@cases("reading")
def test_a_file_is_read_as_its_rules_say(case: dict[str, Any]):
    """Files and values and problems stand side by side in cases/reading.yml."""
    reading = reading_of(case)
    assert [str(problem) for problem in reading.problems] == case.get("problems", [])
    assert (reading.entry is None) == case.get("unreadable", False)
    values = case.get("values", {})
    assert {name: shown(value_of(reading.entry, name)) for name in values} == values


def value_of(entry: Entry | None, name: str) -> Any:
    """A value of the entry; its facets as lists."""
    value = getattr(entry, name)
    return {scheme: list(ids) for scheme, ids in value.items()} if name == "facets" else value


def test_an_entry_is_named_by_its_path():
    """The address is the path, so it can be known before anything is built."""
    entry = reading_of({"path": "entries/2026/director.md"}).entry
    assert entry is not None and (entry.path, entry.name) == ("entries/2026/director.md", "2026/director")
    assert not entry.in_private_folder


def test_an_entry_in_a_private_folder_knows_it():
    """Where a file lies is known wherever it is shown."""
    entry = reading_of({"path": "entries/2026/Private/director.md"}).entry
    assert entry is not None and entry.in_private_folder


def test_an_entry_knows_the_line_of_each_key_that_holds_something():
    """A message about a value leads to the line on which it is written."""
    entry = reading_of({"keys": "title:\nlibrary-type: school\nplace: Uppsala\nmood: good\nwithdrawn: {a: b}\n"}).entry
    assert entry is not None
    assert entry.lines == {"date": 2, "library_type": 3, "role": 4, "place": 7, "mood": 8, "withdrawn": 9}


def test_an_error_forbids_to_trust_an_entry_and_a_warning_does_not():
    """What may be misread is not published; what may be better is."""
    assert reading_of({"keys": "pin: perhaps\n"}).has_error
    assert not reading_of({"keys": "takeway: x\n"}).has_error


def test_a_term_of_an_open_facet_becomes_a_concept_with_a_note(world: World):
    """Where the journal wants new words, an entry makes one and says so."""
    world.write("== vocabulary/locales.yml\nscheme: locale\nkey: locale\none: Locale\nopen: true\nconcepts:\n- {id: rural, label: Rural}\n")
    world.interview("a.md", "locale: [Rural, By the sea, ++]\n")
    reading = next(iter(world.load().readings.values()))
    assert reading.coined == (("locale", Concept("by-the-sea", "By the sea")), ("locale", Concept("++", "++")))
    assert reading.entry is not None and reading.entry.facets["locale"] == ("rural", "by-the-sea", "++")
    assert [str(problem) for problem in reading.problems if "new" in problem.text] == [
        "entries/a.md:5: note: “++” is a new locale; add it to vocabulary/locales.yml when it is there to stay",
        "entries/a.md:5: note: “By the sea” is a new locale; add it to vocabulary/locales.yml when it is there to stay",
    ]


def test_the_lines_that_a_private_note_shows_make_it_an_interview_as_they_stand(world: World):
    """Whoever forgot the front matter copies it from the page, and nothing more is wrong."""
    world.write("== entries/a.md\nCall back after Easter.\n")
    note = world.entry("a.md", Reader.AUTHOR)
    view = next(plan.view for plan in plan_site(world.load(Reader.AUTHOR)) if plan.url == "a/")
    assert isinstance(view, EntryView) and view.closed and not view.closed.lines
    assert isinstance(note, Disclosed) and [reason.line for reason in note.reasons] == [view.closed.block]
    world.write(f"== entries/a.md\n{view.closed.block}\nCall back after Easter.\n")
    assert world.problems() == []
    interview = world.entry("a.md", Reader.AUTHOR)
    assert isinstance(interview, Disclosed) and interview.genre == "interview" and interview.date is not None


def test_an_interview_without_much_in_it_gets_advice():
    """What makes a card worth reading is asked for once."""
    entry = reading_of({"keys": "person: Jane Roe\njob_title: director\n"}).entry
    assert entry is not None
    assert [str(problem) for problem in recommended(entry)] == [
        "entries/a.md:1: note: it would be richer with takeaway, library and goal; add what you know"
    ]


@pytest.mark.parametrize(
    "case",
    [
        {"keys": "person: A\njob_title: B\nlibrary: C\ntakeaway: D\ngoal: E\n"},
        {"file": "---\ngenre: page\ntitle: About\n---\n"},
    ],
    ids=["complete", "page"],
)
def test_a_complete_interview_or_a_page_needs_no_advice(case: dict[str, Any]):
    """Advice that cannot be followed is noise."""
    entry = reading_of(case).entry
    assert entry is not None and not [*recommended(entry)]


@MODEST
@given(
    st.sampled_from([key.name for key in KEYS if key.private]),
    st.sampled_from(
        [f"{SECRET}", f"[{SECRET}, {SECRET}]", f"2026-01-01 {SECRET}", f"2026-13-01 asked {SECRET}", f"{{a: {SECRET}}}", f'"{SECRET}']
    ),
)
def test_no_message_repeats_a_private_value(key: str, value: str):
    """Build logs are often public, so what nobody may see is in no message, whatever is wrong with it."""
    reading = reading_of({"keys": f"{key}: {value}\n"})
    assert SECRET not in "".join(str(problem) for problem in reading.problems)


@MODEST
@given(
    st.sampled_from([key.name for key in KEYS]), st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), max_size=8), st.booleans()
)
def test_no_value_of_any_key_is_a_crash(key: str, value: str, many: bool):
    """Whatever stands behind a key, the entry is read, and what is wrong is told on that line."""
    quoted = "'" + value.replace("'", "''") + "'"
    reading = reading_of({"file": f"---\n{key}: {f'[{quoted}]' if many else quoted}\n---\n"})
    assert reading.entry is not None and (key in reading.entry.lines) == bool(value)
    assert {problem.line for problem in reading.problems if "is missing" not in problem.text} <= {2}
