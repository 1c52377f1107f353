"""How far apart two places may be that a text names: cities by their middles, countries by all of their land."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from math import asin, atan2, cos, degrees, radians, sin, sqrt
from typing import TYPE_CHECKING

from checker.earth.geodesy import distance, inverse
from checker.earth.shapes import land

if TYPE_CHECKING:
    from checker.earth.geodesy import Point

_EARTH = 6371.0
_ROADS = frozenset({"PRK", "KOR", "CHN", "RUS", "MNG"})
_MOST = 150  # points of a country's coast that are asked


@dataclass(frozen=True, slots=True)
class Extent:
    """A place by its points, within `radius` kilometres of one of them; `country` is its code."""

    name: str
    country: str
    points: tuple[Point, ...]
    radius: float

    @property
    def is_point(self) -> bool:
        """Whether the place is one point with a radius, and no country."""
        return len(self.points) == 1


@cache
def country(code: str, name: str) -> Extent:
    """Return all the land of a country that lies on the map, as some points of its coasts."""
    points = [point for ring in land()[code] for point in ring[:: max(1, len(ring) // _MOST)]]
    points = points[:: max(1, len(points) // _MOST)]
    return Extent(name, code, tuple(points), 30.0)


@lru_cache(maxsize=64)
def apart(one: Extent, other: Extent) -> tuple[float, float]:
    """Return the least and the greatest distance that two places may be said to lie apart, in kilometres."""
    if one.is_point and other.is_point:
        low = high = distance(one.points[0], other.points[0])
    else:
        ways = [about(here, there) for here in one.points for there in other.points]
        low, high = min(ways), max(ways)
    radius = one.radius + other.radius
    return max(0.0, low - radius), high + radius


def by_road(one: Extent, other: Extent) -> bool:
    """Whether one may be driven from one place to another: such a distance may be that of the road."""
    return one.country == other.country or {one.country, other.country} <= _ROADS


def towards(one: Extent, other: Extent) -> tuple[float, float] | None:
    """Return the direction from one place to another, degrees from north, and how far it may be off by their radii.

    None where they lie too close for their radii, or are countries.
    """
    if not (one.is_point and other.is_point):
        return None
    length, bearing = inverse(one.points[0], other.points[0])
    radius = one.radius + other.radius
    return (bearing, degrees(atan2(radius, length))) if length > 2 * radius else None


def about(here: Point, there: Point) -> float:
    """Return a distance on a sphere, within 0.6 % of the geodesic: enough for countries."""
    (y, x), (v, u) = here, there
    up, across = sin(radians(v - y) / 2), sin(radians(u - x) / 2)
    square = up * up + cos(radians(y)) * cos(radians(v)) * across * across
    return 2 * _EARTH * asin(sqrt(min(1.0, square)))
