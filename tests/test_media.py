"""Pictures and other files: which reach the site, which cannot stand there, which keep a reader waiting."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from interview_journal.address import Addresses
from interview_journal.consent import Reader
from interview_journal.journal import load_journal
from interview_journal.media import HEAVY, media_of
from interview_journal.mkdocs_plugin.page import Medium
from interview_journal.plan.site import plan_site
from mkdocs.structure.files import Files, InclusionLevel

from tests.conftest import CONFIG, INTERVIEW, TODAY, World
from tests.test_mkdocs_plugin import dead_links, links_of

PAGES = ("", "2026/x", "Talks/y")


@pytest.mark.parametrize(
    ("directories", "path"),
    [
        (True, "2026/x/index.html"),
        (True, "2026/X/Index.html"),
        (True, "2026/x"),
        (True, "2026/x/index.html/a.jpg"),
        (True, "2026/index.html"),
        (True, "themes/index.html"),
        (True, "themes/budget/index.html"),
        (True, "themes/budget"),
        (True, "themes"),
        (True, "talks"),
        (True, "index.html"),
        (True, "404.html"),
        (True, "sitemap.xml"),
        (True, "feed.xml"),
        (False, "2026/x.html"),
        (False, "2026.html"),
        (False, "themes.html"),
        (False, "people/ada.html"),
        (False, "index.html"),
    ],
)
def test_a_file_in_whose_place_a_page_stands_is_no_medium(directories: bool, path: str):
    """One of the two would overwrite the other, or stop the build because a folder is in the way."""
    found = media_of(Path(), [path], PAGES, ["themes"], Addresses(directories))
    assert (found.paths, found.displaced) == (frozenset(), {path})


@pytest.mark.parametrize(
    ("directories", "path"),
    [
        (True, "2026/x/a.jpg"),
        (True, "2026/x.html"),
        (True, "themes/a.jpg"),
        (True, "assets/a.jpg"),
        (True, "a.html"),
        (False, "2026/x"),
        (False, "2026/x/index.html"),
        (False, "2026/y.html"),
    ],
)
def test_any_other_file_keeps_its_place(directories: bool, path: str):
    """A folder of pictures may be called like a page."""
    assert media_of(Path(), [path], PAGES, ["themes"], Addresses(directories)).paths == {path}


def test_a_link_to_a_file_whose_place_is_taken_is_an_error(world: World):
    """Neither the site nor the preview loses its page for it."""
    world.interview("2026/a.md", "consent: quotes\n", "[A](a/index.html) [B](b.pdf)").write(
        "== entries/2026/a/index.html\n== entries/2026/b.pdf\n"
    )
    assert world.problems() == [
        "entries/2026/a.md:7: error: a link leads to a file in whose place on the site a page stands; give the file another name"
    ]
    journal = world.load(Reader.AUTHOR)
    assert plan_site(journal) and journal.texts.shown == {"2026/b.pdf"}


def heavy(world: World, *paths: str, size: int = 6_200_000) -> None:
    """Write pictures of a size, without writing what is in them."""
    for path in paths:
        (world.root / "entries" / path).parent.mkdir(parents=True, exist_ok=True)
        with (world.root / "entries" / path).open("wb") as file:
            file.truncate(size)


WAITING = "note: this picture weighs 6.2 MB, which keeps a reader with a phone waiting; make it smaller; 1600 pixels across are enough, and below 1 MB"


def test_a_picture_that_keeps_a_reader_waiting_is_told_once_where_it_is_first_shown(world: World):
    """Whoever reads on a phone waits for each megabyte; what is fetched only on demand, and what is no picture, is left alone."""
    heavy(world, "2026/r.jpg", "2026/s.JPG", "2026/t.jpg", "2026/film.mp4", "2026/u.jpg")
    heavy(world, "2026/fine.jpg", size=HEAVY)
    text = (
        "One.\n![R](r.jpg) ![F](fine.jpg)\n\n<img src=r.jpg srcset='s.JPG 2x' alt=R> [T](t.jpg) ![N](no.jpg)\n<video src=film.mp4></video>"
    )
    world.interview("2026/a.md", "consent: quotes\nimage: u.jpg\nimage_alt: U\n", text).interview(
        "2026/b.md", "consent: quotes\n", "![R](r.jpg)"
    )
    assert [problem.removeprefix("entries/2026/") for problem in world.problems() if "weighs" in problem] == [
        f"a.md:6: {WAITING}",
        f"a.md:10: {WAITING}",
        f"a.md:12: {WAITING}",
    ]


def test_a_picture_that_no_reader_sees_may_weigh_anything(world: World):
    """Advice on a draft would only get in the way."""
    heavy(world, "2026/r.jpg")
    world.interview("2026/a.md", "", "![R](r.jpg)").interview("2026/b.md", "consent: quotes\n", "> [!private] Off\n> ![R](r.jpg)")
    assert world.problems() == []


def test_a_picture_that_vanishes_weighs_nothing(tmp_path: Path):
    """Somebody may move it while it is looked at."""
    assert media_of(tmp_path, ["a.jpg"], (), (), Addresses()).heavy("a.jpg") == ""


EVERYWHERE = f"""\
== mkdocs.yml
{CONFIG}
== entries/index.md
![Home](images/home.jpg)
== entries/2026/a.md
---
{INTERVIEW}consent: quotes
image: ../images/front.jpg
image_alt: Front
themes: pay
---
[The list](files/list%20one.pdf) and [B](b.md#why).

> [!insight] Mine
> ![Passage](../images/passage.jpg) [B](b.md)
>
> #pay

<picture><source srcset="../images/wide.jpg 2x"><img src="../images/narrow.jpg" srcset="../images/wide.jpg 2x" alt="Room"></picture>

<video src="../images/film.mp4" poster="../images/poster.jpg"><source src="../images/film.webm"></video>

<object data="../images/plan.svg">Plan</object>

> [!private] Off
> ![Secret](../images/secret.jpg)
== entries/2026/b.md
---
{INTERVIEW}consent: paraphrase
---
### Why?

Because.

> ![Quoted](../images/quoted.jpg)
== entries/2026/draft.md
---
{INTERVIEW}---
![Draft](../images/draft.jpg)
== vocabulary/themes.yml
scheme: theme
concepts:
- {{id: pay, label: Pay, intro: "![Intro](images/intro.jpg) [A](2026/a.md)"}}
"""
SHOWN = {"home", "front", "passage", "wide", "narrow", "film", "poster", "plan", "list one", "intro"}


@pytest.mark.parametrize("directories", ["true", "false"])
def test_media_reach_the_site_from_wherever_a_page_shows_them_and_no_others(world: World, directories: str):
    """Pictures of home page, front matter, passages, intros and HTML lead somewhere on each page, under a sub-path too."""
    world.write(EVERYWHERE)
    with (world.root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"use_directory_urls: {directories}\n")
    for name in (*SHOWN, "secret", "quoted", "draft", "unused"):
        suffix = {"film": ".mp4", "plan": ".svg", "list one": ".pdf"}.get(name, ".jpg")
        heavy(world, f"{'2026/files' if name == 'list one' else 'images'}/{name}{suffix}", size=1)
    heavy(world, "images/film.webm", size=1)
    result = world.build("--strict")
    assert result.returncode == 0, result.stderr
    site = world.root / "site"
    found = {path.stem for folder in (site / "images", site / "2026" / "files") for path in folder.iterdir()}
    assert found == SHOWN
    assert dead_links(site, "/sub/") == []
    theme = site / ("themes/pay/index.html" if directories == "true" else "themes/pay.html")
    up = "../../" if directories == "true" else "../"
    assert {f"{up}images/passage.jpg", f"{up}images/intro.jpg"} <= set(links_of(theme).links)
    page = (site / ("2026/a/index.html" if directories == "true" else "2026/a.html")).read_text("utf-8")
    assert (
        f'srcset="{up}images/wide.jpg 2x"' in page and f'poster="{up}images/poster.jpg"' in page and f'data="{up}images/plan.svg"' in page
    )


def test_addresses_without_folders_are_heeded_by_what_is_displaced(world: World):
    """Whether a file is in the way depends on where pages stand."""
    world.interview("2026/a.md", "consent: quotes\n", "[A](a.html)").write("== entries/2026/a.html\n")
    assert world.problems() == []
    journal = load_journal(replace(world.settings(), directories=False), Reader.PUBLIC, TODAY)
    assert [problem.line for problem in journal.failing] == [7]


@pytest.mark.parametrize("name", ["notes.mkd", "notes.mkdn", "notes.markdown"])
def test_a_medium_is_never_taken_for_a_page(tmp_path: Path, name: str):
    """MkDocs takes such names for its own pages, prints them as they stand, and hangs its preview on what is no text."""
    file = Medium(name, str(tmp_path), str(tmp_path / "site"), use_directory_urls=True, inclusion=InclusionLevel.INCLUDED)
    assert not file.is_documentation_page() and file.dest_uri == name
    assert list(Files([file]).documentation_pages()) == []


@pytest.mark.parametrize("folder", [".", "entries/private", "theme"])
def test_a_theme_of_her_own_brings_nothing_of_hers_along(world: World, folder: str):
    """Whatever folder `custom_dir` names, no entry, vocabulary or picture of hers comes to the site as a file of the theme."""
    world.write(f"== mkdocs.yml\n{CONFIG.replace('{name: material}', f'{{name: material, custom_dir: {folder}}}')}")
    world.interview("2026/a.md", "consent: quotes\n", "![Room](room.jpg)")
    world.write("== vocabulary/people.yml\nscheme: person\nconcepts: []\n== entries/private/x.jpg\nx\n== entries/2026/room.jpg\nx\n")
    world.write("== style/x.css\nx\n== theme/y.css\nx\n== entries/y.jpg\nx\n")
    with suppress(OSError):
        (world.root / "theme" / "y.jpg").symlink_to(world.root / "entries" / "y.jpg")
        (world.root / "entries" / "private" / "z.css").symlink_to(world.root / "style" / "x.css")
    result = world.build()
    assert result.returncode == 0, result.stderr
    names = {path.relative_to(world.root / "site").as_posix() for path in (world.root / "site").rglob("*")}
    assert "2026/room.jpg" in names
    assert not [name for name in names if name.endswith(("people.yml", "x.jpg", "y.jpg", "z.css")) or "entries/" in name]
    assert (names >= {"style/x.css", "theme/y.css"}) == (folder == ".") and ("y.css" in names) == (folder == "theme")
