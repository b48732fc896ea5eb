"""Nothing is lost: whatever happens to a build, the last site stands, or the next build puts it right."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from interview_journal.mkdocs_plugin.staging import Staging
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from tests.conftest import CONFIG, World

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals and no limits of this kind")
LAST = {"index.html": "last", "2025/index.html": "last", "gone/index.html": "last", ".git/HEAD": "ref"}
NEXT = {"index.html": "next", "2025/index.html": "next", "new/index.html": "next", ".nojekyll": ""}
SEED = 4
"""Of the moments at which builds are killed."""


def lay(folder: Path, files: dict[str, str]) -> None:
    """Write files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def held(folder: Path) -> dict[str, str]:
    """What a folder holds, by path."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() if path.stat().st_size > 99 else path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of the last site."""
    lay(tmp_path / "site", LAST)
    return tmp_path / "site"


@pytest.fixture
def staging(site: Path) -> Iterator[Staging]:
    """A build at work that has written the next site."""
    staging = Staging(site)
    staging.begin()
    lay(staging.new, NEXT)
    yield staging
    staging.end()


AFTER = {**NEXT, ".git/HEAD": "ref"}
"""What stands after a swap: the next site whole, and of the last one only names with a dot."""


def broken(monkeypatch: pytest.MonkeyPatch, fails: Callable[[int], bool], error: BaseException) -> list[int]:
    """Let some of the renames that follow fail; their count is what comes back."""
    rename, calls = os.replace, [0]

    def replace(source: Path, target: Path) -> None:
        calls[0] += 1
        if fails(calls[0]):
            raise error
        rename(source, target)

    monkeypatch.setattr(os, "replace", replace)
    return calls


def test_the_next_site_takes_the_place_of_the_last(staging: Staging, site: Path):
    """Stale pages do not survive, names with a dot do, and nothing else is left behind."""
    staging.swap()
    staging.end()
    assert held(site) == AFTER
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_the_first_site_needs_no_folder(tmp_path: Path):
    """Where nothing was, the site is made, with the folders on the way."""
    staging = Staging(tmp_path / "out" / "site")
    staging.begin()
    lay(staging.new, NEXT)
    staging.swap()
    staging.end()
    assert held(tmp_path / "out") == {f"site/{name}": text for name, text in NEXT.items()}


def test_a_build_that_is_given_up_changes_nothing(staging: Staging, site: Path):
    """Without a swap the last site is what it was, and what was written aside is gone."""
    staging.end()
    assert held(site) == LAST and not staging.folder.exists()


def test_whoever_stands_in_the_site_stays_there(staging: Staging, site: Path):
    """A server started inside the folder goes on with the new site."""
    before = site.stat().st_ino
    staging.swap()
    assert site.stat().st_ino == before


@pytest.mark.parametrize("moment", range(1, 7))
@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), KeyboardInterrupt()], ids=["refused", "Ctrl-C"])
def test_a_swap_that_fails_is_undone(staging: Staging, site: Path, monkeypatch: pytest.MonkeyPatch, moment: int, error: BaseException):
    """At whichever rename it fails or is stopped by hand, the last site stands whole."""
    with monkeypatch.context() as patched:
        broken(patched, lambda call: call == moment, error)
        with pytest.raises((PluginError, KeyboardInterrupt)):
            staging.swap()
    assert held(site) == LAST


def test_a_refused_swap_says_so_in_a_sentence(staging: Staging, monkeypatch: pytest.MonkeyPatch):
    """`gh-deploy` reads the site next, so the error must be raised."""
    broken(monkeypatch, lambda call: call == 2, PermissionError(13, "Permission denied"))
    with pytest.raises(
        PluginError, match="permission denied; the site stays as it was, so make room or give access there, and build again"
    ):
        staging.swap()


