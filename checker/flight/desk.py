"""The sums of one flight for the desk: what any of distance, apogee, time and speed say of the others."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from checker.flight.arcs import HALF_ROUND, Arc, arc
from checker.flight.ordinary import DEPRESSED, LOFTED, least_energy, standard_range
from checker.flight.solving import arc_of
from checker.flight.timing import EXCESS, Flight, excess
from checker.flight.turning import Seconds, turned_times
from checker.frozen import dataclass

if TYPE_CHECKING:
    from checker.flight.told import Reading

# Half way round is 20,037 km along the equator, and may be given as 20,000 or 20,040.
_ROUNDED = 1.002
_LOFTED_FROM = 300.0
_UNITS = {"distance": "km", "apogee": "km", "time": "s", "speed": "km/s"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """An arc, and what it is reckoned from."""

    name: str
    arc: Arc


@dataclass(frozen=True, slots=True)
class Sum:
    """One line of the answer: from `low` to `high` of a unit ("km", "s", "km/s", or "" for a ratio)."""

    name: str
    low: float
    high: float
    unit: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """The figures that are given, None where one is not, and the latitudes of the site in degrees."""

    distance: Reading | None = None
    apogee: Reading | None = None
    time: Reading | None = None
    speed: Reading | None = None
    latitudes: tuple[float, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the figures that are given."""
        return tuple(name for name in _UNITS if getattr(self, name) is not None)

    def whole(self) -> Drawn | None:
        """Return the arc of the figures: of distance and apogee where both are given, else of what there is.

        A time given for a flight is taken less the middle of what ascents have added. ValueError where there is none.
        """
        pair = self.names[:2]
        if len(pair) < 2:
            return None
        basis = " and ".join({"time": "flight time"}.get(name, name) for name in pair)
        values = {name: self._value(name) if name in pair else None for name in _UNITS}
        made = arc_of(distance=values["distance"], apogee=values["apogee"], time=values["time"], speed=values["speed"])
        return Drawn(f"by {basis}", made)

    def _value(self, name: str) -> float:
        figure: Reading = getattr(self, name)
        if name != "time":
            if name == "distance" and figure.about > HALF_ROUND * _ROUNDED:
                message = f"no two places on Earth lie farther apart than {HALF_ROUND:,.0f} km"
                raise ValueError(message)
            return min(figure.about, HALF_ROUND) if name == "distance" else figure.about
        return free_part(figure.about, None if self.apogee is None else self.apogee.about)

    def arcs(self) -> tuple[Drawn, ...]:
        """Return the arcs to draw: of the figures, of least energy for the distance, and that of the flight time."""
        whole = self.whole()
        found = [whole] if whole else []
        distance = whole.arc.distance if whole else self._value("distance") if self.distance else 0.0
        if distance > 0:
            found.append(Drawn("least energy", least_energy(distance)))
        if whole and self.time and "flight time" not in whole.name:
            try:
                timed = arc_of(distance=whole.arc.distance, time=free_part(self.time.about, None))
            except ValueError:
                return tuple(found)
            found.append(Drawn("by flight time", timed))
        return tuple(found)

    def sums(self) -> tuple[Sum, ...]:
        """Return what the figures say: each sum as far as they allow it."""
        made: list[Sum] = []
        if self.apogee:
            made += self._times(self.apogee)
        elif self.time and self.distance:
            made.append(self._apogee_due(self.distance, self.time))
        if self.distance and self.apogee:
            made += self._shape(self.distance, self.apogee)
        if self.distance and self.time and self.time.low > 0:
            mean = (self.distance.low / self.time.high, self.distance.high / self.time.low)
            made.append(Sum("mean speed", *mean, "km/s"))
        return tuple(made)

    def _times(self, apogee: Reading) -> list[Sum]:
        if apogee.high == inf or apogee.low <= 0 or (self.distance and self.distance.low > HALF_ROUND):
            return []
        if self.distance is None:
            free = Seconds(
                turned_times(0.0, apogee.low, self.latitudes).low,
                turned_times(2000.0, apogee.high, self.latitudes).high,
            )
        else:
            free = Flight(self.time or apogee, apogee, self.distance, self.latitudes).free()
        below, above = excess(apogee.about)
        return [
            Sum("free fall", free.low, free.high, "s", "the Earth's rotation allowed for"),
            Sum("published flights", free.low + below, free.high + above, "s", "with the ascent under power"),
        ]

    def _apogee_due(self, distance: Reading, time: Reading) -> Sum:
        far = min(distance.about, HALF_ROUND)
        ends = (free_part(time.low, None, least=False), free_part(time.high, None, least=True))
        low, high = (arc_of(distance=far, time=max(end, arc(far, 1.0).time)).apogee for end in ends)
        return Sum("apogee due", low, high, "km", "for that flight time")

    def _shape(self, distance: Reading, apogee: Reading) -> list[Sum]:
        if not (distance.bounded and apogee.bounded) or distance.low > HALF_ROUND:
            return []
        near, far = min(distance.low, HALF_ROUND), min(distance.high, HALF_ROUND)
        ratios = sorted(h / least_energy(d).apogee for d in (near, far) for h in (apogee.low, apogee.high))
        middle = apogee.about / distance.ordinary
        shape = "lofted" if middle >= LOFTED else "depressed or gliding" if middle < DEPRESSED else "ordinary"
        speeds = sorted(arc(d, h).speed for d in (near, far) for h in (apogee.low, apogee.high))
        made = [
            Sum("loft ratio", ratios[0], ratios[-1], "", shape),
            Sum("speed of the arc", speeds[0], speeds[-1], "km/s"),
        ]
        if middle >= LOFTED and apogee.low >= _LOFTED_FROM:
            reach = (standard_range(near, apogee.low)[0], standard_range(far, apogee.high)[2])
            words = "as published estimates reckon the missile's range"
            if reach[0] >= HALF_ROUND:
                words = "anywhere on Earth"
            made.append(Sum("standard trajectory", *reach, "km", words))
        return made


def free_part(time: float, apogee: float | None, *, least: bool | None = None) -> float:
    """Return a flight time less what the ascent adds, in s: the middle, or the `least` or the most of that.

    Where the apogee is not given, it is that which the time itself makes likely.
    """
    if apogee is None:
        apogee = next((limit for limit, _ in EXCESS if arc(0.0, min(limit, 1e5)).time > time), inf) - 1
    below, above = excess(apogee)
    taken = (below + above) / 2 if least is None else below if least else above
    return max(time - taken, 1.0)
