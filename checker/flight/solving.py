"""An arc from any two of distance, apogee, time and speed."""

from __future__ import annotations

from math import acos, asin, cos, pi, sin, sqrt
from typing import TYPE_CHECKING

from checker.flight.arcs import ESCAPE, HALF_ROUND, MU, RADIUS, Arc, arc, free_time
from checker.flight.ordinary import least_energy_speed

if TYPE_CHECKING:
    from collections.abc import Callable

HIGHEST = 400_000.0
_LOWEST = 1e-3


def arc_of(
    *,
    distance: float | None = None,
    apogee: float | None = None,
    time: float | None = None,
    speed: float | None = None,
    high: bool = False,
) -> Arc:
    """Return the arc that two of distance (km), apogee (km), time (s) and speed (km/s) determine.

    A distance and a speed leave two, a low one and a `high` one. ValueError with the reason where there is none.
    """
    given = {"distance": distance, "apogee": apogee, "time": time, "speed": speed}
    match {name: value for name, value in given.items() if value is not None}:
        case {"distance": float() | int() as d, "apogee": float() | int() as h, **rest} if not rest:
            return arc(d, h)
        case {"distance": float() | int() as d, "time": float() | int() as t, **rest} if not rest:
            return arc(d, apogee_for(d, t))
        case {"distance": float() | int() as d, "speed": float() | int() as v, **rest} if not rest:
            return arc(d, _apogee_at(d, v, high=high))
        case {"apogee": float() | int() as h, "time": float() | int() as t, **rest} if not rest:
            return arc(_distance_within(h, t), h)
        case {"apogee": float() | int() as h, "speed": float() | int() as v, **rest} if not rest:
            return arc(_distance_at(h, v), h)
        case {"time": float() | int() as t, "speed": float() | int() as v, **rest} if not rest:
            return _timed(t, v)
    message = "an arc is determined by two of distance, apogee, time and speed"
    raise ValueError(message)


def apogee_for(distance: float, time: float) -> float:
    """Return the apogee in km of the arc over a distance in km that takes a time in s. It grows with the time."""
    angle = distance / RADIUS
    if not free_time(angle, _LOWEST) <= time <= free_time(angle, HIGHEST):
        message = f"no arc over {distance:,.0f} km takes {time:,.0f} seconds"
        raise ValueError(message)
    return _root(lambda apogee: free_time(angle, apogee) - time, _LOWEST, HIGHEST)


def _distance_within(apogee: float, time: float) -> float:
    """Return the distance in km of the arc up to an apogee that takes a time. It grows with the time, but slowly."""
    least, most = free_time(0, apogee), free_time(pi, apogee)
    if not least <= time <= most:
        said = "at least" if time < least else "at most"
        bound = least if time < least else most
        message = f"a flight up to {apogee:,.0f} km takes {said} {bound:,.0f} seconds, not {time:,.0f}"
        raise ValueError(message)
    return RADIUS * _root(lambda angle: free_time(angle, apogee) - time, 0.0, pi)


def _distance_at(apogee: float, speed: float) -> float:
    """Return the distance in km of the arc up to an apogee begun with a speed: energy gives the axis, that the rest."""
    axis = _axis(speed)
    top = RADIUS + apogee
    eccentricity = top / axis - 1
    straight_up = sqrt(2 * MU * (1 / RADIUS - 1 / top))
    if eccentricity <= 0 or (eccentricity > 1 and speed < straight_up * (1 - 1e-12)):
        message = f"{speed:.2f} km/s carries no higher than {1 / (1 / RADIUS - speed**2 / 2 / MU) - RADIUS:,.0f} km"
        if eccentricity <= 0:
            message = f"{speed:.2f} km/s carries higher than {apogee:,.0f} km on every path that comes down"
        raise ValueError(message)
    c = (top - apogee / eccentricity) / RADIUS
    if c < 0:
        message = (
            f"{speed:.2f} km/s up to {apogee:,.0f} km comes down farther than half way round the Earth, or nowhere"
        )
        raise ValueError(message)
    return 2 * acos(min(1.0, c)) * RADIUS


def _apogee_at(distance: float, speed: float, *, high: bool) -> float:
    """Return the apogee in km of an arc over a distance begun with a speed.

    sin(2 elevation + angle / 2) = (2 - Q) / Q sin(angle / 2) has two solutions (Bate 6.2-17), and
    e2 = 1 + Q (Q - 2) cos2(elevation).
    """
    if not 0 < distance <= HALF_ROUND or speed >= ESCAPE:
        message = f"no arc over {distance:,.0f} km begins with {speed:.2f} km/s"
        raise ValueError(message)
    q = speed * speed * RADIUS / MU
    half = distance / RADIUS / 2
    sine = (2 - q) / q * sin(half)
    if sine > 1:
        message = f"{speed:.2f} km/s does not carry {distance:,.0f} km; that takes {least_energy_speed(distance):.2f}"
        raise ValueError(message)
    double = pi - asin(sine) if high else asin(sine)
    elevation = (double - half) / 2
    if elevation < 0:
        message = f"{speed:.2f} km/s carries {distance:,.0f} km on a high path only"
        raise ValueError(message)
    eccentricity = sqrt(1 + q * (q - 2) * cos(elevation) ** 2)
    return RADIUS / (2 - q) * (1 + eccentricity) - RADIUS


def _timed(time: float, speed: float) -> Arc:
    """Return the arc that begins with a speed and takes a time: of one speed, a higher flight is a longer one."""
    axis = _axis(speed)
    top = 2 * axis - RADIUS
    # From a circular orbit's speed on the lowest flights do not come down: the least apogee is that of the flight half
    # way round, where top2 / axis - 2 top + RADIUS is 0.
    least = axis * (1 + sqrt(1 - RADIUS / axis)) * (1 + 1e-12) - RADIUS if axis > RADIUS else _LOWEST

    def excess(apogee: float) -> float:
        return free_time(_distance_at(apogee, speed) / RADIUS, apogee) - time

    if not excess(least) <= 0 <= excess(top):
        message = f"no arc that begins with {speed:.2f} km/s takes {time:,.0f} seconds"
        raise ValueError(message)
    apogee = _root(excess, least, top)
    return arc(_distance_at(apogee, speed), apogee)


def _axis(speed: float) -> float:
    if not 0 < speed < ESCAPE:
        message = f"{speed:.2f} km/s; below {ESCAPE:.2f} km/s a missile comes down again"
        raise ValueError(message)
    return 1 / (2 / RADIUS - speed * speed / MU)


def _root(function: Callable[[float], float], low: float, high: float) -> float:
    """Return where a growing function is zero between two ends, by halving: sure, and quick enough."""
    for _ in range(80):
        middle = (low + high) / 2
        if function(middle) < 0:
            low = middle
        else:
            high = middle
        if high - low <= 1e-9 * high:
            break
    return (low + high) / 2
