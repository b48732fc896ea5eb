"""From the files in `vocabulary/` to Vocabularies, with all that is wrong in them (FORMAT, "Vocabularies")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml

from interview_journal.file_name import shown, unportable, unusable
from interview_journal.problem import Problem, nearest, shortened
from interview_journal.source import NotFlat, Term, Unreadable, compose, decode, pairs_of, terms_of
from interview_journal.value import NO, YES
from interview_journal.vocabulary.check import RECORDS, check, check_further, with_good_references
from interview_journal.vocabulary.vocabulary import Concept, Vocabularies, Vocabulary

FACETS = {"library-types": "library_type", "roles": "role", "themes": "theme"}
KEYS = {"library_type": "library_type", "role": "role", "theme": "themes"}
"""The key of front matter that each of these schemes governs."""
PACKAGED = {**FACETS, "passage-kinds": "kind", "questions": "question"}
TEXTS = ("scheme", "key", "one", "many", "title", "open")
FILE_KEYS = (*TEXTS, "phases", "jobs", "concepts")
CONCEPT_KEYS = ("id", "label", "alt", "note", "intro", "broader", "related", "was", "mark")


def read_vocabularies(folder: Path, packaged: Path) -> tuple[Vocabularies, tuple[Problem, ...]]:
    """All vocabularies of a journal: its own files, the packaged ones where the first five are missing, empty ones else."""
    problems = list(misnamed(folder))
    unread = {problem.path for problem in problems}
    files = (path for path in sorted(folder.glob("*.yml")) if not path.name.startswith("."))
    own = {path.stem: path for path in files if path.suffix == ".yml" and f"{folder.name}/{shown(path.name)}" not in unread}
    found: dict[str, Vocabulary] = {}
    for name, scheme in {**PACKAGED, **RECORDS}.items():
        path = f"{folder.name}/{name}.yml"
        vocabulary, wrong = read_vocabulary(own[name], path, scheme) if name in own else (None, [])
        problems += wrong
        found[name] = vocabulary or default_vocabulary(packaged, name, scheme, path, unreadable=name in own)
    further = {name: read_vocabulary(path, f"{folder.name}/{path.name}", "") for name, path in own.items() if name not in found}
    found |= {name: vocabulary for name, (vocabulary, _) in further.items() if vocabulary}
    for vocabulary, wrong in further.values():
        problems += wrong or (check_further(vocabulary, found) if vocabulary else ())
    facets = [*FACETS, *(name for name in further if name in found and found[name].key and found[name].scheme)]
    schemes = {vocabulary.scheme: vocabulary for vocabulary in reversed(found.values())}
    for name, vocabulary in found.items():
        found[name], wrong = with_good_references(vocabulary, schemes)
        problems += wrong
    rest = (found[name] for name in ("passage-kinds", "questions", "goals", "people", "libraries"))
    return Vocabularies(tuple(found[name] for name in facets), *rest), tuple(sorted(set(problems)))


def default_vocabulary(packaged: Path, name: str, scheme: str, path: str, *, unreadable: bool) -> Vocabulary:
    """What a journal uses without a file of its own: the packaged vocabulary, or an empty one.

    Where there is a file that cannot be read, the vocabulary is open, so that the preview does not tell her terms as errors one by one.
    """
    vocabulary = packaged_vocabulary(packaged / f"{name}.yml", scheme) if name in PACKAGED else None
    vocabulary = vocabulary or Vocabulary(scheme, name, path, many=name.capitalize())
    return replace(vocabulary, open=unreadable or vocabulary.open)


@cache
def packaged_vocabulary(file: Path, scheme: str) -> Vocabulary | None:
    """A vocabulary that ships with the package, read once: nobody edits it while a preview runs."""
    return read_vocabulary(file, file.name, scheme, packaged=True)[0]


def misnamed(folder: Path) -> Iterator[Problem]:
    """A warning for each file that looks like a vocabulary and is not read."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        name = path.stem.casefold()
        text, hint = "this file is not read", ""
        if path.suffix.casefold() not in (".yaml", ".yml") or path.name.startswith("."):
            continue
        if path.suffix != ".yml":
            hint = "let its name end in `.yml`"
        elif name in {**PACKAGED, **RECORDS} and name != path.stem:
            hint = f"call it `{name}.yml`"
        elif why := unusable(path.name) or next((why for _, why in unportable(path.stem)), ""):
            text, hint = f"this file is not read, for {why}", "choose another name"
        if hint:
            yield Problem.warning(f"{folder.name}/{shown(path.name)}", 1, text, hint)


