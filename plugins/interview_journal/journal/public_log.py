"""What of an entry's problems may stand in a log that everybody reads (FORMAT, "The publication rule").

A message quotes what it tells of, and what readers do not see must not be quoted there. `journal check` tells the author all of it.
"""

from __future__ import annotations

from interview_journal import keys
from interview_journal.body import Passage, Prose, Question
from interview_journal.consent import seen_by_readers
from interview_journal.consent.hidden_name import HiddenNames
from interview_journal.consent.rule import hidden_keys
from interview_journal.entry import Entry, Reading
from interview_journal.front_matter import RESTRICTING
from interview_journal.problem import Problem, Severity
from interview_journal.vocabulary import Vocabularies

HIDING = RESTRICTING | {"person", "job_title", "library", "place"}
"""The keys that say what is hidden: where one cannot be read, nobody knows what else the entry hides."""


class PublicLog:
    """What may be told of an entry that wants to be public."""

    def __init__(self, reading: Reading, entry: Entry, vocabularies: Vocabularies) -> None:
        self.entry = entry
        self.names = HiddenNames(entry, vocabularies)
        self.hidden = hidden_keys(entry)
        self.blocks = quotable_blocks(entry, vocabularies)
        errors = (problem.line for problem in reading.problems if problem.severity is Severity.ERROR)
        shown = (keys.BY_NAME.keys() | {facet.key for facet in vocabularies.facets}) - HIDING
        self.unread = frozenset(name for line in errors for name in self.keys_at(line) if name not in shown)
        """The keys, and those that nobody knows, by which more may have been meant to be hidden."""

    def may_tell(self, problem: Problem) -> bool:
        """Whether the message quotes nothing that is hidden, as far as can be known."""
        at = self.keys_at(problem.line)
        if self.names.standing_in(f"{problem.text}; {problem.hint}") or at & self.hidden or self.unread and not at & self.unread:
            return False
        begun = [(line, mark) for line, mark in self.blocks.items() if line <= problem.line]
        return not begun or begun[-1][1] or problem.line in self.unknown_kinds()

    def keys_at(self, line: int) -> frozenset[str]:
        """The keys under which a line of the front matter stands: one, or all of a line."""
        if line >= min(self.blocks, default=line + 1):
            return frozenset()
        begins = max((begin for begin in self.entry.lines.values() if begin <= line), default=0)
        return frozenset(name for name, begin in self.entry.lines.items() if begin == begins)

    def unknown_kinds(self) -> frozenset[int]:
        """The lines of callouts whose name nobody knows, which is told, since it must be mended."""
        return frozenset(block.line for block in self.entry.blocks if isinstance(block, Passage) and not block.kind)


def quotable_blocks(entry: Entry, vocabularies: Vocabularies) -> dict[int, bool]:
    """Whether readers see all of a block, by the line on which it begins, in order; a question's tags are seen with some of its answer."""
    seen = seen_by_readers(entry, vocabularies)
    whole = {(part.block.line, part.block.text) for part in seen.parts} | {(one.line, one.text) for one in seen.definitions}
    answered: dict[str, bool] = {}
    found: dict[int, bool] = {}
    for block in reversed(entry.blocks):
        text: str = getattr(block, "text", "")
        is_blank = isinstance(block, Prose) and not text.strip()
        found[block.line] = is_blank or (block.line, text) in whole
        if isinstance(block, Question):
            found[block.line] &= answered.get(block.anchor, True)
        if isinstance(block, Prose | Passage) and not is_blank:
            answered[block.under] = answered.get(block.under, False) or found[block.line]
        elif isinstance(block, Question) and block.anchor in answered:
            answered[block.under] = answered.get(block.under, False) or answered[block.anchor]
    return dict(reversed(found.items()))
