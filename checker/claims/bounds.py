"""Hold claims against `schemas/claim.schema.json` and `schemas/bounds.schema.json`.

The limits and the words for them stand in the schema only. jsonschema is imported when a claim is first held.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any, cast

from checker.frozen import dataclass
from checker.units import UNITS, convert, dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jsonschema import ValidationError

    from checker.claims.claim import Claim, Kind, Value
    from checker.source import Span

# The base unit in which the schema bounds a kind. A test holds this against the schema.
BASE: Mapping[Kind, str] = {
    "range": "km",
    "altitude": "km",
    "distance_from_place": "km",
    "capability_range": "km",
    "other_distance": "km",
    "flight_time": "s",
    "speed": "m/s",
}
PATH_LENGTH = "path length"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Violation:
    """A value outside the bounds of its kind.

    `bound` is the bound in words, as in "an apogee of at most 100,000 km". `limit` and `value` are in `unit`,
    the base unit of the kind; a bound that is no number is its own limit. `conversion` is where the value
    stands if it is not the claim's own.
    """

    bound: str
    limit: float | str
    unit: str | None
    value: float | str
    conversion: Span | None = None


def violations(claim: Claim) -> tuple[Violation, ...]:
    """Return the first value of a claim outside the bounds of its kind, its own before its conversions.

    A unit that cannot measure the kind is not this function's affair: such a value has no bounds. Nor has the length of
    a path, which may go round and round.
    """
    if claim.basis == PATH_LENGTH:
        return ()
    for value, unit, span in _stated(claim):
        for error in _errors(claim.kind, value):
            return (_violation(error, claim.kind, value, unit, span),)
    return ()


def shape_errors(claim: Mapping[str, object]) -> tuple[str, ...]:
    """Return what a claim, as a report gives it, has other than the schema says; empty where nothing."""
    from checker.schemata import validator

    return tuple(
        f"{error.json_path}: {error.message}" for error in validator("claim").iter_errors(cast("dict[str, Any]", claim))
    )


def _stated(claim: Claim) -> Iterator[tuple[float | str, str | None, Span | None]]:
    """Yield every single value of a claim in its base unit."""
    yield from ((value, unit, None) for value, unit in _normal(claim.kind, claim.value, claim.unit))
    for conversion in claim.conversions:
        yield from ((v, unit, conversion.span) for v, unit in _normal(claim.kind, conversion.value, conversion.unit))


def _normal(kind: Kind, value: Value, unit: str | None) -> Iterator[tuple[float | str, str | None]]:
    if isinstance(value, bool):
        return
    base = BASE.get(kind)
    for end in value if isinstance(value, tuple) else (value,):
        if base is None:
            yield end, None
        elif unit in UNITS and dimension(unit) == dimension(base) and not isinstance(end, str):
            yield _finite(convert(_finite(end), unit, base)), base


def _finite(value: float) -> float:
    """Bring a number of over 308 digits within what a float holds; it is out of bounds all the same."""
    most = sys.float_info.max
    return float(min(max(value, -most), most))


def _errors(kind: Kind, value: float | str) -> Iterator[ValidationError]:
    from checker.schemata import schema, validator

    if kind not in schema("bounds")["$defs"]:
        return iter(())
    if kind == "date":
        if not _DATE.fullmatch(str(value)):
            return iter(())
        value = int(str(value).replace("-", ""))
    return validator("bounds", f"/$defs/{kind}").iter_errors(value)


def _violation(
    error: ValidationError, kind: Kind, value: float | str, unit: str | None, span: Span | None
) -> Violation:
    broken: Any = error.schema  # the part of the schema that was broken, a mapping with its description
    bound: str = broken["description"]
    limit: float | str = broken.get("minimum", broken.get("maximum", bound))
    if kind == "date":
        text = str(limit)
        limit = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return Violation(bound, limit, unit, value, span)
