"""A figure said again in the next sentence: "It flew 900 km. That is about 560 miles."."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from checker.figures.figure import FigurePair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.assembly import Seen
    from checker.claims.scene import Scene
    from checker.figures.pairs import Quantity

_CLOSING = 2


def restated(told: Sequence[Seen], scene: Scene) -> tuple[int, Seen, FigurePair] | None:
    """Return a figure just told with a sentence's first figure as its conversion, its place in the list, and the pair.

    None where it is none. The figure must be the only one of its sentence, or close it; the next sentence opens with
    it in another unit of the same measure.
    """
    mark = scene.analysis.mark_at("restating", 0)
    if mark is None or not scene.quantities or not told:
        return None
    at = next((index for index in range(len(told) - 1, -1, -1) if told[index].sighting.quantity), None)
    if at is None:
        return None
    seen = told[at]
    quantity = cast("Quantity", seen.sighting.quantity)
    again = scene.quantities[0].read
    first = quantity.read.figure
    follows = scene.analysis.sentence.index - seen.scene.analysis.sentence.index == 1
    closes = len(seen.scene.quantities) == 1 or len(seen.scene.tokens) - quantity.last <= _CLOSING
    fits = again.figure.dimension == first.dimension and again.figure.unit != first.unit
    alone = len(scene.tokens) - scene.quantities[0].last < _CLOSING
    if not (follows and closes and alone and fits and again.first <= mark.last + 1):
        return None
    prose = scene.analysis.sentence.prose
    start = seen.scene.tokens[quantity.read.first].start
    pair = FigurePair(first, again.figure, prose.span(start, scene.tokens[again.last - 1].end))
    joined = quantity._replace(conversions=(*quantity.conversions, again))
    return at, seen._replace(sighting=seen.sighting._replace(quantity=joined)), pair
