"""An anniversary, or years counted, do not fit the two dates.

## What it checks
An anniversary of a date or year that the sentence gives, told of another date in it: `on Feb. 12, 2024, the
10th anniversary of the Feb. 12, 2013, test`; and years counted from a date, which may be rounded up or down.
An anniversary may be kept before its day or after it.

## Why it matters
One of the years is wrong, or the count, which is copied from year to year.

## Flagged
It was held on Feb. 12, 2024, the 10th anniversary of the Feb. 12, 2013, test.
                                  ^^^^^^^^^^^^^^^^ 2013 to 2024 is 11 years
It was held on Feb. 12, 2024, ten years after the test of Feb. 12, 2013.
                              ^^^^^^^^^^^^^^^ 2013 to 2024 is 11 years

## Not flagged
It was held on Feb. 12, 2023, the 10th anniversary of the Feb. 12, 2013, test.
It was held on July 27, 2023, the 70th anniversary of the 1953 armistice.
It was held on Nov. 2, 2023, ten years after the test of Feb. 12, 2013.

## Fix
None: any of the three may be wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.slips import Anniversary
from checker.figures.writing import quoted
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC507", name="anniversary-disagrees", severity="warning", looks_at=Anniversary, since="0.1")
YEAR = 365.25
KEPT = 0.5  # years: an anniversary may be kept for weeks around its day
ROUNDED = 0.97


def check(value: Anniversary) -> Iterator[Finding]:
    """Flag a count of years that the dates contradict."""
    there, since = value.there.date, value.since.date
    if there is None or _fits(value, there, since):
        return
    years = there.year - value.since_year if since is None else round((there - since).days / YEAR)
    yield RULE.finding(
        value.span,
        f"{value.since_year} to {there.year} is {years} years, not {value.years}{quoted(value.quoted_by)}",
        related=[Related(value.since.span, "counted from here"), Related(value.there.span, "to here")],
        evidence={"since": value.since.text, "there": there.isoformat(), "years": years, "stated": value.years},
    )


def _fits(value: Anniversary, there: datetime.date, since: datetime.date | None) -> bool:
    """Whether so many years have passed: to the day nearly for an anniversary, else rounded up or down."""
    if since is None:
        return there.year - value.since_year == value.years
    passed = (there - since).days / YEAR
    return abs(passed - value.years) < (KEPT if value.anniversary else ROUNDED)
