"""How this package was installed, as a line by which pip installs it again."""

from __future__ import annotations

import json
from importlib.metadata import distribution
from urllib.parse import urlsplit, urlunsplit

NAME = "interview-journal"


def requirement() -> str:
    """The line of a requirements file that names what is running now."""
    found = distribution(NAME)
    return requirement_of(found.version, found.read_text("direct_url.json"))


def requirement_of(version: str, direct_url: str | None) -> str:
    """The line for a version, and where it came from: the text of `direct_url.json` (PEP 610), None for a package index.

    Names, passwords and queries in an address are left out, for they may be secret and the line is there to be shared.
    """
    if not direct_url:
        return f"{NAME}=={version}"
    origin = json.loads(direct_url)
    address = without_secrets(origin["url"])
    subdirectory = f"#subdirectory={origin['subdirectory']}" if "subdirectory" in origin else ""
    if vcs := origin.get("vcs_info"):
        return f"{NAME} @ {vcs['vcs']}+{address}@{vcs['commit_id']}{subdirectory}"
    if origin.get("dir_info", {}).get("editable"):
        return f"-e {address}{subdirectory}"
    return f"{NAME} @ {address}{subdirectory}"


def without_secrets(address: str) -> str:
    """The address without user, password, query and fragment; the user `git`, which is everybody's, stays."""
    scheme, place, path, _, _ = urlsplit(address)
    user, _, host = place.rpartition("@")
    return urlunsplit((scheme, f"git@{host}" if user == "git" else host, path, "", "")) if place else f"{scheme}://{path}"
