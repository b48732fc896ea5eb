"""The pages of people: only those who are named, with what their records may tell."""

from __future__ import annotations

import pytest
from interview_journal.consent import Reader
from interview_journal.plan.concept_page import ConceptView
from interview_journal.plan.former import MovedView
from interview_journal.plan.index_page import IndexView

from tests.conftest import World
from tests.planned import pages, view

ADA = "consent: quotes\nattribution: named\nperson: Ada Oko\njob_title: head\nlibrary: Ashgrove\n"
RECORD = """\
== vocabulary/people.yml
concepts:
- {id: ada, label: Ada Oko, alt: [A. Oko, "Oko, Ada"], note: She mends things., intro: "I met [her](2026/a.md) twice.", was: [oko],
   url: "https://ada.example.org/", orcid: 0000-0002-1825-0097, keep_in_touch: 77, attribution: named}
"""


def people(world: World, reader: Reader = Reader.PUBLIC) -> set[str]:
    """The addresses of all pages of people."""
    return {url for url in pages(world.load(reader)) if url.startswith("people/")}


def card_of(world: World, url: str) -> dict[str, str]:
    """The card of a page as a reader has it: term and what stands behind it."""
    card = view(world.load(), url, ConceptView).card
    return {line.term: line.text or "; ".join(link.label for link in line.links) for line in card}


def test_only_those_who_are_named_have_pages(world: World):
    """Nobody has a page who is not shown under their own name, whatever their record says."""
    world.write(RECORD.replace("ada, label: Ada Oko", "eve, label: Eve Ash"))
    world.interview("1.md", ADA)
    for number, attribution in enumerate(("anonymous", "title-only", "pseudonym\ndisplay_name: Bartleby", "named\nhide: person"), 2):
        world.interview(f"{number}.md", f"consent: quotes\nperson: Eve Ash\nattribution: {attribution}\n")
    world.interview("6.md", "person: Eve Ash\nattribution: named\n")
    assert people(world) == {"people/", "people/ada-oko/"}
    assert people(world, Reader.AUTHOR) == {"people/", "people/ada-oko/", "people/eve/", "people/oko/"}


def test_while_nobody_is_named_the_index_stands_in_the_preview_alone(world: World):
    """There it says what to do next; on the public site nothing leads to an empty page."""
    world.interview("1.md")
    assert people(world) == set()
    index = view(world.load(Reader.AUTHOR), "people/", IndexView)
    assert index.empty.startswith("Nothing is filed here yet. A person is named here once") and not index.nodes and not index.sentence


def test_the_page_of_a_person_tells_their_record(world: World):
    """Name, note, variants, posts, libraries, addresses and the author's own words; what is private stays so."""
    world.write(RECORD).interview("2026/a.md", ADA, "> [!quote] Q\n> Words.\n\n### Why?\n#pay\n\nBecause.\n")
    page = view(world.load(), "people/ada/", ConceptView)
    assert (page.title, page.note, page.red, [link.label for link in page.breadcrumb]) == (
        "Ada Oko",
        "She mends things.",
        False,
        ["People"],
    )
    assert card_of(world, "people/ada/") == {
        "Used for": "A. Oko",
        "Job title": "head",
        "Library": "Ashgrove",
        "Web": "ada.example.org",
        "ORCID": "0000-0002-1825-0097",
    }
    assert [line.site for line in page.card][3:] == ["https://ada.example.org/", "https://orcid.org/0000-0002-1825-0097"]
    assert [link.url for link in page.card[2].links] == ["libraries/ashgrove/"]
    assert "2026/a/" in page.intro and [group.title for group in page.groups] == ["In their words", "Answers"]
    assert "77" not in str(page) and not page.orders
    assert pages(world.load())["people/ada/"].description == "She mends things."


@pytest.mark.parametrize(
    ("said", "text", "site"),
    [
        ("http://a.example.org", "a.example.org", "http://a.example.org"),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
        ("a.example.org", "a.example.org", ""),
    ],
)
def test_an_address_leads_to_a_site_or_is_text(world: World, said: str, text: str, site: str):
    """No link of a record runs anything, or leads nowhere."""
    world.write(RECORD.replace("https://ada.example.org/", said)).interview("2026/a.md", ADA)
    (line,) = [line for line in view(world.load(), "people/ada/", ConceptView).card if line.term == "Web"]
    assert (line.text, line.site) == (text, site)


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"])
def test_an_orcid_may_be_written_with_its_address(world: World, orcid: str):
    """Both are printed and lead to the same place."""
    world.write(RECORD.replace("0000-0002-1825-0097", f'"{orcid}"')).interview("2026/a.md", ADA)
    (line,) = [line for line in view(world.load(), "people/ada/", ConceptView).card if line.term == "ORCID"]
    assert (line.text, line.site) == ("0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097")


@pytest.mark.parametrize("hidden", ["library", "place", "job_title"])
def test_where_one_conversation_hides_something_the_record_tells_nothing(world: World, hidden: str):
    """A note may say where somebody works; so note, variants, words of the author's and former ids are left out together."""
    world.write(RECORD).interview("2026/a.md", ADA).interview("2026/b.md", f"{ADA}hide: {hidden}\n")
    page = view(world.load(), "people/ada/", ConceptView)
    assert (page.note, page.intro, {line.term for line in page.card}) == ("", "", {"Job title", "Library"})
    assert people(world) == {"people/", "people/ada/"} and view(world.load(), "people/", IndexView).see == ()
    assert pages(world.load())["people/ada/"].description == "2 conversations."


