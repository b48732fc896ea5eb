"""Where the templates, the packaged vocabularies and the files of a new journal are."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def templates() -> Path:
    """The folder of the templates: inside an installed package, beside `plugins/` in a checkout."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent.parent / "templates"


def vocabularies() -> Path:
    """The folder of the vocabularies that a journal without its own uses."""
    return PACKAGE / "vocabulary"


def new_journal() -> Path:
    """The folder of the files that a new journal begins with, beside the vocabularies."""
    return PACKAGE / "new_journal"
