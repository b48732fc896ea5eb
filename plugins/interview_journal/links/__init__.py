"""Where links, pictures and HTML in the texts lead, and what is wrong with them."""

from interview_journal.links.check import check_fragment, check_html, check_outside, check_target, check_texts, line_of, quotations_left
from interview_journal.links.known import Known
from interview_journal.links.texts import Place, Texts, anchors_of, fragments_of, inner, targets_in

__all__ = [
    "Known",
    "Place",
    "Texts",
    "anchors_of",
    "check_fragment",
    "check_html",
    "check_outside",
    "check_target",
    "check_texts",
    "fragments_of",
    "inner",
    "line_of",
    "quotations_left",
    "targets_in",
]
