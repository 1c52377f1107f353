"""What the rules on conversions have in common: the place, the sum and the mending of a pair."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.figures.interval import stated
from checker.figures.judging import Verdict, judge, precise_digits
from checker.figures.writing import decimals_due, exactly, phrase, phrase_in, quoted, recast
from checker.findings import Edit, Fix, Related

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.figures.figure import Figure, FigurePair
    from checker.figures.interval import Interval
    from checker.figures.judging import Judgement
    from checker.findings import Finding
    from checker.rulebook import Rule

_FINER = 3
_TWO = 2
_TOO_MANY = 3  # digits that a conversion shows beyond those due
_TOO_MANY_ABOUT = 2
SOUND = (295, 343)  # m/s: the US Standard Atmosphere 1976 from 11 to 20 km up, and dry air of 20 degrees


def conversion_finding(
    rule: Rule,
    pair: FigurePair,
    judged: Judgement,
    what: str | None = None,
    *,
    fixes: Iterable[Fix | None] | None = None,
    other: Figure | None = None,
) -> Finding:
    """Return a finding on a pair: what the first figure is in the second unit, then `what`, else the reverse.

    The fix is the second figure converted from the first, unless others are given; a quotation gets none,
    and none do words that markup runs through.
    `other` is a figure elsewhere that the finding rests on.
    """
    first, second = pair.first, pair.second
    back = f"{phrase(second)} is {phrase_in(second, first)}"
    related = [Related(second.span, back)]
    if other is not None:
        related.append(Related(other.span, f"{phrase(other)} is {phrase_in(other, second)}"))
    mended = [second_converted(pair)] if fixes is None else [fix for fix in fixes if fix is not None]
    return rule.finding(
        pair.span,
        f"{phrase(first)} is {phrase_in(first, second)}; {what or back}{quoted(pair.quoted_by)}",
        related=related,
        evidence={
            "exact": exactly(judged.exact, second.unit),
            "stated": exactly(second.ends, second.unit),
            "relative_error": round(judged.error, 3),
        },
        fixes=dict.fromkeys(mended) if pair.quoted_by is None and first.whole and second.whole else [],
    )


def second_converted(pair: FigurePair) -> Fix:
    """Return the fix that converts the second figure from the first."""
    return written(pair.second, recast(pair.first, pair.second))


def first_converted(pair: FigurePair) -> Fix | None:
    """Return the fix that converts the first figure from the second, as exactly as the pair then needs."""
    if len(pair.first.ends) != len(pair.second.ends):
        return None
    for finer in range(_FINER):
        new = recast(pair.second, pair.first, finer)
        right = replace(pair, first=new)
        if sound(right) or ("mach" in {pair.first.unit, pair.second.unit} and mach_fits(right)):
            return written(pair.first, new)
    return None


def written(figure: Figure, new: Figure) -> Fix:
    """Return the fix that writes one figure for another."""
    return Fix(f"Write {new.text}", (Edit(figure.span, new.text),))


def sound(pair: FigurePair, most: float = 1.0) -> bool:
    """Whether a desk would let a pair stand, and it is off by no more than so much."""
    judged = judge(pair)
    return judged is not None and judged.verdict is Verdict.SOUND and judged.error <= most


def disagrees(pair: FigurePair) -> bool:
    """Whether no desk would take a pair for one quantity, Mach beside another speed included."""
    judged = judge(pair)
    return judged.verdict is Verdict.WRONG if judged is not None else not mach_fits(pair)


def mach_fits(pair: FigurePair) -> bool:
    """Whether a pair is no Mach number beside another speed, or Mach 1 is a speed of sound between them.

    That is 295 m/s where airliners and missiles fly and 343 m/s at the ground on a warm day; a figure is what it
    rounds to.
    """
    first, second = pair.first, pair.second
    if {first.unit, second.unit} == {"mach"} or "mach" not in {first.unit, second.unit}:
        return True
    if first.dimension != second.dimension:
        return True
    number, speed = (first, second) if first.unit == "mach" else (second, first)
    machs, speeds = _rounded(number), _rounded(speed).to("m/s")
    slowest, fastest = SOUND
    low, high = speeds.low or 0, speeds.high or 0
    return high >= slowest * (machs.low or 0) and low <= fastest * (machs.high or 0)


def _rounded(figure: Figure) -> Interval:
    """Return what a figure rounds to, its bounds left out."""
    return stated(
        figure.value, figure.style.places, "about" if figure.about else "exact", figure.unit, about=figure.about
    )


def overprecise(pair: FigurePair) -> bool:
    """Whether the conversion shows clearly more digits than its figure allows; one of a single unit is a definition."""
    shown = -min(pair.second.style.places)
    too_many = shown - decimals_due(pair.first, pair.second.unit)
    # "around 2,700 km (1,677 miles)" is stock copy; a decimal behind "around" is not.
    allowed = _TOO_MANY_ABOUT if pair.first.about and shown > 0 else _TOO_MANY
    return too_many >= allowed and pair.first.ends != (1,)


def telling(figure: Figure) -> bool:
    """Whether a figure shows two digits or more, so that agreement with it is no accident."""
    places = (figure.style.places * len(figure.ends))[: len(figure.ends)]
    return all(precise_digits(*end) >= _TWO for end in zip(figure.ends, places, strict=True))
