"""The table of front matter is FORMAT's, and nothing private in it reaches a reader."""

from dataclasses import fields

import pytest
from interview_journal import keys
from interview_journal.consent import Disclosed
from interview_journal.entry import Entry
from interview_journal.keys import BY_NAME, KEYS, Key
from interview_journal.value import LOG_VERBS, Kind

from tests.golden import reading_of

NOT_KEYS = {"path", "name", "blocks", "facets", "lines", "is_note", "not_yet"}
"""What an entry has beside the values of its keys."""
FORMAT = (
    "genre date title takeaway person job_title library library_type role themes place format minutes goal goal_met image image_alt pin "
    "updated language related was mention next_questions via introduced_by referred_to log follow_up status consent attribution "
    "display_name transcript review embargo withdrawn hide"
)
"""The keys of FORMAT's table, in its order."""
PRIVATE = {"next_questions", "via", "introduced_by", "referred_to", "log", "follow_up"}
"""The keys that FORMAT marks with a lock."""
OTHER_TOOLS = {"draft", "published", "publish", "private"}


def test_the_table_has_the_keys_of_the_contract_in_their_order():
    """A key that the manual promises is read, and no other."""
    assert [key.name for key in KEYS if not key.elsewhere] == FORMAT.split()
    assert {key.name for key in KEYS if key.elsewhere} == OTHER_TOOLS


def test_each_key_is_an_attribute_of_an_entry_and_each_attribute_a_key():
    """Nothing that is written is lost, and nothing is read that has no row."""
    rows = {key.name for key in KEYS if key.kind is not Kind.CONCEPTS and not key.elsewhere}
    assert {field.name for field in fields(Entry)} - NOT_KEYS == rows


def test_each_private_key_has_no_field_on_what_is_disclosed():
    """What a reader's page never gets, it cannot leak."""
    private = {key.name for key in KEYS if key.private}
    assert private >= PRIVATE | OTHER_TOOLS
    assert not private & {field.name for field in fields(Disclosed)}


def test_the_values_of_a_closed_set_are_those_of_the_contract():
    """A word that the manual promises is accepted."""
    choices = {key.name: " ".join(key.choices) for key in KEYS if key.choices}
    assert choices == {
        "genre": "interview reflection page",
        "format": "in-person video phone email visit",
        "goal_met": "yes partly no changed",
        "via": "instructor classmate colleague mentor friend family guest-speaker staff-directory association social-media event cold",
        "status": "draft published",
        "consent": "none summary paraphrase quotes",
        "attribution": "anonymous pseudonym title-only named",
        "review": "not-offered offered sent changes approved waived",
    }
    assert LOG_VERBS == ("asked", "nudged", "agreed", "declined", "scheduled", "met", "thanked", "sent-draft", "approved", "told")


@pytest.mark.parametrize("key", [key for key in KEYS if key.default], ids=lambda key: key.name)
def test_each_default_of_the_table_is_that_of_an_entry(key: Key):
    """What the manual says holds without a line holds without a line."""
    default = getattr(Entry("entries/a.md", "a"), key.name)
    assert default == {"no": False}.get(key.default, key.default)


@pytest.mark.parametrize("key", [key for key in KEYS if key.example], ids=lambda key: key.name)
def test_each_example_of_the_table_can_be_read(key: Key):
    """What `journal new` and the manual show is no mistake."""
    file = f"---\n{key.name}: {key.example}\nimage_alt: What it shows\n---\n"
    assert [str(problem) for problem in reading_of({"file": file}).problems if problem.line > 1] == []


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_each_row_says_what_it_means_in_a_sentence(key: Key):
    """The manual's table is made of the rows."""
    assert key.help.endswith(".") and key.help[0].isupper()
    assert (key.kind is Kind.CHOICE) == bool(key.choices) and (key.kind is Kind.CONCEPTS) == bool(key.scheme)


@pytest.mark.parametrize(
    "typed",
    ["library_type", "library-type", "libraryType", "Library type", "LIBRARY_TYPE", "LibraryType", " library  type ", "library -_type"],
)
def test_every_spelling_of_a_key_is_one_key(typed: str):
    """Whoever comes from another tool keeps the spelling of that tool."""
    assert keys.normal(typed) == "library_type"


def test_the_facet_of_an_author_is_a_key_and_displaces_none():
    """A further facet adds a row; the rows of the contract stay."""
    locale, place = keys.facet_key("locale", "locale", "Where."), keys.facet_key("place", "place", "Elsewhere.")
    table = keys.with_facets([locale, place])
    assert table["locale"] is locale and table["place"] is BY_NAME["place"] and len(table) == len(KEYS) + 1
