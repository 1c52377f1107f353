"""Whose flight a verb tells of: by the noun that is its subject, or that it acts on, and not by the nearest mention."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

_Noun: TypeAlias = Literal["missile", "other"]

_REACH = 24
_CHAIN = 3
_OBJECT_REACH = 6
_LIST_REACH = 4
_PREPOSITION_REACH = 4
# A satellite flies by a missile's launch; what the artillery fires is told by the nearest mention.
_VERB_OF = "verb of"
_LAUNCHED = frozenset({"space", "artillery", "defence"})


def flown_by_another(scene: Scene, at: int) -> bool:
    """Whether a figure at a token belongs to a verb that says what a train, a minister or a plane did."""
    verb = _verb_of(scene, at)
    return verb is not None and done_by_another(scene, verb)


def flown_by_missile(scene: Scene, at: int) -> bool:
    """Whether a figure at a token belongs to a verb whose subject is a missile, whatever was named since."""
    verb = _verb_of(scene, at)
    if verb is None or _any_within(scene.turn_starts, verb.last, at):
        return False
    return _subject(scene, verb, _CHAIN) == "missile"


def _verb_of(scene: Scene, at: int) -> Mark | None:
    noted, key = scene.analysis.noted, (_VERB_OF, at)
    if key in noted:
        known: Mark | None = noted[key]
        return known
    found = noted[key] = _find_verb(scene, at)
    return found


def _find_verb(scene: Scene, at: int) -> Mark | None:
    verb = scene.nearest_left(at, scene.flights)
    if verb is None or at - verb.last > _REACH:
        return None
    return None if _any_within(scene.missile_starts, verb.last, at) else verb


def _any_within(starts: Sequence[int], first: int, last: int) -> bool:
    """Whether one of some tokens, in order, lies from `first` on and before `last`."""
    at = bisect_left(starts, first)
    return at < len(starts) and starts[at] < last


def done_by_another(scene: Scene, verb: Mark) -> bool:
    """Whether a verb of launch, flight or landing has for its subject or object what is no missile."""
    if not any(mark.first == verb.first for mark in scene.flights):
        return False
    return _acts_on_another(scene, verb) or _subject(scene, verb, _CHAIN) == "other"


def _acts_on_another(scene: Scene, verb: Mark) -> bool:
    """Whether what was flown or fired is named right after: "flew two bombers", "launched drones"."""
    if not (_fires(scene, verb) or scene.analysis.mark_at("flown", verb.first)):
        return False
    for mark in scene.subjects:
        if verb.last <= mark.first <= verb.last + _OBJECT_REACH:
            between = scene.tokens[verb.last : mark.first]
            plain = all(token.kind != "p" or token.text == "-" for token in between)
            verbs = any(verb.last <= deed.first < mark.first for deed in scene.deeds)
            missile = _any_within(scene.missile_starts, mark.last, mark.last + _OBJECT_REACH + 1)
            return plain and not verbs and not missile and _is_another(mark)
    return False


def _subject(scene: Scene, verb: Mark, chain: int) -> _Noun | None:
    """Look left of a verb for its subject: past auxiliaries, what stands between commas, and an earlier verb.

    Who fires is no subject of the flight; what is fired is.
    """
    analysis, tokens = scene.analysis, scene.tokens
    at, passive = verb.first, False
    while at > 0 and (lead := analysis.mark_ending("subject_gap", at)):
        passive = passive or lead.value == "passive"
        at = lead.first
    if _fires(scene, verb) and not passive:
        return None
    noun = _noun_ending(scene, at)
    participle = analysis.mark_at("participle", verb.first) is not None
    if noun is None and at > 0 and tokens[at - 1].text == "," and not participle:
        opening = max((index for index in range(at - 1) if tokens[index].text == ","), default=0)
        noun = _noun_ending(scene, opening)
    if noun:
        return noun
    earlier = scene.nearest_left(at, scene.acts)
    if not chain or earlier is None or earlier.value == "speech" or _missile_between(scene, earlier.last, at):
        return None
    listed = analysis.signs(max(0, at - 1), at) == ["and"]
    measure = at > 0 and tokens[at - 1].folded in analysis.articles
    if not (participle or listed or (measure and any(mark.first == earlier.first for mark in scene.flights))):
        return None
    return _subject(scene, earlier, chain - 1)


def _missile_between(scene: Scene, first: int, last: int) -> bool:
    """Whether a missile is named between two tokens that could be what flies, and not one that is only avoided."""
    marks = [mark for mark in scene.missiles if first <= mark.first < last]
    return any(not scene.analysis.mark_ending("shunned", mark.first) for mark in marks)


def _fires(scene: Scene, verb: Mark) -> bool:
    """Whether a verb has what flies for its object, "launched", and not for its subject, "took off"."""
    launch = scene.analysis.mark_at("launch", verb.first)
    return launch is not None and launch.value == "verb" and not scene.analysis.mark_at("rising", verb.first)


def _noun_ending(scene: Scene, at: int) -> _Noun | None:
    """Return what the noun before a token is, a person's name after it left off; None for one that is neither."""
    analysis, tokens = scene.analysis, scene.tokens
    for mark in scene.missiles:
        if mark.last == at:
            carried = analysis.mark_ending("shunned", mark.first)
            return _noun_ending(scene, carried.first) if carried else "missile"
    start = at
    while start > 0 and tokens[start - 1].text[0].isupper() and not analysis.mark_ending("other_actor", start):
        if analysis.mark_ending("country", start):
            return None
        start -= 1
    actor = analysis.mark_ending("other_actor", start)
    other = actor or analysis.mark_ending("other_subject", at) or analysis.mark_ending("missile_thing", at)
    if other is None or not (actor or _is_another(other)) or _hangs(scene, other.first):
        return None
    if any(0 < other.first - mark.last <= _LIST_REACH for mark in scene.missiles) and _joined(scene, other.first):
        return None
    return "other"


def _joined(scene: Scene, first: int) -> bool:
    """Whether a noun is the second of a list: "12 missiles and 30 drones"."""
    before = scene.tokens[max(0, first - _LIST_REACH) : first]
    return any(token.folded in scene.analysis.lexicon.words["joins"] for token in before)


def _is_another(mark: Mark) -> bool:
    return mark.category not in {"missile", "missile_name"} and mark.value not in _LAUNCHED


def _hangs(scene: Scene, first: int) -> bool:
    """Whether a noun hangs on a preposition that is none of a date or clock time: "from a truck"."""
    words = scene.analysis.lexicon.words
    hanging = words["object_prepositions"] | words["of"] | words["towards"]
    for at in range(first - 1, max(-1, first - 1 - _PREPOSITION_REACH), -1):
        token = scene.tokens[at]
        if token.kind == "p" and token.text not in {"-", "."}:
            return False
        if token.folded in hanging:
            return at + 1 not in scene.timed and at not in scene.timed
    return False
