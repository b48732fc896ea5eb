"""Links, pictures and HTML: where they lead, and what is said of those that lead nowhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from interview_journal.consent import Reader
from interview_journal.journal import Journal, load_journal
from interview_journal.markup import at_home
from interview_journal.plan.concept_page import ConceptView
from interview_journal.plan.entry_page import EntryView
from interview_journal.plan.lists import HomeView
from interview_journal.plan.site import plan_site

from tests.conftest import TODAY, World

CASES: list[dict[str, Any]] = yaml.load((Path(__file__).parent / "cases" / "links.yml").read_text("utf-8"), yaml.BaseLoader)
AROUND = """\
== entries/2025/b.md
---
date: 2025-01-01
library_type: university
role: director
consent: quotes
---
### Why?

<span id="own">Because.</span>

> [!insight] Money talks
> Words.

> [!private] Off
> Words.
== entries/2025/draft.md
---
date: 2025-01-01
library_type: university
role: director
---
== entries/private/secret.md
A note.
== entries/private/x.jpg
== entries/PRIVATE/x.jpg
== entries/2026/images/r m.jpg
== entries/2026/notes.txt
== entries/2026/cafe\u0301.txt
== entries/2026/_raw.md
== entries/2026/index.md
== entries/2026/old.markdown
== entries/2026/notes.mkd
== entries/2026/notes.md.bak
== entries/2026/board.canvas
== entries/README.md
== entries/excluded.jpg
"""


def name_of(case: dict[str, Any]) -> str:
    """The name of a case, as pytest prints it."""
    return str(case["name"])


def journal_of(world: World, case: dict[str, Any], reader: Reader = Reader.PUBLIC) -> Journal:
    """The journal of a case."""
    keys = case.get("keys", "consent: quotes")
    world.write(AROUND).interview(
        "2026/a.md", f"{keys if 'consent' in keys else f'consent: quotes{chr(10)}{keys}'}\n", case.get("body", "")
    )
    return load_journal(replace(world.settings(), excluded=lambda path: path == "excluded.jpg"), reader, TODAY)


def parts(journal: Journal, url: str = "2026/a/") -> str:
    """The HTML of an entry's texts, with `~/` for the way to the root."""
    view = next(plan.view for plan in plan_site(journal) if plan.url == url)
    assert isinstance(view, EntryView)
    return "\n".join(at_home(getattr(part, "html", ""), "~/") for part in view.parts)


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_what_is_wrong_with_a_link_is_told_with_its_line(case: dict[str, Any], world: World):
    """A message names the line of the link, what is wrong and what to do, and never a private target."""
    problems = [str(problem) for problem in journal_of(world, case).problems if problem.severity.word != "note"]
    found = [problem.removeprefix("entries/2026/a.md:") for problem in problems if problem.startswith("entries/2026/a.md:")]
    assert found == case.get("problems", [])
    assert not re.search("secret|draft|_raw|README|notes|x.jpg", " ".join(found))


@pytest.mark.parametrize("case", [case for case in CASES if "html" in case], ids=name_of)
def test_a_link_leads_where_its_target_stands(case: dict[str, Any], world: World):
    """A page holds addresses of the site, and the text alone where a reader may not follow."""
    assert case["html"] in parts(journal_of(world, case))


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_no_page_tells_a_private_target(case: dict[str, Any], world: World):
    """Neither an address nor a file of what is private is in the plan, whatever links to it."""
    journal = journal_of(world, case)
    assert not re.search(r"secret|2025/draft\b|>draft\b|_raw|README|old\.markdown|excluded", repr(plan_site(journal)))
    assert journal.texts.shown <= {"2026/images/r m.jpg", "2026/notes.txt"}


def test_the_author_follows_links_to_what_is_private(world: World):
    """In the preview a link to a private entry leads to its page, for it is there."""
    assert '<a href="~/2025/draft/">B</a>' in parts(journal_of(world, {"body": "[B](../2025/draft.md)"}, Reader.AUTHOR))


def test_nobody_follows_links_into_a_private_folder(world: World):
    """Not even the preview copies a picture out of a private folder."""
    journal = journal_of(world, {"body": "![Room](../private/x.jpg)"}, Reader.AUTHOR)
    assert "<p>Room</p>" in parts(journal)
    assert journal.texts.shown == set()


def test_addresses_without_folders(world: World):
    """`use_directory_urls: false` is heeded by every link."""
    world.write(AROUND).interview("2026/a.md", "consent: quotes\n", "[B](../2025/b.md#why)")
    journal = load_journal(replace(world.settings(), directories=False), Reader.PUBLIC, TODAY)
    assert '<a href="~/2025/b.html#why">B</a>' in parts(journal, "2026/a.html")


