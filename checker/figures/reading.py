"""Find the figures of a sentence: number, unit and hedge; ranges, lists, and durations in two units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.figures.figure import Figure, Style
from checker.figures.interval import LOWER, UPPER, Qualifier, stated
from checker.figures.numerals import Numeral, numeral
from checker.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.language import Sentence, Token
    from checker.language.analysis import Analysis

_DURATION = ("h", "min", "s")
_SHORT_UNITS = frozenset({"s", "h", "m"})
_DASHES = frozenset({"-", "\u2014", "|", "\u2013"})
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Read:
    """A figure with the tokens it takes: hedge from `first`, number from `number`, unit up to `unit_last`."""

    figure: Figure
    first: int
    number: int
    unit_last: int
    last: int
    shared: bool = False


def figures(analysis: Analysis) -> tuple[Read, ...]:
    """Return the figures of a sentence in order."""
    found: list[Read] = []
    at = 0
    tokens = analysis.tokens
    while at < len(tokens):
        token = tokens[at]
        read: tuple[Read, ...] = ()
        if token.kind == "n" or token.folded in analysis.numbers or token.folded in analysis.unit_leads:
            read = _at(analysis, at)
        if read:
            found += read
            at = read[-1].last
        else:
            at += 1
    return tuple(found)


def _at(analysis: Analysis, at: int) -> tuple[Read, ...]:
    """Read what begins at a token: one figure, a range, or a list of figures that share a unit."""
    lead = analysis.mark_at("unit_before", at)
    if lead:
        start = lead.last + (1 if _text(analysis, lead.last) == "-" else 0)
        number = _number(analysis, start)
        return (_figure(analysis, at, [number], str(lead.value), number.last, at),) if number else ()
    first = _number(analysis, at)
    if first is None:
        return ()
    unit_first = _unit(analysis, first.last)
    joint = _range_joint(analysis, at, unit_first[1] if unit_first else first.last)
    second = _number(analysis, joint, after_dash=True) if joint else None
    unit_second = _unit(analysis, second.last) if second else None
    if second and unit_second and (not unit_first or unit_first[0] == unit_second[0]):
        return (_figure(analysis, at, [first, second], unit_second[0], unit_second[1], at),)
    if unit_first:
        return (_duration(analysis, at, first, unit_first),)
    return _list(analysis, at, first)


def _range_joint(analysis: Analysis, at: int, after: int) -> int | None:
    """Return the token after "to", a dash, or the "and" of "between ... and"."""
    if _text(analysis, after) == "-":
        return after + 1
    mark = analysis.mark_at("range_word", after)
    if mark is None and analysis.mark_ending("both", at):
        mark = analysis.mark_at("and", after)
    return mark.last if mark else None


def _list(analysis: Analysis, at: int, first: Numeral) -> tuple[Read, ...]:
    """Read "350 and 400 km", "240, 300 and 350 km": each figure takes the unit at the end."""
    ends, after = [first], first.last
    while len(ends) < 8:
        comma = _text(analysis, after) == ","
        joint = analysis.mark_at("and", after + 1 if comma else after)
        if not comma and not joint:
            return ()
        number = _number(analysis, joint.last if joint else after + 1)
        hedged = None
        if number is None:
            hedged = analysis.mark_at("hedge", joint.last if joint else after + 1)
            number = _number(analysis, hedged.last) if hedged else None
        if number is None:
            return ()
        ends.append(number)
        after = number.last
        unit = _unit(analysis, after)
        if unit:
            if any(end.spelled != ends[0].spelled for end in ends) or any(end.value in _YEARS for end in ends[:-1]):
                return ()
            if any(end.value < 10 and ends[-1].value >= 100 for end in ends[:-1]):
                return ()
            reads = [_figure(analysis, end.first, [end], unit[0], end.last, end.first, unit_at=unit) for end in ends[:-1]]
            return (*reads, _figure(analysis, ends[-1].first, [ends[-1]], unit[0], unit[1], ends[-1].first))
        if joint:
            return ()
    return ()


def _number(analysis: Analysis, at: int, *, after_dash: bool = False) -> Numeral | None:
    if not 0 <= at < len(analysis.tokens):
        return None
    return numeral(analysis.tokens, at, analysis.numbers, after_dash=after_dash)


def _text(analysis: Analysis, at: int) -> str:
    return analysis.tokens[at].text if 0 <= at < len(analysis.tokens) else ""


def _unit(analysis: Analysis, at: int) -> tuple[str, int, int] | None:
    """Read a unit after a number: its name, the token after it, its first token."""
    tokens = analysis.tokens
    if at >= len(tokens):
        return None
    start = at + 1 if tokens[at].text in _DASHES and not (tokens[at].spaced and tokens[at].text != "\u2014") else at
    mark = analysis.mark_at("unit", start)
    if not mark:
        adjective = analysis.mark_at("unit_adjective", start)
        if adjective:
            start = adjective.last
            mark = analysis.mark_at("unit", start)
    if not mark:
        return None
    unit, word = str(mark.value), tokens[mark.first]
    glued = not word.spaced and start == at
    if len(word.text) == 1 and unit in _SHORT_UNITS and mark.last == mark.first + 1:
        money = at >= 2 and tokens[at - 2].text in {"$", "\u20ac", "\u00a3"}
        if money or (glued and unit == "s" and tokens[at - 1].kind == "n" and len(tokens[at - 1].text) == 4):
            return None
    if word.text.isupper() and len(word.text) <= 2 and unit not in {"km", "nmi", "m", "mile", "mph"}:
        return None
    return unit, mark.last, mark.first


def _duration(analysis: Analysis, at: int, first: Numeral, unit: tuple[str, int, int]) -> Read:
    """Read "47 minutes and 12 seconds" as one figure in its smallest unit."""
    read = _figure(analysis, at, [first], unit[0], unit[1], at)
    if unit[0] not in _DURATION or unit[0] == "s":
        return read
    value, name, after, place = first.value, unit[0], unit[1], first.place
    while True:
        start = after
        if _text(analysis, start) == ",":
            start += 1
        joint = analysis.mark_at("and", start)
        number = _number(analysis, joint.last if joint else start)
        part = _unit(analysis, number.last) if number else None
        if not number or not part or part[0] not in _DURATION[_DURATION.index(name) + 1 :]:
            break
        scale = 60.0 if _DURATION.index(part[0]) - _DURATION.index(name) == 1 else 3600.0
        if number.value >= scale:
            break
        value, name, after, place = value * scale + number.value, part[0], part[1], number.place
    if name == unit[0]:
        return read
    whole = replace(first, value=value, place=place)
    return _figure(analysis, at, [whole], name, after, at)


def _figure(
    analysis: Analysis,
    at: int,
    ends: list[Numeral],
    unit: str,
    last: int,
    number: int,
    unit_at: tuple[str, int, int] | None = None,
) -> Read:
    """Make a figure of its number or numbers, with the hedges on both sides of it."""
    tokens, prose = analysis.tokens, analysis.sentence.prose
    first, bound, about = _hedges_before(analysis, at)
    unit_last = last
    behind = analysis.mark_at("hedge_after", last)
    if behind and not (str(behind.value) == "at_least" and bound in UPPER):
        bound = bound or (None if behind.value == "about" else behind.value)
        about, last = about or behind.value == "about", behind.last
    value = ends[0].value if len(ends) == 1 else (ends[0].value, ends[1].value)
    qualifier: Qualifier = bound or ("range" if len(ends) > 1 else "about" if about else "exact")
    if len(ends) > 1 and about and not bound:
        qualifier = "about"
    places = tuple(end.place for end in ends)
    reversed_ends = isinstance(value, tuple) and value[0] > value[1]
    ordered = (value[1], value[0]) if isinstance(value, tuple) and reversed_ends else value
    start, stop = tokens[number].start, tokens[unit_last - 1].end
    words = unit_at or (unit, unit_last, _unit_first(analysis, ends, unit_last))
    joint = "" if unit_at else prose.text[tokens[ends[-1].last - 1].end : tokens[min(words[2], len(tokens) - 1)].start]
    figure = Figure(
        span=prose.span(start, stop),
        hedged=prose.span(tokens[first].start, tokens[last - 1].end),
        text=prose.text[start:stop],
        value=value,
        unit=unit,
        qualifier=qualifier,
        about=about,
        interval=stated(ordered, places, qualifier, unit, about=about),
        style=Style(
            unit_text=prose.text[tokens[words[2]].start : tokens[words[1] - 1].end] if words[2] < words[1] else "",
            joint=joint,
            group=next((end.group for end in ends if end.value >= 1000), ","),
            places=places,
            decimals=max(end.decimals for end in ends),
            spelled=ends[0].spelled,
        ),
        start=start,
        end=stop,
    )
    return Read(figure, first, number, unit_last, last, shared=unit_at is not None)


def _unit_first(analysis: Analysis, ends: list[Numeral], unit_last: int) -> int:
    """Return the first token of the unit's words, after the hyphen of "1,000-km"."""
    first = ends[-1].last
    return min(first + 1 if _text(analysis, first) in _DASHES else first, unit_last)


def _hedges_before(analysis: Analysis, at: int) -> tuple[int, Qualifier | None, bool]:
    """Return where the hedges before a number begin, the bound among them, and whether one says "about"."""
    first, bound, about = at, None, False
    while True:
        before = first
        mark = analysis.mark_ending("hedge", before) or analysis.mark_ending("both", before)
        if mark is None and before > 0 and analysis.tokens[before - 1].folded in analysis.articles:
            mark = analysis.mark_ending("hedge", before - 1)
        if mark is None:
            return first, bound, about
        if mark.value == "about":
            about = True
        elif mark.category == "hedge":
            bound = bound or mark.value
        first = mark.first


__all__ = ["LOWER", "UPPER", "Read", "dimension", "figures"]
