"""The published flights: what the arc leaves over of their times, and what the rules say of them."""

from __future__ import annotations

from statistics import mean, stdev
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from checker.flight.arcs import arc
from checker.flight.turning import turned_time
from checker.rulebook import load_rule
from tests.flight.flights import Published, account, claim, flight, published

if TYPE_CHECKING:
    from checker.events import Account
    from checker.findings import Finding

RULES = ("FC301", "FC302", "FC303", "FC306", "FC307", "FC308", "FC309", "FC311", "FC312")
STATE_MEDIA = "hs17-kcna"
# Kepler, with the Earth's rotation (minutes), and what is left over of the reported time (seconds).
RESIDUALS = {
    "hs12a": (27.93, 28.10, 114),
    "hs14a-kcna": (34.42, 34.67, 260),
    "hs14a-pacom": (34.42, 34.67, 140),
    "hs14b": (43.12, 43.42, 227),
    "hs15a": (50.28, 50.66, 140),
    "hs12b": (26.88, 27.05, 177),
    "hs17-kcna": (67.91, 68.51, -59),
    "hs17-mod": (67.41, 68.01, 180),
    "hs17b": (65.78, 66.32, 156),
    "hs15b": (63.03, 63.54, 202),
    "hs17c": (65.82, 66.35, 170),
    "hs18b": (71.99, 72.59, 136),
    "hs18c": (70.65, 71.23, 141),
    "hs19": (82.89, 83.63, 138),
    "hs12c": (13.44, 13.75, 45),
    "hs12d": (16.91, 17.35, 99),
    "irbm22": (20.30, 20.88, 67),
    "scud17": (5.38, 5.43, 34),
    "v2": (4.57, 4.54, 47),
}
ARCS = [one for one in published() if one.ballistic]
SOUND = [one for one in ARCS if one.id != STATE_MEDIA]


def _found(told: Account) -> list[Finding]:
    return [finding for code in RULES for finding in load_rule(code).check(told)]


def _rest(one: Published) -> float:
    return one.time - turned_time(one.distance, one.apogee, one.latitude, one.azimuth)


@pytest.mark.parametrize("one", ARCS, ids=lambda one: one.id)
def test_the_residual_of_a_published_flight(one: Published) -> None:
    turned = turned_time(one.distance, one.apogee, one.latitude, one.azimuth)

    assert (
        round(arc(one.distance, one.apogee).time / 60, 2),
        round(turned / 60, 2),
        round(one.time - turned),
    ) == RESIDUALS[one.id]


def test_the_residuals_of_sound_flights_have_one_sign_and_the_known_spread() -> None:
    high = [_rest(one) for one in SOUND if one.apogee >= 2_000]
    low = [_rest(one) for one in SOUND if one.apogee < 2_000]

    assert len(SOUND) == 18
    assert min(high + low) > 30
    assert (round(mean(high)), round(stdev(high)), round(mean(low))) == (168, 41, 59)


@pytest.mark.parametrize("one", SOUND, ids=lambda one: one.id)
def test_a_sound_flight_as_printed_is_let_be(one: Published) -> None:
    assert _found(flight(one.distance, one.apogee, one.time, in_minutes=one.step > 1)) == []


@pytest.mark.parametrize("one", SOUND, ids=lambda one: one.id)
def test_a_sound_flight_in_press_rounding_is_let_be(one: Published) -> None:
    assert _found(flight(*one.in_press_style)) == []


def test_state_medias_figures_of_march_24_2022_are_flagged() -> None:
    (one,) = (one for one in ARCS if one.id == STATE_MEDIA)
    (finding,) = _found(flight(one.distance, one.apogee, one.time, in_minutes=False))

    assert (finding.code, finding.severity) == ("FC302", "warning")
    assert finding.evidence["apogee"] == "6248.45 to 6248.55 km"
    assert finding.evidence["flight_time"] == "4051.5 to 4052.5 s"


@pytest.mark.parametrize("one", [one for one in published() if not one.ballistic], ids=lambda one: one.id)
def test_a_flight_that_glides_is_remarked_on_and_no_alarm(one: Published) -> None:
    told = flight(one.distance, one.apogee, one.time)

    assert _found(told) == []
    assert [finding.code for finding in load_rule("FC304").check(told)] == ["FC304"]


def test_a_check_takes_less_than_a_millisecond() -> None:
    told = flight(1_000, 6_000, 69 * 60)
    for code in RULES:
        list(load_rule(code).check(told))
    taken = []
    for _ in range(20):
        begun = perf_counter()
        for code in RULES:
            list(load_rule(code).check(told))
        taken.append(perf_counter() - begun)

    # For all rules together, and the best of twenty: a busy machine may take longer now and then.
    assert min(taken) < 0.003


def test_one_launch_told_by_two_speakers_is_no_slip() -> None:
    figures = (
        ("range", 1_090, "km"),
        ("altitude", 6_248.5, "km"),
        ("altitude", 6_000, "km"),
        ("flight_time", 69, "min"),
    )
    told = account(*(claim(*figure, number) for number, figure in enumerate(figures, 1)))

    assert _found(told) == []
