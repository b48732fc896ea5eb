"""`journal init`: a new journal in a folder, all of it or nothing."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from click.testing import CliRunner, Result
from interview_journal import resources
from interview_journal.commands import journal
from interview_journal.commands.installation import requirement, requirement_of
from interview_journal.commands.write import write_all

from tests.conftest import run

FILES = {
    ".gitignore",
    "mkdocs.yml",
    "requirements.txt",
    "entries/index.md",
    "entries/2026/public-branch-reference.md",
    *(
        f"vocabulary/{name}.yml"
        for name in ("library-types", "roles", "themes", "passage-kinds", "questions", "goals", "people", "libraries")
    ),
}
EXAMPLE = "entries/2026/public-branch-reference.md"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the author stands."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def init(where: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(journal, ["init", where])


def files_in(folder: Path) -> set[str]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_journal_is_whole_and_nothing_is_wrong_with_it(folder: Path):
    """What is made is accepted as it is, with folders named as people name them, and its example is private."""
    assert init("Łódź, my journal").exit_code == 0
    new = folder / "Łódź, my journal"
    assert files_in(new) == FILES
    checked, built = run(new, "journal", "check"), run(new, "mkdocs", "build", "--strict")
    assert checked.returncode == 0 and "note:" not in checked.stdout, checked.stdout
    assert f"{EXAMPLE} stays private" in checked.stdout
    assert built.returncode == 0, built.stderr
    home = (new / "site/index.html").read_text("utf-8")
    assert "Łódź, my journal" in home and "half an hour each" in home and "such marks" not in home
    assert not (new / "site/2026").exists()


def test_the_example_can_be_published_as_it_stands(folder: Path):
    """Whoever tries what the remarks say sees a page, without a fault and without what is private."""
    init("new")
    example = folder / "new" / EXAMPLE
    text = example.read_text("utf-8").replace("status: draft", "# status: draft").replace("consent: none", "consent: quotes")
    example.write_text(text, "utf-8")
    checked, built = run(folder / "new", "journal", "check"), run(folder / "new", "mkdocs", "build", "--strict")
    assert (checked.stdout, built.returncode) == ("Nothing is wrong.\n", 0)
    page = (folder / "new/site/2026/public-branch-reference/index.html").read_text("utf-8")
    assert "I am alone in it" in page
    assert not [secret for secret in ("Fenwick", "Tolland", "another post", "such marks", "nobody is listening") if secret in page]


def test_the_vocabularies_are_the_packaged_ones(folder: Path):
    """She edits copies, and an upgrade changes nothing of hers."""
    init("new")
    for path in resources.vocabularies().glob("*.yml"):
        assert (folder / "new/vocabulary" / path.name).read_bytes() == path.read_bytes()


def test_it_ends_by_saying_what_to_type_next(folder: Path, monkeypatch: pytest.MonkeyPatch):
    """Three lines for this shell: by name where the path finds this installation, else by the whole path."""
    scripts = folder / "bin"
    scripts.mkdir()
    for name in ("mkdocs", "journal", "mkdocs.exe", "journal.exe"):
        (scripts / name).touch(mode=0o755)
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(scripts))
    monkeypatch.setenv("PATH", str(scripts))
    quote = '"' if os.name == "nt" else "'"
    assert init("my journal").output.splitlines()[2:] == [f"    cd {quote}my journal{quote}", "    mkdocs serve", "    journal new"]
    monkeypatch.setenv("PATH", "")
    assert f"{scripts / 'mkdocs'}" in init("another").output
    monkeypatch.chdir(folder / "bin")
    assert "    cd " not in init(".").output


def test_what_is_there_is_named_and_nothing_is_written(folder: Path):
    """A folder that holds any of the files stays as it is, byte for byte."""
    (folder / "new/entries").mkdir(parents=True)
    (folder / "new/entries/index.md").write_text("mine", "utf-8")
    (folder / "new/vocabulary").write_text("a file where a folder is needed", "utf-8")
    result = init("new")
    assert result.exit_code == 1
    assert "there already: new/entries/index.md, new/vocabulary; name another folder" in result.output
    assert files_in(folder) == {"new/entries/index.md", "new/vocabulary"}


def test_a_fresh_clone_becomes_a_journal(folder: Path):
    """What is in nobody's way stays; a .gitignore of hers must name what is private before anything is written, and stays hers."""
    clone = folder / "clone"
    clone.mkdir()
    (clone / "README.md").write_text("Hello", "utf-8")
    (clone / ".gitignore").write_text("*.pyc\nsite\n", "utf-8")
    result = init("clone")
    assert (result.exit_code, files_in(clone)) == (1, {"README.md", ".gitignore"})
    assert result.output.endswith("run this again:\n\nentries/private/\n.site.next/\n.cache/\n")
    (clone / ".gitignore").write_text("*.pyc\nsite\n/entries/private\n.site.next/\n.cache/\n", "utf-8")
    assert init("clone").exit_code == 0
    assert files_in(clone) == FILES | {"README.md"}
    assert (clone / ".gitignore").read_text("utf-8").startswith("*.pyc\n")


