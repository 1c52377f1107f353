"""Where a sentence turns to another launch: clauses that compare, launches that are counted, a second clock time."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Aside:
    """A clause about another launch than the one its sentence tells of: tokens `first` to `last`."""

    first: int
    last: int


def asides(scene: Scene, sightings: Sequence[Sighting]) -> tuple[Aside, ...]:
    """Return the clauses of a sentence that compare with another launch, or date the launch by another."""
    size = len(scene.tokens)
    starts = [mark.first for mark in scene.analysis.of("background_clause") if not _hedges(scene, mark, sightings)]
    starts += [_measure(scene, m) for m in scene.analysis.of("after_offset") if _flies(scene, m.last, _end(scene, m))]
    starts += [at for mark in offsets(scene) if (at := _measure(scene, mark)) and _joined(scene, at)]
    starts = sorted(set(starts))
    made = []
    for at, following in pairwise([*starts, size]):
        # A clause that opens the sentence ends with its comma, and the sentence goes on with its own launch.
        comma = (
            next((i for i in range(at, following) if scene.tokens[i].text == ","), following) if at <= 1 else following
        )
        made.append(Aside(at, comma))
    return tuple(made)


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
    return (*scene.analysis.of("earlier_offset"), *closed)


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
