"""What holds of every body, however strange."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interview_journal.body import Block, Definition, Passage, Prose, Question, Transclusion, cut
from interview_journal.consent import Reader, disclose
from interview_journal.entry import read_entry
from interview_journal.markup import Converter
from interview_journal.settings import EXTENSIONS
from interview_journal.source import read_source

from tests.conftest import TODAY
from tests.golden import MODEST, described, linear_work, vocabularies

SECRET = "zzsecretzz"
CONVERTER = Converter(EXTENSIONS, {})
CALLOUT = re.compile(r"> ?\[![^\[\]]*\]")

WHOLE = (
    "",
    "Text.",
    "Text\nover lines",
    "- one\n- two",
    "1. one\n\n    two",
    "> quoted",
    "> quoted\n> > deeper",
    "| a | b |\n|---|---|\n| c | d |",
    "### Why?\n#budget",
    "### Why?",
    "Why?\n---",
    "#### In short",
    "##Slip",
    "# Title",
    "#budget ^one",
    "[^1]: A note\n    goes on",
    "[a]: https://example.org",
    "*[HTML]: the markup",
    "Text[^1] [a] HTML",
    "    indented",
    "<div>raw</div>",
    "> [!insight] A\n> one\n> #budget",
    "> [!quote] B\n> two",
    "> [!insight]",
    "***",
    ">",
    " ",
    "\u00a0",
    "^one",
    "Term\n:   meaning",
    "![[2026/director#two-floors-up]]",
    "See ![[2026/director]]",
)
"""Pieces of a body that open nothing they do not close."""
CLOSED = (
    *WHOLE,
    "```\n> [!insight] code\n```",
    "- ~~~\n  code\n  ~~~",
    "> ```\n> code\n> ```",
    "<!-- x -->",
    "%% x\n\ny %%",
)
"""The same with fences and comments that are closed."""
OPEN = (
    *("```", "~~~", "> ```", "- ```", "   ```", "````", "`", "<!--", "-->", "%%", "%", "<!"),
    *("> [!private] x", "> [!nonsense] x", "[!private]", "> > [!private]", "> [! private ]", "> [!", "[", "]", "[^a]:", "*[", "[x]:"),
    *("<blockquote>", "</blockquote>", "<div>", "{#a}", "# {", "===", "---", "#", "##", "\\", "\t", "\u2028", "&lt;", "^", "#a/"),
    *("#role/director", "[b]: <x> 'y'", "    'title'", "![[a#b]]", "![[", "]]"),
)
"""Pieces that may be left open, and halves of marks."""
ANY = st.lists(st.sampled_from(CLOSED + OPEN) | st.text(max_size=4), max_size=10)
GLUE = st.sampled_from(["\n", "\n\n"])
BODIES = st.tuples(ANY, st.sampled_from(["", " ", "\n", "\n\n"])).map(lambda row: row[1].join(row[0])) | st.text(max_size=40)


def closed_bodies(pieces: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Bodies of whole pieces, with or without blank lines between them."""
    return st.tuples(st.lists(st.sampled_from(pieces), max_size=5), GLUE).map(lambda row: row[1].join(row[0]) + row[1])


def blocks_of(body: str) -> tuple[Block, ...]:
    """The blocks of a body."""
    return cut(body, 1, "entries/a.md", vocabularies())[0]


def anchors_of(body: str) -> list[tuple[str, str]]:
    """What questions and visible passages are called, and their anchors."""
    return [
        (block.text if isinstance(block, Question) else block.headline, block.anchor)
        for block in blocks_of(body)
        if isinstance(block, Question) or isinstance(block, Passage) and block.kind not in ("private", "referral", "")
    ]


def public(body: str, consent: str) -> str:
    """Everything that a reader is given of an interview with this body, as one text; errors forgiven, to see what they hold back."""
    keys = "date: 2026\nlibrary_type: university\nrole: director"
    reading = read_entry(read_source("entries/a.md", f"---\n{keys}\nconsent: {consent}\n---\n{body}".encode()), vocabularies())
    return repr(disclose(replace(reading, problems=()), Reader.PUBLIC, TODAY, vocabularies()))


@MODEST
@given(BODIES)
def test_any_text_gives_blocks_whose_sources_are_the_text(body: str):
    """Nothing that was written is lost or doubled, and no text is a crash."""
    blocks, problems = cut(body, 1, "a.md", vocabularies())
    assert "".join(block.source for block in blocks) == body
    assert all(isinstance(block, Prose | Question | Passage | Definition | Transclusion) and block.source for block in blocks)
    assert all(1 <= problem.line <= body.count("\n") + 1 for problem in problems)


@MODEST
@given(BODIES)
def test_anchors_are_unique(body: str):
    """An address leads to one passage."""
    anchors = Counter(block.anchor for block in blocks_of(body) if isinstance(block, Question | Passage))
    assert [anchor for anchor, times in anchors.items() if times > 1 or not anchor] == []


