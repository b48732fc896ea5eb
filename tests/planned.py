"""What tests of the plan share: the pages by address, what one shows, and a small vocabulary."""

from __future__ import annotations

from typing import TypeVar

from interview_journal.journal import Journal
from interview_journal.plan.page import PlannedPage
from interview_journal.plan.site import plan_site

V = TypeVar("V")

THEMES = """\
== vocabulary/themes.yml
scheme: theme
key: themes
one: Theme
many: Themes
title: What it is about
concepts:
- {id: work, label: Work, note: All of it., alt: [labour]}
- {id: pay, label: Pay, broader: [work], related: [joy], alt: [wages, salary], intro: "See [it](2026/a.md)."}
- {id: hours, label: Hours, broader: [work]}
- {id: joy, label: Joy}
- {id: unused, label: Unused, alt: [idle]}
"""


def pages(journal: Journal) -> dict[str, PlannedPage]:
    """The planned pages by address."""
    return {plan.url: plan for plan in plan_site(journal)}


def view(journal: Journal, url: str, kind: type[V]) -> V:
    """What the page at an address shows."""
    found = pages(journal)[url].view
    assert isinstance(found, kind)
    return found
