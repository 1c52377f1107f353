"""Find the figures of a sentence: number, unit and hedge; ranges, lists, and durations in two units."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from checker.figures.figure import Figure, Style
from checker.figures.hedging import hedges_before
from checker.figures.interval import UPPER, Qualifier, stated
from checker.figures.measuring import Unit, text_at, unit_after
from checker.figures.numerals import Numeral, numeral
from checker.figures.ranging import between, downwards

if TYPE_CHECKING:
    from checker.language.analysis import Analysis

_DURATIONS = ("h", "min", "s")
_SECONDS = {"h": 3600.0, "min": 60.0, "s": 1.0}
_YEARS = range(1900, 2100)
_LONGEST_LIST = 8


class Read(NamedTuple):
    """A figure with the tokens it takes: hedge from `first`, number from `number`, unit up to `unit_last`.

    `shared` says that the figure takes its unit from the end of a list.
    """

    figure: Figure
    first: int
    number: int
    unit_last: int
    last: int
    shared: bool = False


def figures(analysis: Analysis) -> tuple[Read, ...]:
    """Return the figures of a sentence in order."""
    found: list[Read] = []
    leads = (mark.first for mark in analysis.of("unit_before"))
    hours = (mark.first - 1 for mark in analysis.of("unit") if mark.value in _DURATIONS[:2] and mark.first)
    articles = analysis.lexicon.words["one_articles"]
    ones = (at for at in hours if analysis.tokens[at].folded in articles)
    end = 0
    for at in sorted({*analysis.number_starts, *leads, *ones}):
        if at < end:
            continue
        read = _at(analysis, at)
        found += read
        end = read[-1].last if read else at + 1
    found = _hedged_alike(analysis, found)
    return tuple(found)


def _hedged_alike(analysis: Analysis, found: list[Read]) -> list[Read]:
    """Let "about" in "about 600 km and 690 km" count for both, where nothing but the "and" stands between them."""
    made: list[Read] = []
    for read in found:
        before = made[-1] if made else None
        joint = analysis.mark_at("and", before.last) if before else None
        joined = joint is not None and joint.last == read.first
        if before and joined and before.figure.qualifier == "about" and read.figure.qualifier == "exact":
            made.append(_made_about(read) if read.figure.unit == before.figure.unit else read)
        else:
            made.append(read)
    return made


def _at(analysis: Analysis, at: int) -> tuple[Read, ...]:
    """Read what begins at a token: one figure, a range, or a list of figures that share a unit."""
    lead = analysis.mark_at("unit_before", at)
    if lead:
        number = _number(analysis, lead.last + (text_at(analysis, lead.last) == "-"), after_dash=True)
        return (_led(analysis, at, number, str(lead.value)),) if number else ()
    if analysis.tokens[at].folded in analysis.lexicon.words["one_articles"]:
        return _hour_and(analysis, at)
    first = _number(analysis, at)
    if first is None:
        return ()
    unit = unit_after(analysis, first.last)
    joint = _range_joint(analysis, at, unit.last if unit else first.last)
    second = _number(analysis, joint, after_dash=True) if joint else None
    shared = unit_after(analysis, second.last) if second else None
    if second and shared and (unit is None or unit.name == shared.name):
        low = _scaled_alike(analysis, first, second)
        if low.value <= second.value or downwards(analysis, at, low, second):
            return (_figure(analysis, at, [low, second], shared),)
    return (_duration(analysis, at, first, unit),) if unit else _list(analysis, first)


def _led(analysis: Analysis, at: int, first: Numeral, unit: str) -> Read:
    """Read a figure behind its unit: "Mach 5", "Mach 5 to 6", "between Mach 5 and Mach 6"."""
    joint = _range_joint(analysis, at, first.last)
    again = analysis.mark_at("unit_before", joint) if joint else None
    second = _number(analysis, again.last if again else joint, after_dash=True) if joint else None
    if second is None or second.value <= first.value or unit_after(analysis, second.last):
        return _figure(analysis, at, [first], Unit(unit, at, first.last))
    return _figure(analysis, at, [first, second], Unit(unit, at, second.last))


def _scaled_alike(analysis: Analysis, first: Numeral, second: Numeral) -> Numeral:
    """Return the first end of "2 to 3 thousand km" in thousands as well."""
    scale = analysis.numbers.get(analysis.tokens[second.last - 1].folded, 0)
    if scale < 1000 or first.value >= 1000 or second.last - second.first < 2:
        return first
    return first._replace(value=first.value * scale, place=first.place + len(str(int(scale))) - 1)


def _hour_and(analysis: Analysis, at: int) -> tuple[Read, ...]:
    """Read "an hour and seven minutes", "about an hour"; "an hour" alone is no figure."""
    unit = analysis.mark_at("unit", at + 1)
    if unit is None or unit.value not in _DURATIONS[:2]:
        return ()
    whole = Unit(str(unit.value), unit.first, unit.last)
    read = _duration(analysis, at, Numeral(1, at, at + 1, 0, 0, ",", spelled=True), whole)
    told = read.figure.unit != whole.name or read.first < at or read.last > read.unit_last
    return (read,) if told else ()


def _range_joint(analysis: Analysis, at: int, after: int) -> int | None:
    """Return the token after "to", "or", a dash, or the "and" of "between ... and"."""
    if text_at(analysis, after) == "-":
        return after + 1
    mark = analysis.mark_at("range_word", after) or analysis.mark_at("alternative", after)
    if mark is None and between(analysis, at):
        mark = analysis.mark_at("and", after)
    return mark.last if mark else None


def _list(analysis: Analysis, first: Numeral) -> tuple[Read, ...]:
    """Read "350 and 400 km", "240, 300 and 350 km": each takes the unit at the end and the first one's "about"."""
    ends = [first]
    while len(ends) < _LONGEST_LIST:
        number, closed = _next_listed(analysis, ends[-1].last)
        if number is None:
            return ()
        ends.append(number)
        unit = unit_after(analysis, number.last)
        if unit:
            return _shared(analysis, ends, unit) if _alike(ends) else ()
        if closed:
            return ()
    return ()


