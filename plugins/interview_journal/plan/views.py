"""What the template of each page prints: nothing is left to filter, sort or count."""

from __future__ import annotations

from dataclasses import dataclass

from interview_journal.plan.pieces import CallNumber, Closed, Fact, Group, Image, Link, Node, Part, ProblemLine, Row, Ways


@dataclass(frozen=True)
class EntryView:
    """The page of a conversation, a reflection or a page; of a faulty file in the preview too."""

    title: str
    over: str = ""
    """The line above the title ("A conversation with")."""
    takeaway: str = ""
    breadcrumb: tuple[Link, ...] = ()
    call_number: CallNumber | None = None
    facts: tuple[Fact, ...] = ()
    private_facts: tuple[Fact, ...] = ()
    """Preview only: "Below the line: yours alone, in any build."."""
    asked: tuple[Link, ...] = ()
    parts: tuple[Part, ...] = ()
    silence: str = ""
    """What stands in place of the text where there is none ("They agreed to a summary, so this card is all there is.")."""
    image: Image | None = None
    before: Row | None = None
    after: Row | None = None
    filed: bool = False
    """Whether before and after are printed: only conversations stand in the order of the shelf."""
    closed: Closed | None = None
    problems: tuple[ProblemLine, ...] = ()
    """Preview only."""
    problems_title: str = ""
    """"Problems"; "Advice" where nothing is wrong."""
    source: str = ""
    """Preview only: the file's text, where it could not be read as an entry."""


@dataclass(frozen=True)
class HomeView:
    """The first page: her own words, pinned and newest conversations, ways in."""

    name: str
    words: str
    """Her own words, as HTML; the first paragraph is the largest text of the page."""
    parts: tuple[Part, ...]
    """What follows from the first question or passage on."""
    sentence: str
    """One line of counts."""
    pinned: tuple[Row, ...]
    newest: tuple[Row, ...]
    older: Link | None
    ways: tuple[Ways, ...]
    empty: str
    """What an empty journal says; empty where there is something to read."""


@dataclass(frozen=True)
class ArchiveView:
    """One page, of at most twenty conversations, of a year."""

    title: str
    sentence: str
    years: tuple[Link, ...]
    rows: tuple[Row, ...]
    pages: tuple[Link, ...]
    """The pages of this year; empty where there is one only."""


@dataclass(frozen=True)
class IndexView:
    """A vocabulary as a schedule: a tree with counts, scope notes and *see* references."""

    title: str
    sentence: str
    red: bool
    tree: tuple[Node, ...]
    see: tuple[tuple[str, Link], ...]
    """Variant and the concept it leads to, in order of the alphabet."""
    empty: str


@dataclass(frozen=True)
class ConceptView:
    """The page of a concept: its card, the author's words, the passages themselves, the conversations."""

    breadcrumb: tuple[Link, ...]
    title: str
    red: bool
    note: str
    used_for: str
    """Variant labels: "money, grants, cuts"; "none" where there are none."""
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    related: tuple[Link, ...]
    intro: str
    """The author's own words, as HTML; may be empty."""
    count: str
    """"11 passages"."""
    orders: tuple[Link, ...]
    """"by kind", "by library type"."""
    groups: tuple[Group, ...]
    empty: str
    """What is said where no passage is filed here."""
    conversations: str
    """Heading of the rows: "3 conversations"."""
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class NotFoundView:
    """What stands under an address that holds nothing."""

    ways: tuple[Link, ...]
    newest: Link


@dataclass(frozen=True)
class MovedView:
    """What stands under a former address."""

    said: str
    """What has become of what stood here, up to the link that leads on."""
    to: Link


@dataclass(frozen=True)
class ProblemsView:
    """Preview only: all that is wrong, file by file, and what stays private and why."""

    sentence: str
    files: tuple[tuple[Link, tuple[ProblemLine, ...]], ...]
    private: tuple[tuple[Link, str], ...]
    """File and reason."""


View = EntryView | HomeView | ArchiveView | IndexView | ConceptView | NotFoundView | MovedView | ProblemsView


@dataclass(frozen=True)
class Frame:
    """What surrounds every page of one build."""

    name: str
    navigation: tuple[Link, ...]
    """Conversations, Library types, Roles, Themes and the author's own facets."""
    keeper: str
    """The sentence of the footer."""
    footer: tuple[Link, ...]
    home: str = ""
    """The address of the home page."""
    noindex: bool = False
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
