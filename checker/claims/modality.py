"""Whether a claim says what happened, what is planned, or what would be."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.denial import chained, denied, unsettled

if TYPE_CHECKING:
    from checker.claims.claim import Modality
    from checker.claims.scene import Scene
    from checker.claims.sighting import Sighting
    from checker.language.lexicon import Mark

_LEAD = 3
_BESIDE = 1
_OWNER = 4
_VERB_REACH = 14
_ABILITY_REACH = 12
_DAYS = frozenset({"date", "weekday", "time"})
_REACH = frozenset({"capability_range", "other_distance"})
_PLAIN = "plain"
_UNSETTLING = frozenset(
    {
        "condition",
        "unproven",
        "disproved",
        "negation",
        "non_factive",
        "counterfactual",
        "nobody",
        "hypothetical",
        "planned",
        "subjunctive",
        "planned_noun",
        "planned_after",
    }
)
_UNREAL: tuple[Modality, ...] = ("hypothetical", "planned")


def modality(scene: Scene, sighting: Sighting) -> Modality:
    """Return how a claim is meant, by the words before the verb that carries it."""
    first = sighting.first
    if sighting.kind == "missile_name" and _compared(scene, first):
        return "hypothetical"
    plain = _is_plain(scene)
    if not plain and unsettled(scene, first):
        return "hypothetical"
    if plain and sighting.kind not in _REACH:
        return "asserted"
    if sighting.kind in _REACH:
        return sighting.modality or _of_reach(scene, sighting)
    verb = carrier(scene, first, of_day=sighting.kind in _DAYS)
    at = verb.first if verb else first
    if (sighting.kind != "eez" or sighting.value) and denied(scene, first, verb):
        return "hypothetical"
    for name in _UNREAL:
        led = _led_by(scene, name, at, verb, _LEAD if sighting.unit else _BESIDE)
        if led or (verb and chained(scene, at, name)):
            return "hypothetical" if name == "planned" and _imagined(scene) else name
    if _imagined(scene):
        return "hypothetical"
    return "planned" if _announced(scene, at, first) else "asserted"


def _compared(scene: Scene, first: int) -> bool:
    """Whether another missile is only likened to one that is named: "similar to Russia's Iskander"."""
    analysis = scene.analysis
    comparison = scene.nearest_left(first, analysis.of("comparison"))
    if comparison is None or first - comparison.last > _OWNER:
        return False
    between = range(comparison.last, first)
    owners = {at for mark in analysis.of("country") for at in range(mark.first, mark.last)}
    return all(at in owners or scene.tokens[at].folded in analysis.articles | {"'s"} for at in between)


def _is_plain(scene: Scene) -> bool:
    """Whether a sentence has nothing that could make it other than told as a fact: most have not."""
    noted = scene.analysis.noted
    if _PLAIN not in noted:
        prose, block = scene.analysis.sentence.prose, scene.analysis.sentence.block
        asks = "?" in prose.text[prose.blocks[block].start : prose.blocks[block].end]
        noted[_PLAIN] = not asks and scene.analysis.marks.keys().isdisjoint(_UNSETTLING)
    return bool(noted[_PLAIN])


def carrier(scene: Scene, first: int, *, of_day: bool = False) -> Mark | None:
    """Return the verb that carries what stands at a token, if one is near; a day may open the clause of its verb."""
    left, right = scene.nearest_left(first + 1, scene.carriers), scene.nearest_right(first, scene.carriers)
    verb = left or right
    if of_day and left and right and _opens_clause(scene, left.last, first):
        verb = left if _broken(scene, first, right.first) else right
    return verb if verb is not None and abs(verb.first - first) <= _VERB_REACH else None


def _opens_clause(scene: Scene, first: int, at: int) -> bool:
    """Whether a comma and an "and" stand between a verb and a token."""
    return any(pair == (",", "and") for pair in pairwise(scene.analysis.signs(first, at)))


def _led_by(scene: Scene, name: str, at: int, verb: Mark | None, lead: int) -> bool:
    """Whether a word such as "will" or "could" stands right before the verb."""
    marks = scene.analysis.of(name)
    before = [m for m in marks if m.last <= at + (verb is not None and verb.first < m.last) and at - m.last <= lead]
    return bool(before) and not _broken(scene, before[-1].last, at)


def _imagined(scene: Scene) -> bool:
    """Whether "would" tells of any missile, and of no plan and no day: "A missile would cover 190 km in ..."."""
    analysis = scene.analysis
    generic = analysis.mark_at("missile", 1) or analysis.mark_at("missile_class", 1)
    opens = scene.tokens[0].folded in analysis.lexicon.words["one_articles"]
    told = any(mark.value == "verb" for mark in analysis.of("speech")) or scene.timed or analysis.of("weekday")
    return bool(opens and generic and analysis.of("subjunctive") and not told)


def _announced(scene: Scene, at: int, first: int) -> bool:
    """Whether a noun or the end of the clause tells of a plan: "a planned launch", "is scheduled for Saturday"."""
    analysis = scene.analysis
    before = scene.nearest_left(at + 1, analysis.of("planned_noun"))
    if before and before.last > at - _LEAD and not _broken(scene, before.last, at):
        beside = range(before.last, before.last + _BESIDE + 1)
        return any(analysis.mark_at(name, index) for name in _LAUNCHED for index in beside)
    after = scene.nearest_left(first, analysis.of("planned_after"))
    return after is not None and after.first > min(at, first) and first - after.last <= _LEAD


_LAUNCHED = ("launch_noun", "missile", "missile_class", "missile_name")


def _of_reach(scene: Scene, sighting: Sighting) -> Modality:
    """Return how a reach is meant: one that is denied, that of a missile still to be built, or a fact."""
    first = sighting.first
    if sighting.kind == "other_distance":
        return "asserted"
    cues = scene.analysis.of("before", "ability")
    cue = scene.nearest_left(first, [mark for mark in cues if mark.category == "ability" or mark.value == "capability"])
    near = cue if cue and first - cue.last <= _ABILITY_REACH else None
    if denied(scene, first, near):
        return "hypothetical"
    for making in scene.analysis.of("making"):
        planned = making.value == "already" or scene.analysis.mark_ending("planned", making.first)
        if planned and making.last <= first and not _broken(scene, making.last, first):
            return "planned"
    return "asserted"


def _broken(scene: Scene, first: int, last: int) -> bool:
    return any(token.text in {",", ";"} for token in scene.tokens[first:last])
