"""A converted bound claims more than the first.

## What it checks
Bounds on either side of a conversion that is sound otherwise. It remarks on "at least" or "more than" beside
"up to", on other bounds of opposite sense that nothing can meet (`more than 1,000 km (less than 620 miles)`),
and on a bound that rounding to one digit has moved by more than 2.5 % to its false side: `more than 770 km
(500 miles)`, which is 478. Below 100 that is stock copy (`at least 30 miles (50 km)`), and "nearly" and "less
than" are not taken at their word.

## Why it matters
"More than 500 miles" may be untrue where "more than 770 km" is true.

## Flagged
It flew more than 770 km (500 miles) before it fell.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 770 km is 478 miles; more than 500 miles does not follow from more than 770 km
It can fly up to 1,000 km (at least 620 miles) in tests.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ at most 1,000 km is not at least 620 miles

## Not flagged
It flew more than 5,500 km (3,400 miles) before it fell.
It flew at least 30 miles (50 km) before it fell.
It flew just under 500 km (just over 310 miles) before it fell.
It flew about 500 km (over 300 miles) before it fell.

## Fix
Suggested: the second figure, converted from the first and written as the writer writes it; a bound of the
opposite sense is dropped. None in a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures import LOWER, UPPER, FigurePair
from checker.figures.conversions import conversion_finding, second_converted
from checker.figures.judging import Verdict, judge
from checker.figures.writing import HEDGES, phrase, recast
from checker.findings import Edit, Fix
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.figures.judging import Judgement
    from checker.findings import Finding

RULE = Rule(
    code="FC108", name="pair-bound-flipped", severity="note", looks_at=FigurePair, since="0.1", refines=("FC102",)
)


def check(pair: FigurePair) -> Iterator[Finding]:
    """Note a sound pair whose conversion is bounded to the other side, or claims more than its first figure."""
    first, second = pair.first, pair.second
    judged = judge(pair)
    if judged is None or judged.verdict is Verdict.WRONG or len(first.ends) > 1 or len(second.ends) > 1:
        return
    given, said = HEDGES.get(first.qualifier, "") + phrase(first), HEDGES.get(second.qualifier, "") + phrase(second)
    if _opposite(pair, judged):
        new = recast(first, second).text
        fixes = [Fix(f"Write {new}", (Edit(second.hedged, new),))]
        yield conversion_finding(RULE, pair, judged, f"{given} is not {said}", fixes=fixes)
    elif _claims_more(pair, judged):
        bound = HEDGES.get(second.qualifier if second.qualifier in LOWER | UPPER else first.qualifier, "")
        what = f"{bound}{phrase(second)} does not follow from {given}"
        yield conversion_finding(RULE, pair, judged, what, fixes=[second_converted(pair)])


def _opposite(pair: FigurePair, judged: Judgement) -> bool:
    """Whether the bounds are of opposite sense, and nothing meets both or one is "up to", which never means nearly."""
    given, said = pair.first.qualifier, pair.second.qualifier
    (exact,), (stated,) = judged.exact, pair.second.ends
    if given in LOWER and said in UPPER:
        return exact > stated or said == "at_most"
    if given in UPPER and said in LOWER:
        return exact < stated or given == "at_most"
    return False


def _claims_more(pair: FigurePair, judged: Judgement) -> bool:
    """Whether a bound, the conversion's own or else the first figure's, was rounded far to its false side."""
    (exact,), (stated,) = judged.exact, pair.second.ends
    own, carried = pair.second.qualifier, pair.first.qualifier
    bound = own if own in LOWER | UPPER else carried
    if judged.verdict is not Verdict.COARSE or bound == "less_than":
        return False
    return (bound in LOWER and stated > exact) or (bound in UPPER and stated < exact)
