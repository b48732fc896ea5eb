"""The plan: every page of the site, and where its links lead."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from urllib.parse import unquote

import pytest
from interview_journal.consent import Reader
from interview_journal.journal import load_journal
from interview_journal.markup import BASE
from interview_journal.plan.entry_page import EntryView
from interview_journal.plan.index_page import IndexView
from interview_journal.plan.lists import ArchiveView, HomeView, NotFoundView, ProblemsView
from interview_journal.plan.page import PlannedPage
from interview_journal.plan.pieces import Language, Link, PassageView, Prose, QuestionHeading
from interview_journal.plan.site import frame_of, plan_site
from interview_journal.problem import Severity
from interview_journal.settings import Settings

from tests.conftest import INTERVIEW, ROOT, TODAY, World
from tests.planned import THEMES, pages, view


def values(value: object) -> Iterator[tuple[str, object]]:
    """Every field within a value, however deep, with its name."""
    if is_dataclass(value):
        for field in fields(value):
            yield field.name, getattr(value, field.name)
            yield from values(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from values(item)


def addresses(plan: object) -> Iterator[str]:
    """All that a page links to: its addresses, and the links in its texts."""
    for name, value in values(plan):
        if name in ("url", "index", "home") and isinstance(value, str):
            yield value
        elif isinstance(value, str):
            yield from (html.unescape(found) for found in re.findall(rf'(?:href|src)="{BASE}([^"]*)"', value))


def anchors(plan: PlannedPage) -> set[str]:
    """All that can be linked to on a page."""
    found = {str(value) for name, value in values(plan.view) if name == "anchor"}
    return found | {
        html.unescape(id) for _, value in values(plan.view) if isinstance(value, str) for id in re.findall(r' id="([^"]*)"', value)
    }


def full(world: World) -> World:
    """A journal with something of everything."""
    world.write(THEMES).write("== vocabulary/locales.yml\nscheme: locale\nkey: locale\nconcepts:\n- {id: town, label: Town}\n")
    body = (
        "![Room](images/r%20m.jpg) [B](b.md#mine)[^1]\n\n### Why?\n#pay #joy\n\nBecause.\n\n"
        "> [!quote] Theirs\n> Words [here](#why).\n>\n> #work\n\n"
        "> [!private] Off\n> Words.\n\n[^1]: A note."
    )
    world.interview(
        "2026/a.md",
        "consent: quotes\nattribution: named\nperson: Ada Oko\npin: yes\nimage: images/x.jpg\nimage_alt: x\nlocale: town\n",
        body,
    )
    world.interview("2026/b.md", "consent: paraphrase\nthemes: hours\n", "> [!insight] Mine\n> Words.\n>\n> > Theirs.\n>\n> #joy")
    world.interview("2026/c.md", "consent: summary\ntakeaway: Card.\ntitle: Sum & more\n").interview("2026/d.md", "", "Draft [A](a.md).")
    world.interview("2026/gone.md", "consent: quotes\nwithdrawn: yes\n").interview("themes.md", "consent: quotes\n")
    world.interview("2026/wrong.md", "consent: quotes\nthemes: nonsense\n").interview("2026/undated.md", "consent: quotes\nhide: date\n")
    world.write("== entries/2026/faulty.md\n---\ndate: 2026\n== entries/roles.md\n---\ndate: 2026\n== entries/2026/note.md\nA note.\n")
    world.write("== entries/2026/images/r m.jpg\n== entries/2026/images/x.jpg\n== entries/index.md\nWelcome, [A](2026/a.md).\n")
    world.write("== entries/about.md\n---\ngenre: page\ntitle: About\nstatus: published\n---\n## Who?\n\nI.\n")
    world.write("== entries/questions.md\n---\ngenre: page\ntitle: Questions\nstatus: published\n---\n")
    return world.write("== entries/2026/essay.md\n---\ngenre: reflection\ntitle: Essay\ndate: 2026-05\nstatus: published\n---\nI think.\n")


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("directories", [True, False], ids=["folders", "files"])
def test_every_address_is_planned_once_and_every_link_leads_to_one(world: World, reader: Reader, directories: bool):
    """No page overwrites another, and no link of the journal's own making is broken."""
    body = f"> [!insight] A\n> {'Words. ' * 900}\n>\n> #pay\n\n> [!insight] B\n> Words.\n>\n> #joy\n"
    full(world)
    for number in range(11):
        world.interview(f"2025/n{number:02}.md", "consent: quotes\nthemes: pay\nrelated: ../2026/a.md\n", body)
    journal = load_journal(replace(world.settings(), directories=directories), reader, TODAY)
    plans = plan_site(journal)
    assert [url for url, number in Counter(plan.url for plan in plans).items() if number > 1] == []
    planned = {plan.url: plan for plan in plans}
    assert {f"themes/pay/{name}{'/' if directories else '.html'}" for name in ("2", "conversations", "by-library-type/2")} <= set(planned)
    for page in (*plans, frame_of(journal)):
        for address in addresses(page):
            url, _, anchor = address.partition("#")
            assert url in planned or unquote(url) in journal.texts.shown
            assert directories or url and not url.endswith("/")  # which a browser without a server shows as a list of files
            assert not anchor or unquote(anchor) in anchors(planned[url])


