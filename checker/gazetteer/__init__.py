"""Names that copy about launches uses: missiles, sites, seas, places, countries and speakers."""

from checker.gazetteer.entries import Body, Country, Entry, Missile, Place, Speaker, Words, fold
from checker.gazetteer.files import (
    bodies,
    countries,
    missiles,
    places,
    representatives,
    seas,
    short_names,
    sites,
    speakers,
)
from checker.gazetteer.lookup import Kind, ancestors, canonical, country_of, is_press, loose, names, related

__all__ = [
    "Body",
    "Country",
    "Entry",
    "Kind",
    "Missile",
    "Place",
    "Speaker",
    "Words",
    "ancestors",
    "bodies",
    "canonical",
    "countries",
    "country_of",
    "fold",
    "is_press",
    "loose",
    "missiles",
    "names",
    "places",
    "related",
    "representatives",
    "seas",
    "short_names",
    "sites",
    "speakers",
]
