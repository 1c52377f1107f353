"""What a length is: distance flown, apogee, reach, the landing's distance from a place, or none of a missile's.

The figure is given to the cue that governs it: a word that stands at it ("1,000 km high", "an apogee of 50 km")
before the verb of its clause ("flew 1,000 km"), and that before anything farther away. A length without a cue is
`other_distance`, never a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.carried import ellipsis, lists, said_of_it
from checker.claims.measured import beside_place, between_places, from_launch, place_after, told_place, width_of_zone
from checker.claims.sighting import Sighting, of_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.claim import Kind, Modality
    from checker.claims.scene import Scene
    from checker.figures.pairs import Quantity
    from checker.language.lexicon import Mark

_CLOSE = 3
_REACH = 24
_AFTER = 2
_QUOTES = frozenset("'\"")
_DASHES = frozenset("-\u2013\u2014")
_ABILITY_REACH = 12
_RELATIVE_REACH = 6
_BURST_REACH = 8
_PUT, _LAUNCH_REACH = 2, 4
_OPENING = 2


def lengths(scene: Scene) -> Iterator[Sighting]:
    """Yield a sighting for each length of a sentence."""
    last: tuple[Quantity, Kind] | None = None
    for index, quantity in enumerate(scene.quantities):
        if quantity.read.figure.dimension == "length":
            before = scene.quantities[index - 1] if index else None
            kind, modality, basis = _kind(scene, quantity, before)
            if (
                kind == "other_distance"
                and last
                and last[1] == "distance_from_place"
                and lists(scene, last[0], quantity)
            ):
                kind = last[1]
            last = quantity, kind
            sighting = of_quantity(kind, quantity, modality=modality, basis=basis)
            yield sighting._replace(entity=told_place(scene, quantity)) if kind == "distance_from_place" else sighting


def _kind(scene: Scene, quantity: Quantity, before: Quantity | None) -> tuple[Kind, Modality | None, str | None]:
    first = quantity.read.first
    cue = _cue(scene, quantity, before)
    if cue == "altitude" and _capable(scene, first):
        cue = "capability_range"
    if cue in {"range", "altitude", "capability_range", "distance_from_place"} and scene.subject(first) != "missile":
        return "other_distance", None, None
    basis = "standard trajectory" if scene.analysis.of("standard_trajectory") else None
    if cue == "range" and scene.winding:
        basis = "path length"
    if cue == "altitude" and _bursts(scene, first):
        return cue, None, "burst"
    if cue == "range":
        if _capable(scene, first):
            return "capability_range", None, basis
        return "range", None, basis
    if cue == "capability_range":
        return "capability_range", None, basis
    return cue, None, None


def _bursts(scene: Scene, first: int) -> bool:
    """Whether a height is where a warhead went off: "exploded at an altitude of 800 m"."""
    bursts = scene.analysis.lexicon.words["bursts"]
    return any(token.folded in bursts for token in scene.tokens[max(0, first - _BURST_REACH) : first])


def _cue(scene: Scene, quantity: Quantity, before: Quantity | None) -> Kind:
    """Return the kind that the words give, whatever the subject: first what stands at the figure, then the verb."""
    lead, after = _lead(scene, quantity), _after(scene, quantity)
    return (
        _by_word_after(scene, quantity, lead, after)
        or _by_word_before(scene, quantity, lead)
        or _by_verb(scene, quantity, before, after)
    )


def _by_word_after(scene: Scene, quantity: Quantity, lead: Mark | None, after: Mark | None) -> Kind | None:
    """Decide by "high", "-range", "wide" behind the figure, unless an altitude is named before it."""
    if after is None or (lead and lead.value == "altitude" and not _is_spent(scene, lead)):
        return None
    if after.value == "capability":
        if lead and lead.value == "altitude":
            return "range"
        return "range" if _flown_before_noun(scene, quantity.read.first) else "capability_range"
    return {"altitude": "altitude", "other": "other_distance"}.get(str(after.value))  # type: ignore[return-value]


def _is_spent(scene: Scene, lead: Mark) -> bool:
    """Whether a noun belongs to the figure before it: "4,475 km apogee, 950 km range"."""
    return any(lead.first in {quantity.read.last, quantity.last} for quantity in scene.quantities)


def _by_word_before(scene: Scene, quantity: Quantity, lead: Mark | None) -> Kind | None:
    """Decide by "an apogee of", "flew" close before the figure, unless it is measured from a place."""
    if lead is None or quantity.read.first - lead.last > _CLOSE:
        return None
    kind = _of_lead(scene, lead)
    if kind == "range" and any(lead.first in {zone.last, zone.last + 1} for zone in scene.analysis.of("zone_sea")):
        return "other_distance"  # "Japan's zone covers waters within 370 km"
    return None if kind == "range" and place_after(scene, quantity.last) else kind


def _by_verb(scene: Scene, quantity: Quantity, before: Quantity | None, after: Mark | None) -> Kind:
    """Decide by the verb or noun that governs the clause, and by what the figure is measured from."""
    if width_of_zone(scene, quantity.read.first):
        return "other_distance"
    if from_launch(scene, quantity.last):
        return "range"
    placed = place_after(scene, quantity.last)
    governor = _governor(scene, quantity.read.first, before, placed=placed) or _relative(scene, quantity.last)
    if governor != "landing" and scene.analysis.mark_at("falling_short", quantity.last):
        return "other_distance"
    if governor is None and before is not None and ellipsis(scene, before, quantity):
        return _cue(scene, before, None)
    if before is not None and not placed and said_of_it(scene, before, quantity):
        return _cue(scene, before, None)
    if placed and governor is None and _opens_landing(scene, quantity):
        governor = "landing"
    if placed:
        return (
            "other_distance" if beside_place(scene, quantity) else _MEASURED_FROM.get(str(governor), "other_distance")
        )
    if governor == "landing":
        return "range" if scene.analysis.mark_at("direction", quantity.last) else "other_distance"
    if after and after.value == "range":
        return "range"
    return _GOVERNED.get(str(governor), "other_distance")


def _opens_landing(scene: Scene, quantity: Quantity) -> bool:
    """Whether a sentence opens with where its missile came down: "At less than 60 km from Sokcho, the landing was"."""
    landing = scene.nearest_right(quantity.last, scene.analysis.of("landing"))
    if quantity.read.first > _OPENING or landing is None:
        return False
    before = [deed for deed in scene.deeds if deed.first < landing.first and deed.value != "landing"]
    return not before and any(token.text == "," for token in scene.tokens[quantity.last : landing.first])


def _relative(scene: Scene, last: int) -> str | None:
    """Return the verb of "600 km that the missile covered"."""
    tokens = scene.tokens
    if last >= len(tokens) or tokens[last].folded not in scene.analysis.lexicon.words["relatives"]:
        return None
    verb = scene.nearest_right(last, [m for m in scene.analysis.of("before") if m.value in {"range", "altitude"}])
    return str(verb.value) if verb and verb.first - last <= _RELATIVE_REACH else None


_MEASURED_FROM: dict[str, Kind] = {
    "landing": "distance_from_place",
    "waters": "distance_from_place",
    "range": "range",
}
_GOVERNED: dict[str, Kind] = {"range": "range", "altitude": "altitude", "capability": "capability_range"}


def _lead(scene: Scene, quantity: Quantity) -> Mark | None:
    """Return the cue nearest on the left, with no other figure between."""
    first = quantity.read.number
    mark = scene.nearest_left(first, scene.analysis.of("before"))
    if mark is None or first - mark.last > _REACH:
        return None
    between = [other for other in scene.quantities if mark.last <= other.read.first and other.last <= first]
    return None if between else mark


def _of_lead(scene: Scene, lead: Mark) -> Kind | None:
    if lead.value == "range":
        return "other_distance" if between_places(scene, lead.first) else "range"
    if lead.value == "altitude":
        return "altitude"
    if lead.value == "capability":
        flown = scene.nearest_left(lead.first, [m for m in scene.analysis.of("before") if m.value == "range"])
        nouns = scene.analysis.lexicon.words["range_nouns"]
        noun = any(token.folded in nouns for token in scene.tokens[lead.first : lead.last])
        if noun and flown and not _capable(scene, flown.first) and _reaches(scene, flown.last, lead.first):
            return "range"
        return "range" if noun and _of_one_flight(scene, lead) else "capability_range"
    return None


def _reaches(scene: Scene, first: int, last: int) -> bool:
    """Whether a range is what was flown by the words from the verb on: "flew a range of", "flew ... to a range of"."""
    if last - first <= _AFTER:
        return True
    led = {token.folded for token in scene.tokens[last - _AFTER : last]} & scene.analysis.lexicon.words["infinitives"]
    return bool(led) and last - first <= _ABILITY_REACH


def _of_one_flight(scene: Scene, lead: Mark) -> bool:
    """Whether a range is what was flown: "its apogee was 770 km and its range 195 km"; what a missile has is not."""
    if _capable(scene, lead.first):
        return False
    words, tokens = scene.analysis.lexicon.words, scene.tokens
    if any(token.folded in words["putting"] for token in tokens[max(0, lead.first - _PUT) : lead.first]):
        return True
    of = next(
        (at for at in range(lead.first, min(lead.last + 1, len(tokens))) if tokens[at].folded in words["of"]), None
    )
    if of is not None and any(of < noun.first <= of + _LAUNCH_REACH for noun in scene.analysis.of("launch_noun")):
        return True
    owning = scene.analysis.lexicon.words["owning"]
    owned = any(token.folded in owning for token in scene.tokens[: lead.first])
    told = [mark for mark in scene.analysis.of("before") if mark.value == "altitude" and mark.first < lead.first]
    figures = [quantity.read.first for quantity in scene.quantities]
    return not owned and any(told[-1].last <= first < lead.first for first in figures) if told else False


def _after(scene: Scene, quantity: Quantity) -> Mark | None:
    """Return the cue that stands at the figure on the right: after its unit, or after its conversion."""
    for at in (quantity.read.last, quantity.last):
        if at < len(scene.tokens) and scene.tokens[at].text in _QUOTES:
            at += 1  # noqa: PLW2901
        mark = scene.analysis.mark_at("after", at)
        hedge = scene.analysis.mark_at("hedge", at)
        if mark and hedge and hedge.last > mark.last:
            continue
        if mark is None and at < len(scene.tokens) and _joins(scene, at):
            mark = scene.analysis.mark_at("after", at + 1)
        if mark:
            return mark
    return None


def _joins(scene: Scene, at: int) -> bool:
    """Whether a hyphen stands at a token, or a dash written for one: "1,000\u2013kilometer\u2013range"."""
    if scene.tokens[at].text not in _DASHES:
        return False
    apart = scene.tokens[at].spaced or at + 1 == len(scene.tokens) or scene.tokens[at + 1].spaced
    return scene.tokens[at].text == "-" or not apart


def _flown_before_noun(scene: Scene, first: int) -> bool:
    mark = scene.nearest_left(first, scene.analysis.of("before"))
    return bool(mark and mark.value == "range" and first - mark.last <= _AFTER)


def _governor(scene: Scene, first: int, before: Quantity | None, *, placed: bool) -> str | None:
    """Return what the nearest verb or noun of flight, landing or reach on the left says."""
    marks = scene.analysis.of("before", "landing", "waters", "placed")
    at = first
    while True:
        mark = scene.nearest_left(at, marks)
        if mark is None or first - mark.last > _REACH:
            return None
        hyphened = mark.first > 0 and scene.tokens[mark.first - 1].text == "-" and not scene.tokens[mark.first].spaced
        if mark.category in {"waters", "placed"} and (hyphened or not placed or first - mark.last > _CLOSE):
            at = mark.first
            continue
        if mark.category == "before" and _consumed(scene, mark, before, first):
            at = mark.last - 1 if mark.last - 1 < at else at - 1
            continue
        if mark.category != "before":
            return mark.category
        return "map" if between_places(scene, mark.first) else str(mark.value)


def _consumed(scene: Scene, mark: Mark, before: Quantity | None, first: int) -> bool:
    """Whether a cue that governs one figure ("an apogee of 50 km") is used up by a figure before this one."""
    if before is None or not mark.last <= before.read.first < first:
        return False
    signs = scene.analysis.signs(before.last, first)
    listed = all(sign in {",", "and", "or"} for sign in signs)
    return not listed and (mark.value in {"altitude", "capability"} or before.read.figure.dimension == "length")


def _capable(scene: Scene, first: int) -> bool:
    """Whether the figure is what a missile could do, and not what it did."""
    analysis = scene.analysis
    verbs = [m for m in analysis.of("before") if m.value in {"range", "altitude"}]
    verb = scene.nearest_left(first, [*verbs, *(m for m in analysis.of("launch") if m.value == "verb")])
    at = verb.first if verb else first
    ability = scene.nearest_left(at, analysis.of("ability"))
    if ability is None or at - ability.last > _ABILITY_REACH:
        return False
    if any(token.text == "," for token in scene.tokens[ability.last : at]):
        return False
    done = [m for m in analysis.of("launch", "landing", "before") if ability.last < m.first < at and m.value != "noun"]
    return at - ability.last <= _AFTER or not done
