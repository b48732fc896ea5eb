"""Blocks to HTML: fragments, marks, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from interview_journal.body import Definition
from interview_journal.consent import Reader
from interview_journal.journal import load_journal
from interview_journal.markup import BASE, ID, Converter, at_home, elsewhere, refused
from interview_journal.plan.site import plan_site
from interview_journal.settings import EXTENSIONS

from tests.conftest import TODAY, World


@pytest.fixture(scope="module")
def converter() -> Converter:
    """The converter of a journal whose `mkdocs.yml` is silent."""
    return Converter(EXTENSIONS, {})


def same(link: str) -> str:
    """A resolver that leaves each link as it is."""
    return link


HTML = {
    "text": ("One *two*.", "<p>One <em>two</em>.</p>"),
    "quotation marks become typographic": ('"So"', "<p>&ldquo;So&rdquo;</p>"),
    "a table": ("a | b\n--|--\n1 | 2", "<table>"),
    "a list of definitions": ("Word\n:   meaning", "<dl>\n<dt>Word</dt>\n<dd>meaning</dd>\n</dl>"),
    "attributes": ("Text.\n{: .wide title='x'}", '<p class="wide" title="x">Text.</p>'),
    "fenced code": ("```\na < b\n```", "a &lt; b"),
    "Markdown within HTML": ("<div markdown='1'>\n*two*\n</div>", "<em>two</em>"),
    "a target in raw HTML keeps what is escaped": ("<a href='a&quot;b&amp;c'>x</a>", '<a href="a&quot;b&amp;c">x</a>'),
    "only the first target counts": ("<img src='a.jpg' href='b.jpg' alt='x'>", "<img src=\"a.jpg\" href='b.jpg' alt='x'>"),
    "a value without text": ("<input id disabled>", f'<input{ID} id=""{ID} disabled>'),
}


@pytest.mark.parametrize(("text", "html"), HTML.values(), ids=HTML)
def test_text_becomes_html(text: str, html: str, converter: Converter):
    """A journal has Markdown's tables, notes, attributes and lists without asking for them."""
    assert html in converter.convert(text).html(same)


def test_the_same_block_is_converted_once(converter: Converter):
    """Every view reuses the result."""
    assert converter.convert("One.", (), "a") is converter.convert("One.", (), "a")


def test_a_block_leaves_nothing_behind_for_the_next(converter: Converter):
    """One instance serves all blocks, and what one defines another does not know."""
    note = Definition("", 1, "", "^1", "[^1]: A note.", "")
    assert "A note." in converter.convert("Text[^1].", [note], "one").html(same)
    assert converter.convert("Text[^1].", (), "two").html(same) == "<p>Text[^1].</p>"


def test_a_link_that_nobody_may_follow_leaves_its_text(converter: Converter):
    """Text remains without the link, and a picture leaves its description."""
    fragment = converter.convert('[A *b*](x.md "T") ![C <d>](y.jpg) <a id="own">e</a> <a href="z">f</a>')
    assert fragment.html(lambda link: "Z" if link == "z" else None) == (
        f'<p>A <em>b</em> C &lt;d&gt; <a{ID} id="own"{ID}>e</a> <a href="Z">f</a></p>'
    )


def test_links_and_ids_are_recorded(converter: Converter):
    """Targets are told as they were written, ids as they will be."""
    fragment = converter.convert("[A](b) <i id='x\"y'>z</i> [D](e.md#f)[^1]\n\n[^1]: G.", (), "home")
    assert [use.target for use in fragment.targets] == ["b", "e.md#f", "#home-fn:1", "#home-fnref:1"]
    assert fragment.ids == ('x"y', "home-fnref:1", "home-fn:1")
    assert 'id="x&quot;y"' in fragment.html(same)


def test_a_quotation_is_seen_wherever_markdown_makes_one(converter: Converter):
    """What is left of a retelling is looked through once more as HTML."""
    texts = ["> a", "- > a", "<BlockQuote id='x'>a</BlockQuote>", "a[^1]\n\n[^1]: > b", "```\n> a\n```", "a > b", "\\> a"]
    assert [converter.convert(text).has_quotation for text in texts] == [True, True, True, True, False, False, False]


def test_marks_stand_for_what_differs_from_page_to_page(converter: Converter):
    """At home a text has its ids, elsewhere it has none, and each page puts its own way to the root."""
    html = converter.convert("<b id='x' class='y'>[A](b)</b>").html(lambda link: BASE + link)
    assert at_home(html, "../") == '<p><b id="x" class=\'y\'><a href="../b">A</a></b></p>'
    assert elsewhere(html, "") == "<p><b class='y'><a href=\"b\">A</a></b></p>"


def test_no_text_can_bring_a_mark_along(world: World):
    """A mark in a text would let it choose where its links lead."""
    world.interview(
        "2026/a.md", "consent: quotes\ntitle: A&#x1e;B\n", "### Why&#x1e;?\n\nText &#x1e; &#31; [A](b&#x1f;.md)\n\n<i id='&#x1f;'>x</i>"
    )
    world.interview("2026/b.md", "consent: quotes\n", "> [!insight] Mine &#x1f;\n> Text&#30;.")
    site = repr(plan_site(world.load()))
    assert site.count(repr(ID)[1:-1]) % 2 == 0
    for mark in (BASE, ID):
        assert mark not in at_home(f"{BASE}a{ID} id=''{ID}", "") and mark not in elsewhere(f"{BASE}a{ID} id=''{ID}", "")
    world.interview("2026/a.md", "consent: quotes\n", f"Text {BASE}.")
    assert "entries/2026/a.md:7: error: there is a control character (U+001E)" in world.problems()[0]


def test_extensions_that_include_other_files_are_refused():
    """Another file could hold what must not be shown."""
    names = ["tables", "pymdownx.snippets", "markdown_include.include", "mdx_include", "pymdownx.b64", "Snippets", "pymdownx.superfences"]
    assert refused(names) == ("pymdownx.snippets", "markdown_include.include", "mdx_include", "pymdownx.b64", "Snippets")


def test_an_extension_that_includes_files_is_an_error_and_not_used(world: World):
    """The journal says so, and converts without it."""
    world.write("== secret.txt\nsecret\n").interview("2026/a.md", "consent: quotes\n", '--8<-- "secret.txt"')
    settings = replace(
        world.settings(), extensions=(*EXTENSIONS, "pymdownx.snippets", "toc"), extension_configs={"toc": {"permalink": True}}
    )
    journal = load_journal(settings, Reader.PUBLIC, TODAY)
    assert [str(problem) for problem in journal.failing] == [
        "mkdocs.yml:1: error: the Markdown extension `pymdownx.snippets` puts other files into a page, past the rule of what may be shown; "
        "take it out of `markdown_extensions`"
    ]
    assert "secret\n" not in repr(plan_site(journal))
