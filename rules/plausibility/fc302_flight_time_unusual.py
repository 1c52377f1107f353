"""A flight time and an apogee go together on no published flight.

## What it checks
The flight time, the apogee and the distance of one launch. Published flights took as long as a free fall from
their apogee, and from half a minute to four and a half minutes more: the ascent under power is the slower part.
Flagged outside that, with room on both sides and for all that the figures leave open. Low flights are judged
where the distance shows a whole arc; what glides, flies with an engine or stays up is not. Nor are a time and an
apogee that one speaker gave of the launch, by the public record.

## Why it matters
The apogee decides the time, whatever the distance: one of the two is most likely wrong, or of another launch.

## Flagged
The missile flew for 90 minutes, reached an altitude of 6,040 km and flew 1,000 km.
                     ^^^^^^^^^^ Published flights that rose to 6,040 km

## Not flagged
The missile flew for 69 minutes, reached an altitude of 6,040 km and flew 1,000 km.
The missile flew for about 10 minutes, reached an altitude of 50 km and flew 800 km.

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

RULE = Rule(code="FC302", name="flight-time-unusual", severity="warning", looks_at=Account, since="0.1")


def check(account: Account) -> Iterator[Finding]:
    """Flag each flight time that is shorter or longer than published flights up to every apogee of the launch."""
    if not account.of_kind("flight_time") or not account.of_kind("altitude"):
        return
    from checker.flight.timing import misfits
    from checker.flight.wording import kilometers, minutes, quoted_by, told

    for misfit in misfits(account):
        if misfit.slip not in {"short", "long"}:
            continue
        flight = misfit.flight
        time, apogee = flight.time.claim, flight.apogee.claim
        free, usual = flight.free(), flight.usual()
        if misfit.slip == "short":
            said = (
                f"Rising to {told(apogee)} and falling back takes {minutes(free.low)} in free fall, and took published "
                f"flights {minutes(usual.low)} or more"
            )
        else:
            said = f"Published flights that rose to {told(apogee)} took {minutes(usual.high)} at most"
        yield RULE.finding(
            time.figure or time.span,
            f"{said}; {told(time)} goes with an apogee of about {kilometers(flight.apogee_due())}{quoted_by(time)}",
            claims=flight.claims,
            related=[Related(apogee.figure or apogee.span, "the apogee"), *flight.beside("the distance")],
            evidence=flight.evidence(),
        )
