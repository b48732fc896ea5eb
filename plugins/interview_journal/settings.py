"""What `mkdocs.yml` says of a journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

EXTENSIONS = ("tables", "footnotes", "attr_list", "def_list", "abbr", "md_in_html", "smarty", "pymdownx.superfences")
"""The Markdown extensions of every journal; `mkdocs.yml` may name more, and configure these."""


def nothing(_path: str) -> bool:
    """Exclude no file."""
    return False


@dataclass(frozen=True)
class Settings:
    """Everything that is decided outside the entries."""

    root: Path
    """The folder of `mkdocs.yml`; paths in messages start here."""
    entries: Path
    name: str = "A journal"
    url: str = ""
    """Where the site will be read, with a slash at its end; empty where that is not known."""
    description: str = ""
    author: str = ""
    mail: str = ""
    """Where replies go; without it no entry asks for one."""
    closing_question: str = ""
    keeper: str = ""
    noindex: bool = False
    directories: bool = True
    """Whether addresses end in a slash (`use_directory_urls`)."""
    extensions: Sequence[str] = EXTENSIONS
    extension_configs: Mapping[str, Any] = field(default_factory=dict)
    excluded: Callable[[str], bool] = nothing
    """Whether `exclude_docs` names a path, which starts from the folder of the entries."""
    config: str = "mkdocs.yml"

    @property
    def vocabulary(self) -> Path:
        """The folder of the author's own vocabularies."""
        return self.root / "vocabulary"

    @property
    def entries_name(self) -> str:
        """The folder of the entries as messages name it."""
        return self.entries.name
