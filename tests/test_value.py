"""What a value of front matter can be, beside the cases of cases/reading.yml."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interview_journal import value
from interview_journal.value import LOG_VERBS, Kind, LogLine, NoValue, PartialDate

from tests.golden import MODEST

READERS = [value.partial_date, value.full_date, value.yes_or_no, value.whole_number, value.language, value.log_line]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2026", date(2026, 1, 1)),
        ("2026-03", date(2026, 3, 1)),
        ("2026-03-14", date(2026, 3, 14)),
        ("1900", date(1900, 1, 1)),
        ("2199-12-31", date(2199, 12, 31)),
    ],
)
def test_a_partial_date_counts_from_its_first_day_and_keeps_its_wording(text: str, first: date):
    """A year stays a year on the page and still has a place among days."""
    assert value.partial_date(text) == PartialDate(first, text)
    assert value.partial_date(text).year == first.year


@pytest.mark.parametrize(
    "text", ["", "26", "2026-3", "2026-03-1", "2026-00", "2026-13", "2026-02-29", "1899", "2200", "2026-03-14 ", "٢٠٢٦", "2026-03-14T10:00"]
)
def test_what_is_no_date_of_iso_8601_is_refused(text: str):
    """A guess at a date would file a conversation under the wrong day."""
    with pytest.raises(NoValue):
        value.partial_date(text)


@pytest.mark.parametrize("text", ["2026", "2026-03", "yesterday"])
def test_a_full_date_has_its_day(text: str):
    """An embargo that ends some time in a year is no embargo."""
    with pytest.raises(NoValue):
        value.full_date(text)


@pytest.mark.parametrize(
    ("text", "truth"), [("Yes", True), ("TRUE", True), ("on", True), ("1", True), ("No", False), ("false", False), ("0", False)]
)
def test_yes_and_no_have_their_usual_spellings(text: str, truth: bool):
    """Whatever an editor writes for a tick box is understood."""
    assert value.yes_or_no(text) is truth


@pytest.mark.parametrize("text", ["-1", "1.5", "1234567", "٣٤", "", "34 min"])
def test_what_is_no_whole_number_is_refused(text: str):
    """Digits that mean something else are not taken for minutes."""
    with pytest.raises(NoValue):
        value.whole_number(text)


@pytest.mark.parametrize("text", ["en", "pt-BR", "zh-Hant-TW", "NO", "gsw"])
def test_a_language_keeps_the_case_it_is_written_in(text: str):
    """`NO` is Norwegian and no truth value."""
    assert value.language(text) == text


def test_a_log_line_may_have_a_colon_or_capital_or_no_remark():
    """A log is written in haste."""
    assert value.log_line("2026-03-01  Asked:  by mail ") == LogLine(date(2026, 3, 1), "asked", "by mail")
    assert value.log_line("2026-03-01 sent-draft") == LogLine(date(2026, 3, 1), "sent-draft", "")


@pytest.mark.parametrize("verb", LOG_VERBS)
def test_every_verb_of_the_log_is_read(verb: str):
    """What the message offers is accepted."""
    assert value.log_line(f"2026-03-01 {verb}").verb == verb


def test_only_some_kinds_of_value_take_a_list():
    """A second town or a second permission would make nobody wiser."""
    assert {kind for kind in Kind if kind.many} == {Kind.TEXTS, Kind.CONCEPTS, Kind.LOG, Kind.ANY}


@MODEST
@given(st.text() | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}( [a-z]+)?", fullmatch=True), st.sampled_from(READERS))
def test_no_text_is_worse_than_unreadable(text: str, read):
    """Whatever stands behind a key, reading goes on; and the message never repeats it."""
    try:
        read(text)
    except NoValue as error:
        assert len(text) < 9 or text not in f"{error}{error.hint}"
