"""Established names: under which id people, libraries, goals and questions are known, with a record of their own or without."""

from __future__ import annotations

import zlib

from interview_journal.file_name import unportable
from interview_journal.text import slug
from interview_journal.vocabulary.vocabulary import OF_THE_INDEX, Vocabulary, sound

LONGEST = 80
"""How many bytes of UTF-8 an id made of a text may have: a question can be a paragraph, and is the name of a folder."""


def id_of(term: str, vocabulary: Vocabulary) -> str:
    """The id of the concept that a term means, else one made of the term itself; empty where two bear the name, and it names neither."""
    bearers = vocabulary.bearers.get(sound(term), ())
    if term in vocabulary.by_id:
        return term
    if len(bearers) > 1:
        return ""
    return bearers[0].id if bearers else coined_id(term)


def coined_id(text: str) -> str:
    """An id made of a text, the same each time; with a number where the text alone cannot be the name of a folder."""
    name = slug(text)
    if name and len(name.encode()) <= LONGEST and name not in OF_THE_INDEX and not name.isdigit() and not any(unportable(name)):
        return name
    short = name.encode()[:LONGEST].decode(errors="ignore").rpartition("-")[0] if len(name.encode()) > LONGEST else name
    return "-".join(part for part in (short, f"{zlib.crc32(name.encode() or text.encode()):08x}") if part)
