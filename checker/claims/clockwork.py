"""From a clock in the text to an instant in UTC.

"Local" is the clock of the launch; abbreviations are fixed offsets or, where a season decides, IANA zones.
From 2015-08-15 to 2018-05-04 Pyongyang kept UTC+8:30 (IANA Time Zone Database, Asia/Pyongyang): "Pyongyang time"
follows it.
"""

from __future__ import annotations

import datetime
import re
from functools import cache, lru_cache

ZONES = {
    "KST": "Asia/Seoul",
    "JST": "Asia/Tokyo",
    "PYT": "Asia/Pyongyang",
    "GMT": "UTC",
    "UTC": "UTC",
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "PT": "America/Los_Angeles",
    "HST": "Pacific/Honolulu",
    "BST": "Europe/London",
    "IST": "Asia/Kolkata",
    "IRST": "Asia/Tehran",
    "MSK": "Europe/Moscow",
    "CST": "Asia/Shanghai",
    "AKT": "America/Anchorage",
    "GST": "Pacific/Guam",
}
OFFSETS = {"EST": -5, "EDT": -4, "CDT": -5, "PST": -8, "PDT": -7}
# What else the letters stand for: Pakistan's standard time, Israel's and Ireland's, Bangladesh's.
_ALSO = {"PST": ("Asia/Karachi",), "IST": ("Asia/Jerusalem", "Europe/Dublin"), "BST": ("Asia/Dhaka",)}
_LOOSE = {"EST": "ET", "EDT": "ET", "CDT": "CT", "PST": "PT", "PDT": "PT"}
_AHEAD = re.compile(r"UTC([+-])(\d{1,2})(?::(\d\d))?")


@cache
def zone(name: str, local: str) -> datetime.tzinfo:
    """Return the time zone of a clock's name in a report; `local` is the IANA zone of the launch."""
    from zoneinfo import ZoneInfo

    if name in OFFSETS:
        return datetime.timezone(datetime.timedelta(hours=OFFSETS[name]))
    ahead = _AHEAD.fullmatch(name)
    if ahead:
        minutes = int(ahead[2]) * 60 + int(ahead[3] or 0)
        return datetime.timezone(datetime.timedelta(minutes=minutes if ahead[1] == "+" else -minutes))
    return ZoneInfo(ZONES.get(name, local))


@lru_cache(maxsize=256)
def offsets(
    first: str, second: str, local: str | None, moments: tuple[tuple[str, datetime.datetime], ...]
) -> tuple[int, ...]:
    """Return the minutes by which clock `second` is ahead of clock `first`, at moments told as a clock and its time.

    Every reading of a clock's name counts. Empty where one of them is local and nobody knows where.
    """
    if local is None and not all(is_named(name) for name in (first, second)):
        return ()
    found: list[int] = []
    for clock, told in moments:
        for fold in (0, 1):
            instant = told.replace(tzinfo=zone(clock, local or "UTC"), fold=fold).astimezone(datetime.UTC)
            heres, theres = (
                [instant.astimezone(read).replace(tzinfo=None) for read in _readings(name, local)]
                for name in (first, second)
            )
            found += [round((there - here).total_seconds() / 60) for here in heres for there in theres]
    return tuple(dict.fromkeys(found))


def named_zone(clock: str | None) -> str | None:
    """Return the IANA zone of a clock's name, for a launch whose own is not known; None for "local"."""
    return ZONES.get(clock) if clock else None


def is_named(clock: str | None) -> bool:
    """Whether a clock's name says which clock it is: all do but "local"."""
    return clock is not None and (clock in ZONES or clock in OFFSETS or _AHEAD.fullmatch(clock) is not None)


def _readings(name: str, local: str | None) -> tuple[datetime.tzinfo, ...]:
    """Return what a clock's name may stand for.

    Local time of the peninsula is Seoul's or Pyongyang's. "EST" is said in summer too, for the clock on the wall.
    """
    from zoneinfo import ZoneInfo

    read = zone(name, local or "UTC")
    others = tuple(ZoneInfo(other) for other in _ALSO.get(name, ()))
    if name in _LOOSE:
        return read, zone(_LOOSE[name], "UTC"), *others
    if others:
        return read, *others
    if not is_named(name) and local == ZONES["KST"]:
        return read, zone("PYT", local)
    return (read,)


def resolve(value: str, clock: str, date: str, local: str) -> str:
    """Return the instant, as ISO in UTC, of HH:MM on a clock; the date is that of the launch, in its own zone.

    A clock far from the launch's may show the day before or after: the nearer of them is taken.
    """
    hour, minute = map(int, value.split(":"))
    day = datetime.date.fromisoformat(date)
    here, there = zone("local", local), zone(clock, local)
    moment = datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=there)
    for days in (0, 1, -1):
        shifted = moment + datetime.timedelta(days=days)
        if shifted.astimezone(here).date() == day:
            moment = shifted
            break
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
