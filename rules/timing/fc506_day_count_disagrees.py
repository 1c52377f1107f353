"""Days counted from one day to another are not those between them.

## What it checks
A count of days, weeks or months from a day that the sentence names to another one beside it: `on Nov. 24, two
days after the Nov. 21 launch`; and of minutes or hours from one clock time to another. A weekday counts like
a date. Weeks may be two days off and months ten, and a hedged count is let be.

## Why it matters
One of the days is wrong, or the count; often a date of the other side of the date line stands beside a count
of this one.

## Flagged
The talks were held on Nov. 24, 2023, two days after the Nov. 21 launch.
                                      ^^^^^^^^^^^^^^ Nov. 21 to Nov. 24, 2023 is three days, not two days
The talks were held on Wednesday, two days after Sunday's launch.
                                  ^^^^^^^^^^^^^^ Sunday to Wednesday is three days, not two days
It landed at 11:05 p.m. on Nov. 22, 22 minutes after the launch at 10:43 p.m. on Nov. 21.
                                    ^^^^^^^^^^^^^^^^ 24 hours and 22 minutes, not 22 minutes

## Not flagged
The talks were held on Nov. 23, 2023, two days after the Nov. 21 launch.
The talks were held on Nov. 24, 2023, about two days after the Nov. 21 launch.
The talks were held on Nov. 29, 2023, a week after the Nov. 21 launch.

## Fix
Suggested: the count of days, where it is one of days. None in a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.daycounts import between, length, spelled
from checker.figures.slips import DayCount, TimeCount
from checker.figures.writing import quoted
from checker.findings import Edit, Fix, Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC506", name="day-count-disagrees", severity="error", looks_at=DayCount | TimeCount, since="0.1")
WEEK = 7


def check(value: DayCount | TimeCount) -> Iterator[Finding]:
    """Flag a count that the two days, or the two times, contradict."""
    if isinstance(value, TimeCount):
        yield from _times(value)
        return
    days = between(value.since, value.there)
    if days is None:
        return
    dated = value.since.date is not None and value.there.date is not None
    off = days - value.days
    apart = abs(off) if dated else min(off % WEEK, -off % WEEK)
    if apart <= value.slack or (not dated and abs(value.days) >= WEEK):
        return
    right = days if dated or value.days > 0 else days - WEEK
    first, last = (value.since, value.there) if right >= 0 else (value.there, value.since)
    count, stated = spelled(abs(right), value.text), " ".join(value.text.split()[:-1])
    yield RULE.finding(
        value.span,
        f"{first.text} to {last.text} is {count}, not {stated}{quoted(value.quoted_by)}",
        related=[Related(value.since.span, "counted from here"), Related(value.there.span, "to here")],
        evidence={"since": value.since.text, "there": value.there.text, "days": abs(right), "stated": stated},
        fixes=_fixes(value, right) if value.quoted_by is None else [],
    )


def _times(value: TimeCount) -> Iterator[Finding]:
    """Yield the finding on a count of minutes or hours; it tells which time comes first."""
    if abs(value.between - value.minutes) <= value.slack:
        return
    first, last = (value.since, value.there) if value.between >= 0 else (value.there, value.since)
    stated = " ".join(value.text.split()[:-1])
    yield RULE.finding(
        value.span,
        f"{first} to {last} is {length(abs(value.between))}, not {stated}{quoted(value.quoted_by)}",
        related=[Related(value.since_span, "counted from here"), Related(value.there_span, "to here")],
        evidence={"since": value.since, "there": value.there, "minutes": abs(value.between), "stated": stated},
    )


def _fixes(value: DayCount, right: int) -> list[Fix]:
    """Return the count put right, where it is one of days and runs the same way."""
    if value.slack or not value.whole or right * value.days <= 0:
        return []
    head, way = value.text.rsplit(maxsplit=1)
    new = f"{spelled(abs(right), head)} {way}"
    return [Fix(f"Write {new}", (Edit(value.span, new),))]
