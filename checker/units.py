"""The units of a report and the one pint registry behind them, made from `seeds/units.txt` on first use.

pint costs a tenth of a second to import, so it is imported when the first quantity is asked for. Sums use factors
that are read off the same definitions, and multiplied as pint does; a test holds each of them against pint.
"""

from __future__ import annotations

import re
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from checker.data import read
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pint

Dimension: TypeAlias = Literal["length", "time", "speed"]

# Name in a report -> name in seeds/units.txt, dimension.
UNITS: dict[str, tuple[str, Dimension]] = {
    "km": ("kilometer", "length"),
    "m": ("meter", "length"),
    "mile": ("mile", "length"),
    "nmi": ("nautical_mile", "length"),
    "ft": ("foot", "length"),
    "yard": ("yard", "length"),
    "s": ("second", "time"),
    "min": ("minute", "time"),
    "h": ("hour", "time"),
    "km/h": ("kilometer_per_hour", "speed"),
    "mph": ("mile_per_hour", "speed"),
    "m/s": ("meter_per_second", "speed"),
    "km/s": ("kilometer_per_second", "speed"),
    "knot": ("knot", "speed"),
    "mach": ("mach", "speed"),
}


# `mile = 5280 * foot`, `knot = nautical_mile / hour`; a base unit, `meter = [length]`, is made of no other.
_DEFINITION = re.compile(r"(\w+) = (?:\[\w+\]|(?:([\d.]+) \* )?(\w+)(?: / (\w+))?)(?: = .+)?")
_MAKING = Lock()


@cache
def _made() -> pint.UnitRegistry[Any]:
    import pint

    made: pint.UnitRegistry[Any] = pint.UnitRegistry(None, on_redefinition="raise")
    made.load_definitions(read("seeds", "units.txt").splitlines())
    return made


def registry() -> pint.UnitRegistry[Any]:
    """Return the registry; it is never made the application registry of the host program."""
    # Two threads that ask first must not make two: quantities of two registries cannot be compared.
    with _MAKING:
        return _made()


@cache
def unit(name: str) -> pint.Unit:
    """Return the pint unit behind a report's unit name; KeyError for any other word."""
    return registry().Unit(UNITS[name][0])


@cache
def factor(name: str, into: str) -> float:
    """Return how many of the unit `into` one `name` is; ValueError where the two measure different things."""
    if dimension(name) != dimension(into):
        message = f"{name} does not measure what {into} measures"
        raise ValueError(message)
    scales: dict[float, int] = {}
    _gather(UNITS[name][0], 1, scales)
    _gather(UNITS[into][0], -1, scales)
    product = 1.0
    for scale, power in sorted(scales.items(), key=lambda each: each[1] < 0):
        product *= scale**power
    return product


def _gather(defined: str, power: int, scales: dict[float, int]) -> None:
    """Add up the powers of the numbers that a unit is defined by, so that those on both sides cancel."""
    if defined not in _definitions():
        return
    scale, parts = _definitions()[defined]
    scales[scale] = scales.get(scale, 0) + power
    for part, times in parts:
        _gather(part, power * times, scales)


@cache
def _definitions() -> Mapping[str, tuple[float, tuple[tuple[str, int], ...]]]:
    """Return each unit that is made of others: how many of them, and their powers; InputError for an unread line."""
    found = {}
    for number, line in enumerate(read("seeds", "units.txt").splitlines(), 1):
        text = line.partition("#")[0].strip()
        if not text:
            continue
        match = _DEFINITION.fullmatch(text)
        if match is None:
            raise InputError(f"units.txt:{number}", "the unit cannot be read", "write it as `mile = 5280 * foot`")
        name, scale, *parts = match.groups()
        if parts[0]:
            found[name] = (
                float(scale or 1),
                tuple((part, power) for part, power in zip(parts, (1, -1), strict=True) if part),
            )
    return found


def dimension(name: str) -> Dimension:
    """Return what a unit measures."""
    return UNITS[name][1]


def convert(value: float, name: str, into: str) -> float:
    """Convert a number between two units of one dimension."""
    return value * factor(name, into)


def quantity(value: float, name: str) -> pint.Quantity[Any]:
    """Return a pint quantity of the project's registry."""
    made: pint.Quantity[Any] = registry().Quantity(value, unit(name))
    return made
