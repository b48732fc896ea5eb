"""The journals that are looked at, built and served, and one page of each kind in them."""

from __future__ import annotations

import functools
import random
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.conftest import World

SITE = Path(__file__).parent.parent / "site"
DRAFTS = SITE / "drafts"
"""What only the preview shows: drafts, and files with mistakes in them."""
MASS, MOST = 120, 1304
"""Conversations of the large journal, and of that of `make stress`."""


@dataclass(frozen=True)
class Kind:
    """A kind of page, and where one of it stands."""

    name: str
    journal: str
    """The fixture that serves the journal: public, preview, empty or begun."""
    url: str


Address = Callable[[Kind], str]
"""Gives the address of a kind of page."""
KINDS = (
    Kind("home", "public", ""),
    Kind("archive", "public", "2026/"),
    Kind("entry", "public", "2026/fourteen-kinds/"),
    Kind("reflection", "public", "2025/furniture/"),
    Kind("page", "public", "about/"),
    Kind("former address", "public", "2025/the-island/"),
    Kind("withdrawn", "public", "2025/withdrawn/"),
    Kind("index", "public", "themes/"),
    Kind("index by number", "public", "locales/by-number/"),
    Kind("index A to Z", "public", "locales/a-to-z/"),
    Kind("theme", "public", "themes/roof/"),
    Kind("questions", "public", "questions/"),
    Kind("question", "public", "questions/hardest/"),
    Kind("coverage", "public", "coverage/"),
    Kind("over time", "public", "coverage/over-time/"),
    Kind("not found", "public", "404.html"),
    Kind("home in the preview", "preview", ""),
    Kind("draft", "preview", "2026/draft/"),
    Kind("private parts", "preview", "2026/parts/"),
    Kind("faulty", "preview", "2026/faulty/"),
    Kind("unreadable", "preview", "2026/unreadable/"),
    Kind("problems", "preview", "problems/"),
    Kind("empty home", "empty", ""),
    Kind("empty index", "empty", "library-types/"),
)
SORTS = (
    Kind("every sort of text", "public", "2026/every-sort-of-text/"),
    Kind("long names", "public", "2026/long-names/"),
    Kind("right to left", "public", "2026/maktaba/"),
    Kind("Japanese", "public", "2026/toshokan/"),
    Kind("only the needed keys", "public", "2026/three-keys/"),
    Kind("forty themes", "public", "2026/forty-themes/"),
    Kind("one sentence", "public", "2026/one-sentence/"),
    Kind("ten thousand words", "public", "2026/ten-thousand-words/"),
    Kind("summary", "public", "2026/summary-only/"),
    Kind("family of themes", "public", "themes/weather/"),
    Kind("facet of her own", "public", "locales/rural/"),
    Kind("role", "public", "roles/reference/"),
    Kind("person", "public", "people/njoki/"),
    Kind("library", "public", "libraries/book-boat/"),
    Kind("goal", "public", "goals/parts/"),
    Kind("kind of passage", "public", "passages/quote/"),
    Kind("question of three hundred letters", "public", "questions/long/"),
    Kind("question that passages answer", "public", "questions/surprise/by-year/"),
    Kind("person of a long name", "public", "people/wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft-021f4d68/"),
    Kind("person in another script", "public", "people/salma/"),
    Kind("passages of others in the preview", "preview", "2026/quoting/"),
    Kind("empty questions", "empty", "questions/"),
    Kind("empty index in the preview", "begun", "people/"),
    Kind("empty coverage", "empty", "coverage/"),
)
"""Content of every sort on pages of these kinds."""
ALIKE = (
    Kind("people", "public", "people/"),
    Kind("libraries", "public", "libraries/"),
    Kind("question by year", "public", "questions/hardest/by-year/"),
    Kind("library of a long name", "public", "libraries/western/"),
    Kind("question in the preview", "preview", "questions/hardest/"),
    Kind("question that nobody answers", "public", "questions/withheld/"),
    Kind("role by theme", "public", "roles/director/by-theme/"),
    Kind("question by role", "public", "questions/hardest/by-role/"),
    Kind("goals", "public", "goals/"),
    Kind("passages", "public", "passages/"),
    Kind("kind of passage by library type", "public", "passages/fact/by-library-type/"),
    Kind("empty goals in the preview", "begun", "goals/"),
    Kind("empty coverage in the preview", "begun", "coverage/over-time/"),
)
"""Pages that differ from one of these in their words alone; `make stress` looks at them too."""


