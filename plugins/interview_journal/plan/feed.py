"""The feed: the newest conversations and reflections for readers of Atom (RFC 4287)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from interview_journal.consent import Disclosed
from interview_journal.journal.former import Formers
from interview_journal.markup import elsewhere
from interview_journal.plan.entry_page import image_of, parts_of, with_picture
from interview_journal.plan.page import PlannedPage, View
from interview_journal.plan.parts import Shelf, language_of, title_of, whole_day
from interview_journal.plan.pieces import Image, Language, Link, Part, PassageView, QuestionHeading

FEED = "feed.xml"
"""Its address, and the name of its template."""
NEWEST = 20
NO_DAY = "1970-01-01"
"""When an empty feed was changed: the format wants a day, and this one is the same in every build."""


@dataclass(frozen=True)
class Category:
    """A concept that an entry is filed under (RFC 4287, 4.2.2)."""

    term: str
    """Its id."""
    scheme: str
    """The address of its facet's index."""
    label: str


@dataclass(frozen=True)
class FeedPart:
    """A question, a passage, a picture or text between them; without a stylesheet, so all that it is it says in words."""

    html: str = ""
    question: str = ""
    kind: str = ""
    """Of a passage: "Quote"."""
    headline: str = ""
    quoted: bool = False
    """Whether these are words of the one who was asked, or of another entry."""
    speaker: Link | None = None
    """Who said it; a passage of another entry leads there."""
    where: str = ""
    """After the speaker of a passage of another entry: "University library · 14 March 2026"."""
    image: Image | None = None
    language: Language | None = None
    """Of its words; None where it is the journal's own."""


@dataclass(frozen=True)
class FeedEntry:
    """A conversation or a reflection."""

    id: str
    url: str
    title: str
    updated: str
    """A moment in UTC (RFC 3339)."""
    published: str
    """The same of the day it is of; empty where no more than month or year is known."""
    summary: str
    """The takeaway; may be empty."""
    categories: tuple[Category, ...]
    parts: tuple[FeedPart, ...]
    """The text; empty where consent leaves none."""
    language: Language | None
    """Of summary and text; None where it is the journal's own."""
    title_language: Language | None


@dataclass(frozen=True)
class FeedView(View):
    """The feed; every address in it is whole."""

    home: str
    """The address of the site, which is the feed's id too."""
    url: str
    title: str
    subtitle: str
    author: str
    """Who keeps the journal, else its name."""
    updated: str
    entries: tuple[FeedEntry, ...]


def has_feed(shelf: Shelf) -> bool:
    """Whether there is a feed: without an address of the site none can be, and the preview needs none, since nobody else reads it."""
    return bool(shelf.settings.url) and not shelf.preview


def feed_page(shelf: Shelf, formers: Formers) -> PlannedPage:
    """The feed of a site that has one."""
    settings = shelf.settings
    newest = ((entry, day) for entry in shelf.catalogue.entries if (day := changed(entry, shelf.day)))
    entries = tuple(feed_entry(entry, day, shelf, formers) for entry, day in islice(newest, NEWEST))
    view = FeedView(
        settings.url,
        f"{settings.url}{FEED}",
        settings.name,
        settings.description,
        settings.author or settings.name,
        max((entry.updated for entry in entries), default=moment(NO_DAY)),
        entries,
    )
    return PlannedPage(FEED, FEED, settings.name, settings.description, "", view, listed=False)


def changed(entry: Disclosed, today: dt.date) -> str:
    """The day on which an entry was changed, else held, as `YYYY-MM-DD`; empty where none is told or past.

    A day that lies ahead was not yet, and a partial date counts from its first day.
    """
    days = (entry.updated, entry.date.first if entry.date else None)
    return next((day.isoformat() for day in days if day and day <= today), "")


def moment(day: str) -> str:
    """The beginning of a day in UTC, as RFC 3339 writes it."""
    return f"{day}T00:00:00Z" if day else ""


def feed_entry(entry: Disclosed, day: str, shelf: Shelf, formers: Formers) -> FeedEntry:
    """An entry as the feed has it."""
    site, url = shelf.settings.url, shelf.entry_url(entry)
    text = tuple(parts_of(entry, shelf))
    return FeedEntry(
        id=f"{site}{next(iter(formers.urls(entry.was)), url)}",
        url=f"{site}{url}",
        title=title_of(entry, shelf.vocabularies),
        updated=moment(day),
        published=moment(whole_day(entry)),
        summary=entry.takeaway,
        categories=tuple(categories(entry, shelf)),
        parts=tuple(feed_part(part, entry, shelf) for part in with_picture(text, image_of(entry, shelf))) if text else (),
        language=language_of(entry),
        title_language=language_of(entry) if entry.title else None,
    )


def categories(entry: Disclosed, shelf: Shelf) -> Iterator[Category]:
    """The concepts of an entry in every facet."""
    for facet in shelf.vocabularies.facets:
        scheme = f"{shelf.settings.url}{shelf.addresses.page(facet.name)}"
        ids = (id for id in entry.facets.get(facet.scheme, ()) if id in facet.by_id)
        yield from (Category(id, scheme, facet.by_id[id].label) for id in ids)


def feed_part(part: Part, entry: Disclosed, shelf: Shelf) -> FeedPart:
    """A part of an entry's page as the feed has it."""
    site, language = shelf.settings.url, language_of(entry)
    if isinstance(part, Image):
        return FeedPart(image=Image(f"{site}{part.url}", part.alt))
    if isinstance(part, QuestionHeading):
        return FeedPart(question=part.text, language=language)
    text = elsewhere(part.html, site)
    if not isinstance(part, PassageView):
        return FeedPart(text, language=language)
    kind = shelf.vocabularies.kinds.by_id.get(part.kind_id)
    at_home = part.url == shelf.entry_url(entry, part.anchor)
    theirs = kind is not None and kind.one("words").casefold() != "mine"
    speaker = (Link(part.speaker) if theirs else None) if at_home else Link(part.who.label, f"{site}{part.url}")
    where = "" if at_home else part.where
    return FeedPart(text, "", part.kind, part.headline, theirs or not at_home, speaker, where, language=part.language)
