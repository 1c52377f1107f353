"""Pairs of figures among the others of their passage: what stands near them, and what was exchanged with them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.figures.conversions import disagrees, sound, telling
from checker.figures.figure import FigurePair
from checker.figures.judging import COARSE
from checker.figures.slips import BlankConversion, ExchangedPairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.understanding import Value
    from checker.figures import Figure

_NEARBY = 8
_FOLLOWING = 4


def joined(found: list[Value], nearby: list[Figure]) -> tuple[Value, ...]:
    """Give each pair the figures near it in the text, its own two left out; join two that were exchanged."""
    starts = [figure.start for figure in nearby]
    made = [_among(value, nearby, starts) if isinstance(value, FigurePair) else value for value in found]
    wrong = [(at, value) for at, value in enumerate(made) if isinstance(value, FigurePair) and disagrees(value)]
    gone: set[int] = set()
    for number, (at, one) in enumerate(wrong):
        for other, two in wrong[number + 1 : number + 1 + _FOLLOWING]:
            if not {at, other} & gone and _exchanged(one, two):
                made[at] = ExchangedPairs(one, two)
                gone.add(other)
                break
    return tuple(_one_template([value for at, value in enumerate(made) if at not in gone]))


def each_slip(pairs: list[FigurePair]) -> Iterator[FigurePair]:
    """Yield the conversions of one figure; of those that agree and are not the figure, only the first."""
    wrong: list[Figure] = []
    for pair in pairs:
        if disagrees(pair):
            if any(sound(replace(pair, first=other)) for other in wrong):
                continue
            wrong.append(pair.second)
        yield pair


def _one_template(found: list[Value]) -> Iterator[Value]:
    """Yield all values, those of a template that was not rendered as one: they are one slip."""
    templates = [value for value in found if isinstance(value, BlankConversion) and value.template]
    for value in found:
        if templates and value is templates[0]:
            yield templates[0]._replace(again=tuple(templates[1:]))
        elif not isinstance(value, BlankConversion) or not value.template:
            yield value


def _among(pair: FigurePair, nearby: list[Figure], starts: list[int]) -> FigurePair:
    at = bisect_left(starts, pair.first.start)
    own = range(pair.first.start, max(pair.last, pair.first.end))
    window = nearby[max(0, at - _NEARBY) : at + _NEARBY]
    around = (figure for figure in window if figure.start not in own and figure.start != pair.second.start)
    return replace(pair, around=tuple(around))


def _exchanged(one: FigurePair, two: FigurePair) -> bool:
    """Whether each of two pairs holds the conversion of the other, to two digits and within 2.5 %."""
    if two.first not in one.around or not (telling(one.second) and telling(two.second)):
        return False
    alike = all(len({len(pair.first.ends), len(pair.second.ends)}) == 1 for pair in (one, two))
    return alike and all(sound(replace(mine, second=other.second), COARSE) for mine, other in ((one, two), (two, one)))
