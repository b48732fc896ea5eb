"""From bytes to front matter with lines; what single files say is in cases/reading.yml."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from interview_journal import source
from interview_journal.source import Unreadable, read_source

from tests.golden import MODEST, cases, linear_work, reading_of

SCRAPS = st.sampled_from(
    [
        "---\n",
        "---",
        "\n",
        "a: b",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ": ",
        "'",
        '"',
        "# ",
        "&a ",
        "*a",
        "!t ",
        "| ",
        "> ",
        "\t",
        "  ",
        "? ",
        "%",
        "\u2028",
        "\r",
        "é",
    ]
)


@cases("reading")
def test_a_machine_without_libyaml_reads_the_same(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch):
    """What a file says does not depend on how PyYAML was built."""
    with_libyaml = reading_of(case)
    monkeypatch.setattr(source, "LOADER", yaml.BaseLoader)
    assert reading_of(case) == with_libyaml


@MODEST
@given(st.lists(SCRAPS | st.text(max_size=3), max_size=12).map("".join) | st.text(), st.booleans())
def test_no_text_is_worse_than_unreadable(text: str, fenced: bool):
    """A broken file is a problem with a line in that file, and never a crash of the whole journal."""
    data = f"---\n{text}\n---\n" if fenced else text
    try:
        found = read_source("entries/a.md", data.encode("utf-8", "surrogatepass"))
    except Unreadable as error:
        assert 1 <= error.problem.line <= data.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    else:
        text_of_lines = data.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        assert text_of_lines.endswith(found.body)
        assert found.body_line == text_of_lines[: len(text_of_lines) - len(found.body)].count("\n") + 1


@MODEST
@given(st.binary(max_size=60))
def test_no_bytes_are_worse_than_unreadable(data: bytes):
    """A picture with the wrong ending is a problem and no crash."""
    try:
        found = read_source("entries/a.md", data)
    except Unreadable as error:
        assert error.problem.path == "entries/a.md" and str(error) == str(error.problem)
    else:
        assert "\r" not in found.body


@MODEST
@given(
    st.lists(
        st.sampled_from(["date: 2026", "via: mentor", "", "# a comment", "person:\n- A\n- B", "title: >\n  one\n  two"]),
        max_size=6,
        unique=True,
    )
)
def test_each_key_has_its_line(lines: list[str]):
    """A message leads the editor to the line that is wrong."""
    text = "\n".join(["---", *lines, "---", "Text."])
    for field in read_source("entries/a.md", text.encode()).fields:
        assert text.split("\n")[field.line - 1].startswith(f"{field.typed}:")


@pytest.mark.parametrize("part", ["[", "{", "- ", "? ", "\t", " ", "a", "'", '"', "#", "a: ", "&a ", "!", "[]", "\n", ": "])
def test_reading_front_matter_is_linear_work(part: str):
    """A file that somebody spoilt takes no minutes and no stack."""
    text = f"---\na: {part * (300_000 // len(part))}\n---\nText.\n"
    with linear_work():
        try:
            assert read_source("entries/a.md", text.encode()).body == "Text.\n"
        except Unreadable as error:
            assert error.problem.line >= 1


def test_lists_below_lists_end_before_the_stack_does():
    """Each level may stand on a line of its own, too."""
    text = "---\n" + "".join(f"{' ' * level}a:\n" for level in range(5_000)) + "---\n"
    with pytest.raises(Unreadable, match="deeper than any key can need"):
        read_source("entries/a.md", text.encode())


def test_a_bracket_closed_too_often_allows_no_more_to_be_opened():
    """What is closed in advance does not count."""
    with pytest.raises(Unreadable, match="deeper than any key can need"):
        read_source("entries/a.md", f"---\na: ']]]]]'\nb: {'[' * 53}\n---\n".encode())


@cases("reading")
def test_no_message_repeats_a_private_value(case: dict[str, Any]):
    """A build log may be public, so what nobody may see is not in it."""
    private = ("Jane", "John", "therapist", "next week", "tired")
    assert not [word for word in private for problem in reading_of(case).problems if word in str(problem)]
