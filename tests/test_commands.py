"""The `journal` command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from interview_journal.commands import journal
from interview_journal.commands.check import as_property

from tests.conftest import World


@pytest.fixture(autouse=True)
def stand(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The author stands in the journal's folder, on the day that tests count from."""
    monkeypatch.chdir(world.root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795521600")


def check(*options: str) -> Result:
    """Run `journal check`."""
    return CliRunner().invoke(journal, ["check", *options])


def test_nothing_wrong_ends_with_0(world: World):
    """A journal without a fault says so."""
    world.interview("2026/a.md", "consent: quotes\ntakeaway: T\nperson: P\njob_title: J\nlibrary: L\ngoal: G\n")
    result = check()
    assert (result.exit_code, result.stdout) == (0, "Nothing is wrong.\n")


def test_errors_and_warnings_end_with_1_and_are_told_all_at_once(world: World):
    """All problems of all files come in one run, sorted, with a count at the end."""
    world.interview("2026/b.md", "consent: quotes\nthemes: bugdet\nconsnt: none\n").interview(
        "2026/a.md", "consent: quotes\nminutes: half an hour\n"
    )
    result = check()
    lines = [line for line in result.stdout.splitlines() if "note:" not in line]
    assert result.exit_code == 1
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
    assert "entries/2026/a.md stays private: embargo is 2027-01-01: not public before that day" in check().stdout


def test_programs_get_one_object(world: World):
    """An editor reads path, line, severity, text and hint."""
    world.interview("2026/a.md", "consent: quotes\nthemes: bugdet\n")
    said = json.loads(check("--format", "json").stdout)
    problem = next(problem for problem in said["problems"] if problem["severity"] == "error")
    assert (problem["path"], problem["line"], problem["text"]) == ("entries/2026/a.md", 6, "there is no theme “bugdet”")
    assert said["private"] == [{"path": "entries/2026/a.md", "reason": "problems hold it back: it has errors"}]


def test_github_shows_each_problem_beside_its_line(world: World):
    """Errors and warnings have GitHub's words, advice is not told, and a sign that would end a part of the command is escaped."""
    world.interview("2026/a, 50%.md", "consent: quotes\nminutes: 100%\nconsnt: none\nfavorite_tea: x\n")
    result = check("--format", "github")
    where = "file=entries/2026/a%2C 50%25.md"
    assert result.exit_code == 1
    *told, counts = result.stdout.splitlines()
    assert told == [
        f"::error {where},line=6::`minutes` “100%25” is no whole number; write a whole number: 34",
        f"::warning {where},line=7::nobody knows the key `consnt`; did you mean `consent`?",
    ]
    assert counts == "1 error, 1 warning, 1 note."


def test_a_property_ends_at_no_sign_of_its_own():
    """What GitHub's toolkit escapes is escaped, and only once."""
    assert as_property("a:b,c%2C\r\n") == "a%3Ab%2Cc%252C%0D%0A"


def test_github_is_told_nothing_private(world: World):
    """The log of a public repository is public: what stays private is counted, without name, path or reason."""
    world.interview("2026/secret.md", "consent: none\nthemes: bugdet\n").interview("private/hush.md", "themes: bugdet\n")
    world.interview("2026/zed.md", "consent: quotes\nperson: Zed\n").interview("2026/quiet.md", "status: draft\n")
    result = check("--format", "github")
    assert result.exit_code == 1 and result.stdout.count("::error::") == 2
    assert "::error::2 private entries have errors: run `journal check`" in result.stdout.splitlines()
    assert not [word for word in ("secret", "hush", "zed", "Zed", "quiet", "bugdet", "draft") if word in result.stdout]


def test_github_finds_the_file_from_where_the_command_runs(world: World, monkeypatch: pytest.MonkeyPatch):
    """A journal in a folder of a repository is named by that folder too."""
    world.interview("2026/a.md", "consent: quotes\nthemes: bugdet\n")
    monkeypatch.chdir(world.root.parent)
    result = check("--format", "github", "-f", f"{world.root.name}/mkdocs.yml")
    assert f"::error file={world.root.name}/entries/2026/a.md,line=6::" in result.stdout


def test_nothing_wrong_is_nothing_for_github_either(world: World):
    """A good journal ends with 0 and one sentence, whatever is private in it."""
    world.interview("2026/a.md", "status: draft\n")
    result = check("--format", "github")
    assert (result.exit_code, result.stdout) == (0, "Nothing is wrong.\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_console_that_lacks_a_letter_stops_no_command(world: World, monkeypatch: pytest.MonkeyPatch, encoding: str):
    """Old consoles show a question mark, and programs get all letters."""
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    monkeypatch.setenv("PYTHONUTF8", "0")
    world.interview("2026/Łódź.md", "consent: quotes\nthemes: '🔒'\n")
    for form in ("text", "github", "json"):
        program = Path(sys.executable).with_name("journal")
        result = subprocess.run([program, "check", "--format", form], cwd=world.root, capture_output=True, check=False)
        assert result.returncode == 1 and b"Traceback" not in result.stderr and b"there is no theme" in result.stdout
        if form == "json":
            assert "entries/2026/Łódź.md" in {problem["path"] for problem in json.loads(result.stdout)["problems"]}


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
    result = check()
    assert result.exit_code == 2 and "mkdocs.yml" in result.stderr and said in result.stderr and "Traceback" not in result.stderr


def test_no_journal_at_all_ends_with_2(world: World):
    """Whoever stands in the wrong folder is told."""
    result = check("--config-file", "nowhere/mkdocs.yml")
    assert result.exit_code == 2 and "is not there; run this in the journal's folder" in result.stderr


def test_a_command_of_mkdocs_is_told_where_it_is():
    """Whoever types one program's word after the other's name is led on."""
    result = CliRunner().invoke(journal, ["serve"])
    assert result.exit_code == 2 and "the site is made by MkDocs; type `mkdocs serve`" in result.output


@pytest.mark.parametrize("name", sorted(journal.commands))
def test_help_says_what_to_type(name: str):
    """The help of each command has an example, and that of all of them names it."""
    result, all = (CliRunner().invoke(journal, [*command, "--help"]) for command in ([name], []))
    assert result.exit_code == 0 and f"Example: `journal {name} " in result.stdout
    assert f"`journal {name}`" in all.stdout and "mkdocs serve" in all.stdout


def test_settings_of_commands_follow_inherited_files(world: World):
    """`INHERIT` and `exclude_docs` mean the same to a command and to a build."""
    world.write("== base.yml\nsite_name: B\ndocs_dir: entries\ntheme: {name: material}\nplugins: [journal]\nexclude_docs: drafts/\n")
    world.write("== mkdocs.yml\nINHERIT: base.yml\n== entries/drafts/x.md\n---\nminutes: none\n---\n")
    assert check().stdout == "Nothing is wrong.\n"
    assert world.build("--strict").returncode == 0
