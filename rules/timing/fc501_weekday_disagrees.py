"""A weekday is not that of the date beside it.

## What it checks
A weekday and a date that name one day, as in `on Sunday, January 14`. Where the text gives no year, it may be
the last such day by publication, the next one, unless that is nearly a year away, or that of the year told
before: it is silent where one of them is such a weekday.

## Why it matters
One of the two is wrong, and a reader who plans, files or searches by it goes astray. Often it is a date of
the writer's side of the date line beside a weekday of the other.

## Flagged
North Korea fired a missile on Monday, January 14, 2024.
                               ^^^^^^^^^^^^^^^^^^^^^^^^ January 14, 2024 is a Sunday; the nearest Monday

## Not flagged
North Korea fired a missile on Sunday, January 14, 2024.
North Korea fired a missile on January 14, 2024, the ministry said on Monday.
It fired the missile on Thursday, March 16, 2023 (Wednesday in Washington).

## Fix
Suggested: the weekday of the date, or else the date of the weekday, the nearest one. None in a quotation, nor
where the day may be of two years.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from checker.figures import WeekdayDate
from checker.figures.dates import MONTHS, WEEKDAYS
from checker.figures.writing import quoted
from checker.findings import Edit, Fix, Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC501", name="weekday-disagrees", severity="error", looks_at=WeekdayDate, since="0.1")
SHORT = ("Mon", "Tues", "Wed", "Thurs", "Fri", "Sat", "Sun")


def check(value: WeekdayDate) -> Iterator[Finding]:
    """Flag a weekday that the calendar gives to another date."""
    right = WEEKDAYS[value.date.weekday()]
    if value.weekday == right:
        return
    ahead = (WEEKDAYS.index(value.weekday) - value.date.weekday()) % 7
    nearest = value.date + datetime.timedelta(ahead if ahead <= 3 else ahead - 7)
    named = f"{MONTHS[value.date.month - 1]} {value.date.day}, {value.date.year}"
    nearest_named = f"{MONTHS[nearest.month - 1]} {nearest.day}"
    if nearest.year != value.date.year:
        nearest_named += f", {nearest.year}"
    year = "" if value.year_given else " (the year is inferred from the publication date)"
    told = f"{named} is a {right}{year}; the nearest {value.weekday} is {nearest_named}"
    if value.or_else:
        one, other = sorted((value.date, value.or_else))
        in_years = [f"a {WEEKDAYS[date.weekday()]} in {date.year}" for date in (one, other)]
        told = f"{MONTHS[one.month - 1]} {one.day} is {in_years[0]} and {in_years[1]}"
    yield RULE.finding(
        value.span,
        told + quoted(value.quoted_by),
        related=[Related(value.date_span, f"{named} is a {right}")],
        evidence={
            "weekday": value.weekday,
            "date": value.date.isoformat(),
            "weekday_of_date": right,
            "nearest_date": nearest.isoformat(),
            "year_given": value.year_given,
        },
        fixes=_fixes(value, right, nearest) if value.quoted_by is None and not value.or_else else [],
    )


def _fixes(value: WeekdayDate, right: str, nearest: datetime.date) -> list[Fix]:
    """Return the weekday put right and, where the date can be written in its own form, the date put right."""
    weekday = _weekday_like(value.weekday_text, right)
    fixes = [Fix(f"Write {weekday}", (Edit(value.weekday_span, weekday),))]
    date = _date_like(value.date_text, value.date, nearest)
    if date is not None:
        fixes.append(Fix(f"Or write {date}", (Edit(value.date_span, date),)))
    return fixes


def _weekday_like(text: str, right: str) -> str:
    """Write a weekday as another is written: in full or short, with a full stop, in capitals."""
    bare = text.rstrip(".")
    name = right if not bare or bare.capitalize() in WEEKDAYS else _short(bare, right)
    name = name.upper() if bare.isupper() else name
    return name + text[len(bare) :]


def _short(like: str, right: str) -> str:
    """Abbreviate to three letters beside one of three, else as agencies do."""
    return right[:3] if len(like) == 3 else SHORT[WEEKDAYS.index(right)]


def _date_like(text: str, old: datetime.date, new: datetime.date) -> str | None:
    """Write a date as another of the same month is written; None where more than the day would change."""
    if (old.year, old.month) != (new.year, new.month):
        return None
    days = list(re.finditer(rf"(?<!\d)0?{old.day}(?!\d)(?:st|nd|rd|th)?", text))
    if len(days) != 1:
        return None
    ending = days[0][0].lstrip("0123456789")
    digits = f"{new.day:0{len(days[0][0]) - len(ending)}d}" if days[0][0][0] == "0" else str(new.day)
    return text[: days[0].start()] + digits + (_ordinal(new.day) if ending else "") + text[days[0].end() :]


def _ordinal(day: int) -> str:
    return "th" if 4 <= day <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
