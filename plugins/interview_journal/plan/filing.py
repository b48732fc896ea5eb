"""What stands below the ring: the entry as a catalogue card, how to cite it, whom to write to, and what is related.

The card has an inverted heading, a description in ISBD punctuation (ISBD consolidated edition, area by area) and tracings, with
Arabic numerals for subjects and Roman ones for other headings, as cards of the Library of Congress had them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from interview_journal.catalogue import is_conversation
from interview_journal.consent import Disclosed
from interview_journal.plan import words
from interview_journal.plan.call_number import call_number, filing_name, inverted
from interview_journal.plan.parts import Shelf, name_and_rest, title_of
from interview_journal.plan.pieces import CallNumber, Link
from interview_journal.related import LIBRARY, PARENT, Related
from interview_journal.text import ended

ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True)
class Tracing:
    """A heading the card is also filed under: its numeral ("1.", "II.") and the concept."""

    numeral: str
    heading: Link


@dataclass(frozen=True)
class FiledCard:
    """The entry as a catalogue card."""

    call_number: CallNumber
    heading: Link | None
    """The name, inverted, leading to the person's page; None where none is shown, and the description takes its place."""
    description: str
    tracings: tuple[Tracing, ...]


@dataclass(frozen=True)
class Citation:
    """How to cite the entry, as text in three pieces: before the journal's name, which is set in italics, and after it."""

    before: str
    journal: str
    after: str
    terms: str
    """What they agreed to: "Quoted, by name; read and approved before it was published."."""

    @property
    def text(self) -> str:
        """The whole, to be copied."""
        return f"{self.before}{self.journal}{self.after}"


@dataclass(frozen=True)
class Reply:
    """The question asked at the end of each entry, and the link by which it is answered."""

    label: str
    question: str
    mail: Link | None


@dataclass(frozen=True)
class RelatedLine:
    """A related entry with the reason in words: each a text, and the headings it speaks of."""

    name: str
    rest: str
    url: str
    reasons: tuple[tuple[str, tuple[Link, ...]], ...]


def filed_card(entry: Disclosed, shelf: Shelf) -> FiledCard:
    """The card of an entry."""
    author = shelf.settings.author
    held = f" ({words.HELD[entry.format]})" if entry.format else ""
    areas = (
        f"{isolated(title_of(entry, shelf.vocabularies))}{f' / {author}' if author else ''}",
        ", ".join(part for part in (isolated(entry.place), words.when(entry.date)) if part),
        f"{words.minutes(entry.minutes)}{held}" if entry.minutes else held.strip(" ()"),
        f"({shelf.settings.name})",
    )
    description = " — ".join(ended(area) for area in areas if area)
    return FiledCard(call_number(entry, shelf.vocabularies), heading(entry, shelf), description, tuple(tracings(entry, shelf)))


def heading(entry: Disclosed, shelf: Shelf) -> Link | None:
    """The name the card is filed under; a name of their own leads to the person's page."""
    name = filing_name(entry, shelf.vocabularies)
    page = next(iter(shelf.concept_links(shelf.told.people, entry.people[:1])), None)
    return Link(name, page.url if page else None) if name else None


def tracings(entry: Disclosed, shelf: Shelf) -> Iterator[Tracing]:
    """Themes by Arabic numerals, then all other facets by Roman ones."""
    for number, link in enumerate(shelf.facet_links(entry, "theme"), 1):
        yield Tracing(f"{number}.", link)
    others = (link for facet in shelf.vocabularies.facets if facet.scheme != "theme" for link in shelf.facet_links(entry, facet.scheme))
    for number, link in enumerate(others, 1):
        yield Tracing(f"{roman(number)}.", link)


def roman(number: int) -> str:
    """A number in Roman numerals."""
    for value, letters in ROMAN:
        if number >= value:
            return letters + roman(number - value)
    return ""


def isolated(text: str) -> str:
    """A text that runs from right to left between marks that keep it from turning its neighbours around (UAX 9, 2.4)."""
    return f"\u2068{text}\u2069" if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text) else text


def citation(entry: Disclosed, shelf: Shelf) -> Citation:
    """How to cite an entry; the address is left out while the journal does not know its own, and in the preview, which has another."""
    author, url = shelf.settings.author, "" if shelf.preview else shelf.settings.url
    place = urljoin(url, shelf.entry_url(entry)) if url else ""
    before, after = words.cited(inverted(author), isolated(title_of(entry, shelf.vocabularies)), words.when(entry.date), place)
    return Citation(before, shelf.settings.name, after, terms(entry))


def terms(entry: Disclosed) -> str:
    """What they agreed to; empty for what is no conversation, before there is consent, and where it is hidden."""
    if not is_conversation(entry) or entry.consent not in words.CONSENT or not entry.attribution:
        return ""
    read = words.READ_BEFORE if entry.approved else ""
    return f"{words.CONSENT[entry.consent]}, {words.ATTRIBUTION[entry.attribution]}{read}."


def reply(entry: Disclosed, shelf: Shelf) -> Reply | None:
    """The closing question with the way to answer it; None where the author asks for neither."""
    mail, question = shelf.settings.mail, shelf.settings.closing_question
    if not mail:
        return Reply(words.A_QUESTION, question, None) if question else None
    subject = quote(f"{shelf.settings.name}: {title_of(entry, shelf.vocabularies)}", safe="")
    return Reply(words.WRITE_TO_ME, question, Link(words.REPLY, f"mailto:{quote(mail, safe='@')}?subject={subject}"))


def related_lines(entry: Disclosed, shelf: Shelf) -> Iterator[RelatedLine]:
    """What is related, with the reasons."""
    for found in shelf.relations.of(entry):
        name, rest = name_and_rest(found.entry, shelf.vocabularies)
        titled = (found.entry.title, "") if found.entry.title else (name, rest)
        yield RelatedLine(*titled, shelf.entry_url(found.entry), tuple(reasons(found, shelf)))


def reasons(found: Related, shelf: Shelf) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """Why an entry is related, the most telling first; what is of one sort is told in one breath."""
    if found.picked:
        yield words.PICKED, ()
    for scheme in dict.fromkeys(scheme for scheme, _ in found.shared):
        ids = [id for other, id in found.shared if other == scheme]
        if scheme == LIBRARY:
            yield words.SAME_LIBRARY, ()
        elif scheme == PARENT:
            yield words.same(PARENT, len(ids)), tuple(Link(shelf.vocabularies.libraries.by_id[id].label) for id in ids)
        else:
            facet = shelf.vocabularies.by_scheme[scheme]
            yield words.same(scheme, len(ids), facet.one, facet.many), shelf.concept_links(facet, ids)
