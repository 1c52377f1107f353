"""Dates, weekdays and clock times of a launch, a detection or a landing; those of statements are none."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, cast

from checker.claims.dateline import dateline_end
from checker.claims.governing import governor
from checker.claims.sighting import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.figures.clocks import Clock
    from checker.figures.interval import Qualifier
    from checker.language.lexicon import Mark

_JOINTS: tuple[list[str], ...] = ([], ["("], [",", "or"], ["/"], [","], ["or"], ["["])


def times(scene: Scene) -> Iterator[Sighting]:
    """Yield the clock times, dates and weekdays of launches."""
    conversions = {first.number: second for first, second in clock_conversions(scene)}
    paired = {id(second) for second in conversions.values()}
    paired |= {id(second) for clock in scene.clocks if (second := _between(scene, clock))}
    for clock in scene.clocks:
        if id(clock) not in paired and _of_launch(scene, clock.first, clock.last):
            yield _clock(scene, clock, conversions.get(clock.number))
    inside = [(clock.first - 1, clock.last + 2) for clock in scene.clocks if id(clock) in paired]
    yield from _dates(scene)
    for day in scene.analysis.of("weekday"):
        if any(low <= day.first < high for low, high in inside):
            continue
        if scene.tokens[day.first].text[0].isupper() and _of_launch(scene, day.first, day.last, weekday=True):
            yield Sighting("weekday", day.first, day.last, str(day.value), resolved=_weekday(scene, day))


def _clock(scene: Scene, clock: Clock, second: Clock | None) -> Sighting:
    last = clock.last if second is None else second.last
    if second is not None:
        day = scene.analysis.mark_at("weekday", last)
        last = day.last if day and second.weekday else last
        closing = last < len(scene.tokens) and scene.tokens[last].text in {")", "]"}
        last += closing
    return Sighting(
        "time",
        clock.first,
        last,
        clock.value,
        clock.zone or "local",
        "range" if _between(scene, clock) else cast("Qualifier", clock.qualifier),
        clock=clock,
        conversion=second,
    )


def _between(scene: Scene, clock: Clock) -> Clock | None:
    """Return the second time of "between 7:25 and 7:37 p.m.", "from 4:30 p.m. to 5:10 p.m.", "7:24-7:30 a.m."."""
    analysis, at = scene.analysis, clock.last
    joint = analysis.mark_at("range_word", at)
    if joint is None and analysis.mark_ending("both", clock.first):
        joint = analysis.mark_at("and", at)
    dash = at < len(scene.tokens) and scene.tokens[at].text == "-"
    after = joint.last if joint else at + 1 if dash else None
    return next((other for other in scene.clocks if after is not None and after in {other.number, other.first}), None)


def clock_conversions(scene: Scene) -> Iterator[tuple[Clock, Clock]]:
    """Yield the pairs of clock times that are one moment."""
    clocks = scene.clocks
    index = 0
    while index + 1 < len(clocks):
        first, second = clocks[index], clocks[index + 1]
        day = scene.analysis.mark_at("weekday", first.last) or scene.analysis.mark_at("on_weekday", first.last)
        after = day.last if day else first.last
        date = next((d for d in scene.days if d.first in {after, after + 1}), None)
        after = date.last if date else after
        between = scene.analysis.signs(after, second.first)
        if second.zone and second.zone != first.zone and between in _JOINTS and (between or second.zone):
            yield first, second
            index += 2
        else:
            index += 1


def _of_launch(scene: Scene, first: int, last: int, *, weekday: bool = False) -> bool:
    if first < dateline_end(scene.analysis):
        return False
    if first == 0 and not weekday and _opens_entry(scene, last):
        return scene.subject(first) == "missile"
    kind = governor(scene, first, last)
    if kind in {"launch", "landing"}:
        return scene.speaks_of_missiles or bool(scene.analysis.of("launch_noun"))
    flies = any(deed.value in {"launch", "landing"} for deed in scene.deeds)
    return kind is None and not weekday and flies and scene.subject(first) == "missile"


def _opens_entry(scene: Scene, last: int) -> bool:
    """Whether a date opens an entry of a chronology: it is in figures, or a colon or dash follows."""
    following = scene.tokens[last].text if last < len(scene.tokens) else ""
    return scene.tokens[0].kind == "n" or following in {":", "\u2013", "\u2014"}


def _dates(scene: Scene) -> Iterator[Sighting]:
    published = scene.setting.published
    for day in scene.days:
        if day.day is None or not _of_launch(scene, day.first, day.last):
            continue
        found = day.resolved(published)
        if day.month is None:
            found = _ordinal(day.day, published)
        if found:
            yield Sighting("date", day.first, day.last, found.isoformat(), resolved=found.isoformat())
    for mark in scene.analysis.of("day_word"):
        if published and _of_launch(scene, mark.first, mark.last):
            found = published + datetime.timedelta(days=int(mark.value))
            yield Sighting("date", mark.first, mark.last, found.isoformat(), resolved=found.isoformat())


def _ordinal(day: int, published: datetime.date | None) -> datetime.date | None:
    """Return the latest such day of a month that is not after publication."""
    if published is None:
        return None
    for back in range(32):
        found = published - datetime.timedelta(days=back)
        if found.day == day:
            return found
    return None


def _weekday(scene: Scene, day: Mark) -> str | None:
    """Return the date of a weekday: that of the date beside it, else the last such day by publication."""
    for date in scene.days:
        if date.first - day.last in {0, 1} or day.first - date.last in {0, 1}:
            found = date.resolved(scene.setting.published)
            if found:
                return found.isoformat()
    published = scene.setting.published
    if published is None:
        return None
    back = (published.weekday() - _WEEKDAYS.index(str(day.value))) % 7
    return (published - datetime.timedelta(days=back)).isoformat()


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
