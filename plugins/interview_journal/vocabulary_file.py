"""From the files in `vocabulary/` to Vocabularies, with all that is wrong in them.

The rules are FORMAT's, "Vocabularies"; they rest on SKOS Reference, sections 5 (labels), 8 (broader, related) and on S46, by which
broader and related must not meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from interview_journal import keys
from interview_journal.problem import Problem, Severity, listed, nearest
from interview_journal.source import NotFlat, Term, Unreadable, compose, decode, terms_of
from interview_journal.value import YES
from interview_journal.vocabulary import Concept, Vocabularies, Vocabulary, sound

FACETS = {"library-types": "library_type", "roles": "role", "themes": "theme"}
PACKAGED = {**FACETS, "passage-kinds": "kind", "questions": "question"}
RECORDS = {"goals": "goal", "people": "person", "libraries": "library"}
FILE_KEYS = ("scheme", "key", "one", "many", "title", "open", "phases", "jobs", "concepts")
CONCEPT_KEYS = ("id", "label", "alt", "note", "intro", "broader", "related", "was", "mark")
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


@dataclass(frozen=True)
class VocabularyFile:
    """A vocabulary as one file has it, before the others are known."""

    vocabulary: Vocabulary
    problems: tuple[Problem, ...]


def read_vocabularies(folder: Path, packaged: Path) -> tuple[Vocabularies, tuple[Problem, ...]]:
    """All vocabularies of a journal: its own files, the packaged ones where the first five are missing, empty ones else."""
    own = {path.stem: path for path in sorted(folder.glob("*.yml")) if path.is_file() and not path.name.startswith(".")}
    problems: list[Problem] = []
    found: dict[str, Vocabulary] = {}
    for name, scheme in {**PACKAGED, **RECORDS}.items():
        if name in own:
            file = read_vocabulary(own[name], f"{folder.name}/{own[name].name}", scheme)
        elif name in PACKAGED:
            file = read_vocabulary(packaged / f"{name}.yml", f"{name}.yml", scheme, packaged=True)
        else:
            file = VocabularyFile(Vocabulary(scheme, name, f"{folder.name}/{name}.yml", many=name.capitalize()), ())
        found[name] = file.vocabulary
        problems += file.problems
    for name, path in own.items():
        if name not in found:
            file = read_vocabulary(path, f"{folder.name}/{path.name}", "")
            found[name] = file.vocabulary
            problems += file.problems
    further = [vocabulary for name, vocabulary in found.items() if name not in PACKAGED and name not in RECORDS]
    problems += [problem for vocabulary in further for problem in check_further(vocabulary, found)]
    facets = [found[name] for name in FACETS] + [vocabulary for vocabulary in further if vocabulary.key and vocabulary.scheme]
    schemes = {vocabulary.scheme: vocabulary for vocabulary in found.values()}
    for name, vocabulary in found.items():
        found[name], wrong = with_good_references(vocabulary, schemes)
        problems += wrong
    named = {vocabulary.name: vocabulary for vocabulary in found.values()}
    return Vocabularies(
        tuple(named[facet.name] for facet in facets),
        named["passage-kinds"],
        named["questions"],
        named["goals"],
        named["people"],
        named["libraries"],
    ), tuple(sorted(set(problems)))


def read_vocabulary(file: Path, path: str, scheme: str, *, packaged: bool = False) -> VocabularyFile:
    """The vocabulary in one file; `scheme` is what its name promises, empty for the author's own facets."""
    empty = Vocabulary(scheme or file.stem, file.stem, path, packaged=packaged)
    try:
        root = compose(path, decode(path, file.read_bytes()), 1)
    except Unreadable as error:
        return VocabularyFile(empty, (error.problem,))
    except OSError:
        return VocabularyFile(empty, (Problem(path, 1, Severity.ERROR, "the file cannot be read", "check its permissions"),))
    problems: list[Problem] = []
    head: dict[str, str] = {}
    concepts: list[Concept] = []
    for key, value in root.value if root else ():
        line, name = key.start_mark.line + 1, str(key.value)
        if name == "concepts" and isinstance(value, yaml.SequenceNode):
            concepts += read_concepts(path, value, problems)
        elif name not in FILE_KEYS or name == "concepts":
            problems.append(
                Problem(
                    path,
                    line,
                    Severity.ERROR,
                    f"a vocabulary has no `{name}` of this shape",
                    f"did you mean {nearest(name, FILE_KEYS, 1)[0]}?",
                )
            )
        elif isinstance(value, yaml.ScalarNode):
            head[name] = value.value.strip()
    if scheme and head.get("scheme", scheme) != scheme:
        problems.append(Problem(path, 1, Severity.ERROR, f"this file holds the scheme `{scheme}`", f"write `scheme: {scheme}`"))
    vocabulary = Vocabulary(
        scheme or head.get("scheme", ""),
        file.stem,
        path,
        head.get("one") or file.stem,
        head.get("many") or file.stem.capitalize(),
        head.get("title", ""),
        head.get("key", ""),
        head.get("open", "").casefold() in YES,
        packaged,
        tuple(concepts),
    )
    if scheme in FACETS.values():
        vocabulary = replace(vocabulary, key="themes" if scheme == "theme" else scheme)
    problems += check(vocabulary)
    return VocabularyFile(vocabulary, tuple(problems))


