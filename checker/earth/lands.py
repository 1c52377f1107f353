"""Lands that a missile may fly over, and whether a track leads over one.

A ground track is no geodesic: the Earth turns below the missile. Between the same two ends the difference is 29 km for
a flight of 2,700 km, 75 for one of 4,600 and 97 for a lofted one of an hour: 100 km are allowed to either side.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import cos, hypot, radians
from typing import TYPE_CHECKING

from checker.earth.extents import about
from checker.earth.geodesy import along, inverse
from checker.earth.shapes import KM_PER_DEGREE, Shape, land

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.earth.fixes import Fix
    from checker.earth.geodesy import Point

ASIDE = 100.0
_STEP = 30.0
_ENDS = 3
_TURNS = (-100.0, -50.0, 0.0, 50.0, 100.0)
# Islands that two states claim, counted as Japan's where a flight over Japan is to be possible.
_DISPUTED = ("TAK", "SEN", "NTR")


@dataclass(frozen=True, slots=True, eq=False)
class Land:
    """A land by its name and outline, or by points within `radius` kilometres of it."""

    name: str
    shape: Shape | None
    points: tuple[Point, ...]
    radius: float = 0.0

    def near(self, point: Point, within: float) -> bool:
        """Whether a point lies on the land, or within so many kilometres of it (at most 200)."""
        if self.shape is None:
            return any(about(point, each) <= self.radius + within for each in self.points)
        return self.shape.holds(point) or (within > 0 and self.shape.gap(point, within) < within)

    def away(self, point: Point) -> float:
        """Return about how far the nearest of the land is from a point."""
        return max(0.0, min(about(point, each) for each in self.points) - self.radius)


@cache
def country(code: str, name: str, *, disputed: bool = False) -> Land:
    """Return a country of the map, of Japan the islands that it disputes with others too if they are `disputed`."""
    labels = (code, *_DISPUTED) if disputed and code == "JPN" else (code,)
    rings = [ring for label in labels for ring in land().get(label, ())]
    return Land(name, Shape(rings), tuple(point for ring in rings for point in ring))


@cache
def island(point: Point, name: str) -> Land:
    """Return the island of Japan that a point lies on."""
    ring = next(ring for ring in land()["JPN"] if Shape([ring]).holds(point))
    return Land(name, Shape([ring]), ring)


def tracks(site: Point, fix: Fix) -> Iterator[tuple[Point, float, float]]:
    """Yield the direction and length of the ways from a site to the points of a landing."""
    for end in fix.points(_ENDS):
        length, direction = inverse(site, end)
        yield site, direction, length


def may_cross(ways: Iterable[tuple[Point, float, float]], over: Land, within: float = ASIDE) -> bool:
    """Whether some way leads over a land, or past it within so many kilometres."""
    return any(any(over.near(point, within) for point in _along(*way)) for way in ways)


def must_cross(ways: Sequence[tuple[Point, float, float]], over: Land, beside: float = 0.0) -> bool:
    """Whether every way leads over a land, or past it by `beside`, however the Earth's turning bends it."""
    return all(_crosses(_turned(_along(*way), aside), over, beside) for aside in _TURNS for way in ways)


def _crosses(points: Sequence[Point], over: Land, beside: float) -> bool:
    return any(over.near(point, beside) for point in points)


def _turned(points: Sequence[Point], aside: float) -> list[Point]:
    """Return the points of a way, each moved to its right by so many kilometres, on a plane."""
    if not aside:
        return list(points)
    moved = []
    for (y, x), (v, u) in pairwise(points):
        narrow = cos(radians(y))
        north, east = v - y, ((u - x + 180) % 360 - 180) * narrow
        part = aside / KM_PER_DEGREE / (hypot(north, east) or 1.0)
        moved.append((y - east * part, x + north * part / narrow))
    return moved


@lru_cache(maxsize=128)
def _along(site: Point, direction: float, length: float) -> list[Point]:
    number = max(2, round(length / _STEP))
    return along(site, direction, [length * step / number for step in range(number + 1)])
