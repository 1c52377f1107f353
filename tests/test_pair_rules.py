"""What the rules on pairs say, of conversions between all units of a dimension."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.figures.judging import HOUSE, Verdict, judge
from checker.figures.writing import rewritten
from checker.rulebook import load_rule
from checker.source import Span
from checker.units import UNITS, convert, dimension
from tests.written import UNITS_OF, figure, pair

if TYPE_CHECKING:
    from checker.figures import Figure
    from checker.findings import Finding


def verdict(text: str) -> Verdict:
    judged = judge(pair(text))
    assert judged is not None
    return judged.verdict


SPELLED = {unit: text for text, unit in UNITS_OF.items()} | {"km": "km", "mph": "mph"}
UNIT_PAIRS = [
    (one, other)
    for one in UNITS
    for other in UNITS
    if one != other and dimension(one) == dimension(other) and {one, other} <= SPELLED.keys() - {"mach"}
]


# Two units of a dimension, a value, and the place at which its conversion is rounded.
CONVERSIONS = st.tuples(st.sampled_from(UNIT_PAIRS), st.integers(1, 20_000), st.integers(-3, 3))
Drawn: TypeAlias = "tuple[tuple[str, str], int, int]"


def _written(value: float, place: int, unit: str) -> str:
    return f"{value:,.{max(0, -place)}f} {SPELLED[unit]}"


def _rounded(value: float, units: tuple[str, str], place: int, way: int) -> float:
    """Convert by the exact factor (`way` 0) or one of a desk's, and round."""
    factors = (convert(1, *units), *HOUSE.get(units, ()))
    return round(value * factors[way % len(factors)], -place)


CODES = ("FC101", "FC102", "FC103", "FC104", "FC105", "FC106", "FC107", "FC108")
SLIPS = {"FC104", "FC105", "FC106", "FC107"}
FIRST, SECOND = Span(0, 1), Span(1, 2)


def findings(text: str, around: tuple[Figure, ...] = ()) -> list[Finding]:
    """Return what the rules on pairs say of a pair, with other figures nearby."""
    made = pair(text)
    placed = replace(
        made, first=replace(made.first, span=FIRST), second=replace(made.second, span=SECOND), around=around
    )
    return [finding for code in CODES for finding in load_rule(code).check(placed)]


HEDGES = st.sampled_from(["", "about ", "at least ", "more than ", "less than "])


@settings(max_examples=500)
@given(CONVERSIONS, st.integers(0, 2), HEDGES, HEDGES)
def test_a_conversion_rounded_within_five_per_cent_is_no_error(drawn: Drawn, way: int, hedge: str, other: str) -> None:
    units, value, place = drawn
    said = _rounded(value, units, place, way)
    assume(said > 0)
    assume(abs(said / convert(value, *units) - 1) <= 0.05)

    found = findings(f"{hedge}{_written(value, 0, units[0])} ({other}{_written(said, place, units[1])})")
    assert {finding.severity for finding in found} <= {"note"}


@settings(max_examples=500)
@given(CONVERSIONS, st.integers(1, 20_000), st.integers(0, 2))
def test_nor_is_a_range_of_values_with_both_ends_rounded_so(drawn: Drawn, more: int, way: int) -> None:
    units, low, place = drawn
    high = low + more
    ends = [_rounded(end, units, place, way) for end in (low, high)]
    assume(0 < ends[0] < ends[1])
    assume(all(abs(end / convert(value, *units) - 1) <= 0.05 for end, value in zip(ends, (low, high), strict=True)))

    said = " to ".join(f"{end:,.{max(0, -place)}f}" for end in ends)
    assert verdict(f"{low:,} to {high:,} {SPELLED[units[0]]} ({said} {SPELLED[units[1]]})") is not Verdict.WRONG


@settings(max_examples=500)
@given(CONVERSIONS, st.integers(2, 30), st.sampled_from([-1, 1]))
def test_a_conversion_that_no_rounding_explains_is_an_error(drawn: Drawn, moved: int, way: int) -> None:
    (one, other), value, place = drawn
    exact = convert(value, one, other)
    said = round(round(exact, -place) + way * moved * 10.0**place, 6)
    assume(said > 0)
    assume(abs(said / exact - 1) > 0.01 + 1e-9)
    converted = [exact, *(value * house for house in HOUSE.get((one, other), ()))]
    shown = [at for at in range(-4, 5) if math.isclose(round(said, -at), said, rel_tol=1e-12)]
    assume(not any(abs(each - said) <= 10.0**at / 2 * 1.001 for at in shown for each in converted))

    found = findings(f"{_written(value, 0, one)} ({_written(said, place, other)})")
    assert "FC101" in {finding.code for finding in found if finding.severity == "error"}


FIGURES = st.tuples(st.integers(1, 20_000), st.sampled_from(["km", "mile", "nmi", "ft", "min", "mph"]))


