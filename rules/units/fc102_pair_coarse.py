"""A conversion is right only to one digit.

## What it checks
A conversion that is a rounding of the first figure, but shows one digit only and lies more than 2.5 % off,
as in `1,000 km (600 miles)`. Stock copy is let be: below 100 what is within 10 %, as the nearest ten mostly is
(`50 km (30 miles)`, `100 km (60 miles)`), and any bound (`at least 50 km (30 miles)`); from 100 up a bound of the
conversion's own that is true and within 5 %, as in `about 500 km (over 300 miles)`.

## Why it matters
It is no fault, and readers rarely need more. But a rounded conversion that is converted back, or set beside
an exact one, looks like another figure.

## Flagged
It flew 1,000 km (600 miles) before it fell.
        ^^^^^^^^^^^^^^^^^^^^ 1,000 km is 621 miles; 600 miles is right only to one digit
It rose to 770 kilometers (about 500 miles) on its way.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 770 kilometers is 478 miles

## Not flagged
It flew 1,000 km (620 miles) before it fell.
It flew 800 km (500 miles) before it fell.
It rose to at least 50 km (30 miles) over the sea.
It fell 100 km (60 miles) off the coast.
It flew about 500 km (over 300 miles) before it fell.

## Fix
Suggested: the second figure, converted from the first and written as the writer writes it. None in a
quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures import FigurePair
from checker.figures.conversions import conversion_finding
from checker.figures.judging import Verdict, judge
from checker.figures.writing import phrase
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(
    code="FC102", name="pair-coarse", severity="note", looks_at=FigurePair, since="0.1", measure="relative_error"
)


def check(pair: FigurePair) -> Iterator[Finding]:
    """Note a pair whose conversion shows one digit and is more than 2.5 % off."""
    judged = judge(pair)
    if judged is not None and judged.verdict is Verdict.COARSE:
        yield conversion_finding(RULE, pair, judged, f"{phrase(pair.second)} is right only to one digit")
