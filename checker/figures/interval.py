"""What a figure's words allow: an interval over quantities.

The one policy of the house. A bare figure stands for whatever rounds to it at its last written place; trailing
zeros count as rounding ("1,000" may be 950). "About" allows 5 % either way. No figure is taken to be looser than
5 %. A bound is open on one side and exact on the other: "at least about 500 km" is 500 km and up.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from checker.frozen import dataclass
from checker.units import convert, dimension

Qualifier: TypeAlias = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "range"]
QUALIFIERS: tuple[Qualifier, ...] = (
    "exact",
    "about",
    "at_least",
    "at_most",
    "more_than",
    "less_than",
    "range",
)
LOWER: frozenset[Qualifier] = frozenset({"at_least", "more_than"})
UPPER: frozenset[Qualifier] = frozenset({"at_most", "less_than"})
WIDEST = 0.05


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval in one unit; an end that the words leave open is None."""

    low: float | None
    high: float | None
    unit: str

    def __post_init__(self) -> None:
        """Refuse ends in the wrong order and an unknown unit."""
        dimension(self.unit)
        if self.low is not None and self.high is not None and self.low > self.high:
            message = f"interval from {self.low} down to {self.high} {self.unit}"
            raise ValueError(message)

    def to(self, unit: str) -> Interval:
        """Return the same interval in another unit of the same dimension; ValueError for a unit of another."""
        if unit == self.unit:
            return self
        return Interval(
            None if self.low is None else convert(self.low, self.unit, unit),
            None if self.high is None else convert(self.high, self.unit, unit),
            unit,
        )

    def meets(self, other: Interval) -> bool:
        """Whether some quantity lies in both."""
        return self.gap(other) == 0

    def gap(self, other: Interval) -> float:
        """Return the distance between two intervals in this one's unit, 0 where they meet."""
        there = other.to(self.unit)
        if self.high is not None and there.low is not None and there.low > self.high:
            return there.low - self.high
        if self.low is not None and there.high is not None and there.high < self.low:
            return self.low - there.high
        return 0

    def intersection(self, other: Interval) -> Interval | None:
        """Return what lies in both, in this one's unit, or None."""
        if not self.meets(other):
            return None
        there = other.to(self.unit)
        lows = [end for end in (self.low, there.low) if end is not None]
        highs = [end for end in (self.high, there.high) if end is not None]
        return Interval(max(lows) if lows else None, min(highs) if highs else None, self.unit)


def stated(
    value: float | tuple[float, float],
    places: tuple[int, ...],
    qualifier: Qualifier,
    unit: str,
    *,
    about: bool,
) -> Interval:
    """Return what a figure allows.

    `places` are the powers of ten of the last significant digit written, one for each end; `about` tells a
    hedged range of values from a bare one.
    """
    low, high = value if isinstance(value, tuple) else (value, value)
    if qualifier in LOWER:
        return Interval(low, None, unit)
    if qualifier in UPPER:
        return Interval(None, high, unit)
    if qualifier == "range" and not about:
        return Interval(min(low, high), max(low, high), unit)
    down, up = WIDEST * abs(low), WIDEST * abs(high)
    if not (about or qualifier == "about"):
        down, up = min(10.0 ** places[0] / 2, down), min(10.0 ** places[-1] / 2, up)
    return Interval(_tidy(low - down), _tidy(high + up), unit)


def _tidy(value: float) -> float:
    """Drop the binary dust of a sum: 999.2 - 0.05 is 999.15."""
    return float(f"{value:.12g}")
