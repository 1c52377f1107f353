"""The draft gives a figure to a speaker whose statement has no such figure.

## What it checks
A figure, a number of missiles or a side of an exclusive economic zone that the draft gives to one speaker whose own
statement on the launch is among the sources, where no source has that speaker give such a fact.

## Why it matters
The figure may come from a briefing, or from somebody else: nothing at hand bears it out.

## Flagged
[South Korea JCS] North Korea fired a ballistic missile at about 2:55 p.m. on Jan. 14.
The missile flew about 1,000 km on Jan. 14, South Korea's Joint Chiefs of Staff said.
                       ^^^^^^^^ Given to South Korea JCS, whose statement gives no distance

## Not flagged
[South Korea JCS] The missile flew about 1,000 km on Jan. 14.
The missile flew about 1,000 km on Jan. 14, South Korea's Joint Chiefs of Staff said.

## Fix
None: find where it was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.facts import LACKING
from checker.events import Comparison, origins, same_voice
from checker.figures.writing import listed
from checker.findings import Related
from checker.hearing import heard, said_by
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.findings import Finding

RULE = Rule(code="FC402", name="figure-not-in-source", severity="note", looks_at=Comparison, since="0.1")
KINDS = ("range", "altitude", "flight_time", "speed", "count", "eez", "distance_from_place")


def check(comparison: Comparison) -> Iterator[Finding]:
    """Flag each attributing phrase once, on the first of the claims that no statement of the speaker bears out."""
    slips: dict[object, list[Claim]] = {}
    for claim in comparison.draft.claims:
        if claim.kind in KINDS and claim.modality == "asserted" and _statements(claim, comparison):
            slips.setdefault((claim.attribution_spans, claim.attributed_to), []).append(claim)
    for claims in slips.values():
        yield _finding(claims, _statements(claims[0], comparison))


def _statements(claim: Claim, comparison: Comparison) -> list[str]:
    """Return the paths of a speaker's statements on a launch, none where one gives that fact."""
    named = origins(claim.attributed_to)
    if len(named) != 1 or (claim.kind == "count" and claim.value == 1) or said_by(named, heard(comparison, claim)):
        return []
    own = [account for account in comparison.sources if account.speaker and same_voice(named[0], account.speaker)]
    # What is told without a name in a speaker's own statement is the speaker's.
    return [] if any(account.of_kind(claim.kind) for account in own) else [account.path for account in own]


def _finding(claims: Sequence[Claim], statements: Sequence[str]) -> Finding:
    claim = claims[0]
    lacking = listed(dict.fromkeys(LACKING[each.kind] for each in claims))
    return RULE.finding(
        claim.figure or claim.span,
        f"Given to {origins(claim.attributed_to)[0]}, whose statement gives {lacking} ({listed(statements)})",
        claims=[each.id for each in claims],
        related=[
            *(Related(span, "given here") for span in claim.attribution_spans),
            *(Related(each.span, "given too") for each in claims[1:]),
        ],
        evidence={"attributed_to": origins(claim.attributed_to)[0]},
        sources=list(statements),
    )
