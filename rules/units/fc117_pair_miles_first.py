"""A conversion has the metric figure first, and the house writes miles first.

## What it checks
A length or a speed with its conversion, one of them metric. Off unless it is asked for, with `style = "ap"` in the
settings. A conversion that is wrong is left to the rules on that, and so is one in quotation marks.

## Why it matters
A house that writes `620 miles (1,000 km)` throughout spares its readers a second look.

## Flagged
It flew about 1,000 km (620 miles) before it fell.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ the house writes miles first: 620 miles (1,000 km)

## Not flagged
It flew 620 miles (1,000 km) before it fell.
It flew 1,000 km (900 miles) before it fell.

## Fix
Suggested: the two figures change places, where no other word must change with them. None in a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures import FigurePair
from checker.figures.ordering import CUSTOMARY, METRIC, order_finding
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC117", name="pair-miles-first", severity="note", looks_at=FigurePair, since="0.1", default=False)


def check(pair: FigurePair) -> Iterator[Finding]:
    """Note a sound pair that has the metric figure before miles or feet."""
    if pair.first.unit in METRIC and pair.second.unit in CUSTOMARY:
        yield from order_finding(RULE, pair)
