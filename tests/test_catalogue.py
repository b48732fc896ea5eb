"""The catalogue: order, years, concepts, passages."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from interview_journal.catalogue import Catalogue
from interview_journal.consent import Disclosed, Reader
from interview_journal.plan.concept_page import ConceptView
from interview_journal.plan.index_page import IndexView
from interview_journal.plan.site import plan_site
from interview_journal.quotable import Quotable

from tests.conftest import World

TREE = """\
== vocabulary/themes.yml
scheme: theme
concepts:
- {id: work, label: Work}
- {id: money, label: Money}
- {id: pay, label: Pay, broader: [work, money]}
- {id: overtime, label: Overtime, broader: [pay, work]}
- {id: joy, label: Joy}
"""


def names(entries: Iterable[Disclosed]) -> list[str]:
    """The names of entries, in order."""
    return [entry.name for entry in entries]


def heads(passages: Iterable[Quotable]) -> list[tuple[str, str]]:
    """Kind and headline of passages, in order."""
    return [(passage.kind, passage.headline) for passage in passages]


def essay(world: World, path: str, keys: str) -> None:
    """Write a reflection."""
    world.write(f"== entries/{path}\n---\ngenre: reflection\nstatus: published\n{keys}---\nText.\n")


def dated(world: World) -> Catalogue:
    """The catalogue of a shelf with dates of all sorts."""
    for name, date in {"b": "2026-03-14", "a": "2026-03-14", "c": "2026-03", "d": "2026", "e": "2025-12-31", "f": "2026-11-24"}.items():
        world.write(f"== entries/{name}.md\n---\ndate: {date}\nlibrary_type: university\nrole: director\nconsent: quotes\n---\n")
    world.interview("g.md", "consent: quotes\nhide: date\n")
    essay(world, "h.md", "title: Essay\ndate: 2026-06-01\n")
    world.write("== entries/about.md\n---\ngenre: page\ntitle: About\nstatus: published\n---\n")
    world.write("== entries/imprint.md\n---\ngenre: page\ntitle: Imprint\nstatus: published\ndate: 2026-01-01\n---\n")
    world.write("== entries/index.md\nWelcome.\n")
    return world.load().catalogue


def test_entries_stand_with_the_newest_first(world: World):
    """A partial date counts from its first day, equal dates stand by name, and what has no date comes last."""
    assert names(dated(world).entries) == ["f", "h", "a", "b", "c", "d", "e", "g"]


def test_pages_stand_apart_from_conversations(world: World):
    """About and the like are on no shelf, and the home page is none of them."""
    catalogue = dated(world)
    assert names(catalogue.pages) == ["about", "imprint"]
    assert names(catalogue.conversations) == ["f", "a", "b", "c", "d", "e", "g"]
    assert catalogue.home is not None and catalogue.home.name == "index"


def test_entries_stand_by_year(world: World):
    """Each entry stands in one year; a hidden date is told by no year."""
    assert {year: names(found) for year, found in dated(world).years.items()} == {
        "2026": ["f", "h", "a", "b", "c", "d"],
        "2025": ["e"],
        "": ["g"],
    }


def test_neighbours_stand_before_and_after_in_time(world: World):
    """Before is the older one, after the newer one, and the ends have none."""
    found = [(entry.name, before and before.name, after and after.name) for entry, before, after in dated(world).neighbours()]
    assert found[:2] == [("f", "h", None), ("h", "a", "f")]
    assert found[-1] == ("g", None, "e")


def test_an_entry_counts_once_however_many_ways_lead_up(world: World):
    """`here` is what names a concept itself, `in_all` what names it or a narrower one, each entry once."""
    world.write(TREE)
    world.interview("2026/a.md", "consent: quotes\nthemes: [overtime, pay, joy]\n")
    world.interview("2026/b.md", "consent: quotes\nthemes: overtime\n")
    catalogue = world.load().catalogue
    here = {id: names(found) for (scheme, id), found in catalogue.here.items() if scheme == "theme"}
    in_all = {id: names(found) for (scheme, id), found in catalogue.in_all.items() if scheme == "theme"}
    both = ["2026/a", "2026/b"]
    assert here == {"overtime": both, "pay": ["2026/a"], "joy": ["2026/a"]}
    assert in_all == {"overtime": both, "pay": both, "work": both, "money": both, "joy": ["2026/a"]}


PASSAGES = """\
Before.

> [!insight] Loose
> Words.

