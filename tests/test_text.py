"""A text as a reader sees it, and as an address has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interview_journal.text import plain, slug

from tests.golden import MODEST, linear_work


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("What *is* **the** `hardest` part?", "What is the hardest part?"),
        ("_Why_ snake_case and __not__", "Why snake_case and not"),
        ("See [the *catalogue*](a.md#b 'A title') now", "See the catalogue now"),
        ("![Reading room](a.jpg)", "Reading room"),
        ("A <b class='x'>bold</b> word<br>", "A bold word"),
        ("1 < 2 &amp; 3 &gt; 2", "1 < 2 & 3 > 2"),
        (r"Not \*this\* and not \_that", "Not *this* and not _that"),
        ("[a] and ](b)", "[a] and ](b)"),
        ("  spaces  ", "spaces"),
        ("a_b_", "a_b"),
        ("", ""),
    ],
)
def test_a_line_of_markdown_is_read_as_text(markdown: str, text: str):
    """A headline is compared and printed without the marks of Markdown."""
    assert plain(markdown) == text


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Money is decided, two floors up!", "money-is-decided-two-floors-up"),
        ("Łucja Dąbrowska", "łucja-dąbrowska"),
        ("cafe\u0301", "café"),
        ("何が一番？", "何が一番"),
        ("STRASSE ẞ", "strasse-ss"),
        ("...", ""),
    ],
)
def test_a_slug_is_letters_and_digits_of_any_script(text: str, address: str):
    """An address can be read, in whatever script the words are."""
    assert slug(text) == address


@MODEST
@given(st.text())
def test_the_slug_of_a_slug_is_itself(text: str):
    """An address that is written where a headline was means the same."""
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize("part", ["_", "*", "`", "[", "](", "<a", "\\", "[a](", "a_", "_ ", "&lt;", "![", "<a ", "[](x "])
def test_reading_a_line_is_linear_work(part: str):
    """A megabyte on one line is read as fast as a thousand lines of a kilobyte: no pattern goes back over what it has seen."""
    text = "a" + part * (1_000_000 // len(part)) + "b"
    with linear_work():
        assert 0 < len(plain(text)) <= len(text)
