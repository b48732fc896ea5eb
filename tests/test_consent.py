"""The publication rule: what holds an entry back, and what consent leaves of it."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from interview_journal import keys
from interview_journal.body import Prose
from interview_journal.consent import Disclosed, Part, Reader, Withheld
from interview_journal.consent.part import bare, without_tags_of_nothing
from interview_journal.plan.site import frame_of, plan_site

from tests.conftest import TODAY, World

FOLDER = Path(__file__).parent / "cases"
PUBLICATION: list[dict[str, Any]] = yaml.load((FOLDER / "publication.yml").read_text("utf-8"), yaml.BaseLoader)
CONSENT: list[dict[str, Any]] = yaml.load((FOLDER / "consent.yml").read_text("utf-8"), yaml.BaseLoader)
HOLDING = {
    "status": "status: draft",
    "review": "review: sent",
    "embargo": "embargo: 2026-12-01",
    "draft": "draft: true",
    "published": "published: false",
    "publish": "publish: false",
    "private": "private: true",
    "withdrawn": "withdrawn: yes",
    "consent": "consent: none\nattribution: named",
}
"""Each key that holds an interview back by itself, and a line that does so."""


def name_of(case: dict[str, Any]) -> str:
    """The name of a case, as pytest prints it."""
    return str(case["name"])


def path_of(case: dict[str, Any]) -> str:
    """Where the file of a case stands."""
    return case.get("path", f"2026/case-{PUBLICATION.index(case)}.md")


def marker_of(case: dict[str, Any]) -> str:
    """A word that stands in no other file."""
    return f"marker{PUBLICATION.index(case)}z"


class Shelf:
    """One journal with the files of all cases, as both readers have it."""

    def __init__(self, root: Path) -> None:
        world = World(root)
        for case in PUBLICATION:
            date = f"date: {case['date']}\n" if case.get("date", "2026-03-14") and "date" in case else ""
            date = date or ("" if "date" in case else "date: 2026-03-14\n")
            front = f"---\n{date}takeaway: {marker_of(case)}\nlibrary_type: university\nrole: director\n{case.get('keys', '')}\n---\n"
            world.write(f"== entries/{path_of(case)}\n{case.get('file', front)}\nText with {marker_of(case)}.\n")
        for one, other in combinations(HOLDING, 2):
            consent = "" if "consent" in (one, other) else "consent: quotes\n"
            world.interview(f"pairs/{one}-{other}.md", f"{consent}{HOLDING[one]}\n{HOLDING[other]}\n", f"pair{one}{other}")
        journals = {reader: world.load(reader) for reader in Reader}
        self.entries = {
            reader: {entry.path: entry for entry in (*journal.disclosed, *journal.withheld)} for reader, journal in journals.items()
        }
        self.site = repr(plan_site(journals[Reader.PUBLIC])) + repr(frame_of(journals[Reader.PUBLIC]))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The journal of all cases; reading it once serves every case."""
    return Shelf(tmp_path_factory.mktemp("publication"))


@pytest.mark.parametrize("case", PUBLICATION, ids=name_of)
def test_a_reader_sees_an_entry_or_nothing_of_it(case: dict[str, Any], shelf: Shelf):
    """An entry is public exactly where nothing holds it back, and else leaves no trace in any page."""
    entry = shelf.entries[Reader.PUBLIC][f"entries/{path_of(case)}"]
    assert isinstance(entry, Withheld if case.get("reasons") else Disclosed)
    assert (marker_of(case) in shelf.site) is not bool(case.get("reasons"))


@pytest.mark.parametrize("case", PUBLICATION, ids=name_of)
def test_the_author_sees_every_entry_and_why_a_reader_does_not(case: dict[str, Any], shelf: Shelf):
    """The preview shows a private entry with all its reasons, in words."""
    entry = shelf.entries[Reader.AUTHOR][f"entries/{path_of(case)}"]
    assert isinstance(entry, Disclosed)
    assert [f"{reason.key} {reason.text}" for reason in entry.reasons] == case.get("reasons", [])
    assert marker_of(case) in repr(entry)


@pytest.mark.parametrize("pair", [*combinations(HOLDING, 2)], ids="-".join)
def test_two_words_that_hold_back_are_both_told(pair: tuple[str, str], shelf: Shelf):
    """No word that holds an entry back makes another one forgotten."""
    path = f"entries/pairs/{pair[0]}-{pair[1]}.md"
    assert isinstance(shelf.entries[Reader.PUBLIC][path], Withheld)
    assert {reason.key for reason in shelf.entries[Reader.AUTHOR][path].reasons} == set(pair)
    assert f"pair{''.join(pair)}" not in shelf.site


def test_the_preview_names_the_lines_that_would_publish(world: World):
    """An author is told what to write, and what she would promise by it."""
    world.interview("2026/a.md", "")
    entry = world.entry("2026/a.md", Reader.AUTHOR)
    assert [(reason.line, reason.promise) for reason in entry.reasons] == [
        ("consent: quotes", "they agreed to be quoted"),
        ("attribution: named", "under their name"),
    ]


