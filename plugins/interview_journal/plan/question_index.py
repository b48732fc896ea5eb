"""The index of questions: what was asked, phase by phase, and what of the bank nobody has been asked yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interview_journal.plan import preview_words, words
from interview_journal.plan.grouping import in_groups
from interview_journal.plan.page import PlannedPage, View
from interview_journal.plan.parts import Shelf, name_and_rest
from interview_journal.plan.pieces import Link, Node
from interview_journal.plan.question_page import OWN, phase_label
from interview_journal.scaffold import NEVER
from interview_journal.text import slug
from interview_journal.vocabulary import Concept

OF_MYSELF = ("after", "prep")
"""The phases of what nobody else is asked: after a conversation, and by those who hire."""
MOST, ONCE = 100, 40
"""How many questions of a phase are listed, of the author's own those with most answers; and of those that she asked once, the newest."""


@dataclass(frozen=True)
class Phase:
    """The questions of one phase."""

    anchor: str
    title: str
    number: int
    """How many there are."""
    nodes: tuple[Node, ...]
    more: str
    """Where not all are listed: "and 124 more"; empty where they are."""


@dataclass(frozen=True)
class QuestionsView(View):
    """All questions that were asked, and those that wait."""

    title: str
    sentence: str
    contents: tuple[Link, ...]
    """The phases with their counts."""
    phases: tuple[Phase, ...]
    waiting: tuple[tuple[str, tuple[str, ...]], ...]
    """Questions of the bank that nobody was asked yet, by phase."""
    empty: str


def questions_page(shelf: Shelf) -> PlannedPage:
    """The index of questions."""
    bank = shelf.vocabularies.questions
    url = shelf.addresses.page(bank.name)
    phases = tuple(asked_phases(shelf))
    waiting = tuple(waiting_phases(shelf))
    number = sum(len(questions) for _, questions in waiting)
    asked = shelf.catalogue.answers
    conversations = len({answer.entry.name for answers in asked.values() for answer in answers})
    sentence = words.bank(len(asked), conversations, number) if asked else ""
    contents = tuple(Link(phase.title, f"{url}#{phase.anchor}", words.printed(phase.number)) for phase in phases)
    empty = "" if asked else f"{words.NOTHING_ASKED}{preview_words.HOW_TO_ASK if shelf.preview else ''}"
    view = QuestionsView(bank.many, sentence, contents, phases, waiting, empty)
    return PlannedPage(url, "journal/questions.html", bank.many, sentence, url, view, shelf.changed(shelf.catalogue.conversations))


def asked_phases(shelf: Shelf) -> Iterator[Phase]:
    """The questions that have pages, by phase, then those of the author's own, then what she asked once."""
    bank, asked = shelf.vocabularies.questions, shelf.catalogue.answers
    standing = [concept for concept in bank.concepts if concept.id in asked and shelf.in_use(bank, concept)]
    phases = dict.fromkeys(phase_of(concept) for concept in bank.concepts if phase_of(concept) != OWN)
    headings = {phase: phase_label(phase) for phase in phases} | {OWN: words.MY_OWN}
    for phase, title, concepts in in_groups(standing, phase_of, headings):
        largest = sorted(concepts, key=lambda concept: -len(shelf.catalogue.answered[concept.id])) if phase == OWN else concepts
        nodes = tuple(asked_node(concept, shelf) for concept in largest[:MOST])
        yield Phase(slug(phase), title, len(concepts), nodes, words.and_more(len(concepts) - MOST))
    once = [answers[0] for id, answers in asked.items() if not shelf.in_use(bank, bank.by_id[id])]
    if once:
        newest = (
            Node(
                "",
                answer.asked.text,
                shelf.entry_url(answer.entry, answer.asked.anchor),
                note="".join(name_and_rest(answer.entry, shelf.vocabularies)),
            )
            for answer in once[:ONCE]
        )
        yield Phase("once", words.ASKED_ONCE, len(once), tuple(newest), words.and_more(len(once) - ONCE))


def phase_of(concept: Concept) -> str:
    """The phase of a question; the author's own have none."""
    return concept.one("phase") or OWN


def asked_node(concept: Concept, shelf: Shelf) -> Node:
    """A question with the number of conversations that answer it."""
    number = len(shelf.catalogue.answered[concept.id])
    url = shelf.concept_link(shelf.vocabularies.questions, concept).url
    return Node("", concept.label, url, in_all=words.answers(number), note=concept.note)


def waiting_phases(shelf: Shelf) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The questions of the bank that nobody was asked, by phase, without those that one asks nobody."""
    waiting = [
        concept
        for concept in shelf.vocabularies.questions.concepts
        if concept.id not in shelf.catalogue.answers and phase_of(concept) not in OF_MYSELF and concept.one("jobs").casefold() != NEVER
    ]
    headings = {phase_of(concept): phase_label(concept.one("phase")) or words.MY_OWN for concept in waiting}
    for _, title, concepts in in_groups(waiting, phase_of, headings):
        yield title, tuple(concept.label for concept in concepts)
