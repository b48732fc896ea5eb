"""The pages of a question: every answer to it side by side, by kind of library, by role and by year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from interview_journal.body import Tag
from interview_journal.catalogue import QUESTION
from interview_journal.markup import raised
from interview_journal.plan import words
from interview_journal.plan.concept_page import further
from interview_journal.plan.grouping import in_groups
from interview_journal.plan.leaves import first_pages, leaves, page_links
from interview_journal.plan.orders import ELSEWHERE
from interview_journal.plan.page import PlannedPage, View
from interview_journal.plan.parts import IN_THE_SHOULDER, Shelf, language_of, name_and_rest
from interview_journal.plan.pieces import AnswerView, Group, Link
from interview_journal.plan.tally import under
from interview_journal.quotable import Answer
from interview_journal.text import ended, slug
from interview_journal.vocabulary import Concept, Vocabulary

OWN = "own"
"""The anchor of the author's own questions in the index."""
PRINTED = 3
"""The level at which an answer is headed on these pages; headings in it move below."""


@dataclass(frozen=True)
class QuestionView(View):
    """A question with the answers of this page."""

    breadcrumb: tuple[Link, ...]
    title: str
    note: str
    """The standfirst: the scope note and the counts; on a further page its number."""
    also: tuple[str, ...] = ()
    """Other wordings in which it was asked."""
    intro: str = ""
    """The author's own words, as HTML; may be empty."""
    orders: tuple[Link, ...] = ()
    contents: tuple[Link, ...] = ()
    """All groups with their counts, each leading to where it begins."""
    groups: tuple[Group, ...] = ()
    empty: str = ""
    """What is said where nobody has answered."""
    never: tuple[tuple[str, tuple[Link, ...]], ...] = ()
    """Families of library types and of roles in which there are conversations, and none that asked this."""
    pages: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Order:
    """One way to put answers side by side."""

    address: str
    """What stands behind the question's own address; empty for the first."""
    label: str
    key: Callable[[Answer], str]
    headings: Mapping[str, str]


def question_pages(concept: Concept, shelf: Shelf) -> Iterator[PlannedPage]:
    """The answers to a question in each order; a single one in the first alone, since the others would say the same."""
    given = [answer for answer in shelf.catalogue.answers[concept.id] if answer.given]
    orders = tuple(orders_of(given, shelf))[: None if len(given) > 1 else 1]
    views = tuple((answer, answer_view(answer, shelf)) for answer in given)
    for order in orders:
        yield from ordered_pages(concept, order, orders, views, shelf)


def orders_of(given: Iterable[Answer], shelf: Shelf) -> Iterator[Order]:
    """By family of library type, by family of role, by year."""
    for address, label, scheme in (("", words.BY_LIBRARY_TYPE, "library_type"), ("by-role", words.BY_ROLE, "role")):
        facet = shelf.vocabularies.by_scheme[scheme]
        headings = {id: facet.by_id[id].label for id in facet.narrower.get("", ())} | {ELSEWHERE: words.ELSEWHERE}
        yield Order(address, label, family_in(facet), headings)
    years = dict.fromkeys(year_of(answer) for answer in given)
    yield Order("by-year", words.BY_YEAR, year_of, {year: year if year != ELSEWHERE else words.UNDATED for year in years})


def family_in(facet: Vocabulary) -> Callable[[Answer], str]:
    """What gives an answer's family: the top concept above the primary one of its entry."""

    def family(answer: Answer) -> str:
        found = facet.family(next(iter(answer.entry.facets.get(facet.scheme, ())), ""))
        return found.id if found else ELSEWHERE

    return family


def year_of(answer: Answer) -> str:
    """The year of an answer."""
    return str(answer.entry.date.year) if answer.entry.date else ELSEWHERE


