"""What stands under addresses of the past: a way on, or the word that nothing is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from interview_journal.journal import Journal
from interview_journal.journal.former import same
from interview_journal.plan import words
from interview_journal.plan.concept_page import further, name_of
from interview_journal.plan.lists import not_found_page
from interview_journal.plan.orders import orders_of, possible_orders
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
    """A page for each former id of a concept, and for its passages in each order; it leads to the index while the concept has no page.

    Of people, libraries and goals nothing may be told while none is named; of questions and kinds of passage nothing need be.
    """
    told = shelf.told
    for vocabulary in (*shelf.vocabularies.facets, told.people, told.libraries, told.goals, told.kinds, told.questions):
        is_facet, index = bool(vocabulary.key), shelf.index_url(vocabulary)
        for concept in (concept for concept in vocabulary.concepts if concept.was and (is_facet or shelf.in_use(vocabulary, concept))):
            to, said = replace(shelf.concept_link(vocabulary, concept), label=name_of(vocabulary, concept)), words.MOVED_CONCEPT
            if to.url is None:
                to, said = Link(vocabulary.many, index), words.nothing_at(concept.label)
            standing = orders_of(vocabulary, concept, shelf) if to.url != index else ()
            for id in concept.was:
                if ID.fullmatch(id) and id == id.lower() and id not in (*vocabulary.by_id, *OF_THE_INDEX):
                    for order in possible_orders(vocabulary.scheme):
                        way = replace(to, url=further(vocabulary, concept, order, 0, shelf)) if order in standing else to
                        yield moved_page(further(vocabulary, replace(concept, id=id), order, 0, shelf), said, way, index)


def moved_page(url: str, said: str, to: Link, section: str) -> PlannedPage:
    """A page that leads on."""
    return PlannedPage(url, "journal/moved.html", words.MOVED, "", section, MovedView(said, to), listed=False)
