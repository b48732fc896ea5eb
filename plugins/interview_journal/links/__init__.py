"""Where links, pictures and HTML in the texts lead, and what is wrong with them."""

from interview_journal.links.known import Known
from interview_journal.links.texts import Place, Sight, Texts, inner, sight_of, targets_in

__all__ = ["Known", "Place", "Sight", "Texts", "inner", "sight_of", "targets_in"]
