"""A file of the journal as text: front matter with the line of each key, and the body below it."""

from interview_journal.source.encoding import decode
from interview_journal.source.nodes import NotFlat, Term, compose, pairs_of, terms_of
from interview_journal.source.source import Field, Source, read_source
from interview_journal.source.unreadable import Unreadable

__all__ = ["Field", "NotFlat", "Source", "Term", "Unreadable", "compose", "decode", "pairs_of", "read_source", "terms_of"]
