"""Two places are not as far apart as the text says.

## What it checks
A distance told between two places of the gazetteer ("Tokyo, about 1,300 km from Pyongyang", "the distance between
Pyongyang and Guam is ..."), by all that its words allow, against the geodesic between them. Cities and islands have
radii, and of a country the nearest and the farthest land counts. Flagged where the text is off by more than 15 % and
10 km beyond that; between places that a road joins, up to 60 % more is let be. Silent for what has no bounds that the
map knows, such as Alaska, and where the distance belongs to a flight or a landing.

## Why it matters
Readers measure a threat by it. A desk that writes miles for kilometers here is off by half.

## Flagged
The missile was fired on Friday. Guam, about 2,000 km from Pyongyang, is home to a U.S. base.
                                             ^^^^^^^^ 3,400 km apart

## Not flagged
The missile was fired on Friday. Guam, about 3,400 km from Pyongyang, is home to a U.S. base.
The missile was fired on Friday from Wonsan, about 200 km by road east of Pyongyang.

## Fix
None: it cannot be told whether the place or the distance is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.earth.apart import Separation
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC207", name="place-distance-disagrees", severity="warning", looks_at=Separation, since="0.1")
SLACK, ROAD, ALWAYS = 1.15, 1.6, 10.0
CITIES = 120.0  # kilometers that the radii of two cities make out


def check(told: Separation) -> Iterator[Finding]:
    """Flag a distance that two places cannot lie apart."""
    from checker.earth.extents import apart, by_road
    from checker.earth.wording import between, km
    from checker.figures.writing import words

    low, high = apart(told.one, told.other)
    said = told.figure.interval.to("km")
    most = high * (ROAD if by_road(told.one, told.other) else SLACK) + ALWAYS
    if (said.high is None or said.high >= low / SLACK - ALWAYS) and (said.low is None or said.low <= most):
        return
    measured = f"about {km((low + high) / 2)} km" if high - low <= CITIES else between(low, high)
    yield RULE.finding(
        told.span,
        f"{told.one.name} and {told.other.name} are {measured} apart, not {words(told.figure.value, told.figure.unit)}",
        related=[Related(told.first, "from here"), Related(told.second, "to here")],
        evidence={"apart": f"{low:.0f} to {high:.0f} km", "distance": told.figure.text},
    )
