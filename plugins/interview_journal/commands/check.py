"""`journal check`: all that is wrong, and all that stays private, without building anything."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import click

from interview_journal.consent import Reader
from interview_journal.journal import Journal, load_journal
from interview_journal.mkdocs_plugin.configuration import Unusable, load_settings
from interview_journal.mkdocs_plugin.options import today
from interview_journal.plan.words import count
from interview_journal.problem import Severity

UNUSABLE = 2
CONFIG = Path("mkdocs.yml")


@click.command(
    epilog="Example: `journal check --format json` for an editor. Ends with 0 where all is well, 1 where something must be mended, "
    "2 where the journal cannot be read at all."
)
@click.option("-f", "--config-file", type=click.Path(path_type=Path), default=CONFIG, show_default=True, help="The journal's file.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For people or programs.")
def check(config_file: Path, form: str) -> None:
    """Say what is wrong in entries and vocabularies, and what stays private and why.

    What it refuses, `mkdocs build --strict` refuses too.
    """
    try:
        journal = load_journal(load_settings(config_file), Reader.PUBLIC, today())
    except Unusable as error:
        click.echo(str(error), err=True)
        raise SystemExit(UNUSABLE) from None
    click.echo(as_json(journal) if form == "json" else as_text(journal))
    raise SystemExit(1 if journal.failing else 0)


def as_text(journal: Journal) -> str:
    """One problem a line, then what is private, then a sentence of counts."""
    problems = [str(problem) for problem in journal.problems]
    private = [f"{path} stays private: {reason}" for path, reason in journal.private()]
    found = Counter(problem.severity for problem in journal.problems)
    counts = ", ".join(count(found[severity], severity.word) for severity in Severity if found[severity])
    verdict = f"{counts}." if counts else "Nothing is wrong."
    return "\n".join([*problems, *private, verdict])


def as_json(journal: Journal) -> str:
    """One object with the lists `problems` and `private`."""
    problems = [asdict(problem) | {"severity": problem.severity.word} for problem in journal.problems]
    private = [{"path": path, "reason": reason} for path, reason in journal.private()]
    return json.dumps({"problems": problems, "private": private}, ensure_ascii=False, indent=2)
