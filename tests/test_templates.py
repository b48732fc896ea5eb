"""Our templates by themselves: they print what the plan gives, and forgive nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from interview_journal.consent import Reader
from interview_journal.journal import Journal, load_journal
from interview_journal.mkdocs_plugin.filters import add_filters, our_templates
from interview_journal.plan.entry_page import EntryView
from interview_journal.plan.page import PlannedPage
from interview_journal.plan.site import frame_of, plan_site
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined, nodes

from tests.conftest import ROOT, TODAY, World

TEMPLATES = ROOT / "templates"
MAIN = "".join(
    f"{{% block {name} %}}{{% endblock %}}"
    for name in ("site_meta", "htmltitle", "styles", "fonts", "header", "tabs", "site_nav", "container", "footer")
)
"""What stands for Material's frame, whose own pages do not bear StrictUndefined."""
FULL = """\
== vocabulary/locales.yml
scheme: locale
key: locale
one: Locale
many: Locales
title: Where it lies
concepts:
- {id: coast, label: Coast, note: By the sea., intro: "I grew up there; see [Ada](2026/full.md)."}
== vocabulary/goals.yml
concepts:
- {id: fit, label: How do the parts fit?, intro: I began with a chart., wants_role: [director, cataloging], wants_library_type: law}
== vocabulary/people.yml
concepts:
- {id: ada, label: Ada Byron, alt: [A. Byron], note: Counts., url: "https://ada.example.org", orcid: 0000-0002-1825-0097}
== vocabulary/libraries.yml
concepts:
- {id: holm, label: Holm Libraries}
- {id: ashgrove, label: Ashgrove, part_of: holm, place: Holm, isil: XX-1}
== entries/index.md
Her words, and a second paragraph.

## Why do I ask?
Because.
== entries/about.md
---
genre: page
title: About
status: published
---
Me.
== entries/2026/full.md
---
date: 2026-03-14
library_type: [university, law]
role: director
locale: coast
themes: budget
person: Ada Byron
job_title: head
library: Ashgrove
place: Holm
format: video
minutes: 34
goal: How do the parts fit?
goal_met: partly
image: room.jpg
image_alt: A room
takeaway: One sentence.
pin: yes
consent: quotes
attribution: named
was: 2025/before.md
log: [2026-03-01 asked by mail]
---
Prose with a note.[^1]

### What is the hardest part?
#workload #budget #governance #pay #staffing

Saying no.

> [!quote] Two floors up
> "I learn my budget."
>
> #budget

> [!insight]
> Without a headline.

> [!private] Off
> Never.

[^1]: The note.
== entries/2026/room.jpg
x
== entries/2026/card.md
---
date: 2026
library_type: law
role: reference
consent: summary
---
Not shown.
== entries/2025/again.md
---
date: 2025-03
library_type: college
role: director
consent: quotes
---
### What is the hardest part of your job?

Saying yes.
== entries/2025/draft.md
---
date: 2025-01
library_type: law
role: reference
themes: bugdet
pin: yes
status: draft
---
Half.
== entries/2025/half.md
---
date: "2025
== entries/2025/thought.md
---
genre: reflection
date: 2025-06-01
title: A thought
status: published
---
> [!moved] The hatch
> It stays.
>
> #spaces
"""
CROWD = "".join(
    f"""\
== entries/2024/crowd-{number:02}.md
---
date: 2024-{number % 12 + 1:02}
library_type: law
role: reference
themes: budget
consent: quotes
---
### What is the hardest part?
#workload

It is long. {"Words. " * 400}

> [!advice] Begin early
> It takes longer. {"Words. " * 400}
>
> #budget #pay #governance #staffing #spaces #equity
{
        "".join(
            f'''
> [!fact] Number {fact}
> Short.
'''
            for fact in range(13)
        )
    }
"""
    for number in range(41)
)
"""So many conversations, with so many passages, that no list has room on one page."""


def journal_of(world: World, text: str, reader: Reader = Reader.PUBLIC) -> Journal:
    """The journal in a text, whose author asks for replies."""
    settings = replace(world.write(text).settings(), author="Mara Voss", mail="mara@example.org", closing_question="And you?")
    return load_journal(settings, reader, TODAY)


def environment(**blocks: str) -> Environment:
    """Our templates under StrictUndefined, inside a frame that stands for Material's."""
    stand_ins = {"main.html": blocks.get("main", MAIN), "partials/palette.html": "", "partials/javascripts/palette.html": ""}
    env = Environment(loader=ChoiceLoader([DictLoader(stand_ins), FileSystemLoader(TEMPLATES)]), undefined=StrictUndefined)
    add_filters(env)
    env.filters["url"] = lambda value: value
    return env


def rendered(env: Environment, page: PlannedPage, frame: object) -> str:
    """A planned page."""
    config = {"theme": {"palette": [{}], "favicon": "f.png"}}
    return env.get_template(page.template).render(plan=page, view=page.view, frame=frame, config=config, base_url="../..")


@pytest.mark.parametrize("reader", list(Reader))
@pytest.mark.parametrize("text", [FULL, FULL + CROWD, ""], ids=["full", "crowded", "empty"])
def test_every_page_renders_where_nothing_undefined_is_forgiven(world: World, text: str, reader: Reader):
    """A template names nothing that the plan does not hold, in a full journal and in an empty one, for readers and for the author."""
    journal = journal_of(world, text, reader)
    env, frame = environment(), frame_of(journal)
    for page in plan_site(journal):
        html = rendered(env, page, frame)
        assert html.count("<h1") == 1, page.url
        assert "\x1e" not in html and "\x1f" not in html and "None" not in html, page.url


