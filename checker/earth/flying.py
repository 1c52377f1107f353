"""Verdicts on what a missile is said to have flown over, from its site, distances and landings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.earth import told
from checker.earth.geodesy import along, inverse
from checker.earth.lands import ASIDE, Land, country, may_cross, must_cross, tracks
from checker.earth.passages import listed
from checker.earth.waters import AT_SEA, in_sea, mapped

if TYPE_CHECKING:
    from checker.claims import Claim
    from checker.events import Account

_TURN = 6
_STEPS = 4
_STRAIT = 25.0


class Against(NamedTuple):
    """What keeps a flight from a land: the site, and the distances, the landings or the sea that were told."""

    site: told.Site
    why: str
    claims: tuple[Claim, ...]
    away: float


def impossible(account: Account, over: Land) -> Against | None:
    """Return what keeps an account's missile from having flown over a land; None where it may have."""
    site = told.site(account)
    if site is None or not told.straight(account):
        return None
    away = over.away(site.point)
    flown = told.distances(account)
    if flown and all(each.high + site.radius + ASIDE < away for each in flown):
        return Against(site, "distance", tuple(each.claim for each in flown), away - site.radius)
    found = told.landings(account)
    if found and len(found) == len(account.of_kind("distance_from_place")):
        if not any(may_cross(tracks(site.point, each.fix), over, ASIDE + site.radius) for each in found):
            return Against(site, "landing", tuple(each.claim for each in found), away)
        return None
    sea = told.sea(account)
    if sea and flown and not any(_reaches(site, each, over, sea[1]) for each in flown):
        return Against(site, "sea", (*(each.claim for each in flown), sea[0]), away)
    return None


def _reaches(site: told.Site, flown: told.Distance, over: Land, sea: str) -> bool:
    """Whether some way past a land ends in or near a sea, by the distance flown."""
    far = flown.high + site.radius
    if far > told.FARTHEST:
        return True
    directions = {round(inverse(site.point, point)[1] / _TURN) for point in over.points[::_STEPS]}
    directions = {each + turn for each in directions for turn in (-1, 0, 1)}
    low = max(0.0, flown.low - site.radius)
    lengths = [low + (far - low) * step / _STEPS for step in range(_STEPS + 1)]
    for direction in directions:
        way = (site.point, float(direction * _TURN % 360), far)
        ends = along(*way[:2], lengths)
        if not all(map(mapped, ends)):
            return True
        if any(in_sea(end, sea, AT_SEA) for end in ends) and may_cross([way], over, ASIDE + site.radius):
            return True
    return False


def forced(account: Account, over: Land, *, strictly: bool) -> told.Landing | None:
    """Return the landing to which every way leads over a land; `strictly` where a strait does not count for land."""
    site = told.site(account)
    found = told.landings(account)
    if site is None or len(found) != 1 or not told.straight(account):
        return None
    if len(account.of_kind("distance_from_place")) != 1:
        return None
    ways = list(tracks(site.point, found[0].fix))
    return found[0] if must_cross(ways, over, 0.0 if strictly else _STRAIT) else None


def unsaid(account: Account) -> bool:
    """Whether a text has no word of a flight over Japan."""
    return not _has(account, "mentioned")


def withdrawn(account: Account) -> bool:
    """Whether a text takes something back: it may be the flight over Japan that a ministry had announced."""
    return _has(account, "withdrawn")


def _has(account: Account, words: str) -> bool:
    text = " ".join(account.text.replace("\u2019", "'").casefold().split())
    return any(stem in text for stem in listed("over")[words])


def japan() -> Land:
    """Return Japan without the islands that it disputes with its neighbours."""
    return country("JPN", "Japan")
