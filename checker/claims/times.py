"""Dates, weekdays and clock times of a launch, a detection or a landing; those of statements are none."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, cast

from checker.claims.asides import day_before, report_day
from checker.claims.dateline import dateline_end
from checker.claims.governing import governor
from checker.claims.plans import in_window, lies_ahead, weekday_date
from checker.claims.sighting import Sighting
from checker.figures.dates import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.figures.clocks import Clock
    from checker.figures.dates import Day
    from checker.figures.interval import Qualifier
    from checker.language.lexicon import Mark

_JOINTS: tuple[list[str], ...] = ([], ["("], ["\u2014"], [",", "or"], ["/"], [","], ["or"], ["["])

_NEAR = 10
_HEAD_NOUN = 5


def times(scene: Scene) -> Iterator[Sighting]:
    """Yield the clock times, dates and weekdays of launches."""
    conversions = {first.number: second for first, second in clock_conversions(scene)}
    paired = {id(second) for second in conversions.values()}
    paired |= {id(second) for clock in scene.clocks if (second := _between(scene, clock))}
    for clock in scene.clocks:
        if id(clock) not in paired and of_launch(scene, clock.first, clock.last):
            yield _clock(scene, clock, conversions.get(clock.number))
    inside = [(second.first - 1, second.last + 2) for second in conversions.values()]
    yield from _dates(scene)
    for day in scene.analysis.of("weekday"):
        if any(low <= day.first < high for low, high in inside) or in_window(scene, day):
            continue
        if scene.tokens[day.first].text[0].isupper() and of_launch(scene, day.first, day.last, weekday=True):
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
        basis=_basis(scene, clock),
    )


def _basis(scene: Scene, clock: Clock) -> str | None:
    """Return whether a time is that of a landing or of a detection, where the verb says so."""
    kind = governor(scene, clock.first, clock.last)
    if kind != "launch":
        return "landing" if kind == "landing" else None
    deed = scene.nearest_left(clock.first, scene.deeds)
    return "detection" if deed and scene.analysis.mark_at("detection", deed.first) else None


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
        comma = after < len(scene.tokens) and scene.tokens[after].text == ","
        named = scene.analysis.mark_at("zone", after + comma) if day or date else None
        after = named.last if named and first.zone in {None, named.value} else after
        between = scene.analysis.signs(after, second.first)
        if second.zone and second.zone != first.zone and between in _JOINTS and (between or second.zone):
            yield first, second
            index += 2
        else:
            index += 1


def of_launch(scene: Scene, first: int, last: int, *, weekday: bool = False) -> bool:
    """Whether the words in tokens `first` to `last` say when a launch or a landing was."""
    if first < dateline_end(scene.analysis) or _names_another(scene, first, last):
        return False
    if first == scene.opening and not weekday and (scene.opens_entry or scene.tokens[first].kind == "n"):
        return scene.subject(first) == "missile" and (not scene.opens_entry or _tells_launch(scene))
    kind = governor(scene, first, last)
    if kind in {"launch", "landing"}:
        return scene.speaks_of_missiles or bool(scene.analysis.of("launch_noun"))
    flies = any(deed.value in {"launch", "landing"} for deed in scene.deeds)
    return kind is None and not weekday and flies and scene.subject(first) == "missile"


def _tells_launch(scene: Scene) -> bool:
    """Whether an entry of a chronology is of a launch: not "April 30: The president speaks"."""
    if scene.missiles or scene.analysis.of("missile_class"):
        return True
    if not scene.analysis.lexicon.words["warhead_tests"].isdisjoint(scene.analysis.folds):
        return False
    return any(deed.value in {"launch", "landing"} for deed in scene.deeds)


def _names_another(scene: Scene, first: int, last: int) -> bool:
    """Whether a date tells which election or anniversary is meant: "before South Korea's March 9 vote"."""
    analysis, tokens, words = scene.analysis, scene.tokens, scene.analysis.lexicon.words
    if not first or last >= len(tokens) or tokens[last].kind != "w" or not tokens[last].spaced:
        return False
    if not any(first <= mark.first < last for mark in analysis.of("month")):
        return False
    if tokens[first - 1].folded not in words["possessives"] | words["definite"] | words["owners"]:
        return False
    if tokens[last].folded in words["place_prepositions"] | words["clause_breaks"] | words["joins"] | words["passives"]:
        return False
    nouns = ("missile", "missile_class", "missile_name", "launch_noun", "launch", "site", "landing", "counted")
    behind = range(last, min(last + _HEAD_NOUN, len(tokens)))
    return not any(analysis.mark_at(noun, at) for at in behind for noun in nouns)


def _dates(scene: Scene) -> Iterator[Sighting]:
    published = scene.setting.published
    for day in scene.days:
        if day.day is None or not of_launch(scene, day.first, day.last):
            continue
        ahead = lies_ahead(scene, day.first, day.last)
        if in_window(scene, day):
            continue
        found = day.resolved(published, ahead=ahead)
        if day.month is None:
            found = _ordinal(day.day, published, ahead=ahead)
        if found:
            early = published is not None and found > published + datetime.timedelta(days=1)
            basis = "launch" if early and _told_as_past(scene, day) else None
            yield Sighting("date", day.first, day.last, found.isoformat(), resolved=found.isoformat(), basis=basis)
    for mark in day_before(scene):
        if published and of_launch(scene, mark.first, mark.last):
            said = report_day(scene)
            day_said = (said and _weekday(scene, said)) or published.isoformat()
            found = datetime.date.fromisoformat(day_said) - datetime.timedelta(days=1)
            yield Sighting("date", mark.first, mark.last, found.isoformat(), resolved=found.isoformat())
    filed = scene.setting.filed or published
    for mark in scene.analysis.of("day_word"):
        if filed and of_launch(scene, mark.first, mark.last):
            found = filed + datetime.timedelta(days=int(mark.value))
            yield Sighting("date", mark.first, mark.last, found.isoformat(), resolved=found.isoformat())


def _told_as_past(scene: Scene, day: Day) -> bool:
    """Whether a verb has a missile fired on a date: "fired one on Jan. 14", "On Friday, Jan. 14, it fired"."""
    tokens, words = scene.tokens, scene.analysis.lexicon.words
    on = day.first - 1
    weekday = scene.analysis.mark_ending("weekday", on) if on > 0 and tokens[on].text == "," else None
    weekday = weekday or scene.analysis.mark_ending("weekday", day.first)
    on = weekday.first - 1 if weekday else on
    if on < 0 or tokens[on].folded not in words["ordinal_leads"]:
        return False
    verbs = {mark.first: mark for mark in scene.analysis.of("launch") if mark.value == "verb"}
    opening = not any(token.kind in "wn" for token in tokens[:on])
    deed = scene.nearest_right(day.last, scene.deeds) if opening else scene.nearest_left(on, scene.deeds)
    verb = verbs.get(deed.first) if deed else None
    if verb is None or not tokens[verb.last - 1].folded.endswith(tuple(words["verb_endings"])):
        return False
    between = tokens[day.last + 1 : verb.first] if opening else tokens[verb.last : on]
    breaks = words["clause_breaks"] | words["relatives"] | words["subordinators"] | {","}
    return len(between) <= _NEAR and not any(token.folded in breaks for token in between)


def _ordinal(day: int, published: datetime.date | None, *, ahead: bool) -> datetime.date | None:
    """Return the latest such day of a month that is not after publication, or the first not before it."""
    if published is None:
        return None
    for away in range(62 if ahead else 32):
        found = published + datetime.timedelta(days=away if ahead else -away)
        if found.day == day:
            return found
    return None


def _weekday(scene: Scene, day: Mark) -> str | None:
    """Return the date of a weekday: that of the date beside it, else the last or, of a plan, the next such day."""
    for date in scene.days:
        if date.first - day.last in {0, 1} or day.first - date.last in {0, 1}:
            found = date.resolved(scene.setting.published, ahead=lies_ahead(scene, date.first, date.last))
            if found:
                return found.isoformat()
    published = scene.setting.published
    if published is None:
        return None
    found = weekday_date(scene, day.first, day.last, WEEKDAYS.index(str(day.value)), published)
    return found.isoformat() if found else None