@pytest.mark.parametrize("moment", range(1, 8))
def test_the_next_build_finishes_what_was_killed(site: Path, moment: int):
    """A process that dies at any rename leaves a state from which the next build, by beginning alone, makes one whole site."""
    script = (
        "import os, sys; from pathlib import Path; from interview_journal.mkdocs_plugin.staging import Staging\n"
        "staging = Staging(Path(sys.argv[1])); staging.begin()\n"
        "for name in sys.argv[3:]: (staging.new / name).parent.mkdir(parents=True, exist_ok=True); "
        "(staging.new / name).write_text('next' if name.endswith('.html') else '')\n"
        "rename, left = os.replace, [int(sys.argv[2])]\n"
        "def replace(source, target):\n"
        "    left[0] -= 1\n"
        "    if not left[0]: os._exit(9)\n"
        "    rename(source, target)\n"
        "os.replace = replace; staging.swap(); os._exit(9)\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(site), str(moment), *NEXT], check=False, env=os.environ)
    assert killed.returncode == 9
    following = Staging(site)
    following.begin()
    assert held(site) == AFTER
    following.end()
    assert held(site) == AFTER and not following.folder.exists()


def test_a_swap_that_cannot_even_be_undone_is_finished_by_the_next_build(staging: Staging, site: Path, monkeypatch: pytest.MonkeyPatch):
    """Where the disk goes away in the middle, both sites are kept aside until it is back."""
    with monkeypatch.context() as patched:
        broken(patched, lambda call: call > 2, OSError(5, "Input/output error"))
        with pytest.raises(PluginError):
            staging.swap()
    staging.end()
    following = Staging(site)
    following.begin()
    following.end()
    assert held(site) == AFTER


def test_a_second_build_is_refused(staging: Staging, site: Path):
    """Two builds at once would mix; the second changes nothing."""
    with pytest.raises(PluginError, match="another build is writing this site; wait until it has ended"):
        Staging(site).begin()
    assert held(staging.new) == NEXT


def test_a_folder_that_no_build_made_is_not_emptied(tmp_path: Path):
    """`--site-dir` with a slip in it does not cost a folder of photographs."""
    lay(tmp_path / "photos", {"2019/summer.jpg": "x"})
    staging = Staging(tmp_path / "photos")
    with pytest.raises(PluginError, match="holds files that no build has made, and they would be lost"):
        staging.begin()
    staging.end()
    assert held(tmp_path) == {"photos/2019/summer.jpg": "x"}


def test_an_empty_folder_may_become_a_site(tmp_path: Path):
    """A fresh clone of a repository for the site alone has nothing but `.git`."""
    lay(tmp_path / "site", {".git/HEAD": "ref"})
    staging = Staging(tmp_path / "site")
    staging.begin()
    lay(staging.new, NEXT)
    staging.swap()
    staging.end()
    assert held(tmp_path / "site") == AFTER


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"site": ""}, "site is a file, where the site needs a folder; move the file away"),
        ({".site.next": ""}, ".site.next: file exists; the site stays as it was"),
    ],
)
def test_a_file_in_the_way_is_told(tmp_path: Path, files: dict[str, str], said: str):
    """What stands in the way is left alone."""
    lay(tmp_path, files)
    with pytest.raises(PluginError, match=said):
        Staging(tmp_path / "site").begin()
    assert held(tmp_path) == files


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only administrators make symbolic links")
@pytest.mark.parametrize("name", ["", "ready", "coming", "old", "new"])
def test_no_link_is_followed_out_of_the_place_aside(site: Path, name: str):
    """Where somebody put a link, nothing is moved or deleted through it."""
    lay(site.parent / "entries", {"a.md": "mine"})
    place = site.parent / ".site.next" / name
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(site.parent / "entries", target_is_directory=True)
    with pytest.raises(PluginError, match="is a symbolic link, and no build makes one there"):
        Staging(site).begin()
    assert held(site) == LAST and held(site.parent / "entries") == {"a.md": "mine"}


def test_a_build_that_wrote_nothing_replaces_nothing(site: Path):
    """Whatever led its pages elsewhere, an empty folder is no site."""
    staging = Staging(site)
    staging.begin()
    with pytest.raises(PluginError, match="the build wrote nothing into"):
        staging.swap()
    staging.end()
    assert held(site) == LAST and not staging.folder.exists()


def test_a_site_that_is_a_link_to_itself_is_told(tmp_path: Path):
    """Not in a traceback."""
    (tmp_path / "site").symlink_to(tmp_path / "site")
    with pytest.raises(PluginError):
        staging = Staging(tmp_path / "site")
        staging.begin()
        lay(staging.new, NEXT)
        staging.swap()


