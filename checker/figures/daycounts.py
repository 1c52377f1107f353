"""Days from one day to another, and as a writer counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.dates import WEEKDAYS

if TYPE_CHECKING:
    from checker.figures.slips import Day

_SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def between(since: Day, there: Day) -> int | None:
    """Return the days from one day to another; of weekdays those of a week, 0 to 6. None where that cannot be told."""
    if since.date and there.date:
        return (there.date - since.date).days
    one, other = _weekday(since), _weekday(there)
    return None if one is None or other is None else (other - one) % len(WEEKDAYS)


def _weekday(day: Day) -> int | None:
    if day.date is not None:
        return day.date.weekday()
    return WEEKDAYS.index(day.weekday) if day.weekday in WEEKDAYS else None


def length(minutes: int) -> str:
    """Return a time in hours and minutes: "24 hours and 22 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{n} {word}{'s' * (n != 1)}" for n, word in ((hours, "hour"), (rest, "minute")) if n]
    return " and ".join(parts) or "no time"


def spelled(days: int, like: str) -> str:
    """Return a number of days as another count is written: "three days", "3 days", "a day"."""
    digits = any(char.isdigit() for char in like)
    if days == 1:
        return "1 day" if digits else "a day" if like.split(maxsplit=1)[0].casefold() == "a" else "one day"
    return f"{days if digits or days >= len(_SPELLED) else _SPELLED[days]} days"
