"""On paper: an entry as somebody would file it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.journals import Served, kind
from tests.browser.looking import WIDE

if TYPE_CHECKING:
    from playwright.sync_api import Page


SHEET = 612
"""The width of what is printed on A4, in pixels: 162 mm."""
FEWEST = 12
"""More words than this stand on a sheet that is not empty but for its foot."""


@pytest.fixture
def pdftotext() -> str:
    """The program that reads a PDF."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("there is no pdftotext here to read what was printed: apt-get install poppler-utils")
    return program


def printed(page: Page, url: str, program: str, folder: Path) -> list[str]:
    """The text of each sheet, printed in a dark room; the spaces of its layout are kept."""
    page.emulate_media(color_scheme="dark")
    page.goto(url)
    page.pdf(path=folder / "printed.pdf", prefer_css_page_size=True)
    command = [program, "-layout", "-enc", "UTF-8", str(folder / "printed.pdf"), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8").removesuffix("\f").split("\f")


def test_an_entry_is_printed_whole_and_nothing_else(page: Page, public: Served, pdftotext: str, tmp_path: Path):
    """Title, facts, text, the themes under each passage, the filed card and the citation; no navigation, stripe, questions, reply or related."""
    sheets = printed(page, f"{public.url}2026/fourteen-kinds/", pdftotext, tmp_path)
    text = re.sub(r"\s+", " ", " ".join(sheets))
    for kept in ("Njoki Ngũgĩ", "Every kind of passage once", "75 minutes", "The bucket", "It was blue.", "Not in print", "As it is filed"):
        assert kept in text, kept
    for gone in (
        "Skip to the text",
        "Conversations",
        "Auto",
        "¶",
        "What I asked",
        "The themes as they came up",
        "Related",
        "this is the newest",
        "Copy",
        "kept by nobody",
    ):
        assert gone not in text, gone
    passage = text[text.index("Ask for the key to the loft") : text.index("Carrying forty books")]
    assert "Roofs and gutters" in passage and "Buildings and spaces" in passage


def test_every_sheet_says_what_it_is_of(page: Page, public: Served, pdftotext: str, tmp_path: Path):
    """Each has the journal's name and address, and its own number, at its foot; one sentence takes one sheet, ten thousand words about twenty."""
    for url, fewest, most in (("2026/one-sentence/", 1, 1), ("2026/fourteen-kinds/", 3, 6), ("2026/ten-thousand-words/", 14, 28)):
        sheets = printed(page, public.url + url, pdftotext, tmp_path)
        assert fewest <= len(sheets) <= most, url
        for number, sheet in enumerate(sheets, 1):
            foot = " ".join(sheet.split()[-20:])
            assert f"{number}/{len(sheets)}" in foot.replace(" ", "") and "Every sort" in foot and "every-sort.example.org/sub" in foot, (
                foot
            )


@pytest.mark.parametrize(
    ("name", "most", "kept"),
    [
        (
            "question",
            4,
            [
                "What is the hardest part?",
                "Six headings, and a short answer.",
                "شيء",
                "Roofs and gutters",
                "Solo librarian",
                "Never asked of",
            ],
        ),
        ("coverage", 2, ["Public library", "a learning goal asks for it", "Whom to ask next", "Mobile library"]),
        ("over time", 1, ["8 months without any", "Weather and buildings", "A bar is as tall as its number"]),
    ],
)
def test_what_is_no_entry_is_printed_whole_too(
    page: Page, public: Served, pdftotext: str, tmp_path: Path, name: str, most: int, kept: list[str]
):
    """Answers and tables stand on the sheet from edge to edge, what is folded is open, and no way on is printed."""
    found = printed(page, public.url + kind(name).url, pdftotext, tmp_path)
    text = re.sub(r"\s+", " ", " ".join(found))
    assert len(found) <= most and all(len(sheet.split()) > FEWEST for sheet in found)
    assert [words for words in kept if words not in text] == []
    assert [words for words in ("Skip to the text", "Auto", "Side by side", "by year", "kept by nobody") if words in text] == []
    page.set_viewport_size({"width": SHEET, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate(WIDE) == [] and not page.locator(".footnote-backref").filter(visible=True).all()


def test_an_answer_is_not_torn(page: Page, public: Served):
    """A short answer stands on one sheet, and its name with it."""
    page.emulate_media(media="print")
    page.goto(public.url + kind("question").url)
    of = "([what, way]) => getComputedStyle(document.querySelector(what))[way]"
    assert page.evaluate(of, [".answer", "breakInside"]) == "avoid"
    assert page.evaluate(of, [".answer__head", "breakAfter"]) == "avoid"


def test_paper_is_white(page: Page, public: Served):
    """Whatever the screen shows: black on white, and the reds of light paper."""
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(f"{public.url}2026/fourteen-kinds/")
    of = "([what, way]) => getComputedStyle(document.querySelector(what))[way]"
    assert page.evaluate(of, ["body", "backgroundColor"]) in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert page.evaluate(of, ["body", "color"]) == "rgb(0, 0, 0)"
    assert page.evaluate(of, [".shoulder .red a", "color"]) == "rgb(166, 28, 34)"