def test_a_link_to_an_entry_that_is_wrong_waits_with_it(world: World):
    """An entry with errors is no place to lead to, nor one that a message may name."""
    world.write(AROUND).interview("2025/b.md", "consent: quotes\nperson: Ada Oko\n", "Oko.\n")
    world.interview("2026/a.md", "consent: quotes\n", "[B](../2025/b.md) [C](../2025/bb.md)")
    assert [problem for problem in world.problems() if "a.md" in problem] == [
        "entries/2026/a.md:7: error: a link leads to a file that is not there, or is no entry; check the path; it starts from the folder of this file",
        "entries/2026/a.md:7: warning: a link leads to an entry that is private; its text remains without the link; take it out, or wait",
    ]


def test_a_link_to_what_cannot_be_read_is_told_in_that_file_alone(world: World):
    """One mistake is one problem, and whoever mends it has nothing else to do."""
    world.write("== entries/2026/b.md\n---\ntitle: x\n").interview("2026/a.md", "consent: quotes\n", "[B](b.md)")
    assert world.problems() == ["entries/2026/b.md:1: error: the front matter is not closed; put a line `---` after its last key"]


@pytest.mark.parametrize("private", ["%% not yet %%", "<!-- not yet -->", "> [!private] Off\n> not yet"])
def test_what_is_private_in_an_intro_is_an_error(world: World, private: str):
    """An intro is no entry, from which such things are taken out."""
    intro = "".join(f"    {line}\n" for line in f"Money.\n\n{private}".splitlines())
    world.write(f"== vocabulary/themes.yml\nconcepts:\n- id: budget\n  label: Budget\n  intro: |\n{intro}").interview("2026/a.md")
    assert [problem for problem in world.problems() if "intro" in problem] == [
        "vocabulary/themes.yml:4: error: an `intro` is shown whole, and this one holds a comment or a private passage; take that out"
    ]


@pytest.mark.parametrize("name", ["library-types", "passage-kinds", "questions", "goals", "people", "libraries"])
def test_an_intro_is_checked_in_every_vocabulary(world: World, name: str):
    """Each has pages on which it is shown whole."""
    concepts = '- {id: a, label: A, intro: "> [!private] Off"}\n- {id: b, label: B, intro: "[D](private/secret.md)"}\n'
    world.write(f"== entries/private/secret.md\n== vocabulary/{name}.yml\nconcepts:\n{concepts}")
    assert [problem for problem in world.problems() if "intro" in problem or "link" in problem] == [
        f"vocabulary/{name}.yml:2: error: an `intro` is shown whole, and this one holds a comment or a private passage; take that out",
        f"vocabulary/{name}.yml:3: error: a link leads into a private folder; take the link out, or move its target",
    ]


def test_what_is_wrong_in_the_intro_of_a_record_is_not_quoted(world: World):
    """Nobody may be told yet of the person or the goal; a log is often public."""
    world.write("== vocabulary/people.yml\nconcepts:\n- id: a\n  label: A\n  intro: |\n    > [!secretword] Off\n    > #hushhush\n")
    said = "\n".join(world.problems())
    assert "something in this `intro` is not what it seems to be; look at its tags, headings and callouts" in said
    assert "secretword" not in said and "hushhush" not in said


def test_a_withdrawal_is_held_up_by_no_link(world: World):
    """What leads to it loses the link and keeps its text, and the strict build goes on: consent taken back counts at once."""
    world.interview("2026/b.md", "consent: quotes\nwithdrawn: 2026-11-01\n").interview("2026/a.md", "consent: quotes\n", "[B](b.md)")
    assert world.problems() == [
        "entries/2026/a.md:7: note: a link leads to an entry that was withdrawn; nothing is to be done: its text remains without the link"
    ]


def test_links_of_the_home_page_start_from_the_folder_of_the_entries(world: World):
    """The home page is a file like others: its links, pictures and notes are resolved and checked."""
    text = "[B](2025/b.md)[^1] ![Room](2026/images/r%20m.jpg) [Up](#up)\n\n<b id='up'>x</b>\n\n[^1]: A note."
    world.write(f"{AROUND}\n== entries/index.md\n{text}\n")
    journal = world.load()
    view = plan_site(journal)[0].view
    assert isinstance(view, HomeView)
    html = at_home(view.words, "~/")
    assert '<a href="~/2025/b/">B</a>' in html and 'src="~/2026/images/r%20m.jpg"' in html and '<a href="~/#up">Up</a>' in html
    assert set(re.findall(r'href="~/#([^"]*)"', unquote(html))) <= set(re.findall(r'id="([^"]*)"', html))
    world.write(f"{AROUND}\n== entries/index.md\n[B](2025/draft.md)\n[C](2026/a.md)\n")
    assert [problem for problem in world.problems() if "entries/index" in problem] == [
        "entries/index.md:1: warning: a link leads to an entry that is private; its text remains without the link; take it out, or wait",
        "entries/index.md:2: error: a link leads to a file that is not there, or is no entry; did you mean 2025/b.md?",
    ]


