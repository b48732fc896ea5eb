"""Front matter: the values of an entry's keys, read from what an author typed, and all that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from interview_journal import keys, value
from interview_journal.keys import Key
from interview_journal.problem import Problem, did_you_mean, listed, nearest, shortened, within_a_slip
from interview_journal.source import Field, Source
from interview_journal.text import slug
from interview_journal.value import Kind, NoValue
from interview_journal.vocabulary import Concept, Vocabularies

PARSERS: dict[Kind, Callable[[str], Any]] = {
    Kind.YES_NO: value.yes_or_no,
    Kind.NUMBER: value.whole_number,
    Kind.PARTIAL_DATE: value.partial_date,
    Kind.FULL_DATE: value.full_date,
    Kind.LANGUAGE: value.language,
    Kind.LOG: value.log_line,
}
"""How the text of a kind is read; kinds that are not here are text."""
SEPARATOR = re.compile("[,;#]")
"""What people put between the items of a list."""
COMMENT = re.compile("%%|<!--")
"""How a comment begins in a text (FORMAT, "Passages and questions", rule 7); in a value it is taken out by nothing."""
NOT_YET = {"draft": True, "private": True, "published": False, "publish": False}
"""The words of other tools, and the value by which each says "not yet"."""
RESTRICTING = frozenset({"status", "review", "embargo", "withdrawn", "hide", "transcript", *NOT_YET})
"""The keys that hold an entry, or a part of it, back."""
HOLDS_BACK = re.compile("embargo|withdr|draft|privat|publish|hidd|hide|anonym|confidential|secret")
"""What the name of a key that nobody knows holds where it was probably meant to hold an entry back."""
HELD_BACK = frozenset({"draft", "private", "unpublished", "embargoed", "withdrawn", "hidden", "confidential"})
"""Values of such a key that say the same."""


class FrontMatter:
    """One pass over the front matter of one file."""

    def __init__(self, source: Source, vocabularies: Vocabularies) -> None:
        self.source, self.vocabularies = source, vocabularies
        self.keys = keys.with_facets(keys.facet_key(facet.key, facet.scheme, facet.title) for facet in vocabularies.facets)
        self.problems: list[Problem] = []
        self.facets: dict[str, tuple[str, ...]] = {}
        """Concept ids by scheme."""
        self.coined: list[tuple[str, Concept]] = []
        """Scheme and concept, for unknown terms of a vocabulary that is open."""
        self.not_yet: list[str] = []
        """The keys by which another tool's word holds the entry back."""
        self.values = self.read()
        """The values of all keys that hold one, by name, without the facets."""

    def read(self) -> dict[str, Any]:
        """Read each key."""
        found: dict[str, Any] = {}
        for field in self.source.fields:
            key = self.keys.get(field.name)
            if key is None:
                self.unknown_key(field)
                continue
            self.problems += field.problems
            if key.elsewhere:
                self.other_tool(key, field)
            elif key.kind is Kind.CONCEPTS:
                self.facets[key.scheme] = self.concepts(key, field)
            elif key.kind is Kind.ANY and field.holds_something:
                found[key.name] = True
            elif field.terms:
                found |= self.value(key, field)
        return found

    def value(self, key: Key, field: Field) -> dict[str, Any]:
        """The key's name with its value; empty, with a problem, where the text is no value of its kind."""
        if not key.kind.many and len(field.terms) > 1:
            self.error(field.line, f"`{key.name}` holds {len(field.terms)} values", "write one of them")
            return {}
        parsed = []
        for term in field.terms:
            is_quoted = not key.private and key.name not in RESTRICTING and not COMMENT.search(term.text)
            what = f"`{key.name}` “{shortened(term.text.strip(value.CURLY))}”" if is_quoted else f"the value of `{key.name}`"
            try:
                parsed.append(self.one(key, term.text))
            except NoValue as error:
                near = error.near if is_quoted else ""
                self.error(term.line, f"{what} {error}", error.hint or (f"write `{near}`" if near else f"write {key.kind.value}"))
        return {key.name: tuple(parsed) if key.kind.many else parsed[0]} if parsed else {}

    def one(self, key: Key, text: str) -> Any:
        """A single text as a value of the key's kind, or NoValue."""
        if COMMENT.search(text) and not key.private:
            raise NoValue("holds a comment, which is taken out of the text alone", "take it out yourself")
        if key.kind in (Kind.TEXT, Kind.TEXTS) and key.name != "hide":
            return text
        text = value.visible(text)
        if text.startswith(tuple(value.CURLY)):
            raise NoValue("stands in curly quotation marks", "write it without them")
        if key.kind is Kind.CHOICE:
            word = "-".join(text.casefold().replace("_", " ").replace("-", " ").split())
            if word not in key.choices:
                near = None if key.private else within_a_slip(word, key.choices)
                raise NoValue("is not known", f"{f'did you mean `{near}`? The words are' if near else 'write'} {listed(key.choices)}")
            return word
        if key.name == "hide":
            name = keys.normal(text)
            if name not in self.keys:
                raise NoValue("is no key", did_you_mean([f"`{near}`" for near in nearest(name, self.keys)], ""))
            return name
        return PARSERS[key.kind](text)

    def concepts(self, key: Key, field: Field) -> tuple[str, ...]:
        """The ids of the concepts that the terms mean."""
        vocabulary = self.vocabularies.by_scheme[key.scheme]
        found: dict[str, None] = {}
        for term in field.terms:
            parts = [vocabulary.resolve(part.strip()) for part in SEPARATOR.split(term.text.strip("#"))]
            if concept := vocabulary.resolve(term.text):
                found[concept.id] = None
            elif len(parts) > 1 and all(parts):
                ids = ", ".join(part.id for part in parts if part)
                self.error(term.line, f"`{key.name}` “{shortened(term.text)}” is a list without brackets", f"write `{key.name}: [{ids}]`")
            elif vocabulary.may_coin(term.text):
                concept = Concept(slug(term.text) or term.text, term.text)
                self.coined.append((vocabulary.scheme, concept))
                found[concept.id] = None
                self.note(term.line, *vocabulary.coins(term.text))
            else:
                self.error(term.line, *vocabulary.lacks(shortened(term.text)))
        return tuple(found)

    def unknown_key(self, field: Field) -> None:
        """Report a key nobody knows: probably a slip where a known one is near."""
        what = f"nobody knows the key `{shortened(value.visible(field.typed))}`"
        close = within_a_slip(field.name, self.keys)
        if close in RESTRICTING or HOLDS_BACK.search(field.name) or any(term.text.casefold() in HELD_BACK for term in field.terms):
            hint = f"did you mean `{close}`?" if close else "say it by `status`, `embargo`, `attribution` or `hide`, or take the line out"
            known = what if close else "nobody knows this key"  # what is far from every key may be a name, and builds print errors
            self.error(field.line, f"{known}, which may have been meant to hold this entry back", hint)
        elif close:
            self.problems.append(Problem.warning(self.source.path, field.line, what, f"did you mean `{close}`?"))
        else:
            near = nearest(field.name, self.keys, 1)[0]
            self.note(field.line, f"{what}, so it is never shown", f"the nearest key is `{near}`")

    def other_tool(self, key: Key, field: Field) -> None:
        """Heed another tool's word where it says "not yet"."""
        for term in field.terms[:1]:
            try:
                if value.yes_or_no(term.text) is NOT_YET[key.name]:
                    self.not_yet.append(key.name)
                    text = f"`{key.name}` is another tool's word, and keeps this entry private"
                    self.note(field.line, text, "write `status: draft`, or delete the line")
            except NoValue as error:
                self.error(field.line, f"`{key.name}` {error}", "write yes or no, or delete the line")

    def error(self, line: int, text: str, hint: str) -> None:
        """Note an error."""
        self.problems.append(Problem.error(self.source.path, line, text, hint))

    def note(self, line: int, text: str, hint: str) -> None:
        """Note advice."""
        self.problems.append(Problem.note(self.source.path, line, text, hint))
