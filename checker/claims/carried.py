"""Figures that take what they are from the one before: by a list, by a verb that is left out, by another's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.measured import place_after

if TYPE_CHECKING:
    from checker.claims.scene import Scene
    from checker.figures.pairs import Quantity

_JOINTS = (["and"], ["or"])


def lists(scene: Scene, before: Quantity, quantity: Quantity) -> bool:
    """Whether a landing is told from a second place too: "26 km south of the border and 57 km east of Sokcho"."""
    deeds = any(before.last <= deed.first < quantity.read.first for deed in scene.deeds)
    return (
        not deeds
        and place_after(scene, quantity.last)
        and scene.analysis.mark_at("direction", quantity.last) is not None
    )


def ellipsis(scene: Scene, before: Quantity, quantity: Quantity) -> bool:
    """Whether a figure takes its verb from the one before: "flew 450 km and those of Friday 400 km"."""
    if before.read.figure.dimension != "length":
        return False
    between = scene.tokens[before.last : quantity.read.first]
    verbs = any(before.last <= deed.first < quantity.read.first for deed in scene.deeds)
    leads = scene.analysis.lexicon.words["ellipses"]
    return not verbs and any(token.folded in leads for token in between)


def said_of_it(scene: Scene, before: Quantity, quantity: Quantity) -> bool:
    """Whether a figure is another's word on the one before: "600 km (JCS) or 650 km", "; Seoul put it at 600 km"."""
    if before.read.figure.unit != quantity.read.figure.unit:
        return False
    analysis, first = scene.analysis, quantity.read.first
    if analysis.mark_ending("puts_again", first):
        return True
    at = first - 1 if analysis.mark_ending("put_at", first) else first
    verbs = any(before.last <= deed.first < first for deed in scene.deeds if deed.value != "speech")
    return analysis.signs(max(0, at - 1), at) in _JOINTS and before.last < at - 1 and not verbs
