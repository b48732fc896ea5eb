"""The `journal` command line, one command a file."""

import io
import sys

import click

from interview_journal.commands.check import check
from interview_journal.commands.init import init
from interview_journal.commands.new import new


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="interview-journal", prog_name="journal")
def journal() -> None:
    """Keep an interview journal.

    `journal init` makes one, `journal new` begins an entry, `journal check` says what is wrong. The site itself is made by MkDocs:
    `mkdocs serve` shows it on this machine, `mkdocs build` writes it.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that cannot show a letter shows a question mark


for command in (init, new, check):
    journal.add_command(command)
