"""Which sea a point lies in, and whether it is in Japan's zone.

The map reaches from 112 to 180 degrees east and from 10 to 60 degrees north; beyond it nothing is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.earth.shapes import ground, seas, zones

if TYPE_CHECKING:
    from checker.earth.geodesy import Point

# The zone is computed: 95 % of its limit lies within 4 km of Marine Regions', all of it within 8 (docs/geography.md).
TOLERANCE = 8.0
# Seas' limits are drawn by hand after the IHO's, and copy is no chart.
AT_SEA = 40.0
REACH = 120.0
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
    """Return how far inside Japan's zone a point is, negative outside, up to 120 km either way."""
    return zones()[variant].margin(point, REACH)


def fits(point: Point, inside: bool, variant: str = "claim") -> bool:  # noqa: FBT001
    """Whether a point may be inside, or outside, of the zone, by its tolerance."""
    away = zones()[variant].margin(point, TOLERANCE)
    return away > -TOLERANCE if inside else away < TOLERANCE
