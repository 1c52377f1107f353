"""A launch site is put in the wrong province, on the wrong coast, in the wrong country, or on the wrong side of a city.

## What it checks
Sites of North Korea that the text gives a province, coast or country right beside them ("Kusong, North Pyongan
Province", "the west coast city of Nampo"), against `seeds/provinces.csv`; and directions from a city ("Kusong, 100 km
north-west of Pyongyang"), which must be off by more than 67 degrees. A site may be told by the province that it once
was in, or by a name that holds two provinces ("Pyongan"). A site far from both coasts is told by neither. Silent for
names that South Korea has as well.

## Why it matters
It tells where the missile flew over, and whether it crossed the country.

## Flagged
North Korea fired a missile from Wonsan, on the west coast, on Friday.
                                                ^^^^^^^^^^ Wonsan is on the east coast

## Not flagged
North Korea fired a missile from Wonsan, on the east coast, on Friday. It fell off the west coast of Japan.

## Fix
None: it cannot be told whether the site or its place is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.earth.apart import Separation
from checker.earth.situated import Situated
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding
    from checker.source import Span

RULE = Rule(code="FC208", name="site-misplaced", severity="warning", looks_at=Situated | Separation, since="0.1")
MOST_OFF = 67.5
SAID = {"province": "in {}", "coast": "on the {}", "country": "in {}"}


def check(told: Situated | Separation) -> Iterator[Finding]:
    """Flag where a site is said to be and is not."""
    if isinstance(told, Situated):
        known = SAID[told.sort].format(told.known)
        yield RULE.finding(
            told.span,
            f"{told.name} is {known}, not {SAID[told.sort].format(told.told)}",
            related=[Related(told.site, f"it is {known}")],
            evidence={told.sort: told.known, "told": told.told},
            sources=[f"{told.name}: {', '.join(told.sources)}"],
        )
    elif told.direction is not None and told.points is not None:
        yield from _turned(told, told.direction, told.points)


def _turned(told: Separation, said: float, points: Span) -> Iterator[Finding]:
    """Flag a direction that leads elsewhere, where both places are points far enough apart for one."""
    from checker.earth.extents import towards
    from checker.earth.wording import compass

    found = towards(told.other, told.one)
    if found is None:
        return
    bearing, loose = found
    off = abs((bearing - said + 180) % 360 - 180)
    if off > MOST_OFF + loose:
        yield RULE.finding(
            points,
            f"{told.one.name} is {compass(bearing)} of {told.other.name}, not {compass(said)}",
            related=[Related(told.first, "this place"), Related(told.second, "told from here")],
            evidence={"direction": f"{bearing:.0f} degrees from north", "told": f"{said:.0f} degrees from north"},
        )
