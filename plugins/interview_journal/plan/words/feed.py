"""The words of the feed."""

from __future__ import annotations

ATOM = "Atom"
"""What leads to the feed, at the foot of every page: the name of its format."""
