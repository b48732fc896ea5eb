"""What is wrong within a vocabulary, and between vocabularies (FORMAT, "Vocabularies")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from interview_journal import keys
from interview_journal.address import folded, reserved_for
from interview_journal.problem import Problem, Severity, did_you_mean, listed
from interview_journal.vocabulary.vocabulary import A_TO_Z, BY_NUMBER, OF_THE_INDEX, Concept, Vocabulary, sound

ID = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
CLOSED = {
    "kind": {"words": ("theirs", "mine"), "form": ("open", "note", "slip", "record", "tale"), "private": ("true", "false", "yes", "no")},
    "person": {"attribution": keys.BY_NAME["attribution"].choices},
}
"""Scheme, key, and the values that may stand there."""
REFERENCES = {
    "question": {"themes": "theme", "kinds": "kind", "packs": "role"},
    "library": {"library_type": "library_type", "part_of": "library"},
    "goal": {"wants_library_type": "library_type", "wants_role": "role", "wants_themes": "theme"},
}
"""Scheme, key, and the scheme whose concepts may stand there."""
RECORDS = {"goals": "goal", "people": "person", "libraries": "library"}
"""The files whose names may be hidden, and their schemes; since build logs are often public, messages about them give the line alone."""


def named(vocabulary: Vocabulary, name: str) -> str:
    """The name at the end of a message; empty where it may be a hidden one."""
    return "" if vocabulary.scheme in RECORDS.values() else f": “{name}”"


def check(vocabulary: Vocabulary) -> Iterator[Problem]:
    """What is wrong within one vocabulary."""
    for concept in vocabulary.concepts:
        for text, hint in (*check_concept(vocabulary, concept), *check_broader(vocabulary, concept)):
            yield Problem.error(vocabulary.path, concept.line, text, hint)
    yield from check_names(vocabulary)


def check_concept(vocabulary: Vocabulary, concept: Concept) -> Iterator[tuple[str, str]]:
    """What is wrong with the concept by itself, and what to do."""
    if concept.id != concept.id.lower() or not ID.fullmatch(concept.id):
        yield f"this is no id{named(vocabulary, concept.id)}", "use small letters, digits and hyphens, as in `public-branch`"
    if concept.id in OF_THE_INDEX:
        yield f"this id belongs to the index itself{named(vocabulary, concept.id)}", "choose another id"
    for taken in sorted({*concept.was} & {BY_NUMBER, A_TO_Z}):
        yield f"this former id belongs to the index itself{named(vocabulary, taken)}", "take it from `was`"
    if concept.id in concept.was:
        yield f"this is a former id and a living one{named(vocabulary, concept.id)}", "take it from `was`"
    if len(concept.mark) > 4:
        yield "the mark of this concept has more than four letters", "shorten it"
    for name, choices in CLOSED.get(vocabulary.scheme, {}).items():
        if (value := concept.one(name)) and value.casefold() not in choices:
            is_record = vocabulary.scheme in RECORDS.values()
            yield f"the value of `{name}` is not known" if is_record else f"`{name}` cannot be `{value}`", f"write {listed(choices)}"


def check_broader(vocabulary: Vocabulary, concept: Concept) -> Iterator[tuple[str, str]]:
    """What is wrong with the concept among the others, and what to do."""
    for kind, targets in (("broader", concept.broader), ("related", concept.related)):
        for target in targets if not vocabulary.packaged else ():
            if target not in vocabulary.by_id:
                near = () if vocabulary.scheme in RECORDS.values() else vocabulary.nearest(target)
                yield (
                    f"`{kind}` names an id that this file does not have{named(vocabulary, target)}",
                    did_you_mean(near, "write an id of this file"),
                )
    if concept.id in vocabulary.ancestors[concept.id]:
        yield f"this concept is broader than itself{named(vocabulary, concept.id)}", "break the loop: take one `broader` away"


def check_names(vocabulary: Vocabulary) -> Iterator[Problem]:
    """What names two concepts."""
    owners: dict[str, Concept] = {}
    for concept in vocabulary.concepts:
        names: dict[str, str] = {}
        for name in concept.names:
            names.setdefault(sound(name), name)
        for heard, name in names.items():
            owner = owners.setdefault(heard, concept)
            if owner is concept:
                continue
            if vocabulary.scheme == "person" and name == concept.label and heard == sound(owner.label):
                severity, hint = Severity.NOTE, "name them by id in your entries"
            else:
                severity, hint = Severity.ERROR, "take it from one of the two"
            text = f"a name of this {vocabulary.one.lower()} is also one of that on line {owner.line}{named(vocabulary, name)}"
            yield Problem(vocabulary.path, concept.line, severity, text, hint)


def check_further(vocabulary: Vocabulary, all: Mapping[str, Vocabulary]) -> Iterator[Problem]:
    """What is wrong with a vocabulary of the author's own as a facet."""
    error = partial(Problem.error, vocabulary.path, 1)
    others = [other for other in all.values() if other is not vocabulary]
    if not vocabulary.key or not vocabulary.scheme:
        hint = "give it a `scheme:` and a `key:`, or take the file away"
        yield Problem.warning(vocabulary.path, 1, "nothing uses this vocabulary", hint)
    elif vocabulary.key in keys.BY_NAME or vocabulary.key in {other.key for other in others}:
        yield error(f"the key `{vocabulary.key}` has a meaning already", "choose another `key:`")
    elif vocabulary.key != keys.normal(vocabulary.key):
        yield error(f"`{vocabulary.key}` is no key", f"write `key: {keys.normal(vocabulary.key)}`")
    if taken := reserved_for(vocabulary.name):
        yield error(f"the journal itself puts {taken} at the address of a facet named like this file", "give the file another name")
    if any(folded(vocabulary.name) == folded(other.name) for other in others):
        text = "on Windows and macOS this file and another are one, for their names differ in capital letters or accents only"
        yield error(text, "give one of them another name")
    if vocabulary.scheme in {other.scheme for other in others}:
        yield error(f"the scheme `{vocabulary.scheme}` has a file already", "choose another `scheme:`")


def with_good_references(vocabulary: Vocabulary, schemes: Mapping[str, Vocabulary]) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary without references that lead nowhere; the packaged ones in silence, the author's told."""
    problems: list[Problem] = []
    concepts = []
    for concept in vocabulary.concepts:
        more = dict(concept.more)
        for name, scheme in REFERENCES.get(vocabulary.scheme, {}).items():
            if name not in more:
                continue
            resolved = {term: schemes[scheme].resolve(term) for term in more[name]}
            more[name] = tuple(target.id for target in resolved.values() if target)
            if not vocabulary.packaged:
                problems += missing_targets(vocabulary, concept, name, (term for term in resolved if not resolved[term]), schemes[scheme])
        ancestors = vocabulary.ancestors
        broader = tuple(id for id in concept.broader if id in vocabulary.by_id and concept.id not in (id, *ancestors[id]))
        related = tuple(id for id in concept.related if id in vocabulary.by_id)
        concepts.append(replace(concept, broader=broader, related=related, more=more))
    return replace(vocabulary, concepts=tuple(concepts)), problems


def missing_targets(vocabulary: Vocabulary, concept: Concept, name: str, terms: Iterable[str], other: Vocabulary) -> Iterator[Problem]:
    """An error for each term that the other vocabulary does not have."""
    for term in terms:
        near = () if other.scheme in RECORDS.values() else other.nearest(term)
        text = f"`{name}` names what {other.path} does not have{named(vocabulary, term) and named(other, term)}"
        yield Problem.error(vocabulary.path, concept.line, text, did_you_mean(near, "add it there, or take it away"))
