"""Rings of points on the map: whether one holds a point, and how far its line is away.

Longitudes run on from 0 to 360 inside, so that no ring here is cut by the antimeridian. Questions go to bands of half
a degree of latitude, so that a long ring answers as fast as a short one.
"""

from __future__ import annotations

import csv
import json
from functools import cache
from itertools import accumulate
from math import cos, floor, hypot, radians
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from checker import data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.earth.geodesy import Point

Ring: TypeAlias = "tuple[Point, ...]"
_Edge: TypeAlias = tuple[float, float, float, float]

_BANDS = 2
_SCALE = 1000
KM_PER_DEGREE = 111.2


class Shape:
    """An area within rings; a ring within another cuts a hole."""

    def __init__(self, rings: Iterable[Ring]) -> None:
        """Sort the edges of the rings by bands of latitude."""
        self.rings = tuple(rings)
        self._bands: dict[int, list[_Edge]] = {}
        for ring in self.rings:
            y, x = ring[-1]
            for v, u in ring:
                low, high = (y, v) if y < v else (v, y)
                edge = (y, x, v, u)
                for band in range(floor(low * _BANDS), floor(high * _BANDS) + 1):
                    self._bands.setdefault(band, []).append(edge)
                y, x = v, u

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside: the number of edges east of it is odd."""
        lat, lon = point[0], point[1] % 360
        inside = False
        for y, x, v, u in self._bands.get(floor(lat * _BANDS), ()):
            if (y > lat) != (v > lat) and lon < x + (lat - y) / (v - y) * (u - x):
                inside = not inside
        return inside

    def gap(self, point: Point, reach: float) -> float:
        """Return the distance to the nearest line of the shape, or `reach` (at most 200) where it is farther away.

        Reckoned on a plane at the point: within 0.5 % up to 200 km.
        """
        lat, lon = point[0], point[1] % 360
        narrow = cos(radians(lat)) * KM_PER_DEGREE
        nearest = reach
        wide = reach / KM_PER_DEGREE
        for band in range(floor((lat - wide) * _BANDS), floor((lat + wide) * _BANDS) + 1):
            for y, x, v, u in self._bands.get(band, ()):
                px, py = (x - lon) * narrow, (y - lat) * KM_PER_DEGREE
                dx, dy = (u - x) * narrow, (v - y) * KM_PER_DEGREE
                length = dx * dx + dy * dy
                part = -(px * dx + py * dy) / length if length else 0.0
                part = 0.0 if part < 0 else min(part, 1.0)
                away = hypot(px + part * dx, py + part * dy)
                nearest = min(nearest, away)
        return nearest

    def margin(self, point: Point, reach: float) -> float:
        """Return how far inside a point is, negative outside, no farther than `reach` either way."""
        gap = self.gap(point, reach)
        return gap if self.holds(point) else -gap


def ring(steps: Sequence[int]) -> Ring:
    """Return the points of a ring that a file gives as steps, in thousandths of a degree, longitude first."""
    east, north = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple((y / _SCALE, x / _SCALE) for x, y in zip(east, north, strict=True))


@cache
def zones() -> Mapping[str, Shape]:
    """Return Japan's exclusive economic zone, territorial sea and land in it, as `claim` and as `undisputed`."""
    rows = json.loads(data.read("seeds", "zones/zones.json"))
    return {name: Shape(ring(steps) for steps in rings) for name, rings in rows.items()}


class Estimate(NamedTuple):
    """A neighbour's zone; beyond the box of degrees west, south, east and north that cuts it nothing is known."""

    box: tuple[float, float, float, float] | None
    shape: Shape

    def covers(self, point: Point) -> bool:
        """Whether the estimate has an answer for a point."""
        if self.box is None:
            return True
        west, south, east, north = self.box
        return west < point[1] % 360 < east and south < point[0] < north


@cache
def estimates() -> Mapping[str, Estimate]:
    """Return the estimated exclusive economic zones of Japan's neighbours, by their codes."""
    rows = json.loads(data.read("seeds", "zones/estimates.json"))
    return {
        code: Estimate(row["box"] and tuple(row["box"]), Shape(ring(steps) for steps in row["rings"]))
        for code, row in rows.items()
    }


@cache
def coast(*labels: str) -> Shape:
    """Return the land of some labels of `land.json`, to 0.3 km; islets that it leaves out are no part of it."""
    rows = json.loads(data.read("seeds", "zones/land.json"))
    return Shape(ring(steps) for label, steps in rows if label in labels)


@cache
def islets(*labels: str) -> tuple[Point, ...]:
    """Return the islets of some labels that Natural Earth leaves out."""
    rows = csv.DictReader(data.read("seeds", "zones/islets.csv").splitlines())
    return tuple((float(row["lat"]), float(row["lon"])) for row in rows if row["label"] in labels)


@cache
def seas() -> Mapping[str, Shape]:
    """Return the seas by the ids of `seas.csv`; a name with "|" is a stretch that belongs to either."""
    rows = json.loads(data.read("seeds", "zones/seas.json"))
    return {name: Shape([tuple((lat, lon) for lon, lat in points)]) for name, points in rows}


@cache
def land() -> Mapping[str, tuple[Ring, ...]]:
    """Return the rings of the land by country, coarse to 2 km, without what is smaller than 8 km."""
    found: dict[str, list[Ring]] = {}
    for label, steps in json.loads(data.read("seeds", "zones/shore.json")):
        found.setdefault(label, []).append(ring(steps))
    return {label: tuple(rings) for label, rings in found.items()}


@cache
def ground() -> Shape:
    """Return all the land."""
    return Shape(each for rings in land().values() for each in rings)
