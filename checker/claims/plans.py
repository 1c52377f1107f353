"""The days of plans: they lie ahead of publication, and the days between which a launch is planned are none of it."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.modality import carrier, modality
from checker.claims.sighting import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.claim import Modality
    from checker.claims.scene import Scene
    from checker.figures.dates import Day
    from checker.language.lexicon import Mark

_LEAD = 2
_OPENING = 4
_NEAR = 14
_LAST_DAY = 31
_WEEK = 7


def lies_ahead(scene: Scene, first: int, last: int) -> bool:
    """Whether a day in tokens `first` to `last` is one of a plan that still holds: "will fire one on Saturday"."""
    if _past_plan(scene, first):
        return False
    meant = _meant(scene, first, last)
    if meant != "hypothetical":
        return meant == "planned"
    verb = carrier(scene, first, of_day=True)
    outlook = scene.nearest_left(verb.last if verb else first, scene.analysis.of("outlook"))
    if verb is None or outlook is None or verb.first - outlook.last > _LEAD:
        return False
    return scene.analysis.mark_at("perfect", outlook.last) is None


def _past_plan(scene: Scene, first: int) -> bool:
    return any(mark.first < first for mark in scene.analysis.of("past_plan"))


def _meant(scene: Scene, first: int, last: int) -> Modality:
    return modality(scene, Sighting("date", first, last, ""))


def in_window(scene: Scene, day: Day | Mark) -> bool:
    """Whether a day opens or closes the days that a launch is planned in: "will fire between May 27 and June 4"."""
    first = day.first
    spans = list(_day_spans(scene, first - _NEAR, first + _NEAR))
    for left, right in pairwise(spans):
        here = left[0] <= first < left[1] or right[0] <= first < right[1]
        if here and _spanning(scene, left, right):
            return _to_come(scene, left[0]) or _meant(scene, first, day.last) != "asserted"
    return False


def _to_come(scene: Scene, first: int) -> bool:
    """Whether days of a launch that begin at a token are still ahead, or are called its window."""
    if scene.analysis.of("window_noun"):
        return True
    published = scene.setting.published
    opening = next((day.resolved(published) for day in scene.days if day.first == first), None)
    return published is not None and opening is not None and opening > published


def _spanning(scene: Scene, left: tuple[int, int], right: tuple[int, int]) -> bool:
    analysis = scene.analysis
    joint = analysis.mark_at("range_word", left[1]) or analysis.mark_at("window_word", left[1])
    if joint is None:
        opening = range(max(0, left[0] - _OPENING), left[0])
        joint = analysis.mark_at("and", left[1]) if any(analysis.mark_at("both", at) for at in opening) else None
    if joint is None:
        return False
    leads = analysis.lexicon.words["time_leads"]
    return all(at in scene.timed or scene.tokens[at].folded in leads for at in range(joint.last, right[0]))


def _day_spans(scene: Scene, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield the tokens of dates, weekdays and bare days of a month near one; a weekday and its date are one."""
    found = [(day.first, day.last) for day in scene.days if low <= day.first <= high]
    found += [(mark.first, mark.last) for mark in scene.analysis.of("weekday") if low <= mark.first <= high]
    taken = {at for first, last in found for at in range(first, last)} | scene.timed
    for at in range(max(0, low), min(high, len(scene.tokens))):
        text = scene.tokens[at].text
        if at not in taken and text.isdecimal() and 1 <= int(text) <= _LAST_DAY:
            found.append((at, at + 1))
    held: tuple[int, int] | None = None
    for first, last in sorted(found):
        if held and scene.analysis.signs(held[1], first) in ([], [","]):
            held = held[0], last
            continue
        if held:
            yield held
        held = first, last
    if held:
        yield held


def weekday_date(scene: Scene, first: int, last: int, weekday: int, published: datetime.date) -> datetime.date | None:
    """Return the date of a weekday, 0 for Monday: the next one of a plan, else the last one by publication."""
    told = scene.analysis.mark_ending("week_word", first)
    said = str(told.value) if told else ""
    forward = (weekday - published.weekday()) % _WEEK
    if scene.analysis.mark_at("week_before", last):
        return published - datetime.timedelta(days=published.weekday() + _WEEK - weekday)
    if said == "last":
        return published - datetime.timedelta(days=_WEEK - forward)
    if said == "next":
        return published + datetime.timedelta(days=forward or _WEEK)
    if lies_ahead(scene, first, last):
        return published + datetime.timedelta(days=forward)
    if _past_plan(scene, first) and _meant(scene, first, last) != "asserted":
        return None
    if forward == 1 and scene.setting.own_clock:
        # Copy of Monday evening in America tells of Tuesday morning in Korea.
        return published + datetime.timedelta(days=1)
    return published - datetime.timedelta(days=-forward % _WEEK)
