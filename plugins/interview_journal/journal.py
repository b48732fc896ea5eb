"""A journal, whole: the one entrance for the plugin, the commands and the tests."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from interview_journal import resources
from interview_journal.address import Addresses, in_private_folder, target_of
from interview_journal.attribution import hidden_in_sight
from interview_journal.body import Passage, Question
from interview_journal.catalogue import Catalogue, catalogue_of
from interview_journal.consent import Disclosed, Reader, Withheld, decisions_against, disclose, reasons_against
from interview_journal.entry import Reading, read_entry, recommended
from interview_journal.files import HOME, Listing, list_files
from interview_journal.links import (
    Known,
    Place,
    Texts,
    anchors_of,
    check_fragment,
    check_target,
    check_texts,
    fragments_of,
    inner,
    quotations_left,
)
from interview_journal.markup import Converter, refused
from interview_journal.problem import Problem, Severity
from interview_journal.settings import Settings
from interview_journal.source import Unreadable, read_source
from interview_journal.vocabulary import Concept, Vocabularies
from interview_journal.vocabulary_file import read_vocabularies

RESERVED = frozenset({"problems", "404", "assets", "search"})
"""First parts of addresses that are not an entry's to take, beside the facets' and the years'."""
YEAR = re.compile(r"[0-9]{4}(/[0-9]+)?|undated")


@dataclass(frozen=True)
class Journal:
    """Everything known of a journal on a day, for one reader."""

    settings: Settings
    reader: Reader
    day: date
    vocabularies: Vocabularies
    readings: Mapping[str, Reading]
    """Every entry's file by path, the home page's among them."""
    listing: Listing
    disclosed: tuple[Disclosed, ...]
    withheld: tuple[Withheld, ...]
    catalogue: Catalogue
    texts: Texts
    problems: tuple[Problem, ...]
    """Of all files, sorted by file and line."""

    @cached_property
    def wants_public(self) -> frozenset[str]:
        """The files whose problems everybody may see: what is public, or would be but for an error, and all that is no entry."""
        entries = {path for path, reading in self.readings.items() if not self.is_quiet(reading)}
        return frozenset(entries | {problem.path for problem in self.problems if problem.path not in self.readings})

    def is_quiet(self, reading: Reading) -> bool:
        """Whether a file stays private by its own decision, so that a build only counts what is wrong in it."""
        if reading.entry is None:
            return in_private_folder(reading.path)
        return bool(decisions_against(reading.entry, self.day))

    @cached_property
    def stopping(self) -> tuple[Problem, ...]:
        """The errors that stop a public build."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR and problem.path in self.wants_public)

    @cached_property
    def failing(self) -> tuple[Problem, ...]:
        """The errors and warnings on which `journal check` and a strict build fail."""
        return tuple(problem for problem in self.problems if problem.severity is not Severity.NOTE)

    def counted(self) -> Iterator[str]:
        """One sentence for each severity that private entries have, without a name or path."""
        for severity in (Severity.ERROR, Severity.WARNING):
            files = {problem.path for problem in self.problems if problem.severity is severity and problem.path not in self.wants_public}
            if files:
                entries = "1 private entry has" if len(files) == 1 else f"{len(files)} private entries have"
                yield f"{entries} {severity.word}s: run `journal check`"

    def private(self) -> Iterator[tuple[str, str]]:
        """Each private entry's path with the reason, for the author's eyes."""
        for path, reading in sorted(self.readings.items()):
            if reasons := reasons_against(reading, self.day):
                yield path, "; ".join(f"{reason.key} {reason.text}" for reason in reasons)

    def private_counts(self) -> dict[str, int]:
        """How many entries stay private for which first reason."""
        reasons = [reasons_against(reading, self.day) for reading in self.readings.values()]
        return dict(Counter(found[0].key for found in reasons if found))


def load_journal(settings: Settings, reader: Reader, day: date) -> Journal:
    """Read, check and disclose a whole journal; never raises over an entry, a vocabulary or a picture."""
    vocabularies, problems = read_vocabularies(settings.vocabulary, resources.vocabularies())
    listing = list_files(settings)
    paths = (*([HOME] if listing.home else []), *listing.entries)
    readings = [read(settings, path, vocabularies) for path in paths]
    vocabularies = with_coined(vocabularies, readings)
    refusals = refused(settings.extensions)
    converter = Converter([name for name in settings.extensions if name not in refusals], settings.extension_configs)
    readings, found = examine(readings, listing, vocabularies, converter, day)
    shown = [disclose(reading, reader, day, vocabularies) for reading in readings]
    disclosed = tuple(entry for entry in shown if isinstance(entry, Disclosed))
    places = {inner(entry.path): place_of(entry, converter) for entry in disclosed}
    home = next((entry for entry in disclosed if inner(entry.path) == HOME), None)
    return Journal(
        settings,
        reader,
        day,
        vocabularies,
        {reading.path: reading for reading in readings},
        listing,
        disclosed,
        tuple(entry for entry in shown if isinstance(entry, Withheld)),
        catalogue_of((entry for entry in disclosed if entry is not home), vocabularies, home),
        Texts(converter, Addresses(settings.directories), {HOME: Place("", frozenset())} | places, listing.others),
        tuple(
            sorted(
                {
                    *problems,
                    *listing.problems,
                    *found,
                    *(refusal(settings, name) for name in refusals),
                    *(problem for reading in readings for problem in reading.problems),
                }
            )
        ),
    )


def read(settings: Settings, path: str, vocabularies: Vocabularies) -> Reading:
    """The file at a path from the folder of the entries."""
    shown = f"{settings.entries.name}/{path}"
    data = b""
    try:
        data = Path(settings.entries, path).read_bytes()
        source = read_source(shown, data)
    except Unreadable as error:
        return Reading(shown, None, (error.problem,), data.decode("utf-8", "replace"))
    except OSError:
        problem = Problem(shown, 1, Severity.ERROR, "the file cannot be read", "check that it is there and that you may open it")
        return Reading(shown, None, (problem,))
    return read_entry(source, vocabularies, home=path == HOME)


def with_coined(vocabularies: Vocabularies, readings: Iterable[Reading]) -> Vocabularies:
    """The vocabularies with the concepts that entries coined in those that are open."""
    coined: dict[str, dict[str, Concept]] = {facet.scheme: {} for facet in vocabularies.facets if facet.open}
    for reading in readings if coined else ():
        tags = [
            tag for block in (reading.entry.blocks if reading.entry else ()) if isinstance(block, Question | Passage) for tag in block.tags
        ]
        for scheme, concept in (
            *reading.coined,
            *((scheme, Concept(id, id.replace("-", " ").capitalize())) for scheme, id in tags if scheme in coined),
        ):
            if concept.id not in vocabularies.by_scheme[scheme].by_id:
                coined[scheme].setdefault(concept.id, concept)
    return replace(
        vocabularies,
        facets=tuple(replace(facet, concepts=(*facet.concepts, *coined.get(facet.scheme, {}).values())) for facet in vocabularies.facets),
    )


def examine(
    readings: list[Reading], listing: Listing, vocabularies: Vocabularies, converter: Converter, day: date
) -> tuple[list[Reading], list[Problem]]:
    """The readings with all that only shows beside the others: hidden names, links, pictures; and what is wrong in the author's intros."""
    whole = {
        entry.path: entry for reading in readings if isinstance(entry := disclose(reading, Reader.AUTHOR, day, vocabularies), Disclosed)
    }
    public = {
        entry.path: entry for reading in readings if isinstance(entry := disclose(reading, Reader.PUBLIC, day, vocabularies), Disclosed)
    }
    places = {inner(path): place_of(entry, converter, public.get(path)) for path, entry in whole.items()}
    known = Known({HOME: Place("", frozenset())} | places, listing.others)
    further = {
        reading.path: examined(reading, whole[reading.path], public.get(reading.path), vocabularies, converter, known, day)
        for reading in readings
        if reading.entry and reading.path in whole
    }
    intros = [
        problem
        for facet in vocabularies.facets
        for concept in facet.concepts
        if concept.intro
        for problem in check_fragment(
            converter.convert(concept.intro), facet.path, "", concept.intro_line, concept.intro, known, public=True
        )
    ]
    return [with_problems(reading, further.get(reading.path, ())) for reading in readings], intros


