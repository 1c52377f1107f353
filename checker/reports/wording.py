"""Values, dates and counts in the words of a desk."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from checker.figures.dates import WEEKDAYS
from checker.figures.writing import date_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.claims import Claim, Conversion
    from checker.events import Event
    from checker.figures.interval import Interval
    from checker.report import Coverage

SIGNS = {"about": "~", "at_least": ">= ", "more_than": "> ", "at_most": "<= ", "less_than": "< "}
MEANINGS = {
    "~": "about",
    ">=": "at least",
    ">": "more than",
    "<=": "at most",
    "<": "less than",
    "-": "said nothing",
}
WORDS = {
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
}
# Kinds in the order of the launch table, by the name an editor gives them.
FACTS = {
    "range": "distance",
    "altitude": "apogee",
    "flight_time": "flight time",
    "speed": "speed",
    "date": "date",
    "weekday": "weekday",
    "time": "time",
    "site": "site",
    "missile_class": "class",
    "missile_name": "missile",
    "count": "count",
    "eez": "EEZ",
    "impact_area": "impact area",
    "distance_from_place": "distance from place",
    "capability_range": "could reach",
}
COUNTRIES = {
    "CHN": "China",
    "GBR": "Britain",
    "IND": "India",
    "IRN": "Iran",
    "ISR": "Israel",
    "JPN": "Japan",
    "KOR": "South Korea",
    "PAK": "Pakistan",
    "PRK": "North Korea",
    "RUS": "Russia",
    "TWN": "Taiwan",
    "UKR": "Ukraine",
    "USA": "United States",
}
_MANY = {"mile": "miles", "yard": "yards", "knot": "knots", "nmi": "nautical miles", "missile": "missiles"}
_ONE = {"nmi": "nautical mile"}


def number(value: float) -> str:
    """Write a number with commas, to three decimals at most."""
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def amount(value: float | tuple[float, float], unit: str | None) -> str:
    """Write a quantity, or a range of values, with its unit."""
    figures = " to ".join(number(end) for end in value) if isinstance(value, tuple) else number(value)
    if unit == "mach":
        return f"Mach {figures}"
    name = _ONE.get(unit or "", unit) if value == 1 else _MANY.get(unit or "", unit)
    return f"{figures} {name}" if name else figures


def span_of(interval: Interval) -> str:
    """Write what an interval allows: "950 to 1,050 km", "50 km or more"."""
    if interval.low is not None and interval.high is not None:
        ends = (interval.low, interval.high)
        return amount(ends[0] if ends[0] == ends[1] else ends, interval.unit)
    if interval.low is not None:
        return f"{amount(interval.low, interval.unit)} or more"
    return f"{amount(interval.high, interval.unit)} or less" if interval.high is not None else "any figure"


def value_of(claim: Claim | Conversion, *, signs: bool = True) -> str:
    """Write a value with its hedge, as a sign ("~1,000 km") or in words ("about 1,000 km")."""
    hedge = (SIGNS if signs else WORDS).get(claim.qualifier, "")
    if isinstance(claim.value, bool):
        return "inside" if claim.value else "outside"
    if isinstance(claim.value, str):
        if claim.qualifier == "about" and getattr(claim, "kind", "") in {"missile_class", "missile_name"}:
            return f"{claim.value} (apparent)"
        return f"{hedge}{claim.value} {claim.unit}" if claim.unit else f"{hedge}{claim.value}"
    return f"{hedge}{amount(claim.value, claim.unit)}"


def fact(kind: str, entity: str | None) -> str:
    """Return the name of a kind of claim in the launch table."""
    if kind == "eez" and entity:
        return f"EEZ of {COUNTRIES.get(entity, entity)}"
    return FACTS.get(kind, kind.replace("_", " "))


def day(iso: str) -> str:
    """Write an ISO date as a desk would: "Sunday, Jan. 14, 2024"; other text as it is."""
    try:
        date = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{WEEKDAYS[date.weekday()]}, {date_in_words(iso)}"


def minutes_apart(instants: Iterable[str]) -> int | None:
    """Return the minutes between the first and the last ISO instant, None where one is unreadable."""
    try:
        times = [datetime.datetime.fromisoformat(instant) for instant in instants]
        return round((max(times) - min(times)).total_seconds() / 60)
    except (TypeError, ValueError):
        return None


def launch(event: Event, claims: Iterable[Claim]) -> str:
    """Name a launch by its day, country, clock and place, as far as they are known."""
    parts = [f"Launch of {day(event.date)}" if event.date else "Launch, day not given"]
    if event.country:
        parts.append(f"by {COUNTRIES.get(event.country, event.country)}")
    ids = set(event.claims)
    own = [claim for claim in claims if claim.id in ids and claim.modality != "hypothetical"]
    times = [claim for claim in own if claim.kind == "time"]
    if times:
        utc = f" ({times[0].resolved[11:16]} UTC)" if times[0].resolved and times[0].unit not in {"UTC", "GMT"} else ""
        clock = value_of(times[0], signs=False) + (" time" if times[0].unit == "local" else "")
        parts.append(f"at {clock}{utc}")
    return ", ".join(parts)


def plural(count: int, noun: str, nouns: str = "") -> str:
    """Write a count with its noun."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {nouns or noun + 's'}"


def coverage(found: Coverage) -> str:
    """Say how much of a text was read and checked."""
    if not found.claims:
        if not found.figures:
            return "no claim about a launch found, so nothing was checked"
        return (
            f"no claim about a launch found; {plural(found.figures, 'figure')} checked only for conversions and dates"
        )
    only = found.claims - found.checked
    tail = f", {only:,} only recorded" if only else ""
    return f"{understood(found)}, {found.checked:,} checked{tail}"


def understood(found: Coverage) -> str:
    """Say how much of a text was read."""
    return f"{plural(found.claims, 'claim')} from {plural(found.figures, 'figure')}"
