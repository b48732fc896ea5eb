"""Which files below `entries/` are entries, and which a page may show (FORMAT, "Where files live")."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from interview_journal.address import folded, in_private_folder
from interview_journal.file_name import shown, unportable, unusable
from interview_journal.problem import Problem, Severity
from interview_journal.settings import Settings

HOME = "index.md"
MARKDOWN = r"\.(?:md|mkd|mkdn|mdwn|mdown|mkdown|markdown|mdtxt|mdtext)"
LOOKALIKE = re.compile(rf"{MARKDOWN}(?:\.txt)?$", re.I)
"""How the names of files end that were probably meant as entries."""
MANUSCRIPT = re.compile(rf"(?:{MARKDOWN}|\.(?:canvas|base|excalidraw))(?![a-z0-9])(?!.*\.(?:jpe?g|png|gif|webp|avif|svg|pdf)$)", re.I)
"""What the name of a file holds in which text of the author's stands, copies that programs make included: no link may put one on the
site as it stands, private keys and all."""


@dataclass(frozen=True)
class Listing:
    """The files of a journal, as paths from the folder of the entries."""

    entries: tuple[str, ...]
    home: bool
    """Whether there is a home page's text."""
    media: frozenset[str]
    """The files that a page may show or link, once they lie in no private folder."""
    problems: tuple[Problem, ...]


def list_files(settings: Settings) -> Listing:
    """Every file below the folder of the entries, told apart."""
    walk = Walk(settings)
    walk.enter("")
    paths = sorted((*walk.files, *walk.links_to_read()))
    problems = [*walk.problems, *(problem for path in paths for problem in of_its_name(path, settings))]
    sorts = {path: sort_of(path, settings) for path in paths}
    media = {path for path, sort in sorts.items() if sort == "medium"}
    closed = {path for path in media if not os.access(os.path.join(walk.root, path), os.R_OK)}
    text, hint = "this file cannot be read, so no page shows it", "check that you may open it"
    problems += (Problem.warning(told(settings, path), 1, text, hint) for path in closed)
    problems += twins(media, settings)
    entries = tuple(path for path, sort in sorts.items() if sort == "entry")
    return Listing(entries, HOME in sorts, frozenset(media - closed), tuple(sorted(set(problems))))


def told(settings: Settings, path: str) -> str:
    """A path from the folder of the entries as a message names it."""
    return f"{settings.entries_name}/{shown(path)}".rstrip("/")


def sort_of(path: str, settings: Settings) -> str:
    """What a file is by its path: "home", "entry", "medium"; "index" or "lookalike", which are told and not read; or nothing of these."""
    name = path.rpartition("/")[2]
    if path == HOME:
        return "home"
    if name.startswith("_") or name == "README.md" or settings.excluded(path):
        return ""
    if name.endswith(".md"):
        return "index" if name == HOME else "entry"
    if LOOKALIKE.search(name):
        return "lookalike"
    return "" if MANUSCRIPT.search(name) else "medium"


def of_its_name(path: str, settings: Settings) -> Iterator[Problem]:
    """What is wrong with the name of a file, and of the folders on the way to it."""
    sort, here = sort_of(path, settings), told(settings, path)
    if sort == "home" or settings.excluded(path):
        return
    for way, why in unportable(path):
        yield Problem.warning(told(settings, way), 1, why, "choose another name")
    if sort == "index":
        text = "only the index.md directly in the folder of the entries is read"
        yield Problem.note(here, 1, text, "give this file another name")
    elif sort == "lookalike":
        yield Problem.warning(here, 1, "this file is not read", "let its name end in `.md`")


def twins(media: set[str], settings: Settings) -> Iterator[Problem]:
    """A warning for each file whose name only some systems can tell from another's."""
    times = Counter(map(folded, media))
    for path in media:
        if times[folded(path)] > 1:
            text = "on Windows and macOS this file and another are one, for their names differ in capital letters or accents only"
            yield Problem.warning(told(settings, path), 1, text, "give one of them another name")


class Walk:
    """A way through all folders below that of the entries, in which nothing is followed out of it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.root = os.path.realpath(settings.entries)
        self.files: set[str] = set()
        self.links: list[str] = []
        """The files that are links."""
        self.problems: list[Problem] = []

    def tell(self, path: str, text: str, hint: str, severity: Severity = Severity.WARNING) -> None:
        """Note what is wrong with a file or folder as a whole."""
        self.problems.append(Problem(told(self.settings, path), 1, severity, text, hint))

    def enter(self, folder: str) -> None:
        """Go through a folder, but not to names that begin with a dot, nor into folders whose name begins with an underscore."""
        try:
            with os.scandir(os.path.join(self.root, folder)) as found:
                names = sorted(entry.name for entry in found if not entry.name.startswith("."))
        except FileNotFoundError:
            return
        except OSError:
            self.tell(folder, "this folder cannot be opened, so nothing in it is read", "check that you may open it", Severity.ERROR)
            return
        for name in names:
            self.meet(f"{folder}/{name}" if folder else name, name)

    def meet(self, path: str, name: str) -> None:
        """Tell a file from a folder, a link and what is neither."""
        place = os.path.join(self.root, *path.split("/"))
        is_folder = os.path.isdir(place)
        if is_folder and name.startswith("_"):
            return
        if why := unusable(name):
            self.tell(path, f"this {'folder' if is_folder else 'file'} is not read, for {why}", "choose another name")
        elif is_folder and os.path.normcase(os.path.realpath(place)) != os.path.normcase(place):
            self.tell(path, "this is a link to a folder, so nothing in it is read", "put the folder itself here")
        elif is_folder:
            if LOOKALIKE.search(name):
                text = "this is a folder, though its name ends like that of a file; the files in it are read"
                self.tell(path, text, "choose another name, unless you mean it", Severity.NOTE)
            self.enter(path)
        elif os.path.islink(place):
            self.links.append(path)
        elif os.path.isfile(place):
            self.files.add(path)
        else:
            self.tell(path, "this is no file that can be read", "put a file here, or take it away")

    def links_to_read(self) -> Iterator[str]:
        """The links that lead to a file of the same sort among those of the journal, or to nothing, which reading tells."""
        for path in self.links:
            place = Path(os.path.realpath(os.path.join(self.root, path)))
            target = place.relative_to(self.root).as_posix() if place.is_relative_to(self.root) else ""
            sort = sort_of(path, self.settings)
            is_private = in_private_folder(target) and not in_private_folder(path)
            if not place.exists() or target in self.files and sort == sort_of(target, self.settings) and not is_private:
                yield path
            elif sort:
                text = "this is a link to a file that lies elsewhere or is private, so it is not read"
                self.tell(path, text, "put the file itself here")
