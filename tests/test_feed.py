"""The feed: what it says, what it keeps, and that readers of Atom understand it (RFC 4287)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import feedparser
import pytest
from interview_journal.consent import Reader
from interview_journal.journal import Journal, load_journal
from interview_journal.mkdocs_plugin.filters import xml
from interview_journal.plan.feed import FeedEntry, FeedView
from interview_journal.plan.site import frame_of
from lxml import etree

from tests.conftest import CONFIG, TODAY, World
from tests.planned import pages, view
from tests.test_templates import environment

ATOM = "{http://www.w3.org/2005/Atom}"
GRAMMAR = etree.RelaxNG(etree.parse(str(Path(__file__).parent / "schema" / "atom.rng")))
SITE = "https://journal.example.org/sub/"
TEXT = """\
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
was: [2024/first.md, 2025/second.md]
---
Prose with a note,[^1] a [way](card.md), a [passage](#the-key) and ![a room](images/reading%20room.jpg).

<p onclick="alert(1)" style="color: red">Raw <script>alert(1)</script> words.</p>

### What is the hardest part?
#workload

Saying no ]]> to `<b>`.

> [!quote] Two floors up
> I learn my budget the day the campus does.

> [!insight] The key
> Nobody had asked for it.

[^1]: The note.
== entries/2026/images/reading room.jpg
not really a picture
== entries/2026/card.md
---
date: 2026-02
library_type: law
role: reference
consent: summary
takeaway: Only the card.
language: fa
---
SECRET text.
== entries/2026/essay.md
---
genre: reflection
date: 2026-04-01
title: Een gedachte
language: nl
status: published
---
Woorden.

> [!moved] Het luik
> Het bleef.

![[2026/director#two-floors-up]]
== entries/2026/gone.md
---
date: 2026-02-01
library_type: law
role: director
consent: quotes
withdrawn: yes
---
SECRET text.
"""


def journal_of(world: World, reader: Reader = Reader.PUBLIC, day: date = TODAY, **told: object) -> Journal:
    """The journal of a site that has an address."""
    settings = replace(world.settings(), **{"url": SITE, "author": "Mara Voss", **told})  # type: ignore[arg-type]
    return load_journal(settings, reader, day)


def planned(journal: Journal) -> FeedView:
    """The feed as it is planned."""
    return view(journal, "feed.xml", FeedView)


def written(journal: Journal) -> str:
    """The feed as it is written."""
    config = {"theme": {"language": "en"}}
    return xml(environment().get_template("feed.xml").render(view=planned(journal), config=config, base_url="."))


def entries(world: World, **told: object) -> dict[str, FeedEntry]:
    """The entries of the feed by the end of their addresses."""
    return {entry.url.removeprefix(SITE): entry for entry in planned(journal_of(world, **told)).entries}  # type: ignore[arg-type]


def content(world: World) -> str:
    """The text of the only entry, as a reader of feeds gets it."""
    found = etree.fromstring(written(journal_of(world)).encode()).findall(f"{ATOM}entry/{ATOM}content")
    assert len(found) == 1
    return str(found[0].text)


def check(feed: bytes) -> etree._Element:
    """The feed, once it has kept every rule of the format and a reader of feeds has read it without complaint."""
    root = etree.fromstring(feed)
    assert GRAMMAR.validate(root), GRAMMAR.error_log
    assert root.find(f"{ATOM}author") is not None
    for entry in root.findall(f"{ATOM}entry"):
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]
    ids = [found.text for found in root.iter(f"{ATOM}id")]
    assert len(ids) == len({*ids})
    read = feedparser.parse(feed)
    assert (read.bozo, read.version, len(read.entries)) == (False, "atom10", len(ids) - 1)
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site."""
    world = World(tmp_path_factory.mktemp("feed")).write(TEXT)
    result = world.build("--strict")
    assert result.returncode == 0 and "WARNING" not in result.stderr, result.stderr
    return world.root / "site"


def test_the_feed_of_a_site_is_atom(site: Path):
    """It keeps the grammar of RFC 4287 and the two rules that no grammar can tell, and feedparser reads it."""
    root = check((site / "feed.xml").read_bytes())
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == f"{SITE}feed.xml"
    assert root.find(f"{ATOM}link[@rel='alternate']").get("href") == root.findtext(f"{ATOM}id") == SITE
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert (root.findtext(f"{ATOM}title"), root.findtext(f"{ATOM}author/{ATOM}name")) == ("A journal", "A journal")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("T00:00:00Z</updated>", "</updated>"),
        ('<category term="budget"', "<category"),
        ("<author>", "<icon/><icon/><author>"),
        ("</feed>", "<p/></feed>"),
    ],
)
def test_the_grammar_refuses_what_is_no_atom(site: Path, right: str, wrong: str):
    """A grammar that lets everything through would prove nothing."""
    feed = (site / "feed.xml").read_text("utf-8")
    assert right in feed and not GRAMMAR.validate(etree.fromstring(feed.replace(right, wrong, 1).encode()))


