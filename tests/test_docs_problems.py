"""The page of problems knows every message that the program has, and no other.

Run `python -m tests.test_docs_problems` for what is missing, and what nothing says any more.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, product
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.golden import CASES

PAGE = ROOT / "docs" / "problems.md"
PACKAGE = ROOT / "plugins" / "interview_journal"
VARIES = "…"
"""What stands on the page, and in a wording of the source, for what differs from time to time."""
STOPS = "stops"
"""The severity of what commands and builds refuse."""
ROW = re.compile(
    r"^\| (?P<says>.+?) \| (?P<severity>(?:error|warning|note|stops)(?: or (?:error|warning|note))?) \| (?P<cure>.+) \|$", re.M
)
PRINTED = re.compile(r"(?:^|:)\d+: (?P<severity>error|warning|note): (?P<text>.+; .+)$", re.S)
REFUSALS = {"ClickException", "UsageError", "BadParameter", "PluginError", "Unusable"}
"""What commands and builds raise, with what is wrong and what to do in one text."""
PIECES = {"the value of `…` …"}
"""What is a beginning alone, whose ends are told by other pieces of the source."""
NO_VALUE = "NoValue"
"""What is raised with the end of a sentence about a value."""
Scope = Mapping[str, list[ast.expr]]
"""What the names of a function are bound to."""


@dataclass(frozen=True)
class Kind:
    """A row of the page: a message with `…` for what varies."""

    says: str
    severity: str

    def is_of(self, message: Message) -> bool:
        """Whether a message, or a wording in the source, is of this kind."""
        pattern = ".*".join(map(re.escape, self.says.split(VARIES)))
        same_sort = (self.severity == STOPS) == (message.severity == STOPS)
        return same_sort and any(re.fullmatch(pattern, text, re.S) for text in message.texts)


@dataclass(frozen=True)
class Message:
    """What is said, and where that was found."""

    place: str
    text: str
    severity: str = ""
    """Where it was printed, or where it stops a command."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What may be said to be wrong: of a printed problem what stands before a semicolon, any of them."""
        return tuple(accumulate(self.text.split("; "), lambda one, other: f"{one}; {other}"))


KINDS = [Kind(row["says"], row["severity"]) for row in ROW.finditer(PAGE.read_text("utf-8"))]


def strings(value: Any) -> Iterator[str]:
    """All texts in a value that was read from YAML."""
    if isinstance(value, str):
        yield value
    for one in value if isinstance(value, list) else [*value.keys(), *value.values()] if isinstance(value, dict) else ():
        yield from strings(one)


def expected() -> Iterator[tuple[str, str]]:
    """The texts in golden cases and tests, each with its file."""
    for path in sorted(CASES.glob("*.yml")):
        yield from ((path.name, text) for text in strings(yaml.safe_load(path.read_text("utf-8"))))
    for path in sorted({*Path(__file__).parent.glob("test_*.py")} - {Path(__file__), ROOT / "tests" / "test_problem.py"}):
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        yield from ((path.name, node.value) for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


def printed() -> Iterator[Message]:
    """The problems that are expected."""
    for place, text in expected():
        if match := PRINTED.search(text):
            yield Message(place, match["text"].rpartition("; ")[0], match["severity"])


def wordings(node: ast.expr, scope: Scope) -> list[str]:
    """The texts that an expression may be, as far as they stand in the source."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            found = [wordings(part.value if isinstance(part, ast.FormattedValue) else part, scope) or [VARIES] for part in parts]
            return ["".join(pieces) for pieces in product(*found)]
        case ast.IfExp(body=one, orelse=other):
            return [*wordings(one, scope), *wordings(other, scope)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [f"{one}{other}" for one in wordings(left, scope) for other in wordings(right, scope) or [VARIES]]
        case ast.Name(id=name):
            return [text for value in scope.get(name, ()) for text in wordings(value, {})]
    return []


def bound(function: ast.AST) -> Scope:
    """What the names of a function are bound to, where that is said by an assignment."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            pairs = (
                zip(target.elts, value.elts, strict=False)
                if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
                else [(target, value)]
            )
            for name, one in pairs:
                if isinstance(name, ast.Name):
                    found.setdefault(name.id, []).append(one)
    return found


def sayers(trees: Iterable[ast.AST]) -> dict[str, set[int]]:
    """The functions and classes of the source that take `text` and `hint`, and where `text` stands among what they take."""
    found: dict[str, set[int]] = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        names: list[str] = []
        if isinstance(node, ast.FunctionDef):
            names = [one.arg for one in node.args.args if one.arg != "self"]
        elif isinstance(node, ast.ClassDef):
            names = [one.target.id for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]
        if "text" in names and "hint" in names[names.index("text") :]:
            found.setdefault(node.name, set()).add(names.index("text"))  # type: ignore[attr-defined]
    return found


