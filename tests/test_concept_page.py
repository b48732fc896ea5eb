"""The pages of a concept: passages in two orders, and conversations, on as many pages as they need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest
from interview_journal.catalogue import is_conversation
from interview_journal.consent import Disclosed, Reader
from interview_journal.journal import Journal, load_journal
from interview_journal.markup import BASE
from interview_journal.plan import concept_page
from interview_journal.plan.concept_page import ConceptView, concept_pages
from interview_journal.plan.leaves import HEAVIEST
from interview_journal.plan.parts import Shelf
from interview_journal.plan.site import shelf_of

from tests.conftest import TODAY, World
from tests.planned import THEMES, pages, view
from tests.test_plan import full


def test_a_concept_page_groups_passages_by_kind_and_by_kind_of_library(world: World):
    """The same passages in two orders: that of the kinds, answers last, and that of the library types."""
    world.write(THEMES)
    body = "### Why?\n#pay\n\nBecause.\n\n> [!quote] Q\n> Words.\n\n> [!insight] I\n> Words.\n\n> [!surprise] S\n> Words.\n"
    world.interview("2026/a.md", "consent: quotes\n", body)
    world.write(
        "== entries/2026/b.md\n---\ndate: 2026\nlibrary_type: archives\nrole: director\nconsent: quotes\n---\n"
        "> [!quote] B\n> Words.\n>\n> #pay\n"
    )
    world.write(
        "== entries/2026/c.md\n---\ngenre: reflection\ntitle: C\ndate: 2026\nstatus: published\n---\n> [!quote] C\n> Words.\n>\n> #pay\n"
    )
    journal = world.load()
    kinds, types = view(journal, "themes/pay/", ConceptView), view(journal, "themes/pay/by-library-type/", ConceptView)
    assert [(group.title, group.label, [passage.headline for passage in group.passages]) for group in kinds.groups] == [
        ("In their words", "Quote 3", ["Q", "B", "C"]),
        ("What I understood", "Insight 1", ["I"]),
        ("Surprises", "Surprise 1", ["S"]),
        ("Answers", "Answer 1", ["Why?"]),
    ]
    assert [(group.title, [passage.headline for passage in group.passages]) for group in types.groups] == [
        ("University library", ["Why?", "Q", "I", "S"]),
        ("Archives", ["B"]),
        ("Elsewhere", ["C"]),
    ]
    assert [(link.label, link.url, link.current) for link in types.orders] == [
        ("by kind", "themes/pay/", False),
        ("by library type", "themes/pay/by-library-type/", True),
    ]
    assert (kinds.count, kinds.conversations, pages(journal)["themes/pay/by-library-type/"].title) == (
        "6 passages",
        "3 entries",
        "Pay: by library type",
    )


def test_a_concept_page_has_its_card(world: World):
    """Label, note, variants, broader, narrower and related headings, and the author's own words."""
    journal = full(world).load()
    page, pay, joy = (view(journal, f"themes/{name}/", ConceptView) for name in ("work", "pay", "joy"))
    assert (page.title, page.red, page.note) == ("Work", True, "All of it.")
    assert [(line.letters, line.term, line.text, [link.label for link in line.links]) for line in page.card] == [
        ("uf", "Used for", "labour", []),
        ("bt", "Broader", "none", []),
        ("nt", "Narrower", "", ["Pay", "Hours"]),
        ("rt", "Related", "none", []),
    ]
    narrower = [(link.label, link.url, link.count) for link in page.card[2].links]
    assert narrower == [("Pay", "themes/pay/", "1"), ("Hours", "themes/hours/", "1")]
    assert [[link.label for link in pay.card[place].links] for place in (1, 3)] == [["Work"], ["Joy"]]
    assert [link.label for link in pay.breadcrumb] == ["Themes", "Work"]
    assert pay.intro == f'<p>See <a href="{BASE}2026/a/">it</a>.</p>'
    assert (joy.card[0].text, joy.card[0].is_none) == ("none", False)


def test_a_concept_without_passages_says_where_to_look(world: World):
    """A catalogue files under the narrowest heading, and a heading above it sends the reader down."""
    world.write(THEMES).interview("2026/a.md", "consent: quotes\nthemes: hours\n")
    journal = world.load()
    assert view(journal, "themes/work/", ConceptView).empty == "No passage is filed under “Work” itself; look under its narrower headings."
    assert view(journal, "themes/hours/", ConceptView).empty == "No passage is filed here yet; this conversation names it as a whole."
    assert "themes/hours/by-library-type/" not in pages(journal)
    world.write("== entries/2026/b.md\n---\ngenre: reflection\ntitle: B\ndate: 2026\nstatus: published\nthemes: [hours, work]\n---\n")
    assert view(world.load(), "themes/hours/", ConceptView).empty == "No passage is filed here yet; these entries name it as a whole."
    world.interview("2026/a.md", "consent: quotes\nthemes: work\n").write("== entries/2026/b.md\n")
    assert view(world.load(), "themes/work/", ConceptView).empty == "No passage is filed here yet; this conversation names it as a whole."


