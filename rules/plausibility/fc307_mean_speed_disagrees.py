"""Distance by flight time is a speed that the missile cannot have had.

## What it checks
The distance flown and the flight time of one launch, by all that the figures leave open. Flagged where their
quotient is above the top speed that the text gives; above 8.2 km/s; above 3 km/s or, on a path that is given as such,
below 0.12 km/s for a cruise missile; and where no apogee is given and a ballistic flight of that distance takes more
than a third longer on the fastest ordinary path.

## Why it matters
Of distance, time and speed one can always be reckoned from the others, and readers do.

## Flagged
The cruise missiles flew for 758 seconds along an oval route of 15,000 km, KCNA said.
                                                                ^^^^^^^^^ 19.8 km/s

## Not flagged
The cruise missiles flew for 7,580 seconds along an oval route of 1,500 km, KCNA said.
The missile flew 800 km in 15 minutes.

## Fix
None: the right figure is the source's to give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Account
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC307", name="mean-speed-disagrees", severity="warning", looks_at=Account, since="0.1")


def check(account: Account) -> Iterator[Finding]:
    """Flag each distance that takes another time at every speed the missile can have."""
    if not account.of_kind("flight_time") or not account.of_kind("range"):
        return
    from checker.flight.pace import strange_means
    from checker.flight.told import between
    from checker.flight.wording import quoted_by, speed_words, told

    for mean in strange_means(account):
        claim, time = mean.distance.claim, mean.time.claim
        yield RULE.finding(
            claim.figure or claim.span,
            f"{told(claim)} in {told(time)} is {speed_words(mean.distance.about / mean.time.about)} on average; "
            f"{mean.reason}{quoted_by(claim)}",
            claims=[claim.id, time.id, *([mean.speed.claim.id] if mean.speed else [])],
            related=[
                Related(time.figure or time.span, "the flight time"),
                *([Related(mean.speed.claim.span, "the speed")] if mean.speed else []),
            ],
            evidence={
                "mean": between(mean.low, mean.high, "km/s"),
                "limit": f"{mean.limit:.4g} km/s",
                "distance": between(mean.distance.low, mean.distance.high, "km"),
                "flight_time": between(mean.time.low, mean.time.high, "s"),
            },
        )
