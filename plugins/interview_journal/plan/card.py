"""The card of a concept: what it is called, how it stands to others, and what else its record says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interview_journal.catalogue import LIBRARY, PERSON
from interview_journal.plan import words
from interview_journal.plan.call_number import is_filing_name
from interview_journal.plan.parts import Shelf
from interview_journal.plan.pieces import Link
from interview_journal.vocabulary import Concept, Vocabulary

WEB = ("https://", "http://")
REGISTERS = {"orcid": "https://orcid.org/", "ror": "https://ror.org/"}
"""Where the identifiers of people and of organizations lead (support.orcid.org, "Structure of the ORCID Identifier"; ror.org)."""


@dataclass(frozen=True)
class CardLine:
    """A line of a card: a term, and what stands behind it."""

    term: str
    text: str = ""
    links: tuple[Link, ...] = ()
    site: str = ""
    """The address of another site, where the text leads there."""
    letters: str = ""
    """Which letters stand beside the line of a facet, as decoration: uf, bt, nt or rt."""
    is_none: bool = False
    """Whether the text says that nothing stands here."""


def card(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> tuple[CardLine, ...]:
    """The card of a concept of any scheme; of a goal and a kind of passage there is none."""
    if vocabulary.scheme in shelf.vocabularies.by_scheme:
        return tuple(facet_lines(vocabulary, concept, shelf))
    lines = {PERSON: person_lines, LIBRARY: library_lines}.get(vocabulary.scheme)
    return tuple(line for line in lines(concept, shelf) if line.text or line.links) if lines else ()


def facet_lines(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> Iterator[CardLine]:
    """Variants, broader, narrower and related concepts; where there are none it is said."""
    related = vocabulary.related.get(concept.id, ())
    yield CardLine(words.USED_FOR, ", ".join(concept.alt) or words.NONE, letters="uf")
    for letters, term, links in (
        ("bt", words.BROADER, shelf.concept_links(vocabulary, concept.broader)),
        ("nt", words.NARROWER, narrower(vocabulary, concept, shelf)),
        ("rt", words.RELATED, shelf.concept_links(vocabulary, related)),
    ):
        yield CardLine(term, "" if links else words.NONE, links, letters=letters, is_none=not links)


def narrower(vocabulary: Vocabulary, concept: Concept, shelf: Shelf) -> tuple[Link, ...]:
    """The narrower concepts, each with the number of its entries."""
    below = (vocabulary.by_id[id] for id in vocabulary.narrower.get(concept.id, ()))
    counted = ((other, len(shelf.catalogue.in_all.get((vocabulary.scheme, other.id), ()))) for other in below)
    return tuple(shelf.concept_link(vocabulary, other, words.printed(number) if number else "") for other, number in counted)


def person_lines(person: Concept, shelf: Shelf) -> Iterator[CardLine]:
    """Variants of the name, what they are and where they work as their conversations show it, where they are found."""
    entries = shelf.catalogue.here[PERSON, person.id]
    libraries = shelf.told.libraries
    yield CardLine(words.USED_FOR, ", ".join(name for name in person.alt if not is_filing_name(name, person.label)))
    yield CardLine(words.JOB_TITLES, "; ".join(dict.fromkeys(entry.job_title for entry in entries if entry.job_title)))
    yield CardLine(words.LIBRARIES, links=shelf.concept_links(libraries, dict.fromkeys(entry.library_id for entry in entries)))
    yield web(words.WEB, person.one("url"))
    yield web(words.ORCID, person.one("orcid"), REGISTERS["orcid"])


def library_lines(library: Concept, shelf: Shelf) -> Iterator[CardLine]:
    """Variants of the name, what it is part of and what it has, what kind of library it is, where it is found.

    Where a conversation hides the kind of library, nobody else tells it.
    """
    libraries, types = shelf.told.libraries, shelf.vocabularies.by_scheme["library_type"]
    entries = shelf.catalogue.here.get((LIBRARY, library.id), ())
    filed = [entry.facets.get(types.scheme, ()) for entry in entries]
    kinds = library.more.get(types.scheme) or dict.fromkeys(id for ids in filed for id in ids)
    yield CardLine(words.USED_FOR, ", ".join(library.alt))
    yield CardLine(words.PART_OF, links=shelf.concept_links(libraries, library.broader))
    yield CardLine(words.HAS, links=narrower(libraries, library, shelf))
    yield CardLine(words.KIND_OF_LIBRARY, links=shelf.concept_links(types, kinds if all(filed) else ()))
    yield CardLine(words.PLACE, library.one("place"))
    yield web(words.WEB, library.one("url"))
    yield CardLine(words.ISIL, library.one("isil"))
    yield web(words.ROR, library.one("ror"), REGISTERS["ror"])


def web(term: str, said: str, register: str = "") -> CardLine:
    """A line that leads to another site: by an address, or by an identifier in a register; what is neither is text."""
    site = said if said.startswith(WEB) else f"{register}{said}" if register and said else ""
    text = said.removeprefix("https://").removeprefix("http://").removesuffix("/") if said.startswith(WEB) else said
    return CardLine(term, text.removeprefix(register.removeprefix("https://")) if register else text, site=site)
