"""The option that names the journal's `mkdocs.yml`, and the Settings in it."""

from __future__ import annotations

from pathlib import Path

import click

from interview_journal.mkdocs_plugin.configuration import Unusable, load_settings
from interview_journal.settings import Settings

UNUSABLE = 2

config_file_option = click.option(
    "-f", "--config-file", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True, help="The journal's file."
)


def settings_in(config_file: Path) -> Settings:
    """The Settings of the journal; ends the command with 2 and a sentence where there is none, or where they cannot be read."""
    try:
        return load_settings(config_file)
    except Unusable as error:
        click.echo(str(error), err=True)
        raise SystemExit(UNUSABLE) from None
