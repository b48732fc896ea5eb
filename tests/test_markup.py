"""Blocks to HTML: fragments, marks, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from interview_journal.body import Definition
from interview_journal.consent import Reader
from interview_journal.journal import load_journal
from interview_journal.markup import BASE, ID, Converter, Use, at_home, elsewhere, raised, refused, taken_apart
from interview_journal.plan.site import plan_site
from interview_journal.settings import EXTENSIONS

from tests.conftest import TODAY, World
from tests.golden import linear_work


@pytest.fixture(scope="module")
def converter() -> Converter:
    """The converter of a journal whose `mkdocs.yml` is silent."""
    return Converter(EXTENSIONS, {})


def same(use: Use) -> str:
    """A resolver that leaves each link as it is."""
    return use.target


HTML = {
    "text": ("One *two*.", "<p>One <em>two</em>.</p>"),
    "quotation marks become typographic": ('"So"', "<p>&ldquo;So&rdquo;</p>"),
    "a table": ("a | b\n--|--\n1 | 2", "<table>"),
    "a column is aligned without a style": (
        "a | b {: .x }\n:-:|--:\n1 | 2",
        '<th data-align="center">a</th>\n<th class="x" data-align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td data-align="center">1</td>',
    ),
    "code that tells of a style": ('`<td style="text-align: right;">`', '<code>&lt;td style="text-align: right;"&gt;</code>'),
    "a list of definitions": ("Word\n:   meaning", "<dl>\n<dt>Word</dt>\n<dd>meaning</dd>\n</dl>"),
    "attributes": ("Text.\n{: .wide title='x'}", '<p class="wide" title="x">Text.</p>'),
    "fenced code": ("```\na < b\n```", "a &lt; b"),
    "Markdown within HTML": ("<div markdown='1'>\n*two*\n</div>", "<em>two</em>"),
    "a target in raw HTML keeps what is escaped": ("<a href='a&quot;b&amp;c'>x</a>", '<a href="a&quot;b&amp;c">x</a>'),
    "of two equal attributes the first counts": ("<img src='a.jpg' SRC='b.jpg' alt='x'>", "<img src=\"a.jpg\" alt='x'>"),
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
    assert fragment.html(lambda use: "Z" if use.target == "z" else None) == (
        f'<p>A <em>b</em> C &lt;d&gt; <a{ID} id="own"{ID}>e</a> <a href="Z">f</a></p>'
    )


def test_links_and_ids_are_recorded(converter: Converter):
    """Targets are told as they were written, ids as they will be."""
    fragment = converter.convert("[A](b) <i id='x\"y'>z</i> [D](e.md#f)[^1]\n\n[^1]: G.", (), "home")
    assert [use.target for use in fragment.uses] == ["b", "e.md#f", "#home-fn:1", "#home-fnref:1"]
    assert fragment.ids == ('x"y', "home-fnref:1", "home-fn:1")
    assert 'id="x&quot;y"' in fragment.html(same)


def test_a_quotation_is_seen_wherever_markdown_makes_one(converter: Converter):
    """What is left of a retelling is looked through once more as HTML."""
    texts = ["> a", "- > a", "<BlockQuote id='x'>a</BlockQuote>", "a[^1]\n\n[^1]: > b", "```\n> a\n```", "a > b", "\\> a"]
    assert [converter.convert(text).has_quotation for text in texts] == [True, True, True, True, False, False, False]


def test_marks_stand_for_what_differs_from_page_to_page(converter: Converter):
    """At home a text has its ids, elsewhere it has none, and each page puts its own way to the root."""
    html = converter.convert("<b id='x' class='y'>[A](b)</b>").html(lambda use: BASE + use.target)
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


def test_every_attribute_that_leads_somewhere_is_recorded(converter: Converter):
    """What a browser fetches by itself is told from what it fetches when somebody asks."""
    text = (
        "<img src=a srcset='b 1x, c,d 2x' alt='x' longdesc=e> <a href=f>x</a> <object data=g></object> <q cite=h>x</q> <video poster=i>"
        "</video> <form action=j></form> <p data=k background=l></p>\n<svg><image xlink:href='m'/></svg>"
    )
    uses = list(converter.convert(text).uses)
    assert [use.target for use in uses] == [*"ab", "c,d", *"efghijlm"]
    assert [use.target for use in uses if use.loads] == [*"ab", "c,d", *"gilm"]


def test_what_a_reader_may_not_follow_is_taken_out_of_a_tag(converter: Converter):
    """Of a set of pictures the others remain, and of a film the tag."""
    fragment = converter.convert("<img src='a' srcset='b 1x, c 2x' alt='x'>\n<video src='b' poster='d'>\n<source srcset='b'>\n</video>")
    html = fragment.html(lambda use: None if use.target == "b" else use.target.upper())
    assert html == '<p><img src="A" srcset="C 2x" alt=\'x\'></p>\n<video poster="D">\n<source>\n</video>'


@pytest.mark.parametrize("style", ["background: url(x.jpg)", "URL( 'x' )", "image-set('x' 1x)", "background: &#117;rl(x)"])
def test_a_style_that_loads_a_file_is_seen(style: str, converter: Converter):
    """A style leads somewhere in a way that nothing can resolve."""
    assert converter.convert(f'<p style="{style}">x</p>').unseen == ("style",)
    assert converter.convert(f"<style>\np {{{style.replace('&#117;', 'u')}}}\n</style>").unseen == ("style",)


@pytest.mark.parametrize("text", ["<p style='color: red; fill: url(#a)'>x</p>", "<style>p {color: red}</style>\n<p>url(x)</p>", "`url(x)`"])
def test_a_style_that_loads_nothing_is_left_alone(text: str, converter: Converter):
    """Colors are the author's own business."""
    assert converter.convert(text).unseen == ()