def test_a_passage_elsewhere_says_who_where_and_when(world: World):
    """Outside its entry a passage ends with who said it, what they are, where and when, leading to its place."""
    world.interview(
        "2026/a.md", "consent: quotes\nattribution: named\nperson: Ada Oko\njob_title: head\n", "> [!quote] Q\n> Words.\n>\n> #pay"
    )
    world.interview("2026/b.md", "consent: quotes\n", "> [!quote] Q\n> Words.\n>\n> #pay #ai #values #privacy #budget #spaces")
    group = view(world.load(), "themes/pay/", ConceptView).groups[0]
    assert [(passage.who.label, passage.who.url, passage.where, passage.speaker) for passage in group.passages] == [
        ("Ada Oko", "2026/a/#q", "head · University library · 14 March 2026", "Ada Oko"),
        ("Director", "2026/b/#q", "University library · 14 March 2026", "director"),
    ]
    assert [(passage.shoulder.lead, len(passage.shoulder.links), passage.shoulder.more) for passage in group.passages] == [
        ("", 0, ""),
        ("Also", 4, "and 1 more"),
    ]


def many(world: World, number: int, *, words: int = 1, directories: bool = True) -> Journal:
    """A journal of so many conversations about pay, each with a quotation of so many words, and an answer."""
    world.write(THEMES)
    for place in range(number):
        body = f"### Why?\n#pay\n\nBecause.\n\n> [!quote] Q{place}\n> {'Words. ' * words}\n"
        world.write(
            f"== entries/n{place:03}.md\n---\ndate: {2026 - place // 12}-{12 - place % 12:02}\nlibrary_type: "
            f"{'law' if place % 2 else 'university'}\nrole: director\nthemes: pay\nconsent: quotes\n---\n{body}"
        )
    return load_journal(replace(world.settings(), directories=directories), Reader.PUBLIC, TODAY.replace(month=12, day=31))


def test_no_page_looks_at_all_passages_anew(world: World, monkeypatch: pytest.MonkeyPatch):
    """What is the same on all pages of a list is found once, so that the work grows with the passages, not with their square."""
    journal, looks = many(world, 90, words=800), Counter[str]()

    def counted(shelf: Shelf, entries: Iterable[Disclosed]) -> str:
        looks["in all"] += len([*entries])
        return ""

    def looked_at(entry: Disclosed) -> bool:
        looks["one by one"] += 1
        return is_conversation(entry)

    monkeypatch.setattr(Shelf, "changed", counted)
    monkeypatch.setattr(concept_page, "is_conversation", looked_at)
    theme = journal.vocabularies.themes.by_id["pay"]
    found = [*concept_pages(journal.vocabularies.themes, theme, shelf_of(journal))]
    assert len(found) > 20 and looks["in all"] == 90 + 2 * (90 + 180)
    assert looks["one by one"] == 2 * 90 + 2 * 2 * 90


