"""Time passes: addresses that were, and sites that are right again after each change."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from interview_journal.consent import Reader
from interview_journal.journal import Journal, load_journal
from interview_journal.plan.former import MovedView
from interview_journal.plan.lists import NotFoundView
from interview_journal.plan.page import PlannedPage
from interview_journal.plan.site import plan_site

from tests.conftest import TODAY, World
from tests.golden import cases
from tests.test_mkdocs_plugin import dead_links, everything

THEMES = "== vocabulary/themes.yml\nscheme: theme\nkey: themes\none: Theme\nmany: Themes\ntitle: What it is about\nconcepts:\n"
PASSAGE = "> [!insight] Mine\n> Two floors up.\n>\n> #{}\n"


def pages(journal: Journal) -> dict[str, PlannedPage]:
    """The planned pages by address."""
    return {plan.url: plan for plan in plan_site(journal)}


def moved(journal: Journal) -> dict[str, str | None]:
    """Each address that leads on, with where to."""
    return {url: plan.view.to.url for url, plan in pages(journal).items() if isinstance(plan.view, MovedView)}


def gone(journal: Journal) -> set[str]:
    """The addresses under which it is said that nothing is there."""
    return {url for url, plan in pages(journal).items() if isinstance(plan.view, NotFoundView)} - {"404.html"}


def around(world: World) -> World:
    """What lies beside the entry of a case."""
    world.interview("2026/b.md", "consent: quotes\nwas: 2025/twice.md\n").interview("2026/draft.md", "was: [2025/quiet.md, 2025/b.md]\n")
    world.interview("2026/gone.md", "consent: quotes\nwithdrawn: yes\n").write("== entries/2026/x.jpg\n")
    return world.interview("private/c.md", "consent: quotes\nwas: [2025/c.md, ../x]\n")


@cases("former")
def test_a_former_address_leads_on_or_is_told(case: dict[str, Any], world: World):
    """A line of `was` leads to the entry, or its author reads why not."""
    around(world).interview("2026/a.md", f"consent: quotes\nwas: {case['was']}\n{case.get('keys', '')}")
    journal = world.load()
    told = [str(problem) for problem in journal.problems if problem.path == "entries/2026/a.md" and "richer" not in problem.text]
    assert told == [f"entries/2026/a.md:6: {problem}" for problem in case.get("problems", ())]
    if not case.get("problems"):
        leads = {url: to for url, to in moved(journal).items() if to == "2026/a/"}
        assert leads == dict.fromkeys(case.get("leads", ()), "2026/a/")


@cases("former")
def test_no_line_of_was_breaks_the_preview(case: dict[str, Any], world: World):
    """In the preview, where nothing stops over an error, each address is still planned once, and none stands in the way of another."""
    around(world).interview("2026/a.md", f"consent: quotes\nwas: {case['was']}\n{case.get('keys', '')}")
    urls = [plan.url for plan in plan_site(world.load(Reader.AUTHOR))]
    assert len(urls) == len({url.casefold().rstrip("/") for url in urls})
    assert not any("x.jpg" in url or ".." in url or url.startswith((".", "private")) for url in urls if url != "private/c/")


def test_addresses_without_folders_have_files(world: World):
    """With `use_directory_urls: false` a former file is a file, and what was written with a stroke at its end stays a folder."""
    world.write(f"{THEMES}- {{id: budget, label: Budget, was: [finance]}}\n")
    world.interview("2026/a.md", "consent: quotes\nwas: [2025/old.md, /2025/folder/, 2026/a/]\n", PASSAGE.format("budget"))
    journal = load_journal(replace(world.settings(), directories=False), Reader.PUBLIC, TODAY)
    assert moved(journal) == {
        "2025/old.html": "2026/a.html",
        "2025/folder/": "2026/a.html",
        "2026/a/": "2026/a.html",
        "themes/finance.html": "themes/budget.html",
        "themes/finance/by-library-type.html": "themes/budget/by-library-type.html",
    }


def test_pages_and_the_home_page_can_have_moved(world: World):
    """Former addresses are not for conversations alone."""
    world.write("== entries/index.md\n---\nwas: welcome.md\n---\nHello.\n")
    world.write("== entries/about.md\n---\ngenre: page\ntitle: About\nstatus: published\nwas: me.md\n---\nI.\n")
    world.write("== entries/2026/essay.md\n---\ngenre: reflection\ntitle: Essay\ndate: 2026\nstatus: published\nwas: thought.md\n---\nI.\n")
    found = {url: (plan.section, plan.view.to.label) for url, plan in pages(world.load()).items() if isinstance(plan.view, MovedView)}
    assert found == {"welcome/": ("", "A journal"), "me/": ("", "About"), "thought/": ("2026/", "Essay")}
    assert moved(world.load())["welcome/"] == ""


def test_a_message_names_no_private_file(world: World):
    """Where two entries claim an address, a public one is told of public ones only, and a private one of the private without their names."""
    world.interview("2026/a.md", "consent: quotes\nwas: 2025/x.md\n").interview(
        "2026/secret-a.md", "was: [2025/x.md, 2025/y.md, 2026/a.md]\n"
    )
    world.interview("2026/secret-b.md", "was: 2025/y.md\n")
    assert world.problems() == [
        "entries/2026/secret-a.md:5: error: `was` “2025/x.md” is in entries/2026/a.md:6 too; an address leads to one page: take one out",
        "entries/2026/secret-a.md:5: error: `was` “2025/y.md” is in another entry too; an address leads to one page: take one out",
        "entries/2026/secret-a.md:5: error: an address in `was` is that of another entry; take it out, or move that entry",
        "entries/2026/secret-b.md:5: error: `was` “2025/y.md” is in another entry too; an address leads to one page: take one out",
    ]
    assert moved(world.load()) == {"2025/x/": "2026/a/"}


def test_a_private_entry_leads_nowhere(world: World):
    """A redirect would tell that it exists; in the preview its author sees where it will lead."""
    world.interview("2026/a.md", "was: 2025/a.md\n").interview("2026/b.md", "consent: quotes\nstatus: draft\nwas: 2025/b.md\n")
    assert moved(world.load()) == {}
    assert moved(world.load(Reader.AUTHOR)) == {"2025/a/": "2026/a/", "2025/b/": "2026/b/"}


def test_of_what_was_withdrawn_the_former_addresses_say_that_it_is_gone(world: World):
    """The same card stands under each, but for an address that tells the name, whatever the attribution was; a note says so."""
    keys = "consent: quotes\nattribution: named\nperson: Bo Okonkwo\nwas: [2025/head.md, /2025/bo-okonkwo/, ../x, themes/joy]\nwithdrawn: yes\n"
    world.interview("2026/director.md", keys)
    journal = world.load()
    assert gone(journal) == {"2026/director/", "2025/head/"} and moved(journal) == {}
    assert (
        "entries/2026/director.md:8: note: `was` tells whom you talked with, so nothing remains under that address; nothing is to be done"
        in (world.problems())
    )
    assert not any("okonkwo" in problem for problem in world.problems()) and journal.stopping == ()
    world.interview("2026/director.md", f"{keys}hide: was\n")
    assert gone(world.load()) == {"2026/director/"}


def test_an_address_whose_file_tells_the_name_goes_and_the_former_one_says_so(world: World):
    """Each address of a withdrawn entry is judged by itself."""
    world.interview("2026/okonkwo.md", "consent: quotes\nattribution: named\nperson: Bo Okonkwo\nwas: 2025/head.md\nwithdrawn: yes\n")
    assert gone(world.load()) == {"2025/head/"}


def test_a_living_entry_goes_before_a_withdrawn_one(world: World):
    """What nobody may see any longer stands in nobody's way: its address says that it is gone until another claims a former one."""
    world.write("== entries/index.md\n---\nwithdrawn: yes\n---\nHello.\n")
    world.interview("2026/a.md", "consent: quotes\nwithdrawn: yes\nwas: 2025/x.md\n")
    assert gone(world.load()) == {"2026/a/", "2025/x/"} and pages(world.load())[""].template == "journal/home.html"


