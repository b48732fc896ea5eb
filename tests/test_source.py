"""From bytes to front matter with lines; what single files say is in cases/reading.yml."""

from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from interview_journal.source import Unreadable, nodes, read_source

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
    monkeypatch.setattr(nodes, "LOADER", yaml.BaseLoader)
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
        text_of_lines = data.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n")
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


@pytest.mark.parametrize(
    "text",
    [
        f"title: &t {'x' * 500_000}\nthemes: [{'*t, ' * 900}]\n",
        "".join(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n" for before, name in pairwise(f"a{n}" for n in range(40))),
        f"consent: {'x' * 1_000_000}\n",
        f"themes: {'a, ' * 300_000}\n",
        f"? {'x' * 1_000_000}\n: y\n",
        f"title: {' #x' * 300_000}\n",
        f"title: “{'a: “' * 200_000}\n",
        f'themes: "x{" " * 60_000}x"\n',
    ],
    ids=["alias of much", "alias bomb", "long word", "long list in a text", "long key", "comments", "curly quotation marks", "spaces"],
)
def test_values_without_end_are_told_in_a_few_words(text: str):
    """Whatever stands behind a key, no message is longer than a screen, and none takes a minute."""
    with linear_work():
        problems = reading_of({"keys": text.replace("a1:", "a0: &a0 [x]\na1:", 1)}).problems
    assert problems and max(len(str(problem)) for problem in problems) < 500


@pytest.mark.parametrize("text", ["".join(f"k{n}: x\n" for n in range(100_000)), "themes:\n" + "- x\n" * 100_000], ids=["keys", "values"])
def test_more_keys_than_any_entry_needs_are_no_front_matter(text: str):
    """A table that somebody pasted is told as one mistake and not as a hundred thousand."""
    with linear_work():
        problems = reading_of({"keys": text}).problems
    assert [str(problem) for problem in problems] == [
        "entries/a.md:1: error: there are more than 1000 keys and values here, which no entry needs; "
        "put a line `---` after the last key of the front matter"
    ]


@pytest.mark.parametrize("part", ["—", "-", "- ", "\n", " ", "---\n", "date: x\n", "\\-", "`", "=", "+", "{"])
def test_looking_for_front_matter_is_linear_work(part: str):
    """A file that begins with endless signs is read as soon as any other."""
    with linear_work():
        for end in ("", "x\ndate: 2026\n", "---\ndate: 2026\n---\n"):
            try:
                found = read_source("entries/a.md", f"{part * (600_000 // len(part))}{end}".encode())
            except Unreadable as error:
                assert len(str(error)) < 500
            else:
                assert found.body_line >= 1


@cases("reading")
def test_no_message_repeats_a_private_value(case: dict[str, Any]):
    """A build log may be public, so what nobody may see is not in it."""
    private = ("Jane", "John", "therapist", "next week", "tired")
    assert not [word for word in private for problem in reading_of(case).problems if word in str(problem)]
