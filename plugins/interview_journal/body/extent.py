"""Where a block begins and where it ends."""

from __future__ import annotations

import re

from interview_journal.address import OTHER_MEDIA, PICTURES
from interview_journal.body.line import Line
from interview_journal.text import plain
from interview_journal.vocabulary import Vocabularies, Vocabulary

CALLOUT = re.compile(r"> ?\[!(?P<name>[^\[\]]*)\][-+]?[ \t]*(?P<title>.*)")
TRANSCLUSION = re.compile(r"!\[\[(?P<target>[^\[\]\n]+)\]\][ \t]*")
HEADING = re.compile(r"(?P<level>#{1,6})[ \t]+(?P<text>.*)")
UNDERLINE = re.compile(r"(=+|-+) *")
TAG = r"#[^\W\d_][\w/-]*"
TAG_LINE = re.compile(rf"(?:{TAG}|\^[\w-]+)(?:[ \t]+(?:{TAG}|\^[\w-]+))*[ \t]*")
REFERENCE = re.compile(r" {0,3}\[(?P<name>[^\[\]^!][^\[\]]*)\]:[ \t]*\S")
FOOTNOTE = re.compile(r" {0,3}\[\^(?P<name>[^\[\]]+)\]:")
ABBREVIATION = re.compile(r"\*\[(?P<name>[^\[\]]+)\] ?:")
TITLE_OF_REFERENCE = re.compile(r"[ \t]+(\"[^\"]*\"|'[^']*'|\([^()]*\))[ \t]*")
ASKING = ("?", "？", "؟")


def extent(lines: list[Line], start: int, vocabularies: Vocabularies) -> tuple[int, str]:
    """Where the block that begins at `start` ends, and what sort of block it is."""
    first = next((place for place in range(start, len(lines)) if not lines[place].gone), len(lines))
    if first == len(lines):
        return len(lines), "prose"
    if first > start:  # lines of comment alone do not join what follows
        return first, "prose"
    line, end = lines[start], start + 1
    if not line.code and (callout := CALLOUT.match(line.text)):
        return end_of_callout(lines, end, hidden=is_hidden(vocabularies.kinds, callout["name"])), "passage"
    if transcludes(line):
        return end, "transclusion"
    if heading := heading_of(lines, start):
        level, text, length = heading
        end = start + length
        if 2 <= level <= 4 and (text.endswith(ASKING) or vocabularies.questions.resolve(text)):
            after = next((place for place in range(end, len(lines)) if not lines[place].gone), None)
            return (after + 1 if after is not None and TAG_LINE.fullmatch(lines[after].text) and not lines[after].code else end), "question"
    elif definition_name(line.text) and not line.code:
        return end_of_definition(lines, start), "definition"
    while end < len(lines) and not begins(lines, end):
        end += 1
    return end, "prose"


def transcludes(line: Line) -> bool:
    """Whether the line stands for a passage of another entry; a picture, sound or film is none."""
    match = None if line.code else TRANSCLUSION.fullmatch(line.text)
    name = match["target"].partition("|")[0].partition("#")[0] if match else ""
    return match is not None and not name.strip().lower().endswith((*PICTURES, *OTHER_MEDIA))


def end_of_callout(lines: list[Line], end: int, *, hidden: bool) -> int:
    """The place after a callout whose second line is at `end`.

    Readers disagree about a line that is nothing but comment, so it goes both ways by what is safe: it ends a callout, so that a
    quotation behind it needs its own permission, but never a hidden one, and not where it stands in the quotation itself.
    """
    while end < len(lines) and not lines[end].blank and not begins(lines, end, inside=True):
        if lines[end].gone and not hidden and not lines[end].source.startswith(">"):
            return end
        end += 1
    return end


def is_hidden(kinds: Vocabulary, name: str) -> bool:
    """Whether the callout of this name is withheld from everybody: it is private, or nobody knows it."""
    kind = kinds.resolve(name)
    return kind is None or kind.yes("private")


def begins(lines: list[Line], place: int, *, inside: bool = False) -> bool:
    """Whether a block begins on this line; inside a callout a definition and an underlined heading are its lazy lines."""
    line = lines[place]
    if line.code or line.gone:
        return False
    if CALLOUT.match(line.text) or HEADING.fullmatch(line.text) or transcludes(line):
        return True
    return not inside and (heading_of(lines, place) is not None or bool(definition_name(line.text)))


def heading_of(lines: list[Line], place: int) -> tuple[int, str, int] | None:
    """Level, text and number of lines of the heading on this line; None where there is none."""
    line = lines[place]
    if line.code:
        return None
    if match := HEADING.fullmatch(line.text):
        return len(match["level"]), heading_text(match["text"]), 1
    opens = place == 0 or lines[place - 1].blank or lines[place - 1].gone
    under = lines[place + 1] if place + 1 < len(lines) else None
    if under is None or under.code or not opens or not UNDERLINE.fullmatch(under.text):
        return None
    if line.text[:1] in ("", " ", "\t", ">", "|") or TAG_LINE.fullmatch(line.text):
        return None
    return (1 if under.text[0] == "=" else 2), heading_text(line.text), 2


def heading_text(text: str) -> str:
    """A heading without closing `#`, `{…}` and emphasis."""
    return plain(without_attributes(text.rstrip().rstrip("#").rstrip())[0])


def without_attributes(text: str) -> tuple[str, str]:
    """The text before the attributes at its end (`{#money .wide}`), and what stands in them."""
    before, brace, inside = text.removesuffix("}").rpartition("{")
    return (before.rstrip().rstrip("#").rstrip(), inside) if text.endswith("}") and brace and "}" not in inside else (text, "")


def definition_name(text: str) -> str:
    """The name that this line defines, empty where it defines nothing."""
    if match := FOOTNOTE.match(text):
        return f"^{match['name']}"
    if match := REFERENCE.match(text):
        return reference_name(match["name"])
    return f"*{match['name']}" if (match := ABBREVIATION.match(text)) else ""


def reference_name(label: str) -> str:
    """A reference's label as Markdown compares it: in small letters, white space as one space."""
    return " ".join(label.casefold().split())


def end_of_definition(lines: list[Line], start: int) -> int:
    """The place after a definition: a reference may carry its title on the next line, a footnote goes on while it is indented."""
    end = start + 1
    if not FOOTNOTE.match(lines[start].text):
        titled = end < len(lines) and not lines[end].code and TITLE_OF_REFERENCE.fullmatch(lines[end].text)
        return end + 1 if titled else end
    while end < len(lines):
        if lines[end].blank:
            after = next((place for place in range(end, len(lines)) if not lines[place].blank), len(lines))
            if after == len(lines) or not lines[after].text.startswith(("    ", "\t")):
                return end
            end = after
        if begins(lines, end):
            return end
        end += 1
    return end


def anchor_of(heading: str) -> str:
    """The id that a heading's attributes give (`{#money}`), empty without."""
    inside = without_attributes(heading.rstrip().rstrip("#").rstrip())[1]
    return next((word[1:] for word in inside.removeprefix(":").split() if word.startswith("#")), "")
