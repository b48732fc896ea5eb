"""Why a reader does not see an entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from interview_journal.consent.disclosed import Reason
from interview_journal.entry import Entry, Reading

REVIEWS = {
    "not-offered": "is not-offered: they have not been offered to read it",
    "offered": "is offered: they have not said whether they want to read it",
    "sent": "is sent: waiting for their answer, and silence is not approval",
    "changes": "is changes: they asked for some",
}
QUOTES = "they agreed to be quoted"


def reasons_against(reading: Reading, day: dt.date) -> tuple[Reason, ...]:
    """Why a reader does not see the entry on that day; empty where it is public."""
    errors = (Reason("problems", "hold it back: it has errors"),) if reading.has_error else ()
    return (*decisions_against(reading.entry, day), *errors) if reading.entry else errors


def decisions_against(entry: Entry, day: dt.date) -> tuple[Reason, ...]:
    """What the entry itself says against being public on that day; empty where it wants to be."""
    return tuple(_decisions_against(entry, day))


def _decisions_against(entry: Entry, day: dt.date) -> Iterator[Reason]:
    if entry.in_private_folder:
        yield Reason("folder", "is named private: nothing in it is ever published")
    if entry.is_note:
        yield Reason(
            "front matter",
            "is missing, so this is a private note",
            "---\ndate: 2026-03-14\nlibrary_type: university\nrole: director\n---",
        )
        return
    if entry.genre == "interview":
        if entry.consent == "none":
            yield Reason("consent", "is none: they have not agreed to anything yet", "consent: quotes", QUOTES)
            if "attribution" not in entry.lines:
                yield Reason("attribution", "is anonymous, since nothing else is written", "attribution: named", "under their name")
    elif entry.status != "published":
        yield Reason("status", f"does not say published, and a {entry.genre} becomes public by that", "status: published", "it is ready")
    if entry.status == "draft" and entry.genre == "interview":
        yield Reason("status", "is draft: your own decision", "status: published", "it is ready")
    if entry.review and entry.review not in ("approved", "waived"):
        yield Reason("review", REVIEWS[entry.review], "review: approved", "they have read it and agree")
    if entry.embargo and entry.embargo > day:
        yield Reason("embargo", f"is {entry.embargo}: not public before that day")
    if entry.date and entry.date.first > day:
        yield Reason("date", f"is {entry.date.text}, which lies ahead")
    for key in entry.not_yet:
        yield Reason(key, "is another tool's word for “not yet”; delete the line")
    if entry.withdrawn:
        yield Reason("withdrawn", "is set: they took their consent back")


def is_gone(reading: Reading, day: dt.date) -> bool:
    """Whether the entry would be public but for `withdrawn`, so that a page without name or text remains."""
    return [reason.key for reason in reasons_against(reading, day)] == ["withdrawn"]
