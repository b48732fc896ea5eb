"""Golden cases: what is read and what comes of it stand together in `cases/*.yml`, one truth a case."""

from __future__ import annotations

import datetime as dt
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, settings
from interview_journal import resources
from interview_journal.body import Block, Definition, Passage, Prose, Question, Transclusion, cut
from interview_journal.entry import Reading, read_entry
from interview_journal.source import Unreadable, read_source
from interview_journal.value import LogLine, PartialDate
from interview_journal.vocabulary import Vocabularies, Vocabulary, read_vocabularies

CASES = Path(__file__).parent / "cases"
FRONT = "---\ndate: 2026-03-14\nlibrary_type: university\nrole: director\n"

MODEST = settings(max_examples=150, derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
"""What every property is tried with: few examples, the same each time, and no clock."""


@contextmanager
def linear_work() -> Iterator[None]:
    """A minute for what takes a second, so that work which grows with the square of a megabyte fails instead of going on for days.

    Windows has no alarm; there such work is only slow.
    """
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def give_up(*_: object) -> None:
        raise AssertionError("the work grows faster than the text")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(60)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def rows(name: str) -> list[dict[str, Any]]:
    """The cases of a file; libyaml reads them ten times as fast, where it is."""
    found: list[dict[str, Any]] = yaml.load((CASES / f"{name}.yml").read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return found


def cases(name: str) -> pytest.MarkDecorator:
    """The cases of a file as parameters of a test, each named by the truth it defends."""
    return pytest.mark.parametrize("case", [pytest.param(row, id=row["truth"]) for row in rows(name)])


@cache
def vocabularies(folder: Path = Path("nowhere")) -> Vocabularies:
    """The packaged vocabularies, where the folder has none of its own."""
    return read_vocabularies(folder, resources.vocabularies())[0]


def every(found: Vocabularies) -> tuple[Vocabulary, ...]:
    """Each vocabulary of a journal."""
    return (*found.facets, found.kinds, found.questions, found.goals, found.people, found.libraries)


def data_of(case: dict[str, Any]) -> bytes:
    """The file of a case: whole, or the keys of an interview after the three that each needs (so they begin on line 5)."""
    text = case["file"] if "file" in case else f"{FRONT}{case.get('keys', '')}---\n{case.get('body', '')}"
    return str(text).encode(case.get("encoding", "utf-8"))


def reading_of(case: dict[str, Any]) -> Reading:
    """The file of a case as it is read."""
    path, home = case.get("path", "entries/a.md"), case.get("home", False)
    try:
        return read_entry(read_source(path, data_of(case), home=home), vocabularies(), home=home)
    except Unreadable as error:
        return Reading(path, None, (error.problem,))


def body_of(case: dict[str, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    """The blocks of a case's body, described, and its problems as printed."""
    blocks, problems = cut(case["body"], 1, "a.md", vocabularies())
    return [described(block) for block in blocks], [str(problem) for problem in sorted(set(problems))]


def shown(value: Any) -> Any:
    """A value as a case states it."""
    if isinstance(value, tuple):
        return [shown(one) for one in value]
    if isinstance(value, LogLine):
        return f"{value.day}|{value.verb}|{value.remark}"
    return value.text if isinstance(value, PartialDate) else value.isoformat() if isinstance(value, dt.date) else value


def described(block: Block) -> dict[str, Any]:
    """What a block holds, without what is empty; `own` only where it is not the text."""
    found: dict[str, Any]
    if isinstance(block, Question):
        found = {"question": block.text, "level": block.level, "anchor": block.anchor, "bank": block.concept}
    elif isinstance(block, Passage):
        found = {"passage": block.kind or "unknown", "headline": block.headline, "text": block.text, "anchor": block.anchor}
        found["defines"] = [described(one) for one in block.definitions]
    elif isinstance(block, Definition):
        found = {"definition": block.name, "text": block.text}
    elif isinstance(block, Transclusion):
        return {"transclusion": block.target} | ({"under": block.under} if block.under else {})
    else:
        assert isinstance(block, Prose)
        found = {"prose": block.text or "nothing", "heading": block.heading}
    if isinstance(block, Question | Passage):
        found["tags"] = ["/".join(tag) for tag in block.tags]
    elif block.own != block.text:
        found["own"] = block.own or "nothing"
    if isinstance(block, Passage) and block.own != block.text:
        found["own"] = block.own or "nothing"
    return {name: value for name, value in (found | {"under": block.under}).items() if value}


def vocabularies_of(case: dict[str, Any], folder: Path) -> tuple[dict[str, Any], list[str]]:
    """The vocabularies of a case's files, those values of them that it asks for, and the problems as printed."""
    for name, text in case["files"].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(str(text).encode(case.get("encoding", "utf-8")))
    found, problems = read_vocabularies(folder / "vocabulary", resources.vocabularies())
    schemes = {vocabulary.scheme: vocabulary for vocabulary in every(found)}
    values = {wanted: asked(schemes, wanted) for wanted in case.get("values", {})}
    return values, [str(problem) for problem in problems]


def asked(schemes: dict[str, Vocabulary], wanted: str) -> Any:
    """What a case asks for: "theme ids", "theme resolve money", "theme ancestors b", "theme key", "theme more b themes"."""
    scheme, what, *rest = wanted.split(" ", 2)
    vocabulary = schemes[scheme]
    if what == "ids":
        return list(vocabulary.by_id)
    if what == "resolve":
        concept = vocabulary.resolve(rest[0])
        return concept.id if concept else None
    if what in ("ancestors", "related", "narrower"):
        return sorted(getattr(vocabulary, what).get("" if rest[0] == "top" else rest[0], ()))
    if what == "more":
        id, name = rest[0].split(" ")
        return list(vocabulary.by_id[id].more.get(name, ()))
    if what == "concept":
        id, name = rest[0].split(" ")
        return shown(getattr(vocabulary.by_id[id], name))
    return getattr(vocabulary, what)
