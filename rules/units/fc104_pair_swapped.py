"""The two units of a conversion are exchanged.

## What it checks
Whether two figures that disagree would be right, within 5 %, with their units exchanged: `1,000 miles (620 km)`.

## Why it matters
It makes a distance of 1,000 kilometers one of 1,000 miles, which is 61 % more.

## Flagged
It flew 1,000 miles (620 km) before it fell.
        ^^^^^^^^^^^^^^^^^^^^ 1,000 miles is 1,609 km; with the units exchanged it would be right: 1,000 km (620 miles)
It was a 1,000-mile (621-kilometer) flight.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^ 1,000 kilometers (621 miles)

## Not flagged
It flew 1,000 km (620 miles) before it fell.
It flew 1,000 miles (900 km) before it fell.

## Fix
Suggested: the units exchanged; or else the second figure, converted from the first. None in a quotation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.figures import FigurePair
from checker.figures.conversions import conversion_finding, overprecise, second_converted, sound
from checker.figures.judging import GRANTED, Verdict, judge
from checker.figures.writing import phrase, recast, relabelled
from checker.findings import Edit, Fix
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(
    code="FC104",
    name="pair-swapped",
    severity="error",
    looks_at=FigurePair,
    since="0.1",
    refines=("FC101", "FC102", "FC105", "FC106", "FC107"),
)


def check(pair: FigurePair) -> Iterator[Finding]:
    """Flag a pair that is right with the two units exchanged."""
    first, second = pair.first, pair.second
    judged = judge(pair)
    if judged is None or judged.verdict is not Verdict.WRONG or len(first.ends) != len(second.ends):
        return
    exchanged = judge(replace(pair, first=replace(first, unit=second.unit), second=replace(second, unit=first.unit)))
    if exchanged is None or exchanged.verdict is Verdict.WRONG or exchanged.error > GRANTED:
        return
    right = _exchanged(pair)
    would = "" if right is None else f": {phrase(right.first)} ({phrase(right.second)})"
    yield conversion_finding(
        RULE,
        pair,
        judged,
        f"with the units exchanged it would be right{would}",
        fixes=[None if right is None else _fix(pair, right), second_converted(pair)],
    )


def _exchanged(pair: FigurePair) -> FigurePair | None:
    first = relabelled(pair.first, pair.second.unit, pair.second.style.unit_text)
    second = relabelled(pair.second, pair.first.unit, pair.first.style.unit_text)
    return None if first is None or second is None else replace(pair, first=first, second=second)


def _fix(pair: FigurePair, right: FigurePair) -> Fix:
    """Exchange the units, and convert anew where a note would be left: too coarse, or too exact."""
    second = right.second if sound(right) and not overprecise(right) else recast(right.first, right.second)
    edits = Edit(pair.first.span, right.first.text), Edit(pair.second.span, second.text)
    return Fix(f"Write {right.first.text} and {second.text}", edits)