def test_a_reader_of_feeds_gets_each_entry(site: Path):
    """Title, day, takeaway and headings arrive as they were written; pages such as About are no news."""
    read = feedparser.parse((site / "feed.xml").read_bytes()).entries
    assert [entry.link.removeprefix(SITE) for entry in read] == ["2026/essay/", "2026/director/", "2026/card/"]
    director = read[1]
    assert director.title == 'A conversation with Ada "A." <Byron>'
    assert director.summary == 'A "quoted" takeaway with <b>tags</b> & more.'
    assert (director.published, director.updated) == ("2026-03-14T00:00:00Z", "2026-05-02T00:00:00Z")
    assert {(tag.scheme.removeprefix(SITE), tag.term) for tag in director.tags} == {
        ("library-types/", "university"),
        ("roles/", "director"),
        ("themes/", "budget"),
        ("themes/", "workload"),
    }
    assert [tag.label for tag in director.tags if tag.term == "budget"] == ["Budget and funding"]


def test_every_page_leads_to_the_feed(site: Path):
    """A reader of feeds finds it from any page, and so does somebody who looks at the foot of one."""
    pages = [*site.rglob("*.html")]
    for path in pages:
        up = "/sub/" if path.name == "404.html" else "../" * (len(path.relative_to(site).parts) - 1) or "./"
        page = path.read_text("utf-8")
        assert f'<link rel="alternate" type="application/atom+xml" title="A journal" href="{up}feed.xml">' in page, path
        assert f'<a href="{up}feed.xml">Atom</a>' in page, path
    assert len(pages) > 10 and "feed.xml" not in (site / "sitemap.xml").read_text("utf-8")


def test_the_same_journal_makes_the_same_bytes(site: Path, world: World):
    """Whoever compares two builds finds no other feed, and whoever reads it nothing new."""
    assert world.write(TEXT).build().returncode == 0
    assert (world.root / "site" / "feed.xml").read_bytes() == (site / "feed.xml").read_bytes()


def test_without_an_address_of_the_site_there_is_no_feed(world: World):
    """Nobody could find anything in it; no page leads to it then."""
    assert world.write(f"{TEXT}== mkdocs.yml\n{CONFIG.replace(f'site_url: {SITE}', '')}").build("--strict").returncode == 0
    site = world.root / "site"
    assert not (site / "feed.xml").exists()
    assert [path for path in site.rglob("*.html") if "feed.xml" in path.read_text("utf-8")] == []


def test_the_preview_has_no_feed(world: World):
    """What only the author sees is no news, and nothing leads to what is not there."""
    journal = journal_of(world.write(TEXT), Reader.AUTHOR)
    assert "feed.xml" not in pages(journal) and "Atom" not in [link.label for link in frame_of(journal).footer]
    assert "Atom" in [link.label for link in frame_of(journal_of(world)).footer]