@pytest.mark.parametrize("there", [False, True], ids=["new folder", "folder that is there"])
@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=["disk full", "Ctrl-C"])
def test_a_failure_midway_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, there: bool):
    """All or nothing, and a sentence."""
    if there:
        (folder / "new/entries").mkdir(parents=True)
        (folder / "new/README.md").write_text("mine", "utf-8")
    before = set(folder.rglob("*"))
    plain = Path.open

    def failing(path: Path, mode: str = "r", *rest: object, **more: object):
        file = plain(path, mode, *rest, **more)
        if path.name != "questions.yml" or mode != "xb":
            return file
        file.close()
        broken = MagicMock()
        broken.__enter__.return_value.write.side_effect = failure
        broken.__exit__.return_value = False
        return broken

    monkeypatch.setattr(Path, "open", failing)
    result = init("new")
    assert result.exit_code == 1 and "Traceback" not in result.output
    assert isinstance(failure, KeyboardInterrupt) or (
        "new/vocabulary/questions.yml cannot be written (No space left on device); nothing was changed" in result.output
    )
    assert set(folder.rglob("*")) == before


def test_a_file_of_somebody_faster_is_left_alone(folder: Path):
    """Between looking and writing another program may have made the file: it is neither overwritten nor taken away."""
    (folder / "b").write_text("theirs", "utf-8")
    with pytest.raises(FileExistsError):
        write_all(folder, {"x/a": b"", "b": b""})
    assert files_in(folder) == {"b"} and (folder / "b").read_text("utf-8") == "theirs" and not (folder / "x").exists()


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, "interview-journal==0.1.0"),
        ({"url": "file:///home/my%20copy", "dir_info": {"editable": True}}, "-e file:///home/my%20copy"),
        ({"url": "file:///C:/copy", "dir_info": {}}, "interview-journal @ file:///C:/copy"),
        ({"url": "file:///a/x-0.1.0.whl", "archive_info": {"hash": "sha256=0"}}, "interview-journal @ file:///a/x-0.1.0.whl"),
        (
            {"url": "https://u:secret@h.example/x.whl?token=secret#secret", "archive_info": {}},
            "interview-journal @ https://h.example/x.whl",
        ),
        (
            {"url": "https://secret@h.example/r.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}, "subdirectory": "sub"},
            "interview-journal @ git+https://h.example/r.git@abc#subdirectory=sub",
        ),
        (
            {"url": "ssh://git@h.example:22/r.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "interview-journal @ git+ssh://git@h.example:22/r.git@abc",
        ),
    ],
)
def test_the_requirement_names_what_is_running_without_secrets(origin: dict[str, object] | None, line: str):
    """A journal can be built elsewhere by the same program; what opens a private address stays out of the file."""
    assert requirement_of("0.1.0", json.dumps(origin) if origin else None) == line


def test_the_requirements_name_this_installation(folder: Path):
    """The file has the line for what ran `init`, and where that is a place on this machine, says so."""
    init("new")
    *remarks, line = (folder / "new/requirements.txt").read_text("utf-8").splitlines()
    assert line == requirement()
    assert ("place on this machine" in remarks[-1]) == ("file:" in line)
