"""The head of each page, and the sitemap: what search engines and those who share an address are told."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from interview_journal.consent import Reader
from interview_journal.plan.site import frame_of, plan_site

from tests.conftest import CONFIG, World
from tests.test_templates import environment, rendered

HOME = "https://journal.example.org/sub/"
TEXT = """\
== entries/index.md
I ask librarians for half an hour.
== entries/about.md
---
genre: page
title: About
status: published
---
Me.
== entries/2026/director.md
---
date: 2026-03-14
updated: 2026-05-02
library_type: university
role: director
themes: budget
consent: quotes
attribution: named
person: Ada "A." <Byron>
takeaway: A "quoted" takeaway with <b>tags</b> & more.
image: images/reading room.jpg
image_alt: A "reading" room
was: 2026/before.md
---
> [!insight] The key
> Nobody had asked for it.
>
> #governance
== entries/2026/images/reading room.jpg
not really a picture
== entries/2026/month.md
---
date: 2026-06
library_type: law
role: director
consent: quotes
themes: pay
---
Well.
== entries/2026/ahead.md
---
date: 2026-02-01
updated: 2027-01-01
library_type: law
role: director
consent: quotes
themes: staffing
---
Well.
== entries/2026/gone.md
---
date: 2026-02-01
library_type: law
role: director
consent: quotes
withdrawn: yes
---
"""


class Head(HTMLParser):
    """The title, the links and the metas of a page, and the order in which they come."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.order: list[str] = []
        self.told: dict[str, str] = {}
        """What each meta and each canonical link says, by its name."""
        self.title = ""
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what it says."""
        named = dict(attrs)
        self.order.append(tag)
        name = named.get("name") or named.get("property") or (named.get("rel") if tag == "link" else None)
        if name and name not in ("preload", "stylesheet"):
            assert name not in self.told, f"{name} is said twice"
            self.told[name] = named.get("content") or named.get("href") or ""

    def handle_data(self, data: str) -> None:
        """Keep the title."""
        if self.order[-1:] == ["title"]:
            self.title += data.strip()


def heads(site: Path) -> dict[str, Head]:
    """The head of every page, by its address from the site's."""
    files = ((path.relative_to(site).as_posix(), path) for path in sorted(site.rglob("*.html")))
    return {name.removesuffix("index.html"): Head(path.read_text("utf-8")) for name, path in files}


def dates(site: Path) -> dict[str, str]:
    """What the sitemap says: each address, from the site's, with its date."""
    found = re.findall(r"<loc>(.*?)</loc>\s*(?:<lastmod>(.*?)</lastmod>)?\s*</url>", (site / "sitemap.xml").read_text("utf-8"))
    return {address.removeprefix(HOME): date for address, date in found}


