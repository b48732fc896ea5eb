"""The `journal` command line, one command a file."""

import io
import sys

import click

from interview_journal.commands.check import check
from interview_journal.commands.init import init
from interview_journal.commands.new import new

OF_MKDOCS = ("serve", "build", "gh-deploy")


class Commands(click.Group):
    """The commands by name; those of MkDocs are not among them, and whoever looks for one here is told."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name in OF_MKDOCS:
            raise click.UsageError(f"the site is made by MkDocs; type `mkdocs {cmd_name}`")
        return super().get_command(ctx, cmd_name)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
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
