"""Hidden names that stand where everybody can read them: hidden means hidden everywhere (FORMAT, "The publication rule").

A name counts whatever its case, diacritics and punctuation, and each of its single words counts too, since a surname tells enough.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from interview_journal.attribution import SHOWN, level, library_of, records_of, shown_keys, shown_person
from interview_journal.entry import Entry
from interview_journal.text import slug
from interview_journal.value import INVISIBLE
from interview_journal.vocabulary import Concept, Vocabularies

UNMARKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""How some letters are written where they are missing, in file names above all."""
OPEN = ("library_type", "role")
"""The facets whose words are no secret where readers see them."""
MARKS = re.compile("[\u0300-\u036f]|" + INVISIBLE.pattern)
SEAM = "\u02c8"
"""Stands where letters and digits meet or a small letter is followed by a capital: names run together in `RoeJane1.jpg`. It is a letter
to `slug`."""
WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
TELL_NOTHING = frozenset(
    str.split(
        "van von vom zum zur der den dem des del della dos das los las bin ibn the and prof mrs miss phd mls "
        "am an as at be by da de di do dr du el he if in is it jr la le me mr ms my no of oh ok on or so sr st to up us we"
    )
)
"""Parts of names that are words of every text; they count together with the rest of the name only."""


@dataclass(frozen=True)
class HiddenName:
    """A name that no reader may see."""

    words: tuple[str, ...]
    key: str

    @property
    def what(self) -> str:
        """What it is, in a sentence."""
        return {"person": "name", "job_title": "job title", "library": "library's name", "place": "place"}[self.key]

    @property
    def instead(self) -> str:
        """What may be written instead; empty where that is the role."""
        return {"library": "library", "place": "town"}.get(self.key, "")

    @property
    def joined(self) -> str:
        """The name as one word."""
        return "".join(self.words)


class HiddenNames:
    """The names of an entry that no reader may see, but those that `mention` allows."""

    def __init__(self, entry: Entry, vocabularies: Vocabularies) -> None:
        allowed = {"".join(words(word)) for word in entry.mention}
        said = {"".join(words(name)) for concept in shown_concepts(entry, vocabularies) for name in concept.names}
        found = {name: None for name in hidden_names(entry, vocabularies) if name.words and name.joined not in allowed | said}
        self.names = tuple(found)

    def standing_in(self, text: str) -> tuple[HiddenName, ...]:
        """Those of them that stand in the text, whole."""
        text = html.unescape(unquote(text))
        folded = unmarked(text)
        likely = [name for name in self.names if all(word in folded for word in name.words)]
        found = words(with_seams(text)) if likely else ()
        return tuple(name for name in likely if stands_in(name.words, found))


def holds_hidden_name(entry: Entry, vocabularies: Vocabularies) -> bool:
    """Whether the file's path holds a hidden name, so that it must not be printed either."""
    return bool(HiddenNames(entry, vocabularies).standing_in(entry.name))


def holds_any_name(entry: Entry, vocabularies: Vocabularies) -> bool:
    """Whether the file's path tells of the person at all."""
    return holds_hidden_name(replace(entry, attribution="anonymous"), vocabularies)


def hidden_names(entry: Entry, vocabularies: Vocabularies) -> Iterator[HiddenName]:
    """The names that no reader may see. What is shown is not hidden: a library that is shown by name may name its town."""
    shown = shown_keys(entry, vocabularies)
    if "person" not in shown:
        records = records_of(entry, vocabularies)
        for name in (*entry.person, *(name for record in records for name in (record.label, *record.alt))):
            for part in parts_of_name(name):
                yield HiddenName(part, "person")
        for record in records:
            for id in (record.id, *record.was):
                yield HiddenName(words(id), "person")
    if "job_title" not in shown:
        yield HiddenName(words(entry.job_title), "job_title")
    library = library_of(entry, vocabularies)
    if "library" not in shown:
        for name in (entry.library, *(name for record in with_parents(library, vocabularies) for name in (record.label, *record.alt))):
            yield HiddenName(words(name), "library")
    said = words(shown_person(entry, vocabularies).library)
    for place in (entry.place, library.one("place") if library else ""):
        for name in (place, place.partition(",")[0]):
            if "place" not in shown and not stands_in(words(name), said):
                yield HiddenName(words(name), "place")


