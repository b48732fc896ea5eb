"""The words a journal uses: concepts, vocabularies, authority records.

Terms follow SKOS: a concept has a preferred label, variant labels, a scope note, broader and related concepts (SKOS Reference,
sections 5, 7 and 8). A *term* is what somebody typed, a *concept* what it means.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from interview_journal.problem import listed, nearest
from interview_journal.text import slug
from interview_journal.value import YES

BY_NUMBER, A_TO_Z = "by-number", "a-to-z"
OF_THE_INDEX = ("index", BY_NUMBER, A_TO_Z)
"""What no concept may be called, for the pages of the index itself stand under these names."""


@dataclass(frozen=True)
class Concept:
    """An idea with a permanent id, its labels, and how it stands to others of its scheme."""

    id: str
    label: str
    line: int = 0
    alt: tuple[str, ...] = ()
    note: str = ""
    intro: str = ""
    """The author's own words on the concept's page, Markdown."""
    intro_line: int = 0
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    mark: str = ""
    more: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """What only some vocabularies say of a concept (`form`, `phase`, `part_of`), and notations of other schemes."""

    def one(self, name: str) -> str:
        """The first value under a further key, empty where there is none."""
        return next(iter(self.more.get(name, ())), "")

    def yes(self, name: str) -> bool:
        """Whether a further key says yes."""
        return self.one(name).casefold() in YES

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that means this concept: id, label, variants, former ids."""
        return (self.id, self.label, *self.alt, *self.was)

    @property
    def call_mark(self) -> str:
        """The letters of its call number: `mark`, else four of the id, or two and two of its first two words."""
        words = self.id.split("-")
        return self.mark or (words[0][:4] if len(words) == 1 else words[0][:2] + words[1][:2]).upper()


@dataclass(frozen=True)
class Vocabulary:
    """The concepts of one scheme."""

    scheme: str
    name: str
    """The file's name without its ending; a facet's address: "library-types"."""
    path: str
    one: str = ""
    many: str = ""
    title: str = ""
    key: str = ""
    """The front-matter key it governs; with it the vocabulary is a facet."""
    open: bool = False
    packaged: bool = False
    concepts: tuple[Concept, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Concept]:
        """The concepts by id, in the file's order."""
        return {concept.id: concept for concept in self.concepts}

    @cached_property
    def bearers(self) -> dict[str, tuple[Concept, ...]]:
        """The concepts that bear a name, by every name, as `sound` has it; only people may share one."""
        found: dict[str, dict[str, Concept]] = {}
        for concept in self.concepts:
            for name in concept.names:
                found.setdefault(sound(name), {}).setdefault(concept.id, concept)
        return {name: tuple(concepts.values()) for name, concepts in found.items()}

    @cached_property
    def wordings(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Every label and variant with its words."""
        return tuple((name, frozenset(slug(name).split("-"))) for concept in self.concepts for name in (concept.label, *concept.alt))

    @cached_property
    def narrower(self) -> dict[str, tuple[str, ...]]:
        """The ids of the narrower concepts by id; the top concepts stand under ""."""
        found: dict[str, list[str]] = {}
        for concept in self.concepts:
            for parent in concept.broader or ("",):
                found.setdefault(parent, []).append(concept.id)
        return {parent: tuple(ids) for parent, ids in found.items()}

    @cached_property
    def related(self) -> dict[str, tuple[str, ...]]:
        """The ids of the related concepts by id, both ways though written once (SKOS S23), in the file's order."""
        pairs = {(one.id, other) for one in self.concepts for other in one.related}
        pairs |= {(other, one) for one, other in pairs}
        order = {concept.id: place for place, concept in enumerate(self.concepts)}
        found: dict[str, list[str]] = {}
        for one, other in sorted(pairs, key=lambda pair: order.get(pair[1], 0)):
            found.setdefault(one, []).append(other)
        return {one: tuple(others) for one, others in found.items()}

    @cached_property
    def ancestors(self) -> dict[str, frozenset[str]]:
        """The ids of all broader concepts by id, near and far; the concept itself is among them only where the file has a loop."""
        found: dict[str, frozenset[str]] = {}
        for concept in self.concepts:
            seen: set[str] = set()
            waiting = list(concept.broader)
            while waiting:
                if (parent := waiting.pop()) in self.by_id and parent not in seen:
                    seen.add(parent)
                    waiting += self.by_id[parent].broader
            found[concept.id] = frozenset(seen)
        return found

    def family(self, id: str) -> Concept | None:
        """The top concept above one, by the first of its broader ones each time; itself where it is a top one, None where there is none."""
        concept = self.by_id.get(id)
        while concept and concept.broader:
            concept = self.by_id[concept.broader[0]]
        return concept

    def resolve(self, term: str) -> Concept | None:
        """The concept that the term means: by id, label, variant or former id, disregarding case, spaces and punctuation."""
        return next(iter(self.bearers.get(sound(term), ())), None)

    def near_miss(self, text: str) -> str:
        """The wording that shares three quarters of its words with the text, empty where none does."""
        words = frozenset(slug(text).split("-"))
        best, share = "", 0.75
        for name, other in self.wordings:
            if (overlap := len(words & other) / len(words | other)) >= share:
                best, share = name, overlap
        return best

    def nearest(self, term: str) -> tuple[str, ...]:
        """The ids of the three concepts whose id or label looks most like the term."""
        names = {name: concept.id for concept in self.concepts for name in concept.names}
        ids = dict.fromkeys(names[name] for name in nearest(term, names, len(names)))
        return tuple(ids)[:3]

    def lacks(self, term: str, prefix: str = "") -> tuple[str, str]:
        """What is wrong with a term nobody knows, and what to do; `prefix` is what a tag has before its term."""
        near = [f"{prefix}{id}" for id in self.nearest(term)]
        return (
            f"there is no {self.one.lower()} “{term}”",
            f"did you mean {listed(near)}? Else add it to {self.to_edit}" if near else f"add it to {self.to_edit}",
        )

    def may_coin(self, term: str) -> bool:
        """Whether a term that nobody knows becomes a concept of its own: not where a page of the index stands at its address."""
        return self.open and slug(term) not in OF_THE_INDEX

    def coins(self, term: str) -> tuple[str, str]:
        """What to say of a term that nobody knows where the vocabulary is open."""
        return f"“{term}” is a new {self.one.lower()}", f"add it to {self.to_edit} when it is there to stay"

    @property
    def to_edit(self) -> str:
        """The file to which an author adds a concept."""
        return f"vocabulary/{self.path}, a copy of the one that comes with the journal" if self.packaged else self.path


@cache
def sound(term: str) -> str:
    """The term without case, spaces, hyphens and punctuation, by which terms are compared; punctuation alone stays as it is.

    Kept, since a journal asks for the same few thousand each time it is loaded.
    """
    folded = unicodedata.normalize("NFC", term).casefold()
    return "".join(letter for letter in folded if unicodedata.category(letter)[0] in "LMN") or folded


@dataclass(frozen=True)
class Vocabularies:
    """All vocabularies of a journal."""

    facets: tuple[Vocabulary, ...]
    """Library types, roles, themes, then the author's own."""
    kinds: Vocabulary
    questions: Vocabulary
    goals: Vocabulary
    people: Vocabulary
    libraries: Vocabulary

    @cached_property
    def by_scheme(self) -> dict[str, Vocabulary]:
        """The facets by scheme."""
        return {facet.scheme: facet for facet in self.facets}

    @property
    def themes(self) -> Vocabulary:
        """What a bare tag names."""
        return self.by_scheme["theme"]
