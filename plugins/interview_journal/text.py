"""A text as a reader sees it, and as an address has it."""

from __future__ import annotations

import html
import re
import unicodedata

CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
"""What no text needs: YAML refuses it, or ends a line at it where an editor does not; as a range of a regular expression."""
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
WIKI_LINK = re.compile(r"!?\[\[(?P<name>[^\[\]|#\n]*)(?P<anchor>(?:#[^\[\]|#\n]*)*)(?P<label>(?:\|[^\[\]\n]*)?)\]\]")
"""A link as Obsidian writes it (its help, "Internal links"): `[[2026/university-director#two-floors-up|what she said]]`."""
HTML_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
EMPHASIS = re.compile(r"(?<!\\)(?:[*`]+|(?<!\w)_+|(?<!_)_++(?!\w))")
ESCAPE = re.compile(r"\\([^\w\s]|_)")


def plain(text: str) -> str:
    """A line of Markdown as text: without emphasis, code marks, link targets, tags, entities and backslashes."""
    text = WIKI_LINK.sub(label_of, text) if "[[" in text else text
    text = EMPHASIS.sub("", HTML_TAG.sub("", LINK.sub(r"\1", text)))
    return html.unescape(ESCAPE.sub(r"\1", text)).strip()


def label_of(link: re.Match[str]) -> str:
    """The words of a link between double square brackets; where it has none, no more: a name of a file may tell what is private."""
    return link["label"][1:] or "…"


def slug(text: str) -> str:
    """The text in small letters and digits of any script, joined by hyphens."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return "-".join("".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in folded).split())


def ended(text: str) -> str:
    """A text with a full stop, unless it ends in a mark of its own."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