CONCEPTS = {
    "leads to the page of the concept that has it now": (
        "budget",
        {"": "themes/budget/", "by-library-type/": "themes/budget/by-library-type/"},
    ),
    "leads to the index while that has no page": ("joy", {"": "themes/", "by-library-type/": "themes/"}),
}


@pytest.mark.parametrize(("tag", "leads"), CONCEPTS.values(), ids=CONCEPTS)
def test_the_address_of_a_former_id(world: World, tag: str, leads: dict[str, str]):
    """Entries go on saying the former id or label, and the address of its page leads on, or says why it leads to the index."""
    world.write(f"{THEMES}- {{id: budget, label: Budget, was: [finance, Old Label, index], alt: [Money]}}\n- {{id: joy, label: Joy}}\n")
    world.interview("2026/a.md", "consent: quotes\n", PASSAGE.format("finance" if tag == "budget" else "joy"))
    journal = world.load()
    assert moved(journal) == {f"themes/finance/{rest}": to for rest, to in leads.items()} and journal.failing == ()
    said = pages(journal)["themes/finance/"].view
    assert isinstance(said, MovedView) and ("“Budget”, where nothing stands" in said.said) is (tag == "joy")


def test_the_former_id_of_a_heading_that_is_named_as_a_whole_leads_to_its_page(world: World):
    """Without passages there is one page of it, and all former ones lead there."""
    world.write(
        "== vocabulary/locales.yml\nscheme: locale\nkey: locale\nmany: Locales\nconcepts:\n- {id: town, label: Town, was: [city]}\n"
    )
    world.interview("2026/a.md", "consent: quotes\nlocale: city\n", "Text.")
    orders = ("", "by-library-type/", "by-theme/")
    assert moved(world.load()) == {f"locales/city/{order}": "locales/town/" for order in orders}


