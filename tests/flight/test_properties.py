"""What must hold for every flight: one that is sound is let be, in any unit and any rounding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.figures.interval import stated
from checker.flight.arcs import arc
from checker.flight.ordinary import least_energy_apogee
from checker.flight.turning import turned_time
from checker.rulebook import load_rule
from checker.units import convert
from tests.flight.flights import account, claim

if TYPE_CHECKING:
    from checker.claims import Claim

RULES = ("FC301", "FC302", "FC303", "FC306", "FC307", "FC308", "FC309", "FC311", "FC312")
HIGHEST = 8_000


@st.composite
def flights(draw: st.DrawFn) -> tuple[float, float, float]:
    """Draw distance, apogee (km) and time (s) of a flight like the published ones, from anywhere to anywhere."""
    distance = draw(st.floats(300, 12_000))
    apogee = least_energy_apogee(distance) * draw(st.floats(0.7, 30))
    assume(60 < apogee < HIGHEST)
    free = turned_time(distance, apogee, draw(st.floats(-60, 60)), draw(st.floats(0, 360)))
    low, high = (10, 90) if apogee < 300 else (35, 150) if apogee < 1_500 else (115, 260)
    return distance, apogee, free + draw(st.floats(low, high))


def _rounded(value: float, digits: int) -> float:
    return float(f"{value:.{digits - 1}e}")


def _codes(*claims: Claim) -> list[str]:
    told = account(*claims)
    return [finding.code for code in RULES for finding in load_rule(code).check(told)]


@given(flights(), st.integers(3, 5), st.sampled_from(["km", "mile"]), st.booleans())
def test_a_sound_flight_is_let_be(flight: tuple[float, float, float], digits: int, unit: str, about: bool) -> None:  # noqa: FBT001
    distance, apogee, time = flight
    claims = [
        claim("range", _rounded(convert(distance, "km", unit), digits), unit, 1),
        claim("altitude", _rounded(convert(apogee, "km", unit), digits), unit, 2),
        claim("flight_time", round(time / 60), "min", 3),
    ]
    if about:
        claims = [
            replace(one, qualifier="about", interval=stated(one.value, (0,), "about", str(one.unit), about=True))  # type: ignore[arg-type]
            for one in claims
        ]

    assert _codes(*claims) == []


@given(flights(), st.floats(0.3, 0.8))
def test_no_flight_is_shorter_than_free_fall(flight: tuple[float, float, float], share: float) -> None:
    distance, apogee, _ = flight
    assume(apogee > 400)
    time = arc(distance, apogee).time * share
    found = _codes(
        claim("range", round(distance), "km", 1),
        claim("altitude", round(apogee), "km", 2),
        claim("flight_time", round(time), "s", 3),
    )

    assert len(found) == 1
    assert found[0] in {"FC301", "FC302", "FC303", "FC311"}


@given(flights())
def test_a_speed_of_the_arc_is_let_be(flight: tuple[float, float, float]) -> None:
    distance, apogee, _ = flight
    speed = arc(distance, apogee).speed
    mach = claim("speed", round(speed / 0.34), "mach", 3)

    assert _codes(claim("range", round(distance), "km", 1), claim("altitude", round(apogee), "km", 2), mach) == []


@given(flights(), st.permutations([0, 1, 2]))
def test_the_order_of_the_text_changes_nothing(flight: tuple[float, float, float], order: list[int]) -> None:
    distance, apogee, time = flight
    claims = [
        claim("range", round(distance), "km", 1),
        claim("altitude", round(apogee), "km", 2),
        claim("flight_time", round(time / 90), "min", 3),
    ]

    assert _codes(*(claims[index] for index in order)) == _codes(*claims)
