"""What is plausible for a claim, and how the bound is named that it breaks."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from checker.claims import KINDS, Claim, Conversion, Kind
from checker.claims.bounds import BASE, shape_errors, violations
from checker.figures.interval import Interval
from checker.schemata import schema, validator
from checker.source import Span
from checker.units import convert

AT = Span(0, 5)


def claim(kind: Kind, value: Any, unit: str | None = None, *conversions: tuple[Any, str]) -> Claim:
    made = tuple(
        Conversion("words", Span(10 * at, 10 * at + 5), value, unit, "exact")
        for at, (value, unit) in enumerate(conversions, start=1)
    )
    return Claim("c1", kind, "words", AT, value, unit, conversions=made)


@pytest.mark.parametrize(
    ("kind", "value", "unit"),
    [
        ("altitude", 100_000, "km"),
        ("altitude", 0, "m"),
        ("range", 20_040, "km"),
        ("range", 12_400, "mile"),
        ("range", (300, 350), "km"),
        ("capability_range", 15_000, "km"),
        ("distance_from_place", 200, "nmi"),
        ("other_distance", 384_400, "km"),
        ("flight_time", 10_234, "s"),
        ("flight_time", 24, "h"),
        ("speed", 27, "mach"),
        ("speed", 11.2, "km/s"),
        ("count", 1, None),
        ("count", 1000, None),
        ("date", "1942-10-03", None),
        ("date", "2100-12-31", None),
        ("date", "2024-02-30", None),  # for the calendar's rule
        ("weekday", "Sunday", None),
        ("time", "00:00", "local"),
        ("time", "23:59", "KST"),
        ("site", "Sunan", None),
        ("missile_class", "IRBM", None),
        ("eez", False, None),
        ("impact_area", "the sea", None),
        ("range", 1080, "mph"),  # a unit that cannot measure it, for another rule
    ],
)
def test_what_is_plausible_passes(kind: Kind, value: Any, unit: str | None) -> None:
    assert violations(claim(kind, value, unit)) == ()


@pytest.mark.parametrize(
    ("kind", "value", "unit", "bound", "limit"),
    [
        ("altitude", 500_000, "km", "an apogee of at most 100,000 km", 100_000),
        ("altitude", -1, "m", "an apogee of at least 0 km", 0),
        ("range", 20_041, "km", "a distance of at most 20,040 km, half the Earth's circumference", 20_040),
        (
            "range",
            (300, 35_000),
            "km",
            "a distance of at most 20,040 km, half the Earth's circumference",
            20_040,
        ),
        ("capability_range", 15_000, "nmi", "at most 20,040 km", 20_040),
        ("distance_from_place", 12_500, "mile", "at most 20,040 km", 20_040),
        ("other_distance", 1_000_001, "km", "at most 1,000,000 km", 1_000_000),
        ("flight_time", 1_441, "min", "a flight time of at most 24 hours", 86_400),
        ("speed", 12, "km/s", "a speed of at most 11.2 km/s", 11_200),
        ("count", 0, None, "a salvo of at least 1 missile", 1),
        ("count", 1_001, None, "a salvo of at most 1,000 missiles", 1_000),
        ("date", "1942-10-02", None, "a launch no earlier than October 3, 1942", "1942-10-03"),
        ("date", "2101-01-01", None, "a launch no later than the year 2100", "2100-12-31"),
        ("time", "24:00", "local", "a clock time from 00:00 to 23:59", "a clock time from 00:00 to 23:59"),
        ("time", "12:75", "GMT", "a clock time from 00:00 to 23:59", "a clock time from 00:00 to 23:59"),
        ("weekday", "Sonday", None, "one of the seven days of the week", "one of the seven days of the week"),
    ],
)
def test_what_is_not_is_named_by_its_bound(
    kind: Kind, value: Any, unit: str | None, bound: str, limit: float | str
) -> None:
    [found] = violations(claim(kind, value, unit))
    assert bound in found.bound
    assert (found.limit, found.unit, found.conversion) == (limit, BASE.get(kind), None)


def test_the_value_is_given_in_the_unit_of_the_limit() -> None:
    [found] = violations(claim("altitude", 310_686, "mile"))
    assert found.value == pytest.approx(convert(310_686, "mile", "km"))


def test_a_conversion_counts_after_the_value() -> None:
    [found] = violations(claim("altitude", 50, "km", (31, "mile"), (310_686, "mile")))
    assert found.conversion == Span(20, 25)
    [found] = violations(claim("altitude", 500_000, "km", (310_686, "mile")))
    assert found.conversion is None
    [found] = violations(claim("time", "14:55", "local", ("25:55", "GMT")))
    assert found.conversion == Span(10, 15)


@pytest.mark.parametrize("value", [float("inf"), 10.0**308, sys.float_info.max, 10**400])
def test_a_number_of_any_length_is_out_of_bounds(value: float) -> None:
    [found] = violations(claim("range", value, "mile"))
    assert found.limit == 20_040


@pytest.mark.parametrize("kind", KINDS)
def test_the_parts_by_kind_say_what_the_whole_schema_says(kind: Kind) -> None:
    """Claims are held against the part of their kind, for speed."""
    numbers = (-1, 0, 1, 2.5, 1e4, 5e4, 2e5, 2e6, 1942_10_02, 1942_10_03, 2100_12_31, 2101_01_01)
    values: list[Any] = [*numbers, "Sunday", "14:55", "24:00", True]
    for value in values:
        whole: dict[str, Any] = {"kind": kind, "value": value, "unit": BASE.get(kind)}
        part = kind not in schema("bounds")["$defs"] or validator("bounds", f"/$defs/{kind}").is_valid(value)
        assert validator("bounds").is_valid(whole) == part, whole
        assert not validator("bounds").is_valid({**whole, "unit": "mile"})


def test_every_bound_has_words() -> None:
    for kind, part in schema("bounds")["$defs"].items():
        for bound in part.get("allOf", ()):
            assert bound["description"][0].islower(), kind


def test_the_shape_of_a_claim_is_told() -> None:
    good = schema("claim")["examples"][0]
    assert shape_errors(good) == ()
    [problem] = shape_errors({**good, "modality": "certain"})
    assert problem.startswith("$.modality: 'certain' is not one of")


def test_claims_are_held_in_threads() -> None:
    claims = [claim("altitude", value, "km") for value in range(0, 200_000, 500)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(violations, claims))
    assert [bool(one) for one in found] == [value > 100_000 for value in range(0, 200_000, 500)]


def test_the_interval_has_no_say() -> None:
    """What "about 20,000 km" allows goes beyond the bound, and is no slip."""
    about = Claim("c1", "range", "words", AT, 20_000, "km", "about", Interval(19_000, 21_000, "km"))
    assert violations(about) == ()
