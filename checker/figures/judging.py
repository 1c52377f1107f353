"""Whether the two figures of a conversion are one quantity, as a desk would judge.

The first figure is converted by the exact or the house factor and rounded at the place that the second shows.
Overlapping intervals would be too kind: 1,000 may be 500 to 1,500, so 500 miles would pass for 1,000 km. A
flat tolerance fails both ways: 600 miles for 1,000 km is stock copy, 640 miles is not.
"""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING

from checker.figures.interval import LOWER, UPPER
from checker.frozen import dataclass
from checker.units import convert, dimension

if TYPE_CHECKING:
    from checker.figures.figure import Figure, FigurePair
    from checker.figures.interval import Qualifier

# What an agency's stylebook has its writers multiply by.
HOUSE: dict[tuple[str, str], tuple[float, ...]] = {
    ("km", "mile"): (0.62,),
    ("mile", "km"): (1.6, 1 / 0.62),
    ("km/h", "mph"): (0.62,),
    ("mph", "km/h"): (1.6, 1 / 0.62),
}
CLOSE = 0.01  # as good as exact, whatever the place
COARSE = 0.025  # an editor wants to know, if only one digit is right
GRANTED = 0.05  # the most that rounding excuses
GRANTED_SMALL = 0.1  # the same below 100, where the nearest ten is what people say
GRANTED_BOUND = 0.25  # how far a bound, though true, may lie from the figure: "more than 500 miles"
SMALL = 100
TWO_DIGITS = range(10, SMALL)


class Verdict(Enum):
    """What a desk would say of a conversion."""

    SOUND = "sound"
    COARSE = "coarse"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and its sum: `exact` is the first figure in the unit of the second, `back` the reverse.

    `error` is relative to the exact value, of the worse end where a range of values is converted.
    """

    verdict: Verdict
    exact: tuple[float, ...]
    back: tuple[float, ...]
    error: float


def judge(pair: FigurePair) -> Judgement | None:
    """Judge a pair; None where there is nothing to judge: one unit twice, two dimensions, or Mach."""
    first, second = pair.first, pair.second
    units = {first.unit, second.unit}
    if len(units) == 1 or "mach" in units or dimension(first.unit) != dimension(second.unit):
        return None
    given, stated = _ends(first), _ends(second)
    if len(given) == len(stated):
        verdicts = [_end(pair, *ends) for ends in zip(given, stated, strict=True)]
        verdict, error = max(verdicts, key=_gravity)
    else:
        verdict, error = _range_beside_one(pair, given, stated)
    return Judgement(verdict, first.into(second.unit), second.into(first.unit), error)


def _range_beside_one(
    pair: FigurePair, given: list[tuple[float, int]], stated: list[tuple[float, int]]
) -> tuple[Verdict, float]:
    """Judge a range of values against a single one: sound between the ends, else as the nearer end is."""
    inside = [convert(value, pair.first.unit, pair.second.unit) for value, _ in given]
    wide, narrow = sorted((inside, [value for value, _ in stated]), key=len, reverse=True)
    if wide[0] <= narrow[0] <= wide[-1]:
        return Verdict.SOUND, 0.0
    return min((_end(pair, one, other) for one in given for other in stated), key=_gravity)


def _gravity(judged: tuple[Verdict, float]) -> tuple[int, float]:
    return list(Verdict).index(judged[0]), judged[1]


def _ends(figure: Figure) -> list[tuple[float, int]]:
    """Return the values with the power of ten of the last digit of each, the lower first."""
    ends, places = figure.ends, figure.style.places
    return sorted(zip(ends, (places * len(ends))[: len(ends)], strict=True))


def _end(pair: FigurePair, given: tuple[float, int], stated: tuple[float, int]) -> tuple[Verdict, float]:
    """Judge one value against its conversion."""
    (value, value_place), (said, place) = given, stated
    units = pair.first.unit, pair.second.unit
    exact = convert(value, *units)
    error = abs(said - exact) / abs(exact) if exact else float(said != exact)
    converted = (exact, *(value * house for house in HOUSE.get(units, ())))
    if error <= CLOSE:
        return Verdict.SOUND, error
    bounds = {pair.first.qualifier, pair.second.qualifier}
    if not any(
        (
            any(rounds(each, said, place) for each in converted) and _granted(said, place, error),
            any(_cut(each, said, 10.0**place, bounds) for each in converted) and error <= GRANTED,
            any(_cut(each, said, _next(said), bounds) for each in converted) and error <= GRANTED_BOUND,
            _cut(exact, said, math.inf, {pair.second.qualifier}) and error <= GRANTED_BOUND,
            said in TWO_DIGITS and place >= 0 and abs(said - exact) < 1,
            _hedged(pair.first) and error <= COARSE and rounds(convert(said, *units[::-1]), value, value_place),
        )
    ):
        return Verdict.WRONG, error
    one_digit = precise_digits(said, place) == 1
    coarse = error > COARSE and one_digit and not _stock(pair, exact, said, error)
    return (Verdict.COARSE if coarse else Verdict.SOUND), error


def _stock(pair: FigurePair, exact: float, said: float, error: float) -> bool:
    """Whether one digit is what copy has always said: "50 km (30 miles)", "500 km (over 300 miles)"."""
    bounds = {pair.first.qualifier, pair.second.qualifier} & (LOWER | UPPER)
    if abs(said) < SMALL and (bounds or error <= GRANTED_SMALL):
        return True
    return _cut(exact, said, math.inf, {pair.second.qualifier}) and error <= GRANTED


def precise_digits(value: float, place: int) -> int:
    """Return how many significant digits a value shows, down to its last written place."""
    return 1 if value == 0 else max(1, math.floor(math.log10(abs(value)) + 1e-9) + 1 - place)


def _hedged(figure: Figure) -> bool:
    """Whether the words leave room, so that the first figure may be the one that was rounded."""
    return figure.about or figure.qualifier not in {"exact", "range"}


def rounds(value: float, said: float, place: int) -> bool:
    """Whether a value may be rounded to what was said, at its last written place; a half goes either way."""
    return abs(value - said) <= 10.0**place / 2 * (1 + 1e-9)


def _granted(said: float, place: int, error: float) -> bool:
    """Whether rounding excuses an error: no whole number is wrong for being rounded to the next."""
    return place <= 0 or error <= (GRANTED_SMALL if abs(said) < SMALL else GRANTED)


def _next(said: float) -> float:
    """Return how far below 100 a bound may be moved to a figure: to the next ten or five."""
    return 0 if abs(said) >= SMALL else 10 if said % 10 == 0 else 5 if said % 5 == 0 else 0


def _cut(value: float, said: float, step: float, bounds: set[Qualifier]) -> bool:
    """Whether a bound was moved by less than a step to its safe side: down for "more than"."""
    down, up = bounds & LOWER, bounds & UPPER
    return (bool(down) and 0 <= value - said < step) or (bool(up) and 0 <= said - value < step)
