"""How long a build takes beside plain Material, in one run, as a ratio.

    python benchmarks/build.py --corpus ../shared/corpus --count 1304 --rounds 3

The corpus folder holds `make_journal.py` and the interviews it grows a journal from. Both sites are built in turn (A B A B), so that the
ratio holds where the machine's speed drifts; the figures are medians of whole processes.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PLAIN = """\
site_name: Plain
site_url: https://journal.example.org/
theme: {name: material, font: false}
not_in_nav: /entries/**
plugins: [search]
"""
MKDOCS = Path(sys.executable).with_name("mkdocs")


def journals(corpus: Path, count: int, folder: Path) -> dict[str, Path]:
    """The same entries as a journal and as plain Material wants them."""
    made = {}
    for layout in ("journal", "generic"):
        made[layout] = folder / layout
        subprocess.run(
            [sys.executable, corpus / "make_journal.py", made[layout], "--count", str(count), "--layout", layout],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    (made["generic"] / "mkdocs.yml").write_text(PLAIN, "utf-8")
    (made["generic"] / "docs" / "index.md").write_text("# Plain\n", "utf-8")
    return made


def timed(folder: Path) -> tuple[float, float]:
    """Wall and processor seconds of one cold build."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([MKDOCS, "build", "--quiet"], cwd=folder, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - start, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print one line for each site and the ratio between them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--count", type=int, default=1304)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    if not (given.corpus / "make_journal.py").is_file():
        sys.exit(f"{given.corpus}/make_journal.py is not there; name the folder with --corpus")
    with tempfile.TemporaryDirectory() as folder:
        made = journals(given.corpus, given.count, Path(folder))
        rows = {layout: [] for layout in made}
        for _ in range(given.rounds):
            for layout, where in made.items():
                rows[layout].append(timed(where))
        for layout, found in rows.items():
            wall, cpu = (statistics.median(column) for column in zip(*found, strict=True))
            pages = sum(1 for _ in (made[layout] / "site").rglob("index.html"))
            print(f"{layout:8} {given.count} entries, {pages} pages: {wall:.2f} s, {cpu:.2f} s of processor time")
        for place, what in enumerate(("wall", "processor time")):
            ratios = [ours[place] / theirs[place] for ours, theirs in zip(rows["journal"], rows["generic"], strict=True)]
            print(f"journal / plain Material, {what}: {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