@pytest.mark.parametrize("reader", Reader)
def test_every_link_of_this_checkout_leads_to_a_page(reader: Reader):
    """The journal that comes with the project has no broken link in any view."""
    journal = load_journal(Settings(ROOT, ROOT / "entries"), reader, TODAY)
    planned = {plan.url: plan for plan in plan_site(journal)}
    wrong = {
        address
        for plan in planned.values()
        for address in addresses(plan)
        if address.partition("#")[0] not in planned and unquote(address) not in journal.texts.shown
    }
    assert planned and wrong == set()


def test_the_pages_of_a_site(world: World):
    """What a reader can open is this, and no more."""
    urls = {url for url in pages(full(world).load()) if not re.match("(library-types|roles)/.", url)}
    assert urls == {
        *(
            "",
            "2026/",
            "undated/",
            "about/",
            "404.html",
            "library-types/",
            "roles/",
            "themes/",
            "locales/",
            "questions/",
            "coverage/",
            "coverage/over-time/",
        ),
        *(f"{index}/{order}/" for index in ("themes", "locales") for order in ("by-number", "a-to-z")),
        *(f"2026/{name}/" for name in ("a", "b", "c", "essay", "gone", "undated")),
        *("themes/work/", "themes/pay/", "themes/joy/", "themes/hours/", "locales/town/"),
        *("people/", "people/ada-oko/", "passages/", "passages/quote/", "passages/insight/", "locales/town/by-theme/"),
        *(f"{concept}/by-library-type/" for concept in ("themes/work", "themes/pay", "themes/joy", "locales/town")),
        *(f"passages/{kind}/by-library-type/" for kind in ("quote", "insight")),
    }


def test_the_preview_has_the_pages_of_what_is_private_too(world: World):
    """Drafts, faulty files and notes have their pages in the preview, and what is wrong is listed on one."""
    public, preview = set(pages(full(world).load())), set(pages(world.load(Reader.AUTHOR)))
    assert public <= preview
    assert {url for url in preview - public if "by-library" not in url} == {
        "libraries/",
        "goals/",
        "2026/d/",
        "2026/wrong/",
        "2026/faulty/",
        "2026/note/",
        "problems/",
    }


EMPTY = {
    Reader.PUBLIC: ("Nothing is on the shelf at present. Conversations with librarians will stand here.", "Nothing is filed here yet."),
    Reader.AUTHOR: (
        "Nothing is on the shelf yet. Run “journal new” to begin a conversation; it stands here as soon as its file is saved.",
        "Nothing is filed here yet. To file an entry under a heading, write a line like “themes: career” in its front matter; "
        "to file a passage, let its last line be “#career”.",
    ),
}


@pytest.mark.parametrize("reader", Reader)
def test_an_empty_journal_says_what_to_do_next(world: World, reader: Reader):
    """Before the first conversation every page stands, and none has a link into the void."""
    journal = world.load(reader)
    planned = pages(journal)
    hers = {"problems/", "people/", "libraries/", "goals/", "passages/"} if reader is Reader.AUTHOR else set()
    assert set(planned) == {"", "library-types/", "roles/", "themes/", "questions/", "coverage/", "coverage/over-time/", "404.html"} | hers
    home, index = view(journal, "", HomeView), view(journal, "themes/", IndexView)
    assert (home.empty, index.empty) == EMPTY[reader]
    assert (home.words, home.sentence, home.pinned, home.newest, home.older, home.ways) == ("", "", (), (), None, ())
    assert {url for page in (*planned.values(), frame_of(journal)) for url in addresses(page)} <= set(planned)
    assert [link.label for link in frame_of(journal).navigation] == ["Library types", "Roles", "Themes", "Questions"]
    last = view(journal, "404.html", NotFoundView).newest
    assert (last.label, last.url) == ("the first page", "")