def read_vocabulary(file: Path, path: str, scheme: str, *, packaged: bool = False) -> tuple[Vocabulary | None, list[Problem]]:
    """The vocabulary in one file, None where it cannot be read or no concept is left, and what is wrong in it by itself.

    `scheme` is what the file's name promises, empty for the author's own facets.
    """
    try:
        if file.exists() and not file.is_file():
            raise OSError  # a pipe would keep every build waiting
        root = compose(path, decode(path, file.read_bytes()), 1)
    except Unreadable as unreadable:
        return None, [unreadable.problem]
    except OSError:
        hint = "check that it is a file, that it is there and that you may open it"
        return None, [Problem.error(path, 1, "the file cannot be read", hint)]
    is_record = scheme in RECORDS.values()
    problems: list[Problem] = []
    head: dict[str, str] = {}
    concepts: list[Concept] = []

    def error(line: int, text: str, hint: str) -> None:
        problems.append(Problem.error(path, line, text, hint))

    for name, _, line, value in pairs_of(path, root, 1, problems, FILE_KEYS):
        if name not in FILE_KEYS:
            what = "such key" if is_record else f"`{shortened(name)}`"
            error(line, f"a vocabulary has no {what}", f"the nearest it may have is `{nearest(name, FILE_KEYS, 1)[0]}`")
        elif name == "concepts" and isinstance(value, yaml.SequenceNode):
            concepts += read_concepts(path, value, problems, is_record=is_record)
        elif name == "concepts" and value.value:
            error(line, "`concepts` is no list", "write each concept as `- {id: budget, label: Budget and funding}`")
        elif name in TEXTS and isinstance(value, yaml.ScalarNode):
            head[name] = value.value.strip()
        elif name in TEXTS:
            error(line, f"`{name}` holds more than a text", f"write `{name}:` and one text")
    key = KEYS.get(scheme, "")
    if scheme and head.get("scheme", scheme) != scheme:
        error(1, f"this file holds the scheme `{scheme}`", f"write `scheme: {scheme}`")
    if scheme and head.get("key", key) != key:
        what = "a key of its own" if is_record else f"the key `{head['key']}`"
        error(1, f"this file cannot have {what}", f"write `key: {key}`" if key else "take its line `key:` away")
    if head.get("open", "no").casefold() not in YES | NO:
        what = "the value of `open`" if is_record else f"`open` “{head['open']}”"
        error(1, f"{what} is neither yes nor no", "write `open: true` or `open: false`")
    vocabulary = Vocabulary(
        scheme=scheme or head.get("scheme", ""),
        name=file.stem,
        path=path,
        one=head.get("one") or (scheme or head.get("scheme") or file.stem).replace("_", " ").capitalize(),
        many=head.get("many") or file.stem.capitalize(),
        title=head.get("title", ""),
        key=key if scheme else head.get("key", ""),
        open=head.get("open", "").casefold() in YES,
        packaged=packaged,
        concepts=tuple(concepts),
    )
    return vocabulary if concepts or not problems else None, [*problems, *check(vocabulary)]


def read_concepts(path: str, sequence: yaml.SequenceNode, problems: list[Problem], *, is_record: bool) -> Iterator[Concept]:
    """The concepts of a list; one without id or label is left out and told. Of a record's own keys no message tells."""
    for node in sequence.value:
        line = node.start_mark.line + 1
        values: dict[str, tuple[Term, ...]] = {}
        for name, _, at, value in pairs_of(path, node, 1, problems, CONCEPT_KEYS):
            try:
                values[name] = terms_of(value, 1)
                if node.flow_style and not values[name] and name not in CONCEPT_KEYS:
                    text = "what stands behind a comma here is no `key: value`"
                    problems.append(Problem.error(path, at, text, "put a text that holds a comma in double quotation marks"))
            except NotFlat as error:
                what = "what stands here" if is_record and name not in CONCEPT_KEYS else f"`{shortened(name)}`"
                problems.append(Problem.error(path, at, f"{what} is neither a text nor a list of texts", error.hint))
        texts = {name: tuple(term.text for term in terms) for name, terms in values.items()}
        id, label = (next(iter(texts.get(name, ())), "") for name in ("id", "label"))
        if not id or not label:
            hint = "write `- {id: budget, label: Budget and funding}`"
            problems.append(Problem.error(path, line, "a concept needs an id and a label", hint))
            continue
        intro = values.get("intro", ())
        yield Concept(
            id=id,
            label=label,
            line=line,
            alt=texts.get("alt", ()),
            note=" ".join(texts.get("note", ())),
            intro="\n".join(texts.get("intro", ())),
            intro_line=intro[0].line if intro else line,
            broader=texts.get("broader", ()),
            related=texts.get("related", ()),
            was=texts.get("was", ()),
            mark="".join(texts.get("mark", ())),
            more={name: found for name, found in texts.items() if name not in CONCEPT_KEYS},
        )
