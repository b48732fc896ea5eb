"""What every page is: where it stands, which template makes it, and what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass

from interview_journal.plan.pieces import Image, Link


@dataclass(frozen=True)
class View:
    """What the template of a page prints: nothing is left to filter, sort or count. Each kind of page has its own, beside what plans it."""


@dataclass(frozen=True)
class Frame:
    """What surrounds every page of one build."""

    name: str
    navigation: tuple[Link, ...]
    """Conversations, Library types, Roles, Themes, the author's own facets, Questions."""
    keeper: str
    """The sentence of the footer."""
    footer: tuple[Link, ...]
    running_foot: str = ""
    """What stands at the foot of every printed page."""
    home: str = ""
    """The address of the home page."""
    site: str = ""
    """The address of the site, with a slash at its end; empty where it is not known."""
    noindex: bool = False
    feed: str = ""
    """The address of the feed; empty where there is none."""
    problems: Link | None = None
    """Preview only: "3 problems", leading to /problems/."""


@dataclass(frozen=True)
class PlannedPage:
    """One page of the site: where it stands, which template makes it, and all that the template sees."""

    url: str
    template: str
    title: str
    description: str
    section: str
    """The `url` of the entry of the navigation that this page belongs to; may be empty."""
    view: View
    updated: str = ""
    """`YYYY-MM-DD`, for the sitemap; empty where no date is known."""
    listed: bool = True
    """Whether the sitemap names it, and a search engine may keep it."""
    article: bool = False
    """Whether it is a conversation or an essay: "article" in the Open Graph protocol (ogp.me), where all others are "website"."""
    published: str = ""
    """`YYYY-MM-DD` of a conversation or an essay; empty where the day is not known."""
    image: Image | None = None
    """The picture that stands for it where its address is shared."""
