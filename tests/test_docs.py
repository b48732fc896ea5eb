"""The manual says what the code does: its tables are the code's, its examples are accepted, its links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest
from conftest import ROOT, World
from interview_journal import resources
from interview_journal.entry import NEEDED, RECOMMENDED
from interview_journal.keys import KEYS, Key
from interview_journal.mkdocs_plugin.options import Options
from interview_journal.problem import Problem
from interview_journal.text import slug
from interview_journal.value import LOG_VERBS, Kind
from interview_journal.vocabulary import Concept, read_vocabularies

MANUAL = ROOT / "docs" / "format.md"
AUTHORS = (ROOT / "README.md", MANUAL)
"""What authors read: here every example is a promise."""
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
FENCED = re.compile(r"^(?P<indent> *)(?P<fence>`{3,})(?P<language>\w+)\n(?P<text>.*?)^(?P=indent)(?P=fence)$", re.M | re.S)
HEADING = re.compile(r"^#+ +(.+)$", re.M)
LINK = re.compile(r"\]\(([^()\s]+)\)")
COMMAND = re.compile(r"(?:^|`)make ([a-z]+)", re.M)
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


def rows(heading: str) -> dict[str, tuple[str, ...]]:
    """The rows of the tables below a heading of the manual, by the name in their first cell."""
    sections = re.split(HEADING, FENCED.sub("", MANUAL.read_text("utf-8")))
    section = sections[sections.index(heading) + 1]
    cells = (tuple(cell.strip() for cell in line.strip("|").split("|")) for line in section.splitlines() if line.startswith("| `"))
    return {first.strip("`"): tuple(rest) for first, *rest in cells}


def code(*words: str) -> str:
    """Words as the manual's cells list them."""
    return " ".join(f"`{word}`" for word in words if word)


MARKDOWN = [example for page in AUTHORS for example in examples(page) if example.language == "markdown"]
ENTRIES = [example for example in MARKDOWN if example.text.startswith("---\n")]
SNIPPETS = [example for example in MARKDOWN if example not in ENTRIES]


def test_the_manual_names_every_key_and_no_other() -> None:
    """The table of keys has the keys of `keys.KEYS`, in their order."""
    assert list(rows("The keys")) == [key.name for key in KEYS]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_the_manual_says_of_a_key_what_the_code_does(key: Key) -> None:
    """Each row has the key's mark, kind, default, values and help as the code has them."""
    mark, kind, default, choices, meaning = rows("The keys")[key.name]
    marks = {"needed": key.name in NEEDED["interview"], "recommended": key.name in RECOMMENDED, "🔒": key.private}
    assert mark.split() == [word for word, holds in marks.items() if holds]
    assert (kind, default, choices) == (key.kind.value, code(key.default), code(*key.choices))
    assert meaning.startswith(key.help)
    assert key.kind is not Kind.LOG or code(*LOG_VERBS) in meaning


def test_the_manual_lists_consent_and_attribution_from_careful_to_open() -> None:
    """The two tables of the publication rule have the values of their keys, in their order."""
    choices = {key.name: list(key.choices) for key in KEYS}
    assert list(rows("How much is shown")) == choices["consent"]
    assert list(rows("How the person is shown")) == choices["attribution"]


def test_the_manual_lists_the_kinds_of_passage() -> None:
    """The table of kinds has the packaged kinds, with their other names and whose words they hold."""
    vocabularies, _ = read_vocabularies(ROOT / "no such folder", resources.vocabularies())

    def row(kind: Concept) -> tuple[str, str]:
        return code(*kind.alt), "🔒" if kind.yes("private") else kind.one("words")

    assert {name: cells[:2] for name, cells in rows("Kinds of passage").items()} == {
        kind.id: row(kind) for kind in vocabularies.kinds.concepts
    }


def test_there_are_examples() -> None:
    """The examples are found, of each sort, so that the tests below test something."""
    assert len(ENTRIES) >= 3
    assert len(SNIPPETS) >= 4


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


def test_the_yaml_examples_make_a_journal(world: World) -> None:
    """Each example in YAML names its file in its first line, and a strict build has nothing against all of them together."""
    written = [example for page in AUTHORS for example in examples(page) if example.language == "yaml"]
    for example in written:
        assert re.match(r"# (mkdocs|vocabulary/[a-z-]+)\.yml\n", example.text), example.place
        world.write(f"== {example.text[2:]}")
    world.interview(
        "2026/example.md", "consent: quotes\nlocale: countryside\nperson: Ada Okonkwo\nlibrary: the Ravensby\nthemes: finance\n"
    )
    built = world.build("--strict")
    assert written and built.returncode == 0, built.stderr


def test_the_manual_names_every_option_and_no_other() -> None:
    """The table of options has the options of the plugin."""
    assert set(rows("Options")) == set(Options())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page leads to a file that is there, and to a heading in it where it names one."""
    links = [link for link in LINK.findall(FENCED.sub("", page.read_text("utf-8"))) if ":" not in link]
    for link in links:
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in map(slug, HEADING.findall(FENCED.sub("", target.read_text("utf-8")))), link


def test_commands_are_targets() -> None:
    """Every `make` command that an author is told is a target of the Makefile."""
    named = {name for page in AUTHORS for name in COMMAND.findall(page.read_text("utf-8"))}
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert {"site", "test", "serve"} <= named <= targets
