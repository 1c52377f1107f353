"""The draft gives what a source said first, and has since revised.

## What it checks
Figures, counts, classes, sites and sides of a zone, where two documents of one speaker tell of the launch, the later of
them says something that cannot be true with the draft, and only the earlier one bears it out. Which is the later is
told by the dates of publication in their front matter, with the hour if both are of one day.

## Why it matters
The first flash is measured in minutes. The revision is the figure that stands.

## Flagged
[South Korea JCS, 2024-01-14 15:10] The missile flew about 800 km on Jan. 14.
[South Korea JCS, 2024-01-14 18:30] The missile flew about 1,000 km on Jan. 14.
The missile flew about 800 km on Jan. 14.
                       ^^^^^^ The draft says about 800 km, as South Korea JCS first did

## Not flagged
[South Korea JCS, 2024-01-14 15:10] The missile flew about 800 km on Jan. 14.
[South Korea JCS, 2024-01-14 18:30] The missile flew about 1,000 km on Jan. 14.
The missile flew about 1,000 km on Jan. 14.

## Fix
None: take the figure that stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.saying import said
from checker.events import Comparison, same_voice
from checker.hearing import Heard, again, heard, nearest
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.findings import Finding

RULE = Rule(
    code="FC411",
    name="stale-figure",
    severity="warning",
    looks_at=Comparison,
    since="0.1",
    refines=("FC401", "FC403", "FC407", "FC408", "FC409", "FC410"),
)
KINDS = ("range", "altitude", "flight_time", "speed", "count", "missile_class", "site", "eez", "distance_from_place")


def check(comparison: Comparison) -> Iterator[Finding]:
    """Flag each claim that a speaker's later document rules out and only an earlier one bears out."""
    found: dict[object, tuple[list[Claim], Heard, Heard]] = {}
    for claim in (claim for kind in KINDS for claim in comparison.draft.of_kind(kind)):
        stale = _stale(claim, heard(comparison, claim))
        if stale is not None:
            found.setdefault((claim.kind, claim.value, claim.unit), ([], *stale))[0].append(claim)
    for claims, first, later in found.values():
        yield _finding(claims, first, later)


def _stale(claim: Claim, found: Sequence[Heard]) -> tuple[Heard, Heard] | None:
    """Return what was said first and what was said since, None where the claim still stands."""
    borne_out = [one for one in found if one.fits]
    if not borne_out:
        return None
    first = borne_out[0]
    voice = first.account.speaker
    if voice is None or not all(_is_of(one, voice) for one in borne_out):
        return None
    latest = [
        one for one in found if _is_of(one, voice) and all(two.account.is_before(one.account) for two in borne_out)
    ]
    if not latest or any(one.fits is not False for one in latest):
        return None
    return first, nearest(claim, latest)


def _is_of(one: Heard, speaker: str) -> bool:
    """Whether something stands in a document of a speaker's own, as its own words."""
    own = one.account.speaker
    return own is not None and same_voice(own, speaker) and any(same_voice(voice, own) for voice in one.voices)


def _finding(claims: Sequence[Claim], first: Heard, later: Heard) -> Finding:
    claim = claims[0]
    return RULE.finding(
        claim.figure or claim.span,
        f"The draft says {said(claim)}, as {first.speaker} first did ({first.account.place(first.claim)}); "
        f"since then it says {later.put(claim.unit)}",
        claims=[claim.id for claim in claims],
        related=[*again(claims), first.related, later.related],
        evidence={"draft": said(claim), "first": said(first.claim), "later": said(later.claim)},
        sources=[first.cited, later.cited],
    )
