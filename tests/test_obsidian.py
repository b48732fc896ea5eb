"""Passages shown elsewhere, names between double square brackets, and a vault on the entries, as Obsidian leaves it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from interview_journal.address import Target, names_of, target_of
from interview_journal.consent import Reader
from interview_journal.journal import load_journal
from interview_journal.markup import at_home
from interview_journal.plan.concept_page import ConceptView
from interview_journal.plan.entry_page import EntryView
from interview_journal.plan.lists import HomeView
from interview_journal.plan.pieces import PassageView
from interview_journal.plan.pieces import Prose as ProseView
from interview_journal.plan.site import plan_site
from interview_journal.settings import EXTENSIONS
from interview_journal.text import plain

from tests.conftest import TODAY, World

ESSAY = "genre: reflection\ntitle: What I learnt\ndate: 2026-08-01\nstatus: published\n"
DIRECTOR = """\
### What is the hardest part?
#workload

Waiting, with [a friend](../2025/branch.md).

> [!quote] Money is decided two floors up
> "I learn my budget the day the campus does."[^1]
>
> #budget ^two-floors-up

### Why stay?

> [!joy] The mornings
> Quiet.
>
> > They are mine.

### Who else?

[^1]: In March.

> [!private] Off the record
> It is the provost.
> ^off
"""
NAMED = "consent: quotes\nattribution: named\nperson: Ada Oko\njob_title: director\n"


def journal(world: World, text: str, keys: str = NAMED, essay: str = ESSAY) -> World:
    """A journal in which an essay is written about a conversation with these keys."""
    world.interview("2025/branch.md").interview("2026/director.md", keys, DIRECTOR)
    return world.write(f"== entries/2026/essay.md\n---\n{essay}---\n{text}\n")


def shown(world: World, reader: Reader = Reader.PUBLIC, url: str = "2026/essay/") -> list[PassageView]:
    """The passages on the page of the essay."""
    view = next((plan.view for plan in plan_site(world.load(reader)) if plan.url == url), None)
    parts = view.parts if isinstance(view, EntryView | HomeView) else ()
    return [part for part in parts if isinstance(part, PassageView)]


def told(world: World) -> list[str]:
    """What is told of the essay, without its path."""
    return [problem.removeprefix("entries/2026/essay.md:") for problem in world.problems() if "essay" in problem]


def test_a_passage_is_shown_with_who_said_it_where_and_when(world: World):
    """It keeps its form and its themes, and leads home."""
    journal(world, "She waits.\n\n![[2026/director#two-floors-up]]\n\nAnd so do I.")
    assert told(world) == []
    passage = shown(world)[0]
    assert (passage.form, passage.headline, passage.kind) == ("open", "Money is decided two floors up", "Quote")
    assert (passage.who.label, passage.who.url) == ("Ada Oko", "2026/director/#two-floors-up")
    assert passage.where == "director · University library · 14 March 2026"
    assert [link.label for link in passage.shoulder.links] == ["Budget and funding"]
    assert "In March." in passage.html and passage.template == "journal/partials/transclusion.html"


def test_a_page_shows_the_passage_without_its_anchor(world: World):
    """An anchor belongs to one place, where the passage is at home."""
    journal(world, "![[2026/director#two-floors-up]]")
    assert world.build("--strict", "-q").returncode == 0
    page = world.page("2026/essay")
    assert "I learn my budget" in page and 'id="two-floors-up"' not in page and "fnref" not in re.sub(r'href="[^"]*"', "", page)
    assert '<a href="../../2026/director/#two-floors-up">Ada Oko</a>, director · University library · 14 March 2026' in page
    assert 'id="two-floors-up"' in world.page("2026/director")


@pytest.mark.parametrize("written", ["director#What is the hardest part?", "2026/director#what-is-the-hardest-part"])
def test_a_question_is_shown_with_its_answer(world: World, written: str):
    """Its running text is shown; the passages in it are not, and the links in it start from its own file."""
    journal(world, f"![[{written}]]")
    passage = shown(world)[0]
    assert told(world) == [] and (passage.form, passage.headline) == ("answer", "What is the hardest part?")
    assert at_home(passage.html, "~/") == '<p>Waiting, with <a href="~/2025/branch/">a friend</a>.</p>'


def test_a_passage_is_found_by_its_headline(world: World):
    """A headline between brackets is the anchor that it makes."""
    journal(world, "![[director#The mornings]]")
    assert [passage.headline for passage in shown(world)] == ["The mornings"] and told(world) == []


def test_home_and_pages_show_passages_too(world: World):
    """They are hers like an essay."""
    journal(world, "![[director#^two-floors-up]]", essay="genre: page\ntitle: About\nstatus: published\n")
    world.write("== entries/index.md\nWelcome.\n\n![[director#^two-floors-up]]\n")
    assert [passage.headline for url in ("", "2026/essay/") for passage in shown(world, url=url)] == 2 * ["Money is decided two floors up"]


def test_a_page_and_the_essay_itself_may_be_the_source(world: World):
    """What is shown is a passage's own text, so no two of them can show each other for ever."""
    text = "> [!insight] Mine\n> One. ![[#mine]]\n\n![[#mine]]\n\n![[about#us]]\n\n![[index#here]]"
    journal(world, text).write("== entries/about.md\n---\ngenre: page\ntitle: About\nstatus: published\n---\n> [!fact] Us\n> Two.\n")
    world.write("== entries/index.md\n> [!fact] Here\n> ![[about#us]]\n")
    assert [(passage.headline, passage.closed) for passage in shown(world, Reader.AUTHOR)] == [
        (headline, "") for headline in ("Mine", "Mine", "Us", "Here")
    ]
    assert [problem.partition("; ")[0] for problem in world.problems()] == [
        f"{place}: warning: a passage can be shown only on a line of its own" for place in ("entries/2026/essay.md:8", "entries/index.md:2")
    ]


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ("consent: none\n", "no consent yet"),
        ("consent: quotes\nstatus: draft\n", "draft"),
        ("consent: quotes\nreview: sent\n", "waits for review"),
        ("consent: quotes\nembargo: 2027-01-01\n", "not yet"),
        ("consent: summary\n", "only the card: they agreed to a summary"),
        ("consent: paraphrase\n", "their words: only with consent to quotes"),
    ],
)
def test_a_passage_follows_consent_to_the_day(world: World, keys: str, why: str):
    """A reader sees nothing of it, its author what it waits for, and the log tells her that it is missing."""
    journal(world, "Text.\n\n![[2026/director#two-floors-up]]", keys)
    assert shown(world) == [] and [passage.closed for passage in shown(world, Reader.AUTHOR)] == [why]
    assert told(world) == [
        "9: warning: a passage is shown here that readers do not see; nothing stands here until they do; take it out, or wait"
    ]
    essay = next(plan for plan in plan_site(world.load()) if plan.url == "2026/essay/")
    assert not re.search("director|budget|floors", repr(essay.view.parts if isinstance(essay.view, EntryView) else ""))


