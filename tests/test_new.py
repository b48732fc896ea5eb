"""`journal new`: an entry to be filled in."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from interview_journal.commands import journal
from interview_journal.commands import write as writing
from interview_journal.commands.new import write_new

from tests.conftest import World

DIRECTOR = ("--role", "director", "--library-type", "university")
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")


@pytest.fixture(autouse=True)
def stand(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The author stands in the journal's folder, on the day that tests count from, and has named no editor."""
    monkeypatch.chdir(world.root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795521600")
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


def new(*options: str) -> Result:
    """Run the command without a terminal."""
    return CliRunner().invoke(journal, ["new", *options])


def files(world: World) -> dict[str, str]:
    """Every file of the entries with its text."""
    entries = world.root / "entries"
    return {path.relative_to(entries).as_posix(): path.read_text("utf-8") for path in entries.rglob("*") if path.is_file()}


def problems(world: World) -> list[str]:
    """Everything that is wrong, advice too."""
    return [str(problem) for problem in world.load().problems]


def test_an_interview_is_begun_and_nothing_is_wrong_with_it(world: World):
    """The path is printed alone, so that another program can open it; the file is accepted as it is and is private."""
    result = new(*DIRECTOR, "--person", "O'Brien: x", "--date", "2025-11")
    assert (result.exit_code, result.stdout) == (0, "entries/2025/university-director.md\n")
    assert result.stderr == "Write in it; `mkdocs serve` shows it to you alone.\n"
    reading = world.load().readings["entries/2025/university-director.md"]
    assert reading.entry and problems(world) == []
    assert (reading.entry.person, reading.entry.date.text, reading.entry.status) == (("O'Brien: x",), "2025-11", "draft")
    assert not world.load().disclosed


def test_terms_mean_what_they_mean_in_front_matter(world: World):
    """Labels and variants of her own vocabulary resolve, and the path has the ids."""
    world.write("== vocabulary/roles.yml\nscheme: role\nconcepts:\n- {id: map-keeper, label: Keeper of Maps, alt: [maps]}\n")
    assert new("--role", "MAPS", "--library-type", "University Library").stdout == "entries/2026/university-map-keeper.md\n"
    assert new("--role", "keeper of maps", "--library-type", "university").stdout == "entries/2026/university-map-keeper-2.md\n"


def test_no_file_is_overwritten(world: World):
    """A taken name gets a number, also where only the case differs."""
    world.write("== entries/2026/University-Director.md\nmine\n")
    assert [new(*DIRECTOR).stdout.strip() for _ in range(2)] == [f"entries/2026/university-director-{number}.md" for number in (2, 3)]
    assert files(world)["2026/University-Director.md"] == "mine\n"


def test_a_file_of_somebody_faster_is_left_alone(world: World, monkeypatch: pytest.MonkeyPatch):
    """A name that is taken between looking and writing is passed over."""
    (world.root / "entries/2026").mkdir()
    (world.root / "entries/2026/a.md").write_text("theirs", "utf-8")
    monkeypatch.setattr(Path, "glob", lambda *_: iter(()))
    assert write_new(world.root / "entries", "2026/a", b"mine").name == "a-2.md"
    assert files(world) == {"2026/a.md": "theirs", "2026/a-2.md": "mine"}


@pytest.mark.parametrize(("genre", "path"), [("reflection", "2026/reflection.md"), ("Page", "page.md")])
def test_an_essay_and_a_page_need_no_role(world: World, genre: str, path: str):
    """Without a terminal their title is what they are, to be changed."""
    assert new("--genre", genre).stdout == f"entries/{path}\n"
    assert problems(world) == [] and "status: draft" in files(world)[path]


def test_what_is_given_is_written_whatever_the_genre(world: World):
    """Nothing typed is lost."""
    new("--genre", "page", *DIRECTOR, "--date", "2026")
    assert "date: 2026\n" in files(world)["page.md"] and "role: director\n" in files(world)["page.md"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            (),
            "an interview needs `--role` and `--library-type`, and there is no terminal to ask on; "
            "write for example `journal new --role director --library-type university`",
        ),
        (("--role", "director", "--library-type", " "), "an interview needs `--library-type`, and"),
        (("--role", "directr"), "there is no role “directr”; did you mean director, associate-director or collection-development?"),
        (("--library-type", "univrsity"), "there is no library type “univrsity”; did you mean university,"),
        (("--date", "03/05/26"), "“03/05/26” does not begin with a year of four digits; "),
        (("--date", "2026-02-30"), "“2026-02-30” is a day that no calendar has; "),
        (("--person", "a\x00b"), "there is a character in it that no text can hold; type it anew"),
        (("--person", "\udcff"), "there is a character in it that no text can hold; type it anew"),
        (("--genre", "poem"), "is not one of 'interview', 'reflection', 'page'"),
    ],
)
def test_a_slip_ends_with_2_and_a_sentence(world: World, options: tuple[str, ...], said: str):
    """Nothing is asked where nobody is there to answer, and nothing is written."""
    result = new(*options)
    assert (result.exit_code, result.stdout) == (2, "") and said in result.stderr
    assert files(world) == {}


