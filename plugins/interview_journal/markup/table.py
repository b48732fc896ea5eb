"""Tables as pages need them: each in a box that can be scrolled by keyboard, and its cells aligned without a style."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

ALIGNED = re.compile(r"text-align: (left|center|right);")
"""How Markdown aligns a cell: by a style, which the policy of a page does not let through."""


class Tables(Treeprocessor):
    """Puts each table into a box, and the alignment of its cells into an attribute."""

    def run(self, root: Element) -> None:
        """Change the tree of a text."""
        for parent in [*root.iter()]:
            for place, table in enumerate(parent):
                if table.tag == "table" and parent.get("class") != "scroll":
                    box = Element("div", {"class": "scroll", "tabindex": "0"})
                    box.tail, table.tail = table.tail, None
                    parent[place] = box
                    box.append(table)
        for cell in [*root.iter("td"), *root.iter("th")]:
            if found := ALIGNED.fullmatch(cell.get("style", "")):
                del cell.attrib["style"]
                cell.set("data-align", found[1])
