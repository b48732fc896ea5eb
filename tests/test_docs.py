"""The manual says what the code does: its tables are the code's, its examples are accepted, its commands exist, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import click
import pytest
import yaml
from interview_journal import resources
from interview_journal.commands import journal
from interview_journal.entry import NEEDED, RECOMMENDED
from interview_journal.keys import KEYS, Key
from interview_journal.mkdocs_plugin.options import Options
from interview_journal.problem import Problem
from interview_journal.text import slug
from interview_journal.value import LOG_VERBS, Kind
from interview_journal.vocabulary import Concept, read_vocabularies
from mkdocs.__main__ import cli as mkdocs

from tests.conftest import ROOT, World, run
from tests.test_architecture import ORDER

MANUAL = ROOT / "docs"
README = ROOT / "README.md"
PAGES = (README, *sorted(MANUAL.glob("*.md")))
AUTHORS = tuple(page for page in PAGES if page.name != "architecture.md")
"""What authors read: here every example is a promise."""
PROGRAMS = {"journal": journal, "mkdocs": mkdocs}
FENCED = re.compile(r"^(?P<indent> *)(?P<fence>`{3,})(?P<language>\w+)\n(?P<text>.*?)^(?P=indent)(?P=fence)$", re.M | re.S)
CODE = re.compile(r"`([^`\n]+)`")
HEADING = re.compile(r"^#+ +(.+)$", re.M)
LINK = re.compile(r"\]\(([^()\s]+)\)")
TARGET = re.compile(r"(?:^|`)make ([a-z]+)", re.M)
CALL = re.compile(r"^(?:\S*[/\\])?(journal|mkdocs) (?=[a-z-])(.*)$")
OPTION = re.compile(r"--?[a-z][a-z-]*")
ELSEWHERE = re.compile(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=[\"']?(?:https?:)?//")
COMPANION = "> [!quote] Money is decided two floors up\n> “I learn my budget the day the campus does.”\n>\n> #budget ^two-floors-up\n"
"""The text of the entry to which the manual's examples of links lead."""


@dataclass(frozen=True)
class Example:
    """A fenced text of a page."""

    place: str
    language: str
    text: str


def examples(page: Path) -> Iterator[Example]:
    """The fenced texts of a page, each with the line it begins on."""
    whole = page.read_text("utf-8")
    for match in FENCED.finditer(whole):
        line = whole.count("\n", 0, match.start()) + 1
        yield Example(f"{page.name}:{line}", match["language"], dedent(match["text"]))


def prose(page: Path) -> str:
    """A page without its fenced texts."""
    return FENCED.sub("", page.read_text("utf-8"))


def section(page: str, heading: str) -> str:
    """What stands below a heading of a page of the manual, up to the next one."""
    parts = re.split(HEADING, prose(MANUAL / page))
    assert heading in parts, f"docs/{page} has no heading “{heading}”"
    return parts[parts.index(heading) + 1]


def rows(page: str, heading: str) -> dict[str, tuple[str, ...]]:
    """The rows of the tables below a heading, by the name in their first cell."""
    cells = (
        tuple(cell.strip() for cell in line.strip("|").split("|")) for line in section(page, heading).splitlines() if line.startswith("| `")
    )
    return {first.strip("`"): tuple(rest) for first, *rest in cells}


def code(*words: str) -> str:
    """Words as the manual's cells list them."""
    return " ".join(f"`{word}`" for word in words if word)


def calls() -> Iterator[tuple[str, str, list[str]]]:
    """Every command that an author is told to type: place, program, and what stands behind it."""
    for page in AUTHORS:
        spans = [(page.name, span) for span in CODE.findall(prose(page))]
        lines = [
            (example.place, line) for example in examples(page) if example.language in ("sh", "bat") for line in example.text.splitlines()
        ]
        for place, text in (*spans, *lines):
            if match := CALL.match(text):
                yield place, match[1], shlex.split(match[2], comments=True)


def options(command: click.Command) -> set[str]:
    """The long names of a command's options."""
    names = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    return {name for name in names if name.startswith("--")}


MARKDOWN = [example for page in AUTHORS for example in examples(page) if example.language == "markdown"]
ENTRIES = [example for example in MARKDOWN if example.text.startswith("---\n")]
SNIPPETS = [example for example in MARKDOWN if example not in ENTRIES]
YAML = [example for page in AUTHORS for example in examples(page) if example.language == "yaml"]
CONFIGS = [example for example in YAML if example.text.startswith("# mkdocs.yml\n")]


def test_the_manual_names_every_key_and_no_other() -> None:
    """The table of keys has the keys of `keys.KEYS`, in their order."""
    assert list(rows("writing.md", "The keys")) == [key.name for key in KEYS]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_the_manual_says_of_a_key_what_the_code_does(key: Key) -> None:
    """Each row has the key's mark, kind, default, values and help as the code has them."""
    mark, kind, default, choices, meaning = rows("writing.md", "The keys")[key.name]
    marks = {"needed": key.name in NEEDED["interview"], "recommended": key.name in RECOMMENDED, "🔒": key.private}
    assert mark.split() == [word for word, holds in marks.items() if holds]
    assert (kind, default, choices) == (key.kind.value, code(key.default), code(*key.choices))
    assert meaning.startswith(key.help)
    assert key.kind is not Kind.LOG or code(*LOG_VERBS) in meaning