def _next_listed(analysis: Analysis, after: int) -> tuple[Numeral | None, bool]:
    """Return the next number of a list, and whether an "and" before it closes the list."""
    comma = text_at(analysis, after) == ","
    if comma and after + 1 < len(analysis.tokens) and not analysis.tokens[after + 1].spaced:
        return None, False
    joint = analysis.mark_at("and", after + comma)
    if not comma and not joint:
        return None, False
    at = joint.last if joint else after + 1
    hedge = analysis.mark_at("hedge", at)
    return _number(analysis, hedge.last if hedge else at), joint is not None


def _alike(ends: list[Numeral]) -> bool:
    """Whether numbers can be values of one quantity: no years, no small counts before large figures."""
    last = ends[-1]
    return all(
        end.spelled == last.spelled and end.value not in _YEARS and not (end.value < 10 and last.value >= 100)
        for end in ends[:-1]
    )


def _shared(analysis: Analysis, ends: list[Numeral], unit: Unit) -> tuple[Read, ...]:
    apart = unit._replace(apart=True)
    reads = [_figure(analysis, end.first, [end], apart) for end in ends[:-1]]
    reads.append(_figure(analysis, ends[-1].first, [ends[-1]], unit))
    if reads[0].figure.qualifier != "about":
        return tuple(reads)
    return tuple(_made_about(read) if read.figure.qualifier == "exact" else read for read in reads)


def _made_about(read: Read) -> Read:
    figure = read.figure
    interval = stated(figure.value, figure.style.places, "about", figure.unit, about=True)
    return read._replace(figure=replace(figure, qualifier="about", about=True, interval=interval))


def _number(analysis: Analysis, at: int, *, after_dash: bool = False) -> Numeral | None:
    if not 0 <= at < len(analysis.tokens):
        return None
    return numeral(analysis, at, after_dash=after_dash)


def _duration(analysis: Analysis, at: int, first: Numeral, unit: Unit) -> Read:
    """Read "47 minutes and 12 seconds" as one figure in its smallest unit."""
    if unit.name not in _DURATIONS[:2]:
        return _figure(analysis, at, [first], unit)
    value, smallest, place = first.value, unit, first.place
    while smallest.name in _DURATIONS[:2]:
        start = smallest.last + (text_at(analysis, smallest.last) == ",")
        joint = analysis.mark_at("and", start)
        number = _number(analysis, joint.last if joint else start)
        part = unit_after(analysis, number.last) if number else None
        if not number or not part or part.name not in _SECONDS:
            break
        scale = _SECONDS[smallest.name] / _SECONDS[part.name]
        if number.value >= scale:
            break
        value, smallest, place = value * scale + number.value, part._replace(first=unit.first), number.place
    return _figure(analysis, at, [first._replace(value=value, place=place)], smallest)


def _figure(analysis: Analysis, at: int, ends: list[Numeral], unit: Unit) -> Read:
    """Make a figure of its number or numbers, with the hedges on both sides of it."""
    tokens, prose = analysis.tokens, analysis.sentence.prose
    unit_last = ends[-1].last if unit.apart else unit.last
    first, bound, about = hedges_before(analysis, at)
    last = unit_last
    behind = analysis.mark_at("hedge_after", last)
    if behind and not (behind.value == "at_least" and bound in UPPER):
        bound = bound or (None if behind.value == "about" else behind.value)
        about, last = about or behind.value == "about", behind.last
    ordered = sorted(ends, key=lambda end: end.value)
    value = ordered[0].value if len(ends) == 1 else (ordered[0].value, ordered[1].value)
    qualifier: Qualifier = bound or ("about" if about else "range" if len(ends) > 1 else "exact")
    places = tuple(end.place for end in ordered)
    start, stop = tokens[at].start, tokens[unit_last - 1].end
    span = prose.span(start, stop)
    figure = Figure(
        span=span,
        hedged=span if first == at and last == unit_last else prose.span(tokens[first].start, tokens[last - 1].end),
        text=prose.text[start:stop],
        value=value,
        unit=unit.name,
        qualifier=qualifier,
        about=about,
        interval=stated(value, places, qualifier, unit.name, about=about),
        style=_style(analysis, ends, unit, places),
        start=start,
        end=stop,
        whole=prose.whole(span),
        downwards=ends[0].value > ends[-1].value,
    )
    return Read(figure, first, at, unit_last, last, shared=unit.apart)


def _style(analysis: Analysis, ends: list[Numeral], unit: Unit, places: tuple[int, ...]) -> Style:
    tokens, text = analysis.tokens, analysis.sentence.prose.text
    before = unit.first < ends[-1].first
    words = "" if before else text[tokens[unit.first].start : tokens[unit.last - 1].end]
    joint = "" if before or unit.apart else text[tokens[ends[-1].last - 1].end : tokens[unit.first].start]
    return Style(
        unit_text=words,
        joint=joint,
        group=next((end.group for end in ends if end.value >= 1000), ","),
        places=places,
        decimals=max(end.decimals for end in ends),
        spelled=ends[0].spelled,
    )


def bounded(read: Read, qualifier: Qualifier) -> Read:
    """Return a figure with a bound that stands behind its conversion: "about 50 km (31 miles) or more"."""
    figure = read.figure
    interval = stated(figure.value, figure.style.places, qualifier, figure.unit, about=figure.about)
    return read._replace(figure=replace(figure, qualifier=qualifier, interval=interval))
