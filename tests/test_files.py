"""Which files below `entries/` are entries, and what no file may be called."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from interview_journal.entry import Reading
from interview_journal.file_name import shown, unportable, unusable
from interview_journal.files import Listing, list_files
from interview_journal.journal.examination import meetings
from interview_journal.settings import Settings

from tests.conftest import TODAY
from tests.golden import linear_work


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
    assert found.home and "index.md" not in {*found.entries, *found.media}


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
    assert (found.entries, found.media, found.problems) == ((), frozenset(), ())


@pytest.mark.parametrize("path", [".hidden.md", ".obsidian/a.md", "_templates/a.md", "2026/.trash/a.jpg"])
def test_hidden_files_and_folders_are_not_seen_at_all(tmp_path: Path, path: str):
    """What an editor keeps for itself cannot even be linked."""
    assert listing(tmp_path, path) == Listing((), False, frozenset(), ())


@pytest.mark.parametrize(
    "path", ["a.markdown", "a.mdown", "a.MD", "a.md.txt", "a.Markdown", "a.mkd", "a.mkdn", "a.mdwn", "a.mdtext", "a.MKD.txt"]
)
def test_a_file_that_looks_like_an_entry_is_told(tmp_path: Path, path: str):
    """A wrong ending does not make a conversation vanish in silence."""
    found = listing(tmp_path, path)
    assert found.entries == ()
    assert [str(problem) for problem in found.problems] == [f"entries/{path}:1: warning: this file is not read; let its name end in `.md`"]


@pytest.mark.parametrize(
    "name", ["a.md.bak", "a.md~", "a.md.~1~", "a.mkdn.orig", "a.MD.gz", "a.md_old", "#a.md#", "a.md.txt.bak", "a.md (1).txt"]
)
def test_a_copy_that_a_program_made_of_an_entry_is_no_medium(tmp_path: Path, name: str):
    """It holds what is private in the entry, and nobody who has it needs a message."""
    found = listing(tmp_path, name)
    assert (found.entries, found.media) == ((), frozenset())
    assert not [problem for problem in told(found) if "not read" in problem]


@pytest.mark.parametrize("name", ["map.canvas", "list.base", "a.excalidraw", "a.canvas.bak"])
def test_what_a_program_for_notes_keeps_is_no_medium(tmp_path: Path, name: str):
    """Its cards and tables hold text as it was written."""
    assert listing(tmp_path, name) == Listing((), False, frozenset(), ())


@pytest.mark.parametrize("name", ["room.md.jpg", "a.md.pdf", "amd.jpg", "a.mdb", "canvas.png", "base.txt", "cmd"])
def test_a_picture_may_have_any_name(tmp_path: Path, name: str):
    """Some programs write a size into it, "md" for the middle one."""
    assert listing(tmp_path, name).media == {name}


def test_what_exclude_docs_names_is_no_entry_and_no_problem(tmp_path: Path):
    """Whoever excludes a file in `mkdocs.yml` has said all there is to say."""
    assert listing(tmp_path, "a.md", "b.md", excluded="a.md").entries == ("b.md",)
    assert listing(tmp_path, "2026/index.md", "c.mdown", excluded="c.mdown").problems[0].path == "entries/2026/index.md"


def test_other_files_are_media(tmp_path: Path):
    """A picture may be shown, and a document linked."""
    assert listing(tmp_path, "2026/images/a.jpg", "b.pdf").media == {"2026/images/a.jpg", "b.pdf"}


def test_a_journal_without_a_folder_is_empty(tmp_path: Path):
    """The first build of all is no crash."""
    assert list_files(Settings(tmp_path, tmp_path / "entries")) == Listing((), False, frozenset(), ())


def told(found: Listing) -> list[str]:
    """What is wrong, as printed."""
    return [str(problem) for problem in found.problems]


UNPORTABLE = {
    "CON.md": ("CON.md", "Windows keeps the name `CON` for a device"),
    "2026/aux.jpg": ("2026/aux.jpg", "Windows keeps the name `aux.jpg` for a device"),
    "nul/a.md": ("nul", "Windows keeps the name `nul` for a device"),
    "com1.tar.md": ("com1.tar.md", "Windows keeps the name `com1.tar` for a device"),
    "2026/why?.md": ("2026/why?.md", "Windows allows no `?` in a name"),
    "2026/a:b/c.md": ("2026/a:b", "Windows allows no `:` in a name"),
    "a\\b.md": ("a\\b.md", "Windows allows no `\\` in a name"),
    "x .md": ("x .md", "Windows allows no space or dot at the end of a name, and shows none at its beginning"),
    "x..md": ("x..md", "Windows allows no space or dot at the end of a name, and shows none at its beginning"),
    " x.md": (" x.md", "Windows allows no space or dot at the end of a name, and shows none at its beginning"),
    "x./y.md": ("x.", "Windows allows no space or dot at the end of a name, and shows none at its beginning"),
    "2026/" + "a/" * 100 + "b.md": (
        "2026/" + "a/" * 100 + "b.md",
        "Windows cannot hold a path of 209 letters, with that of the journal before it",
    ),
}


@pytest.mark.parametrize(("path", "problem"), UNPORTABLE.items())
def test_a_name_that_windows_cannot_hold_is_known(path: str, problem: tuple[str, str]):
    """A journal moves from one machine to the next, and some names do not move with it."""
    assert list(unportable(path)) == [problem]


@pytest.mark.parametrize("path", ["2026/conversation.md", "2026/com10.md", "2026/con-law.md", "2026/a b.md", "2026/é 図書.md"])
def test_any_other_name_is_everybodys(path: str):
    """Names of any language are good, and words that only begin like a device."""
    assert list(unportable(path)) == [] and not any(map(unusable, path.split("/")))


@pytest.mark.parametrize(
    ("name", "why", "printed"),
    [
        ("a\nb.md", "its name holds a character that cannot be shown", "a\\nb.md"),
        ("a\x1bb.md", "its name holds a character that cannot be shown", "a\\x1bb.md"),
        ("caf\udce9.md", "its name holds a character that cannot be shown", "caf\\udce9.md"),
        ("\u2028.md", "its name holds a character that cannot be shown", "\\u2028.md"),
        ("図" * 80 + ".md", "its name is too long", "図" * 80 + ".md"),
    ],
)
def test_a_name_of_which_no_page_can_be_made_is_known(name: str, why: str, printed: str):
    """What a name may hold ends where a message, a page or a disk can no longer hold it."""
    assert (unusable(name), shown(name)) == (why, printed)
    assert printed.encode()


on_linux = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


@on_linux
def test_a_name_is_told_once_for_all_that_lies_below(tmp_path: Path):
    """A folder is renamed once."""
    found = listing(tmp_path, "aux/a.md", "aux/b.md", "ok/c?.jpg", "README?.md", "d?.md", excluded="d?.md")
    assert (found.entries, found.media) == (("README?.md", "aux/a.md", "aux/b.md"), {"ok/c?.jpg"})
    assert told(found) == [
        "entries/README?.md:1: warning: Windows allows no `?` in a name; choose another name",
        "entries/aux:1: warning: Windows keeps the name `aux` for a device; choose another name",
        "entries/ok/c?.jpg:1: warning: Windows allows no `?` in a name; choose another name",
    ]


@on_linux
def test_a_file_whose_name_cannot_be_shown_is_not_read(tmp_path: Path):
    """Neither a message nor a page could name it; the message has a way to print it all the same."""
    (tmp_path / "entries" / "a\nb").mkdir(parents=True)
    (tmp_path / "entries" / "a\nb" / "c.md").write_text("", "utf-8")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/entries/caf\xe9.md")).write_text("", "utf-8")
    except OSError:
        pytest.skip("this disk has names in Unicode only")
    found = list_files(Settings(tmp_path, tmp_path / "entries"))
    assert (found.entries, found.media) == ((), frozenset())
    assert told(found) == [
        "entries/a\\nb:1: warning: this folder is not read, for its name holds a character that cannot be shown; choose another name",
        "entries/caf\\udce9.md:1: warning: this file is not read, for its name holds a character that cannot be shown; choose another name",
    ]


@on_linux
def test_pictures_that_are_one_elsewhere_are_told(tmp_path: Path):
    """A site that is copied to a USB stick must not lose one of them."""
    found = listing(tmp_path, "a.jpg", "A.jpg", "caf\u00e9.jpg", "cafe\u0301.jpg", "b.jpg")
    if len(found.media) < 5:
        pytest.skip("this disk tells no capitals apart")
    text = "warning: on Windows and macOS this file and another are one, for their names differ in capital letters or accents only"
    names = ("A.jpg", "a.jpg", "cafe\u0301.jpg", "caf\u00e9.jpg")
    assert told(found) == [f"entries/{name}:1: {text}; give one of them another name" for name in names]


def test_names_that_sound_alike_are_linear_work():
    """Each is told of one other, and never compared with all."""
    readings = [Reading(f"entries/a{' ' * n}b.md", None, ()) for n in range(1, 5_000)] + [
        Reading("entries/" + "".join("xX"[n >> place & 1] for place in range(14)) + ".md", None, ()) for n in range(15_000)
    ]
    with linear_work():
        problems = list(meetings(readings, TODAY))
    assert len(problems) == len(readings) and len(str(problems[-1])) < 300


def test_a_folder_with_the_name_of_a_file_is_read_and_told(tmp_path: Path):
    """It may be a slip; what is in it is an entry like others."""
    found = listing(tmp_path, "x.md/y.md")
    assert found.entries == ("x.md/y.md",)
    assert told(found) == [
        "entries/x.md:1: note: this is a folder, though its name ends like that of a file; the files in it are read; "
        "choose another name, unless you mean it"
    ]


@on_linux
def test_what_is_no_file_keeps_nobody_waiting(tmp_path: Path):
    """A pipe has no end: to read it is to wait for ever."""
    (tmp_path / "entries").mkdir()
    os.mkfifo(tmp_path / "entries" / "x.md")
    found = list_files(Settings(tmp_path, tmp_path / "entries"))
    assert (found.entries, found.media) == ((), frozenset())
    assert told(found) == ["entries/x.md:1: warning: this is no file that can be read; put a file here, or take it away"]


def linked(root: Path, **links: str) -> Listing:
    """The files of a journal with files in several places, and with these links: `2026__a` stands for 2026/a.md."""
    for path in ("secret.md", "secret.jpg", "far/away.md"):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text("", "utf-8")
    listing(root, "2026/own.md", "2026/_raw.md", "2026/own.jpg", "private/p.md", "private/p.jpg", "index.md", ".hidden/h.jpg", "_d/d.jpg")
    for name, target in links.items():
        place = root / "entries" / name.replace("__", "/").replace("_jpg", ".jpg").replace("_md", ".md")
        place.parent.mkdir(exist_ok=True)
        place.unlink(missing_ok=True)
        try:
            place.symlink_to(target)
        except OSError:
            pytest.skip("this system makes no links")
    return list_files(Settings(root, root / "entries"))


ELSEWHERE = "warning: this is a link to a file that lies elsewhere or is private, so it is not read; put the file itself here"
OWN = {"2026/own.md", "2026/own.jpg", "private/p.md", "private/p.jpg"}


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("2026__a_md", "../../secret.md"),
        ("2026__a_md", "../private/p.md"),
        ("2026__a_md", "_raw.md"),
        ("2026__a_md", "../index.md"),
        ("2026__a_md", "own.jpg"),
        ("2026__a_jpg", "../../secret.jpg"),
        ("2026__a_jpg", "../private/p.jpg"),
        ("2026__a_jpg", "own.md"),
        ("2026__a_jpg", "_raw.md"),
        ("2026__a_jpg", "../.hidden/h.jpg"),
        ("2026__a_jpg", "../_d/d.jpg"),
        ("index_md", "2026/own.md"),
        ("index_md", "private/p.md"),
    ],
)
def test_a_link_publishes_nothing_that_would_stay_private_in_its_own_place(tmp_path: Path, link: str, target: str):
    """A link could put any file of the machine on the site; the message names it, and never its target."""
    found = linked(tmp_path, **{link: target})
    assert {*found.entries, *found.media} == OWN and found.home == (link != "index_md")
    name = link.replace("__", "/").replace("_md", ".md").replace("_jpg", ".jpg")
    assert told(found) == [f"entries/{name}:1: {ELSEWHERE}"]


@pytest.mark.parametrize(
    ("link", "target", "path"),
    [
        ("2026__a_md", "own.md", "2026/a.md"),
        ("2026__a_jpg", "own.jpg", "2026/a.jpg"),
        ("private__a_md", "p.md", "private/a.md"),
        ("private__a_md", "../2026/own.md", "private/a.md"),
    ],
)
def test_a_link_within_the_journal_is_a_file_of_its_own(tmp_path: Path, link: str, target: str, path: str):
    """It tells nothing that is not told elsewhere."""
    found = linked(tmp_path, **{link: target})
    assert {*found.entries, *found.media} == OWN | {path} and told(found) == []


def test_a_link_to_nothing_or_to_itself_is_read_and_found_wanting(tmp_path: Path):
    """Its entry was there once; reading tells that it is gone. A picture that is gone is none."""
    found = linked(tmp_path, **{"2026__a_md": "a.md", "2026__b_md": "gone.md", "2026__c_jpg": "gone.jpg"})
    assert {*found.entries, *found.media} == OWN | {"2026/a.md", "2026/b.md"}
    assert told(found) == ["entries/2026/c.jpg:1: warning: this file cannot be read, so no page shows it; check that you may open it"]


@pytest.mark.parametrize("target", ["../far", "2026", ".", ".."])
def test_a_link_to_a_folder_is_told_and_not_followed(tmp_path: Path, target: str):
    """A link to a folder above would have no end."""
    found = linked(tmp_path, more=target)
    assert {*found.entries, *found.media} == OWN
    assert told(found) == ["entries/more:1: warning: this is a link to a folder, so nothing in it is read; put the folder itself here"]


def test_a_link_that_no_page_would_show_is_no_problem(tmp_path: Path):
    """What is not read in its own place needs no message either."""
    assert told(linked(tmp_path, **{"_x_md": "../secret.md", ".x_md": "../secret.md"})) == []


def test_the_folder_of_the_entries_may_be_a_link(tmp_path: Path):
    """Texts may lie on another disk than the site."""
    listing(tmp_path, "2026/a.md", "2026/a.jpg")
    (tmp_path / "entries").rename(tmp_path / "texts")
    try:
        (tmp_path / "entries").symlink_to(tmp_path / "texts")
    except OSError:
        pytest.skip("this system makes no links")
    found = list_files(Settings(tmp_path, tmp_path / "entries"))
    assert (found.entries, found.media, found.problems) == (("2026/a.md",), {"2026/a.jpg"}, ())


def closed(monkeypatch: pytest.MonkeyPatch, name: str, attribute: str, refuse: Callable[..., object]) -> None:
    """Let the system refuse what ends in a name."""
    allow = getattr(os, attribute)
    monkeypatch.setattr(os, attribute, lambda path, *rest: (refuse if str(path).endswith(name) else allow)(path, *rest))


def forbid(*_: object) -> None:
    """Refuse."""
    raise PermissionError


def test_a_folder_that_may_not_be_opened_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Entries that were public yesterday must not vanish from the site in silence."""
    closed(monkeypatch, "2025", "scandir", forbid)
    found = listing(tmp_path, "2025/a.md", "2026/b.md")
    assert found.entries == ("2026/b.md",)
    assert told(found) == ["entries/2025:1: error: this folder cannot be opened, so nothing in it is read; check that you may open it"]


def test_a_folder_that_vanishes_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Whoever moves a folder while a preview runs sees it in its new place a moment later."""

    def gone(*_: object) -> None:
        raise FileNotFoundError

    closed(monkeypatch, "2025", "scandir", gone)
    assert listing(tmp_path, "2025/a.md", "2026/b.md") == Listing(("2026/b.md",), False, frozenset(), ())


def test_a_picture_that_may_not_be_opened_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A build that cannot copy it would stop halfway."""
    closed(monkeypatch, "a.jpg", "access", lambda *_: False)
    found = listing(tmp_path, "a.jpg", "b.jpg")
    assert found.media == {"b.jpg"}
    assert told(found) == ["entries/a.jpg:1: warning: this file cannot be read, so no page shows it; check that you may open it"]
