"""A new entry before it is written."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from interview_journal import keys
from interview_journal.entry import Entry, read_entry
from interview_journal.scaffold import LAST, Scaffold
from interview_journal.source import Unreadable, decode, read_source
from interview_journal.value import partial_date, visible
from interview_journal.vocabulary import Concept, Vocabularies

from tests.conftest import World
from tests.golden import MODEST, vocabularies

DATE = partial_date("2026-03-14")
DIRECTOR = Scaffold("interview", DATE, library_type="university", role="director")


def read(scaffold: Scaffold, words: Vocabularies | None = None) -> Entry:
    """The entry that a scaffold's file is, in which nothing is wrong."""
    words = words or vocabularies()
    reading = read_entry(read_source("entries/a.md", scaffold.text(words).encode()), words)
    assert reading.entry and not reading.problems, reading.problems
    return reading.entry


def own(world: World, questions: str) -> Vocabularies:
    """The vocabularies of a journal with these questions."""
    world.write(f"== vocabulary/questions.yml\nscheme: question\nconcepts:\n{questions}\n")
    return world.load().vocabularies


def test_each_role_and_type_of_library_makes_an_entry_without_fault():
    """Whatever she chooses is read back as she chose it, private and a draft."""
    types, roles = (vocabularies().by_scheme[scheme] for scheme in ("library_type", "role"))
    chosen = [(type.id, "director") for type in types.concepts] + [("university", role.id) for role in roles.concepts]
    for library_type, role in chosen:
        entry = read(Scaffold("interview", DATE, "", "Adaeze Okonkwo", library_type, role))
        assert (entry.facets["library_type"], entry.facets["role"]) == ((library_type,), (role,))
        assert (entry.date, entry.person, entry.status, entry.consent) == (DATE, ("Adaeze Okonkwo",), "draft", "none")
    assert len(chosen) > 100


@pytest.mark.parametrize("genre", ["reflection", "page"])
def test_the_other_genres_make_an_entry_without_fault(genre: str):
    """An essay and a page need a title, and have no questions."""
    entry = read(Scaffold(genre, DATE, "What I learnt: a list"))
    assert (entry.genre, entry.title, entry.date, entry.status, entry.blocks) == (genre, "What I learnt: a list", DATE, "draft", ())


@MODEST
@given(st.text())
def test_any_name_is_read_back_as_it_is(text: str):
    """A name may hold quotation marks, colons and whatever else YAML has a meaning for."""
    try:
        name = " ".join(decode("", text.encode()).split())
    except (Unreadable, UnicodeEncodeError):
        assume(False)
    assert read(replace(DIRECTOR, person=name)).person == ((name,) if visible(name) else ())


@pytest.mark.parametrize(
    "name", ["O'Brien: x", '"Q"', "#1", "- a", "No", "1984", "~", "{{ x }}", "Łucja", "a\\b", "[private]", "٢", "👩‍🏫"]
)
def test_names_that_yaml_has_a_meaning_for_stay_names(name: str):
    """The names that most likely break a file do not."""
    assert read(replace(DIRECTOR, person=name)).person == (name,)


def test_the_keys_stand_in_the_order_of_the_table_and_say_what_they_are_for():
    """What is empty has its help beside it, and its values where there are few."""
    lines = DIRECTOR.text(vocabularies()).split("---\n")[1].splitlines()[1:]
    names = [line.partition(":")[0] for line in lines]
    assert names == [key.name for key in keys.KEYS if key.name in names]
    assert {"takeaway", "person", "goal", "consent", "attribution"} < set(names) and len(lines) < 20
    assert [line for line in lines if "#" not in line] == [
        "date: 2026-03-14",
        "library_type: university",
        "role: director",
        "status: draft",
    ]
    assert "attribution:   # How they are shown (anonymous, pseudonym, title-only or named)" in lines
    assert "referred_to:   # 🔒 Whom they suggested" in lines
    assert "minutes:       # How long it took; for example 34" in lines


def test_a_facet_of_her_own_is_among_the_keys(world: World):
    """Whoever made a facet wants to fill it; one whose key is wrong waits until it is mended."""
    for name, key in (("locales", "locale"), ("odd", "a: b")):
        world.write(f"== vocabulary/{name}.yml\nscheme: {name}\nkey: '{key}'\ntitle: Kind of place\nconcepts: []\n")
    words = world.load().vocabularies
    lines = DIRECTOR.text(words).splitlines()
    assert "locale:        # Kind of place" in lines and not [line for line in lines if "a: b" in line]
    assert "locale" not in Scaffold("page", title="About").text(words)
    read(DIRECTOR, words)


