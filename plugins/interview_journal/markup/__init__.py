"""Texts as HTML: converted, taken apart at their links, and put together for a page."""

from interview_journal.markup.converter import Converter, refused
from interview_journal.markup.fragment import BASE, ID, Fragment, Use, at_home, elsewhere, raised, untitled
from interview_journal.markup.taking_apart import NOTE, taken_apart

__all__ = ["BASE", "ID", "NOTE", "Converter", "Fragment", "Use", "at_home", "elsewhere", "raised", "refused", "taken_apart", "untitled"]
