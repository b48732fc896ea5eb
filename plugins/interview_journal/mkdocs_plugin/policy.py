"""What a browser may load and run on a page of the site (Content Security Policy, https://www.w3.org/TR/CSP3/).

All comes from the site itself. Of the scripts that stand in a page only the theme's run, each known by its hash; what stands in the
sheet is the author's text, and no script written out in it runs, wherever she copied it from.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256

MARK = "\x1d"
"""What a template prints in place of the policy, which cannot be known before the page is whole."""
SHEET, SHEET_END = '<div class="sheet"', "<!-- end of the sheet -->"
"""Where the author's text begins and ends; it may hold the second too, and the last one counts."""
SCRIPT = re.compile(r"<script\b(?![^>]*\s(?:src|type=\"application/json\"))[^>]*>(.*?)</script", re.S | re.I)


def with_policy(html: str) -> str:
    """The page with its policy in place of the mark."""
    before, sheet, rest = html.partition(SHEET)
    _, end, after = rest.rpartition(SHEET_END)
    scripts = [*(SCRIPT.findall(before) if sheet else ()), *(SCRIPT.findall(after) if end else ())]
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(("'self'", *map(hashed, scripts))),
        "style-src": "'self'",
        "img-src": "'self' data:",  # the theme's marks are data in its stylesheet
        "font-src": "'self'",
        "media-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return html.replace(MARK, "; ".join(f"{name} {sources}" for name, sources in rules.items()), 1)


@cache
def hashed(script: str) -> str:
    """A script as a policy names it."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
