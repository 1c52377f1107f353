"""Distance and apogee together: how a flight's shape compares with the ordinary arc."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from checker.flight.ordinary import DEPRESSED, LOFTED, loft_ratio, standard_range
from checker.flight.told import beside, is_ballistic, is_told, readings

if TYPE_CHECKING:
    from checker.events import Account
    from checker.flight.told import Reading

_FAR = 250.0
_FLAT = 120.0
# Nothing but a cruise missile flies so low; the flattest flights of others are three times as high.
_SKIMMING = 0.05
_FACTORS = (10.0, 1000.0)
_HIGHEST_RATIO = 40.0


def whole(account: Account) -> tuple[tuple[Reading, Reading], ...]:
    """Return the distances and apogees of a launch that may be of one flight on an arc."""
    if not is_ballistic(account):
        return ()
    distances, apogees = readings(account, "range"), readings(account, "altitude")
    if not is_told(distances, apogees):
        return ()
    return tuple(
        (distance, apogee)
        for distance, apogee in product(distances, apogees)
        if distance in beside(account, apogee.claim, distances) and apogee in beside(account, distance.claim, apogees)
    )


def flat(account: Account) -> tuple[tuple[Reading, Reading], ...]:
    """Return the pairs of a launch where each of them is surely too low for a ballistic arc, else none."""
    pairs = whole(account)
    low = all(
        distance.bounded
        and apogee.bounded
        and distance.low > _FAR
        and apogee.high < _FLAT
        and loft_ratio(distance.low, apogee.high) < DEPRESSED
        for distance, apogee in pairs
    )
    return pairs if low else ()


def lost_digits(account: Account) -> tuple[tuple[Reading, Reading, float], ...]:
    """Return distance, apogee and factor where an apogee is absurdly low, and one factor makes it an arc's."""
    found = []
    pairs = whole(account)
    for distance, apogee in pairs:
        if not (distance.bounded and apogee.bounded and distance.low > _FAR):
            return ()
        if account.is_published(distance.claim, apogee.claim):
            return ()
        if loft_ratio(distance.low, apogee.high) >= _SKIMMING:
            return ()
        fits = [f for f in _FACTORS if DEPRESSED <= loft_ratio(distance.about, apogee.about * f) <= _HIGHEST_RATIO]
        found += [(distance, apogee, factor) for factor in fits] if len(fits) == 1 else []
    return tuple(found[:1])


def is_lofted(distance: Reading, apogee: Reading) -> bool:
    """Whether a flight is surely steeper than the ordinary one."""
    return loft_ratio(distance.high, apogee.low) >= LOFTED


def supported(account: Account) -> tuple[Reading, Reading, tuple[float, float]] | None:
    """Return the lofted flight of a launch that supports the longest range, and its floor and ceiling in km."""
    pairs = [(d, a) for d, a in whole(account) if d.bounded and a.bounded and is_lofted(d, a)]
    if len(pairs) < len(whole(account)):
        return None
    made = [(d, a, (standard_range(d.low, a.low)[0], standard_range(d.high, a.high)[2])) for d, a in pairs]
    return max(made, key=lambda each: each[2][1], default=None)
