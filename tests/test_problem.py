"""What is wrong, where, and the nearest good values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interview_journal.problem import Problem, Severity, did_you_mean, distance, listed, nearest, within_a_slip

from tests.golden import MODEST, linear_work


def test_a_problem_is_one_line_with_place_and_advice():
    """An editor jumps to `path:line`, and a person reads what to do."""
    problem = Problem("entries/a.md", 3, Severity.WARNING, "a picture has no description", "say what it shows")
    assert str(problem) == "entries/a.md:3: warning: a picture has no description; say what it shows"


def test_problems_sort_by_file_and_line_and_severity():
    """What is worst on a line is read first."""
    note, error, later, other = (
        Problem("a.md", 2, Severity.NOTE, "x", "y"),
        Problem("a.md", 2, Severity.ERROR, "x", "y"),
        Problem("a.md", 10, Severity.ERROR, "x", "y"),
        Problem("b.md", 1, Severity.ERROR, "x", "y"),
    )
    assert sorted([other, later, note, error]) == [error, note, later, other]


def test_the_nearest_values_are_three_and_the_best_first():
    """Advice names few good values, and the likeliest before the others."""
    assert nearest("BUDGETT", ["pay", "budget", "gadget", "bridge", "budget"]) == ("budget", "bridge", "gadget")


def test_equally_near_values_stand_in_alphabetical_order():
    """The same mistake gets the same advice each time."""
    assert nearest("x", ["b", "c", "a"], 2) == ("a", "b")


def test_a_whole_paragraph_has_nearest_values_too():
    """A text in the wrong place does not make the machine think for minutes."""
    with linear_work():
        assert len(nearest("budget" + " and so on" * 50_000, ["budget and funding", "pay"])) == 2


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("takeway", "takeaway"),
        ("tkaeawya", "takeaway"),
        ("tkwy", None),
        ("dat", "date"),
        ("dtae", "date"),
        ("dae", "date"),
        ("xxte", None),
        ("mood", None),
    ],
)
def test_a_slip_is_two_letters_and_one_below_five(word: str, near: str | None):
    """Short words are near to everything, so they get less leave."""
    assert within_a_slip(word, ["takeaway", "date", "via"]) == near


@MODEST
@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_symmetric_and_nothing_only_between_equals(one: str, other: str):
    """Letters are counted the same from either side."""
    there, back = distance(one, other, 9), distance(other, one, 9)
    assert there == back and (there == 0) == (one == other) and there <= max(len(one), len(other))


@MODEST
@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.integers(0, 3))
def test_distance_gives_up_only_beyond_what_is_asked(one: str, other: str, most: int):
    """The shortcut changes no answer that matters."""
    whole, short = distance(one, other, 9), distance(one, other, most)
    assert short == whole if whole <= most else short > most


@pytest.mark.parametrize(
    ("values", "text"), [(["a", "b", "c"], "a, b or c"), (["a", "b"], "a or b"), (["a"], "a"), ([], "")], ids=lambda value: str(value)
)
def test_values_are_listed_as_a_person_lists_them(values: list[str], text: str):
    """A message reads like a sentence, however many values there are."""
    assert listed(values) == text


def test_without_near_values_the_advice_is_another():
    """A question without an answer is no advice."""
    assert did_you_mean(["a", "b"], "add it") == "did you mean a or b?"
    assert did_you_mean([], "add it") == "add it"