def test_another_base_is_seen_and_loses_its_address(converter: Converter):
    """One tag would lead every link of the page elsewhere."""
    fragment = converter.convert("<base href='https://example.org/'>")
    assert (fragment.unseen, fragment.html(same)) == (("base",), "<p><base></p>")


@pytest.mark.parametrize(
    ("text", "unseen"),
    [
        ('<meta http-equiv="refresh" content="0; url=https://example.org/">', "meta"),
        ("<META HTTP-EQUIV=refresh content=0>", "meta"),
        ('<a href="#" ping="https://example.org/">x</a>', "ping"),
        ('<p class="wide mermaid">x</p>', "mermaid"),
        ("<p class=mermai&#100;>x</p>", "mermaid"),
        ("Text.\n{: .mermaid}", "mermaid"),
    ],
)
def test_what_redirects_or_tells_another_site_is_seen(text: str, unseen: str, converter: Converter):
    """It leads away without a link that anybody could resolve."""
    assert converter.convert(text).unseen == (unseen,)


@pytest.mark.parametrize("text", ["<meta name='author' content='x'>", "<p class='no-mermaid' title='mermaid'>x</p>", "```mermaid\na\n```"])
def test_what_only_looks_like_it_is_left_alone(text: str, converter: Converter):
    """Words are no tags."""
    assert converter.convert(text).unseen == ()


def test_a_chart_that_needs_another_site_is_seen():
    """Where superfences is told to make one of a fenced code block, the theme fetches the program that draws it."""
    charts = {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}
    found = Converter(EXTENSIONS, {"pymdownx.superfences": charts}).convert("```mermaid\ngraph LR\n```")
    assert found.unseen == ("mermaid",)


@pytest.mark.parametrize(
    ("written", "targets"),
    [
        ("a 1x,b 2x", ["a", "b"]),
        ("a, b 2x", ["a", "b"]),
        ("a 1x&#44;b 2x", ["a", "b"]),
        ("a&comma;&Tab;b", ["a", "b"]),
        (" ,a,b,, ,c?d&amp;e 2x ", ["a,b", "c?d&amp;e"]),
        ("", []),
        (" , ", []),
    ],
)
def test_a_set_of_pictures_is_cut_where_a_browser_cuts_it(written: str, targets: list[str], converter: Converter):
    """No picture of it slips through as the size of another."""
    fragment = converter.convert(f"<img alt='x' srcset='{written}'>")
    assert [use.target for use in fragment.uses] == targets
    assert fragment.html(lambda use: None) == "<p><img alt='x'></p>"


@pytest.mark.parametrize(
    "text",
    [
        f"<img srcset='{',' * 60_000}'>",
        f"<img srcset='a{',' * 60_000}b'>",
        f"<img srcset='{' ' * 60_000}'>",
        f"<img{' ' * 60_000}src=x>",
        f"<img {'/' * 60_000}>",
        "<style>" * 30_000,
    ],
    ids=["commas", "commas in an address", "spaces", "spaces in a tag", "strokes in a tag", "styles"],
)
def test_looking_for_links_is_linear_work(text: str):
    """However long a tag is, and however many are left open."""
    with linear_work():
        found = taken_apart(text, "")
        assert found.html(lambda use: None) is not None


@pytest.mark.parametrize(
    "text",
    [f"[[{'|' * 60_000}]]", f"![[{'#' * 60_000}.jpg]]", f"[[x|{'300' * 60_000}]]", "[[x]]" * 5_000],
    ids=["strokes", "hashes", "figures", "links"],
)
def test_double_square_brackets_are_linear_work(text: str, converter: Converter):
    """However many there are, and whatever stands between two of them."""
    with linear_work():
        assert converter.convert(text).html(same) is not None