@MODEST
@given(BODIES)
def test_own_words_are_some_of_the_lines_of_the_text(body: str):
    """Taking quotations out never makes new text."""
    for block in blocks_of(body):
        if isinstance(block, Prose | Passage | Definition):
            rest = iter(block.text.split("\n"))
            assert all(line in rest for line in block.own.split("\n")) or not block.own


@MODEST
@given(closed_bodies(CLOSED))
def test_a_passage_added_above_moves_no_anchor(body: str):
    """A link that somebody keeps goes on leading where it led."""
    assert anchors_of(f"> [!advice] A headline of its own\n> New.\n\n{body}")[1:] == anchors_of(body)


@MODEST
@given(closed_bodies(WHOLE), st.sampled_from(["A", "B", "Why", "One", "", "A 2"]))
def test_a_private_passage_moves_no_anchor(body: str, headline: str):
    """Nobody can tell from an address that something is hidden."""
    assert anchors_of(f"> [!private] {headline}\n> x\n\n{body}") == anchors_of(body)


@MODEST
@given(closed_bodies(WHOLE))
def test_every_callout_at_the_left_margin_is_a_passage(body: str):
    """An author sees a card where she wrote one, even inside an open quotation."""
    callouts = [line for line in body.split("\n") if CALLOUT.match(line)]
    passages = [block for block in blocks_of(body) if isinstance(block, Passage)]
    assert [passage.source.split("\n")[0] for passage in passages] == callouts


@MODEST
@given(
    closed_bodies(WHOLE),
    st.sampled_from(["> open quotation", "- list", "Text", "| a |\n|---|", "[^1]: note", "> [!insight] C", "Term\n:   meaning"]),
)
def test_markdown_never_sees_a_second_callout(body: str, before: str):
    """A card is no line of text in another one: converted alone, no block shows the mark of a callout."""
    for block in blocks_of(f"{before}\n> [!advice] D\n> one\n\n{body}"):
        if isinstance(block, Prose | Passage | Definition):
            shown = "".join(str(piece) for piece in CONVERTER.convert(block.text).pieces)
            assert "[!" not in shown


HIDDEN = (
    f"> [!private] {SECRET}\n> {SECRET}\n>\n> {SECRET}\n{SECRET}\n\n",
    f"> [!private] {SECRET}\n> #{SECRET} ^{SECRET}\n\n",
    f"> [!referral]- {SECRET}\n> ```\n> {SECRET}\n> ```\n> [x]: {SECRET}\n\n",
    f">[!PRIVATE]\n> <!-- one\n\ntwo -->\n> {SECRET}\n> [^1]: {SECRET}\n\n",
    f"> [!private] A\n> %%\n> one %%\n> {SECRET}\n\u00a0\n> {SECRET}\n\n",
    f"> [!private] A\n<!-- one -->\n> {SECRET}\n> > {SECRET}\n\n",
    f"> [!nonsense] {SECRET}\n> {SECRET}\n\n",
    f"> [! private] {SECRET}\n> {SECRET}\n\n",
    f"> [!private {SECRET}] {SECRET}\n\n",
    f"> [!pri<!-- x -->vate] {SECRET}\n\n",
    f"<!-- {SECRET} -->",
    f"<!-- {SECRET}\n\n> [!quote] {SECRET}\n{SECRET} -->\n",
    f"%% {SECRET} %%",
    f"%%\n```\n{SECRET}\n\n### {SECRET}?\n%%\n",
    f"### Why <!-- {SECRET} -->? %% {{#{SECRET}}} %%\n<!-- #{SECRET} -->\n",
    f"> [!quote] A <!-- {SECRET} -->\n> one %% {SECRET}\n> {SECRET} %% two\n> <!-- #{SECRET} -->\n\n",
    f"[^1]: A note <!-- {SECRET} -->\n    %% {SECRET} %%\n",
    f"<!-- <!-- {SECRET} -->",
    f"<!-- a -->%% {SECRET} %%<!-- b -->",
)
"""What is withheld from everybody, in every way of writing it."""


@MODEST
@pytest.mark.parametrize("hidden", HIDDEN)
@given(before=closed_bodies(CLOSED), after=closed_bodies(CLOSED))
def test_what_is_hidden_is_in_nothing_that_a_reader_gets(hidden: str, before: str, after: str):
    """What was said off the record reaches neither another block, nor a reader, nor a message."""
    body = before + hidden + after
    blocks, problems = cut(body, 1, "entries/a.md", vocabularies())
    for block in blocks:
        if not isinstance(block, Passage) or block.kind not in ("private", "referral", ""):
            assert SECRET not in str(described(block))
    assert SECRET not in str([str(problem) for problem in problems])
    for consent in ("quotes", "paraphrase", "summary"):
        assert SECRET not in public(body, consent)


