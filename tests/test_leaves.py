"""Long lists cut into pages: every passage once and in order, and none too heavy."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st
from interview_journal.plan.leaves import FRAME, HEADING, HEAVIEST, first_pages, leaves, page_links, weight
from interview_journal.plan.pieces import Group, Link, PassageView, Shoulder

from tests.golden import MODEST

HALF = HEAVIEST // 2 - FRAME
"""The text of a passage of which two fill a page."""


def passage(name: str, size: int) -> PassageView:
    """A passage with so much HTML."""
    return PassageView("Quote", "quote", "open", name, name, f"a/#{name}", "x" * size, Shoulder("", ()), "", Link(name), "")


def group(name: str, *sizes: int, more: str = "") -> Group:
    """A group of passages of these sizes."""
    return Group(name, name.title(), f"{name} {len(sizes)}", tuple(passage(f"{name}{n}", size) for n, size in enumerate(sizes)), more)


def told(pages: tuple[tuple[Group, ...], ...]) -> list[list[tuple[str, list[str], str]]]:
    """Of each page the groups: title, passages, what is said to be left out."""
    return [[(group.title, [passage.headline for passage in group.passages], group.more) for group in page] for page in pages]


def test_nothing_is_one_page():
    """A concept without passages has a page all the same."""
    assert leaves([]) == ((),)


def test_what_has_room_is_one_page():
    """Groups stay as they are."""
    groups = (group("a", 10, 20, more="and 3 more"), group("b", 30))
    assert leaves(groups) == (groups,)


def test_a_page_is_filled_to_its_weight_and_no_further():
    """Two halves make a page, and one character more makes two."""
    assert len(leaves([group("a", HALF, HALF)])) == 1
    assert len(leaves([group("a", HALF, HALF + 1)])) == 2


def test_a_group_that_goes_on_has_its_heading_again():
    """What is left out of it is told once, where it ends; its place on each page has one name."""
    pages = leaves([group("a", HALF, HALF, HALF, HALF, HALF, more="and 3 more"), group("b", 10, more="and 1 more")])
    assert told(pages) == [
        [("A", ["a0", "a1"], "")],
        [("A, continued", ["a2", "a3"], "")],
        [("A, continued", ["a4"], "and 3 more"), ("B", ["b0"], "and 1 more")],
    ]
    assert [[group.anchor for group in page] for page in pages] == [["a"], ["a"], ["a", "b"]]


def test_a_group_that_begins_on_a_new_page_is_not_continued():
    """Only what began before goes on."""
    assert told(leaves([group("a", HALF, HALF), group("b", 10)])) == [[("A", ["a0", "a1"], "")], [("B", ["b0"], "")]]


def test_a_passage_heavier_than_a_page_has_a_page_of_its_own():
    """It cannot be cut, and no page before or after it is empty."""
    pages = leaves([group("a", 10), group("b", 3 * HEAVIEST), group("c", 10)])
    assert told(pages) == [[("A", ["a0"], "")], [("B", ["b0"], "")], [("C", ["c0"], "")]]
    assert told(leaves([group("a", 3 * HEAVIEST)])) == [[("A", ["a0"], "")]]


def test_a_passage_weighs_what_is_sent():
    """A page of a script whose letters have three bytes holds a third of the letters; each heading beside a passage takes its room."""
    latin, devanagari = passage("a", 10), PassageView(**{**vars(passage("a", 0)), "html": "न" * 10})
    assert weight(latin) - FRAME == 10 and weight(devanagari) - FRAME == 30
    assert weight(replace(latin, shoulder=Shoulder("Also", (Link("Pay"), Link("Joy"))))) == weight(latin) + 2 * HEADING


GROUPS = st.lists(st.lists(st.integers(0, HEAVIEST + 5000), min_size=1, max_size=9), max_size=6).map(
    lambda found: [group(chr(ord("a") + place), *sizes, more=f"more {place}") for place, sizes in enumerate(found)]
)


@MODEST
@given(GROUPS)
def test_every_passage_stands_once_and_in_order(groups: list[Group]):
    """No passage is lost, doubled or moved; no page is empty or too heavy, and none could hold the next passage too."""
    pages = leaves(groups)
    flat = [(group.anchor, passage.headline) for page in pages for group in page for passage in group.passages]
    assert flat == [(group.anchor, passage.headline) for group in groups for passage in group.passages]
    weights = [[weight(passage) for group in page for passage in group.passages] for page in pages]
    assert all(len(page) == 1 or sum(page) <= HEAVIEST for page in weights) and (all(weights) or not groups)
    assert all(sum(page) + following[0] > HEAVIEST for page, following in zip(weights, weights[1:], strict=False))
    for anchor, same in groupby((group for page in pages for group in page), lambda group: group.anchor):
        first, *rest = same
        assert "continued" not in first.title and all(group.title == f"{first.title}, continued" for group in rest)
        assert [group.more for group in (first, *rest) if group.more] == [f"more {ord(anchor) - ord('a')}"] and (first, *rest)[-1].more
    assert all(len({group.anchor for group in page}) == len(page) for page in pages)


def test_each_group_leads_to_where_it_begins():
    """With all it holds counted, whichever page it is read on."""
    pages = leaves([group("a", HALF, HALF, HALF), group("b", 10)])
    assert [(link.label, link.url) for link in first_pages(pages, ["t/", "t/2/"])] == [("a 3", "t/#a"), ("b 1", "t/2/#b")]


def test_pages_have_numbers_where_there_are_several():
    """A list of one number would be in the way."""
    assert page_links(["t/"], 0) == ()
    assert [(link.label, link.url, link.current) for link in page_links(["t/", "t/2/"], 1)] == [("1", "t/", False), ("2", "t/2/", True)]


def test_of_very_many_pages_those_around_this_one_have_numbers():
    """The first and the last among them; a gap is told and leads nowhere."""
    urls = [f"t/{number}/" for number in range(1, 101)]
    labels = [link.label for link in page_links(urls, 49)]
    assert labels == ["1", "…", *(f"{number}" for number in range(44, 57)), "…", "100"]
    assert [link.url for link in page_links(urls, 49) if link.label == "…"] == [None, None]
    assert [link.label for link in page_links(urls, 0)] == [*(f"{number}" for number in range(1, 8)), "…", "100"]