SMALL = {
    "a page": ("genre: page\ntitle: About\nstatus: published\n", "", "Nothing is on the shelf at present.", None),
    "a page of which no reader knows": ("genre: page\ntitle: About\n", "", "Nothing is on the shelf at present.", None),
    "a reflection": ("genre: reflection\ntitle: Essay\ndate: 2026\nstatus: published\n", "", "", "1 entry."),
    "a conversation": (
        f"{INTERVIEW}consent: quotes\n",
        "1 conversation so far, in March 2026.",
        "",
        "1 conversation.",
    ),
    "a conversation of which little is shown": (
        f"{INTERVIEW}consent: quotes\nhide: [library_type, role]\n",
        "1 conversation so far, in March 2026.",
        "",
        "1 conversation.",
    ),
    "a draft": (f"{INTERVIEW}consent: quotes\nstatus: draft\n", "", "Nothing is on the shelf at present.", None),
    "a withdrawn conversation": (f"{INTERVIEW}consent: quotes\nwithdrawn: yes\n", "", "Nothing is on the shelf at present.", None),
}


@pytest.mark.parametrize(("keys", "sentence", "empty", "archive"), SMALL.values(), ids=SMALL)
def test_one_entry_makes_a_journal(world: World, keys: str, sentence: str, empty: str, archive: str | None):
    """Home and archive speak of one of a kind in the singular, and say so where a reader finds nothing; no link leads nowhere."""
    journal = world.write(f"== entries/2026/a.md\n---\n{keys}---\n").load()
    planned, home = pages(journal), view(journal, "", HomeView)
    assert home.sentence == sentence and home.empty.startswith(empty) and bool(home.empty) is bool(empty)
    assert (view(journal, "2026/", ArchiveView).sentence if "2026/" in planned else None) == archive
    assert {url for page in (*planned.values(), frame_of(journal)) for url in addresses(page)} <= set(planned)


def test_the_preview_of_a_shelf_that_is_empty_to_readers_says_so(world: World):
    """An author who sees her drafts is told that nobody else does, until the first is public."""
    world.interview("2026/a.md", "status: draft\n")
    alone = "All this is yours alone: on the public site the shelf is empty. Each page here says why."
    assert view(world.load(Reader.AUTHOR), "", HomeView).empty == alone
    world.interview("2026/b.md")
    assert view(world.load(Reader.AUTHOR), "", HomeView).empty == ""


def test_a_private_note_is_called_by_its_file(world: World):
    """It is no conversation with a librarian, has no facts, and is counted among none."""
    world.write("== entries/2026/to-read.md\nA note.\n== entries/2026/empty.md\n")
    journal = world.load(Reader.AUTHOR)
    note, home = view(journal, "2026/to-read/", EntryView), view(journal, "", HomeView)
    assert (note.over, note.title, note.facts, note.call_number, home.sentence) == ("", "to-read", (), None, "")
    assert {(row.name, row.rest, row.closed) for row in home.newest} == {("to-read", "", "a private note"), ("empty", "", "a private note")}
    assert view(journal, "undated/", ArchiveView).sentence == "2 entries."
    assert view(journal, "2026/empty/", EntryView).silence == "Nothing is written here yet."


def test_the_preview_says_where_the_text_is_to_be_written(world: World):
    """A page without text tells its author where it begins."""
    world.interview("2026/a.md", "")
    said = view(world.load(Reader.AUTHOR), "2026/a/", EntryView).silence
    assert said == "Nothing is written here yet. The text begins below the second “---” in entries/2026/a.md."


def test_the_archive_has_pages_of_twenty(world: World):
    """Twenty entries a page, the newest first, each once, and every page leads to the others."""
    for number in range(41):
        world.interview(f"2026/n{number:02}.md")
    journal = world.load()
    archive = [view(journal, url, ArchiveView) for url in ("2026/", "2026/2/", "2026/3/")]
    assert "2026/4/" not in pages(journal)
    assert [len(page.rows) for page in archive] == [20, 20, 1]
    assert [row.url for page in archive for row in page.rows] == [f"2026/n{number:02}/" for number in range(41)]
    assert [page.sentence for page in archive] == [f"41 conversations, page {number} of 3." for number in (1, 2, 3)]
    assert [(link.label, link.url, link.current) for link in archive[1].pages] == [
        ("1", "2026/", False),
        ("2", "2026/2/", True),
        ("3", "2026/3/", False),
    ]


