"""What a build says about problems, and when it stops."""

from __future__ import annotations

import logging

from mkdocs.exceptions import PluginError

from interview_journal.consent import Reader
from interview_journal.journal import Journal
from interview_journal.plan.words import count


def give(journal: Journal, log: logging.Logger, *, strict: bool, previewed: bool) -> None:
    """Print what is to be printed; raise PluginError where a public build must not go on. A preview never stops."""
    if journal.reader is Reader.AUTHOR:
        if journal.failing:
            log.info("%s; the preview lists them at /problems/", count(len(journal.failing), "problem"))
        return
    said = [*map(str, journal.aloud), *journal.counted()]
    stops = (journal.failing if strict else journal.stopping) and not previewed
    if stops:
        raise PluginError("\n".join(["the journal is not built, and nothing was changed:", *said]))
    for line in said:
        log.warning(line)
    if private := journal.private_counts():
        reasons = ", ".join(f"{number} by {key}" for key, number in sorted(private.items()))
        log.info("%s private: %s", count(sum(private.values()), "entry stays", "entries stay"), reasons)
    for path, reason in journal.private():
        log.debug("private: %s: %s", path, reason)
