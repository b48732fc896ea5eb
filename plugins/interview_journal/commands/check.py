"""`journal check`: all that is wrong, and all that stays private, without building anything."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from interview_journal.commands.config_file import config_file_option, settings_in
from interview_journal.commands.write import from_here
from interview_journal.consent import Reader
from interview_journal.journal import Journal, load_journal
from interview_journal.mkdocs_plugin.options import today
from interview_journal.plan.words import count
from interview_journal.problem import Severity


@click.command(
    epilog="Example: `journal check --format json` for an editor. Ends with 0 where all is well, 1 where something must be mended, "
    "2 where the journal cannot be read at all."
)
@config_file_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or for the log of a GitHub workflow, which names nothing private.",
)
def check(config_file: Path, form: str) -> None:
    """Say what is wrong in entries and vocabularies, and what stays private and why.

    What it refuses, `mkdocs build --strict` refuses too.
    """
    journal = load_journal(settings_in(config_file), Reader.PUBLIC, today())
    click.echo({"text": as_text, "json": as_json, "github": as_github}[form](journal))
    raise SystemExit(1 if journal.failing else 0)


def as_text(journal: Journal) -> str:
    """One problem a line, then what is private, then a sentence of counts."""
    problems = [str(problem) for problem in journal.problems]
    private = [f"{path} stays private: {reason}" for path, reason in journal.private()]
    return "\n".join([*problems, *private, verdict(journal)])


def as_json(journal: Journal) -> str:
    """One object with the lists `problems` and `private`, in ASCII, which every encoding of a terminal or pipe can hold."""
    problems = [asdict(problem) | {"severity": problem.severity.word} for problem in journal.problems]
    private = [{"path": path, "reason": reason} for path, reason in journal.private()]
    return json.dumps({"problems": problems, "private": private}, indent=2)


def as_github(journal: Journal) -> str:
    """Workflow commands that GitHub shows beside the lines; of what is private no more than a count, for the log may be public."""
    return "\n".join([*commands_for(journal), verdict(journal)])


def commands_for(journal: Journal) -> Iterator[str]:
    """A command for each error and warning that everybody may read, then one for each sentence on the others.

    GitHub's words for both are ours (docs.github.com, "Workflow commands for GitHub Actions").
    """
    for problem in journal.aloud:
        file = as_property(from_here(journal.settings.root / problem.path))
        yield f"::{problem.severity.word} file={file},line={problem.line}::{escaped(f'{problem.text}; {problem.hint}')}"
    for sentence in journal.counted():
        yield f"::error::{escaped(sentence)}"


def escaped(text: str) -> str:
    """The text as a workflow command holds it (actions/toolkit, packages/core/src/command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def as_property(text: str) -> str:
    """The text as a property of a workflow command holds it, between commas and before a colon."""
    return escaped(text).replace(":", "%3A").replace(",", "%2C")


def verdict(journal: Journal) -> str:
    """The sentence of counts."""
    found = Counter(problem.severity for problem in journal.problems)
    counts = ", ".join(count(found[severity], severity.word) for severity in Severity if found[severity])
    return f"{counts}." if counts else "Nothing is wrong."