THEMES = """\
== vocabulary/themes.yml
scheme: theme
concepts:
- id: pay
  label: Pay
  intro: "[B](2025/b.md#money-talks) [C](2025/draft.md) [D](private/secret.md) [E](nothing.md) [F](#far) [G](#here) <i id='here'>x</i>"
"""


def test_links_of_an_intro_start_from_the_folder_of_the_entries(world: World):
    """The author's words on a concept's page lead where her entries lead, and are checked like them."""
    world.write(AROUND + THEMES).interview("2026/a.md", "consent: quotes\nthemes: pay\n", "Text.")
    view = next(plan.view for plan in plan_site(world.load()) if plan.url == "themes/pay/")
    assert isinstance(view, ConceptView)
    assert at_home(view.intro, "~/") == (
        '<p><a href="~/2025/b/#money-talks">B</a> C D E <a href="#far">F</a> <a href="#here">G</a> <i id="here">x</i></p>'
    )
    assert [problem.removeprefix("vocabulary/themes.yml:") for problem in world.problems() if "themes.yml" in problem] == [
        "5: error: a link leads into a private folder; take the link out, or move its target",
        "5: error: a link leads to a file that is not there, or is no entry; check the path; it starts from the folder of this file",
        "5: error: a link leads to a passage that is not there; write a passage's `^id` after the `#`, or its headline in small letters "
        "with hyphens",
        "5: warning: a link leads to an entry that is private; its text remains without the link; take it out, or wait",
    ]


NOTES = """\
First[^a] and again[^a].

### Why?
#pay

An answer[^a].

> [!insight] Mine
> One[^a], two[^b].
>
> #pay

An answer[^a], and a word in HTML, and [a book][book].

[^a]: A note with [a link](../2025/b.md).
[^b]: Another[^a].
[book]: https://example.org/book
*[HTML]: A language
"""


def test_footnotes_used_in_several_blocks_have_ids_of_their_own(world: World):
    """A note may be cited anywhere; each block prints it at its foot, and no id stands twice on a page."""
    html = parts(journal_of(world, {"body": NOTES}))
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert [id for id, number in Counter(ids).items() if number > 1] == []
    assert set(re.findall(r'href="~/2026/a/#([^"]+)"', unquote(html))) == {id for id in ids if "fn" in id}
    assert html.count("A note with") == 4 and html.count("Another") == 1
    assert '<a href="https://example.org/book">a book</a>' in html and '<abbr title="A language">HTML</abbr>' in html


def test_a_passage_elsewhere_takes_its_notes_along_without_their_ids(world: World):
    """On the page of a theme a passage has its notes, whose links lead back to its home."""
    journal = journal_of(world, {"body": NOTES})
    view = next(plan.view for plan in plan_site(journal) if plan.url == "themes/pay/")
    assert isinstance(view, ConceptView)
    passage = next(passage for group in view.groups for passage in group.passages if passage.kind_id == "insight")
    home = next(plan.view for plan in plan_site(journal) if plan.url == "2026/a/")
    assert isinstance(home, EntryView)
    assert passage.html == next(part.html for part in home.parts if getattr(part, "kind_id", "") == "insight")


def test_ids_of_notes_do_not_tell_what_is_withheld_above(world: World):
    """The same public text has the same HTML, however much stands above it that no reader sees."""
    plain = parts(journal_of(world, {"body": "Text[^1].\n\n[^1]: A note."}))
    private = parts(journal_of(world, {"body": "> [!private] Off\n> One.\n> Two.\n\nText[^1].\n\n[^1]: A note."}))
    assert plain == private and "fn:1" in plain


def test_text_that_is_nested_too_deeply_is_an_error_and_nothing_worse(world: World):
    """A text on which Markdown gives up stands as it was written, and its entry waits."""
    world.interview("2026/a.md", "consent: quotes\n", "- " * 3000 + "x <b>")
    assert world.problems() == [
        "entries/2026/a.md:7: error: lists or quotations are nested too deeply here to be made into a page; take some levels out"
    ]
    assert "- - - x &lt;b&gt;" in parts(world.load(Reader.AUTHOR))


def test_what_is_wrong_in_brackets_is_told_with_its_line_when_words_stand_beside_it(world: World):
    """A name that begins like another one is not taken for it."""
    world.interview("2026/a.md", "consent: quotes\n", "[[bb|B]] one\n[[b|C]] two\n“[[b#Why?]]”")
    assert [problem.partition(": error")[0] for problem in world.problems()] == [f"entries/2026/a.md:{line}" for line in (7, 8, 9)]
