"""The cut: a body's source into blocks, by the rules of FORMAT, "Passages and questions".

The *source* is cut, not the Markdown: what is private is known before any Markdown is seen. `"".join(block.source) == body`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from interview_journal.body.anchor import with_anchors
from interview_journal.body.block import Block, Definition, Passage, Prose, Question, Tag, Transclusion
from interview_journal.body.extent import (
    CALLOUT,
    TAG,
    TAG_LINE,
    anchor_of,
    definition_name,
    end_of_definition,
    extent,
    heading_of,
    is_hidden,
)
from interview_journal.body.line import Line, lines_of
from interview_journal.keys import KEYS
from interview_journal.problem import Problem, Severity, did_you_mean, listed, within_a_slip
from interview_journal.text import WIKI_LINK, plain, slug
from interview_journal.value import LOG_VERBS
from interview_journal.vocabulary import Vocabularies, sound

SLIP = re.compile(r"[\[［{(（][^\w\[\]]{0,9}[!！][^\w\[\]]{0,9}(?P<name>[^\W\d_][\w \t-]{0,40})")
BARE_SLIP = re.compile(r"[ \t>]*>[ \t]*!?\[[ \t]*(?P<name>[^\W\d_][\w-]{0,20})[ \t]*\][-+]?(?![(\[:])")
"""`> [private]` and `> ![private]`, which Markdown would print as they stand."""
TAG_LIST = re.compile(rf"{TAG}(?:[ \t]*[,;][ \t]*{TAG})+[,;]?")
"""Tags as other programs list them."""
ANCHOR_LINE = re.compile(r"\^[\w-]+[ \t]*")
HASH = re.compile(r"(?P<marks>#+)(?:(?P<word>[^\W\d_])|[^#\s])")
"""A line that Python-Markdown takes for a heading, though nobody else does where no space follows."""
ALONE = "|".join(key.name for key in KEYS if key.private and not key.elsewhere)
STRAY_KEY = re.compile(rf"(?P<key>{ALONE}):[ \t]+\S|- [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}} (?:{'|'.join(LOG_VERBS)})\b")
"""A key of front matter that no reader may see, or a line of `log`, where somebody closed the front matter too early."""
QUOTATION = re.compile(r"(?:[ \t]|[-*+:](?=[ \t])|\d{1,9}[.)](?=[ \t]))*>")
INLINE_CODE = re.compile(r"`+[^`]*`+")
HTML_QUOTATION = re.compile(r"<(/?)blockquote\b", re.I)


def cut(
    body: str, first_line: int, path: str, vocabularies: Vocabularies, *, is_note: bool = False
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a body and all that is wrong in it; never raises. A private note may hold what else belongs into front matter."""
    cutter = _Cutter(path, vocabularies, is_note=is_note)
    lines, unclosed = lines_of(body, first_line)
    for left in unclosed:
        cutter.error(*left)
    return tuple(with_anchors(cutter.blocks(lines), vocabularies.kinds, cutter.warn)), tuple(cutter.problems)


