"""The orders in which the passages of a concept stand: by kind, by library type, by theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from interview_journal.body import Tag
from interview_journal.catalogue import GOAL, KIND, LIBRARY, PERSON, QUESTION
from interview_journal.plan import words
from interview_journal.plan.grouping import in_groups
from interview_journal.plan.parts import Shelf
from interview_journal.plan.pieces import Group, Link
from interview_journal.plan.stripe import family_of, first_theme
from interview_journal.quotable import ANSWER, Quotable
from interview_journal.vocabulary import Concept, Vocabulary

FIRST, BY_TYPE, BY_THEME = "", "by-library-type", "by-theme"
"""The last part of the address of each order; the first has none."""
ELSEWHERE, NO_THEME = "elsewhere", "__no-theme"
SAMPLE = 5
"""How many passages of a group a role, a kind of library or a library shows: the conversations themselves stand below."""
OF_A_THEME = 2
"""How many they show of each theme, whose own page has them all."""
WHOLE = ("theme", KIND, PERSON, GOAL)
"""The schemes whose pages show every passage."""


def possible_orders(scheme: str) -> tuple[str, ...]:
    """The orders that the pages of a scheme may have; those of questions are told where these are planned."""
    if scheme in (PERSON, LIBRARY, GOAL, QUESTION):
        return (FIRST,)
    by_type = () if scheme == "library_type" else (BY_TYPE,)
    return (FIRST, *by_type) if scheme in ("theme", KIND) else (FIRST, *by_type, BY_THEME)


def orders_of(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> tuple[str, ...]:
    """The orders that the passages of a concept have: the first always, another where it makes a difference."""
    passages = passages_of(vocabulary, concept, shelf)
    useful = {FIRST: True, BY_TYPE: bool(passages), BY_THEME: any(map(first_theme, passages))}
    return tuple(order for order in possible_orders(vocabulary.scheme) if useful[order])


def label_of(order: str, scheme: str) -> str:
    """What an order is called; the passages of one kind stand by theme at first."""
    if order == FIRST:
        return words.BY_THEME if scheme == KIND else words.BY_KIND
    return words.BY_LIBRARY_TYPE if order == BY_TYPE else words.BY_THEME


def passages_of(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> Sequence[Quotable]:
    """The passages of a concept, the newest first; of a goal those that tell what was learned."""
    passages = shelf.catalogue.passages_of.get((vocabulary.scheme, concept.id), ())
    if vocabulary.scheme != GOAL:
        return passages
    wanted, themes = {*concept.more.get("wants_themes", ())}, shelf.vocabularies.themes
    if not wanted:
        return tuple(passage for passage in passages if passage.kind in ("insight", "surprise"))
    telling = {("theme", id) for id in themes.by_id if wanted & {id, *themes.ancestors[id]}}
    return tuple(passage for passage in passages if telling & {*passage.tags})


def groups_in(order: str, vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> Iterator[Group]:
    """The passages of a concept in an order, under headings."""
    passages, tag = passages_of(vocabulary, concept, shelf), (vocabulary.scheme, concept.id)
    if order == BY_THEME:
        return by_theme(passages, tag, shelf)
    if order == BY_TYPE:
        return by_type(passages, tag, shelf)
    return by_family(passages, tag, shelf) if vocabulary.scheme == KIND else by_kind(passages, tag, shelf)


def by_kind(passages: Sequence[Quotable], tag: Tag, shelf: Shelf) -> Iterator[Group]:
    """The passages by kind, in the order of the vocabulary; answers last."""
    labels = {kind.id: kind.label for kind in shelf.vocabularies.kinds.concepts} | {ANSWER: words.ANSWER}
    for id, label, filed in in_groups(passages, lambda passage: passage.kind, labels):
        yield group(id, words.GROUPS.get(id, label), label, filed, tag, shelf, sample_of(tag[0]))


def by_type(passages: Sequence[Quotable], tag: Tag, shelf: Shelf) -> Iterator[Group]:
    """The passages by the primary kind of library, in the order of the vocabulary; those without one last."""
    types = shelf.vocabularies.by_scheme["library_type"]
    labels = {type.id: type.label for type in types.concepts} | {ELSEWHERE: words.ELSEWHERE}
    for id, label, filed in in_groups(passages, lambda passage: next(iter(passage.entry.facets.get(types.scheme, ())), ELSEWHERE), labels):
        yield group(id, label, label, filed, tag, shelf, sample_of(tag[0]))


def by_family(passages: Sequence[Quotable], tag: Tag, shelf: Shelf) -> Iterator[Group]:
    """The passages by the family of their first theme, in the order of the vocabulary; those without one last."""
    themes = shelf.vocabularies.themes
    labels = {id: themes.by_id[id].label for id in themes.narrower.get("", ())} | {NO_THEME: words.WITHOUT_THEME}

    for id, label, filed in in_groups(passages, lambda passage: family_of(passage, shelf) or NO_THEME, labels):
        yield replace(group(id, label, label, filed, tag, shelf, sample_of(tag[0])), theme=theme_url(id, shelf))


def by_theme(passages: Sequence[Quotable], tag: Tag, shelf: Shelf) -> Iterator[Group]:
    """The newest of each theme, the passages being filed under their first; most passages first, those without one last."""
    themes = shelf.vocabularies.themes
    labels = {theme.id: theme.label for theme in themes.concepts} | {NO_THEME: words.WITHOUT_THEME}
    found = in_groups(passages, lambda passage: first_theme(passage) or NO_THEME, labels)
    for id, label, filed in sorted(found, key=lambda group: (group[0] == NO_THEME, -len(group[2]))):
        left, url = len(filed) - OF_A_THEME, theme_url(id, shelf)
        on = tag if id == NO_THEME else (themes.scheme, id)
        made = replace(group(id, label, label, filed, on, shelf, OF_A_THEME), theme=url)
        if left > 0 and url is not None:
            made = replace(made, more=words.more_under(left), more_under=Link(label, url, red=True))
        yield made


def group(anchor: str, title: str, label: str, passages: Sequence[Quotable], tag: Tag, shelf: Shelf, sample: int | None) -> Group:
    """A heading with its passages, or the newest of them; `tag` is what need not be said beside them."""
    shown = passages[:sample]
    more = words.in_the_conversations(len(passages) - len(shown))
    label = f"{label} {words.printed(len(passages))}"
    return Group(anchor, title, label, tuple(shelf.passage(passage, on=tag) for passage in shown), more)


def sample_of(scheme: str) -> int | None:
    """How many passages of a group a page of the scheme shows; None for all."""
    return None if scheme in WHOLE else SAMPLE


def theme_url(id: str, shelf: Shelf) -> str | None:
    """The address of a theme's page; None where it has none."""
    themes = shelf.vocabularies.themes
    return shelf.concept_link(themes, themes.by_id[id]).url if id in themes.by_id else None
