"""The policy in a browser: what belongs to the page works under it, and what was copied into a text does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.journals import Served, built, served
from tests.browser.looking import Heard
from tests.conftest import World

if TYPE_CHECKING:
    from playwright.sync_api import Page

RAW = """\
<script>document.title = "hers"</script>

<p style="color: rgb(255, 0, 0)" onclick="document.title = 'hers'">Click here.</p>
"""
TABLE = """\
| what | how many |
|---|--:|
| chairs | 11 |
"""


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A conversation with raw HTML in its text, and one with a table."""
    world = World(tmp_path_factory.mktemp("policy")).interview("2026/raw.md", body=RAW).interview("2026/plain.md", body=TABLE)
    with served(built(world)) as site:
        yield site


def test_nothing_that_was_copied_into_a_text_runs(page: Page, journal: Served):
    """Neither a script nor an attribute that is one, and a style has no effect; the browser says of each that the policy refuses it."""
    heard = Heard(page)
    page.goto(f"{journal.url}2026/raw/")
    text = page.get_by_text("Click here.")
    text.click()
    assert page.title().endswith(" · A journal")
    assert text.evaluate("e => getComputedStyle(e).color") != "rgb(255, 0, 0)"
    assert len(heard.lines) == 3 and all("violates the following Content Security Policy directive" in line for line in heard.lines)


def test_what_belongs_to_the_page_works(page: Page, journal: Served):
    """The paper changes and is kept, the citation is copied and a screen reader told so, columns are aligned, and nothing is refused."""
    heard = Heard(page)
    page.context.grant_permissions(["clipboard-read"])
    page.goto(f"{journal.url}2026/plain/")
    for scheme in ("day", "night"):
        page.locator(".paper label:visible").click()
        assert page.locator("body").get_attribute("data-md-color-scheme") == scheme
    assert page.locator("td").last.evaluate("e => getComputedStyle(e).textAlign") == "right"
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("status").get_by_text("Copied to clipboard").wait_for()
    assert "A journal" in page.evaluate("navigator.clipboard.readText()")
    page.reload()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "night"
    assert heard.lines == []