@settings(max_examples=500)
@given(CONVERSIONS, st.integers(1, 20_000), HEDGES, HEDGES, st.lists(FIGURES, max_size=4))
def test_what_is_said_of_a_slip_is_said_only_where_there_is_one(
    drawn: Drawn, said: int, hedge: str, other: str, around: list[tuple[int, str]]
) -> None:
    units, value, _ = drawn
    near = tuple(figure(_written(number, 0, unit)) for number, unit in around)
    text = f"{hedge}{_written(value, 0, units[0])} ({other}{_written(said, 0, units[1])})"
    codes = [finding.code for finding in findings(text, near)]

    assert len(codes) == len(set(codes))
    assert ("FC101" in codes) is (verdict(text) is Verdict.WRONG)
    assert "FC101" in codes or not SLIPS & set(codes)
    assert not ("FC101" in codes and {"FC102", "FC103", "FC108"} & set(codes))


@settings(max_examples=500)
@given(CONVERSIONS, st.integers(1, 20_000), HEDGES, st.lists(FIGURES, max_size=4))
def test_whatever_a_fix_writes_is_sound(drawn: Drawn, said: int, hedge: str, around: list[tuple[int, str]]) -> None:
    units, value, _ = drawn
    first, second = _written(value, 0, units[0]), _written(said, 0, units[1])
    assume(all(exact >= 0.01 for exact in (convert(value, *units), convert(said, *units[::-1]))))
    near = tuple(figure(_written(number, 0, unit)) for number, unit in around)
    for finding in findings(f"{hedge}{first} ({second})", near):
        for fix in finding.fixes:
            texts = {edit.span: edit.text for edit in fix.edits}
            mended = f"{hedge}{texts.get(FIRST, first)} ({texts.get(SECOND, second)})"
            assert {each.code for each in findings(mended)} <= {"FC103"}, (finding.code, mended)


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        # The conversion, then the first figure, as exact as the pair needs.
        ("1,000 km (900 miles)", ["620 miles", "1,450 km"]),
        ("600 miles (850 km)", ["970 km", "530 miles"]),
        ("1,500-kilometer (830-mile)", ["930-mile", "1,340-kilometer"]),
        ("300 to 350 km (190 to 260 miles)", ["190 to 220 miles", "310 to 420 km"]),
        ("300 to 350 km (180 miles)", ["190 to 220 miles"]),
        # What was found out goes first.
        ("1,000 miles (620 km)", ["1,000 km", "620 miles", "1,600 km"]),
        ("200 miles (370 km)", ["200 nautical miles", "320 km"]),
        ("6,000 km (3,278 miles)", ["3,728 miles", "3,700 miles"]),
        ("1,000 km (260 miles)", ["620 miles"]),
    ],
)
def test_either_figure_may_be_put_right(text: str, fixes: list[str]) -> None:
    (finding,) = [each for each in findings(text) if each.code != "FC101"] or findings(text)

    assert [edit.text for fix in finding.fixes for edit in fix.edits] == fixes


def test_a_figure_nearby_may_be_the_one_that_was_meant() -> None:
    (finding,) = [each for each in findings("1,300 km (565 miles)", (figure("910 km"),)) if each.code == "FC107"]

    assert [edit.text for fix in finding.fixes for edit in fix.edits] == ["810 miles", "910 km"]


@settings(max_examples=300)
@given(
    st.integers(100, 20_000), st.integers(0, 4), st.sampled_from(["km mile", "mile km", "nmi km", "ft m", "mph km/h"])
)
def test_two_neighbouring_digits_exchanged_are_named(value: int, at: int, units: str) -> None:
    one, other = units.split()
    right = str(round(convert(value, one, other)))
    assume(at + 1 < len(right) and right[at] != right[at + 1] and right[at + 1 :].strip("0"))
    wrong = right[:at] + right[at + 1] + right[at] + right[at + 2 :]
    assume(wrong[0] != "0" and not wrong.endswith("0"))
    text = f"{value} {SPELLED[one]} ({wrong} {SPELLED[other]})"
    assume(verdict(text) is Verdict.WRONG)

    (finding,) = load_rule("FC106").check(pair(text))
    assert f"{wrong} for " in finding.message


@given(CONVERSIONS, st.sampled_from([2, 3]))
def test_units_exchanged_are_said_to_be(drawn: Drawn, digits: int) -> None:
    (one, other), value, _ = drawn
    exact = convert(value, one, other)
    place = math.floor(math.log10(exact)) + 1 - digits
    said = round(exact, -place)
    text = f"{_written(value, 0, other)} ({_written(said, place, one)})"
    assume(verdict(text) is Verdict.WRONG)

    assert [finding.code for finding in load_rule("FC104").check(pair(text))] == ["FC104"]


@given(CONVERSIONS)
def test_a_figure_that_we_write_is_sound(drawn: Drawn) -> None:
    (one, other), value, _ = drawn
    exact = convert(value, one, other)
    assume(exact >= 0.01)
    first, second = figure(_written(value, 0, one)), figure(_written(1234, 0, other))

    assert verdict(f"{_written(value, 0, one)} ({rewritten(first, second)})") is Verdict.SOUND
