"""The pieces that pages are made of: how a person is named, links to concepts, rows, passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from interview_journal.address import Addresses
from interview_journal.body import Tag
from interview_journal.catalogue import KIND, QUESTION, Catalogue, is_conversation
from interview_journal.consent import Disclosed
from interview_journal.links import Texts, inner
from interview_journal.plan import preview_words, words
from interview_journal.plan.call_number import call_number
from interview_journal.plan.pieces import Language, Link, PassageView, Row, Shoulder
from interview_journal.plan.tally import Tally, tally
from interview_journal.plan.told import as_told
from interview_journal.quotable import ANSWER, Quotable
from interview_journal.related import Relations
from interview_journal.settings import Settings
from interview_journal.vocabulary import Concept, Vocabularies, Vocabulary

PASSAGES = "passages"
"""The folder of the kinds of passage."""
IN_THE_SHOULDER = 4
"""How many headings stand beside a passage before "and 2 more" (LOOK, shoulder notes)."""


@dataclass(frozen=True)
class Shelf:
    """What every page is made from."""

    catalogue: Catalogue
    vocabularies: Vocabularies
    texts: Texts
    addresses: Addresses
    settings: Settings
    day: date
    preview: bool = False
    """Whether the author alone reads it, so that a page may say what to do next."""
    rows: dict[str, Row] = field(default_factory=dict, compare=False)
    """The rows that are made already, by the entry's name."""
    passages: dict[tuple[str, str, tuple[str, ...]], PassageView] = field(default_factory=dict, compare=False)
    """The passages that are made already, by the entry's name, the anchor and the texts, without a shoulder."""

    @cached_property
    def by_path(self) -> dict[str, Disclosed]:
        """Everything that may be seen, by path from the folder of the entries."""
        home = (self.catalogue.home,) if self.catalogue.home else ()
        return {inner(entry.path): entry for entry in (*home, *self.catalogue.entries, *self.catalogue.pages)}

    @cached_property
    def relations(self) -> Relations:
        """What the entries have in common."""
        return Relations(self.catalogue, self.texts.names)

    def changed(self, entries: Iterable[Disclosed]) -> str:
        """The newest day on which one of these entries was changed, else held, as `YYYY-MM-DD`, as far as it is known and past."""
        days = (entry.updated.isoformat() if entry.updated else whole_day(entry) for entry in entries)
        return max((day for day in days if day <= self.day.isoformat()), default="")

    @property
    def archive_url(self) -> str:
        """Where "Conversations" leads: to the newest year; home, while there is none."""
        newest = next(iter(self.catalogue.years), None)
        return self.addresses.page("" if newest is None else newest or "undated")

    def in_use(self, vocabulary: Vocabulary, concept: Concept) -> bool:
        """Whether a concept has a page: something is filed under it or under a narrower one.

        A question that is in no bank and was asked once has none: there is nothing to put side by side.
        """
        tag = (vocabulary.scheme, concept.id)
        if vocabulary.scheme == QUESTION and not concept.line:
            return len(self.catalogue.here.get(tag, ())) > 1
        return tag in self.catalogue.in_all or tag in self.catalogue.passages_of

    @cached_property
    def told(self) -> Vocabularies:
        """People, libraries, goals and kinds of passage as their pages may tell of them."""
        return as_told(self.vocabularies, self.catalogue)

    @cached_property
    def tally(self) -> Tally:
        """How many conversations stand under each kind of library and role."""
        types, roles = (self.vocabularies.by_scheme[scheme] for scheme in ("library_type", "role"))
        return tally(self.catalogue.conversations, types, roles)

    def index_url(self, vocabulary: Vocabulary) -> str:
        """The address of a vocabulary's index."""
        return self.addresses.page(folder_of(vocabulary))

    def concept_url(self, vocabulary: Vocabulary, concept: Concept) -> str:
        """The address of a concept's page."""
        return self.addresses.page(f"{folder_of(vocabulary)}/{concept.id}")

    def concept_link(self, vocabulary: Vocabulary, concept: Concept, count: str = "") -> Link:
        """A concept's label, leading to its page where it has one."""
        url = self.concept_url(vocabulary, concept) if self.in_use(vocabulary, concept) else None
        return Link(concept.label, url, count, red=vocabulary.scheme == "theme")

    def concept_links(self, vocabulary: Vocabulary, ids: Iterable[str]) -> tuple[Link, ...]:
        """The labels of concepts, each leading to its page."""
        return tuple(self.concept_link(vocabulary, vocabulary.by_id[id]) for id in ids if id in vocabulary.by_id)

    def facet_links(self, entry: Disclosed, scheme: str) -> tuple[Link, ...]:
        """The concepts of an entry in one facet."""
        return self.concept_links(self.vocabularies.by_scheme[scheme], entry.facets.get(scheme, ()))

    def entry_url(self, entry: Disclosed, anchor: str = "") -> str:
        """The address of an entry's page."""
        return self.addresses.page(entry.name, anchor)

    def shoulder(self, tags: Sequence[Tag], without: Tag | None = None) -> Shoulder:
        """The headings of a passage, beside the one whose page it stands on."""
        links = [
            self.concept_link(facet, facet.by_id[id])
            for scheme, id in tags
            if (scheme, id) != without and id in (facet := self.vocabularies.by_scheme[scheme]).by_id
        ]
        lead = words.ALSO if without in tags and links else ""
        return Shoulder(lead, tuple(links[:IN_THE_SHOULDER]), words.and_more(len(links) - IN_THE_SHOULDER))

    def row(self, entry: Disclosed) -> Row:
        """An entry in a list; the same in every list."""
        if entry.name not in self.rows:
            self.rows[entry.name] = self._row(entry)
        return self.rows[entry.name]

    def _row(self, entry: Disclosed) -> Row:
        name, rest = name_and_rest(entry, self.vocabularies)
        titled = entry.title and is_conversation(entry)
        return Row(
            self.entry_url(entry),
            entry.title or name,
            "" if entry.title else rest,
            f"{name}{rest}" if titled else "",
            call_number(entry, self.vocabularies),
            entry.takeaway,
            words.when(entry.date),
            entry.date.text if entry.date else "",
            entry.place,
            next(iter(self.facet_links(entry, "library_type")), None),
            self.facet_links(entry, "theme")[:IN_THE_SHOULDER],
            language_of(entry),
            language_of(entry) if entry.title else None,
            preview_words.CLOSED.get(entry.reasons[0].key, preview_words.PRIVATE) if entry.reasons else "",
        )

    def passage(self, passage: Quotable, *, on: Tag | None = None) -> PassageView:
        """A passage as it stands on the page of a concept, or at home in its entry; only its shoulder differs."""
        key = (passage.entry.name, passage.anchor, tuple(block.text for block in passage.texts))
        if key not in self.passages:
            self.passages[key] = self._passage(passage)
        return replace(self.passages[key], shoulder=self.shoulder(passage.tags, on))

    def _passage(self, passage: Quotable) -> PassageView:
        entry, kind = passage.entry, self.vocabularies.kinds.by_id.get(passage.kind)
        html = "\n".join(self.texts.part(entry, block) for block in passage.texts)
        name, rest = name_and_rest(entry, self.vocabularies)
        type_label = next((link.label for link in self.facet_links(entry, "library_type")), "")
        where = [rest.removeprefix(", ") if entry.person else "", type_label, words.when(entry.date)]
        return PassageView(
            kind.label if kind else words.ANSWER,
            passage.kind,
            kind.one("form") or "note" if kind else ANSWER,
            passage.headline,
            passage.anchor,
            self.entry_url(entry, passage.anchor),
            html,
            Shoulder("", ()),
            speaker=name if entry.person else words.lowered(name),
            who=Link(name, self.entry_url(entry, passage.anchor)),
            where=" · ".join(part for part in where if part),
            language=language_of(entry),
        )


