"""What every built page holds to, read without a browser: its links lead somewhere, its ids are its own, its looks are in the stylesheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.browser.journals import Served
from tests.conftest import ROOT, run

LEADING = ("href", "src", "poster", "data")
HERE = "http://here"
JOURNALS = ("public", "empty", "sample")


class Read(HTMLParser):
    """The ids, links and inline styles of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.styles: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag says."""
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in LEADING and value is not None:
                self.links.append(value)
            elif name == "srcset":
                self.links += [part.split()[0] for part in (value or "").split(",")]
        if tag == "style" or "style" in dict(attrs):
            self.styles.append(self.get_starttag_text() or tag)
        if dict(attrs).get("http-equiv") == "refresh":
            self.links.append(str(dict(attrs)["content"]).partition("url=")[2])


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The journal that lies in the repository, be it the sample or another one."""
    folder = tmp_path_factory.mktemp("sample") / "site"
    result = run(ROOT, "mkdocs", "build", "--strict", "--site-dir", str(folder))
    assert result.returncode == 0, result.stderr
    return Served(folder, "")


@pytest.fixture
def journal(request: pytest.FixtureRequest) -> Served:
    """One of the journals, by its name."""
    served: Served = request.getfixturevalue(request.param)
    return served


@pytest.fixture
def pages(journal: Served) -> dict[str, Read]:
    """Its pages, read, by their files."""
    return {name: Read(html) for name, html in journal.pages().items()}


@pytest.mark.parametrize("journal", JOURNALS, indirect=True)
def test_every_link_leads_to_a_file_and_an_anchor_that_are_there(journal: Served, pages: dict[str, Read]):
    """No link of the site, nor a picture, font or stylesheet, is broken."""
    files = {path.relative_to(journal.folder).as_posix() for path in journal.folder.rglob("*") if path.is_file()}
    broken = [f"{name}: {link}" for name, read in pages.items() for link in faults(name, read, pages, files)]
    assert not broken, "\n".join(broken)
    assert sum(len(read.links) for read in pages.values()) > 50


@pytest.mark.parametrize("journal", JOURNALS, indirect=True)
def test_no_id_stands_twice_on_a_page(pages: dict[str, Read]):
    """An address with an anchor leads to one place."""
    twice = [f"{name}: {id}" for name, read in pages.items() for id, times in Counter(read.ids).items() if times > 1 or not id]
    assert not twice, "\n".join(twice)


@pytest.mark.parametrize("journal", ["public", "empty"], indirect=True)
def test_how_it_looks_stands_in_the_stylesheets(pages: dict[str, Read]):
    """A strict policy forbids inline styles; an author's own HTML may hold one, and that of these journals holds none."""
    inline = [f"{name}: {style}" for name, read in pages.items() for style in dict.fromkeys(read.styles)]
    assert not inline, "\n".join(inline)


def faults(name: str, read: Read, pages: dict[str, Read], files: set[str]) -> Iterator[str]:
    """The links of a page that lead to a place in the journal which is not there."""
    root = root_of(pages)
    for link in read.links:
        url = urlsplit(urljoin(f"{HERE}{root}{name}", link))
        if f"{url.scheme}://{url.netloc}" != HERE:
            continue
        path = unquote(url.path)
        file = path.removeprefix(root) + ("index.html" if path.endswith("/") else "")
        if (
            not path.startswith(root)
            or file not in files
            or (url.fragment and file in pages and unquote(url.fragment) not in pages[file].ids)
        ):
            yield link


def root_of(pages: dict[str, Read]) -> str:
    """The path of the journal's `site_url`, which only the page for what is not found names in full."""
    return next(link.partition("journal/assets/")[0] for link in pages["404.html"].links if "journal/assets/" in link)
