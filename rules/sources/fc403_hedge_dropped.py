"""A bound of the source has become a plain figure in the draft.

## What it checks
Distances, altitudes, flight times and speeds that a source gives with "at least", "more than", "up to" or the like,
where the draft gives the same figure without it, and no source gives it so. "A maximum altitude of 6,000 km" may
stand for "as high as 6,000 km", and "about 100 km" for "nearly 100 km".

## Why it matters
"At least 500 km" is what was tracked before the horizon hid the rest; as "500 km" it is a shorter flight.

## Flagged
[Japan MOD] The missile flew at least 500 km on Jan. 14.
The missile flew about 500 km on Jan. 14.
                       ^^^^^^ The draft says about 500 km; Japan MOD says at least 500 km

## Not flagged
[Japan MOD] The missile flew at least 500 km on Jan. 14.
The missile flew more than 500 km on Jan. 14.

## Fix
None: the words are the speaker's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.saying import said, tells_peak
from checker.events import Comparison, origins
from checker.figures.interval import LOWER, UPPER
from checker.hearing import Heard, again, apart, heard, once, said_by
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.events import Account
    from checker.findings import Finding

RULE = Rule(code="FC403", name="hedge-dropped", severity="warning", looks_at=Comparison, since="0.1")
KINDS = ("range", "altitude", "flight_time", "speed")
BOUNDS = LOWER | UPPER
# As far as a figure moves where it is converted and rounded.
ONE_FIGURE = 0.03
PEAK_REACH = 24


def check(comparison: Comparison) -> Iterator[Finding]:
    """Flag each figure without a bound of which the sources that speak know only the bound."""
    for kind in KINDS:
        for claims, source in once(comparison.draft.of_kind(kind), lambda claim: _bound(comparison, claim)):
            yield _finding(claims, source)


def _bound(comparison: Comparison, claim: Claim) -> Heard | None:
    """Return the bound that was dropped, None where there was none or where somebody gives the figure without it."""
    if claim.qualifier in BOUNDS or claim.qualifier == "range":
        return None
    found = [one for one in heard(comparison, claim) if one.fits and one.claim.basis == claim.basis]
    found = said_by(origins(claim.attributed_to), found) or found
    if any(one.claim.qualifier not in BOUNDS for one in found):
        return None
    alike = (one for one in found if apart(claim, one.claim) <= ONE_FIGURE)
    return next((one for one in alike if _is_lost(comparison.draft, claim, one)), None)


def _is_lost(draft: Account, claim: Claim, source: Heard) -> bool:
    """Whether a figure says more than its bound: not "about 100 km" than nearly 100, nor a peak than "as high as"."""
    if source.claim.qualifier == "less_than" and claim.qualifier == "about":
        return False
    if source.claim.qualifier not in UPPER:
        return True
    return not tells_peak(
        draft.text[max(0, claim.span.start - PEAK_REACH) : claim.span.start] + " " + source.claim.text
    )


def _finding(claims: Sequence[Claim], source: Heard) -> Finding:
    claim = claims[0]
    return RULE.finding(
        claim.figure or claim.span,
        f"The draft says {said(claim)}; {source.says(claim.unit)}",
        claims=[claim.id for claim in claims],
        related=[*again(claims), source.related],
        evidence={"draft": claim.qualifier, "source": source.claim.qualifier},
        sources=[source.cited],
    )
