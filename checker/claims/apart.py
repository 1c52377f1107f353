"""Where a sentence turns to another launch: clauses that compare, launches that are counted, a second clock time."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.governing import governor
from checker.claims.speech import STATE_MEDIA
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.scene import Scene
    from checker.claims.sighting import Sighting
    from checker.language.lexicon import Mark

_OBJECT = 8
_LEAD = 4


@dataclass(frozen=True, slots=True)
class Aside:
    """A clause about another launch than the one its sentence tells of: tokens `first` to `last`."""

    first: int
    last: int


def asides(scene: Scene, sightings: Sequence[Sighting]) -> tuple[Aside, ...]:
    """Return the clauses of a sentence that compare with another launch, or date the launch by another."""
    size = len(scene.tokens)
    starts = [mark.first for mark in scene.analysis.of("background_clause") if not _hedges(scene, mark, sightings)]
    starts += [mark.first for mark in scene.analysis.of("hedge") if _compares(scene, mark)]
    starts += [_measure(scene, m) for m in scene.analysis.of("after_offset") if _flies(scene, m.last, _end(scene, m))]
    starts += [at for mark in offsets(scene) if (at := _measure(scene, mark)) and _joined(scene, at)]
    since = dict([*_since(scene), *_relatives(scene)])
    starts = sorted({*starts, *since})
    made = []
    for at, following in pairwise([*starts, size]):
        # A clause that opens the sentence ends with its comma, and the sentence goes on with its own launch.
        comma = (
            next((i for i in range(at, following) if scene.tokens[i].text == ","), following) if at <= 1 else following
        )
        made.append(Aside(at, min(comma, since.get(at, comma))))
    return tuple(made)


def _since(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield where "since a test in November" begins and ends, without what it opens: "since June, when it flew ..."."""
    tokens, words = scene.tokens, scene.analysis.lexicon.words
    if words["since_words"].isdisjoint(scene.analysis.folds):
        return
    times = [mark.first for mark in scene.analysis.of("month", "weekday")]
    times += [at for at in scene.analysis.number_starts if len(tokens[at].text) == 4 and tokens[at].text.isdecimal()]
    for at, token in enumerate(tokens):
        if token.folded not in words["since_words"]:
            continue
        end = at + 1
        while end < len(tokens) and not (tokens[end].text == ";" or (tokens[end].text == "," and _leaves(scene, end))):
            end += 1
        if any(at < time < end for time in times):
            yield at, end


