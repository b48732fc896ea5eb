"""A journal, whole: what is said aloud, what stops a build, what remains of what is withdrawn."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from interview_journal import resources
from interview_journal.consent import Reader
from interview_journal.journal import load_journal
from interview_journal.plan.site import plan_site
from interview_journal.problem import Severity
from interview_journal.settings import Settings

from tests.conftest import ROOT, TODAY, World


def test_an_empty_journal_loads(world: World):
    """The first thing that an author sees is no error."""
    journal = world.load()
    assert (journal.disclosed, journal.withheld, journal.problems) == ((), (), ())
    assert (journal.stopping, journal.failing, list(journal.counted()), list(journal.private())) == ((), (), [], [])


@pytest.mark.parametrize("reader", Reader)
def test_nothing_that_an_author_writes_raises(world: World, reader: Reader):
    """In the preview an exception hangs every page, so whatever is wrong is a problem."""
    world.write("== entries/2026/unclosed.md\n---\ndate: 2026\n").write("== entries/2026/bad.md\n---\n[\n---\n")
    world.write("== entries/2026/empty.md\n").write("== entries/2026/empty-keys.md\n---\n---\n").write("== entries/index.md\n---\nx\n---\n")
    world.write("== vocabulary/themes.yml\n[\n").write("== vocabulary/roles.yml\nconcepts: x\n")
    (world.root / "entries" / "2026" / "latin.md").write_bytes(b"---\ndate: 2026\n---\n\xe9")
    (world.root / "entries" / "2026" / "gone.md").symlink_to(world.root / "nowhere.md")
    journal = world.load(reader)
    wrong = {problem.path for problem in journal.problems if problem.severity is Severity.ERROR}
    assert wrong >= {
        *(f"entries/{name}.md" for name in ("index", "2026/unclosed", "2026/bad", "2026/latin", "2026/gone")),
        *(f"vocabulary/{name}.yml" for name in ("themes", "roles")),
    }
    assert [str(problem) for problem in journal.problems if "gone" in problem.path] == [
        "entries/2026/gone.md:1: error: this is a link that leads to nothing; put the file itself here"
    ]
    assert plan_site(journal)


def test_problems_are_sorted_by_file_and_line(world: World):
    """An author mends one file after the other, from the top down."""
    for name in ("b", "a"):
        world.interview(f"2026/{name}.md", "consent: quotes\nthemes: nonsense\n", "[A](no.md)")
    places = [(problem.path, problem.line) for problem in world.load().failing]
    assert places == [("entries/2026/a.md", 6), ("entries/2026/a.md", 8), ("entries/2026/b.md", 6), ("entries/2026/b.md", 8)]


STOPS = {
    "an error in what wants to be public": ("2026/a.md", "consent: quotes\nthemes: nonsense\n", "", 1),
    "an error in an essay that wants to be public": ("2026/a.md", "genre: reflection\nstatus: published\n", "", 1),
    "a draft stops nothing": ("2026/a.md", "consent: quotes\nstatus: draft\nthemes: nonsense\n", "", 0),
    "what is not agreed to stops nothing": ("2026/a.md", "themes: nonsense\n", "[A](no.md)", 0),
    "an embargo holds its errors back": ("2026/a.md", "consent: quotes\nembargo: 2027-01-01\nthemes: nonsense\n", "", 0),
    "a private folder stops nothing": ("private/a.md", "consent: quotes\nthemes: nonsense\n", "", 0),
    "what is withdrawn stops nothing": ("2026/a.md", "consent: quotes\nwithdrawn: yes\nthemes: nonsense\n", "[A](no.md)", 0),
    "a warning stops nothing": ("2026/a.md", "consent: quotes\nattribtion: named\n", "", 0),
}


@pytest.mark.parametrize(("path", "keys", "body", "number"), STOPS.values(), ids=STOPS)
def test_a_public_build_stops_over_what_wants_to_be_public(world: World, path: str, keys: str, body: str, number: int):
    """What says that it wants to be public and is wrong stops the build; a half-written draft never does."""
    world.interview(path, keys, body)
    assert len(world.load().stopping) == number


def test_what_is_withdrawn_fails_nothing(world: World):
    """Errors of a withdrawn entry are advice: nobody should have to mend what is gone."""
    world.interview("2026/a.md", "consent: quotes\nwithdrawn: yes\nthemes: nonsense\n", "[A](no.md)")
    journal = world.load()
    assert (journal.failing, {problem.severity for problem in journal.problems}) == ((), {Severity.NOTE})


def test_front_matter_that_cannot_be_read_stops_every_build(world: World):
    """Nobody can tell what such a file wants; in a private folder it is only counted."""
    world.write("== entries/2026/a.md\n---\ndate: 2026\n").write("== entries/Private/b.md\n---\ndate: 2026\n")
    journal = world.load()
    assert [problem.path for problem in journal.stopping] == ["entries/2026/a.md"]
    assert list(journal.counted()) == ["1 private entry has errors: run `journal check`"]


def test_a_vocabulary_with_an_error_stops_every_build(world: World):
    """All entries rest on the vocabularies."""
    world.write("== vocabulary/themes.yml\nscheme: theme\nconcepts:\n- {id: Pay}\n")
    assert [problem.path for problem in world.load().stopping] == ["vocabulary/themes.yml"]


def test_private_entries_are_counted_and_not_named(world: World):
    """A build log is often public: it has numbers where a path or a name could tell."""
    for name in ("ada", "bo"):
        world.interview(f"2026/{name}.md", "themes: nonsense\nattribtion: named\n")
    world.interview("2026/cy.md", "consent: quotes\nstatus: draft\n", "![](no.jpg)")
    world.write("== entries/private/dee.markdown\nA note.\n")
    journal = world.load()
    assert list(journal.counted()) == [
        "3 private entries have errors: run `journal check`",
        "4 private entries have warnings: run `journal check`",
    ]
    assert journal.private_counts() == {"consent": 2, "status": 1}
    assert journal.wants_public == frozenset()


HIDDEN = "person: Zqx Roe\n"
QUOTE = "> [!quote] Zqx steals\n> “Text.”\n>\n> #{}\n"
UNTOLD = {
    "a hidden name in the place of a word": (f"consent: quotes\n{HIDDEN}format: Zqx Roe\n", ""),
    "a hidden name in the place of a concept": (f"consent: quotes\n{HIDDEN}themes: zqx_roe\n", ""),
    "the value of a key that is hidden": ("consent: quotes\nhide: [minutes]\nminutes: zqx\n", ""),
    "a line of a list that is hidden": ("consent: quotes\nhide: themes\nthemes:\n- budget\n- zqx\n", ""),
    "a key that goes beyond the card": ("consent: summary\nformat: zqx\n", ""),
    "a tag in a text of which they allowed a summary": ("consent: summary\n", "> [!insight] A\n> B\n>\n> #zqx\n"),
    "a tag of their words": ("consent: paraphrase\n", QUOTE.format("zqx")),
    "a tag of a question whose answer is theirs": ("consent: paraphrase\ntranscript: yes\n", "## Why?\n#zqx\n\nText.\n"),
    "a tag of a question below which all answers are theirs": (
        "consent: paraphrase\n",
        f"## Why?\n#zqx\n\n### How?\n\n{QUOTE.format('pay')}\n### When?\n",
    ),
    "an element in their words": ("consent: paraphrase\n", "> [!quote] A\n> <zqx>B\n\n> [!quote] C\n> D</zqx>\n"),
    "an element in a passage that may have been meant as private": (
        "consent: quotes\n",
        "> [!qutoe] A\n> <zqx>B\n\n> [!qutoe] C\n> D</zqx>\n",
    ),
    "anything where nobody can tell what is hidden": ("consent: quotes\nhide: plase\nthemes: zqx\n", ""),
    "anything where nobody can tell whom it is about": ("consent: quotes\nperson: {a: b}\nthemes: zqx\n", ""),
    "anything where it may have been meant to be held back": ("consent: quotes\nsecret_until: 2030\nthemes: zqx\n", ""),
}


@pytest.mark.parametrize(("keys", "body"), UNTOLD.values(), ids=UNTOLD)
def test_a_public_log_quotes_nothing_that_readers_do_not_see(world: World, keys: str, body: str):
    """The build stops and says no more than that; the author reads all of it from `journal check`."""
    journal = world.interview("2026/a.md", keys, body).load()
    assert "zqx" in " ".join(problem.text.casefold() for problem in journal.stopping)
    assert "zqx" not in " ".join([*map(str, journal.aloud), *journal.counted()]).casefold()
    assert "1 file has errors that must not be printed here, for they may quote what is hidden: run `journal check`" in journal.counted()


def test_a_warning_that_quotes_what_is_hidden_is_counted(world: World):
    """Two of their words under one anchor stop nothing, and tell nobody what they said."""
    for name in "ab":
        world.interview(f"2026/{name}.md", "consent: paraphrase\n", f"{QUOTE.format('pay')}\n{QUOTE.format('pay')}")
    journal = world.load()
    assert (journal.aloud, journal.stopping) == ((), ())
    assert list(journal.counted()) == [
        "2 files have warnings that must not be printed here, for they may quote what is hidden: run `journal check`"
    ]


TOLD = {
    "what stands where readers see it": (f"consent: quotes\n{HIDDEN}themes: bugdet\n", "", [7]),
    "a slip in a passage that readers see": ("consent: paraphrase\n", f"{QUOTE.format('pay')}\n> [!insight] A\n> B\n>\n> #bugdet\n", [15]),
    "a slip in a line that holds nothing else": ("consent: paraphrase\n", "#bugdet\n\nText.\n", [7]),
    "a tag of a question that nobody has answered yet": ("consent: paraphrase\n", "## Why?\n#bugdet\n", [8]),
    "a tag of a question of whose answer readers see some": (
        "consent: paraphrase\n",
        f"## Why?\n#bugdet\n\n{QUOTE.format('pay')}\nText.\n\n[1]: x\n\n### How?\n",
        [8],
    ),
    "a tag of a question above one that is answered": ("consent: paraphrase\n", "## Why?\n#bugdet\n\n### How?\n\nText.\n", [8]),
    "the name of a passage, which must be mended": ("consent: summary\n", "> [!qutoe] A\n> B\n", [7]),
    "which key cannot be read": ("consent: quotes\nembargo: next zqx\n", "", [6]),
    "two keys of which one cannot be read": ("consent: quotes\ntranscript: zqx\nhide: zqx\nthemes: zqx\n", "", [6, 7]),
}


@pytest.mark.parametrize(("keys", "body", "lines"), TOLD.values(), ids=TOLD)
def test_a_public_log_tells_what_can_be_told(world: World, keys: str, body: str, lines: list[int]):
    """Whoever reads the log of a build finds the line to mend, and no value of a key that hides."""
    journal = world.interview("2026/a.md", keys, body).load()
    assert [problem.line for problem in journal.aloud] == lines
    assert "zqx" not in " ".join(map(str, journal.aloud)).casefold()


def test_journal_check_lists_what_stays_private_and_why(world: World):
    """For the author's eyes each private entry has its path and all its reasons."""
    world.interview("2026/a.md", "consent: quotes\nstatus: draft\nreview: sent\n").interview("2026/b.md", "consent: quotes\n")
    assert list(world.load().private()) == [
        ("entries/2026/a.md", "status is draft: your own decision; review is sent: waiting for their answer, and silence is not approval")
    ]


