"""Links and pictures between double square brackets, as Obsidian writes them (its help, "Internal links" and "Embed files")."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER_RE

from interview_journal.address import PICTURES

BRACKETED = r"(!?)\[\[([^\[\]\n]+)\]\]"
SIZE = re.compile(r"\s*\d+(?:x\d+)?\s*")
"""A width in place of a label, as in `![[room.jpg|300]]`: it describes nothing."""
ESCAPED = re.compile("\x02(\\d+)\x03")
"""How Python-Markdown keeps a sign behind a backslash."""
STROKE = f"\x02{ord('|')}\x03"
"""The stroke before a label, which has a backslash within a table."""
PRIORITY = 145
"""After code, escapes and links (`[[1]](note.md)` is one with brackets in its text), before references that are their text alone."""


class WikiLinks(InlineProcessor):
    """Makes of them the links and pictures that they are.

    The target stays as it was written, in its brackets; a stroke at its end tells that the link has no words of the author's.
    """

    def handleMatch(self, match: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]  # noqa: ARG002, N802
        """The element, and what of the text it takes the place of; nothing where the brackets name nothing."""
        written = INLINE_PLACEHOLDER_RE.sub(lambda kept: "|" if self.unescape(kept[0]) == STROKE else kept[0], match[2])
        target, _, label = (part.strip() for part in written.partition("|"))
        target = ESCAPED.sub(lambda sign: chr(int(sign[1])), self.unescape(target))
        if not target:
            return None, None, None
        if match[1] and target.lower().endswith(PICTURES):
            words = (part.strip() for part in label.split("|") if not SIZE.fullmatch(part))
            return Element("img", {"alt": " ".join(words), "src": f"[[{target}]]"}), match.start(0), match.end(0)
        element = Element("a", {"href": f"{match[1]}[[{target}{'' if label else '|'}]]"})
        element.text = label
        return element, match.start(0), match.end(0)