def folder_of(vocabulary: Vocabulary) -> str:
    """The folder in which the pages of a vocabulary stand: that of its file's name, but passages stand where readers look for them."""
    return PASSAGES if vocabulary.scheme == KIND else vocabulary.name


def name_and_rest(entry: Disclosed, vocabularies: Vocabularies) -> tuple[str, str]:
    """How the person is called, and what follows in a lighter weight: name and job, else role and kind of library; a note by its file."""
    if not is_conversation(entry):
        return entry.title or entry.name.rpartition("/")[2], ""
    if entry.person:
        return words.joined(entry.person), f", {entry.job_title}" if entry.job_title else ""
    role, library_type = (
        vocabularies.by_scheme[scheme].by_id.get(next(iter(entry.facets.get(scheme, ())), "")) for scheme in ("role", "library_type")
    )
    return role.label if role else words.A_LIBRARIAN, f", {words.lowered(library_type.label)}" if library_type else ""


def title_of(entry: Disclosed, vocabularies: Vocabularies) -> str:
    """The title as one text: the author's, else FORMAT's default."""
    name, rest = name_and_rest(entry, vocabularies)
    return entry.title or (f"{words.A_CONVERSATION_WITH} {name}{rest}" if entry.person else f"{name}{rest}")


def language_of(entry: Disclosed) -> Language | None:
    """The language of an entry, where it is not the journal's."""
    return Language(entry.language) if entry.language else None


def whole_day(entry: Disclosed) -> str:
    """The day of an entry as `YYYY-MM-DD`; empty where only month or year are known."""
    return entry.date.text if entry.date and entry.date.text.count("-") == 2 else ""
