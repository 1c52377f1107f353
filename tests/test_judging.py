"""What a desk says of a conversion."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.figures.judging import Verdict, judge
from checker.units import convert
from tests.written import pair


def verdict(text: str) -> Verdict:
    judged = judge(pair(text))
    assert judged is not None
    return judged.verdict


@pytest.mark.parametrize(
    "text",
    [
        "1,000 km (620 miles)",
        "1,000 km (621 miles)",
        "1,000 km (621.4 miles)",
        "1,000 km (625 miles)",
        "5,500 km (3,400 miles)",
        "6,000 km (3,720 miles)",
        "3,724 km (2,300 miles)",
        "2,700 km (1,677 miles)",
        "2,000 km (about 1,200 miles)",
        "800 km (500 miles)",
        "600 miles (970 km)",
        "607 miles (970 km)",
        "2,300 miles (3,680 km)",
        "2,300 miles (3,710 km)",
        "9 miles (15 km)",
        "200 nautical miles (370 km)",
        "28,000 kph (17,400 mph)",
        "17 km (10.5 miles)",
        "449 feet (137 m)",
        "300 to 350 km (186 to 217 miles)",
        "500-5,500 km (310-3,400 miles)",
        # Bounds may be rounded to their safe side, and a bound of its own is no less true for being round.
        "more than 300 km (180 miles)",
        "less than 700 km (440 miles)",
        "at least 50 km (30 miles)",
        "at least 30 miles (50 km)",
        "900 km (more than 550 miles)",
        # After a hedge the first figure may be the rounded one.
        "about 900 km (about 550 miles)",
        "about 300 miles (490 km)",
        "9 to 11 miles (16 km)",
        "16 km (9 to 11 miles)",
        "0 km (0 miles)",
        # Below 100: the nearest ten, less than one off, the next five or ten on the safe side of a bound.
        "50 km (30 miles)",
        "30 miles (50 km)",
        "100 km (60 miles)",
        "60 km (40 miles)",
        "3 km (2 miles)",
        "70 to 200 km (44 to 124 miles)",
        "18 km (12 miles)",
        "more than 60 km (35 miles)",
        "more than 60 km (30 miles)",
        "less than 50 km (35 miles)",
        # "Over 300 miles" is true of 311 of them.
        "about 500 km (more than 300 miles)",
        "1,000 km (more than 600 miles)",
    ],
)
def test_a_desk_lets_these_be(text: str) -> None:
    assert verdict(text) is Verdict.SOUND


@pytest.mark.parametrize(
    "text",
    [
        "1,000 km (600 miles)",
        "about 1,000 km (600 miles)",
        "more than 1,000 km (600 miles)",
        "770 kilometers (about 500 miles)",
        "about 500 km (300 miles)",
        "2 km (1 mile)",
        "0.2 km (0 miles)",
        "1,000 km (more than 500 miles)",
        "500 to 5,500 km (300 to 3,400 miles)",
    ],
)
def test_a_desk_would_want_to_know(text: str) -> None:
    assert verdict(text) is Verdict.COARSE


@pytest.mark.parametrize(
    "text",
    [
        "1,000 km (900 miles)",
        "1,000 km (610 miles)",
        "1,000 km (500 miles)",
        "1,000 km (690 miles)",
        "1,000 km (540 miles)",
        "1,000 km (1,600 miles)",
        "1,000 km (62 miles)",
        "2,400 km (1,000 miles)",
        "3,700 km (3,000 miles)",
        "300 km (180 miles)",
        "900 km (550 miles)",
        "300 miles (490 km)",
        "about 1,000 km (650 miles)",
        "more than 1,000 km (560 miles)",
        "more than 1,000 km (800 miles)",
        "less than 1,000 km (560 miles)",
        "1,000 km (more than 900 miles)",
        "1,000 km (less than 500 miles)",
        "6 m (18 feet)",
        "300 to 350 km (186 to 271 miles)",
        "300 to 350 km (180 miles)",
        "200 nautical miles (322 km)",
        "0 km (3 miles)",
        "18 km (13 miles)",
        "13 km (9 miles)",
        "2 km (2 miles)",
        "more than 60 km (45 miles)",
        "more than 60 km (25 miles)",
        "less than 50 km (25 miles)",
        "more than 200 km (115 miles)",
    ],
)
def test_a_desk_would_correct(text: str) -> None:
    assert verdict(text) is Verdict.WRONG


@pytest.mark.parametrize(
    "text", ["1,000 km (1,100 km)", "1,000 km (621 mph)", "5 Mach (1,700 mph)", "30 minutes (20 km)"]
)
def test_what_is_no_conversion_is_not_judged(text: str) -> None:
    assert judge(pair(text)) is None


def test_the_sum_is_kept() -> None:
    judged = judge(pair("1,000 km (600 miles)"))

    assert judged is not None
    assert judged.exact == pytest.approx((621.371,), rel=1e-6)
    assert judged.back == pytest.approx((965.606,), rel=1e-6)
    assert judged.error == pytest.approx(0.0344, abs=1e-4)


@given(st.integers(16, 160), st.integers(-1, 1))
def test_below_a_hundred_less_than_a_whole_unit_is_no_error(kilometers: int, moved: int) -> None:
    exact = convert(kilometers, "km", "mile")
    said = math.floor(exact) if moved < 0 else math.ceil(exact) if moved > 0 else round(exact)
    assume(10 <= said < 100)

    assert verdict(f"{kilometers} km ({said} miles)") is not Verdict.WRONG
