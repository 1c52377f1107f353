"""A figure of a launch is given to nobody.

Off by default: a desk that wants every figure attributed selects it.

## What it checks
Distances, altitudes, flight times and speeds that the draft tells as facts, without a speaker.

## Why it matters
All that is known of a launch comes from somebody's radar, or somebody's press office.

## Flagged
The missile flew about 1,000 km on Jan. 14.
                       ^^^^^^^^ Nobody is named for the distance

## Not flagged
The missile flew about 1,000 km on Jan. 14, South Korea's military said.

## Fix
None: name who said it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import Claim
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC406", name="figure-unattributed", severity="note", looks_at=Claim, since="0.1", default=False)
NAMES = {"range": "distance", "altitude": "altitude", "flight_time": "flight time", "speed": "speed"}


def check(claim: Claim) -> Iterator[Finding]:
    """Note a figure of a launch that the draft tells of nobody's."""
    if claim.kind in NAMES and claim.modality == "asserted" and not claim.attributed_to:
        yield RULE.finding(
            claim.figure or claim.span, f"Nobody is named for the {NAMES[claim.kind]}", claims=[claim.id]
        )
