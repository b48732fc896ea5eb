"""What of an entry can be shown by itself: its callouts, and its answers to questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interview_journal.body import Passage, Prose, Question, Tag
from interview_journal.consent import Disclosed
from interview_journal.vocabulary.authority import coined_id

ANSWER = "answer"
"""The kind of an answer: what stands under a question and in no callout."""


@dataclass(frozen=True)
class Quotable:
    """A passage as every view has it: a callout, or an answer that is tagged as a whole."""

    entry: Disclosed
    kind: str
    headline: str
    anchor: str
    texts: tuple[Prose | Passage, ...]
    """The blocks whose text is printed."""
    tags: tuple[Tag, ...]


@dataclass(frozen=True)
class Answer:
    """What one entry says to one question, as readers see it."""

    entry: Disclosed
    question: str
    """The id of the question, in the bank or made of its text."""
    asked: Question
    """As it was asked here."""
    texts: tuple[Prose, ...]
    """Its own words, without its callouts."""
    passages: tuple[Quotable, ...]
    """The callouts in it."""

    @property
    def given(self) -> bool:
        """Whether there is one: some questions are only asked."""
        return bool(self.texts or self.passages)

    @property
    def quotable(self) -> Quotable:
        """The answer's own words as a passage."""
        return Quotable(self.entry, ANSWER, self.asked.text, self.asked.anchor, self.texts, self.asked.tags)


def question_id(question: Question) -> str:
    """The id of a question in the bank, else one made of its text."""
    return question.concept or coined_id(question.text)


def callouts_in(entry: Disclosed) -> tuple[Quotable, ...]:
    """The callouts of an entry that readers see. One without tags of its own has those of the answer it stands in."""
    seen = [block for part in entry.parts if (block := part.for_readers)]
    tags = {block.anchor: block.tags for block in seen if isinstance(block, Question)}
    return tuple(
        Quotable(entry, block.kind, block.headline, block.anchor, (block,), block.tags or tags.get(block.under, ()))
        for block in seen
        if isinstance(block, Passage)
    )


def answers_in(entry: Disclosed, callouts: Iterable[Quotable]) -> tuple[Answer, ...]:
    """What readers see of each question of an entry, in order."""
    named = {passage.anchor: passage for passage in callouts}
    seen = [block for part in entry.parts if (block := part.for_readers)]
    below: dict[str, list[Prose | Passage]] = {}
    for block in seen:
        if isinstance(block, Prose | Passage):
            below.setdefault(block.under, []).append(block)
    return tuple(
        Answer(
            entry,
            question_id(question),
            question,
            tuple(block for block in below.get(question.anchor, ()) if isinstance(block, Prose)),
            tuple(named[block.anchor] for block in below.get(question.anchor, ()) if isinstance(block, Passage)),
        )
        for question in seen
        if isinstance(question, Question)
    )


def passages(entry: Disclosed, callouts: Iterable[Quotable], answers: Iterable[Answer]) -> Iterator[Quotable]:
    """The passages of an entry in order: its callouts, and the answers that are tagged as a whole."""
    found = {passage.anchor: passage for passage in callouts}
    found |= {answer.asked.anchor: answer.quotable for answer in answers if answer.asked.tags and answer.texts}
    for block in (part.for_readers for part in entry.parts):
        if isinstance(block, Question | Passage) and block.anchor in found:
            yield found[block.anchor]
