"""The landing that is told from a place is not on the printed side of an exclusive economic zone.

## What it checks
A landing told by distance and direction from an island, cape or city ("about 200 km west of Okushiri"): all points that
round to it, where a distance in steps of 50 km may be 25 km off and a direction 11 degrees ("north-west" 22). Flagged
where less than 5 % of them can be inside, or outside, of Japan's zone as the text says, with 8 km allowed for the
zone's limit, whichever disputed islands count, and 100 km for the zones of China, the two Koreas and Russia, which are
estimates. Of several landings one that fits is enough. Where the public record has the launch on the side that the
text gives, any point that fits is enough.

## Why it matters
The landing comes from the ministry's chart, the side from its spokesman: one of them was misheard or since revised.

## Flagged
The missile fell about 200 km west of Oshima-Oshima, outside Japan's exclusive economic zone.
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ inside it

## Not flagged
The missile fell about 200 km west of Oshima-Oshima, inside Japan's exclusive economic zone.
The missile fell about 250 km west of Oshima-Oshima, outside Japan's exclusive economic zone.
The missile fell about 200 km west of Okushiri, outside Japan's exclusive economic zone.

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

RULE = Rule(
    code="FC202",
    name="eez-landing-disagrees",
    severity="error",
    looks_at=Account,
    since="0.1",
    refines=("FC201", "FC211"),
)


def check(account: Account) -> Iterator[Finding]:
    """Flag what is said of the zone where the told landing is on the other side of its limit."""
    if not account.of_kind("eez") or not account.of_kind("distance_from_place"):
        return
    from checker.earth.judging import FEW, fixed, variants
    from checker.earth.told import OWNERS, zone_claims
    from checker.earth.wording import by, depth, estimated, placed, whose

    for claim in zone_claims(account, OWNERS):
        found = fixed(account, claim)
        if found is None or max(found[0].values()) >= FEW:
            continue
        if account.is_published(claim) and max(found[0].values()) > 0:
            continue
        shares, landing = found
        low, high = landing.fix.margins(variants(claim)[0])
        where = placed(account, landing)
        if claim.value:
            other, deep = "outside", depth(max(0.0, -high), -low)
        else:
            other, deep = "inside", depth(max(0.0, low), high)
        yield RULE.finding(
            claim.span,
            f"{where} is {other} {whose(claim)} zone, {deep} {other} its limit{estimated(claim)}{by(claim)}",
            claims=[claim.id, landing.claim.id],
            related=[Related(landing.claim.span, f"{other} the zone")],
            evidence={
                "share_that_fits": round(max(shares.values()), 3),
                "inside_by": f"{low:.0f} to {high:.0f} km",
                "variants": ", ".join(shares),
            },
        )