@pytest.mark.parametrize("directories", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize("order", ["", "/by-library-type"])
def test_passages_stand_on_as_many_pages_as_they_need(world: World, directories: bool, order: str):
    """Every passage once; card, author's words and conversations on the first page alone, numbers and groups on each."""
    journal = many(world, 30, words=800, directories=directories)
    ending = "/" if directories else ".html"
    urls = [f"themes/pay{order}{ending}", *(f"themes/pay{order}/{number}{ending}" for number in (2, 3, 4))]
    assert f"themes/pay{order}/5{ending}" not in pages(journal)
    leaves = [view(journal, url, ConceptView) for url in urls]
    found = Counter((passage.kind, passage.url) for leaf in leaves for group in leaf.groups for passage in group.passages)
    assert len(found) == 60 and set(found.values()) == {1}
    for place, leaf in enumerate(leaves):
        first = place == 0
        assert [(link.label, link.url, link.current) for link in leaf.pages] == [
            (str(number + 1), url, number == place) for number, url in enumerate(urls)
        ]
        assert (bool(leaf.card), bool(leaf.intro), bool(leaf.rows), bool(leaf.all_rows)) == (first, first, first, first)
        assert (leaf.title, leaf.count, leaf.contents, len(leaf.orders)) == ("Pay", "60 passages", leaves[0].contents, 2)
        assert leaf.note == ("" if first else f"60 passages, page {place + 1} of 4") and not leaf.empty
        assert sum(len(passage.html.encode()) for group in leaf.groups for passage in group.passages) <= HEAVIEST
    title = "Pay: by library type" if order else "Pay"
    assert [pages(journal)[url].title for url in urls] == [f"{title}, page {number} of 4" for number in (1, 2, 3, 4)]


def test_the_list_of_groups_leads_to_the_page_where_each_begins(world: World):
    """Whichever page it is read on."""
    journal = many(world, 30, words=800)
    contents = view(journal, "themes/pay/3/", ConceptView).contents
    assert [(link.label, link.url) for link in contents] == [("Quote 30", "themes/pay/#quote"), ("Answer 30", "themes/pay/3/#answer")]
    types = view(journal, "themes/pay/by-library-type/", ConceptView).contents
    assert [(link.label, link.url) for link in types] == [
        ("University library 30", "themes/pay/by-library-type/#university"),
        ("Law library 30", "themes/pay/by-library-type/2/#law"),
    ]


@pytest.mark.parametrize("directories", [True, False], ids=["folders", "files"])
def test_many_conversations_have_pages_of_their_own(world: World, directories: bool):
    """The page of a concept shows ten; all stand, each once and the newest first, on pages of forty."""
    journal = many(world, 41, directories=directories)
    ending = "/" if directories else ".html"
    first = view(journal, f"themes/pay{ending}", ConceptView)
    urls = [f"themes/pay/conversations{ending}", f"themes/pay/conversations/2{ending}"]
    assert len(first.rows) == 10 and first.all_rows is not None
    assert (first.all_rows.label, first.all_rows.url) == ("All 41 conversations", urls[0])
    lists = [view(journal, url, ConceptView) for url in urls]
    assert [len(page.rows) for page in lists] == [40, 1]
    assert [row.url for page in lists for row in page.rows] == [f"n{number:03}{ending}" for number in range(41)]
    for place, page in enumerate(lists):
        assert [(link.label, link.url, link.current) for link in page.pages] == [("1", urls[0], place == 0), ("2", urls[1], place == 1)]
        assert [(link.label, link.url) for link in page.breadcrumb] == [("Themes", f"themes{ending}"), ("Pay", f"themes/pay{ending}")]
        assert (page.groups, page.card, page.empty) == ((), (), "")
        assert page.conversations == f"41 conversations, page {place + 1} of 2"
    assert [pages(journal)[url].title for url in urls] == [f"Pay: 41 conversations, page {number} of 2" for number in (1, 2)]
    assert f"themes/pay/conversations/3{ending}" not in pages(journal)


def test_ten_conversations_need_no_page_of_their_own(world: World):
    """What the page shows already is not listed again, and eleven fit one page without a number."""
    journal = many(world, 10)
    page = view(journal, "themes/pay/", ConceptView)
    assert (len(page.rows), page.all_rows, page.pages) == (10, None, ()) and "themes/pay/conversations/" not in pages(journal)
    journal = many(world, 11)
    assert view(journal, "themes/pay/conversations/", ConceptView).pages == ()
    assert pages(journal)["themes/pay/conversations/"].title == "Pay: 11 conversations"


def test_a_kind_of_library_shows_the_newest_of_its_passages(world: World):
    """Five of a group, and how many more are in the conversations below; on a theme's page all stand."""
    journal = many(world, 8)
    page = view(journal, "roles/director/", ConceptView)
    assert [(group.title, group.label, [passage.headline for passage in group.passages], group.more) for group in page.groups] == [
        ("In their words", "Quote 8", [f"Q{number}" for number in range(5)], "and 3 more, in the conversations below"),
        ("Answers", "Answer 8", ["Why?"] * 5, "and 3 more, in the conversations below"),
    ]
    theme = view(journal, "themes/pay/", ConceptView)
    assert [(len(group.passages), group.more) for group in theme.groups] == [(8, ""), (8, "")]


def test_a_kind_of_passage_without_a_heading_is_headed_by_its_label(world: World):
    """A kind of the author's own needs no word of the interface's."""
    world.write("== vocabulary/passage-kinds.yml\nconcepts:\n- {id: idea, label: Idea, words: mine}\n").write(THEMES)
    world.interview("a.md", "consent: quotes\n", "> [!idea] A\n> B.\n>\n> #pay")
    (group,) = view(world.load(), "themes/pay/", ConceptView).groups
    assert (group.title, group.label, group.passages[0].form) == ("Idea", "Idea 1", "note")


def test_the_description_of_a_concept_is_its_note_or_what_it_holds(world: World):
    """A search engine reads a sentence, whatever the author wrote; of what there is none it says nothing."""
    full(world).interview("2026/e.md", "consent: quotes\nthemes: hours\n", "> [!insight] A\n> B.\n>\n> #locale/coast")
    world.write(
        "== vocabulary/locales.yml\nkey: locale\nscheme: locale\nconcepts:\n- {id: town, label: Town}\n- {id: coast, label: Coast}\n"
    )
    planned = pages(world.load())
    assert {url: planned[f"{url}/"].description for url in ("themes/work", "themes/joy", "themes/hours", "locales/coast")} == {
        "themes/work": "All of it.",
        "themes/joy": "2 passages, 2 conversations.",
        "themes/hours": "2 conversations.",
        "locales/coast": "1 passage.",
    }