def test_an_address_in_a_text_is_whole(site: Path):
    """A reader of feeds does not know where the text once stood; ids stay on the page, where a link to a note leads."""
    texts = [str(found.text) for found in etree.parse(str(site / "feed.xml")).iter(f"{ATOM}content")]
    leads = [lead for text in texts for lead in re.findall(r'(?:href|src)="([^"]*)"', text)]
    assert [lead for lead in leads if not lead.startswith(SITE)] == []
    for wanted in ("2026/card/", "2026/director/#the-key", "2026/images/reading%20room.jpg"):
        assert SITE + wanted in leads
    page = (site / "2026" / "director" / "index.html").read_text("utf-8")
    notes = [unquote(lead.partition("#")[2]) for lead in leads if "fn" in lead]
    assert len(notes) == 2 and all(f'id="{note}"' in page for note in notes)
    assert not re.search(r"\sid=|\x1d|\x1e|\x1f", "".join(texts))


def test_what_looks_like_a_tag_in_a_text_stays_text(site: Path):
    """The text is escaped twice: as HTML, and in the feed once more."""
    text = "".join(str(found.text) for found in etree.parse(str(site / "feed.xml")).iter(f"{ATOM}content"))
    assert "Saying no ]]&gt; to <code>&lt;b&gt;</code>." in text


def test_a_feed_says_who_speaks(world: World):
    """No stylesheet is there: a passage names its kind and its headline, and a quotation ends with its speaker."""
    body = "### Why?\n\nBecause.\n\n> [!quote] Up\n> Down.\n\n> [!quote]\n> Bare.\n\n> [!insight] Mine\n> I saw."
    text = re.sub(r"\s*\n\s*", "", content(world.interview("2026/a.md", "consent: quotes\nattribution: named\nperson: Ada Byron\n", body)))
    assert "<h2>Why?</h2><div><p>Because.</p></div>" in text
    assert "<h3>Quote: Up</h3><blockquote><p>Down.</p></blockquote><p>— Ada Byron</p>" in text
    assert "<h3>Quote</h3><blockquote><p>Bare.</p></blockquote><p>— Ada Byron</p>" in text
    assert text.endswith("<h3>Insight: Mine</h3><div><p>I saw.</p></div>")


def test_a_passage_of_another_entry_leads_to_who_said_it(world: World):
    """An essay does not speak for others."""
    essay = entries(world.write(TEXT))["2026/essay/"].parts[-1]
    assert essay.quoted and essay.speaker and essay.kind == "Quote"
    assert essay.speaker.label == 'Ada "A." <Byron>' and essay.speaker.url == f"{SITE}2026/director/#two-floors-up"
    assert essay.where.endswith("14 March 2026") and essay.language is None


def test_words_in_another_language_say_so(world: World):
    """Title, takeaway and text each; a title of the journal's making is in its own, and some scripts run from the right."""
    root = check(written(journal_of(world.write(TEXT))).encode())
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    essay, director, card = root.findall(f"{ATOM}entry")
    assert (essay.find(f"{ATOM}title").get(lang), director.find(f"{ATOM}title").get(lang)) == ("nl", None)
    assert (card.find(f"{ATOM}title").get(lang), card.find(f"{ATOM}summary").get(lang)) == (None, "fa")
    text = essay.findtext(f"{ATOM}content")
    assert '<div lang="nl"><p>Woorden.</p>' in text and '<h3>Moved me: <span lang="nl">Het luik</span></h3>' in text
    assert '<div lang="fa" dir="rtl"><p>x</p></div>' in re.sub(
        r"\n", "", content(World(world.root / "other").interview("a.md", "consent: quotes\nlanguage: fa\n", "x"))
    )


@pytest.mark.parametrize(
    "keys",
    [
        "consent: none\n",
        "consent: quotes\nstatus: draft\n",
        "consent: quotes\nreview: sent\n",
        "consent: quotes\nembargo: 2026-11-25\n",
        "consent: quotes\nwithdrawn: yes\n",
    ],
)
def test_what_no_reader_sees_is_not_in_the_feed(world: World, keys: str):
    """A private entry, one under embargo and one that was taken back leave nothing; the same entry without these keys is there."""
    keys = f"{keys}takeaway: SECRET takeaway\ntitle: SECRET title\n"
    assert "SECRET" not in written(journal_of(world.interview("2026/hushed.md", keys, "SECRET text")))
    assert "hushed" not in written(journal_of(world))
    world.interview("2026/hushed.md", "consent: quotes\ntakeaway: SECRET takeaway\ntitle: SECRET title\n", "SECRET text")
    assert written(journal_of(world)).count("SECRET") == 3


