"""The publication rule: what of an entry a reader may see, and why not more (FORMAT, "The publication rule").

It fails closed: what is not clearly allowed is withheld.
"""

from interview_journal.consent.disclosed import Disclosed, Part, Reader, Reason, Withheld
from interview_journal.consent.reason import decisions_against, reasons_against
from interview_journal.consent.rule import disclose, seen_by_readers

__all__ = [
    "Disclosed",
    "Part",
    "Reader",
    "Reason",
    "Withheld",
    "decisions_against",
    "disclose",
    "reasons_against",
    "seen_by_readers",
]
