"""Where links, pictures and HTML in the texts lead, and what is wrong with them."""

from interview_journal.links.known import Known
from interview_journal.links.texts import Place, Sight, Standing, Texts, inner, sight_of, standings, targets_in

__all__ = ["Known", "Place", "Sight", "Standing", "Texts", "inner", "sight_of", "standings", "targets_in"]
