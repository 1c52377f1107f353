"""What any text says twice, with or without a missile in it: figures with conversions, weekdays beside dates."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.claims.clockwork import offsets
from checker.claims.governing import governor
from checker.claims.plans import lies_ahead
from checker.claims.rarities import rarities
from checker.claims.scene import Scene, quotations
from checker.claims.times import clock_conversions, of_launch
from checker.figures.dates import WEEKDAYS
from checker.figures.figure import ClockPair, ClockTime, FigurePair, ImpossibleDate, WeekdayDate
from checker.language import Lexicon, sentences
from checker.language.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.claims.setting import Setting
    from checker.claims.understanding import Value
    from checker.figures import Figure
    from checker.figures.clocks import Clock
    from checker.figures.dates import Day
    from checker.prose import Prose

    # Who speaks in quotation marks that hold tokens `first` to `last`: "" for nobody named, None outside of them.
    Quoted = Callable[[int, int], str | None]

_LEAP_YEAR = 2000
_LOCAL = "local"
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.]\d|\d)")
_YEAR_REACH = 600
_WEEK = 7
_BESIDE_CLOCK = 6
_SPEAKER_REACH = 4
# For clocks whose year nobody knows: Pyongyang's was another then.
_ANY_YEARS = (2020, 2016)
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


def values(scene: Scene, quoted_by: Quoted, local: str | None, abroad: frozenset[str] = frozenset()) -> Iterator[Value]:
    """Yield all that the rules for any text look at in a sentence; `local` is the zone of its local time, if known.

    `abroad` are the countries whose clock its local time may be as well, where missiles come down on land.
    """
    yield from figure_pairs(scene, quoted_by)
    yield from weekday_dates(scene, quoted_by)
    yield from clock_pairs(scene, quoted_by, local, abroad)
    yield from impossible_dates(scene, quoted_by)
    yield from rarities(scene, quoted_by)


def surrounded(found: list[Value], nearby: list[Figure]) -> tuple[Value, ...]:
    """Give each pair the figures near it in the text, and join what is one slip."""
    if not any(not isinstance(value, (WeekdayDate, ClockPair, ImpossibleDate)) for value in found):
        return tuple(found)
    from checker.claims.nearby import joined

    return joined(found, nearby)


def clock_pairs(
    scene: Scene, quoted_by: Quoted, local: str | None, abroad: frozenset[str] = frozenset()
) -> Iterator[ClockPair]:
    """Yield each clock time with the one that says it again; local time only of launches, whose place is known."""
    prose, tokens = scene.analysis.sentence.prose, scene.tokens

    def told(clock: Clock) -> ClockTime:
        at, time_end, end = tokens[clock.number].start, tokens[clock.time_last - 1].end, tokens[clock.last - 1].end
        span, digits = prose.span(at, end), prose.span(at, time_end)
        written = prose.text[at:time_end] if prose.whole(digits) else ""
        return ClockTime(clock.value, clock.zone or _LOCAL, clock.half, span, digits, prose.text[at:end], written)

    for first, second in clock_conversions(scene):
        if _listed(scene, first, second):
            continue
        if _LOCAL in {first.zone or _LOCAL, second.zone} and not _tells_a_launch(scene, first):
            continue
        ahead = _ahead(scene, first, second, local, abroad)
        if ahead:
            whole = prose.span(tokens[first.number].start, tokens[_closed(scene, second) - 1].end)
            hedged = {first.qualifier, second.qualifier} != {"exact"}
            quoted = quoted_by(first.first, second.last)
            placed = not abroad or _LOCAL not in {first.zone or _LOCAL, second.zone}
            yield ClockPair(told(first), told(second), whole, ahead, quoted, local, hedged, placed)


def _tells_a_launch(scene: Scene, clock: Clock) -> bool:
    """Whether a clock time is one of a launch or landing, though no missile may be named: "It was launched at"."""
    if of_launch(scene, clock.first, clock.last):
        return True
    return bool(scene.analysis.of("launch")) and governor(scene, clock.first, clock.last) in {"launch", "landing"}


def _listed(scene: Scene, first: Clock, second: Clock) -> bool:
    """Whether two lists of times say one another again: "5:34 and 5:57 a.m. (2034 GMT and 2057 GMT)"."""
    at = scene.clocks.index(first)
    joined = [first] if at and len(scene.analysis.signs(scene.clocks[at - 1].last, first.first)) == 1 else []
    after = scene.clocks[at + 2 : at + 3]
    return bool(joined) and any(len(scene.analysis.signs(second.last, clock.first)) == 1 for clock in after)


def _closed(scene: Scene, second: Clock) -> int:
    """Return the token after the second of two times, with its weekday and the bracket that closes it."""
    day = scene.analysis.mark_at("weekday", second.last)
    last = day.last if day else second.last
    named = scene.analysis.mark_at("zone", last) if day else None
    last = named.last if named else last
    return last + 1 if last < len(scene.tokens) and scene.tokens[last].text in {")", "]"} else second.last


def _ahead(scene: Scene, first: Clock, second: Clock, local: str | None, abroad: frozenset[str]) -> tuple[int, ...]:
    """Return by how many minutes the second clock is ahead, on any day and at any place that the sentence names."""
    places = [local]
    if _LOCAL in {first.zone or _LOCAL, second.zone}:
        from checker.claims.whence import WIDE, launchers
        from checker.gazetteer import countries

        if local is None or local in WIDE:
            return ()

        named = {launcher.country for launcher in launchers(scene)} | _named_beside(scene, first, second) | abroad
        places += [country.zone for country in countries() if country.id in named]
    moments = [
        (clock.zone or _LOCAL, datetime.datetime.combine(day, datetime.time(clock.hour, clock.minute)))
        for day in _days(scene)
        for clock in (first, second)
    ]
    found = [offsets(first.zone or _LOCAL, second.zone or _LOCAL, place, tuple(moments)) for place in places]
    return tuple(dict.fromkeys(minutes for each in found for minutes in each))


def _named_beside(scene: Scene, first: Clock, second: Clock) -> set[str]:
    """Return the countries named right before or behind two clock times, in the same clause, and those that speak."""
    found, speech = set(), scene.analysis.of("speech")
    for mark in scene.analysis.of("country"):
        if any(0 <= verb.first - mark.last <= _SPEAKER_REACH for verb in speech):
            found.add(str(mark.value))
        low, high = (mark.last, first.first) if mark.last <= first.first else (second.last, mark.first)
        between = scene.tokens[low:high]
        if len(between) <= _BESIDE_CLOCK and not any(token.text in {",", ";"} for token in between):
            found.add(str(mark.value))
    return found


def _days(scene: Scene) -> list[datetime.date]:
    """Return the days that the clocks of a sentence may tell of: its dates, else the days before publication.

    A sentence that does not say that it tells of this week may be set in another season.
    """
    published = scene.setting.published
    dated = [found for day in scene.days if day.day and (found := day.resolved(published))]
    for day in scene.days:
        if day.year and day.month and not day.day:
            last = calendar.monthrange(day.year, day.month)[1]
            dated += [datetime.date(day.year, day.month, 1), datetime.date(day.year, day.month, last)]
    if dated:
        return dated
    # A change of clocks within the week shows at one of its ends.
    this_week = [published - datetime.timedelta(back) for back in (-1, _WEEK)] if published else []
    if published and (scene.analysis.of("weekday") or scene.analysis.of("day_word")):
        return this_week
    years = (published.year, published.year - 1) if published else _ANY_YEARS
    return [*this_week, *(datetime.date(year, month, 15) for year in years for month in (1, 7))]


def impossible_dates(scene: Scene, quoted_by: Quoted) -> Iterator[ImpossibleDate]:
    """Yield the days that the calendar does not have."""
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    for day in scene.days:
        published = scene.setting.published
        if day.month is None or day.day is None or day.resolved(published):
            continue
        year = day.year or (published.year if published else None)
        last_day = calendar.monthrange(year or _LEAP_YEAR, day.month)[1] if 1 <= day.month <= _MONTHS else 0
        if last_day and day.day > last_day:
            start, end = tokens[day.first].start, tokens[day.last - 1].end
            text, span, quoted = prose.text[start:end], prose.span(start, end), quoted_by(day.first, day.last)
            yield ImpossibleDate(text, span, day.month, day.day, last_day, quoted, year)


def figure_pairs(scene: Scene, quoted_by: Quoted) -> Iterator[FigurePair]:
    """Yield each figure with each of its conversions; of those that agree and are not the figure, only the first."""
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    for quantity in scene.quantities:
        first = quantity.read
        pairs: list[FigurePair] = []
        for second in quantity.conversions:
            end = quantity.last if quantity.conversions[-1] is second else second.last
            span = prose.span(tokens[first.first].start, tokens[end - 1].end)
            quoted, stop = quoted_by(first.first, end), tokens[quantity.last - 1].end
            pairs.append(FigurePair(first.figure, second.figure, span, quoted, last=stop))
        if len(pairs) > 1:
            from checker.claims.nearby import each_slip

            yield from each_slip(pairs)
        else:
            yield from pairs


def weekday_dates(scene: Scene, quoted_by: Quoted) -> Iterator[WeekdayDate]:
    """Yield each weekday with the date beside it: "Sunday, January 14", "January 14, a Sunday"."""
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    taken: set[int] = set()
    for mark in scene.analysis.of("weekday"):
        for day in sorted(scene.days, key=lambda day: day.first < mark.first):
            gap = (mark.last, day.first) if mark.last <= day.first else (day.last, mark.first)
            texts = scene.analysis.signs(*gap)
            if mark.last <= day.first and texts[:1] == ["."]:
                texts = texts[1:]
            date = day.resolved(scene.setting.published, ahead=lies_ahead(scene, day.first, day.last))
            # "on Jan. 14, Monday's report said": the day of something else.
            owns = day.last <= mark.first and mark.last < len(tokens) and tokens[mark.last].folded == "'s"
            if owns or texts not in _BESIDE or day.month is None or date is None or day.first in taken:
                continue
            # "March 16 (Wednesday in Washington)": a date has one weekday.
            taken.add(day.first)
            or_else = None
            if day.year is None:
                date, or_else = _on_weekday(scene, day, WEEKDAYS.index(str(mark.value)), date)
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
                or_else,
            )
            break


def _on_weekday(
    scene: Scene, day: Day, weekday: int, date: datetime.date
) -> tuple[datetime.date, datetime.date | None]:
    """Return a date without a year, on its weekday where some year that may be meant has it so, and another one.

    These are the last such day, the next one, and that of the year told before.
    """
    prose, at = scene.analysis.sentence.prose, scene.tokens[day.first].start
    years = [int(match[0]) for match in _YEAR.finditer(prose.text, max(0, at - _YEAR_REACH), at)]
    told = replace(day, year=years[-1]).resolved(None) if years else None
    meant = [each for each in (date, day.resolved(scene.setting.published, ahead=True), told) if each]
    fitting = [each for each in meant if each.weekday() == weekday]
    others = [each for each in meant if each != date]
    return (fitting[0], None) if fitting else (date, others[0] if others else None)