def test_a_year_of_twenty_has_one_page(world: World):
    """A page of pages with one link would be in the way."""
    for number in range(20):
        world.interview(f"2026/n{number:02}.md")
    archive = view(world.load(), "2026/", ArchiveView)
    assert (len(archive.rows), archive.pages, archive.sentence) == (20, (), "20 conversations.")


def test_the_archive_lists_its_years(world: World):
    """The newest year lists the years with their counts; what has no date stands last."""
    journal = full(world).interview("2024/old.md").load()
    world.write("== entries/2024/old.md\n---\ndate: 2024\nlibrary_type: university\nrole: director\nconsent: quotes\n---\n")
    journal = world.load()
    years = view(journal, "2024/", ArchiveView).years
    assert [(link.label, link.url, link.count, link.current) for link in years] == [
        ("2026", "2026/", "4", False),
        ("2024", "2024/", "1", True),
        ("Without a date", "undated/", "1", False),
    ]
    assert view(journal, "undated/", ArchiveView).title == "Without a date"
    assert frame_of(journal).navigation[0].url == "2026/"


def test_home_shows_the_newest_and_the_pinned(world: World):
    """Ten at the most, then a way to the rest; what is pinned stands above them whatever its age."""
    for number in range(11):
        world.interview(f"2026/n{number:02}.md", f"consent: quotes\npin: {'yes' if number == 10 else 'no'}\n")
    home = view(world.load(), "", HomeView)
    assert ([row.url for row in home.pinned], len(home.newest)) == (["2026/n10/"], 10)
    assert home.older is not None and (home.older.label, home.older.url) == ("Older conversations", "2026/")


def test_home_has_her_words_and_a_sentence_of_counts(world: World):
    """Her own words come first, then what is on the shelf, told without hidden dates."""
    home = view(full(world).load(), "", HomeView)
    assert home.words == f'<p>Welcome, <a href="{BASE}2026/a/">A</a>.</p>'
    assert home.sentence == "4 conversations in 1 kind of library and 1 role since March 2026."
    world.write("== entries/index.md\nOne.\n\n### A question?\n\nTwo.\n\n> [!insight] Mine\n> Three.\n")
    home = view(world.load(), "", HomeView)
    assert home.words == "<p>One.</p>" and [type(part) for part in home.parts] == [QuestionHeading, Prose, PassageView]


def test_home_has_ways_in(world: World):
    """The five largest of each facet: of a tree its top with all below, of the themes those with most passages."""
    home = view(full(world).load(), "", HomeView)
    assert {way.label: [(link.label, link.count) for link in way.links] for way in home.ways if way.red} == {
        "By theme": [("Joy", "2"), ("Work", "1"), ("Pay", "1")]
    }
    assert [way.label for way in home.ways] == ["By library type", "By role", "By theme", "By locale"]


def test_the_description_of_home_is_the_sites(world: World):
    """What a search engine reads is what mkdocs.yml says."""
    journal = load_journal(replace(world.settings(), name="My journal", description="About it"), Reader.PUBLIC, TODAY)
    assert (pages(journal)[""].title, pages(journal)[""].description) == ("My journal", "About it")


def test_the_sitemap_has_the_days_of_public_entries_only(world: World):
    """A page's date is the newest of what it shows, or none; what is private or hidden moves no date, nor does a day that lies ahead."""
    world.interview("2026/a.md", "consent: quotes\nupdated: 2026-05-02\nthemes: pay\n").interview("2026/b.md", "consent: quotes\n")
    world.interview("2026/c.md", "consent: none\nupdated: 2026-11-20\nthemes: pay\n")
    world.interview("2026/d.md", "consent: quotes\nhide: [updated, date]\nupdated: 2026-11-21\nthemes: budget\n")
    world.interview("2026/e.md", "consent: quotes\nhide: date\nupdated: 2027-01-01\nthemes: pay\n")
    world.write("== entries/2026/f.md\n---\ndate: 2026-08\nlibrary_type: law\nrole: reference\nconsent: quotes\n---\n")
    updated = {url: page.updated for url, page in pages(world.load()).items()}
    assert {url: updated[url] for url in ("2026/a/", "2026/b/", "2026/d/", "2026/e/", "2026/f/")} == {
        "2026/a/": "2026-05-02",
        "2026/b/": "2026-03-14",
        "2026/d/": "",
        "2026/e/": "",
        "2026/f/": "",
    }
    lists = ("", "2026/", "undated/", "themes/", "themes/by-number/", "themes/pay/", "themes/budget/", "library-types/law/", "404.html")
    assert [updated[url] for url in lists] == ["2026-05-02", "2026-05-02", "", *["2026-05-02"] * 3, "", "", ""]


