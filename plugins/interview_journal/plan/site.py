"""The plan of the site: every page with its address, its template and all that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from interview_journal.consent import Reader
from interview_journal.files import HOME
from interview_journal.journal import Journal
from interview_journal.plan import words
from interview_journal.plan.concept_page import concept_pages, index_page
from interview_journal.plan.entry_page import entry_page, faulty_page
from interview_journal.plan.former import former_pages
from interview_journal.plan.lists import archive_pages, home_page, not_found_page, problems_page
from interview_journal.plan.parts import Shelf, title_of
from interview_journal.plan.pieces import Link
from interview_journal.plan.views import Frame, PlannedPage


def plan_site(journal: Journal) -> tuple[PlannedPage, ...]:
    """Every page, the first being home; that of an address which holds nothing is the last."""
    shelf = shelf_of(journal)
    own = tuple(pages_of_its_own(shelf))
    taken = {plan.url for plan in own} | {shelf.addresses.page("problems")}
    home = home_page(journal.settings.name, journal.settings.description, shelf)
    files = {path: plan for path, plan in pages_of_files(journal, shelf) if plan.url not in taken}
    files = {f"{journal.settings.entries_name}/{HOME}": home} | files
    if journal.reader is Reader.AUTHOR:
        own = (*own, problems_page(journal.problems, list(journal.private()), files, shelf))
    standing = (*files.values(), *own)
    return (*standing, *former_pages(journal, standing, shelf), not_found_page(shelf))


def pages_of_its_own(shelf: Shelf) -> Iterator[PlannedPage]:
    """The archive, the indexes and the pages of concepts, which no file of an author's can take the place of."""
    for year, entries in shelf.catalogue.years.items():
        yield from archive_pages(year, entries, shelf)
    for facet in shelf.vocabularies.facets:
        yield index_page(facet, shelf)
        for concept in facet.concepts:
            if shelf.in_use((facet.scheme, concept.id)):
                yield from concept_pages(facet, concept, shelf)


def pages_of_files(journal: Journal, shelf: Shelf) -> Iterator[tuple[str, PlannedPage]]:
    """The page of each entry by its file; in the preview those of files that cannot be read as entries too."""
    preview = journal.reader is Reader.AUTHOR
    problems = {path: reading.problems for path, reading in journal.readings.items() if preview}
    for entry, before, after in shelf.catalogue.neighbours():
        yield entry.path, entry_page(entry, before, after, shelf, problems.get(entry.path, ()))
    for entry in shelf.catalogue.pages:
        yield entry.path, entry_page(entry, None, None, shelf, problems.get(entry.path, ()))
    for path, reading in journal.readings.items():
        if preview and reading.entry is None:
            yield path, faulty_page(path, reading.text, reading.problems, shelf)


def shelf_of(journal: Journal) -> Shelf:
    """What every page is made from."""
    return Shelf(journal.catalogue, journal.vocabularies, journal.texts, journal.texts.addresses, journal.reader is Reader.AUTHOR)


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
        (*shelf.conversations, *facets),
        keeper,
        tuple(pages),
        settings.noindex,
        problems,
    )
