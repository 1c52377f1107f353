"""Where a sentence turns to another launch: launches that are counted, a second clock time, another day."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.governing import governor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.scene import Scene
    from checker.claims.sighting import Sighting
    from checker.language.lexicon import Mark

_OBJECT = 8
_LEAD = 4


def counted(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield the tokens from which a sentence tells of "the first", "a second", with its number; 0 is the next one."""
    for mark in scene.analysis.of("of_the_day"):
        yield mark.first, int(mark.value)
    marks = scene.analysis.of("member")
    for mark in marks:
        number = int(mark.value)
        opens = _opens(scene, mark.first)
        fired = number != 1 and scene.analysis.mark_ending("launch", mark.first) is not None
        comma = mark.first > 0 and scene.tokens[mark.first - 1].text == ","
        listed = comma and (number > 1 and any(other.last < mark.first for other in marks))
        if (opens or listed or (fired and _later(scene))) and _goes_on(scene, mark):
            yield (_clause(scene, mark.first) if fired and not opens else mark.first), number
    for mark in scene.analysis.of("later_launch"):
        if fires_one(scene) and not any(other.first > mark.first for other in marks):
            yield mark.first, 0


def _clause(scene: Scene, at: int) -> int:
    """Return where the clause of a verb begins: "At 7:40 a.m. it fired a second"."""
    words = scene.analysis.lexicon.words
    before = [deed for deed in scene.deeds if deed.value in {"launch", "landing"} and deed.last < at]
    if not before:
        return 0
    joints = words["joins"] | words["turns"]
    return next((i for i in range(at - 1, before[-1].last, -1) if scene.tokens[i].folded in joints), at)


def speaks_of_all(scene: Scene) -> bool:
    """Whether a sentence opens with all the launches that were counted: "Both landed ..."."""
    return any(mark.first == 0 for mark in scene.analysis.of("all_members"))


def _opens(scene: Scene, at: int) -> bool:
    """Whether a clause begins at a token."""
    if at == 0:
        return True
    words, token = scene.analysis.lexicon.words, scene.tokens[at - 1]
    if (
        token.text in {":", ";", "(", "\u2014"}
        or token.folded in words["member_openers"] | words["joins"] | words["turns"]
    ):
        return True
    speech = scene.analysis.mark_ending("speech", at)
    later = scene.analysis.mark_ending("later_launch", at)
    return later is not None or (speech is not None and speech.value == "verb")


def _goes_on(scene: Scene, mark: Mark) -> bool:
    """Whether "the first" is a launch by what follows it: not the first time, the first since June."""
    at, analysis = mark.last, scene.analysis
    if at >= len(scene.tokens):
        return False
    if scene.tokens[at].folded in analysis.lexicon.words["member_next"]:
        return True
    if scene.tokens[at].text == ",":
        return mark.first == 0 or analysis.mark_ending("later_launch", mark.first) is not None or _later(scene)
    verbs = ("launch", "landing", "before", "time_before", "zone_verb", "hedge")
    return any(analysis.mark_at(name, at) for name in verbs) or at in analysis.number_starts


def _later(scene: Scene) -> bool:
    """Whether a sentence gives a clock time of its own, or says that it was later."""
    return bool(scene.clocks or scene.analysis.of("later_launch"))


def fires_one(scene: Scene) -> bool:
    """Whether a sentence tells that "a missile" was fired: one that has not been spoken of."""
    analysis = scene.analysis
    one = analysis.lexicon.words["one_articles"]
    verbs = [mark for mark in analysis.of("launch") if mark.value == "verb"]
    for noun in analysis.of("missile", "missile_name"):
        if noun.value == "weak":
            continue
        before = range(max(0, noun.first - _LEAD), noun.first)
        led = any(analysis.tokens[index].folded in one for index in before)
        if led and any(noun.first - _OBJECT <= verb.last <= noun.first for verb in verbs):
            return True
    return False


def second_clocks(scene: Scene, body: Sequence[Sighting]) -> Iterator[int]:
    """Yield where "a ballistic missile at 7 a.m. and a cruise missile at 9 a.m." turns to its second missile."""
    analysis = scene.analysis
    one = analysis.lexicon.words["one_articles"]
    times = [s for s in body if s.kind == "time"]
    for first, second in pairwise(times):
        nouns = [
            m
            for m in analysis.of("missile", "missile_name")
            if m.value != "weak" and first.last <= m.first < second.first
        ]
        led = [
            i
            for m in nouns
            for i in range(max(first.last, m.first - _LEAD), m.first)
            if analysis.tokens[i].folded in one
        ]
        if led and first.value != second.value and governor(scene, second.first, second.last) != "landing":
            yield led[0]


def other_days(scene: Scene, body: Sequence[Sighting]) -> Iterator[tuple[int, str]]:
    """Yield where a sentence turns to a launch of another day, and that day: "and on Oct. 6 two missiles".

    A day beside it, or one in brackets, may be the same day elsewhere.
    """
    days = [
        (s.first, s.last, s.resolved)
        for s in body
        if s.kind in {"date", "weekday"} and s.resolved and not _bracketed(scene, s.first)
    ]
    months = [(day.first, day.last, "") for day in scene.days if day.year and day.month and not day.day]
    for (_, end, one), (start, _, other) in pairwise(sorted([*days, *months])):
        if other and (not one or _days_apart(one, other) > 1):
            yield _turn(scene, end, start), other


def past_month(scene: Scene, body: Sequence[Sighting]) -> bool:
    """Whether a sentence first tells of a launch in a month, and then of one on a day: "in May 2017, and on July 4"."""
    first = min((s.first for s in body if s.kind in {"date", "weekday"} and s.resolved), default=0)
    return any(day.year and day.month and not day.day and day.last <= first for day in scene.days)


def _turn(scene: Scene, low: int, high: int) -> int:
    """Return where the clause of a day begins that stands at token `high`: behind the last joint after another day."""
    words, tokens = scene.analysis.lexicon.words, scene.tokens
    leads = words["ordinal_leads"]
    at = high
    while at > low and (tokens[at - 1].folded in leads or scene.analysis.mark_ending("weekday", at)):
        at -= 1
    joints = words["joins"] | words["turns"]
    if tokens[at - 1].folded in joints or tokens[at - 1].text == ",":
        return at
    joined = [i for i in range(low, at) if tokens[i].folded in joints and not _goes_on_flying(scene, i + 1)]
    commas = [i for i in range(low, at) if tokens[i].text == ","]
    return (joined or commas or [at - 1])[-1] + 1


def _goes_on_flying(scene: Scene, at: int) -> bool:
    """Whether a verb of flight stands at a token: "flew 1,100 km and rose to 99 km"."""
    return any(scene.analysis.mark_at(name, at) for name in ("before", "landing", "time_before", "zone_verb"))


def _bracketed(scene: Scene, at: int) -> bool:
    """Whether a token stands in brackets."""
    signs = [token.text for token in scene.tokens[:at] if token.text in {"(", ")", "[", "]"}]
    return bool(signs) and signs[-1] in {"(", "["}


def _days_apart(one: str, other: str) -> int:
    return abs((datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)).days)
