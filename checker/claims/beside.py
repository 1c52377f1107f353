"""What any text says twice, with or without a missile in it: figures with conversions, weekdays beside dates."""

from __future__ import annotations

import calendar
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.claims.clockwork import offsets
from checker.claims.scene import Scene, Setting, quotations
from checker.claims.times import clock_conversions
from checker.figures.figure import ClockPair, ClockTime, FigurePair, ImpossibleDate, WeekdayDate
from checker.language import Lexicon, sentences
from checker.language.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.claims.understanding import Value
    from checker.figures import Figure
    from checker.figures.clocks import Clock
    from checker.prose import Prose

    # Who speaks in quotation marks that hold tokens `first` to `last`: "" for nobody named, None outside of them.
    Quoted = Callable[[int, int], str | None]

_NEARBY = 8
_LEAP_YEAR = 2000
_MONTHS = 12
_BESIDE: tuple[list[str], ...] = ([], [","], ["("], [",", "the"], ["the"])


def beside(prose: Prose, lexicon: Lexicon, setting: Setting) -> tuple[tuple[Value, ...], int]:
    """Read only what the rules for any text need, and count the figures."""
    found: list[Value] = []
    nearby: list[Figure] = []
    figures = 0
    quoted = {number: quotations(prose.text, block.start, block.end) for number, block in enumerate(prose.blocks)}
    for sentence in sentences(prose, lexicon):
        scene = Scene(Analysis(sentence, lexicon), setting, "", quoted=quoted[sentence.block])

        def quoted_by(first: int, _: int, scene: Scene = scene) -> str | None:
            return "" if scene.in_quotation(first) else None

        figures += len(scene.reads) + len(scene.clocks)
        nearby += [read.figure for read in scene.reads]
        found += values(scene, quoted_by, None)
    return surrounded(found, nearby), figures


def values(scene: Scene, quoted_by: Quoted, local: str | None) -> Iterator[Value]:
    """Yield all that the rules for any text look at in a sentence; `local` is the zone of its local time, if known."""
    yield from figure_pairs(scene, quoted_by)
    yield from weekday_dates(scene, quoted_by)
    yield from clock_pairs(scene, quoted_by, local)
    yield from impossible_dates(scene, quoted_by)
    for read in scene.reads:
        if isinstance(read.figure.value, tuple) and read.figure.value[0] > read.figure.value[1]:
            yield read.figure


def surrounded(found: list[Value], nearby: list[Figure]) -> tuple[Value, ...]:
    """Give each pair the figures near it in the text, its own two left out."""
    starts = [figure.start for figure in nearby]
    made: list[Value] = []
    for value in found:
        if isinstance(value, FigurePair):
            at = bisect_left(starts, value.first.start)
            window = nearby[max(0, at - _NEARBY) : at + _NEARBY]
            around = tuple(figure for figure in window if figure not in {value.first, value.second})
            made.append(replace(value, around=around))
        else:
            made.append(value)
    return tuple(made)


def clock_pairs(scene: Scene, quoted_by: Quoted, local: str | None) -> Iterator[ClockPair]:
    """Yield each clock time with the one that says it again."""
    prose, tokens = scene.analysis.sentence.prose, scene.tokens

    def told(clock: Clock) -> ClockTime:
        span = prose.span(tokens[clock.number].start, tokens[clock.last - 1].end)
        digits = prose.span(tokens[clock.number].start, tokens[clock.time_last - 1].end)
        text = prose.text[tokens[clock.number].start : tokens[clock.last - 1].end]
        return ClockTime(clock.value, clock.zone or "local", clock.half, span, digits, text)

    for first, second in clock_conversions(scene):
        ahead = offsets(first.zone or "local", second.zone or "local", local, scene.setting.published)
        if ahead:
            whole = prose.span(tokens[first.first].start, tokens[second.last - 1].end)
            yield ClockPair(told(first), told(second), whole, ahead, quoted_by(first.first, second.last))


def impossible_dates(scene: Scene, quoted_by: Quoted) -> Iterator[ImpossibleDate]:
    """Yield the days that the calendar does not have."""
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    for day in scene.days:
        if day.month is None or day.day is None:
            continue
        year = day.year or (scene.setting.published.year if scene.setting.published else _LEAP_YEAR)
        last_day = calendar.monthrange(year, day.month)[1] if 1 <= day.month <= _MONTHS else 0
        if last_day and day.day > last_day:
            start, end = tokens[day.first].start, tokens[day.last - 1].end
            quoted = quoted_by(day.first, day.last)
            yield ImpossibleDate(prose.text[start:end], prose.span(start, end), day.month, day.day, last_day, quoted)


def figure_pairs(scene: Scene, quoted_by: Quoted) -> Iterator[FigurePair]:
    """Yield each figure with each of its conversions."""
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    for quantity in scene.quantities:
        first = quantity.read
        for second in quantity.conversions:
            end = quantity.last if quantity.conversions[-1] is second else second.last
            span = prose.span(tokens[first.first].start, tokens[end - 1].end)
            yield FigurePair(first.figure, second.figure, span, quoted_by(first.first, end))


def weekday_dates(scene: Scene, quoted_by: Quoted) -> Iterator[WeekdayDate]:
    """Yield each weekday with the date beside it: "Sunday, January 14", "January 14, a Sunday"."""
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    for mark in scene.analysis.of("weekday"):
        for day in scene.days:
            gap = (mark.last, day.first) if mark.last <= day.first else (day.last, mark.first)
            texts = scene.analysis.signs(*gap)
            if mark.last <= day.first and texts[:1] == ["."]:
                texts = texts[1:]
            date = day.resolved(scene.setting.published)
            if texts not in _BESIDE or day.month is None or date is None:
                continue
            first, last = min(mark.first, day.first), max(mark.last, day.last)
            yield WeekdayDate(
                str(mark.value),
                prose.span(tokens[mark.first].start, tokens[mark.last - 1].end),
                date,
                prose.span(tokens[day.first].start, tokens[day.last - 1].end),
                prose.span(tokens[first].start, tokens[last - 1].end),
                day.year is not None,
                quoted_by(first, last),
                prose.text[tokens[mark.first].start : tokens[mark.last - 1].end],
                prose.text[tokens[day.first].start : tokens[day.last - 1].end],
            )
            break
