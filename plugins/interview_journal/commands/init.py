"""`journal init`: a new journal in a folder."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sysconfig
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import click

from interview_journal import resources
from interview_journal.commands.installation import requirement
from interview_journal.commands.write import from_here, write_all

IGNORED = ".gitignore"
REQUIREMENTS = "# What this journal is made with: pip install -r requirements.txt\n"
ELSEWHERE = "# The address below is a place on this machine; on another one, write where it lies there.\n"


@click.command(epilog="Example: `journal init my-journal`. Ends with 0 where the journal is made, with 1 where nothing was changed.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a new journal in the folder DIR.

    It gets a mkdocs.yml, an example of an entry that explains itself, the vocabularies, a .gitignore and a requirements.txt. What the
    folder holds already stays as it is.
    """
    name = Path(os.path.realpath(folder)).name or "A journal"
    files = dict(files_of_new_journal(name))
    own = folder / IGNORED
    lacking = lacking_lines(own, files.pop(IGNORED)) if os.path.isfile(own) else []
    if there := in_the_way(folder, files):
        raise click.ClickException(
            f"nothing was changed, for these are there already: {', '.join(there)}; name another folder, or move them away first"
        )
    if lacking:
        raise click.ClickException(
            f"nothing was changed, for {from_here(own)} is there already and would let git take what is private; add these lines to it, "
            "and run this again:\n\n" + "\n".join(lacking)
        )
    try:
        write_all(folder, files)
    except FileExistsError as error:
        raise click.ClickException(f"nothing was changed, for somebody else is writing {error.filename}; run this again") from None
    click.echo(f"The journal “{name}” is made. Go there, look at it, and begin your first entry:\n")
    for line in next_steps(folder):
        click.echo(f"    {line}")


def files_of_new_journal(name: str) -> Iterator[tuple[str, bytes]]:
    """Each file by its path."""
    packaged = resources.new_journal()
    for path in sorted(path for path in packaged.rglob("*") if path.is_file()):
        place = path.relative_to(packaged).as_posix()
        data = path.read_bytes()
        if place == "mkdocs.yml":
            data = data.replace(b"NAME", json.dumps(name, ensure_ascii=False).encode("utf-8", "replace"))
        yield IGNORED if place == "gitignore" else place, data
    for path in sorted(resources.vocabularies().glob("*.yml")):
        yield f"vocabulary/{path.name}", path.read_bytes()
    line = requirement()
    yield "requirements.txt", f"{REQUIREMENTS}{ELSEWHERE if 'file:' in line else ''}{line}\n".encode()


def lacking_lines(file: Path, needed: bytes) -> list[str]:
    """The lines that an author's own .gitignore lacks."""
    text = ""
    with suppress(OSError):  # what cannot be read is not known to have them
        text = file.read_text("utf-8", "replace")
    has = {line.strip().strip("/") for line in text.splitlines()}
    return [line for line in needed.decode().splitlines() if line and not line.startswith("#") and line.strip("/") not in has]


def in_the_way(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """What is there already where a file is to be, or where a folder is needed."""
    paths = [folder / name for name in files]
    places = dict.fromkeys(place for path in paths for place in (*reversed(path.parents), path))
    return [from_here(place) for place in places if os.path.lexists(place) and (place in paths or not os.path.isdir(place))]


def next_steps(folder: Path) -> Iterator[str]:
    """What to type next, as this machine's shell has it."""
    if os.path.realpath(folder) != os.path.realpath(os.curdir):
        yield f"cd {quoted(str(folder))}"
    yield f"{command('mkdocs')} serve"
    yield f"{command('journal')} new"


def command(program: str) -> str:
    """How to call a program of this installation: its name where that finds it, else its path."""
    own = shutil.which(program, path=sysconfig.get_path("scripts"))
    return program if own in (None, shutil.which(program)) else quoted(own)


def quoted(text: str) -> str:
    """The text as one word of a command line."""
    if os.name == "nt":
        return f'"{text}"' if " " in text else text
    return shlex.quote(text)
