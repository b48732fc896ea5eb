"""What a file may be called, so that every system can hold it (Microsoft, "Naming Files, Paths, and Namespaces")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interview_journal.text import CONTROL

UNSEEN = re.compile(f"[\t\n{CONTROL}\ud800-\udfff]")
"""Control characters, ends of lines, and what stands for a byte that is no text."""
DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)", re.I)
SIGNS = re.compile(r"""[<>:"|?*\\]""")
LONGEST = 240
"""How many bytes of UTF-8 a name may have; disks hold 255, and a page adds its ending."""
FURTHEST = 200
"""How many letters a path may have: Windows holds 260, and the folder in which the journal lies takes some."""


def shown(path: str) -> str:
    """The path as it can be printed on one line of any encoding of Unicode."""
    return UNSEEN.sub(lambda found: found.group().encode("unicode_escape").decode(), path)


def unusable(name: str) -> str:
    """Why nothing can be made of a file or folder of this name; empty where it can be read."""
    if UNSEEN.search(name):
        return "its name holds a character that cannot be shown"
    return "its name is too long" if len(name.encode()) > LONGEST else ""


def unportable(path: str) -> Iterator[tuple[str, str]]:
    """Each part of a path, with the way to it, that some system cannot hold, and why."""
    parts = path.split("/")
    for place, name in enumerate(parts):
        page = name.removesuffix(".md")
        way = "/".join(parts[: place + 1])
        if DEVICE.match(name):
            yield way, f"Windows keeps the name `{page}` for a device"
        elif found := SIGNS.search(name):
            yield way, f"Windows allows no `{found.group()}` in a name"
        elif name[0] == " " or page[-1:] in (" ", "."):
            yield way, "Windows allows no space or dot at the end of a name, and shows none at its beginning"
    if len(path) > FURTHEST:
        yield path, f"Windows cannot hold a path of {len(path)} letters, with that of the journal before it"
