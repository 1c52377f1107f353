"""The factors that sums use are those of the pint registry, and are what the units are defined to be."""

from __future__ import annotations

import pytest

from checker import units
from checker.trouble import InputError
from checker.units import UNITS, convert, dimension, factor, quantity, registry, unit

PAIRS = [(one, other) for one in UNITS for other in UNITS if dimension(one) == dimension(other)]


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=" to ".join)
def test_a_factor_is_that_of_pint(one: str, other: str) -> None:
    assert factor(one, other) == pytest.approx(registry().convert(1, unit(one), unit(other)), rel=4e-16)


def test_factors_are_exact_where_the_definitions_are() -> None:
    assert factor("mile", "km") == 1.609344
    assert factor("mph", "km/h") == 1.609344
    assert factor("m/s", "km/h") == 3.6
    assert factor("nmi", "m") == 1852
    assert factor("mach", "m/s") == 340


def test_a_definition_that_is_not_understood_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "read", lambda *_: "meter = [length]\n\nfathom = 2 yards")
    with pytest.raises(InputError, match=r"units\.txt:3: the unit cannot be read"):
        units._definitions.__wrapped__()  # noqa: SLF001 as if it were read for the first time


def test_units_of_two_dimensions_have_no_factor() -> None:
    with pytest.raises(ValueError, match="km does not measure what s measures"):
        factor("km", "s")
    with pytest.raises(KeyError):
        convert(1, "league", "km")


def test_a_quantity_is_of_the_one_registry() -> None:
    made = quantity(1000, "km")

    assert made.to("mile").magnitude == pytest.approx(621.371192, rel=1e-9)
    assert made + quantity(1, "mile") == registry().Quantity(1001.609344, "kilometer")
