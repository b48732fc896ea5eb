"""The pages of a concept: its card, the author's words, its passages by kind and by library type, its conversations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interview_journal.body import Tag
from interview_journal.catalogue import is_conversation
from interview_journal.consent import Disclosed
from interview_journal.plan import words
from interview_journal.plan.leaves import first_pages, leaves, page_links
from interview_journal.plan.page import PlannedPage, View
from interview_journal.plan.parts import Shelf
from interview_journal.plan.pieces import Group, Link, Row
from interview_journal.quotable import ANSWER, Quotable
from interview_journal.vocabulary import Concept, Vocabulary

BY_TYPE = "by-library-type"
CONVERSATIONS = "conversations"
ELSEWHERE = "elsewhere"
SAMPLE = 5
"""How many passages of a group the page of a kind of library or a role shows: the conversations themselves stand below."""
ROWS = 10
"""How many conversations the page shows below the passages; where there are more, all of them have pages of their own."""
ROWS_ON_A_PAGE = 40


@dataclass(frozen=True)
class ConceptCard:
    """What a concept is called, and how it stands to others."""

    used_for: str
    """Variant labels: "money, grants, cuts"; "none" where there are none."""
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    related: tuple[Link, ...]


@dataclass(frozen=True)
class ConceptView(View):
    """A page of a concept: its card, the author's words, the passages themselves, the conversations; further pages hold a part of these."""

    breadcrumb: tuple[Link, ...]
    title: str
    red: bool
    note: str = ""
    """The scope note; on a further page its number."""
    card: ConceptCard | None = None
    intro: str = ""
    """The author's own words, as HTML; may be empty."""
    count: str = ""
    """"11 passages"."""
    orders: tuple[Link, ...] = ()
    """"by kind", "by library type"."""
    contents: tuple[Link, ...] = ()
    """All groups with their counts, each leading to where it begins: "Insight 2"."""
    groups: tuple[Group, ...] = ()
    """Those of this page."""
    empty: str = ""
    """What is said where no passage is filed here."""
    conversations: str = ""
    """Heading of the rows: "3 conversations"."""
    rows: tuple[Row, ...] = ()
    """The newest of them, or those of this page."""
    all_rows: Link | None = None
    """Where there are more of them."""
    pages: tuple[Link, ...] = ()
    """The pages of this list; empty where there is one only."""


