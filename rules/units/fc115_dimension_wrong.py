"""A figure is given in a unit that cannot measure it.

## What it checks
The unit after a word that says what is measured: a distance, altitude or range in lengths, a speed in lengths
by time, a flight time in times. `a flight distance of 1,080 mph` is none. A distance of 20 minutes is a way
of speaking, and let be.

## Why it matters
Either the unit or the word is wrong, and the figure is of something else than the sentence says.

## Flagged
Its flight distance was 1,080 mph before it fell.
                        ^^^^^^^^^ "flight distance was 1,080 mph": mph measures speed, not length
It flew at a speed of 5,000 km before it fell.
                      ^^^^^^^^ km measures length, not speed

## Not flagged
Its flight distance was 1,080 miles before it fell.
It flew at a speed of 5,000 km per hour before it fell.
It lies at a distance of 20 minutes by car.

## Fix
None: the unit may be wrong, or the word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.slips import Mismeasured
from checker.figures.writing import phrase, quoted
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC115", name="dimension-wrong", severity="error", looks_at=Mismeasured, since="0.1")


def check(value: Mismeasured) -> Iterator[Finding]:
    """Flag a figure whose unit measures something else than the word before it names."""
    figure, noun = value.figure, " ".join(value.noun.split())
    unit = figure.style.unit_text or "Mach"
    yield RULE.finding(
        value.span,
        f'"{noun} {phrase(figure)}": {unit} measures {figure.dimension}, not {value.measures}{quoted(value.quoted_by)}',
        related=[Related(value.noun_span, "what is measured")],
        evidence={
            "figure": f"{figure.ends[0]:.12g} {figure.unit}",
            "measures": figure.dimension,
            "named": value.measures,
        },
    )
