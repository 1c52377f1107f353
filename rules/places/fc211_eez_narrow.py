"""The printed side of Japan's zone is possible for a narrow fan of directions only.

## What it checks
The launch site, the distance flown and the sea, where the text tells no landing: of the directions that end in that
sea, those whose end points may be inside, or outside, of Japan's zone as the text says. Noted where they are fewer than
half. The zone is that of Tokyo's statements, with the islands that Japan disputes with its neighbours.

## Why it matters
It is no fault, but worth a question: a direction or a landing would show whether the two figures belong together.

## Flagged
North Korea fired a ballistic missile from Sunan. It flew about 1,000 km into the East Sea, outside Japan's EEZ.
                                                                                            ^^^^^^^^^^^^^^^^^^^ degrees

## Not flagged
North Korea fired a ballistic missile from Sunan. It flew about 600 km into the East Sea, outside Japan's EEZ.
North Korea fired a ballistic missile from Sunan. It flew at least 500 km into the East Sea, outside Japan's EEZ.

## Fix
None: nothing is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Account
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC211", name="eez-narrow", severity="note", looks_at=Account, since="0.1")


def check(account: Account) -> Iterator[Finding]:
    """Note what is said of the zone where less than half of the directions agree, and show them."""
    if not account.of_kind("eez") or not account.of_kind("range") or not account.of_kind("site"):
        return
    from checker.earth.fan import width
    from checker.earth.judging import NARROW, reaches
    from checker.earth.told import landings, zone_claims
    from checker.earth.wording import DISPUTED, by, directions, sea_name, side

    found = reaches(account)
    claims = zone_claims(account)
    if len(found) != 1 or not claims or landings(account):
        return
    (reach,) = found
    claim = claims[0]
    wet, held = reach.fan.at_sea(), reach.fan.towards(inside=bool(claim.value))
    if reach.sea is None or not reach.distance.closed or not held or not width(wet):
        return
    if width(held) / width(wet) >= NARROW:
        return
    told = reach.distance.claim
    flown = " ".join(account.source.words(told.figure or told.span).split())
    yield RULE.finding(
        claim.span,
        f"At {flown} from {reach.site.name}, {side(claim)} is possible only towards {directions(held)} from north, of "
        f"the {directions(wet)} that end in the {sea_name(reach.sea[1])}{by(claim)}",
        claims=[claim.id, reach.site.claim.id, reach.distance.claim.id],
        related=[
            Related(reach.distance.claim.span, "the distance flown"),
            Related(reach.site.claim.span, "the launch site"),
        ],
        evidence={
            "directions": directions(held),
            "directions_at_sea": directions(wet),
            "distance": f"{reach.distance.low:.6g} to {reach.distance.high:.6g} km",
            "site": f"{reach.site.point[0]:.2f} N, {reach.site.point[1]:.2f} E, within {reach.site.radius:.6g} km",
            "zone": DISPUTED,
        },
    )
