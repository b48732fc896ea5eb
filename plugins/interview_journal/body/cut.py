"""The cut: a body's source into blocks, by the rules of FORMAT, "Passages and questions".

The *source* is cut, not the Markdown: what is private is known before any Markdown is seen. `"".join(block.source) == body`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from interview_journal.body.anchor import with_anchors
from interview_journal.body.block import Block, Definition, Passage, Prose, Question, Tag
from interview_journal.body.extent import CALLOUT, TAG_LINE, anchor_of, definition_name, end_of_definition, extent, heading_of
from interview_journal.body.line import Line, lines_of
from interview_journal.problem import Problem, Severity, listed, within_a_slip
from interview_journal.text import plain, slug
from interview_journal.vocabulary import Vocabularies, sound

SLIP = re.compile(r"\[\s*!\s*(?P<name>[^\W\d_][\w \t-]{0,40})")
ANCHOR_LINE = re.compile(r"\^[\w-]+[ \t]*")
STRAY_TAG = re.compile(r"#[^\W\d_]")
QUOTATION = re.compile(r"(?:[ \t]|[-*+:](?=[ \t])|\d{1,9}[.)](?=[ \t]))*>")
HTML_QUOTATION = re.compile(r"<(/?)blockquote\b", re.I)


def cut(body: str, first_line: int, path: str, vocabularies: Vocabularies) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a body and all that is wrong in it; never raises."""
    cutter = _Cutter(path, vocabularies)
    lines, unclosed = lines_of(body, first_line)
    for left in unclosed:
        cutter.error(left.line, f"a {left.what} is opened here and never closed", "close it, or delete what opens it")
    return tuple(with_anchors(cutter.blocks(lines), vocabularies.kinds, cutter.warn)), tuple(cutter.problems)


