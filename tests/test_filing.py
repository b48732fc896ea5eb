"""What stands below the ring: the filed card, the citation, the reply, and what is related in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from interview_journal.consent import Reader
from interview_journal.journal import load_journal
from interview_journal.plan.entry_page import EntryView
from interview_journal.plan.filing import inverted, roman
from interview_journal.settings import Settings
from interview_journal.text import ended

from tests.conftest import TODAY, World
from tests.planned import view

ADA = "consent: quotes\nattribution: named\nperson: Ada Oko\njob_title: head\nplace: Ely\nlibrary: Elm\nformat: video\nminutes: 34\n"


def settings(world: World, **changed: object) -> Settings:
    """What `mkdocs.yml` says, with an author and an address."""
    said: dict[str, object] = {"name": "Half an Hour", "author": "Mara Voss", "url": "https://example.org/j/", **changed}
    return replace(world.settings(), **said)  # type: ignore[arg-type]


def page(world: World, keys: str = ADA, body: str = "", reader: Reader = Reader.PUBLIC, **changed: object) -> EntryView:
    """The page of an entry with these keys."""
    journal = load_journal(settings(world.interview("2026/a.md", keys, body), **changed), reader, TODAY)
    assert not journal.stopping
    return view(journal, "2026/a.html" if changed.get("directories") is False else "2026/a/", EntryView)


def description(world: World, keys: str = ADA, **changed: object) -> tuple[str, str]:
    """Heading and description of the filed card."""
    card = page(world, keys, **changed).card
    assert card is not None
    return (card.heading.label if card.heading else ""), card.description


def cited(world: World, keys: str = ADA, **changed: object) -> str:
    """The citation as it is copied."""
    citation = page(world, keys, **changed).citation
    assert citation is not None
    return citation.text


def texts(found: EntryView) -> Iterator[str]:
    """All that stands below the ring, as text."""
    yield from map(repr, (found.card, found.citation, found.reply, found.related, found.stripe, found.call_number, found.facts))


CARDS = {
    "a named person": (
        ADA,
        "Oko, Ada",
        "A conversation with Ada Oko, head / Mara Voss. — Ely, 14 March 2026. — 34 minutes (by video). — (Half an Hour).",
    ),
    "several people": (
        "consent: quotes\nattribution: named\nperson: [Ada Oko, Bo Li, Bartleby]\n",
        "Oko, Ada",
        "A conversation with Ada Oko, Bo Li and Bartleby / Mara Voss. — 14 March 2026. — (Half an Hour).",
    ),
    "nobody": (
        "consent: quotes\nminutes: 1\n",
        "",
        "Director, university library / Mara Voss. — 14 March 2026. — 1 minute. — (Half an Hour).",
    ),
    "a title that asks, and no date": (
        "consent: quotes\ntitle: Who pays?\nhide: date\nformat: in-person\n",
        "",
        "Who pays? / Mara Voss. — in person. — (Half an Hour).",
    ),
    "another name": (
        "consent: quotes\nattribution: pseudonym\ndisplay_name: Clio\nperson: Ada Oko\nplace: Ely\n",
        "Clio",
        "A conversation with Clio / Mara Voss. — 14 March 2026. — (Half an Hour).",
    ),
    "a summary": (
        f"{ADA}consent: summary\n".replace("consent: quotes\n", ""),
        "Oko, Ada",
        "A conversation with Ada Oko, head / Mara Voss. — Ely, 14 March 2026. — (Half an Hour).",
    ),
}


@pytest.mark.parametrize(("keys", "heading", "described"), CARDS.values(), ids=CARDS)
def test_the_filed_card_describes_the_entry_area_by_area(world: World, keys: str, heading: str, described: str):
    """Heading inverted, then title and responsibility, place and date, extent, series; what is not known or hidden leaves its area out."""
    assert description(world, keys) == (heading, described)


def test_a_card_without_an_author_names_nobody(world: World):
    """Whoever keeps the journal need not be named; a title that ends in a mark of its own has no full stop after it."""
    assert description(world, "consent: quotes\ntitle: Who pays?\n", author="")[1] == "Who pays? — 14 March 2026. — (Half an Hour)."


NAMES = {
    "Ada Oko": "Oko, Ada",
    "Okonkwo, Adaeze": "Okonkwo, Adaeze",
    "Bartleby": "Bartleby",
    "Nguyễn Thu Hà": "Hà, Nguyễn Thu",
    "Ursula K. Le Guin": "Guin, Ursula K. Le",
    "": "",
}


@pytest.mark.parametrize(("name", "filed"), NAMES.items())
def test_a_name_is_filed_under_its_last_word(name: str, filed: str):
    """One that is written with a comma says itself under what it is filed, and one word is one."""
    assert inverted(name) == filed


TENS, ONES = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@pytest.mark.parametrize("number", range(1, 90))
def test_roman_numerals(number: int):
    """As far as an entry may have headings, and further."""
    assert roman(number) == TENS[number // 10] + ONES[number % 10]


@pytest.mark.parametrize(("text", "with_stop"), {"A": "A.", "A.": "A.", "A?": "A?", "A!": "A!", "A…": "A…", "A)": "A)."}.items())
def test_a_text_ends_once(text: str, with_stop: str):
    """No mark is followed by a full stop that says the same."""
    assert ended(text) == with_stop


def test_tracings_number_themes_by_arabic_and_the_rest_by_roman_numerals(world: World):
    """Each leads to its heading's page, themes in red; a facet of the author's own comes last."""
    world.write("== vocabulary/locales.yml\nscheme: locale\nkey: locale\nconcepts:\n- {id: town, label: Town}\n")
    journal = world.interview("a.md", "consent: quotes\nthemes: [pay, budget]\nlocale: town\n", "> [!insight] A\n> B.\n>\n> #ai").load()
    card = view(journal, "a/", EntryView).card
    assert card is not None
    assert [(tracing.numeral, tracing.heading.url, tracing.heading.red) for tracing in card.tracings] == [
        ("1.", "themes/pay/", True),
        ("2.", "themes/budget/", True),
        ("3.", "themes/ai/", True),
        ("I.", "library-types/university/", False),
        ("II.", "roles/director/", False),
        ("III.", "locales/town/", False),
    ]
    assert card.call_number == view(journal, "a/", EntryView).call_number


CITATIONS = {
    "whole": (ADA, {}, "Voss, Mara. “A conversation with Ada Oko, head.” Half an Hour, 14 March 2026. https://example.org/j/2026/a/"),
    "without an author": (
        ADA,
        {"author": ""},
        "“A conversation with Ada Oko, head.” Half an Hour, 14 March 2026. https://example.org/j/2026/a/",
    ),
    "without an address": (ADA, {"url": ""}, "Voss, Mara. “A conversation with Ada Oko, head.” Half an Hour, 14 March 2026."),
    "without a date, of a title that asks": (
        "consent: quotes\nhide: date\ntitle: Who pays?\n",
        {"author": "Mara V."},
        "V., Mara. “Who pays?” Half an Hour. https://example.org/j/2026/a/",
    ),
    "as files": (
        "consent: quotes\n",
        {"author": "Bartleby", "directories": False},
        "Bartleby. “Director, university library.” Half an Hour, 14 March 2026. https://example.org/j/2026/a.html",
    ),
}


@pytest.mark.parametrize(("keys", "changed", "text"), CITATIONS.values(), ids=CITATIONS)
def test_an_entry_is_cited_as_far_as_it_is_known(world: World, keys: str, changed: dict[str, object], text: str):
    """Author, title, journal, date, address; what is not known leaves no gap, and no mark stands twice."""
    assert cited(world, keys, **changed) == text


def test_an_address_in_a_citation_can_be_typed(world: World):
    """Letters of other scripts are quoted, as a browser copies them."""
    world.interview("2026/łucja.md", "consent: quotes\n")
    citation = view(load_journal(settings(world), Reader.PUBLIC, TODAY), "2026/%C5%82ucja/", EntryView).citation
    assert citation is not None and citation.text.endswith(" https://example.org/j/2026/%C5%82ucja/")


TERMS = {
    "consent: summary\nattribution: anonymous\n": "A summary, without a name.",
    "consent: paraphrase\nattribution: title-only\n": "Retold, not quoted, without a name, by what they do.",
    "consent: quotes\nattribution: pseudonym\ndisplay_name: Clio\nreview: waived\n": "Quoted, under another name.",
    "consent: quotes\nattribution: named\nreview: approved\n": "Quoted, by name; read and approved before it was published.",
}


@pytest.mark.parametrize(("keys", "terms"), TERMS.items())
def test_the_terms_say_what_was_agreed_to(world: World, keys: str, terms: str):
    """In words, with no date and no name."""
    found = page(world, f"person: Ada Oko\nvia: mentor\nlog: [2026-03-20 approved by mail]\n{keys}")
    assert found.citation is not None and found.citation.terms == terms


def test_where_nothing_was_agreed_to_there_are_no_terms(world: World):
    """An essay has none, nor has a conversation before there is consent."""
    world.write("== entries/2026/b.md\n---\ngenre: reflection\ntitle: B\ndate: 2026\nstatus: published\n---\n")
    draft = page(world, "consent: none\n", reader=Reader.AUTHOR)
    essay = view(load_journal(settings(world), Reader.PUBLIC, TODAY), "2026/b/", EntryView)
    assert draft.citation is not None and draft.citation.terms == ""
    assert essay.citation is not None and essay.citation.terms == ""
    assert essay.card is not None and essay.card.description == "B / Mara Voss. — 2026. — (Half an Hour)."


def test_a_page_is_not_filed(world: World):
    """About is on no shelf: it has no card, no citation and asks for no reply."""
    world.write("== entries/about.md\n---\ngenre: page\ntitle: About\nstatus: published\n---\nMe.\n")
    about = view(load_journal(settings(world, mail="m@example.org"), Reader.PUBLIC, TODAY), "about/", EntryView)
    assert (about.card, about.citation, about.reply, about.related) == (None, None, None, ())


HIDING = {
    "attribution: anonymous": {"Shutname", "shutjob", "Shutlibrary", "Shutplace"},
    "attribution: pseudonym\ndisplay_name: Clio": {"Shutname", "shutjob", "Shutplace"},
    "attribution: title-only": {"Shutname", "Shutplace"},
    "attribution: title-only\ndisplay_name: Keeper": {"Shutname", "shutjob", "Shutplace"},
    "attribution: named": set[str](),
    "attribution: named\nhide: [person, place]": {"Shutname", "Shutplace"},
    "attribution: named\nhide: library": {"Shutlibrary"},
    "attribution: anonymous\nhide: [library_type, date]": {
        "Shutname",
        "shutjob",
        "Shutlibrary",
        "Shutplace",
        "University",
        "March",
        "UNIV",
    },
    "attribution: anonymous\nhide: [role, minutes, format]": {
        "Shutname",
        "shutjob",
        "Shutlibrary",
        "Shutplace",
        "irector",
        "DIRE",
        "34",
        "video",
    },
    "attribution: anonymous\nhide: themes": {"Shutname", "shutjob", "Shutlibrary", "Shutplace", "themes/pay/"},
}
ALL = {"Shutname", "shutjob", "Shutlibrary", "Shutplace", "University", "March", "UNIV", "irector", "DIRE", "34", "video", "themes/pay/"}


@pytest.mark.parametrize(("keys", "hidden"), HIDING.items())
def test_nothing_hidden_stands_below_the_ring(world: World, keys: str, hidden: set[str]):
    """Card, call number, citation, reply and reasons hold what attribution and `hide` leave, and all of that."""
    mine = f"person: Ada Shutname\njob_title: shutjob\nlibrary: Shutlibrary\nplace: Shutplace\nformat: video\nminutes: 34\nthemes: pay\n{keys}\n"
    other = "consent: quotes\nattribution: named\nperson: Bo Li\nlibrary: Shutlibrary\nthemes: pay\n"
    world.write(f"== entries/2026/b.md\n---\ndate: 2026\nlibrary_type: law\nrole: reference\n{other}---\n")
    found = " ".join(texts(page(world, f"consent: quotes\n{mine}", mail="m@example.org")))
    assert {word for word in ALL if word in found} == ALL - hidden


REPLIES = {
    "both": ({"mail": "mara@example.org", "closing_question": "And you?"}, ("Write to me about this", "And you?")),
    "mail alone": ({"mail": "mara@example.org"}, ("Write to me about this", "")),
    "a question alone": ({"closing_question": "And you?"}, ("A question to you", "And you?")),
}


@pytest.mark.parametrize(("changed", "said"), REPLIES.values(), ids=REPLIES)
def test_a_reader_is_asked_to_reply_as_far_as_the_author_asks(world: World, changed: dict[str, object], said: tuple[str, str]):
    """No mail, no link; and a question can stand by itself."""
    reply = page(world, **changed).reply
    assert reply is not None and (reply.label, reply.question) == said and bool(reply.mail) is ("mail" in changed)


def test_who_asks_for_no_reply_gets_no_heading(world: World):
    """Neither mail nor question, nothing."""
    assert page(world).reply is None


def test_a_reply_names_the_journal_and_the_entry(world: World):
    """The subject survives `&`, `?` and letters of any script, and so does the address."""
    reply = page(world, "consent: quotes\ntitle: Łucja & who pays?\n", mail="mara+journal@example.org").reply
    assert reply is not None and reply.mail is not None and reply.mail.url is not None
    parts = urlsplit(reply.mail.url)
    assert (parts.scheme, parts.path) == ("mailto", "mara%2Bjournal@example.org")
    assert parse_qs(parts.query, strict_parsing=True) == {"subject": ["Half an Hour: Łucja & who pays?"]}


def related(world: World) -> list[tuple[str, str, list[tuple[str, list[tuple[str, str | None]]]]]]:
    """What is related to an entry: name and rest, and each reason with the headings it speaks of."""
    found = view(world.load(), "a/", EntryView).related
    return [(line.name, line.rest, [(text, [(link.label, link.url) for link in links]) for text, links in line.reasons]) for line in found]


LIBRARIES = "== vocabulary/libraries.yml\nconcepts:\n- {id: county, label: County}\n- {id: elm, label: Elm, part_of: county}\n"
LOCALES = "== vocabulary/locales.yml\nscheme: locale\nkey: locale\none: Locale\nmany: Locales\nconcepts:\n- {id: town, label: Town}\n- {id: coast, label: Coast}\n"
NAMED = "consent: quotes\nattribution: named\n"
REASONS = {
    "by hand": ("related: b.md\n", "", [("I put these two side by side", [])]),
    "two themes": (
        "themes: [pay, budget]\n",
        "themes: [pay, budget]\n",
        [("both name", [("Pay and benefits", "themes/pay/"), ("Budget and funding", "themes/budget/")])],
    ),
    "a library": (f"{NAMED}library: elm\n", f"{NAMED}library: Elm\n", [("the same library", []), ("both belong to", [("County", None)])]),
    "a facet of the author's own": ("locale: town\n", "locale: town\n", [("the same locale,", [("Town", "locales/town/")])]),
    "two of a facet of the author's own": (
        "locale: [town, coast]\n",
        "locale: [town, coast]\n",
        [("the same locales,", [("Town", "locales/town/"), ("Coast", "locales/coast/")])],
    ),
}


@pytest.mark.parametrize(("one", "other", "reasons"), REASONS.values(), ids=REASONS)
def test_a_related_entry_stands_with_its_reason(world: World, one: str, other: str, reasons: list[object]):
    """In words, each with the headings it speaks of; what is of one sort is told in one breath."""
    for name, keys, role in (("a", one, "director"), ("b", f"{other}person: Bo Li\njob_title: head\n", "reference")):
        kind = "university" if name == "a" else "law"
        consent = "" if "consent" in keys else "consent: quotes\n"
        world.write(f"== entries/{name}.md\n---\ndate: 2026\nlibrary_type: {kind}\nrole: {role}\n{consent}{keys}---\n")
    found = related(world.write(LIBRARIES).write(LOCALES))
    assert found == [("Bo Li", ", head", reasons) if NAMED in other else ("Reference librarian", ", law library", reasons)]


def test_the_same_role_and_kind_of_library_are_reasons(world: World):
    """Each leads to its page, and a title of the author's own is the name."""
    world.interview("a.md").interview("b.md", "consent: quotes\ntitle: Two floors up\n")
    assert related(world) == [
        (
            "Two floors up",
            "",
            [
                ("the same kind of library,", [("University library", "library-types/university/")]),
                ("the same role,", [("Director", "roles/director/")]),
            ],
        )
    ]
