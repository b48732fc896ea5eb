"""Take a picture of every kind of page in every state.

    python -m tools.screenshots
    python -m tools.screenshots --readme

The first writes `screenshots/`: the sample journal and the journals that the tests look at, each page on a desktop and a phone, on
light and dark paper, and as it is printed. The second takes the four pictures of the README again. Needs a Chromium of the
system's, and the packages of the extra `dev`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import NAMES, QUIET, previewed
from tests.browser.journals import KINDS, SORTS, built, every_sort, served
from tests.browser.looking import visit
from tests.conftest import ROOT, World, run

SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
PAPERS = ("light", "dark")
SAMPLE = {
    "home": "",
    "entry": "2026/lucja-dabrowska/",
    "picture": "2025/ilinca-badita/",
    "reflection": "2026/the-back-of-the-sheet/",
    "question": "questions/hardest/",
    "questions": "questions/",
    "person": "people/aune-kettunen/",
    "libraries": "libraries/",
    "goal": "goals/branch/",
    "coverage": "coverage/",
    "over-time": "coverage/over-time/",
    "theme": "themes/user-needs/",
    "library-types": "library-types/",
    "archive": "2026/",
}
"""Pages of the sample journal by the names of their pictures."""
README = (("home", "desktop", "light"), ("entry", "desktop", "light"), ("question", "desktop", "light"), ("entry", "phone", "dark"))


def take(browser: Browser, url: str, size: str, paper: str, file: Path, *, whole: bool) -> None:
    """A picture of a page: the whole of it, or what is seen first."""
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="dark" if paper == "dark" else "light")
    visit(page, url)
    page.evaluate("() => document.fonts.ready")
    page.screenshot(path=file, full_page=whole)
    page.close()


def printed(browser: Browser, url: str, file: Path) -> None:
    """A page as it is printed."""
    page = browser.new_page()
    visit(page, url)
    page.pdf(path=file, prefer_css_page_size=True)
    page.close()


@contextmanager
def sample(folder: Path) -> Iterator[str]:
    """The address of the sample journal, built and served."""
    result = run(ROOT, "mkdocs", "build", "--quiet", "--site-dir", str(folder))
    if result.returncode:
        sys.exit(result.stderr)
    with served(folder) as journal:
        yield journal.url


@contextmanager
def journals(folder: Path) -> Iterator[dict[str, str]]:
    """The addresses of the journals that the tests look at, by name."""
    (folder / "begun" / "vocabulary").mkdir()
    with ExitStack() as stack:
        urls = {
            "public": stack.enter_context(served(built(every_sort(folder / "public")))).url,
            "empty": stack.enter_context(served(built(World(folder / "empty")))).url,
            "preview": stack.enter_context(previewed(every_sort(folder / "preview", drafts=True))).url,
            "begun": stack.enter_context(previewed(World(folder / "begun"))).url,
        }
        yield urls


def readme(browser: Browser, folder: Path) -> None:
    """The four pictures of the README."""
    with sample(folder) as url:
        for name, size, paper in README:
            take(browser, url + SAMPLE[name], size, paper, ROOT / "docs" / "images" / f"{name}-{size}-{paper}.png", whole=False)


def everything(browser: Browser, folder: Path) -> None:
    """Every page in every state, below `screenshots/`."""
    out = ROOT / "screenshots"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    for name in ("public", "empty", "preview", "begun"):
        (folder / name).mkdir()
    with sample(folder / "sample") as url, journals(folder) as urls:
        pages = {f"sample-{name}": url + path for name, path in SAMPLE.items()}
        pages |= {f"{kind.journal}-{kind.name.replace(' ', '-')}": urls[kind.journal] + kind.url for kind in (*KINDS, *SORTS)}
        for name, address in pages.items():
            for size in SIZES:
                for paper in PAPERS:
                    take(browser, address, size, paper, out / f"{name}-{size}-{paper}.png", whole=True)
            printed(browser, address, out / f"{name}-print.pdf")
    print(f"{len(pages)} pages are in {out.name}/, each on desktop and phone, light and dark, and printed")


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readme", action="store_true", help="take the four pictures of the README only")
    asked = parser.parse_args()
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        sys.exit("there is no Chromium here: apt-get install chromium, or another package of that name")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", *QUIET])
        (readme if asked.readme else everything)(browser, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