def built(world: World, config: str = CONFIG) -> Path:
    """The folder of the built site."""
    result = world.write(f"== mkdocs.yml\n{config}").build("--strict")
    assert result.returncode == 0, result.stderr
    return world.root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site with a page of every kind."""
    return built(World(tmp_path_factory.mktemp("head")).write(TEXT), f"{CONFIG}site_description: Half an hour each.\n")


def test_the_page_of_a_conversation_says_all_that_is_known_of_it(site: Path):
    """Who shares its address shows name, sentence and picture; what the author typed is text."""
    head = heads(site)["2026/director/"]
    title = 'A conversation with Ada "A." <Byron>'
    assert head.title == f"{title} · A journal" and head.order[0:4] == ["html", "head", "meta", "meta"]
    assert {name: value for name, value in head.told.items() if name not in ("alternate", "icon", "viewport")} == {
        "description": 'A "quoted" takeaway with <b>tags</b> & more.',
        "canonical": f"{HOME}2026/director/",
        "og:url": f"{HOME}2026/director/",
        "og:site_name": "A journal",
        "og:title": title,
        "og:description": 'A "quoted" takeaway with <b>tags</b> & more.',
        "og:type": "article",
        "article:published_time": "2026-03-14",
        "article:modified_time": "2026-05-02",
        "og:image": f"{HOME}2026/images/reading%20room.jpg",
        "og:image:alt": 'A "reading" room',
    }
    assert (site / "2026" / "images" / "reading room.jpg").is_file()


def test_other_pages_are_no_articles(site: Path):
    """Lists, concepts and a page such as About have no day on which they were published."""
    for address in ("", "2026/", "themes/", "themes/budget/", "about/"):
        told = heads(site)[address].told
        assert told["og:type"] == "website" and not [name for name in told if name.startswith("article:")], address


def test_home_has_the_journals_name_and_what_the_author_says_of_it(site: Path):
    """Its title does not say the name twice."""
    head = heads(site)[""]
    assert head.title == "A journal" and head.told["og:title"] == "A journal" and head.told["description"] == "Half an hour each."


def test_home_and_the_page_of_a_theme_have_a_sentence_of_their_own_where_nobody_wrote_one(world: World):
    """The counts say more than nothing."""
    world.write(TEXT).write(
        "== vocabulary/themes.yml\nscheme: theme\nkey: themes\none: Theme\nmany: Themes\nconcepts:\n- {id: joy, label: Joy}\n"
    )
    for name in ("director", "month", "ahead"):
        path = world.root / "entries" / "2026" / f"{name}.md"
        path.write_text(
            re.sub(r"themes: .*|#governance", lambda found: "themes: joy" if ":" in found[0] else "#joy", path.read_text("utf-8")), "utf-8"
        )
    found = heads(built(world))
    assert found[""].told["description"].startswith("3 conversations") and found["themes/joy/"].told["description"]


def test_a_canonical_address_is_the_one_that_the_sitemap_names(site: Path):
    """Every page that may be found says where it stands, and no other says anything; a former address names the new one."""
    found = {address: head.told.get("canonical", "").removeprefix(HOME) for address, head in heads(site).items()}
    listed = dates(site)
    assert {address: found.pop(address) for address in listed} == {address: address for address in listed}
    assert found == {"404.html": "", "2026/before/": "2026/director/", "2026/gone/": ""}


def test_addresses_without_directories_are_canonical_too(world: World):
    """With `use_directory_urls: false` the head and the sitemap name files."""
    site = built(world.write(TEXT), f"{CONFIG}use_directory_urls: false\n")
    found = {address: head.told["canonical"].removeprefix(HOME) for address, head in heads(site).items() if "og:url" in head.told}
    assert set(found.values()) == set(dates(site)) and found["2026/director.html"] == "2026/director.html"
    assert [named for address, named in found.items() if named != address] == ["index.html"]


@pytest.mark.parametrize("address", ["404.html", "2026/before/", "2026/gone/"])
def test_a_page_that_nobody_should_find_says_nothing(site: Path, address: str):
    """What is withdrawn, has moved or was never there is not offered to who shares an address."""
    told = heads(site)[address].told
    assert told["robots"] == "noindex" and "description" not in told and not [name for name in told if ":" in name]


def test_without_an_address_of_the_site_none_is_claimed(world: World):
    """Where `site_url` is missing nobody knows where the pages will stand; the rest is said all the same."""
    site = built(world.write(TEXT), CONFIG.replace("site_url: https://journal.example.org/sub/\n", ""))
    for address, head in heads(site).items():
        assert not {"canonical", "og:url", "og:image"} & head.told.keys(), address
    assert heads(site)["2026/director/"].told["og:type"] == "article"


def test_an_author_can_keep_search_engines_out(world: World):
    """`noindex` is said on every page."""
    site = built(world.write(TEXT), CONFIG.replace("[journal]", "[journal: {noindex: true}]"))
    assert {head.told.get("robots") for head in heads(site).values()} == {"noindex"}


def test_a_private_entry_in_the_preview_is_for_nobody_else(world: World):
    """Should a preview ever be read from elsewhere, nothing in the head of such a page invites to keep or to share it."""
    journal = world.write(TEXT).interview("2026/draft.md", "status: draft\ntakeaway: SECRET\n").load(Reader.AUTHOR)
    frame = replace(frame_of(journal), site=HOME)
    for page in plan_site(journal):
        told = Head(rendered(environment(), page, frame)).told
        if page.url in ("2026/draft/", "2026/gone/", "problems/"):
            assert told["robots"] == "noindex" and not {"canonical", "og:title", "og:url"} & told.keys(), page.url
    assert {"2026/draft/", "2026/gone/", "problems/"} <= {page.url for page in plan_site(journal)}


def test_the_sitemap_claims_no_day_that_nobody_knows(site: Path):
    """A day that is not known is not said, in the head either, nor is one that lies ahead; a list is as new as what it shows."""
    listed = dates(site)
    assert {address: listed[address] for address in ("", "2026/", "2026/director/", "themes/", "themes/budget/", "themes/governance/")} == {
        "": "2026-05-02",
        "2026/": "2026-05-02",
        "2026/director/": "2026-05-02",
        "themes/": "2026-05-02",
        "themes/budget/": "2026-05-02",
        "themes/governance/": "2026-05-02",
    }
    assert listed["2026/month/"] == listed["themes/pay/"] == listed["about/"] == ""
    assert not max(listed.values()) > "2026-05-02"
    assert not [name for name in heads(site)["2026/month/"].told if name.startswith("article:")]


def test_what_was_changed_on_a_day_that_lies_ahead_was_not_changed_then(site: Path):
    """`updated: 2027-01-01` says nothing yet; the day of the conversation is known all the same."""
    told = heads(site)["2026/ahead/"].told
    assert dates(site)["2026/ahead/"] == dates(site)["themes/staffing/"] == ""
    assert told["article:published_time"] == "2026-02-01" and "article:modified_time" not in told


def test_a_journal_in_which_no_day_is_known_has_a_sitemap(world: World):
    """An empty journal, and one whose only entry knows its month, are built like others."""
    assert set(dates(built(world))) >= {"", "themes/"}
    world.write("== entries/2026/a.md\n---\ndate: 2026-06\nlibrary_type: law\nrole: director\nconsent: quotes\n---\nWell.\n")
    assert dates(built(world))["2026/a/"] == ""
