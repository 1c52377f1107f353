"""From where a length is measured: from a place, from where the missile was launched, or across a zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.claims.scene import Scene
    from checker.figures.pairs import Quantity

_AFTER = 2
_PLACES, _PLACES_REACH = 5, 11
_PLACE_REACH = 9
_WIDE = 40.0
_QUOTES = frozenset("'\"")


def width_of_zone(scene: Scene, first: int) -> bool:
    """Whether a length is that of a zone: "the exclusive economic zone, which extends 200 nautical miles"."""
    relatives = scene.analysis.lexicon.words["relatives"]
    zone = scene.nearest_left(first, scene.analysis.of("zone_sea"))
    if zone is None:
        return False
    between = [token.folded for token in scene.tokens[zone.last : min(zone.last + _AFTER, first)]]
    return bool(relatives & set(between))


def from_launch(scene: Scene, last: int) -> bool:
    """Whether a length is measured from where the missile was launched: it is the distance flown."""
    analysis = scene.analysis
    direction = analysis.mark_at("direction", last)
    mark = analysis.mark_at("from_place", direction.last if direction else last)
    return mark is not None and analysis.mark_at("launch_place", mark.last) is not None


def between_places(scene: Scene, noun: int) -> bool:
    """Whether the noun at a token is a distance on the map: "the distance between Seoul and Tokyo"."""
    words, tokens = scene.analysis.lexicon.words, scene.tokens[noun : noun + _PLACES_REACH]
    if len(tokens) < _PLACES or tokens[0].folded not in words["distance_nouns"]:
        return False
    if tokens[1].folded not in words["distance_opens"] or not _named(tokens[2].text):
        return False
    joints = [at for at, token in enumerate(tokens) if token.folded in words["distance_joints"]]
    following = (
        [token.text for token in tokens[joints[0] + 1 :] if token.folded not in words["articles"]] if joints else []
    )
    return bool(following) and _named(following[0])


def _named(text: str) -> bool:
    return text[:1].isupper()


def beside_place(scene: Scene, quantity: Quantity) -> bool:
    """Whether a length tells where a town is, and not a landing: "a warehouse in Odesa, 150 km from Crimea"."""
    analysis, first = scene.analysis, quantity.read.first
    if first < _AFTER or scene.tokens[first - 1].text != ",":
        return False
    at = first - 2
    while at and scene.tokens[at].text[:1].isupper():
        at -= 1
    named = first - 2 - at
    within = scene.tokens[at].folded in analysis.lexicon.words["in_place"]
    return named > 0 and within and not analysis.mark_ending("sea", first - 1)


def place_after(scene: Scene, last: int) -> bool:
    """Whether the figure is measured from a place: "west of Cape X", "off the coast", "from Tokyo"."""
    analysis = scene.analysis
    at = last + 1 if last < len(scene.tokens) and scene.tokens[last].text in _QUOTES else last
    direction = analysis.mark_at("direction", at)
    mark = analysis.mark_at("from_place", at)
    if mark is None and direction:
        mark = analysis.mark_at("from_place", direction.last)
    if mark is None:
        return False
    return not analysis.mark_at("launch_place", mark.last)


def told_place(scene: Scene, quantity: Quantity) -> str | None:
    """Return the id of the place that a landing is told from: "200 km west of Okushiri"."""
    marks = [*scene.analysis.of("place", "site")]
    mark = scene.nearest_right(quantity.last, marks)
    if mark is None or mark.first - quantity.last > _PLACE_REACH:
        return None
    between = scene.tokens[quantity.last : mark.first]
    led = any(token.folded in scene.analysis.lexicon.words["told_from"] for token in between)
    straight = all(token.kind == "w" or token.text == "-" for token in between)
    # From a whole island or province two desks may measure from two shores.
    small = (mark.value.uncertainty_km or _WIDE) < _WIDE
    return str(mark.value.id) if led and straight and small else None
