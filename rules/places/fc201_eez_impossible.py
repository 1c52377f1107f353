"""No end point of the flight is on the printed side of an exclusive economic zone.

## What it checks
The launch site as far as it is known, the distance flown by all that its words allow, every direction, and the sea
where the text names it. Flagged where none of the end points can be inside, or outside, of Japan's zone as the text
says, with 8 km allowed for the zone's limit, whichever disputed islands count. The zones of China, the two Koreas and
Russia are judged by estimates, with 100 km allowed. Silent for cruise missiles, gliders and satellite launchers, which
do not fly straight, where one of several distances fits, and where the public record has the launch on that side.

## Why it matters
Then the distance, the site or the side is wrong. The zone is what Tokyo protests about.

## Flagged
A missile launched from Wonsan flew 250 km into Japan's EEZ.
                                           ^^^^^^^^^^^^^^^^ cannot be inside Japan's zone

## Not flagged
A missile launched from Wonsan flew 250 km and fell outside Japan's EEZ.
A missile launched from Sunan flew about 1,000 km and fell inside Japan's exclusive economic zone.

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

RULE = Rule(code="FC201", name="eez-impossible", severity="error", looks_at=Account, since="0.1")


def check(account: Account) -> Iterator[Finding]:
    """Flag what is said of the zone where no distance flown has an end point that agrees."""
    if not account.of_kind("eez") or not account.of_kind("range") or not account.of_kind("site"):
        return
    from checker.earth.judging import impossible, variants
    from checker.earth.told import OWNERS, zone_claims
    from checker.earth.wording import by, estimated, side

    for claim in zone_claims(account, OWNERS):
        found = [impossible(account, claim, variant) for variant in variants(claim)]
        if not all(found) or account.is_published(claim):
            continue
        reaches = found[0]
        site = reaches[0].site
        flown = " or ".join(account.quote(reach.distance.claim) for reach in reaches)
        yield RULE.finding(
            claim.span,
            f"A flight of {flown} from {site.name} cannot be {side(claim)}: no direction leads there"
            f"{estimated(claim)}{by(claim)}",
            claims=[claim.id, site.claim.id, *(reach.distance.claim.id for reach in reaches)],
            related=[
                *(Related(reach.distance.claim.span, "the distance flown") for reach in reaches),
                Related(site.claim.span, "the launch site"),
            ],
            evidence={
                "distance": "; ".join(f"{reach.distance.low:.6g} to {reach.distance.high:.6g} km" for reach in reaches),
                "site": f"{site.point[0]:.2f} N, {site.point[1]:.2f} E, within {site.radius:.6g} km",
                "variants": ", ".join(variants(claim)),
            },
        )
