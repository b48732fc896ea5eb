"""The preview: what its author sees, and that nothing she saves can break it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CONFIG, INTERVIEW, World
from tests.golden import data_of, rows

PATIENCE = 60
"""Seconds until a condition that should come true is given up."""


class Preview:
    """A running `mkdocs serve`."""

    def __init__(self, world: World) -> None:
        self.world = world
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        program = Path(sys.executable).with_name("mkdocs")
        self.log = world.root / "serve.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [str(program), "serve", "--dev-addr", f"127.0.0.1:{self.port}"],
                cwd=world.root,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def page(self, url: str) -> str:
        """A page, or what stands in its place."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/sub/{url}", timeout=10) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            return str(error.read().decode("utf-8"))
        except OSError:
            return ""

    def shows(self, url: str, text: str) -> bool:
        """Whether the page comes to hold the text."""
        end = time.monotonic() + PATIENCE
        while text not in self.page(url):
            if time.monotonic() > end or self.process.poll() is not None:
                print(self.log.read_text("utf-8"))
                return False
            time.sleep(0.05)
        return True


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a journal with a public entry, a draft and a template of the author's own."""
    world = World(tmp_path_factory.mktemp("preview"))
    world.write("== mkdocs.yml\n" + CONFIG.replace("{name: material}", "{name: material, custom_dir: look}"))
    world.write("== look/journal/partials/breadcrumb.html\nCRUMB-ONE\n")
    world.write("== vocabulary/goals.yml\nscheme: goal\none: Goal\nmany: Goals\nconcepts:\n- {id: parts, label: How the parts fit}\n")
    world.interview(
        "2026/public.md",
        "consent: paraphrase\nperson: Ada Byron\n",
        "Well.\n\n> [!quote] Theirs\n> HER-WORDS\n\n> [!private] Off\n> OFF-THE-RECORD",
    )
    world.interview("2026/draft.md", "status: draft\nvia: classmate\nlog: [2026-03-01 asked by mail]\n", "HALF-WRITTEN")
    running = Preview(world)
    yield running
    running.process.terminate()
    running.process.wait(PATIENCE)


def test_a_private_entry_is_shown_with_its_reasons_and_the_lines_that_publish_it(preview: Preview):
    """She sees why nobody else does, and what to write."""
    assert preview.shows("2026/draft/", "HALF-WRITTEN")
    page = preview.page("2026/draft/")
    assert "Closed stacks" in page and "consent: quotes" in page and "they agreed to be quoted" in page and "entries/2026/draft.md" in page
    assert "yours alone" in page and "classmate" in page and "asked by mail" in page


def test_private_parts_of_a_public_entry_are_shown_and_marked(preview: Preview):
    """What consent does not cover stands in its place, marked."""
    assert preview.shows("2026/public/", "HER-WORDS")
    page = preview.page("2026/public/")
    assert "only with consent to quotes" in page and "OFF-THE-RECORD" in page and "never built" in page and "Ada Byron" in page


def test_a_saved_mistake_is_shown_with_the_text_and_mending_it_recovers(preview: Preview):
    """A faulty page shows its text under its problems; the page of problems lists it; the next save mends both."""
    preview.world.write(f"== entries/2026/new.md\n---\n{INTERVIEW}themes: bugdet\n---\nTHE-TEXT\n")
    assert preview.shows("2026/new/", "there is no theme “bugdet”")
    assert "THE-TEXT" in preview.page("2026/new/") and "entries/2026/new.md:5" in preview.page("problems/")
    preview.world.write(f"== entries/2026/new.md\n---\n{INTERVIEW}themes: budget\n---\nTHE-TEXT, mended\n")
    assert preview.shows("2026/new/", "THE-TEXT, mended")
    assert "no theme" not in preview.page("2026/new/") and "2026/new/" in preview.page("themes/budget/")


def test_half_a_file_is_shown_as_it_stands(preview: Preview):
    """Front matter that cannot be read at all leaves the text to be seen."""
    preview.world.write('== entries/2026/half.md\n---\ndate: 2026-03-14\nlibrary_type: "univer')
    assert preview.shows("2026/half/", "the front matter is not closed")
    assert "univer" in preview.page("2026/half/")


def test_a_broken_vocabulary_stops_nothing(preview: Preview):
    """The pages stay, the problem is listed, and mending it recovers."""
    preview.world.write("== vocabulary/goals.yml\nscheme: goal\nconcepts: [{id: x")
    assert preview.shows("problems/", "vocabulary/goals.yml")
    assert "Well." in preview.page("2026/public/")
    preview.world.write("== vocabulary/goals.yml\nscheme: goal\nconcepts: [{id: y, label: Why}]\n")
    preview.world.interview("2026/asks.md", "goal: y\n")
    assert preview.shows("2026/asks/", "Why")
    assert "goals.yml" not in preview.page("problems/")


