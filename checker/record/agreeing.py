"""Hold what a draft says of a launch against an entry of the record, detail by detail."""

from __future__ import annotations

import datetime
import math
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims import Claim
    from checker.events import Account
    from checker.figures import Interval
    from checker.gazetteer import Missile
    from checker.record.entries import Entry, Value

MOMENT = datetime.timedelta(minutes=15)
SALVO = datetime.timedelta(minutes=90)
DAY = datetime.timedelta(days=1)
HALF_HOUR = datetime.timedelta(minutes=30)
PYONGYANG = ("2015-08-15", "2018-05-05")
SLACK = 0.05
SAME = 0.01
BEYOND = 40  # km beyond what the two places cover
_KM_PER_DEGREE = 111.2
_TELLING = frozenset({"time", "missile_name", "site"})
MEASURED = frozenset({"range", "altitude", "flight_time"})
_RARE = "ICBM"
# Russian has one word for medium and intermediate range.
_ONE_WORD, _MIDDLE = "RUS", frozenset({"MRBM", "IRBM"})
_OPEN = 3  # a bound bears out figures up to so many times as much, where nothing else was published
_BY_RANGE = ("CRBM", "SRBM", "MRBM", "IRBM", "ICBM")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How many details agree and differ; `telling` where one agrees that tells launches of a time apart.

    `rare` where both are of a class that is seldom launched; `foreign` where the two cannot be one launch: a cruise
    missile and a ballistic one.
    """

    agreed: int
    against: int
    telling: bool
    foreign: bool
    crossed: bool
    rare: bool = False

    @property
    def likely(self) -> bool:
        """Whether the entry of the same day and country is the launch meant."""
        if self.foreign:
            return self.telling and self.agreed > self.against
        return self.crossed or self.against <= max(1, self.agreed + self.rare)


def held(account: Account, entry: Entry) -> Verdicts:
    """Hold every asserted claim of a launch against an entry."""
    kinds: dict[str, set[bool]] = {}
    for claim in account.claims:
        verdict = agrees(claim, entry) if claim.modality == "asserted" else None
        if verdict is not None:
            kinds.setdefault(claim.kind, set()).add(verdict)
    agreed = {kind for kind, verdicts in kinds.items() if True in verdicts}
    foreign = "missile_class" in kinds and "missile_class" not in agreed and _is_foreign(account, entry)
    crossed = exchanged(account, entry) is not None
    rare = "missile_class" in agreed and any(claim.value == _RARE for claim in account.of_kind("missile_class"))
    return Verdicts(len(agreed), len(kinds) - len(agreed), bool(agreed & _TELLING), foreign, crossed, rare)


def agrees(claim: Claim, entry: Entry, published: str | None = None) -> bool | None:
    """Whether a claim can be true by an entry, by any value that it has or had; None where it has none.

    A count and a zone that were revised are none for a draft that was published later.
    """
    if claim.kind in MEASURED:
        intervals = published_of(claim.kind, entry)
        if claim.interval is None or not intervals:
            return None
        return any(near(claim.interval, other) for other in intervals)
    if claim.kind == "time":
        return _time_agrees(claim, entry)
    if claim.kind == "missile_name":
        ids = {value.text for value in entry.of("missile", past=True)}
        return any(one_missile(claim.entity, other) for other in ids) if claim.entity and ids else None
    if claim.kind == "site":
        sites = [value.text for value in entry.of("site", past=True)]
        verdicts = [distance(claim.entity, site) for site in sites] if claim.entity else []
        known = [apart for apart in verdicts if apart is not None]
        return min(known) <= 0 or (None if min(known) <= BEYOND else False) if known else None
    if claim.kind == "missile_class":
        classes = {value.text for value in entry.of("class", past=True)}
        if entry.country == _ONE_WORD and claim.value in _MIDDLE and classes <= _MIDDLE:
            return None
        verdicts_ = [one_class(str(claim.value), other) for other in classes]
        return True if True in verdicts_ else None if None in verdicts_ or not verdicts_ else False
    if claim.kind == "count":
        counts = {int(value.text) for value in _at(entry, "count", published)}
        return claim.value in counts if counts and claim.qualifier == "exact" else None
    if claim.kind == "eez" and claim.entity == "JPN":
        zones = {value.text for value in _at(entry, "eez", published)}
        return ("inside" if claim.value else "outside") in zones if zones else None
    return None


def pinpointed(claim: Claim, entry: Entry) -> bool:
    """Whether a figure, other than by a bound, or a clock time, on whatever day, is that of an entry."""
    if claim.kind in MEASURED and claim.interval is not None:
        intervals = [value.interval for value in entry.of(claim.kind, past=True)]
        return any(near(claim.interval, other) for other in intervals if None not in {other.low, other.high})
    return claim.kind == "time" and any(
        (said - instant + MOMENT) % DAY <= 2 * MOMENT for said in times_of(claim) for instant in entry.instants
    )


def speakers_of(claim: Claim, entry: Entry) -> frozenset[str]:
    """Return whose value, by an entry, a figure or a side of Japan's zone is, and not only one near it."""
    if claim.kind in MEASURED and claim.interval is not None:
        mine = claim.interval
        same = [v for v in entry.of(claim.kind, past=True) if v.interval.gap(mine) <= SAME * (v.interval.low or 0)]
    elif claim.kind == "eez" and claim.entity == "JPN":
        same = [v for v in entry.of("eez") if v.text == ("inside" if claim.value else "outside")]
    else:
        same = []
    return frozenset(value.speaker for value in same if value.speaker)


