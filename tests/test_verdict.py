"""One verdict: what `journal check` refuses the strict build refuses, and for entries and vocabularies the other way round too."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from interview_journal.commands import journal
from interview_journal.consent import Reader
from interview_journal.journal import Journal
from interview_journal.mkdocs_plugin import preview, verdict
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError

from tests.conftest import INTERVIEW, World
from tests.golden import data_of, rows

NOON = "1795521600"
"""Noon of the day that the cases count from, as SOURCE_DATE_EPOCH."""


def journals() -> list[Any]:
    """Every case of reading, body and vocabulary as the files of a whole journal, named by its truth."""
    found = []
    for name in ("reading", "body", "vocabulary"):
        for case in rows(name):
            if name == "vocabulary":
                files = {path: str(text).encode(case.get("encoding", "utf-8")) for path, text in case["files"].items()}
            elif name == "body":
                files = {"entries/a.md": f"---\n{INTERVIEW}consent: quotes\n---\n{case['body']}".encode()}
            else:
                files = {case.get("path", "entries/a.md"): data_of(case)}
            found.append(pytest.param(files, id=f"{name}: {case['truth']}"))
    return found


def lay(files: dict[str, bytes], root: Path) -> Path:
    """Write a journal; its configuration is what comes back."""
    World(root)
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root / "mkdocs.yml"


def verdicts(files: dict[str, bytes], root: Path, decide: Callable[[MkDocsConfig], object]) -> tuple[int, int]:
    """What check says of a journal, and whether a strict build refuses it: 0 or 1 each."""
    file = lay(files, root)
    checked = CliRunner().invoke(journal, ["check", "--config-file", str(file)])
    config = load_config(str(file), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        decide(config)
    except (Abort, PluginError):
        return checked.exit_code, 1
    finally:
        config.plugins.on_shutdown()
    return checked.exit_code, 0


@pytest.mark.parametrize("files", journals()[::3])
def test_check_and_the_strict_build_agree(files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A journal that passes the one passes the other: the plugin decides before MkDocs touches the site; every third case."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    checked, refused = verdicts(files, tmp_path, lambda config: config.plugins.on_config(config))
    assert checked == refused


@pytest.mark.stress
@pytest.mark.parametrize("files", journals())
def test_check_and_a_whole_strict_build_agree_on_every_case(files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Nothing that MkDocs itself finds after the plugin's verdict changes it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    checked, refused = verdicts(files, tmp_path, build)
    assert checked == refused


def test_a_preview_never_stops(world: World, caplog: pytest.LogCaptureFixture):
    """`mkdocs serve --clean` builds what readers see, and an exception would hang it as well: errors are only told."""
    journal = world.interview("2026/a.md", "consent: quotes\nthemes: bugdet\n").load()
    with caplog.at_level(logging.INFO, "mkdocs.plugins.journal"):
        verdict.give(journal, logging.getLogger("mkdocs.plugins.journal"), strict=True, previewed=True)
    assert "there is no theme “bugdet”" in caplog.text


def test_a_name_that_must_stay_hidden_stops_the_build_without_being_told(world: World):
    """A build's log is often public, so the path that holds the name is left to `journal check`."""
    world.interview("2026/jane-doe.md", "consent: quotes\nperson: Jane Doe\n")
    result = world.build()
    assert result.returncode != 0 and "must not be printed here" in result.stderr and "jane" not in result.stderr.casefold()
    assert "entries/2026/jane-doe.md:1: error: the file's name" in world.run("journal", "check").stdout


def test_a_fault_of_the_program_leaves_the_preview_as_it_was(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    """A rebuild that cannot even read the journal goes on with the last one; the first one, and a build, say so aloud."""
    config = load_config(str(lay({}, tmp_path)))
    with pytest.raises(ZeroDivisionError), preview.keeping_the_last(config, built=True):
        raise ZeroDivisionError
    config.site_url, config.site_dir = f"http://{config.dev_addr}/", "/tmp/mkdocs_x"
    with pytest.raises(ZeroDivisionError), preview.keeping_the_last(config, built=False):
        raise ZeroDivisionError
    with preview.keeping_the_last(config, built=True):
        raise ZeroDivisionError
    assert "a fault of this program" in caplog.text


def test_the_author_is_told_where_problems_are_listed(world: World, caplog: pytest.LogCaptureFixture):
    """The preview's log has one line, not a second list."""
    found: Journal = world.interview("2026/a.md", "consent: quotes\nthemes: bugdet\n").load(Reader.AUTHOR)
    with caplog.at_level(logging.INFO, "mkdocs.plugins.journal"):
        verdict.give(found, logging.getLogger("mkdocs.plugins.journal"), strict=False, previewed=True)
    assert caplog.messages == ["1 problem; the preview lists them at /problems/"]