def examined(
    reading: Reading, whole: Disclosed, public: Disclosed | None, vocabularies: Vocabularies, converter: Converter, known: Known, day: date
) -> Iterator[Problem]:
    """What is wrong with an entry among the others."""
    entry = reading.entry
    assert entry is not None
    wants_public = not decisions_against(entry, day)
    sources = {block.line: block.source for block in entry.blocks}
    yield from check_texts(whole, fragments_of(whole, converter), sources, known, public=wants_public)
    for key, targets in (("image", (entry.image,) if entry.image else ()), ("related", entry.related)):
        for link in targets:
            if target := target_of(link, inner(entry.path)):
                yield from check_target(entry.path, target, entry.lines.get(key, 1), known, public=wants_public)
    if entry.name.partition("/")[0] in {facet.name for facet in vocabularies.facets} | RESERVED or YEAR.fullmatch(entry.name):
        yield Problem(
            entry.path, 1, Severity.ERROR, "the address of this file belongs to a page that the journal makes", "move or rename the file"
        )
    if entry.genre == "interview" and entry.consent != "none":
        yield from hidden_in_sight(entry, vocabularies)
    if public and entry.genre == "interview":
        yield from recommended(entry)
        if entry.consent == "paraphrase":
            yield from quotations_left(public, fragments_of(public, converter))


def place_of(entry: Disclosed, converter: Converter, public: Disclosed | None = None) -> Place:
    """What may be linked to in an entry; `public` is what a reader sees of it."""
    anchors = anchors_of(entry, fragments_of(entry, converter))
    seen = anchors if public == entry else anchors_of(public, fragments_of(public, converter)) if public else frozenset[str]()
    return Place("" if inner(entry.path) == HOME else entry.name, anchors, seen, public is not None)


def with_problems(reading: Reading, further: Iterable[Problem]) -> Reading:
    """The reading with further problems; errors in a withdrawn entry fail nothing."""
    problems = {*reading.problems, *further}
    if reading.entry and reading.entry.withdrawn:
        problems = {replace(problem, severity=Severity.NOTE) for problem in problems}
    return replace(reading, problems=tuple(sorted(problems)))


def refusal(settings: Settings, name: str) -> Problem:
    """The error for an extension that includes other files."""
    return Problem(
        settings.config,
        1,
        Severity.ERROR,
        f"the Markdown extension `{name}` puts other files into a page, past the rule of what may be shown",
        "take it out of `markdown_extensions`",
    )