def test_a_passage_whose_day_has_come_is_shown(world: World):
    """Nobody touches the essay; the build of that day shows it."""
    journal(world, "![[2026/director#two-floors-up]]", f"{NAMED}embargo: 2026-12-01\n")
    for day, passages in ((TODAY, 0), (TODAY.replace(month=12, day=1), 1)):
        view = next(plan.view for plan in plan_site(world.load(day=day)) if plan.url == "2026/essay/")
        assert isinstance(view, EntryView) and sum(isinstance(part, PassageView) for part in view.parts) == passages


def test_of_a_passage_with_a_quotation_readers_see_what_they_may(world: World):
    """A retelling leaves the quotation out wherever the passage is shown."""
    journal(world, "![[2026/director#the-mornings]]", "consent: paraphrase\n")
    assert told(world) == [] and [passage.html for passage in shown(world)] == ["<p>Quiet.</p>"]
    assert [passage.closed for passage in shown(world, Reader.AUTHOR)] == ["its quotations: only with consent to quotes"]


def test_an_answer_that_no_reader_sees_is_shown_to_its_author(world: World):
    """She reads it as it stands, with the reason."""
    journal(world, "![[2026/director#what-is-the-hardest-part]]", "consent: paraphrase\ntranscript: yes\n")
    assert shown(world) == []
    assert [passage.closed for passage in shown(world, Reader.AUTHOR)] == ["their words: only with consent to quotes"]


