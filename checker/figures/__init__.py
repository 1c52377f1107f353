"""Numbers with their units, hedges and conversions, as the text writes them."""

from __future__ import annotations

from checker.figures.figure import ClockPair, ClockTime, Figure, FigurePair, ImpossibleDate, Style, WeekdayDate
from checker.figures.interval import LOWER, QUALIFIERS, UPPER, Interval, Qualifier

__all__ = [
    "LOWER",
    "QUALIFIERS",
    "UPPER",
    "ClockPair",
    "ClockTime",
    "Figure",
    "FigurePair",
    "ImpossibleDate",
    "Interval",
    "Qualifier",
    "Style",
    "WeekdayDate",
]
