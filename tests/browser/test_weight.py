"""What a page costs: bytes, scripts, and the patience of whoever reads it while it is still coming."""

from __future__ import annotations

import gzip
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.journals import MOST, Served, built, large, served

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response, Route

KB = 1000
PACKED = (".woff2", ".png", ".jpg", ".webp")
"""What is compressed already."""

PAINTED = """() => new Promise((done, never) => {
    new PerformanceObserver(list => list.getEntriesByName("first-contentful-paint").length && done()).observe({type: "paint", buffered: true})
    setTimeout(() => never("nothing is painted"), 60000)
})"""
"""Comes to an end with the first paint of a text."""


def weight(response: Response) -> int:
    """The bytes of an answer as a host sends them that compresses what is text."""
    body = response.body()
    return len(body) if PurePosixPath(urlsplit(response.url).path).suffix in PACKED else len(gzip.compress(body, 6))


def first_visit(page: Page, url: str) -> list[Response]:
    """All answers that a browser gets which was never here before."""
    found: list[Response] = []
    page.on("response", lambda answer: found.append(answer))
    page.goto(url, wait_until="networkidle")
    return found


def test_the_first_visit_of_an_entry_weighs_little(page: Page, tmp_path: Path):
    """At most 150 KB with all it asks for, 15 KB of them our own stylesheets; no script but the theme's own."""
    with served(built(large(tmp_path, 3))) as journal:
        answers = first_visit(page, f"{journal.url}c/0001/")
        weights = {urlsplit(answer.url).path: weight(answer) for answer in answers}
    listed = "\n".join(f"{size:7} {path}" for path, size in weights.items())
    assert sum(weights.values()) <= 150 * KB, listed
    assert 0 < sum(size for path, size in weights.items() if path.endswith(".css") and "/journal/" in path) <= 15 * KB, listed
    scripts = [PurePosixPath(path).name for path in weights if path.endswith(".js")]
    assert len(scripts) == 1 and scripts[0].startswith("bundle."), listed


SHARED = (
    *("", "2026/", "themes/", "themes/budget/", "roles/director/", "roles/director/by-theme/", "library-types/university/"),
    *("questions/", "questions/hardest/", "questions/hardest/by-role/", "questions/hardest/by-year/", "people/", "people/ada-byron/"),
    *(
        "libraries/",
        "libraries/ashgrove/",
        "goals/",
        "goals/what-does-it-cost/",
        "passages/",
        "passages/quote/",
        "coverage/",
        "coverage/over-time/",
    ),
)
"""The pages of what all conversations of the large journal share; those of a long list go on at further addresses."""


def heavy(journal: Served) -> list[str]:
    """The pages of more than 100 KB of HTML, but those of an entry, which are as long as it is."""
    pages = {name: len(html.encode()) for name, html in journal.pages().items() if not name.startswith("c/")}
    assert {f"{url}index.html" for url in SHARED} <= pages.keys()
    return [f"{name}: {size // KB} KB" for name, size in pages.items() if size > 100 * KB]


def test_no_page_grows_with_the_journal(mass: Served):
    """Home, archive, indexes, coverage, and the pages of a theme, a role, a kind of library, a question, a person, a library, a goal and a kind of
    passage that all conversations share, stay below 100 KB."""
    assert not heavy(mass)


@pytest.mark.stress
def test_no_page_grows_with_ten_times_as_many(tmp_path_factory: pytest.TempPathFactory):
    """The same of ten times as many conversations, and more."""
    with served(built(large(tmp_path_factory.mktemp("ten"), MOST))) as journal:
        assert not heavy(journal)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "url", ["", "2026/fourteen-kinds/", "2026/every-sort-of-text/", "themes/roof/", "library-types/", "questions/hardest/"]
)
def test_nothing_moves_when_fonts_and_pictures_come_late(page: Page, public: Served, url: str, width: int):
    """What a reader has begun to read stays where it is: fonts and pictures that arrive after the first paint shift nothing."""
    late: list[Route] = []
    painted = False
    page.set_viewport_size({"width": width, "height": 900})
    page.route("**/*.{woff2,svg}", lambda route: route.fallback() if painted else late.append(route))
    page.add_init_script(
        "window.moved = []; new PerformanceObserver(list => moved.push(...list.getEntries().map(e =>"
        " `${e.value.toFixed(4)} ${e.sources.map(s => s.node?.className || s.node?.nodeName)}`)))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(public.url + url, wait_until="commit")
    page.evaluate(PAINTED)
    assert late
    painted = True
    for route in late:
        route.continue_()
    page.wait_for_load_state()
    page.evaluate("document.fonts.ready.then(() => 0)")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("moved") == []
