"""The pages of a concept, a person, a library, a goal, a kind of passage: its card, the author's words, its passages, its conversations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interview_journal.catalogue import GOAL, KIND, LIBRARY, PERSON, is_conversation
from interview_journal.consent import Disclosed
from interview_journal.plan import words
from interview_journal.plan.card import CardLine, card
from interview_journal.plan.goal import goal_row, outcome, wanted
from interview_journal.plan.leaves import first_pages, leaves, page_links
from interview_journal.plan.orders import FIRST, groups_in, label_of, orders_of, passages_of
from interview_journal.plan.page import PlannedPage, View
from interview_journal.plan.parts import Shelf, folder_of
from interview_journal.plan.pieces import Group, Link, Row
from interview_journal.vocabulary import Concept, Vocabulary

CONVERSATIONS = "conversations"
ROWS = 10
"""How many conversations the page shows below the passages; where there are more, all of them have pages of their own."""
ROWS_ON_A_PAGE = 40


@dataclass(frozen=True)
class ConceptView(View):
    """A page of a concept: its card, the author's words, the passages themselves, the conversations; further pages hold a part of these."""

    breadcrumb: tuple[Link, ...]
    title: str
    red: bool
    note: str = ""
    """The scope note; of a goal what became of it; on a further page its number."""
    card: tuple[CardLine, ...] = ()
    intro: str = ""
    """The author's own words, as HTML; may be empty."""
    count: str = ""
    """"11 passages"."""
    orders: tuple[Link, ...] = ()
    """"by kind", "by library type", "by theme"; empty where there is one only."""
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
    rows_first: bool = False
    """Whether they stand above the passages: what was learned toward a goal is told by the takeaways."""
    all_rows: Link | None = None
    """Where there are more of them."""
    wanted: tuple[str, ...] = ()
    """Whom a goal still wants: role and kind of library."""
    pages: tuple[Link, ...] = ()
    """The pages of this list; empty where there is one only."""


