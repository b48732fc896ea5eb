"""How the person is shown, and that a hidden name stands nowhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from interview_journal.consent import Disclosed, Reader
from interview_journal.consent.hidden_name import stands_in, unmarked, words
from interview_journal.plan.site import frame_of, plan_site
from interview_journal.problem import Severity

from tests.conftest import World

FOLDER = Path(__file__).parent / "cases"
ATTRIBUTION: list[dict[str, Any]] = yaml.load((FOLDER / "attribution.yml").read_text("utf-8"), yaml.BaseLoader)
HIDDEN: list[dict[str, Any]] = yaml.load((FOLDER / "hidden-names.yml").read_text("utf-8"), yaml.BaseLoader)
ELM = "scheme: library\nconcepts:\n- {id: elm, label: Elm Library, place: Elmstead}\n"
PERSON = {"person": "Ada Oko", "job_title": "head", "library": "Elm Library", "place": "Ely"}


def name_of(case: dict[str, Any]) -> str:
    """The name of a case, as pytest prints it."""
    return str(case["name"])


def with_keys(keys: str, defaults: dict[str, str]) -> str:
    """The keys of a case, and the defaults that it does not name."""
    return "\n".join([keys, *(f"{key}: {value}" for key, value in defaults.items() if f"{key}:" not in keys)]) + "\n"


def shown(world: World, case: dict[str, Any]) -> World:
    """The world of a case of attribution."""
    world.write(f"== vocabulary/libraries.yml\n{ELM}")
    if "people" in case:
        world.write(f"== vocabulary/people.yml\n{yaml.safe_dump({'scheme': 'person', 'concepts': case['people']})}")
    return world.interview("2026/case.md", with_keys(f"consent: quotes\n{case['keys']}", PERSON), "Text.")


@pytest.mark.parametrize("case", ATTRIBUTION, ids=name_of)
def test_a_reader_sees_of_the_person_what_was_agreed_to(case: dict[str, Any], world: World):
    """Each attribution shows its row of the table, and no value or page holds the rest."""
    journal = shown(world, case).load()
    entry = next(entry for entry in journal.disclosed)
    values = {"person": list(entry.person), "job_title": entry.job_title, "library": entry.library, "place": entry.place}
    assert {key: value for key, value in values.items() if value} == case["shows"]
    plans = plan_site(journal)
    assert next(plan.title for plan in plans if plan.url == "2026/case/") == case["title"]
    assert re.findall(r"\bHid\w+", repr(entry) + repr(plans) + repr(frame_of(journal)), re.I) == []


@pytest.mark.parametrize("case", ATTRIBUTION, ids=name_of)
def test_what_is_hidden_is_the_authors_to_read(case: dict[str, Any], world: World):
    """The preview holds each hidden word of the front matter below the line."""
    entry = shown(world, case).entry("2026/case.md", Reader.AUTHOR)
    hidden = set(re.findall(r"\bHid\w+", case["keys"], re.I)) - {"hide"}
    assert {word for word in hidden if word not in repr(entry.alone)} == set()


def hidden(world: World, case: dict[str, Any]) -> World:
    """The world of a case of a hidden name."""
    for path, text in case.get("files", {}).items():
        world.write(f"== {path}\n{text}")
    keys = with_keys(case.get("keys", "").strip("\n"), {"consent": "quotes", "person": "Adaeze Okonkwo"})
    return world.interview(case.get("path", "2026/case.md"), keys.removeprefix("\n"), case.get("body", ""))


@pytest.mark.parametrize("case", HIDDEN, ids=name_of)
def test_each_place_of_a_hidden_name_is_told_at_once(case: dict[str, Any], world: World):
    """A hidden name that everybody could read is an error on its line, with what to write instead."""
    found = [problem.removeprefix("entries/") for problem in hidden(world, case).problems()]
    assert found == case.get("problems", [])


@pytest.mark.parametrize("case", [case for case in HIDDEN if "problems" in case], ids=name_of)
def test_a_hidden_name_never_comes_to_light(case: dict[str, Any], world: World):
    """While a hidden name stands in an entry, nothing of it is public, and no message repeats the name."""
    journal = hidden(world, case).load()
    path = f"entries/{case.get('path', '2026/case.md')}"
    assert not any(entry.path == path for entry in journal.disclosed)
    said = " ".join(f"{problem.text} {problem.hint}" for problem in journal.problems)
    names = re.search(r"^person: (.*)$", with_keys(case.get("keys", ""), {"person": "Adaeze Okonkwo"}), re.M)
    assert not [word for word in words(names[1]) if re.search(rf"\b{word}\b", unmarked(said)) and word not in ("will", "an")]


def test_a_public_build_does_not_print_the_path_that_holds_a_hidden_name(world: World):
    """Build logs are often public, and a path is the first thing that a message says."""
    world.interview("2026/okonkwo.md", "consent: quotes\nperson: Adaeze Okonkwo\nthemes: nonsense\nattribtion: named\n", "Okonkwo.")
    world.interview("2026/other.md", "consent: quotes\nthemes: nonsense\n", "[A link](okonkw.md)")
    journal = world.load()
    printed = [str(problem) for problem in journal.problems if problem.path in journal.wants_public]
    assert printed and "okonkwo" not in " ".join([*printed, *journal.counted()]).casefold()
    assert list(journal.counted()) == ["the name of 1 file must not be printed here, for what it holds is hidden: run `journal check`"]
    assert {problem.path for problem in journal.stopping} == {"entries/2026/okonkwo.md", "entries/2026/other.md"}
    world.interview("2026/okonkwo-2.md", "consent: quotes\nperson: Adaeze Okonkwo\n")
    assert "the names of 2 files must not be printed here" in next(world.load().counted())


def test_a_draft_with_a_hidden_name_stops_nothing(world: World):
    """A file that does not want to be public is only counted, whatever its name."""
    world.interview("2026/okonkwo.md", "consent: quotes\nstatus: draft\nperson: Adaeze Okonkwo\n")
    journal = world.load()
    assert (journal.stopping, journal.wants_public, journal.unspeakable) == ((), frozenset(), frozenset())
    assert list(journal.counted()) == ["1 private entry has errors: run `journal check`"]


def test_a_term_of_an_open_vocabulary_tells_no_hidden_name(world: World):
    """It would be a page of its own, under the name; each line that coins it is told."""
    world.write("== vocabulary/topics.yml\nscheme: topic\nkey: topic\nopen: yes\nconcepts:\n- {id: cats, label: Cats}\n")
    tags = "### Why?\n#topic/okonkwo\n\nText.\n\n> [!insight] Mine\n> Words.\n>\n> #topic/adaeze\n\n> [!private] Off\n> #topic/adaeze"
    world.interview("2026/a.md", "consent: quotes\nperson: Adaeze Okonkwo\ntopic: [cats, Adaeze Okonkwo]\n", tags)
    journal = world.load()
    wrong = "holds a name that `attribution: anonymous` hides"
    assert [(problem.line, problem.text) for problem in journal.failing] == [
        (7, f"`topic` {wrong}"),
        (9, f"the text {wrong}"),
        (14, f"the text {wrong}"),
    ]
    assert not re.search("adaeze|okonkwo", repr(plan_site(journal)), re.I)
    world.interview("2026/a.md", "consent: quotes\nperson: Adaeze Okonkwo\ntopic: Adaeze\nhide: topic\n", "Text.")
    assert world.load().failing == ()


def test_the_records_are_asked_anew_in_each_journal(world: World):
    """What a person agreed to today counts, not what an earlier reading of the vocabulary said."""
    people = "== vocabulary/people.yml\nscheme: person\nconcepts:\n- {id: ada, label: Ada Oko, attribution: %s}\n"
    world.interview("2026/a.md", "consent: quotes\nattribution: named\nperson: Ada Oko\n")
    seen = []
    for attribution in ("named", "anonymous", "named"):
        entry = world.write(people % attribution).entry("2026/a.md")
        assert isinstance(entry, Disclosed)
        seen.append(entry.person)
    assert seen == [("Ada Oko",), (), ("Ada Oko",)]


def test_words_are_compared_without_case_marks_and_punctuation():
    """A reader knows a name in any dress."""
    assert words("Ng͂ũgĩ wa-Thiong'o, ŁÓDŹ ẞ") == ("ngugi", "wa", "thiong", "o", "lodz", "ss")
    assert words("…") == ()
    assert (stands_in(("b", "c"), ("a", "b", "c")), stands_in(("c", "b"), ("a", "b", "c"))) == (True, False)


def test_a_hidden_name_is_an_error_in_a_public_entry_only_once_a_line(world: World):
    """Five mentions on one line are one thing to mend."""
    world.interview("2026/a.md", "consent: quotes\nperson: Adaeze Okonkwo\n", "Okonkwo, Adaeze Okonkwo and OKONKWO.")
    assert [problem.severity for problem in world.load().failing] == [Severity.ERROR]