def refused_by(node: ast.AST, scope: Scope) -> list[str]:
    """What a piece of the source says where a command or build is not to go on."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[first, *_]) if name in REFUSALS:
            return wordings(first, scope)
    return []


def said_by(node: ast.AST, scope: Scope, places: Mapping[str, set[int]]) -> list[str]:
    """What a piece of the source says is wrong: in a call that tells of it, or in a pair of text and hint that is handed on."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name == NO_VALUE:
            return [f"{VARIES} {text}" for text in wordings(first, scope)]
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if name in places:
            told = [wordings(args[place], scope) for place in places[name] if len(args) > place + 1]
            return next((found for found in told if any(map(is_sentence, found))), [])
        case ast.Yield(value=ast.Tuple(elts=[ast.Name(), what])):
            return wordings(what, scope)
        case ast.Return(value=ast.Tuple() as pair) | ast.Yield(value=ast.Tuple() as pair):
            return pair_said_by(pair, scope)
        case ast.Tuple(elts=rows) | ast.Call(args=rows) | ast.BoolOp(values=rows):
            return [text for row in rows if isinstance(row, ast.Tuple) for text in pair_said_by(row, scope)]
    return []


def pair_said_by(pair: ast.Tuple, scope: Scope) -> list[str]:
    """What the last but one of some values says, where the last one says what to do."""
    if len(pair.elts) < 2:
        return []
    what, hint = pair.elts[-2:]
    hints = isinstance(hint, ast.Call) and isinstance(hint.func, ast.Name) and hint.func.id == "did_you_mean"
    return wordings(what, scope) if hints or any(map(is_sentence, wordings(hint, scope))) else []


def is_sentence(text: str) -> bool:
    """Whether a text has words of its own beside what varies."""
    return re.search(r"\w\W* \w", text.replace(VARIES, "")) is not None


def written() -> Iterator[Message]:
    """The wordings that stand in the source, without those that are put together from parts elsewhere."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
    places = sayers(trees.values())
    for path, tree in trees.items():
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        scopes = {id(node): scope for function in functions for scope in [bound(function)] for node in ast.walk(function)}
        for node in ast.walk(tree):
            scope, place = scopes.get(id(node), {}), f"{path.relative_to(PACKAGE).as_posix()}:{getattr(node, 'lineno', 0)}"
            yield from (Message(place, text) for text in said_by(node, scope, places) if is_sentence(text) and text not in PIECES)
            yield from (Message(place, text, STOPS) for text in refused_by(node, scope) if is_sentence(text))


MESSAGES = [*dict.fromkeys(printed()), *written()]


def kinds_of(message: Message) -> list[Kind]:
    """The rows of the page that tell of a message."""
    return [kind for kind in KINDS if kind.is_of(message)]


def undocumented() -> list[str]:
    """Each message that the page does not have, or has twice."""
    found = ((message, [kind.says for kind in kinds_of(message)]) for message in MESSAGES)
    return [f"{message.place}: {message.text!r} is {kinds or 'nowhere'} in docs/problems.md" for message, kinds in found if len(kinds) != 1]


def unsaid() -> list[str]:
    """Each row of the page that no message is of."""
    return [f"docs/problems.md: nothing says {kind.says!r}" for kind in KINDS if not any(map(kind.is_of, MESSAGES))]


def missevered() -> list[str]:
    """Each message that is printed with a severity that its row does not name; in a withdrawn entry all are notes."""
    found = ((message, kind) for message in MESSAGES if message.severity for kind in kinds_of(message))
    return [
        f"{message.place}: {message.text!r} is printed as {message.severity}, and docs/problems.md says {kind.severity}"
        for message, kind in found
        if message.severity not in (*kind.severity.split(" or "), "note")
    ]


def test_there_is_something_to_compare() -> None:
    """Rows, printed problems and wordings are found, so that the tests below test something."""
    assert (len(KINDS) > 80, len(list(printed())) > 100, len(list(written())) > 80) == (True,) * 3


@pytest.mark.parametrize("lacks", [undocumented, unsaid, missevered])
def test_the_page_of_problems_is_the_programs(lacks: Any) -> None:
    """Every message stands on the page once, with its severity, and every row is a message."""
    found = lacks()
    assert not found, "\n".join(found)


if __name__ == "__main__":
    print("\n".join([*undocumented(), *unsaid(), *missevered()]) or "The page has every message, and no other.")