def test_a_whole_drive_is_told(site: Path, monkeypatch: pytest.MonkeyPatch):
    """Beside the root of a stick nothing can be written, but a folder on it will do."""
    monkeypatch.setattr(os.path, "ismount", lambda path: True)
    with pytest.raises(PluginError, match="is a whole drive; name a folder on it: `--site-dir"):
        Staging(site).begin()


def test_a_linked_site_stays_a_link(tmp_path: Path):
    """The folder of a web server may stand under another name in the journal."""
    lay(tmp_path / "www", LAST)
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "site").symlink_to(tmp_path / "www", target_is_directory=True)
    staging = Staging(tmp_path / "journal" / "site")
    staging.begin()
    lay(staging.new, NEXT)
    staging.swap()
    staging.end()
    assert held(tmp_path / "www") == AFTER and (tmp_path / "journal" / "site").is_symlink()


@pytest.fixture
def journal(world: World) -> World:
    """A journal that is built, and whose next build would differ."""
    world.interview("2026/a.md", body="FIRST").interview("2026/stale.md", body="STALE")
    assert world.build().returncode == 0
    (world.root / "site" / ".nojekyll").touch()
    (world.root / "entries" / "2026" / "stale.md").unlink()
    return world.interview("2026/a.md", body="SECOND")


def started(world: World, *options: str, limit: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """A build at work."""
    program = Path(sys.executable).with_name("mkdocs")
    return subprocess.Popen(
        [str(program), "build", *options],
        cwd=world.root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795521600"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        preexec_fn=limit,
    )


def test_a_build_replaces_the_site(journal: World):
    """Stale pages are gone, what begins with a dot is there, and the log names the folder."""
    result = journal.build()
    assert "SECOND" in journal.page("2026/a") and not (journal.root / "site" / "2026" / "stale").exists()
    assert (journal.root / "site" / ".nojekyll").exists() and f"The site is in {journal.root / 'site'}" in result.stderr
    assert sorted(path.name for path in journal.root.iterdir()) == ["entries", "mkdocs.yml", "site"]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("== entries/2026/b.md\n---\n{INTERVIEW}consent: quotes\nthemes: bugdet\n---\n", "no theme “bugdet”"),
        (
            "== mkdocs.yml\n" + CONFIG + "hooks: [hook.py]\n== hook.py\ndef on_post_build(config):\n    open('/no/such/folder')\n",
            "/no/such/folder: no such file",
        ),
        (
            "== mkdocs.yml\n" + CONFIG + "hooks: [hook.py]\n== hook.py\nimport logging\n"
            "def on_post_build(config):\n    logging.getLogger('mkdocs.x').warning('late')\n",
            "Aborted with 1 warnings in strict mode",
        ),
    ],
    ids=["a problem", "an error while writing", "a strict failure at the very end"],
)
def test_a_build_that_fails_leaves_the_last_site(journal: World, fault: str, said: str):
    """Not a byte of it changes, and the reason is a sentence."""
    before = held(journal.root / "site")
    journal.write(fault.replace("{INTERVIEW}", "date: 2026-03-14\nlibrary_type: university\nrole: director\n"))
    files = held(journal.root)
    result = journal.build("--strict")
    assert result.returncode != 0 and said in result.stdout + result.stderr and "Traceback" not in result.stderr
    assert held(journal.root / "site") == before
    assert {path: text for path, text in held(journal.root).items() if "__pycache__" not in path} == files


