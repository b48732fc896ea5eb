"""A file that cannot be read as what it should be."""

from __future__ import annotations

from interview_journal.problem import Problem, Severity


class Unreadable(ValueError):
    """A file that cannot be read as what it should be; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def unreadable(path: str, line: int, text: str, hint: str) -> Unreadable:
    """The exception for an error at this line."""
    return Unreadable(Problem(path, line, Severity.ERROR, text, hint))
