"""A goal: what became of it, and what it still wants."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from interview_journal.catalogue import GOAL, is_conversation
from interview_journal.consent import Disclosed
from interview_journal.plan import words
from interview_journal.plan.parts import Shelf
from interview_journal.plan.pieces import Row
from interview_journal.plan.whom_to_ask import asking, whom, wishes
from interview_journal.vocabulary import Concept


def outcome(goal: Concept, shelf: Shelf) -> str:
    """How many conversations began with a goal, and what became of it: "2 conversations, met once, partly met once."."""
    entries = shelf.catalogue.in_all[GOAL, goal.id]
    number = words.conversations(len(entries), all_are=all(map(is_conversation, entries)))
    return words.as_sentence(", ".join(part for part in (number, outcomes(goal, shelf)) if part))


def outcomes(goal: Concept, shelf: Shelf) -> str:
    """What became of a goal: "met once, partly met once"; empty where no conversation says."""
    return words.outcomes(Counter(entry.goal_met for entry in shelf.catalogue.in_all[GOAL, goal.id]))


def goal_row(entry: Disclosed, shelf: Shelf) -> Row:
    """A conversation in the list of a goal's, with what became of the goal there."""
    return replace(shelf.row(entry), remark=words.MET.get(entry.goal_met, ""))


def wanted(goal: Concept, shelf: Shelf) -> tuple[str, ...]:
    """Whom a goal still wants, in words, by the rule of the table of coverage."""
    return tuple(whom(wish, shelf.tally) for wish in wishes((goal,), shelf.tally)) if goal in asking(shelf.told.goals) else ()
