"""Two times of one launch fit only with the other half of the day.

## What it checks
The times of a launch and of its landing, where the flight would last hours, and exchanging a.m. and p.m. in one of
them makes it last at most 100 minutes. A landing that is at most four hours after any of the launch times given is
let be, and so is a time that does not say its half of the day.

## Why it matters
The right hour in the wrong half of the day is the slip that reads best.

## Flagged
The missile was launched at 5:58 a.m. and landed in the sea at 6:12 p.m.
                                                               ^^^^^^^^^ 12 hours and 14 minutes

## Not flagged
The missile was launched at 5:58 a.m. and landed in the sea at 6:12 a.m.
The missile was launched at 11:41 p.m. and landed in the sea at 12:26 a.m.

## Fix
Suggested: the other half of the day for the landing, or else for the launch. None in a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.moments import Moment, moments
from checker.events import Account
from checker.figures.clockfaces import DAY, HALF_DAY
from checker.figures.writing import quoted
from checker.findings import Edit, Fix, Related
from checker.rulebook import Rule
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC503", name="am-pm-suspect", severity="warning", looks_at=Account, since="0.1")
LONGEST = 240
BELIEVED = 100
EARLY = 5


def check(account: Account) -> Iterator[Finding]:
    """Flag a landing that no launch time fits but for its half of the day."""
    launches = list(moments(account, landing=False))
    for landing in moments(account, landing=True):
        gaps = [(launch, gap) for launch in launches if (gap := launch.until(landing)) is not None]
        if landing.either or any(launch.either or gap <= LONGEST or gap >= DAY - EARLY for launch, gap in gaps):
            continue
        suspect = [(launch, gap) for launch, gap in gaps if 0 < gap - HALF_DAY <= BELIEVED]
        if suspect and landing.half:
            launch, gap = min(suspect, key=lambda each: each[1])
            yield _finding(account, launch, landing, gap)


def _finding(account: Account, launch: Moment, landing: Moment, gap: int) -> Finding:
    claim, other = landing.claim, launch.claim
    return RULE.finding(
        claim.span,
        f"launched {account.quote(other)} and down {account.quote(claim)} is a flight of {_length(gap)}; with the "
        f"other half of the day it is {_length(gap - HALF_DAY)}" + quoted(claim.quoted_by),
        claims=(claim.id, other.id),
        related=[Related(other.span, "the launch")],
        evidence={"flight": f"{gap} min", "with_other_half": f"{gap - HALF_DAY} min"},
        fixes=[fix for each in (landing, launch) for fix in _fix(account, each)],
    )


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{n} {word}{'s' * (n != 1)}" for n, word in ((hours, "hour"), (rest, "minute")) if n]
    return " and ".join(parts)


def _fix(account: Account, moment: Moment) -> Iterator[Fix]:
    """Yield the fix of a time: its other half of the day, where it is written once and by the writer."""
    claim, half = moment.claim, moment.half
    if half is None or claim.conversions or claim.scope == "quotation":
        return
    span = Span(claim.span.start + half[0], claim.span.start + half[1])
    letter = account.source.words(span)
    other = {"a": "p", "p": "a", "A": "P", "P": "A"}[letter]
    yield Fix(f"Write {other}.m." if letter.islower() else f"Write {other}.M.", (Edit(span, other),))
