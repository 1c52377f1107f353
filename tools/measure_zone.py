"""Measure the computed zone against another drawing of it, such as that of Marine Regions.

    python tools/measure_zone.py REFERENCE.geojson

The reference is a collection of features with `properties.mrgid`, as Marine Regions gives them (version 12): Japan
8487, the overlapping claims Kuril 48950 and Senkaku 48954, and the joint regime area 21796, which is left out of both.
Land is filled in both. Prints the overlap of areas (intersection by union), the greatest distance, and how far the
reference's limit, every 5 km, lies from ours. `claim without Takeshima` is computed here only: the reference gives
the islets a territorial sea (48955) and no zone beyond it, which Tokyo claims. Then come the estimates of neighbours
(China 8486, South Korea 8327, North Korea 8328, Russia 5690), within their boxes. Needs the extra `geo`.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate
from pathlib import Path
from typing import Any

import build_zones
import numpy as np
import shapely
from pyproj import Transformer

SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "zones"
PLANE = "+proj=laea +lat_0=32 +lon_0=140 +datum=WGS84 +units=km"  # of equal areas
NO_TAKESHIMA = "claim without Takeshima"
VARIANTS = {
    "undisputed": ([8487], [21796, 48950, 48954]),
    "claim": ([8487, 48950, 48954], [21796]),
    NO_TAKESHIMA: ([8487, 48950, 48954], [21796]),
}
NEIGHBOURS = {
    "CHN": ([8486], [8321, 48954]),
    "KOR": ([8327], [21796, 48955]),
    "PRK": ([8328], []),
    "RUS": ([5690], [48950]),
}
STEP = 5.0
SMALL = 2000.0


def plane(shape: Any) -> Any:
    """Return a shape in kilometres on a plane of equal areas."""
    dense = shapely.segmentize(shape, 0.02)
    points = shapely.get_coordinates(dense)
    x, y = Transformer.from_crs("EPSG:4326", PLANE, always_xy=True).transform(points[:, 0], points[:, 1])
    return shapely.make_valid(shapely.set_coordinates(dense, np.column_stack([x, y])))


def filled(shape: Any) -> Any:
    """Return a shape without its holes and its small parts."""
    parts = [shapely.Polygon(part.exterior) for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon"]
    return shapely.union_all([part for part in parts if part.area > SMALL])


def ours(variant: str) -> Any:
    """Return the zone of `zones.json`, or that without Takeshima, or an estimate."""
    if variant == NO_TAKESHIMA:
        margin = build_zones.Margin(build_zones.coast(), ("JPN", "SEN", "NTR"), ("JPN", "SEN", "NTR", "TAK"))
        return shapely.make_valid(shapely.union_all([shapely.Polygon(ring) for ring in build_zones.outline(margin)]))
    if variant in NEIGHBOURS:
        rings = json.loads((SEEDS / "estimates.json").read_text(encoding="utf-8"))[variant]["rings"]
    else:
        rings = json.loads((SEEDS / "zones.json").read_text(encoding="utf-8"))[variant]
    return shapely.make_valid(shapely.union_all([polygon(numbers) for numbers in rings]))


def polygon(numbers: list[int]) -> Any:
    """Return the polygon of a ring of steps."""
    lon, lat = (list(accumulate(numbers[axis::2])) for axis in (0, 1))
    return shapely.Polygon([(x / 1000, y / 1000) for x, y in zip(lon, lat, strict=True)])


def compare(name: str, here: Any, there: Any, away: Any, within: Any = None) -> None:
    """Print how far two zones agree; `away` is left out, and so is the limit of the reference outside of `within`."""
    limit = there.boundary
    lines = getattr(limit, "geoms", [limit])
    along = np.array([line.interpolate(i * STEP) for line in lines for i in range(int(line.length // STEP))])
    along = along[~shapely.contains(away.buffer(8), along)]
    if within is not None:
        along = along[shapely.contains(within.buffer(-30), along)]
    off = shapely.distance(along, here.boundary)
    overlap = here.intersection(there).area / here.union(there).area
    farthest = shapely.hausdorff_distance(*(shapely.segmentize(shape.boundary, STEP) for shape in (here, there)))
    print(f"{name}: areas overlap {overlap:.4f}, farthest {farthest:.1f} km; {len(off)} points are off")
    median, high = np.percentile(off, [50, 95])
    print(f"  by {median:.2f} km in the median, 95 % within {high:.2f} km, at the most {off.max():.1f} km")


def main(path: str) -> int:
    """Print the figures of all zones."""
    features = json.loads(Path(path).read_text(encoding="utf-8"))["features"]
    known = {
        one["properties"]["mrgid"]: shapely.make_valid(shapely.geometry.shape(one["geometry"])) for one in features
    }
    for variant, (parts, masked) in VARIANTS.items():
        away = shapely.union_all([plane(known[part].buffer(0.05)) for part in masked])
        there = filled(plane(shapely.union_all([known[part].buffer(0.003) for part in parts]).buffer(-0.003)))
        here, there = (filled(shape).difference(away) for shape in (plane(ours(variant)), there))
        compare(variant, here, there, away)
    rows = json.loads((SEEDS / "land.json").read_text(encoding="utf-8"))
    land = shapely.union_all([plane(shapely.make_valid(polygon(numbers))) for _, numbers in rows])
    for name, (parts, masked) in NEIGHBOURS.items():
        box = shapely.box(*build_zones.ESTIMATES[name][1])
        within = plane(box)
        away = shapely.union_all([plane(known[part].buffer(0.05)) for part in masked])
        # The reference leaves out the land, and its coasts are no limits.
        there = plane(shapely.union_all([known[part] for part in parts]).intersection(box))
        away = shapely.union_all([away, land])
        compare(name, plane(ours(name)).difference(away), there.difference(away), away.buffer(20), within)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
