"""Which country launches, and on which clock its launches are told."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker import gazetteer
from checker.claims.clockwork import ZONES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.scene import Scene
    from checker.claims.sighting import Sighting

_VERB_REACH = 8
_NOUN_REACH = 3
_PENINSULA = "Asia/Seoul"


def launching_country(scenes: Sequence[Scene]) -> str | None:
    """Return the country named most often right before a verb or noun of launch, None where none is."""
    votes: Counter[str] = Counter()
    for scene in scenes:
        verbs = [(mark.first, _VERB_REACH) for mark in scene.analysis.of("launch") if mark.value == "verb"]
        nouns = [(mark.first, _NOUN_REACH) for mark in scene.analysis.of("launch_noun")]
        for at, reach in (*verbs, *nouns):
            country = scene.nearest_left(at, scene.analysis.of("country"))
            if country and at - country.last <= reach:
                votes[str(country.value)] += 1
    return max(votes, key=lambda code: votes[code], default=None)


def launch_zone(scenes: Sequence[Scene], sightings: Sequence[Sighting], speakers: Sequence[str]) -> str | None:
    """Return the IANA zone of a launch's "local time", None where nothing tells it.

    The setting's zone wins, then that of the site, of the launching country, of a clock that the text names, and
    of who speaks: the chiefs of staff in Seoul tell Korean time.
    """
    set_by = next((scene.setting.timezone for scene in scenes if scene.setting.timezone), None)
    return (
        set_by or _of_site(sightings) or _of_country(launching_country(scenes)) or _of_clock(sightings) or _of(speakers)
    )


def _of_country(code: str | None) -> str | None:
    return next((country.zone for country in gazetteer.countries() if country.id == code), None)


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
        for country in gazetteer.countries():
            if gazetteer.canonical("state", country.id) in {name, *gazetteer.ancestors(name)}:
                return country.zone
    return None
