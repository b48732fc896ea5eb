"""The pages of passages by kind, and what roles and kinds of library said by theme."""

from __future__ import annotations

import pytest
from interview_journal.consent import Reader
from interview_journal.plan.concept_page import ConceptView
from interview_journal.plan.former import MovedView
from interview_journal.plan.index_page import IndexView

from tests.conftest import World
from tests.planned import THEMES, pages, view

KINDS = """\
== vocabulary/passage-kinds.yml
concepts:
- {id: quote, label: Quote, words: theirs, note: Verbatim.}
- {id: idea, label: Idea, words: mine, was: [thought]}
- {id: joy, label: Joy, words: mine, note: What they love.}
- {id: private, label: Private, words: mine, private: true, was: [secret]}
"""


def passages(*tagged: str, kind: str = "idea") -> str:
    """So many passages of a kind, each with its tag, or with none where that is empty."""
    return "".join(f"> [!{kind}] {kind}{place}\n> Words.\n" + (f">\n> #{tag}\n\n" if tag else "\n") for place, tag in enumerate(tagged))


def test_passages_are_counted_by_kind(world: World):
    """In the order of the vocabulary, under the headings of all pages, with notes that say more; private kinds are in no list."""
    world.write(KINDS).interview("a.md", "consent: quotes\n", passages("", "") + passages("", kind="quote") + passages("", kind="private"))
    index = view(world.load(), "passages/", IndexView)
    assert [(node.label, node.in_all, node.url, node.note) for node in index.nodes] == [
        ("In their words", "1", "passages/quote/", "Verbatim."),
        ("Idea", "2", "passages/idea/", ""),
        ("What they love", "none yet", None, ""),
    ]
    assert (index.title, index.sentence, index.is_tree) == ("Passages", "3 passages of 2 kinds.", False)


@pytest.mark.parametrize("reader", Reader)
def test_no_private_kind_has_a_page(world: World, reader: Reader):
    """Nor has what only consent to quotations would show, nor what is withdrawn, waits or lies in a private folder."""
    world.write(KINDS).interview("a.md", "consent: paraphrase\n", passages("", kind="private") + passages("", kind="quote"))
    world.interview("private/b.md", "consent: quotes\n", passages("", kind="private"))
    world.interview("c.md", "consent: quotes\nwithdrawn: yes\n", passages("", kind="private"))
    planned = pages(world.load(reader))
    assert not [url for url in planned if url.startswith(("passages/private", "passages/secret", "passages/quote"))]


def test_where_no_passage_is_marked_the_index_stands_in_the_preview_alone(world: World):
    """There it says how to mark one, and names the kinds to choose from."""
    world.write(KINDS).interview("a.md", "consent: quotes\n", "### Why?\n#pay\n\nBecause.\n")
    assert not [url for url in pages(world.load()) if url.startswith("passages/")]
    index = view(world.load(Reader.AUTHOR), "passages/", IndexView)
    assert "let it begin with a line like “> [!quote]" in index.empty and [node.label for node in index.nodes][-1] == "What they love"


def test_the_passages_of_a_kind_stand_by_the_family_of_their_first_theme(world: World):
    """In the order of the vocabulary, those without a theme last; or by kind of library."""
    world.write(THEMES + KINDS).interview("a.md", "consent: quotes\n", passages("joy", "", "pay #joy", "hours"))
    page = view(world.load(), "passages/idea/", ConceptView)
    assert [(group.title, group.label, group.theme, [one.headline for one in group.passages]) for group in page.groups] == [
        ("Work", "Work 2", "themes/work/", ["idea2", "idea3"]),
        ("Joy", "Joy 1", "themes/joy/", ["idea0"]),
        ("No theme", "No theme 1", None, ["idea1"]),
    ]
    assert (page.title, page.card, page.rows, [link.label for link in page.breadcrumb]) == ("Idea", (), (), ["Passages"])
    assert [(link.label, link.url, link.current) for link in page.orders] == [
        ("by theme", "passages/idea/", True),
        ("by library type", "passages/idea/by-library-type/", False),
    ]
    assert page.groups[1].passages[0].shoulder.lead == ""
    by_type = view(world.load(), "passages/idea/by-library-type/", ConceptView)
    assert [(group.title, group.theme, len(group.passages)) for group in by_type.groups] == [("University library", None, 4)]


