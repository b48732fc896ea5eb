"""The package as others get it: a wheel, installed where there is no repository."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.conftest import ROOT


def run(folder: Path, *command: str | Path) -> str:
    """What a command prints, in an environment that knows nothing of this checkout; it must succeed."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env={**variables, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment of its own with the wheel in it; what the package needs is lent to it by the environment of the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    run(folder, sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    run(folder, sys.executable, "-m", "venv", "--without-pip", folder / "venv")
    python = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    wheel = next(folder.glob("*.whl"))
    run(folder, sys.executable, "-m", "pip", "--quiet", "--python", python, "install", "--no-deps", "--no-index", wheel)
    own = run(folder, python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    Path(own, "lent.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return python


def test_it_is_not_the_checkout(installed: Path, tmp_path: Path):
    """The program that runs is the wheel's."""
    place = run(tmp_path, installed, "-c", "import interview_journal; print(interview_journal.__file__)")
    assert str(ROOT) not in place and "venv" in place


def test_a_journal_begins_and_is_built_with_nothing_but_the_wheel(installed: Path, tmp_path: Path):
    """Templates, vocabularies and the files of a new journal come along."""
    journal = installed.with_name("journal")
    run(tmp_path, journal, "init", "mine")
    run(tmp_path / "mine", journal, "new", "--role", "director", "--library-type", "university", "--date", "2026-03-14")
    run(tmp_path / "mine", journal, "check")
    run(tmp_path / "mine", installed, "-m", "mkdocs", "build", "--strict")
    assert (tmp_path / "mine" / "site" / "themes" / "index.html").is_file()
    assert list((tmp_path / "mine" / "site").glob("journal/assets/*.css"))
