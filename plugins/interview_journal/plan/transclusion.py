"""A passage of another entry, where an essay or a page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from interview_journal.body import Transclusion
from interview_journal.consent import Disclosed, Part
from interview_journal.links import inner
from interview_journal.plan import preview_words
from interview_journal.plan.parts import Shelf
from interview_journal.plan.pieces import PassageView
from interview_journal.quotable import ANSWER, Quotable, answers_in, callouts_in

TEMPLATE = "journal/partials/transclusion.html"


def transcluded(block: Transclusion, entry: Disclosed, shelf: Shelf) -> Iterator[PassageView]:
    """The passage that a line of the entry shows, with who said it, where and when; nothing where its reader does not see it.

    In the preview its author sees more, and is told why readers do not.
    """
    target = shelf.texts.target(block.target, inner(entry.path))
    source = shelf.by_path.get(target.path) if target and not target.rivals else None
    found = next((passage for passage in quotable_in(source) if target and passage.anchor == target.anchor), None) if source else None
    if source and found:
        closed = "" if source is entry else closed_by(source, found)
        yield replace(with_closed(found, closed, shelf), template=TEMPLATE)


def quotable_in(entry: Disclosed) -> Iterator[Quotable]:
    """The callouts of an entry, then its answers in running text as readers see them; last, in the preview alone, as its author does."""
    opened = replace(entry, parts=tuple(Part(part.block) for part in entry.parts))
    callouts = callouts_in(opened)
    yield from callouts
    for seen in (entry, opened):
        yield from (answer.quotable for answer in answers_in(seen, callouts) if answer.texts)


def closed_by(entry: Disclosed, passage: Quotable) -> str:
    """Preview only: why readers do not see the passage, or not all of it."""
    if entry.reasons:
        return preview_words.CLOSED.get(entry.reasons[0].key, preview_words.PRIVATE)
    return next((part.closed for part in entry.parts if part.closed and part.block in passage.texts), "")


def with_closed(passage: Quotable, closed: str, shelf: Shelf) -> PassageView:
    """The view of a passage, one of a private kind and one of a kind that nobody knows among them; `closed` tells why no reader sees it."""
    view = shelf.passage(passage)
    kind = shelf.vocabularies.kinds.by_id.get(passage.kind)
    if passage.kind == ANSWER or kind and not kind.yes("private"):
        return replace(view, closed=closed)
    return replace(view, kind=kind.label if kind else preview_words.UNKNOWN_KIND, form="private", closed=closed)