def test_a_person_met_twice_has_both_conversations(world: World):
    """With a sentence that says when."""
    for number, date in enumerate(("2026-04-02", "2025-03", "2024-01-01"), 1):
        world.interview(f"{number}.md", f"{ADA}".replace("head", f"head {number}")).write("")
        path = world.root / "entries" / f"{number}.md"
        path.write_text(path.read_text("utf-8").replace("2026-03-14", date), "utf-8")
    (world.root / "entries" / "3.md").unlink()
    page = view(world.load(), "people/ada-oko/", ConceptView)
    assert page.conversations == "Met twice, in March 2025 and April 2026"
    assert [row.url for row in page.rows] == ["1/", "2/"] and page.empty == "No passage is marked in these conversations yet."
    assert card_of(world, "people/ada-oko/")["Job title"] == "head 1; head 2"


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["2026-03-14"], "1 conversation"),
        (["2026-03-14", "2026-03-20"], "Met twice, in March 2026"),
        (["2026-03-14", "2026-03-20\nhide: date"], "Met twice, in March 2026"),
        (["2026\nhide: date", "2026\nhide: date"], "Met twice"),
        (["2022", "2023-05", "2024-01-01"], "Met 3 times, in 2022, May 2023 and January 2024"),
        (["2022", "2023", "2024", "2025"], "Met 4 times, from 2022 to 2025"),
    ],
)
def test_how_often_i_met_somebody_is_told_in_words(world: World, dates: list[str], said: str):
    """As exactly as it is known; of many meetings the first and the last."""
    for number, date in enumerate(dates):
        world.write(f"== entries/{number}.md\n---\ndate: {date}\nlibrary_type: law\nrole: director\n{ADA}---\n")
    assert view(world.load(), "people/ada-oko/", ConceptView).conversations == said


def test_people_are_filed_from_a_to_z(world: World):
    """Under the name they are filed by, with what they are and where they work; variants lead there."""
    world.write(RECORD + '- {id: ha, label: Nguyễn Thu Hà, alt: ["Nguyễn, Thu Hà"]}\n')
    world.interview("1.md", ADA).interview("2.md", "consent: quotes\nattribution: named\nperson: [Zoë Ash, Nguyễn Thu Hà]\n")
    index = view(world.load(), "people/", IndexView)
    assert [(node.label, node.note, node.url, node.in_all) for node in index.nodes] == [
        ("Ash, Zoë", "", "people/zo%C3%AB-ash/", "1"),
        ("Nguyễn, Thu Hà", "", "people/ha/", "1"),
        ("Oko, Ada", "head, Ashgrove", "people/ada/", "1"),
    ]
    assert [(variant, link.label) for variant, link in index.see] == [("A. Oko", "Ada Oko")]
    assert (index.title, index.sentence, index.is_tree, index.orders) == ("People", "3 people, by name.", False, ())


def test_a_name_that_two_bear_has_no_page(world: World):
    """Nobody can tell which of them it is."""
    world.write("== vocabulary/people.yml\nconcepts:\n- {id: ada-1, label: Ada Oko}\n- {id: ada-2, label: Ada Oko}\n")
    world.interview("1.md", ADA)
    assert people(world) == set()
    world.interview("1.md", ADA.replace("Ada Oko", "ada-2"))
    assert people(world) == {"people/", "people/ada-2/"}


def test_a_former_id_leads_to_the_person(world: World):
    """As that of a heading does; while nobody is named it leads nowhere."""
    world.write(RECORD).interview("2026/a.md", ADA)
    assert view(world.load(), "people/oko/", MovedView).to.url == "people/ada/"
    world.interview("2026/a.md", ADA.replace("named", "title-only"))
    assert people(world) == set()


def test_a_long_index_has_pages(world: World):
    """Whom a page holds is found on it by variants too; each stands once, and no id of a person can take the place of a page."""
    records = "".join(f"- {{id: '{n}', label: Ada Oko{n:03}, alt: [Variant {n:03}]}}\n" for n in range(1, 301))
    world.write(f"== vocabulary/people.yml\nconcepts:\n{records}")
    for number in range(10):
        names = ", ".join(f"'{n}'" for n in range(number * 30 + 1, number * 30 + 31))
        world.interview(f"{number}.md", ADA.replace("Ada Oko", f"[{names}]"))
    journal = world.load()
    first, second = view(journal, "people/", IndexView), view(journal, "people/a-to-z/2/", IndexView)
    assert len(first.nodes) + len(second.nodes) + len(view(journal, "people/a-to-z/3/", IndexView).nodes) == 300
    assert {link.label for _, link in second.see} == {" ".join(reversed(node.label.split(", "))) for node in second.nodes}
    assert [(link.label, link.url) for link in first.pages][:2] == [("1", "people/"), ("2", "people/a-to-z/2/")]
    assert second.sentence == "300 people, by name, page 2 of 3." and "people/2/" in pages(journal)


def test_what_an_entry_does_not_say_is_not_hidden(world: World):
    """A named person without a job title or a library has the whole record."""
    world.write(RECORD).interview("2026/a.md", "consent: quotes\nattribution: named\nperson: Ada Oko\n")
    assert view(world.load(), "people/ada/", ConceptView).note == "She mends things."
