"""What the pages say to the author alone, in her preview."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interview_journal.plan.words import count, joined

Sentence = tuple[tuple[str, bool], ...]
"""The pieces of a message, and of each whether it is code: a key, a value, a line to write."""

BEGIN = "Nothing is on the shelf yet. Run “journal new” to begin a conversation; it stands here as soon as its file is saved."
YOURS_ALONE = "All this is yours alone: on the public site the shelf is empty. Each page here says why."
"""What home says of an empty shelf, and of one whose entries no reader may see yet."""
CLOSED_STACKS = "Closed stacks"
IN_THE_PREVIEW = "You see this because you are in the preview."
CLOSED = {
    "consent": "no consent yet",
    "status": "draft",
    "review": "waits for review",
    "embargo": "not yet",
    "date": "not yet",
    "withdrawn": "withdrawn",
    "problems": "has errors",
    "front matter": "a private note",
}
"""Why a reader would not see it, in a word or two, by the key that holds it back."""
PRIVATE = "private"
NO_TRACE = "The public site has no trace of it."
TRACES: dict[tuple[str, ...], str] = {
    ("problems",): "No public site is built until this is mended.",
    ("withdrawn",): "The public site says “Not on the shelf” of it, at the most.",
}
"""What the public site has of an entry that only this holds back."""
UNREADABLE = "hold it back: its front matter cannot be read."
BELOW_THE_LINE = "Below the line: yours alone, in any build."
PRIVATE_KEYS = {
    "introduced_by": "Introduced by",
    "referred_to": "Referred me to",
    "next_questions": "To ask next",
    "via": "Found through",
    "mention": "Means something else",
}
"""What stands before a key of the author's own in the preview; another key is named by itself."""
UNKNOWN_KIND = "Unknown"
THE_FILE = "The file"
PROBLEMS, ADVICE = "Problems", "Advice"
NOTHING_WRONG = "Nothing is wrong."
STAYS_PRIVATE = "What stays private"
BROKEN = "A template is broken"
HOW_TO_ASK = " A heading that ends in a question mark, or is one of the bank, begins an answer: “### What is the hardest part?”."
HOW_TO_NAME = {
    "person": "A person is named here once a conversation has lines like “person: Ada Byron” and “attribution: named”.",
    "library": "A library is named here once a conversation has a line like “library: Ashgrove” and its “attribution” shows it.",
    "goal": "To begin with one, write a line like “goal: How do the parts fit together?” in the front matter of a conversation.",
    "kind": "To mark a passage, let it begin with a line like “> [!quote] Two floors up”.",
}
"""How the first one of these comes about, by the scheme."""
MEND_IT = "Mend it and save; the page comes back by itself."


def how_to_file(key: str, example: str, *, passages_too: bool) -> str:
    """What an author does to have something filed in a vocabulary."""
    tag = f"; to file a passage, let its last line be “#{example}”" if passages_too else ""
    return f" To file an entry under a heading, write a line like “{key}: {example}” in its front matter{tag}."


def headings_to_choose(file: str) -> str:
    """Where the headings of an empty vocabulary are written."""
    return f" The headings are yours to choose: they stand in {file}."


def where_the_text_begins(path: str) -> str:
    """Where to write in a file that holds no text yet."""
    return f" The text begins below the second “---” in {path}."


def found(numbers: Sequence[str], files: int) -> str:
    """How many errors, warnings and notes stand in how many files."""
    return f"{joined(numbers)} in {count(files, 'file')}."


def problems(number: int) -> str:
    """The way to the page of problems."""
    return count(number, "problem")


def in_pieces(message: str) -> Sentence:
    """A message whose code stands between backticks, as on a terminal, cut for a page; a single backtick is one of the author's own."""
    return tuple((text, place % 2 == 1) for place, text in enumerate(re.split("`([^`]+)`", message)) if text)


def to_publish(path: str) -> Sentence:
    """What stands above the lines that would publish an entry."""
    return in_pieces(f"To publish it, write in `{path}`:")


def to_make_it_one(path: str) -> Sentence:
    """What stands above the front matter that a private note lacks."""
    return in_pieces(f"To make it an interview, let `{path}` begin with these lines:")