def test_a_journal_that_cannot_be_read_ends_with_2(world: World):
    """The sentence is that of `journal check`."""
    world.write("== mkdocs.yml\nsite_name: x\nplugins: []\ndocs_dir: entries\n")
    result = new(*DIRECTOR)
    assert result.exit_code == 2 and "this is no journal; add `journal` to its `plugins:`" in result.stderr


def test_the_path_starts_where_she_stands(world: World, monkeypatch: pytest.MonkeyPatch):
    """From another folder the journal is named by its file, and the path leads there."""
    (world.root / "elsewhere").mkdir()
    monkeypatch.chdir(world.root / "elsewhere")
    assert new("-f", "../mkdocs.yml", *DIRECTOR).stdout == "../entries/2026/university-director.md\n"


def test_a_folder_that_is_a_file_gets_a_sentence(world: World):
    """Where the year's folder is to be stands something else."""
    world.write("== entries/2026\nmine\n")
    result = new(*DIRECTOR)
    assert result.exit_code == 1 and "entries/2026 is a file, so nothing can be written into it; rename it" in result.stderr
    assert files(world) == {"2026": "mine\n"}


def test_a_folder_that_cannot_be_written_gets_a_sentence(world: World, monkeypatch: pytest.MonkeyPatch):
    """A failure leaves no folder behind either."""

    plain = Path.open

    def refuse(path: Path, mode: str = "r", *rest: object, **more: object):
        if mode == "xb":
            raise PermissionError(13, "Permission denied")
        return plain(path, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", refuse)
    result = new(*DIRECTOR)
    assert result.exit_code == 1
    assert "entries/2026/university-director.md cannot be written (Permission denied); nothing was changed" in result.stderr
    assert list((world.root / "entries").iterdir()) == []


def test_a_path_on_another_drive_is_printed_whole(monkeypatch: pytest.MonkeyPatch):
    """Windows has no way from one drive to another."""

    def no_way(_: Path) -> str:
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", no_way)
    assert writing.from_here(Path("entries/a.md")) == "entries/a.md"


def editor(world: World, monkeypatch: pytest.MonkeyPatch, code: int) -> Path:
    """An editor that writes into the file what it was called with, and ends with a code."""
    program = world.root / "editor.py"
    program.write_text(f"import sys\nopen(sys.argv[1], 'a').write('edited')\nsys.exit({code})\n", "utf-8")
    monkeypatch.setenv("VISUAL", f'"{Path(sys.executable).as_posix()}" "{program.as_posix()}"')
    return world.root / "entries/2026/university-director.md"


def test_the_editor_gets_the_file(world: World, monkeypatch: pytest.MonkeyPatch):
    """`--edit` opens what was written."""
    file = editor(world, monkeypatch, 0)
    result = new(*DIRECTOR, "--edit")
    assert result.exit_code == 0 and file.read_text("utf-8").endswith("edited")


def test_an_editor_that_fails_loses_nothing(world: World, monkeypatch: pytest.MonkeyPatch):
    """The file is written before the editor starts."""
    file = editor(world, monkeypatch, 1)
    result = new(*DIRECTOR, "--edit")
    assert result.exit_code == 0 and "did not start, or ended badly; open the file yourself" in result.stderr
    assert file.read_text("utf-8").startswith("---\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows always has Notepad")
def test_without_an_editor_the_path_is_enough(world: World):
    """Nobody is thrown into an editor she never chose."""
    result = new(*DIRECTOR, "--edit")
    assert (result.exit_code, result.stdout) == (0, "entries/2026/university-director.md\n")
    assert result.stderr.endswith("No editor is named in VISUAL or EDITOR; open the file yourself.\n")


def talk(world: World, options: tuple[str, ...], answers: list[tuple[str, str]]) -> tuple[int, str]:
    """Run the command on a terminal, and type each answer when its question stands there; how it ended, and all that was seen."""
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [str(Path(sys.executable).with_name("journal")), "new", *options],
        cwd=world.root,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TERM": "dumb"},
    ) as process:
        os.close(theirs)
        seen, waiting = "", answers
        try:
            while chunk := read_some(ours):
                seen += chunk
                if waiting and waiting[0][0] in seen.rpartition("\n")[2]:
                    os.write(ours, waiting[0][1].encode())
                    seen += "\n"
                    waiting = waiting[1:]
        finally:
            os.close(ours)
    return process.returncode, seen.replace("\r", "")


