"""Compute exclusive economic zones from `seeds/zones/`: land.json and islets.csv give zones.json and estimates.json.

    python tools/build_zones.py [--check]

A point is in the zone if it is within 200 nautical miles of Japan's coast and nearer to it than to any other's: Japan's
law (Act 74 of 1996, article 1) takes the median line where no boundary was agreed, and none was. `claim` counts
Takeshima, the Senkaku Islands and the Northern Territories as Japanese, `undisputed` does not (Takeshima then counts
for nobody). Distances are chords in WGS 84, turned into arcs: within 1 m of the geodesic at 370 km. Needs numpy, the
extra `geo`. estimates.json has the zones of neighbours by the same rule, without their baselines and treaties: good to
100 km. shore.json is the land in fewer points, for what is asked while a draft is checked. With `--check` nothing is
written: exit status 1 where a file is not what would be written.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from build_land import SCALE, steps, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Points: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.float64]]"
Row: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.float64]]"
Edge: TypeAlias = tuple[int, int, int]
Box: TypeAlias = tuple[float, float, float, float]

SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "zones"
A, F = 6378.137, 1 / 298.257223563
RADIUS = 6367.0  # of the sphere whose chords give arcs within 1 m of the geodesic here
NAUTICAL = 1.852
BOX = (121.5, 15.5, 160.0, 48.5)
CELL = 0.05
COARSE = 32
DENSE = 4.0  # km between points of a coast
KM_PER_DEGREE = 111.7
TOLERANCE = 0.002
COARSE_SHORE = 0.02
SMALLEST = 0.08
NEAR = 1100.0
OURS = ("JPN", "TAK", "SEN", "NTR")
# Of each neighbour its coasts, and a box: beyond it a zone that is cut there goes on, by coasts that are not asked.
ESTIMATES = {
    "CHN": (("CHN",), (117.0, 30.0, 130.0, 42.0)),
    "KOR": (("KOR",), (119.0, 29.0, 137.0, 41.0)),
    "PRK": (("PRK",), (119.0, 36.0, 137.0, 44.0)),
    "RUS": (("RUS", "NTR"), (128.0, 40.0, 160.0, 52.0)),
}
CUT = ("CHN", "RUS")
ROUGH = 0.02
VARIANTS = {"claim": (OURS, OURS), "undisputed": (("JPN",), ("JPN", "TAK"))}


def coast() -> dict[str, Points]:
    """Return the points of the coast of each label, longitude and latitude."""
    found: dict[str, list[tuple[float, float]]] = {}
    for label, numbers in json.loads((SEEDS / "land.json").read_text(encoding="utf-8")):
        ring = np.cumsum(np.array(numbers, dtype=float).reshape(-1, 2), axis=0) / SCALE
        found.setdefault(label, []).extend(_dense([(float(x), float(y)) for x, y in ring]))
    with (SEEDS / "islets.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["label"], []).append((float(row["lon"]), float(row["lat"])))
    return {label: np.array(points) for label, points in found.items()}


def _dense(ring: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    for (x, y), (u, v) in pairwise([*ring, ring[0]]):
        length = hypot((u - x) * cos(radians((y + v) / 2)), v - y) * KM_PER_DEGREE
        steps = max(1, round(length / DENSE))
        yield from ((x + (u - x) * step / steps, y + (v - y) * step / steps) for step in range(steps))


def _space(points: Points) -> Points:
    """Return positions in space, in kilometres."""
    lon, lat = np.radians(points[:, 0]), np.radians(points[:, 1])
    square = F * (2 - F)
    normal = A / np.sqrt(1 - square * np.sin(lat) ** 2)
    axes = (np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), (1 - square) * np.sin(lat))
    return np.column_stack([normal * axis for axis in axes])


class Margin:
    """How far inside the zone a point is, in kilometres; negative outside."""

    def __init__(self, points: dict[str, Points], own: tuple[str, ...], left_out: tuple[str, ...]) -> None:
        """Take the coasts that make the zone, and those that bound it: all but some."""
        self._own = _space(np.concatenate([points[label] for label in own]))
        self._other = _space(np.concatenate([there for label, there in points.items() if label not in left_out]))

    def __call__(self, at: Points) -> Row:
        """Return the margin of each point."""
        places = _space(at)
        mine, theirs = _nearest(places, self._own), _nearest(places, self._other)
        return np.minimum(200 * NAUTICAL - mine, (theirs - mine) / 2)


def _nearest(places: Points, coast: Points) -> Row:
    """Return the arc to the nearest point of a coast, tile by tile, so that far coasts are not looked at."""
    arcs = np.full(len(places), NEAR)
    tiles = np.floor(places / 200).astype(int)
    for tile in np.unique(tiles, axis=0):
        here = np.flatnonzero((tiles == tile).all(axis=1))
        middle = (tile + 0.5) * 200
        away = np.sqrt(((coast - middle) ** 2).sum(axis=1))
        close = coast[away <= min(away.min() + 2 * 174, NEAR + 174)]
        if not len(close):
            continue
        for few in np.array_split(here, len(here) * len(close) // 4_000_000 + 1):
            chord = np.sqrt(((places[few, None, :] - close[None, :, :]) ** 2).sum(axis=2)).min(axis=1)
            arcs[few] = np.minimum(NEAR, 2 * RADIUS * np.arcsin(chord / (2 * RADIUS)))
    return arcs


def outline(margin: Callable[[Points], Row], box: Box = BOX) -> list[Points]:
    """Return the rings where the margin is nothing, largest first."""
    values = _near_limit(margin, box)
    ends: dict[Edge, list[Edge]] = {}
    for i, j in sorted(values):
        corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)]
        if any(corner not in values for corner in corners):
            continue
        signs = [values[corner] > 0 for corner in corners]
        edges = [(i, j, 0), (i + 1, j, 1), (i, j + 1, 0), (i, j, 1)]
        crossed = [edge for at, edge in enumerate(edges) if signs[at] != signs[(at + 1) % 4]]
        if len(crossed) == 4 and signs[0] != (sum(values[corner] for corner in corners) > 0):
            crossed = [*crossed[1:], crossed[0]]
        for one, other in zip(crossed[::2], crossed[1::2], strict=True):
            ends.setdefault(one, []).append(other)
            ends.setdefault(other, []).append(one)
    rings = [np.array([_crossing(edge, values, box) for edge in ring]) for ring in _chained(ends)]
    rings = [_settled(ring, margin) for ring in rings if len(ring) >= 4]
    return sorted(rings, key=lambda ring: -len(ring))


def _near_limit(margin: Callable[[Points], Row], box: Box) -> dict[tuple[int, int], float]:
    """Return the margin at the grid's nodes near the limit; it changes by 1 km over 1 km at the most."""
    wide, high = round((box[2] - box[0]) / CELL), round((box[3] - box[1]) / CELL)
    size = COARSE
    cells = [(i, j) for i in range(0, wide, size) for j in range(0, high, size)]
    while size > 1:
        middles = np.array([(box[0] + (i + size / 2) * CELL, box[1] + (j + size / 2) * CELL) for i, j in cells])
        reach = size * CELL * KM_PER_DEGREE * 0.75
        near = np.abs(margin(middles)) <= reach
        size //= 2
        cells = [
            (i + di, j + dj)
            for (i, j), is_near in zip(cells, near, strict=True)
            if is_near
            for di in (0, size)
            for dj in (0, size)
        ]
    nodes = sorted({(i + di, j + dj) for i, j in cells for di in (0, 1) for dj in (0, 1)})
    at = np.array([(box[0] + i * CELL, box[1] + j * CELL) for i, j in nodes])
    return dict(zip(nodes, map(float, margin(at)), strict=True))