CLASS = re.compile(r'\bclass="([^"]*)"')


def test_the_journals_of_these_tests_reach_every_part_of_the_templates(world: World):
    """What no page shows, no test looks at: each class that a template names stands on a page of one of these journals."""
    html = ""
    for text in ("", FULL, CROWD):
        for reader in Reader:
            journal = journal_of(world, text, reader)
            env, frame = environment(), frame_of(journal)
            html += "".join(rendered(env, page, frame) for page in plan_site(journal))
    found = {name for names in CLASS.findall(html) for name in names.split()}
    sources = "".join((TEMPLATES / name).read_text("utf-8") for name in our_templates([str(TEMPLATES)]))
    named = {name for names in CLASS.findall(re.sub(r"{%.*?%}|[\w-]*{{.*?}}", " ", sources)) for name in names.split()}
    assert len(named) > 100 and named - found == set()
    assert {url for url in ("themes/budget/2/", "themes/budget/conversations/2/", "2024/3/") if f'href="../../{url}' not in html} == set()


@pytest.mark.parametrize("word", ["Words. ", "शब्द। "], ids=["latin", "devanagari"])
def test_no_list_is_too_heavy_for_a_phone(world: World, word: str):
    """Where many conversations have much to say of one theme, each page but theirs is below 100 KB, whatever the script."""
    journal = journal_of(world, CROWD.replace("Words. ", word))
    env, frame = environment(), frame_of(journal)
    sizes = {page.url: len(rendered(env, page, frame).encode()) for page in plan_site(journal) if not isinstance(page.view, EntryView)}
    assert {url: size for url, size in sizes.items() if size > 100_000} == {}
    assert "themes/budget/2/" in sizes and max(sizes.values()) > 50_000


def test_the_frame_has_its_landmarks_in_order(world: World):
    """Skip link first, then masthead, text, footer; the current section is marked."""
    journal = world.write(FULL).load()
    page = next(page for page in plan_site(journal) if page.url == "themes/budget/")
    html = rendered(environment(), page, frame_of(journal))
    places = [html.index(mark) for mark in ('class="skip"', "<header", "<nav", "<h1", "<footer")]
    assert places == sorted(places) and 'aria-current="true">Themes' in html


def test_headings_skip_no_level(world: World):
    """h1 the page, h2 questions and groups, h3 passages and entries."""
    journal = journal_of(world, FULL + CROWD, Reader.AUTHOR)
    env, frame = environment(), frame_of(journal)
    for page in plan_site(journal):
        levels = [int(level) for level in re.findall(r"<h([1-6])", rendered(env, page, frame))]
        assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), (page.url, levels)


def test_a_title_is_escaped_everywhere(world: World):
    """What the author types is text."""
    journal = journal_of(world, FULL.replace("Ada Byron", "<script>x</script>").replace("Two floors up", "<script>x</script>"))
    env, frame = environment(), frame_of(journal)
    assert all("<script>x" not in rendered(env, page, replace(frame, name="<script>x")) for page in plan_site(journal))


def test_a_page_that_has_moved_leads_on_without_script(world: World):
    """The browser is sent on at once, a reader by a link, a search engine by the canonical address, which is whole or is missing."""
    journal = world.write(FULL).load()
    page = next(page for page in plan_site(journal) if page.url == "2025/before/")
    html = rendered(environment(), page, replace(frame_of(journal), site="https://journal.example.org/sub/"))
    assert '<meta http-equiv="refresh" content="0; url=../../2026/full/">' in html and '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://journal.example.org/sub/2026/full/">' in html
    assert 'rel="canonical"' not in rendered(environment(), page, frame_of(journal))
    assert '<p><a href="../../2026/full/">A conversation with Ada Byron, head</a></p>' in html


@pytest.mark.parametrize("url", ["2026/a/", "problems/"])
def test_the_code_of_a_message_is_set_as_code(world: World, url: str):
    """The preview prints no backticks, and what is code is text all the same."""
    journal = world.interview("2026/a.md", "consent: quotes\nconsnt: none\n", "a <div>\n\n> [!quote] B\n> c</div>").load(Reader.AUTHOR)
    html = rendered(environment(), next(page for page in plan_site(journal) if page.url == url), frame_of(journal))
    assert "<p>nobody knows the key <code>consnt</code></p>" in html and "did you mean <code>consent</code>?" in html
    assert "<code>&lt;div&gt;</code> is closed here" in html and "`" not in html


@pytest.mark.parametrize("name", our_templates([str(TEMPLATES)]))
def test_templates_loop_and_print(name: str):
    """A template filters, sorts, counts and computes nothing."""
    tree = Environment().parse((TEMPLATES / name).read_text("utf-8"))
    assert {node.name for node in tree.find_all(nodes.Filter)} <= {"at", "forceescape", "prose", "prose_at_home", "url"}
    assert not [*tree.find_all((nodes.Add, nodes.Sub, nodes.Mul, nodes.Slice))]


@pytest.mark.parametrize("name", [*our_templates([str(TEMPLATES)]), "404.html"])
def test_templates_have_no_inline_style_or_script(name: str):
    """A strict policy of content is possible."""
    source = Path(TEMPLATES, name).read_text("utf-8")
    assert not re.search(r"\sstyle=|<style|<script|\son[a-z]+=", source)