def read_some(terminal: int) -> str:
    """What the terminal shows next; empty at its end."""
    ready, _, _ = select.select([terminal], [], [], 60)
    assert ready, "the command waits for an answer that no test gives"
    try:
        return os.read(terminal, 4096).decode("utf-8", "replace")
    except OSError:  # Linux says so where nobody holds the other end
        return ""


@POSIX
def test_what_is_missing_is_asked_on_a_terminal(world: World):
    """A term nobody knows is answered with the nearest three, and asked again; Enter takes today, and leaves the person open."""
    code, seen = talk(
        world,
        (),
        [
            ("What do they do, for example director:", "directr\n"),
            ("What do they do, for example director:", "dean\n"),
            ("In which kind of library, for example university:", "law\n"),
            ("Whom did you talk with (Enter to fill that in later):", "\n"),
            ("When was it [2026-11-24]:", "tomorrow\n"),
            ("When was it [2026-11-24]:", "\n"),
        ],
    )
    assert code == 0, seen
    assert "there is no role “directr”; did you mean director, associate-director" in " ".join(seen.split())
    assert "“tomorrow” is no date" in seen and "entries/2026/law-director.md" in seen
    assert problems(world) == [] and re.search("^person: +#", files(world)["2026/law-director.md"], re.M)


@POSIX
def test_only_what_is_missing_is_asked(world: World):
    """An option is an answer."""
    code, seen = talk(world, (*DIRECTOR, "--date", "2026"), [("Whom did you talk with", "Łucja #1\n")])
    assert code == 0 and "What do they do" not in seen and "When" not in seen
    assert 'person: "Łucja #1"\n' in files(world)["2026/university-director.md"]


@POSIX
def test_a_page_is_asked_for_its_title(world: World):
    """The title makes the file's name."""
    code, _ = talk(world, ("--genre", "page"), [("What is its title [Page]:", "People\n")])
    assert code == 0 and set(files(world)) == {"page-people.md"} and problems(world) == []


def test_who_breaks_off_at_a_question_has_written_nothing(world: World, monkeypatch: pytest.MonkeyPatch):
    """The end of the input, as Ctrl-C, ends the command without a traceback."""
    monkeypatch.setattr(import_module("interview_journal.commands.new"), "on_a_terminal", lambda: True)
    result = CliRunner().invoke(journal, ["new"], input="director\n")
    assert result.exit_code == 1 and "In which kind of library" in result.stdout and "Aborted!" in result.stderr
    assert files(world) == {}