def test_an_embargo_ends_in_the_feed_too(world: World):
    """It is there from the first build of that day on."""
    world.interview("2026/a.md", "consent: quotes\nembargo: 2026-11-25\n", "Words.")
    assert not planned(journal_of(world)).entries
    assert planned(journal_of(world, day=date(2026, 11, 25))).entries


@pytest.mark.parametrize(
    ("consent", "kept"), [("summary", []), ("paraphrase", ["RETOLD", "SEEN"]), ("quotes", ["RETOLD", "SAID", "SEEN", "QUOTED"])]
)
def test_consent_holds_in_the_feed(world: World, consent: str, kept: list[str]):
    """With a summary there is no text, retold no quotation, and never what is private."""
    body = "RETOLD\n\n> [!quote] SAID\n> SAID\n\n> [!insight]\n> SEEN\n\n> QUOTED\n\n> [!private]\n> NEVER"
    feed = written(journal_of(world.interview("2026/a.md", f"consent: {consent}\ntakeaway: In short.\n", body)))
    assert [*dict.fromkeys(re.findall("RETOLD|SAID|SEEN|QUOTED|NEVER", feed))] == kept
    assert ("<content" in feed) is bool(kept) and "<summary>In short.</summary>" in feed
    check(feed.encode())


@pytest.mark.parametrize("key", ["takeaway", "themes", "title", "library_type", "image"])
def test_what_is_hidden_is_hidden_in_the_feed(world: World, key: str):
    """`hide` holds for the feed as for every page."""
    keys = {
        "takeaway": "WORD in short",
        "title": "WORD of mine",
        "themes": "budget",
        "library_type": "university",
        "image": "WORD.jpg\nimage_alt: A room",
    }
    mark = {"themes": 'term="budget"', "library_type": 'term="university"'}.get(key, "WORD")
    line = "" if key == "library_type" else f"{key}: {keys[key]}\n"
    world.write("== entries/2026/WORD.jpg\nx\n").interview("2026/a.md", f"consent: quotes\n{line}", "Text.")
    assert mark in written(journal_of(world))
    world.interview("2026/a.md", f"consent: quotes\n{line}hide: {key}\n", "Text.")
    assert mark not in written(journal_of(world))


def test_a_name_that_is_hidden_is_not_in_the_feed(world: World):
    """Who is shown by role alone is named nowhere, nor is the library."""
    keys = "consent: quotes\nperson: Hidden Person\nlibrary: Hidden House\njob_title: Hidden Job\nplace: Hiddenham\n"
    feed = written(journal_of(world.interview("2026/a.md", keys, "> [!quote]\n> Words.")))
    assert "idden" not in feed and "— director&lt;/p&gt;" in feed and "<title>Director, " in feed


@pytest.mark.parametrize(
    ("keys", "updated", "published"),
    [
        ("date: 2026-03-14", "2026-03-14", "2026-03-14"),
        ("date: 2026-03", "2026-03-01", ""),
        ("date: 2026", "2026-01-01", ""),
        ("date: 2026-03-14\nupdated: 2026-11-24", "2026-11-24", "2026-03-14"),
        ("date: 2026-03-14\nupdated: 2026-11-25", "2026-03-14", "2026-03-14"),
        ("date: 2026-03-14\nhide: date\nupdated: 2026-05-01", "2026-05-01", ""),
    ],
)
def test_a_day_is_told_as_far_as_it_is_known(world: World, keys: str, updated: str, published: str):
    """The format wants a moment: a partial date counts from its first day, and no day lies ahead of the build."""
    world.write(f"== entries/a.md\n---\n{keys}\nlibrary_type: law\nrole: director\nconsent: quotes\n---\nText.\n")
    feed = planned(journal_of(world))
    assert (feed.entries[0].updated, feed.entries[0].published) == (f"{updated}T00:00:00Z", published and f"{published}T00:00:00Z")
    assert feed.updated == feed.entries[0].updated


