"""Our templates: their names, and the filters by which addresses and texts are put right for the page they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from interview_journal import markup
from interview_journal.plan import preview_words, words

NO_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""What may not stand in a document, not even escaped (XML 1.0, 2.2)."""


def our_templates(folders: Iterable[str]) -> list[str]:
    """The names of our own templates in the theme's folders, those that others include among them."""
    found = ((path, folder) for folder in folders for ending in ("html", "xml") for path in Path(folder).glob(f"journal/**/*.{ending}"))
    return sorted({path.relative_to(folder).as_posix() for path, folder in found})


def add_filters(env: Environment) -> None:
    """Escaping on for our own templates, the filters `at`, `prose` and `prose_at_home`, and the words of the interface."""
    env.autoescape = lambda name: name is not None and (name.startswith("journal/") or name == "404.html")
    env.filters.update({"at": at, "prose": prose, "prose_at_home": prose_at_home})
    env.globals.update({"words": words, "preview_words": preview_words})


@pass_context
def at(context: Context, url: str) -> str:
    """An address from the journal's root, as a link from this page."""
    return base(context) + url if url or base(context) else "./"


@pass_context
def prose(context: Context, html: str) -> Markup:
    """Rendered Markdown on a page where it is not at home."""
    return Markup(markup.elsewhere(html, base(context)))


@pass_context
def prose_at_home(context: Context, html: str) -> Markup:
    """Rendered Markdown on its own page."""
    return Markup(markup.at_home(html, base(context)))


def base(context: Context) -> str:
    """The way from this page to the journal's root, with a slash at its end; MkDocs has "." for pages at the root."""
    url = str(context["base_url"]).rstrip("/")
    return "./" if url == "." else f"{url}/"


def xml(text: str) -> str:
    """The text as a document of XML, which begins with its declaration, and without the characters that none may hold."""
    return NO_XML.sub("", text).lstrip()