def questions(scaffold: Scaffold, words: Vocabularies | None = None) -> list[str]:
    """The headings of a scaffold."""
    return re.findall(r"^### (.*)$", scaffold.text(words or vocabularies()), re.M)


def bank(**more: str) -> list[str]:
    """The questions of the packaged bank of which these things are true."""
    concepts = vocabularies().questions.concepts
    return [concept.label for concept in concepts if all(value in concept.more.get(name, ()) for name, value in more.items())]


def test_a_role_brings_the_questions_of_its_pack():
    """A director is asked what directors are asked, between what everybody is and what one asks oneself."""
    asked, pack, after = questions(DIRECTOR), bank(packs="director"), bank(phase="after")
    assert len(pack) == 3 and asked[3:6] == pack
    assert asked[-len(after) :] == after
    assert [asked[0], asked[6]] == [bank(phase="open")[0], bank(phase="hard")[0]]
    assert not set(pack) & set(questions(replace(DIRECTOR, role="reference")))


def test_a_role_brings_the_pack_of_the_broader_role_too():
    """A processing archivist is an archivist."""
    assert set(bank(packs="archivist")) < set(questions(replace(DIRECTOR, role="processing-archivist")))


def test_what_comes_near_to_asking_for_a_job_is_asked_last_or_never(world: World):
    """Asking for a job is taboo; how hiring works may be asked once trust is there."""
    row = "- {{id: {0}, label: '{0}?', phase: {1}, packs: [{2}], jobs: {3}}}"
    rows = [row.format("hire", "role-pack", "director", LAST), row.format("give", "role-pack", "director", "direct")]
    words = own(
        world, "\n".join([*rows, row.format("work", "role-pack", "director", "none"), "- {id: last, label: 'last?', phase: close}"])
    )
    assert questions(DIRECTOR, words) == ["work?", "last?", "hire?"]


def test_questions_of_her_own_need_no_phases(world: World):
    """A bank without phases gives its packs, and no empty debrief."""
    words = own(world, "- {id: a, label: 'Why\n  not?', packs: [director]}")
    assert questions(DIRECTOR, words) == ["Why not?"] and "yourself" not in DIRECTOR.text(words)
    assert "yourself" in DIRECTOR.text(vocabularies())


@pytest.mark.parametrize(
    ("scaffold", "name"),
    [
        (DIRECTOR, "2026/university-director"),
        (replace(DIRECTOR, person="Adaeze Okonkwo", title="Adaeze Okonkwo"), "2026/university-director"),
        (replace(DIRECTOR, library_type="Biblioteca Ñ!", role="?"), "2026/biblioteca-ñ"),
        (replace(DIRECTOR, library_type="!", role="?"), "2026/interview"),
        (Scaffold("reflection", DATE, "What I learnt"), "2026/what-i-learnt"),
        (Scaffold("reflection", DATE, "2"), "2026/reflection-2"),
        (Scaffold("page", DATE, "About"), "about"),
        (Scaffold("page", title="Themes"), "page-themes"),
        (Scaffold("page", title="Search"), "page-search"),
        (Scaffold("page", title="1984"), "page-1984"),
        (Scaffold("page", title="Index"), "page-index"),
        (Scaffold("page", title="Con"), "page-con"),
        (Scaffold("page", title="!!"), "page"),
        (Scaffold("page", title="word " * 40), "-".join(["word"] * 12)),
        (Scaffold("page", title="a" * 300), "a" * 60),
    ],
)
def test_a_file_is_named_by_what_may_always_be_shown(scaffold: Scaffold, name: str):
    """Year, kind of library and role, or a title; never a person, and no address that is taken."""
    assert scaffold.name(facet.name for facet in vocabularies().facets) == name


def test_a_term_of_an_open_vocabulary_may_be_new(world: World):
    """Where an unknown role is no error in front matter, it is none here."""
    words = vocabularies()
    roles = replace(words.by_scheme["role"], open=True, concepts=(Concept("director", "Director"),))
    words = replace(words, facets=tuple(roles if facet.scheme == "role" else facet for facet in words.facets))
    reading = read_entry(read_source("entries/a.md", replace(DIRECTOR, role="Map: keeper").text(words).encode()), words)
    assert reading.entry and reading.entry.facets["role"] == ("map-keeper",)
