"""A journal, whole: the one entrance for the plugin, the commands and the tests."""

from interview_journal.journal.journal import Journal
from interview_journal.journal.loading import load_journal

__all__ = ["Journal", "load_journal"]
