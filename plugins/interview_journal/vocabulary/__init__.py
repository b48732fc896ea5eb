"""The words a journal uses: vocabularies and authority records, and beside them the five that ship with the package."""

from interview_journal.vocabulary.authority import id_of
from interview_journal.vocabulary.file import read_vocabularies
from interview_journal.vocabulary.vocabulary import Concept, Vocabularies, Vocabulary, sound

__all__ = ["Concept", "Vocabularies", "Vocabulary", "id_of", "read_vocabularies", "sound"]
