"""What went wrong with an input, in one sentence for the person at the desk."""

from __future__ import annotations


class InputError(Exception):
    """An input that cannot be checked.

    `place` is the file and, where it helps, the line; `problem` and `remedy` are clauses without a full stop.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        """Keep the three parts; `str()` joins them into one sentence."""
        super().__init__(place, problem, remedy)
        self.place = place
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        """Name the place, the problem and the remedy."""
        return f"{self.place}: {self.problem}; {self.remedy}"