def _at(entry: Entry, field: str, published: str | None) -> list[Value]:
    """Return the values that stood on a day or stand now."""
    return [v for v in entry.of(field, past=True) if not v.until or published is None or published[:10] <= v.until]


def published_of(field: str, entry: Entry) -> list[Interval]:
    """Return what was published of a measured field; "at least 500 km" bears out 700 km, and not 5,000 km."""
    intervals = [value.interval for value in entry.of(field, past=True)]
    tops = [interval.high for interval in intervals if interval.high is not None]
    return [
        replace(each, high=max([*tops, *([] if tops else [_OPEN * each.low]), each.low]))
        if each.high is None and each.low is not None
        else each
        for each in intervals
    ]


def near(mine: Interval, other: Interval) -> bool:
    """Whether two intervals meet, or are apart by less than a twentieth of the record's nearer end."""
    gap = other.gap(mine)
    ends = [end for end in (other.low, other.high) if end]
    return gap <= SLACK * min(ends, default=0)


def exchanged(account: Account, entry: Entry) -> tuple[Claim, Claim] | None:
    """Return the distance and the altitude of a launch where the entry has them the other way round."""
    ranges, altitudes = account.of_kind("range"), account.of_kind("altitude")
    far, high = published_of("range", entry), published_of("altitude", entry)
    for one in ranges:
        for two in altitudes:
            if one.interval is None or two.interval is None:
                continue
            crossed = any(near(one.interval, each) for each in high) and any(near(two.interval, each) for each in far)
            straight = any(near(one.interval, each) for each in far) or any(near(two.interval, each) for each in high)
            if crossed and not straight:
                return one, two
    return None


def times_of(claim: Claim) -> Iterator[datetime.datetime]:
    """Yield the instants that a clock time and its conversions stand for."""
    for resolved in (claim.resolved, *(each.resolved for each in claim.conversions)):
        if resolved:
            yield datetime.datetime.fromisoformat(resolved)


def _time_agrees(claim: Claim, entry: Entry) -> bool | None:
    instants = entry.instants
    said = list(times_of(claim))
    if not said or not instants or claim.basis == "landing":
        return None
    last = max(instants) + (SALVO if entry.texts("count") != {"1"} else MOMENT)
    # From 2015 to 2018 a local time may be Pyongyang's own, half an hour behind Seoul's.
    late = [each + HALF_HOUR for each in said if claim.unit == "local" and PYONGYANG[0] <= entry.date < PYONGYANG[1]]
    return any(min(instants) - MOMENT <= each <= last for each in (*said, *late))


def one_missile(mine: str | None, other: str) -> bool:
    """Whether two ids are one missile, a missile and its family, or variants of one."""
    if mine is None or mine == other:
        return True
    from checker import gazetteer

    by_id = {missile.id: missile for missile in gazetteer.missiles()}
    one, two = by_id.get(mine), by_id.get(other)
    if one is None or two is None:
        return False
    short, long = sorted((mine, other), key=len)
    if long.startswith(short) and not long[len(short)].isdigit():
        return True
    return any(_names_family(family, member) for family, member in ((one, two), (two, one)))


def _names_family(family: Missile, member: Missile) -> bool:
    """Whether a missile is called by a family's name: the Hwasong-6 is the Scud-C."""
    from checker.gazetteer import fold

    if family.family != family.name:
        return False
    return member.family == family.name or any(
        fold(name)[: len(fold(family.name))] == fold(family.name) for name in (member.name, *member.aliases)
    )


def one_class(mine: str, other: str) -> bool | None:
    """Whether two class words can be one missile's; None where they do not exclude each other."""
    if mine == other:
        return True
    if "cruise" in {mine, other}:
        return False
    if mine in _BY_RANGE and other in _BY_RANGE:
        # What one authority calls short-range is close-range to the next.
        return None if {mine, other} == {"CRBM", "SRBM"} else False
    return None


def _is_foreign(account: Account, entry: Entry) -> bool:
    mine = {claim.value for claim in account.of_kind("missile_class")}
    return "cruise" in mine or "cruise" in entry.texts("class")


def distance(mine: str | None, other: str) -> float | None:
    """Return how far apart two sites lie beyond what they cover, in km; None where a place is not known."""
    if mine == other:
        return -1.0
    from checker import gazetteer

    places = {site.id: site for site in gazetteer.sites() if site.id in {mine, other}}
    if len(places) < 2 or not all(place.position for place in places.values()):
        return None
    (lat, lon), (lat2, lon2) = (place.position or (0.0, 0.0) for place in places.values())
    apart = _KM_PER_DEGREE * math.hypot(lat - lat2, (lon - lon2) * math.cos(math.radians(lat)))
    return apart - sum(place.uncertainty_km or 0 for place in places.values())
