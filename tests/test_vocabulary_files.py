"""The author's vocabularies, case by case, and those that come with the package."""

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from interview_journal import resources
from interview_journal.problem import Severity
from interview_journal.vocabulary import read_vocabularies
from interview_journal.vocabulary.check import CLOSED, REFERENCES

from tests.golden import cases, every, linear_work, vocabularies, vocabularies_of

GITHUB = "note tip important warning caution"
OBSIDIAN = (
    "note abstract summary tldr info todo tip hint important success check done question help faq warning caution attention "
    "failure fail missing danger error bug example quote cite"
)


@cases("vocabulary")
def test_a_vocabulary_is_read_as_its_rules_say(case: dict[str, Any], tmp_path: Path):
    """Files and what comes of them stand side by side in cases/vocabulary.yml."""
    values, problems = vocabularies_of(case, tmp_path)
    assert values == case.get("values", {})
    assert problems == case.get("problems", [])


def test_the_packaged_vocabularies_are_without_fault():
    """A journal without vocabularies of its own has nothing to mend."""
    assert read_vocabularies(Path("nowhere"), resources.vocabularies())[1] == ()


def test_the_packaged_vocabularies_are_without_fault_even_as_the_authors_own(tmp_path: Path):
    """Whoever copies them to correct them starts without a problem, references told like anybody's."""
    for file in resources.vocabularies().glob("*.yml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    found, problems = read_vocabularies(tmp_path, Path("nowhere"))
    assert problems == ()
    assert [len(vocabulary.concepts) for vocabulary in every(found)] == [len(vocabulary.concepts) for vocabulary in every(vocabularies())]


@pytest.mark.parametrize("scheme", ["library_type", "role"])
def test_the_marks_of_call_numbers_are_unique(scheme: str):
    """Two kinds of library or two roles never share the letters of a call number."""
    marks = Counter(concept.call_mark for concept in vocabularies().by_scheme[scheme].concepts)
    assert [mark for mark, times in marks.items() if times > 1] == []


@pytest.mark.parametrize("name", sorted({*GITHUB.split(), *OBSIDIAN.split()}))
def test_the_callouts_of_github_and_obsidian_are_kinds(name: str):
    """A file that already has callouts needs no rewriting."""
    kind = vocabularies().kinds.resolve(name.upper())
    assert kind and not kind.yes("private")


def test_the_kinds_that_hide_and_those_that_quote_are_those_of_the_contract():
    """Privacy rests on two words in one file; here they are."""
    kinds = vocabularies().kinds.concepts
    assert {kind.id for kind in kinds if kind.yes("private")} == {"private", "referral"}
    assert {kind.id for kind in kinds if kind.one("words") == "theirs"} == {"quote"}
    assert all(kind.one(name) for kind in kinds for name in ("words", "form"))


def test_each_concept_of_a_facet_says_what_it_means():
    """A reader finds a scope note where a label alone would mislead."""
    assert [
        concept.id
        for facet in vocabularies().facets
        for concept in facet.concepts
        if not (concept.note or facet.scheme == "role" or concept.broader)
    ] == []


def test_the_rules_name_only_schemes_that_there_are():
    """A rule about a scheme nobody has would never be tried."""
    schemes = {vocabulary.scheme for vocabulary in every(vocabularies())}
    assert {*CLOSED, *REFERENCES} <= schemes
    assert {target for rules in REFERENCES.values() for target in rules.values()} <= schemes


def test_a_file_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A journal on a broken disk says which file is meant."""
    (tmp_path / "themes.yml").write_text("", "utf-8")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == tmp_path / "themes.yml":
            raise PermissionError
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    _, problems = read_vocabularies(tmp_path, resources.vocabularies())
    assert [str(problem) for problem in problems] == [
        f"{tmp_path.name}/themes.yml:1: error: the file cannot be read; check that it is a file, that it is there and that you may open it"
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files, and links only for administrators")
@pytest.mark.parametrize("make", [os.mkfifo if hasattr(os, "mkfifo") else None, lambda path: path.symlink_to(path.with_name("gone.yml"))])
def test_a_pipe_or_a_link_to_nothing_is_no_vocabulary(tmp_path: Path, make: Callable[[Path], None]):
    """What cannot be read keeps nobody waiting, nor is it taken for a file that was never there."""
    make(tmp_path / "themes.yml")
    _, problems = read_vocabularies(tmp_path, resources.vocabularies())
    assert [problem.text for problem in problems] == ["the file cannot be read"]


def test_a_vocabulary_may_be_a_link(tmp_path: Path):
    """Two journals may share their words: a vocabulary is read as YAML and nothing of it is copied."""
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "shared.yml").write_text("concepts:\n- {id: a, label: A}\n", "utf-8")
    try:
        (tmp_path / "vocabulary" / "themes.yml").symlink_to(tmp_path / "shared.yml")
    except OSError:
        pytest.skip("this system makes no links")
    found, problems = read_vocabularies(tmp_path / "vocabulary", resources.vocabularies())
    assert (list(found.themes.by_id), problems) == (["a"], ())


HOSTILE = {
    "binary": bytes(range(256)),
    "nothing but null": b"\0" * 1000,
    "a list of lists of lists": b"concepts:\n" + b"- " * 20_000 + b"a",
    "many brackets": b"concepts: " + b"[" * 20_000,
    "brackets that close": b"concepts: " + b"[" * 20_000 + b"]" * 20_000,
    "names that grow": b"a: &a [x]\n"
    + b"".join(b"%c: &%c [%s]\n" % (letter, letter, b",".join([b"*%c" % (letter - 1)] * 9)) for letter in range(98, 122)),
    "a brace at the very end": b"concepts:\n- {id: x,",
    "objects": b"concepts: !!python/object/apply:os.system ['echo']",
    "a merge": b"concepts:\n- &x {id: a, label: A}\n- {<<: *x, id: b}\n",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_no_vocabulary_is_a_crash(tmp_path: Path, data: bytes):
    """Whatever lies in the place of a vocabulary is a problem with a line, within a second."""
    (tmp_path / "themes.yml").write_bytes(data)
    with linear_work():
        _, problems = read_vocabularies(tmp_path, resources.vocabularies())
    assert problems and all(problem.severity is Severity.ERROR and problem.line for problem in problems)


def test_a_vocabulary_of_twenty_thousand_concepts_is_read(tmp_path: Path):
    """A whole subject thesaurus is a vocabulary too."""
    rows = "".join(f"- {{id: a{n}, label: A {n}, broader: [a{n // 10}]}}\n" for n in range(1, 20_000))
    (tmp_path / "themes.yml").write_text(f"concepts:\n- {{id: a0, label: Top}}\n{rows}", "utf-8")
    with linear_work():
        found, problems = read_vocabularies(tmp_path, resources.vocabularies())
    assert (problems, len(found.themes.ancestors)) == ((), 20_000)


def test_a_chain_of_a_thousand_broader_concepts_is_no_crash(tmp_path: Path):
    """However deep the tree, nothing counts on the machine's stack."""
    rows = "".join(f"- {{id: a{n}, label: A{n}, broader: [a{n + 1}]}}\n" for n in range(1_500))
    (tmp_path / "themes.yml").write_text(f"concepts:\n{rows}- {{id: a1500, label: A1500}}\n", "utf-8")
    with linear_work():
        found, problems = read_vocabularies(tmp_path, resources.vocabularies())
    assert problems == () and len(found.themes.ancestors["a0"]) == 1_500