> [!fact] Loose and tagged
> Words.
>
> #joy #role/liaison

### Tagged?
#pay #work

An answer.

> [!insight] Inherits
> Words.

> [!insight] Has its own
> Words.
>
> #joy

Goes on.

#### Below?

Another.

> [!insight] Inherits nothing
> Words.

### Without tags?

An answer.

### Empty?
#money
"""


def test_passages_are_callouts_and_tagged_answers(world: World):
    """An answer is a passage where it is tagged and says something; they stand in the order of the text."""
    world.write(TREE).interview("2026/a.md", "consent: quotes\n", PASSAGES)
    assert heads(world.load().catalogue.passages_in["2026/a"]) == [
        ("insight", "Loose"),
        ("fact", "Loose and tagged"),
        ("answer", "Tagged?"),
        ("insight", "Inherits"),
        ("insight", "Has its own"),
        ("insight", "Inherits nothing"),
    ]


def test_a_callout_without_tags_has_those_of_its_answer(world: World):
    """Tags are not repeated by hand, and tags of its own replace them."""
    world.write(TREE).interview("2026/a.md", "consent: quotes\n", PASSAGES)
    catalogue = world.load().catalogue
    assert {
        id: [headline for _, headline in heads(found)] for (scheme, id), found in catalogue.passages_of.items() if scheme == "theme"
    } == {
        "joy": ["Loose and tagged", "Has its own"],
        "pay": ["Tagged?", "Inherits"],
        "work": ["Tagged?", "Inherits"],
    }


def test_an_answer_holds_all_its_own_text(world: World):
    """The text before and after a callout is one answer."""
    world.write(TREE).interview("2026/a.md", "consent: quotes\n", PASSAGES)
    answer = next(passage for passage in world.load().catalogue.passages_in["2026/a"] if passage.kind == "answer")
    assert [block.text for block in answer.texts] == ["An answer.", "Goes on."]
    assert answer.anchor == "tagged"


def test_other_facets_have_the_passages_of_their_entries(world: World):
    """A role's page shows all that its people said, and a passage may be filed under a role of its own."""
    world.write(TREE).interview("2026/a.md", "consent: quotes\n", PASSAGES)
    passages_of = world.load().catalogue.passages_of
    assert len(passages_of["role", "director"]) == len(passages_of["library_type", "university"]) == 6
    assert heads(passages_of["role", "liaison"]) == [("fact", "Loose and tagged")]


def test_the_themes_of_shown_passages_are_the_entrys_too(world: World):
    """Whoever looks for a theme finds the conversation, though its front matter does not name it."""
    world.write(TREE).interview("2026/a.md", "consent: quotes\nthemes: money\n", PASSAGES)
    assert world.entry("2026/a.md").facets["theme"] == ("money", "joy", "pay", "work")


def test_the_preview_files_what_a_reader_will_find(world: World):
    """Of a passage that is shown in part, the part that readers see stands on the theme's page, in the preview too."""
    body = "> [!insight] Mine\n> Words.\n>\n> > Theirs.\n>\n> #joy\n\n> [!quote] All theirs\n> Words.\n>\n> #joy\n"
    world.write(TREE).interview("2026/a.md", "consent: paraphrase\n", body)
    for reader in Reader:
        passages = world.load(reader).catalogue.passages_of["theme", "joy"]
        assert [[block.text for block in passage.texts] for passage in passages] == [["Words."]]


LOCALES = """\
== vocabulary/locales.yml
scheme: locale
key: locale
one: Locale
many: Locales
title: Where it lies
concepts:
- {id: town, label: Town}
- {id: coast, label: Coast, broader: [town]}
- {id: hills, label: Hills}
"""


def test_a_vocabulary_with_a_key_is_a_facet(world: World):
    """A file in `vocabulary/` gives entries a key, an index and a page per concept, with no other change."""
    world.write(LOCALES).interview("2026/a.md", "consent: quotes\nlocale: Coast\n", "> [!insight] Mine\n> Words.\n>\n> #locale/hills")
    plans = {plan.url: plan.view for plan in plan_site(world.load())}
    assert {url for url in plans if url.startswith("locales/")} == {
        "locales/",
        "locales/by-number/",
        "locales/a-to-z/",
        "locales/town/",
        "locales/coast/",
        "locales/coast/by-library-type/",
        "locales/hills/",
        "locales/hills/by-library-type/",
    }
    index, page = plans["locales/"], plans["locales/coast/"]
    assert isinstance(index, IndexView) and isinstance(page, ConceptView)
    assert [(node.label, node.in_all) for node in index.nodes] == [("Town", "1 in all"), ("Hills", "passages only")]
    assert [row.url for row in page.rows] == ["2026/a/"]