class _Cutter:
    """One pass over the lines of one body."""

    def __init__(self, path: str, vocabularies: Vocabularies) -> None:
        self.path, self.vocabularies = path, vocabularies
        self.problems: list[Problem] = []
        self.hidden = [sound(name) for kind in vocabularies.kinds.concepts if kind.yes("private") for name in kind.names]

    def error(self, line: int, text: str, hint: str) -> None:
        """Note an error."""
        self.problems.append(Problem(self.path, line, Severity.ERROR, text, hint))

    def warn(self, line: int, text: str, hint: str, severity: Severity = Severity.WARNING) -> None:
        """Note a warning, or advice."""
        self.problems.append(Problem(self.path, line, severity, text, hint))

    def blocks(self, lines: list[Line]) -> Iterator[Block]:
        """The blocks in order, before anchors are unique and answers belong to their questions."""
        start = 0
        while start < len(lines):
            end, sort = extent(lines, start, self.vocabularies.questions)
            source = "".join(line.source for line in lines[start:end])
            seen = [line for line in lines[start:end] if not line.gone]
            yield getattr(self, sort)(source, seen, lines[start].number)
            start = end

    def prose(self, source: str, seen: list[Line], number: int) -> Prose:
        """Text up to the next heading, callout or definition."""
        heading = heading_of(seen, 0) if seen else None
        for line in seen:
            self.watch(line, line.text)
        kept = self.without_stray_tags(seen)
        return Prose(source, number, "", joined(kept), joined(without_quotations(kept)), heading[0] if heading else 0)

    def question(self, source: str, seen: list[Line], number: int) -> Question:
        """A heading that asks, and the line of tags under it."""
        heading = heading_of(seen, 0)
        assert heading is not None
        level, text, length = heading
        tags, _ = self.tags(seen[length]) if len(seen) > length and TAG_LINE.fullmatch(seen[length].text) else ((), "")
        bank = self.vocabularies.questions
        concept = bank.resolve(text)
        if concept is None and (near := bank.near_miss(text)):
            self.warn(
                number,
                f"this question is nearly “{near}”",
                "write it like that, or add this wording to `alt` in questions.yml",
                Severity.NOTE,
            )
        self.watch(seen[0], seen[0].text)
        return Question(source, number, "", text, level, anchor_of(seen[0].text), concept.id if concept else "", tags)

    def passage(self, source: str, seen: list[Line], number: int) -> Passage:
        """A callout; its last line may be tags."""
        match = CALLOUT.match(seen[0].text)
        assert match is not None
        name, headline = match["name"].strip(), plain(match["title"])
        kinds = self.vocabularies.kinds
        kind = kinds.resolve(name) if match["name"] == name else None
        if match["name"] != name and kinds.resolve(name):
            self.error(number, "a callout's name stands directly between `[!` and `]`", f"write `> [!{name}]`")
        elif kind is None:
            self.error(number, f"there is no kind of passage “{name}”", f"did you mean {listed(kinds.nearest(name))}?")
        self.watch(seen[0], match["title"])
        inner = [replace(line, text=unquoted(line.text)) for line in seen[1:]]
        while inner and inner[-1].blank:
            inner.pop()
        tags: tuple[Tag, ...] = ()
        anchor = ""
        if inner and not inner[-1].code and TAG_LINE.fullmatch(inner[-1].text.strip()):
            tags, anchor = self.tags(inner.pop(), silent=kind is not None and kind.yes("private"))
        for line in inner:
            self.watch(line, line.text)
        inner, definitions = self.without_definitions(self.without_stray_tags(inner))
        return Passage(
            source,
            number,
            "",
            kind.id if kind else "",
            headline,
            joined(inner),
            joined(without_quotations(inner)),
            tags,
            anchor,
            definitions,
        )

    def definition(self, source: str, seen: list[Line], number: int) -> Definition:
        """A reference, footnote or abbreviation."""
        for line in seen:
            self.watch(line, line.text)
        return Definition(source, number, "", definition_name(seen[0].text), joined(seen), joined(without_quotations(seen)))

    def without_definitions(self, lines: list[Line]) -> tuple[list[Line], tuple[Definition, ...]]:
        """The lines of a callout without what is defined in it, and the definitions."""
        kept, found, place = [], [], 0
        while place < len(lines):
            if not lines[place].code and definition_name(lines[place].text):
                end = end_of_definition(lines, place)
                found.append(self.definition("", lines[place:end], lines[place].number))
                place = end
            else:
                kept.append(lines[place])
                place += 1
        return kept, tuple(found)

    def without_stray_tags(self, lines: list[Line]) -> list[Line]:
        """The lines without those that are tags in a place where they tag nothing; Python-Markdown would print them as large headings."""
        kept = []
        for line in lines:
            if line.code or not STRAY_TAG.match(line.text):
                kept.append(line)
                continue
            self.warn(line.number, "this line of tags tags nothing", "put it directly under a question, or on the last line of a callout")
            if not TAG_LINE.fullmatch(line.text):
                kept.append(replace(line, text=f"\\{line.text}"))
        return [line for line in kept if line.code or not ANCHOR_LINE.fullmatch(line.text)]

    def tags(self, line: Line, *, silent: bool = False) -> tuple[tuple[Tag, ...], str]:
        """The concepts and the anchor that a line of tags names; silent, only the anchor, since messages must not quote what is private."""
        found: dict[Tag, None] = {}
        anchors = [word[1:] for word in line.text.split() if word.startswith("^")]
        if len(anchors) > 1:
            self.error(line.number, "there are two anchors on one line", f"keep `^{anchors[0]}` or `^{anchors[1]}`")
        for tag in (word[1:] for word in line.text.split() if word.startswith("#") and not silent):
            scheme, slash, term = tag.partition("/")
            vocabulary = self.vocabularies.by_scheme.get(scheme.replace("-", "_").casefold()) if slash else self.vocabularies.themes
            if vocabulary is None:
                known = (f"#{facet.scheme.replace('_', '-')}/…" for facet in self.vocabularies.facets)
                self.error(line.number, f"`#{tag}` names no facet", f"write a theme alone, or one of {listed(known)}")
            elif concept := vocabulary.resolve(term if slash else tag):
                found[vocabulary.scheme, concept.id] = None
            elif vocabulary.open:
                found[vocabulary.scheme, slug(term if slash else tag)] = None
            else:
                self.error(
                    line.number,
                    f"there is no {vocabulary.one.lower()} “{term if slash else tag}”",
                    f"did you mean {listed(f'#{near}' for near in vocabulary.nearest(tag))}?",
                )
        return tuple(found), anchors[0] if anchors else ""

    def watch(self, line: Line, text: str) -> None:
        """Report what may have been meant as a private callout and is none: a slip is an error, not a guess."""
        for slip in SLIP.finditer("" if line.code else text):
            words = [sound(slip["name"]), *map(sound, slip["name"].split())]
            if any(within_a_slip(word, self.hidden) for word in words):
                self.error(
                    line.number, "this looks like a private passage, and is none", "begin a line with `> [!private]`, at the left margin"
                )


def without_quotations(lines: list[Line]) -> Iterator[Line]:
    """The lines that belong to no block quotation, however deep in lists, a `<blockquote>` included."""
    quoted, depth = False, 0
    for line in lines:
        tags = HTML_QUOTATION.findall(line.text)
        quoted = bool(QUOTATION.match(line.text)) or quoted and not line.blank
        if not quoted and not depth and not tags:
            yield line
        depth = max(0, depth + sum(-1 if closing else 1 for closing in tags))


def joined(lines: Iterable[Line]) -> str:
    """The lines as one text, without blank lines around it."""
    return "\n".join(line.text for line in lines).strip("\n")


def unquoted(text: str) -> str:
    """The line without the mark of the quotation it stands in; a lazy line as it is."""
    return text.removeprefix(">").removeprefix(" ") if text.startswith(">") else text
