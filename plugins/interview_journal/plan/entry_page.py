"""The page of a conversation, a reflection or a page such as About."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interview_journal.address import in_private_folder, target_of
from interview_journal.body import Passage, Question
from interview_journal.catalogue import Quotable, is_conversation, is_note
from interview_journal.consent import Disclosed
from interview_journal.files import HOME
from interview_journal.links import inner
from interview_journal.plan import words
from interview_journal.plan.call_number import call_number
from interview_journal.plan.parts import Shelf, name_and_rest, title_of
from interview_journal.plan.pieces import Closed, Fact, Image, Link, Part, PassageView, ProblemLine, QuestionHeading
from interview_journal.plan.pieces import Prose as ProseView
from interview_journal.plan.views import EntryView, PlannedPage
from interview_journal.problem import Problem, Severity

NO_TRACE = "The public site has no trace of it."
TRACES: dict[tuple[str, ...], str] = {
    ("problems",): "No public site is built until this is mended.",
    ("withdrawn",): "The public site says “Not on the shelf” of it, at the most.",
}
"""What the public site has of an entry that only this holds back."""
SILENCE = {
    "summary": "They agreed to a summary, so this card is all there is.",
    "paraphrase": "They agreed to be retold, not quoted; nothing of this conversation is retold yet.",
}


def entry_page(
    entry: Disclosed, before: Disclosed | None, after: Disclosed | None, shelf: Shelf, problems: tuple[Problem, ...] = ()
) -> PlannedPage:
    """The page of an entry."""
    parts = tuple(parts_of(entry, shelf))
    interview, filed = is_conversation(entry), entry.genre != "page"
    name, rest = name_and_rest(entry, shelf.vocabularies)
    over = ("A conversation with" if entry.person else "A conversation") if interview else ""
    if interview and entry.title:
        over = f"{over}{' ' if entry.person else ': '}{name if entry.person else words.lowered(name)}{rest}"
    questions = tuple(Link(part.text, shelf.entry_url(entry, part.anchor)) for part in parts if isinstance(part, QuestionHeading))
    private = (Fact(words.PRIVATE_KEYS.get(key, key.replace("_", " ").capitalize()), (Link(value),)) for key, value in entry.alone)
    view = EntryView(
        title=entry.title or f"{name}{rest}",
        over=over,
        takeaway=entry.takeaway,
        breadcrumb=breadcrumb(entry, shelf) if filed else (),
        call_number=call_number(entry, shelf.vocabularies) if interview else None,
        facts=tuple(facts(entry, shelf)) if interview else (),
        private_facts=tuple(private),
        asked=questions,
        parts=parts,
        silence="" if parts else silence(entry, shelf),
        image=image_of(entry, shelf),
        before=shelf.row(before) if before else None,
        after=shelf.row(after) if after else None,
        filed=filed,
        closed=closed(entry),
        problems=problem_lines(problems),
        problems_title=problems_title(problems),
    )
    updated = entry.updated or (entry.date.first if entry.date else None)
    return PlannedPage(
        shelf.entry_url(entry),
        "journal/entry.html",
        title_of(entry, shelf.vocabularies),
        entry.takeaway,
        shelf.archive_url if filed else "",
        view,
        updated.isoformat() if updated else "",
    )


def silence(entry: Disclosed, shelf: Shelf) -> str:
    """What stands in place of the text where there is none."""
    if entry.genre == "interview" and entry.consent in SILENCE:
        return SILENCE[entry.consent]
    where = f" The text begins below the second “---” in {entry.path}." if shelf.preview and not is_note(entry) else ""
    return f"Nothing is written here yet.{where}"


def faulty_page(path: str, text: str, problems: tuple[Problem, ...], shelf: Shelf) -> PlannedPage:
    """Preview only: the page of a file whose front matter cannot be read: its problems, and its text below them."""
    name = inner(path).removesuffix(".md")
    reasons = (("problems", "hold it back: its front matter cannot be read."),)
    view = EntryView(
        title=name.rpartition("/")[2],
        closed=Closed(NO_TRACE if in_private_folder(path) else TRACES["problems",], reasons, path),
        problems=problem_lines(problems),
        problems_title=problems_title(problems),
        source=text,
    )
    return PlannedPage(shelf.addresses.page("" if inner(path) == HOME else name), "journal/entry.html", name, "", "", view)


def parts_of(entry: Disclosed, shelf: Shelf) -> Iterator[Part]:
    """The blocks in order, as templates print them."""
    for part in entry.parts:
        block = part.block
        if isinstance(block, Question):
            yield QuestionHeading(block.text, block.anchor, shelf.entry_url(entry, block.anchor), shelf.shoulder(block.tags))
        elif isinstance(block, Passage):
            view = shelf.passage(Quotable(entry, block.kind, block.headline, block.anchor, (block,), block.tags))
            kind = shelf.vocabularies.kinds.by_id.get(block.kind)
            private = kind is None or kind.yes("private")
            yield PassageView(
                **{
                    **vars(view),
                    "kind": kind.label if kind else "Unknown",
                    "form": "private" if private else view.form,
                    "closed": part.closed,
                }
            )
        else:
            yield ProseView(shelf.texts.part(entry, block), part.closed)


def facts(entry: Disclosed, shelf: Shelf) -> Iterator[Fact]:
    """The lines of the facts card; none is empty, and a hidden library is said to be so."""
    when = ", ".join(part for part in (words.when(entry.date), entry.place) if part)
    if when:
        yield Fact("When and place" if entry.place else "When", (Link(when),))
    yield Fact("Library", (Link(entry.library or "not named"),))
    if entry.job_title and not entry.person:
        yield Fact("Job title", (Link(entry.job_title),))
    for facet in shelf.vocabularies.facets:
        links = shelf.facet_links(entry, facet.scheme)
        if facet.scheme != "theme" and links:
            yield Fact("Kind of library" if facet.scheme == "library_type" else facet.one, links)
    how = ", ".join(
        part for part in (words.HELD.get(entry.format, ""), words.count(entry.minutes, "minute") if entry.minutes else "") if part
    )
    if how:
        yield Fact("How", (Link(how),))
    if entry.goal:
        yield Fact("What I wanted to learn", tuple(Link(goal) for goal in entry.goal), words.MET.get(entry.goal_met, ""))


def breadcrumb(entry: Disclosed, shelf: Shelf) -> tuple[Link, ...]:
    """The way back to the shelf."""
    year = str(entry.date.year) if entry.date else "undated"
    return (Link("Conversations", shelf.archive_url), Link(year, shelf.addresses.page(year)))


def image_of(entry: Disclosed, shelf: Shelf) -> Image | None:
    """The entry's picture, where it is there and may be shown."""
    target = target_of(entry.image, inner(entry.path)) if entry.image else None
    url = shelf.texts.media_url(target) if target else None
    return Image(url, entry.image_alt) if url else None


def closed(entry: Disclosed) -> Closed | None:
    """The box above what a reader would not see."""
    if not entry.reasons:
        return None
    return Closed(
        TRACES.get(tuple(reason.key for reason in entry.reasons), NO_TRACE),
        tuple((reason.key, f"{reason.text}.") for reason in entry.reasons),
        entry.path,
        tuple((reason.line, reason.promise) for reason in entry.reasons if reason.line and "\n" not in reason.line),
        next((reason.line for reason in entry.reasons if "\n" in reason.line), ""),
    )


def problem_lines(problems: Iterable[Problem]) -> tuple[ProblemLine, ...]:
    """The problems as the preview prints them."""
    return tuple(
        ProblemLine(f"{problem.path}:{problem.line}", problem.severity.word, words.in_pieces(problem.text), words.in_pieces(problem.hint))
        for problem in problems
    )


def problems_title(problems: Iterable[Problem]) -> str:
    """What stands above the problems of an entry."""
    return "Advice" if all(problem.severity is Severity.NOTE for problem in problems) else "Problems"
