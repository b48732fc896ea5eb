"""The `journal` command line, one command a file."""

import click

from interview_journal.commands.check import check


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="interview-journal", prog_name="journal")
def journal() -> None:
    """Keep an interview journal.

    The site itself is made by MkDocs: `mkdocs serve` shows it on this machine, `mkdocs build` writes it.
    """


journal.add_command(check)
