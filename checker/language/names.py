"""The gazetteers' names as phrases of a language's tree."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from checker.data import read
from checker.language.tokens import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Plant = Callable[[tuple[str, ...], str, object], None]


def missile_names() -> Iterator[str]:
    """Yield every spelling of the missile names that need no missile beside them.

    Every page is looked through for these, and most have none: the gazetteer itself would take longer to load.
    """
    header, *rows = csv.reader(read("seeds", "missiles.csv").splitlines())
    name, aliases, alone = (header.index(column) for column in ("name", "aliases", "alone"))
    for row in rows:
        if row[alone] == "yes":
            yield from (word for word in (row[name], *row[aliases].split("|")) if word)


def plant_names(plant: Plant) -> dict[str, str]:
    """Plant every name; return the canonical speaker that each country stands for when it speaks itself."""
    from checker import gazetteer

    for category, entries in (
        ("missile_name", gazetteer.missiles()),
        (
            "site",
            [site for site in gazetteer.sites() if site.kind != "country-capital" or site.country == "PRK"],
        ),
        ("sea", gazetteer.seas()),
        ("place", gazetteer.places()),
    ):
        for entry in entries:
            _plant(plant, (entry.name, *entry.aliases, *entry.shared), category, entry)
    for country in gazetteer.countries():
        _plant(
            plant,
            (country.name, *country.aliases, *country.adjectives, *country.capitals),
            "country",
            country.id,
        )
        _plant(plant, country.capitals, "capital", country.id)
    for body in gazetteer.bodies():
        _plant(plant, body.spellings, "body", body.id)
        _plant(plant, body.offices, "office", body.id)
    for speaker in gazetteer.speakers():
        _plant(
            plant,
            (w for w in (speaker.name, *speaker.aliases) if w not in speaker.loose or w.islower()),
            "speaker",
            speaker.name,
        )
    states = {country.id: gazetteer.canonical("government", country.id) for country in gazetteer.countries()}
    return {**states, "PRK": "North Korea", "USA": "US officials"}


def _plant(plant: Plant, spellings: Iterable[str], category: str, value: object) -> None:
    for spelling in spellings:
        if spelling.isascii():
            plant(folded(spelling), category, value)
