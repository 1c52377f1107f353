"""Days and years that a sentence counts from one day to another, where it names both."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.claims.plans import lies_ahead
from checker.figures.numerals import numeral
from checker.figures.slips import Anniversary, Day, DayCount
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.beside import Quoted
    from checker.claims.scene import Scene
    from checker.source import Span

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44}
_SLACK = {"day": 0, "week": 2, "month": 10}
_REACH = 9
_JOINTS = 4
_MOST = 400
_YEARS = range(1700, 2100)
_LATER, _EARLIER = "after", "before"
_YEARLY = {"year", "anniversary"}


@dataclass(frozen=True, slots=True)
class _Named:
    """A day that a sentence names, in tokens `first` to `last`; `year` alone where it names no more.

    `yearless` is its month and day, where the text gives no year; `ahead` the next such day after publication.
    """

    first: int
    last: int
    day: Day | None
    year: int | None = None
    yearless: tuple[int, int] | None = None
    ahead: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of a unit are counted, in tokens `first` to `last`, and which way."""

    number: int
    unit: str
    first: int
    last: int
    way: str


def day_counts(scene: Scene, quoted_by: Quoted) -> Iterator[DayCount]:
    """Yield "on Nov. 24, two days after the Nov. 21 launch", where each day is a date or a weekday."""
    for counted in counted_spans(scene):
        if counted.unit not in _DAYS or counted.number > _MOST:
            continue
        since, there = _both(scene, counted)
        if since is None or there is None or since.day is None or there.day is None:
            continue
        days = round(counted.number * _DAYS[counted.unit]) * (1 if counted.way == _LATER else -1)
        text, span = words_at(scene, counted.first, counted.last)
        slack = _SLACK[counted.unit]
        quoted, whole = quoted_by(counted.first, counted.last), scene.analysis.sentence.prose.whole(span)
        yield DayCount(text, days, slack, there.day, since.day, span, quoted, whole)


def anniversaries(scene: Scene, quoted_by: Quoted) -> Iterator[Anniversary]:
    """Yield "the 10th anniversary of the Feb. 12, 2013, test" and "ten years after" it, told of another date."""
    counts = [counted for counted in counted_spans(scene) if counted.unit == "year" and counted.way == _LATER]
    for counted in (*_ordinals(scene), *counts):
        since, there = _both(scene, counted)
        if since is None or there is None or there.day is None or there.day.date is None:
            continue
        if since.year is None or (since.day is None and counted.unit == "year"):
            continue
        kept = there.day
        if there.ahead and there.ahead.year - since.year == counted.number:
            kept = kept._replace(date=there.ahead)
        text, span = words_at(scene, counted.first, counted.last)
        start = since.day or Day(str(since.year), words_at(scene, since.first, since.last)[1])
        named, quoted = counted.unit == "anniversary", quoted_by(counted.first, counted.last)
        yield Anniversary(text, counted.number, kept, start, span, named, since.year, quoted)


def words_at(scene: Scene, first: int, last: int) -> tuple[str, Span]:
    """Return the words of tokens, and where they stand in the source."""
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    return prose.text[start:end], prose.span(start, end)


def counted_spans(scene: Scene) -> Iterator[Counted]:
    """Yield "two days after", "a week before"; what is hedged is no exact count."""
    analysis = scene.analysis
    for unit in analysis.of("count_unit"):
        way = analysis.mark_at("counted_from", unit.last)
        number = _number_before(scene, unit.first) if way else None
        if way and number and analysis.mark_ending("hedge", number[1]) is None:
            yield Counted(number[0], str(unit.value), number[1], way.last, str(way.value))


def _number_before(scene: Scene, at: int) -> tuple[int, int] | None:
    """Return a whole number that ends at a token, and where it begins; "a" is one."""
    analysis = scene.analysis
    for first in range(max(0, at - 3), at):
        number = numeral(analysis, first)
        if number and number.last == at and number.value == int(number.value) and number.first not in scene.timed:
            return int(number.value), first
    if at and scene.tokens[at - 1].folded in analysis.lexicon.words["one_articles"]:
        return 1, at - 1
    return None