def test_what_an_entry_coins_is_public_with_it_and_not_before(world: World):
    """In an open vocabulary a term of a private entry stands in no index, nor a tag of a passage that nobody sees."""
    world.write(LOCALES.replace("title:", "open: true\ntitle:"))
    passage = "\n\n> [!quote] Said\n> Words.\n>\n> #locale/secret-tag\n\n> [!insight] Mine\n> Words.\n>\n> #locale/open-tag"
    world.interview("2026/a.md", "consent: paraphrase\nlocale: Open Term\n", f"Text.{passage}")
    world.interview("2026/b.md", "consent: none\nlocale: [Secret Term, hills]\n", "> [!insight] Mine\n> Words.\n>\n> #locale/coast #pay")
    public, preview = world.load(), world.load(Reader.AUTHOR)
    assert [concept.id for concept in public.vocabularies.by_scheme["locale"].concepts] == [
        "town",
        "coast",
        "hills",
        "open-term",
        "open-tag",
    ]
    assert "ecret" not in repr(plan_site(public))
    assert "Secret Term" in repr(plan_site(preview))


@pytest.mark.parametrize("keys", ["consent: none\n", "consent: quotes\nembargo: 2030-01-01\n", "consent: quotes\nhide: locale\n"])
def test_what_an_entry_coins_is_called_as_readers_see_it_called(world: World, keys: str):
    """Another entry that comes first, and that they do not see, may have written it in words of its own."""
    world.write(LOCALES.replace("title:", "open: true\ntitle:"))
    world.interview("2026/a.md", f"{keys}locale: Far (QUIETLY!) there\n").interview(
        "2026/b.md", "consent: quotes\nlocale: Far quietly there\n"
    )
    assert world.load().vocabularies.by_scheme["locale"].by_id["far-quietly-there"].label == "Far quietly there"
    assert "QUIETLY" not in repr(plan_site(world.load()))


ASKED = "### What is the hardest part?\n\n"
ANSWERS = {
    "an answer": ("consent: quotes\n", f"{ASKED}It is long.", True),
    "a passage alone": ("consent: quotes\n", f"{ASKED}> [!insight] A\n> B.", True),
    "asked twice": ("consent: quotes\n", f"{ASKED}It is long.\n\n{ASKED}It is not.", True),
    "a variant of it": ("consent: quotes\n", "### What is your biggest challenge?\n\nIt is long.", True),
    "no answer": ("consent: quotes\n", ASKED, False),
    "an answer to what was asked further": ("consent: quotes\n", f"{ASKED}#### And then?\n\nIt is long.", False),
    "a question of its own": ("consent: quotes\n", "### What is that bird?\n\nIt is long.", False),
    "a retelling": ("consent: paraphrase\n", f"{ASKED}It is long.", True),
    "their words": ("consent: paraphrase\n", f"{ASKED}> It is long.\n\n> [!quote] A\n> B.", False),
    "a withheld transcript": ("consent: paraphrase\ntranscript: yes\n", f"{ASKED}It is long.", False),
    "a summary": ("consent: summary\n", f"{ASKED}It is long.", False),
    "what is never built": ("consent: quotes\n", f"{ASKED}> [!private] Off\n> Never.", False),
}


@pytest.mark.parametrize(("keys", "body", "counted"), ANSWERS.values(), ids=ANSWERS)
@pytest.mark.parametrize("reader", Reader)
def test_a_question_is_answered_where_readers_see_an_answer(world: World, keys: str, body: str, counted: bool, reader: Reader):
    """What consent withholds is counted in no view, and an entry counts once."""
    journal = world.interview("a.md", keys, body).load(reader)
    assert not journal.stopping
    assert len(journal.catalogue.answered.get("hardest", ())) == int(counted)


def test_a_private_answer_is_not_counted(world: World):
    """No number on a public page tells of an entry that nobody sees."""
    world.interview("a.md", "consent: quotes\n", f"{ASKED}It is long.").interview("b.md", "status: draft\n", f"{ASKED}It is not.")
    assert world.load().catalogue.answered == {"hardest": {"a"}}
    assert world.load(Reader.AUTHOR).catalogue.answered == {"hardest": {"a", "b"}}
