"""Whether the landing was inside Japan's zone depends on islands that Japan disputes with its neighbours.

## What it checks
What is said of Japan's zone, against the told landing or the fan of end points, once with Takeshima/Dokdo, the Senkaku
Islands and the Northern Territories counted as Tokyo counts them, and once without. Noted where the text can be right
one way only.

## Why it matters
Tokyo's statements count the islands; a map in Seoul or Moscow draws the limit up to 117 km elsewhere.

## Flagged
The missile fell about 190 km north of Takeshima, inside Japan's exclusive economic zone.
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disputed

## Not flagged
The missile fell about 200 km west of Oshima-Oshima, inside Japan's exclusive economic zone.

## Fix
None: say whose zone it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Account
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC210", name="eez-variant", severity="note", looks_at=Account, since="0.1")


def check(account: Account) -> Iterator[Finding]:
    """Note what is said of the zone where it can be right with the disputed islands only, or without them only."""
    if not account.of_kind("eez") or not (account.of_kind("distance_from_place") or account.of_kind("range")):
        return
    from checker.earth.judging import FEW, VARIANTS, fixed, impossible
    from checker.earth.told import zone_claims
    from checker.earth.wording import by, placed, side

    for claim in zone_claims(account):
        found = fixed(account, claim)
        if found is not None:
            shut = [found[0][variant] < FEW for variant in VARIANTS]
            other, where = found[1].claim, placed(account, found[1])
        else:
            reaches = [impossible(account, claim, VARIANTS[0])]
            # The zone without the islands lies within the other: what may be outside of that may be outside of both.
            if not reaches[0] and not claim.value:
                continue
            reaches.append(impossible(account, claim, VARIANTS[1]))
            shut = [bool(each) for each in reaches]
            held = next((each for each in reaches if each), None)
            if held is None:
                continue
            other = held[0].distance.claim
            where = f"{account.quote(other)} from {held[0].site.name}"
        if shut[0] == shut[1]:
            continue
        islands = "are left out" if shut[0] else "count as Japan's"
        yield RULE.finding(
            claim.span,
            f"{where} is {side(claim)} only if disputed islands {islands}: Takeshima/Dokdo, "
            f"the Senkaku Islands, the Northern Territories{by(claim)}",
            claims=[claim.id, other.id],
            related=[Related(other.span, "where it came down")],
            evidence={"fits": VARIANTS[1] if shut[0] else VARIANTS[0]},
        )