def test_the_page_of_a_conversation(world: World):
    """Title, facts and neighbours of a named person."""
    world.write("== vocabulary/goals.yml\nscheme: goal\nconcepts:\n- {id: reach, label: Reaching people}\n")
    world.interview(
        "2026/a.md",
        "consent: quotes\nattribution: named\nperson: [Ada Oko, Bo Li]\njob_title: head\nlibrary: Elm\nplace: Ely\n"
        "format: video\nminutes: 34\ngoal: reach\ngoal_met: partly\ntakeaway: Money.\nthemes: pay\n",
        "### Why?\n\nBecause.",
    )
    world.interview("2026/b.md")
    page = pages(world.load())["2026/a/"]
    assert (page.title, page.description, page.section) == ("A conversation with Ada Oko and Bo Li, head", "Money.", "2026/")
    entry = view(world.load(), "2026/a/", EntryView)
    assert (entry.over, entry.title, entry.takeaway) == ("A conversation with", "Ada Oko and Bo Li, head", "Money.")
    assert [(fact.label, [link.label for link in fact.values], fact.remark) for fact in entry.facts] == [
        ("When and place", ["14 March 2026, Ely"], ""),
        ("Library", ["Elm"], ""),
        ("Kind of library", ["University library"], ""),
        ("Role", ["Director"], ""),
        ("How", ["By video, 34 minutes"], ""),
        ("What I wanted to learn", ["Reaching people"], "Partly met."),
    ]
    assert [(link.label, link.url) for link in entry.asked] == [("Why?", "2026/a/#why")]
    assert entry.after is None and entry.before is not None and entry.before.url == "2026/b/"
    assert (entry.closed, entry.problems, entry.private_facts, entry.filed) == (None, (), (), True)


OVER = {
    "anonymous": ("", "", "A conversation", "Director, university library"),
    "anonymous, with a title": ("title: Two floors up", "", "A conversation: director, university library", "Two floors up"),
    "named, with a title": ("title: Two floors up", "attribution: named\nperson: Ada", "A conversation with Ada, head", "Two floors up"),
}


@pytest.mark.parametrize(("title", "person", "over", "heading"), OVER.values(), ids=OVER)
def test_a_title_of_ones_own_moves_the_person_to_the_line_above(world: World, title: str, person: str, over: str, heading: str):
    """A reader knows with whom the conversation was, or what they do, whatever it is called."""
    world.interview("2026/a.md", f"consent: quotes\njob_title: head\n{title}\n{person}\n")
    entry = view(world.load(), "2026/a/", EntryView)
    assert (entry.over, entry.title) == (over, heading)


def test_a_job_title_that_is_all_one_knows_is_a_fact(world: World):
    """Whoever is shown by job title alone is shown by it, since the title names the role."""
    world.interview("2026/a.md", "consent: quotes\nattribution: title-only\njob_title: keeper of maps\nlibrary: Elm\n")
    facts = view(world.load(), "2026/a/", EntryView).facts
    assert ("Job title", "keeper of maps") in [(fact.label, fact.values[0].label) for fact in facts]


def test_an_unnamed_library_is_said_to_be_so(world: World):
    """No fact is empty, and no date is made up."""
    world.interview("2026/a.md", "consent: quotes\nhide: date\nlibrary: Elm\n")
    entry = view(world.load(), "2026/a/", EntryView)
    assert [fact.label for fact in entry.facts] == ["Library", "Kind of library", "Role"]
    assert entry.facts[0].values[0].label == "not named"
    assert [link.url for link in entry.breadcrumb] == ["undated/", "undated/"]


SILENCE = {
    "consent: summary": "They agreed to a summary, so this card is all there is.",
    "consent: paraphrase": "They agreed to be retold, not quoted; nothing of this conversation is retold yet.",
    "consent: quotes": "Nothing is written here yet.",
    "consent: summary\nhide: consent": "Nothing is written here yet.",
    "consent: paraphrase\nhide: consent": "Nothing is written here yet.",
    "genre: page\ntitle: x\nstatus: published": "Nothing is written here yet.",
}


