"""Sentences that tell of missiles in general, or of launches in the past, and of none that the text is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

_BEFORE_NOUN = 3
_ADVERBS = 2


def general(scene: Scene) -> bool:
    """Whether a sentence says what missiles do, and not what one did: "A KN-24 flies 410 km"."""
    analysis, words = scene.analysis, scene.analysis.lexicon.words
    if scene.timed or analysis.of("weekday", "day_word") or any(m.value == "verb" for m in analysis.of("launch")):
        return False
    told = {token.folded for token in scene.tokens}
    if not told.isdisjoint(words["generally"]):
        return True
    if not told.isdisjoint(words["inventories"]) and not told.isdisjoint(words["includes"]):
        return True
    return _habit(scene) or _equation(scene)


def _habit(scene: Scene) -> bool:
    """Whether a sentence opens with any missile of a sort, or missiles, and a verb in the present."""
    words, tokens = scene.analysis.lexicon.words, scene.tokens
    led = tokens[0].folded in words["articles"]
    noun = _noun(scene, int(led))
    if noun is None or noun.last >= len(tokens):
        return False
    last = tokens[noun.last - 1].folded
    plural = noun.category != "missile_name" and last.endswith("s")
    if not (plural and not led) and tokens[0].folded not in words["one_articles"] and noun.category != "missile_name":
        return False
    following = [token.folded for token in tokens[noun.last : noun.last + _ADVERBS]]
    adverbs = words["hedging_adverbs"]
    verb = following[0] if following[0] not in adverbs else following[-1]
    return verb in words["present_flights"]


def _noun(scene: Scene, at: int) -> Mark | None:
    """Return the missile that a sentence opens with: the last noun of a run."""
    nouns = scene.analysis.of("missile_name", "missile_class", "missile")
    near = [m for m in nouns if m.value != "weak" and at <= m.first <= at + _BEFORE_NOUN]
    return max(near, key=lambda mark: mark.last, default=None)


def _equation(scene: Scene) -> bool:
    """Whether a sentence opens with a figure and says what it is: "Mach 10 is ten times the speed of sound"."""
    read = scene.reads[0] if scene.reads else None
    if read is None or read.first:
        return False
    quantity = scene.quantities[0]
    at = quantity.last
    while at < len(scene.tokens) and scene.tokens[at].text in {")", "]", ","}:
        at += 1
    return at < len(scene.tokens) and scene.tokens[at].folded in scene.analysis.lexicon.words["equals"]


def in_the_perfect(scene: Scene) -> bool:
    """Whether a sentence only tells that missiles have been launched, on no day: "has also tested an ICBM"."""
    analysis, words = scene.analysis, scene.analysis.lexicon.words
    if scene.timed or analysis.of("weekday", "day_word"):
        return False
    verbs = [mark for mark in analysis.of("launch") if mark.value == "verb"]
    return bool(verbs) and all(_has(scene, verb, words["perfects"]) for verb in verbs)


def _has(scene: Scene, verb: Mark, perfects: frozenset[str]) -> bool:
    before = scene.tokens[max(0, verb.first - _BEFORE_NOUN) : verb.first]
    return any(token.folded in perfects for token in before)


def in_the_past(scene: Scene) -> bool:
    """Whether a sentence tells, in the simple past, that a missile was launched."""
    words = scene.analysis.lexicon.words
    return any(
        mark.value == "verb"
        and scene.tokens[mark.last - 1].folded.endswith(tuple(words["verb_endings"]))
        and not _has(scene, mark, words["perfects"])
        for mark in scene.analysis.of("launch")
    )
