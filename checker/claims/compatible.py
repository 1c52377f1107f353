"""Whether two claims of one kind about one launch can both be true."""

from __future__ import annotations

import math
from datetime import datetime
from typing import TYPE_CHECKING

from checker.figures.interval import LOWER, Interval
from checker.units import convert

if TYPE_CHECKING:
    from checker.claims.claim import Claim

# Seconds: a detection and a launch, or two clocks rounded to five minutes.
ONE_MOMENT = 600
# One desk names the airfield, another the town beside it.
_NEAR_KM = 15
_KM_PER_DEGREE = 111.2
_DAY = 86400
# Mach has no fixed speed: from the cold of the stratosphere to a warm day at sea, over 340 m/s.
_MACH = (295 / 340, 343 / 340)
# Classes by how a missile is launched or flies, which may be of any range.
_ANY_RANGE = frozenset({"SLBM", "HGV"})
_BALLISTIC = frozenset({"ballistic", "CRBM", "SRBM", "MRBM", "IRBM", "ICBM", "SLBM", "SLV"})


def compatible(mine: Claim, other: Claim) -> bool | None:
    """Whether two claims of a kind can both be true; None where their words cannot be held against each other.

    A detection and a launch some minutes apart are one moment; figures that were measured by different things,
    as a path length and a distance over ground, are not held against each other.
    """
    if not _on_one_basis(mine, other):
        return None
    if mine.interval and other.interval:
        return relative_gap(mine.interval, other.interval) == 0
    if mine.kind == "time":
        gap = seconds_apart(mine, other)
        return None if gap is None else gap <= ONE_MOMENT
    if mine.kind == "missile_class":
        return mine.value == other.value or _class_beside(str(mine.value), str(other.value))
    if mine.kind == "count":
        low, high = sorted((mine, other), key=lambda claim: claim.qualifier in LOWER, reverse=True)
        return mine.value == other.value or (low.qualifier in LOWER and number(low) <= number(high))
    if mine.kind == "eez":
        if mine.value == other.value:
            return True if mine.entity == other.entity or None in {mine.entity, other.entity} else None
        return False if mine.entity == other.entity else None
    if mine.entity and other.entity:
        return mine.entity == other.entity or (mine.kind == "site" and _one_area(mine.entity, other.entity))
    return mine.value == other.value or None


def seconds_apart(mine: Claim, other: Claim, *, days: bool = True) -> float | None:
    """Return how far two clock times lie apart; without their `days`, or on one clock, the shorter way round it."""
    if mine.resolved and other.resolved:
        apart = datetime.fromisoformat(mine.resolved) - datetime.fromisoformat(other.resolved)
        gap = abs(apart.total_seconds())
        return gap if days else min(gap % _DAY, -gap % _DAY)
    if mine.unit != other.unit:
        return None
    (hour, minute), (other_hour, other_minute) = (map(int, str(claim.value).split(":")[:2]) for claim in (mine, other))
    gap = abs((hour - other_hour) * 3600 + (minute - other_minute) * 60)
    return min(gap, _DAY - gap)


def _on_one_basis(mine: Claim, other: Claim) -> bool:
    """Whether two claims were measured alike. That a text does not say is a basis too: over ground, at launch."""
    if mine.kind == "time":
        return (mine.basis == "landing") == (other.basis == "landing")
    if mine.kind == "distance_from_place":
        return mine.entity is not None and mine.entity == other.entity
    return mine.basis == other.basis or mine.interval is None


def relative_gap(mine: Interval, other: Interval) -> float:
    """Return how far two intervals lie apart, relative to the other's nearer end; 0 where they meet."""
    one, there = (_widened(each) if mine.unit != other.unit else each for each in (mine, other))
    gap = there.gap(one)
    below = there.high is None or Interval(None, there.high, there.unit).meets(one)
    nearer = there.low if below else there.high
    return gap / abs(nearer) if nearer else gap and math.inf


def _widened(interval: Interval) -> Interval:
    """Allow for what Mach may mean where it is set beside another unit."""
    if interval.unit != "mach":
        return interval
    low, high = interval.low, interval.high
    return Interval(None if low is None else low * _MACH[0], None if high is None else high * _MACH[1], "mach")


def _class_beside(mine: str, other: str) -> bool | None:
    """Whether two unlike classes can be one missile's.

    "Ballistic" says less than a class by range; a launch at sea or a glide may be of any range, and what one desk
    calls a rocket for a satellite another calls a missile.
    """
    both = {mine, other}
    if both & {"ballistic", "SLV"} and both <= _BALLISTIC:
        return None
    if both & _ANY_RANGE and both - _ANY_RANGE <= _BALLISTIC:
        return None
    return None if both in ({"CRBM", "SRBM"}, {"HGV", "cruise"}) else False


def _one_area(first: str, second: str) -> bool | None:
    """Whether two sites can be one place told more and less exactly, as Sunan in Pyongyang; None where that is open."""
    from checker import gazetteer

    places = [site for site in gazetteer.sites() if site.id in {first, second}]
    if len(places) < 2 or not all(place.position for place in places):
        return None
    (lat, lon), (lat2, lon2) = (place.position or (0.0, 0.0) for place in places)
    # Flat is exact enough: what is far apart is far apart on the globe too.
    apart = _KM_PER_DEGREE * math.hypot(lat - lat2, (lon - lon2) * math.cos(math.radians(lat)))
    return None if apart <= _NEAR_KM + sum(place.uncertainty_km or 0 for place in places) else False


def same(mine: Claim, other: Claim, within: float = 0.02) -> bool:
    """Whether two claims of a kind say the same thing, and not merely what can both be true.

    Quantities of one basis are the same `within` a share of each other, whatever their hedges.
    """
    if mine.interval and other.interval:
        value, there = value_in(mine, mine.unit), value_in(other, mine.unit)
        alike = bool(value and there) and abs((there or 0) / (value or 1) - 1) <= within
        return alike and _on_one_basis(mine, other)
    if mine.kind == "count":
        return mine.value == other.value
    if mine.kind == "missile_class":
        return mine.value == other.value != "ballistic"
    return compatible(mine, other) is True


def value_in(claim: Claim, unit: str | None) -> float | None:
    """Return a quantity in a unit, the middle of a range of values; None where it has none or another dimension."""
    if claim.interval is None or claim.unit is None or unit is None or isinstance(claim.value, (str, bool)):
        return None
    value = sum(claim.value) / 2 if isinstance(claim.value, tuple) else claim.value
    try:
        return convert(value, claim.unit, unit)
    except (KeyError, ValueError):
        return None


def number(claim: Claim) -> float:
    """Return a count, 0 where it is given as a range of values."""
    return float(claim.value) if isinstance(claim.value, (int, float)) else 0.0
