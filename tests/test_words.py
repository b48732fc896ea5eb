"""The words of the interface stand in one room, so that a journal in another language is one to translate."""

from __future__ import annotations

import ast
import pkgutil
import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from interview_journal.consent import Reader
from interview_journal.journal import load_journal
from interview_journal.mkdocs_plugin.filters import our_templates
from interview_journal.plan import preview_words, words
from interview_journal.plan.preview_words import Sentence
from interview_journal.plan.site import frame_of, plan_site
from interview_journal.value import partial_date
from jinja2 import Environment, nodes

from tests.conftest import ROOT, TODAY, World
from tests.test_templates import TEMPLATES, environment, rendered

PACKAGE = ROOT / "plugins" / "interview_journal"
FOR_READERS = [import_module(f"{words.__name__}.{found.name}") for found in pkgutil.iter_modules(words.__path__)]
FOR_READERS.sort(key=lambda module: not module.__name__.endswith(".counted"))  # what the others are made of comes first
ALL = (*FOR_READERS, preview_words)
ELSEWHERE = sorted({*(PACKAGE / "plan").glob("*.py")} - {Path(str(preview_words.__file__))})
"""The modules of the plan that hold no words."""


MESSAGES = {
    "write `a: b`, or `c`": (("write ", False), ("a: b", True), (", or ", False), ("c", True)),
    "`a`": (("a", True),),
    "a ` in “b”": (("a ` in “b”", False),),
    "": (),
}


@pytest.mark.parametrize(("message", "pieces"), MESSAGES.items())
def test_what_a_message_has_between_backticks_is_code(message: str, pieces: Sentence):
    """A page has another way to say so, and nothing of a message is lost."""
    assert preview_words.in_pieces(message) == pieces


@pytest.mark.parametrize(
    ("text", "day", "month"),
    [("2026-03-14", "14 March 2026", "March 2026"), ("2026-03", "March 2026", "March 2026"), ("2026", "2026", "2026")],
)
def test_a_date_is_told_as_exactly_as_it_is_known(text: str, day: str, month: str):
    """A month that nobody noted is not made up."""
    assert (words.when(partial_date(text)), words.month(partial_date(text)), words.when(None)) == (day, month, "")


