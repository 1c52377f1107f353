"""Cut the land around Korea and Japan out of Natural Earth 1:10m, for `seeds/zones/land.json`.

    python tools/build_land.py countries-10m.json [--check]

The file is that of the npm package world-atlas 2.0.2 (TopoJSON; Natural Earth is in the public domain). With
`--check` nothing is written: exit status 1 where the file in `seeds/zones/` is not what would be written.
"""

from __future__ import annotations

import argparse
import json
import sys
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any, TypeAlias

Point: TypeAlias = tuple[float, float]
Ring: TypeAlias = list[Point]

LAND = Path(__file__).resolve().parent.parent / "seeds" / "zones" / "land.json"
BOX = (112.0, 10.0, 165.0, 62.0)
SCALE = 1000
TOLERANCE = 0.003
NAMES = {
    "Japan": "JPN",
    "South Korea": "KOR",
    "North Korea": "PRK",
    "Russia": "RUS",
    "China": "CHN",
    "Hong Kong": "CHN",
    "Macao": "CHN",
    "Taiwan": "TWN",
    "Philippines": "PHL",
    "N. Mariana Is.": "MNP",
    "Guam": "GUM",
    "Mongolia": "MNG",
    "Vietnam": "VNM",
}
# Islands that two states claim, cut out by boxes of west, south, east and north: Takeshima/Dokdo, the Senkaku/Diaoyu
# Islands, and the four that Japan calls its Northern Territories.
DISPUTED = {
    "TAK": [(131.8, 37.2, 131.92, 37.3)],
    "SEN": [(123.3, 25.6, 124.7, 26.1)],
    "NTR": [
        (145.35, 43.62, 146.62, 44.60),
        (146.80, 44.35, 149.05, 45.60),
        (146.45, 43.65, 147.00, 43.95),
        (145.85, 43.30, 146.45, 43.62),
    ],
}


def rings(topology: dict[str, Any]) -> list[tuple[str, Ring]]:
    """Return every outer ring of the countries, with the country's name; lakes and enclaves are left out."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[Ring] = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            arc.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        arcs.append(arc)
    found = []
    for country in topology["objects"]["countries"]["geometries"]:
        shapes = country.get("arcs", [])
        for polygon in shapes if country["type"] == "MultiPolygon" else [shapes]:
            ring: Ring = []
            for index in polygon[0] if polygon else ():
                part = arcs[index] if index >= 0 else arcs[~index][::-1]
                ring += part[1:] if ring else part
            found.append((country["properties"]["name"], ring))
    return found


def clipped(ring: Ring) -> Ring:
    """Return the part of a ring within the box, closed (Sutherland and Hodgman)."""
    for axis, edge, sign in ((0, BOX[0], 1), (0, BOX[2], -1), (1, BOX[1], 1), (1, BOX[3], -1)):
        kept: Ring = []
        for one, other in pairwise([*ring, *ring[:1]]):
            inside, next_inside = (one[axis] - edge) * sign >= 0, (other[axis] - edge) * sign >= 0
            if inside:
                kept.append(one)
            if inside != next_inside:
                part = (edge - one[axis]) / (other[axis] - one[axis])
                kept.append((one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])))
        ring = kept
    return ring


def simplified(line: Ring, tolerance: float) -> Ring:
    """Return a line without the points that lie within a tolerance, in degrees of latitude (Douglas and Peucker)."""
    if len(line) < 3:
        return line
    keep = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        far, at = max(((_off(line[i], line[first], line[last]), i) for i in range(first + 1, last)), default=(0.0, 0))
        if far > tolerance:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def _off(point: Point, one: Point, other: Point) -> float:
    """Return how far a point is from a piece of a line, in degrees of latitude."""
    narrow = cos(radians(point[1]))
    px, py = (point[0] - one[0]) * narrow, point[1] - one[1]
    dx, dy = (other[0] - one[0]) * narrow, other[1] - one[1]
    length = dx * dx + dy * dy
    part = min(1.0, max(0.0, (px * dx + py * dy) / length)) if length else 0.0
    return hypot(px - part * dx, py - part * dy)


def whole(ring: Ring, tolerance: float) -> Ring:
    """Simplify a closed ring from its two points farthest apart, so that no island is lost."""
    if len(ring) < 5:
        return ring
    start = ring[0]
    half = max(range(len(ring)), key=lambda i: hypot(ring[i][0] - start[0], ring[i][1] - start[1]))
    return simplified(ring[: half + 1], tolerance) + simplified([*ring[half:], start], tolerance)[1:-1]


def label(name: str, ring: Ring) -> str:
    """Return the code of a ring's country, or that of disputed islands; "?" for a country with no sea here."""
    lon, lat = ring[0]
    for code, boxes in DISPUTED.items():
        within = any(west < lon < east and south < lat < north for west, south, east, north in boxes)
        # The tip of Hokkaido lies in the boxes, too.
        if within and (code != "NTR" or name == "Russia" or lon > 145.9):
            return code
    return NAMES.get(name, "?")


def steps(ring: Ring) -> list[int]:
    """Return the first point and the steps from point to point, in thousandths of a degree, longitude first."""
    points = [(round(lon * SCALE), round(lat * SCALE)) for lon, lat in ring]
    points = [point for at, point in enumerate(points) if not at or point != points[at - 1]]
    moves = [points[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))]
    return [number for move in moves for number in move]


def build(topology: dict[str, Any]) -> str:
    """Return `land.json`: a list of rings, each its label and its `steps`."""
    rows: list[tuple[str, list[int]]] = []
    for name, ring in rings(topology):
        part = clipped(ring[:-1] if ring and ring[0] == ring[-1] else ring)
        if len(part) < 3:
            continue
        code = label(name, part)
        rows.append((code, steps(whole(part, TOLERANCE))))
    rows.sort(key=lambda row: (row[0], -len(row[1]), row[1]))
    return "[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n"


def main() -> int:
    """Write the file, or compare it with what stands there."""
    parser = argparse.ArgumentParser(description="Cut the land around Korea and Japan out of Natural Earth.")
    parser.add_argument("countries", type=Path, help="countries-10m.json of world-atlas 2.0.2")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    options = parser.parse_args()
    made = build(json.loads(options.countries.read_text(encoding="utf-8")))
    if not options.check:
        LAND.write_text(made, encoding="utf-8", newline="\n")
        return 0
    same = LAND.read_text(encoding="utf-8") == made
    print(f"{LAND.name}: {'as built' if same else 'not what would be built'}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
