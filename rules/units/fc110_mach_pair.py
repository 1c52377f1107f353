"""A Mach number and the speed beside it do not fit.

## What it checks
A Mach number given with another speed, as in `Mach 5 (6,100 kph)`. Mach 1 is the speed of sound: 295 metres a
second where it is coldest, from 11 km up, and 343 on warm ground. What fits any speed of sound between those,
for figures rounded as written, is let be.

## Why it matters
A speed in Mach sounds like more than it is, and readers go by the kilometres or miles an hour beside it.

## Flagged
It flew at Mach 5 (3,000 kph) before it fell.
           ^^^^^^^^^^^^^^^^^^ Mach 5 is 5,310 to 6,174 kph; 3,000 kph is Mach 2.43 to 2.82
It reached 24,000 km/h, or Mach 10, on its way down.
           ^^^^^^^^^^^^^^^^^^^^^^^ 24,000 km/h is Mach 19.4 to 22.6

## Not flagged
It flew at Mach 5 (6,174 kph) before it fell.
It flew at Mach 10 (7,600 mph) before it fell.
It flew at Mach 5, or 5,300 kph, before it fell.

## Fix
Suggested: the second speed, converted from the first at 340 metres a second; or else the first, from the
second. None in a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures import FigurePair
from checker.figures.conversions import SOUND, first_converted, mach_fits, second_converted
from checker.figures.writing import number, phrase, quoted
from checker.findings import Related
from checker.rulebook import Rule
from checker.units import convert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.figures import Figure
    from checker.findings import Finding

RULE = Rule(code="FC110", name="mach-pair", severity="warning", looks_at=FigurePair, since="0.1")


def check(pair: FigurePair) -> Iterator[Finding]:
    """Flag a Mach number beside a speed that no speed of sound makes of it."""
    if mach_fits(pair):
        return
    first, second = pair.first, pair.second
    forth, back = (_span(one, other) for one, other in ((first, second), (second, first)))
    whole = pair.quoted_by is None and first.whole and second.whole
    yield RULE.finding(
        pair.span,
        f"{phrase(first)} is {forth}; {phrase(second)} is {back}{quoted(pair.quoted_by)}",
        related=[Related(second.span, f"{phrase(second)} is {back}")],
        evidence={
            "first": f"{first.ends[0]:.12g} {first.unit}",
            "second": f"{second.ends[0]:.12g} {second.unit}",
            "speed_of_sound": f"{SOUND[0]} to {SOUND[1]} m/s",
        },
        fixes=[fix for fix in (second_converted(pair), first_converted(pair)) if fix] if whole else [],
    )


def _span(figure: Figure, like: Figure) -> str:
    """Return what a speed is in the unit of another, at the least and the greatest speed of sound."""
    low, high = min(figure.ends), max(figure.ends)
    if figure.unit == "mach":
        ends = [convert(end * sound, "m/s", like.unit) for end, sound in ((low, SOUND[0]), (high, SOUND[1]))]
        return f"{number(ends[0])} to {number(ends[1])}{' ' if like.style.joint else ''}{like.style.unit_text}"
    ends = [convert(end, figure.unit, "m/s") / sound for end, sound in ((low, SOUND[1]), (high, SOUND[0]))]
    return f"Mach {number(ends[0])} to {number(ends[1])}"
