"""What stands under addresses of the past: a way on, or the word that nothing is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from interview_journal.journal import Journal
from interview_journal.journal.former import same
from interview_journal.plan import words
from interview_journal.plan.concept_page import BY_TYPE, by_type_too
from interview_journal.plan.lists import not_found_page
from interview_journal.plan.page import PlannedPage, View
from interview_journal.plan.parts import Shelf, title_of
from interview_journal.plan.pieces import Link
from interview_journal.vocabulary.check import ID
from interview_journal.vocabulary.vocabulary import OF_THE_INDEX


@dataclass(frozen=True)
class MovedView(View):
    """What stands under a former address."""

    said: str
    """What has become of what stood here, up to the link that leads on."""
    to: Link


def former_pages(journal: Journal, standing: Iterable[PlannedPage], shelf: Shelf) -> Iterator[PlannedPage]:
    """A page for each former address of an entry and a concept, and for each of what was withdrawn; `standing` are all other pages."""
    taken = {same(plan.url) for plan in standing}
    withdrawn = (not_found_page(shelf, url) for url in (() if shelf.preview else journal.gone))
    for plan in (*moved_entries(journal, shelf), *moved_concepts(shelf), *withdrawn):
        if same(plan.url) not in taken:
            taken.add(same(plan.url))
            yield plan


def moved_entries(journal: Journal, shelf: Shelf) -> Iterator[PlannedPage]:
    """A page for each former address of an entry."""
    catalogue = journal.catalogue
    home = [(catalogue.home, Link(journal.settings.name, shelf.addresses.page("")))] if catalogue.home else []
    others = (
        (entry, Link(title_of(entry, shelf.vocabularies), shelf.entry_url(entry))) for entry in (*catalogue.entries, *catalogue.pages)
    )
    for entry, to in (*home, *others):
        section = shelf.archive_url if entry.genre != "page" else ""
        for url in journal.formers.urls(entry.was):
            yield moved_page(url, words.MOVED_ENTRY, to, section)


def moved_concepts(shelf: Shelf) -> Iterator[PlannedPage]:
    """A page for each former id of a concept, and for its passages by library type; it leads to the index while the concept has no page."""
    for vocabulary in shelf.vocabularies.facets:
        index = shelf.addresses.page(vocabulary.name)
        for concept in (concept for concept in vocabulary.concepts if concept.was):
            to, said = shelf.concept_link(vocabulary, concept), words.MOVED_CONCEPT
            if to.url is None:
                to = Link(vocabulary.many, index)
                said = words.nothing_at(concept.label)
            url = shelf.addresses.page(f"{vocabulary.name}/{concept.id}/{BY_TYPE}")
            by_type = replace(to, url=url) if by_type_too(vocabulary, concept, shelf) else to
            for id in concept.was:
                if ID.fullmatch(id) and id == id.lower() and id not in (*vocabulary.by_id, *OF_THE_INDEX):
                    yield moved_page(shelf.addresses.page(f"{vocabulary.name}/{id}"), said, to, index)
                    yield moved_page(shelf.addresses.page(f"{vocabulary.name}/{id}/{BY_TYPE}"), said, by_type, index)


def moved_page(url: str, said: str, to: Link, section: str) -> PlannedPage:
    """A page that leads on."""
    return PlannedPage(url, "journal/moved.html", words.MOVED, "", section, MovedView(said, to), listed=False)
