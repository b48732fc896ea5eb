"""A build is written aside and takes the site's place only once it is whole, so that no fault costs a site.

Beside the site's folder stands one of our own, `.site.next`, for as long as a build is at work:

    lock     held by the build at work; the system lets go of it when the build dies, however it dies
    new      what MkDocs writes
    ready    `new`, once it is whole: from this rename on, the next build finishes what is interrupted
    coming   `ready`, once nothing of the last site is in the way any more
    old      the last site, until the new one stands

The names in the site's folder change places, not the folder itself: who serves it or stands in it stays there, and names that begin with
a dot, which MkDocs never touches (`.git`), stay too.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from mkdocs.exceptions import PluginError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

OF_A_SITE = ("index.html", "404.html", "sitemap.xml")
"""A folder with none of these was made by no build, and is not ours to empty."""


class Staging:
    """The place aside in which one build is written; held from `begin` until `end`."""

    def __init__(self, site: Path) -> None:
        self.site = Path(os.path.realpath(site))
        self.folder = self.site.parent / f".{self.site.name}.next"
        self.new, self.ready, self.coming, self.old = (self.folder / name for name in ("new", "ready", "coming", "old"))
        self.lock = -1

    def begin(self) -> None:
        """Take the lock, finish what an interrupted build left, and make room; raises PluginError where that is not possible."""
        if self.site.exists() and not self.site.is_dir():
            raise PluginError(f"{self.site} is a file, where the site needs a folder; move the file away, or set another `site_dir`")
        if os.path.ismount(self.site):
            raise PluginError(f"{self.site} is a whole drive; name a folder on it: `--site-dir {self.site / 'site'}`")
        if link := next((place for place in (self.folder, self.new, self.ready, self.coming, self.old) if place.is_symlink()), None):
            raise PluginError(f"{link} is a symbolic link, and no build makes one there; take it away, then build again")
        try:
            self.lock = locked(self.folder / "lock")
            self.finish()
            shutil.rmtree(self.new, ignore_errors=True)
            self.new.mkdir()
        except OSError as error:
            raise unwritable(self.folder, error) from None
        if visible(self.site) and not any((self.site / name).exists() for name in OF_A_SITE):
            raise PluginError(
                f"{self.site} holds files that no build has made, and they would be lost; empty the folder, or set another `site_dir`"
            )

    def swap(self) -> None:
        """Put what was built in the site's place; raises PluginError, with the last site as it was, where that is not possible."""
        if not visible(self.new):
            raise PluginError(f"the build wrote nothing into {self.new}, so the site stays as it was; something else changes `site_dir`")
        try:
            self.new.rename(self.ready)
            self.finish()
        except OSError as error:
            if not names(self.old):
                shutil.rmtree(self.ready, ignore_errors=True)
            raise unwritable(self.site, error) from None

    def end(self) -> None:
        """Leave nothing behind but what the next build has to finish, and let it in."""
        if self.lock < 0:
            return
        shutil.rmtree(self.new, ignore_errors=True)
        if not self.ready.exists() and not self.coming.exists():
            shutil.rmtree(self.old, ignore_errors=True)
        with suppress(OSError):  # the lock last, since whoever makes it anew is at work from then on
            os.unlink(self.folder / "lock")
            self.folder.rmdir()
        os.close(self.lock)
        self.lock = -1

    def finish(self) -> None:
        """Bring a swap to its end from wherever it stands; one that fails or is stopped by hand is undone, and the error raised."""
        done: list[tuple[Path, Path]] = []
        try:
            for source, target in self.moves():
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(source, target)
                done.append((source, target))
        except BaseException:
            for source, target in reversed(done):
                os.replace(target, source)
            raise
        shutil.rmtree(self.coming, ignore_errors=True)
        shutil.rmtree(self.old, ignore_errors=True)

    def moves(self) -> Iterator[tuple[Path, Path]]:
        """What is still to be renamed, one after the other."""
        if self.ready.is_dir():
            replaced = [*visible(self.site), *(name for name in names(self.ready) if name.startswith(".") and name in names(self.site))]
            yield from ((self.site / name, self.old / name) for name in replaced)
            yield self.ready, self.coming
        if self.coming.is_dir():
            yield from ((self.coming / name, self.site / name) for name in names(self.coming))


def names(folder: Path) -> list[str]:
    """What stands in a folder; nothing where there is no folder."""
    return sorted(os.listdir(folder)) if folder.is_dir() else []


def visible(folder: Path) -> list[str]:
    """What stands in a folder and does not begin with a dot: what a build replaces."""
    return [name for name in names(folder) if not name.startswith(".")]


def locked(path: Path) -> int:
    """A descriptor that holds the lock; raises PluginError where another build holds it."""
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
        except FileNotFoundError:
            continue  # the last build took the folder along just now
        try:
            if sys.platform == "win32":
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            os.close(descriptor)
            raise PluginError("another build is writing this site; wait until it has ended, then build again") from None
        if path.exists() and os.path.samestat(os.fstat(descriptor), path.stat()):
            return descriptor
        os.close(descriptor)  # its holder ended just now, and took the file along


def unwritable(path: Path, error: OSError) -> PluginError:
    """What to say where the system refuses to read or write; `path` where it does not say which file."""
    why = (error.strerror or type(error).__name__).lower()
    place = error.filename2 or error.filename or path
    return PluginError(f"{place}: {why}; the site stays as it was, so make room or give access there, and build again")
