"""The named sea is not where the landing is told to be, or no direction leads there.

## What it checks
The Sea of Japan (East Sea), the Yellow Sea (West Sea), the East China Sea, the Sea of Okhotsk, the Pacific and the
waters between them, by the limits of the International Hydrographic Organization with 40 km allowed. They are held
against a landing told by distance and direction from a place, else against the distance flown from the launch site.

## Why it matters
Sea of Japan and Pacific are on either side of Japan: one of them is an overflight.

## Flagged
The missile fell in the Sea of Japan about 2,000 km east of Cape Erimo.
                 ^^^^^^^^^^^^^^^^^^^ not in the Sea of Japan
North Korea fired a ballistic missile from Wonsan. It flew about 400 km and fell in the Pacific Ocean.
                                                                                 ^^^^^^^^^^^^^^^^^^^^ no direction

## Not flagged
The missile fell in the Pacific Ocean about 2,000 km east of Cape Erimo.
North Korea fired a ballistic missile from Wonsan. It flew about 400 km and fell in the East Sea.

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

RULE = Rule(code="FC204", name="sea-impossible", severity="error", looks_at=Account, since="0.1")


def check(account: Account) -> Iterator[Finding]:
    """Flag a sea that neither the told landing nor any end point of the flight lies in."""
    if not account.of_kind("impact_area"):
        return
    if account.of_kind("distance_from_place"):
        from checker.earth.judging import misplaced
        from checker.earth.wording import by, placed, sea_name

        for claim, sea, landing in misplaced(account):
            where = placed(account, landing)
            yield RULE.finding(
                claim.span,
                f"{where} is not in the {sea_name(sea)}{by(claim)}",
                claims=[claim.id, landing.claim.id],
                related=[Related(landing.claim.span, "the landing")],
                evidence={"sea": sea, "landing": where},
            )
    elif account.of_kind("range") and account.of_kind("site"):
        from checker.earth.judging import unreached
        from checker.earth.told import sea as told_sea
        from checker.earth.wording import by, sea_name

        reaches, told = unreached(account), told_sea(account)
        if reaches and told:
            (claim, sea), site = told, reaches[0].site
            flown = " or ".join(account.quote(reach.distance.claim) for reach in reaches)
            yield RULE.finding(
                claim.span,
                f"{flown} from {site.name} does not reach the {sea_name(sea)}: no direction leads there{by(claim)}",
                claims=[claim.id, site.claim.id, *(reach.distance.claim.id for reach in reaches)],
                related=[
                    *(Related(reach.distance.claim.span, "the distance flown") for reach in reaches),
                    Related(site.claim.span, "the launch site"),
                ],
                evidence={
                    "sea": sea,
                    "distance": "; ".join(f"{one.distance.low:.6g} to {one.distance.high:.6g} km" for one in reaches),
                },
            )