def _relatives(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield the clauses that tell of an earlier launch: "a type that the North tested in February", "where it once"."""
    tokens, words = scene.tokens, scene.analysis.lexicon.words
    earlier = [mark.first for mark in scene.analysis.of("earlier_launch")]
    earlier += [
        mark.first
        for mark in scene.analysis.of("month")
        if mark.first and tokens[mark.first - 1].folded in words["year_leads"]
    ]
    verbs = [mark for mark in scene.analysis.of("launch") if mark.value == "verb"]
    if not earlier or not verbs:
        return
    dated = [(day.first, day.last) for day in scene.days if day.day]
    for at, token in enumerate(tokens):
        if not at or token.folded not in words["launch_relatives"]:
            continue
        end = next((i for i in range(at, len(tokens)) if tokens[i].text in {",", ";"}), len(tokens))
        told = any(at < verb.first < end for verb in verbs) and any(at < one < end for one in earlier)
        if told and not any(at < first < end for first, _ in dated):
            yield at, end


def _leaves(scene: Scene, comma: int) -> bool:
    """Whether a clause ends with a comma: neither a year follows nor what is told of the same day."""
    tokens, at = scene.tokens, comma + 1
    if at >= len(tokens):
        return True
    year = len(tokens[at].text) == 4 and tokens[at].text.isdecimal()
    return not year and tokens[at].folded not in scene.analysis.lexicon.words["clause_breaks"]


def _compares(scene: Scene, mark: Mark) -> bool:
    """Whether "more than" sets a figure beside that of another launch: "more than the 787 km of the Hwasong-12"."""
    words, tokens = scene.analysis.lexicon.words, scene.tokens
    if tokens[mark.last - 1].folded not in words["comparing"] or mark.last >= len(tokens):
        return False
    return tokens[mark.last].folded in words["definite"]


def _hedges(scene: Scene, mark: Mark, sightings: Sequence[Sighting]) -> bool:
    """Whether "farther than" only hedges a figure, and compares with no other launch: "than the 700 km"."""
    definite = scene.analysis.lexicon.words["definite"]
    if mark.last < len(scene.tokens) and scene.tokens[mark.last].folded in definite:
        return False
    return any(s.unit and s.first in {mark.first, mark.last} for s in sightings)


def offsets(scene: Scene) -> tuple[Mark, ...]:
    """Return the "days earlier" that another launch is told with, not the "days before" of a clause."""
    size = len(scene.tokens)
    before = scene.analysis.of("before_offset")
    closed = [m for m in before if m.last == size or scene.tokens[m.last].kind != "w"]
    news = {mark.first for mark in day_before(scene)}
    return (*(mark for mark in scene.analysis.of("earlier_offset") if mark.first not in news), *closed)


def day_before(scene: Scene) -> tuple[Mark, ...]:
    """Return "the previous day" where it is the one before the report: of what was detected, or a body reports."""
    from checker.gazetteer import country_of

    analysis = scene.analysis
    if not analysis.of("day_before"):
        return ()
    reported = any(mark.value == STATE_MEDIA for mark in analysis.of("body"))
    reported = reported or any(country_of(str(mark.value)) for mark in analysis.of("speaker"))
    reported = reported or report_day(scene) is not None
    told = (analysis.of("detection") or reported) and any(mark.value == "verb" for mark in analysis.of("speech"))
    dated = scene.days or analysis.of("day_word") or (analysis.of("weekday") and report_day(scene) is None)
    return analysis.of("day_before") if told and not dated else ()


def report_day(scene: Scene) -> Mark | None:
    """Return the weekday on which it was said, where that is the only one: "said Wednesday that the day before"."""
    marks = scene.analysis.of("weekday")
    return marks[0] if len(marks) == 1 and governor(scene, marks[0].first, marks[0].last) == "speech" else None


def _measure(scene: Scene, mark: Mark) -> int:
    """Return where "two days earlier" begins, with its number."""
    at, tokens = mark.first, scene.tokens
    while at and (
        tokens[at - 1].kind == "n"
        or tokens[at - 1].folded in scene.analysis.numbers
        or tokens[at - 1].folded in scene.analysis.lexicon.words["offset_leads"]
    ):
        at -= 1
    return at


def _end(scene: Scene, mark: Mark) -> int:
    tokens = scene.tokens
    return next((i for i in range(mark.last, len(tokens)) if tokens[i].text in {",", ";"}), len(tokens))


def _flies(scene: Scene, first: int, last: int) -> bool:
    """Whether tokens tell of a missile that is launched or flies."""
    flown = [m for m in scene.analysis.of("before") if m.value in {"range", "altitude"}]
    verbs = [m for m in scene.analysis.of("launch") if m.value == "verb"]
    flown += [*verbs, *scene.analysis.of("launch_noun", "landing")]
    return any(first <= mark.first < last for mark in flown) and (
        any(first <= m.first < last and m.value != "weak" for m in scene.analysis.of("missile", "missile_name"))
        or any(first <= m.first < last for m in scene.analysis.of("missile_class", "launch_noun"))
    )


def _joined(scene: Scene, at: int) -> bool:
    """Whether a clause is joined to one before it: "..., and two days earlier ..."."""
    words, token = scene.analysis.lexicon.words, scene.tokens[at - 1]
    return token.text == ";" or token.folded in words["joins"] | words["turns"]


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
