"""A conversion has miles first, and the house writes the metric figure first.

## What it checks
A length or a speed with its conversion, one of them metric. Off unless it is asked for, with `style = "metric"` in
the settings. A conversion that is wrong is left to the rules on that, and so is one in quotation marks.

## Why it matters
A house that writes `1,000 km (620 miles)` throughout spares its readers a second look.

## Flagged
It flew 620 miles (1,000 km) before it fell.
        ^^^^^^^^^^^^^^^^^^^^ the house writes the metric figure first: 1,000 km (620 miles)

## Not flagged
It flew 1,000 km (620 miles) before it fell.
It flew 1,000 km (540 nautical miles) before it fell.
It flew 620 miles (2,000 km) before it fell.

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

RULE = Rule(code="FC116", name="pair-metric-first", severity="note", looks_at=FigurePair, since="0.1", default=False)


def check(pair: FigurePair) -> Iterator[Finding]:
    """Note a sound pair that has miles or feet before the metric figure."""
    if pair.first.unit in CUSTOMARY and pair.second.unit in METRIC:
        yield from order_finding(RULE, pair)
