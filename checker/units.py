"""The units of a report and the one pint registry behind them, made from `seeds/units.txt` on first use.

pint costs a tenth of a second to import, so it is imported when the first factor is asked for. Sums in inner
loops use the factors read off the registry once; a test holds each of them against pint.
"""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from checker.data import read

if TYPE_CHECKING:
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
    return 1.0 if name == into else float(registry().convert(1, unit(name), unit(into)))


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
