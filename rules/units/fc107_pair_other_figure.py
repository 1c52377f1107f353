"""A conversion belongs to another figure of the passage.

## What it checks
Whether the second of two figures that disagree is the conversion of another figure nearby, to two digits and
within 2.5 %, or, to one digit, within 1 %; or repeats the number of one in the unit of the first, as if it
had not been converted: `1,300 km (910 miles)` beside `910 km`. Two conversions that were exchanged for each
other are one finding.

## Why it matters
Two figures were taken for each other, or one was corrected without its conversion. It tells where to look.

## Flagged
It rose to 6,000 km (3,728 miles) and flew 1,000 km (3,728 miles).
                                           ^^^^^^^^^^^^^^^^^^^^^^ 1,000 km is 621 miles; 3,728 miles goes with 6,000 km
It flew 910 km, and the one before it 1,300 km (910 miles).
                                      ^^^^^^^^^^^^^^^^^^^^ 1,300 km is 808 miles; the 910 is that of 910 km nearby

It rose to 6,000 km (621 miles) and flew 1,000 km (3,728 miles).
           ^^^^^^^^^^^^^^^^^^^^ exchanged with that of 1,000 km

## Not flagged
It rose to 6,000 km (3,728 miles) and flew 1,000 km (621 miles).
It rose to 6,000 km and flew 1,000 km (900 miles).

## Fix
Suggested: the second figure, converted from the first; or else the other figure in the place of the first.
Conversions that were exchanged are put in each other's place. None in a quotation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.figures import FigurePair
from checker.figures.conversions import conversion_finding, overprecise, second_converted, sound, telling, written
from checker.figures.judging import CLOSE, COARSE, Verdict, judge
from checker.figures.slips import ExchangedPairs
from checker.figures.writing import phrase, phrase_in, quoted, recast
from checker.findings import Edit, Fix, Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.figures import Figure
    from checker.findings import Finding

RULE = Rule(
    code="FC107",
    name="pair-other-figure",
    severity="error",
    looks_at=FigurePair | ExchangedPairs,
    since="0.1",
    refines=("FC101", "FC102", "FC106"),
)


def check(pair: FigurePair | ExchangedPairs) -> Iterator[Finding]:
    """Flag a pair whose second figure is the conversion, or the number, of another figure nearby."""
    if isinstance(pair, ExchangedPairs):
        yield _exchanged(pair)
        return
    judged = judge(pair)
    if judged is None or judged.verdict is not Verdict.WRONG:
        return
    others = sorted(pair.around, key=lambda other: abs(other.start - pair.first.start))
    converted = next((other for other in others if _converted(pair, other)), None)
    if converted is not None:
        named = f"{phrase(pair.second)} goes with {phrase(converted)}"
        fixes = [second_converted(pair), _instead(pair, converted)]
        yield conversion_finding(RULE, pair, judged, named, fixes=fixes, other=converted)
        return
    repeated = next((other for other in others if _repeated(pair, other)), None)
    if repeated is not None:
        digits = phrase(replace(pair.second, style=replace(pair.second.style, unit_text=""))).strip()
        named = f"the {digits} is that of {phrase(repeated)} nearby"
        yield conversion_finding(RULE, pair, judged, named, other=repeated)


def _converted(pair: FigurePair, other: Figure) -> bool:
    most = COARSE if telling(pair.second) else CLOSE
    return len(other.ends) == len(pair.second.ends) and sound(replace(pair, first=other), most)


def _repeated(pair: FigurePair, other: Figure) -> bool:
    return other.unit == pair.first.unit and other.ends == pair.second.ends and telling(other)


def _instead(pair: FigurePair, other: Figure) -> Fix | None:
    """Write the other figure in the place of the first, where the two are of one unit and form."""
    if other.unit != pair.first.unit or len(other.ends) != len(pair.first.ends):
        return None
    new = recast(other, pair.first)
    return written(pair.first, new) if sound(replace(pair, first=new)) else None


def _exchanged(pairs: ExchangedPairs) -> Finding:
    one, two = pairs.first, pairs.second
    right = replace(one, second=two.second), replace(two, second=one.second)
    edits = []
    for pair, mended in zip((one, two), right, strict=True):
        # What would leave a note behind, or is in another unit, is converted anew.
        as_written = pair.second.unit == mended.second.unit and sound(mended, COARSE) and not overprecise(mended)
        new = mended.second.text if as_written else recast(pair.first, pair.second).text
        edits.append(Edit(pair.second.span, new))
    unquoted = one.quoted_by is None and two.quoted_by is None
    whole = all(figure.whole for pair in (one, two) for figure in (pair.first, pair.second))
    return RULE.finding(
        one.span,
        f"{phrase(one.first)} is {phrase_in(one.first, one.second)}, not {phrase(one.second)}: its conversion was "
        f"exchanged with that of {phrase(two.first)}, {phrase(two.second)}"
        + quoted(one.quoted_by if one.quoted_by is not None else two.quoted_by),
        related=[Related(two.span, f"{phrase(two.first)} is {phrase_in(two.first, two.second)}")],
        evidence={
            "first": f"{phrase(one.first)} ({phrase(one.second)})",
            "second": f"{phrase(two.first)} ({phrase(two.second)})",
        },
        fixes=[Fix("Exchange the conversions", tuple(edits))] if unquoted and whole else [],
    )
