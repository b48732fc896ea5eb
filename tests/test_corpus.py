"""Real interviews, two hundred and (in `make stress`) 1,304 grown from them: what goes in comes out, recounted from the files by other means than the journal's own."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from interview_journal.consent import Reader
from interview_journal.journal import Journal, load_journal
from interview_journal.plan.concept_page import ConceptView
from interview_journal.plan.entry_page import EntryView
from interview_journal.plan.index_page import IndexView
from interview_journal.plan.page import PlannedPage
from interview_journal.plan.site import plan_site
from interview_journal.settings import Settings

from tests.conftest import CORPUS, TODAY, run

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the corpus of real interviews is not at {CORPUS}")

CALLOUT = re.compile(r"^> \[!(\w+)\] (.*)\n((?:^>.*\n?)+)", re.M)
REFERENCE = re.compile(r"^\[[^\]]+\]: .*$", re.M)


@dataclass(frozen=True)
class Site:
    """A journal of real interviews, its plan, and its files as a stranger reads them."""

    root: Path
    count: int
    journal: Journal
    plans: dict[str, PlannedPage]
    public: dict[str, tuple[dict[str, Any], str]]
    """Front matter and body of the files that are no drafts, by the address that they should have."""
    drafts: tuple[str, ...]


@pytest.fixture(scope="module", params=[200, pytest.param(1304, marks=pytest.mark.stress)])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The journal that the corpus makes of so many interviews."""
    root, count = tmp_path_factory.mktemp("corpus"), request.param
    subprocess.run([sys.executable, str(CORPUS / "make_journal.py"), str(root), "--count", str(count)], check=True, capture_output=True)
    journal = load_journal(Settings(root, root / "entries"), Reader.PUBLIC, TODAY)
    public, drafts = {}, []
    for path in sorted(root.glob("entries/*/*.md")):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        keys, name = yaml.safe_load(front), path.relative_to(root / "entries").with_suffix("").as_posix()
        if keys["status"] == "draft":
            drafts.append(name)
        else:
            public[f"{name}/"] = keys, body
    return Site(root, count, journal, {plan.url: plan for plan in plan_site(journal)}, public, tuple(drafts))


def passages(body: str) -> list[tuple[str, str, str]]:
    """Theme, kind and anchor (a headline where none is written) of all that a body files under a theme, read line by line."""
    found = []
    for section in re.split(r"^(?=### )", body, flags=re.M):
        heading, _, rest = section.partition("\n")
        tag = re.match(r"#([\w-]+)\n", rest)
        prose = REFERENCE.sub("", CALLOUT.sub("", rest[tag.end() :] if tag else ""))
        if tag and heading.endswith("?") and prose.strip():
            found.append((tag[1], "answer", heading.removeprefix("### ")))
        for kind, headline, lines in CALLOUT.findall(rest):
            last = re.search(r"^> #([\w-]+)(?: \^(\w+))?\s*\Z", lines, re.M)
            assert last is not None
            found.append((last[1], kind, last[2] or headline))
    return found


def test_real_interviews_have_nothing_wrong_with_them(site: Site):
    """Text that nobody wrote for this program loads without an error or a warning."""
    assert len(site.public) + len(site.drafts) == site.count
    assert site.journal.failing == ()


@pytest.mark.parametrize("command", [("mkdocs", "build", "--strict"), ("journal", "check")])
def test_the_strict_build_and_check_accept_real_interviews_unchanged(site: Site, command: tuple[str, ...]):
    """The corpus brings its own mkdocs.yml and vocabularies; nothing of it is touched."""
    result = run(site.root, *command)
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr


def test_each_public_entry_has_a_page_and_no_draft_has_one(site: Site):
    """What goes in public comes out, and what is a draft does not."""
    entries = {url for url, plan in site.plans.items() if isinstance(plan.view, EntryView)}
    assert entries == set(site.public)
    assert site.drafts and not [name for name in site.drafts if name in repr(site.plans)]


def test_each_passage_stands_on_exactly_the_pages_of_its_themes(site: Site):
    """The pages of a theme hold every public passage that is tagged with it, and none besides, in either order."""
    want = Counter((theme, kind, url) for url, (_, body) in site.public.items() for theme, kind, _ in passages(body))
    assert sum(want.values()) > 200
    for page in ("", "by-library-type/"):
        found = Counter(
            (address.split("/")[1], passage.kind_id, passage.url.partition("#")[0])
            for address, plan in site.plans.items()
            if re.fullmatch(rf"themes/[^/]+/{page}(\d+/)?", address) and isinstance(plan.view, ConceptView)
            for group in plan.view.groups
            for passage in group.passages
        )
        assert found == want


def test_each_passage_leads_to_its_place(site: Site):
    """The anchor that an author wrote is the address of the passage."""
    want = {f"{url}#{name}" for url, (_, body) in site.public.items() for _, _, name in passages(body) if re.fullmatch(r"p\d+", name)}
    found = {
        passage.url
        for plan in site.plans.values()
        if isinstance(plan.view, ConceptView)
        for group in plan.view.groups
        for passage in group.passages
    }
    assert want and want <= found


@pytest.mark.parametrize(("index", "key"), [("library-types/", "library_type"), ("roles/", "role"), ("themes/", "themes")])
def test_the_counts_of_an_index_are_what_the_entries_say(site: Site, index: str, key: str):
    """A schedule counts the entries that name a heading, no more and no fewer."""
    view = site.plans[index].view
    assert isinstance(view, IndexView)
    want = Counter(id for keys, _ in site.public.values() for id in keys[key])
    found = {node.url.split("/")[1]: int(node.in_all) for node in view.nodes if node.url}
    assert found == dict(want)
    assert {id: len(set(rows_of(site, f"{index}{id}/"))) for id in want} == dict(want)


def rows_of(site: Site, address: str) -> list[str]:
    """The addresses of the conversations that a concept's page lists, or its pages of conversations where they are many."""
    all_of_them = re.compile(rf"{address}conversations/(\d+/)?")
    pages = [plan for url, plan in site.plans.items() if all_of_them.fullmatch(url)] or [site.plans[address]]
    return [row.url for plan in pages if isinstance(plan.view, ConceptView) for row in plan.view.rows]


NOT_READ = re.compile(r"^(?:> )?#[\w-]+.*$|^\[[^\]]+\]: .*$|^### .*$|^> \[!.*$|\]\s?\[[^\]]*\]|\]\((?:[^()]|\([^)]*\))*\)|<[^>\n]*>", re.M)
"""Tags, definitions, headings, headlines, targets of links, HTML: what no paragraph says."""


def test_no_word_of_an_answer_is_lost(site: Site):
    """Each public page says every longer word of its file, as often as the file does."""
    lost = {}
    for url, (_, body) in site.public.items():
        view = site.plans[url].view
        assert isinstance(view, EntryView)
        html = " ".join(getattr(part, "html", "") for part in view.parts)
        said = Counter(re.findall(r"[a-z]{9,}", re.sub(r"<[^>]*>", " ", html)))
        if missing := Counter(re.findall(r"[a-z]{9,}", NOT_READ.sub(" ", body))) - said:
            lost[url] = missing
    assert lost == {}