class Seen(HTMLParser):
    """All that a reader may see or hear of a page: its text, and the attributes that are read aloud, shown, copied or found."""

    ATTRIBUTES = frozenset({"aria-label", "title", "alt", "placeholder", "data-clipboard-text", "label"})
    DESCRIBED = frozenset({"description", "og:title", "og:description", "og:site_name", "og:image:alt"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is seen of the element."""
        held = dict(attrs)
        self.texts += [str(value) for name, value in attrs if name in self.ATTRIBUTES]
        if tag == "meta" and {held.get("name"), held.get("property")} & self.DESCRIBED:
            self.texts.append(str(held["content"]))


@pytest.mark.parametrize("name", [*our_templates([str(TEMPLATES)]), "404.html"])
def test_no_template_has_a_word_of_its_own(name: str):
    """Between tags and in what is read aloud stand marks, numbers, and what the plan or the words say."""
    env, source = Environment(), (TEMPLATES / name).read_text("utf-8")
    page = "".join(text if kind == "data" else " \0" if kind == "variable_begin" else "" for _, kind, text in env.lex(source))
    texts = (re.sub(r'(lang=" \0"|dir="rtl")', "", text) for text in Seen(page).texts)  # a macro makes these attributes
    assert [text.strip() for text in texts if re.search(r"[^\W\d_]", text)] == []
    said = {const.value for output in env.parse(source).find_all(nodes.Output) for const in output.find_all(nodes.Const)}
    assert {text for text in said if isinstance(text, str) and re.search(r"[^\W\d_]", text) and "/" not in text} == set()


def constants(tree: ast.AST) -> Iterator[ast.Constant]:
    """The texts of a module, but docstrings."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    yield from (
        node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    )


@pytest.mark.parametrize("path", ELSEWHERE, ids=lambda path: path.stem)
def test_no_other_module_of_the_plan_holds_a_phrase(path: Path):
    """What has a space beside a word, or begins like a sentence, is for a reader; what else a reader could see, the next test finds."""
    phrase = re.compile(r"[^\W\d_]{2} | [^\W\d_]{2}|^[A-Z][a-z]")
    assert [node.value for node in constants(ast.parse(path.read_text("utf-8"))) if phrase.search(str(node.value))] == []


GREEK = str.maketrans(string.ascii_letters, "αβψδεφγηιξκλμνοπχρστθωςϕυζΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΧΡΣΤΘΩϴΦΥΖ")


class Translated(ast.NodeTransformer):
    """A module whose texts are in another script; the keys of its tables stay, since they are no words."""

    def visit_Expr(self, node: ast.Expr) -> ast.Expr:
        """Leave docstrings."""
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.Dict:
        """Translate the values alone."""
        node.values = [self.visit(value) for value in node.values]
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        """Translate a text."""
        return ast.copy_location(ast.Constant(node.value.translate(GREEK)), node) if isinstance(node.value, str) else node


def translate(modules: Iterable[ModuleType], monkeypatch: pytest.MonkeyPatch) -> None:
    """Put every word of these modules into another script, until the test ends."""
    for module in modules:
        path = Path(str(module.__file__))
        translated: dict[str, object] = {"__name__": module.__name__}
        exec(compile(ast.fix_missing_locations(Translated().visit(ast.parse(path.read_text("utf-8")))), str(path), "exec"), translated)
        for name, value in translated.items():
            if not name.startswith("__"):
                monkeypatch.setattr(module, name, value)
                if module in FOR_READERS:
                    monkeypatch.setattr(words, name, value)


JOURNAL = """\
== vocabulary/library-types.yml
one: Τύπος
many: Τύποι
title: Τύπος
concepts:
- {id: a, label: Πόλη, mark: ΑΑ}
- {id: b, label: Χωριό, mark: ΒΒ, broader: [a]}
== vocabulary/roles.yml
one: Ρόλος
many: Ρόλοι
title: Ρόλος
concepts:
- {id: a, label: Αρχή, mark: ΓΓ}
- {id: b, label: Τέλος, mark: ΔΔ, note: Σημείωση}
- {id: c, label: Κενό, mark: ΗΗ, was: [old]}
== vocabulary/themes.yml
one: Θέμα
many: Θέματα
title: Θέμα
concepts:
- {id: a, label: Χρήμα, mark: ΕΕ, alt: [Κόστος], intro: Σκέψη}
- {id: b, label: Χρόνος, mark: ΖΖ, broader: [a], related: [a], was: [time]}
== vocabulary/passage-kinds.yml
one: Είδος
many: Είδη
concepts:
- {id: quote, label: Λόγος, words: theirs, form: open}
- {id: insight, label: Γνώση, words: mine}
== vocabulary/questions.yml
one: Ερώτηση
many: Ερωτήσεις
concepts:
- {id: why, label: Γιατί;, alt: ["Γιατί?"]}
== vocabulary/goals.yml
many: Στόχοι
concepts:
- {id: g, label: Μάθηση, wants_library_type: [a, b], wants_role: [c]}
== vocabulary/people.yml
many: Πρόσωπα
== vocabulary/libraries.yml
many: Βιβλιοθήκες
concepts:
- {id: z, label: Κέντρο}
- {id: y, label: Κλάδος, part_of: z}
== entries/index.md
Καλώς.
== entries/about.md
---
genre: page
title: Περί
status: published
---
== entries/2026/n1.md
---
date: 2026-03-14
library_type: b
role: [a, b]
themes: b
person: [Άννα Βου, Λία Κάππα]
job_title: αρχή
library: Κλάδος
place: Πόλη
format: video
minutes: 34
goal: Μάθηση
goal_met: partly
takeaway: Ένα.
pin: yes
consent: quotes
attribution: named
review: approved
was: 2025/n1.md
related: n2.md
---
Λόγος.

### Γιατί?
#a #b

Διότι.

> [!quote] Όνομα
> Λόγος.

> [!insight]
> Γνώση.
>
> #role/b
== entries/2026/n4.md
---
date: 2026
library_type: a
role: a
themes: a
consent: paraphrase
attribution: named
library: Κλάδος
---
### Γιατί?

Διότι.
== entries/2026/n3.md
---
genre: reflection
date: 2026-05
title: Σκέψη
status: published
themes: [a, b]
---
"""


def test_a_journal_in_another_language_is_one_room(world: World, monkeypatch: pytest.MonkeyPatch):
    """Where the words and the author's own texts are in another script, no page has a word that is not."""
    world.write(JOURNAL)
    for number, consent in enumerate(("summary", "paraphrase", "quotes", "quotes\nwithdrawn: yes", *["quotes"] * 24), 5):
        world.write(
            f"== entries/2025/n{number}.md\n---\ndate: 2025-01\nlibrary_type: a\nrole: a\nconsent: {consent}\n---\n> [!insight] Ένα\n> Δύο.\n"
        )
    world.write(
        "== entries/2026/n2.md\n---\ndate: 2026\nlibrary_type: b\nrole: b\nconsent: quotes\nattribution: title-only\njob_title: αρχή\nhide: date\n---\n"
    )
    translate(ALL, monkeypatch)
    told = {"name": "Ημερολόγιο", "mail": "a@b.c", "closing_question": "Εσύ;", "author": "Μάρα Βου", "description": "Περί"}
    journal = load_journal(replace(world.settings(), **told), Reader.PUBLIC, TODAY)  # type: ignore[arg-type]
    assert not journal.stopping
    env, frame = environment(), frame_of(journal)
    ours = re.compile(r"(?!(?:[IVX]+|REFL)\b)\b[A-Za-z]{2,}")
    pages = {page.url: [text for text in Seen(rendered(env, page, frame)).texts if ours.search(text)] for page in plan_site(journal)}
    assert {url: texts for url, texts in pages.items() if texts} == {} and len(pages) > 50
    assert any("Ψονωερσατιον" in text for text in Seen(rendered(env, plan_site(journal)[0], frame)).texts)


def uses(name: str, module: ModuleType) -> bool:
    """Whether a template or a module says this word."""
    spoken = f"{'words' if module in FOR_READERS else 'preview_words'}.{name}"
    files = [*PACKAGE.rglob("*.py"), *TEMPLATES.rglob("*.html")]
    if any(re.search(rf"(?<![\w.]){re.escape(spoken)}\b", path.read_text("utf-8")) for path in files):
        return True
    trees = [ast.parse(Path(str(other.__file__)).read_text("utf-8")) for other in ALL]
    return any(
        isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load) for tree in trees for node in ast.walk(tree)
    )


def named(module: ModuleType) -> Iterator[str]:
    """What a module of words defines."""
    for node in ast.parse(Path(str(module.__file__)).read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name))


def test_no_word_has_the_name_of_another():
    """All files of the room are one list of names: of two that are alike the later would silently be said for both."""
    names = [name for module in FOR_READERS for name in named(module)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("module", ALL, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_word_is_said_somewhere(module: ModuleType):
    """Whoever translates the room translates nothing in vain."""
    assert [name for name in named(module) if not uses(name, module)] == []