@pytest.mark.parametrize("keys", ["consent: quotes\nattribution: named\n", "genre: reflection\ntitle: Essay\nstatus: published\n"])
def test_of_a_withdrawn_entry_a_page_without_name_or_text_remains(world: World, keys: str):
    """Whoever kept the address learns that nothing is there any more, and nothing else."""
    world.interview("2026/talk.md", f"{keys}takeaway: marker\nperson: Adaeze Okonkwo\nwithdrawn: yes\n", "marker [^1]\n\n[^1]: marker")
    journal = world.load()
    plans = plan_site(journal)
    page = next(plan for plan in plans if plan.url == "2026/talk/")
    assert (page.template, page.title, page.description, page.updated) == ("journal/not_found.html", "Not on the shelf", "", "")
    assert page.view == plans[-1].view
    assert "marker" not in repr(plans) and "Okonkwo" not in repr(plans)


GONE = {
    "it was a draft": ("2026/talk.md", "consent: quotes\nstatus: draft\n"),
    "nothing had been agreed": ("2026/talk.md", "consent: none\n"),
    "its time had not come": ("2026/talk.md", "consent: quotes\nembargo: 2027-01-01\n"),
    "it lay in a private folder": ("private/talk.md", "consent: quotes\n"),
}


@pytest.mark.parametrize(("path", "keys"), GONE.values(), ids=GONE)
def test_nothing_remains_of_what_never_was_public(world: World, path: str, keys: str):
    """A page for what nobody ever saw would tell that it exists."""
    world.interview(path, f"{keys}withdrawn: yes\n")
    assert not any(path.removesuffix(".md") in plan.url for plan in plan_site(world.load()))