def _ordinals(scene: Scene) -> Iterator[Counted]:
    """Yield "the 10th anniversary", "its seventieth birthday"."""
    analysis, tokens = scene.analysis, scene.tokens
    for mark in analysis.of("anniversary"):
        word = analysis.mark_ending("ordinal", mark.first)
        ended = mark.first > 1 and tokens[mark.first - 1].folded in analysis.lexicon.words["ordinals"]
        digits = tokens[mark.first - 2] if ended and not tokens[mark.first - 1].spaced else None
        if word:
            yield Counted(int(word.value), "anniversary", word.first, mark.last, _LATER)
        elif digits and digits.text.isdecimal():
            yield Counted(int(digits.text), "anniversary", mark.first - 2, mark.last, _LATER)


def _both(scene: Scene, counted: Counted) -> tuple[_Named | None, _Named | None]:
    """Return the day that is counted from, which follows the count, and the one that it is told of, beside it."""
    named = sorted(_named(scene), key=lambda each: each.first)
    behind = [each for each in named if each.first >= counted.last]
    since = behind[0] if behind and follows(scene, counted.last, behind[0].first) else None
    if since is None:
        return None, None
    before = [each for each in named if each.last <= counted.first and _beside(scene, each.last, counted.first)]
    after = [each for each in named if each.first >= since.last and _set_off(scene, since.last, each.first)]
    there = before[-1] if before else after[0] if after else None
    if there is None or counted.unit in _YEARLY:
        return since, there
    dated = since if since.day and since.day.date and there.yearless else _dated(scene, since, there)
    return dated, _dated(scene, there, dated)


def _dated(scene: Scene, named: _Named, other: _Named) -> _Named:
    """Return a day, one without a year in the year that brings it nearest to another."""
    near = other.day.date if other.day else None
    if named.yearless is None or near is None:
        return named
    dates = [_date(near.year + away, *named.yearless) for away in (-1, 0, 1)]
    date = min((each for each in dates if each), key=lambda each: abs((each - near).days), default=None)
    text, span = words_at(scene, named.first, named.last)
    return replace(named, day=Day(text, span, date)) if date else named


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _named(scene: Scene) -> Iterator[_Named]:
    """Yield the days of a sentence, a weekday beside its date as one; and the years that stand alone."""
    analysis, published = scene.analysis, scene.setting.published
    taken: set[int] = set()
    for day in scene.days:
        taken |= set(range(day.first, day.last))
        date = day.resolved(published, ahead=lies_ahead(scene, day.first, day.last)) if day.day and day.month else None
        text, span = words_at(scene, day.first, day.last)
        yearless = (day.month, day.day) if day.year is None and day.month and day.day else None
        ahead = day.resolved(published, ahead=True) if yearless else None
        yield _Named(day.first, day.last, Day(text, span, date) if date else None, day.year, yearless, ahead)
    for mark in analysis.of("weekday"):
        near = any(0 <= day.first - mark.last <= 1 or 0 <= mark.first - day.last <= 1 for day in scene.days)
        if scene.tokens[mark.first].text[0].isupper() and not near:
            text, span = words_at(scene, mark.first, mark.last)
            yield _Named(mark.first, mark.last, Day(text, span, None, str(mark.value)))
    for at, token in enumerate(scene.tokens):
        bare = token.kind == "n" and token.text.isdecimal() and at not in taken and not analysis.mark_at("unit", at + 1)
        if bare and int(token.text) in _YEARS:
            yield _Named(at, at + 1, None, int(token.text))


def follows(scene: Scene, at: int, day: int) -> bool:
    """Whether a day is the one that a count before it starts from: near, and in its clause."""
    words = scene.analysis.lexicon.words
    between = scene.tokens[at:day]
    breaks = words["clause_breaks"] - {_LATER, _EARLIER} | {",", "\u2014", "(", ":"}
    return len(between) <= _REACH and not any(token.folded in breaks for token in between)


def _beside(scene: Scene, at: int, first: int) -> bool:
    """Whether nothing but small words stands between a day and a count."""
    joints = scene.analysis.lexicon.words["count_joints"]
    between = scene.tokens[at:first]
    return len(between) <= _JOINTS and all(token.folded in joints for token in between)


def _set_off(scene: Scene, at: int, day: int) -> bool:
    """Whether a day follows "launch, on": "Two days after the Nov. 21 launch, on Nov. 24, ..."."""
    between = [token.folded for token in scene.tokens[at:day]]
    on = scene.analysis.lexicon.words["ordinal_leads"]
    return 0 < len(between) <= _JOINTS and "," in between and (between[-1] == "," or between[-1] in on)
