"""The page of a conversation, a reflection or a page such as About."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from interview_journal.address import in_private_folder
from interview_journal.body import Passage, Question, Transclusion
from interview_journal.catalogue import is_conversation, is_note
from interview_journal.consent import Disclosed
from interview_journal.files import HOME
from interview_journal.links import inner
from interview_journal.markup import raised
from interview_journal.plan import preview_words, words
from interview_journal.plan.call_number import call_number
from interview_journal.plan.filing import Citation, FiledCard, RelatedLine, Reply, citation, filed_card, related_lines, reply
from interview_journal.plan.page import PlannedPage, View
from interview_journal.plan.parts import Shelf, language_of, name_and_rest, title_of, whole_day
from interview_journal.plan.pieces import (
    CallNumber,
    Closed,
    Fact,
    Image,
    Language,
    Link,
    Part,
    ProblemLine,
    QuestionHeading,
    Row,
)
from interview_journal.plan.pieces import Prose as ProseView
from interview_journal.plan.stripe import Stripe, stripe
from interview_journal.plan.transclusion import transcluded, with_closed
from interview_journal.problem import Problem, Severity
from interview_journal.quotable import Quotable, question_id

PRINTED = 2
"""The level at which questions are printed, whatever their own; headings in an answer move with its question."""


@dataclass(frozen=True)
class EntryView(View):
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


def entry_page(
    entry: Disclosed, before: Disclosed | None, after: Disclosed | None, shelf: Shelf, problems: tuple[Problem, ...] = ()
) -> PlannedPage:
    """The page of an entry."""
    text, image = tuple(parts_of(entry, shelf)), image_of(entry, shelf)
    interview, filed = is_conversation(entry), entry.genre != "page"
    name, rest = name_and_rest(entry, shelf.vocabularies)
    over = (words.A_CONVERSATION_WITH if entry.person else words.A_CONVERSATION) if interview else ""
    if interview and entry.title:
        over = f"{over}{' ' if entry.person else ': '}{name if entry.person else words.lowered(name)}{rest}"
    questions = tuple(Link(part.text, shelf.entry_url(entry, part.anchor)) for part in text if isinstance(part, QuestionHeading))
    private = (Fact(preview_words.PRIVATE_KEYS.get(key, key.replace("_", " ").capitalize()), (Link(value),)) for key, value in entry.alone)
    view = EntryView(
        title=entry.title or f"{name}{rest}",
        over=over,
        takeaway=entry.takeaway,
        breadcrumb=breadcrumb(entry, shelf) if filed else (),
        call_number=call_number(entry, shelf.vocabularies) if interview else None,
        facts=tuple(facts(entry, shelf)) if interview else (),
        in_short=in_short(entry, shelf),
        private_facts=tuple(private),
        asked=questions,
        parts=with_picture(text, image),
        silence="" if text else silence(entry, shelf),
        stripe=stripe(entry, shelf),
        card=filed_card(entry, shelf) if filed else None,
        reply=reply(entry, shelf) if filed else None,
        citation=citation(entry, shelf) if filed else None,
        related=tuple(related_lines(entry, shelf)) if filed else (),
        language=language_of(entry),
        title_language=language_of(entry) if entry.title else None,
        before=shelf.row(before) if before else None,
        after=shelf.row(after) if after else None,
        filed=filed,
        closed=closed(entry),
        problems=problem_lines(problems),
        problems_title=problems_title(problems),
    )
    return PlannedPage(
        shelf.entry_url(entry),
        "journal/entry.html",
        title_of(entry, shelf.vocabularies),
        entry.takeaway,
        shelf.archive_url if filed else "",
        view,
        shelf.changed([entry]),
        listed=not entry.reasons,
        article=filed,
        published=whole_day(entry) if filed else "",
        image=image,
    )


def silence(entry: Disclosed, shelf: Shelf) -> str:
    """What stands in place of the text where there is none."""
    if entry.genre == "interview" and entry.consent in words.SILENCE:
        return words.SILENCE[entry.consent]
    return f"{words.NOTHING_YET}{preview_words.where_the_text_begins(entry.path) if shelf.preview and not is_note(entry) else ''}"


def faulty_page(path: str, text: str, problems: tuple[Problem, ...], shelf: Shelf) -> PlannedPage:
    """Preview only: the page of a file whose front matter cannot be read: its problems, and its text below them."""
    name = inner(path).removesuffix(".md")
    reasons = (("problems", preview_words.UNREADABLE),)
    trace = preview_words.NO_TRACE if in_private_folder(path) else preview_words.TRACES["problems",]
    view = EntryView(
        title=name.rpartition("/")[2],
        closed=Closed(trace, reasons, path),
        problems=problem_lines(problems),
        problems_title=problems_title(problems),
        source=text,
    )
    url = shelf.addresses.page("" if inner(path) == HOME else name)
    return PlannedPage(url, "journal/entry.html", name, "", "", view, listed=False)


def parts_of(entry: Disclosed, shelf: Shelf) -> Iterator[Part]:
    """The blocks in order, as templates print them."""
    levels = {part.block.anchor: part.block.level for part in entry.parts if isinstance(part.block, Question)}
    for part in entry.parts:
        block = part.block
        if isinstance(block, Question):
            shoulder = replace(shelf.shoulder(block.tags), others=others(block, entry, shelf))
            yield QuestionHeading(block.text, block.anchor, shelf.entry_url(entry, block.anchor), shoulder)
        elif isinstance(block, Passage):
            passage = Quotable(entry, block.kind, block.headline, block.anchor, (block,), block.tags)
            yield with_closed(passage, part.closed, shelf)
        elif isinstance(block, Transclusion):
            yield from transcluded(block, entry, shelf)
        else:
            html = shelf.texts.part(entry, block)
            yield ProseView(raised(html, levels[block.under] - PRINTED) if block.under in levels else html, part.closed)


def others(question: Question, entry: Disclosed, shelf: Shelf) -> Link | None:
    """How many other conversations answer a question, leading to what they say; None where none does."""
    bank, id = shelf.vocabularies.questions, question_id(question)
    number = len(shelf.catalogue.answered.get(id, frozenset()) - {entry.name})
    return replace(shelf.concept_link(bank, bank.by_id[id]), label=words.others_answered(number)) if number else None


def facts(entry: Disclosed, shelf: Shelf) -> Iterator[Fact]:
    """The lines of the facts card; none is empty, and a hidden library is said to be so."""
    when = ", ".join(part for part in (words.when(entry.date), entry.place) if part)
    if when:
        yield Fact(words.WHEN_AND_PLACE if entry.place else words.WHEN, (Link(when),))
    libraries, goals = shelf.told.libraries, shelf.told.goals
    yield Fact(words.LIBRARY, shelf.concept_links(libraries, (entry.library_id,)) or (Link(entry.library or words.NOT_NAMED),))
    if entry.job_title and not entry.person:
        yield Fact(words.JOB_TITLE, (Link(entry.job_title),))
    for facet in shelf.vocabularies.facets:
        links = shelf.facet_links(entry, facet.scheme)
        if facet.scheme != "theme" and links:
            yield Fact(words.KIND_OF_LIBRARY if facet.scheme == "library_type" else facet.one, links)
    how = ", ".join(part for part in (words.HELD.get(entry.format, ""), words.minutes(entry.minutes) if entry.minutes else "") if part)
    if how:
        yield Fact(words.HOW, (Link(how[:1].upper() + how[1:]),))
    if entry.goal:
        yield Fact(words.GOAL, shelf.concept_links(goals, entry.goals), words.MET.get(entry.goal_met, ""))


def in_short(entry: Disclosed, shelf: Shelf) -> str:
    """When, where and what kind of library; the word for the facts where none of these is known."""
    kinds = (link.label for link in shelf.facet_links(entry, "library_type")[:1])
    return " · ".join(part for part in (words.when(entry.date), entry.place, *kinds) if part) or words.ABOUT_THE_CONVERSATION


def breadcrumb(entry: Disclosed, shelf: Shelf) -> tuple[Link, ...]:
    """The way back to the shelf."""
    name = str(entry.date.year) if entry.date else ""
    year = Link(name or words.UNDATED, shelf.addresses.page(name or "undated"))
    return (Link(words.CONVERSATIONS, shelf.archive_url), year)


def with_picture(parts: tuple[Part, ...], image: Image | None) -> tuple[Part, ...]:
    """The parts with the entry's picture behind the text they begin with: a picture keeps no reader from the first sentence."""
    first = int(bool(parts) and isinstance(parts[0], ProseView))
    return (*parts[:first], image, *parts[first:]) if image else parts


