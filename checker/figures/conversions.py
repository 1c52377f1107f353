"""What the rules on conversions have in common: the place, the sum and the mending of a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.writing import exactly, phrase, phrase_in, quoted, rewritten
from checker.findings import Edit, Fix, Related

if TYPE_CHECKING:
    from checker.figures.figure import FigurePair
    from checker.figures.judging import Judgement
    from checker.findings import Finding
    from checker.rulebook import Rule


def conversion_finding(rule: Rule, pair: FigurePair, judged: Judgement, what: str | None = None) -> Finding:
    """Return a finding on a pair: what the first figure is in the second unit, then `what`, else the reverse.

    The fix is the second figure converted from the first; a quotation gets none.
    """
    first, second = pair.first, pair.second
    back = f"{phrase(second)} is {phrase_in(second, first)}"
    new = rewritten(first, second)
    return rule.finding(
        pair.span,
        f"{phrase(first)} is {phrase_in(first, second)}; {what or back}{quoted(pair.quoted_by)}",
        related=[Related(second.span, back)],
        evidence={
            "exact": exactly(judged.exact, second.unit),
            "stated": exactly(second.ends, second.unit),
            "relative_error": round(judged.error, 3),
        },
        fixes=[Fix(f"Write {new}", (Edit(second.span, new),))] if pair.quoted_by is None else [],
    )
