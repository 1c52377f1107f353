"""The fan of end points: all that lies at a printed distance from a launch site, in any direction.

A launch somewhere within a radius of a site, at `low` to `high` kilometres, ends at `low - radius` to `high + radius`
from the site's middle. Directions are looked at every 6 degrees, and by 1 degree where neighbours differ.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.earth.geodesy import along
from checker.earth.waters import fits as fits_zone
from checker.earth.waters import in_sea, mapped, on_land
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.earth.geodesy import Point

COARSE = 6
_ACROSS = 3
Runs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Ray:
    """One direction: whether its end may lie in the sea that is named, and there inside or outside of the zone."""

    direction: int
    at_sea: bool
    inside: bool
    outside: bool


@dataclass(frozen=True, slots=True)
class Fan:
    """What the directions from a site allow. `whole` is false where some ends lie off the map."""

    rays: tuple[Ray, ...]
    whole: bool

    def allows(self, *, inside: bool) -> bool:
        """Whether some end point may be inside, or outside, of the zone."""
        return any(ray.inside if inside else ray.outside for ray in self.rays)

    def at_sea(self) -> Runs:
        """Return the directions that end in the sea, as runs of whole degrees."""
        return self._runs([ray.direction for ray in self.rays if ray.at_sea])

    def towards(self, *, inside: bool) -> Runs:
        """Return the directions that end in the sea and may be inside, or outside, of the zone."""
        held = [ray.direction for ray in self.rays if ray.at_sea and (ray.inside if inside else ray.outside)]
        return self._runs(held)

    def _runs(self, held: list[int]) -> Runs:
        steps = [ray.direction for ray in self.rays]
        places = [steps.index(direction) for direction in held]
        runs: list[tuple[int, int]] = []
        for at in places:
            if runs and at and steps[at - 1] == runs[-1][1]:
                runs[-1] = (runs[-1][0], steps[at])
            else:
                runs.append((steps[at], steps[at]))
        if len(runs) > 1 and runs[0][0] == 0 and runs[-1][1] == steps[-1]:
            runs = [(runs[-1][0] - 360, runs[0][1]), *runs[1:-1]]
        return tuple(runs)


def width(runs: Runs) -> int:
    """Return over how many degrees runs reach."""
    return sum(last - first for first, last in runs)


@lru_cache(maxsize=32)
def fan(site: Point, radius: float, low: float, high: float, sea: str | None, *, variant: str = "claim") -> Fan:
    """Return what a distance from a site allows; `sea` is a sea of the map, None for any water."""
    seen: dict[int, Ray] = {}
    whole = True
    near, far = max(0.0, low - radius), high + radius
    lengths = [near + (far - near) * step / (_ACROSS - 1) for step in range(_ACROSS)]

    def look(direction: int) -> Ray:
        nonlocal whole
        if direction not in seen:
            ends = along(site, float(direction % 360), lengths)
            whole &= all(map(mapped, ends))
            seen[direction] = _ray(direction, ends, sea, variant)
        return seen[direction]

    for first in range(0, 360, COARSE):
        for one, other in _changed(look(first), look(first + COARSE)):
            for between in range(one + 1, other):
                look(between)
    seen.pop(360, None)
    return Fan(tuple(seen[direction] for direction in sorted(seen)), whole)


def _changed(one: Ray, other: Ray) -> Iterator[tuple[int, int]]:
    if (one.at_sea, one.inside, one.outside) != (other.at_sea, other.inside, other.outside):
        yield one.direction, other.direction


def _ray(direction: int, ends: list[Point], sea: str | None, variant: str) -> Ray:
    wet = [end for end in ends if not on_land(end) and (sea is None or in_sea(end, sea))]
    inside = any(fits_zone(end, True, variant) for end in wet)  # noqa: FBT003
    outside = any(fits_zone(end, False, variant) for end in wet)  # noqa: FBT003
    return Ray(direction, bool(wet), inside, outside)
