"""A missile's speed does not go with its apogee and distance.

## What it checks
The speed that the text gives for a launch, taken as the highest of the flight, against the arc that apogee and
distance make. Flagged above 1.15 times the arc's speed (and 0.1 km/s more), or below half of it; without an apogee,
above the speed that the distance takes at least, and above 8 km/s, which carries round the Earth. Mach is 295 to 343
m/s, as copy has it. Flights lower than an arc, what glides and what flies with an engine are let be.

## Why it matters
Speeds are often converted, and a thousand miles an hour for kilometres makes another missile of it.

## Flagged
The missile flew 4,500 km at an altitude of 970 km and a top speed of Mach 27, Seoul said.
                                                                      ^^^^^^^ goes with about 5.7 km/s

## Not flagged
The missile flew 4,500 km at an altitude of 970 km and a top speed of Mach 17, Seoul said.
The missile flew 350 km at an altitude of 80 km and a top speed of Mach 5, Seoul said.

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

RULE = Rule(code="FC306", name="speed-disagrees", severity="warning", looks_at=Account, since="0.1")


def check(account: Account) -> Iterator[Finding]:
    """Flag each speed that no arc of the launch has."""
    if not account.of_kind("speed") or not account.of_kind("range"):
        return
    from checker.flight.pace import strange_speeds
    from checker.flight.sound import OFFICIAL
    from checker.flight.told import between
    from checker.flight.wording import quoted_by, speed_words, told

    for speed, (distance, apogee), (low, high) in strange_speeds(account):
        claim = speed.claim
        due = low if speed.high < low else high
        shape = f"{told(distance.claim)}" + (f" with an apogee of {told(apogee.claim)}" if apogee else "")
        manner = "goes with about" if apogee else "takes at least"
        converted = "" if claim.unit in {"mach", "km/s"} else f", which is {speed_words(speed.about)}"
        others = [one.claim for one in (distance, apogee) if one is not None]
        yield RULE.finding(
            claim.figure or claim.span,
            f"A ballistic flight of {shape} {manner} {speed_words(due)}, or Mach {due / OFFICIAL:.0f}; the text says "
            f"{told(claim)}{converted}{quoted_by(claim)}",
            claims=[claim.id, *(one.id for one in others)],
            related=[Related(one.figure or one.span, "a figure of the same flight") for one in others],
            evidence={
                "speed": between(speed.low, speed.high, "km/s"),
                "arc": between(low, high, "km/s"),
                "distance": between(distance.low, distance.high, "km"),
                "apogee": between(apogee.low, apogee.high, "km") if apogee else None,
            },
        )
