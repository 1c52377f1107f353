"""The band of ranges of a treaty or a class of missiles has wrong bounds.

## What it checks
A range that the text gives for the INF treaty (500 to 5,500 km, of which 1,000 to 5,500 intermediate-range
and 500 to 1,000 shorter-range), or by which it says what a class is: `ICBMs have a range of more than 5,500
km`. Authorities draw classes differently, and a band that any of them draws is let be, within 5 %; so is a part
of one that is only said to be typical.

## Why it matters
A band is copied from text to text, and a missile is put into the wrong class by it.

## Flagged
The INF treaty banned missiles with a range of 500 to 5,000 km.
                                               ^^^^^^^^^^^^^^^ the INF Treaty: 500 to 5,500 km
ICBMs are defined as having a range of more than 3,000 km.
                                       ^^^^^^^^^^^^^^^^^^ the United States: more than 5,500 km

## Not flagged
The INF treaty banned missiles with a range of 500 to 5,500 km (310 to 3,400 miles).
Intercontinental ballistic missiles are defined as having a range of more than 3,400 miles.
The intercontinental ballistic missile flew more than 3,000 km.

## Fix
None: the band is the authority's to give.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.figures.slips import ClassBand
from checker.figures.writing import HEDGES, phrase, quoted
from checker.rulebook import Rule
from checker.units import convert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding
    from checker.flight.classes import Scheme

RULE = Rule(
    code="FC112", name="band-misstated", severity="warning", looks_at=ClassBand, since="0.1", refines=("FC309",)
)
NEAR = 0.05
CITED = 3


def check(band: ClassBand) -> Iterator[Finding]:
    """Flag a band that no authority draws."""
    from checker.flight.classes import schemes

    drawn = [(scheme, ends) for scheme in schemes() for ends in _drawn(scheme, band)]
    if not drawn or any(_near(band.low, low) and _near(band.high, high) for _, (low, high) in drawn):
        return
    if band.typical and any((band.low or low) >= low and (band.high or high) <= high for _, (low, high) in drawn):
        return
    scheme, (low, high) = drawn[0]
    stated = HEDGES.get(band.figure.qualifier, "") + phrase(band.figure)
    told = "is not its band" if band.treaty else "is no authority's band"
    yield RULE.finding(
        band.span,
        f"{stated} {told}; {scheme.name}: {_said(low, high, band)}{quoted(band.quoted_by)}",
        evidence={"stated": _band(band.low, band.high), **{each.id: _band(*ends) for each, ends in reversed(drawn)}},
        sources=list(dict.fromkeys(f"{each.name}: {_band(*ends)}" for each, ends in drawn))[:CITED],
    )


def _drawn(scheme: Scheme, band: ClassBand) -> Iterator[tuple[float, float]]:
    """Yield the bands that the words may mean: of a treaty the whole first, else that of the class."""
    if band.label is not None and band.label in scheme.bands:
        yield scheme.bands[band.label]
    if band.treaty == scheme.id:
        parts = [ends for label, ends in scheme.bands.items() if label != "CRBM"]
        yield min(low for low, _ in parts), max(high for _, high in parts)
        yield from parts


def _near(stated: float | None, drawn: float) -> bool:
    """Whether a bound is that of an authority, to what rounding it to miles costs; one that is not stated is."""
    return stated is None or abs(stated - drawn) <= NEAR * drawn


def _said(low: float, high: float, band: ClassBand) -> str:
    """Return an authority's band in the unit of the text."""
    figure = band.figure
    ends = tuple(float(round(convert(end, "km", figure.unit), -1)) for end in (low, high) if 0 < end < math.inf)
    style = replace(figure.style, decimals=0)
    text = phrase(replace(figure, value=ends[0] if len(ends) == 1 else (ends[0], ends[-1]), style=style))
    return f"more than {text}" if high == math.inf else text if low else f"up to {text}"


def _band(low: float | None, high: float | None) -> str:
    return f"{low or 0:.0f} km and up" if high in {None, math.inf} else f"{low or 0:.0f} to {high:.0f} km"
