"""What is wrong with entries beside each other: hidden names, links, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from interview_journal.address import folded, in_private_folder, reserved_for, target_of
from interview_journal.consent import Disclosed, Reader, decisions_against, disclose, reasons_against, seen_by_readers
from interview_journal.consent.hidden_name import hidden_in_sight, holds_any_name
from interview_journal.consent.reason import is_gone
from interview_journal.entry import Entry, Reading, recommended
from interview_journal.files import HOME
from interview_journal.links import (
    Known,
    Place,
    anchors_of,
    check_fragment,
    check_html,
    check_outside,
    check_target,
    check_texts,
    fragments_of,
    inner,
    line_of,
    quotations_left,
    targets_in,
)
from interview_journal.markup import Converter, Fragment, Use
from interview_journal.media import Media
from interview_journal.problem import Problem, Severity
from interview_journal.text import slug
from interview_journal.vocabulary import Vocabularies


def examine(
    readings: list[Reading], media: Media, vocabularies: Vocabularies, converter: Converter, day: date
) -> tuple[list[Reading], list[Problem]]:
    """The readings with all that only shows beside the others: hidden names, links, pictures; and what is wrong in the author's intros.

    What is wrong in an entry by itself comes first, for an entry with errors is no place that a link should lead to or a message name.
    """
    met = meetings(readings, day)
    readings = [
        with_problems(reading, (*by_itself(reading, vocabularies, converter, day), *met.get(reading.path, ()))) for reading in readings
    ]
    seen = {reading.path: seen_by_readers(reading.entry, vocabularies) for reading in readings if reading.entry}
    texts = {reading.path: texts_of(reading, seen[reading.path], day, vocabularies, converter) for reading in readings if reading.entry}
    public = {reading.path for reading in readings if not reasons_against(reading, day)}
    pages = {inner(path): Place(name_of(path), found.whole_anchors, found.seen_anchors, path in public) for path, found in texts.items()}
    used = {target for path in public for target in targets_in(inner(path), texts[path].seen.values())}
    linkable = (
        *(path for path, place in pages.items() if place.public),
        *sorted(path for path in used & media.paths if not in_private_folder(path)),
    )
    known = Known(
        {HOME: Place("", frozenset())} | pages, media.paths, media.displaced, linkable, tuple(facet.name for facet in vocabularies.facets)
    )
    linked = {
        reading.path: set(links_of(reading.entry, seen[reading.path], texts[reading.path], known, day))
        for reading in readings
        if reading.entry
    }
    for problem in heavy_pictures(readings, seen, texts, media, day):
        linked[problem.path].add(problem)
    intros = [
        problem
        for facet in vocabularies.facets
        for concept in facet.concepts
        if concept.intro
        for problem in check_fragment(
            converter.convert(concept.intro), facet.path, "", concept.intro_line, concept.intro, known, public=True
        )
    ]
    return [with_problems(reading, linked.get(reading.path, ())) for reading in readings], intros


@dataclass(frozen=True)
class EntryTexts:
    """The converted texts of an entry by line, and what can be linked to in them: for its author, and for readers."""

    whole: Mapping[int, Fragment]
    seen: Mapping[int, Fragment]
    whole_anchors: frozenset[str]
    seen_anchors: frozenset[str]


def texts_of(reading: Reading, seen: Disclosed, day: date, vocabularies: Vocabularies, converter: Converter) -> EntryTexts:
    """The texts of an entry."""
    entry = disclose(reading, Reader.AUTHOR, day, vocabularies)
    assert isinstance(entry, Disclosed)  # an author sees every entry that can be read
    whole, shown = fragments_of(entry, converter), fragments_of(seen, converter)
    return EntryTexts(whole, shown, anchors_of(entry, whole), anchors_of(seen, shown))


def by_itself(reading: Reading, vocabularies: Vocabularies, converter: Converter, day: date) -> Iterator[Problem]:
    """What is wrong with an entry whatever the others hold."""
    entry = reading.entry
    if entry is None or entry.in_private_folder:
        return
    facets = (facet.name for facet in vocabularies.facets)
    if inner(entry.path) != HOME and (taken := reserved_for(entry.name, facets)):
        yield Problem(
            entry.path,
            1,
            Severity.ERROR,
            f"the journal itself puts {taken} at the address of this file",
            "move or rename the file",
        )
    if entry.genre == "interview" and entry.consent != "none":
        seen = seen_by_readers(entry, vocabularies)
        yield from hidden_in_sight(entry, seen, vocabularies)
        if entry.consent == "paraphrase":
            yield from quotations_left(seen, fragments_of(seen, converter))
        if not reasons_against(reading, day):
            yield from recommended(entry)
    if is_gone(reading, day) and holds_any_name(entry, vocabularies):
        yield Problem(
            entry.path,
            1,
            Severity.NOTE,
            "the file's name tells whom you talked with, so nothing remains under its address",
            "nothing is to be done; another file's name would have left a page that says “Not on the shelf”",
        )


def links_of(entry: Entry, seen: Disclosed, texts: EntryTexts, known: Known, day: date) -> Iterator[Problem]:
    """What is wrong with the links and pictures of an entry: in all of it, and, where it wants to be public, in what readers see."""
    wants_public = not decisions_against(entry, day)
    sources = {block.line: block.source for block in entry.blocks}
    shown = texts.seen if wants_public else {}
    withheld = {line: fragment for line, fragment in texts.whole.items() if shown.get(line) != fragment}
    yield from check_html(entry.path, texts.whole, sources)
    yield from check_html(entry.path, shown, sources)
    yield from check_texts(entry.path, withheld, sources, known, public=False)
    yield from check_texts(entry.path, shown, sources, known, public=True)
    for key, targets in (("image", (entry.image,) if entry.image else ()), ("related", entry.related)):
        for link in targets:
            line = entry.lines.get(key, 1)
            yield from check_outside(entry.path, Use("img" if key == "image" else "a", key, link), line)
            if target := target_of(link, inner(entry.path)):
                public = wants_public and bool(getattr(seen, key))
                yield from check_target(entry.path, target, line, known, public=public)


def heavy_pictures(
    readings: Iterable[Reading], seen: Mapping[str, Disclosed], texts: Mapping[str, EntryTexts], media: Media, day: date
) -> Iterator[Problem]:
    """A note for each picture that keeps a reader waiting, where a page shows it first."""
    told: set[str] = set()
    for entry in (reading.entry for reading in readings if reading.entry and not decisions_against(reading.entry, day)):
        sources = {block.line: block.source for block in entry.blocks}
        shown = [(entry.lines.get("image", 1), seen[entry.path].image)]
        shown += [
            (line_of(use.target, sources.get(line, ""), line), use.target)
            for line, fragment in texts[entry.path].seen.items()
            for use in fragment.uses
            if use.loads
        ]
        for line, link in shown:
            target = target_of(link, inner(entry.path)) if link else None
            if target and target.path not in told and (weight := media.heavy(target.path)):
                told.add(target.path)
                text = f"this picture weighs {weight}, which keeps a reader with a phone waiting"
                yield Problem(entry.path, line, Severity.NOTE, text, "make it smaller; 1600 pixels across are enough, and below 1 MB")


def meetings(readings: Iterable[Reading], day: date) -> dict[str, list[Problem]]:
    """What is wrong with files whose paths are one on some systems, or sound alike.

    What wants to be public is never told of what does not.
    """
    found: dict[str, list[Problem]] = {}
    quiet = {reading.path: is_quiet(reading, day) for reading in readings}
    heard = cache(slug)
    spoken = {path: tuple(heard(part) for part in path.removesuffix(".md").split("/")) for path in quiet}
    alike: dict[tuple[str, ...], list[str]] = {}
    for path in quiet:
        alike.setdefault(spoken[path], []).append(path)
    for path in quiet:
        rivals = [rival for rival in alike[spoken[path]] if rival != path and (quiet[path] or not quiet[rival])]
        if any(folded(rival) == folded(path) for rival in rivals):
            text = "on Windows and macOS this file and another are one, for their paths differ in capital letters or accents only"
            found[path] = [Problem(path, 1, Severity.ERROR, text, "give one of them another name")]
        elif rivals and all(spoken[path]):
            text = f"read aloud, the address of this file is that of {rivals[0]}"
            found[path] = [Problem(path, 1, Severity.NOTE, text, "give one of them another name, if they are easily confused")]
    return found


def is_quiet(reading: Reading, day: date) -> bool:
    """Whether a file stays private by its own decision, so that a build only counts what is wrong in it."""
    if reading.entry is None:
        return in_private_folder(reading.path)
    return bool(decisions_against(reading.entry, day))


def name_of(path: str) -> str:
    """The name of the page of a file; empty for the home page."""
    return "" if inner(path) == HOME else inner(path).removesuffix(".md")


def with_problems(reading: Reading, further: Iterable[Problem]) -> Reading:
    """The reading with further problems; errors in a withdrawn entry fail nothing."""
    problems = {*reading.problems, *further}
    if reading.entry and reading.entry.withdrawn:
        problems = {replace(problem, severity=Severity.NOTE) for problem in problems}
    return replace(reading, problems=tuple(sorted(problems)))
