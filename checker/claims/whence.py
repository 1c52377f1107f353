"""Which country launches, and on which clock its launches are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from checker import gazetteer
from checker.claims.clockwork import ZONES
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.scene import Scene
    from checker.claims.sighting import Sighting
    from checker.language.lexicon import Mark

_VERB_REACH = 14
_NOUN_REACH = 3
_ARTICLE_REACH = 2
_PENINSULA = "Asia/Seoul"
_LAUNCHERS = "launchers"
# Local time there may be that of any of several zones.
WIDE = frozenset({"America/New_York", "America/Toronto", "Australia/Sydney", "Asia/Jakarta", "Europe/Moscow"})


@dataclass(frozen=True, slots=True)
class Launcher:
    """A country that launches, where its deed begins in the sentence; `sure` where that is plainly a missile's."""

    country: str
    first: int
    sure: bool


def launching_country(scenes: Sequence[Scene]) -> str | None:
    """Return the country that most deeds of launch are told of, None where none is."""
    votes = [launcher.country for scene in scenes for launcher in launchers(scene)]
    return max(votes, key=votes.count, default=None)


def launchers(scene: Scene) -> tuple[Launcher, ...]:
    """Return the countries that launch in a sentence, in order, one for each deed that names its own."""
    known = scene.analysis.noted.get(_LAUNCHERS)
    if known is None:
        known = scene.analysis.noted[_LAUNCHERS] = _launchers(scene)
    return cast("tuple[Launcher, ...]", known)


def _launchers(scene: Scene) -> tuple[Launcher, ...]:
    found: list[Launcher] = []
    for verb in scene.analysis.of("launch"):
        if (
            verb.value == "verb"
            and not _is_noun(scene, verb)
            and (_is_of_missile(scene, verb) or not _is_of_other(scene, verb))
        ):
            subject = _by(scene, verb.last) or (None if _is_passive(scene, verb) else _subject(scene, verb))
            if subject:
                sure = _is_of_missile(scene, verb) or _relative(scene, subject)
                found.append(Launcher(str(subject.value), min(subject.first, verb.first), sure))
    for noun in scene.analysis.of("launch_noun", "missile", "missile_name"):
        flies = _flies(scene, noun)
        owner = scene.nearest_left(noun.first, scene.analysis.of("country"))
        if not owner or noun.value == "weak" or noun.first - owner.last > _NOUN_REACH:
            continue
        if (flies or noun.category == "launch_noun") and _owns(scene, owner, noun) and not _is_feared(scene, owner):
            found.append(Launcher(str(owner.value), owner.first, flies and noun.category != "launch_noun"))
    return tuple(sorted(dict.fromkeys(found), key=lambda launcher: launcher.first))


def _is_feared(scene: Scene, owner: Mark) -> bool:
    """Whether a country's launch is only what a defence is made for: "its ability to counter a North Korean launch"."""
    before = scene.tokens[max(0, owner.first - _ARTICLE_REACH) : owner.first]
    return any(token.folded in scene.analysis.lexicon.words["countering"] for token in before)


def _is_noun(scene: Scene, verb: Mark) -> bool:
    """Whether what looks like a verb is a noun behind its article: "is analysing the (latest) launch"."""
    before = scene.tokens[max(0, verb.first - _ARTICLE_REACH) : verb.first]
    articles = scene.analysis.articles
    return (
        verb.last == verb.first + 1
        and any(
            token.folded in articles
            and all(other.kind == "w" and other.text.islower() for other in before[index + 1 :])
            for index, token in enumerate(before)
        )
        and not scene.tokens[verb.first].folded.endswith(tuple(scene.analysis.lexicon.words["verb_endings"]))
    )


def _subject(scene: Scene, verb: Mark) -> Mark | None:
    """Return the country that launches: never one that is told, warned or named behind a preposition."""
    countries = scene.analysis.of("country")
    pronoun = _pronoun(scene, verb.first)
    at = verb.first if pronoun is None else pronoun
    while (country := scene.nearest_left(at, countries)) and verb.first - country.last <= _VERB_REACH:
        at = country.first
        if _is_object(scene, country, told=pronoun is not None):
            continue
        speech = [m for m in _said(scene) if country.last <= m.first < verb.first]
        # Who says it launches only where the text goes on with "it".
        if speech and pronoun is None:
            return None
        return country if pronoun is not None or not _another_noun(scene, country.last, verb.first) else None
    return None


