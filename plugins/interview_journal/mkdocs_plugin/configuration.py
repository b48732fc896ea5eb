"""Settings for the commands, read as MkDocs reads `mkdocs.yml`, so that `INHERIT`, `!ENV` and `exclude_docs` mean the same."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from interview_journal.mkdocs_plugin.options import settings_of
from interview_journal.mkdocs_plugin.plugin import JournalPlugin
from interview_journal.settings import Settings


class Unusable(Exception):
    """The journal cannot be loaded at all; the message says why and what to do."""


def load_settings(file: Path) -> Settings:
    """The Settings in a `mkdocs.yml`; raises Unusable where there is none, or where it is wrong."""
    if not file.is_file():
        raise Unusable(f"{file} is not there; run this in the journal's folder, or name its mkdocs.yml with --config-file")
    said = Said()
    logging.getLogger("mkdocs").addHandler(said)
    try:
        config = load_config(str(file))
    except (Abort, MkDocsException) as error:
        raise Unusable(f"{file}: {' '.join(said.lines) or error}; mend that first") from None
    finally:
        logging.getLogger("mkdocs").removeHandler(said)
    plugin = next((plugin for plugin in config.plugins.values() if isinstance(plugin, JournalPlugin)), None)
    if plugin is None:
        raise Unusable(f"{file}: this is no journal; add `journal` to its `plugins:`")
    return settings_of(config, plugin.config)


class Said(logging.Handler):
    """Keeps what MkDocs logs about a configuration, which its exceptions leave out."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.lines.append(record.getMessage())
