"""Clauses about another launch than that of their sentence, and days that a launch is dated by another with."""

from __future__ import annotations

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
