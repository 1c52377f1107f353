"""The closed forms against the equation of motion, integrated step by step."""

from __future__ import annotations

from math import asin, atan2, cos, hypot, radians, sin

import pytest

from checker.flight.arcs import MU, OMEGA, RADIUS, Arc, arc
from checker.flight.turning import turned_time, turned_times

State = tuple[float, float, float, float]
_STEP = 1.0


def _slope(state: State) -> State:
    x, y, u, v = state
    pull = -MU / hypot(x, y) ** 3
    return u, v, pull * x, pull * y


def _moved(state: State, slope: State, step: float) -> State:
    x, y, u, v = (value + step * change for value, change in zip(state, slope, strict=True))
    return x, y, u, v


def _stepped(state: State, step: float) -> State:
    """Return the state a step later, by the classical method of Runge and Kutta."""
    first = _slope(state)
    second = _slope(_moved(state, first, step / 2))
    third = _slope(_moved(state, second, step / 2))
    fourth = _slope(_moved(state, third, step))
    total = tuple(a + 2 * b + 2 * c + d for a, b, c, d in zip(first, second, third, fourth, strict=True))
    return _moved(state, total, step / 6)  # type: ignore[arg-type]


def _flown(whole: Arc) -> tuple[float, float, float]:
    """Return the time, the angle and the greatest height of a body that begins as an arc does."""
    up = radians(whole.elevation)
    state: State = (RADIUS, 0.0, whole.speed * sin(up), whole.speed * cos(up))
    time, top = 0.0, 0.0
    while True:
        after = _stepped(state, _STEP)
        height = hypot(after[0], after[1]) - RADIUS
        top = max(top, height)
        if height < 0:
            break
        state, time = after, time + _STEP
    low, high = 0.0, _STEP
    for _ in range(40):
        middle = (low + high) / 2
        after = _stepped(state, middle)
        low, high = (middle, high) if hypot(after[0], after[1]) > RADIUS else (low, middle)
    return time + low, atan2(after[1], after[0]), top


@pytest.mark.parametrize(
    ("distance", "apogee"), [(450, 120), (1_000, 6_000), (2_700, 550), (787, 2_111.5), (9_000, 1_200)]
)
def test_an_arc_is_what_the_equation_of_motion_gives(distance: float, apogee: float) -> None:
    whole = arc(distance, apogee)
    time, angle, top = _flown(whole)

    assert time == pytest.approx(whole.time, abs=0.01)
    assert angle * RADIUS == pytest.approx(distance, abs=0.01)
    assert top == pytest.approx(apogee, abs=0.01)


@pytest.mark.parametrize(
    ("latitude", "azimuth", "distance", "apogee"),
    [(40, 70, 1_000, 6_000), (39, 30, 9_000, 1_265), (34.7, 255, 6_759, 1_174)],
)
def test_the_arc_ends_where_the_earth_has_turned_to(
    latitude: float, azimuth: float, distance: float, apogee: float
) -> None:
    time = turned_time(distance, apogee, latitude, azimuth)
    angle = _between(latitude, *_place(latitude, azimuth, distance), turned=OMEGA * time)
    flown, _, top = _flown(arc(angle * RADIUS, apogee))

    assert flown == pytest.approx(time, abs=0.01)
    assert top == pytest.approx(apogee, abs=0.01)


def _place(latitude: float, azimuth: float, distance: float) -> tuple[float, float]:
    """Return latitude and longitude of a place, in radians, the longitude from that of the start."""
    start, way, angle = radians(latitude), radians(azimuth), distance / RADIUS
    there = asin(sin(start) * cos(angle) + cos(start) * sin(angle) * cos(way))
    return there, atan2(sin(way) * sin(angle) * cos(start), cos(angle) - sin(start) * sin(there))


def _between(latitude: float, there: float, ahead: float, *, turned: float) -> float:
    """Return the angle between the start and a place that has turned on, by the haversine."""
    start = radians(latitude)
    half = sin((there - start) / 2) ** 2 + cos(start) * cos(there) * sin((ahead + turned) / 2) ** 2
    return 2 * asin(half**0.5)


@pytest.mark.parametrize(("distance", "apogee"), [(450, 120), (1_000, 6_000), (4_600, 1_000), (9_000, 1_200)])
def test_no_place_and_direction_is_outside_the_envelope(distance: float, apogee: float) -> None:
    envelope = turned_times(distance, apogee)
    times = [
        turned_time(distance, apogee, latitude, azimuth)
        for latitude in range(-90, 91, 10)
        for azimuth in range(0, 360, 10)
    ]

    assert envelope.low - 0.01 <= min(times)
    assert max(times) <= envelope.high + 0.01
    # On the equator it is reached, so it is no wider than it must be.
    assert max(times) == pytest.approx(envelope.high, abs=0.01)
    assert min(times) == pytest.approx(envelope.low, abs=max(0.01, 0.01 * envelope.low))


@pytest.mark.parametrize(("distance", "apogee"), [(1_000, 6_000), (4_600, 1_000)])
def test_the_directions_of_a_site_are_sampled_closely_enough(distance: float, apogee: float) -> None:
    sampled = turned_times(distance, apogee, (40.0,))
    times = [turned_time(distance, apogee, 40.0, azimuth) for azimuth in range(360)]

    assert min(times) > sampled.low - 3
    assert max(times) < sampled.high + 3
