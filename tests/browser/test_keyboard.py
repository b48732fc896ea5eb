"""By keyboard alone: in order, seen, and never caught; the paper too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.journals import Address, Served, kind

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STOPS = 400
"""More than any page of the tests has."""
ORDER = {
    "skip link": ".skip",
    "name": ".masthead__name",
    "navigation": ".masthead__nav",
    "paper": ".paper",
    "breadcrumb": ".breadcrumb",
    "facts": ".card--facts",
    "stripe": ".stripe",
    "questions": ".side--asked",
    "text": ".spread__text",
    "footer": ".foot",
}
"""The parts of an entry as the tabulator comes to them (LOOK, "Access"), and how each is known."""
STOP = """order => {
    const e = document.activeElement, label = e.matches(".md-option") ? document.querySelector(".paper label:not([hidden])") : e
    if (e == document.body || e == document.documentElement) return null
    const style = getComputedStyle(label), box = label.getClientRects()[0] ?? label.getBoundingClientRect()
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return {
        part: Object.keys(order).find(part => e.closest(order[part])) ?? "elsewhere",
        what: `${e.localName}.${e.className} ${(e.innerText || e.ariaLabel || "").trim().slice(0, 40)}`,
        ring: style.outlineStyle == "none" ? 0 : parseFloat(style.outlineWidth),
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
        covered: !(top && (label.contains(top) || top.contains(label))),
        jumps: e.tabIndex > 0,
    }
}"""
WIDER = """what => {
    for (let e of document.querySelectorAll(what))
        for (; e != document.body; e = e.parentElement)
            if (e.scrollWidth > e.clientWidth + 9 && getComputedStyle(e).overflowX != "visible") return e.dataset.wider = "yes"
}"""
"""Marks the first of its kind that has to be scrolled sideways."""
STATE = """() => [
    [...document.querySelectorAll(".paper label")].filter(e => getComputedStyle(e).display != "none").map(e => e.title).join(),
    getComputedStyle(document.body).backgroundColor,
]"""
"""The paper: the word that is shown, and the color of the ground."""
GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(240, 242, 229)", "rgb(20, 26, 23)"


def stops(page: Page) -> Iterator[dict[str, Any]]:
    """Each place at which the tabulator stops, until it leaves the page."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP, ORDER)
        if stop is None:
            return
        yield stop
    raise AssertionError("the tabulator never leaves the page")


def unseen(found: list[dict[str, Any]]) -> str:
    """The stops that a reader would not see, or that stand out of the order of the page."""
    return "\n".join(str(stop) for stop in found if stop["ring"] < 3 or not stop["seen"] or stop["covered"] or stop["jumps"])


@pytest.mark.parametrize(
    ("width", "name"),
    [
        *((320, name) for name in ("home", "entry", "coverage", "over time")),
        *((1280, name) for name in ("home", "every sort of text", "theme", "not found", "draft", "problems")),
    ],
)
def test_every_stop_is_seen(page: Page, address: Address, width: int, name: str):
    """What has the focus is in the window, under nothing, and has a ring of three pixels; and the tabulator gets out again."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address(kind(name)))
    found = list(stops(page))
    assert len(found) > 8 and not unseen(found), unseen(found)


def test_an_entry_is_gone_through_in_the_order_it_is_read(page: Page, public: Served):
    """Skip link, name, navigation, paper, breadcrumb, facts, stripe, questions, text, footer; each stop is seen."""
    page.goto(f"{public.url}2026/fourteen-kinds/")
    found = list(stops(page))
    assert [part for part, _ in groupby(stop["part"] for stop in found)] == list(ORDER)
    assert not unseen(found), unseen(found)


@pytest.mark.parametrize("name", ["home", "entry", "index"])
def test_the_first_stop_leads_to_the_text(page: Page, public: Served, name: str):
    """The skip link is seen once it has the focus, and Enter brings the focus behind navigation and paper."""
    from playwright.sync_api import expect

    page.goto(public.url + kind(name).url)
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("e => e == document.activeElement && e.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    expect(page.locator("#__content")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize(
    ("name", "what"),
    [("every sort of text", "table"), ("every sort of text", "pre code"), ("coverage", ".matrix"), ("over time", ".matrix")],
)
def test_what_is_wider_than_the_page_is_scrolled_by_key(page: Page, public: Served, name: str, what: str):
    """A wide table and a long line of code are reached by the tabulator and scrolled by the arrow keys; so is a picture that is a table."""
    from playwright.sync_api import expect

    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(public.url + kind(name).url)
    assert page.evaluate(WIDER, what), "nothing is too wide, so nothing is tried"
    wider = page.locator("[data-wider]")
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if wider.evaluate("e => e.contains(document.activeElement)"):
            break
    page.keyboard.press("ArrowRight")
    expect(wider).not_to_have_js_property("scrollLeft", 0)


@pytest.mark.parametrize(("system", "automatic"), [("light", LIGHT), ("dark", DARK)])
def test_the_paper_is_changed_by_key_and_kept(page: Page, public: Served, system: str, automatic: str):
    """Auto, Light, Dark, and round again; the next page has what was chosen, from its first paint on."""
    page.emulate_media(color_scheme=system)  # type: ignore[arg-type]
    page.goto(public.url)
    assert page.evaluate(STATE) == ["Auto", automatic]
    while not page.evaluate("document.activeElement.closest('.paper')"):
        page.keyboard.press("Tab")
    for expected in (["Light", LIGHT], ["Dark", DARK], ["Auto", automatic], ["Light", LIGHT], ["Dark", DARK]):
        page.keyboard.press("Enter")
        assert page.evaluate(STATE) == expected
    page.goto(f"{public.url}2026/fourteen-kinds/", wait_until="commit")
    page.wait_for_selector(".paper")
    assert page.evaluate(STATE) == ["Dark", DARK]
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_nothing_is_missing_without_scripts(browser: Browser, public: Served):
    """The text is there, the paper follows the system, folded parts open, and no button shows that would do nothing."""
    context = browser.new_context(java_script_enabled=False, color_scheme="dark", viewport={"width": 390, "height": 900})
    page = context.new_page()
    for name in ("home", "every sort of text", "index", "theme", "question", "coverage", "entry"):
        page.goto(public.url + kind(name).url)
        assert page.evaluate(GROUND) == DARK
        assert page.locator("h1").is_visible() and len(page.locator("main").inner_text()) > 200
        dead = page.locator("button, label, input").filter(visible=True).evaluate_all("all => all.map(e => e.outerHTML)")
        assert not dead, f"{name}: {dead}"
    folded = page.locator("main summary").filter(visible=True).all()
    for summary in folded:
        summary.click()
        assert summary.locator("xpath=..").get_attribute("open") is not None
    assert folded
    page.emulate_media(color_scheme="light")
    assert page.evaluate(GROUND) == LIGHT
    context.close()
