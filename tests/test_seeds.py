"""What must hold for every row of the tables in `seeds/`."""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest

from checker import data
from checker.gazetteer import fold

TABLES = ("missiles", "sites", "seas", "places", "countries")
CLASSES = {"SRBM", "MRBM", "IRBM", "ICBM", "SLBM", "CRBM", "HGV", "cruise", "SLV", "ballistic"}
SITE_KINDS = {"launch", "region", "target", "sea", "nuclear", "country-capital"}
PLACE_KINDS = {"cape", "city", "island", "peninsula", "region", "base", "line", "place"}


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(data.read("seeds", f"{name}.csv").splitlines(), strict=True))


def spellings(row: dict[str, str], field: str = "aliases") -> list[str]:
    return row[field].split("|") if row[field] else []


def speaking() -> dict[str, Any]:
    return tomllib.loads(data.read("seeds", "speakers.toml"))


def named() -> list[dict[str, str]]:
    """Return the speakers in the shape of a table's rows."""
    return [
        {"id": name, "name": name.lstrip("?"), "aliases": aliases}
        for group in speaking()["group"]
        for name, aliases in group["names"].items()
    ]


def classes() -> dict[str, Any]:
    return tomllib.loads(data.read("seeds", "classes.toml"))


def sources() -> dict[str, str]:
    return {row["id"]: row["url"] for row in table("sources")}


@pytest.mark.parametrize("name", [*TABLES, "sources"])
def test_a_table_is_tidy(name: str) -> None:
    text = data.read("seeds", f"{name}.csv")
    assert text.endswith("\n")
    assert "\r" not in text
    rows = table(name)
    ids = [row["id"] for row in rows]
    assert ids == sorted(set(ids))
    for row in rows:
        assert None not in row
        assert None not in row.values()
        assert all(value == value.strip() for value in row.values()), row
        assert "" not in {row["id"], row["title"] if name == "sources" else row["name"]}


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_sources_that_resolve(name: str) -> None:
    for row in table(name):
        keys = row["sources"].split(";")
        assert len(keys) == len(set(keys)), row
        assert set(keys) <= sources().keys(), row


def test_every_source_is_used_and_can_be_followed() -> None:
    used = {key for name in TABLES for row in table(name) for key in row["sources"].split(";")}
    known = classes()
    used |= {key for scheme in known["schemes"] for key in scheme["sources"]}
    used |= {key for term in known["terms"].values() for key in term["sources"]}
    used |= {
        key for highest in tomllib.loads(data.read("seeds", "highest.toml")).values() for key in highest["sources"]
    }
    used |= {
        key for name in ("launches", "facts") for row in table(f"record/{name}") for key in row["sources"].split(";")
    }
    used |= {row["sources"] for row in table("zones/islets")}
    assert used == sources().keys()
    for key, url in sources().items():
        if key in {"GENERAL", "MAP", "CHART", "CHN-BASELINES-1996"}:
            assert not url
        else:
            assert urlsplit(url).scheme in {"http", "https"}, key


@pytest.mark.parametrize("name", [*TABLES, "speakers"])
def test_no_spelling_belongs_to_two_entries(name: str) -> None:
    rows = named() if name == "speakers" else table(name)
    owners = defaultdict(list)
    for row in rows:
        own = [row["name"], *(spelling for spelling in spellings(row) if not spelling.startswith("="))]
        folded = [fold(spelling.removeprefix("?")) for spelling in own]
        assert all(folded), row
        assert len(folded) == len(set(folded)), (row["id"], "says one spelling twice")
        for words in folded:
            owners[words].append(row["id"])
    assert {words: ids for words, ids in owners.items() if len(ids) > 1} == {}
    for row in rows:
        for spelling in spellings(row):
            if spelling.startswith("="):
                assert owners[fold(spelling[1:])] not in ([], [row["id"]]), (row["id"], spelling)


@pytest.mark.parametrize("field", ["adjectives", "capitals", "eez"])
def test_no_form_belongs_to_two_countries(field: str) -> None:
    forms = [fold(form.removeprefix("?")) for row in table("countries") for form in spellings(row, field)]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


