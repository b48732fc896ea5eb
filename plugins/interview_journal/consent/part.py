"""What consent leaves of the blocks of an entry, and of what is defined in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from interview_journal.body import Definition, Passage, Prose, Question, Transclusion
from interview_journal.consent.disclosed import Part, Reader
from interview_journal.entry import Entry
from interview_journal.vocabulary import Vocabularies

ONLY_THE_CARD = "only the card: they agreed to a summary"
THEIR_WORDS = "their words: only with consent to quotes"
QUOTATION = "a quotation: only with consent to quotes"
SOME_QUOTATIONS = "its quotations: only with consent to quotes"


def parts_for(entry: Entry, reader: Reader, vocabularies: Vocabularies) -> tuple[Part, ...]:
    """The blocks as the reader may see them, without empty ones."""
    return without_tags_of_nothing(_parts_for(entry, reader, vocabularies))


def _parts_for(entry: Entry, reader: Reader, vocabularies: Vocabularies) -> Iterator[Part]:
    agreed = entry.genre != "interview" or entry.consent != "none"
    for block in entry.blocks:
        if isinstance(block, Transclusion) and entry.genre != "interview":
            yield Part(replace(block, source=""))
        if not isinstance(block, Prose | Question | Passage) or isinstance(block, Prose) and not block.text.strip():
            continue
        own, closed = own_part(entry, block, vocabularies)
        shown = agreed and not closed and (not isinstance(own, Prose) or bool(own.text.strip()))
        if reader is Reader.PUBLIC and shown:
            yield Part(bare(own))
        elif reader is Reader.AUTHOR and own == block and not closed:
            yield Part(bare(block))
        elif reader is Reader.AUTHOR:
            yield Part(bare(block), closed or SOME_QUOTATIONS, bare(own) if shown else None)


def own_part(entry: Entry, block: Prose | Question | Passage, vocabularies: Vocabularies) -> tuple[Prose | Question | Passage, str]:
    """The block as consent leaves it, and why it is withheld as a whole; empty where it is not."""
    kind = vocabularies.kinds.by_id.get(block.kind) if isinstance(block, Passage) else None
    if isinstance(block, Passage) and kind is None:
        return block, "withheld: nobody knows this kind of passage"
    if kind and kind.yes("private"):
        return block, "never built"
    if entry.genre != "interview" or entry.consent in ("quotes", "none"):
        return block, ""
    if entry.consent != "paraphrase":
        return block, ONLY_THE_CARD
    if isinstance(block, Question):
        return block, ""
    if entry.transcript and block.under or kind and kind.one("words").casefold() != "mine":
        return block, THEIR_WORDS
    if block.text.strip() and not block.own.strip():
        return block, QUOTATION
    return replace(block, text=block.own), ""


def without_tags_of_nothing(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts; a question whose answer no reader sees loses its tags, which would tell what is withheld."""
    answered: set[str] = set()
    found: list[Part] = []
    for part in reversed([*parts]):
        seen = part.for_readers
        if seen and (not isinstance(seen, Question) or seen.anchor in answered):
            answered.add(seen.under)
        elif isinstance(seen, Question):
            part = Part(replace(seen, tags=()))
        found.append(part)
    return tuple(reversed(found))


def bare(block: Prose | Question | Passage) -> Prose | Question | Passage:
    """The block without its source and without what else it could give away."""
    if isinstance(block, Prose):
        return replace(block, source="", own="")
    if isinstance(block, Passage):
        return replace(block, source="", own="", definitions=())
    return replace(block, source="")


def definitions_for(entry: Entry, reader: Reader, vocabularies: Vocabularies) -> dict[str, Definition]:
    """What is defined in the blocks that the reader may see, by name; the first of two wins."""
    found: dict[str, Definition] = {}
    whole = reader is Reader.AUTHOR or entry.genre != "interview" or entry.consent == "quotes"
    for block in entry.blocks:
        inside: tuple[Definition, ...] = ()
        if isinstance(block, Definition):
            inside = (block,)
        elif isinstance(block, Passage) and (reader is Reader.AUTHOR or not own_part(entry, block, vocabularies)[1]):
            inside = block.definitions
        for definition in inside:
            if text := (definition.text if whole else definition.own).strip("\n"):
                found.setdefault(definition.name, replace(definition, source="", text=text, own=""))
    return found