def _said(scene: Scene) -> list[Mark]:
    """Return the verbs of saying, without those that are a part of a name: "the United States"."""
    named = scene.analysis.of("country")
    verbs = [mark for mark in scene.analysis.of("speech") if mark.value == "verb"]
    return [verb for verb in verbs if not any(name.first < verb.first < name.last for name in named)]


def _is_object(scene: Scene, country: Mark, *, told: bool) -> bool:
    analysis, at = scene.analysis, country.first
    if at and analysis.tokens[at - 1].folded in analysis.articles:
        at -= 1
    if at == 0:
        return False
    if analysis.tokens[at - 1].folded in analysis.lexicon.words["place_prepositions"]:
        return True
    speech = analysis.mark_ending("speech", at)
    return told and speech is not None and speech.value == "verb"


def _pronoun(scene: Scene, at: int) -> int | None:
    """Return the token of a pronoun that is the subject of a verb: "it would soon launch"."""
    words = scene.analysis.lexicon.words
    while at > 0 and scene.tokens[at - 1].folded in words["verb_leads"]:
        at -= 1
    return at - 1 if at and scene.tokens[at - 1].folded in words["launcher_pronouns"] else None


def _another_noun(scene: Scene, first: int, last: int) -> bool:
    """Whether something else is the subject: "in South Korea, a missile fired from a truck"."""
    nouns = scene.analysis.of("missile", "missile_name", "other_subject")
    return any(first <= noun.first < last and noun.value != "weak" for noun in nouns)


def _is_passive(scene: Scene, verb: Mark) -> bool:
    words, at = scene.analysis.lexicon.words, verb.first
    while at > 0 and scene.tokens[at - 1].folded in words["verb_leads"]:
        at -= 1
        if scene.tokens[at].folded in words["passives"]:
            return True
    return False


def _by(scene: Scene, at: int) -> Mark | None:
    """Return the country after "launched by", "fired on Monday by"."""
    words, tokens = scene.analysis.lexicon.words, scene.tokens
    for index in range(at, min(at + _NOUN_REACH, len(tokens) - 1)):
        if tokens[index].folded in words["agents"]:
            article = tokens[index + 1].folded in scene.analysis.articles
            country = scene.analysis.mark_at("country", index + 1)
            return country or (scene.analysis.mark_at("country", index + 2) if article else None)
    return None


def _relative(scene: Scene, subject: Mark) -> bool:
    """Whether the missile stands before its clause: "the missile (that) North Korea fired"."""
    nouns = scene.analysis.of("missile", "missile_name")
    return any(0 <= subject.first - noun.last <= 1 and noun.value != "weak" for noun in nouns)


def _flies(scene: Scene, noun: Mark) -> bool:
    """Whether a missile flies, by the verb after it or its day: a "missile unit" and "missile defenses" do not."""
    analysis, at = scene.analysis, noun.last
    at = next((day.last for day in scene.days if day.first == at + 1 and day.day), at)
    if any(analysis.mark_at(name, at) for name in ("launch", "before", "landing", "time_before")):
        return True
    return at < len(scene.tokens) and scene.tokens[at].folded in analysis.lexicon.words["passives"]


def _is_of_other(scene: Scene, verb: Mark) -> bool:
    """Whether no missile is launched: "launched fighter jets", "conducted a drill", which needs its object."""
    words, tokens = scene.analysis.lexicon.words, scene.tokens
    if tokens[verb.first].folded in words["light_verbs"]:
        return True
    return any(verb.last <= m.first < verb.last + _NOUN_REACH for m in scene.analysis.of("other_subject"))


