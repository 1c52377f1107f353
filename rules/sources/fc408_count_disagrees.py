"""The draft counts other missiles than its source.

## What it checks
How many missiles were fired in a launch, against every source's account of it. Where the draft names the speaker,
that speaker's account is asked first; otherwise a number that any source gives is let be. Launches of one day may be
counted together, and a part of a salvo, where the whole is right, is no other number. Where the draft gives a source's
number, a bound above it, or three times as many, is taken for the number of the day.

## Why it matters
A number of missiles is a bare fact that a reader remembers, and the first thing to change in the hours after a salvo.

## Flagged
[South Korea JCS] North Korea fired two ballistic missiles on Jan. 14.
North Korea fired three ballistic missiles on Jan. 14.
                  ^^^^^^^^^^^^^^^^^^^^^^^^ The draft counts 3; South Korea JCS says two ballistic missiles

## Not flagged
[South Korea JCS] North Korea fired two ballistic missiles on Jan. 14.
North Korea fired several ballistic missiles on Jan. 14.

## Fix
None: ask the speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.compatible import number
from checker.events import Comparison
from checker.figures.writing import HEDGES
from checker.hearing import Heard, again, heard, once, ruled_out
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.events import Account
    from checker.findings import Finding

RULE = Rule(code="FC408", name="count-disagrees", severity="error", looks_at=Comparison, since="0.1")
MANY_TIMES = 3


def check(comparison: Comparison) -> Iterator[Finding]:
    """Flag each number of missiles that no source gives, for a part or for all of a launch."""
    told = {claim.id: heard(comparison, claim) for claim in comparison.draft.of_kind("count")}
    mine = [claim for claim in comparison.draft.of_kind("count") if not isinstance(claim.value, str)]
    whole = max((number(claim) for claim in mine if any(one.fits for one in told[claim.id])), default=0.0)

    def against(claim: Claim) -> Heard | None:
        found = ruled_out(claim, told[claim.id])
        if found is None or number(claim) < whole or _is_of_more(claim, whole) or _is_a_sum(claim, found.account, mine):
            return None
        return found

    for claims, source in once(mine, against):
        yield _finding(claims, source)


def _is_of_more(claim: Claim, whole: float) -> bool:
    """Whether a number is that of a day or more, where the draft gives the number of the launch as well."""
    least = claim.interval is not None and claim.interval.high is None
    return 0 < whole < number(claim) and (least or number(claim) >= MANY_TIMES * whole)


def _is_a_sum(claim: Claim, account: Account, mine: Sequence[Claim]) -> bool:
    """Whether a number is that of several launches of the source together, or a part of one that the draft divides."""
    by_launch: dict[str | None, float] = {}
    for other in account.of_kind("count"):
        by_launch[other.event] = max(number(other), by_launch.get(other.event, 0.0))
    parts = {number(one) for one in mine}
    divided = len(parts) > 1 and sum(parts) in by_launch.values()
    return divided or (len(by_launch) > 1 and number(claim) == sum(by_launch.values()))


def _finding(claims: Sequence[Claim], against: Heard) -> Finding:
    claim = claims[0]
    return RULE.finding(
        claim.span,
        f"The draft counts {HEDGES.get(claim.qualifier, '')}{claim.value}; {against.says()}",
        claims=[claim.id for claim in claims],
        related=[*again(claims), against.related],
        evidence={"draft": number(claim), "source": number(against.claim)},
        sources=[against.cited],
    )