def test_the_manual_lists_consent_and_attribution_from_careful_to_open() -> None:
    """The two tables of the publication rule have the values of their keys, in their order."""
    choices = {key.name: list(key.choices) for key in KEYS}
    assert list(rows("privacy.md", "How much is shown")) == choices["consent"]
    assert list(rows("privacy.md", "How the person is shown")) == choices["attribution"]


def test_the_manual_lists_the_kinds_of_passage() -> None:
    """The table of kinds has the packaged kinds, with their other names and whose words they hold."""
    vocabularies, _ = read_vocabularies(ROOT / "no such folder", resources.vocabularies())

    def row(kind: Concept) -> tuple[str, str]:
        return code(*kind.alt), "🔒" if kind.yes("private") else kind.one("words")

    found = {name: cells[:2] for name, cells in rows("writing.md", "Kinds of passage").items()}
    assert found == {kind.id: row(kind) for kind in vocabularies.kinds.concepts}


def test_there_are_examples() -> None:
    """The examples are found, of each sort, so that the tests below test something."""
    assert (len(ENTRIES) >= 2, len(SNIPPETS) >= 4, len(CONFIGS) >= 3, len(list(calls())) >= 20) == (True,) * 4


@pytest.mark.parametrize("example", ENTRIES, ids=lambda example: example.place)
def test_a_whole_entry_is_public_and_without_fault(world: World, example: Example) -> None:
    """An entry that a page shows whole has neither error nor warning, and would be published."""
    world.write(f"== entries/2026/example.md\n{example.text}")
    journal = world.load()
    assert faults(journal.problems, "") == []
    assert [entry.path for entry in journal.disclosed] == ["entries/2026/example.md"]


@pytest.mark.parametrize("example", SNIPPETS, ids=lambda example: example.place)
def test_a_part_of_an_entry_is_without_fault(world: World, example: Example) -> None:
    """A part of an entry that a page shows has neither error nor warning."""
    world.interview("2026/university-director.md", body=COMPANION).write("== entries/2026/images/reading-room.jpg\n")
    world.interview("2026/example.md", body=example.text)
    assert faults(world.load().problems, "entries/2026/example.md") == []


def faults(problems: tuple[Problem, ...], path: str) -> list[str]:
    """What is wrong in a file, or in all, beside the advice on what would be richer."""
    return [str(problem) for problem in problems if problem.path.startswith(path) and "richer" not in problem.text]


@pytest.mark.parametrize("config", CONFIGS, ids=lambda example: example.place)
def test_the_yaml_examples_make_a_journal(world: World, config: Example) -> None:
    """Each example in YAML names its file in its first line, and a strict build has nothing against a mkdocs.yml with all vocabularies."""
    for example in (*(example for example in YAML if example not in CONFIGS), config):
        assert re.match(r"# (mkdocs|vocabulary/[a-z-]+)\.yml\n", example.text), example.place
        world.write(f"== {example.text[2:]}")
    world.interview(
        "2026/example.md", "consent: quotes\nlocale: countryside\nperson: Ada Okonkwo\nlibrary: the Ravensby\nthemes: finance\n"
    )
    built = world.build("--strict")
    assert built.returncode == 0, built.stderr


def test_the_manual_names_every_option_of_the_plugin_and_no_other() -> None:
    """The table of options has the options of the plugin."""
    assert set(rows("commands.md", "Options in mkdocs.yml")) == set(Options())


@pytest.mark.parametrize("name", sorted(journal.commands))
def test_the_manual_names_every_option_of_a_command_and_no_other(name: str) -> None:
    """The section of a command has its options, and the words that may stand behind them."""
    command, text = journal.commands[name], section("commands.md", f"journal {name}")
    assert {word for span in CODE.findall(text) for word in OPTION.findall(span) if word.startswith("--")} == options(command)
    for parameter in command.params:
        choices = set(parameter.type.choices) if isinstance(parameter.type, click.Choice) else set()
        assert choices <= set(CODE.findall(text)), f"`{parameter.opts[0]}` takes {choices}"


@pytest.mark.parametrize("name", ["serve", "build", "gh-deploy"])
def test_the_manual_names_no_option_that_mkdocs_lacks(name: str) -> None:
    """The table of a command of MkDocs has options of it."""
    named = set(rows("commands.md", f"mkdocs {name}"))
    assert named and named <= options(mkdocs.commands[name])