class _Cutter:
    """One pass over the lines of one body."""

    def __init__(self, path: str, vocabularies: Vocabularies, *, is_note: bool) -> None:
        self.path, self.vocabularies, self.is_note = path, vocabularies, is_note
        self.problems: list[Problem] = []
        self.hidden = [sound(name) for kind in vocabularies.kinds.concepts if kind.yes("private") for name in kind.names]

    def error(self, line: int, text: str, hint: str) -> None:
        """Note an error."""
        self.problems.append(Problem.error(self.path, line, text, hint))

    def warn(self, line: int, text: str, hint: str, severity: Severity = Severity.WARNING) -> None:
        """Note a warning, or advice."""
        self.problems.append(Problem(self.path, line, severity, text, hint))

    def blocks(self, lines: list[Line]) -> Iterator[Block]:
        """The blocks in order, before anchors are unique and answers belong to their questions."""
        start = 0
        while start < len(lines):
            end, sort = extent(lines, start, self.vocabularies)
            source = "".join(line.source for line in lines[start:end])
            seen = [line for line in lines[start:end] if not line.gone]
            block = getattr(self, sort)(source, seen, lines[start].number)
            if end < len(lines) and isinstance(block, Passage) and is_hidden(self.vocabularies.kinds, block.kind):
                self.gap(lines, end)
            yield block
            start = end

    def prose(self, source: str, seen: list[Line], number: int) -> Prose:
        """Text up to the next heading, callout or definition."""
        heading = heading_of(seen, 0) if seen else None
        for line in seen:
            self.watch(line, line.text)
            if not line.code and not self.is_note and (stray_key := STRAY_KEY.match(line.text)):
                what = (
                    f"this looks like `{stray_key['key'] or 'log'}` of the front matter, and stands in the text, where readers would see it"
                )
                self.error(line.number, what, "move it up between the two lines `---`, or begin the line in another way")
        kept = self.without_stray_tags(seen)
        return Prose(source, number, "", joined(kept), joined(without_quotations(kept)), heading[0] if heading else 0)

    def question(self, source: str, seen: list[Line], number: int) -> Question:
        """A heading that asks, and the line of tags under it."""
        heading = heading_of(seen, 0)
        assert heading is not None
        level, text, length = heading
        tags, anchor = self.tags(seen[length]) if len(seen) > length else ((), "")
        bank = self.vocabularies.questions
        concept = bank.resolve(text)
        if concept is None and (near := bank.near_miss(text)):
            hint = "write it like that, or add this wording to `alt` in questions.yml"
            self.warn(number, f"this question is nearly “{near}”", hint, Severity.NOTE)
        self.watch(seen[0], seen[0].text)
        self.wordless(number, seen[0].text)
        return Question(source, number, "", text, level, anchor or anchor_of(seen[0].text), concept.id if concept else "", tags)

    def passage(self, source: str, seen: list[Line], number: int) -> Passage:
        """A callout; its last line may be tags."""
        match = CALLOUT.match(seen[0].text)
        assert match is not None
        name, headline = match["name"].strip(), plain(match["title"])
        kinds = self.vocabularies.kinds
        kind = kinds.resolve(name) if match["name"] == name else None
        if match["name"] != name and kinds.resolve(name):
            self.error(number, "a callout's name stands directly between `[!` and `]`", f"write `> [!{name}]`")
        elif not name:
            self.error(number, "this callout has no name", "write its kind between `[!` and `]`, as in `> [!quote]`")
        elif kind is None:
            self.unknown_kind(number, name)
        self.watch(seen[0], match["title"])
        self.wordless(number, match["title"])
        inner = [replace(line, text=unquoted(line.text), depth=max(0, line.depth - 1)) for line in seen[1:]]
        while inner and inner[-1].blank:
            inner.pop()
        tags: tuple[Tag, ...] = ()
        anchor = ""
        if inner and not inner[-1].code and TAG_LINE.fullmatch(inner[-1].text.strip()):
            tags, anchor = self.tags(inner.pop(), silent=is_hidden(kinds, match["name"]))
        for line in inner:
            self.watch(line, line.text)
        inner, definitions = self.without_definitions(self.without_stray_tags(inner))
        text, own = joined(inner), joined(without_quotations(inner))
        return Passage(source, number, "", kind.id if kind else "", headline, text, own, tags, anchor, definitions)

    def transclusion(self, source: str, seen: list[Line], number: int) -> Transclusion:
        """A line that shows a passage of another entry."""
        return Transclusion(source, number, "", seen[0].text.strip())

    def wordless(self, number: int, heading: str) -> None:
        """Warn of a link without words in a heading, which is text: nobody could follow it, and the name of a file may be private."""
        if any(not link["label"][1:] for link in WIKI_LINK.finditer(heading)):
            hint = "write words in its place, or behind a `|`: `[[2026/branch|her essay]]`"
            self.warn(number, "a link in this heading has no words, and “…” stands in its place", hint)

    def gap(self, lines: list[Line], end: int) -> None:
        """Report a quotation that an empty line parts from the private passage before `end`: it may have been meant as a part of it."""
        after = next((line for line in lines[end:] if not line.blank), None)
        if after and lines[end].blank and after.text.startswith(">") and not CALLOUT.match(after.text) and not self.is_slip(after.text):
            what = "this quotation is no part of the private passage above it, since an empty line stands between"
            self.error(after.number, what, "write `>` on the empty line if nobody may read it, else begin the quotation with `> [!quote]`")

    def unknown_kind(self, number: int, name: str) -> None:
        """Report a callout name nobody knows, without quoting what may be the private text itself, written in the wrong place."""
        is_text = len(name) > 30 or " " in name and self.seems_hidden(name)
        what = "there is no kind of passage of this name" if is_text else f"there is no kind of passage “{name}”"
        self.error(number, what, self.instead(name))

    def instead(self, name: str) -> str:
        """What to write in place of a kind nobody knows: the nearest, and a private one, which may have been meant."""
        near = did_you_mean(self.vocabularies.kinds.nearest(name), "give one in passage-kinds.yml")
        return f"{near} If nobody may read it, write `[!private]`" if "private" in self.hidden else near

    def seems_hidden(self, name: str) -> bool:
        """Whether the name, or a word of it, is that of a private kind or nearly so."""
        return any(within_a_slip(word, self.hidden) for word in (sound(name), *map(sound, name.split())))

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
        """The lines without tags that tag nothing; Python-Markdown would print them, and any `#1`, as large headings."""
        kept = []
        for line in lines:
            match, all_tags = (None, None) if line.code else (HASH.match(line.text), TAG_LINE.fullmatch(line.text))
            if match and match["word"]:
                self.warn(line.number, *stray(match["marks"], alone=bool(all_tags), listed=bool(TAG_LIST.fullmatch(line.text.strip()))))
            if match and not all_tags:
                kept.append(replace(line, text=f"\\{line.text}"))
            elif line.code or not (match or ANCHOR_LINE.fullmatch(line.text)):
                kept.append(line)
        return kept

    def tags(self, line: Line, *, silent: bool = False) -> tuple[tuple[Tag, ...], str]:
        """The concepts and the anchor that a line of tags names; silent, only the anchor, since messages must not quote what is private."""
        found: dict[Tag, None] = {}
        words = dict.fromkeys(line.text.split())
        anchors = [word[1:] for word in words if word.startswith("^")]
        if len(anchors) > 1 and not silent:
            self.error(line.number, "there are two anchors on one line", f"keep `^{anchors[0]}` or `^{anchors[1]}`")
        for tag in (word[1:] for word in words if word.startswith("#") and not silent):
            scheme, slash, term = tag.partition("/") if "/" in tag else ("", "", tag)
            vocabulary = self.vocabularies.by_scheme.get(scheme.replace("-", "_").casefold()) if slash else self.vocabularies.themes
            if slash and not term:
                self.error(line.number, f"`#{tag}` names nothing", "write what it names behind the `/`")
            elif vocabulary is None:
                known = [f"#{facet.scheme.replace('_', '-')}/…" for facet in self.vocabularies.facets]
                self.error(line.number, f"`#{tag}` names no facet", f"write a theme alone, or one of {listed(known)}")
            elif concept := vocabulary.resolve(term):
                found[vocabulary.scheme, concept.id] = None
            elif vocabulary.may_coin(term) and slug(term):
                found[vocabulary.scheme, slug(term)] = None
                self.warn(line.number, *vocabulary.coins(term), Severity.NOTE)
            else:
                self.error(line.number, *vocabulary.lacks(term, f"#{scheme}{slash}"))
        return tuple(found), anchors[0] if anchors else ""

    def watch(self, line: Line, text: str) -> None:
        """Report what may have been meant as a private callout and is none: a slip is an error, not a guess."""
        if not line.code and self.is_slip(text):
            what = "this looks like a private passage, and is none"
            self.error(line.number, what, "begin a line with `> [!private]`, at the left margin")

    def is_slip(self, text: str) -> bool:
        """Whether the line was probably meant to begin a private passage."""
        bare = BARE_SLIP.match(text)
        return any(self.seems_hidden(slip["name"]) for slip in (*([bare] if bare else ()), *SLIP.finditer(text)))


