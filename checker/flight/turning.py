"""The Earth turns under a flight: the place of impact moves east, and the arc in space is another one.

Only the time in flight is asked for. Where the launch site is unknown, so are latitude and direction; what any of
them would give is then the answer's interval.
"""

from __future__ import annotations

from functools import cache
from math import asin, atan2, cos, hypot, pi, radians, sin
from typing import NamedTuple

from checker.flight.arcs import HALF_ROUND, OMEGA, RADIUS, free_time

_DIRECTIONS = tuple(range(0, 360, 45))
_NEAR = 1e-4
_MOST = 50


class Seconds(NamedTuple):
    """Seconds from a least to a most."""

    low: float
    high: float


def turned_time(distance: float, apogee: float, latitude: float, azimuth: float) -> float:
    """Return the seconds of a free flight between two points that turn with the Earth.

    `latitude` of the launch and `azimuth` of the impact, clockwise from north, in degrees; distance and apogee in km.
    The meridian of impact moves by OMEGA t meanwhile (Bate 6.4); t is found by repetition.
    """
    start, end, ahead = _ground(distance, latitude, azimuth)
    time = free_time(distance / RADIUS, apogee)
    for _ in range(_MOST):
        before, time = time, free_time(_between(start, end, ahead + OMEGA * time), apogee)
        if abs(time - before) < _NEAR:
            break
    return time


def turned_times(distance: float, apogee: float, latitudes: tuple[float, ...] = ()) -> Seconds:
    """Return the least and the most seconds over all directions: from some latitudes, else from anywhere on Earth.

    Seen from space the place of impact moves by OMEGA t at most, on the equator; so by the triangle inequality the arc
    is longer or shorter by no more than that, and on the equator eastward and westward it is.
    """
    if latitudes:
        times = [turned_time(distance, apogee, latitude, azimuth) for latitude in latitudes for azimuth in _DIRECTIONS]
        return Seconds(min(times), max(times))
    angle = distance / RADIUS
    return Seconds(_carried(angle, apogee, -1), _carried(angle, apogee, 1))


def _carried(angle: float, apogee: float, way: int) -> float:
    time = free_time(angle, apogee)
    for _ in range(_MOST):
        before, time = time, free_time(min(pi, max(0.0, angle + way * OMEGA * time)), apogee)
        if abs(time - before) < _NEAR:
            break
    return time


@cache
def _sines(degrees: float) -> tuple[float, float]:
    return sin(radians(degrees)), cos(radians(degrees))


def _ground(distance: float, latitude: float, azimuth: float) -> tuple[tuple[float, float], tuple[float, float], float]:
    """Return sine and cosine of the latitudes of launch and impact, and the longitude between them in radians."""
    (s, c), (east, north) = _sines(latitude), _sines(azimuth)
    angle = min(distance, HALF_ROUND) / RADIUS
    there = s * cos(angle) + c * sin(angle) * north
    ahead = atan2(east * sin(angle) * c, cos(angle) - s * there)
    return (s, c), (there, cos(asin(max(-1.0, min(1.0, there))))), ahead


def _between(start: tuple[float, float], end: tuple[float, float], ahead: float) -> float:
    """Return the angle in radians between two places by their latitudes and the longitude between them (Vincenty)."""
    (s1, c1), (s2, c2) = start, end
    across = hypot(c2 * sin(ahead), c1 * s2 - s1 * c2 * cos(ahead))
    return atan2(across, s1 * s2 + c1 * c2 * cos(ahead))
