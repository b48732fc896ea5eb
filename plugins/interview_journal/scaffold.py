"""A new entry before it is written: its file's name, its keys with their help, and the questions to answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten

from interview_journal import keys
from interview_journal.address import reserved_for
from interview_journal.entry import NEEDED, RECOMMENDED
from interview_journal.file_name import unportable
from interview_journal.keys import Key
from interview_journal.problem import listed
from interview_journal.text import slug
from interview_journal.value import PartialDate
from interview_journal.vocabulary import Concept, Vocabularies

USUAL = {
    "interview": (*NEEDED["interview"], *RECOMMENDED, "format", "minutes", "referred_to", "log", "status", "consent", "attribution"),
    "reflection": (*NEEDED["reflection"], "takeaway", "status"),
    "page": (*NEEDED["page"], "status"),
}
"""The keys that an entry of each genre begins with, beside those that have a value already."""
PHASES = ("open", "path", "day", "role-pack", "hard", "joy", "learn", "close")
"""The phases of most conversations, in their order; each gives its first question, the role's pack all it has."""
AFTER = "after"
"""The phase of what one asks oneself the same day."""
LAST = "process"
"""How near a question comes to asking for a job: these are asked last, and `direct` ones never."""
NEVER = "direct"
PLAIN = re.compile(r"[^\W_][\w .'’-]*")
"""A text that is the same in YAML with and without quotation marks."""
LONGEST = 60
"""How many letters of a title a file's name takes."""
REMARK = "# Fill in what you know; an empty value is no value. 🔒 is never on any public page."
BEGIN = (
    "%% Begin with where you sat and what you noticed. Delete the questions you did not ask. Between these marks nothing is published. %%"
)
DEBRIEF = "%% To yourself, the same day. What you leave here is published with the rest. %%"


@dataclass(frozen=True)
class Scaffold:
    """What is known of an entry before it is written."""

    genre: str
    date: PartialDate | None = None
    title: str = ""
    person: str = ""
    library_type: str = ""
    """An id; where the vocabulary is open, any term."""
    role: str = ""
    """An id; where the vocabulary is open, any term."""

    def name(self, facets: Iterable[str]) -> str:
        """Its address, "2026/university-director", made of what may always be shown: never of a person's name.

        `facets` are the names of the facets, whose addresses are nobody's to take.
        """
        said = (self.library_type, self.role) if self.genre == "interview" else (self.title,)
        words = " ".join(map(slug, said)).replace("-", " ")
        stem = shorten(words, LONGEST, placeholder="").replace(" ", "-") or self.genre
        folder = f"{self.date.year}/" if self.date and self.genre != "page" else ""
        if stem == "index" or reserved_for(folder + stem, facets) or any(unportable(f"{stem}.md")):
            stem = f"{self.genre}-{stem}"
        return folder + stem

    def text(self, vocabularies: Vocabularies) -> str:
        """The file: front matter, and for an interview the questions."""
        questions = self.questions(vocabularies) if self.genre == "interview" else ()
        return "\n".join(["---", REMARK, *self.front_matter(vocabularies), "---", "", *questions])

    def front_matter(self, vocabularies: Vocabularies) -> Iterator[str]:
        """A line for each key that has a value or usually gets one, in the table's order, and for each facet of the author's own."""
        genre = "" if self.genre == keys.BY_NAME["genre"].default else self.genre
        known = {**vars(self), "genre": genre, "date": self.date.text if self.date else "", "status": "draft"}
        table = keys.with_facets(keys.facet_key(facet.key, facet.scheme, facet.title) for facet in vocabularies.facets)
        for key in table.values():
            if value := known.get(key.name):
                yield f"{key.name}: {in_yaml(value)}"
            elif key.name in USUAL[self.genre] or self.genre == "interview" and is_own(key):
                yield f"{key.name}:".ljust(14) + f" # {remark(key)}"

    def questions(self, vocabularies: Vocabularies) -> Iterator[str]:
        """The questions as headings, each with a line to write on."""
        yield BEGIN
        roles = vocabularies.by_scheme["role"]
        wanted = {self.role, *roles.ancestors.get(self.role, ())}
        asked = [concept for concept in vocabularies.questions.concepts if concept.one("jobs") != NEVER]
        pack = [concept for concept in asked if wanted.intersection(concept.more.get("packs", ()))]
        general = [concept for concept in asked if "packs" not in concept.more]
        found = [concept for phase in PHASES for concept in (pack if phase == "role-pack" else in_phase(general, phase)[:1])]
        yield from headings(sorted(found, key=lambda concept: concept.one("jobs") == LAST))
        if after := in_phase(general, AFTER):
            yield from ("", DEBRIEF, *headings(after))
        yield ""


def in_phase(concepts: Iterable[Concept], phase: str) -> list[Concept]:
    """The questions of a phase."""
    return [concept for concept in concepts if concept.one("phase") == phase]


def headings(questions: Iterable[Concept]) -> Iterator[str]:
    """The lines of questions."""
    for question in questions:
        yield from ("", f"### {' '.join(question.label.split())}")


def in_yaml(text: str) -> str:
    """The text as YAML reads it back; in JSON's quotation marks, which are YAML's too, where it needs any."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def is_own(key: Key) -> bool:
    """Whether it is the key of a facet of the author's own, in a spelling that can be read back."""
    return key.name not in keys.BY_NAME and key.name == keys.normal(key.name)


def remark(key: Key) -> str:
    """What an empty key is for."""
    values = f" ({listed(key.choices)})" if key.choices else f"; for example {key.example}" if key.example else ""
    return f"{'🔒 ' if key.private else ''}{' '.join(key.help.split()).removesuffix('.')}{values}"
