"""Whether two claims of one kind about one launch can both be true."""

from __future__ import annotations

import math
from datetime import datetime
from typing import TYPE_CHECKING

from checker.figures.interval import LOWER

if TYPE_CHECKING:
    from checker.claims.claim import Claim

# Seconds: a detection and a launch, or two clocks rounded to five minutes.
ONE_MOMENT = 600
_KM_PER_DEGREE = 111.2


def compatible(mine: Claim, other: Claim) -> bool | None:
    """Whether two claims of a kind can both be true; None where their words cannot be held against each other.

    A detection and a launch some minutes apart are one moment.
    """
    if mine.interval and other.interval:
        return mine.interval.meets(other.interval)
    if mine.kind == "time":
        if not (mine.resolved and other.resolved):
            return (mine.value == other.value or None) if mine.unit == other.unit else None
        apart = datetime.fromisoformat(mine.resolved) - datetime.fromisoformat(other.resolved)
        return abs(apart.total_seconds()) <= ONE_MOMENT
    if mine.kind == "missile_class":
        return mine.value == other.value or _class_beside(str(mine.value), str(other.value))
    if mine.kind == "count":
        low, high = sorted((mine, other), key=lambda claim: claim.qualifier in LOWER, reverse=True)
        return mine.value == other.value or (low.qualifier in LOWER and number(low) <= number(high))
    if mine.kind == "eez":
        return mine.value == other.value if mine.entity == other.entity else None
    if mine.entity and other.entity:
        return mine.entity == other.entity or (mine.kind == "site" and _one_area(mine.entity, other.entity))
    return mine.value == other.value or None


def _class_beside(mine: str, other: str) -> bool | None:
    """Whether two unlike classes can be one missile's: "ballistic" says less than the others, but excludes cruise."""
    if {mine, other} == {"ballistic", "cruise"}:
        return False
    return None if "ballistic" in {mine, other} else False


def _one_area(first: str, second: str) -> bool | None:
    """Whether two sites can be one place told more and less exactly, as Sunan in Pyongyang; None where that is open."""
    from checker import gazetteer

    places = [site for site in gazetteer.sites() if site.id in {first, second}]
    if len(places) < 2 or not all(place.position for place in places):
        return None
    (lat, lon), (lat2, lon2) = (place.position or (0.0, 0.0) for place in places)
    # Flat is exact enough: what is far apart is far apart on the globe too.
    apart = _KM_PER_DEGREE * math.hypot(lat - lat2, (lon - lon2) * math.cos(math.radians(lat)))
    return None if apart <= sum(place.uncertainty_km or 0 for place in places) else False


def number(claim: Claim) -> float:
    """Return a count, 0 where it is given as a range of values."""
    return float(claim.value) if isinstance(claim.value, (int, float)) else 0.0