def test_a_concept_that_is_gone_is_told_with_the_nearest(world: World):
    """Taken out without `was`, a theme leaves an error in each entry that names it, and its address says that nothing is there."""
    world.write(f"{THEMES}- {{id: budget, label: Budget}}\n- {{id: finance, label: Finance}}\n")
    world.interview("2026/a.md", "consent: quotes\nthemes: finance\n", PASSAGE.format("finance"))
    assert world.problems() == [] and "themes/finance/" in pages(world.load())
    world.write(f"{THEMES}- {{id: budget, label: Budget}}\n- {{id: finances, label: Money}}\n")
    assert world.problems() == [
        "entries/2026/a.md:6: error: there is no theme “finance”; did you mean finances or budget? Else add it to vocabulary/themes.yml",
        "entries/2026/a.md:11: error: there is no theme “finance”; did you mean #finances or #budget? Else add it to vocabulary/themes.yml",
    ]
    assert "themes/finance/" not in pages(world.load())


def test_an_embargo_ends_on_its_day(world: World):
    """The day before nothing tells of the entry, former addresses included; on the day all is there."""
    world.interview("2026/a.md", f"consent: quotes\nwas: 2025/a.md\nembargo: {TODAY}\n").interview("2026/b.md")
    before = pages(world.load(day=TODAY - timedelta(1)))
    assert not {"2026/a/", "2025/a/"} & before.keys() and "1 conversation " in str(before[""].view)
    after = pages(world.load(day=TODAY))
    assert {"2026/a/", "2025/a/"} <= after.keys() and "2 conversations " in str(after[""].view)


FIRST = f"""\
{THEMES}- {{id: budget, label: Budget}}
- {{id: finance, label: Old Money}}
- {{id: joy, label: Joy}}
== entries/index.md
See [her](2026/lowered.md).
== entries/2026/picture.jpg
SECRET-PICTURE
"""
QUOTE = "> [!quote] Said\n> “{}.”\n>\n> #finance\n\n> [!insight] Understood\n> Two floors up.\n>\n> #finance\n"