THEIRS = (
    f"> {SECRET}\n{SECRET}\n\n",
    f"- > {SECRET}\n  > {SECRET}\n\n",
    f"1. one\n\n   > {SECRET}\n\n",
    f"> > {SECRET}\n\n",
    f"> ```\n> {SECRET}\n> ```\n\n",
    f"- > ~~~\n  > {SECRET}\n  > ~~~\n\n",
    f"<blockquote>{SECRET}</blockquote>\n\n",
    f"<BlockQuote class='x'>\n\n{SECRET}\n\n`</blockquote>`\n\n{SECRET}\n\n</BlockQuote>\n\n",
    f"> [!quote] {SECRET}\n> {SECRET}\n> [x]: {SECRET}\n\n",
    f"> [!cite]+ {SECRET}\n{SECRET}\n\n",
    f"> [!insight] A\n> mine\n>\n> > {SECRET}\n> {SECRET}\n\n",
    f"> [!insight] A\n> mine\n<!-- x -->\n> {SECRET}\n\n",
    f"Term\n:   > {SECRET}\n\n",
    f"[^1]: Mine.\n\n    > {SECRET}\n\n",
)
"""Their words, in every way of quoting them."""


@MODEST
@pytest.mark.parametrize("theirs", THEIRS)
@given(before=closed_bodies(CLOSED), after=closed_bodies(CLOSED))
def test_their_words_need_their_permission(theirs: str, before: str, after: str):
    """With consent to a paraphrase nobody reads a quotation, however it was written."""
    assert SECRET not in public(f"{before}\n\n{theirs}{after}", "paraphrase")


@MODEST
@given(
    closed_bodies(CLOSED),
    st.sampled_from(
        ["[!private] x", "> > [!private] x", " > [!private] x", "- > [!privat] x", "text > [!private]", "> [! Private] x", "> [private] x"]
    ),
)
def test_what_may_have_been_meant_as_private_is_an_error(before: str, slip: str):
    """A slip is never published: an entry with an error is withheld."""
    _, problems = cut(f"{before}\n\n{slip}\n", 1, "a.md", vocabularies())
    line = f"{before}\n\n{slip}\n".count("\n")
    assert [problem for problem in problems if problem.line == line and problem.severity.word == "error"]


@MODEST
@given(
    closed_bodies(CLOSED),
    st.sampled_from(["<!-- x", "%% x", "```\nx", "> ~~~\n> x", "- ```\n  x\ny", "<!<!-- x -->-- y -->"]),
    closed_bodies(WHOLE),
)
def test_what_is_left_open_is_an_error(before: str, left: str, after: str):
    """Where a comment or fence ends is not guessed, since it may hide or show the rest of the file."""
    assert any(
        "open" in problem.text or "comment again" in problem.text
        for problem in cut(f"{before}\n\n{left}\n{after}", 1, "a.md", vocabularies())[1]
    )


LONG = [
    "#",
    " ",
    ">",
    "> ",
    "[",
    "`",
    "%%",
    "<a",
    "#budget ",
    "word ",
    "[!a",
    "[!",
    "!",
    "- ",
    "1. ",
    "*",
    "_",
    "<!--",
    "{",
    "}",
    "<blockquote>",
    "^a ",
    "~",
    "\\",
    "\t>",
    "[^a]:",
    "a|",
    "![[",
    "]]",
]
"""What one line may be full of."""


@pytest.mark.parametrize("start", ["", "### ", "> [!quote] ", "> [!", "> [!quote] x\n> ", "[^1]: ", "*[", "Why?\n---\n"])
@pytest.mark.parametrize("part", LONG)
def test_a_long_line_is_linear_work(part: str, start: str):
    """A file that somebody spoilt takes no minutes, whatever one of its lines is full of."""
    body = start + "a" * (part == "_") + part * (200_000 // len(part))
    with linear_work():
        assert "".join(block.source for block in blocks_of(body)) == body


@pytest.mark.parametrize(
    "line",
    [
        "> " * 1_000 + "x\n",
        "> [!quote] A\n",
        "### Why?\n",
        "[^1]: x\n",
        "\n",
        "<!-- x -->\n",
        "<!--\n",
        "%%\n",
        "```\n",
        "- ```\n",
        "> ```\n",
        "> x\n",
        "    x\n",
        "a\n---\n",
        "#budget\n",
        "[!private]\n",
        "<blockquote>\n",
        "![[a#b]]\n",
    ],
)
def test_many_lines_are_linear_work(line: str):
    """A long file, or a thousand quotations in each other, takes no minutes."""
    body = line * (3_000 if len(line) < 100 else 30)
    with linear_work():
        assert "".join(block.source for block in blocks_of(body)) == body