def test_nobody_sees_a_file_that_cannot_be_read(world: World):
    """Where nobody can tell what a file wants, no reader gets it."""
    world.write("== entries/2026/a.md\n---\ndate: 2026\n")
    assert isinstance(world.entry("2026/a.md", Reader.PUBLIC), Withheld)
    assert isinstance(world.entry("2026/a.md", Reader.AUTHOR), Withheld)


def case_in(world: World, case: dict[str, Any]) -> World:
    """The world with the files of a case of consent."""
    for path, text in case.get("files", {}).items():
        world.write(f"== {path}\n{text}")
    return world.interview("2026/case.md", f"{case['keys']}\n", case["body"])


def words_in(case: dict[str, Any], beginning: str) -> set[str]:
    """The words of a case that begin so, in keys and body."""
    return set(re.findall(rf"\b{beginning}\w+", f"{case['keys']}\n{case['body']}", re.I)) - set(case.get("except", []))


@pytest.mark.parametrize("case", CONSENT, ids=name_of)
def test_a_reader_gets_what_was_agreed_to_and_nothing_else(case: dict[str, Any], world: World):
    """What consent withholds stands nowhere in what a reader gets: no value, page, address, picture or list of a whole site."""
    journal = case_in(world, case).load()
    site = repr(journal.disclosed) + repr(plan_site(journal)) + repr(sorted(journal.texts.shown)) + repr(journal.catalogue)
    assert {word for word in words_in(case, "shut") if word.casefold() in site.casefold()} == set()
    if words_in(case, "open"):
        assert {word for word in words_in(case, "open") if word not in site} == set()
        assert world.entry("2026/case.md").facets["theme"] == tuple(case.get("themes", ()))


@pytest.mark.parametrize("case", CONSENT, ids=name_of)
def test_the_author_gets_all_she_wrote(case: dict[str, Any], world: World):
    """The preview holds every word of the file but comments and keys that nobody knows."""
    entry = case_in(world, case).entry("2026/case.md", Reader.AUTHOR)
    missing = {word for word in words_in(case, "open") | words_in(case, "shut") if word not in repr(entry)}
    assert missing == set(case.get("gone", []))


@pytest.mark.parametrize("case", CONSENT, ids=name_of)
def test_what_a_reader_does_not_see_is_marked_in_the_preview(case: dict[str, Any], world: World):
    """What the preview takes for open to readers is what a reader gets, block by block."""
    public, whole = case_in(world, case).entry("2026/case.md"), world.entry("2026/case.md", Reader.AUTHOR)
    if isinstance(public, Disclosed):
        assert [part.block for part in public.parts] == [part.for_readers for part in whole.parts if part.for_readers]
        assert public.facets == whole.facets


def test_closed_parts_say_why(world: World):
    """The author reads beside each withheld passage what would open it."""
    body = "Mine.\n\n> Theirs.\n\n### Why?\n\n> Because.\n\n> [!quote] Said\n> So.\n\n"
    body += "> [!insight] Only\n> > quoted\n\n> [!private] Off\n> Never."
    world.interview("2026/a.md", "consent: paraphrase\n", body).interview("2026/b.md", "consent: summary\n", "Text.")
    parts = [part for name in ("a", "b") for part in world.entry(f"2026/{name}.md", Reader.AUTHOR).parts]
    assert [part.closed for part in parts] == [
        "its quotations: only with consent to quotes",
        "",
        "a quotation: only with consent to quotes",
        "their words: only with consent to quotes",
        "a quotation: only with consent to quotes",
        "never built",
        "only the card: they agreed to a summary",
    ]


def test_a_kind_nobody_knows_is_shown_to_its_author_alone(world: World):
    """A misspelt `[!private]` must not reach a reader, and must not vanish from the author's eyes."""
    world.interview("2026/a.md", "genre: page\ntitle: About\nstatus: published\n", "> [!privte] Secret\n> Words.")
    entry = world.entry("2026/a.md", Reader.AUTHOR)
    assert [(part.closed, part.for_readers) for part in entry.parts] == [("withheld: nobody knows this kind of passage", None)]


def test_a_private_key_has_no_field():
    """What has no field cannot be printed by mistake."""
    private = {key.name for key in keys.KEYS if key.private}
    assert private and not private & {field.name for field in fields(Disclosed)}


def test_nothing_of_the_authors_own_is_in_a_public_value(world: World):
    """The fields that serve the preview are empty for everybody else."""
    world.interview("2026/a.md", "consent: paraphrase\nvia: mentor\nperson: Ada Okonkwo\n", "Text.\n\n> Quoted.")
    entry = world.entry("2026/a.md")
    assert (entry.reasons, entry.alone, [part.closed for part in entry.parts]) == ((), (), [""])


def test_blocks_lose_their_source():
    """The source of a block holds comments and what is withheld of it."""
    block = Prose("source", 1, "", "text", "own")
    assert bare(block) == replace(block, source="", own="")


