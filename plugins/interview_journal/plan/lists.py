"""Home, the archive by year, and what stands where nothing is; in the preview the page of problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from interview_journal.catalogue import QUESTION, is_conversation
from interview_journal.consent import Disclosed
from interview_journal.plan import preview_words, words
from interview_journal.plan.coverage import COVERAGE
from interview_journal.plan.entry_page import parts_of, problem_lines
from interview_journal.plan.leaves import page_links
from interview_journal.plan.page import PlannedPage, View
from interview_journal.plan.parts import Shelf
from interview_journal.plan.pieces import Link, Part, ProblemLine, Prose, Row, Ways
from interview_journal.plan.shelf_list import ShelfList, shelf_list
from interview_journal.problem import Problem, Severity
from interview_journal.vocabulary import Vocabulary

ON_A_PAGE = 20
NEWEST = 10
LARGEST = 5


@dataclass(frozen=True)
class HomeView(View):
    """The first page: her own words, pinned and newest conversations, ways in."""

    name: str
    words: str
    """Her own words, as HTML; the first paragraph is the largest text of the page."""
    parts: tuple[Part, ...]
    """What follows from the first question or passage on."""
    sentence: str
    """One line of counts."""
    gaps: Link | None
    """The way to whom she has not asked yet."""
    shelf_list: ShelfList | None
    pinned: tuple[Row, ...]
    newest: tuple[Row, ...]
    older: Link | None
    ways: tuple[Ways, ...]
    empty: str
    """What an empty journal says; empty where there is something to read."""


@dataclass(frozen=True)
class ArchiveView(View):
    """One page, of at most twenty conversations, of a year."""

    title: str
    sentence: str
    years: tuple[Link, ...]
    rows: tuple[Row, ...]
    pages: tuple[Link, ...]
    """The pages of this year; empty where there is one only."""


@dataclass(frozen=True)
class NotFoundView(View):
    """What stands under an address that holds nothing."""

    ways: tuple[Link, ...]
    newest: Link


@dataclass(frozen=True)
class ProblemsView(View):
    """Preview only: all that is wrong, file by file, and what stays private and why."""

    sentence: str
    files: tuple[tuple[Link, tuple[ProblemLine, ...]], ...]
    private: tuple[tuple[Link, str], ...]
    """File and reason."""


def home_page(shelf: Shelf) -> PlannedPage:
    """Her own words, pinned and newest conversations, ways in."""
    catalogue, name, description = shelf.catalogue, shelf.settings.name, shelf.settings.description
    pinned = [entry for entry in catalogue.entries if entry.pin]
    home = catalogue.home
    parts = tuple(parts_of(home, shelf)) if home else ()
    first = tuple(takewhile(lambda part: isinstance(part, Prose), parts))
    older = Link(words.OLDER, shelf.archive_url) if len(catalogue.entries) > NEWEST else None
    view = HomeView(
        name,
        "\n".join(part.html for part in first if isinstance(part, Prose)),
        parts[len(first) :],
        sentence(shelf),
        Link(words.NOT_ASKED_YET, shelf.addresses.page(COVERAGE)) if catalogue.conversations else None,
        shelf_list(shelf),
        tuple(map(shelf.row, pinned)),
        tuple(map(shelf.row, catalogue.entries[:NEWEST])),
        older,
        tuple(way for facet in (*shelf.vocabularies.facets, shelf.vocabularies.questions) if (way := ways(facet, shelf)).links),
        empty(shelf),
    )
    return PlannedPage(
        shelf.addresses.page(""), "journal/home.html", name, description or view.sentence, "", view, shelf.changed(catalogue.entries)
    )


def empty(shelf: Shelf) -> str:
    """What is said of a shelf on which a reader finds nothing."""
    entries = shelf.catalogue.entries
    if not entries:
        return preview_words.BEGIN if shelf.preview else words.EMPTY
    return preview_words.YOURS_ALONE if all(entry.reasons for entry in entries) else ""


def sentence(shelf: Shelf) -> str:
    """The line of counts; of kinds of library and roles, as far as they are shown."""
    conversations = shelf.catalogue.conversations
    if not conversations:
        return ""
    kinds, roles = (len({id for entry in conversations for id in entry.facets.get(scheme, ())}) for scheme in ("library_type", "role"))
    first = next((entry.date for entry in reversed(conversations) if entry.date), None)
    return words.shelf(len(conversations), kinds, roles, first)


def ways(facet: Vocabulary, shelf: Shelf) -> Ways:
    """The largest concepts of a facet: of a tree its top ones, with all below them; of the themes those with most passages.

    Of the questions they are those that most have answered.
    """
    if facet.scheme == QUESTION:
        sizes = {id: len(names) for id, names in shelf.catalogue.answered.items() if shelf.in_use(facet, facet.by_id[id])}
    elif facet.scheme == "theme":
        sizes = {concept.id: len(shelf.catalogue.passages_of.get((facet.scheme, concept.id), ())) for concept in facet.concepts}
    else:
        sizes = {id: len(shelf.catalogue.in_all.get((facet.scheme, id), ())) for id in facet.narrower.get("", ())}
    largest = [id for id in sorted(sizes, key=lambda id: -sizes[id]) if sizes[id]][:LARGEST]
    links = tuple(shelf.concept_link(facet, facet.by_id[id], words.printed(sizes[id])) for id in largest)
    return Ways(words.by(facet.one), shelf.addresses.page(facet.name), links, facet.scheme == "theme")


def archive_pages(year: str, entries: tuple[Disclosed, ...], shelf: Shelf) -> Iterator[PlannedPage]:
    """The pages of a year; what has no date stands under "undated"."""
    name = year or "undated"
    years = tuple(
        Link(other or words.UNDATED, shelf.addresses.page(other or "undated"), words.printed(len(found)), current=other == year)
        for other, found in shelf.catalogue.years.items()
    )
    starts = range(0, len(entries), ON_A_PAGE)
    urls = [shelf.addresses.page(name if start == 0 else f"{name}/{start // ON_A_PAGE + 1}") for start in starts]
    title, number = year or words.UNDATED, words.conversations(len(entries), all_are=all(map(is_conversation, entries)))
    for place, start in enumerate(starts):
        view = ArchiveView(
            title,
            f"{words.of_pages(number, place + 1, len(urls))}.",
            years,
            tuple(map(shelf.row, entries[start : start + ON_A_PAGE])),
            page_links(urls, place),
        )
        called = words.of_pages(title, place + 1, len(urls))
        yield PlannedPage(urls[place], "journal/archive.html", called, view.sentence, shelf.archive_url, view, shelf.changed(entries))


def not_found_page(shelf: Shelf, url: str = "") -> PlannedPage:
    """What stands under every address that holds nothing; with `url` under that of a withdrawn entry, of which it says no more."""
    ways = tuple(Link(words.lowered(facet.one), shelf.addresses.page(facet.name)) for facet in shelf.vocabularies.facets)
    newest = Link(words.NEWEST_CONVERSATIONS if shelf.catalogue.years else words.FIRST_PAGE, shelf.archive_url)
    template = "journal/not_found.html" if url else "404.html"
    return PlannedPage(url or "404.html", template, words.NOT_FOUND, "", "", NotFoundView(ways, newest), listed=False)


def problems_page(
    problems: tuple[Problem, ...], private: list[tuple[str, str]], pages: Mapping[str, PlannedPage], shelf: Shelf
) -> PlannedPage:
    """Preview only: all that is wrong, and all that is private; `pages` are those of the files."""
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.path, []).append(problem)
    linked = {path: Link(path, pages[path].url if path in pages else None) for path in [*files, *(path for path, _ in private)]}
    view = ProblemsView(
        counted(problems, len(files)),
        tuple((linked[path], problem_lines(found)) for path, found in files.items()),
        tuple((linked[path], reason) for path, reason in private),
    )
    return PlannedPage(shelf.addresses.page("problems"), "journal/problems.html", preview_words.PROBLEMS, "", "", view, listed=False)


def counted(problems: tuple[Problem, ...], files: int) -> str:
    """How many problems there are of each severity; advice alone is nothing wrong."""
    numbers = Counter(problem.severity for problem in problems)
    found = [words.count(numbers[severity], severity.word) for severity in Severity if numbers[severity]]
    fine = [preview_words.NOTHING_WRONG] if numbers.total() == numbers[Severity.NOTE] else []
    return " ".join([*fine, *([preview_words.found(found, files)] if found else [])])
