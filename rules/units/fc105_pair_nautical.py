"""Nautical miles are called miles, or the reverse.

## What it checks
Whether two figures that disagree would be right, within 2.5 %, if the miles of one were nautical miles, or the
nautical miles miles; the same for knots and miles per hour.

## Why it matters
A nautical mile is 15 % longer than a mile. Zones at sea are given in nautical miles: `200 miles (370 km)` of
exclusive economic zone are 200 nautical miles.

## Flagged
The zone reaches 200 miles (370 km) from the coast.
                 ^^^^^^^^^^^^^^^^^^ 200 miles is 322 km; 200 nautical miles is 370 km
It flew 1,000 km (540 miles) before it fell.
        ^^^^^^^^^^^^^^^^^^^^ 1,000 km is 621 miles; 540 nautical miles is 1,000 km

## Not flagged
The zone reaches 200 nautical miles (370 km) from the coast.
It flew 1,000 km (620 miles) before it fell.

## Fix
Suggested: the unit put right; or else the second figure, converted from the first. None in a quotation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.figures import FigurePair
from checker.figures.conversions import conversion_finding, second_converted, sound, written
from checker.figures.judging import COARSE, Verdict, judge
from checker.figures.writing import phrase, phrase_in, relabelled
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.figures import Figure
    from checker.findings import Finding, Fix

RULE = Rule(
    code="FC105",
    name="pair-nautical",
    severity="error",
    looks_at=FigurePair,
    since="0.1",
    refines=("FC101", "FC102", "FC106", "FC107"),
)
# What a unit is mistaken for, as it is spelled out and as it is abbreviated.
MISTAKEN = {
    "mile": ("nmi", "nautical miles", "nmi"),
    "nmi": ("mile", "miles", "mi"),
    "mph": ("knot", "knots", "knots"),
    "knot": ("mph", "mph", "mph"),
}


def check(pair: FigurePair) -> Iterator[Finding]:
    """Flag a pair that is right with nautical miles for miles, or the reverse."""
    judged = judge(pair)
    if judged is None or judged.verdict is not Verdict.WRONG or len(pair.first.ends) != len(pair.second.ends):
        return
    for figure, beside, side in ((pair.second, pair.first, "second"), (pair.first, pair.second, "first")):
        if figure.unit not in MISTAKEN:
            continue
        unit, spelled, abbreviated = MISTAKEN[figure.unit]
        named = replace(figure, unit=unit)
        right = replace(pair, second=named) if side == "second" else replace(pair, first=named)
        if sound(right, COARSE):
            new = relabelled(figure, unit, spelled if "mile" in figure.style.unit_text.lower() else abbreviated)
            yield conversion_finding(RULE, pair, judged, _sum(new or named, beside), fixes=_fixes(pair, figure, new))
            return


def _sum(named: Figure, beside: Figure) -> str:
    return f"{phrase(named)} is {phrase_in(named, beside)}"


def _fixes(pair: FigurePair, figure: Figure, new: Figure | None) -> list[Fix | None]:
    return [None if new is None else written(figure, new), second_converted(pair)]