def test_a_closed_question_keeps_its_tags_for_the_author():
    """Only what is open to readers is weighed."""
    assert without_tags_of_nothing([Part(Prose("", 1, "", "text", ""), "closed")]) == (Part(Prose("", 1, "", "text", ""), "closed"),)


def test_what_is_the_authors_alone_is_listed_in_the_preview(world: World):
    """Below the line stand the private keys, and those that consent, attribution or `hide` keeps from readers, as she wrote them."""
    world.interview(
        "2026/a.md",
        "consent: summary\nattribution: pseudonym\nperson: [Ada Okonkwo, Bo Li]\ndisplay_name: Clio\njob_title: head\nlibrary: Elm\n"
        "place: Ely\nminutes: 34\nhide: [date, takeaway]\ntakeaway: Money.\n"
        "log: [2026-03-01 asked by mail, 2026-03-05 met]\nfollow_up: 2027-01-01\n",
    )
    assert world.entry("2026/a.md", Reader.AUTHOR).alone == (
        ("date", "2026-03-14"),
        ("takeaway", "Money."),
        ("person", "Ada Okonkwo; Bo Li"),
        ("job_title", "head"),
        ("place", "Ely"),
        ("minutes", "34"),
        ("log", "2026-03-01 asked by mail; 2026-03-05 met"),
        ("follow_up", "2027-01-01"),
    )


def test_a_goal_is_shown_by_its_label(world: World):
    """A goal is public where a public entry names it: by its label, never by its reason."""
    world.write("== vocabulary/goals.yml\nscheme: goal\nconcepts:\n- {id: reach, label: Reaching people, why: Because of home}\n")
    world.interview("2026/a.md", "consent: quotes\ngoal: [reach, Something else]\n")
    assert world.entry("2026/a.md").goal == ("Reaching people", "Something else")
    assert "Because of home" not in repr(plan_site(world.load()))


def test_a_day_makes_the_difference(world: World):
    """The same file is private today and public tomorrow, with no other change."""
    world.interview("2026/a.md", "consent: quotes\nembargo: 2026-11-25\n")
    assert isinstance(world.entry("2026/a.md", day=TODAY), Withheld)
    assert isinstance(world.entry("2026/a.md", day=TODAY.replace(day=25)), Disclosed)


def test_a_word_that_means_something_else_is_shown_in_the_preview_only(world: World):
    """What no page shows is seen to be heeded, and by nobody else; what pages show is no secret."""
    world.interview("2026/b.md").interview("2026/a.md", "consent: quotes\nlanguage: en\nrelated: b.md\nmention: green\n")
    author, reader = world.entry("2026/a.md", Reader.AUTHOR), world.entry("2026/a.md")
    assert dict(author.alone) == {"mention": "green"} and reader.alone == ()
    assert (reader.language, reader.related) == ("en", ("b.md",))


LEVELS = {
    "nothing is written": ("person: Ada Oko\n", "anonymous"),
    "the entry says so": ("person: Ada Oko\nattribution: named\n", "named"),
    "the record is more careful": ("person: Bo Li\nattribution: named\n", "title-only"),
    "the entry is more careful": ("person: Bo Li\nattribution: pseudonym\ndisplay_name: Clio\n", "pseudonym"),
    "one of two is more careful": ("person: [Ada Oko, Bo Li]\nattribution: named\n", "title-only"),
}


@pytest.mark.parametrize(("keys", "level"), LEVELS.values(), ids=LEVELS)
def test_the_more_careful_attribution_is_the_one_that_is_told(world: World, keys: str, level: str):
    """What is said of how somebody is shown is how they are shown."""
    world.write("== vocabulary/people.yml\nscheme: person\nconcepts:\n- {id: bo, label: Bo Li, attribution: title-only}\n")
    assert world.interview("2026/a.md", f"consent: quotes\n{keys}").entry("2026/a.md").attribution == level


@pytest.mark.parametrize(
    ("review", "approved"),
    [("", False), ("review: waived\n", False), ("review: approved\n", True), ("review: approved\nhide: review\n", False)],
)
def test_only_who_has_read_it_has_approved(world: World, review: str, approved: bool):
    """Whoever did not want to read it is not said to have done so."""
    assert world.interview("2026/a.md", f"consent: quotes\n{review}").entry("2026/a.md").approved is approved


@pytest.mark.parametrize("key", ["role", "themes"])
def test_a_hidden_facet_is_hidden_in_the_tags_of_passages_too(world: World, key: str):
    """What is kept off the card is on no page by another way."""
    body = "### Why?\n#budget #role/cataloging\n\nSo.\n\n> [!insight] I\n> X.\n>\n> #workload #role/director\n"
    entry = world.interview("a.md", f"consent: quotes\nhide: {key}\n", body).entry("entries/a.md".removeprefix("entries/"))
    assert isinstance(entry, Disclosed)
    tags = {scheme for part in entry.parts for scheme, _ in getattr(part.block, "tags", ())}
    assert tags == {"role", "theme"} - {{"role": "role", "themes": "theme"}[key]}
