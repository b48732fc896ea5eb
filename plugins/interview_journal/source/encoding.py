"""From the bytes of a file to its text."""

from __future__ import annotations

import re

from interview_journal.source.unreadable import unreadable
from interview_journal.text import CONTROL

UNSEEN = re.compile(f"[{CONTROL}]")
BYTE_ORDER_MARK = "\ufeff"
UTF_16 = re.compile(rb"\xff\xfe|\xfe\xff|[^\0]\0[^\0]\0|\0[^\0]\0[^\0]")
"""A byte order mark of two bytes, or without one two letters that take two bytes each."""
NO_TEXT = re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0|\{\\rtf|%PDF-|\x89PNG|\xff\xd8\xff|GIF8")
"""How the files begin that word processors and cameras make: docx and odt, doc, rtf, pdf, and pictures."""


def decode(path: str, data: bytes) -> str:
    """The text of a file in UTF-8, without byte order marks, its lines ended by one newline each; or Unreadable."""
    if NO_TEXT.match(data):
        text = "this is no text, but a document or a picture under the name of one"
        raise unreadable(path, 1, text, "save it from its program as plain text in UTF-8")
    if UTF_16.match(data):
        raise unreadable(path, 1, "the file is in UTF-16, not in UTF-8", "save it as UTF-8 in your editor")
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n?|\n", data[: error.start])) + 1
        text = "the file is not in UTF-8, but perhaps in Windows-1252 or Latin-1"
        raise unreadable(path, line, text, "save it as UTF-8 in your editor") from None
    decoded = decoded.replace(BYTE_ORDER_MARK, "").replace("\r\n", "\n").replace("\r", "\n")
    if found := UNSEEN.search(decoded):
        *before, last = decoded[: found.start()].split("\n")
        text = f"there is a control character (U+{ord(found.group()):04X}), which cannot be seen, as character {len(last) + 1} of this line"
        raise unreadable(path, len(before) + 1, text, "delete it together with its neighbors, and type those again")
    return decoded
