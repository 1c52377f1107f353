"""A conversion is right but for one digit, or for two neighbouring ones.

## What it checks
Whether two figures that disagree would be right with two neighbouring digits of one of them exchanged, or with
another digit in the place of one: `6,000 km (3,278 miles)`, for 3,728. The figure must then be what converting the
other gives. Where one digit is another, only figures of three digits or more are looked at: of two-digit ones too many
would fit.

## Why it matters
It tells what happened: a slip of the fingers, and most likely in this figure.

## Flagged
It flew 6,000 km (3,278 miles) before it fell.
        ^^^^^^^^^^^^^^^^^^^^^^ 6,000 km is 3,728 miles; 3,278 for 3,728?
It flew 1,000 km (721 miles) before it fell.
        ^^^^^^^^^^^^^^^^^^^^ 1,000 km is 621 miles; 721 for 621?
It flew 1,300 km (1,926 miles) before it fell.
        ^^^^^^^^^^^^^^^^^^^^^^ 1,926 miles is 3,100 km; 1,300 for 3,100?

## Not flagged
It flew 6,000 km (3,728 miles) before it fell.
It flew 1,000 km (690 miles) before it fell.

## Fix
Suggested: the digits put right; or else the second figure, converted from the first. None in a quotation.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from checker.figures import FigurePair
from checker.figures.conversions import conversion_finding, second_converted, sound, written
from checker.figures.judging import HOUSE, Verdict, judge, precise_digits, rounds
from checker.figures.writing import phrase, phrase_in
from checker.rulebook import Rule
from checker.units import convert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.figures import Figure
    from checker.findings import Finding

RULE = Rule(
    code="FC106",
    name="pair-transposed",
    severity="error",
    looks_at=FigurePair,
    since="0.1",
    refines=("FC101", "FC102"),
)
LONGEST = 9  # digits of a number that is looked into
TELLING = 3  # digits that do not agree by accident
TELLING_EXCHANGED = 2


def check(pair: FigurePair) -> Iterator[Finding]:
    """Flag a pair that is right but for a slip of the fingers, and name both numbers."""
    first, second = pair.first, pair.second
    judged = judge(pair)
    if judged is None or judged.verdict is not Verdict.WRONG or len(first.ends) != len(second.ends):
        return
    slip = next(
        chain(*(_slips(pair, exchanged=way, in_second=side) for way in (True, False) for side in (True, False))), None
    )
    if slip is None:
        return
    figure, old, new, right = slip
    named = f"{old} for {new}?"
    if figure is first:
        named = f"{phrase(second)} is {phrase_in(second, first)}; {named}"
    yield conversion_finding(RULE, pair, judged, named, fixes=[written(figure, right), second_converted(pair)])


def _slips(pair: FigurePair, *, exchanged: bool, in_second: bool) -> Iterator[tuple[Figure, str, str, Figure]]:
    """Yield the figure, the number as it is and as it should be, and the figure put right."""
    figure = pair.second if in_second else pair.first
    for number, old, new, right in _respelled(figure, exchanged=exchanged):
        mended = replace(pair, second=right) if in_second else replace(pair, first=right)
        if _fits(mended, number, in_second=in_second) and sound(mended):
            yield figure, old, new, right


def _respelled(figure: Figure, *, exchanged: bool) -> Iterator[tuple[int, str, str, Figure]]:
    """Yield a figure with each slip of the fingers undone: which of its numbers, its digits before and after."""
    group = re.escape(figure.style.group)
    between = rf"|{group}(?=\d)" if group else ""
    shown = list(re.finditer(rf"\d(?:\d|[.](?=\d){between})*", figure.text, re.ASCII))
    if [_value(each[0], figure) for each in shown] != list(figure.ends):
        return
    for number, token in enumerate(shown):
        least = TELLING_EXCHANGED if exchanged else TELLING
        if precise_digits(figure.ends[number], _place(figure, number)) < least or len(token[0]) > LONGEST:
            continue
        for new in _exchanges(token[0]) if exchanged else _replacements(token[0]):
            ends = list(figure.ends)
            ends[number] = _value(new, figure)
            value = ends[0] if len(ends) == 1 else (ends[0], ends[-1])
            text = figure.text[: token.start()] + new + figure.text[token.end() :]
            places = [_place(figure, at) for at in range(len(ends))]
            places[number] = min(places[number], _zeros(new))
            style = replace(figure.style, places=tuple(places))
            yield number, token[0], new, replace(figure, value=value, text=text, style=style)


def _exchanges(token: str) -> Iterator[str]:
    at = [index for index, char in enumerate(token) if char.isdigit()]
    for one, two in pairwise(at):
        if token[one] != token[two] and (one or token[two] != "0"):
            yield token[:one] + token[two] + token[one + 1 : two] + token[one] + token[two + 1 :]


def _replacements(token: str) -> Iterator[str]:
    for index, char in enumerate(token):
        for digit in "0123456789" if char.isdigit() else "":
            if digit != char and (index or digit != "0"):
                yield token[:index] + digit + token[index + 1 :]


def _value(token: str, figure: Figure) -> float:
    return float(token.replace(figure.style.group, "") if figure.style.group else token)


def _zeros(token: str) -> int:
    """Return how many zeros end a number, so that one exchanged for a digit is no longer taken for rounding."""
    digits = "".join(char for char in token if char.isdigit())
    return len(digits) - len(digits.rstrip("0"))


def _place(figure: Figure, number: int) -> int:
    return figure.style.places[min(number, len(figure.style.places) - 1)]


def _fits(pair: FigurePair, number: int, *, in_second: bool) -> bool:
    """Whether the number put right is the other one converted, or gives the other one, to their last digits."""
    first, second = pair.first, pair.second
    given, said = first.ends[number], second.ends[number]
    factors = (convert(1, first.unit, second.unit), *HOUSE.get((first.unit, second.unit), ()))
    forward = any(rounds(given * factor, said, _place(second, number)) for factor in factors)
    back = any(rounds(said / factor, given, _place(first, number)) for factor in factors)
    other, own = (first, forward) if in_second else (second, back)
    gives = back if in_second else forward
    return own or (gives and precise_digits(other.ends[number], _place(other, number)) >= TELLING)
