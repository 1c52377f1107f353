"""Pairs of all units in a text, both ways round, as the checker reads and judges them; pint does the sums."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.api import check_text
from checker.figures.judging import HOUSE
from checker.units import UNITS, dimension, registry, unit

SPELLED = {
    "km": "km",
    "m": "meters",
    "mile": "miles",
    "nmi": "nautical miles",
    "ft": "feet",
    "yard": "yards",
    "s": "seconds",
    "min": "minutes",
    "h": "hours",
    "km/h": "km/h",
    "mph": "mph",
    "m/s": "m/s",
    "km/s": "km/s",
    "knot": "knots",
}
PAIRS = [(one, other) for one in SPELLED for other in SPELLED if one != other and dimension(one) == dimension(other)]
GRAVE = {"error", "warning"}


def test_every_unit_but_mach_is_spelled() -> None:
    assert UNITS.keys() - SPELLED.keys() == {"mach"}


def _converted(value: float, one: str, other: str) -> float:
    return float(registry().Quantity(value, unit(one)).to(unit(other)).magnitude)


def _grave(value: float, one: str, said: float, place: int, other: str) -> list[str]:
    """Return the severities above a note of what is found in a sentence with the pair."""
    text = f"The bridge measured {value:,} {SPELLED[one]} ({said:,.{max(0, -place)}f} {SPELLED[other]}) in all."
    return [finding.severity for finding in check_text(text).findings if finding.severity in GRAVE]


# A value, to how many digits its conversion is rounded, and by how many units of the last it is moved from there.
DRAWN = st.tuples(st.integers(1, 20_000), st.integers(1, 4), st.integers(2, 40), st.sampled_from([-1, 1]))


@pytest.mark.parametrize(("one", "other"), PAIRS)
@settings(max_examples=25)
@given(drawn=DRAWN)
def test_a_conversion_rounded_within_five_per_cent_is_let_be(
    one: str, other: str, drawn: tuple[int, int, int, int]
) -> None:
    value, digits, *_ = drawn
    exact = _converted(value, one, other)
    place = _place(exact, digits)
    said = round(exact, -place)
    assume(abs(said / exact - 1) <= 0.05)

    assert _grave(value, one, said, place, other) == []


@pytest.mark.parametrize(("one", "other"), PAIRS)
@settings(max_examples=25)
@given(drawn=DRAWN)
def test_one_that_no_rounding_explains_is_an_error(one: str, other: str, drawn: tuple[int, int, int, int]) -> None:
    value, digits, moved, way = drawn
    exact = _converted(value, one, other)
    place = _place(exact, digits)
    said = round(round(exact, -place) + way * moved * 10.0**place, 6)
    assume(said > 0)
    assume(abs(said / exact - 1) > 0.01 + 1e-9)
    made = [exact, *(value * house for house in HOUSE.get((one, other), ()))]
    shown = [at for at in range(-4, 9) if math.isclose(round(said, -at), said, rel_tol=1e-12)]
    assume(not any(abs(each - said) <= 10.0**at / 2 * 1.001 for at in shown for each in made))

    assert _grave(value, one, said, place, other) == ["error"]


def _place(value: float, digits: int) -> int:
    """Return the power of ten of the last of so many digits, no finer than a ten-thousandth."""
    return max(-4, math.floor(math.log10(value)) + 1 - digits)
