"""The free arc, held against tables of it and against what must hold of every arc."""

from __future__ import annotations

from math import isclose, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.flight.arcs import CIRCULAR, ESCAPE, HALF_ROUND, RADIUS, arc
from checker.flight.border import arc_from, quantities
from checker.flight.ordinary import (
    least_energy,
    least_energy_apogee,
    least_energy_speed,
    loft_ratio,
    longest_distance,
    standard_range,
)
from checker.flight.solving import arc_of
from checker.flight.sound import speed_of_sound
from checker.units import quantity

DISTANCES = st.floats(1, 19_000)
APOGEES = st.floats(5, 20_000)


@pytest.mark.parametrize(
    ("apogee", "minutes"),
    [
        (50, (3.39, 4.00, 9.14)),
        (100, (4.82, 5.27, 9.81)),
        (500, (11.33, 11.55, 14.49)),
        (1_000, (17.00, 17.17, 19.54)),
        (2_000, (26.80, 26.93, 28.91)),
        (4_000, (45.61, 45.73, 47.50)),
        (6_000, (65.25, 65.37, 67.11)),
        (8_000, (86.12, 86.24, 88.00)),
    ],
)
def test_the_time_depends_on_the_apogee_and_hardly_on_the_distance(
    apogee: float, minutes: tuple[float, float, float]
) -> None:
    assert tuple(round(arc(distance, apogee).time / 60, 2) for distance in (1, 1_000, 4_000)) == minutes


@pytest.mark.parametrize(
    ("distance", "apogee", "minutes", "speed"),
    [
        (300, 74, 4.2, 1.70),
        (1_000, 240, 7.9, 3.02),
        (2_000, 459, 11.7, 4.11),
        (4_000, 828, 17.9, 5.43),
        (5_500, 1_041, 21.9, 6.08),
        (8_000, 1_264, 28.0, 6.80),
        (10_000, 1_319, 32.2, 7.20),
        (12_000, 1_265, 35.7, 7.48),
    ],
)
def test_the_flight_of_least_energy(distance: float, apogee: float, minutes: float, speed: float) -> None:
    found = least_energy(distance)

    assert (round(found.apogee), round(found.time / 60, 1), round(found.speed, 2)) == (apogee, minutes, speed)
    assert isclose(found.elevation, 45 - distance / RADIUS / pi * 45, abs_tol=1e-6)
    assert isclose(found.speed, least_energy_speed(distance), rel_tol=1e-9)


@pytest.mark.parametrize(
    ("distance", "apogee", "ranges"),
    [
        (500, 550, (1_163, 1_371, 1_601)),
        (400, 1_413, (2_867, 3_261, 3_701)),
        (787, 2_111.5, (4_356, 4_930, 5_582)),
        (933, 2_802, (5_865, 6_656, 7_580)),
        (998, 3_724.9, (8_022, 9_218, 10_715)),
        (950, 4_475, (9_983, 11_717, 14_223)),
        (989, 5_768.5, (14_525, 20_015, 20_015)),
        (999.2, 6_040.9, (16_024, 20_015, 20_015)),
        (1_001.2, 7_687.5, (20_015, 20_015, 20_015)),
    ],
)
def test_the_range_on_a_standard_trajectory(distance: float, apogee: float, ranges: tuple[int, int, int]) -> None:
    assert tuple(round(km) for km in standard_range(distance, apogee)) == ranges


@pytest.mark.parametrize(
    ("distance", "apogee", "ratio"),
    [(450, 120, 1.09), (2_700, 550, 0.92), (900, 50, 0.23), (787, 2_111.5, 11.08), (1_001.2, 7_687.5, 32.00)],
)
def test_the_loft_ratio(distance: float, apogee: float, ratio: float) -> None:
    assert round(loft_ratio(distance, apogee), 2) == ratio


@pytest.mark.parametrize(
    ("distance", "apogee", "speed"),
    [(4_500, 970, 5.67), (800, 2_000, 5.49), (760, 1_920, 5.41), (350, 80, 1.83), (330, 70, 1.79)],
)
def test_the_speed_of_an_arc(distance: float, apogee: float, speed: float) -> None:
    assert round(arc(distance, apogee).speed, 2) == speed


@pytest.mark.parametrize(
    ("distance", "seconds", "apogees"),
    [
        (800, (750, 840), (584, 712)),
        (2_040, (600, 660), (324, 400)),
        (1_500, (600, 675), (359, 454)),
        (5_000, (1_020, 1_140), (601, 806)),
        (6_759, (1_620, 1_740), (1_388, 1_613)),
        (9_070, (1_560, 1_740), (805, 1_155)),
    ],
)
def test_the_apogee_that_a_time_implies(
    distance: float, seconds: tuple[float, float], apogees: tuple[float, float]
) -> None:
    assert tuple(round(arc_of(distance=distance, time=time).apogee) for time in seconds) == apogees


