"""The ordinary flight: least energy for a distance, the longest distance for a speed, and how a flight compares."""

from __future__ import annotations

from math import asin, cos, sin, sqrt

from checker.flight.arcs import HALF_ROUND, MU, RADIUS, Arc, arc

# Speed that a steep ascent loses to gravity and an ordinary one does not, km/s: at the analysts' published estimates
# of fifteen lofted flights it is from 0 (Tokyo's "more than") to 0.5.
GAIN = (0.0, 0.25, 0.5)
LOFTED = 1.6
DEPRESSED = 0.6
# An arc right round to the other side has no one least-energy form: hold it a little short of that.
_ALMOST = 0.999


def least_energy_apogee(distance: float) -> float:
    """Return the apogee in km of the flight that reaches a distance in km with the least speed.

    RADIUS / 2 (sin(angle / 2) + cos(angle / 2) - 1), from the ellipse whose other focus lies on the chord (Wheelon
    1959). A quarter of the distance where that is short; highest at 10,000 km.
    """
    half = min(distance, _ALMOST * HALF_ROUND) / RADIUS / 2
    return RADIUS / 2 * (sin(half) + cos(half) - 1)


def least_energy_speed(distance: float) -> float:
    """Return that least speed in km/s: v2 = (2 MU / RADIUS) s / (1 + s) with s = sin(angle / 2) (Bate 6.2-18)."""
    s = sin(distance / RADIUS / 2)
    return sqrt(2 * MU / RADIUS * s / (1 + s))


def least_energy(distance: float) -> Arc:
    """Return the arc of least energy over a distance in km."""
    distance = min(distance, _ALMOST * HALF_ROUND)
    return arc(distance, least_energy_apogee(distance))


def longest_distance(speed: float) -> float:
    """Return how far in km a speed in km/s carries at the best angle.

    sin(angle / 2) = Q / (2 - Q) with Q = v2 RADIUS / MU (Bate 6.2-18); from Q = 1, which is a circular orbit's speed,
    anywhere on Earth.
    """
    q = speed * speed * RADIUS / MU
    return HALF_ROUND if q >= 1 else 2 * asin(q / (2 - q)) * RADIUS


def loft_ratio(distance: float, apogee: float) -> float:
    """Return an apogee as a multiple of that of the ordinary flight: 1 ordinary, 10 lofted, 0.3 depressed."""
    return apogee / least_energy_apogee(max(distance, 1.0))


def standard_range(distance: float, apogee: float) -> tuple[float, float, float]:
    """Return how far in km the missile of a flight would go on an ordinary path: least, middle and most.

    The least is the same speed at the best angle; to the others a gain in speed is added (`GAIN`).
    """
    speed = arc(distance, apogee).speed
    low, middle, high = (longest_distance(speed + gain) for gain in GAIN)
    return low, middle, high
