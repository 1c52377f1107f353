"""Seas and countries that missiles were launched from, where no place of launch is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.governing import governor
from checker.claims.measured import between_places
from checker.claims.nounphrases import longest, preposition, words_of
from checker.claims.sighting import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene

_AIM_REACH = 4


def departures(scene: Scene) -> Iterator[Sighting]:
    """Yield "from the Barents Sea", "from a submarine in the White Sea", "fired from Yemen"."""
    analysis = scene.analysis
    froms = analysis.lexicon.words["from_only"]
    if froms.isdisjoint(analysis.folds):
        return
    for mark in longest(analysis.of("sea")):
        lead = preposition(scene, mark.first, froms)
        if lead is not None and _ends_there(scene, mark.last) and _launched(scene, lead, mark.last):
            yield Sighting("site", lead, mark.last, mark.value.name)
    for at in [at for at, fold in enumerate(analysis.folds) if fold in froms]:
        gap = analysis.mark_at("place_gap", at + 1)
        first = gap.last if gap else at + 1
        begin = first
        if first < len(scene.tokens) and scene.tokens[first].folded in analysis.lexicon.words["side_adjectives"]:
            first += 1
        named = first < len(scene.tokens) and scene.tokens[first].text[0].isupper()
        country = analysis.mark_at("country", first) if named else None
        told = country is not None and (gap is not None or first > begin or _right_after_verb(scene, at))
        if country and told and _ends_there(scene, country.last) and _launched(scene, at, at + 1):
            yield Sighting("site", at, country.last, words_of(scene, begin, country.last))


def _launched(scene: Scene, lead: int, last: int) -> bool:
    if scene.subject(lead) != "missile" and not scene.analysis.of("launch_noun"):
        return False
    measured = any(0 <= lead - quantity.last <= 1 for quantity in scene.quantities)
    if measured or between_places(scene, lead - 1) or sent_by(scene, lead) or governor(scene, lead, last) != "launch":
        return False
    deed = scene.nearest_left(lead, scene.deeds)
    # "Tracked the missile from the East Sea" tells where it was seen from.
    return deed is None or not scene.analysis.mark_at("detection", deed.first)


def sent_by(scene: Scene, lead: int) -> bool:
    """Whether "from" says whose something is: "on orders from Pyongyang"."""
    return lead > 0 and scene.tokens[lead - 1].folded in scene.analysis.lexicon.words["sent"]


def _ends_there(scene: Scene, at: int) -> bool:
    """Whether nothing goes on that a name would only describe: "from North Korea's coast", "from the East Sea port"."""
    if at >= len(scene.tokens):
        return True
    token, words = scene.tokens[at], scene.analysis.lexicon.words
    plain = token.kind == "p" and token.text not in {"-", "'"}
    return plain or token.folded in words["place_prepositions"] | words["time_leads"] | words["phrase_breaks"]


def _right_after_verb(scene: Scene, at: int) -> bool:
    """Whether "from" stands right behind the verb of launch, or behind what it was fired at."""
    analysis = scene.analysis
    verbs = [mark for mark in analysis.of("launch") if mark.value == "verb" and mark.last <= at]
    verb = verbs[-1] if verbs else None
    if verb is None or at - verb.last > _AIM_REACH or analysis.mark_at("launch_noun", verb.first):
        return False
    between = analysis.folds[verb.last : at]
    return not between or between[0] in analysis.lexicon.words["aims"] | analysis.lexicon.words["towards"]
