"""What the two rules on the order of a conversion's figures have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.judging import Verdict, judge
from checker.figures.writing import phrase
from checker.findings import Edit, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.figures.figure import FigurePair
    from checker.findings import Finding
    from checker.rulebook import Rule

METRIC = frozenset({"km", "m", "km/h", "m/s", "km/s"})
CUSTOMARY = {"mile": "miles", "ft": "feet", "yard": "yards", "mph": "mph"}


def order_finding(rule: Rule, pair: FigurePair) -> Iterator[Finding]:
    """Yield what there is to say of a pair in the other order, if a desk would let the pair itself stand."""
    first, second = pair.first, pair.second
    judged = judge(pair)
    if judged is None or judged.verdict is Verdict.WRONG or pair.quoted_by is not None:
        return
    ours = CUSTOMARY.get(second.unit, "the metric figure")
    fixes = []
    # "an 800-km (500-mile) flight" would need another article, "between 300 and 350 km" another word.
    plain = not any("-" in each.text or isinstance(each.value, tuple) for each in (first, second))
    if plain and first.whole and second.whole:
        edits = (Edit(first.span, second.text), Edit(second.span, first.text))
        fixes.append(Fix(f"Write {second.text} first", edits))
    yield rule.finding(pair.span, f"the house writes {ours} first: {phrase(second)} ({phrase(first)})", fixes=fixes)
