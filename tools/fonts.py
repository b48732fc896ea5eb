"""Fetch the journal's typefaces from their packages, and write the stylesheet that names them.

    python tools/fonts.py

Needs npm, which comes with Node.js. The files and the stylesheet are in git, so only who wants newer versions runs this: write
the version into this file, run it, and look at the pages. Run twice, it writes the same bytes.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "templates" / "journal" / "assets"
PACKAGES = {"brygada-1918": ("5.3.0", ("wght", "wght-italic")), "archivo-narrow": ("5.3.0", ("wght",))}
"""Of each package `@fontsource-variable/…` its version, and the stylesheets of the faces we use."""
SCRIPTS = ("vietnamese", "latin-ext", "latin")
"""The parts of a face we ship; a browser fetches those whose letters a page has."""
FACE = re.compile(r"@font-face\s*\{(.*?)\}", re.S)
RULE = re.compile(r"([a-z-]+):\s*([^;]+);")
SOURCE = re.compile(r"url\(\./files/([^)]+)\)")
WRITTEN = """\
@font-face {{
  font-family: "{family}";
  font-style: {style};
  font-weight: {weight};
  font-display: optional;
  src: url(fonts/{file}) format("woff2");
  unicode-range: {characters};
}}
"""
"""`optional`: text that is being read never changes its face (LOOK, "Tokens")."""


def main() -> None:
    """Fetch all, then write all; say what was written."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    npm = shutil.which("npm")
    if not npm:
        sys.exit("There is no npm here. It comes with Node.js; install that and run this again. Nothing was changed.")
    files: dict[str, bytes] = {}
    css = [
        f"/* By tools/fonts.py, from {' and '.join(f'{name} {version}' for name, (version, _) in PACKAGES.items())}: change it there */\n"
    ]
    with tempfile.TemporaryDirectory() as folder:
        for name, (version, sheets) in PACKAGES.items():
            with tarfile.open(packed(npm, f"@fontsource-variable/{name}@{version}", Path(folder))) as package:
                files[f"{name}-LICENSE.txt"] = content(package, "LICENSE")
                for sheet in sheets:
                    for face in faces(content(package, f"{sheet}.css").decode(), name):
                        files[face["file"]] = content(package, f"files/{face['file']}")
                        css.append(WRITTEN.format(**face))
    write(files, "".join(css))


def packed(npm: str, package: str, folder: Path) -> Path:
    """The archive of a package, fetched into the folder; ends the program where npm cannot have it."""
    before = set(folder.iterdir())
    done = subprocess.run([npm, "pack", "--loglevel=error", package], cwd=folder, stdout=subprocess.DEVNULL, check=False)
    fetched = set(folder.iterdir()) - before
    if done.returncode or len(fetched) != 1:
        sys.exit(
            f"npm cannot fetch {package}, and says why above. Look whether this machine is online, and whether there is such a version. "
            "Nothing was changed."
        )
    return fetched.pop()


def content(package: tarfile.TarFile, name: str) -> bytes:
    """A file of a package; ends the program where the package has none of that name."""
    try:
        file = package.extractfile(f"package/{name}")
    except KeyError:
        file = None
    if file is None:
        sys.exit(f"The package has no file {name} any more; look how it is made up now, and change this program. Nothing was changed.")
    return file.read()


def faces(css: str, name: str) -> list[dict[str, str]]:
    """What the package's own stylesheet says of the faces we ship: family, style, weight, file, characters."""
    found = []
    for match in FACE.finditer(css):
        rules = dict(RULE.findall(match.group(1)))
        source = SOURCE.match(rules["src"])
        if source and source.group(1).startswith(tuple(f"{name}-{script}-wght" for script in SCRIPTS)):
            found.append(
                {
                    "family": rules["font-family"].strip("'\"").removesuffix(" Variable"),
                    "style": rules["font-style"],
                    "weight": rules["font-weight"],
                    "file": source.group(1),
                    "characters": rules["unicode-range"],
                }
            )
    return found


def write(files: dict[str, bytes], css: str) -> None:
    """Replace what is there."""
    folder = ASSETS / "fonts"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in sorted(files.items()):
        (folder / name).write_bytes(content)
        print(f"{len(content):>7,} bytes  fonts/{name}")
    (ASSETS / "fonts.css").write_text(css, "utf-8", newline="\n")
    print(f"{len(css):>7,} bytes  fonts.css")


if __name__ == "__main__":
    main()
