"""The times of launch and landing, or the flight time beside them, cannot all be true.

## What it checks
Where the text gives one launch time and one landing of a launch: a landing before the launch, in one sentence; and
whether the flight time of one missile, in the same paragraph, is that between them. A minute or two of rounding is
allowed; a time with a hedge may be 5 minutes off, and one in whole hours or half hours 15. A flight of less than three
minutes, whose wreck falls later, and a rocket that carries a satellite, whose stages do, are let be.

## Why it matters
One of the three is wrong, and the flight time tells how high a missile went.

## Flagged
The missile was launched at 6:12 a.m. and landed in the sea at 5:58 a.m.
                                                               ^^^^^^^^^ before it was launched
The missile was launched at 9:59 a.m., flew for 47 minutes and landed in the sea at 11:13 a.m.
                                                                                    ^^^^^^^^^^ 74 minutes

## Not flagged
The missile was launched at 9:59 a.m., flew for about 74 minutes and landed in the sea at 11:13 a.m.
The missile was launched at about 10 a.m., flew for 74 minutes and landed in the sea at about 11:10 a.m.

## Fix
None: it cannot be told which of them is wrong.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.moments import Moment, moments
from checker.events import Account
from checker.figures import LOWER, UPPER
from checker.figures.clockfaces import DAY
from checker.figures.writing import quoted
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.findings import Finding

RULE = Rule(code="FC505", name="interval-disagrees", severity="error", looks_at=Account, since="0.1")
LONGEST = 240
EARLIEST = 100
ONE_LAUNCH = 2
ROUNDED = 1
FAILED = 3
_ENDS = {
    "sentence": re.compile(r"[.!?][\"\u201d\u2019)]*\s|^\s+[A-Z]|[\r\n]"),
    "paragraph": re.compile(r"(?>\r\n?|\n)[>\s]*[\r\n]"),
}


def check(account: Account) -> Iterator[Finding]:
    """Flag a landing before the launch, and a flight time that the clocks contradict."""
    launches = list(moments(account, landing=False))
    landings = list(moments(account, landing=True))
    if not launches or not landings or not (_one(launches) and _one(landings)):
        return
    launch, landing = launches[0], landings[0]
    gap = launch.until(landing)
    if gap is None or launch.either or landing.either:
        return
    slack = launch.slack + landing.slack
    if (
        DAY - EARLIEST <= gap < DAY - slack
        and _near(account, "sentence", launch.claim, landing.claim)
        and landing.claim.qualifier not in LOWER | {"range"}
    ):
        before = f"{DAY - gap} minutes before it was launched {account.quote(launch.claim)}"
        yield _finding(account, launch, landing, f"down {before}", ())
    elif 0 < gap <= LONGEST and not _several(account):
        flights = [claim for claim in account.of_kind("flight_time") if claim.interval]
        near = _near(account, "paragraph", launch.claim, landing.claim, *flights)
        if flights and near and not any(_meets(claim, launch, landing, gap) for claim in flights):
            times = " or ".join(dict.fromkeys(account.quote(claim) for claim in flights))
            told = f"launched {account.quote(launch.claim)}, down {account.quote(landing.claim)}: {gap} minutes"
            yield _finding(account, launch, landing, f"{told}, not {times}", flights)


def _one(told: Sequence[Moment]) -> bool:
    """Whether times are those of one launch, or of one landing."""
    gaps = [gap for one in told for other in told if (gap := one.until(other)) is not None]
    return len(gaps) == len(told) ** 2 and all(min(gap, DAY - gap) <= ONE_LAUNCH for gap in gaps)


def _several(account: Account) -> bool:
    """Whether the text tells of more missiles than one, or of stages, whose flights may differ."""
    counted = any(claim.value != 1 for claim in account.of_kind("count"))
    return counted or any(claim.value == "SLV" for claim in account.of_kind("missile_class"))


def _near(account: Account, stretch: str, *claims: Claim) -> bool:
    """Whether claims stand in one sentence, or in one paragraph."""
    ordered = sorted(claims, key=lambda claim: claim.span)
    gaps = (account.between(one, other) for one, other in pairwise(ordered))
    return not any(_ENDS[stretch].search(gap) for gap in gaps)


def _meets(flight: Claim, launch: Moment, landing: Moment, gap: int) -> bool:
    """Whether a flight time may be that between the clocks, by what all three allow."""
    slack = launch.slack + landing.slack
    bounds = (landing.claim.qualifier, launch.claim.qualifier)
    least = 0.0 if bounds[0] in UPPER or bounds[1] in LOWER else gap - slack
    most = math.inf if bounds[0] in LOWER or bounds[1] in UPPER else gap + slack
    if "range" in bounds or flight.interval is None:
        return True
    told = flight.interval.to("min")
    if told.high is not None and told.high < FAILED:
        return True
    low, high = (told.low or 0) - ROUNDED, math.inf if told.high is None else told.high + ROUNDED
    return low <= most and least <= high


def _finding(account: Account, launch: Moment, landing: Moment, message: str, flights: Sequence[Claim]) -> Finding:
    claim = landing.claim
    related = [Related(launch.claim.span, "the launch"), *(Related(each.span, "the flight time") for each in flights)]
    return RULE.finding(
        claim.span,
        message + quoted(claim.quoted_by),
        claims=(claim.id, launch.claim.id, *(each.id for each in flights)),
        related=related,
        evidence={
            "launch": account.quote(launch.claim),
            "landing": account.quote(claim),
            "flight_time": "; ".join(account.quote(each) for each in flights) or None,
        },
    )