@pytest.mark.parametrize(
    ("height", "speed"),
    [(0, 0.3403), (11, 0.2952), (20, 0.2951), (32, 0.3031), (50, 0.3298), (80, 0.2825), (86, 0.274)],
)
def test_the_speed_of_sound(height: float, speed: float) -> None:
    assert isclose(speed_of_sound(height), speed, abs_tol=0.0005)


@pytest.mark.parametrize("height", [-1, 87])
def test_where_sound_has_no_speed(height: float) -> None:
    with pytest.raises(ValueError, match="no speed of sound"):
        speed_of_sound(height)


@given(DISTANCES, APOGEES)
def test_a_higher_flight_takes_longer_and_so_does_a_farther_one(distance: float, apogee: float) -> None:
    assert arc(distance, apogee * 1.01).time > arc(distance, apogee).time
    assert arc(distance * 1.01, apogee).time > arc(distance, apogee).time


@given(st.floats(10, 15_000), APOGEES)
def test_no_arc_takes_less_than_the_least_energy(distance: float, apogee: float) -> None:
    assert arc(distance, apogee).speed >= least_energy_speed(distance) - 1e-9


@given(st.floats(10, 19_000))
def test_the_least_speed_carries_the_distance(distance: float) -> None:
    assert isclose(longest_distance(least_energy_speed(distance)), distance, rel_tol=1e-6)


def test_limits() -> None:
    flat = arc(40, 10)

    assert isclose(flat.time, 2 * (2 * 10 / 0.009_82) ** 0.5, rel_tol=0.01)
    assert isclose(least_energy_apogee(40), 10, rel_tol=0.01)
    assert isclose(arc(0, RADIUS).speed, CIRCULAR, rel_tol=1e-9)  # straight up to one radius: half of escape's energy
    assert arc(0, RADIUS).elevation == 90
    assert arc(HALF_ROUND * 0.999, 0.01).speed == pytest.approx(CIRCULAR, abs=0.01)
    assert longest_distance(CIRCULAR) == HALF_ROUND
    assert pytest.approx(11.186, abs=0.001) == ESCAPE


@given(DISTANCES, st.floats(20, 8_000))
def test_any_two_figures_give_the_others(distance: float, apogee: float) -> None:
    whole = arc(distance, apogee)
    high = apogee > least_energy_apogee(distance)
    for pair in (
        {"distance": whole.distance, "time": whole.time},
        {"distance": whole.distance, "speed": whole.speed},
        {"apogee": whole.apogee, "time": whole.time},
        {"apogee": whole.apogee, "speed": whole.speed},
        {"time": whole.time, "speed": whole.speed},
    ):
        found = arc_of(**pair, high=high)
        assert found.speed == pytest.approx(whole.speed, rel=1e-5)
        assert found.time == pytest.approx(whole.time, rel=1e-3)
        assert found.apogee == pytest.approx(whole.apogee, rel=1e-2)


@pytest.mark.parametrize(
    ("given_", "reason"),
    [
        ({"distance": 21_000, "apogee": 100}, "from 0 to 20,015 km"),
        ({"distance": 1_000, "apogee": 0}, "rises above the ground"),
        ({"distance": 10_000, "time": 60}, "no arc over 10,000 km takes 60 seconds"),
        ({"distance": 10_000, "speed": 3}, "that takes 7.20"),
        ({"distance": 0, "speed": 3}, "no arc over 0 km"),
        ({"distance": 19_000, "speed": 11}, "no arc|on a high path only"),
        ({"apogee": 1_000, "time": 60}, "takes at least 1,020 seconds"),
        ({"apogee": 10, "time": 6_000}, "takes at most"),
        ({"apogee": 5_000, "speed": 3}, "carries no higher than 494 km"),
        ({"apogee": 1_000, "speed": 8.1}, "farther than half way round"),
        ({"apogee": 5_000, "speed": 10.9}, "carries higher than 5,000 km"),
        ({"apogee": 100, "speed": 12}, "comes down again"),
        ({"time": 6_000, "speed": 3}, "takes 6,000 seconds"),
        ({"time": 60}, "two of"),
        ({"distance": 1, "apogee": 1, "time": 1}, "two of"),
    ],
)
def test_where_there_is_no_arc_the_reason_is_said(given_: dict[str, float], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        arc_of(**given_)  # type: ignore[arg-type]


def test_pint_at_the_border() -> None:
    found = arc_from(distance=quantity(600, "mile"), time=quantity(8, "min"))

    assert found.apogee == pytest.approx(248, abs=1)
    assert quantities(found)["time"].to("minute").magnitude == pytest.approx(8)
    assert quantities(found)["distance"].to("mile").magnitude == pytest.approx(600)


@given(DISTANCES, APOGEES, st.floats(0, 1))
def test_the_height_along_an_arc(distance: float, apogee: float, share: float) -> None:
    whole = arc(distance, apogee)

    assert whole.height(0) == pytest.approx(0, abs=0.01)
    assert whole.height(whole.angle / 2) == pytest.approx(apogee, rel=1e-6)
    assert -0.01 <= whole.height(whole.angle * share) <= apogee + 0.01
