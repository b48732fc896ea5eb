"""Anchors: the addresses of questions and passages within their entry."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from interview_journal.body.block import Block, Passage, Prose, Question
from interview_journal.text import slug
from interview_journal.vocabulary import Vocabulary

Warn = Callable[[int, str, str], None]


def with_anchors(blocks: Iterable[Block], kinds: Vocabulary, warn: Warn) -> Iterator[Block]:
    """The blocks with anchors that are unique in the entry, and with the question they answer."""
    blocks = list(blocks)
    anchors = unique_anchors(blocks, kinds, warn)
    questions: list[tuple[int, str]] = []
    for place, block in enumerate(blocks):
        level = block.level if isinstance(block, Question) else block.heading if isinstance(block, Prose) else 0
        while level and questions and questions[-1][0] >= level:
            questions.pop()
        block = replace(block, under=questions[-1][1] if questions else "")
        if isinstance(block, Question):
            questions.append((block.level, anchors[place]))
        yield replace(block, anchor=anchors[place]) if isinstance(block, Question | Passage) else block


def unique_anchors(blocks: list[Block], kinds: Vocabulary, warn: Warn) -> dict[int, str]:
    """The anchor of each question and passage by its place; a `^id` comes first and what is private last, so that it moves nobody's."""
    hidden = {kind.id for kind in kinds.concepts if kind.yes("private")} | {""}
    named = [
        (isinstance(block, Passage) and block.kind in hidden, not block.anchor, place, block)
        for place, block in enumerate(blocks)
        if isinstance(block, Question | Passage)
    ]
    taken: dict[str, int] = {}
    anchors = {}
    for private, _, place, block in sorted(named, key=lambda row: row[:3]):
        wanted = anchor = block.anchor or own_name(block)
        while anchor in taken:
            taken[wanted] += 1
            anchor = f"{wanted}-{taken[wanted]}"
        taken[anchor] = 1
        anchors[place] = anchor
        if anchor != wanted and not private:
            text = f"the anchor `#{wanted}` stands twice in this entry"
            warn(block.line, text, "give one of the two a `^id` of its own on its line of tags")
    return anchors


def own_name(block: Question | Passage) -> str:
    """The anchor that a block makes of its words.

    A passage without headline is named by its kind and a number made from its text, which stays when another is added above.
    """
    if isinstance(block, Question):
        return slug(block.text) or "question"
    return slug(block.headline) or f"{block.kind or 'passage'}-{zlib.crc32(block.text.encode()) % 10000}"