def ordered_pages(
    concept: Concept, order: Order, orders: tuple[Order, ...], given: tuple[tuple[Answer, AnswerView], ...], shelf: Shelf
) -> Iterator[PlannedPage]:
    """The pages of a question in one order; `given` are the answers with their views."""
    bank, asked = shelf.vocabularies.questions, shelf.catalogue.answers[concept.id]
    groups = (
        Group(id, heading, f"{heading} {words.printed(len(found))}", tuple(view for _, view in found))
        for id, heading, found in in_groups(given, lambda pair: order.key(pair[0]), order.headings)
    )
    pages = leaves(groups)
    urls = [further(bank, concept, order.address, place, shelf) for place in range(len(pages))]
    links = tuple(Link(other.label, further(bank, concept, other.address, 0, shelf), current=other is order) for other in orders)
    counts, changed = words.asked_and_answered(len(asked), len(given)), shelf.changed(answer.entry for answer in asked)
    title = words.in_order(concept.label, order.label) if order.address else concept.label
    for place, groups_here in enumerate(pages):
        first = place == 0
        view = QuestionView(
            breadcrumb(concept, shelf),
            concept.label,
            " ".join(part for part in (concept.note, ended(counts)) if part) if first else words.of_pages(counts, place + 1, len(pages)),
            also=tuple(wordings(concept, asked)) if first else (),
            intro=shelf.texts.html("", concept.intro) if concept.intro and first else "",
            orders=links if len(links) > 1 else (),
            contents=tuple(first_pages(pages, urls)),
            groups=groups_here,
            empty="" if given else words.NOT_ANSWERED,
            never=tuple(never_asked_of(concept, shelf)) if place == len(pages) - 1 else (),
            pages=page_links(urls, place),
        )
        yield PlannedPage(
            urls[place],
            "journal/question.html",
            words.of_pages(title, place + 1, len(pages)),
            ended(counts),
            shelf.addresses.page(bank.name),
            view,
            changed,
        )


def breadcrumb(concept: Concept, shelf: Shelf) -> tuple[Link, ...]:
    """The index, and the phase in it."""
    bank = shelf.vocabularies.questions
    phase = concept.one("phase")
    anchor, label = (slug(phase), phase_label(phase)) if phase else (OWN, words.MY_OWN)
    return (Link(bank.many, shelf.addresses.page(bank.name)), Link(label, shelf.addresses.page(bank.name, anchor)))


def phase_label(phase: str) -> str:
    """The heading of a phase of the bank."""
    return words.PHASES.get(phase, phase[:1].upper() + phase[1:])


def wordings(concept: Concept, asked: Iterable[Answer]) -> Iterator[str]:
    """In which other words it was asked, each once."""
    yield from (text for text in dict.fromkeys(answer.asked.text for answer in asked) if slug(text) != slug(concept.label))


def answer_view(answer: Answer, shelf: Shelf) -> AnswerView:
    """An answer side by side with others: its own words, the passages in it by name; a passage's words where it has none of its own."""
    entry, row = answer.entry, shelf.row(answer.entry)
    name, rest = name_and_rest(entry, shelf.vocabularies)
    where = rest.removeprefix(", ") or (row.library_type.label if row.library_type else "")
    blocks = answer.texts or answer.passages[0].texts
    named = answer.passages if answer.texts else answer.passages[1:]
    kinds = shelf.vocabularies.kinds.by_id
    return AnswerView(
        shelf.entry_url(entry, answer.asked.anchor),
        row.call_number,
        name,
        ", ".join(part for part in (where[:1].upper() + where[1:], str(entry.date.year) if entry.date else "") if part),
        kind="" if answer.texts else kinds[answer.passages[0].kind].label,
        html=raised("\n".join(shelf.texts.part(entry, block) for block in blocks), answer.asked.level - PRINTED),
        passages=tuple(
            Link(words.WITH_A.get(passage.kind, words.lowered(kinds[passage.kind].label)), shelf.entry_url(entry, passage.anchor))
            for passage in named[:IN_THE_SHOULDER]
        ),
        more=words.and_more(len(named) - IN_THE_SHOULDER),
        shoulder=shelf.shoulder(themes_of(answer)),
        language=language_of(entry),
        closed=row.closed,
    )


def themes_of(answer: Answer) -> tuple[Tag, ...]:
    """The headings of an answer and of its passages, each once."""
    return tuple(dict.fromkeys((*answer.asked.tags, *(tag for passage in answer.passages for tag in passage.tags))))


def never_asked_of(concept: Concept, shelf: Shelf) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """The families of library types and of roles that she has met, and nobody of whom she asked this."""
    asked = shelf.catalogue.here.get((QUESTION, concept.id), ())
    for lead, scheme in ((words.ANYONE_IN, "library_type"), (words.ANYONE_AS, "role")):
        facet = shelf.vocabularies.by_scheme[scheme]
        found = {id for entry in asked for id in under(facet, entry.facets.get(scheme, ()))}
        met = (id for id in facet.narrower.get("", ()) if (scheme, id) in shelf.catalogue.in_all and id not in found)
        if links := shelf.concept_links(facet, met):
            yield lead, links
