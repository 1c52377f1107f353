"""Minutes and hours that a sentence counts from one clock time to another."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from checker.claims.reckoning import Counted, counted_spans, follows, words_at
from checker.figures.slips import TimeCount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.beside import Quoted
    from checker.claims.scene import Scene
    from checker.figures.clocks import Clock

_MINUTES = {"minute": 1, "hour": 60}
_SLACK = {"minute": 2, "hour": 30}  # clocks and counts are both rounded
_DAY = 24 * 60
_NEAR = 3
_WEEK = 7
# For days whose year nobody knows: in a leap year every day is one.
_ANY_DAY = datetime.date(2020, 12, 31)


def time_counts(scene: Scene, quoted_by: Quoted) -> Iterator[TimeCount]:
    """Yield "at 11:05 p.m. on Nov. 22, 22 minutes after the launch at 10:43 p.m. on Nov. 21"."""
    for counted in counted_spans(scene):
        since, there = _since(scene, counted), _there(scene, counted)
        if counted.unit not in _MINUTES or since is None or there is None or since.zone != there.zone:
            continue
        way = 1 if counted.way == "after" else -1
        between = _between(scene, since, there, way)
        if between is None:
            continue
        minutes = way * counted.number * _MINUTES[counted.unit]
        text, span = words_at(scene, counted.first, counted.last)
        there_text, there_span = words_at(scene, there.number, _end(scene, there))
        since_text, since_span = words_at(scene, since.number, _end(scene, since))
        slack, quoted = _SLACK[counted.unit], quoted_by(counted.first, counted.last)
        yield TimeCount(text, minutes, between, slack, there_text, since_text, span, there_span, since_span, quoted)


def _since(scene: Scene, counted: Counted) -> Clock | None:
    """Return the clock time that is counted from: the next one, in the clause of the count."""
    clock = next((clock for clock in scene.clocks if clock.first >= counted.last), None)
    return clock if clock and follows(scene, counted.last, clock.first) else None


def _there(scene: Scene, counted: Counted) -> Clock | None:
    """Return the clock time right before the count, past its day."""
    clock = next((clock for clock in reversed(scene.clocks) if clock.last <= counted.first), None)
    if clock is None:
        return None
    end = _end(scene, clock)
    joints = scene.analysis.lexicon.words["count_joints"]
    between = [token.folded for token in scene.tokens[end : counted.first]]
    return clock if 0 < len(between) <= _NEAR and set(between) <= joints else None


def _end(scene: Scene, clock: Clock) -> int:
    """Return the token after a clock time, with the date that stands behind it."""
    day = next((day for day in scene.days if 0 <= day.first - clock.last <= _NEAR and day.day), None)
    return day.last if day else clock.last


def _between(scene: Scene, since: Clock, there: Clock, way: int) -> int | None:
    """Return the minutes from one time to another: by their dates, or within a day, the way that is counted."""
    dates = [_date(scene, clock) for clock in (since, there)]
    apart = (there.hour - since.hour) * 60 + there.minute - since.minute
    if dates[0] and dates[1]:
        days = (dates[1] - dates[0]).days
        return days * _DAY + apart if abs(days) <= _WEEK else None
    return None if any(dates) else way * (way * apart % _DAY)


def _date(scene: Scene, clock: Clock) -> datetime.date | None:
    day = next((day for day in scene.days if 0 <= day.first - clock.last <= _NEAR and day.day and day.month), None)
    if day is None or day.month is None or day.day is None:
        return None
    return day.resolved(scene.setting.published) or day.resolved(_ANY_DAY)
