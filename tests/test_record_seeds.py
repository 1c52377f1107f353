"""What must hold for every row of the record."""

from __future__ import annotations

import csv
import tomllib
from itertools import pairwise
from typing import Any

import pytest

from checker import data, gazetteer, schemata
from checker.record.entries import FIELDS, MEASURED
from checker.record.facts import COLUMNS as FACT_COLUMNS
from checker.record.files import COLUMNS, problem
from checker.rulebook import rule_files
from checker.schemata import is_date, is_zone


def rows(name: str) -> list[list[str]]:
    return list(csv.reader(data.read("seeds", f"record/{name}.csv").splitlines(), strict=True))


LAUNCHES = rows("launches")[1:]
FACTS = rows("facts")[1:]
HEAD = tomllib.loads(data.read("seeds", "record/record.toml"))
SOURCES = {row[0] for row in csv.reader(data.read("seeds", "sources.csv").splitlines())}


def as_value(row: list[str]) -> dict[str, Any]:
    """Return a row of launches as the schema describes it."""
    value: dict[str, Any] = {key: part for key, part in zip(COLUMNS, row, strict=True) if part}
    return value | ({"sources": row[6].split(";")} if row[6] else {})


def as_fact(row: list[str]) -> dict[str, Any]:
    """Return a row of facts as the schema describes it."""
    fact: dict[str, Any] = {}
    fact |= {key: part for key, part in zip(FACT_COLUMNS, row, strict=True) if part}
    splits = (("subject", "|"), ("predicate", "|"), ("exact", "|"), ("judged", ";"), ("sources", ";"))
    fact |= {key: fact[key].split(mark) for key, mark in splits if key in fact}
    return fact | {"object": [group.split("|") for group in fact["object"].split("&")]}


def faults(name: str, value: dict[str, Any]) -> list[str]:
    return [error.message for error in schemata.validator(name).iter_errors(value)]


def test_every_value_fits_its_schema() -> None:
    assert LAUNCHES
    assert [(row, found) for row in LAUNCHES if (found := faults("record", as_value(row)))] == []
    assert [(row, wrong) for row in LAUNCHES if (wrong := problem(row))] == []


def test_every_fact_fits_its_schema() -> None:
    assert FACTS
    assert [(row, found) for row in FACTS if (found := faults("fact", as_fact(row)))] == []


def test_a_value_without_a_source_is_refused() -> None:
    bare = [*LAUNCHES[0][:6], "", ""]
    assert faults("record", as_value(bare)) == ["'sources' is a required property"]
    assert problem(bare) == "names no source"


def test_a_fact_without_a_source_is_refused() -> None:
    assert faults("fact", as_fact([*FACTS[0][:-1], ""])) == ["'sources' is a required property"]


@pytest.mark.parametrize("table", [LAUNCHES, FACTS], ids=["launches", "facts"])
def test_every_source_can_be_looked_up(table: list[list[str]]) -> None:
    at = 6 if table is LAUNCHES else -1
    assert {key for row in table for key in row[at].split(";")} <= SOURCES
    assert {key for each in HEAD["coverage"] for key in each["sources"]} <= SOURCES


def test_nothing_is_known_before_its_day_or_after_the_version() -> None:
    assert is_date(HEAD["version"])
    assert [row for row in LAUNCHES if not row[0][3:13] <= row[4] <= HEAD["version"]] == []
    assert [row for row in FACTS if not row[1][:7] <= row[12] <= HEAD["version"]] == []


def test_the_lines_of_a_launch_stand_together_those_of_its_zone_first() -> None:
    firsts = [row for before, row in pairwise([[""] * 8, *LAUNCHES]) if before[0] != row[0]]
    begun = [row[0] for row in firsts]
    assert len(begun) == len(set(begun))
    assert begun == sorted(begun)
    assert {row[1] for row in firsts} == {"zone"}
    assert all(is_zone(row[2]) for row in LAUNCHES if row[1] == "zone")
    assert [row for row in LAUNCHES if ",zone," in ",".join((row[2], row[7]))] == []


def test_no_value_stands_twice_and_one_that_was_revised_comes_before_the_new_one() -> None:
    standing = [tuple(row[:4]) for row in LAUNCHES if not row[5]]
    assert [key for key in set(standing) if standing.count(key) > 1] == []
    past = [(at, row) for at, row in enumerate(LAUNCHES) if row[5]]
    assert past
    for at, row in past:
        assert row[4] <= row[5]
        assert any(later[:2] == row[:2] and not later[5] for later in LAUNCHES[at + 1 : at + 20]), row


def test_ids_are_those_of_the_lists_of_names() -> None:
    missiles = {missile.id for missile in gazetteer.missiles()}
    sites = {site.id for site in gazetteer.sites()}
    classes = schemata.schema("claim")["$defs"]["missile_class"]["enum"]
    speakers = {speaker.id for speaker in gazetteer.speakers()} | {""}
    for launch, field, value, speaker, *_ in LAUNCHES:
        known = {"missile": missiles, "site": sites, "class": classes}.get(field)
        assert known is None or value in known, (launch, field, value)
        assert speaker in speakers | {"South Korea JCS", "Japan MOD", "KCNA"}, speaker


def test_the_schema_knows_the_fields() -> None:
    assert set(schemata.schema("record")["properties"]["field"]["enum"]) == FIELDS
    assert set(MEASURED) < FIELDS


def test_the_rules_that_judge_a_fact_are_there_to_be_asked() -> None:
    judged = {code for row in FACTS for code in row[8].split(";") if code}
    assert judged <= {"FC604", "FC605", "FC606"}
    assert all(row[9] for row in FACTS if "FC605" in row[8])
    assert rule_files()


def test_a_stretch_of_coverage_has_its_days_in_order() -> None:
    for each in HEAD["coverage"]:
        assert is_date(each["from"])
        assert each["from"] <= each["until"] <= HEAD["version"]
        assert each["note"].endswith(".")
    assert {each["country"] for each in HEAD["coverage"]} == {"PRK", "CHN", "IND", "IRN", "PAK", "RUS", "USA"}