@pytest.mark.parametrize("told", ["person: Adaeze Okonkwo", "library: Okonkwo Library", "place: Okonkwo", "job_title: Okonkwo chair"])
def test_nothing_remains_where_the_path_holds_a_name(world: World, told: str):
    """A name that was public yesterday must not live on in an address; a note says so."""
    world.interview("2026/okonkwo-library-okonkwo-chair.md", f"consent: quotes\nattribution: named\n{told}\nwithdrawn: yes\n")
    journal = world.load()
    assert "konkwo" not in repr(plan_site(journal))
    assert [str(problem) for problem in journal.problems] == [
        "entries/2026/okonkwo-library-okonkwo-chair.md:1: note: the file's name tells whom you talked with, so nothing remains under its "
        "address; nothing is to be done; another file's name would have left a page that says “Not on the shelf”"
    ]
    assert journal.failing == () and list(journal.counted()) == []


def test_a_withdrawn_entry_takes_no_page_of_the_journals_own(world: World):
    """An index is not overwritten by the card of an entry that stood in its place."""
    world.interview("themes.md", "consent: quotes\nwithdrawn: yes\n")
    assert [plan.template for plan in plan_site(world.load()) if plan.url == "themes/"] == ["journal/index.html"]


def test_the_author_sees_her_withdrawn_entry(world: World):
    """The preview shows the entry, closed, and no card in its place."""
    world.interview("2026/talk.md", "consent: quotes\nwithdrawn: yes\n", "Text.")
    assert [plan.template for plan in plan_site(world.load(Reader.AUTHOR)) if plan.url == "2026/talk/"] == ["journal/entry.html"]