@pytest.mark.parametrize("name", ["missiles", "sites", "places"])
def test_countries_are_known(name: str) -> None:
    codes = {row["id"] for row in table("countries")}
    assert {row["country"] for row in table(name)} <= codes


def test_countries_have_a_zone_an_adjective_and_a_capital() -> None:
    for row in table("countries"):
        assert len(row["id"]) == 3
        assert ZoneInfo(row["zone"]).key == row["zone"]
        assert row["adjectives"]
        assert row["capitals"]
        assert bool(row["eez"]) != (row["notes"] == "landlocked"), row


@pytest.mark.parametrize("name", ["sites", "places"])
def test_positions_are_on_the_globe_and_say_how_sure_they_are(name: str) -> None:
    for row in table(name):
        given = {bool(row[field]) for field in ("lat", "lon", "uncertainty_km")}
        assert len(given) == 1, row
        if row["lat"]:
            assert -90 <= float(row["lat"]) <= 90
            assert -180 < float(row["lon"]) <= 180
            assert 0 < float(row["uncertainty_km"]) <= 500
            assert set(row["sources"].split(";")) != {"GENERAL"}, row
        assert row["kind"] in (SITE_KINDS if name == "sites" else PLACE_KINDS), row
        if row.get("zone"):
            assert ZoneInfo(row["zone"]).key == row["zone"]


def test_north_korean_positions_lie_in_and_around_north_korea() -> None:
    for row in table("sites") + table("places"):
        if row["country"] == "PRK" and row["lat"]:
            assert 37.5 < float(row["lat"]) < 43.1, row
            assert 124.1 < float(row["lon"]) < 130.8, row


def test_missiles_have_a_class_and_ordered_ranges_or_none() -> None:
    for row in table("missiles"):
        assert row["class"] in CLASSES | {""}, row
        assert row["class"] or row["notes"], row
        assert row["alone"] in {"yes", "context", "no"}, row
        low, high = row["range_km_low"], row["range_km_high"]
        if high:
            assert 0 < float(low) <= float(high) <= 20_040, row
        if set(row["sources"].split(";")) == {"GENERAL"}:
            assert (low, high, row["propellant"]) == ("", "", ""), row


def test_only_a_family_may_need_a_number_and_every_family_has_an_entry() -> None:
    rows = table("missiles")
    assert all(row["family"] == row["name"] for row in rows if row["alone"] == "no")
    assert {row["family"] for row in rows if row["family"]} <= {row["name"] for row in rows}


def test_class_bands_are_ordered_and_do_not_overlap() -> None:
    for scheme in classes()["schemes"]:
        bounds = list(scheme["bands"].values())
        assert all(low < high for low, high in bounds), scheme["id"]
        if scheme["id"] != "inf-treaty":
            assert set(scheme["bands"]) <= CLASSES | {"BSRBM"}
        bounds.sort()
        assert all(before[1] <= after[0] for before, after in pairwise(bounds)), scheme


def test_speakers_name_bodies_countries_and_parents_that_exist() -> None:
    found = speaking()
    codes = {row["id"] for row in table("countries")}
    bodies = found["bodies"]
    assert found["short"].keys() <= codes
    for body in bodies.values():
        assert {body.get("parent", "state"), *body.get("parents", {}).values()} <= bodies.keys()
        assert body.get("names", {}).keys() | body.get("parents", {}).keys() <= codes
        assert body["title"].count("{") == 1
    for group in found["group"]:
        assert group.get("country", "KOR") in codes
        assert group["kind"] in {"body", "command", "agency", "press", "state-media", "institute"}


def test_no_words_mean_two_bodies() -> None:
    for field in ("spellings", "offices"):
        words = [
            fold(spelling)
            for body in speaking()["bodies"].values()
            for spelling in dict.fromkeys(body.get(field, "").strip().replace("\n", "|").split("|"))
            if spelling
        ]
        assert sorted({each for each in words if words.count(each) > 1}) == []
