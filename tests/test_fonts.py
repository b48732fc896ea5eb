"""The typefaces: every file is named, every name has its file, and a late one moves nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from tests.conftest import ROOT
from tools import fonts

CSS = (fonts.ASSETS / "fonts.css").read_text("utf-8")
THERE = {path.name for path in (fonts.ASSETS / "fonts").iterdir()}
FACE = """\
@font-face {
  font-family: 'Brygada 1918 Variable';
  font-style: normal;
  font-display: swap;
  font-weight: 400 700;
  src: url(./files/brygada-1918-%s-wght-normal.woff2) format('woff2-variations');
  unicode-range: U+0000-00FF,U+0131;
}
"""


def test_the_stylesheet_names_the_files_that_are_there_and_no_other():
    """A face without a file would be asked for in vain, and a file without a face would never be read."""
    assert sorted(re.findall(r"url\(fonts/([^)]+)\)", CSS)) == sorted(name for name in THERE if name.endswith(".woff2"))


def test_each_family_has_its_license_beside_it():
    """The Open Font License goes where the font goes."""
    families = {name.partition("-latin")[0] for name in THERE if "-latin-wght-normal" in name}
    assert len(families) == 2
    for family in families:
        assert "SIL OPEN FONT LICENSE" in (fonts.ASSETS / "fonts" / f"{family}-LICENSE.txt").read_text("utf-8")
    assert len(THERE) == CSS.count("@font-face") + len(families)


def test_a_font_that_comes_late_is_not_shown():
    """Text that is being read never changes its face."""
    assert CSS.count("@font-face") == CSS.count("font-display: optional;") > 0


def test_the_three_fonts_of_every_page_are_asked_for_first():
    """The frame of the pages preloads those that all of them need, and each is there."""
    page = (fonts.ASSETS.parent / "page.html").read_text("utf-8")
    asked = re.findall(r"rel=\"preload\" href=\"\{\{ 'journal/assets/fonts/([^']+)' \| at \}\}\"", page)
    assert len(asked) == 3 and set(asked) <= THERE
    assert page.index('rel="preload"') < page.index("super()") < page.index("fonts.css") < page.index("journal.css")


def test_a_face_of_the_package_is_written_with_its_own_characters():
    """Which letters a file holds its package knows; a script we do not ship is left out."""
    (face,) = fonts.faces(FACE % "latin" + FACE % "cyrillic", "brygada-1918")
    assert face["characters"] == "U+0000-00FF,U+0131" and face["family"] == "Brygada 1918"
    assert "url(fonts/brygada-1918-latin-wght-normal.woff2)" in fonts.WRITTEN.format(**face)


def run_without_npm(*options: str) -> subprocess.CompletedProcess[str]:
    """Run the program where no npm is."""
    command, variables = [sys.executable, str(ROOT / "tools" / "fonts.py"), *options], {**os.environ, "PATH": ""}
    return subprocess.run(command, env=variables, capture_output=True, text=True, encoding="utf-8", check=False)


def test_without_npm_the_program_says_what_to_install_and_changes_nothing():
    """Who has no npm reads a sentence."""
    before = {path: path.stat().st_mtime_ns for path in (fonts.ASSETS / "fonts").iterdir()}
    done = run_without_npm()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "There is no npm here. It comes with Node.js; install that and run this again. Nothing was changed.\n"
    assert {path: path.stat().st_mtime_ns for path in (fonts.ASSETS / "fonts").iterdir()} == before


def test_help_has_an_example():
    """Who asks reads how it is used."""
    done = run_without_npm("--help")
    assert done.returncode == 0 and "    python tools/fonts.py\n" in done.stdout
