"""Call numbers: library type, role, year and a Cutter number of the shown name.

The Cutter follows the Library of Congress table (Classification and Shelflisting Manual, G 63).
"""

from __future__ import annotations

import re

from interview_journal.consent import Disclosed
from interview_journal.consent.hidden_name import unmarked
from interview_journal.plan.pieces import CallNumber
from interview_journal.text import slug
from interview_journal.vocabulary import Concept, Vocabularies

VOWEL = (("b", 2), ("d", 3), ("l", 4), ("n", 5), ("p", 6), ("r", 7), ("s", 8), ("u", 9))
S = (("a", 2), ("ch", 3), ("e", 4), ("h", 5), ("m", 6), ("t", 7), ("u", 8), ("w", 9))
QU = (("a", 3), ("e", 4), ("i", 5), ("o", 6), ("r", 7), ("t", 8), ("y", 9))
Q = (("a", 2), ("v", 9))
CONSONANT = (("a", 3), ("e", 4), ("i", 5), ("o", 6), ("r", 7), ("u", 8), ("y", 9))
EXPANSION = (("a", 3), ("e", 4), ("i", 5), ("m", 6), ("p", 7), ("t", 8), ("w", 9))
"""Each letter with the digit that it and the letters after it get."""
NOBODY = ".A1"


def call_number(entry: Disclosed, vocabularies: Vocabularies) -> CallNumber:
    """The lines of the spine label; what is hidden or unknown leaves its line out."""
    marks = []
    for scheme in ("library_type", "role"):
        concept = vocabularies.by_scheme[scheme].by_id.get(next(iter(entry.facets.get(scheme, ())), ""))
        marks += [concept.call_mark] if concept else []
    kind = [] if entry.genre == "interview" else [entry.genre[:4].upper()]
    year = [str(entry.date.year)] if entry.date else []
    return CallNumber((*kind, *marks, *year, cutter(heading(filing_name(entry, vocabularies)))))


def filing_name(entry: Disclosed, vocabularies: Vocabularies) -> str:
    """The name under which an entry is filed, inverted: "Okonkwo, Adaeze"; empty where none is shown.

    Where the family name comes first, a variant of the authority record says so with a comma: "Nguyễn, Thu Hà". What is not their own
    name is not turned around.
    """
    name = next(iter(entry.person), "")
    return filed_under(name, vocabularies.people.resolve(name)) if entry.attribution == "named" else name


def filed_under(name: str, record: Concept | None) -> str:
    """A person's own name as it is filed: as a variant of the record has it, else turned around."""
    return next((variant for variant in (record.alt if record else ()) if is_filing_name(variant, name)), inverted(name))


def is_filing_name(variant: str, name: str) -> bool:
    """Whether a variant is the name itself, with a comma behind the word it is filed under."""
    return "," in variant and sorted(slug(variant).split("-")) == sorted(slug(name).split("-"))


def inverted(name: str) -> str:
    """A name as it is filed: "Okonkwo, Adaeze"; one that is written with a comma is inverted already."""
    first, _, last = name.rpartition(" ")
    return f"{last}, {first}" if first and "," not in name else name


def heading(name: str) -> str:
    """The word a name is filed under: what stands before a comma, else its last word."""
    return name.partition(",")[0] if "," in name else name.rpartition(" ")[2]


def cutter(name: str) -> str:
    """The Cutter number of a name, with two digits where it has three letters; `.A1` for nobody and for other scripts."""
    folded = unmarked(name)
    letters = re.sub("[^a-z]", "", folded) if re.match("[^a-z]?[a-z]", folded) else ""
    if not letters:
        return NOBODY
    first, rest = letters[0], letters[1:]
    table = VOWEL if first in "aeiou" else S if first == "s" else Q if first == "q" else CONSONANT
    if letters.startswith("qu"):
        table, rest = QU, letters[2:]
    if not rest:
        return f".{first.upper()}1"
    after = rest[2:] if table is S and rest.startswith("ch") else rest[1:]
    return f".{first.upper()}{digit(rest, table)}{digit(after, EXPANSION) if after else ''}"


def digit(letters: str, table: tuple[tuple[str, int], ...]) -> int:
    """The digit of the last row that does not come after the letters, else of the first."""
    return max((number for row, number in table if row <= letters), default=table[0][1])
