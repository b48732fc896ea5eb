"""What readers see of an entry, text by text, and the hidden names that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interview_journal.attribution import shown_keys
from interview_journal.body import Passage, Question, Tag
from interview_journal.consent.disclosed import Disclosed
from interview_journal.consent.hidden_name import OPEN, HiddenName, HiddenNames, hider, role_of
from interview_journal.entry import Entry
from interview_journal.problem import Problem
from interview_journal.text import slug
from interview_journal.vocabulary import Vocabularies

HEADING = re.compile(r"^(?:#[ \t]|[^\n]+\n=+ *$)", re.M)


def hidden_in_sight(entry: Entry, seen: Disclosed, vocabularies: Vocabularies) -> Iterator[Problem]:
    """An error for each place where a hidden name stands in the file's name, in a key or in the text that readers see."""
    hidden = HiddenNames(entry, vocabularies)
    role = role_of(entry, vocabularies)
    for name in hidden.standing_in(entry.name)[:1]:
        folders = [folder for folder in entry.name.split("/")[:-1] if not hidden.standing_in(folder)]
        yield Problem.error(
            entry.path,
            1,
            f"the file's name, and so its address, holds a {name.what} that {hider(name, entry, vocabularies)} hides",
            f"rename the file, for instance to {'/'.join([*folders, slug(role)])}.md",
        )
    for text in texts_in_sight(entry, seen, vocabularies):
        for line, name in text.holding(hidden):
            yield Problem.error(
                entry.path,
                line,
                f"{text.where} holds a {name.what} that {hider(name, entry, vocabularies)} hides",
                f"write “the {name.instead or role}” or the like instead, or list it under `mention` if it means something else here",
            )


@dataclass(frozen=True)
class TextInSight:
    """A text that readers see."""

    where: str
    """As a message names it: "`takeaway`", "the text"."""
    line: int
    text: str
    source: str = ""
    """The lines of the file it comes from, where it is more than one."""

    def holding(self, hidden: HiddenNames) -> Iterator[tuple[int, HiddenName]]:
        """The lines of the file with a hidden name, which may run over into the next."""
        if not hidden.standing_in(self.text):
            return
        lines = self.text.split("\n")
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            for name in hidden.standing_in(f"{line}\n{following}"):
                if name in hidden.standing_in(line) or name not in hidden.standing_in(following):
                    yield self.line_of(line), name

    def line_of(self, text: str) -> int:
        """The line of the file on which this part of the text stands."""
        place = self.source.find(text.strip())
        return self.line + self.source.count("\n", 0, place) if place > 0 else self.line


def texts_in_sight(entry: Entry, seen: Disclosed, vocabularies: Vocabularies) -> Iterator[TextInSight]:
    """All texts that readers see; a heading may be the title."""
    values = {
        "title": (seen.title,),
        "takeaway": (seen.takeaway,),
        "job_title": (seen.job_title,),
        "library": (seen.library, seen.library_id),
        "place": (seen.place,),
        "goal": (*seen.goal, *seen.goals, *intros_of(seen.goals, vocabularies)),
        "image": (seen.image,),
        "image_alt": (seen.image_alt,),
        "related": seen.related,
        "was": seen.was,
    }
    if "display_name" in shown_keys(entry, vocabularies):
        values |= {"display_name": (entry.display_name,), "job_title": ()}
    for key, texts in values.items():
        yield TextInSight(f"`{key}`", entry.lines.get(key) or (line_of_title(entry) if key == "title" else 1), "\n".join(texts))
    for facet in vocabularies.facets:
        ids = () if facet.key in entry.hide else entry.facets.get(facet.scheme, ())
        terms = terms_in_sight(((facet.scheme, id) for id in ids), vocabularies)
        yield TextInSight(f"`{facet.key}`", entry.lines.get(facet.key, 1), "\n".join(terms))
    sources = {block.line: block.source for block in entry.blocks}
    for block in (part.block for part in seen.parts):
        lines = (getattr(block, "headline", ""), block.text, f"^{block.anchor}" if isinstance(block, Question | Passage) else "")
        if isinstance(block, Question | Passage):
            yield TextInSight("the text", block.line, "\n".join(terms_in_sight(block.tags, vocabularies)))
        if isinstance(block, Question) and (asked := vocabularies.questions.by_id.get(block.concept)):
            said = (asked.id, asked.label, asked.note, asked.intro, *asked.was)
            yield TextInSight("the record of this question", block.line, "\n".join(said))
        yield TextInSight("the text", block.line, "\n".join(lines), sources[block.line])
    for definition in seen.definitions:
        yield TextInSight("the text", definition.line, definition.text, sources.get(definition.line, ""))


def terms_in_sight(tags: Iterable[Tag], vocabularies: Vocabularies) -> Iterator[str]:
    """Labels and ids of concepts, which stand on pages and in their addresses; those of roles and kinds of library are no secret."""
    for scheme, id in tags:
        concept = vocabularies.by_scheme[scheme].by_id.get(id)
        if concept and scheme not in OPEN:
            yield from (concept.id, concept.label)


def intros_of(goals: Iterable[str], vocabularies: Vocabularies) -> Iterator[str]:
    """The author's words on the pages of goals, where the entry is told of too, and the former ids, whose addresses lead there."""
    for goal in (vocabularies.goals.by_id[id] for id in goals if id in vocabularies.goals.by_id):
        yield from (goal.intro, *goal.was)


def line_of_title(entry: Entry) -> int:
    """The line of the heading that is the title, else the first."""
    found = ((block, HEADING.search(block.source)) for block in entry.blocks)
    return next((block.line + block.source.count("\n", 0, match.start()) for block, match in found if match), 1)