def test_a_withdrawn_passage_leaves_at_once_and_holds_nothing_up(world: World):
    """Consent taken back counts in the next build, strict or not."""
    journal(world, "Text.\n\n![[2026/director#two-floors-up]]", "consent: quotes\nwithdrawn: 2026-11-01\n")
    assert shown(world) == []
    assert told(world) == [
        "9: note: a passage is shown here of an entry that was withdrawn; nothing is to be done: nothing stands here any more"
    ]


WRONG = {
    "a private passage": (
        "director#off",
        "error: this line would show what nobody is ever to see; nothing stands here; take it out, or name another passage",
    ),
    "a private folder": (
        "private/notes#x",
        "error: this line would show what nobody is ever to see; nothing stands here; take it out, or name another passage",
    ),
    "no file": ("2026/directr#off", "error: a link leads to a file that is not there, or is no entry; did you mean [[2026/director]]?"),
    "no passage": (
        "director#two-floors",
        "error: a link leads to a passage that is not there; did you mean #two-floors-up? Else write a passage's `^id` after the `#`, or "
        "its headline in small letters with hyphens",
    ),
    "an entry": (
        "director",
        "warning: one passage can be shown here, not a whole entry; nothing stands here; name the passage after `#`, as in "
        "`![[2026/director#what-is-the-hardest-part]]`; without the `!` it is a link to the entry",
    ),
    "an entry without passages": (
        "branch",
        "warning: one passage can be shown here, not a whole entry; nothing stands here; name the passage after `#`, as in "
        "`![[2025/branch#two-floors-up]]`; without the `!` it is a link to the entry",
    ),
    "a question with passages alone": (
        "director#why-stay",
        "warning: no answer in running text stands under this question; nothing stands here; name one of the passages under it",
    ),
}


