"""A figure is given to a speaker who says something else.

## What it checks
A figure, a clock time or a side of an exclusive economic zone that the draft gives to a named official speaker. It is
flagged where that speaker, or another body of the same country, is heard to give another figure and somebody else
gives this one; and where the sources give it, as printed, to somebody of another country, and to nobody else.

## Why it matters
Who measured is part of the figure: two countries track one missile with different radars, and differ.

## Flagged
[South Korea JCS] The missile flew about 1,000 km on Jan. 14.
[Japan MOD] The missile flew at least 500 km on Jan. 14.
The missile flew 1,000 km on Jan. 14, Japan's coast guard said.
                 ^^^^^^^^ Given to Japan Coast Guard; South Korea JCS says about 1,000 km

## Not flagged
[South Korea JCS] The missile flew about 1,000 km on Jan. 14.
[Japan MOD] The missile flew at least 500 km on Jan. 14.
The missile flew 1,000 km on Jan. 14, South Korea's military said.

## Fix
None: name the speaker who said it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.compatible import same
from checker.claims.saying import said
from checker.events import Comparison, origins
from checker.figures.writing import listed
from checker.findings import Related
from checker.hearing import SLIGHT, Heard, apart, heard, lands, nearest
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.findings import Finding

RULE = Rule(
    code="FC404",
    name="attribution-wrong",
    severity="warning",
    looks_at=Comparison,
    since="0.1",
    refines=("FC401", "FC402", "FC403", "FC407", "FC409", "FC410"),
)
# Within which share a figure is another one, converted and rounded to three digits.
CONVERTED = 0.01
KINDS = ("range", "altitude", "flight_time", "speed", "distance_from_place", "time", "eez")


def check(comparison: Comparison) -> Iterator[Finding]:
    """Flag each attributing phrase once, on the first of the claims that are somebody else's."""
    slips: dict[object, list[tuple[Claim, Heard, Heard | None]]] = {}
    for claim in comparison.draft.claims:
        if claim.kind in KINDS and claim.modality == "asserted":
            slip = _slip(claim, heard(comparison, claim))
            if slip is not None:
                slips.setdefault((claim.attribution_spans, claim.attributed_to), []).append((claim, *slip))
    for found in slips.values():
        yield _finding(found)


def _slip(claim: Claim, found: Sequence[Heard]) -> tuple[Heard, Heard | None] | None:
    """Return who says it, and what the speaker named says instead if anything; None where there is no slip."""
    named = origins(claim.attributed_to)
    if not named or not all(lands([name]) for name in named):
        return None
    theirs = [one for one in found if _is_of(one, lands(named))]
    givers = [one for one in found if one.same]
    others = [one for one in givers if _lands(one)]
    if not others or any(one in theirs for one in givers):
        return None
    if theirs:
        differs = all(one.fits is False or apart(claim, one.claim) > SLIGHT for one in theirs)
        return (others[0], nearest(claim, theirs)) if differs else None
    # What a report tells as a fact may be the named speaker's.
    told = next((one for one in others if one.claim.attributed_to and _is_printed(claim, one.claim)), None)
    return (told, None) if told and len(others) == len(givers) else None


def _is_printed(claim: Claim, other: Claim) -> bool:
    """Whether a figure or a minute is the other one as printed, or converted: two radars seldom round alike."""
    if claim.interval is None or claim.unit == other.unit:
        return claim.value == other.value
    return same(claim, other, CONVERTED)


def _lands(one: Heard) -> set[str]:
    """Return the countries of those who say it, or whose document it is."""
    return lands([*one.voices, one.account.speaker])


def _is_of(one: Heard, countries: set[str]) -> bool:
    return bool(_lands(one) & countries)


def _finding(slips: Sequence[tuple[Claim, Heard, Heard | None]]) -> Finding:
    claim, giver, instead = slips[0]
    named = listed(origins(claim.attributed_to))
    other = f"; {instead.says(claim.unit)}" if instead else ""
    return RULE.finding(
        claim.figure or claim.span,
        f"Given to {named}; {giver.says(claim.unit)}{other}",
        claims=[each.id for each, _, _ in slips],
        related=[
            *(Related(span, "given here") for span in claim.attribution_spans),
            *(Related(each.span, f"this too: {one.speaker} says it") for each, one, _ in slips[1:]),
            *(one.related for _, *pair in slips for one in pair if one),
        ],
        evidence={"attributed_to": named, "said_by": giver.speaker, "draft": said(claim)},
        sources=[one.cited for _, *pair in slips for one in pair if one],
    )
