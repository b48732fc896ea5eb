"""Which files below `entries/` are entries (FORMAT, "Where files live")."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from interview_journal.problem import Problem, Severity
from interview_journal.settings import Settings

HOME = "index.md"
LOOKALIKES = (".md", ".md.txt", ".markdown", ".mdown")


@dataclass(frozen=True)
class Listing:
    """The files of a journal, as paths from the folder of the entries."""

    entries: tuple[str, ...]
    home: bool
    """Whether there is a home page's text."""
    others: frozenset[str]
    """All other files; a published page may show or link them."""
    problems: tuple[Problem, ...]


def list_files(settings: Settings) -> Listing:
    """Every file below the folder of the entries, told apart."""
    entries, others, problems = [], set(), []
    for path in sorted(walk(settings)):
        name = path.rpartition("/")[2]
        skipped = name == "README.md" or name.startswith("_") or settings.excluded(path)
        if path == HOME:
            continue
        if name.endswith(".md") and not skipped and name != HOME:
            entries.append(path)
            continue
        others.add(path)
        shown = f"{settings.entries_name}/{path}"
        if name == HOME and not skipped:
            problems.append(
                Problem(
                    shown,
                    1,
                    Severity.NOTE,
                    "only the index.md directly in the folder of the entries is read",
                    "give this file another name",
                )
            )
        elif not skipped and name.lower().endswith(LOOKALIKES):
            problems.append(Problem(shown, 1, Severity.WARNING, "this file is not read", "let its name end in `.md`"))
    return Listing(tuple(entries), (settings.entries / HOME).is_file(), frozenset(others), tuple(problems))


def walk(settings: Settings) -> Iterator[str]:
    """The paths of all files but those whose name, or folder's name, begins with a dot or, for folders, an underscore."""
    for folder, folders, names in os.walk(settings.entries):
        folders[:] = [name for name in folders if not name.startswith((".", "_"))]
        start = os.path.relpath(folder, settings.entries).replace(os.sep, "/")
        yield from (name if start == "." else f"{start}/{name}" for name in names if not name.startswith("."))
