"""Which verb or noun a date, weekday, clock time or place belongs to: a launch, something said, or something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from checker.claims.clauses import done_by_another

if TYPE_CHECKING:
    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

Governor: TypeAlias = Literal["launch", "landing", "speech", "other"]
_POSSESSIVE_REACH = 6
_ASIDE_LEAD = 3


def governor(scene: Scene, first: int, last: int) -> Governor | None:
    """Return what the words in tokens `first` to `last` belong to, or None where nothing governs them."""
    analysis, tokens = scene.analysis, scene.tokens
    found = scene.deeds
    if last < len(tokens) and tokens[last].folded in analysis.lexicon.words["possessives"]:
        nouns = [mark for mark in found if last < mark.first <= last + _POSSESSIVE_REACH]
        missiles = [mark for mark in analysis.of("missile") if last < mark.first <= last + _POSSESSIVE_REACH]
        if missiles or any(mark.value == "launch" for mark in nouns):
            return "launch"
        return nouns[0].value if nouns else None
    start = first
    leads = analysis.lexicon.words["time_leads"]
    while start > 0 and (
        tokens[start - 1].folded in leads or tokens[start - 1].text in {",", "("} or start - 1 in scene.timed
    ):
        start -= 1
    right = scene.nearest_right(last, found)
    if right and start and tokens[start - 1].folded in analysis.lexicon.words["clause_openers"]:
        return _of(scene, right)
    skipped = last
    while skipped < len(tokens) and tokens[skipped].folded in analysis.lexicon.words["time_tails"]:
        skipped += 1
    left = scene.nearest_left(start, found)
    beside = right is not None and right.first <= skipped and not (left and left.last == start)
    if right and beside and (right.value != "other" or left is None):
        return _of(scene, right)
    if left:
        return _of(scene, left)
    right = scene.nearest_right(max(last, _behind_aside(scene, skipped)), found) or right
    return _of(scene, right) if right else None


def _behind_aside(scene: Scene, at: int) -> int:
    """Return the token after a clause set off behind words, or `at`: "Late on Sunday, long after dark, ..."."""
    tokens, words = scene.tokens, scene.analysis.lexicon.words
    if not at or tokens[at - 1].text != ",":
        return at
    if not any(token.folded in words["subordinators"] for token in tokens[at : at + _ASIDE_LEAD]):
        return at
    return next((index + 1 for index in range(at, len(tokens)) if tokens[index].text == ","), at)


def _of(scene: Scene, deed: Mark) -> Governor:
    """Return what a deed is: that of a plane or a minister is another."""
    if deed.value in {"launch", "landing"} and done_by_another(scene, deed):
        return "other"
    return deed.value  # type: ignore[no-any-return]
