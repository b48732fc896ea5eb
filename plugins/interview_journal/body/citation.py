"""What a text refers to by name: reference links, footnotes, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from interview_journal.body.block import Definition
from interview_journal.body.extent import reference_name

LABEL = re.compile(r"\[([^\[\]]{1,999})\]")


def cited(texts: Iterable[str], definitions: Mapping[str, Definition]) -> tuple[Definition, ...]:
    """The definitions that the texts refer to, and those that these refer to in turn, in the order of first mention."""
    if not definitions:
        return ()
    abbreviations = [name for name in definitions if name.startswith("*")]
    found: dict[str, Definition] = {}
    waiting = list(texts)
    while waiting:
        text = waiting.pop(0)
        names = [f"^{label[1:]}" if label.startswith("^") else reference_name(label) for label in LABEL.findall(text)]
        names += [name for name in abbreviations if name[1:] in text]
        for name in names:
            if name in definitions and name not in found:
                found[name] = definitions[name]
                waiting.append(definitions[name].text)
    return tuple(found.values())