@pytest.mark.parametrize(("name", "mistake"), [("breadcrumb", "{% if %}"), ("footer", "{% if %}"), ("masthead", "{{ plan.nothing.more }}")])
def test_a_saved_template_is_seen_and_a_broken_one_says_so(preview: Preview, name: str, mistake: str):
    """Whoever changes how it looks sees it at once, also the mistake, be it in what stands around every page or only while rendering."""
    preview.world.write(f"== look/journal/partials/{name}.html\n{mistake}\n").interview("2026/touch.md", body=f"Before {name}.")
    assert preview.shows("", "A template is broken")
    assert f"journal/partials/{name}.html:1: " in preview.page("")
    preview.world.write(f"== look/journal/partials/{name}.html\n<div data-md-component='header'>MENDED-{name}</div>\n")
    preview.world.interview("2026/touch.md", body=f"After {name}.")
    assert preview.shows("2026/touch/", f"MENDED-{name}")


def hostile() -> dict[str, bytes]:
    """Every bad file that the golden cases know, and a good one cut off where an editor may have stopped saving."""
    found = {}
    for name in ("reading", "body"):
        for place, case in enumerate(rows(name)):
            data = data_of(case) if name == "reading" else f"---\n{INTERVIEW}consent: quotes\n---\n{case['body']}".encode()
            found[f"{name}-{place}"] = data
    whole = f"---\n{INTERVIEW}title: “Zażółć”\nthemes: [budget, governance]\nconsent: quotes\n---\n{WHOLE}".encode()
    return found | {f"half-{end}": whole[:end] for end in range(0, len(whole), 7)}


WHOLE = """\
It began – “with a key”.

### What is the hardest part?
#workload #budget

> [!quote] Two floors up
> “I learn my budget the day the campus does.”
>
> #budget ^two-floors-up

> [!private] Off the record
> Never built.

```python
never = "closed"
```

%% not for others %%
"""


def test_nothing_that_is_saved_breaks_the_preview(preview: Preview):
    """All bad files at once, and every half of a good one: each has its page, with its text or with what is wrong, and mending recovers."""
    folder = preview.world.root / "entries" / "hostile"
    folder.mkdir()
    files = hostile()
    for name, data in files.items():
        (folder / f"{name}.md").write_bytes(data)
    preview.world.interview("2026/touch.md", body="Hostile.")
    assert preview.shows("2026/touch/", "Hostile.")
    assert len(files) > 150
    nameless = [name for name in files if "<h1" not in preview.page(f"hostile/{name}/")]
    assert not nameless
    assert "entries/hostile/half-28.md" in preview.page("problems/")
    shutil.rmtree(folder)
    preview.world.interview("2026/touch.md", body="Mended.")
    assert preview.shows("2026/touch/", "Mended.")
    assert "hostile" not in preview.page("problems/") and "Not on the shelf" in preview.page("hostile/half-28/")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only administrators make symbolic links")
def test_links_between_folders_hang_nothing(world: World):
    """MkDocs would follow two links to a folder above them for ever, in its search and in its watch."""
    world.interview("2026/a.md", body="Before.")
    for name in ("up", "again"):
        (world.root / "entries" / "2026" / name).symlink_to("..", target_is_directory=True)
    running = Preview(world)
    assert running.shows("2026/a/", "Before.")
    world.interview("2026/a.md", body="After.")
    assert running.shows("2026/a/", "After.")
    running.process.terminate()
    running.process.wait(PATIENCE)
    assert world.build().returncode == 0 and "After." in world.page("2026/a")


def test_a_port_in_use_is_told_in_a_sentence(preview: Preview, world: World):
    """Whoever starts a second preview is told how, before a page is built."""
    assert preview.shows("2026/public/", "Well.")
    result = world.interview("2026/a.md").run("mkdocs", "serve", "--dev-addr", f"127.0.0.1:{preview.port}")
    assert result.returncode != 0 and "Traceback" not in result.stderr
    assert f"the preview cannot be shown at 127.0.0.1:{preview.port} (address already in use)" in result.stderr
    assert f"mkdocs serve --dev-addr 127.0.0.1:{preview.port + 1}" in result.stderr


def test_other_machines_cannot_read_the_preview(world: World):
    """The preview holds private text, so it keeps to this machine unless told otherwise."""
    world.interview("2026/a.md")
    result = world.run("mkdocs", "serve", "--dev-addr", "0.0.0.0:0")
    assert result.returncode != 0 and "the preview shows private text" in result.stderr
