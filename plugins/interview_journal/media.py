"""Pictures and other files beside the entries: which of them cannot stand on the site, and which keep a reader waiting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from interview_journal.address import PICTURES, Addresses, folded, reserved_for

HEAVY = 1_000_000
"""Bytes from which a picture gets a note: five seconds at 1.6 Mbit/s, the slow phone that Lighthouse measures with."""


@dataclass(frozen=True)
class Media:
    """The files that a page may show or link, as paths from the folder of the entries."""

    folder: Path
    paths: frozenset[str]
    displaced: frozenset[str] = frozenset()
    """Further files, in whose place on the site a page stands."""

    def heavy(self, path: str) -> str:
        """How much a picture weighs, as people say it, where that is too much for a phone; else empty."""
        if path not in self.paths or not path.lower().endswith(PICTURES):
            return ""
        try:
            size = Path(self.folder, path).stat().st_size
        except OSError:
            return ""
        return f"{size / 1_000_000:.1f} MB" if size > HEAVY else ""


def media_of(folder: Path, paths: Iterable[str], pages: Iterable[str], facets: Iterable[str], addresses: Addresses) -> Media:
    """The media of a journal that has pages of these names."""
    paths, facets, names = frozenset(paths), tuple(facets), {folded(page) for page in pages}
    folders = {"/".join(parts[:place]) for parts in (name.split("/") for name in names) for place in range(1, len(parts))}
    if addresses.directories:
        folders |= names
    displaced = frozenset(path for path in paths if is_displaced(folded(path), names, folders, facets, addresses))
    return Media(folder, paths - displaced, displaced)


def is_displaced(path: str, names: set[str], folders: set[str], facets: tuple[str, ...], addresses: Addresses) -> bool:
    """Whether a page, or the folder it is in, stands where the file at this path would."""
    if path in folders or "." not in path.rpartition("/")[2] and reserved_for(path, facets) or "/" not in path and reserved_for(path):
        return True
    parts = path.split("/")
    ways = ("/".join(parts[:place]) for place in range(1, len(parts) + 1)) if ".html" in path else ()
    pages = [name for way in ways if (name := addresses.name_of(way)) is not None]
    return any(name in names or not name or reserved_for(name, facets) for name in pages)
