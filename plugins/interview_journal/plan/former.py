"""What stands under addresses of the past: a way on, or the word that nothing is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from interview_journal.consent import Disclosed, Reader
from interview_journal.journal import Journal
from interview_journal.journal.former import Formers, same
from interview_journal.plan.concept_page import BY_TYPE, by_type_too
from interview_journal.plan.lists import withdrawn_page
from interview_journal.plan.parts import Shelf, title_of
from interview_journal.plan.pieces import Link
from interview_journal.plan.views import MovedView, PlannedPage
from interview_journal.vocabulary import Concept, Vocabulary
from interview_journal.vocabulary.check import ID


def former_pages(journal: Journal, standing: Iterable[PlannedPage], shelf: Shelf) -> Iterator[PlannedPage]:
    """A page for each former address of an entry and a concept, and for each of what was withdrawn; `standing` are all other pages."""
    taken = {same(plan.url) for plan in standing}
    catalogue = journal.catalogue
    home = [(catalogue.home, Link(journal.settings.name, ""))] if catalogue.home else []
    others = (
        (entry, Link(title_of(entry, shelf.vocabularies), shelf.entry_url(entry))) for entry in (*catalogue.entries, *catalogue.pages)
    )
    moved = (plan for entry, to in (*home, *others) if entry.was for plan in moved_entry(entry, to, journal.formers, shelf))
    headings = (
        plan for facet in journal.vocabularies.facets for concept in facet.concepts for plan in moved_concept(facet, concept, shelf)
    )
    withdrawn = (withdrawn_page(url, shelf) for url in (journal.gone if journal.reader is Reader.PUBLIC else ()))
    for plan in (*moved, *headings, *withdrawn):
        if same(plan.url) not in taken:
            taken.add(same(plan.url))
            yield plan


def moved_entry(entry: Disclosed, to: Link, formers: Formers, shelf: Shelf) -> Iterator[PlannedPage]:
    """A page for each former address of an entry."""
    for url in formers.urls(entry.was):
        yield moved_page(url, "What stood under this address has another one now:", to, shelf.archive_url if entry.genre != "page" else "")


def moved_concept(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> Iterator[PlannedPage]:
    """A page for each former id of a concept, and for its passages by library type; it leads to the index while the concept has no page."""
    index = shelf.addresses.page(vocabulary.name)
    to, said = shelf.concept_link(vocabulary, concept), "What was filed here has another heading now:"
    if to.url is None:
        to, said = (
            Link(vocabulary.many, index),
            f"What was filed here belongs under “{concept.label}”, where nothing stands at present. See",
        )
    by_type = replace(to, url=shelf.addresses.page(f"{vocabulary.name}/{concept.id}/{BY_TYPE}"))
    for id in concept.was:
        if ID.fullmatch(id) and id == id.lower() and id not in (*vocabulary.by_id, "index"):
            yield moved_page(shelf.addresses.page(f"{vocabulary.name}/{id}"), said, to, index)
            url = shelf.addresses.page(f"{vocabulary.name}/{id}/{BY_TYPE}")
            yield moved_page(url, said, by_type if by_type_too(vocabulary, concept, shelf) else to, index)


def moved_page(url: str, said: str, to: Link, section: str) -> PlannedPage:
    """A page that leads on."""
    return PlannedPage(url, "journal/moved.html", "Shelved elsewhere", "", section, MovedView(said, to), listed=False)
