"""Whether a claim says what happened, what is planned, or what would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.claims.claim import Modality
    from checker.claims.scene import Scene
    from checker.claims.sighting import Sighting

_LEAD = 3
_BESIDE = 1
_VERB_REACH = 14


def modality(scene: Scene, sighting: Sighting) -> Modality:
    """Return how a claim is meant, by the words before the verb that carries it."""
    if sighting.kind in {"capability_range", "other_distance"}:
        return sighting.modality or "asserted"
    analysis = scene.analysis
    verbs = [m for m in analysis.of("launch") if m.value == "verb"]
    verbs += [m for m in analysis.of("before") if m.value in {"range", "altitude", "capability"}]
    verbs += [*analysis.of("landing"), *analysis.of("zone_verb"), *analysis.of("time_before")]
    verb = scene.nearest_left(sighting.first + 1, verbs) or scene.nearest_right(sighting.first, verbs)
    at = verb.first if verb else sighting.first
    if verb and abs(verb.first - sighting.first) > _VERB_REACH:
        at = sighting.first
    for name in ("hypothetical", "planned"):
        marks = [m for m in analysis.of(name) if m.last <= at + (verb is not None and verb.first < m.last)]
        near = [m for m in marks if at - m.last <= (_LEAD if sighting.unit else _BESIDE)]
        if near and not _broken(scene, near[-1].last, at):
            return "hypothetical" if name == "hypothetical" else "planned"
    denial = scene.nearest_left(at, analysis.of("negation"))
    if (
        sighting.kind != "eez"
        and verb
        and denial
        and 0 <= at - denial.last <= 1
        and not _broken(scene, denial.last, at)
    ):
        return "hypothetical"
    if any(m.last <= sighting.first for m in analysis.of("denial")):
        return "hypothetical"
    if any(m.first == 0 for m in analysis.of("condition")):
        return "hypothetical"
    return "asserted"


def _broken(scene: Scene, first: int, last: int) -> bool:
    return any(token.text in {",", ";"} for token in scene.tokens[first:last])