def image_of(entry: Disclosed, shelf: Shelf) -> Image | None:
    """The entry's picture, where it is there and may be shown."""
    target = shelf.texts.target(entry.image, inner(entry.path)) if entry.image else None
    url = shelf.texts.media_url(target) if target else None
    return Image(url, entry.image_alt) if url else None


def closed(entry: Disclosed) -> Closed | None:
    """The box above what a reader would not see."""
    if not entry.reasons:
        return None
    return Closed(
        preview_words.TRACES.get(tuple(reason.key for reason in entry.reasons), preview_words.NO_TRACE),
        tuple((reason.key, f"{reason.text}.") for reason in entry.reasons),
        entry.path,
        tuple((reason.line, reason.promise) for reason in entry.reasons if reason.line and "\n" not in reason.line),
        next((reason.line for reason in entry.reasons if "\n" in reason.line), ""),
        preview_words.to_publish(entry.path),
        preview_words.to_make_it_one(entry.path),
    )


def problem_lines(problems: Iterable[Problem]) -> tuple[ProblemLine, ...]:
    """The problems as the preview prints them."""
    return tuple(
        ProblemLine(
            f"{problem.path}:{problem.line}",
            problem.severity.word,
            preview_words.in_pieces(problem.text),
            preview_words.in_pieces(problem.hint),
        )
        for problem in problems
    )


def problems_title(problems: Iterable[Problem]) -> str:
    """What stands above the problems of an entry."""
    return preview_words.ADVICE if all(problem.severity is Severity.NOTE for problem in problems) else preview_words.PROBLEMS
