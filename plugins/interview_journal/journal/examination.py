"""What is wrong with entries beside each other: hidden names, links, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from interview_journal.address import Names, folded, in_private_folder, reserved_for, target_of
from interview_journal.body import Passage, Transclusion, cut
from interview_journal.body.extent import is_hidden
from interview_journal.body.line import lines_of
from interview_journal.consent import Disclosed, Reader, decisions_against, disclose, reasons_against, seen_by_readers
from interview_journal.consent.hidden_name import holds_any_name
from interview_journal.consent.in_sight import hidden_in_sight
from interview_journal.consent.reason import is_gone
from interview_journal.entry import Entry, Reading, recommended
from interview_journal.files import HOME
from interview_journal.links import Known, Place, Sight, inner, sight_of, standings, targets_in
from interview_journal.links.check import (
    check_fragment,
    check_html,
    check_outside,
    check_quotations,
    check_target,
    check_texts,
    check_transclusion,
    line_of,
)
from interview_journal.markup import Converter, Use
from interview_journal.media import Media
from interview_journal.problem import Problem, Severity
from interview_journal.text import slug
from interview_journal.vocabulary import Concept, Vocabularies, Vocabulary
from interview_journal.vocabulary.check import RECORDS


def examine(
    readings: list[Reading], media: Media, vocabularies: Vocabularies, converter: Converter, day: date, names: Names
) -> tuple[list[Reading], list[Problem]]:
    """The readings with all that only shows beside the others: hidden names, links, pictures; and what is wrong in the author's intros.

    What is wrong in an entry by itself comes first, for an entry with errors is no place that a link should lead to or a message name.
    """
    own = (problem for reading in readings for problem in by_itself(reading, vocabularies, converter, day))
    readings = with_problems(readings, (*own, *meetings(readings, day)))
    entries = {reading.path: reading.entry for reading in readings if reading.entry}
    seen = {path: sight_of(seen_by_readers(entry, vocabularies), converter) for path, entry in entries.items()}
    whole = {
        path: sight_of(seen_by_author(reading, day, vocabularies), converter) for reading in readings if (path := reading.path) in entries
    }
    public = {reading.path for reading in readings if not reasons_against(reading, day)}
    private = frozenset(kind.id for kind in vocabularies.kinds.concepts if kind.yes("private"))
    pages = {
        inner(path): Place(
            name_of(path),
            whole[path].anchors,
            seen[path].anchors,
            path in public,
            entry.withdrawn,
            standings(whole[path].entry, seen[path].entry, private),
        )
        for path, entry in entries.items()
    }
    used = {target for path in public for target in targets_in(inner(path), seen[path].fragments.values(), names)}
    linkable = (
        *(path for path, place in pages.items() if place.public),
        *sorted(path for path in used & media.paths if not in_private_folder(path)),
    )
    facets = tuple(facet.name for facet in vocabularies.facets)
    records = (vocabularies.goals, vocabularies.people, vocabularies.libraries)
    unread = frozenset(inner(reading.path) for reading in readings if reading.entry is None)
    known = Known({HOME: Place("", frozenset())} | pages, media, linkable, facets, unread, names)
    links = (problem for path, entry in entries.items() for problem in links_of(entry, seen[path], whole[path], known, day))
    heavy = heavy_pictures((entry for entry in entries.values() if not decisions_against(entry, day)), seen, media, names)
    intros = [
        problem
        for vocabulary in (*vocabularies.facets, vocabularies.kinds, vocabularies.questions, *records)
        for concept in vocabulary.concepts
        if concept.intro
        for problem in (
            *check_intro(vocabulary, concept, vocabularies),
            *check_fragment(converter.convert(concept.intro), vocabulary.path, "", concept.intro_line, concept.intro, known, public=True),
        )
    ]
    return with_problems(readings, (*links, *heavy)), intros


def check_intro(vocabulary: Vocabulary, concept: Concept, vocabularies: Vocabularies) -> Iterator[Problem]:
    """What is wrong with the author's words on a concept's page, which are shown whole: nothing is taken out as in an entry.

    Of a record's no word is quoted: it may be one of a person or a goal that no reader is told of.
    """
    blocks, problems = cut(concept.intro, concept.intro_line, vocabulary.path, vocabularies)
    if vocabulary.scheme in RECORDS.values():
        text, hint = "something in this `intro` is not what it seems to be", "look at its tags, headings and callouts"
        problems = tuple(replace(problem, text=text, hint=hint) for problem in problems)
    yield from problems
    hidden = any(isinstance(block, Passage) and is_hidden(vocabularies.kinds, block.kind) for block in blocks)
    if hidden or any(line.text != line.source.removesuffix("\n") for line in lines_of(concept.intro, 1)[0]):
        text = "an `intro` is shown whole, and this one holds a comment or a private passage"
        yield Problem.error(vocabulary.path, concept.intro_line, text, "take that out")


def seen_by_author(reading: Reading, day: date, vocabularies: Vocabularies) -> Disclosed:
    """An entry as its author sees it, who sees every one that can be read."""
    entry = disclose(reading, Reader.AUTHOR, day, vocabularies)
    assert isinstance(entry, Disclosed)
    return entry


def by_itself(reading: Reading, vocabularies: Vocabularies, converter: Converter, day: date) -> Iterator[Problem]:
    """What is wrong with an entry whatever the others hold."""
    entry = reading.entry
    if entry is None or entry.in_private_folder:
        return
    facets = (facet.name for facet in vocabularies.facets)
    if inner(entry.path) != HOME and (taken := reserved_for(entry.name, facets)):
        text = f"the journal itself puts {taken} at the address of this file"
        yield Problem.error(entry.path, 1, text, "move or rename the file")
    if entry.genre == "interview" and entry.consent != "none":
        seen = seen_by_readers(entry, vocabularies)
        yield from hidden_in_sight(entry, seen, vocabularies)
        if entry.consent == "paraphrase":
            yield from check_quotations(entry.path, sight_of(seen, converter).fragments)
        if not reasons_against(reading, day):
            yield from recommended(entry)
    if is_gone(reading, day) and holds_any_name(entry, vocabularies):
        text = "the file's name tells whom you talked with, so nothing remains under its address"
        hint = "nothing is to be done; another file's name would have left a page that says “Not on the shelf”"
        yield Problem.note(entry.path, 1, text, hint)


def links_of(entry: Entry, seen: Sight, whole: Sight, known: Known, day: date) -> Iterator[Problem]:
    """What is wrong with the links and pictures of an entry: in all of it, and, where it wants to be public, in what readers see."""
    wants_public = not decisions_against(entry, day)
    sources = {block.line: block.source for block in entry.blocks}
    shown = seen.fragments if wants_public else {}
    withheld = {line: fragment for line, fragment in whole.fragments.items() if shown.get(line) != fragment}
    yield from check_html(entry.path, whole.fragments, sources)
    yield from check_html(entry.path, shown, sources)
    yield from check_texts(entry.path, withheld, sources, known, public=False, is_note=entry.is_note)
    yield from check_texts(entry.path, shown, sources, known, public=True)
    for block in entry.blocks:
        if isinstance(block, Transclusion) and entry.genre != "interview":
            yield from check_transclusion(entry.path, block.target, block.line, known, public=wants_public)
        elif isinstance(block, Transclusion) and not entry.is_note:
            text = "passages of other entries are shown in essays and pages alone; nothing stands here"
            yield Problem.warning(entry.path, block.line, text, "take the `!` away, and a link to it stands here")
    images = [Use("img", "image", entry.image)] if entry.image else []
    for use in (*images, *(Use("a", "related", link) for link in entry.related)):
        line = entry.lines[use.name]
        yield from check_outside(entry.path, use, line)
        if target := target_of(use.target, inner(entry.path), known.names):
            public = wants_public and bool(getattr(seen.entry, use.name))
            yield from check_target(entry.path, target, line, known, public=public)


def heavy_pictures(entries: Iterable[Entry], seen: Mapping[str, Sight], media: Media, names: Names) -> Iterator[Problem]:
    """A note for each picture that keeps a reader waiting, where a page shows it first."""
    told: set[str] = set()
    for entry in entries:
        sources = {block.line: block.source for block in entry.blocks}
        shown = [(entry.lines.get("image", 1), seen[entry.path].entry.image)]
        shown += [
            (line_of(use.target, sources.get(line, ""), line), use.target)
            for line, fragment in seen[entry.path].fragments.items()
            for use in fragment.uses
            if use.loads
        ]
        for line, link in shown:
            target = target_of(link, inner(entry.path), names)
            if target and target.path not in told and (weight := media.heavy(target.path)):
                told.add(target.path)
                text = f"this picture weighs {weight}, which keeps a reader with a phone waiting"
                yield Problem.note(entry.path, line, text, "make it smaller; 1600 pixels across are enough, and below 1 MB")


def meetings(readings: Iterable[Reading], day: date) -> Iterator[Problem]:
    """What is wrong with files whose paths are one on some systems, or sound alike.

    What wants to be public is never told of what does not.
    """
    quiet = {reading.path: is_quiet(reading, day) for reading in readings}
    heard = cache(slug)
    spoken = {path: tuple(heard(part) for part in path.removesuffix(".md").split("/")) for path in quiet}
    alike: dict[tuple[bool, str | tuple[str, ...]], list[str]] = {}
    for path in quiet:
        for among_quiet in {True, quiet[path]}:
            for form in (folded(path), spoken[path]):
                alike.setdefault((among_quiet, form), []).append(path)

    def rival(path: str, form: str | tuple[str, ...]) -> str:
        return next((other for other in alike[quiet[path], form] if other != path), "")

    for path in quiet:
        if rival(path, folded(path)):
            text = "on Windows and macOS this file and another are one, for their paths differ in capital letters or accents only"
            yield Problem.error(path, 1, text, "give one of them another name")
        elif all(spoken[path]) and (other := rival(path, spoken[path])):
            text = f"read aloud, the address of this file is that of {other}"
            yield Problem.note(path, 1, text, "give one of them another name, if they are easily confused")


def is_quiet(reading: Reading, day: date) -> bool:
    """Whether a file stays private by its own decision, so that a build only counts what is wrong in it."""
    if reading.entry is None:
        return in_private_folder(reading.path)
    return bool(decisions_against(reading.entry, day))


def name_of(path: str) -> str:
    """The name of the page of a file; empty for the home page."""
    return "" if inner(path) == HOME else inner(path).removesuffix(".md")


def with_problems(readings: Iterable[Reading], problems: Iterable[Problem]) -> list[Reading]:
    """The readings, each with the further problems of its file; errors in a withdrawn entry fail nothing."""
    found: dict[str, set[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.path, set()).add(problem)

    def with_its_own(reading: Reading) -> Reading:
        of_it = {*reading.problems, *found.get(reading.path, ())}
        if reading.entry and reading.entry.withdrawn:
            of_it = {replace(problem, severity=Severity.NOTE) for problem in of_it}
        return replace(reading, problems=tuple(sorted(of_it)))

    return [with_its_own(reading) for reading in readings]
