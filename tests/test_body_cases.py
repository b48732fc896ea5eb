"""FORMAT's rules of "Passages and questions", case by case."""

from dataclasses import replace
from typing import Any

from interview_journal.body import Prose, Question, cut
from interview_journal.body.citation import cited
from interview_journal.body.extent import reference_name
from interview_journal.vocabulary import Vocabulary

from tests.golden import body_of, cases, reading_of, vocabularies


@cases("body")
def test_a_body_is_cut_as_its_rules_say(case: dict[str, Any]):
    """A body and its blocks and problems stand side by side in cases/body.yml."""
    blocks, problems = body_of(case)
    assert blocks == case["blocks"]
    assert problems == case.get("problems", [])


@cases("body")
def test_the_sources_of_the_blocks_are_the_body(case: dict[str, Any]):
    """Nothing that was written is lost or doubled by the cut."""
    blocks, _ = cut(case["body"], 1, "a.md", vocabularies())
    assert "".join(block.source for block in blocks) == case["body"]


@cases("body")
def test_each_block_knows_its_line(case: dict[str, Any]):
    """A message about a block leads to the line on which it begins."""
    blocks, _ = cut(case["body"], 11, "a.md", vocabularies())
    before = ""
    for block in blocks:
        assert block.line == 11 + before.count("\n")
        before += block.source


def test_an_open_vocabulary_takes_new_terms_with_a_note():
    """Where a journal wants new words, a tag makes one and says so."""
    known = vocabularies()
    themes = replace(known.themes, open=True)
    open_ones = replace(known, facets=tuple(themes if facet is known.themes else facet for facet in known.facets))
    blocks, problems = cut("### Why?\n#Slow_reading #budget #theme/---\n", 1, "a.md", open_ones)
    assert isinstance(blocks[0], Question) and blocks[0].tags == (("theme", "slow-reading"), ("theme", "budget"))
    assert [str(problem).partition("; ")[0] for problem in problems] == [
        "a.md:2: note: “Slow_reading” is a new theme",
        "a.md:2: error: there is no theme “---”",
    ]


def test_empty_vocabularies_are_no_crash():
    """A journal without kinds, themes or questions is told what is missing, whatever stands in it."""
    known = vocabularies()
    nothing = Vocabulary("theme", "themes", "vocabulary/themes.yml", "Theme")
    empty = replace(known, facets=(nothing,), kinds=replace(known.kinds, concepts=()), questions=replace(known.questions, concepts=()))
    _, problems = cut("### Why?\n#budget\n\n> [!quote] A\n> #role/director\n", 1, "a.md", empty)
    assert [str(problem) for problem in problems] == [
        "a.md:2: error: there is no theme “budget”; add it to vocabulary/themes.yml",
        "a.md:4: error: there is no kind of passage “quote”; give one in passage-kinds.yml",
    ]


def test_what_a_text_cites_is_found_and_what_that_cites():
    """A note that cites a link needs the link, and a note nobody cites stays away."""
    text = "A[^1] and [Text][Two  words] and HTML."
    body = f"{text}\n\n[^1]: See [b].\n\n[b]: https://b.example\n\n[TWO words]: x\n\n*[HTML]: m\n\n[^2]: Nobody.\n"
    definitions = {block.name: block for block in cut(body, 1, "a.md", vocabularies())[0] if hasattr(block, "name")}
    assert [found.name for found in cited([text], definitions)] == ["^1", "two words", "*HTML", "b"]
    assert cited(["[^1]"], {}) == () and cited(["nothing"], definitions) == ()
    assert reference_name("Two\n  WORDS ") == "two words"


def test_a_heading_at_the_top_is_taken_from_the_text():
    """The title stands over the page once."""
    entry = reading_of({"file": "---\ngenre: page\n---\n<!-- x -->\n\n# About {#a} #\n\nText.\n\n> Theirs.\n"}).entry
    assert entry is not None and entry.title == "About"
    block = entry.blocks[-1]
    assert isinstance(block, Prose) and (block.text, block.own, block.heading) == ("Text.\n\n> Theirs.", "Text.", 0)
