"""Where a launch began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.departures import departures, sent_by
from checker.claims.governing import governor
from checker.claims.measured import between_places
from checker.claims.nounphrases import longest, preposition, words_of
from checker.claims.sighting import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

_TARGET_REACH = 5
_OF_PROVINCE = 5
_SEER_REACH = 8
_GAP = 2


def sites(scene: Scene) -> Iterator[Sighting]:
    """Yield the places that a sentence has missiles launched from, seas and countries where it names no place there."""
    named = list(_named(scene))
    yield from named
    for left in departures(scene):
        if not any(left.first < place.last and place.first < left.last for place in named):
            yield left


def _named(scene: Scene) -> Iterator[Sighting]:
    """Yield names, coasts, and names that are not in the gazetteer."""
    end = -1
    unknown = list(_unknown(scene))
    passed = [(sighting.last, _province(scene, sighting.last)) for sighting in unknown]
    for mark in longest(scene.analysis.of("site", "site_phrase")):
        lead = None if mark.first < end or any(low <= mark.first < high for low, high in passed) else _lead(scene, mark)
        if lead is None or (mark.category == "site_phrase" and _leads_to_name(scene, mark)):
            continue
        tail = scene.analysis.mark_at("site_tail", mark.last)
        last = tail.last if tail else mark.last
        if mark.category == "site":
            yield Sighting("site", lead, last, mark.value.name, entity=mark.value.id)
        else:
            yield Sighting("site", lead, last, words_of(scene, mark.first, last))
        while mark.category == "site" and (listed := _listed(scene, last)):
            yield Sighting("site", listed.first, listed.last, listed.value.name, entity=listed.value.id)
            last = listed.last
        end = _province(scene, last) if mark.category == "site" else last
    yield from unknown


def _leads_to_name(scene: Scene, mark: Mark) -> bool:
    """Whether a name follows that says which place is meant: "the west coast city of Nampo", "a silo at Plesetsk"."""
    words, tokens = scene.analysis.lexicon.words, scene.tokens
    vessel = mark.value == "vessel"
    ends = words["joins"] if vessel else words["in_places"]
    for index in range(mark.last, min(mark.last + _OF_PROVINCE + vessel, len(tokens))):
        if scene.analysis.mark_at("site", index) or (vessel and scene.analysis.mark_at("sea", index)):
            return index > mark.last
        if tokens[index].folded not in words["place_leads"] or tokens[index].folded in ends:
            return False
    return False


def _listed(scene: Scene, last: int) -> Mark | None:
    """Return the next site of "from Kusong and the city of Uiju", "Sunan, Kaechon and Hamhung", "Kangwon's Wonsan"."""
    joint = scene.analysis.mark_at("and", last)
    if joint or last >= len(scene.tokens):
        return _site_from(scene, joint.last) if joint else None
    if scene.tokens[last].folded in scene.analysis.lexicon.words["possessives"]:
        return scene.analysis.mark_at("site", last + 1)
    if scene.tokens[last].text != ",":
        return None
    # Behind a comma stands the province, unless the list goes on.
    site = scene.analysis.mark_at("site", last + 1)
    return site if site and _listed(scene, site.last) else None


def _site_from(scene: Scene, first: int) -> Mark | None:
    """Return the site that stands at a token, or behind "the eastern city of" there."""
    words = scene.analysis.lexicon.words
    for at in range(first, min(first + _OF_PROVINCE, len(scene.tokens))):
        site = scene.analysis.mark_at("site", at)
        fold = scene.tokens[at].folded
        if site or fold not in words["place_leads"] or fold in words["in_places"] or fold in words["from_words"]:
            return site
    return None


def _lead(scene: Scene, mark: Mark) -> int | None:
    """Return the preposition that makes a place the site of a launch."""
    words = scene.analysis.lexicon.words
    lead = preposition(scene, mark.first, words["from_words"] | words["at_words"])
    if lead is None or not _about_launch(scene, lead):
        return None
    if mark.category == "site" and mark.value.kind == "target" and scene.tokens[lead].folded not in words["from_only"]:
        return None
    strong = scene.tokens[lead].folded in words["from_words"]
    before = [token.folded for token in scene.tokens[max(0, lead - _TARGET_REACH) : lead]]
    # "Into the Pacific from a base in California": only what stands behind "from" leads to the place.
    led = next((before[at + 1 :] for at in reversed(range(len(before))) if before[at] in words["from_only"]), before)
    if words["towards"] & set(led) and scene.tokens[lead].folded not in words["from_only"]:
        return None
    if strong and (_measured(scene, lead) or between_places(scene, lead - 1)):
        return None
    if scene.analysis.mark_at("zone", lead) and any(clock.number <= lead <= clock.last for clock in scene.clocks):
        return None
    if (
        _seen_from(scene, lead, mark.last)
        or sent_by(scene, lead)
        or (mark.value == "vessel" and _made_for(scene, lead))
    ):
        return None
    kind = governor(scene, lead, _owned_range(scene, mark))
    if kind == "landing" and scene.tokens[lead].folded in words["from_only"]:
        # "The launch of a missile from Wonsan failed": what failed is told behind.
        deed = scene.nearest_left(lead, scene.deeds)
        kind = "launch" if deed and deed.value == "launch" else kind
    return lead if kind == "launch" or (kind is None and strong) else None


def _seen_from(scene: Scene, lead: int, last: int) -> bool:
    """Whether a place is where somebody saw a launch from: "tracked by a radar in Kodiak", "a radar there tracked"."""
    words, seen = scene.analysis.lexicon.words, scene.analysis.of("detection")
    if scene.tokens[lead].folded not in words["from_only"] and any(0 <= mark.first - last <= 1 for mark in seen):
        return True
    nearest = scene.nearest_left(lead, seen)
    if nearest is None or lead - nearest.last > _SEER_REACH:
        return False
    return not words["agents"].isdisjoint(scene.analysis.folds[nearest.last : lead])


def _made_for(scene: Scene, lead: int) -> bool:
    """Whether a missile is only said to be one that "can be launched" from there."""
    verb = scene.nearest_left(lead, scene.analysis.of("launch"))
    ability = scene.nearest_left(verb.first, scene.analysis.of("ability")) if verb else None
    if verb is None or ability is None or verb.first - ability.last > _GAP:
        return False
    return scene.tokens[verb.first - 1].folded in scene.analysis.lexicon.words["infinitive_copulas"]


def _owned_range(scene: Scene, mark: Mark) -> int:
    """Return the token after "Vandenberg's missile test range", which is a place and no launch, or after the name."""
    if scene.tokens[mark.last : mark.last + 1] and scene.tokens[mark.last].folded == "'s":
        for at in range(mark.last + 1, min(mark.last + 1 + _OF_PROVINCE, len(scene.tokens))):
            tail = scene.analysis.mark_at("site_tail", at)
            if tail:
                return tail.last
    return mark.last


def _about_launch(scene: Scene, lead: int) -> bool:
    if scene.subject(lead) != "missile" and not scene.analysis.of("launch_noun"):
        return False
    near = [mark.last for mark in scene.analysis.of("target") if 0 <= lead - mark.last <= _TARGET_REACH]
    # A target may itself be a missile: "the target was launched from Kwajalein".
    return all(any(last <= verb.first < lead for verb in scene.analysis.of("launch")) for last in near)


def _measured(scene: Scene, lead: int) -> bool:
    """Whether "from" belongs to a distance: "14 km from X"."""
    return any(0 <= lead - quantity.last <= 2 for quantity in scene.quantities)


def _province(scene: Scene, last: int) -> int:
    """Return the token after ", North Pyongan Province" or "in Jagang": the same place, not another."""
    tokens = scene.tokens
    following = tokens[last].folded if last < len(tokens) else ""
    if following not in {",", "("} and following not in scene.analysis.lexicon.words["in_place"]:
        return last
    for start in range(last + 1, min(last + 1 + _OF_PROVINCE, len(tokens))):
        mark = scene.analysis.mark_at("site", start)
        if mark:
            return mark.last
    return last


def _unknown(scene: Scene) -> Iterator[Sighting]:
    """Yield "from Toyang-ri": a name that no list has, right after "from" and a verb of launch."""
    analysis, tokens = scene.analysis, scene.tokens
    froms = analysis.lexicon.words["from_only"]
    if froms.isdisjoint(analysis.folds):
        return
    for at, token in enumerate(tokens):
        if token.folded not in froms or not _about_launch(scene, at):
            continue
        first = at + 1
        while first < len(tokens):
            gap = analysis.mark_at("place_gap", first)
            if gap is None and tokens[first].folded not in analysis.lexicon.words["place_leads"]:
                break
            first = gap.last if gap else first + 1
        last = _name_end(scene, first)
        # "from a MiG-31K", "from a TEL".
        numbered = last + 1 < len(tokens) and tokens[last].text == "-" and tokens[last + 1].kind == "n"
        led = at + 1 < last and tokens[at + 1].folded in analysis.lexicon.words["one_articles"]
        if numbered or (led and tokens[last - 1].text.isupper()):
            continue
        known = any(m.first < last and first < m.last for m in analysis.of(*_KNOWN))
        if (
            last == first
            or known
            or _measured(scene, at)
            or between_places(scene, at - 1)
            or governor(scene, at, last) != "launch"
            or sent_by(scene, at)
            or _of_another_noun(scene, at)
        ):
            continue
        tail = analysis.mark_at("site_tail", last)
        yield Sighting("site", at, tail.last if tail else last, words_of(scene, first, last))


_KNOWN = (
    "site",
    "site_phrase",
    "country",
    "speaker",
    "weekday",
    "month",
    "sea",
    "missile_name",
    "zone",
    "missile_class",
)


def _of_another_noun(scene: Scene, at: int) -> bool:
    """Whether "from" hangs on a noun behind that of a launch: "tests and a warning from Washburn"."""
    deed = scene.nearest_left(at, scene.deeds)
    if deed is None or not any(noun.first <= deed.first < noun.last for noun in scene.analysis.of("launch_noun")):
        return False
    words = scene.analysis.lexicon.words
    plain = words["time_leads"] | words["articles"] | words["of"]
    marks = scene.analysis.of("missile", "missile_name", "missile_class")
    return any(
        scene.tokens[index].folded not in plain
        and index not in scene.timed
        and not any(mark.first <= index < mark.last for mark in marks)
        for index in range(deed.last, at)
        if scene.tokens[index].kind == "w"
    )


def _name_end(scene: Scene, first: int) -> int:
    """Return the token after a run of capitalised words and their hyphened endings."""
    tokens, at = scene.tokens, first
    while at < len(tokens) and tokens[at].kind == "w" and tokens[at].text[0].isupper() and len(tokens[at].text) > 1:
        at += 1
        while at + 1 < len(tokens) and tokens[at].text == "-" and not tokens[at].spaced and tokens[at + 1].kind == "w":
            at += 2
    return at
