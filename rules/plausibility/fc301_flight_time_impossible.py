"""A flight time is shorter than free fall from the apogee takes.

## What it checks
The flight time and the apogee of one launch. Until its engine burns out a missile is slower than a free body on
the same path, so no missile rises to a height and comes down again faster than it would fall. Flagged where the
time is more than 30 seconds and 3 % below that, by all that the figures leave open, and as the Earth turns. From
an apogee of 300 km on; not for what glides, flies with an engine or stays up; and only where the time goes with
no apogee that the text gives for the launch. Silent where one speaker gave both, by the public record.

## Why it matters
The apogee decides the time, whatever the distance, and the range is reckoned from both.

## Flagged
The missile flew for 40 minutes, reached an altitude of 6,040 km and flew 1,000 km.
                     ^^^^^^^^^^ takes at least 65.6 minutes

## Not flagged
The missile flew for 69 minutes, reached an altitude of 6,040 km and flew 1,000 km.
The missile flew for 4 minutes, reached an altitude of at least 100 km and flew 400 km.

## Fix
None: either figure may be wrong. The message says what would go with each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Account
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC301", name="flight-time-impossible", severity="error", looks_at=Account, since="0.1")


def check(account: Account) -> Iterator[Finding]:
    """Flag each flight time that no apogee of the launch allows."""
    if not account.of_kind("flight_time") or not account.of_kind("altitude"):
        return
    from checker.flight.solving import apogee_for
    from checker.flight.timing import misfits
    from checker.flight.wording import kilometers, minutes, quoted_by, told

    for misfit in misfits(account):
        if misfit.slip != "impossible":
            continue
        flight = misfit.flight
        time, apogee = flight.time.claim, flight.apogee.claim
        least = minutes(flight.free().low)
        highest = kilometers(apogee_for(0.0, flight.time.high))
        yield RULE.finding(
            time.figure or time.span,
            f"Rising to {told(apogee)} and falling back takes at least {least}; in {told(time)} a missile "
            f"rises to {highest} at most{quoted_by(time)}",
            claims=flight.claims,
            related=[Related(apogee.figure or apogee.span, "the apogee"), *flight.beside("the distance")],
            evidence=flight.evidence(),
        )
