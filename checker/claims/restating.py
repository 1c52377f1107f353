"""A figure said again in the next sentence: "It flew 900 km. That is about 560 miles."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.figure import FigurePair

if TYPE_CHECKING:
    from checker.claims.assembly import Seen
    from checker.claims.scene import Scene

_CLOSING = 2


def restated(seen: Seen, scene: Scene) -> tuple[Seen, FigurePair] | None:
    """Return what was seen last with a sentence's first figure as its conversion, and the pair; None where it is none.

    The last figure must close its sentence and the next sentence open with it, in another unit of the same measure.
    """
    quantity = seen.sighting.quantity
    mark = scene.analysis.mark_at("restating", 0)
    if quantity is None or mark is None or not scene.quantities:
        return None
    again = scene.quantities[0].read
    first = quantity.read.figure
    follows = scene.analysis.sentence.index - seen.scene.analysis.sentence.index == 1
    closes = len(seen.scene.tokens) - quantity.last <= _CLOSING
    fits = again.figure.dimension == first.dimension and again.figure.unit != first.unit
    alone = len(scene.tokens) - scene.quantities[0].last < _CLOSING
    if not (follows and closes and alone and fits and again.first <= mark.last + 1):
        return None
    prose = scene.analysis.sentence.prose
    start = seen.scene.tokens[quantity.read.first].start
    pair = FigurePair(first, again.figure, prose.span(start, scene.tokens[again.last - 1].end))
    joined = quantity._replace(conversions=(*quantity.conversions, again))
    return seen._replace(sighting=seen.sighting._replace(quantity=joined)), pair