def concept_pages(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> Iterator[PlannedPage]:
    """The concept's passages in each of their orders; then its conversations, where they are many."""
    orders = orders_of(vocabulary, concept, shelf)
    for order in orders:
        yield from passage_pages(vocabulary, concept, shelf, order, orders)
    entries = entries_of(vocabulary, concept, shelf)
    starts = range(0, len(entries), ROWS_ON_A_PAGE) if len(entries) > ROWS else ()
    urls = [further(vocabulary, concept, CONVERSATIONS, place, shelf) for place in range(len(starts))]
    index, changed = shelf.index_url(vocabulary), shelf.changed(entries)
    conversations, name = heading(vocabulary, entries), name_of(vocabulary, concept)
    number = words.conversations(len(entries), all_are=all(map(is_conversation, entries)))
    for place, start in enumerate(starts):
        view = ConceptView(
            (Link(many(vocabulary), index), Link(name, shelf.concept_url(vocabulary, concept))),
            name,
            vocabulary.scheme == "theme",
            conversations=words.of_pages(conversations, place + 1, len(urls)),
            rows=tuple(row(vocabulary, entry, shelf) for entry in entries[start : start + ROWS_ON_A_PAGE]),
            pages=page_links(urls, place),
        )
        title = words.of_pages(f"{name}: {number}", place + 1, len(urls))
        yield PlannedPage(urls[place], "journal/concept.html", title, "", index, view, changed)


def further(vocabulary: Vocabulary, concept: Concept, order: str, place: int, shelf: Shelf) -> str:
    """The address of a page of a concept: the order where it is not the first, the number where it is not 1."""
    parts = (folder_of(vocabulary), concept.id, order, str(place + 1) if place else "")
    return shelf.addresses.page("/".join(part for part in parts if part))


def passage_pages(vocabulary: Vocabulary, concept: Concept, shelf: Shelf, order: str, orders: tuple[str, ...]) -> Iterator[PlannedPage]:
    """The concept's passages in one order; on the first page with its card, the author's words and its newest conversations."""
    passages, entries = passages_of(vocabulary, concept, shelf), entries_of(vocabulary, concept, shelf)
    pages = leaves(groups_in(order, vocabulary, concept, shelf))
    urls = [further(vocabulary, concept, order, place, shelf) for place in range(len(pages))]
    links = (
        Link(label_of(other, vocabulary.scheme), further(vocabulary, concept, other, 0, shelf), current=other == order) for other in orders
    )
    name, index, is_goal = name_of(vocabulary, concept), shelf.index_url(vocabulary), vocabulary.scheme == GOAL
    note = outcome(concept, shelf) if is_goal else note_of(vocabulary, concept)
    all_are = all(map(is_conversation, entries))
    everything = Link(words.all_of(len(entries), all_are=all_are), further(vocabulary, concept, CONVERSATIONS, 0, shelf))
    changed = shelf.changed((*entries, *(passage.entry for passage in passages)))
    breadcrumb, ways = tuple(chain(vocabulary, concept, shelf)), tuple(links) if len(orders) > 1 else ()
    contents, number, above_rows = tuple(first_pages(pages, urls)), words.passages(len(passages)), heading(vocabulary, entries)
    for place, groups in enumerate(pages):
        first = place == 0
        view = ConceptView(
            breadcrumb,
            name,
            vocabulary.scheme == "theme",
            note=note if first else words.of_pages(number, place + 1, len(pages)),
            card=card(vocabulary, concept, shelf) if first else (),
            intro=shelf.texts.html("", concept.intro) if concept.intro and first else "",
            count=number,
            orders=ways,
            contents=contents,
            groups=groups,
            empty="" if passages else empty(vocabulary, concept, entries, shelf),
            conversations=above_rows,
            rows=tuple(row(vocabulary, entry, shelf) for entry in entries[:ROWS]) if first else (),
            rows_first=is_goal,
            all_rows=everything if first and len(entries) > ROWS else None,
            wanted=wanted(concept, shelf) if is_goal and first else (),
            pages=page_links(urls, place),
        )
        title = name if order == FIRST else words.in_order(name, label_of(order, vocabulary.scheme))
        yield PlannedPage(
            urls[place],
            "journal/concept.html",
            words.of_pages(title, place + 1, len(pages)),
            note or words.summed(len(passages), len(entries), all_are=all_are),
            index,
            view,
            changed,
        )


def entries_of(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> tuple[Disclosed, ...]:
    """The entries that name the concept or a narrower one, the newest first; a kind of passage is named by none."""
    return shelf.catalogue.in_all.get((vocabulary.scheme, concept.id), ())


def many(vocabulary: Vocabulary) -> str:
    """What an index is called."""
    return words.PASSAGES if vocabulary.scheme == KIND else vocabulary.many


def name_of(vocabulary: Vocabulary, concept: Concept) -> str:
    """What a page is called: a kind of passage as it is headed everywhere."""
    return words.GROUPS.get(concept.id, concept.label) if vocabulary.scheme == KIND else concept.label


def note_of(vocabulary: Vocabulary, concept: Concept) -> str:
    """The scope note, unless it only says what the page is called."""
    return "" if concept.note.removesuffix(".") == name_of(vocabulary, concept) else concept.note


def chain(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> Iterator[Link]:
    """The way to a page: index and broader concept; of a library all that it is part of, from wide to narrow."""
    yield Link(many(vocabulary), shelf.index_url(vocabulary))
    above = list(concept.broader[:1])
    while vocabulary.scheme == LIBRARY and above and (wider := vocabulary.by_id[above[0]].broader[:1]):
        above = [*wider, *above]
    yield from shelf.concept_links(vocabulary, above)


def heading(vocabulary: Vocabulary, entries: tuple[Disclosed, ...]) -> str:
    """What stands above the conversations: how many they are; when I met a person; what they are for a goal."""
    if vocabulary.scheme == PERSON:
        return words.met(len(entries), [entry.date for entry in reversed(entries) if entry.date])
    number = words.conversations(len(entries), all_are=all(map(is_conversation, entries)))
    return words.LEARNED if vocabulary.scheme == GOAL else number


def row(vocabulary: Vocabulary, entry: Disclosed, shelf: Shelf) -> Row:
    """A conversation in the list."""
    return goal_row(entry, shelf) if vocabulary.scheme == GOAL else shelf.row(entry)


def empty(vocabulary: Vocabulary, concept: Concept, entries: tuple[Disclosed, ...], shelf: Shelf) -> str:
    """What is said where no passage is filed under the concept itself."""
    if vocabulary.scheme == GOAL:
        return words.NOTHING_LEARNED
    if vocabulary.scheme in (PERSON, LIBRARY):
        return words.none_marked(len(entries))
    below = any(shelf.in_use(vocabulary, vocabulary.by_id[id]) for id in vocabulary.narrower.get(concept.id, ()))
    return words.no_passage(concept.label, len(entries), below=below, all_are=all(map(is_conversation, entries)))