def parts_of_name(name: str) -> Iterator[tuple[str, ...]]:
    """A person's name, whole and in its single words, each also written as one: "O'Brien" is obrien in an address."""
    folded = unicodedata.normalize("NFC", name).casefold()
    for spelling in dict.fromkeys((folded, folded.translate(SPELT_OUT))):
        yield words(spelling)
        yield ("".join(words(spelling)),)
        for word in spelling.split():
            parts = words(word)
            for part in (parts, ("".join(parts),), *((part,) for part in parts)):
                if len("".join(part)) > 1 and "".join(part) not in TELL_NOTHING:
                    yield part


def with_parents(library: Concept | None, vocabularies: Vocabularies) -> Iterator[Concept]:
    """The record of a library and of those it is part of, the nearest first."""
    met: dict[str, Concept] = {}
    waiting = [library] if library else []
    while waiting:
        record = waiting.pop(0)
        if record.id not in met:
            met[record.id] = record
            waiting += [vocabularies.libraries.by_id[id] for id in record.more.get("part_of", ())]
    yield from met.values()


def shown_concepts(entry: Entry, vocabularies: Vocabularies) -> Iterator[Concept]:
    """The kinds of library and roles that readers see: their words are no secret."""
    for facet in vocabularies.facets:
        if facet.scheme in OPEN and facet.key not in entry.hide:
            yield from (facet.by_id[id] for id in entry.facets.get(facet.scheme, ()) if id in facet.by_id)


def role_of(entry: Entry, vocabularies: Vocabularies) -> str:
    """What may be written instead of a name: the role, where readers see it."""
    roles = vocabularies.by_scheme["role"]
    ids = entry.facets.get("role", ()) if roles.key not in entry.hide else ()
    return next((roles.by_id[id].label.lower() for id in ids if id in roles.by_id), "librarian")


def hider(name: HiddenName, entry: Entry, vocabularies: Vocabularies) -> str:
    """What hides a name, as a message names it."""
    least = level(entry, vocabularies)
    if name.key in entry.hide:
        return f"`hide: {name.key}`"
    if name.key in SHOWN[least]:
        return "`display_name`"
    return f"`attribution: {least}`" + ("" if least == entry.attribution else f" in {vocabularies.people.path}")


def stands_in(name: tuple[str, ...], text: tuple[str, ...]) -> bool:
    """Whether the words stand side by side in the text, between seams too; in scripts that put no spaces, whether the letters do."""
    if WITHOUT_SPACES.search("".join(name)):
        return "".join(name) in "".join(text).replace(SEAM, "")
    between = f"[ {SEAM}]"
    spelt = between.join(f"{SEAM}?".join(word) for word in name)
    return bool(name) and re.search(f"{between}{spelt}{between}", f" {' '.join(text)} ") is not None


def with_seams(text: str) -> str:
    """The text with a mark on each seam."""
    found = []
    for before, letter in zip(f" {text}", text, strict=False):
        is_seam = before.islower() and letter.isupper() or before.isalpha() and letter.isdigit() or before.isdigit() and letter.isalpha()
        found.append(SEAM + letter if is_seam else letter)
    return "".join(found)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in small letters without marks and punctuation."""
    return tuple(slug(unmarked(text)).split("-")) if slug(text) else ()


def unmarked(text: str) -> str:
    """The text in small letters without diacritics."""
    if text.isascii():
        return text.lower()
    bare = MARKS.sub("", unicodedata.normalize("NFD", text.casefold().translate(UNMARKED)))
    return unicodedata.normalize("NFC", bare)
