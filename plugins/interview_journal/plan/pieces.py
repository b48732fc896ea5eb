"""The pieces that pages are made of, as templates print them: finished, plain values.

Every `url` is relative to the root of the journal (`themes/budget/` is a concept, "" the home page; without directory URLs
`themes/budget.html` and `index.html`). Every `html` is rendered Markdown, whose links stand behind a base mark that the
filters `prose` and `prose_at_home` turn into this page's prefix.
"""

from __future__ import annotations

from dataclasses import dataclass

from interview_journal.plan import words
from interview_journal.plan.preview_words import Sentence


@dataclass(frozen=True)
class Link:
    """A label that leads somewhere; without `url` it is text."""

    label: str
    url: str | None = None
    count: str = ""
    """What stands behind the label, as printed: "11"."""
    current: bool = False
    """Whether this is where the reader is."""
    red: bool = False
    """Whether it is a subject heading: themes, and no other text, are red."""


@dataclass(frozen=True)
class CallNumber:
    """The lines of a spine label: library type, role, year, Cutter number."""

    lines: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """The label as one phrase, for a screen reader."""
        return f"{words.CALL_NUMBER} {' '.join(self.lines)}"


RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
"""The languages whose scripts run from right to left, by the first part of their tags."""


@dataclass(frozen=True)
class Language:
    """The language of words that are not in the journal's: a BCP 47 tag."""

    tag: str

    @property
    def from_the_right(self) -> bool:
        """Whether its script runs from right to left."""
        return self.tag.partition("-")[0].casefold() in RIGHT_TO_LEFT


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
    who: str
    """Where the name is a title of the author's: whom she talked with."""
    call_number: CallNumber
    takeaway: str
    date: str
    datetime: str
    place: str
    library_type: Link | None
    themes: tuple[Link, ...]
    language: Language | None = None
    """Of its takeaway; None where it is the journal's own."""
    title_language: Language | None = None
    """Of its title: a title of the journal's making is in its own."""
    closed: str = ""
    """Preview only: why a reader of the public site would not see it ("waits for review")."""
    remark: str = ""
    """On the page of a goal: what became of it here ("Partly met.")."""


@dataclass(frozen=True)
class Shoulder:
    """The subject headings in the margin: at most four links, then "and 2 more"."""

    lead: str
    """"Also" on the page of a theme itself, else empty."""
    links: tuple[Link, ...]
    more: str = ""
    others: Link | None = None
    """Beside a question: "20 others answered", leading to their answers."""


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
    language: Language | None = None
    """Of its words; None where it is the journal's own."""
    closed: str = ""
    template: str = "journal/partials/passage.html"


@dataclass(frozen=True)
class AnswerView:
    """An answer beside others to the same question."""

    url: str
    """Where it stands: its entry's page and its anchor."""
    call_number: CallNumber
    name: str
    where: str
    """After the name, on a line of its own: "Head of the science branch, 2026"."""
    kind: str
    """Where it has no words of its own: the kind of the passage that stands for them."""
    html: str
    passages: tuple[Link, ...]
    """The passages in it: "a challenge"."""
    more: str
    shoulder: Shoulder
    language: Language | None = None
    """Of its words; None where it is the journal's own."""
    closed: str = ""
    """Preview only: why a reader of the public site would not see it."""


@dataclass(frozen=True)
class Image:
    """The picture of an entry, with its description."""

    url: str
    alt: str
    template: str = "journal/partials/picture.html"


Part = Prose | QuestionHeading | PassageView | Image


@dataclass(frozen=True)
class ProblemLine:
    """A problem as the preview shows it."""

    where: str
    """"2026/university-director.md:7"."""
    severity: str
    """error, warning or note."""
    text: Sentence
    hint: Sentence


@dataclass(frozen=True)
class Closed:
    """Preview only: the box "Closed stacks" above what a reader would not see."""

    trace: str
    """What the public site has of it: "The public site has no trace of it."."""
    reasons: tuple[tuple[str, str], ...]
    """Key and sentence: ("consent", "is none: they have not agreed to anything yet.")."""
    file: str
    lines: tuple[tuple[str, str], ...] = ()
    """The lines that would publish it and what each promises: ("consent: quotes", "they agreed to be quoted")."""
    block: str = ""
    """Several lines that belong together at the top of the file, to be copied as they are."""
    above_lines: Sentence = ()
    above_block: Sentence = ()


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
class Node:
    """A concept in the tree of an index, with its narrower ones."""

    mark: str
    label: str
    url: str | None = None
    """None where nothing is filed under it yet."""
    here: str = ""
    """"1 here, " where that differs from the whole, else empty."""
    in_all: str = ""
    """"11 in all", "4" or "none yet"."""
    note: str = ""
    narrower: tuple[Node, ...] = ()
    see: Link | None = None
    """Where the label is a variant: the concept it leads to."""


@dataclass(frozen=True)
class Group:
    """The passages of one kind, or of one kind of library, on a concept's page; the answers to a question."""

    anchor: str
    title: str
    label: str
    """As the list at the left has it, with its count: "Insight 2"."""
    passages: tuple[PassageView | AnswerView, ...]
    more: str = ""
    """Where only the newest are shown: "and 124 more, in the conversations below"."""
    theme: str | None = None
    """Where the title is that of a theme: the address of its page."""
    more_under: Link | None = None
    """What `more` ends with: the theme under which the others stand."""
