"""Find the entry that words name, and tell which speakers belong together."""

from __future__ import annotations

from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from checker.gazetteer import files
from checker.gazetteer.entries import Words, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.gazetteer.entries import Entry

Kind: TypeAlias = Literal[
    "missiles",
    "families",
    "sites",
    "seas",
    "places",
    "countries",
    "adjectives",
    "capitals",
    "eez",
    "speakers",
    "bodies",
    "offices",
    "representatives",
]


def _entries(kind: Kind) -> tuple[Entry, ...]:
    match kind:
        case "missiles":
            return tuple(missile for missile in files.missiles() if missile.alone != "no")
        case "families":
            return tuple(missile for missile in files.missiles() if missile.family == missile.name)
        case "sites":
            return files.sites()
        case "seas":
            return files.seas()
        case "places":
            return files.places()
        case "speakers":
            return files.speakers()
        case _:
            return files.countries()


def _spellings(kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield each spelling with the id that it means."""
    match kind:
        case "adjectives" | "capitals" | "eez":
            for country in files.countries():
                yield from ((spelling, country.id) for spelling in getattr(country, kind))
        case "bodies" | "offices":
            for body in files.bodies():
                yield from ((s, body.id) for s in (body.spellings if kind == "bodies" else body.offices))
        case "representatives":
            yield from ((word, word) for word in files.representatives())
        case _:
            for entry in _entries(kind):
                yield entry.name, entry.id
                yield from ((spelling, entry.id) for spelling in entry.aliases)


@cache
def names(kind: Kind) -> Mapping[Words, str]:
    """Return what the folded spellings of a kind mean: ids of entries or bodies, canonical names of speakers.

    "families" are the missile names that a number may follow, also one that no entry has; "adjectives",
    "capitals" and "eez" mean countries; "offices" mean the bodies that they stand for.
    """
    return MappingProxyType({fold(spelling): meant for spelling, meant in _spellings(kind)})


@cache
def loose(kind: Kind) -> frozenset[Words]:
    """Return those of the `names` that count only beside a fitting word, or with their capitals."""
    if kind in ("bodies", "offices", "representatives"):
        return frozenset()
    spellings = {fold(spelling) for entry in _entries(kind) for spelling in entry.loose}
    if kind in ("missiles", "families"):
        spellings.update(fold(missile.name) for missile in files.missiles() if missile.alone == "context")
    return frozenset(spellings & names(kind).keys())


@cache
def _titles() -> dict[str, dict[str, str]]:
    """Return the canonical speakers by country and body."""
    titles = {}
    for land in files.countries():
        short = files.short_names().get(land.id)
        who, state = short or land.adjectives[0], short or land.name
        titles[land.id] = {
            body.id: body.names.get(land.id) or body.title.format(who=who, state=state) for body in files.bodies()
        }
    return titles


def canonical(body: str, country: str) -> str:
    """Return the canonical speaker for a body of a country: ("jcs", "KOR") is "South Korea JCS".

    Raise KeyError for a body or a country that is in no file.
    """
    return _titles()[country][body]


@cache
def _parents() -> dict[str, set[str]]:
    parents = {speaker.name: set(speaker.parents) for speaker in files.speakers()}
    for country, titles in _titles().items():
        for body in files.bodies():
            if above := body.parents.get(country, body.parent):
                parents.setdefault(titles[body.id], set()).add(titles[above])
    return parents


def ancestors(speaker: str) -> frozenset[str]:
    """Return the canonical speakers that a speaker is part of; none for a speaker in no file."""
    found: set[str] = set()
    rest = [speaker]
    while rest:
        new = _parents().get(rest.pop(), set()) - found
        found |= new
        rest += new
    return frozenset(found)


@lru_cache(maxsize=4096)
def related(a: str, b: str) -> bool:
    """Say whether two canonical speakers belong together: the same one, or one is part of the other."""
    return a == b or a in ancestors(b) or b in ancestors(a)


@cache
def _countries() -> Mapping[str, str]:
    """Return the countries of the canonical speakers that have one."""
    found = {title: land for land, titles in _titles().items() for title in titles.values()}
    return found | {speaker.name: speaker.country for speaker in files.speakers() if speaker.country}


def country_of(speaker: str) -> str | None:
    """Return the country that a canonical speaker is of; None for a person, an agency of many, a name in no file."""
    return _countries().get(speaker)


@cache
def _press() -> frozenset[str]:
    made = {titles["media"] for titles in _titles().values()}
    return frozenset(made | {speaker.name for speaker in files.speakers() if speaker.kind in {"agency", "press"}})


def is_press(speaker: str) -> bool:
    """Say whether a canonical speaker is an agency, a paper or a broadcaster, which passes on what others said."""
    return speaker in _press()
