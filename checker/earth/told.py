"""What a text tells of one flight that the map can judge: its site, distance, sea, zone and landing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from checker import data, gazetteer
from checker.earth.fixes import Fix, rounding
from checker.earth.waters import known
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims import Claim
    from checker.earth.geodesy import Point
    from checker.events import Account

_AREA = 60.0  # a site known no better than this is a province, and says little
_PLACE = 15.0
_REACH = 70
_LONGEST = 4
_STOP = re.compile(r"[,.;:()\n]")
_WINDING = {"cruise", "HGV", "SLV"}
_KOREA = {"PRK", "KOR"}
# Whose zones are known, Japan's as it claims it and the others by estimate.
OWNERS = ("JPN", "CHN", "KOR", "PRK", "RUS")
FARTHEST = 6000.0  # kilometres: beyond them the map ends everywhere


@dataclass(frozen=True, slots=True)
class Site:
    """Where a launch was told to be: somewhere within `radius` of `point`."""

    claim: Claim
    name: str
    point: Point
    radius: float


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance flown, in kilometres; the ends that its words leave open are nothing and half the Earth's girth."""

    claim: Claim
    low: float
    high: float
    closed: bool


@dataclass(frozen=True, slots=True)
class Landing:
    """A landing told from a place: the claim, the place's name, and all points that fit."""

    claim: Claim
    name: str
    fix: Fix


def site(account: Account) -> Site | None:
    """Return where the launch was, None where the text names no site that is known well, or several."""
    told = {claim.entity: claim for claim in reversed(account.of_kind("site"))}
    if len(told) != 1:
        return None
    ((entity, claim),) = told.items()
    place = next((one for one in gazetteer.sites() if one.id == entity), None)
    if place is None or place.position is None or not place.uncertainty_km or place.uncertainty_km > _AREA:
        return None
    return Site(claim, place.name, place.position, place.uncertainty_km)


def straight(account: Account) -> bool:
    """Whether the missile flies straight: no cruise missile, glider or satellite launcher."""
    return not any(claim.value in _WINDING for claim in account.of_kind("missile_class"))


def distances(account: Account) -> tuple[Distance, ...]:
    """Return the distances flown straight: none of a flight that winds, or may."""
    if not straight(account):
        return ()
    found = []
    for claim in account.of_kind("range"):
        if claim.interval is None or claim.basis:
            return ()
        km = claim.interval.to("km")
        closed = km.low is not None and km.high is not None
        found.append(Distance(claim, km.low or 0.0, 20_040.0 if km.high is None else km.high, closed))
    return tuple(found)


def zone_claims(account: Account, owners: Sequence[str] = OWNERS[:1]) -> tuple[Claim, ...]:
    """Return what is said of Japan's zone, or of those of some owners."""
    return tuple(claim for claim in account.of_kind("eez") if claim.entity in owners)


def sea(account: Account) -> tuple[Claim, str] | None:
    """Return the one sea of the map that missiles fell into, with the claim; None where there is none, or several."""
    found = {}
    for claim in reversed(account.of_kind("impact_area")):
        name = known(claim.entity) if claim.entity else _off_coast(account, claim)
        if name is None:
            return None
        found[name] = claim
    if len(found) != 1:
        return None
    ((name, claim),) = found.items()
    return claim, name


def _off_coast(account: Account, claim: Claim) -> str | None:
    """Return the sea of "waters off its east coast", told of a launch in Korea."""
    words = set(re.findall(r"[a-z']+", claim.text.replace("\u2019", "'").lower()))
    told = bearings()
    if account.event.country not in _KOREA or words & set(told["elsewhere"]["words"]):
        return None
    seas = [coast["sea"] for coast in told["coasts"].values() if words & set(coast["words"])]
    return seas[0] if len(seas) == 1 and "coast" in words else None


def landings(account: Account) -> tuple[Landing, ...]:
    """Return the landings that are told in a direction from a place."""
    found = (landing(account, claim) for claim in account.of_kind("distance_from_place"))
    return tuple(each for each in found if each is not None)


def landing(account: Account, claim: Claim) -> Landing | None:
    """Read "west of Okushiri" behind a distance; None where direction or place are not told, or the place is large."""
    if claim.interval is None or claim.interval.low is None or claim.interval.high is None:
        return None
    text = account.text[claim.span.end : claim.span.end + _REACH].replace("\u2019", "'")
    told = direction_words().match(text, len(text) - len(text.lstrip()))
    if told is None:
        return None
    place = _place(_STOP.split(text[told.end() :])[0])
    if place is None or place.position is None or not place.uncertainty_km or place.uncertainty_km > _PLACE:
        return None
    km = claim.interval.to("km")
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    off = max(rounding(float(value)) for value in values) if claim.unit == "km" else 25.0
    middles = (km.low or 0.0, km.high or 0.0)
    low = min(middles[0], sum(middles) / 2 - off)
    high = max(middles[1], sum(middles) / 2 + off)
    words = bearings()
    direction = towards(told)
    spread = words["spread"] if direction % 90 == 0 else words["spread_between"]
    return Landing(claim, place.name, Fix(place.position, direction, spread, max(0.0, low), high))


@cache
def bearings() -> dict[str, Any]:
    """Return the words by which copy tells a landing from a place."""
    import tomllib

    words: dict[str, Any] = tomllib.loads(data.read("seeds", "bearings.toml"))["en"]
    return words


@cache
def direction_words() -> re.Pattern[str]:
    """Return the pattern of "to the west of", with its point of the compass as `point`."""
    words = bearings()
    before, points, after = (
        "|".join(re.escape(word) for word in sorted(each, key=len, reverse=True))
        for each in (words["before"], words["points"], words["after"])
    )
    return re.compile(rf"(?:(?:{before})\s++)?(?P<point>{points})\s++(?:{after})\s++", re.IGNORECASE)


def towards(told: re.Match[str]) -> float:
    """Return the degrees from north of what `direction_words` matched."""
    return float(bearings()["points"][" ".join(told["point"].lower().split())])


def _place(text: str) -> gazetteer.Place | None:
    """Return the place that a text begins with, behind a word such as "the" or "Cape"."""
    names = gazetteer.names("places")
    words = text.split()
    leads = set(bearings()["leads"])
    for first in range(3):
        if first and " ".join(words[:first]).lower() not in leads:
            continue
        for last in range(min(len(words), first + _LONGEST), first, -1):
            entity = names.get(gazetteer.fold(" ".join(words[first:last])))
            if entity:
                return next(place for place in gazetteer.places() if place.id == entity)
    return None