def _crossing(edge: Edge, values: dict[tuple[int, int], float], box: Box) -> tuple[float, float]:
    i, j, upright = edge
    one, other = values[i, j], values[(i, j + 1) if upright else (i + 1, j)]
    part = one / (one - other)
    return box[0] + (i + (0 if upright else part)) * CELL, box[1] + (j + (part if upright else 0)) * CELL


def _chained(ends: dict[Edge, list[Edge]]) -> Iterator[list[Edge]]:
    seen: set[Edge] = set()
    for start in sorted(ends):
        ring, at = [], start
        while at not in seen:
            seen.add(at)
            ring.append(at)
            at = next((edge for edge in ends[at] if edge not in seen), at)
        if ring:
            yield ring


def _settled(ring: Points, margin: Callable[[Points], Row], step: float = 0.01) -> Points:
    """Move each point onto the limit by three of Newton's steps, none longer than a cell."""
    for _ in range(3):
        here = margin(ring)
        slope = [(margin(ring + shift) - here) / step for shift in (np.array([step, 0]), np.array([0, step]))]
        steep = slope[0] ** 2 + slope[1] ** 2
        move = np.column_stack([-here * each / np.where(steep > 0, steep, 1) for each in slope])
        fair = (steep > 0) & (np.hypot(move[:, 0], move[:, 1]) < CELL)
        ring = np.where(fair[:, None], ring + move, ring)
    return ring


