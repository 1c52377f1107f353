"""Distances and directions on WGS 84, by Karney's geodesics: safe at the poles, the antimeridian and antipodes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Point: TypeAlias = tuple[float, float]

_METRES = 1000.0


@cache
def _ellipsoid() -> Any:
    from geographiclib.geodesic import Geodesic

    return Geodesic.WGS84


def inverse(one: Point, other: Point) -> tuple[float, float]:
    """Return the distance of two points, and the direction from the first to the second, 0 to 360 degrees."""
    found = _ellipsoid().Inverse(*one, *other)
    return found["s12"] / _METRES, found["azi1"] % 360


def distance(one: Point, other: Point) -> float:
    """Return the length of the shortest way between two points."""
    return inverse(one, other)[0]


def along(start: Point, direction: float, distances: Sequence[float]) -> list[Point]:
    """Return the points at some distances in one direction; longitudes from -180 to 180."""
    line = _ellipsoid().Line(*start, direction, _line_needs())
    found = (line.Position(length * _METRES, _point_needs()) for length in distances)
    return [(each["lat2"], each["lon2"]) for each in found]


@cache
def _line_needs() -> int:
    from geographiclib.geodesiccapability import GeodesicCapability as Needs

    return int(Needs.LATITUDE | Needs.LONGITUDE | Needs.DISTANCE_IN)


@cache
def _point_needs() -> int:
    from geographiclib.geodesiccapability import GeodesicCapability as Needs

    return int(Needs.LATITUDE | Needs.LONGITUDE)


def destination(start: Point, direction: float, length: float) -> Point:
    """Return the point at a distance in a direction."""
    return along(start, direction, [length])[0]