RESERVED = {
    "problems": "the preview's list of problems",
    "404": "the page for addresses that hold nothing",
    "404.html": "the page for addresses that hold nothing",
    "assets/a": "the files of the theme",
    "search/x": "the search",
    "Search": "the search",
    "feed.xml": "the feed",
    "sitemap.xml": "the sitemap",
    "themes": "the index of themes",
    "Themes": "the index of themes",
    "LIBRARY-TYPES/law": "the index of library types",
    "roles/director": "the index of roles",
    "locales/rural": "the index of locales",
    "questions/hardest": "the index of questions",
    "people/ada": "the index of people",
    "2026": "the conversations of 2026",
    "2026/2": "the conversations of 2026",
    "undated/2": "the entries without a date",
    "Index": "the home page",
    "2026/a/index.html": "the page of its folder",
    "2026/a.html/b": "the page of its folder",
}


@pytest.mark.parametrize("name", RESERVED)
def test_an_address_of_the_journals_own_is_no_entrys(world: World, name: str):
    """Two pages under one address would overwrite each other, today, when a page of that name comes, or on a disk that knows no capitals."""
    world.write("== vocabulary/locales.yml\nscheme: locale\nkey: locale\nconcepts:\n- {id: rural, label: Rural}\n")
    world.interview(f"{name}.md", "consent: quotes\n")
    assert world.problems() == [
        f"entries/{name}.md:1: error: the journal itself puts {RESERVED[name]} at the address of this file; move or rename the file"
    ]


@pytest.mark.parametrize(
    "name", ["2026/themes", "about", "2026/12-months", "20261", "theme", "2026/a/2", "2026/index-cards", "2026/a.html"]
)
def test_any_other_address_is_free(world: World, name: str):
    """What is valid today stays valid."""
    world.interview(f"{name}.md", "consent: quotes\n")
    assert world.problems() == []


ONE = "on Windows and macOS this file and another are one, for their paths differ in capital letters or accents only"


@pytest.mark.skipif(os.name == "nt", reason="on Windows they are one")
@pytest.mark.parametrize(
    "pair", [("2026/Director", "2026/director"), ("2026/caf\u00e9", "2026/cafe\u0301"), ("2026/a", "2026/A"), ("x/a", "X/a")]
)
def test_two_files_that_are_one_on_some_disk_are_an_error_for_both(world: World, pair: tuple[str, str]):
    """The second would take the place of the first, there and on a site that is copied there."""
    for name in pair:
        world.interview(f"{name}.md", "consent: quotes\n")
    if len(world.load().readings) < 2:
        pytest.skip("this disk tells them not apart")
    assert world.problems() == [f"entries/{name}.md:1: error: {ONE}; give one of them another name" for name in sorted(pair)]
    assert len(world.load().stopping) == 2


