"""What the pages say: every word of the interface that a reader meets. For a journal in another language this is the file to translate."""

from __future__ import annotations

from collections.abc import Sequence

from interview_journal.text import ended
from interview_journal.value import PartialDate

# The frame of every page
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

# Home and archive
SHELF_LIST = "Shelf list"
ONE_SPINE = "One spine a conversation: as tall as we talked long, as thick as it has passages."
ALL_OF_A_HEIGHT = "One spine a conversation: as thick as it has passages."
OTHER_KINDS = "Other kinds"
START_HERE = "Start here"
NEWEST = "Newest"
OLDER = "Older conversations"
WAYS_IN = "Ways in"
YEARS = "Years"
UNDATED = "Without a date"
EMPTY = "Nothing is on the shelf at present. Conversations with librarians will stand here."
"""What home says of an empty shelf."""

# Entry
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
AND = "and"
SAME_LIBRARY = "the same library"
BEFORE_AND_AFTER, BEFORE, AFTER = "Before and after", "Before", "After"
FIRST = "Nothing; this is the first."
LAST = "Nothing yet; this is the newest."

# Indexes and the pages of concepts
ORDER, AS_A_TREE, BY_NUMBER, A_TO_Z = "Order", "As a tree", "By number of conversations", "A to Z, with variants"
NONE_YET = "none yet"
PASSAGES_ONLY = "passages only"
ANOTHER_WORD = "If you look for another word"
SEE = "see"
NOTHING_FILED = "Nothing is filed here yet."
USED_FOR, BROADER, NARROWER, NONE = "Used for", "Broader", "Narrower", "none"
MY_NOTE = "My own note"
BY_KIND, BY_LIBRARY_TYPE = "by kind", "by library type"
ELSEWHERE = "Elsewhere"
ALSO = "Also"
GROUPS = {
    "quote": "In their words",
    "insight": "What I understood",
    "advice": "Advice",
    "skill": "Skills",
    "challenge": "What is hard",
    "joy": "What they love",
    "surprise": "Surprises",
    "story": "Stories",
    "fact": "Facts",
    "resource": "Resources",
    "question": "Open questions",
    "moved": "What moved me",
    "answer": "Answers",
}
"""Headings of the kinds of passage on a concept's page; another kind is headed by its label."""

# What stands under addresses that hold nothing, or nothing any more
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

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def when(value: PartialDate | None) -> str:
    """A date as exactly as it is known: "14 March 2026", "March 2026", "2026"; empty where it is not."""
    if value is None:
        return ""
    return f"{value.first.day} {month(value)}" if value.text.count("-") == 2 else month(value)


def month(value: PartialDate) -> str:
    """March 2026, or the year alone where no more is known."""
    return f"{MONTHS[value.first.month - 1]} {value.year}" if "-" in value.text else str(value.year)


def printed(number: int) -> str:
    """A number as pages print it: "1,304"."""
    return f"{number:,}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its word: "1 passage", "11 passages", "no passages"."""
    return f"{printed(number) if number else 'no'} {one if number == 1 else many or f'{one}s'}"


def conversations(number: int, *, all_are: bool = True) -> str:
    """How many conversations, or entries where some are reflections."""
    return count(number, "conversation") if all_are else count(number, "entry", "entries")


def passages(number: int) -> str:
    """How many passages."""
    return count(number, "passage")


def minutes(number: int) -> str:
    """How long."""
    return count(number, "minute")


def joined(names: Sequence[str]) -> str:
    """Names as a person lists them: "A, B and C"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def lowered(label: str) -> str:
    """A label within a sentence: without its capital, unless that belongs to an abbreviation."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def kept_by(journal: str, author: str) -> str:
    """The sentence of the footer where the author has none: it claims nothing that may be false."""
    return f"{journal} is {f'kept by {author}' if author else 'a journal of conversations with librarians'}."


def running_foot(journal: str, address: str) -> str:
    """What stands at the foot of every printed page: the journal, and where it is read."""
    return f"{journal}, {address}" if address else journal


def shelf(number: int, kinds: int, roles: int, since: PartialDate | None) -> str:
    """The line of counts on the first page; of kinds of library and roles, as far as they are shown."""
    if number == 1:
        return f"{conversations(1)} so far{f', in {month(since)}' if since else ''}."
    found = [count(kinds, "kind of library", "kinds of library")] if kinds else []
    found += [count(roles, "role")] if roles else []
    return f"{conversations(number)}{' in ' if found else ''}{joined(found)}{f' since {month(since)}' if since else ''}."


def by(facet: str) -> str:
    """The heading of a way in: "By library type"."""
    return f"By {lowered(facet)}"


def of_pages(title: str, number: int, of: int) -> str:
    """A title or sentence with the number of its page, where there are several."""
    return f"{title}, page {number} of {of}" if of > 1 else title


def in_order(title: str, order: str) -> str:
    """The title of an index in another order than its own: "Themes: by number of conversations"."""
    return f"{title}: {lowered(order)}"


def continued(title: str) -> str:
    """The heading of a group that began on the page before."""
    return f"{title}, continued"


def all_of(number: int, *, all_are: bool) -> str:
    """A link to the whole list: "All 612 conversations"."""
    return f"All {conversations(number, all_are=all_are)}"


def summed(passages_here: int, entries: int, *, all_are: bool) -> str:
    """What a concept's page holds, where no scope note says what it is about; of what there is none it says nothing."""
    found = [passages(passages_here)] if passages_here else []
    found += [conversations(entries, all_are=all_are)] if entries else []
    return f"{', '.join(found)}."


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
    """How many others were asked this and answered; empty for none."""
    return f"{count(number, 'other')} answered" if number else ""


def and_more(number: int) -> str:
    """What stands after the first few of a list; empty for none."""
    return f"and {printed(number)} more" if number > 0 else ""


def vocabulary(title: str, families: int, headings: int, used: int) -> str:
    """What a vocabulary is of, and how large; empty while it has no concepts."""
    if not headings:
        return ""
    tree = f"{count(families, 'family', 'families')}, " if families < headings else ""
    of_them = f"{used or 'none'} of them" if headings > 1 else "" if used else "not yet"
    return f"{title}: {tree}{count(headings, 'heading')}, {of_them}{' ' if of_them else ''}in use."


def here(number: int) -> str:
    """What is filed under a concept itself, where that is not all: "1 here, "."""
    return f"{printed(number)} here, "


def in_all(number: int) -> str:
    """What is filed under a concept and all below it."""
    return f"{printed(number)} in all"


def no_passage(label: str, number: int, *, below: bool, all_are: bool) -> str:
    """What is said where no passage is filed under the concept itself: a catalogue files under the narrowest heading."""
    if below:
        return f"No passage is filed under “{label}” itself; look under its narrower headings."
    one, many = ("conversation", "conversations") if all_are else ("entry", "entries")
    return f"No passage is filed here yet; {f'this {one} names' if number == 1 else f'these {many} name'} it as a whole."


def in_the_conversations(number: int) -> str:
    """Where the passages are that a page of a role or a kind of library leaves out; empty for none."""
    return f"and {printed(number)} more, in the conversations below" if number else ""


def nothing_at(label: str) -> str:
    """What a former address of a concept says while nothing is filed there, before the name of the index."""
    return f"What was filed here belongs under “{label}”, where nothing stands at present. See"
