"""A range claimed for a normal trajectory is more than the lofted flight can support.

## What it checks
What the text says the missile could have flown on a standard trajectory, against apogee and distance of the launch.
The speed at which the lofted arc begins, and half a kilometre a second more, at the best angle: every published
estimate lies below that. Flagged 5 % above. Ranges below the floor are let be, for a heavier warhead explains them;
from an apogee of some 5,000 km on the ceiling is anywhere on Earth, and nothing is flagged.

## Why it matters
The range says whom the missile can reach, and is always somebody's estimate.

## Flagged
The missile flew 787 km and rose to 2,111 km. It would have flown 9,000 km on a standard trajectory.
                                                                  ^^^^^^^^ at most about 5,580 km

## Not flagged
The missile flew 787 km and rose to 2,111 km. It would have flown 4,500 km on a standard trajectory.

## Fix
None: name whose estimate it is, "depending on the weight of the warhead".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Account
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC308", name="standard-range-disagrees", severity="warning", looks_at=Account, since="0.1")
MARGIN = 1.05


def check(account: Account) -> Iterator[Finding]:
    """Flag each range on a standard trajectory that no lofted flight of the launch supports."""
    claims = [claim for claim in account.claims if claim.kind == "capability_range"]
    claims = [claim for claim in claims if claim.basis == "standard trajectory"]
    if not claims or not account.of_kind("altitude"):
        return
    from checker.flight.shapes import supported
    from checker.flight.told import between, reading
    from checker.flight.wording import kilometers, quoted_by, told

    found = supported(account)
    if found is None:
        return
    distance, apogee, (least, most) = found
    for claim in claims:
        claimed = reading(claim)
        if claimed is None or claimed.low <= MARGIN * most:
            continue
        flown = (distance.claim, apogee.claim)
        yield RULE.finding(
            claim.figure or claim.span,
            f"A flight of {told(flown[0])} with an apogee of {told(flown[1])} supports {kilometers(least)} to at most "
            f"about {kilometers(most)} on a standard trajectory, not {told(claim)}{quoted_by(claim)}",
            claims=[claim.id, *(one.id for one in flown)],
            related=[Related(one.figure or one.span, "a figure of the flight") for one in flown],
            evidence={
                "floor": f"{least:.0f} km",
                "ceiling": f"{most:.0f} km",
                "distance": between(distance.low, distance.high, "km"),
                "apogee": between(apogee.low, apogee.high, "km"),
            },
        )
