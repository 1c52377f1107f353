"""A conversion belongs to another figure of the passage.

## What it checks
Whether the second of two figures that disagree is the conversion of another figure nearby, to two digits and within
2.5 %, or, to one digit, within 1 %; or repeats the number of one in the unit of the first, as if it had not been
converted: `1,300 km (910 miles)` beside `910 km`.

## Why it matters
Two figures were taken for each other, or one was corrected without its conversion. It tells where to look.

## Flagged
It rose to 6,000 km (3,728 miles) and flew 1,000 km (3,728 miles).
                                           ^^^^^^^^^^^^^^^^^^^^^^ 1,000 km is 621 miles; 3,728 miles goes with 6,000 km
It flew 910 km, and the one before it 1,300 km (910 miles).
                                      ^^^^^^^^^^^^^^^^^^^^ 1,300 km is 808 miles; the 910 is that of 910 km nearby

## Not flagged
It rose to 6,000 km (3,728 miles) and flew 1,000 km (621 miles).
It rose to 6,000 km and flew 1,000 km (900 miles).

## Fix
Suggested: the second figure, converted from the first; or else the other figure in the place of the first. None in a
quotation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.figures import FigurePair
from checker.figures.conversions import conversion_finding, second_converted, sound, telling, written
from checker.figures.judging import CLOSE, COARSE, Verdict, judge
from checker.figures.writing import phrase, recast
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.figures import Figure
    from checker.findings import Finding, Fix

RULE = Rule(
    code="FC107",
    name="pair-other-figure",
    severity="error",
    looks_at=FigurePair,
    since="0.1",
    refines=("FC101", "FC102", "FC106"),
)


def check(pair: FigurePair) -> Iterator[Finding]:
    """Flag a pair whose second figure is the conversion, or the number, of another figure nearby."""
    judged = judge(pair)
    if judged is None or judged.verdict is not Verdict.WRONG:
        return
    others = sorted(pair.around, key=lambda other: abs(other.start - pair.first.start))
    converted = next((other for other in others if _converted(pair, other)), None)
    if converted is not None:
        named = f"{phrase(pair.second)} goes with {phrase(converted)}"
        fixes = [second_converted(pair), _instead(pair, converted)]
        yield conversion_finding(RULE, pair, judged, named, fixes=fixes, other=converted)
        return
    repeated = next((other for other in others if _repeated(pair, other)), None)
    if repeated is not None:
        digits = phrase(replace(pair.second, style=replace(pair.second.style, unit_text=""))).strip()
        named = f"the {digits} is that of {phrase(repeated)} nearby"
        yield conversion_finding(RULE, pair, judged, named, other=repeated)


def _converted(pair: FigurePair, other: Figure) -> bool:
    most = COARSE if telling(pair.second) else CLOSE
    return len(other.ends) == len(pair.second.ends) and sound(replace(pair, first=other), most)


def _repeated(pair: FigurePair, other: Figure) -> bool:
    return other.unit == pair.first.unit and other.ends == pair.second.ends and telling(other)


def _instead(pair: FigurePair, other: Figure) -> Fix | None:
    """Write the other figure in the place of the first, where the two are of one unit and form."""
    if other.unit != pair.first.unit or len(other.ends) != len(pair.first.ends):
        return None
    new = recast(other, pair.first)
    return written(pair.first, new) if sound(replace(pair, first=new)) else None