def _is_of_missile(scene: Scene, verb: Mark) -> bool:
    """Whether what is launched is a missile: a protest, an inquiry or a drill is launched as well."""
    analysis = scene.analysis
    words, named = analysis.lexicon.words, analysis.of("missile", "missile_name", "missile_class", "launch_noun")
    nouns = [m for m in named if m.value != "weak" and analysis.tokens[m.first].folded not in words["drills"]]
    thing = scene.nearest_right(verb.last, nouns)
    if thing is None or thing.first - verb.last > _VERB_REACH:
        return False
    between = analysis.tokens[verb.last : thing.first]
    return not any(token.folded in words["object_prepositions"] | words["object_ends"] for token in between)


def _owns(scene: Scene, owner: Mark, noun: Mark) -> bool:
    """Whether a country's name stands before a noun as its own: "North Korea's latest launch"."""
    analysis, words = scene.analysis, scene.analysis.lexicon.words
    if owner.last < noun.first and any(deed.first < noun.first and owner.last <= deed.first for deed in scene.deeds):
        return False
    if any(mark.first < noun.first and owner.last <= mark.first for mark in analysis.of("speech", "detection")):
        return False
    apart = words["articles"] | words["place_prepositions"] | words["object_prepositions"]
    between = analysis.tokens[owner.last : noun.first]
    return not any((token.kind != "w" and token.text != "-") or token.folded in apart for token in between)


def launch_zone(
    scenes: Sequence[Scene], sightings: Sequence[Sighting], speakers: Sequence[str], country: str | None = None
) -> str | None:
    """Return the IANA zone of a launch's "local time", None where nothing tells it.

    The setting's zone wins, then that of the site, of the launching country, of a clock that the text names, and
    of who speaks: the chiefs of staff in Seoul tell Korean time.
    """
    set_by = next((scene.setting.timezone for scene in scenes if scene.setting.timezone), None)
    launching = country or launching_country(scenes)
    return set_by or _of_site(sightings) or _of_country(launching) or _of_clock(sightings) or _of(speakers)


def zone_of_named(scenes: Sequence[Scene]) -> str | None:
    """Return the zone of all the countries that a text names before a missile or a launch, else of all that it names.

    None where they have several.
    """
    owners, named = [], []
    for scene in scenes:
        countries = scene.analysis.of("country")
        named += [str(mark.value) for mark in countries]
        for noun in scene.analysis.of("missile", "missile_name", "launch_noun"):
            owner = scene.nearest_left(noun.first, countries)
            if owner and noun.first - owner.last <= _NOUN_REACH:
                owners.append(str(owner.value))
    for listed in (owners, named):
        zones = {_of_country(country) for country in listed}
        if len(zones) == 1:
            return zones.pop()
    return None


def named_abroad(scenes: Sequence[Scene], local: str | None) -> frozenset[str]:
    """Return the countries of a text whose clock may be its local time: where a missile struck, it is the target's.

    None for what Korea launches, which comes down in the sea.
    """
    if local in {None, _PENINSULA, ZONES["JST"]}:
        return frozenset()
    return frozenset(str(mark.value) for scene in scenes for mark in scene.analysis.of("country"))


def _of_country(code: str | None) -> str | None:
    return next((country.zone for country in gazetteer.countries() if country.id == code), None)


def site_country(sightings: Sequence[Sighting]) -> str | None:
    """Return the country of the first site that is known."""
    named = [sighting.entity for sighting in sightings if sighting.kind == "site" and sighting.entity]
    known = {site.id: site.country for site in gazetteer.sites()} if named else {}
    return next((known[name] for name in named if known.get(name)), None)


def _of_site(sightings: Sequence[Sighting]) -> str | None:
    named = {sighting.entity for sighting in sightings if sighting.kind == "site" and sighting.entity}
    for site in gazetteer.sites() if named else ():
        if site.id in named:
            return site.zone or _of_country(site.country)
    return None


def _of_clock(sightings: Sequence[Sighting]) -> str | None:
    units = {sighting.unit for sighting in sightings if sighting.kind == "time"}
    return _PENINSULA if units & {"KST", "PYT"} else ZONES["JST"] if "JST" in units else None


def _of(speakers: Sequence[str]) -> str | None:
    for name in speakers:
        voices = {name, *gazetteer.ancestors(name)}
        for country in gazetteer.countries():
            if country.zone not in WIDE and gazetteer.canonical("state", country.id) in voices:
                return country.zone
    return None
