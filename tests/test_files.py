"""Which files below `entries/` are entries."""

from dataclasses import replace
from pathlib import Path

import pytest
from interview_journal.files import Listing, list_files
from interview_journal.settings import Settings


def listing(root: Path, *paths: str, excluded: str = "") -> Listing:
    """The files of a journal that has these."""
    for path in paths:
        (root / "entries" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "entries" / path).write_text("", "utf-8")
    settings = Settings(root, root / "entries")
    return list_files(replace(settings, excluded=lambda path: path == excluded) if excluded else settings)


def test_every_markdown_file_is_an_entry_in_the_order_of_their_paths(tmp_path: Path):
    """A conversation needs no registration: its file is enough, in whatever folder."""
    found = listing(tmp_path, "2026/b.md", "2026/a.md", "about.md", "private/x.md", "2026/a b.md")
    assert found.entries == ("2026/a b.md", "2026/a.md", "2026/b.md", "about.md", "private/x.md")
    assert found.problems == ()


def test_the_home_page_is_no_entry(tmp_path: Path):
    """Only `entries/index.md` holds the home page's words."""
    assert not listing(tmp_path, "about.md").home
    found = listing(tmp_path, "index.md")
    assert found.home and "index.md" not in {*found.entries, *found.others}


def test_another_index_is_not_read_and_is_told(tmp_path: Path):
    """A folder's page is made by the journal, so a file for it would be lost in silence."""
    found = listing(tmp_path, "2026/index.md")
    assert found.entries == ()
    assert [str(problem) for problem in found.problems] == [
        "entries/2026/index.md:1: note: only the index.md directly in the folder of the entries is read; give this file another name"
    ]


@pytest.mark.parametrize("path", ["README.md", "2026/README.md", "_draft.md", "2026/_draft.md"])
def test_some_names_are_never_entries_and_no_problem(tmp_path: Path, path: str):
    """A leading underscore and a README say that a file is not meant to be read."""
    found = listing(tmp_path, path)
    assert (found.entries, found.others, found.problems) == ((), frozenset({path}), ())


@pytest.mark.parametrize("path", [".hidden.md", ".obsidian/a.md", "_templates/a.md", "2026/.trash/a.jpg"])
def test_hidden_files_and_folders_are_not_seen_at_all(tmp_path: Path, path: str):
    """What an editor keeps for itself cannot even be linked."""
    assert listing(tmp_path, path) == Listing((), False, frozenset(), ())


@pytest.mark.parametrize("path", ["a.markdown", "a.mdown", "a.MD", "a.md.txt", "a.Markdown"])
def test_a_file_that_looks_like_an_entry_is_told(tmp_path: Path, path: str):
    """A wrong ending does not make a conversation vanish in silence."""
    found = listing(tmp_path, path)
    assert found.entries == ()
    assert [str(problem) for problem in found.problems] == [f"entries/{path}:1: warning: this file is not read; let its name end in `.md`"]


def test_what_exclude_docs_names_is_no_entry_and_no_problem(tmp_path: Path):
    """Whoever excludes a file in `mkdocs.yml` has said all there is to say."""
    assert listing(tmp_path, "a.md", "b.md", excluded="a.md").entries == ("b.md",)
    assert listing(tmp_path, "2026/index.md", "c.mdown", excluded="c.mdown").problems[0].path == "entries/2026/index.md"


def test_other_files_are_media(tmp_path: Path):
    """A picture may be shown, and a document linked."""
    assert listing(tmp_path, "2026/images/a.jpg", "b.pdf").others == {"2026/images/a.jpg", "b.pdf"}


def test_a_journal_without_a_folder_is_empty(tmp_path: Path):
    """The first build of all is no crash."""
    assert list_files(Settings(tmp_path, tmp_path / "entries")) == Listing((), False, frozenset(), ())
