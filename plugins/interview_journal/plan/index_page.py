"""The index of a vocabulary: a schedule as a tree, by number, and from A to Z with variants that lead on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from interview_journal.plan import preview_words, words
from interview_journal.plan.coverage import COVERAGE, OVER_TIME
from interview_journal.plan.page import PlannedPage, View
from interview_journal.plan.parts import Shelf
from interview_journal.plan.pieces import Link, Node
from interview_journal.plan.told import in_the_alphabet
from interview_journal.vocabulary import Concept, Vocabulary
from interview_journal.vocabulary.vocabulary import A_TO_Z, BY_NUMBER

LEVELS = 30
"""How far below the top a tree goes on a page: one of thousands would end a program that walks it."""


@dataclass(frozen=True)
class IndexView(View):
    """A vocabulary as a schedule: a tree with counts, scope notes and *see* references; or its concepts in another order."""

    title: str
    sentence: str
    red: bool
    orders: tuple[Link, ...]
    """As a tree, by number, A to Z; none while nothing is filed."""
    is_tree: bool
    nodes: tuple[Node, ...]
    see: tuple[tuple[str, Link], ...]
    """At the foot of the tree: variant and the concept it leads to, in the order of the alphabet."""
    empty: str
    pages: tuple[Link, ...] = ()
    """The pages of this list; empty where there is one only."""
    also: tuple[Link, ...] = ()
    """Where else these concepts are counted."""


def index_pages(vocabulary: Vocabulary, shelf: Shelf) -> Iterator[PlannedPage]:
    """The vocabulary in its three orders; an unused one only as a tree, since the others would be empty."""
    used = [concept for concept in vocabulary.concepts if shelf.in_use(vocabulary, concept)]
    tree = nodes_below("", vocabulary, shelf)
    said = words.vocabulary(vocabulary.title, len(tree), len(vocabulary.concepts), len(used))
    url = shelf.addresses.page(vocabulary.name)
    unused = "" if used else f"{words.NOTHING_FILED}{how_to_file(vocabulary) if shelf.preview else ''}"
    orders = {
        url: (words.AS_A_TREE, vocabulary.many, tree, see_references(vocabulary, used, shelf)),
        shelf.addresses.page(f"{vocabulary.name}/{BY_NUMBER}"): (
            words.BY_NUMBER,
            words.in_order(vocabulary.many, words.BY_NUMBER),
            by_number(vocabulary, used, shelf),
            (),
        ),
        shelf.addresses.page(f"{vocabulary.name}/{A_TO_Z}"): (
            words.A_TO_Z,
            words.in_order(vocabulary.many, words.A_TO_Z),
            a_to_z(vocabulary, used, shelf),
            (),
        ),
    }
    for own, (_, title, nodes, see) in list(orders.items())[: len(orders) if used else 1]:
        links = tuple(Link(label, other, current=other == own) for other, (label, *_) in orders.items()) if used else ()
        view = IndexView(
            vocabulary.many,
            said,
            vocabulary.scheme == "theme",
            links,
            own == url,
            nodes,
            see,
            unused,
            also=also(vocabulary, shelf) if used else (),
        )
        changed = shelf.changed(entry for entry in shelf.catalogue.entries if entry.facets.get(vocabulary.scheme))
        yield PlannedPage(own, "journal/index.html", title, said, url, view, changed)


def also(vocabulary: Vocabulary, shelf: Shelf) -> tuple[Link, ...]:
    """Kinds of library and roles are counted in the table of coverage, themes over time."""
    name, label = (OVER_TIME, words.THEMES_OVER_TIME) if vocabulary.scheme == "theme" else (COVERAGE, words.TYPE_BY_ROLE)
    return (Link(label, shelf.addresses.page(name)),) if vocabulary.scheme in ("theme", "library_type", "role") else ()


def how_to_file(vocabulary: Vocabulary) -> str:
    """Preview only: what an author does to have something filed here."""
    concept = next(iter(vocabulary.concepts), None)
    if concept is None:
        return preview_words.headings_to_choose(vocabulary.to_edit)
    return preview_words.how_to_file(vocabulary.key, concept.id, passages_too=vocabulary.scheme == "theme")


def nodes_below(id: str, vocabulary: Vocabulary, shelf: Shelf, levels: int = LEVELS) -> tuple[Node, ...]:
    """The concepts below one, or the top ones below none, under each parent where they have several.

    What is below them stands under the first of these alone: under each, a tree would double with every such concept on the way down.
    """
    below = [vocabulary.by_id[narrower] for narrower in vocabulary.narrower.get(id, ())]
    own = {concept.id for concept in below if levels and next(iter(concept.broader), "") == id}
    return tuple(
        replace(
            node(vocabulary, concept, shelf),
            narrower=nodes_below(concept.id, vocabulary, shelf, levels - 1) if concept.id in own else (),
        )
        for concept in below
    )


def node(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> Node:
    """A concept by itself, with its counts."""
    tag = (vocabulary.scheme, concept.id)
    here, in_all = len(shelf.catalogue.here.get(tag, ())), len(shelf.catalogue.in_all.get(tag, ()))
    nothing = words.PASSAGES_ONLY if shelf.in_use(vocabulary, concept) else words.NONE_YET
    return Node(
        concept.call_mark if vocabulary.key else "",
        concept.label,
        shelf.concept_link(vocabulary, concept).url,
        words.here(here) if here not in (0, in_all) else "",
        words.in_all(in_all) if here != in_all else words.printed(in_all) if in_all else nothing,
        concept.note,
    )


def by_number(vocabulary: Vocabulary, used: list[Concept], shelf: Shelf) -> tuple[Node, ...]:
    """The concepts in use, those that most entries name first; where as many name them, those with most below them."""

    def size(concept: Concept) -> tuple[int, int]:
        tag = (vocabulary.scheme, concept.id)
        return -len(shelf.catalogue.here.get(tag, ())), -len(shelf.catalogue.in_all.get(tag, ()))

    return tuple(node(vocabulary, concept, shelf) for concept in sorted(used, key=size))


def a_to_z(vocabulary: Vocabulary, used: list[Concept], shelf: Shelf) -> tuple[Node, ...]:
    """The concepts in use and their variants in the order of the alphabet."""
    labels = [replace(node(vocabulary, concept, shelf), note="") for concept in used]
    variants = [Node("", variant, see=link) for variant, link in see_references(vocabulary, used, shelf)]
    return tuple(sorted((*labels, *variants), key=lambda node: in_the_alphabet(node.label)))


def see_references(vocabulary: Vocabulary, used: list[Concept], shelf: Shelf) -> tuple[tuple[str, Link], ...]:
    """The variants of the concepts in use, each with the concept it leads to, in the order of the alphabet."""
    see = ((variant[:1].upper() + variant[1:], shelf.concept_link(vocabulary, concept)) for concept in used for variant in concept.alt)
    return tuple(sorted(see, key=lambda row: in_the_alphabet(row[0])))
