"""Each kind of page for everybody: narrow, wide, zoomed, light, dark, spaced, spoken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.journals import ALIKE, KINDS, SORTS, Address, Kind, Served, kind
from tests.browser.looking import Heard, barriers, losses, structure, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SPOKEN = "e => [e.closest('[lang]').lang, getComputedStyle(e).direction]"


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A page that goes from one kind to the next, as a reader's does; a new one for each would cost a third more."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def heard(window: Page) -> Heard:
    """What is heard in that window."""
    return Heard(window)


def each(*kinds: Kind) -> pytest.MarkDecorator:
    """A test of each of these."""
    return pytest.mark.parametrize("one", kinds, ids=lambda one: one.name)


@each(*KINDS)
def test_a_page_is_whole_for_everybody(window: Page, heard: Heard, address: Address, one: Kind):
    """At 320 and 1280 px on light paper, then on dark, axe finds nothing; headings and landmarks are in order; nothing is too wide or cut off, zoomed
    to 200 and 400 % or spaced as a reader may set it; nothing is asked of another host, and the console is silent."""
    heard.lines.clear()
    visit(window, address(one))
    found = [*structure(window), *barriers(window, (320,), ("light",)), *barriers(window, (1280,)), *losses(window), *heard.lines]
    assert not found, "\n".join(found)


@each(*SORTS)
def test_content_of_every_sort_is_whole_too(window: Page, heard: Heard, address: Address, one: Kind):
    """The same of what an author may write, of which a page has more, or longer, than its template expects; its colors are those of its kind."""
    heard.lines.clear()
    visit(window, address(one))
    found = [*structure(window), *barriers(window, (320,), ("light",)), *losses(window), *heard.lines]
    assert not found, "\n".join(found)


@pytest.mark.stress
@each(*KINDS, *SORTS, *ALIKE)
def test_a_page_is_whole_on_tablets_and_wide_screens(window: Page, address: Address, one: Kind):
    """The same at the widths between and beyond."""
    visit(window, address(one))
    found = [*barriers(window, (320, 768, 1280, 1600)), *losses(window, 360, 480, 768, 1099, 1100, 1216, 1600, 2560)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        ("2026/maktaba/", "المكتبة على الجزيرة", ["ar", "rtl"]),
        ("2026/maktaba/", "للمكتبة باب واحد", ["ar", "rtl"]),
        ("themes/user-needs/", "للمكتبة باب واحد", ["ar", "rtl"]),
        ("", "المكتبة على الجزيرة", ["ar", "rtl"]),
        ("2026/toshokan/", "図書館の一日", ["ja", "ltr"]),
        ("themes/cataloging-metadata/", "漢字、ひらがな", ["ja", "ltr"]),
        ("2026/maktaba/", "Library types", ["en", "ltr"]),
    ],
)
def test_words_in_another_language_are_told_to_be(window: Page, public: Served, url: str, words: str, expected: list[str]):
    """A screen reader speaks them in their language, and they run in its direction, at home and elsewhere; the journal's own words stay in its own."""
    visit(window, public.url + url)
    assert window.get_by_text(words).filter(visible=True).first.evaluate(SPOKEN) == expected


def test_patterns_stay_where_the_system_chooses_the_colors(page: Page, public: Served):
    """With forced colors the bars of the stripe and the timeline, the spines of the shelf and the ink of the table keep theirs, which their words,
    numbers and key say too."""
    page.emulate_media(forced_colors="active")
    page.goto(f"{public.url}2026/fourteen-kinds/")
    bars = page.locator(".bar a")
    assert bars.count() > 12 and all(text.strip() for text in bars.all_text_contents())
    assert page.locator(".stripe .key li").count() >= 3
    for ink in page.locator(".bar__ink").all()[:3]:
        assert ink.evaluate("e => getComputedStyle(e).forcedColorAdjust") == "none"
    page.goto(public.url)
    spines = page.locator(".spine a")
    assert spines.count() > 10 and all(text.strip() for text in spines.all_text_contents())
    assert spines.first.evaluate("e => getComputedStyle(e).forcedColorAdjust") == "none"
    for name, picture, least in (("coverage", ".matrix [class^='ink--']", 10), ("over time", ".rise", 20)):
        page.goto(public.url + kind(name).url)
        drawn = page.locator(picture)
        assert drawn.count() > least
        assert all(cell.strip() for cell in page.locator(f"td:is({picture}), td:has({picture})").all_text_contents())
        assert drawn.first.evaluate("e => getComputedStyle(e).forcedColorAdjust") == "none"


def test_nothing_moves(page: Page, public: Served):
    """There is nothing to reduce for whom motion makes unwell: no animation runs, and no transition is set on what a pointer may touch."""
    for name in ("home", "entry", "theme", "question", "coverage"):
        page.goto(public.url + kind(name).url)
        moving = page.evaluate(
            """() => [...document.querySelectorAll("body *")].filter(e => {
                const style = getComputedStyle(e)
                return style.animationName != "none" || style.transitionDuration.split(",").some(one => parseFloat(one)) && e.getClientRects().length
            }).map(e => `${e.localName}.${e.className}`)"""
        )
        assert not moving, f"{name}: {moving}"