def test_the_page_of_a_kind_is_called_as_its_group_is_everywhere(world: World):
    """Also in the title; its note is the standfirst."""
    world.write(KINDS).interview("a.md", "consent: quotes\n", passages("", kind="quote"))
    page, plan = view(world.load(), "passages/quote/", ConceptView), pages(world.load())["passages/quote/by-library-type/"]
    assert (page.title, page.note, plan.title, plan.section) == (
        "In their words",
        "Verbatim.",
        "In their words: by library type",
        "passages/",
    )


def test_all_passages_of_a_kind_are_shown(world: World):
    """They are a list of their own, on as many pages as it needs."""
    for number in range(9):
        world.interview(f"{number}.md", "consent: quotes\n", passages("pay", kind="insight").replace("Words.", "Words. " * 2500))
    leaves = [view(world.load(), f"passages/insight/{url}", ConceptView) for url in ("", "2/", "3/")]
    assert sum(len(group.passages) for leaf in leaves for group in leaf.groups) == 9
    assert leaves[1].groups[0].title.endswith(", continued") and leaves[1].groups[0].theme == leaves[0].groups[0].theme


def test_a_former_id_of_a_kind_leads_on(world: World):
    """In both orders; one of a private kind leads nowhere."""
    world.write(KINDS).interview("a.md", "consent: quotes\n", passages(""))
    planned = pages(world.load())
    moved = {url: plan.view.to.url for url, plan in planned.items() if isinstance(plan.view, MovedView)}
    assert moved == {
        "passages/thought/": "passages/idea/",
        "passages/thought/by-library-type/": "passages/idea/by-library-type/",
    }


def test_a_role_tells_what_was_said_by_theme(world: World):
    """Each passage once, under its first theme; the themes of which most was said first, two of each, with a way to the others."""
    world.write(THEMES + KINDS)
    world.interview("a.md", "consent: quotes\n", passages("joy", "pay #joy", "", "pay", "pay", ""))
    page = view(world.load(), "roles/director/by-theme/", ConceptView)
    assert [(group.title, group.theme, [one.headline for one in group.passages], group.more) for group in page.groups] == [
        ("Pay", "themes/pay/", ["idea1", "idea3"], "and 1 more under"),
        ("Joy", "themes/joy/", ["idea0"], ""),
        ("No theme", None, ["idea2", "idea5"], ""),
    ]
    more = page.groups[0].more_under
    assert more is not None and (more.label, more.url, more.red, page.groups[1].more_under) == ("Pay", "themes/pay/", True, None)
    shoulder = page.groups[0].passages[0].shoulder
    assert (shoulder.lead, [link.label for link in shoulder.links]) == ("Also", ["Joy"])
    assert [link.label for link in page.orders] == ["by kind", "by library type", "by theme"]
    assert pages(world.load())["roles/director/by-theme/"].title == "Director: by theme"


def test_what_is_left_out_without_a_theme_is_in_the_conversations(world: World):
    """There is no page of it."""
    world.interview("a.md", "consent: quotes\n", passages("pay", "", "", "", kind="insight"))
    groups = view(world.load(), "library-types/university/by-theme/", ConceptView).groups
    assert [(group.title, group.more) for group in groups][1] == ("No theme", "and 1 more, in the conversations below")


def test_without_a_theme_nothing_stands_by_theme(world: World):
    """And a theme's own page has no such order."""
    world.interview("a.md", "consent: quotes\n", passages("", kind="insight")).interview("b.md", "consent: quotes\nthemes: pay\n")
    assert not [url for url in pages(world.load()) if "by-theme" in url]
    world.interview("b.md", "consent: quotes\nthemes: pay\n", passages("pay", kind="insight"))
    assert {url for url in pages(world.load()) if "by-theme" in url} == {
        f"{concept}/by-theme/" for concept in ("library-types/university", "roles/director")
    }
