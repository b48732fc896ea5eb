"""What a value of front matter can be, and how it is read from the text an author typed.

All scalars arrive as text (FORMAT, rule 3), so `language: NO` stays Norwegian and `1984` may be a title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

YES = frozenset({"yes", "true", "on", "y", "1"})
NO = frozenset({"no", "false", "off", "n", "0"})
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
YEAR_FIRST = re.compile(r"([0-9]{4})([-/.\u2010-\u2015\u2212])([0-9]{1,2})\2([0-9]{1,2})(?P<time>[T ]+[0-9]{1,2}:.*)?")
"""A day with other signs or fewer digits than ISO 8601 has, or with a time: 2026/3/14. A year at the end leaves open which is the day."""
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Soft hyphens, spaces without width, marks of direction: they come along with a copy, and nobody sees them."""
CURLY = "“”„«»‹›‘’‚"
"""Typographic quotation marks, which to YAML are letters like others."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Kind(Enum):
    """The kinds of value; each says what an author should write."""

    TEXT = "a text"
    TEXTS = "a text or a list of texts"
    CONCEPTS = "a concept or a list of concepts"
    CHOICE = "one of a few words"
    YES_NO = "yes or no"
    NUMBER = "a whole number: 34"
    PARTIAL_DATE = "a date: 2026-03-14, 2026-03 or 2026"
    FULL_DATE = "a full date: 2026-03-14"
    LANGUAGE = "a language code: en, pt-BR"
    LOG = "a list of `2026-03-14 asked by mail`"
    ANY = "anything"

    @property
    def many(self) -> bool:
        """Whether a list may stand here."""
        return self in {Kind.TEXTS, Kind.CONCEPTS, Kind.LOG, Kind.ANY}


@dataclass(frozen=True, order=True)
class PartialDate:
    """A day, month or year between 1900 and 2199; it counts from its first day."""

    first: date
    text: str
    """As it was written, in ISO 8601: "2026-03"."""

    @property
    def year(self) -> int:
        """The year."""
        return self.first.year


@dataclass(frozen=True)
class LogLine:
    """A step on the way to and from a conversation: when, what, and a remark."""

    day: date
    verb: str
    remark: str


LOG_VERBS = ("asked", "nudged", "agreed", "declined", "scheduled", "met", "thanked", "sent-draft", "approved", "told")


LOG_HINT = f"write `2026-03-14 asked by mail`, with one of these words: {', '.join(LOG_VERBS)}"


class NoValue(ValueError):
    """The text is no value of its kind; the message says why, as the end of a sentence.

    `hint` says what to do, if that is special; `near` is what was probably meant, which tells of the value.
    """

    def __init__(self, why: str, hint: str = "", near: str = "") -> None:
        super().__init__(why)
        self.hint, self.near = hint, near


def visible(text: str) -> str:
    """The text without what cannot be seen in it, and without spaces around it."""
    return INVISIBLE.sub("", text).strip()


def partial_date(text: str) -> PartialDate:
    """The date, or NoValue."""
    match = DATE.fullmatch(text)
    if not match:
        raise no_date(text)
    year, month, day = (int(part) if part else 1 for part in match.groups())
    if not 1900 <= year <= 2199:
        raise NoValue("lies outside the years 1900 to 2199")
    try:
        return PartialDate(date(year, month, day), text)
    except ValueError:
        raise NoValue("is a day that no calendar has") from None


def no_date(text: str) -> NoValue:
    """Why the text is no date, with the date that was meant where there is no doubt."""
    if match := YEAR_FIRST.fullmatch(text):
        near = f"{match[1]}-{match[3]:0>2}-{match[4]:0>2}"
        try:
            partial_date(near)
        except NoValue as error:
            return error
        return NoValue("has a time of day, and a date has none" if match["time"] else "is not written as dates are here", near=near)
    if re.search("[0-9]", text) and not re.match("[0-9]{4}(?![0-9])", text):
        return NoValue("does not begin with a year of four digits")
    return NoValue("is no date")


def full_date(text: str) -> date:
    """The day, or NoValue where the day or month is missing."""
    value = partial_date(text)
    if len(text) < len("2026-03-14"):
        raise NoValue("is not a full date")
    return value.first


def yes_or_no(text: str) -> bool:
    """True for yes and true, False for no and false, in any case, or NoValue."""
    word = text.casefold()
    if word not in YES | NO:
        raise NoValue("is neither yes nor no")
    return word in YES


def whole_number(text: str) -> int:
    """A number of at most six digits, or NoValue."""
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise NoValue("is no whole number")
    return int(text)


def language(text: str) -> str:
    """A language tag of the shape that BCP 47 gives, or NoValue."""
    if not LANGUAGE.fullmatch(text):
        raise NoValue("is no language code")
    return text


def log_line(text: str) -> LogLine:
    """`YYYY-MM-DD verb note`, or NoValue."""
    day, _, rest = text.partition(" ")
    verb, _, remark = rest.strip().partition(" ")
    verb = verb.rstrip(",;:.").casefold()
    try:
        when = full_date(day)
    except NoValue:
        raise NoValue("has a line that does not begin with a full date", LOG_HINT) from None
    if verb not in LOG_VERBS:
        raise NoValue("has a line that does not say after its date what happened", LOG_HINT)
    return LogLine(when, verb, remark.strip())
