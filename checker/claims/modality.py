"""Whether a claim says what happened, what is planned, or what would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.claims.claim import Modality
    from checker.claims.scene import Scene
    from checker.claims.sighting import Sighting
    from checker.language.lexicon import Mark

_LEAD = 3
_BESIDE = 1
_VERB_REACH = 14


def modality(scene: Scene, sighting: Sighting) -> Modality:
    """Return how a claim is meant, by the words before the verb that carries it."""
    if sighting.kind in {"capability_range", "other_distance"}:
        return sighting.modality or "asserted"
    verb = scene.nearest_left(sighting.first + 1, scene.carriers) or scene.nearest_right(sighting.first, scene.carriers)
    near = verb is not None and abs(verb.first - sighting.first) <= _VERB_REACH
    at = verb.first if verb and near else sighting.first
    for name in _UNREAL:
        if _led_by(scene, name, at, verb, _LEAD if sighting.unit else _BESIDE):
            return name
    if (sighting.kind != "eez" and verb and _denied(scene, at)) or _unbelieved(scene, sighting.first):
        return "hypothetical"
    return "asserted"


_UNREAL: tuple[Modality, ...] = ("hypothetical", "planned")


def _led_by(scene: Scene, name: str, at: int, verb: Mark | None, lead: int) -> bool:
    """Whether a word such as "will" or "could" stands right before the verb."""
    marks = scene.analysis.of(name)
    before = [m for m in marks if m.last <= at + (verb is not None and verb.first < m.last) and at - m.last <= lead]
    return bool(before) and not _broken(scene, before[-1].last, at)


def _denied(scene: Scene, at: int) -> bool:
    denial = scene.nearest_left(at, scene.analysis.of("negation"))
    return denial is not None and at - denial.last <= 1 and not _broken(scene, denial.last, at)


def _unbelieved(scene: Scene, first: int) -> bool:
    """Whether the sentence denies what follows, or opens with a condition."""
    denied = any(mark.last <= first for mark in scene.analysis.of("denial"))
    return denied or any(mark.first == 0 for mark in scene.analysis.of("condition"))


def _broken(scene: Scene, first: int, last: int) -> bool:
    return any(token.text in {",", ";"} for token in scene.tokens[first:last])
