"""Writing new files, all of them or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths from the folder, with the folders they need.

    Raises FileExistsError where something is there already, and ClickException where a file cannot be written. Whatever ends it early,
    what it has made until then is taken away again.
    """
    made: list[Path] = []
    path = folder
    try:
        for name, data in files.items():
            for path in reversed([parent for parent in (folder / name).parents if not os.path.isdir(parent)]):
                path.mkdir(exist_ok=True)
                made.append(path)
            path = folder / name
            with path.open("xb") as file:
                made.append(path)
                file.write(data)
    except BaseException as error:  # Ctrl-C too
        for done in reversed(made):
            with suppress(OSError):
                done.rmdir() if done.is_dir() else done.unlink()
        if isinstance(error, OSError) and not isinstance(error, FileExistsError):
            why = error.strerror or type(error).__name__
            raise click.ClickException(
                f"{from_here(path)} cannot be written ({why}); nothing was changed, so mend that and try again"
            ) from None
        raise


def from_here(path: Path) -> str:
    """The path from where the author stands, with forward slashes."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()
