"""What one text tells of one flight, as intervals in km, s and km/s.

Claims of one launch that cannot be told apart (a salvo, two speakers) are all kept: a rule speaks only where no
way of putting them together fits.
"""

from __future__ import annotations

from functools import cache
from math import inf, prod
from typing import TYPE_CHECKING, NamedTuple

from checker.figures.interval import Interval
from checker.flight.sound import LEAST, MOST
from checker.units import convert

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.claims import Claim
    from checker.events import Account

# A bare figure is rounded at its last digit, but no more than this; "about" leaves what the claim's interval does.
ROUNDED = 0.025
# A flight time is told to the minute or nearer, though 70 minutes may stand for 71.
_TO_THE_MINUTE = 0.5
_TIMED = 0.0125
_TENS = 10
# "An hour" and "about half an hour" are looser than they look.
_HOURS = 0.12
_OTHER_BASES = {"path length", "burst"}
# "More than 1,000 km" says little of the top, but nobody says it of 2,000.
MORE_THAN = 1.5
# A text with more than a few figures of each kind tells of more launches than were told apart.
_WAYS = 60
_BASE = {"range": "km", "altitude": "km", "capability_range": "km", "flight_time": "s", "speed": "km/s"}
# What does not fly on an arc: it glides, has an engine all the way, or stays up.
UNBALLISTIC = frozenset({"cruise", "HGV", "SLV"})


class Reading(NamedTuple):
    """What a claim's figure allows, from `low` to `high`, in km, s or km/s; an open end is 0 or infinite."""

    claim: Claim
    low: float
    high: float

    @property
    def about(self) -> float:
        """One number for it: the middle, or the end that is given."""
        if self.high == inf:
            return self.low
        return self.high if self.low == 0 else (self.low + self.high) / 2

    @property
    def capped(self) -> Reading:
        """The same with an end to "more than"."""
        return self if self.high < inf else Reading(self.claim, self.low, self.low * MORE_THAN)

    @property
    def bounded(self) -> bool:
        """Whether both ends are given."""
        return self.low > 0 and self.high < inf

    @property
    def ordinary(self) -> float:
        """The apogee in km of the ordinary arc over a distance."""
        from checker.flight.ordinary import least_energy_apogee

        return least_energy_apogee(self.about)

    def times(self, factor: float) -> Reading:
        """Return the reading of the figure multiplied."""
        return Reading(self.claim, self.low * factor, self.high * factor)


def reading(claim: Claim) -> Reading | None:
    """Return what a claim's figure allows; with a conversion that is another quantity, what either of them does."""
    base = _BASE.get(claim.kind)
    if base is None or claim.interval is None or isinstance(claim.value, (str, bool)):
        return None
    low, high = _ends(_narrowed(claim, claim.interval), base)
    if claim.unit == "h":
        low, high = low * (1 - _HOURS), high * (1 + _HOURS)
    for conversion in claim.conversions:
        if conversion.interval is None:
            continue
        first, last = _ends(conversion.interval, base)
        if first > high * (1 + ROUNDED) or last < low * (1 - ROUNDED):
            low, high = min(low, first), max(high, last)
    return Reading(claim, low, high)


def _narrowed(claim: Claim, interval: Interval) -> Interval:
    """Return what a figure leaves open, for a bare one no more than the room has for rounding."""
    if claim.qualifier != "exact" or interval.low is None or interval.high is None or isinstance(claim.value, tuple):
        return interval
    middle = (interval.low + interval.high) / 2
    most = ROUNDED * middle
    if claim.kind == "flight_time":
        minute = convert(_TO_THE_MINUTE, "min", interval.unit)
        most = max(minute, _TIMED * middle)
        if claim.unit == "min" and claim.value == int(claim.value):
            most = minute if claim.value % _TENS else most
            return Interval(middle - most, middle + most, interval.unit)
    return Interval(max(interval.low, middle - most), min(interval.high, middle + most), interval.unit)


def _ends(interval: Interval, base: str) -> tuple[float, float]:
    slow, fast = (LEAST, MOST) if interval.unit == "mach" else (1.0, 1.0)
    told = interval if interval.unit == "mach" else interval.to(base)
    return (told.low or 0) * slow, inf if told.high is None else told.high * fast


def readings(account: Account, kind: str) -> tuple[Reading, ...]:
    """Return what an account asserts of a kind, each thing once.

    The length of a winding path is no distance flown, and the height where a warhead went off no apogee.
    """
    made: dict[object, Reading] = {}
    for claim in account.of_kind(kind):
        one = None if claim.basis in _OTHER_BASES else reading(claim)
        if one is not None:
            made.setdefault((one.low, one.high, claim.attributed_to), one)
    return tuple(made.values())


def is_told(*figures: Sequence[object]) -> bool:
    """Whether figures of several kinds can be put together in few enough ways to be those of one launch."""
    return prod(max(1, len(each)) for each in figures) <= _WAYS


def beside(account: Account, claim: Claim, others: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return which readings go with a claim: those of a speaker it shares, else all."""
    voices = set(account.voices(claim))
    same = tuple(other for other in others if voices & set(account.voices(other.claim)))
    return same or tuple(others)


def between(low: float, high: float, unit: str) -> str:
    """Return what a figure leaves open, for evidence: "975 to 1025 km"."""
    return f"{low:.6g} to {'open' if high == inf else f'{high:.6g}'} {unit}"


def classes(account: Account) -> frozenset[str]:
    """Return the classes that an account gives, and those of the missiles that it names, whatever is asserted."""
    told = {str(claim.value) for claim in account.claims if claim.kind == "missile_class"}
    named = {claim.entity for claim in account.claims if claim.kind == "missile_name" and claim.entity}
    if not named:
        return frozenset(told)
    known = missile_classes()
    return frozenset(told | {known[name] for name in named if name in known})


def is_ballistic(account: Account) -> bool:
    """Whether nothing in an account says that the missile does not fly on an arc."""
    return not classes(account) & UNBALLISTIC


@cache
def missile_classes() -> Mapping[str, str]:
    """Return the class of each missile by its id."""
    from checker import gazetteer

    return {missile.id: missile.missile_class for missile in gazetteer.missiles() if missile.missile_class}


def latitudes(account: Account) -> tuple[float, ...]:
    """Return the latitudes in degrees of the launch: of its site, else from end to end of its country's sites."""
    known = _site_latitudes()
    named = {claim.entity for claim in account.of_kind("site") if claim.entity}
    found = [known[name] for name in named if name in known]
    if found:
        return tuple(sorted(set(found)))
    return _land_latitudes().get(account.event.country or "", ())


@cache
def _site_latitudes() -> Mapping[str, float]:
    from checker import gazetteer

    return {site.id: site.position[0] for site in gazetteer.sites() if site.position}


@cache
def _land_latitudes() -> Mapping[str, tuple[float, ...]]:
    from checker import gazetteer

    by_land: dict[str, list[float]] = {}
    for site in gazetteer.sites():
        if site.position and site.kind == "launch":
            by_land.setdefault(site.country, []).append(site.position[0])
    return {land: tuple(sorted({min(found), max(found)})) for land, found in by_land.items()}