def kind(name: str) -> Kind:
    """The kind of page that has this name."""
    return next(kind for kind in (*KINDS, *SORTS, *ALIKE) if kind.name == name)


def every_sort(root: Path, *, drafts: bool = False) -> World:
    """The journal of `tests/site`, with its longest entry, which is made here; for the preview with what is private or wrong too."""
    world = World(root)
    shutil.copytree(SITE, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(DRAFTS.name))
    if drafts:
        shutil.copytree(DRAFTS, root, dirs_exist_ok=True)
    words = Words(1)
    answers = "\n\n".join(f"### {words.sentence().rstrip('.')}?\n#day-to-day\n\n{words.paragraphs(10)}" for _ in range(20))
    return world.interview("2026/ten-thousand-words.md", "consent: quotes\ntakeaway: Ten thousand words.\nthemes: day-to-day\n", answers)


def large(root: Path, entries: int) -> World:
    """A journal of so many conversations, each of seven hundred words in twelve passages on one theme, with one role, one kind of library, one library,
    one goal and one person who is there every time, beside another; in each the same question is answered."""
    world = World(root)
    for number in range(entries):
        words = Words(number)
        passages = (
            f"> [!{('quote', 'insight')[place % 2]}] {words.sentence().rstrip('.')}\n> {words.paragraphs(1)}\n>\n> #budget ^p{place}"
            for place in range(12)
        )
        keys = (
            f"title: Conversation {number}\ntakeaway: {words.sentence()}\nthemes: budget\nperson: [Ada Byron, Number {number}]\n"
            "library: Ashgrove\ngoal: What does it cost?\ngoal_met: partly\nconsent: quotes\nattribution: named\n"
        )
        answer = f"### What is the hardest part?\n\n{words.paragraphs(1)}\n\n## Notes\n\n"
        world.interview(f"c/{number:04}.md", keys, answer + "\n\n".join(passages))
    return world


class Words:
    """Text that nobody wrote, the same each time for the same number; its words differ as those of a text do, so that it packs no better."""

    def __init__(self, number: int) -> None:
        self.chance = random.Random(number)

    def word(self) -> str:
        """A word of one to four syllables."""
        syllables = self.chance.choices((1, 2, 3, 4), (5, 4, 2, 1))[0]
        return "".join(self.chance.choice("bdfghklmnprstvw") + self.chance.choice("aeiou") for _ in range(syllables)) + "n"

    def sentence(self) -> str:
        """A sentence of ten words."""
        return f"{' '.join(self.word() for _ in range(10)).capitalize()}."

    def paragraphs(self, count: int) -> str:
        """Paragraphs of five sentences."""
        return "\n\n".join(" ".join(self.sentence() for _ in range(5)) for _ in range(count))


@dataclass(frozen=True)
class Served:
    """A built journal and where it is served."""

    folder: Path
    url: str

    def pages(self) -> dict[str, str]:
        """The HTML of every page by its file, as `2026/a/index.html`."""
        return {path.relative_to(self.folder).as_posix(): path.read_text("utf-8") for path in sorted(self.folder.rglob("*.html"))}


def built(world: World) -> Path:
    """The folder of the journal's public site."""
    result = world.build("--strict")
    assert result.returncode == 0, result.stderr
    return world.root / "site"


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a site where its `site_url` says that it stands, below /sub/."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Below, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(folder, f"http://127.0.0.1:{server.server_port}/sub/")
        server.shutdown()


class Below(SimpleHTTPRequestHandler):
    """Serves a folder below /sub/, and says nothing."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        """The file of an address; what is not below /sub/ is nowhere."""
        return super().translate_path(path.removeprefix("/sub") if path.startswith("/sub/") else "/nowhere")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""
