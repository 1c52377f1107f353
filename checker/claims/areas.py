"""Where a missile came down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.clauses import done_by_another, flown_by_another
from checker.claims.nounphrases import longest, phrase_end, preposition, words_of
from checker.claims.sighting import Sighting
from checker.claims.targets import able, fired_there, targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

_AFTER_VERB = 2
_LANDED_REACH = 8
_FROM_REACH = 5


def areas(scene: Scene) -> Iterator[Sighting]:
    """Yield the waters and the land that missiles of a sentence fell into, or were fired toward."""
    covered = -1
    analysis = scene.analysis
    speakers = analysis.of("speaker")
    for mark in longest(analysis.of("sea", "sea_phrase")):
        spoken = any(other.first <= mark.first and mark.last <= other.last for other in speakers)
        lead = None if mark.first < covered or spoken else _lead(scene, mark)
        if lead is None:
            continue
        last = _whole(scene, mark.last)
        value, entity = (mark.value.name, mark.value.id) if mark.category == "sea" else (None, None)
        value = value or words_of(scene, _named_from(scene, mark), last)
        yield Sighting("impact_area", lead, last, value, entity=entity)
        covered = last
    yield from _land(scene)
    yield from targets(scene)


def _named_from(scene: Scene, mark: Mark) -> int:
    """Return where the name of a sea that no list has begins: "the East Frisian Sea", of which only "Sea" is a word."""
    tokens, at = scene.tokens, mark.first
    if mark.category == "sea" or mark.last > at + 1 or not tokens[at].text[0].isupper():
        return at
    while at > 0 and tokens[at - 1].kind == "w" and tokens[at - 1].text[0].isupper():
        at -= 1
    return at


def _whole(scene: Scene, last: int) -> int:
    """Return the token after the phrase that says which waters: "off Hokkaido", "between Korea and Japan"."""
    analysis, tokens = scene.analysis, scene.tokens
    tail = analysis.mark_at("sea_tail", last)
    if tail is None:
        return last
    figure = next((q for q in scene.quantities if q.read.first in {tail.first, tail.last}), None)
    if figure:
        return last
    if tokens[tail.last - 1].folded in analysis.lexicon.words["sides"]:
        return tail.last
    end = phrase_end(scene, tail.last)
    zone = next((mark.first for mark in analysis.of("zone_sea") if tail.last <= mark.first <= end), None)
    if zone is not None:
        # "the Sea of Japan outside Japan's exclusive economic zone": on which side of the zone is a claim of its own.
        sides = analysis.lexicon.words["zone_sides"]
        end = next((at for at in range(tail.last, zone) if tokens[at].folded in sides), end)
    while (
        end > tail.last and tokens[end - 1].folded in analysis.lexicon.words["place_prepositions"] | analysis.articles
    ):
        end -= 1
    return end if end > tail.last else last


def _lead(scene: Scene, mark: Mark) -> int | None:
    analysis = scene.analysis
    lead = preposition(scene, _named_from(scene, mark), analysis.lexicon.words["into_words"])
    if lead is None:
        return _target(scene, mark)
    if analysis.mark_at("city_word", mark.last) or _compound(scene, mark.last):
        return None
    if analysis.mark_ending("zone_sea", lead) or able(scene, lead):
        return None
    if any(m.last == lead for m in analysis.of("site_phrase")):
        return None
    if flown_by_another(scene, lead) or (scene.subject(lead) != "missile" and not analysis.of("launch_noun")):
        return None
    landed = any(0 <= lead - verb.last < _LANDED_REACH for verb in analysis.of("landing"))
    if landed:
        return lead
    toward = scene.tokens[lead].folded in analysis.lexicon.words["sea_leads"]
    if not toward and (_from_before(scene, lead) or analysis.mark_ending("site", lead)):
        return None
    return lead if fired_there(scene, lead) else None


def _from_before(scene: Scene, lead: int) -> bool:
    """Whether "near the coast" only says where "from" is: nothing but a short phrase stands between them."""
    before = [token.folded for token in scene.tokens[max(0, lead - _FROM_REACH) : lead]]
    return bool(scene.analysis.lexicon.words["from_only"] & set(before))


def _compound(scene: Scene, last: int) -> bool:
    """Whether words for waters are only the first half of a noun: "a sea target", "a sea-based missile"."""
    tokens = scene.tokens
    hyphened = last < len(tokens) and tokens[last].text == "-" and not tokens[last].spaced
    return scene.analysis.mark_at("sea_else", last + hyphened) is not None


def _target(scene: Scene, mark: Mark) -> int | None:
    """Return where "hit the target area" puts the area: the verb stands right before it."""
    if _compound(scene, mark.last):
        return None
    at = mark.first
    while at > 0 and scene.tokens[at - 1].folded in scene.analysis.articles:
        at -= 1
    verb = scene.analysis.mark_ending("landing", at)
    return at if verb and scene.subject(mark.first) == "missile" else None


def _land(scene: Scene) -> Iterator[Sighting]:
    """Yield what a verb of landing puts a missile into, where it is no sea: "landed in an open field"."""
    analysis, tokens = scene.analysis, scene.tokens
    words = analysis.lexicon.words
    for verb in longest(analysis.of("landed")):
        near = range(verb.last, min(verb.last + _AFTER_VERB, len(tokens)))
        at = next((i for i in near if tokens[i].folded in words["onto_words"]), None)
        if at is None or scene.subject(verb.first) != "missile" or done_by_another(scene, verb):
            continue
        if analysis.mark_ending("counterfactual", at + 1):  # "landed nowhere near Guam"
            continue
        if at + 1 >= len(tokens):
            continue
        # "Landed in the "designated area": the quotation is the phrase.
        first = at + 1 + (tokens[at + 1].folded in analysis.articles)
        first = first + 1 if first < len(tokens) and tokens[first].text == '"' else at + 1
        last = phrase_end(scene, first)
        taken = any(m.first < last and at < m.last for m in analysis.of(*_NO_LAND))
        numbered = any(at <= q.read.first < last for q in scene.quantities) or tokens[at + 1 : at + 2][0].kind == "n"
        if last > first and not taken and not numbered:
            yield Sighting("impact_area", at, last, words_of(scene, first, last))


_NO_LAND = ("sea", "sea_phrase", "zone_sea", "no_place", "month", "weekday", "missile")