def zones() -> str:
    """Return `zones.json`: for each variant its rings, in the form of land.json without a label."""
    points, variants = coast(), []
    for name, (own, left_out) in VARIANTS.items():
        lines = [
            whole([(float(x), float(y)) for x, y in ring], TOLERANCE) for ring in outline(Margin(points, own, left_out))
        ]
        rows = [json.dumps(steps(line), separators=(",", ":")) for line in lines]
        variants.append(f'"{name}": [\n' + ",\n".join(rows) + "\n]")
    return "{\n" + ",\n".join(variants) + "\n}\n"


class Cut:
    """The margin of a zone that is cut along the sides of a box."""

    def __init__(self, margin: Margin, box: Box) -> None:
        """Take the margin, and the box in degrees of west, south, east and north."""
        self._margin, self._box = margin, box

    def __call__(self, at: Points) -> Row:
        """Return the margin of each point; a degree of longitude counts for one of latitude at the sides of the box."""
        west, south, east, north = self._box
        sides = (at[:, 0] - west, at[:, 1] - south, east - at[:, 0], north - at[:, 1])
        return np.minimum(self._margin(at), np.minimum.reduce(sides) * KM_PER_DEGREE)


def estimates() -> str:
    """Return `estimates.json`: for each neighbour the box that cuts its zone, if one does, and its rings."""
    points, countries = coast(), []
    for name, (own, box) in ESTIMATES.items():
        margin = Cut(Margin(points, own, (*own, "TAK", "SEN")), box)
        around = (box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1)
        lines = [whole([(float(x), float(y)) for x, y in ring], ROUGH) for ring in outline(margin, around)]
        rows = [json.dumps(steps(line), separators=(",", ":")) for line in lines if len(line) > 3]
        countries.append(
            f'"{name}": {{"box": {json.dumps(box if name in CUT else None)}, "rings": [\n' + ",\n".join(rows) + "\n]}"
        )
    return "{\n" + ",\n".join(countries) + "\n}\n"


def shore() -> str:
    """Return `shore.json`: the land without islets and what is smaller than 2 km, in the form of land.json."""
    rows = []
    for label, numbers in json.loads((SEEDS / "land.json").read_text(encoding="utf-8")):
        ring = [(float(x), float(y)) for x, y in np.cumsum(np.array(numbers).reshape(-1, 2), axis=0) / SCALE]
        line = whole(ring, COARSE_SHORE)
        if len(line) > 3 and max(max(axis) - min(axis) for axis in zip(*line, strict=True)) >= SMALLEST:
            rows.append(json.dumps([label, steps(line)], separators=(",", ":")))
    return "[\n" + ",\n".join(rows) + "\n]\n"


def main() -> int:
    """Write the files, or compare them with what stands there."""
    parser = argparse.ArgumentParser(description="Compute exclusive economic zones.")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    options = parser.parse_args()
    same = True
    for name, made in (("shore.json", shore()), ("zones.json", zones()), ("estimates.json", estimates())):
        path = SEEDS / name
        if options.check:
            as_built = path.read_text(encoding="utf-8") == made
            print(f"{name}: {'as built' if as_built else 'not what would be built'}")
            same &= as_built
        else:
            path.write_text(made, encoding="utf-8", newline="\n")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
