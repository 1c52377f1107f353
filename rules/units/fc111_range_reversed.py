"""A range of values runs downwards.

## What it checks
Two numbers joined by "to", "and" after "between" or a dash, the larger first: `350 to 300 km`. A change, as
in `cut from 350 to 300 km`, is none, nor are numbers far apart.

## Why it matters
The ends were exchanged, or one of them has a wrong digit: `350 to 300 km` may stand for 350 to 400.

## Flagged
It flew 350 to 300 km before it fell.
        ^^^^^^^^^^^^^ "350 to 300 km" runs downwards
It flew between 720 and 680 km (450 and 420 miles).
                ^^^^^^^^^^^^^^ runs downwards

## Not flagged
It flew 300 to 350 km before it fell.
It cut the range from 350 to 300 km with a heavier warhead.
It flew 350 or 300 km before it fell.

## Fix
Suggested: the numbers exchanged, in a conversion as well. None in a quotation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.figures.slips import RangeDown
from checker.figures.writing import quoted
from checker.findings import Edit, Fix, Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.figures import Figure
    from checker.findings import Finding

RULE = Rule(code="FC111", name="range-reversed", severity="error", looks_at=RangeDown, since="0.1")
_NUMBER = re.compile(r"\d(?:[\d,.\u00a0]*\d)?")
_ENDS = 2


def check(value: RangeDown) -> Iterator[Finding]:
    """Flag a range of values whose larger end stands first."""
    figure = value.figure
    figures = (figure, *value.again)
    mended = [_exchanged(each) for each in figures]
    whole = value.quoted_by is None and all(each.whole for each in figures)
    edits = tuple(Edit(each.span, text) for each, text in zip(figures, mended, strict=True) if text)
    text = " ".join(figure.text.split())
    yield RULE.finding(
        value.span,
        f'"{text}" runs downwards: were its ends exchanged, or is a digit wrong?{quoted(value.quoted_by)}',
        related=[Related(each.span, "so does this") for each in value.again],
        evidence={"low": f"{figure.ends[0]:.12g} {figure.unit}", "high": f"{figure.ends[-1]:.12g} {figure.unit}"},
        fixes=[Fix(f"Write {mended[0]}", edits)] if whole and len(edits) == len(figures) else [],
    )


def _exchanged(figure: Figure) -> str | None:
    """Return the words of a range with its two numbers exchanged; None where they are not written in digits."""
    shown = list(_NUMBER.finditer(figure.text))
    if len(shown) != _ENDS:
        return None
    one, two = shown
    text = figure.text
    return text[: one.start()] + two[0] + text[one.end() : two.start()] + one[0] + text[two.end() :]
