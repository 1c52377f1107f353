"""What missiles were aimed at, where it has a name on land: test ranges, atolls, and the place of "a target"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.clauses import flown_by_another
from checker.claims.governing import governor
from checker.claims.nounphrases import longest, phrase_end, preposition, words_of
from checker.claims.sighting import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

_ABLE_REACH = 8
_TARGET_REACH = 4


def targets(scene: Scene) -> Iterator[Sighting]:
    """Yield "to the Kwajalein Atoll", and the "in Kamchatka" of "hit a target in Kamchatka"."""
    covered = -1
    for noun in longest(scene.analysis.of("target_noun")):
        place = _place_of(scene, noun)
        if place:
            at, named, covered = place
            yield Sighting("impact_area", at, covered, words_of(scene, named, covered))
    ranges = [mark for mark in scene.analysis.of("site") if mark.value.kind == "target"]
    for mark in longest(ranges):
        if mark.first < covered:
            continue
        lead = _struck(scene, mark)
        if lead is None:
            lead = preposition(scene, mark.first, scene.analysis.lexicon.words["toward_words"])
            lead = lead if lead is not None and fired_there(scene, lead) else None
        if lead is not None and not able(scene, lead) and _by_missile(scene, lead):
            yield Sighting("impact_area", lead, mark.last, words_of(scene, mark.first, mark.last))


def _struck(scene: Scene, mark: Mark) -> int | None:
    """Return where a place begins that a verb of hitting has for its object: "hit the Kura range"."""
    at = mark.first
    while at > 0 and scene.tokens[at - 1].folded in scene.analysis.articles:
        at -= 1
    return at if scene.analysis.mark_ending("hitting", at) else None


def able(scene: Scene, lead: int) -> bool:
    """Whether a place is only what a missile could reach."""
    ability = scene.nearest_left(lead, scene.analysis.of("ability"))
    if ability is None or lead - ability.last > _ABLE_REACH:
        return False
    return not any(ability.last < deed.first < lead and deed.value == "landing" for deed in scene.deeds)


def fired_there(scene: Scene, lead: int) -> bool:
    """Whether a place hangs on a verb of launch or landing, past "which carried a warhead" and "called Taepodong"."""
    kind = governor(scene, lead, lead + 1)
    if kind not in {"other", "speech"}:
        return kind is not None
    words = scene.analysis.lexicon.words
    verb = scene.nearest_left(lead, scene.deeds)
    if verb is None or scene.tokens[verb.first].folded not in words["describing"]:
        return False
    earlier = scene.nearest_left(verb.first, scene.deeds)
    return earlier is not None and earlier.value in {"launch", "landing"}


def _by_missile(scene: Scene, lead: int) -> bool:
    """Whether a missile flies there: one that is named before, or none, where the text is about one."""
    if scene.subject(lead) != "missile" or flown_by_another(scene, lead):
        return False
    return not scene.missiles or scene.missiles[0].first < lead


def _place_of(scene: Scene, noun: Mark) -> tuple[int, int, int] | None:
    """Return the preposition, the start and the end of a place where the target is that a missile was fired at."""
    analysis, tokens, words = scene.analysis, scene.tokens, scene.analysis.lexicon.words
    at = noun.last
    if at + 1 >= len(tokens) or tokens[at].folded not in words["target_places"] or not _aimed_at(scene, noun):
        return None
    named = at + 1 + (tokens[at + 1].folded in words["articles"])
    if named >= len(tokens) or not tokens[named].text[0].isupper() or named in scene.timed:
        return None
    if analysis.mark_at("month", named) or analysis.mark_at("weekday", named) or analysis.mark_at("sea", named):
        return None
    if not _by_missile(scene, at) or able(scene, at):
        return None
    return at, named, phrase_end(scene, named)


def _aimed_at(scene: Scene, noun: Mark) -> bool:
    """Whether a target is what a verb of landing struck, or what something was fired at."""
    analysis, tokens = scene.analysis, scene.tokens
    for at in range(noun.first, max(0, noun.first - _TARGET_REACH), -1):
        if analysis.mark_ending("hitting", at):
            return True
        if tokens[at - 1].folded in analysis.lexicon.words["aims"]:
            return governor(scene, at - 1, at) == "launch"
        if tokens[at - 1].kind != "w":
            return False
    return False
