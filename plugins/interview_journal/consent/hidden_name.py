"""Hidden names that stand where everybody can read them: hidden means hidden everywhere (FORMAT, "The publication rule").

A name counts whatever its case, diacritics and punctuation, and each of its single words counts too, since a surname tells enough.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from interview_journal.attribution import SHOWN, level, library_of, records_of, shown_keys, shown_person
from interview_journal.body import Passage, Question, Tag
from interview_journal.consent.disclosed import Disclosed
from interview_journal.entry import Entry
from interview_journal.problem import Problem
from interview_journal.text import slug
from interview_journal.value import INVISIBLE
from interview_journal.vocabulary import Concept, Vocabularies

UNMARKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""How some letters are written where they are missing, in file names above all."""
OPEN = ("library_type", "role")
"""The facets whose words are no secret where readers see them."""
HEADING = re.compile(r"^(?:#[ \t]|[^\n]+\n=+ *$)", re.M)
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


def holds_hidden_name(entry: Entry, vocabularies: Vocabularies) -> bool:
    """Whether the file's path holds a hidden name, so that it must not be printed either."""
    return bool(HiddenNames(entry, vocabularies).standing_in(entry.name))


def holds_any_name(entry: Entry, vocabularies: Vocabularies) -> bool:
    """Whether the file's path tells of the person at all."""
    return holds_hidden_name(replace(entry, attribution="anonymous"), vocabularies)


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
        "library": (seen.library,),
        "place": (seen.place,),
        "goal": seen.goal,
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
        yield TextInSight("the text", block.line, "\n".join(lines), sources[block.line])
    for definition in seen.definitions:
        yield TextInSight("the text", definition.line, definition.text, sources.get(definition.line, ""))


def terms_in_sight(tags: Iterable[Tag], vocabularies: Vocabularies) -> Iterator[str]:
    """Labels and ids of concepts, which stand on pages and in their addresses; those of roles and kinds of library are no secret."""
    for scheme, id in tags:
        concept = vocabularies.by_scheme[scheme].by_id.get(id)
        if concept and scheme not in OPEN:
            yield from (concept.id, concept.label)


def line_of_title(entry: Entry) -> int:
    """The line of the heading that is the title, else the first."""
    found = ((block, HEADING.search(block.source)) for block in entry.blocks)
    return next((block.line + block.source.count("\n", 0, match.start()) for block, match in found if match), 1)


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
    """The record of a library and of those it is part of, near and far."""
    met: dict[str, Concept] = {}
    while library and library.id not in met:
        met[library.id] = library
        library = vocabularies.libraries.by_id.get(library.one("part_of"))
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
