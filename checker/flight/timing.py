"""A flight time beside an apogee: published flights last as long as their free arc, and a few minutes more.

The excess is what the ascent under power takes longer than the arc, and drag on the way down: it has one sign. On 17
published flights of 1944 to 2024 it was 34 to 99 seconds below an apogee of 2,000 km and 114 to 260 above; the bands
leave room on both sides of that. `tests/flight/published.csv` has the flights with their sources.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, Literal, TypeAlias

from checker.findings import Related
from checker.flight.arcs import HALF_ROUND
from checker.flight.ordinary import DEPRESSED, loft_ratio
from checker.flight.solving import apogee_for
from checker.flight.told import Reading, beside, between, is_ballistic, is_told, latitudes, readings
from checker.flight.turning import Seconds, turned_times
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims import Claim
    from checker.events import Account

Verdict: TypeAlias = Literal["fits", "impossible", "short", "long", "lifted"]
Slip: TypeAlias = Literal["exchanged", "digits", "impossible", "short", "long"]
# Apogee in km up to which so many seconds are added to the free arc.
EXCESS = ((300.0, (0.0, 120.0)), (1500.0, (20.0, 180.0)), (inf, (60.0, 270.0)))
# Radars lose a missile somewhat above the ground.
_TRACKED = 30.0
_SHARE = 0.03
_LOW = 300.0
_LOWEST = 60.0
_NEAR = 2000.0
_FAR = 0.98 * HALF_ROUND
# The ratios to the ordinary flight's apogee that a slip of digits may be mended to.
_PLAUSIBLE = (DEPRESSED, 60.0)
# A digit too few or too many, or a thousand lost; a longer distance would explain a time only by chance.
_APOGEE_FACTORS = (10.0, 0.1, 1000.0)
_TIME_FACTORS = (10.0, 0.1)
_DISTANCE_FACTORS = (0.1,)
_SKIMMING = 0.15
_PART = 0.25
_FEW = 240.0


def excess(apogee: float) -> tuple[float, float]:
    """Return the least and the most seconds that published flights up to an apogee in km took beyond the free arc."""
    return next(added for limit, added in EXCESS if apogee < limit or limit == inf)


@dataclass(frozen=True, slots=True)
class Flight:
    """A flight time, an apogee and, where the text gives it, a distance, told of one launch."""

    time: Reading
    apogee: Reading
    distance: Reading | None
    latitudes: tuple[float, ...]

    def free(self) -> Seconds:
        """Return how long the free arc may take, in s, by what the figures leave open and as the Earth turns."""
        near, far = (0.0, _FAR) if self.distance is None else (min(self.distance.low, _FAR), self.distance.high)
        low = turned_times(near, max(self.apogee.low, 1.0), self.latitudes).low
        if self.apogee.high == inf:
            return Seconds(low, inf)
        return Seconds(low, turned_times(min(far, _FAR), max(self.apogee.high, 1.0), self.latitudes).high)

    def usual(self) -> Seconds:
        """Return how long published flights like it took, in s."""
        free = self.free()
        below, above = excess(self.apogee.about)
        return Seconds(free.low + below, free.high + above)

    def verdict(self) -> Verdict:
        """Say whether the time can be that of the arc: "lifted" is too long for a low path, which wings may explain."""
        free, usual = self.free(), self.usual()
        # "Just over 24 minutes" leaves the end open, but not for twice as long.
        most = self.time.capped.high if self.time.claim.qualifier == "more_than" else self.time.high
        if self.time.high < free.low - max(_TRACKED, _SHARE * free.low):
            return "impossible"
        if most < usual.low:
            return "short"
        if self.time.low <= usual.high:
            return "fits"
        return "lifted" if self._is_depressed() else "long"

    def _is_depressed(self) -> bool:
        return self.distance is None or loft_ratio(self.distance.about, self.apogee.about) < DEPRESSED

    def is_sound(self) -> bool:
        """Whether the time fits, and apogee and distance make an arc; an unknown distance is no great one."""
        if self.distance is None:
            near = replace(self, distance=Reading(self.apogee.claim, 0.0, _NEAR))
            return near.verdict() == "fits"
        low, high = _PLAUSIBLE
        return low <= loft_ratio(self.distance.about, self.apogee.about) <= high and self.verdict() == "fits"

    def miss(self) -> float:
        """Return by how much the time is off, as a share of what it would have to be."""
        usual = self.usual()
        short, long = usual.low - self.time.high, self.time.low - usual.high
        return max(short / usual.low, long / usual.high)

    def exchanged(self) -> Flight | None:
        """Return the flight with distance and apogee exchanged, an end put to "more than"."""
        if self.distance is None or self.distance.high == inf:
            return None
        return Flight(self.time, self.distance, self.apogee.capped, self.latitudes)

    @property
    def capped(self) -> Flight:
        """The flight with an end put to an apogee of "more than"."""
        return replace(self, apogee=self.apogee.capped)

    def is_exchanged(self) -> bool:
        """Whether the figures fit only with distance and apogee exchanged."""
        turned = self.exchanged()
        return turned is not None and self.capped.verdict() != "fits" and turned.is_sound()

    def _multiplied(self, figure: Reading, factor: float) -> Flight:
        """Return the flight with one of its figures multiplied."""
        time, apogee = (one.times(factor) if one is figure else one for one in (self.time, self.apogee))
        distance = figure.times(factor) if figure is self.distance else self.distance
        return Flight(time, apogee, distance, self.latitudes)

    def mended(self) -> tuple[Reading, float] | None:
        """Return the one figure, and by what it is to be multiplied, that makes the flight a sound one."""
        figures = ((self.apogee, _APOGEE_FACTORS), (self.time, _TIME_FACTORS), (self.distance, _DISTANCE_FACTORS))
        made = [
            (figure, factor)
            for figure, factors in figures
            for factor in factors
            if figure is not None and self._multiplied(figure, factor).is_sound()
        ]
        return made[0] if len(made) == 1 else None

    def is_skimming(self) -> bool:
        """Whether it is lower than any flight on record of that distance but a cruise missile's."""
        ratio = 1.0 if self.distance is None else loft_ratio(self.distance.about, self.apogee.about)
        return self.apogee.high < inf and ratio < _SKIMMING

    def is_judged(self) -> bool:
        """Whether such a flight says anything: low ones are judged only where they are whole arcs."""
        if self.apogee.low >= _LOW:
            return True
        if self.distance is None or self.apogee.low < _LOWEST:
            return False
        return self.distance.bounded and loft_ratio(self.distance.about, self.apogee.about) >= DEPRESSED

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims of which it is told."""
        return tuple(one.claim.id for one in (self.time, self.apogee, self.distance) if one is not None)

    def beside(self, words: str) -> tuple[Related, ...]:
        """Return the place of the distance, where there is one, for a finding on another figure."""
        if self.distance is None:
            return ()
        return (Related(self.distance.claim.figure or self.distance.claim.span, words),)

    def apogee_due(self) -> float:
        """Return the apogee in km that goes with the time, the middle of published flights'."""
        distance = 0.0 if self.distance is None else min(self.distance.about, _FAR)
        below, above = excess(self.apogee.about)
        least = turned_times(distance, 1.0).high
        return apogee_for(distance, max(self.time.about - (below + above) / 2, least))

    def is_part(self) -> bool:
        """Whether a few minutes are so short that they are those of the ascent, or of the way over a country."""
        return self.time.claim.unit == "min" and self.time.high < min(_FEW, _PART * self.free().low)

    def evidence(self) -> dict[str, str | float | int | bool | None]:
        """Return the sum with its inputs, as a finding carries it."""
        free, usual = self.free(), self.usual()
        said: dict[str, str | float | int | bool | None] = {
            "apogee": between(self.apogee.low, self.apogee.high, "km"),
            "distance": between(self.distance.low, self.distance.high, "km") if self.distance else None,
            "flight_time": between(self.time.low, self.time.high, "s"),
            "free_fall": between(round(free.low), free.high, "s"),
            "published_flights": between(round(usual.low), usual.high, "s"),
            "latitude": " to ".join(f"{one:.1f}" for one in self.latitudes) or "any",
        }
        return {name: value for name, value in said.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A flight told that cannot be, or is not likely to be, and what it comes from.

    `figure` and `factor` say what would mend a slip of digits.
    """

    slip: Slip
    flight: Flight
    figure: Reading | None = None
    factor: float = 1.0


def misfits(account: Account) -> Iterator[Misfit]:
    """Yield, for each flight time of a launch, the misfit where it goes with no apogee that the text gives."""
    times, apogees = readings(account, "flight_time"), readings(account, "altitude")
    if not times or not apogees or not is_ballistic(account):
        return
    distances, north = readings(account, "range"), latitudes(account)
    if not is_told(times, apogees, distances):
        return
    found: list[tuple[Reading, Misfit | None]] = []
    for time in times:
        tried = [
            None if account.is_published(time.claim, apogee.claim) else _misfit(Flight(time, apogee, distance, north))
            for apogee in beside(account, time.claim, apogees)
            for distance in beside(account, apogee.claim, distances) or (None,)
        ]
        wrong = [one for one in tried if one is not None]
        worst = min(wrong, key=lambda one: one.flight.miss()) if len(wrong) == len(tried) else None
        found.append((time, worst))
    fitting = [time.claim for time, misfit in found if misfit is None]
    for time, misfit in found:
        if misfit is not None and not any(_of_one_voice(account, time.claim, other) for other in fitting):
            yield misfit


def _of_one_voice(account: Account, claim: Claim, other: Claim) -> bool:
    """Whether two flight times are not two speakers': then one of them is of a part of the flight."""
    first, second = set(account.voices(claim)), set(account.voices(other))
    return not first or not second or bool(first & second)


def _misfit(flight: Flight) -> Misfit | None:
    """Return what is wrong with a flight: the slip that explains it before what it breaks."""
    if flight.is_exchanged():
        return Misfit("exchanged", flight)
    verdict = flight.verdict()
    if verdict in {"fits", "lifted"} and not flight.is_skimming():
        return None
    mended = flight.mended() if flight.distance or flight.is_judged() else None
    if mended is not None and not (mended[0] is flight.time and flight.is_part()):
        return Misfit("digits", flight, *mended)
    if verdict in {"fits", "lifted"} or not flight.is_judged() or flight.is_part():
        return None
    return Misfit("short" if verdict == "impossible" and flight.apogee.low < _LOW else verdict, flight)  # type: ignore[arg-type]
