"""Find the hedges before a number: "at least about", "up to a range of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.language.lexicon import Mark
from checker.language.slips import one_slip

if TYPE_CHECKING:
    from checker.figures.interval import Qualifier
    from checker.language.analysis import Analysis

_LONG = 10  # letters of a word that one slip leaves recognizable


def hedges_before(analysis: Analysis, at: int) -> tuple[int, Qualifier | None, bool]:
    """Return where the hedges before a number begin, the bound among them, and whether one says "about"."""
    first, bound, about = at, None, False
    while True:
        mark = analysis.mark_ending("hedge", first) or analysis.mark_ending("both", first)
        if mark and _only_preposition(analysis, mark.first, mark.last):
            return first, bound, about
        if mark is None and first > 0 and analysis.tokens[first - 1].folded in analysis.articles:
            mark = analysis.mark_ending("hedge", first - 1)
            if mark and _compares(analysis, mark, first - 1):
                return first, bound, about
        if mark is None and first == at:
            mark = _hedge_of_noun(analysis, first)
            if mark:
                return first, (bound if mark.value == "about" else mark.value), mark.value == "about"
        mark = mark or _misspelt(analysis, first)
        if mark is None:
            return first, bound, about
        if mark.value == "about":
            about = True
        elif mark.category == "hedge":
            bound = bound or mark.value
        first = mark.first


def _misspelt(analysis: Analysis, at: int) -> Mark | None:
    """Return a long hedge that is one slip away from its spelling: "approximatly"."""
    word = analysis.folds[at - 1] if at else ""
    if len(word) < _LONG or word in analysis.lexicon.tree:
        return None
    meant = any(one_slip(word, right) for right in analysis.lexicon.words["long_hedges"])
    return Mark("hedge", "about", at - 1, at) if meant else None


def _compares(analysis: Analysis, mark: Mark, article: int) -> bool:
    """Whether "longer than the 71 minutes of" compares with a figure that is known, and hedges none."""
    words = analysis.lexicon.words
    definite = analysis.tokens[article].folded in words["definite"]
    return definite and analysis.tokens[mark.last - 1].folded in words["comparing"]


def _hedge_of_noun(analysis: Analysis, at: int) -> Mark | None:
    """Return the hedge of "up to a range of 1,500 km": it stands before the noun that the number hangs on."""
    noun = analysis.mark_ending("before", at)
    if noun is None or noun.last - noun.first < 2:
        return None
    first = noun.first
    if first > 0 and analysis.tokens[first - 1].folded in analysis.articles:
        first -= 1
    hedge = analysis.mark_ending("hedge", first)
    # "Fired up to an altitude of 2,000 km" says where it went; "up to a range of 1,500 km" is a bound.
    upward = (
        hedge and noun.value == "altitude" and analysis.tokens[hedge.first].folded in analysis.lexicon.words["upward"]
    )
    return None if upward else hedge


def _only_preposition(analysis: Analysis, first: int, last: int) -> bool:
    """Whether "over" is no hedge: "1,587 km over 132 minutes", "a flight over 4,200 miles of ocean"."""
    if last - first > 1 or analysis.tokens[first].folded not in analysis.lexicon.words["two_faced"] or first == 0:
        return False
    before = analysis.tokens[first - 1]
    flown = before.folded in analysis.lexicon.words["flown_over"]
    return flown or analysis.mark_ending("unit", first) is not None or before.text == ")"