@pytest.mark.skipif(os.name == "nt", reason="on Windows they are one")
def test_what_is_public_is_not_told_of_what_is_private(world: World):
    """A public log must not say that there is a file which nobody is to know of; the private file is told."""
    world.interview("2026/a.md", "consent: quotes\n").interview("2026/A.md", "").interview("2026/a-b.md", "consent: quotes\n")
    world.interview("2026/a b.md", "")
    if len(world.load().readings) < 4:
        pytest.skip("this disk tells them not apart")
    assert world.problems() == [
        f"entries/2026/A.md:1: error: {ONE}; give one of them another name",
        "entries/2026/a b.md:1: note: read aloud, the address of this file is that of entries/2026/a-b.md; "
        "give one of them another name, if they are easily confused",
    ]
    assert world.load().stopping == ()


def test_two_files_that_sound_alike_are_told(world: World):
    """Both addresses hold, and a reader who hears one of them cannot tell which."""
    for name in ("University Director", "university-director", "c", "c++", "++", "--"):
        world.interview(f"2026/{name}.md", "consent: quotes\n")
    assert world.problems() == [
        f"entries/2026/{name}.md:1: note: read aloud, the address of this file is that of entries/2026/{other}.md; "
        "give one of them another name, if they are easily confused"
        for name, other in (
            ("University Director", "university-director"),
            ("c++", "c"),
            ("c", "c++"),
            ("university-director", "University Director"),
        )
    ]


def test_a_folder_that_may_not_be_opened_stops_every_build(world: World, monkeypatch: pytest.MonkeyPatch):
    """Nobody can tell what lies in it; one named private is counted."""
    world.interview("2025/a.md").interview("private/b.md").interview("2026/c.md")
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith(("2025", "private")):
            raise PermissionError
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    journal = world.load()
    assert [problem.path for problem in journal.stopping] == ["entries/2025"]
    assert list(journal.counted()) == ["2 private entries have errors: run `journal check`"]


def test_a_file_that_vanishes_while_it_is_read_is_an_error(world: World, monkeypatch: pytest.MonkeyPatch):
    """Between the listing and the reading an editor may have moved it."""
    world.interview("2026/a.md", "consent: quotes\n")

    def gone(_: object) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr("pathlib.Path.read_bytes", gone)
    assert "entries/2026/a.md:1: error: the file cannot be read; check that it is there and that you may open it" in world.problems()


def test_the_home_page_needs_nothing(world: World):
    """`index.md` is always public, with or without front matter."""
    world.write("== entries/index.md\nWelcome.\n")
    journal = world.load()
    assert (journal.catalogue.home is not None, journal.problems, journal.catalogue.entries) == (True, (), ())


def test_what_would_be_richer_is_advice_for_public_entries_only(world: World):
    """Advice on a draft would only get in the way."""
    world.interview("2026/a.md", "consent: quotes\n").interview("2026/b.md", "consent: quotes\nstatus: draft\n")
    assert [str(problem) for problem in world.load().problems] == [
        "entries/2026/a.md:1: note: it would be richer with takeaway, person, job_title, library and goal; add what you know"
    ]


def test_a_retelling_may_keep_what_is_no_quotation(world: World):
    """Only a quotation that is left makes a retelling wait."""
    world.interview("2026/a.md", "consent: paraphrase\n", "> Theirs.\n\nMine.\n\n> [!insight] Mine\n> Words.")
    assert world.problems() == []


def test_the_settings_name_the_folders(world: World):
    """Paths in messages start at mkdocs.yml, whatever the folder of the entries is called."""
    settings = world.settings()
    assert (settings.vocabulary, settings.entries_name, settings.excluded("a.md")) == (world.root / "vocabulary", "entries", False)
    (world.root / "entries").rename(world.root / "talks")
    (world.root / "talks" / "a.md").write_text("---\ndate: 2026\n---\n", "utf-8")
    journal = load_journal(replace(settings, entries=world.root / "talks"), Reader.PUBLIC, TODAY)
    assert {problem.path for problem in journal.problems} == {"talks/a.md"}


def test_templates_and_vocabularies_are_found(monkeypatch: pytest.MonkeyPatch, tmp_path):
    """Installed they lie in the package, in a checkout the templates lie beside `plugins/`."""
    assert (resources.vocabularies() / "themes.yml").is_file() and (resources.templates() / "404.html").is_file()
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "a" / "b")
    assert resources.templates() == tmp_path / "templates"
    (tmp_path / "a" / "b" / "templates").mkdir(parents=True)
    assert resources.templates() == tmp_path / "a" / "b" / "templates"


def test_the_journal_of_this_checkout_is_as_it_should_be():
    """The entries that come with the project break no rule of its own."""
    assert load_journal(Settings(ROOT, ROOT / "entries"), Reader.PUBLIC, TODAY).failing == ()
