"""The house: who may import whom, and where HTML may stand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "plugins" / "interview_journal"
ORDER = str.split(
    "problem text address file_name value keys source vocabulary body front_matter entry attribution consent "
    "quotable catalogue related markup settings files media links resources journal scaffold plan mkdocs_plugin commands"
)
"""The rooms and modules in reading order: each may import only those before it."""
KNOWS = {"mkdocs": "mkdocs_plugin", "jinja2": "mkdocs_plugin", "click": "commands", "markdown": "markup", "frontmatter": "source"}
"""Each library of others, and the only room or module that may import it."""
HTML = re.compile(r"(?<!\?P)</?[a-z][a-z0-9]*(\s[^<>]*)?>")
LONGEST = 300
FILES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The room, or the module of the core, that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names = [alias.name for alias in node.names]
            yield from ([f"{node.module}.{name}" for name in names] if node.module == "interview_journal" else [node.module or ""])
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def texts(path: Path) -> Iterator[ast.Constant]:
    """The string constants of a file that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    yield from (
        node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_module_imports_only_those_above_it(path: Path):
    """Data flows one way, so nothing imports what comes after it."""
    own = room(path)
    rooms = {name.split(".")[1] for name in imports(path) if name.startswith("interview_journal.")}
    below = {name for name in rooms if own == "__init__" or ORDER.index(name) > ORDER.index(own)}
    assert not below


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_library_is_known_in_one_room(path: Path):
    """A library that may be replaced within thirty years is known in one place."""
    assert {KNOWS[name] for found in imports(path) if (name := found.split(".")[0]) in KNOWS} <= {room(path)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_makes_html(path: Path):
    """HTML stands in templates; a message may name an element in backticks."""
    assert [node.value for node in texts(path) if HTML.search(re.sub("`[^`]*`", "", str(node.value)))] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_is_long(path: Path):
    """A module that outgrows 300 lines holds two concepts."""
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def test_the_order_names_every_room():
    """A new module finds its place in the order before it finds readers."""
    assert {room(path) for path in FILES} - {"__init__"} == set(ORDER)
