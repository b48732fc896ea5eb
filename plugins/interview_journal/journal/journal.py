"""Everything known of a journal on a day, and what of it may be said aloud."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from interview_journal.address import in_private_folder
from interview_journal.catalogue import Catalogue
from interview_journal.consent import Disclosed, Reader, Withheld, reasons_against
from interview_journal.consent.hidden_name import holds_hidden_name
from interview_journal.entry import Reading
from interview_journal.files import Listing
from interview_journal.journal.examination import is_quiet
from interview_journal.journal.former import Formers, gone_urls
from interview_journal.journal.public_log import PublicLog
from interview_journal.links import Texts
from interview_journal.problem import Problem, Severity
from interview_journal.settings import Settings
from interview_journal.vocabulary import Vocabularies


@dataclass(frozen=True)
class Journal:
    """Everything known of a journal on a day, for one reader."""

    settings: Settings
    reader: Reader
    day: date
    vocabularies: Vocabularies
    readings: Mapping[str, Reading]
    """Every entry's file by path, the home page's among them."""
    listing: Listing
    disclosed: tuple[Disclosed, ...]
    withheld: tuple[Withheld, ...]
    catalogue: Catalogue
    texts: Texts
    formers: Formers
    """What former addresses are judged by."""
    problems: tuple[Problem, ...]
    """Of all files, sorted by file and line."""

    @cached_property
    def wants_public(self) -> frozenset[str]:
        """The files that a public log may name: what is public, or would be but for an error, and all that is no entry.

        A file whose name holds a hidden name is not among them, for a message begins with its path; nor one that is not read, since
        nobody knows what its name tells.
        """
        entries = {path for path, reading in self.readings.items() if not is_quiet(reading, self.day)}
        unread = {problem.path for problem in self.listing.problems}
        others = {problem.path for problem in self.problems} - self.readings.keys() - unread
        return frozenset((entries | others) - self.unspeakable)

    @cached_property
    def unspeakable(self) -> frozenset[str]:
        """The files that want to be public and whose name holds what must stay hidden."""
        return frozenset(
            path
            for path, reading in self.readings.items()
            if reading.entry and not is_quiet(reading, self.day) and holds_hidden_name(reading.entry, self.vocabularies)
        )

    @cached_property
    def gone(self) -> tuple[str, ...]:
        """The addresses of withdrawn entries, former ones among them, under which a page without name or text remains."""
        return tuple(gone_urls(self.readings.values(), self.formers, self.day))

    @cached_property
    def stopping(self) -> tuple[Problem, ...]:
        """The errors that stop a public build."""
        closed = {problem.path for problem in self.listing.problems if not in_private_folder(f"{problem.path}/")}
        stops = self.wants_public | self.unspeakable | closed
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR and problem.path in stops)

    @cached_property
    def failing(self) -> tuple[Problem, ...]:
        """The errors and warnings on which `journal check` and a strict build fail."""
        return tuple(problem for problem in self.problems if problem.severity is not Severity.NOTE)

    @cached_property
    def aloud(self) -> tuple[Problem, ...]:
        """The errors and warnings that may stand in a log which everybody reads; `counted` counts the others."""
        failing = [problem for problem in self.failing if problem.path in self.wants_public]
        readings = (self.readings[path] for path in {problem.path for problem in failing} & self.readings.keys())
        logs = {reading.path: PublicLog(reading, reading.entry, self.vocabularies) for reading in readings if reading.entry}
        return tuple(problem for problem in failing if problem.path not in logs or logs[problem.path].may_tell(problem))

    def counted(self) -> Iterator[str]:
        """One sentence for each severity of what must not be told, without a name or path."""
        if self.unspeakable:
            names = "name of 1 file" if len(self.unspeakable) == 1 else f"names of {len(self.unspeakable)} files"
            yield f"the {names} must not be printed here, for what it holds is hidden: run `journal check`"
        for severity in (Severity.ERROR, Severity.WARNING):
            untold = {problem for problem in self.failing if problem.severity is severity} - {*self.aloud}
            files = {problem.path for problem in untold} - self.unspeakable
            if quoting := files & self.wants_public:
                which = "1 file has" if len(quoting) == 1 else f"{len(quoting)} files have"
                yield f"{which} {severity.word}s that must not be printed here, for they may quote what is hidden: run `journal check`"
            if private := files - self.wants_public:
                entries = "1 private entry has" if len(private) == 1 else f"{len(private)} private entries have"
                yield f"{entries} {severity.word}s: run `journal check`"

    def private(self) -> Iterator[tuple[str, str]]:
        """Each private entry's path with the reason, for the author's eyes."""
        for path, reading in sorted(self.readings.items()):
            if reasons := reasons_against(reading, self.day):
                yield path, "; ".join(f"{reason.key} {reason.text}" for reason in reasons)

    def private_counts(self) -> dict[str, int]:
        """How many entries stay private for which first reason."""
        reasons = [reasons_against(reading, self.day) for reading in self.readings.values()]
        return dict(Counter(found[0].key for found in reasons if found))
