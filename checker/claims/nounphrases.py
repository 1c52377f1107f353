"""What stands before a noun: the preposition it hangs on, and hedges such as "apparent"; and how far a place goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.scene import Scene
    from checker.figures.interval import Qualifier
    from checker.language.lexicon import Mark

_LEAD = 9
_HEDGE_REACH = 7
_DEED_REACH = 4
_BELIEF_REACH = 10
_LONGEST = 9


def preposition(scene: Scene, first: int, words: frozenset[str]) -> int | None:
    """Return the token of the preposition that a noun hangs on, past articles, adjectives, "the port city of"."""
    analysis, tokens = scene.analysis, scene.tokens
    leads = analysis.lexicon.words["place_leads"]
    at = first - 1
    while at >= 0 and first - at <= _LEAD:
        token = tokens[at]
        if token.folded in words and token.spaced:
            return at
        passed = analysis.mark_ending("country", at + 1) or analysis.mark_ending("place_gap", at + 1)
        if passed:
            at = passed.first - 1
        elif token.folded in leads or token.text in {"-", "'", '"'}:
            at -= 1
        else:
            return None
    return None


def hedged(scene: Scene, first: int) -> tuple[int, Qualifier]:
    """Return where a hedge such as "apparent" or "what may be a" begins before a token, and whether there is one."""
    at, about, listed = first, False, False
    leads = scene.analysis.lexicon.words["noun_leads"]
    while at > 0:
        mark = scene.analysis.mark_ending("guess", at)
        if mark:
            at, about = mark.first, True
        elif first - at < _HEDGE_REACH and (scene.tokens[at - 1].folded in leads or _name_before(scene, at)):
            at -= 1
        elif first - at < _HEDGE_REACH and _other_name(scene, at):
            at, listed = at - 1, True
        else:
            break
    if about:
        return (first if listed else at), "about"
    return first, ("about" if _unsure_deed(scene, at) or _believed(scene, at) else "exact")


def _unsure_deed(scene: Scene, at: int) -> bool:
    """Whether what was fired is as unsure as the firing: "may have tested a Hwasong-12"."""
    verb = scene.analysis.mark_ending("launch", at)
    guess = verb and scene.nearest_left(verb.first, scene.analysis.of("guess_deed"))
    return bool(verb and verb.value == "verb" and guess and verb.first - guess.last <= _DEED_REACH)


def _believed(scene: Scene, at: int) -> bool:
    """Whether somebody only believes that it "was a Hwasong-12"."""
    words = scene.analysis.lexicon.words
    if at == 0 or scene.tokens[at - 1].folded not in words["copulas"]:
        return False
    belief = scene.nearest_left(at, scene.analysis.of("belief"))
    return belief is not None and at - belief.last <= _BELIEF_REACH


def _name_before(scene: Scene, at: int) -> bool:
    """Whether a missile's name or class stands right before: "an apparent Hwasong-12 intermediate-range missile"."""
    return any(mark.first < at <= mark.last for mark in scene.analysis.of("missile_name", "missile_class"))


def _other_name(scene: Scene, at: int) -> bool:
    """Whether an "or" ends there that a missile's name stands before: "a Musudan or a Scud-ER"."""
    return scene.tokens[at - 1].folded in scene.analysis.lexicon.words["alternatives"] and _name_before(scene, at - 1)


def words_of(scene: Scene, first: int, last: int) -> str:
    """Return the folded text of tokens `first` to `last`."""
    return scene.analysis.sentence.prose.text[scene.tokens[first].start : scene.tokens[last - 1].end]


def longest(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks without those that overlap a longer one, or an earlier one of the same length."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.first - mark.last, mark.first)):
        if all(mark.last <= other.first or other.last <= mark.first for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.first)


def phrase_end(scene: Scene, first: int) -> int:
    """Return the token after a phrase of place that begins at a token: "waters off northern and eastern Taiwan"."""
    tokens = scene.tokens
    breaks = scene.analysis.lexicon.words["phrase_breaks"]
    at = first
    while at < len(tokens) and at - first < _LONGEST:
        token = tokens[at]
        paired = token.folded in scene.analysis.lexicon.words["joins"] and _between_open(scene, first, at)
        stop = token.text in _STOPS or at in scene.timed
        stop = stop or (token.folded in scene.analysis.lexicon.words["pairing"] and at + 1 in scene.timed)
        stop = stop or (at > first and token.folded in breaks and not paired)
        if stop and not _between_sides(scene, at):
            break
        at += 1
    return at


_STOPS = frozenset({",", ".", ";", ":", "(", ")", "\u2014", "\u2013", '"'})


def _between_sides(scene: Scene, at: int) -> bool:
    """Whether a comma or an "and" parts two sides of one place: "northern, southern and eastern Taiwan"."""
    sides, tokens = scene.analysis.lexicon.words["side_adjectives"], scene.tokens
    return 0 < at < len(tokens) - 1 and tokens[at - 1].folded in sides and tokens[at + 1].folded in sides


def _between_open(scene: Scene, first: int, at: int) -> bool:
    """Whether an "and" belongs to the "between" that opens the phrase."""
    before = [token.folded for token in scene.tokens[max(0, first - 2) : at]]
    words = scene.analysis.lexicon.words
    return bool(words["pairing"] & set(before)) and words["joins"].isdisjoint(before)