def test_after_each_change_the_site_is_right(world: World):
    """Deleted, renamed, withdrawn, lowered, relabelled, merged: nothing of the last site survives that is not so any longer."""
    named = "attribution: named\n"
    world.write(FIRST)
    world.interview(
        "2026/lowered.md", f"consent: quotes\n{named}person: Ada Secretname\n", f"![A room](picture.jpg)\n\n{QUOTE.format('SECRET-QUOTE')}"
    )
    world.interview("2026/none.md", f"consent: quotes\n{named}person: Secret Second\nthemes: joy\n", "SECRET-NONE")
    world.interview("2026/deleted.md", "consent: quotes\n", "SECRET-DELETED").interview("2026/old.md", "consent: quotes\n", "It stays.")
    world.interview("2026/withdrawn.md", f"consent: quotes\n{named}person: Secret Third\nwas: 2025/keeper.md\n", "SECRET-WITHDRAWN")
    site = world.root / "site"
    assert world.build("--strict").returncode == 0
    before = everything(site)
    for told in ("Secretname", "SECRET-QUOTE", "SECRET-NONE", "SECRET-DELETED", "SECRET-WITHDRAWN", "SECRET-PICTURE", "Old Money"):
        assert told in before
    assert "Two floors up." in world.page("themes/finance") and "It stays." in world.page("2026/old")

    world.write(
        f"{THEMES}- {{id: budget, label: Budget and funding, was: [finance], alt: [Budget, Money of old]}}\n- {{id: joy, label: Joy}}\n"
    )
    world.interview("2026/lowered.md", "consent: paraphrase\nperson: Ada Secretname\n", QUOTE.format("SECRET-QUOTE"))
    world.interview("2026/none.md", "consent: none\nperson: Secret Second\nthemes: joy\n", "SECRET-NONE")
    (world.root / "entries/2026/deleted.md").unlink()
    (world.root / "entries/2026/old.md").rename(world.root / "entries/2026/new.md")
    world.interview("2026/new.md", "consent: quotes\nwas: 2026/old.md\n", "It stays.")
    world.interview(
        "2026/withdrawn.md", f"consent: quotes\n{named}person: Secret Third\nwas: 2025/keeper.md\nwithdrawn: yes\n", "SECRET-WITHDRAWN"
    )
    result = world.build("--strict")
    assert result.returncode == 0, result.stderr
    after = everything(site)
    assert "SECRET" not in after and "Secret" not in after and "Old Money" not in after
    there = {path.parent.relative_to(site).as_posix() for path in site.glob("202?/*/index.html")}
    assert there == {"2025/keeper", "2026/lowered", "2026/new", "2026/old", "2026/withdrawn"}
    assert "Not on the shelf" in world.page("2026/withdrawn") and 'content="noindex"' in world.page("2026/withdrawn")
    assert 'content="0; url=../../2026/new/"' in world.page("2026/old") and "It stays." in world.page("2026/new")
    assert 'content="0; url=../../themes/budget/"' in world.page("themes/finance")
    assert "Two floors up." in world.page("themes/budget") and "Budget and funding" in world.page("2026/lowered")
    assert not (site / "themes/joy").exists() and not (site / "2026/picture.jpg").exists()
    assert not [found for found in locations(site) if found.endswith(("/old/", "/withdrawn/", "/finance/", "/keeper/"))]
    assert dead_links(site, "/sub/") == []


def locations(site: Path) -> list[str]:
    """The addresses in the sitemap."""
    return [part.partition("</loc>")[0] for part in (site / "sitemap.xml").read_text("utf-8").split("<loc>")[1:]]


def built_on(world: World, day: date) -> set[str]:
    """The pages of 2026 after a build on that day."""
    noon = str(int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()))
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": noon}
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    subprocess.run([mkdocs, "build", "--strict", "--quiet"], cwd=world.root, env=variables, check=True)
    return {path.name for path in (world.root / "site/2026").iterdir() if path.is_dir()}


def test_the_same_files_built_a_day_earlier_lack_what_an_embargo_holds_back(world: World):
    """Nothing but the day makes the difference, and what an earlier build has written does not survive."""
    world.interview("2026/a.md", "consent: quotes\nembargo: 2026-12-01\n").interview("2026/b.md")
    assert [built_on(world, day) for day in (date(2026, 12, 1), date(2026, 11, 30))] == [{"a", "b"}, {"b"}]


def test_a_page_whose_name_is_no_plain_letters_stands_where_its_links_lead(world: World):
    """What a server reads from an address is what the folder is called."""
    world.interview("2026/łucja d.md", "consent: quotes\nwas: 2025/żółw.md\n")
    assert world.build("--strict").returncode == 0
    assert (world.root / "site/2026/łucja d/index.html").is_file()
    assert 'url=../../2026/%C5%82ucja%20d/"' in world.page("2025/żółw") and 'href="./2026/%C5%82ucja%20d/"' in world.page("")
    assert "https://journal.example.org/sub/2026/%C5%82ucja%20d/" in locations(world.root / "site")
