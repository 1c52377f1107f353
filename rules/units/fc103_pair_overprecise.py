"""A conversion is more exact than its figure.

## What it checks
How many digits a conversion shows, against those that the first figure allows: as many as it has itself, with
trailing zeros taken for rounding, and two at least. Three digits more are remarked on, after "about" two where one
stands behind a decimal point. Less is what copy has always said, as in `about 2,000 km (1,243 miles)`, and so is any
conversion of a single unit, which is a definition: `1 nautical mile (1.852 km)`.

## Why it matters
It is no fault. But 621.37 miles look like a measurement where somebody has rounded to the nearest hundred
kilometres.

## Flagged
It flew about 1,000 km (621.37 miles) before it fell.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 621.37 miles is more exact than about 1,000 km; 620 miles would do
It flew about 2,000 km (1,242.7 miles) before it fell.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1,200 miles would do

## Not flagged
It flew about 2,000 km (1,243 miles) before it fell.
It flew 2,000 km (1,243 miles) before it fell.
It flew 989.5 km (614.8 miles) before it fell.
It came down 1 nautical mile (1.852 km) from the coast.

## Fix
Suggested: the second figure as exact as the first, written as the writer writes it. None in a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures import FigurePair
from checker.figures.conversions import conversion_finding, overprecise
from checker.figures.judging import Verdict, judge
from checker.figures.writing import phrase, recast
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC103", name="pair-overprecise", severity="note", looks_at=FigurePair, since="0.1")


def check(pair: FigurePair) -> Iterator[Finding]:
    """Note a sound conversion that shows clearly more digits than its figure allows."""
    first, second = pair.first, pair.second
    judged = judge(pair)
    if judged is not None and judged.verdict is Verdict.SOUND and overprecise(pair):
        given, enough = ("about " if first.about else "") + phrase(first), phrase(recast(first, second))
        what = f"{phrase(second)} is more exact than {given}; {enough} would do"
        yield conversion_finding(RULE, pair, judged, what)
