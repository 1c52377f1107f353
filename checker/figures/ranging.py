"""What makes two numbers a range of values: "between" before them, or that they are no fall "from 350 to 300 km"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.figures.numerals import Numeral
    from checker.language.analysis import Analysis

_YEARS = range(1900, 2100)
_SMALLEST = 10
_WIDEST = 4
_NEAR = 8


def between(analysis: Analysis, at: int) -> bool:
    """Whether "between" stands before a number or its hedge, or before the figure that a bracket here converts."""
    hedge = analysis.mark_ending("hedge", at)
    if analysis.mark_ending("both", hedge.first if hedge else at):
        return True
    opened = at > 0 and analysis.tokens[at - 1].text == "("
    return opened and any(0 <= at - mark.last <= _NEAR for mark in analysis.of("both"))


def downwards(analysis: Analysis, at: int, first: Numeral, second: Numeral) -> bool:
    """Whether two numbers, the larger first, are a range of values whose ends were exchanged.

    They must be near each other and in digits; a word before them that tells of a change, or a "from", lets them be.
    """
    words = analysis.lexicon.words
    joint = analysis.mark_at("range_word", first.last) or analysis.mark_at("range_word", second.first - 1)
    joined = joint is not None or between(analysis, at)
    before = {token.folded for token in analysis.tokens[max(0, at - 3) : at]}
    return (
        joined
        and not (first.spelled or second.spelled)
        and second.value >= _SMALLEST
        and first.value <= _WIDEST * second.value
        and first.value not in _YEARS
        and not before & words["from_only"]
        and not any(0 <= at - mark.last <= _NEAR for mark in analysis.of("falling"))
    )
