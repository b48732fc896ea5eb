"""Long lists cut into pages, so that none weighs more than a reader on a phone should wait for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from interview_journal.plan import words
from interview_journal.plan.pieces import AnswerView, Group, Link, PassageView

T = TypeVar("T")

HEAVIEST = 72_000
"""The weight of passages on a page, in bytes of HTML; with frame, card and the first conversations it stays below 100 KB."""
FRAME = 900
"""What the HTML around the text of a passage weighs, with its headline and who said it."""
HEADING = 140
"""What each subject heading beside it weighs."""
NEAR = 6
"""How many pages before and after this one have a number: a hundred links would weigh more than a passage."""


def leaves(groups: Iterable[Group]) -> tuple[tuple[Group, ...], ...]:
    """The groups on as many pages as they need, at least one; a group that goes on has its heading again."""
    pages: list[list[Group]] = [[]]
    room = HEAVIEST
    for group in groups:
        begun = False
        for passage in group.passages:
            if weight(passage) > room and pages[-1]:
                pages.append([])
                room = HEAVIEST
            room -= weight(passage)
            if pages[-1] and pages[-1][-1].anchor == group.anchor:
                pages[-1][-1] = replace(pages[-1][-1], passages=(*pages[-1][-1].passages, passage))
            else:
                if begun:  # what is left out is told once, where the group ends
                    pages[-2][-1] = replace(pages[-2][-1], more="", more_under=None)
                title = words.continued(group.title) if begun else group.title
                pages[-1].append(replace(group, title=title, passages=(passage,)))
            begun = True
    return tuple(map(tuple, pages))


def packed(items: Iterable[T], weight: Callable[[T], int]) -> tuple[tuple[T, ...], ...]:
    """The items on as many pages as they need, at least one; one heavier than a page has a page of its own."""
    pages: list[list[T]] = [[]]
    room = HEAVIEST
    for item in items:
        if weight(item) > room and pages[-1]:
            pages.append([])
            room = HEAVIEST
        room -= weight(item)
        pages[-1].append(item)
    return tuple(map(tuple, pages))


def weight(passage: PassageView | AnswerView) -> int:
    """How many bytes of HTML a passage makes, about; in scripts other than Latin a character has two or three."""
    return len(passage.html.encode()) + FRAME + HEADING * len(passage.shoulder.links)


def page_links(urls: Sequence[str], current: int) -> tuple[Link, ...]:
    """The numbers of the pages: the first, the last and those around this one; none where there is one page only."""
    last = len(urls) - 1
    near = sorted({0, last, *range(max(current - NEAR, 0), min(current + NEAR, last) + 1)}) if last > 0 else ()
    links: list[Link] = []
    for before, number in zip((0, *near), near, strict=False):
        links += [Link(words.GAP)] if number > before + 1 else []
        links.append(Link(f"{number + 1}", urls[number], current=number == current))
    return tuple(links)


def first_pages(pages: Iterable[Iterable[Group]], urls: Sequence[str]) -> Iterator[Link]:
    """Each group with its count, leading to the page and the place where it begins."""
    told: set[str] = set()
    for page, url in zip(pages, urls, strict=True):
        for group in page:
            if group.anchor not in told:
                told.add(group.anchor)
                yield Link(group.label, f"{url}#{group.anchor}")
