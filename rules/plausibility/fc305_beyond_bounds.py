"""A figure lies beyond what its kind of claim can be.

## What it checks
Every claim is held against the bounds of its kind: no missile rises above 100,000 km, none flies farther
than half way round the earth (20,040 km). The bounds are wide on purpose; `factcheck schema bounds` prints
them. A distance flown in circles or round the world is the length of a path, and half way round does not
bound it.

## Why it matters
Such a figure is a slip of the pen: a thousand too many, metres called kilometres, a year read as a
distance. What the other checks would say of it is left out, since nothing else can be right.

## Flagged
The missile reached a maximum altitude of 500,000 km on Sunday.
                                          ^^^^^^^^^^ 500,000 km is not plausible

## Not flagged
The missile reached a maximum altitude of 6,200 km on Sunday.

## Fix
None: the right figure is the source's to give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import Claim
from checker.claims.bounds import violations
from checker.claims.saying import said
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC305", name="beyond-bounds", severity="error", looks_at=Claim, since="0.1")


def check(claim: Claim) -> Iterator[Finding]:
    """Flag a claim by the first of its values that is outside the bounds of its kind."""
    for violation in violations(claim):
        culprits = [each for each in claim.conversions if each.span == violation.conversion]
        figure = said(claim)
        if culprits:
            figure = f"{said(culprits[0])}, given for {figure},"
        yield RULE.finding(
            claim.span,
            f"{figure} is not plausible; {violation.bound} would be",
            claims=[claim.id],
            related=[Related(each.span, "this figure") for each in culprits],
            evidence={
                "value": _with_unit(violation.value, violation.unit),
                "limit": _with_unit(violation.limit, violation.unit),
                "bound": violation.bound,
            },
        )


def _with_unit(value: float | str, unit: str | None) -> str:
    text = value if isinstance(value, str) else f"{value:.12g}"
    return f"{text} {unit}" if unit else text
