"""What is looked for on a page, whatever its kind; each of these gives the lines that say what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""WCAG 2.2 A and AA, and what axe holds to be good practice (axe-core, "Axe-core Tags")."""
OF_COLOR = ["color-contrast", "link-in-text-block"]
"""The rules among them that ask for colors: on dark paper no other can find what it did not find on light."""
WIDE = """() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    const out = e => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1
    return wide > 0 ? [`${wide} px too wide`, ...[...document.querySelectorAll("body *")].filter(out).map(e => `${e.localName}.${e.className}`)] : []
}"""
"""By how much a page scrolls sideways, and the elements that stand out."""
CUT = """() => [...document.querySelectorAll("body *")].filter(e => {
    const style = getComputedStyle(e), box = e.getBoundingClientRect()
    const cuts = way => style[way] == "hidden" || style[way] == "clip"
    const over = cuts("overflowX") && e.scrollWidth > e.clientWidth + 1 || cuts("overflowY") && e.scrollHeight > e.clientHeight + 1
    return over && box.width > 2 && box.height > 2 && e.textContent.trim()
}).map(e => `cut off: ${e.localName}.${e.className}`)"""
"""The elements whose text does not fit into them and is cut off; what is kept for screen readers alone has no size."""
MEETING = """() => {
    const ink = e => { const all = document.createRange(); all.selectNodeContents(e); return all.getBoundingClientRect() }
    const notes = [...document.querySelectorAll(".shoulder")].map(e => [e, ink(e)]).filter(([, box]) => box.height)
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1
    return notes.slice(1).filter(([, box], place) => meet(box, notes[place][1])).map(([e]) => `shoulder notes meet at: ${e.innerText}`)
}"""
"""The shoulder notes that lie upon those before them, by their words, since a box of no height may hold some."""
SPACED = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }")
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}"""
"""Text as wide as a reader may set it (WCAG 1.4.12)."""
UNFOLD = "() => document.querySelectorAll('main details').forEach(e => e.open = true)"
HEADINGS = "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => [Number(e.localName[1]), e.textContent.trim()])"


class Heard:
    """What a page asks for and complains of while it is open."""

    def __init__(self, page: Page) -> None:
        self.lines: list[str] = []
        page.on("request", lambda request: self.note(f"asks another host: {request.url}", "127.0.0.1" not in urlsplit(request.url).netloc))
        page.on("console", lambda message: self.note(f"console: {message.text}", message.type in ("error", "warning")))
        page.on("pageerror", lambda error: self.note(f"script: {error}"))

    def note(self, line: str, wrong: bool = True) -> None:
        """Keep a line; what a page holds in itself (`data:`) is asked of nobody."""
        if wrong and not line.endswith("another host: data:"):
            self.lines.append(line)


def visit(page: Page, url: str) -> None:
    """Go to a page and stay there, though it may lead on by itself; what is folded is opened."""
    page.unroute_all()
    if 'http-equiv="refresh"' in page.request.get(url).text():  # what is routed comes slowly, and nothing of it is kept in the cache
        page.route(
            lambda asked: asked.split("#")[0] != url,
            lambda route: route.abort("aborted") if route.request.is_navigation_request() else route.fallback(),
        )
    page.goto(url)
    page.evaluate(UNFOLD)


def structure(page: Page) -> Iterator[str]:
    """What is wrong with the order of its headings and with its landmarks."""
    headings = page.evaluate(HEADINGS)
    if [level for level, _ in headings].count(1) != 1:
        yield f"not one h1: {headings}"
    for (above, _), (level, text) in zip([(0, ""), *headings], headings, strict=False):
        if level > above + 1:
            yield f"h{level} after h{above}: {text}"
    for role in ("banner", "main", "contentinfo"):
        if page.get_by_role(role).count() != 1:  # type: ignore[arg-type]
            yield f"not one landmark {role}"
    names = page.get_by_role("navigation").evaluate_all(
        "all => all.map(e => e.ariaLabel || document.getElementById(e.getAttribute('aria-labelledby'))?.innerText)"
    )
    if not all(names) or len(set(names)) < len(names):
        yield f"navigations without a name of their own: {names}"


def at_sizes(page: Page, widths: tuple[int, ...], schemes: tuple[str, ...] = ("light", "dark")) -> Iterator[str]:
    """The page at each width of the window and on each paper."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            yield f"{width} px, {scheme}"


def barriers(page: Page, widths: tuple[int, ...], schemes: tuple[str, ...] = ("light", "dark")) -> Iterator[str]:
    """What axe finds at each width, on light and on dark paper."""
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate(Axe().axe_script)
    for size in at_sizes(page, widths, schemes):
        rules = OF_COLOR if size.endswith("dark") else RULES
        for violation in page.evaluate(
            "rules => axe.run({runOnly: rules, resultTypes: ['violations']}).then(found => found.violations)", rules
        ):
            yield from (f"{size}: {violation['id']}: {node['target']}: {node['failureSummary']}" for node in violation["nodes"])


def losses(page: Page, *widths: int) -> Iterator[str]:
    """What makes the page scroll sideways, is cut off or lies on something else: at each width (those of zoom to 400, 200 and 100 % on a desktop
    if none is named), and then with its text spaced as wide as a reader may set it."""
    for size in at_sizes(page, widths or (320, 640, 1280), ("light",)):
        yield from (f"{size}: {line}" for line in lost(page))
    page.evaluate(SPACED)
    for size in at_sizes(page, (1280, 320), ("light",)):
        yield from (f"{size}, spaced: {line}" for line in lost(page))


def lost(page: Page) -> list[str]:
    """What is lost at the present width."""
    return [*page.evaluate(WIDE)[:8], *page.evaluate(CUT), *page.evaluate(MEETING)]
