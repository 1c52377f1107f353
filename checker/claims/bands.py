"""Bands of range that a text gives for a class of missiles or for a treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.interval import LOWER, UPPER
from checker.figures.slips import ClassBand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.beside import Quoted
    from checker.claims.scene import Scene
    from checker.figures import Figure
    from checker.figures.pairs import Quantity

_CLASSES = frozenset({"CRBM", "SRBM", "MRBM", "IRBM", "ICBM"})
_LOWEST, _LEAST_HIGH = 100, 600  # km: a treaty's band is no missile's length, nor the width of a strait
_REACH = 14


def class_bands(scene: Scene, quoted_by: Quoted) -> Iterator[ClassBand]:
    """Yield "the INF treaty banned ranges of 500 to 5,500 km", "ICBMs have a range of more than 5,500 km"."""
    analysis = scene.analysis
    treaties = analysis.of("treaty")
    if not treaties and not (analysis.of("missile_class") and analysis.of("defining")):
        return
    for quantity in scene.quantities:
        figure = quantity.read.figure
        low, high = _bounds(figure)
        if figure.dimension != "length" or not _is_range(scene, quantity):
            continue
        if treaties:
            if low is not None and high is not None and low >= _LOWEST and high >= _LEAST_HIGH and 2 * low < high + 1:
                yield _band(scene, quantity, None, str(treaties[0].value), quoted_by)
        elif not analysis.of("missile_name"):
            label = _class_of(scene, quantity)
            if label and not (low is None and high is None):
                yield _band(scene, quantity, label, None, quoted_by)


def _band(scene: Scene, quantity: Quantity, label: str | None, treaty: str | None, quoted_by: Quoted) -> ClassBand:
    prose, tokens, figure = scene.analysis.sentence.prose, scene.tokens, quantity.read.figure
    low, high = _bounds(figure)
    span = prose.span(tokens[quantity.read.first].start, tokens[quantity.read.last - 1].end)
    loosely = scene.analysis.lexicon.words["generally"]
    typical = any(token.folded in loosely for token in tokens)
    return ClassBand(label, treaty, low, high, figure, span, quoted_by(quantity.read.first, quantity.last), typical)


def _bounds(figure: Figure) -> tuple[float | None, float | None]:
    """Return the low and high end in kilometres; of a single figure only the end that its words bound."""
    if figure.dimension != "length":
        return None, None
    ends = figure.into("km")
    if len(ends) > 1:
        return ends[0], ends[-1]
    return (ends[0] if figure.qualifier in LOWER else None), (ends[0] if figure.qualifier in UPPER else None)


def _is_range(scene: Scene, quantity: Quantity) -> bool:
    """Whether a figure is a reach: after "a range of", before "range", or in brackets behind a class."""
    analysis, first = scene.analysis, quantity.read.first
    before = analysis.mark_ending("before", first) or analysis.mark_ending("before", quantity.read.number)
    behind = analysis.mark_at("after", quantity.last) or analysis.mark_at("after", quantity.read.last)
    if any(mark is not None and mark.value == "capability" for mark in (before, behind)):
        return True
    opened = first > 0 and scene.tokens[first - 1].text == "("
    return opened and analysis.mark_ending("missile_class", first - 1) is not None


def _class_of(scene: Scene, quantity: Quantity) -> str | None:
    """Return the one class of range that stands before a figure, None where there are several."""
    marks = [m for m in scene.analysis.of("missile_class") if 0 <= quantity.read.first - m.last <= _REACH]
    others = [q for q in scene.quantities if marks and marks[-1].last <= q.read.first < quantity.read.first]
    named = {str(mark.value) for mark in marks} - {"ballistic"}
    return named.pop() if len(named) == 1 and named <= _CLASSES and not others else None