@pytest.mark.parametrize(("place", "program", "words"), list(calls()), ids=lambda part: part if isinstance(part, str) else " ".join(part))
def test_a_command_in_the_manual_exists(place: str, program: str, words: list[str]) -> None:
    """What an author is told to type is a command with these options."""
    command = PROGRAMS[program].commands.get(words[0])
    assert command, f"{place}: there is no `{program} {words[0]}`"
    typed = {word.partition("=")[0] for word in words if word.startswith("--")}
    assert typed <= {*options(command), "--help"}, place


def test_the_first_page_of_the_manual_makes_a_published_page(tmp_path: Path) -> None:
    """Who types what the page of the start says has a page on a site."""
    here = tmp_path / "program"
    here.mkdir()
    typed = [
        shlex.split(line) for example in examples(MANUAL / "index.md") if example.language == "sh" for line in example.text.splitlines()
    ]
    written = next(example.text for example in examples(MANUAL / "index.md") if example.language == "text").splitlines()
    done = []
    for words in typed:
        if words[0] == "cd":
            here = (here / words[1]).resolve()
        elif words[0] in PROGRAMS and words[1] != "serve":
            result = run(here, *words)
            assert result.returncode == 0, f"{words}\n{result.stdout}{result.stderr}"
            done.append(words[1])
        if words[:2] == ["journal", "new"]:
            entry = here / "entries" / "2026" / "university-director.md"
            text = entry.read_text("utf-8")
            for line in written:
                text, times = re.subn(rf"^{line.partition(':')[0]}:.*$", line, text, flags=re.M)
                assert times == 1, line
            entry.write_text(text, "utf-8")
    assert done == ["init", "new", "check", "build"]
    assert (here / "site" / "2026" / "university-director" / "index.html").is_file()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page leads to a file that is there, and to a heading in it where it names one."""
    for link in (link for link in LINK.findall(CODE.sub("", prose(page))) if ":" not in link):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in map(slug, HEADING.findall(prose(target))), link


def test_the_page_of_the_architecture_has_every_room_in_its_order() -> None:
    """Its table is the order to which `tests/test_architecture.py` holds the source."""
    cells = re.findall(r"^\| (`.+?`) \|", section("architecture.md", "One way through"), re.M)
    assert [name.removesuffix("/") for cell in cells for name in CODE.findall(cell)] == ORDER


def test_every_page_has_a_title_of_its_own() -> None:
    """One heading of level 1 a page, and no two alike, so that a reader knows where she is."""
    titles = [re.findall(r"^# (.+)$", prose(page), re.M) for page in PAGES]
    assert all(len(found) == 1 for found in titles)
    assert len({found[0] for found in titles}) == len(PAGES)


def test_the_manual_is_a_site_and_asks_nothing_of_another_host(tmp_path: Path) -> None:
    """It builds without a warning, every page of it, and a reader's browser fetches nothing from elsewhere."""
    built = run(ROOT, "mkdocs", "build", "--strict", "--config-file", "manual.yml", "--site-dir", str(tmp_path / "site"))
    assert built.returncode == 0, built.stderr
    html = {path.parent.name: path.read_text("utf-8") for path in (tmp_path / "site").rglob("index.html")}
    assert len(html) == len(PAGES) - 1
    assert {name: ELSEWHERE.findall(text) for name, text in html.items() if ELSEWHERE.search(text)} == {}


def test_targets_are_in_the_makefile() -> None:
    """Every `make` command that an author is told is a target of the Makefile."""
    named = {name for page in AUTHORS for name in TARGET.findall(page.read_text("utf-8"))}
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert {"site", "test", "serve"} <= named <= targets


def test_the_hook_runs_a_command_that_exists() -> None:
    """pre-commit checks the journal when an entry, a vocabulary or its configuration changes, and not otherwise."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, *words = shlex.split(hook["entry"])
    assert words[0] in PROGRAMS[program].commands and hook["id"] in section("commands.md", "journal check")
    changed = ["entries/2026/a.md", "vocabulary/themes.yml", "mkdocs.yml", "README.md", "docs/entries/a.md", "notes/mkdocs.yml"]
    assert [bool(re.search(hook["files"], path)) for path in changed] == [True, True, True, False, False, False]


def test_the_changelog_is_kept_as_such() -> None:
    """It has the shape of Keep a Changelog 1.1: versions from the newest, each with sorts of change that it knows."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.M)[0] == "[Unreleased]"
    assert set(re.findall(r"^### (.+)$", text, re.M)) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_tests_run_on_three_systems_and_may_change_nothing() -> None:
    """The workflow reads the repository, and on Linux runs what the README names."""
    workflow = yaml.load((ROOT / ".github" / "workflows" / "test.yml").read_text("utf-8"), yaml.BaseLoader)
    job = workflow["jobs"]["test"]
    assert workflow["permissions"] == {"contents": "read"}
    assert [name.partition("-")[0] for name in job["strategy"]["matrix"]["os"]] == ["ubuntu", "macos", "windows"]
    assert any(step.get("run", "").startswith("make test") for step in job["steps"])
