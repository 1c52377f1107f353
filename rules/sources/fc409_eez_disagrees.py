"""The draft has a missile inside an exclusive economic zone, and its source outside, or the reverse.

## What it checks
What a draft says of one country's zone, against every source's account of the same launch. Where the draft names the
speaker, that speaker's account is asked first; otherwise what any source bears out is let be.

## Why it matters
Inside the zone is an incident between states, outside it is not; a lost "not" turns the one into the other.

## Flagged
[Japan MOD] The missile fell outside Japan's exclusive economic zone on Jan. 14.
The missile fell inside Japan's exclusive economic zone on Jan. 14.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The draft says inside the zone; Japan MOD says outside

## Not flagged
[Japan MOD] The missile fell outside Japan's exclusive economic zone on Jan. 14.
The missile did not enter Japan's exclusive economic zone on Jan. 14.

## Fix
None: ask the speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Comparison
from checker.hearing import Heard, again, judge, once, told
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.findings import Finding

RULE = Rule(code="FC409", name="eez-disagrees", severity="error", looks_at=Comparison, since="0.1")


def check(comparison: Comparison) -> Iterator[Finding]:
    """Flag each side of a zone that the speaker named, or every source that speaks, rules out."""
    for claims, against in once(told(comparison, "eez"), judge(comparison)):
        yield _finding(claims, against)


def _finding(claims: Sequence[Claim], against: Heard) -> Finding:
    claim, account = claims[0], against.account
    mine, theirs = ("inside" if side else "outside" for side in (claim.value, against.claim.value))
    return RULE.finding(
        claim.span,
        f"The draft says {mine} the zone; {against.speaker} says {theirs} "
        f'("{account.phrase(against.claim)}", {account.place(against.claim)})',
        claims=[claim.id for claim in claims],
        related=[*again(claims), against.related],
        evidence={"draft": mine, "source": theirs, "zone": claim.entity},
        sources=[against.cited],
    )
