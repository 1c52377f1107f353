"""A conversion is right only to one digit.

## What it checks
A conversion that is a rounding of the first figure, but shows one digit only and lies more than 2.5 % off,
as in `1,000 km (600 miles)`. Bounds below 100 are let be: `at least 50 km (30 miles)` is stock copy.

## Why it matters
It is no fault, and readers rarely need more. But a rounded conversion that is converted back, or set beside
an exact one, looks like another figure.

## Flagged
It flew 1,000 km (600 miles) before it fell.
        ^^^^^^^^^^^^^^^^^^^^ 1,000 km is 621 miles; 600 miles is right only to one digit
It rose to 770 kilometers (about 500 miles) at most.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 770 kilometers is 478 miles

## Not flagged
It flew 1,000 km (620 miles) before it fell.
It flew 800 km (500 miles) before it fell.
It rose to at least 50 km (30 miles) over the sea.

## Fix
Suggested: the second figure, converted from the first and written as the writer writes it. None in a
quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures import FigurePair
from checker.figures.judging import Verdict, judge
from checker.figures.writing import exactly, phrase, phrase_in, quoted, rewritten
from checker.findings import Edit, Fix, Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC102", name="pair-coarse", severity="note", looks_at=FigurePair, since="0.1")


def check(pair: FigurePair) -> Iterator[Finding]:
    """Note a pair whose conversion shows one digit and is more than 2.5 % off."""
    judged = judge(pair)
    if judged is None or judged.verdict is not Verdict.COARSE:
        return
    first, second = pair.first, pair.second
    new = rewritten(first, second)
    fix = Fix(f"Write {new}", (Edit(second.span, new),))
    yield RULE.finding(
        pair.span,
        f"{phrase(first)} is {phrase_in(first, second)}; {phrase(second)} is right only to one digit"
        + quoted(pair.quoted_by),
        related=[Related(second.span, f"{phrase(second)} is {phrase_in(second, first)}")],
        evidence={
            "exact": exactly(judged.exact, second.unit),
            "stated": exactly(second.ends, second.unit),
            "relative_error": round(judged.error, 3),
        },
        fixes=[fix] if pair.quoted_by is None else [],
    )
