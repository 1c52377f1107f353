"""Read the files of names in `seeds/`, each once and only when asked for."""

from __future__ import annotations

import csv
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from checker import data
from checker.gazetteer.entries import Alone, Body, Country, Entry, Missile, Place, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NONE: frozenset[str] = frozenset()
_Spellings: TypeAlias = tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]


def _rows(file: str, *columns: str) -> Iterator[list[str]]:
    """Return the rows of a file that has these columns."""
    rows = csv.reader(data.read("seeds", file).splitlines())
    header = next(rows)
    if header != list(columns):
        message = f"seeds/{file} has the columns {header}"
        raise ValueError(message)
    return rows


def _split(field: str, by: str = "|") -> tuple[str, ...]:
    return tuple(field.split(by)) if field else ()


def _own(field: str) -> tuple[str, ...]:
    """Return the spellings of a field without marks, shared ones left out."""
    if "?" in field or "=" in field:
        return tuple(spelling.lstrip("?") for spelling in _split(field) if spelling[0] != "=")
    return _split(field)


def _marked(field: str, mark: str) -> tuple[str, ...]:
    return tuple(spelling[1:] for spelling in _split(field) if spelling[:1] == mark) if mark in field else ()


def _spellings(aliases: str, others: str = "") -> _Spellings:
    """Return an entry's own aliases, its loose spellings (also those of other fields) and the shared ones."""
    if "?" not in aliases and "=" not in aliases and "?" not in others:
        return _split(aliases), _NONE, ()
    return _own(aliases), frozenset(_marked(f"{aliases}|{others}", "?")), _marked(aliases, "=")


def _number(field: str) -> float | None:
    return float(field) if field else None


@cache
def missiles() -> tuple[Missile, ...]:
    """Return the missiles and their families, by id."""
    columns = (
        "id",
        "name",
        "aliases",
        "country",
        "family",
        "alone",
        "class",
        "range_km_low",
        "range_km_high",
    )
    return tuple(
        Missile(
            key, name, *_spellings(aliases), _split(sources, ";"), notes, country, family or None,
            cast("Alone", alone), label or None, (_number(low), _number(high)), propellant or None,
        )
        for key, name, aliases, country, family, alone, label, low, high, propellant, sources, notes in _rows(
            "missiles.csv", *columns, "propellant", "sources", "notes"
        )
    )  # fmt: skip


def _position(lat: str, lon: str) -> tuple[float, float] | None:
    return (float(lat), float(lon)) if lat else None


@cache
def sites() -> tuple[Place, ...]:
    """Return the places and provinces that missiles are launched from or at, by id."""
    columns = ("id", "name", "aliases", "country", "kind", "lat", "lon", "uncertainty_km", "zone")
    return tuple(
        Place(
            key, name, *_spellings(aliases), _split(sources, ";"), notes, country, kind,
            _position(lat, lon), _number(radius), zone or None,
        )
        for key, name, aliases, country, kind, lat, lon, radius, zone, sources, notes in _rows(
            "sites.csv", *columns, "sources", "notes"
        )
    )  # fmt: skip


@cache
def places() -> tuple[Place, ...]:
    """Return the places that copy measures distances from, by id."""
    columns = ("id", "name", "aliases", "country", "kind", "lat", "lon", "uncertainty_km", "sources", "notes")
    return tuple(
        Place(
            key, name, *_spellings(aliases), _split(sources, ";"), notes, country, kind,
            _position(lat, lon), _number(radius), None,
        )
        for key, name, aliases, country, kind, lat, lon, radius, sources, notes in _rows(
            "places.csv", *columns
        )
    )  # fmt: skip


@cache
def seas() -> tuple[Entry, ...]:
    """Return the seas that missiles fall into, by id."""
    return tuple(
        Entry(key, name, *_spellings(aliases), _split(sources, ";"), notes)
        for key, name, aliases, sources, notes in _rows("seas.csv", "id", "name", "aliases", "sources", "notes")
    )


@cache
def countries() -> tuple[Country, ...]:
    """Return the countries, by code."""
    columns = ("id", "name", "aliases", "adjectives", "capitals", "zone", "eez", "sources", "notes")
    return tuple(
        Country(
            code, name, *_spellings(aliases, f"{adjectives}|{capitals}"), _split(sources, ";"), notes,
            _own(adjectives), _own(capitals), _split(eez), zone,
        )
        for code, name, aliases, adjectives, capitals, zone, eez, sources, notes in _rows(
            "countries.csv", *columns
        )
    )  # fmt: skip


@cache
def _speaking() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(data.read("seeds", "speakers.toml"))


def _lines(field: str) -> tuple[str, ...]:
    return _split(field.replace("\n", "|"))


@cache
def speakers() -> tuple[Speaker, ...]:
    """Return the speakers that have names of their own; `bodies` make the rest."""
    return tuple(
        Speaker(
            name.lstrip("?"), name.lstrip("?"), *_spellings(aliases, name), ("GENERAL",), "",
            _split(group.get("parents", "")), group.get("country"), group["kind"],
        )
        for group in _speaking()["group"]
        for name, aliases in group["names"].items()
    )  # fmt: skip


@cache
def short_names() -> Mapping[str, str]:
    """Return the names, by country code, that canonical speakers begin with instead of an adjective."""
    return MappingProxyType(_speaking()["short"])


@cache
def representatives() -> tuple[str, ...]:
    """Return the words for people and papers that stand for the body they are of ("spokesman")."""
    return _lines(_speaking()["representatives"])


@cache
def bodies() -> tuple[Body, ...]:
    """Return the bodies that every country may have: ministries, forces, officials, state media."""
    return tuple(
        Body(
            id=key,
            title=body["title"],
            spellings=_lines(body.get("spellings", "")),
            offices=_lines(body.get("offices", "")),
            parent=body.get("parent"),
            names=MappingProxyType(body.get("names", {})),
            parents=MappingProxyType(body.get("parents", {})),
            country=body.get("country"),
        )
        for key, body in _speaking()["bodies"].items()
    )
