"""From a clock in the text to an instant in UTC.

"Local" is the clock of the launch; abbreviations are fixed offsets or, where a season decides, IANA zones.
From 2015-08-15 to 2018-05-04 Pyongyang kept UTC+8:30 (IANA Time Zone Database, Asia/Pyongyang): "Pyongyang time"
follows it.
"""

from __future__ import annotations

import datetime
from functools import cache

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
OFFSETS = {"EST": -5, "EDT": -4, "PST": -8, "PDT": -7}


# For clocks whose day nobody knows.
_ANY_YEAR = 2020


@cache
def zone(name: str, local: str) -> datetime.tzinfo:
    """Return the time zone of a clock's name in a report; `local` is the IANA zone of the launch."""
    from zoneinfo import ZoneInfo

    if name in OFFSETS:
        return datetime.timezone(datetime.timedelta(hours=OFFSETS[name]))
    return ZoneInfo(ZONES.get(name, local))


def offsets(first: str, second: str, local: str | None, date: datetime.date | None) -> tuple[int, ...]:
    """Return the minutes by which clock `second` is ahead of clock `first`, on a day or at both ends of a year.

    Empty where one of them is local and nobody knows where.
    """
    named = {*ZONES, *OFFSETS}
    if local is None and not {first, second} <= named:
        return ()
    days = (date,) if date else (datetime.date(_ANY_YEAR, 1, 15), datetime.date(_ANY_YEAR, 7, 15))
    found = []
    for day in days:
        noon = datetime.datetime(day.year, day.month, day.day, 12, tzinfo=datetime.UTC)
        here, there = (zone(name, local or "UTC").utcoffset(noon) for name in (first, second))
        if here is not None and there is not None:
            found.append(round((there - here).total_seconds() / 60))
    return tuple(dict.fromkeys(found))


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
