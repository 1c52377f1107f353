"""Flight times and speeds: a length of time or a speed that belongs to a missile's flight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.sighting import Sighting, of_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.figures.pairs import Quantity

_REACH = 16
_INTERVAL = 6
_AIRSPACE = 3
_BESIDE = 1


def durations(scene: Scene) -> Iterator[Sighting]:
    """Yield the flight times and speeds of a sentence."""
    for index, quantity in enumerate(scene.quantities):
        figure = quantity.read.figure
        if figure.dimension == "length":
            continue
        if scene.subject(quantity.read.first) != "missile" and not _after_launch(scene, quantity):
            continue
        if figure.dimension == "speed":
            yield of_quantity("speed", quantity)
        elif _is_flight_time(scene, quantity, scene.quantities[index - 1] if index else None):
            yield of_quantity("flight_time", quantity)


def _after_launch(scene: Scene, quantity: Quantity) -> bool:
    """Whether a time runs from a launch by its own words, whatever the sentence speaks of: "after liftoff"."""
    after = scene.analysis.mark_at("time_after", quantity.last)
    return bool(after and after.value == "flight_time" and after.last - after.first > 1 and scene.topic != "other")


def _is_flight_time(scene: Scene, quantity: Quantity, before: Quantity | None) -> bool:
    analysis = scene.analysis
    for at in (quantity.read.last, quantity.last):
        start = at + 1 if at < len(scene.tokens) and scene.tokens[at].text == "-" else at
        after = analysis.mark_at("time_after", start)
        if after:
            return bool(after.value == "flight_time")
    first = quantity.read.first
    intervals = analysis.lexicon.words["intervals"]
    if any(token.folded in intervals for token in scene.tokens[max(0, first - _INTERVAL) : first]):
        return False
    if any(
        token.folded in analysis.lexicon.words["airspaces"] for token in scene.tokens[max(0, first - _AIRSPACE) : first]
    ):
        return False
    at = quantity.last
    if at < len(scene.tokens) and scene.tokens[at].folded in analysis.lexicon.words["later_words"]:
        # "The second was launched 20 minutes later", where "landed 20 minutes later" tells of a flight.
        fired = scene.nearest_left(first, analysis.of("launch"))
        if fired and first - fired.last <= _BESIDE:
            return False
    verb = scene.nearest_left(first, analysis.of("time_before"))
    if verb is None or first - verb.last > _REACH or _over_land(scene, verb.first, first):
        return False
    others = [mark for mark in scene.subjects if mark.category == "other_subject"]
    other = scene.nearest_left(first, [*analysis.of("speech"), *others])
    listed = before is not None and before.read.figure.dimension == "time" and verb.last <= before.read.first
    return (other is None or other.last <= verb.first) or listed


def _over_land(scene: Scene, low: int, high: int) -> bool:
    """Whether a time is only that over a country: "passed over Hokkaido for two minutes"."""
    tokens, over = scene.tokens, scene.analysis.lexicon.words["two_faced"]
    at = next((index for index in range(low, high - 1) if tokens[index].folded in over), None)
    if at is None:
        return False
    named = at + 1 + (tokens[at + 1].folded in scene.analysis.articles | scene.analysis.lexicon.words["place_leads"])
    return named < high and tokens[named].text[0].isupper() and not scene.analysis.mark_at("sea", named)
