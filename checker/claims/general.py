"""Sentences that tell of missiles in general, or of launches in the past, and of none that the text is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

_BEFORE_NOUN = 3
_ADVERBS = 2
_RELATIVE = 12


def general(scene: Scene) -> bool:
    """Whether a sentence says what missiles do, and not what one did: "A KN-24 flies 410 km"."""
    analysis, words = scene.analysis, scene.analysis.lexicon.words
    if scene.timed or analysis.of("weekday", "day_word"):
        return False
    launched = any(mark.value == "verb" for mark in analysis.of("launch"))
    told = {token.folded for token in scene.tokens}
    if not launched and not told.isdisjoint(words["generally"]):
        return True
    if not launched and not told.isdisjoint(words["inventories"]) and not told.isdisjoint(words["includes"]):
        return True
    openings = [0, *(_past_that(scene, mark.last) for mark in analysis.of("speech") if mark.value == "verb")]
    return any(_habit(scene, at) for at in openings) or (not launched and _equation(scene))


def _past_that(scene: Scene, at: int) -> int:
    """Return the token after "said that", or after "said"."""
    opens = scene.analysis.lexicon.words["clause_openers"]
    return at + 1 if at < len(scene.tokens) and scene.tokens[at].folded in opens else at


def _habit(scene: Scene, at: int) -> bool:
    """Whether a statement opens with any missile of a sort, or missiles, and its verb is in the present."""
    words, tokens = scene.analysis.lexicon.words, scene.tokens
    if at >= len(tokens) or tokens[at].folded in words["anaphors"]:
        return False
    led = tokens[at].folded in words["articles"]
    noun = _noun(scene, at + led)
    if noun is None or noun.last >= len(tokens):
        return False
    named = noun.category == "missile_name"
    many = not named and not led and tokens[noun.last - 1].folded.endswith("s")
    if not (many or named or tokens[at].folded in words["one_articles"]):
        return False
    verb = _verb(scene, noun.last)
    deeds = [mark for mark in scene.analysis.of("launch") if mark.value == "verb"]
    return verb is not None and all(noun.last <= deed.first < verb for deed in deeds)


def _verb(scene: Scene, at: int) -> int | None:
    """Return the verb in the present that follows a noun: at once, or past "that are fired at a steep angle"."""
    words, tokens = scene.analysis.lexicon.words, scene.tokens
    modified = tokens[at].folded in words["relatives"] or scene.analysis.mark_at("launch", at) is not None
    for index in range(at, min(at + (_RELATIVE if modified else _ADVERBS), len(tokens))):
        if tokens[index].folded in words["present_flights"]:
            return index
        if tokens[index].kind == "p" or not (modified or tokens[index].folded in words["hedging_adverbs"]):
            return None
    return None


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


def in_the_perfect(scene: Scene, before: int | None = None) -> bool:
    """Whether a sentence only tells that missiles have been launched, on no day: "has also tested an ICBM".

    Verbs from token `before` on are those of a clause that compares.
    """
    analysis, words = scene.analysis, scene.analysis.lexicon.words
    if scene.timed or analysis.of("weekday", "day_word"):
        return False
    verbs = [m for m in analysis.of("launch") if m.value == "verb" and (before is None or m.first < before)]
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
