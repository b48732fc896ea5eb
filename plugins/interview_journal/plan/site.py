"""The plan of the site: every page with its address, its template and all that it shows."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from interview_journal.body import Passage, Question
from interview_journal.consent import Reader
from interview_journal.files import HOME
from interview_journal.journal import Journal
from interview_journal.links import inner
from interview_journal.plan import preview_words, words
from interview_journal.plan.concept_page import concept_pages, many
from interview_journal.plan.coverage import COVERAGE, coverage_page
from interview_journal.plan.entry_page import entry_page, faulty_page
from interview_journal.plan.feed import FEED, feed_page, has_feed
from interview_journal.plan.former import former_pages
from interview_journal.plan.index_page import index_pages
from interview_journal.plan.lists import archive_pages, home_page, not_found_page, problems_page
from interview_journal.plan.page import Frame, PlannedPage
from interview_journal.plan.parts import Shelf, folder_of, name_and_rest, title_of
from interview_journal.plan.pieces import Link
from interview_journal.plan.question_index import questions_page
from interview_journal.plan.question_page import question_pages
from interview_journal.plan.record_index import has_index, record_index_pages
from interview_journal.plan.timeline import timeline_page


def plan_site(journal: Journal) -> tuple[PlannedPage, ...]:
    """Every page, the first being home; then the feed, where there is one; what stands where nothing is comes last."""
    shelf = shelf_of(journal)
    shelf.texts.titles.update(titles(shelf))
    own = tuple(pages_of_its_own(shelf))
    taken = {plan.url for plan in own} | {shelf.addresses.page("problems")}
    home = home_page(shelf)
    files = {path: plan for path, plan in pages_of_files(journal, shelf) if plan.url not in taken}
    files = {f"{journal.settings.entries_name}/{HOME}": home} | files
    if shelf.preview:
        own = (*own, problems_page(journal.problems, list(journal.private()), files, shelf))
    standing = (*files.values(), *own)
    feed = (feed_page(shelf, journal.formers),) if has_feed(shelf) else ()
    return (*standing, *former_pages(journal, standing, shelf), *feed, not_found_page(shelf))


def pages_of_its_own(shelf: Shelf) -> Iterator[PlannedPage]:
    """The archive, the indexes and the pages of concepts, which no file of an author's can take the place of."""
    for year, entries in shelf.catalogue.years.items():
        yield from archive_pages(year, entries, shelf)
    for facet in shelf.vocabularies.facets:
        yield from index_pages(facet, shelf)
        for concept in facet.concepts:
            if shelf.in_use(facet, concept):
                yield from concept_pages(facet, concept, shelf)
    for vocabulary in (shelf.told.people, shelf.told.libraries, shelf.told.goals, shelf.told.kinds):
        yield from record_index_pages(vocabulary, shelf)
        for concept in vocabulary.concepts:
            if shelf.in_use(vocabulary, concept):
                yield from concept_pages(vocabulary, concept, shelf)
    yield questions_page(shelf)
    for question in shelf.vocabularies.questions.concepts:
        if shelf.in_use(shelf.vocabularies.questions, question):
            yield from question_pages(question, shelf)
    yield from (coverage_page(shelf), timeline_page(shelf))


def pages_of_files(journal: Journal, shelf: Shelf) -> Iterator[tuple[str, PlannedPage]]:
    """The page of each entry by its file; in the preview those of files that cannot be read as entries too."""
    problems = {path: reading.problems for path, reading in journal.readings.items() if shelf.preview}
    filed, unfiled = shelf.catalogue.neighbours(), ((page, None, None) for page in shelf.catalogue.pages)
    for entry, before, after in (*filed, *unfiled):
        yield entry.path, entry_page(entry, before, after, shelf, problems.get(entry.path, ()))
    for path, reading in journal.readings.items():
        if shelf.preview and reading.entry is None:
            yield path, faulty_page(path, reading.text, reading.problems, shelf)


def shelf_of(journal: Journal) -> Shelf:
    """What every page is made from."""
    preview = journal.reader is Reader.AUTHOR
    return Shelf(journal.catalogue, journal.vocabularies, journal.texts, journal.texts.addresses, journal.settings, journal.day, preview)


def titles(shelf: Shelf) -> Iterator[tuple[tuple[str, str], str]]:
    """What a link without words of its own is called, by path and anchor: the title above a page, a question, a passage's headline."""
    yield (HOME, ""), shelf.settings.name
    for entry in (*shelf.catalogue.entries, *shelf.catalogue.pages):
        path, (name, rest) = inner(entry.path), name_and_rest(entry, shelf.vocabularies)
        yield (path, ""), entry.title or f"{name}{rest}"
        for block in (part.block for part in entry.parts):
            if isinstance(block, Question | Passage):
                yield (path, block.anchor), block.text if isinstance(block, Question) else block.headline


def frame_of(journal: Journal) -> Frame:
    """What surrounds every page."""
    settings, shelf = journal.settings, shelf_of(journal)
    conversations = (Link(words.CONVERSATIONS, shelf.archive_url),) if shelf.catalogue.years else ()
    facets = (Link(facet.many, shelf.addresses.page(facet.name)) for facet in journal.vocabularies.facets)
    questions = Link(journal.vocabularies.questions.many, shelf.addresses.page(journal.vocabularies.questions.name))
    pages = (Link(title_of(entry, journal.vocabularies), shelf.entry_url(entry)) for entry in journal.catalogue.pages)
    feed = (Link(words.ATOM, FEED),) if has_feed(shelf) else ()
    told = shelf.told
    indexes = (
        Link(many(vocabulary), shelf.addresses.page(folder_of(vocabulary)))
        for vocabulary in (told.goals, told.people, told.libraries, told.kinds)
        if has_index(vocabulary, shelf)
    )
    return Frame(
        settings.name,
        (*conversations, *facets, questions),
        settings.keeper or words.kept_by(settings.name, settings.author),
        (*pages, Link(words.COVERAGE, shelf.addresses.page(COVERAGE)), *indexes, *feed),
        words.running_foot(settings.name, urlsplit(settings.url).netloc + urlsplit(settings.url).path.rstrip("/")),
        shelf.addresses.page(""),
        settings.url,
        settings.noindex,
        FEED if feed else "",
        Link(preview_words.problems(len(journal.failing)), shelf.addresses.page("problems")) if shelf.preview else None,
    )
