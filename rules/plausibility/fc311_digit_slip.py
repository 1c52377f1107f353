"""A digit too many or too few: the figures of a flight fit with one of them ten times as large or as small.

## What it checks
The flight time, the apogee and the distance of one launch. Flagged where they fit no published flight, and fit one
with a tenth or ten times of one of them, or with a thousand more of the apogee ("climbed to 2 km" for 2,000). Without
a flight time, an apogee is flagged that is below a twentieth of the height from which a missile of that distance
falls, and fits ten or a thousand times as high; what glides or flies with an engine is let be.

## Why it matters
A lost or doubled digit is the commonest slip of typing, and no reader can tell.

## Flagged
The missile flew for 69 minutes, reached an altitude of 60,400 km and flew 1,000 km.
                                                        ^^^^^^^^^ 6,040 km would
The ballistic missile flew 787 km and climbed to an altitude of 2 km.
                                                                ^^^^ 2,000 km would

## Not flagged
The missile flew for 69 minutes, reached an altitude of 6,040 km and flew 1,000 km.
The missile reached an altitude of 50 km and flew 1,000 km.

## Fix
None: what the figure should be is the source's to say. The message says what would fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Account
from checker.figures import LOWER
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding
    from checker.flight.timing import Misfit

RULE = Rule(
    code="FC311",
    name="digit-slip",
    severity="warning",
    looks_at=Account,
    since="0.1",
    refines=("FC304", "FC312"),
)


def check(account: Account) -> Iterator[Finding]:
    """Flag the one figure of a flight that fits the others only with another number of digits."""
    apogees = account.of_kind("altitude")
    if not apogees:
        return
    if account.of_kind("flight_time"):
        from checker.flight.timing import misfits

        yield from (_timed(misfit) for misfit in misfits(account) if misfit.slip == "digits")
        return
    if not account.of_kind("range") or any(claim.qualifier in LOWER for claim in apogees):
        return
    from checker.flight.shapes import lost_digits
    from checker.flight.wording import kilometers, multiplied, quoted_by, told

    for distance, apogee, factor in lost_digits(account):
        claim = apogee.claim
        yield RULE.finding(
            claim.figure or claim.span,
            f"An apogee of {told(claim)} does not go with a distance of {told(distance.claim)}, for which a missile "
            f"rises to about {kilometers(distance.ordinary)}; {multiplied(claim, factor)} would{quoted_by(claim)}",
            claims=[claim.id, distance.claim.id],
            related=[Related(distance.claim.figure or distance.claim.span, "the distance")],
            evidence={
                "apogee": f"{apogee.about:.6g} km",
                "distance": f"{distance.about:.6g} km",
                "ordinary_apogee": f"{distance.ordinary:.6g} km",
            },
        )


def _timed(misfit: Misfit) -> Finding:
    from checker.flight.wording import minutes_between, multiplied, quoted_by, told

    flight, figure = misfit.flight, misfit.figure or misfit.flight.apogee
    usual = flight.usual()
    claim = figure.claim
    others = [one.claim for one in (flight.apogee, flight.time, flight.distance) if one is not None and one != figure]
    rest = " and ".join(told(one) for one in others)
    return RULE.finding(
        claim.figure or claim.span,
        f"{told(claim)} does not go with {rest}; {multiplied(claim, misfit.factor)} would. As printed the flight would "
        f"take {minutes_between(usual.low, usual.high)}{quoted_by(claim)}",
        claims=flight.claims,
        related=[Related(one.figure or one.span, "a figure of the same flight") for one in others],
        evidence=flight.evidence() | {"factor": misfit.factor},
    )
