"""The words of home and of the archive."""

from __future__ import annotations

from interview_journal.plan.words.counted import conversations, count, joined, lowered, month
from interview_journal.value import PartialDate

SHELF_LIST = "Shelf list"
ONE_SPINE = "One spine a conversation: as tall as we talked long, as thick as it has passages."
ALL_OF_A_HEIGHT = "One spine a conversation: as thick as it has passages."
OTHER_KINDS = "Other kinds"
NOT_ASKED_YET = "Whom I have not asked yet"
START_HERE = "Start here"
NEWEST = "Newest"
OLDER = "Older conversations"
WAYS_IN = "Ways in"
YEARS = "Years"
UNDATED = "Without a date"
EMPTY = "Nothing is on the shelf at present. Conversations with librarians will stand here."
"""What home says of an empty shelf."""


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
