"""Which sea a point lies in, and whether it is in Japan's zone.

The map reaches from 112 to 180 degrees east and from 10 to 60 degrees north; beyond it nothing is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.earth.geodesy import distance
from checker.earth.shapes import coast, estimates, ground, islets, seas, zones

if TYPE_CHECKING:
    from checker.earth.geodesy import Point

# The zone is computed: 95 % of its limit lies within 4 km of Marine Regions', all of it within 8 (docs/geography.md).
TOLERANCE = 8.0
# Zones of neighbours are estimates: 52 km off at the most, and their treaties and baselines are not known.
BAND = 100.0
# Territorial waters: 12 nautical miles, and what straight baselines and the coarseness of a coast may add.
TERRITORIAL = 12 * 1.852
BASELINES = 40.0
# Seas' limits are drawn by hand after the IHO's, and copy is no chart.
AT_SEA = 40.0
REACH = 200.0
# A sea that is a part of another one, or is called so.
WITHIN = {"philippine-sea": "pacific", "east-korea-bay": "sea-of-japan", "korea-bay": "yellow-sea"}


def mapped(point: Point) -> bool:
    """Whether a point lies where the map reaches."""
    return 10 < point[0] < 60 and 112 < point[1] % 360 < 180


def known(sea: str) -> str | None:
    """Return the sea of the map that a sea of the gazetteer is, None where it is not on the map."""
    sea = WITHIN.get(sea, sea)
    return sea if sea in seas() else None


def on_land(point: Point) -> bool:
    """Whether a point lies on land."""
    return ground().holds(point)


def in_sea(point: Point, sea: str, tolerance: float = 0.0) -> bool:
    """Whether a point lies in a sea of the map, or within a tolerance of it."""
    stretches = [shape for name, shape in seas().items() if sea in name.split("|")]
    return any(s.holds(point) or (tolerance and s.gap(point, tolerance) < tolerance) for s in stretches)


def sea_of(point: Point) -> str | None:
    """Return the sea that a point lies in, None on land and off the map; of either of two, the first."""
    if not mapped(point) or on_land(point):
        return None
    return next((name.split("|")[0] for name, shape in seas().items() if shape.holds(point)), None)


def margin(point: Point, variant: str = "claim") -> float:
    """Return how far inside a zone a point is, negative outside, up to 200 km either way.

    `variant` is one of Japan's zone, or the code of a neighbour.
    """
    shape = estimates()[variant].shape if variant in estimates() else zones()[variant]
    return shape.margin(point, REACH)


def fits(point: Point, inside: bool, variant: str = "claim") -> bool:  # noqa: FBT001
    """Whether a point may be inside, or outside, of a zone, by its tolerance."""
    estimate = estimates().get(variant)
    if estimate and not estimate.covers(point):
        return True
    tolerance = BAND if estimate else TOLERANCE
    away = (estimate.shape if estimate else zones()[variant]).margin(point, tolerance)
    return away > -tolerance if inside else away < tolerance


def territorial(point: Point, *, disputed: bool = False) -> bool:
    """Whether a point may lie in Japan's territorial waters, of disputed islands too where they are to count."""
    labels = ("JPN", "TAK", "SEN", "NTR") if disputed else ("JPN",)
    reach = TERRITORIAL + BASELINES
    near = coast(*labels)
    return (
        near.holds(point)
        or near.gap(point, reach) < reach
        or any(distance(point, islet) < reach for islet in islets(*labels))
    )