def read_concepts(path: str, sequence: yaml.SequenceNode, problems: list[Problem]) -> Iterator[Concept]:
    """The concepts of a list; one without id or label is left out and told."""
    for node in sequence.value:
        line = node.start_mark.line + 1
        values: dict[str, tuple[Term, ...]] = {}
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            try:
                if key.value in values:
                    problems.append(
                        Problem(
                            path,
                            key.start_mark.line + 1,
                            Severity.ERROR,
                            f"`{key.value}` stands twice in one concept",
                            "keep one of the two",
                        )
                    )
                values[str(key.value)] = terms_of(value, 1)
            except NotFlat:
                problems.append(
                    Problem(
                        path,
                        key.start_mark.line + 1,
                        Severity.ERROR,
                        f"`{key.value}` holds more than a text or a list of texts",
                        "put a text that holds a colon in quotation marks",
                    )
                )
        texts = {name: tuple(term.text for term in terms) for name, terms in values.items()}
        id, label = (next(iter(texts.get(name, ())), "") for name in ("id", "label"))
        if not id or not label:
            problems.append(
                Problem(
                    path, line, Severity.ERROR, "a concept needs an id and a label", "write `- {id: budget, label: Budget and funding}`"
                )
            )
            continue
        intro = values.get("intro", ())
        yield Concept(
            id,
            label,
            line,
            texts.get("alt", ()),
            " ".join(texts.get("note", ())),
            "\n".join(texts.get("intro", ())),
            intro[0].line if intro else line,
            texts.get("broader", ()),
            texts.get("related", ()),
            texts.get("was", ()),
            "".join(texts.get("mark", ())),
            {name: found for name, found in texts.items() if name not in CONCEPT_KEYS},
        )