BRACKETS = {
    "a link with words": ("[[One|two *three*]]", '<a href="[[One]]">two <em>three</em></a>'),
    "a link without words waits for a title": ("[[R&D]]", '<a href="[[R&amp;D|]]">…</a>'),
    "an empty label is none": ("[[One|]]", '<a href="[[One|]]">…</a>'),
    "a backslash within a name": ("[[a\\_b|x]]", '<a href="[[a_b]]">x</a>'),
    "a picture": ("![[two.JPG|Room, empty]]", '<img alt="Room, empty" src="[[two.JPG]]" />'),
    "a width is no description": (
        "![[two.jpg|300]] ![[two.jpg|Room|30x20]]",
        '<img alt="" src="[[two.jpg]]" /> <img alt="Room" src="[[two.jpg]]" />',
    ),
    "code": ("`[[three]]`", "<code>[[three]]</code>"),
    "indented code": ("    [[five]]", "[[five]]"),
    "raw HTML, which is no Markdown": ("<pre>[[six]]</pre>", "<pre>[[six]]</pre>"),
    "a link with brackets in its text": ("[[4]](x)", '<a href="x">[4]</a>'),
    "brackets that name nothing": ("[[]] [[ ]] [[|x]]", "<p>[[]] [[ ]] [[|x]]</p>"),
}


@pytest.mark.parametrize(("text", "html"), BRACKETS.values(), ids=BRACKETS)
def test_double_square_brackets_are_links_wherever_markdown_works(text: str, html: str, converter: Converter):
    """Code shows them on purpose; everywhere else they are what they are in Obsidian."""
    assert html in converter.convert(text).html(same)


def test_extensions_that_include_other_files_are_refused():
    """Another file could hold what must not be shown."""
    names = ["tables", "pymdownx.snippets", "markdown_include.include", "mdx_include", "pymdownx.b64", "Snippets", "plantuml_markdown"]
    assert refused([*names, "pymdownx.superfences", "includes.of.mine:Extension"]) == (*names[1:], "includes.of.mine:Extension")


def test_an_extension_that_includes_files_is_an_error_and_not_used(world: World):
    """The journal says so, and converts without it."""
    world.write("== secret.txt\nsecret\n").interview("2026/a.md", "consent: quotes\n", '--8<-- "secret.txt"')
    settings = replace(
        world.settings(), extensions=(*EXTENSIONS, "pymdownx.snippets", "toc"), extension_configs={"toc": {"permalink": True}}
    )
    journal = load_journal(settings, Reader.PUBLIC, TODAY)
    refusal = (
        "error: the Markdown extension `pymdownx.snippets` puts other files into a page, past the rule of what may be shown; "
        "take it out of `markdown_extensions`"
    )
    assert [str(problem) for problem in journal.failing] == [f"mkdocs.yml:1: {refusal}"]
    assert "secret\n" not in repr(plan_site(journal))
    for listed in ("- pymdownx.snippets:", "  'pymdownx.snippets': {}", "[tables, pymdownx.snippets]"):
        world.write(f"== mkdocs.yml\n# not pymdownx.snippets\nmarkdown_extensions:\n{listed}\n")
        line = 1 if "[" in listed else 3
        assert [str(problem) for problem in load_journal(settings, Reader.PUBLIC, TODAY).failing] == [f"mkdocs.yml:{line}: {refusal}"]
    (world.root / "mkdocs.yml").unlink()
    assert [str(problem) for problem in load_journal(settings, Reader.PUBLIC, TODAY).failing] == [f"mkdocs.yml:1: {refusal}"]


def test_a_table_can_be_scrolled_by_keyboard(converter: Converter):
    """Each stands once in a box that takes the focus, also in a list."""
    html = converter.convert("a | b\n--|--:\n1 | 2\n\n- One\n\n    a | b\n    --|--\n    1 | 2\n\n  Two\n").html(same)
    assert html.count('<div class="scroll" tabindex="0"><table>') == html.count("</table></div>") == html.count("<table>") == 2


@pytest.mark.parametrize(("levels", "heading"), [(0, "h5"), (1, "h4"), (2, "h3"), (3, "h3")])
def test_a_heading_moves_up_with_its_question(levels: int, heading: str):
    """By as many levels, and never to where questions stand; what only looks like one stays."""
    assert raised('<h5 id="a">A</h5> <hr> <h2>B</h2> &lt;h5&gt;', levels) == f'<{heading} id="a">A</{heading}> <hr> <h2>B</h2> &lt;h5&gt;'
