"""The words and evidence of a finding that rests on the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.writing import date_in_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.record.entries import Entry, Value

_SHOWN = 4


def has(values: Iterable[Value]) -> str:
    """Return what values say, whose they are and until when: "about 1,000 km (South Korea JCS) and 500 km"."""
    said: dict[str, list[str]] = {}
    for value in values:
        until = f"until {date_in_words(value.until)}" if value.until else ""
        said.setdefault(value.words, []).extend(filter(None, (value.speaker, until)))
    return listed([words + (f" ({', '.join(dict.fromkeys(whose))})" if whose else "") for words, whose in said.items()])


def name_of(value: Value) -> str:
    """Return the name of a missile or a site as copy writes it; of other values the text."""
    from checker import gazetteer

    entries = {"missile": gazetteer.missiles, "site": gazetteer.sites}.get(value.field, tuple)()
    return next((each.name for each in entries if each.id == value.text), value.text)


def country_named(code: str) -> str:
    """Return the name of a country; of a person or a body the name itself."""
    from checker import gazetteer

    return next((country.name for country in gazetteer.countries() if country.id == code), code)


def entries_named(entries: Sequence[Entry]) -> str:
    """Return the names of entries of one day: "the launch of Jan. 14, 2024", "each launch of Nov. 3, 2022"."""
    title = entries[0].title
    return title if len(entries) == 1 else title.replace("the launch", "the launches")


def cited(entries: Iterable[Entry], values: Iterable[Value] = ()) -> tuple[str, ...]:
    """Return the entries and the sources of the values, or of all the entries: "record kp-2024-01-14: CNS, KBS-1"."""
    made = []
    held = list(values)
    for entry in entries:
        keys = [key for value in held if value.launch == entry.id for key in value.sources] or entry.sources
        unique = list(dict.fromkeys(keys))
        more = f" and {len(unique) - _SHOWN} more" if len(unique) > _SHOWN else ""
        made.append(f"record {entry.id}: {', '.join(unique[:_SHOWN])}{more}")
    return tuple(made)
