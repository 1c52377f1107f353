"""Launches as the record holds them: values, each with its speaker, its sources and the day it was known."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from checker.caching import cached_property
from checker.figures import Interval
from checker.figures.writing import date_in_words, number

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNTRIES = {"kp": "PRK", "cn": "CHN", "in": "IND", "ir": "IRN", "pk": "PAK", "ru": "RUS", "us": "USA"}
MEASURED = {"range": "km", "altitude": "km", "flight_time": "min"}
FIELDS = frozenset(
    {"date", "zone", "time", "site", "count", "class", "missile", "described", *MEASURED}
    | {"eez", "over_japan", "impact_area", "outcome", "notes"}
)
_ABOUT = 0.05
_ID_DATE = slice(3, 13)
_WORDS = {"~": "about ", ">=": "at least ", "<=": "at most "}


class Value(NamedTuple):
    """One value. `until` is the day on which a later one took its place; it is kept, and empty for what stands."""

    launch: str
    field: str
    text: str
    speaker: str
    known: str
    until: str
    sources: tuple[str, ...]
    note: str

    @property
    def interval(self) -> Interval:
        """What a measured value allows, in km or min: "~1000" is 5 % either way, "430-690" all between."""
        unit, mark, plain = MEASURED[self.field], *_marked(self.text)
        low, _, high = plain.partition("-")
        if high:
            return Interval(float(low), float(high), unit)
        value = float(plain)
        if mark in {">=", "<="}:
            return Interval(value, None, unit) if mark == ">=" else Interval(None, value, unit)
        slack = _ABOUT * value if mark else 10.0 ** -len(plain.partition(".")[2]) / 2
        return Interval(value - slack, value + slack, unit)

    @property
    def words(self) -> str:
        """The value as a message says it: "about 1,000 km"."""
        if self.field not in MEASURED:
            return self.text
        mark, plain = _marked(self.text)
        unit = {"km": "km", "min": "minutes"}[MEASURED[self.field]]
        ends = [number(float(end)) if float(end) % 1 == 0 else f"{float(end):,}" for end in plain.split("-")]
        return f"{_WORDS.get(mark, '')}{' to '.join(ends)} {unit}"


def _marked(text: str) -> tuple[str, str]:
    """Part the sign of a bound or hedge from a number."""
    plain = text.lstrip("~<>=")
    return text[: len(text) - len(plain)], plain


class Entry:
    """A launch or salvo, and all that was ever entered of it."""

    def __init__(self, launch: str, values: Sequence[Value]) -> None:
        """Take an id such as kp-2024-01-14-2, which gives country and day, and the values in their order."""
        self.id = launch
        self.values = tuple(values)

    @property
    def country(self) -> str:
        """The ISO 3166 alpha-3 code."""
        return COUNTRIES[self.id[:2]]

    @property
    def date(self) -> str:
        """The ISO date at the place of launch."""
        return self.id[_ID_DATE]

    def of(self, field: str, *, past: bool = False) -> tuple[Value, ...]:
        """Return the values of a field that stand; with `past` those that were revised as well."""
        return tuple(value for value in self.values if value.field == field and (past or not value.until))

    def texts(self, field: str) -> frozenset[str]:
        """Return the values of a field that stand, as they are written."""
        return frozenset(value.text for value in self.of(field))

    @cached_property
    def zone(self) -> str:
        """The IANA zone of its clock times and its day."""
        return next(iter(self.texts("zone")), "UTC")

    @cached_property
    def instants(self) -> tuple[datetime.datetime, ...]:
        """The launch and detection times, in its own zone."""
        from zoneinfo import ZoneInfo

        zone = ZoneInfo(self.zone)
        return tuple(
            datetime.datetime.fromisoformat(f"{self.date}T{value.text}").replace(tzinfo=zone)
            for value in self.of("time")
        )

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of all its sources, each once."""
        return tuple(dict.fromkeys(key for value in self.values for key in value.sources))

    @property
    def title(self) -> str:
        """The entry as a message names it: "the launch of Jan. 14, 2024"."""
        return f"the launch of {date_in_words(self.date)}"
