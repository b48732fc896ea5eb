"""What the template of each page prints: nothing is left to filter, sort or count."""

from __future__ import annotations

from dataclasses import dataclass

from interview_journal.plan.filing import Citation, FiledCard, RelatedLine, Reply
from interview_journal.plan.pieces import CallNumber, Closed, Fact, Group, Image, Language, Link, Node, Part, ProblemLine, Row, Ways
from interview_journal.plan.shelf_list import ShelfList
from interview_journal.plan.stripe import Stripe


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
    in_short: str = ""
    """When, where, what kind of library: what a phone shows of the facts until they are unfolded."""
    private_facts: tuple[Fact, ...] = ()
    """Preview only: "Below the line: yours alone, in any build."."""
    asked: tuple[Link, ...] = ()
    parts: tuple[Part, ...] = ()
    silence: str = ""
    """What stands in place of the text where there is none ("They agreed to a summary, so this card is all there is.")."""
    stripe: Stripe | None = None
    card: FiledCard | None = None
    reply: Reply | None = None
    citation: Citation | None = None
    related: tuple[RelatedLine, ...] = ()
    language: Language | None = None
    """Of the text; None where it is the journal's own."""
    title_language: Language | None = None
    """Of the title: a title of the journal's making is in its own."""
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
    shelf_list: ShelfList | None
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
    """A vocabulary as a schedule: a tree with counts, scope notes and *see* references; or its concepts in another order."""

    title: str
    sentence: str
    red: bool
    orders: tuple[Link, ...]
    """As a tree, by number, A to Z; none while nothing is filed."""
    is_tree: bool
    nodes: tuple[Node, ...]
    see: tuple[tuple[str, Link], ...]
    """At the foot of the tree: variant and the concept it leads to, in the order of the alphabet."""
    empty: str


@dataclass(frozen=True)
class ConceptCard:
    """What a concept is called, and how it stands to others."""

    used_for: str
    """Variant labels: "money, grants, cuts"; "none" where there are none."""
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    related: tuple[Link, ...]


@dataclass(frozen=True)
class ConceptView:
    """A page of a concept: its card, the author's words, the passages themselves, the conversations; further pages hold a part of these."""

    breadcrumb: tuple[Link, ...]
    title: str
    red: bool
    note: str = ""
    """The scope note; on a further page its number."""
    card: ConceptCard | None = None
    intro: str = ""
    """The author's own words, as HTML; may be empty."""
    count: str = ""
    """"11 passages"."""
    orders: tuple[Link, ...] = ()
    """"by kind", "by library type"."""
    contents: tuple[Link, ...] = ()
    """All groups with their counts, each leading to where it begins: "Insight 2"."""
    groups: tuple[Group, ...] = ()
    """Those of this page."""
    empty: str = ""
    """What is said where no passage is filed here."""
    conversations: str = ""
    """Heading of the rows: "3 conversations"."""
    rows: tuple[Row, ...] = ()
    """The newest of them, or those of this page."""
    all_rows: Link | None = None
    """Where there are more of them."""
    pages: tuple[Link, ...] = ()
    """The pages of this list; empty where there is one only."""


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
    running_foot: str = ""
    """What stands at the foot of every printed page."""
    home: str = ""
    """The address of the home page."""
    site: str = ""
    """The address of the site, with a slash at its end; empty where it is not known."""
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
    article: bool = False
    """Whether it is a conversation or an essay: "article" in the Open Graph protocol (ogp.me), where all others are "website"."""
    published: str = ""
    """`YYYY-MM-DD` of a conversation or an essay; empty where the day is not known."""
    image: Image | None = None
    """The picture that stands for it where its address is shared."""