@pytest.mark.parametrize(("keys", "silence"), SILENCE.items())
def test_where_there_is_no_text_the_page_says_why(world: World, keys: str, silence: str):
    """A reader who finds no text is told what was agreed to, unless that is hidden."""
    world.interview("2026/a.md", f"{keys}\n", "" if "page" in keys or "quotes" in keys else "> Theirs.")
    assert view(world.load(), "2026/a/", EntryView).silence == silence


def test_a_page_and_an_essay_have_no_facts(world: World):
    """Only a conversation has a card; only what is on the shelf has neighbours."""
    journal = full(world).load()
    about, essay = view(journal, "about/", EntryView), view(journal, "2026/essay/", EntryView)
    assert (about.facts, about.call_number, about.breadcrumb, about.filed, about.over) == ((), None, (), False, "")
    assert (essay.facts, essay.call_number, essay.filed, essay.title) == ((), None, True, "Essay")
    assert [link.label for link in frame_of(journal).footer] == ["About", "Coverage", "People", "Passages"]


def test_a_picture_is_shown_where_it_is_there(world: World):
    """A published page shows its picture, a summary does not, and a picture of another site is not fetched."""
    for name, keys in {
        "a": "consent: quotes\nimage: x.jpg",
        "b": "consent: summary\nimage: x.jpg",
        "c": "consent: quotes\nimage: https://example.org/x.jpg",
    }.items():
        world.interview(f"2026/{name}.md", f"{keys}\nimage_alt: A room\n")
    world.write("== entries/2026/x.jpg\n")
    journal = world.load()
    images = [pages(journal)[f"2026/{name}/"].image for name in "abc"]
    assert [image and (image.url, image.alt) for image in images] == [("2026/x.jpg", "A room"), None, None]
    assert journal.texts.shown == {"2026/x.jpg"}


@pytest.mark.parametrize(("body", "sorts"), [("One.\n\n### Why?\n\nTwo.", "PIQP"), ("### Why?\n\nTwo.", "IQP"), ("", "I")])
def test_a_picture_keeps_no_reader_from_the_first_sentence(world: World, body: str, sorts: str):
    """It stands behind the text that an entry begins with, first only where no text does."""
    world.write("== entries/2026/x.jpg\n").interview("2026/a.md", "consent: quotes\nimage: x.jpg\nimage_alt: A room\n", body)
    entry = view(world.load(), "2026/a/", EntryView)
    assert "".join(type(part).__name__[0] for part in entry.parts) == sorts and bool(entry.silence) is (not body)


def test_a_row_shows_four_themes_and_who_it_was(world: World):
    """In a list an entry is told by name and job, takeaway, day, place, kind of library and four themes."""
    world.interview(
        "2026/a.md",
        "consent: quotes\nattribution: named\nperson: Ada Oko\njob_title: head\nplace: Ely\n"
        "takeaway: Money.\nthemes: [pay, budget, values, privacy, ai]\n",
    )
    row = view(world.load(), "", HomeView).newest[0]
    assert (row.name, row.rest, row.takeaway, row.date, row.datetime, row.place) == (
        "Ada Oko",
        ", head",
        "Money.",
        "14 March 2026",
        "2026-03-14",
        "Ely",
    )
    assert (row.library_type and row.library_type.label, len(row.themes), row.closed) == ("University library", 4, "")


def test_the_preview_shows_a_private_entry_closed(world: World):
    """Reasons, the lines that would publish it, and what is the author's alone."""
    world.interview(
        "2026/a.md", "person: Ada Oko\nvia: mentor\ngoal: x\n", "Text.\n\n> [!private] Off\n> Words.\n\n> [!nonsense] Odd\n> Words."
    )
    journal = world.load(Reader.AUTHOR)
    entry = view(journal, "2026/a/", EntryView)
    assert entry.closed is not None and entry.closed.file == "entries/2026/a.md"
    assert entry.closed.reasons == (
        ("consent", "is none: they have not agreed to anything yet."),
        ("attribution", "is anonymous, since nothing else is written."),
        ("problems", "hold it back: it has errors."),
    )
    assert entry.closed.lines == (("consent: quotes", "they agreed to be quoted"), ("attribution: named", "under their name"))
    assert [(fact.label, fact.values[0].label) for fact in entry.private_facts] == [
        ("Person", "Ada Oko"),
        ("Found through", "mentor"),
    ]
    assert [
        (getattr(part, "kind", "Prose"), getattr(part, "form", ""), part.closed) for part in entry.parts if hasattr(part, "closed")
    ] == [
        ("Prose", "", ""),
        ("Private", "private", "never built"),
        ("Unknown", "private", "withheld: nobody knows this kind of passage"),
    ]
    assert [(line.where, line.severity) for line in entry.problems] == [("entries/2026/a.md:14", "error")]
    assert view(journal, "2026/", ArchiveView).rows[0].closed == "no consent yet"


