"""Blocks to HTML, once: each is converted alone, with the definitions it refers to, and every view reuses the result."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from markdown import Markdown

from interview_journal.body import Definition
from interview_journal.markup.fragment import Fragment
from interview_journal.markup.table import Tables
from interview_journal.markup.taking_apart import taken_apart
from interview_journal.markup.wiki_link import BRACKETED, PRIORITY, WikiLinks

INCLUDING = ("snippet", "include", "b64", "embed", "transclu", "plantuml")
"""Extensions whose name holds one of these put other files into a page, past the rule of what may be shown."""


class Converter:
    """One Markdown instance, used again for every block."""

    def __init__(self, extensions: Sequence[str], configs: Mapping[str, Any]) -> None:
        names = [name for name in extensions if name not in ("toc", "markdown.extensions.toc")]
        self.markdown = Markdown(extensions=names, extension_configs={name: configs[name] for name in names if name in configs})
        self.markdown.treeprocessors.register(Tables(self.markdown), "journal-tables", 0)
        self.markdown.inlinePatterns.register(WikiLinks(BRACKETED, self.markdown), "journal-wiki-links", PRIORITY)
        self.known: dict[tuple[str, str, str], Fragment] = {}

    def convert(self, text: str, definitions: Sequence[Definition] = (), anchor: str = "") -> Fragment:
        """The text as HTML, its footnotes at its foot and their ids behind the anchor."""
        defined = "\n\n".join(definition.text for definition in definitions)
        key = (text, defined, anchor)
        if key not in self.known:
            self.markdown.reset()
            try:
                self.known[key] = taken_apart(self.markdown.convert(f"{text}\n\n{defined}" if defined else text), anchor)
            except RecursionError:
                self.known[key] = Fragment((html.escape(text),), (), (), (), too_deep=True)
        return self.known[key]


def refused(extensions: Sequence[str]) -> tuple[str, ...]:
    """The extensions that would include other files."""
    return tuple(name for name in extensions if any(word in name.casefold() for word in INCLUDING))
