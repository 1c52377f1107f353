"""The figures of a flight are not those of a ballistic arc.

## What it checks
The apogee and the distance of one launch. A note where every pair of them that the text gives is lower than six
tenths of the ordinary arc for that distance, over more than 250 km and below 120 km: the missile glided, pulled up or
flew flat. A flight time too long for the height is the second sign. Silent where the text itself says that the missile
glides or is a cruise missile, where a figure is only a bound, and for the length of a winding path.

## Why it matters
"Ballistic" figures, such as a range on a standard trajectory, cannot be reckoned from such a flight. It is no slip.

## Flagged
The missile reached an altitude of 50 km and flew 1,000 km on Sunday.
                                   ^^^^^ a ballistic missile rises to about 240 km

## Not flagged
The missile reached an altitude of at least 50 km and flew 1,000 km on Sunday.
The missile reached an altitude of 240 km and flew 1,000 km on Sunday.
The hypersonic missile reached an altitude of 50 km and flew 1,000 km on Sunday.

## Fix
None: there may be nothing to mend.
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

RULE = Rule(code="FC304", name="not-ballistic", severity="note", looks_at=Account, since="0.1")


def check(account: Account) -> Iterator[Finding]:
    """Remark on the first apogee of a launch that is too low for an arc over each of its distances."""
    apogees = account.of_kind("altitude")
    if not apogees or not account.of_kind("range") or any(claim.qualifier in LOWER for claim in apogees):
        return
    from checker.flight.shapes import flat
    from checker.flight.told import between
    from checker.flight.wording import kilometers, quoted_by, told

    for distance, apogee in flat(account)[:1]:
        claim, flown = apogee.claim, distance.claim
        yield RULE.finding(
            claim.figure or claim.span,
            f"For a distance of {told(flown)} a ballistic missile rises to about {kilometers(distance.ordinary)}; at "
            f"{told(claim)} the flight was depressed, or the missile glided or pulled up{quoted_by(claim)}",
            claims=[claim.id, flown.id],
            related=[Related(flown.figure or flown.span, "the distance")],
            evidence={
                "apogee": between(apogee.low, apogee.high, "km"),
                "distance": between(distance.low, distance.high, "km"),
                "ordinary_apogee": f"{distance.ordinary:.6g} km",
                "loft_ratio": round(apogee.about / distance.ordinary, 3),
            },
        )
