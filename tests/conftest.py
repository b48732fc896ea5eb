"""What all tests share: a journal stated as text, and the days it is read on."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from interview_journal.consent import Disclosed, Reader, Withheld
from interview_journal.journal import Journal, load_journal
from interview_journal.settings import Settings

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
TODAY = date(2026, 11, 24)
CONFIG = """\
site_name: A journal
site_url: https://journal.example.org/sub/
docs_dir: entries
theme: {name: material}
plugins: [journal]
"""
INTERVIEW = "date: 2026-03-14\nlibrary_type: university\nrole: director\n"
"""The three keys that make an interview."""


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs …` or `journal …` in a folder, on the day that tests count from."""
    program = Path(sys.executable).with_name(command[0])
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795521600"}
    return subprocess.run(
        [str(program), *command[1:]], cwd=folder, env=variables, capture_output=True, text=True, encoding="utf-8", check=False
    )


class World:
    """A journal in a folder of its own, written from one text in which each file begins at a line `== its/path`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write(f"== mkdocs.yml\n{CONFIG}")
        (root / "entries").mkdir(exist_ok=True)

    def write(self, text: str) -> World:
        """Write the files that the text states; one replaces what was there."""
        path = None
        for line in text.splitlines(keepends=True):
            if line.startswith("== "):
                path = self.root / line[3:].strip()
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(b"")
            elif path is not None:
                with path.open("a", encoding="utf-8", newline="\n") as file:
                    file.write(line)
        return self

    def interview(self, path: str, keys: str = "consent: quotes\n", body: str = "") -> World:
        """Write an interview with the three needed keys and these."""
        return self.write(f"== entries/{path}\n---\n{INTERVIEW}{keys}---\n{body}\n")

    def settings(self) -> Settings:
        """What the default `mkdocs.yml` says."""
        return Settings(self.root, self.root / "entries")

    def load(self, reader: Reader = Reader.PUBLIC, day: date = TODAY) -> Journal:
        """The journal as the reader has it."""
        return load_journal(self.settings(), reader, day)

    def entry(self, path: str, reader: Reader = Reader.PUBLIC, day: date = TODAY) -> Disclosed | Withheld:
        """An entry as the reader has it."""
        journal = self.load(reader, day)
        return next(entry for entry in (*journal.disclosed, *journal.withheld) if entry.path == f"entries/{path}")

    def problems(self, day: date = TODAY) -> list[str]:
        """All problems as they are printed, but the advice on what would be richer."""
        return [str(problem) for problem in self.load(day=day).problems if "richer" not in problem.text]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run `mkdocs …` or `journal …` in the journal's folder."""
        return run(self.root, *command)

    def build(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Run `mkdocs build`."""
        return self.run("mkdocs", "build", *options)

    def page(self, url: str) -> str:
        """The HTML of a built page."""
        return (self.root / "site" / url / "index.html").read_text("utf-8")


@pytest.fixture
def world(tmp_path: Path) -> World:
    """An empty journal."""
    return World(tmp_path)
