"""What a map of one flight shows: directions that end at sea, landings, the site; and the plane it is drawn on."""

from __future__ import annotations

from math import atan2, cos, hypot, radians, sin
from typing import TYPE_CHECKING

from checker.earth import told
from checker.earth.geodesy import along
from checker.earth.judging import Reach, reaches
from checker.frozen import dataclass

if TYPE_CHECKING:
    from checker.claims import Claim
    from checker.earth.geodesy import Point
    from checker.events import Account

EARTH = 6371.0


@dataclass(frozen=True, slots=True)
class Picture:
    """One flight as a map shows it; `zone` is what the text says of Japan's zone, if anything.

    `bands` are the directions, each from one to another, that end in the sea.
    """

    account: Account
    zone: Claim | None
    reach: Reach | None
    bands: tuple[tuple[float, float], ...]
    landings: tuple[told.Landing, ...]

    @property
    def centre(self) -> Point:
        """Where directions and distances are true: the site, else the place that the landing is told from."""
        return self.reach.site.point if self.reach else self.landings[0].fix.place

    def outlines(self) -> tuple[tuple[Point, ...], ...]:
        """Return the outline of each landing."""
        return tuple(_outline(each) for each in self.landings)


def picture(account: Account) -> Picture | None:
    """Return what a map can show of a launch, None where the text gives neither site and distance nor a landing."""
    found = [reach for reach in reaches(account) if reach.distance.closed]
    landings, zones = told.landings(account), told.zone_claims(account)
    if not found and not landings:
        return None
    zone = zones[0] if zones else None
    reach = found[0] if found else None
    return Picture(account, zone, reach, tuple(_bands(reach)) if reach else (), landings)


def _bands(reach: Reach) -> list[tuple[float, float]]:
    """Return where neighbouring directions end at sea, each run with half the way to the next directions."""
    rays = reach.fan.rays
    bands: list[tuple[float, float]] = []
    for before, ray, after in zip((rays[-1], *rays[:-1]), rays, (*rays[1:], rays[0]), strict=True):
        if not ray.at_sea:
            continue
        first = ray.direction - (ray.direction - before.direction) % 360 / 2
        last = ray.direction + (after.direction - ray.direction) % 360 / 2
        if bands and bands[-1][1] == first:
            bands[-1] = (bands[-1][0], last)
        else:
            bands.append((first, last))
    return bands


def _outline(landing: told.Landing) -> tuple[Point, ...]:
    fix = landing.fix
    steps = [fix.direction + fix.spread * step / 8 for step in range(-8, 9)]
    near = [along(fix.place, step, [fix.low])[0] for step in steps]
    far = [along(fix.place, step, [fix.high])[0] for step in reversed(steps)]
    return (*near, *far)


class Plane:
    """The azimuthal equidistant projection of a globe: distances and directions from the centre are true."""

    def __init__(self, centre: Point) -> None:
        """Take the centre."""
        self._lat, self._lon = radians(centre[0]), radians(centre[1])

    def __call__(self, point: Point) -> tuple[float, float]:
        """Return kilometres east and north of the centre."""
        lat, lon = radians(point[0]), radians(point[1]) - self._lon
        east = cos(lat) * sin(lon)
        north = cos(self._lat) * sin(lat) - sin(self._lat) * cos(lat) * cos(lon)
        up = sin(self._lat) * sin(lat) + cos(self._lat) * cos(lat) * cos(lon)
        flat = hypot(east, north)
        scale = EARTH * atan2(flat, up) / flat if flat else EARTH
        return east * scale, north * scale

    def at(self, direction: float, distance: float) -> tuple[float, float]:
        """Return the place in a direction from the centre."""
        return distance * sin(radians(direction)), distance * cos(radians(direction))
