"""`journal new`: an entry to be filled in."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import click

from interview_journal import keys, resources
from interview_journal.commands.config_file import config_file_option, settings_in
from interview_journal.commands.write import from_here, write_all
from interview_journal.mkdocs_plugin.options import today
from interview_journal.scaffold import Scaffold
from interview_journal.source import decode
from interview_journal.value import Kind, NoValue, PartialDate, partial_date
from interview_journal.vocabulary import Vocabularies, Vocabulary, read_vocabularies

GENRE = keys.BY_NAME["genre"]
QUESTIONS = {
    "role": "What do they do, for example director",
    "library_type": "In which kind of library, for example university",
    "person": "Whom did you talk with (Enter to fill that in later)",
    "title": "What is its title",
    "date": "When was it",
}
"""What is asked on a terminal, by key."""
ASKED = {"interview": ("role", "library_type", "person", "date"), "reflection": ("title", "date"), "page": ("title",)}
"""The keys that an entry of each genre begins with, in the order in which they are asked for."""


@click.command(
    epilog="Example: `journal new --role director --library-type university`. What is missing is asked for on a terminal. Ends with 0 "
    "where the file is written, 1 where it cannot be, 2 where an option or the journal is wrong."
)
@click.option("--role", default="", help="What they do: a word from vocabulary/roles.yml.")
@click.option("--library-type", default="", help="The kind of library: a word from vocabulary/library-types.yml.")
@click.option("--person", default="", help="Whom you talked with; never in the file's name.")
@click.option("--genre", type=click.Choice(GENRE.choices, case_sensitive=False), default=GENRE.default, show_default=True, help=GENRE.help)
@click.option("--date", default="", help="When it was: 2026-03-14, 2026-03 or 2026. Today, if you do not say.")
@click.option("--edit", is_flag=True, help="Open the file in the editor that VISUAL or EDITOR names.")
@config_file_option
def new(genre: str, edit: bool, config_file: Path, **options: str) -> None:
    """Begin an entry: a draft with the usual keys, what they mean, and the questions that suit the role.

    Nobody but you can see it. No file is ever overwritten.
    """
    settings = settings_in(config_file)
    vocabularies, _ = read_vocabularies(settings.vocabulary, resources.vocabularies())
    scaffold = Scaffold(genre, **completed(genre, options, vocabularies))
    name = scaffold.name(facet.name for facet in vocabularies.facets)
    path = write_new(settings.entries, name, scaffold.text(vocabularies).encode())
    click.echo(from_here(path))
    click.echo("Write in it; `mkdocs serve` shows it to you alone.", err=True)
    if edit:
        open_editor(path)


def completed(genre: str, options: Mapping[str, str], vocabularies: Vocabularies) -> dict[str, Any]:
    """The values of the keys by name: as the options have them, else as the author answers, where there is a terminal to ask on."""
    readers: dict[str, Callable[[str], Any]] = {"person": one_line, "title": one_line, "date": day}
    readers |= {scheme: partial(concept, vocabularies.by_scheme[scheme]) for scheme in ("role", "library_type")}
    values = {name: readers[name](text) for name, text in options.items() if text.strip()}
    defaults = {"person": "", "title": genre.capitalize(), "date": str(today())}
    missing = [name for name in ASKED[genre] if name not in values]
    if on_a_terminal():
        return values | {
            name: click.prompt(QUESTIONS[name], defaults.get(name), show_default=name != "person", value_proc=readers[name])
            for name in missing
        }
    if needed := [f"`--{name.replace('_', '-')}`" for name in missing if name not in defaults]:
        raise click.UsageError(
            f"an interview needs {' and '.join(needed)}, and there is no terminal to ask on; "
            "write for example `journal new --role director --library-type university`"
        )
    return values | {name: readers[name](defaults[name]) for name in missing}


def on_a_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def concept(vocabulary: Vocabulary, term: str) -> str:
    """The id of the concept that the term means, as front matter has it; where the vocabulary is open, the term itself."""
    term = one_line(term)
    if found := vocabulary.resolve(term):
        return found.id
    if vocabulary.may_coin(term):
        return term
    what, hint = vocabulary.lacks(term)
    raise click.UsageError(f"{what}; {hint}")


def day(text: str) -> PartialDate:
    """The date, as front matter has it."""
    try:
        return partial_date(text.strip())
    except NoValue as error:
        raise click.UsageError(f"“{text}” {error}; {error.hint or f'write {Kind.PARTIAL_DATE.value}'}") from None


def one_line(text: str) -> str:
    """The text on one line."""
    try:
        return " ".join(decode("", text.encode()).split())
    except ValueError:
        raise click.UsageError("there is a character in it that no text can hold; type it anew") from None


def write_new(entries: Path, name: str, data: bytes) -> Path:
    """Write the file under its name, or under that with -2, -3 where it is taken, also in other case; the path it has then."""
    folder, number = (entries / name).parent, 1
    if os.path.lexists(folder) and not folder.is_dir():
        raise click.ClickException(f"{from_here(folder)} is a file, so nothing can be written into it; rename it, and try again")
    taken = {path.name.casefold() for path in folder.glob("*")}
    while True:
        path = entries / (f"{name}.md" if number == 1 else f"{name}-{number}.md")
        if path.name.casefold() not in taken:
            with suppress(FileExistsError):  # somebody was faster
                write_all(entries, {path.relative_to(entries).as_posix(): data})
                return path
        number += 1


def open_editor(path: Path) -> None:
    """Open the file in the author's editor; where there is none, say so."""
    if os.name != "nt" and not (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
        click.echo("No editor is named in VISUAL or EDITOR; open the file yourself.", err=True)
        return
    try:
        click.edit(filename=str(path))
    except click.ClickException:
        click.echo("The editor that VISUAL or EDITOR names did not start, or ended badly; open the file yourself.", err=True)
