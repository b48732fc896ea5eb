"""One Chromium a worker, and the journals that it looks at; without a browser each test here is skipped, with what to install."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.browser.journals import MASS, Address, Served, built, every_sort, large, served
from tests.conftest import World
from tests.test_preview import PATIENCE, Preview

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")


def lacking(what: str) -> NoReturn:
    """Skip the test, and say what to install; fail it where the machine has to have that (`.ci/run`)."""
    if os.environ.get("JOURNAL_NEEDS_BROWSER"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of the system's; Playwright's own, which it would download, is not wanted."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        lacking("there is no Chromium here: apt-get install chromium, or another package of that name")
    try:
        from playwright.sync_api import expect, sync_playwright
    except ImportError:
        lacking("there is no Playwright here: python -m pip install --constraint constraints.txt --editable '.[dev]'")
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu", *QUIET])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of 1280 px in a browser that knows nothing yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The journal of every sort, as readers have it."""
    with served(built(every_sort(tmp_path_factory.mktemp("public")))) as journal:
        yield journal


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A journal in which nothing is written yet."""
    with served(built(World(tmp_path_factory.mktemp("empty")))) as journal:
        yield journal


@pytest.fixture(scope="session")
def mass(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A journal of many conversations on one theme."""
    with served(built(large(tmp_path_factory.mktemp("mass"), MASS))) as journal:
        yield journal


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The journal of every sort as its author sees it, with drafts and mistakes."""
    with previewed(every_sort(tmp_path_factory.mktemp("preview"), drafts=True)) as journal:
        yield journal


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A journal in which nothing is written yet, as its author sees it."""
    world = World(tmp_path_factory.mktemp("begun"))
    (world.root / "vocabulary").mkdir()  # else the folder of the log is watched for it, and each line of the log is a change
    with previewed(world) as journal:
        yield journal


@contextmanager
def previewed(world: World) -> Iterator[Served]:
    """Serve a journal as its author sees it."""
    running = Preview(world)
    assert running.shows("", "<h1")
    yield Served(world.root, f"http://127.0.0.1:{running.port}/sub/")
    running.process.terminate()
    running.process.wait(PATIENCE)


@pytest.fixture
def address(request: pytest.FixtureRequest) -> Address:
    """Where a kind of page stands; its journal is built only now."""
    return lambda kind: f"{request.getfixturevalue(kind.journal).url}{kind.url}"
