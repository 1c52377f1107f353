"""A landing that is told from a place: "about 200 km west of Okushiri" is a piece of a ring round the island."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.earth.geodesy import along, distance
from checker.earth.waters import fits, margin
from checker.frozen import dataclass

if TYPE_CHECKING:
    from checker.earth.geodesy import Point

SAMPLES = 13


@dataclass(frozen=True, slots=True)
class Fix:
    """All points at `low` to `high` kilometres from a place, `spread` degrees to either side of a direction."""

    place: Point
    direction: float
    spread: float
    low: float
    high: float

    def points(self, samples: int = SAMPLES) -> tuple[Point, ...]:
        """Return points spread evenly over directions and distances."""
        return _points(self, samples)

    def share(self, variant: str, *, inside: bool, samples: int = SAMPLES) -> float:
        """Return which share of the points may be inside, or outside, of Japan's zone."""
        points = self.points(samples)
        return sum(fits(point, inside, variant) for point in points) / len(points)

    def margins(self, variant: str) -> tuple[float, float]:
        """Return how far inside the zone the points lie, the least and the most."""
        told = [margin(point, variant) for point in self.points()]
        return min(told), max(told)

    def from_site(self, site: Point, radius: float) -> tuple[float, float]:
        """Return the least and the greatest distance from a launch somewhere within a radius of a site."""
        ways = [distance(site, point) for point in self.points()]
        return max(0.0, min(ways) - radius), max(ways) + radius


@lru_cache(maxsize=32)
def _points(fix: Fix, samples: int) -> tuple[Point, ...]:
    steps = [step / (samples - 1) for step in range(samples)]
    lengths = [fix.low + (fix.high - fix.low) * step for step in steps]
    angles = [fix.direction - fix.spread + 2 * fix.spread * step for step in steps]
    return tuple(point for angle in angles for point in along(fix.place, angle, lengths))


def rounding(value: float) -> float:
    """Return how far off a distance at sea may be as it is told: ministries tell it in steps of 50 km."""
    return 25.0 if value % 50 == 0 else 12.5
