"""What templates print: finished, plain values; nothing is left to filter, sort or count.

Every `url` is relative to the root of the journal ("" is the home page, "themes/budget/" a concept). Every `html` is rendered
Markdown, whose links stand behind a base mark that the filters `prose` and `prose_at_home` turn into this page's prefix.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A label that leads somewhere; without `url` it is text."""

    label: str
    url: str | None = None
    count: str = ""
    """What stands behind the label, as printed: "11"."""
    current: bool = False
    """Whether this is where the reader is."""


@dataclass(frozen=True)
class CallNumber:
    """The lines of a spine label: library type, role, year, Cutter number."""

    lines: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """The label as one phrase, for a screen reader."""
        return "Call number " + " ".join(self.lines)


@dataclass(frozen=True)
class Fact:
    """A line of the facts card: "Kind of library", the values, and a remark after them ("Partly met.")."""

    label: str
    values: tuple[Link, ...]
    remark: str = ""


@dataclass(frozen=True)
class Row:
    """A conversation in a list."""

    url: str
    name: str
    rest: str
    """What follows the name in a lighter weight: ", head of the science branch"; may be empty."""
    call_number: CallNumber
    takeaway: str
    date: str
    datetime: str
    place: str
    library_type: Link | None
    themes: tuple[Link, ...]
    closed: str = ""
    """Preview only: why a reader of the public site would not see it ("draft")."""


@dataclass(frozen=True)
class Shoulder:
    """The subject headings in the margin: at most four links, then "and 2 more"."""

    lead: str
    """"Also" on the page of a theme itself, else empty."""
    links: tuple[Link, ...]
    more: str = ""


@dataclass(frozen=True)
class Prose:
    """Text between questions and passages; an answer's own words."""

    html: str
    closed: str = ""
    """Preview only: why a reader of the public site would not see it ("only with consent to quotes")."""
    template: str = "journal/partials/prose.html"


@dataclass(frozen=True)
class QuestionHeading:
    """A question as it was asked, with the headings of its answer in the shoulder."""

    text: str
    anchor: str
    url: str
    shoulder: Shoulder
    template: str = "journal/partials/question.html"


@dataclass(frozen=True)
class PassageView:
    """One passage in one of the five forms, at home in its entry or quoted elsewhere."""

    kind: str
    kind_id: str
    form: str
    """open, note, slip, record, tale; "answer" for an answer shown on a concept's page; private in the preview."""
    headline: str
    anchor: str
    url: str
    """Where it stands: its entry's page and its anchor."""
    html: str
    shoulder: Shoulder
    speaker: str
    """Under a quotation at home: the shown name, or how the person is described."""
    who: Link
    """Elsewhere: who said it, leading to its place."""
    where: str
    """Elsewhere, after the name: "head of the science branch · University library · 14 March 2026"."""
    closed: str = ""
    template: str = "journal/partials/passage.html"


Part = Prose | QuestionHeading | PassageView


@dataclass(frozen=True)
class ProblemLine:
    """A problem as the preview shows it."""

    where: str
    """"2026/university-director.md:7"."""
    severity: str
    """error, warning or note."""
    text: str
    hint: str


@dataclass(frozen=True)
class Closed:
    """Preview only: the box "Closed stacks" above what a reader would not see."""

    reasons: tuple[tuple[str, str], ...]
    """Key and sentence: ("consent", "is none: they have not agreed to anything yet.")."""
    lines: tuple[tuple[str, str], ...]
    """The lines that would publish it and what each promises: ("consent: quotes", "they agreed to be quoted")."""
    file: str


@dataclass(frozen=True)
class EntryView:
    """The page of a conversation, a reflection or a page; of a faulty file in the preview too."""

    over: str
    """The line above the title ("A conversation with"); may be empty."""
    title: str
    takeaway: str
    breadcrumb: tuple[Link, ...]
    call_number: CallNumber | None
    facts: tuple[Fact, ...]
    private_facts: tuple[Fact, ...]
    """Preview only: "Below the line: yours alone, in any build."."""
    asked: tuple[Link, ...]
    parts: tuple[Part, ...]
    silence: str
    """What stands in place of the text where there is none ("They agreed to a summary, so this card is all there is.")."""
    image: Image | None
    before: Row | None
    after: Row | None
    filed: bool
    """Whether before and after are printed: only conversations stand in the order of the shelf."""
    closed: Closed | None = None
    problems: tuple[ProblemLine, ...] = ()
    source: str = ""
    """Preview only: the file's text, where it could not be read as an entry."""


@dataclass(frozen=True)
class Image:
    """A picture with its description."""

    url: str
    alt: str


@dataclass(frozen=True)
class Ways:
    """One column of ways in: the largest concepts of a facet."""

    label: str
    index: str
    """The address of the whole index."""
    links: tuple[Link, ...]
    red: bool
    """Whether the links are subject headings."""


@dataclass(frozen=True)
class HomeView:
    """The first page: her own words, pinned and newest conversations, ways in."""

    name: str
    words: str
    """Her own words, as HTML."""
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
    empty: str


@dataclass(frozen=True)
class Node:
    """A concept in the tree of an index, with its narrower ones."""

    mark: str
    label: str
    url: str | None
    """None where nothing is filed under it yet."""
    here: str
    """"1 here, " where that differs from the whole, else empty."""
    in_all: str
    """"11 in all", "4" or "none yet"."""
    note: str
    narrower: tuple[Node, ...]


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
class Group:
    """The passages of one kind, or of one kind of library, on a concept's page."""

    anchor: str
    title: str
    label: str
    """As the list at the left has it, with its count: "Insight 2"."""
    passages: tuple[PassageView, ...]


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
class ProblemsView:
    """Preview only: all that is wrong, file by file, and what stays private and why."""

    sentence: str
    files: tuple[tuple[Link, tuple[ProblemLine, ...]], ...]
    private: tuple[tuple[Link, str], ...]
    """File and reason."""


View = EntryView | HomeView | ArchiveView | IndexView | ConceptView | NotFoundView | ProblemsView


@dataclass(frozen=True)
class Frame:
    """What surrounds every page of one build."""

    name: str
    language: str
    navigation: tuple[Link, ...]
    """Conversations, Library types, Roles, Themes and the author's own facets."""
    keeper: str
    """The sentence of the footer."""
    footer: tuple[Link, ...]
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
