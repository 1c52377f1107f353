"""Numbers with their units, hedges and conversions, as the text writes them."""

from __future__ import annotations

from checker.figures.figure import Figure, FigurePair, Style, WeekdayDate
from checker.figures.interval import LOWER, QUALIFIERS, UPPER, Interval, Qualifier

__all__ = [
    "LOWER",
    "QUALIFIERS",
    "UPPER",
    "Figure",
    "FigurePair",
    "Interval",
    "Qualifier",
    "Style",
    "WeekdayDate",
]
