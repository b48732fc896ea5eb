"""The body of an entry: cut into blocks before any Markdown is seen."""

from interview_journal.body.block import Block, Definition, Passage, Prose, Question, Tag, Transclusion
from interview_journal.body.cut import cut

__all__ = ["Block", "Definition", "Passage", "Prose", "Question", "Tag", "Transclusion", "cut"]
