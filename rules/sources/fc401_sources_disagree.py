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

from typing import TYPE_CHECKING

from checker.claims.compatible import same
from checker.claims.saying import said
from checker.events import Comparison, origins
from checker.hearing import ONE_FIGURE, SLIGHT, Heard, again, gap, heard, judge, once, said_by, told
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.figures import Interval
    from checker.findings import Finding

RULE = Rule(
    code="FC401", name="sources-disagree", severity="error", looks_at=Comparison, since="0.1", measure="relative_gap"
)
KINDS = ("range", "altitude", "flight_time", "speed", "distance_from_place")


def check(comparison: Comparison) -> Iterator[Finding]:
    """Flag each figure of the draft that the speaker it names, or every source that speaks, rules out."""
    for kind in KINDS:
        for claims, against in once(told(comparison, kind), judge(comparison)):
            if not _tells_both(comparison, claims[0], against):
                yield _finding(claims, against)


def _tells_both(comparison: Comparison, claim: Claim, against: Heard) -> bool:
    """Whether a figure is that of a speaker whom no source hears, beside the source's figure as another's."""
    names = origins(claim.attributed_to)
    if not names or said_by(names, heard(comparison, claim)):
        return False
    others = [one for one in comparison.draft.of_kind(claim.kind) if origins(one.attributed_to) not in {(), names}]
    return any(same(one, against.claim, ONE_FIGURE) for one in others)


def _finding(claims: Sequence[Claim], heard: Heard) -> Finding:
    claim, distance = claims[0], gap(claims[0], heard.claim)
    return RULE.finding(
        claim.figure or claim.span,
        f"The draft says {said(claim)}; {heard.says(claim.unit)}",
        severity="error" if distance > SLIGHT else "warning",
        claims=[claim.id for claim in claims],
        related=[*again(claims), heard.related],
        evidence={
            "draft": _ends(claim.interval),
            "source": _ends(heard.claim.interval),
            "relative_gap": round(distance, 3),
        },
        sources=[heard.cited],
    )


def _ends(interval: Interval | None) -> str | None:
    if interval is None:
        return None
    low, high = ("open" if end is None else f"{end:.6g}" for end in (interval.low, interval.high))
    return f"{low} to {high} {interval.unit}"
