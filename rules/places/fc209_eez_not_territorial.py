"""The exclusive economic zone is taken for territorial waters, or its nautical miles for miles.

## What it checks
Territorial waters reach 12 nautical miles from the coast, an exclusive economic zone 200. A warning where the text
gives the zone 200 miles or kilometers, or 12 nautical miles, or territorial waters 200; where it calls the zone
territorial waters; and where it has a landing in territorial waters that it tells far from Japan's coast, or elsewhere
inside, or outside, of the zone. A note where it says "Japanese waters" of such a landing. Silent for 12 miles of
territorial waters, for "the 200-mile zone" in a text that has said nautical miles, and on waters that none reached.

## Why it matters
A missile in territorial waters has come down on Japan's own ground; in the zone it has come down on the high seas. And
a zone of 200 miles is 50 km too narrow.

## Flagged
A missile fell in Japan's exclusive economic zone, which extends 200 miles from its coast.
                                                                 ^^^^^^^^^ reaches 200 nautical miles
The missile fell in Japan's territorial waters, its exclusive economic zone, on Sunday.
                            ^^^^^^^^^^^^^^^^^^ not territorial waters

## Not flagged
A missile fell in Japan's exclusive economic zone, which extends 200 nautical miles from its coast.
A missile fell in Japan's exclusive economic zone, which extends 230 miles (370 km) from its coast.
The missile fell in Japan's exclusive economic zone, but not in its 12-mile territorial waters.

## Fix
Suggested for a width in miles without a conversion: nautical miles. None in a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.earth.zoning import ECONOMIC, Zoning
from checker.figures.writing import relabelled, words
from checker.findings import Edit, Fix, Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC209", name="eez-not-territorial", severity="warning", looks_at=Zoning, since="0.1")
ZONE = "An exclusive economic zone reaches 200 nautical miles from the coast, which is 230 miles or 370 km"
WIDE, NARROW = 200, 12
WATERS = "Territorial waters reach 12 nautical miles from the coast, which is 14 miles or 22 km"


def check(zoning: Zoning) -> Iterator[Finding]:
    """Flag a width that the zone has not, and one zone told for the other."""
    told = zoning.told
    related = [Related(told.span, "the same landing")] if told else []
    related += [Related(other.span, "here too") for other in zoning.again]
    yield RULE.finding(
        zoning.span,
        _message(zoning),
        severity="note" if zoning.sort == "waters" else None,
        claims=[told.id] if told else (),
        related=related,
        evidence={"zone": zoning.zone, "limit": f"{WIDE if zoning.zone == ECONOMIC else NARROW} nautical miles"},
        fixes=_fixes(zoning),
    )


def _message(zoning: Zoning) -> str:
    if zoning.figure:
        wide = words(zoning.figure.value, zoning.figure.unit)
        return f"{ZONE if zoning.zone == ECONOMIC else WATERS}, not {wide}"
    if zoning.sort == "same":
        return "An exclusive economic zone is not territorial waters: they reach 12 nautical miles, it reaches 200"
    if zoning.sort == "far":
        return f"{WATERS}: {zoning.place} is farther from Japan's coast"
    inside = zoning.told is not None and bool(zoning.told.value)
    where = f"The landing is {'inside' if inside else 'outside'} the exclusive economic zone elsewhere in the text"
    if zoning.sort == "landing":
        return f"{where}; territorial waters reach only 12 nautical miles from the coast, 22 km"
    return f'{where}; "{zoning.text}" may be read as territorial waters, within 22 km of the coast'


def _fixes(zoning: Zoning) -> list[Fix]:
    edits = [edit for each in (zoning, *zoning.again) for edit in _edits(each)]
    return [Fix("Write nautical miles", tuple(edits))] if edits else []


def _edits(zoning: Zoning) -> list[Edit]:
    figure = zoning.figure
    if figure is None or zoning.fixed or not figure.whole or figure.unit != "mile" or zoning.zone != ECONOMIC:
        return []
    new = relabelled(figure, "nmi", "nautical miles") if figure.ends[-1] == WIDE else None
    return [Edit(figure.span, new.text)] if new else []
