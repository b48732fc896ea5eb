"""The pages of a vocabulary: its index as a tree, and a page for each concept in use, by kind and by library type."""

from __future__ import annotations

from collections.abc import Iterator

from interview_journal.body import Tag
from interview_journal.catalogue import ANSWER, Quotable
from interview_journal.consent import Disclosed
from interview_journal.plan import words
from interview_journal.plan.parts import Shelf, called
from interview_journal.plan.pieces import Group, Link, Node
from interview_journal.plan.views import ConceptView, IndexView, PlannedPage
from interview_journal.text import slug
from interview_journal.vocabulary import Concept, Vocabulary

BY_TYPE = "by-library-type"
ELSEWHERE = "elsewhere"
SAMPLE = 5
"""How many passages of a group the page of a kind of library or a role shows: the conversations themselves stand below."""


def index_page(vocabulary: Vocabulary, shelf: Shelf) -> PlannedPage:
    """The vocabulary as a schedule."""
    tree = tuple(node(vocabulary, vocabulary.by_id[id], shelf) for id in vocabulary.narrower.get("", ()))
    used = [concept for concept in vocabulary.concepts if shelf.in_use(vocabulary, concept)]
    see = [(variant[:1].upper() + variant[1:], shelf.concept_link(vocabulary, concept)) for concept in used for variant in concept.alt]
    said, url = sentence(vocabulary, len(tree), len(used)), shelf.addresses.page(vocabulary.name)
    unused = "" if used else f"Nothing is filed here yet.{how_to_file(vocabulary) if shelf.preview else ''}"
    view = IndexView(vocabulary.many, said, vocabulary.scheme == "theme", tree, tuple(sorted(see, key=lambda row: slug(row[0]))), unused)
    return PlannedPage(url, "journal/index.html", vocabulary.many, said, url, view)


def sentence(vocabulary: Vocabulary, families: int, used: int) -> str:
    """What the vocabulary is of, and how large; empty while it has no concepts."""
    headings = len(vocabulary.concepts)
    if not headings:
        return ""
    tree = f"{words.count(families, 'family', 'families')}, " if families < headings else ""
    of_them = f"{used or 'none'} of them" if headings > 1 else "" if used else "not yet"
    return f"{vocabulary.title}: {tree}{words.count(headings, 'heading')}, {of_them}{' ' if of_them else ''}in use."


def how_to_file(vocabulary: Vocabulary) -> str:
    """Preview only: what an author does to have something filed here."""
    concept = next(iter(vocabulary.concepts), None)
    if concept is None:
        return f" The headings are yours to choose: they stand in {vocabulary.to_edit}."
    tag = f"; to file a passage, let its last line be “#{concept.id}”" if vocabulary.scheme == "theme" else ""
    return f" To file an entry under a heading, write a line like “{vocabulary.key}: {concept.id}” in its front matter{tag}."


