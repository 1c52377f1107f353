"""Where a missile came down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.governing import governor
from checker.claims.nounphrases import longest, preposition, words_of
from checker.claims.sighting import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

_AFTER_VERB = 2
_LANDED_REACH = 8
_LONGEST = 9


def areas(scene: Scene) -> Iterator[Sighting]:
    """Yield the waters and the land that missiles of a sentence fell into, or were fired toward."""
    covered = -1
    analysis = scene.analysis
    for mark in longest(analysis.of("sea", "sea_phrase")):
        lead = None if mark.first < covered else _lead(scene, mark)
        if lead is None:
            continue
        tail = analysis.mark_at("sea_tail", mark.last)
        last = tail.last if tail else mark.last
        if mark.category == "sea":
            yield Sighting("impact_area", lead, last, mark.value.name, entity=mark.value.id)
        else:
            yield Sighting("impact_area", lead, last, words_of(scene, mark.first, last))
        covered = last
    yield from _land(scene)


def _lead(scene: Scene, mark: Mark) -> int | None:
    analysis = scene.analysis
    lead = preposition(scene, mark.first, analysis.lexicon.words["into_words"])
    if lead is None:
        return _target(scene, mark)
    if analysis.mark_at("city_word", mark.last) or analysis.mark_ending("zone_sea", lead):
        return None
    if any(m.last == lead for m in analysis.of("site_phrase")):
        return None
    if scene.subject(lead) != "missile" and not analysis.of("launch_noun"):
        return None
    governed = governor(scene, lead, lead + 1) in {"launch", "landing"}
    landed = any(0 <= lead - verb.last < _LANDED_REACH for verb in analysis.of("landing"))
    return lead if governed or landed else None


def _target(scene: Scene, mark: Mark) -> int | None:
    """Return where "hit the target area" puts the area: the verb stands right before it."""
    at = mark.first
    while at > 0 and scene.tokens[at - 1].folded in scene.analysis.articles:
        at -= 1
    verb = scene.analysis.mark_ending("landing", at)
    return at if verb and scene.subject(mark.first) == "missile" else None


def _land(scene: Scene) -> Iterator[Sighting]:
    """Yield what a verb of landing puts a missile into, where it is no sea: "landed in an open field"."""
    analysis, tokens = scene.analysis, scene.tokens
    words = analysis.lexicon.words
    for verb in analysis.of("landed"):
        near = range(verb.last, min(verb.last + _AFTER_VERB, len(tokens)))
        at = next((i for i in near if tokens[i].folded in words["onto_words"]), None)
        if at is None or scene.subject(verb.first) != "missile":
            continue
        if at + 1 >= len(tokens):
            continue
        last = _phrase_end(scene, at + 1)
        taken = any(m.first < last and at < m.last for m in analysis.of(*_NO_LAND))
        numbered = any(at <= q.read.first < last for q in scene.quantities) or tokens[at + 1 : at + 2][0].kind == "n"
        if last > at + 1 and not taken and not numbered:
            yield Sighting("impact_area", at, last, words_of(scene, at + 1, last))


_NO_LAND = ("sea", "sea_phrase", "zone_sea", "no_place", "month", "weekday", "missile")


def _phrase_end(scene: Scene, first: int) -> int:
    tokens = scene.tokens
    breaks = scene.analysis.lexicon.words["phrase_breaks"]
    at = first
    while at < len(tokens) and at - first < _LONGEST:
        token = tokens[at]
        if token.text in {",", ".", ";", ":", "(", ")", "\u2014", "\u2013"} or (at > first and token.folded in breaks):
            break
        at += 1
    return at
