"""The `journal` command line."""

from __future__ import annotations

import json

import pytest

from tests.conftest import World


def test_nothing_wrong_ends_with_0(world: World):
    """A journal without a fault says so."""
    world.interview("2026/a.md", "consent: quotes\ntakeaway: T\nperson: P\njob_title: J\nlibrary: L\ngoal: G\n")
    result = world.run("journal", "check")
    assert (result.returncode, result.stdout) == (0, "Nothing is wrong.\n")


def test_errors_and_warnings_end_with_1_and_are_told_all_at_once(world: World):
    """All problems of all files come in one run, sorted, with a count at the end."""
    world.interview("2026/b.md", "consent: quotes\nthemes: bugdet\nconsnt: none\n").interview(
        "2026/a.md", "consent: quotes\nminutes: half an hour\n"
    )
    result = world.run("journal", "check")
    lines = [line for line in result.stdout.splitlines() if "note:" not in line]
    assert result.returncode == 1
    assert lines == [
        "entries/2026/a.md:6: error: `minutes` “half an hour” is no whole number; write a whole number: 34",
        "entries/2026/b.md:6: error: there is no theme “bugdet”; did you mean budget, vendors or hands-on? Else add it to vocabulary/themes.yml, a copy of the one that comes with the journal",
        "entries/2026/b.md:7: warning: nobody knows the key `consnt`; did you mean `consent`?",
        "entries/2026/a.md stays private: problems hold it back: it has errors",
        "entries/2026/b.md stays private: problems hold it back: it has errors",
        "2 errors, 1 warning.",
    ]


def test_what_stays_private_is_listed_with_the_reason(world: World):
    """The author sees what nobody else will, and why."""
    world.interview("2026/a.md", "consent: quotes\nembargo: 2027-01-01\n")
    assert "entries/2026/a.md stays private: embargo is 2027-01-01: not public before that day" in world.run("journal", "check").stdout


def test_programs_get_one_object(world: World):
    """An editor reads path, line, severity, text and hint."""
    world.interview("2026/a.md", "consent: quotes\nthemes: bugdet\n")
    said = json.loads(world.run("journal", "check", "--format", "json").stdout)
    problem = next(problem for problem in said["problems"] if problem["severity"] == "error")
    assert (problem["path"], problem["line"], problem["text"]) == ("entries/2026/a.md", 6, "there is no theme “bugdet”")
    assert said["private"] == [{"path": "entries/2026/a.md", "reason": "problems hold it back: it has errors"}]


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("site_name: x\nplugins: []\ndocs_dir: entries\n", "this is no journal; add `journal` to its `plugins:`"),
        ("site_name: x\nplugins: [jornal]\ndocs_dir: entries\n", "is not installed"),
        ("site_name: x\nplugins: [journal]\ndocs_dir: nowhere\n", "isn't an existing directory"),
        ("site_name: [x\n", "error parsing the configuration file"),
    ],
)
def test_a_journal_that_cannot_be_read_ends_with_2(world: World, config: str, said: str):
    """A wrong mkdocs.yml is named in a sentence, without a traceback."""
    world.write(f"== mkdocs.yml\n{config}")
    result = world.run("journal", "check")
    assert result.returncode == 2 and "mkdocs.yml" in result.stderr and said in result.stderr and "Traceback" not in result.stderr


def test_no_journal_at_all_ends_with_2(world: World):
    """Whoever stands in the wrong folder is told."""
    result = world.run("journal", "check", "--config-file", "nowhere/mkdocs.yml")
    assert result.returncode == 2 and "is not there; run this in the journal's folder" in result.stderr


@pytest.mark.parametrize("command", [("journal", "--help"), ("journal", "check", "--help")])
def test_help_says_what_to_type(world: World, command: tuple[str, ...]):
    """Help has a sentence and an example."""
    result = world.run(*command)
    assert result.returncode == 0 and ("mkdocs serve" in result.stdout or "Example: `journal check" in result.stdout)


def test_settings_of_commands_follow_inherited_files(world: World):
    """`INHERIT` and `exclude_docs` mean the same to a command and to a build."""
    world.write("== base.yml\nsite_name: B\ndocs_dir: entries\ntheme: {name: material}\nplugins: [journal]\nexclude_docs: drafts/\n")
    world.write("== mkdocs.yml\nINHERIT: base.yml\n== entries/drafts/x.md\n---\nminutes: none\n---\n")
    assert world.run("journal", "check").stdout == "Nothing is wrong.\n"
    assert world.build("--strict").returncode == 0
