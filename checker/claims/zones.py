"""Whether a missile came down inside an exclusive economic zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.denial import chained, hedging, no_subject
from checker.claims.sighting import Sighting
from checker.claims.whence import launchers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

_REACH = 14
_PREPOSITION = 2
_TELLS = "JPN"


def zones(scene: Scene) -> Iterator[Sighting]:
    """Yield what a sentence says of a zone that a missile entered or did not."""
    analysis = scene.analysis
    covered = -1
    for zone in analysis.of("zone_sea"):
        if zone.first < covered:
            covered = max(covered, zone.last)  # "economic zone" inside "(exclusive economic zone)"
            continue
        covered = zone.last + 2
        told = side(scene, zone) or _passive(scene, zone)
        if told is None or not concerns_flight(scene, zone):
            continue
        entered, first = told
        last = zone.last
        texts = [token.text for token in scene.tokens[last : last + 3]]
        if len(texts) == 3 and texts[0] == "(" and texts[2] == ")":
            last += 3
        yield Sighting("eez", first, last, entered, entity=owner(scene, zone))


def side(scene: Scene, zone: Mark) -> tuple[bool, int] | None:
    """Return whether something came down inside a zone, and the token where that begins; None where it is not said."""
    analysis = scene.analysis
    out = scene.nearest_left(zone.first, analysis.of("zone_out"))
    inside = scene.nearest_left(zone.first, analysis.of("zone_in"))
    out = out if out and zone.first - out.last <= _REACH else None
    inside = inside if inside and zone.first - inside.last <= _REACH else None
    nearest = max(
        (mark for mark in (out, inside) if mark),
        key=lambda mark: (mark.last, mark.last - mark.first),
        default=None,
    )
    if nearest is None:
        return None
    verbs = [*analysis.of("landing"), *scene.carriers]
    if out and (nearest is out or out.last > nearest.first):
        landing = scene.nearest_left(out.first, verbs)
        return None if landing and _denial(scene, landing.first) else (False, out.first)
    denial = scene.nearest_left(nearest.first, analysis.of("negation"))
    if (
        denial
        and not hedging(scene, denial)
        and nearest.first - denial.last <= 5
        and not any(
            token.text == ";" or token.folded in analysis.lexicon.words["contrasts"]
            for token in scene.tokens[denial.last : nearest.first]
        )
    ):
        return False, denial.first
    landing = scene.nearest_left(nearest.first + 1, verbs)
    denial = _denial(scene, landing.first if landing else nearest.first)
    return (False, denial.first) if denial else (True, nearest.first)


def _denial(scene: Scene, at: int) -> Mark | None:
    """Return the "none", "not" or "failed to" of a landing: "nothing landed in", "not believed to have entered"."""
    mark = no_subject(scene, at) or chained(scene, at, "negation", "non_factive")
    mark = mark or scene.analysis.mark_ending("counterfactual", at)
    return None if mark and mark.value == "open" else mark


def _passive(scene: Scene, zone: Mark) -> tuple[bool, int] | None:
    """Read "Japan's EEZ was not entered"."""
    mark = scene.analysis.mark_at("zone_passive", zone.last)
    return (mark.value == "inside", zone.first) if mark else None


def concerns_flight(scene: Scene, zone: Mark) -> bool:
    """Whether it is a missile that came down, or did not, where a zone is named."""
    analysis = scene.analysis
    if scene.subject(zone.first) != "missile":
        return False
    verbs = [*analysis.of("landing"), *analysis.of("zone_verb")]
    # "Steered clear of" is a verb of its own, "outside of" is none.
    verbs += [m for m in analysis.of("zone_out") if m.last - m.first > _PREPOSITION]
    verbs += [m for m in analysis.of("before") if m.value == "range"]
    verbs += [m for m in analysis.of("launch") if m.value == "verb"]
    return any(abs(mark.first - zone.first) <= 30 for mark in verbs)


def owner(scene: Scene, zone: Mark) -> str | None:
    """Return the code of the country whose zone it is said to be."""
    countries = [
        mark for mark in scene.analysis.of("country") if mark.last <= zone.last and zone.first - mark.last <= 4
    ]
    if countries:
        return str(countries[-1].value)
    words, tokens = scene.analysis.lexicon.words, scene.tokens
    firing = {launcher.country for launcher in launchers(scene)}
    others = [mark for mark in scene.analysis.of("country") if mark.value not in firing]
    before = [token.folded for token in tokens[max(0, zone.first - 2) : zone.first]]
    if len(before) > 1 and before[0] in words["own_country"] and before[1] in words["possessives"]:
        named = scene.nearest_left(zone.first, others)
        return str(named.value) if named else None
    # Of the countries around, Japan is the one that tells of its zone.
    return _TELLS if {str(mark.value) for mark in others} == {_TELLS} else None
