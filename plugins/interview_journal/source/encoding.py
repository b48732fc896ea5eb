"""From the bytes of a file to its text."""

from __future__ import annotations

import re

from interview_journal.source.unreadable import unreadable

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""What no text needs: YAML refuses it, or ends a line at it where an editor does not."""
BYTE_ORDER_MARK = "\ufeff"
UTF_16 = re.compile(rb"\xff\xfe|\xfe\xff|[^\0]\0[^\0]\0|\0[^\0]\0[^\0]")
"""A byte order mark of two bytes, or without one two letters that take two bytes each."""
NO_TEXT = re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0|\{\\rtf|%PDF-|\x89PNG|\xff\xd8\xff|GIF8")
"""How the files begin that word processors and cameras make: docx and odt, doc, rtf, pdf, and pictures."""


def decode(path: str, data: bytes) -> str:
    """The text of a file in UTF-8, without byte order marks, its lines ended by one newline each; or Unreadable."""
    if NO_TEXT.match(data):
        raise unreadable(
            path, 1, "this is no text, but a document or a picture under the name of one", "save it from its program as plain text in UTF-8"
        )
    if UTF_16.match(data):
        raise unreadable(path, 1, "the file is in UTF-16, not in UTF-8", "save it as UTF-8 in your editor")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        number = len(re.findall(rb"\r\n?|\n", data[: error.start])) + 1
        perhaps = ", but perhaps in Windows-1252 or Latin-1" if is_windows_1252(data) else ""
        raise unreadable(path, number, f"the file is not in UTF-8{perhaps}", "save it as UTF-8 in your editor") from None
    text = text.replace(BYTE_ORDER_MARK, "").replace("\r\n", "\n").replace("\r", "\n")
    if found := CONTROL.search(text):
        *before, line = text[: found.start()].split("\n")
        raise unreadable(
            path,
            len(before) + 1,
            f"there is a control character (U+{ord(found.group()):04X}), which cannot be seen, as character {len(line) + 1} of this line",
            "delete it together with its neighbors, and type those again",
        )
    return text


def is_windows_1252(data: bytes) -> bool:
    """Whether the bytes can be text of western Windows, which Latin-1 is a part of."""
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True