def check(vocabulary: Vocabulary) -> Iterator[Problem]:
    """What is wrong within one vocabulary."""

    def error(concept: Concept, text: str, hint: str) -> Problem:
        return Problem(vocabulary.path, concept.line, Severity.ERROR, text, hint)

    owners: dict[str, Concept] = {}
    for concept in vocabulary.concepts:
        if concept.id != concept.id.lower() or not ID.fullmatch(concept.id):
            yield error(concept, f"`{concept.id}` is no id", "use small letters, digits and hyphens: `public-branch`")
        if len(concept.mark) > 4:
            yield error(concept, f"the mark `{concept.mark}` has more than four letters", "shorten it")
        for name in concept.names:
            owner = owners.setdefault(sound(name), concept)
            living = name in concept.was and name in vocabulary.by_id
            if owner is not concept and not (vocabulary.scheme == "person" and name == concept.label):
                yield error(concept, f"“{name}” names `{owner.id}` (line {owner.line}) and `{concept.id}`", "take it from one of the two")
            elif owner is not concept:
                yield Problem(
                    vocabulary.path, concept.line, Severity.NOTE, f"two people have the label “{name}”", "name them by id in your entries"
                )
            elif living:
                yield error(concept, f"`{name}` is a former id and a living one", "take it from `was`")
        for kind, targets in (("broader", concept.broader), ("related", concept.related)):
            for target in targets:
                if target not in vocabulary.by_id and not vocabulary.packaged:
                    yield error(
                        concept,
                        f"`{kind}` of `{concept.id}` names `{target}`, which is no id here",
                        f"did you mean {listed(vocabulary.nearest(target)) or 'another'}?",
                    )
        if any(loops(vocabulary, concept, parent) for parent in concept.broader if parent in vocabulary.by_id):
            yield error(
                concept,
                f"`{concept.id}` is broader than itself, by way of {listed(concept.broader)}",
                "break the loop: take one `broader` away",
            )
        for name, choices in CLOSED.get(vocabulary.scheme, {}).items():
            if (value := concept.one(name)) and value.casefold() not in choices:
                yield error(concept, f"`{name}` of `{concept.id}` cannot be `{value}`", f"write {listed(choices)}")


def loops(vocabulary: Vocabulary, concept: Concept, parent: str) -> bool:
    """Whether the concept is its own parent's broader concept."""
    return parent == concept.id or concept.id in vocabulary.ancestors[parent]


def check_further(vocabulary: Vocabulary, all: dict[str, Vocabulary]) -> Iterator[Problem]:
    """What is wrong with a vocabulary of the author's own as a facet."""
    if not vocabulary.key or not vocabulary.scheme:
        yield Problem(
            vocabulary.path, 1, Severity.WARNING, "nothing uses this vocabulary", "give it a `scheme:` and a `key:`, or take the file away"
        )
    elif any(other.key == vocabulary.key and other is not vocabulary for other in all.values()) or vocabulary.key in keys.BY_NAME:
        yield Problem(vocabulary.path, 1, Severity.ERROR, f"the key `{vocabulary.key}` has a meaning already", "choose another `key:`")
    elif vocabulary.key != keys.normal(vocabulary.key):
        yield Problem(vocabulary.path, 1, Severity.ERROR, f"`{vocabulary.key}` is no key", f"write `key: {keys.normal(vocabulary.key)}`")
    if any(other.scheme == vocabulary.scheme and other is not vocabulary for other in all.values()):
        yield Problem(
            vocabulary.path, 1, Severity.ERROR, f"the scheme `{vocabulary.scheme}` has a file already", "choose another `scheme:`"
        )


def with_good_references(vocabulary: Vocabulary, schemes: dict[str, Vocabulary]) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary without references that lead nowhere; the packaged ones in silence, the author's told."""
    problems: list[Problem] = []
    concepts = []
    for concept in vocabulary.concepts:
        more = dict(concept.more)
        for name, scheme in REFERENCES.get(vocabulary.scheme, {}).items():
            resolved = []
            for term in concept.more.get(name, ()):
                if target := schemes[scheme].resolve(term):
                    resolved.append(target.id)
                elif not vocabulary.packaged:
                    problems.append(
                        Problem(
                            vocabulary.path,
                            concept.line,
                            Severity.ERROR,
                            f"`{name}` of `{concept.id}` names `{term}`, which {schemes[scheme].path} does not have",
                            f"did you mean {listed(schemes[scheme].nearest(term))}?"
                            if schemes[scheme].concepts
                            else "add it there, or take it away",
                        )
                    )
            if name in more:
                more[name] = tuple(resolved)
        broader = tuple(parent for parent in concept.broader if parent in vocabulary.by_id and not loops(vocabulary, concept, parent))
        related = tuple(target for target in concept.related if target in vocabulary.by_id)
        concepts.append(replace(concept, broader=broader, related=related, more=more))
    return replace(vocabulary, concepts=tuple(concepts)), problems
