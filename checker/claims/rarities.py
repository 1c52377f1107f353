"""What few sentences say. Each is read only where the sentence has the words for it, and its reader loaded then."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.beside import Quoted
    from checker.claims.scene import Scene
    from checker.claims.understanding import Value
    from checker.figures.slips import RangeDown

_SIGNS = frozenset("([|")
_UNFIT = frozenset({"garbled_unit", "measured", "speed_noun"})
_PARTS = 3
_STEM = "kil"


def rarities(scene: Scene, quoted_by: Quoted) -> Iterator[Value]:
    """Yield ranges that run downwards, units that do not fit, sums of missiles, bands of classes and counts of days."""
    analysis = scene.analysis
    if any(read.figure.downwards for read in scene.reads):
        yield from _ranges_down(scene, quoted_by)
    if _may_be_unfit(scene):
        from checker.claims.unfit import unfit

        yield from unfit(scene, quoted_by)
    if len(analysis.number_starts) >= _PARTS and analysis.of("counted"):
        from checker.claims.sums import count_sums

        yield from count_sums(scene, quoted_by)
    if scene.reads and (analysis.of("treaty") or (analysis.of("defining") and analysis.of("missile_class"))):
        from checker.claims.bands import class_bands

        yield from class_bands(scene, quoted_by)
    if analysis.of("anniversary") or (analysis.of("counted_from") and analysis.of("count_unit")):
        from checker.claims.reckoning import anniversaries, day_counts

        yield from day_counts(scene, quoted_by)
        yield from anniversaries(scene, quoted_by)
        if len(scene.clocks) > 1:
            from checker.claims.timespans import time_counts

            yield from time_counts(scene, quoted_by)


def _may_be_unfit(scene: Scene) -> bool:
    """Whether a sentence names what is measured, has a word that is nearly a unit, or brackets behind a figure."""
    analysis = scene.analysis
    if not analysis.marks.keys().isdisjoint(_UNFIT):
        return True
    text = analysis.sentence.text.casefold()
    if scene.reads and any(sign in text for sign in _SIGNS):
        return True
    tree = analysis.lexicon.tree
    return _STEM in text and any(token.folded.startswith(_STEM) and token.folded not in tree for token in scene.tokens)


def _ranges_down(scene: Scene, quoted_by: Quoted) -> Iterator[RangeDown]:
    """Yield each range of values that runs downwards, with those that say it again."""
    from checker.figures.slips import RangeDown

    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    for quantity in scene.quantities:
        down = [read for read in (quantity.read, *quantity.conversions) if read.figure.downwards]
        if down:
            span = prose.span(tokens[down[0].number].start, tokens[down[0].unit_last - 1].end)
            again = tuple(read.figure for read in down[1:])
            yield RangeDown(down[0].figure, again, span, quoted_by(down[0].first, down[0].last))
