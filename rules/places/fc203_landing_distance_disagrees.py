"""The launch site and the told landing lie farther apart, or closer, than the missile is said to have flown.

## What it checks
A landing told by distance and direction from a place, the launch site as far as it is known, and the distance flown:
the ground distance that follows from the first two, from its least to its most, against the third. A warning where they
are more than 10 % apart, else a note. Only where the text tells of one distance and one landing.

## Why it matters
Ministries in Seoul, Tokyo and Washington round on their own. A gap of a few per cent is theirs; a large one is a slip.

## Flagged
North Korea fired a missile from Sunan. It flew about 700 km and fell about 200 km west of Oshima-Oshima, Japan said.
                                                      ^^^^^^ from Sunan

## Not flagged
North Korea fired a missile from Sunan. It flew about 1,000 km and fell about 200 km west of Oshima-Oshima, Japan said.

## Fix
None: it cannot be told which of them is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Account
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC203", name="landing-distance-disagrees", severity="warning", looks_at=Account, since="0.1")
LARGE = 0.10


def check(account: Account) -> Iterator[Finding]:
    """Flag a distance flown that does not lead from the site to the landing."""
    if not account.of_kind("distance_from_place") or not account.of_kind("range") or not account.of_kind("site"):
        return
    from checker.earth.told import distances, landings, site
    from checker.earth.wording import between, by, placed

    start, flown, found = site(account), distances(account), landings(account)
    if start is None or len(flown) != 1 or len(found) != 1 or len(account.of_kind("distance_from_place")) != 1:
        return
    (told,), (landing,) = flown, found
    low, high = landing.fix.from_site(start.point, start.radius)
    gap = max(low - told.high, told.low - high)
    if gap <= 0:
        return
    share = gap / (low if told.high < low else high)
    where = placed(account, landing)
    yield RULE.finding(
        told.claim.figure or told.claim.span,
        f"{where} is {between(low, high)} from {start.name}, not {account.quote(told.claim)}{by(told.claim)}",
        severity="warning" if share > LARGE else "note",
        claims=[told.claim.id, start.claim.id, landing.claim.id],
        related=[Related(landing.claim.span, "the landing"), Related(start.claim.span, "the launch site")],
        evidence={
            "from_site_to_landing": f"{low:.0f} to {high:.0f} km",
            "distance": f"{told.low:.6g} to {told.high:.6g} km",
            "relative_gap": round(share, 3),
        },
    )
