"""A figure of the draft and the figure of a source cannot both be true.

## What it checks
Distances, altitudes, flight times and speeds of a launch, against every source's account of the same
launch. Each is taken as the interval that its digits and its hedge allow. Where the draft names the
speaker, that speaker's own account is asked first; otherwise a figure that any source bears out is let be.
It is an error where the intervals lie more than 12 % apart, reckoned from the source's nearer end, else a
warning.

## Why it matters
Either the draft or the source is wrong, or two launches have been taken for one. The two ministries differ
often enough: then the draft should say whose figure it gives.

## Flagged
[South Korea JCS] The missile flew about 800 km on Jan. 14.
The missile flew about 1,000 km on Jan. 14.
                       ^^^^^^^^ The draft says about 1,000 km; South Korea JCS says about 800 km

## Not flagged
[South Korea JCS] The missile flew about 1,000 km on Jan. 14.
[Japan MOD] The missile flew at least 500 km on Jan. 14.
The missile flew about 980 km on Jan. 14.

## Fix
None: ask the speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.claims.saying import said
from checker.events import Account, Comparison, same_voice
from checker.figures import Interval
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims import Claim
    from checker.findings import Finding

RULE = Rule(code="FC401", name="sources-disagree", severity="error", looks_at=Comparison, since="0.1")
KINDS = ("range", "altitude", "flight_time", "speed", "distance_from_place")
SLIGHT = 0.12
# Mach has no fixed speed: from the cold of the stratosphere to a warm day at sea, over 340 m/s.
MACH = (295 / 340, 343 / 340)


class Said(NamedTuple):
    """A source's claim, its interval and that of the draft, and how far they are apart."""

    account: Account
    claim: Claim
    source: Interval
    draft: Interval
    gap: float


def check(comparison: Comparison) -> Iterator[Finding]:
    """Flag each figure of the draft that the speaker it names, or every source that speaks, rules out."""
    draft = comparison.draft
    for claim in (one for kind in KINDS for one in draft.of_kind(kind)):
        heard = [
            Said(account, other, other.interval, claim.interval, _gap(claim.interval, other.interval))
            for account in comparison.sources
            for other in account.of_kind(claim.kind)
            if claim.interval and other.interval and _comparable(claim, other)
        ]
        against = _against(claim, heard)
        if against is not None:
            yield _finding(claim, against)


def _against(claim: Claim, heard: list[Said]) -> Said | None:
    """Return the source claim that rules the draft's out, None where it is borne out or nobody speaks."""
    named = [
        [said for said in heard if any(same_voice(speaker, voice) for voice in said.account.voices(said.claim))]
        for speaker in claim.attributed_to
    ]
    groups = [group for group in named if group] or ([heard] if heard else [])
    nearest = [min(group, key=lambda each: each.gap) for group in groups]
    farthest = max(nearest, key=lambda each: each.gap, default=None)
    return farthest if farthest is not None and farthest.gap > 0 else None


def _finding(claim: Claim, heard: Said) -> Finding:
    account, other, gap = heard.account, heard.claim, heard.gap
    speaker = " and ".join(account.voices(other)) or account.path
    own = said(other)
    there = "" if other.unit == claim.unit else f", which is {said(other, claim.unit)}"
    return RULE.finding(
        claim.figure or claim.span,
        f"The draft says {said(claim)}; {speaker} says {own}{there} ({account.place(other)})",
        severity="error" if gap > SLIGHT else "warning",
        claims=[claim.id],
        related=[Related(other.span, f"{speaker} says {own}", path=account.path)],
        evidence={
            "draft": _ends(heard.draft),
            "source": _ends(heard.source),
            "relative_gap": round(gap, 3),
        },
        sources=[account.cite(other)],
    )


def _comparable(claim: Claim, other: Claim) -> bool:
    """Whether two claims of a kind mean the same: the same place, on the same basis."""
    if claim.kind == "distance_from_place" and (claim.entity is None or claim.entity != other.entity):
        return False
    return claim.basis == other.basis


def _gap(draft: Interval, source: Interval) -> float:
    """Return how far two intervals lie apart, relative to the source's nearer end; 0 where they meet."""
    one, other = (_widened(each) if draft.unit != source.unit else each for each in (draft, source))
    gap = other.gap(one)
    below = other.high is None or Interval(None, other.high, other.unit).meets(one)
    nearer = other.low if below else other.high
    return gap / abs(nearer) if nearer else gap and float("inf")


def _widened(interval: Interval) -> Interval:
    """Allow for what Mach may mean where it is set beside another unit."""
    if interval.unit != "mach":
        return interval
    low, high = interval.low, interval.high
    return Interval(None if low is None else low * MACH[0], None if high is None else high * MACH[1], "mach")


def _ends(interval: Interval) -> str:
    low, high = ("open" if end is None else f"{end:.6g}" for end in (interval.low, interval.high))
    return f"{low} to {high} {interval.unit}"
