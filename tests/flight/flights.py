"""The published flights that the bands rest on, and accounts made of figures."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from checker.claims import Claim
from checker.events import Account, Event
from checker.figures.interval import stated
from checker.source import Source, Span

UNITS = {"range": "km", "altitude": "km", "flight_time": "s"}


@dataclass(frozen=True, slots=True)
class Published:
    """A published flight: km, s and degrees; `step` is what its time is rounded to."""

    id: str
    distance: float
    apogee: float
    time: float
    step: float
    latitude: float
    azimuth: float
    ballistic: bool

    @property
    def in_press_style(self) -> tuple[float, float, float]:
        """Distance, apogee and time as a newsroom rounds them: tens below 1,000 km, hundreds above, whole minutes."""
        distance, apogee = (round(km, -1 if km < 1000 else -2) for km in (self.distance, self.apogee))
        return distance, apogee, round(self.time / 60) * 60


def published() -> list[Published]:
    with (Path(__file__).parent / "published.csv").open(encoding="utf-8", newline="") as file:
        return [
            Published(
                id=row["id"],
                distance=float(row["distance_km"]),
                apogee=float(row["apogee_km"]),
                time=float(row["time_s"]),
                step=float(row["time_step_s"]),
                latitude=float(row["latitude"]),
                azimuth=float(row["azimuth"]),
                ballistic=row["ballistic"] == "yes",
            )
            for row in csv.DictReader(file)
        ]


def claim(kind: str, value: float, unit: str, number: int = 1) -> Claim:
    """Return a claim of a bare figure, as a text would be read that prints it."""
    digits = f"{value:.10g}"
    place = -len(digits.partition(".")[2]) if "." in digits else len(digits) - len(digits.rstrip("0"))
    interval = stated(value, (place,), "exact", unit, about=False)
    at = Span(20 * number, 20 * number + 9)
    return Claim(f"c{number}", kind, f"{digits} {unit}", at, value, unit, interval=interval, event="e1")  # type: ignore[arg-type]


def account(*claims: Claim, country: str | None = None) -> Account:
    ids = tuple(one.id for one in claims)
    return Account("draft.txt", None, Event("e1", None, country, ids), claims, Source("draft.txt", " " * 200))


def flight(distance: float, apogee: float, seconds: float, *, in_minutes: bool = True) -> Account:
    """Return the account of a flight told by three figures, the time in whole minutes or in seconds."""
    time = (round(seconds / 60), "min") if in_minutes and seconds >= 60 else (round(seconds), "s")
    told = (("range", distance, "km"), ("altitude", apogee, "km"), ("flight_time", *time))
    return account(*(claim(kind, value, unit, number) for number, (kind, value, unit) in enumerate(told, 1)))