def stray(marks: str, *, alone: bool, listed: bool) -> tuple[str, str]:
    """What is wrong with a line that begins with these marks and a letter, and what to do.

    `alone` is a line of nothing but tags, `listed` one with commas between them.
    """
    if len(marks) > 1:
        return "this is no heading, since no space follows its `#`", f"write `{marks} ` and then the text"
    if listed and not alone:
        return "commas stand between these tags, so they tag nothing", "put spaces alone between them: `#budget #governance`"
    what = "this line of tags tags nothing" if alone else "this line begins with a tag that tags nothing"
    return what, "put tags on a line of their own, directly under a question or at the end of a callout"


def without_quotations(lines: list[Line]) -> Iterator[Line]:
    """The lines that belong to no block quotation, however deep in lists, a `<blockquote>` included."""
    quoted, depth = False, 0
    for line in lines:
        tags = [] if line.code else HTML_QUOTATION.findall(INLINE_CODE.sub("", line.text))
        quoted = line.depth > 0 if line.code else bool(QUOTATION.match(line.text)) or quoted and not line.blank
        if not quoted and not depth and not tags:
            yield line
        depth = max(0, depth + sum(-1 if closing else 1 for closing in tags))


def joined(lines: Iterable[Line]) -> str:
    """The lines as one text, without blank lines around it."""
    return "\n".join(line.text for line in lines).strip("\n")


def unquoted(text: str) -> str:
    """The line without the mark of the quotation it stands in; a lazy line as it is."""
    return text.removeprefix(">").removeprefix(" ") if text.startswith(">") else text
