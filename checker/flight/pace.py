"""Speeds: the top speed of an arc, and distance by time."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, TypeAlias

from checker.flight.arcs import HALF_ROUND, arc
from checker.flight.ordinary import DEPRESSED, least_energy, least_energy_speed, loft_ratio
from checker.flight.shapes import whole
from checker.flight.timing import misfits
from checker.flight.told import beside, classes, is_ballistic, is_told, reading, readings
from checker.flight.wording import minutes, told
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.events import Account
    from checker.flight.told import Reading

# Official top speeds of six ballistic flights were 0.93 to 1.02 times their arcs' at 340 m/s a Mach.
_FAST = (1.15, 0.1)
_SLOW = 0.5
_ROUND = 8.0
# km/s: no mean speed is above a circular orbit's by more than the rounding; no cruise missile has flown faster or,
# on a path that is told as such, slower.
_CIRCLING = 8.2
_CRUISING = (0.12, 3.0)
_STATED = 1.05
_EARLY = 0.75
_NEAR = 300.0
_FAR = 0.98 * HALF_ROUND
Shape: TypeAlias = "tuple[Reading, Reading | None]"


def strange_speeds(account: Account) -> Iterator[tuple[Reading, Shape, tuple[float, float]]]:
    """Yield each speed that no arc of a launch has, with the figures of an arc and its speeds in km/s."""
    pairs: list[Shape] = list(whole(account))
    if is_ballistic(account) and not account.of_kind("altitude"):
        pairs = [(distance, None) for distance in readings(account, "range")]
    speeds = readings(account, "speed")
    if not is_told(speeds, pairs):
        return
    bands = [(pair, _band(*pair)) for pair in pairs]
    for speed in speeds:
        if bands and all(band is not None and _strange(speed, band, pair) for pair, band in bands):
            pair, band = bands[0]
            yield speed, pair, band or (0.0, inf)


def _band(distance: Reading, apogee: Reading | None) -> tuple[float, float] | None:
    """Return the least and the most speed of the arcs that figures allow; None where they tell of no arc."""
    if not distance.bounded:
        return None
    if apogee is None:
        return 0.0, least_energy_speed(min(distance.high, _FAR))
    high = apogee.capped
    if loft_ratio(min(distance.high, _FAR), apogee.low) < DEPRESSED or not apogee.low:
        return None
    return arc(min(distance.low, _FAR), apogee.low).speed, arc(min(distance.high, _FAR), high.high).speed


def _strange(speed: Reading, band: tuple[float, float], pair: Shape) -> bool:
    low, high = band
    factor, more = _FAST
    limit = factor * high + more
    return speed.low > (limit if pair[1] else max(limit, _ROUND)) or speed.high < _SLOW * low


@dataclass(frozen=True, slots=True)
class Mean:
    """A distance and a time whose quotient, from `low` to `high` km/s, is beyond a limit, and why."""

    distance: Reading
    time: Reading
    limit: float
    reason: str
    speed: Reading | None = None

    @property
    def low(self) -> float:
        """The least mean speed in km/s."""
        return self.distance.low / self.time.high

    @property
    def high(self) -> float:
        """The greatest mean speed in km/s."""
        return self.distance.high / self.time.low if self.time.low else inf


def strange_means(account: Account) -> Iterator[Mean]:
    """Yield each distance of a launch that goes with none of its flight times."""
    claims = account.of_kind("range")
    distances = [one for one in map(reading, claims) if one is not None]
    times, speeds = readings(account, "flight_time"), readings(account, "speed")
    if not is_told(distances, times, speeds):
        return
    judged = {name for misfit in misfits(account) for name in misfit.flight.claims}
    for distance in distances:
        if distance.claim.id in judged:
            continue
        found = [_mean(account, distance, time, speeds) for time in beside(account, distance.claim, times)]
        strange = [one for one in found if one is not None]
        if strange and len(strange) == len(found):
            yield strange[0]


def _mean(account: Account, distance: Reading, time: Reading, speeds: tuple[Reading, ...]) -> Mean | None:
    """Return what is wrong with a distance and a time, None where nothing is."""
    mean = Mean(distance, time, _CIRCLING, "no missile that comes down again is faster than 8 km/s all the way")
    if mean.low > _CIRCLING:
        return mean
    told_speeds = beside(account, time.claim, speeds)
    if told_speeds and all(mean.low > _STATED * speed.high for speed in told_speeds):
        top = max(told_speeds, key=lambda speed: speed.high)
        return Mean(distance, time, top.high, f"the text says {told(top.claim)}", top)
    kinds = classes(account)
    if kinds == {"cruise"}:
        least, most = _CRUISING
        if mean.low > most:
            return Mean(distance, time, most, f"cruise missiles fly at {least:g} to {most:g} km/s")
        if mean.high < least and distance.claim.basis == "path length":
            return Mean(distance, time, least, f"cruise missiles fly at {least:g} to {most:g} km/s")
        return None
    if not is_ballistic(account) or account.of_kind("altitude") or not distance.bounded or distance.low < _NEAR:
        return None
    fastest = least_energy(min(distance.low, _FAR))
    if time.high < _EARLY * fastest.time:
        limit = fastest.mean_speed / _EARLY
        reason = f"a ballistic flight of that distance takes about {minutes(fastest.time)}"
        return Mean(distance, time, limit, reason)
    return None
