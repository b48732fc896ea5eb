"""The plan of the site: every page with its address, its template and all that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from interview_journal.consent import Reader
from interview_journal.journal import Journal
from interview_journal.plan import words
from interview_journal.plan.concept_page import concept_pages, index_page
from interview_journal.plan.entry_page import entry_page, faulty_page
from interview_journal.plan.lists import archive_pages, home_page, not_found_page, problems_page
from interview_journal.plan.parts import Shelf, title_of
from interview_journal.plan.views import Frame, Link, PlannedPage


def plan_site(journal: Journal) -> tuple[PlannedPage, ...]:
    """Every page; that of an address which holds nothing is the last."""
    return tuple(_plan(journal, shelf_of(journal)))


def _plan(journal: Journal, shelf: Shelf) -> Iterator[PlannedPage]:
    catalogue, settings = shelf.catalogue, journal.settings
    yield home_page(settings.name, settings.description, shelf)
    for year, entries in catalogue.years.items():
        yield from archive_pages(year, entries, shelf)
    problems = {path: reading.problems for path, reading in journal.readings.items() if journal.reader is Reader.AUTHOR}
    for entry, before, after in catalogue.neighbours():
        yield entry_page(entry, before, after, shelf, problems.get(entry.path, ()))
    for entry in catalogue.pages:
        yield entry_page(entry, None, None, shelf, problems.get(entry.path, ()))
    for facet in shelf.vocabularies.facets:
        yield index_page(facet, shelf)
        for concept in facet.concepts:
            if shelf.in_use((facet.scheme, concept.id)):
                yield from concept_pages(facet, concept, shelf)
    if journal.reader is Reader.AUTHOR:
        for path, reading in journal.readings.items():
            if reading.entry is None:
                yield faulty_page(path, reading.text, reading.problems, shelf)
        yield problems_page(journal.problems, list(journal.private()), shelf)
    yield not_found_page(shelf)


def shelf_of(journal: Journal) -> Shelf:
    """What every page is made from."""
    return Shelf(journal.catalogue, journal.vocabularies, journal.texts, journal.texts.addresses)


def frame_of(journal: Journal) -> Frame:
    """What surrounds every page."""
    settings, shelf = journal.settings, shelf_of(journal)
    facets = (Link(facet.many, shelf.addresses.page(facet.name)) for facet in journal.vocabularies.facets)
    pages = (Link(title_of(entry, journal.vocabularies), shelf.entry_url(entry)) for entry in journal.catalogue.pages)
    keeper = settings.keeper or (
        f"{settings.name} is kept by {settings.author}."
        if settings.author
        else f"{settings.name} is a journal of conversations with librarians."
    )
    problems = None
    if journal.reader is Reader.AUTHOR:
        problems = Link(words.count(len(journal.failing), "problem"), shelf.addresses.page("problems"))
    return Frame(
        settings.name,
        settings.language,
        (Link("Conversations", shelf.archive_url), *facets),
        keeper,
        tuple(pages),
        settings.noindex,
        problems,
    )