def test_a_program_that_calls_mkdocs_gets_its_site(journal: World, monkeypatch: pytest.MonkeyPatch):
    """Who builds without telling of start and end has the pages in the site's folder at once, as MkDocs has it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795521600")
    build(load_config(str(journal.root / "mkdocs.yml")))
    assert "SECOND" in journal.page("2026/a") and not (journal.root / ".site.next").exists()


def test_the_plugin_twice_is_told(journal: World):
    """Each would take what the other writes for the site."""
    before = held(journal.root / "site")
    result = journal.write("== mkdocs.yml\n" + CONFIG.replace("[journal]", "[journal, journal]")).build()
    assert result.returncode != 0 and "stands twice among the `plugins`" in result.stderr and held(journal.root / "site") == before


@POSIX
def test_a_full_disk_is_told_and_costs_nothing(journal: World):
    """The system refuses to write on, as it does on a full disk."""
    import resource

    before = held(journal.root)
    at_work = started(journal, limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)))
    said = at_work.communicate()[0]
    assert (
        at_work.returncode != 0 and "file too large; the site stays as it was" in said and ".site.next" in said and "Traceback" not in said
    )
    assert held(journal.root) == before


@POSIX
def test_a_build_stopped_by_hand_leaves_the_last_site(journal: World):
    """Ctrl-C while pages are written changes nothing and leaves nothing."""
    before = held(journal.root)
    at_work = started(journal)
    assert at_work.stdout
    for line in at_work.stdout:
        if "Building documentation to directory" in line:
            at_work.send_signal(signal.SIGINT)
            break
    said = at_work.communicate()[0]
    assert at_work.returncode != 0 and "Traceback" not in said
    assert held(journal.root) == before


def test_two_builds_at_once_do_not_mix(journal: World):
    """While one is at work the other is refused with a sentence, and the site is the first one's."""
    before = held(journal.root / "site")
    at_work = Staging(journal.root / "site")
    at_work.begin()
    result = journal.build()
    at_work.end()
    assert result.returncode != 0 and "another build is writing this site" in result.stderr and "Traceback" not in result.stderr
    assert held(journal.root / "site") == before
    assert journal.build().returncode == 0 and "SECOND" in journal.page("2026/a")


@POSIX
@pytest.mark.parametrize("times", [10, pytest.param(100, marks=pytest.mark.stress)])
def test_a_build_killed_at_any_moment_leaves_one_whole_site(journal: World, times: int, tmp_path_factory: pytest.TempPathFactory):
    """`kill -9` leaves the last site or the new one, at the latest once the next build begins, and no file of the author's changes."""
    site, author = journal.root / "site", held(journal.root / "entries")
    first = held(site)
    kept = shutil.copytree(site, tmp_path_factory.mktemp("first") / "site")
    begun = time.monotonic()
    assert journal.build().returncode == 0
    length = time.monotonic() - begun
    second = held(site)
    moments, killed = random.Random(SEED), 0
    for _ in range(times):
        shutil.rmtree(site)
        shutil.copytree(kept, site)
        at_work = started(journal)
        with suppress(subprocess.TimeoutExpired):
            at_work.communicate(timeout=moments.uniform(0, length))
        at_work.kill()
        at_work.communicate()
        killed += at_work.returncode == -signal.SIGKILL
        following = Staging(site)
        following.begin()
        following.end()
        assert held(site) in (first, second) and not following.folder.exists()
    assert killed
    assert held(journal.root / "entries") == author
    assert journal.build().returncode == 0 and held(site) == second


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_gh_deploy_pushes_what_was_built_and_never_what_failed(journal: World, monkeypatch: pytest.MonkeyPatch):
    """A strict failure at the very end pushes nothing; a good build pushes exactly the site."""

    def git(*words: str, folder: Path = journal.root) -> str:
        return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True).stdout

    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(name, "a@example.org")
    (journal.root / "public.git").mkdir()
    git("init", "--bare", "--quiet", folder=journal.root / "public.git")
    git("init", "--quiet")
    git("remote", "add", "origin", str(journal.root / "public.git"))
    git("commit", "--quiet", "--allow-empty", "--message", "x")
    journal.write("== mkdocs.yml\n" + CONFIG + "hooks: [hook.py]\n== hook.py\nimport logging\n")
    journal.write("== hook.py\nimport logging\ndef on_post_build(config):\n    logging.getLogger('mkdocs.x').warning('late')\n")
    failed = journal.run("mkdocs", "gh-deploy", "--strict")
    assert failed.returncode != 0 and git("for-each-ref", folder=journal.root / "public.git") == ""
    deployed = journal.run("mkdocs", "gh-deploy")
    assert deployed.returncode == 0, deployed.stderr
    pushed = git("ls-tree", "-r", "--name-only", "gh-pages", folder=journal.root / "public.git").split()
    assert set(pushed) - {".nojekyll"} == {name for name in held(journal.root / "site") if name != ".nojekyll"}
    assert "SECOND" in git("show", "gh-pages:2026/a/index.html", folder=journal.root / "public.git")