@pytest.mark.parametrize(("written", "message"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_shown_is_told(world: World, written: str, message: str):
    """Nothing stands there, and the message says what to write."""
    journal(world, f"Text.\n\n![[{written}]]").write("== entries/private/notes.md\n> [!insight] X\n> Y.\n")
    assert told(world) == [f"9: {message}"]


def test_her_own_preview_shows_even_what_is_never_built(world: World):
    """While the essay is a draft it may hold what she will take out, marked as such."""
    text = "![[director#off]]\n\n![[private/notes#x]]"
    journal(world, text, essay=ESSAY.replace("published", "draft")).write("== entries/private/notes.md\n> [!insight] X\n> Y.\n")
    assert told(world) == [] and shown(world) == []
    assert [(passage.form, passage.closed) for passage in shown(world, Reader.AUTHOR)] == [("private", "never built"), ("note", "private")]


def test_a_passage_of_an_unknown_kind_waits_until_it_is_known(world: World):
    """It may have been meant as private."""
    journal(world, "![[branch#x]]").write(f"== entries/2025/branch.md\n---\n{ESSAY}---\n> [!nonsense] X\n> Y.\n")
    assert shown(world) == [] and [passage.form for passage in shown(world, Reader.AUTHOR)] == ["private"]


def test_a_conversation_shows_no_passage_of_another(world: World):
    """What one person agreed to is not put into the mouth of another; a private note may hold what it likes."""
    world.interview("2026/a.md", "consent: quotes\n", "Text.\n\n![[b#why]]").write(
        "== entries/2026/note.md\n![[b]]\n- ![[nothing]] [[c]]\n"
    )
    assert world.problems() == [
        "entries/2026/a.md:9: warning: passages of other entries are shown in essays and pages alone; nothing stands here; take the `!` away, "
        "and a link to it stands here"
    ]
    assert [type(part.block).__name__ for entry in world.load(Reader.AUTHOR).disclosed for part in entry.parts] == ["Prose", "Prose"]


def test_a_passage_belongs_to_its_own_entry_alone(world: World):
    """Showing it again counts nothing twice."""
    journal(world, "![[2026/director#two-floors-up]]")
    catalogue = world.load().catalogue
    assert catalogue.passages_in["2026/essay"] == ()
    assert [passage.entry.name for passage in catalogue.passages_of["theme", "budget"]] == ["2026/director"]
    assert [entry.name for entry in catalogue.here["theme", "budget"]] == ["2026/director"]


NAMES = names_of(
    [
        "index.md",
        "about.md",
        "2025/a.md",
        "2026/a.md",
        "2026/b.md",
        "2026/x/b.c.md",
        "2025/room.jpg",
        "private/b.md",
        "private/c.md",
        "2026/LICENSE",
    ]
)


@pytest.mark.parametrize(
    ("written", "path", "found"),
    [
        ("a", "2026/essay.md", "2026/a.md"),
        ("2025/a", "2026/essay.md", "2025/a.md"),
        ("../2025/a.md", "2026/essay.md", "2025/a.md"),
        ("/2025/a", "2026/essay.md", "2025/a.md"),
        ("./a", "2025/essay.md", "2025/a.md"),
        ("About", "2026/essay.md", "about.md"),
        ("b.c", "2025/essay.md", "2026/x/b.c.md"),
        ("x/b.c", "essay.md", "2026/x/b.c.md"),
        ("ROOM.jpg", "2026/essay.md", "2025/room.jpg"),
        ("license", "2025/essay.md", "2026/LICENSE"),
        ("b", "2025/essay.md", "2026/b.md"),
        ("c", "2025/essay.md", "private/c.md"),
        ("./b", "2025/essay.md", "2025/b"),
        ("/room.jpg", "2025/essay.md", "room.jpg"),
        ("nothing", "2025/essay.md", "nothing"),
        ("oom.jpg", "2025/essay.md", "oom.jpg"),
    ],
)
def test_a_name_is_looked_for_as_obsidian_does(written: str, path: str, found: str):
    """By the path from the file, from the root, by the end of a path; what is in a private folder comes last."""
    assert target_of(f"[[{written}]]", path, NAMES) == Target(found, "", wiki=True)


def test_a_name_of_several_files_is_an_error_that_names_them(world: World):
    """It names those alone that readers see."""
    assert target_of("[[a#One Two]]", "essay.md", NAMES) == Target("2025/a.md", "one-two", wiki=True, rivals=("2025/a.md", "2026/a.md"))
    for year in (2024, 2025):
        world.interview(f"{year}/a.md")
    world.interview("2023/a.md", "status: draft\n").interview("2022/b.md", "status: draft\n").interview("2023/b.md", "status: draft\n")
    world.write(f"== entries/2026/essay.md\n---\n{ESSAY}---\n[[a#x|A]]\n[[b|B]]\n\n![[a#x]]\n")
    several = "error: the name in these double square brackets is that of several files"
    assert told(world) == [
        f"7: {several}; write the path of the one you mean: [[2024/a#x]] or [[2025/a#x]]",
        f"8: {several}; check the name; a path between double square brackets starts from the folder of the entries",
        f"10: {several}; write the path of the one you mean: [[2024/a#x]] or [[2025/a#x]]",
    ]
    view = next(plan.view for plan in plan_site(world.load(Reader.AUTHOR)) if plan.url == "2026/essay/")
    assert isinstance(view, EntryView) and [part.html for part in view.parts if isinstance(part, ProseView)] == ["<p>A\nB</p>"]


def test_names_in_properties_are_read_as_obsidian_writes_them(world: World):
    """A link and a picture may be chosen in its panel of properties."""
    keys = f'{NAMED}related:\n  - "[[2025/branch]]"\nimage: "[[room.jpg]]"\nimage_alt: A room\n'
    journal(world, "Text.", keys).write("== entries/2025/room.jpg\n")
    assert world.problems() == []
    view = next(plan.view for plan in plan_site(world.load()) if plan.url == "2026/director/")
    assert isinstance(view, EntryView)
    assert "2025/room.jpg" in repr(view.parts) and "2025/branch/" in repr(view.related)


def test_names_in_an_intro_start_from_the_folder_of_the_entries(world: World):
    """The words on a concept's page are Markdown like all others."""
    intro = "[[director#^two-floors-up]] [[#here|H]] <i id='here'>x</i>"
    journal(world, "Text.").write(
        f'== vocabulary/themes.yml\nscheme: theme\nconcepts:\n- {{id: budget, label: Budget, intro: "{intro}"}}\n- {{id: workload, label: W}}\n'
    )
    assert world.problems() == []
    view = next(plan.view for plan in plan_site(world.load()) if plan.url == "themes/budget/")
    assert isinstance(view, ConceptView)
    assert at_home(view.intro, "~/") == (
        '<p><a href="~/2026/director/#two-floors-up">Money is decided two floors up</a> <a href="#here">H</a> <i id="here">x</i></p>'
    )


def test_a_headline_shows_the_words_of_a_link():
    """Headlines and questions are text, and no path of a file belongs into them."""
    assert plain("On [[private/x|her]], [[2026/a.md#b]] and [[#^c]]") == "On her, … and …"


def test_a_link_without_words_in_a_heading_is_told(world: World):
    """In running text it is called like its target; a heading has nowhere to lead, and its words make an address."""
    world.interview(
        "2026/a.md", "consent: quotes\n", "### Is [[a]] good?\n\nYes.\n\n> [!insight] See [[a]]\n> X.\n\n### Is [[a|it]] good?\n\nYes."
    )
    told = [problem for problem in world.problems() if "no words" in problem]
    assert [problem.partition(": warning: ")[0] for problem in told] == ["entries/2026/a.md:7", "entries/2026/a.md:11"]


VAULT = """\
== entries/.obsidian/app.json
{"newLinkFormat": "shortest", "useMarkdownLinks": false, "attachmentFolderPath": "./attachments"}
== entries/.obsidian/workspace.json
{}
== entries/.trash/old.md
---
date: {{date}}
---
[[nothing]]
== entries/Board.canvas
{"nodes": [], "edges": []}
== entries/Table.base
views:
  - type: table
== entries/templates/Conversation.md
---
date: {{date}}
library_type:
---
== entries/2025/attachments/reading room.jpg
== entries/Daily/2026-03-14.md
Met [[Somebody new]] today. #inbox

- [ ] ask ![[branch]]

![[branch]]
== entries/2025/branch.md
---
date: 2025-06-01
library_type:
  - public-branch
role:
  - director
tags:
  - interview
aliases:
  - The branch
cssclasses:
  - wide
person: Ada Oko
job_title: director
library: Branch
goal: budgets
takeaway: Keys hang where nobody looks.
consent: quotes
attribution: named
pin: true
minutes: 34
---
We met early. %% at seven? %%

%%
A comment over
two lines.
%%

### What is the hardest part?
#workload

The keys. ![[reading room.jpg|Reading room, empty]]

> [!note]- On keys
> See [[#What is the hardest part?|the question]] and [[essay]].
>
> ^keys
== entries/2026/essay.md
---
genre: reflection
title: What I learnt
date: 2026-08-01
takeaway: Keys.
status: published
related:
  - "[[branch]]"
---
See [[branch]], [[2025/branch#^keys|the keys]] and [[../2025/branch#What is the hardest part?]].

![[branch#^keys]]
"""


def test_a_vault_on_the_entries_builds_without_a_warning(world: World):
    """What Obsidian leaves beside and in the notes troubles nobody, and none of it is on the site."""
    world.write(VAULT)
    built = world.build("--strict")
    assert built.returncode == 0 and "WARNING" not in built.stderr
    checked = world.run("journal", "check")
    assert checked.returncode == 0, checked.stdout
    site = [path.relative_to(world.root / "site").as_posix() for path in (world.root / "site").rglob("*") if path.is_file()]
    assert "2025/attachments/reading room.jpg" in site
    assert not re.search(r"obsidian|trash|canvas|\.base|templates|Daily|Conversation", " ".join(site))
    page = world.page("2026/essay")
    assert "On keys" in page and "comment" not in world.page("2025/branch") and "seven" not in world.page("2025/branch")


def test_settings_of_obsidian_are_no_matter(world: World):
    """Markdown links and bracketed ones lead to the same place."""
    world.write(VAULT).interview(
        "2026/b.md", "consent: quotes\n", "[A](../2025/branch.md) [[branch|A]] [[2025/branch|A]] [[../2025/branch|A]]"
    )
    settings = replace(world.settings(), extensions=EXTENSIONS)
    view = next(plan.view for plan in plan_site(load_journal(settings, Reader.PUBLIC, TODAY)) if plan.url == "2026/b/")
    assert isinstance(view, EntryView) and isinstance(view.parts[0], ProseView)
    assert re.findall('href="([^"]*)"', at_home(view.parts[0].html, "~/")) == 4 * ["~/2025/branch/"]
