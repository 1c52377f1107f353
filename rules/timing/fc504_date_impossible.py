"""A date that the calendar does not have, or a launch that is told before it can have been.

## What it checks
A day that its month does not have, as in `Feb. 30`; and a date on which the text says that a missile was fired, more
than a day after the text was published. A day's difference is the date line's. Only a verb in the past counts, right
before or after the date: launches to come are told in many ways.

## Why it matters
Nobody can look up what happened on a day that was not.

## Flagged
North Korea fired a missile on Feb. 30, 2024, into the sea.
                               ^^^^^^^^^^^^^ February 2024 has 29 days
North Korea fired a missile on January 14, 2025, into the sea.
                               ^^^^^^^^^^^^^^^^ the text is of Jan. 15, 2024, 365 days before

## Not flagged
North Korea fired a missile on Dec. 31, 2023, into the sea.
North Korea fired a missile on January 14, 2024, into the sea.
North Korea will fire a missile on January 24, 2024, into the sea.
North Korea fired a missile before the talks on January 24, 2024.

## Fix
None: only the writer knows the day.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from checker.events import Account
from checker.figures import ImpossibleDate
from checker.figures.dates import MONTHS
from checker.figures.writing import date_in_words, quoted
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC504", name="date-impossible", severity="error", looks_at=ImpossibleDate | Account, since="0.1")
DATE_LINE = 1


def check(value: ImpossibleDate | Account) -> Iterator[Finding]:
    """Flag a day that no month has, and a launch that is told before it can have been."""
    if isinstance(value, ImpossibleDate):
        month = MONTHS[value.month - 1]
        named = f"{month} {value.year} has" if value.year else f"{month} never has more than"
        yield RULE.finding(
            value.span,
            f"{named} {value.last_day} days" + quoted(value.quoted_by),
            evidence={"month": value.month, "day": value.day, "last_day": value.last_day},
        )
    elif value.published is not None:
        yield from _too_early(value, datetime.date.fromisoformat(value.published[:10]))


def _too_early(account: Account, published: datetime.date) -> Iterator[Finding]:
    """Yield the dates of a launch that are more than a day after publication."""
    for claim in account.of_kind("date"):
        date = datetime.date.fromisoformat(claim.resolved) if claim.resolved else published
        if claim.basis == "launch" and (date - published).days > DATE_LINE:
            days = (date - published).days
            yield RULE.finding(
                claim.span,
                f"the text is of {date_in_words(published.isoformat())}, {days} days before the launch it tells of"
                + quoted(claim.quoted_by),
                claims=(claim.id,),
                evidence={"date": date.isoformat(), "published": published.isoformat(), "days_after": days},
            )
