"""Distance and apogee have changed places.

## What it checks
The flight time, the apogee and the distance of one launch. Flagged where the three fit no published flight, and
fit one with distance and apogee exchanged. "More than 6,000 km" is taken to mean up to half as much again.

## Why it matters
A lofted missile rises 6,000 km and flies 1,000; the other way round it is another missile, on another course.

## Flagged
The missile reached an altitude of 1,000 km, flew 6,040 km and was in the air for 69 minutes.
                                   ^^^^^^^^ exchanged

## Not flagged
The missile reached an altitude of 6,040 km, flew 1,000 km and was in the air for 69 minutes.
The missile reached an altitude of 1,000 km, flew 4,600 km and was in the air for 22 minutes.

## Fix
None that a program makes; the two figures exchanged are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Account
from checker.findings import Edit, Fix, Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims import Claim
    from checker.findings import Finding

RULE = Rule(code="FC303", name="apogee-distance-swapped", severity="warning", looks_at=Account, since="0.1")


def check(account: Account) -> Iterator[Finding]:
    """Flag an apogee whose flight time is that of the distance taken for it."""
    if not (account.of_kind("flight_time") and account.of_kind("altitude") and account.of_kind("range")):
        return
    from checker.flight.timing import misfits
    from checker.flight.wording import minutes_between, quoted_by, told

    for misfit in misfits(account):
        flight, turned = misfit.flight, misfit.flight.exchanged()
        if misfit.slip != "exchanged" or turned is None or flight.distance is None:
            continue
        time, apogee, distance = flight.time.claim, flight.apogee.claim, flight.distance.claim
        printed, usual = flight.capped.usual(), turned.usual()
        as_said, turned_said = minutes_between(printed.low, printed.high), minutes_between(usual.low, usual.high)
        yield RULE.finding(
            apogee.figure or apogee.span,
            f"Apogee and distance seem exchanged: flights {told(apogee)} high and {told(distance)} far took {as_said}, "
            f"and the other way round {turned_said}; the text says {told(time)}{quoted_by(apogee)}",
            claims=flight.claims,
            related=[Related(distance.figure or distance.span, "the distance"), Related(time.span, "the flight time")],
            evidence=flight.evidence() | {"published_flights_exchanged": f"{usual.low:.0f} to {usual.high:.0f} s"},
            fixes=_exchange(apogee, distance),
        )


def _exchange(apogee: Claim, distance: Claim) -> list[Fix]:
    """Return the fix that exchanges the two figures, where the words are the writer's."""
    if "quotation" in {apogee.scope, distance.scope}:
        return []
    edits = tuple(Edit(one.span, other.text) for one, other in ((apogee, distance), (distance, apogee)))
    return [Fix("Exchange the two", tuple(sorted(edits, key=lambda edit: edit.span)), safety="shown")]