def concept_pages(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> Iterator[PlannedPage]:
    """The concept's passages by kind and, where some are filed under it, by library type; then its conversations, where they are many."""
    own = shelf.concept_url(vocabulary, concept)
    yield from passage_pages(vocabulary, concept, shelf, by_type=False)
    if by_type_too(vocabulary, concept, shelf):
        yield from passage_pages(vocabulary, concept, shelf, by_type=True)
    entries = shelf.catalogue.in_all.get((vocabulary.scheme, concept.id), ())
    starts = range(0, len(entries), ROWS_ON_A_PAGE) if len(entries) > ROWS else ()
    urls = [further(vocabulary, concept, CONVERSATIONS, place, shelf) for place in range(len(starts))]
    section, changed = shelf.addresses.page(vocabulary.name), shelf.changed(entries)
    conversations = words.conversations(len(entries), all_are=all(map(is_conversation, entries)))
    for place, start in enumerate(starts):
        view = ConceptView(
            (Link(vocabulary.many, shelf.addresses.page(vocabulary.name)), Link(concept.label, own)),
            concept.label,
            vocabulary.scheme == "theme",
            conversations=words.of_pages(conversations, place + 1, len(urls)),
            rows=tuple(map(shelf.row, entries[start : start + ROWS_ON_A_PAGE])),
            pages=page_links(urls, place),
        )
        title = words.of_pages(f"{concept.label}: {conversations}", place + 1, len(urls))
        yield PlannedPage(urls[place], "journal/concept.html", title, "", section, view, changed)


def further(vocabulary: Vocabulary, concept: Concept, order: str, place: int, shelf: Shelf) -> str:
    """The address of a page of a concept: the order where it is not the first, the number where it is not 1."""
    parts = (vocabulary.name, concept.id, order, str(place + 1) if place else "")
    return shelf.addresses.page("/".join(part for part in parts if part))


def by_type_too(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> bool:
    """Whether the passages are also shown by library type: of one type they would be one group."""
    return vocabulary.scheme != "library_type" and (vocabulary.scheme, concept.id) in shelf.catalogue.passages_of


def passage_pages(vocabulary: Vocabulary, concept: Concept, shelf: Shelf, *, by_type: bool) -> Iterator[PlannedPage]:
    """The concept's passages in one order; on the first page with its card, the author's words and its newest conversations."""
    tag = (vocabulary.scheme, concept.id)
    passages, entries = shelf.catalogue.passages_of.get(tag, ()), shelf.catalogue.in_all.get(tag, ())
    pages = leaves(groups(passages, tag, shelf, by_type=by_type))
    urls = [further(vocabulary, concept, BY_TYPE if by_type else "", place, shelf) for place in range(len(pages))]
    by_kind_url, by_type_url = (further(vocabulary, concept, order, 0, shelf) for order in ("", BY_TYPE))
    both = by_type_too(vocabulary, concept, shelf)
    orders = (Link(words.BY_KIND, by_kind_url, current=not by_type), Link(words.BY_LIBRARY_TYPE, by_type_url, current=by_type))
    parents = shelf.concept_links(vocabulary, concept.broader)
    all_are = all(map(is_conversation, entries))
    everything = further(vocabulary, concept, CONVERSATIONS, 0, shelf)
    changed = shelf.changed((*entries, *(passage.entry for passage in passages)))
    contents, number = tuple(first_pages(pages, urls)), words.passages(len(passages))
    for place, groups_here in enumerate(pages):
        first = place == 0
        view = ConceptView(
            (Link(vocabulary.many, shelf.addresses.page(vocabulary.name)), *parents[:1]),
            concept.label,
            vocabulary.scheme == "theme",
            note=concept.note if first else words.of_pages(number, place + 1, len(pages)),
            card=card(vocabulary, concept, shelf) if first else None,
            intro=shelf.texts.html("", concept.intro) if concept.intro and first else "",
            count=number,
            orders=orders if both else (),
            contents=contents,
            groups=groups_here,
            empty="" if passages else empty(vocabulary, concept, entries, shelf),
            conversations=words.conversations(len(entries), all_are=all_are),
            rows=tuple(map(shelf.row, entries[:ROWS])) if first else (),
            all_rows=Link(words.all_of(len(entries), all_are=all_are), everything) if first and len(entries) > ROWS else None,
            pages=page_links(urls, place),
        )
        title = words.in_order(concept.label, words.BY_LIBRARY_TYPE) if by_type else concept.label
        yield PlannedPage(
            urls[place],
            "journal/concept.html",
            words.of_pages(title, place + 1, len(pages)),
            concept.note or words.summed(len(passages), len(entries), all_are=all_are),
            shelf.addresses.page(vocabulary.name),
            view,
            changed,
        )


def card(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> ConceptCard:
    """What the concept is called, and how it stands to others."""
    narrower = (vocabulary.by_id[id] for id in vocabulary.narrower.get(concept.id, ()))
    counted = ((other, len(shelf.catalogue.in_all.get((vocabulary.scheme, other.id), ()))) for other in narrower)
    return ConceptCard(
        ", ".join(concept.alt) or words.NONE,
        shelf.concept_links(vocabulary, concept.broader),
        tuple(shelf.concept_link(vocabulary, other, words.printed(number) if number else "") for other, number in counted),
        shelf.concept_links(vocabulary, vocabulary.related.get(concept.id, ())),
    )


def empty(vocabulary: Vocabulary, concept: Concept, entries: tuple[Disclosed, ...], shelf: Shelf) -> str:
    """What is said where no passage is filed under the concept itself."""
    below = any(shelf.in_use(vocabulary, vocabulary.by_id[id]) for id in vocabulary.narrower.get(concept.id, ()))
    return words.no_passage(concept.label, len(entries), below=below, all_are=all(map(is_conversation, entries)))


def groups(passages: tuple[Quotable, ...], tag: Tag, shelf: Shelf, *, by_type: bool) -> Iterator[Group]:
    """The passages by kind, answers last, or by the primary kind of library, those without one last; in the order of the vocabulary."""
    headings = shelf.vocabularies.by_scheme["library_type"] if by_type else shelf.vocabularies.kinds
    last = {ELSEWHERE: words.ELSEWHERE} if by_type else {ANSWER: words.ANSWER}
    labels = {heading.id: heading.label for heading in headings.concepts} | last
    found: dict[str, list[Quotable]] = {id: [] for id in labels}
    for passage in passages:
        found[next(iter(passage.entry.facets.get("library_type", ())), ELSEWHERE) if by_type else passage.kind].append(passage)
    for id, filed in found.items():
        if filed:
            title = labels[id] if by_type else words.GROUPS.get(id, labels[id])
            yield group(id, title, f"{labels[id]} {words.printed(len(filed))}", filed, tag, shelf)


def group(anchor: str, title: str, label: str, passages: list[Quotable], tag: Tag, shelf: Shelf) -> Group:
    """A heading with its passages: all of a theme's, the newest of other concepts', which are filed by their conversation."""
    shown = passages if tag[0] == "theme" else passages[:SAMPLE]
    more = words.in_the_conversations(len(passages) - len(shown))
    return Group(anchor, title, label, tuple(shelf.passage(passage, on=tag) for passage in shown), more)
