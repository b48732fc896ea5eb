"""The table of front matter: one row a key, read by reading, disclosure, help and the nearest key."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from interview_journal.value import Kind, visible

CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True)
class Key:
    """One row: what the key is called, what it holds, and who may see it."""

    name: str
    kind: Kind
    help: str
    """What it means, as a sentence for the manual."""
    private: bool = False
    """True (🔒): it has no field on `Disclosed` and never reaches a reader."""
    default: str = ""
    choices: tuple[str, ...] = ()
    """Where the kind is CHOICE: all values, the most careful one first."""
    example: str = ""
    scheme: str = ""
    """Where the kind is CONCEPTS: the scheme of its vocabulary."""
    elsewhere: bool = False
    """A word of another tool, read only because it may say "not yet"."""


DOORS = str.split("instructor classmate colleague mentor friend family guest-speaker staff-directory association social-media event cold")

KEYS = (
    Key("genre", Kind.CHOICE, "What sort of entry it is.", default="interview", choices=("interview", "reflection", "page")),
    Key("date", Kind.PARTIAL_DATE, "When you talked; sorts, archives and cites.", example="2026-03-14"),
    Key("title", Kind.TEXT, "A title of your own."),
    Key("takeaway", Kind.TEXT, "The one sentence to remember; card text and description.", example="Money is decided two floors up."),
    Key("person", Kind.TEXTS, "Whom you talked with; shown only as `attribution` allows.", example="Adaeze Okonkwo"),
    Key("job_title", Kind.TEXT, "Their job as they say it.", example="head of the science branch"),
    Key("library", Kind.TEXT, "Where they work: a name, or an id in libraries.yml."),
    Key("library_type", Kind.CONCEPTS, "Kinds of library; the first is the primary one.", scheme="library_type", example="university"),
    Key("role", Kind.CONCEPTS, "What they do; the first is the primary one.", scheme="role", example="director"),
    Key(
        "themes",
        Kind.CONCEPTS,
        "What it is about; the themes of the shown passages are added.",
        scheme="theme",
        example="[budget, governance]",
    ),
    Key("place", Kind.TEXT, "The town."),
    Key("format", Kind.CHOICE, "How it was held.", choices=("in-person", "video", "phone", "email", "visit")),
    Key("minutes", Kind.NUMBER, "How long it took.", example="34"),
    Key("goal", Kind.TEXTS, "The learning goal that started it: a text, or an id in goals.yml."),
    Key("goal_met", Kind.CHOICE, "What became of the goal.", choices=("yes", "partly", "no", "changed")),
    Key("image", Kind.TEXT, "A picture, as a path from this file.", example="images/reading-room.jpg"),
    Key("image_alt", Kind.TEXT, "What the picture shows, for those who cannot see it."),
    Key("pin", Kind.YES_NO, "Whether it stays at the top of the home page.", default="no"),
    Key("updated", Kind.FULL_DATE, "When you last changed it.", example="2026-05-02"),
    Key("language", Kind.LANGUAGE, "The language it is written in.", example="en"),
    Key("related", Kind.TEXTS, "Entries to read next, as paths."),
    Key("was", Kind.TEXTS, "Former addresses of this entry."),
    Key("mention", Kind.TEXTS, "Words that equal a hidden name but mean something else here.", private=True),
    Key("next_questions", Kind.TEXTS, "What to ask the next person.", private=True),
    Key("via", Kind.CHOICE, "How you found them.", private=True, choices=tuple(DOORS)),
    Key("introduced_by", Kind.TEXT, "Who opened the door.", private=True),
    Key("referred_to", Kind.TEXTS, "Whom they suggested.", private=True),
    Key("log", Kind.LOG, "What happened when, from the first mail to the last thanks.", private=True, example="[2026-03-01 asked by mail]"),
    Key("follow_up", Kind.FULL_DATE, "When to write next.", private=True, example="2026-10-01"),
    Key("status", Kind.CHOICE, "Your own decision.", choices=("draft", "published")),
    Key(
        "consent",
        Kind.CHOICE,
        "Their permission: the most that may be published.",
        default="none",
        choices=("none", "summary", "paraphrase", "quotes"),
    ),
    Key("attribution", Kind.CHOICE, "How they are shown.", default="anonymous", choices=("anonymous", "pseudonym", "title-only", "named")),
    Key("display_name", Kind.TEXT, "What is printed instead of the name."),
    Key("transcript", Kind.YES_NO, "Whether the answers are their own words.", default="no"),
    Key(
        "review",
        Kind.CHOICE,
        "Whether they have read it; if present, only approved or waived publishes.",
        choices=("not-offered", "offered", "sent", "changes", "approved", "waived"),
    ),
    Key("embargo", Kind.FULL_DATE, "Not public before this day.", example="2027-01-01"),
    Key("withdrawn", Kind.ANY, "Consent taken back; any value withdraws.", example="2026-06-01"),
    Key("hide", Kind.TEXTS, "Further keys to keep off every public page.", example="[place]"),
    Key("draft", Kind.YES_NO, "Another tool's word for a draft.", private=True, elsewhere=True),
    Key("published", Kind.YES_NO, "Another tool's word for public.", private=True, elsewhere=True),
    Key("publish", Kind.YES_NO, "Another tool's word for public.", private=True, elsewhere=True),
    Key("private", Kind.YES_NO, "Another tool's word for private.", private=True, elsewhere=True),
)

BY_NAME = {key.name: key for key in KEYS}


def facet_key(name: str, scheme: str, help: str) -> Key:
    """The row of a facet that a vocabulary of the author's own brings."""
    return Key(name, Kind.CONCEPTS, help, scheme=scheme)


def normal(typed: str) -> str:
    """The one spelling of a key: `library-type`, `libraryType` and `Library type` are `library_type`; what nobody sees does not count."""
    return re.sub(r"[\s_-]+", "_", CAMEL.sub("_", visible(typed))).casefold()


def with_facets(facets: Iterable[Key]) -> dict[str, Key]:
    """The whole table by name: FORMAT's rows, and one for each facet that has none."""
    return BY_NAME | {key.name: key for key in facets if key.name not in BY_NAME}
