"""Verdicts on what a text tells of one flight, from all that its words leave open; silence where it is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.earth import told
from checker.earth.fan import Fan, fan
from checker.earth.geodesy import along
from checker.earth.waters import AT_SEA, in_sea, mapped
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims import Claim
    from checker.events import Account

VARIANTS = ("claim", "undisputed")
_JAPAN = told.OWNERS[0]
FEW = 0.05
NARROW = 0.5
_FINE = 2


@dataclass(frozen=True, slots=True)
class Reach:
    """What a claim about the zone was held against: the site, a distance from it, the sea, and the fan."""

    site: told.Site
    distance: told.Distance
    sea: tuple[Claim, str] | None
    fan: Fan


def variants(claim: Claim) -> tuple[str, ...]:
    """Return the zones that a claim may be about: both of Japan's, or a neighbour's estimate."""
    return VARIANTS if claim.entity in {_JAPAN, None} else (str(claim.entity),)


def reaches(account: Account, variant: str = "claim") -> tuple[Reach, ...]:
    """Return the fan of each distance flown; none where the site or some distance is not told well enough."""
    site, flown = told.site(account), told.distances(account)
    if site is None or not flown or any(each.high > told.FARTHEST for each in flown):
        return ()
    sea = told.sea(account)
    name = sea[1] if sea else None
    fans = (fan(site.point, site.radius, each.low, each.high, name, variant=variant) for each in flown)
    return tuple(Reach(site, each, sea, found) for each, found in zip(flown, fans, strict=True))


def impossible(account: Account, claim: Claim, variant: str) -> tuple[Reach, ...]:
    """Return the fans, if none of them has an end point on the side that a claim gives; empty where one has, or may."""
    found = reaches(account, variant)
    inside = bool(claim.value)
    if not found or any(not reach.fan.whole or reach.fan.allows(inside=inside) for reach in found):
        return ()
    # A sea that no end point lies in, or not the landing, is another rule's.
    if any(reach.sea and not reach.fan.at_sea() for reach in found) or next(misplaced(account), None) is not None:
        return ()
    if not inside and any(not reach.fan.at_sea() for reach in found):
        return ()
    return () if any(_finely(reach, variant, inside=inside) for reach in found) else found


def _finely(reach: Reach, variant: str, *, inside: bool) -> bool:
    """Ask once more with every second direction, and the launch at the middle of its area, before it is an error."""
    from checker.earth.waters import fits, on_land

    radius = reach.site.radius
    lengths = [max(0.0, reach.distance.low - radius), reach.distance.high + radius]
    ends = (end for direction in range(0, 360, _FINE) for end in along(reach.site.point, direction, lengths))
    return any(fits(end, inside, variant) and not on_land(end) for end in ends if _in(end, reach))


def _in(end: tuple[float, float], reach: Reach) -> bool:
    return reach.sea is None or in_sea(end, reach.sea[1], AT_SEA)


def fixed(account: Account, claim: Claim) -> tuple[dict[str, float], told.Landing] | None:
    """Return which share of the likeliest landing is on the side that a claim gives, by variant; None without one."""
    inside = bool(claim.value)
    shares = [
        ({variant: each.fix.share(variant, inside=inside) for variant in variants(claim)}, each)
        for each in told.landings(account)
    ]
    return max(shares, key=lambda one: max(one[0].values()), default=None)


def misplaced(account: Account) -> Iterator[tuple[Claim, str, told.Landing]]:
    """Yield a sea that no told landing lies in or near, with the landing."""
    sea = told.sea(account)
    found = told.landings(account) if sea else ()
    if sea and found and all(map(mapped, (point for each in found for point in each.fix.points()))):
        points = (point for each in found for point in each.fix.points())
        if not any(in_sea(point, sea[1], AT_SEA) for point in points):
            yield sea[0], sea[1], found[0]


def unreached(account: Account) -> tuple[Reach, ...]:
    """Return the fans, if none of them ends in or near the sea that is told; empty where one does, or may."""
    found = reaches(account)
    if not found or any(reach.sea is None or not reach.fan.whole or reach.fan.at_sea() for reach in found):
        return ()
    for reach in found:
        radius = reach.site.radius
        lengths = [max(0.0, reach.distance.low - radius), reach.distance.low, reach.distance.high + radius]
        ends = (end for direction in range(0, 360, _FINE) for end in along(reach.site.point, direction, lengths))
        if any(_in(end, reach) for end in ends):
            return ()
    return found
