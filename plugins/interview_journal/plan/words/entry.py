"""The words of an entry's page."""

from __future__ import annotations

from interview_journal.plan.words.counted import count, lowered, passages
from interview_journal.text import ended

A_CONVERSATION = "A conversation"
A_CONVERSATION_WITH = "A conversation with"
A_LIBRARIAN = "A librarian"
ABOUT_THE_CONVERSATION = "Facts"
WHEN, WHEN_AND_PLACE = "When", "When and place"
LIBRARY, NOT_NAMED, KIND_OF_LIBRARY = "Library", "not named", "Kind of library"
JOB_TITLE, HOW, GOAL = "Job title", "How", "What I wanted to learn"
HELD = {"in-person": "in person", "video": "by video", "phone": "by phone", "email": "by mail", "visit": "on a visit"}
"""How it was held, as within a sentence."""
MET = {"yes": "Met.", "partly": "Partly met.", "no": "Not met.", "changed": "It changed on the way."}
STRIPE = "Themes as they came up"
WITHOUT_THEME = "No theme"
BY_NAME = "The passages by name"
ASKED = "What I asked"
TEXT = "Text"
SILENCE = {
    "summary": "They agreed to a summary, so this card is all there is.",
    "paraphrase": "They agreed to be retold, not quoted; nothing of this conversation is retold yet.",
}
"""What stands in place of the text where consent leaves none."""
NOTHING_YET = "Nothing is written here yet."
FILED = "As it is filed"
TRACINGS = "Filed under"
WRITE_TO_ME = "Write to me about this"
REPLY = "Reply by mail"
A_QUESTION = "A question to you"
CITE = "Cite"
COPY = "Copy"
CONSENT = {"summary": "A summary", "paraphrase": "Retold, not quoted", "quotes": "Quoted"}
ATTRIBUTION = {
    "anonymous": "without a name",
    "pseudonym": "under another name",
    "title-only": "without a name, by what they do",
    "named": "by name",
}
READ_BEFORE = "; read and approved before it was published"
RELATED = "Related"
PICKED = "I put these two side by side"
SAME = {
    "theme": ("both name", "both name"),
    "library_type": ("the same kind of library,", "the same kinds of library,"),
    "parent": ("both belong to", "both belong to"),
}
"""What stands before one heading that two entries share, and before several."""
SAME_LIBRARY = "the same library"
BEFORE_AND_AFTER, BEFORE, AFTER = "Before and after", "Before", "After"
FIRST = "Nothing; this is the first."
LAST = "Nothing yet; this is the newest."


def stripe(number: int) -> str:
    """The one sentence of the stripe."""
    return f"{passages(number)} in order, each as wide as it is long; the pattern tells the family."


def same(scheme: str, number: int, one: str = "", many: str = "") -> str:
    """What stands before the headings that two entries share: "both name"; of a facet of the author's own "the same locale,"."""
    if scheme in SAME:
        return SAME[scheme][number > 1]
    return f"the same {lowered(one if number == 1 else many)},"


def cited(author: str, title: str, date: str, address: str) -> tuple[str, str]:
    """How an entry is cited, up to the journal's name and from there on; all but the title may be empty."""
    return f"{f'{ended(author)} ' if author else ''}“{ended(title)}” ", f"{f', {date}' if date else ''}.{f' {address}' if address else ''}"


def others_answered(number: int) -> str:
    """How many others were asked this and answered."""
    return f"{count(number, 'other')} answered"