def test_a_faulty_file_has_a_page_with_its_text(world: World):
    """Text whose front matter cannot be read stands under its problems, so that nothing is lost from sight."""
    world.write("== entries/2026/a.md\n---\ndate: 2026\nlost?\n")
    entry = view(world.load(Reader.AUTHOR), "2026/a/", EntryView)
    assert (entry.title, entry.source) == ("a", "---\ndate: 2026\nlost?\n")
    assert [line.text for line in entry.problems] == [(("the front matter is not closed", False),)]
    assert entry.closed is not None and entry.closed.reasons == (("problems", "hold it back: its front matter cannot be read."),)
    assert "2026/a/" not in pages(world.load())


TRACES = {
    "a draft": ("2026/a.md", "consent: quotes\nstatus: draft\n", "The public site has no trace of it."),
    "what is wrong and would be public": ("2026/a.md", "consent: quotes\nminutes: x\n", "No public site is built until this is mended."),
    "what is wrong and a draft": ("2026/a.md", "minutes: x\n", "The public site has no trace of it."),
    "what cannot be read": ("2026/a.md", "minutes: [\n", "No public site is built until this is mended."),
    "what cannot be read in a private folder": ("private/a.md", "minutes: [\n", "The public site has no trace of it."),
    "what is withdrawn": ("2026/a.md", "consent: quotes\nwithdrawn: yes\n", "The public site says “Not on the shelf” of it, at the most."),
    "what is withdrawn and was never public": ("2026/a.md", "withdrawn: yes\n", "The public site has no trace of it."),
}


@pytest.mark.parametrize(("path", "keys", "trace"), TRACES.values(), ids=TRACES)
def test_the_preview_says_what_the_public_site_has_of_it(world: World, path: str, keys: str, trace: str):
    """What the box above a closed page says of the public site is so."""
    journal = world.interview(path, keys).load(Reader.AUTHOR)
    entry = view(journal, f"{path.removesuffix('.md')}/", EntryView)
    assert entry.closed is not None and entry.closed.trace == trace
    assert (trace == "No public site is built until this is mended.") is bool(world.load().stopping)
    assert ("Not on the shelf" in trace) is bool(world.load().gone)


@pytest.mark.parametrize(("keys", "title"), [("", "Advice"), ("minutes: x\n", "Problems"), ("consnt: none\n", "Problems")])
def test_advice_is_no_problem(world: World, keys: str, title: str):
    """Above notes alone does not stand that something is wrong, for the masthead counts none."""
    entry = view(world.interview("2026/a.md", f"consent: quotes\n{keys}").load(Reader.AUTHOR), "2026/a/", EntryView)
    assert entry.problems and entry.problems_title == title


def test_a_faulty_home_page_stands_in_its_place(world: World):
    """The first page of the preview says what is wrong with it."""
    world.write("== entries/index.md\n---\ntitle: Welcome\n")
    assert isinstance(pages(world.load(Reader.AUTHOR))[""].view, EntryView)
    assert isinstance(pages(world.load())[""].view, HomeView)


def test_the_page_of_problems_lists_all_that_is_wrong_and_all_that_is_private(world: World):
    """Each file leads to its page, where it has one."""
    journal = full(world).load(Reader.AUTHOR)
    page = view(journal, "problems/", ProblemsView)
    files = {link.label: link.url for link, _ in page.files}
    assert files["entries/2026/wrong.md"] == "2026/wrong/" and files["entries/2026/faulty.md"] == "2026/faulty/"
    assert files["entries/themes.md"] is None and files["entries/roles.md"] is None
    assert {link.label for link, _ in page.private} == {
        f"entries/{name}.md" for name in ("2026/d", "2026/gone", "2026/wrong", "2026/faulty", "2026/note", "themes", "roles", "questions")
    }
    numbers = [sum(problem.severity is severity for problem in journal.problems) for severity in Severity]
    assert page.sentence == f"{numbers[0]} errors and {numbers[2]} notes in {len(files)} files." and numbers[1] == 0
    assert frame_of(journal).problems is not None and frame_of(world.load()).problems is None
    world.write("== entries/index.md\n[A](no.md)\n")
    assert ("entries/index.md", "") in [
        (link.label, link.url) for link, _ in view(world.load(Reader.AUTHOR), "problems/", ProblemsView).files
    ]


