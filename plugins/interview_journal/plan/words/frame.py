"""What surrounds every page, and what stands under addresses that hold nothing, or nothing any more."""

from __future__ import annotations

SKIP = "Skip to the text"
JOURNAL = "Journal"
PAPER = "Paper"
PAPERS = ("Auto", "Light", "Dark")
"""The states of the paper, as the masthead shows them: as the system has it, light, dark."""
ABOUT_THE_JOURNAL = "About the journal"
BREADCRUMB = "Breadcrumb"
CONVERSATIONS = "Conversations"
PAGES = "Pages"
SUBJECT_HEADINGS = "Subject headings"
LINK_TO_PASSAGE = "Link to this passage"
LINK_TO_QUESTION = "Link to this question"
CALL_NUMBER = "Call number"
ANSWER = "Answer"
NOT_FOUND = "Not on the shelf"
NOTHING_HERE = (
    "Nothing stands under this address. It may never have been here, it may have been moved, or the person in it has asked for it back; "
    "a journal of conversations keeps no trace of what is withdrawn."
)
GO_BY, BACK_TO = "Or go by", "or back to"
NEWEST_CONVERSATIONS, FIRST_PAGE = "the newest conversations", "the first page"
MOVED = "Shelved elsewhere"
MOVED_ENTRY = "What stood under this address has another one now:"
MOVED_CONCEPT = "What was filed here has another heading now:"


def kept_by(journal: str, author: str) -> str:
    """The sentence of the footer where the author has none: it claims nothing that may be false."""
    return f"{journal} is {f'kept by {author}' if author else 'a journal of conversations with librarians'}."


def running_foot(journal: str, address: str) -> str:
    """What stands at the foot of every printed page: the journal, and where it is read."""
    return f"{journal}, {address}" if address else journal


def nothing_at(label: str) -> str:
    """What a former address of a concept says while nothing is filed there, before the name of the index."""
    return f"What was filed here belongs under “{label}”, where nothing stands at present. See"
