"""The two figures of a conversion are not the same quantity.

## What it checks
A figure and its conversion, as in `1,000 km (620 miles)`. The first figure is converted, exactly and by the
factors that desks use (0.62 miles to the kilometre, 1.6 kilometres to the mile), and may be rounded at
whatever place the second figure shows, as long as that costs no more than 5 %. Below 100 the nearest ten will
do where that costs no more than 10 %, below 10 the nearest whole number, and from 10 up a whole number less
than one off: `70 km (44 miles)`. A bound may be rounded to its safe side, below 100 to the next five or ten:
`more than 300 km (180 miles)`, `more than 60 km (35 miles)`.

## Why it matters
A wrong conversion is copied. Either figure may be the wrong one: check the source, not the sum.

## Flagged
It flew 1,000 km (900 miles) before it fell.
        ^^^^^^^^^^^^^^^^^^^^ 1,000 km is 621 miles; 900 miles is 1,448 km
It flew 300 to 350 km (186 to 251 miles) in all.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 300 to 350 km is 186 to 217 miles
It flew 620 miles (1,000 m) before it fell.
        ^^^^^^^^^^^^^^^^^^^ 620 miles is 997,793 m; 1,000 km would be right

## Not flagged
It flew 1,000 km (620 miles) before it fell.
It flew 6,000 km (3,720 miles) before it fell.
It flew about 1,000 km (600 miles) before it fell.
It flew between 70 and 200 km (44 to 124 miles) before it fell.
It flew more than 60 km (35 miles) before it fell.
It flew 1,000 km, and 900 miles were left to Guam.

## Fix
Suggested: the second figure, converted from the first and written as the writer writes it; or else the first,
converted from the second. Where metres stand for kilometres, the unit first. None in a quotation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.figures import FigurePair
from checker.figures.conversions import conversion_finding, first_converted, second_converted, sound, written
from checker.figures.judging import COARSE, Verdict, judge
from checker.figures.writing import phrase, relabelled
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(
    code="FC101", name="pair-disagrees", severity="error", looks_at=FigurePair, since="0.1", measure="relative_error"
)
# Metres for kilometres, or the reverse: the unit it should be, and how that is written.
THOUSANDFOLD = {"m": ("km", "km"), "km": ("m", "m"), "m/s": ("km/s", "km/s"), "km/s": ("m/s", "m/s")}


def check(pair: FigurePair) -> Iterator[Finding]:
    """Flag a pair that no desk would take for one quantity."""
    judged = judge(pair)
    if judged is None or judged.verdict is not Verdict.WRONG:
        return
    fixes = [second_converted(pair), first_converted(pair)]
    unit = THOUSANDFOLD.get(pair.second.unit)
    named = relabelled(pair.second, *unit) if unit else None
    if named is None or not sound(replace(pair, second=named), COARSE):
        yield conversion_finding(RULE, pair, judged, fixes=fixes)
        return
    yield conversion_finding(
        RULE, pair, judged, f"{phrase(named)} would be right", fixes=[written(pair.second, named), *fixes]
    )