def node(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> Node:
    """A concept of the tree with its narrower ones; under each parent where it has several."""
    tag = (vocabulary.scheme, concept.id)
    here, in_all = len(shelf.catalogue.here.get(tag, ())), len(shelf.catalogue.in_all.get(tag, ()))
    narrower = tuple(node(vocabulary, vocabulary.by_id[id], shelf) for id in vocabulary.narrower.get(concept.id, ()))
    differs = here != in_all
    total = (
        f"{in_all} in all" if differs else str(in_all) if in_all else "passages only" if shelf.in_use(vocabulary, concept) else "none yet"
    )
    return Node(
        concept.call_mark,
        concept.label,
        shelf.concept_link(vocabulary, concept).url,
        f"{here} here, " if differs and here else "",
        total,
        concept.note,
        narrower,
    )


def concept_pages(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> Iterator[PlannedPage]:
    """The concept's page by kind and, where passages are filed under it, by library type."""
    orders = (False, True) if by_type_too(vocabulary, concept, shelf) else (False,)
    return (concept_page(vocabulary, concept, shelf, by_type=by_type) for by_type in orders)


def by_type_too(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> bool:
    """Whether the passages are also shown by library type: of one type they would be one group."""
    return vocabulary.scheme != "library_type" and (vocabulary.scheme, concept.id) in shelf.catalogue.passages_of


def concept_page(vocabulary: Vocabulary, concept: Concept, shelf: Shelf, *, by_type: bool) -> PlannedPage:
    """The concept's card, the author's words, its passages in groups, its conversations."""
    tag = (vocabulary.scheme, concept.id)
    passages, entries = shelf.catalogue.passages_of.get(tag, ()), shelf.catalogue.in_all.get(tag, ())
    narrower = [vocabulary.by_id[id] for id in vocabulary.narrower.get(concept.id, ())]
    by_kind_url, by_type_url = shelf.concept_url(vocabulary, concept), shelf.addresses.page(f"{vocabulary.name}/{concept.id}/{BY_TYPE}")
    both = by_type_too(vocabulary, concept, shelf)
    orders = (Link("by kind", by_kind_url, current=not by_type), Link("by library type", by_type_url, current=by_type)) if both else ()
    parents = shelf.concept_links(vocabulary, concept.broader)
    view = ConceptView(
        (Link(vocabulary.many, shelf.addresses.page(vocabulary.name)), *parents[:1]),
        concept.label,
        vocabulary.scheme == "theme",
        concept.note,
        ", ".join(concept.alt) or "none",
        parents,
        tuple(
            shelf.concept_link(vocabulary, other, str(len(shelf.catalogue.in_all.get((vocabulary.scheme, other.id), ())) or ""))
            for other in narrower
        ),
        shelf.concept_links(vocabulary, vocabulary.related.get(concept.id, ())),
        shelf.texts.html("", concept.intro) if concept.intro else "",
        words.count(len(passages), "passage"),
        orders,
        tuple(groups(passages, tag, shelf, by_type=by_type)),
        "" if passages else empty(concept, entries, any(shelf.in_use(vocabulary, other) for other in narrower)),
        words.count(len(entries), *called(entries)),
        tuple(shelf.row(entry) for entry in entries),
    )
    title = f"{concept.label}, by library type" if by_type else concept.label
    return PlannedPage(
        by_type_url if by_type else by_kind_url, "journal/concept.html", title, concept.note, shelf.addresses.page(vocabulary.name), view
    )


def empty(concept: Concept, entries: tuple[Disclosed, ...], below: bool) -> str:
    """What is said where no passage is filed under the concept itself: a catalogue files under the narrowest heading."""
    if below:
        return f"No passage is filed under “{concept.label}” itself; look under its narrower headings."
    one, many = called(entries)
    return f"No passage is filed here yet; {f'this {one} names' if len(entries) == 1 else f'these {many} name'} it as a whole."


def groups(passages: tuple[Quotable, ...], tag: Tag, shelf: Shelf, *, by_type: bool) -> Iterator[Group]:
    """The passages by kind, answers last, or by the primary kind of library, those without one last; in the order of the vocabulary."""
    headings = shelf.vocabularies.by_scheme["library_type"] if by_type else shelf.vocabularies.kinds
    labels = {heading.id: heading.label for heading in headings.concepts} | ({ELSEWHERE: "Elsewhere"} if by_type else {ANSWER: "Answer"})
    found: dict[str, list[Quotable]] = {id: [] for id in labels}
    for passage in passages:
        found[next(iter(passage.entry.facets.get("library_type", ())), ELSEWHERE) if by_type else passage.kind].append(passage)
    for id, filed in found.items():
        if filed:
            title = labels[id] if by_type else words.GROUPS.get(id, labels[id])
            yield group(id, title, f"{labels[id]} {len(filed):,}", filed, tag, shelf)


def group(anchor: str, title: str, label: str, passages: list[Quotable], tag: Tag, shelf: Shelf) -> Group:
    """A heading with its passages: all of a theme's, the newest of other concepts', which are filed by their conversation."""
    shown = passages if tag[0] == "theme" else passages[:SAMPLE]
    left = len(passages) - len(shown)
    more = f"and {left:,} more, in the conversations below" if left else ""
    return Group(anchor, title, label, tuple(shelf.passage(passage, on=tag) for passage in shown), more)
