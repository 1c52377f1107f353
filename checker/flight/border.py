"""Arcs in pint quantities, for users of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.flight.solving import arc_of
from checker.units import quantity, unit

if TYPE_CHECKING:
    import pint

    from checker.flight.arcs import Arc

# The units of the room, by the names of a report.
BASE = {"distance": "km", "apogee": "km", "time": "s", "speed": "km/s"}


def arc_from(*, high: bool = False, **given: pint.Quantity[Any]) -> Arc:
    """Return the arc that two quantities determine, of distance, apogee, time and speed (`arc_of`).

    ValueError where there is none, KeyError for another name, pint's error for a quantity of the wrong kind.
    """
    return arc_of(**{name: float(value.to(unit(BASE[name])).magnitude) for name, value in given.items()}, high=high)


def quantities(arc: Arc) -> dict[str, pint.Quantity[Any]]:
    """Return an arc's distance, apogee, time and speed as quantities of the project's registry."""
    return {name: quantity(getattr(arc, name), base) for name, base in BASE.items()}
