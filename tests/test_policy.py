"""The policy of a page: what a browser may load and run on it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from interview_journal.mkdocs_plugin.policy import MARK, SHEET, SHEET_END, with_policy

from tests.conftest import CONFIG, World
from tests.test_mkdocs_plugin import PUBLIC
from tests.test_preview import PATIENCE, Preview

POLICY = "Content-Security-Policy"
SCRIPT = "window.hers = true"
TEXT = f"""\
<script>{SCRIPT}</script>

| what | how many |
|---|--:|
| chairs | 11 |

<p style="color: red">Red.</p>
"""


class Page(HTMLParser):
    """What of a page a policy is about."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: list[dict[str, str | None]] = []
        self.scripts: list[str] = []
        """The text of those that a browser would run, in order."""
        self.styles: list[str] = []
        self.open = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag says."""
        named = dict(attrs)
        self.styles += [named["style"] or ""] if "style" in named else []
        if tag == "meta":
            self.metas.append(named)
        self.open = tag == "script" and "src" not in named and "type" not in named

    def handle_data(self, data: str) -> None:
        """Keep the text of a script."""
        if self.open:
            self.scripts.append(data)
            self.open = False

    @property
    def policy(self) -> dict[str, list[str]]:
        """The sources of each rule."""
        (content,) = [meta["content"] or "" for meta in self.metas if meta.get("http-equiv") == POLICY]
        return {name: sources for name, *sources in map(str.split, content.split(";"))}

    @property
    def runs(self) -> list[bool]:
        """Of each script whether the policy lets it run."""
        hashes = (f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in self.scripts)
        return [name in self.policy["script-src"] for name in hashes]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site with a stylesheet and a script of the author's in it."""
    world = World(tmp_path_factory.mktemp("policy")).write(PUBLIC).interview("2026/raw.md", body=TEXT)
    world.write(f"== mkdocs.yml\n{CONFIG.replace('{name: material}', '{name: material, custom_dir: look}')}extra_javascript: [her.js]\n")
    world.write("== look/her.js\nwindow.hers = true\n")
    result = world.build("--strict")
    assert result.returncode == 0, result.stderr
    return world.root / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """Every page by its file."""
    return {path.relative_to(site).as_posix(): Page(path.read_text("utf-8")) for path in site.rglob("*.html")}


def test_every_page_has_a_policy_before_all_that_it_is_about(pages: dict[str, Page]):
    """It is the second thing a page says; the first is how its letters are written."""
    assert len(pages) > 10 and "404.html" in pages
    for name, page in pages.items():
        assert [*page.metas[0]] == ["charset"] and page.metas[1].get("http-equiv") == POLICY, name


def test_every_script_of_the_theme_runs_and_none_of_the_authors_text(pages: dict[str, Page]):
    """Each of the theme's is known by its hash, and one that was copied into a text is not."""
    for name, page in pages.items():
        assert len(page.scripts) >= 3, name
        assert [script for script, runs in zip(page.scripts, page.runs, strict=True) if not runs] == (
            [SCRIPT] if name == "2026/raw/index.html" else []
        ), name


def test_a_policy_names_no_other_host_and_lets_nothing_in_unseen(pages: dict[str, Page]):
    """What is not named is refused, and no word of it opens a door."""
    for page in pages.values():
        assert page.policy["default-src"] == page.policy["base-uri"] == page.policy["form-action"] == ["'none'"]
        named = {source for sources in page.policy.values() for source in sources}
        assert {source for source in named if not source.startswith("'sha256-")} == {"'none'", "'self'", "data:"}


def test_a_script_file_of_the_authors_is_the_sites_own(pages: dict[str, Page], site: Path):
    """What `extra_javascript` names lies in the site, and runs."""
    assert '<script src="../../her.js"></script>' in (site / "2026" / "raw" / "index.html").read_text("utf-8")
    assert "'self'" in pages["2026/raw/index.html"].policy["script-src"] and (site / "her.js").is_file()


def test_no_page_needs_a_style_that_the_policy_refuses(pages: dict[str, Page]):
    """Columns are aligned without one; only what the author wrote by hand is left."""
    assert {name: page.styles for name, page in pages.items() if page.styles} == {"2026/raw/index.html": ["color: red"]}


def parts(sheet: str, end: str = SHEET_END) -> str:
    """A page with this text in its sheet."""
    return f"{MARK}<script>one</script>{SHEET}>{sheet}</div>{end}<script>two</script><script src='three'></script>"


def allowed(html: str) -> Iterator[str]:
    """The scripts, of one word each, that a page's policy lets run."""
    policy = with_policy(html).partition("<script")[0]
    return (word for word in re.findall(r"\w+", html) if b64encode(sha256(word.encode()).digest()).decode() in policy)


def test_no_text_can_end_the_sheet_early():
    """The last mark counts, so that a script between an author's own and ours does not run."""
    assert list(allowed(parts(f"{SHEET_END}<script>hers</script>{SHEET}"))) == ["one", "two"]


def test_where_the_sheet_does_not_end_nothing_below_it_runs():
    """A template of the author's own without the mark costs a script of the theme's, and opens nothing."""
    assert list(allowed(parts("<script>hers</script>", ""))) == ["one"]


def test_where_no_sheet_begins_nothing_runs():
    """Another plugin that writes the page anew, as one that saves bytes does, costs the scripts of the theme, and opens nothing."""
    assert list(allowed(parts("<script>hers</script>").replace(SHEET, "<div class=sheet"))) == []


def test_a_preview_has_no_policy(world: World):
    """MkDocs adds a script of its own to each page that it sends, which loads the page again when a file is saved."""
    preview = Preview(world.interview("2026/a.md", body="Well."))
    try:
        assert preview.shows("2026/a/", "Well.")
        assert POLICY not in preview.page("2026/a/") and MARK not in preview.page("2026/a/")
    finally:
        preview.process.terminate()
        preview.process.wait(PATIENCE)