def test_an_entry_whose_day_is_hidden_is_no_news(world: World):
    """No day is made up for it."""
    assert not entries(world.interview("2026/a.md", "consent: quotes\nhide: date\n", "Text."))


def test_an_empty_feed_is_a_feed(world: World):
    """A journal that begins has one that can be subscribed to; the day in it is the same in every build."""
    root = check(written(journal_of(world, author="", description="Half an hour each.")).encode())
    assert root.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z" and root.findtext(f"{ATOM}subtitle") == "Half an hour each."
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "A journal"


def test_twenty_are_news(world: World):
    """The newest first, whatever was changed since."""
    for day in range(1, 26):
        world.write(
            f"== entries/n{day}.md\n---\ndate: 2026-01-{day:02}\nupdated: 2026-10-{26 - day:02}\nlibrary_type: law\nrole: director\nconsent: quotes\n---\n"
        )
    feed = planned(journal_of(world))
    assert [entry.url for entry in feed.entries] == [f"{SITE}n{day}/" for day in range(25, 5, -1)]
    assert feed.updated == "2026-10-20T00:00:00Z"


def test_an_id_survives_a_new_name_and_a_new_text(world: World):
    """A reader of feeds shows nothing twice: the id is the oldest address."""
    first = entries(world.interview("2025/first.md", body="Text."))["2025/first/"].id
    assert first == f"{SITE}2025/first/"
    (world.root / "entries" / "2025" / "first.md").unlink()
    world.interview("2026/second.md", "consent: quotes\ntitle: Another\nwas: 2025/first.md\n", "Another text.")
    assert entries(world)["2026/second/"].id == first
    (world.root / "entries" / "2026" / "second.md").unlink()
    world.interview("2026/third.md", "consent: quotes\nwas: [2025/first.md, 2026/second.md]\n")
    assert entries(world)["2026/third/"].id == first


def test_addresses_without_directories_stand_in_the_feed_too(world: World):
    """With `use_directory_urls: false` it names files."""
    found = entries(world.write(TEXT), directories=False)["2026/director.html"]
    assert found.id == f"{SITE}2024/first.html" and found.categories[0].scheme == f"{SITE}library-types.html"
    assert f'href="{SITE}2026/card.html"' in found.parts[0].html


def test_a_facet_of_the_authors_own_is_a_category(world: World):
    """Each facet has a scheme of its own."""
    world.write(
        "== vocabulary/locales.yml\nscheme: locale\nkey: locale\none: Locale\nmany: Locales\ntitle: Where\nconcepts:\n- {id: coast, label: Coast}\n"
    )
    found = entries(world.interview("2026/a.md", "consent: quotes\nlocale: coast\n"))["2026/a/"].categories[-1]
    assert (found.term, found.scheme, found.label) == ("coast", f"{SITE}locales/", "Coast")


def test_the_feed_holds_no_character_that_xml_forbids(world: World):
    """One would make the whole feed unreadable; YAML can write what no file may hold."""
    world.interview("2026/a.md", 'consent: quotes\ntakeaway: "bell \\a, \\uFFFE and \\U0001F4DA"\n', "Text &#1; and &#xFFFF;.")
    root = check(written(journal_of(world, name="A\x0bjournal")).encode())
    assert root.findtext(f"{ATOM}title") == "Ajournal" and "\U0001f4da" in root.findtext(f"{ATOM}entry/{ATOM}summary")


def test_a_picture_stands_where_the_page_has_it(world: World):
    """Behind the text that an entry begins with, with its description; a card alone has no text, so none."""
    parts = entries(world.write(TEXT))["2026/director/"].parts
    assert parts[1].image and (parts[1].image.url, parts[1].image.alt) == (f"{SITE}2026/images/reading%20room.jpg", 'A "reading" room')
    assert entries(world)["2026/card/"].parts == ()