def test_where_nothing_is_wrong_the_page_of_problems_says_so(world: World):
    """An empty list would leave an author wondering."""
    assert view(world.load(Reader.AUTHOR), "problems/", ProblemsView).sentence == "Nothing is wrong."
    world.interview("2026/a.md")
    assert view(world.load(Reader.AUTHOR), "problems/", ProblemsView).sentence == "Nothing is wrong. 1 note in 1 file."


def test_the_last_page_is_that_of_an_address_that_holds_nothing(world: World):
    """It leads on to every index and to the newest conversations."""
    last = plan_site(full(world).load())[-1]
    assert (last.url, last.template) == ("404.html", "404.html") and isinstance(last.view, NotFoundView)
    assert [link.label for link in last.view.ways] == ["library type", "role", "theme", "locale"]
    assert last.view.newest.url == "2026/"


KEEPERS = {
    "": "A journal is a journal of conversations with librarians.",
    "author": "A journal is kept by Ada.",
    "keeper": "I keep this.",
}


@pytest.mark.parametrize(("told", "sentence"), KEEPERS.items())
def test_the_footer_claims_nothing_that_may_be_false(world: World, told: str, sentence: str):
    """Who keeps the journal is said as far as it is known."""
    settings = replace(world.settings(), author="Ada" if told else "", keeper="I keep this." if told == "keeper" else "")
    assert frame_of(load_journal(settings, Reader.PUBLIC, TODAY)).keeper == sentence


def test_plans_are_plain_values_that_can_be_compared(world: World):
    """The same journal has the same plan, so that a page which did not change need not be made again."""
    full(world)
    one, other = plan_site(world.load()), plan_site(world.load())
    assert one == other and {hash(plan) for plan in one} == {hash(plan) for plan in other}


def test_a_page_says_nothing_of_what_stands_beside_it_in_private(world: World):
    """With a private entry more or less, every public page is the same: no count, neighbour or list moves."""
    full(world)
    before = plan_site(world.load())
    world.interview("2026/aa.md", "consent: none\nthemes: [pay, unused]\npin: yes\nlocale: town\n", "> [!insight] X\n> Y.\n>\n> #joy")
    world.interview("2026/ab.md", "consent: quotes\nstatus: draft\nthemes: unused\n", "[A](a.md)").write("== entries/private/x.md\nNote.\n")
    world.interview("1999/ac.md", "consent: quotes\nreview: sent\n")
    assert plan_site(world.load()) == before


def test_a_question_tells_how_many_others_answered_it(world: World):
    """Beside a question stands how many others answer it, as far as readers see, whether it is of the bank or of her own."""
    asked = "### What is the hardest part?\n\nIt is long.\n\n### What is that bird?\n\nA crane.\n"
    for name in "abc":
        world.interview(f"{name}.md", "consent: quotes\n", asked)
    world.interview("d.md", "consent: paraphrase\ntranscript: yes\n", asked).interview("e.md", "status: draft\n", asked)
    entry = view(world.load(), "a/", EntryView)
    assert [part.shoulder.others for part in entry.parts if isinstance(part, QuestionHeading)] == [
        Link("2 others answered", "questions/hardest/"),
        Link("2 others answered", "questions/what-is-that-bird/"),
    ]


def test_who_did_not_answer_is_none_of_the_others(world: World):
    """A question whose own answer readers do not see, and one of the home page, count all who answered."""
    asked = "### What is the hardest part?\n\n"
    world.interview("a.md", "consent: quotes\n", f"{asked}It is long.").interview("b.md", "consent: quotes\n", f"{asked}It is not.")
    world.interview("c.md", "consent: quotes\n", asked).write(f"== entries/index.md\n{asked}I ask everybody.\n")
    journal = world.load()
    parts = (*view(journal, "c/", EntryView).parts, *view(journal, "", HomeView).parts, *view(journal, "a/", EntryView).parts)
    others = [part.shoulder.others.label for part in parts if isinstance(part, QuestionHeading) and part.shoulder.others]
    assert others == ["2 others answered", "2 others answered", "1 other answered"]


@pytest.mark.parametrize(("tag", "runs"), [("ar", True), ("AR-EG", True), ("he", True), ("arn", False), ("ja", False), ("en-GB", False)])
def test_a_language_tells_which_way_its_script_runs(tag: str, runs: bool):
    """By the first part of its tag, in any case (BCP 47, 2.1.1)."""
    assert Language(tag).from_the_right is runs
