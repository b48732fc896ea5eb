"""Call numbers: four lines, as on a spine."""

from __future__ import annotations

from collections import Counter

import pytest
from interview_journal import resources
from interview_journal.consent import Disclosed
from interview_journal.plan.call_number import call_number, cutter, filing_name, heading
from interview_journal.vocabulary import read_vocabularies

from tests.conftest import ROOT, World

CUTTERS = {
    # LOOK's examples
    "Okonkwo": ".O36",
    "Wieland": ".W54",
    "Abebe": ".A24",
    "Keane": ".K43",
    "Haddad": ".H33",
    # Library of Congress, Classification and Shelflisting Manual, G 63
    "IBM": ".I26",
    "Idaho": ".I33",
    "Inman": ".I56",
    "Ipswich": ".I67",
    "Sadron": ".S23",
    "Schreiber": ".S37",
    "Stinson": ".S75",
    "Suryani": ".S87",
    "Symposium": ".S96",
    "Quade": ".Q33",
    "Queiroz": ".Q45",
    "Quinn": ".Q56",
    "Quorum": ".Q67",
    "Qutub": ".Q88",
    "Campbell": ".C36",
    "Ceccaldi": ".C43",
    "Cobblestone": ".C63",
    "Cryer": ".C79",
    "Cuellar": ".C84",
    "Cymbal": ".C96",
    # names of all sorts
    "Dąbrowska": ".D33",
    "Østergaard": ".O88",
    "Đặng": ".D36",
    "Nguyễn": ".N48",
    "O’Brien": ".O27",
    "Qureshi": ".Q74",
    "Qasim": ".Q27",
    "Ng": ".N4",
    "Sc": ".S2",
    "Qu": ".Q1",
    "Q": ".Q1",
    "U": ".U1",
    "王小明": ".A1",
    "Каренина": ".A1",
    "3M": ".M1",
    "": ".A1",
}


@pytest.mark.parametrize(("name", "number"), CUTTERS.items(), ids=[name or "nobody" for name in CUTTERS])
def test_a_name_has_the_cutter_number_of_the_table(name: str, number: str):
    """The number follows the Library of Congress table, so that a librarian nods."""
    assert cutter(name) == number


HEADINGS = {
    "Adaeze Okonkwo": "Okonkwo",
    "Schmidt, Ada": "Schmidt",
    "Łucja Dąbrowska": "Dąbrowska",
    "王小明": "王小明",
    "Qureshi": "Qureshi",
    "Gerard 't Hooft": "Hooft",
    "": "",
}


@pytest.mark.parametrize(("name", "word"), HEADINGS.items(), ids=str)
def test_a_person_is_filed_under_the_surname(name: str, word: str):
    """What stands before a comma is the surname, else the last word is."""
    assert heading(name) == word


FILED = {
    "attribution: named\nperson: Adaeze Okonkwo\n": "Okonkwo, Adaeze",
    "attribution: named\nperson: [Bo Li, Adaeze Okonkwo]\n": "Li, Bo",
    "attribution: named\nperson: Okonkwo, Adaeze\n": "Okonkwo, Adaeze",
    "attribution: named\nperson: Bartleby\n": "Bartleby",
    "attribution: named\nperson: Nguyễn Thu Hà\n": "Nguyễn, Thu Hà",
    "attribution: pseudonym\nperson: Nguyễn Thu Hà\ndisplay_name: The Night Librarian\n": "The Night Librarian",
    "attribution: title-only\nperson: Nguyễn Thu Hà\n": "",
}
PEOPLE = "== vocabulary/people.yml\nscheme: person\nconcepts:\n- {id: ha, label: Nguyễn Thu Hà, alt: ['Trần, Hà', 'Nguyễn, Thu Hà']}\n"


@pytest.mark.parametrize(("keys", "filed"), FILED.items())
def test_a_name_is_filed_inverted_unless_its_record_says_how(world: World, keys: str, filed: str):
    """A variant of the same words with a comma says which the family name is; a name that is not theirs is not turned around."""
    journal = world.write(PEOPLE).interview("a.md", f"consent: quotes\n{keys}").load()
    assert filing_name(journal.catalogue.entries[0], journal.vocabularies) == filed


def test_a_call_number_has_four_lines(world: World):
    """Kind of library, role, year and name, as on the spine of a book."""
    world.interview("2026/a.md", "consent: quotes\nattribution: named\nperson: Adaeze Okonkwo\n")
    vocabularies = world.load().vocabularies
    entry = world.entry("2026/a.md")
    assert isinstance(entry, Disclosed)
    number = call_number(entry, vocabularies)
    assert (number.lines, number.spoken) == (("UNIV", "DIRE", "2026", ".O36"), "Call number UNIV DIRE 2026 .O36")


def test_a_call_number_tells_nothing_that_is_hidden(world: World):
    """The Cutter number is made of the shown name, and what is hidden leaves its line out."""
    world.interview("2026/a.md", "consent: quotes\nperson: Adaeze Okonkwo\nhide: [role, date]\n")
    world.interview("2026/b.md", "consent: quotes\nperson: Adaeze Okonkwo\nattribution: pseudonym\ndisplay_name: Clio\n")
    vocabularies = world.load().vocabularies
    lines = [call_number(entry, vocabularies).lines for entry in (world.entry("2026/a.md"), world.entry("2026/b.md"))]
    assert lines == [("UNIV", ".A1"), ("UNIV", "DIRE", "2026", ".C55")]


def test_an_essay_has_its_genre_in_front(world: World):
    """A reflection is no conversation, and its number says so."""
    world.write("== entries/2026/e.md\n---\ngenre: reflection\ntitle: Essay\ndate: 2026\nstatus: published\n---\n")
    assert call_number(world.entry("2026/e.md"), world.load().vocabularies).lines == ("REFL", "2026", ".A1")


@pytest.mark.parametrize("name", ["facets", "own"])
def test_no_two_concepts_share_a_mark(name: str):
    """A call number that two kinds of library or two roles share would shelve neither."""
    folder = resources.vocabularies() if name == "facets" else ROOT / "vocabulary"
    vocabularies, _ = read_vocabularies(folder, resources.vocabularies())
    shared = {
        (scheme, mark)
        for scheme in ("library_type", "role")
        for mark, number in Counter(concept.call_mark for concept in vocabularies.by_scheme[scheme].concepts).items()
        if number > 1
    }
    assert shared == set()
