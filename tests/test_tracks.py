"""Tracks over land, distances of places, and where sites are, against the map and against real launches."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from checker import check_text, data, gazetteer
from checker.earth import overflights
from checker.earth.extents import Extent, apart, towards
from checker.earth.extents import country as extent_of
from checker.earth.fixes import Fix, rounding
from checker.earth.geodesy import along, distance
from checker.earth.lands import country, may_cross, must_cross, tracks
from checker.earth.situated import wheres
from checker.earth.told import OWNERS
from checker.earth.waters import fits, margin, sea_of, territorial

if TYPE_CHECKING:
    from checker.earth.geodesy import Point

ERIMO, OSHIMA, OKUSHIRI, OGA = (41.93, 143.25), (41.507, 139.363), (42.16, 139.46), (39.95, 139.70)
SUNAN, MUPYONG, HWANGJU = (39.20, 125.67), (40.611, 126.425), (38.68, 125.78)
# Day, site, and a landing by place, direction, spread and kilometres: behind Japan, and before it.
OVER = [
    ("2017-08-29", SUNAN, ERIMO, 90, 11.25, 1180),
    ("2017-09-15", SUNAN, ERIMO, 90, 11.25, 2200),
    ("2022-10-04", MUPYONG, ERIMO, 90, 11.25, 3200),
]
BEFORE = [
    ("2016-09-05", HWANGJU, OKUSHIRI, 270, 22.5, 225),
    ("2022-11-18", SUNAN, OSHIMA, 270, 11.25, 205),
    ("2016-08-03", SUNAN, OGA, 270, 22.5, 250),
]
Row = tuple[str, "Point", "Point", float, float, float]


def ways(row: Row) -> list[tuple[Point, float, float]]:
    _, site, place, direction, spread, told = row
    return list(tracks(site, Fix(place, direction, spread, told - rounding(told), told + rounding(told))))


@pytest.mark.parametrize("row", OVER, ids=lambda row: row[0])
def test_flights_over_japan_led_over_it(row: Row) -> None:
    hokkaido = overflights.land("hokkaido")
    assert hokkaido
    assert may_cross(ways(row), hokkaido)
    assert must_cross(ways(row), country("JPN", "Japan"), 25.0)


@pytest.mark.parametrize("row", BEFORE, ids=lambda row: row[0])
def test_flights_that_ended_before_japan_did_not(row: Row) -> None:
    hokkaido = overflights.land("hokkaido")
    assert hokkaido
    assert not may_cross(ways(row), hokkaido)
    assert not must_cross(ways(row), country("JPN", "Japan"), 25.0)


def test_islands_are_told_apart() -> None:
    found = {name: overflights.land(name) for name in ("hokkaido", "honshu", "kyushu", "shikoku")}
    for name, point in {
        "hokkaido": (43, 142),
        "honshu": (36, 139),
        "kyushu": (32.8, 131),
        "shikoku": (33.8, 133.6),
    }.items():
        assert [each for each, over in found.items() if over and over.near(point, 0)] == [name]


def test_disputed_islands_are_japans_only_where_that_lets_more_be() -> None:
    iturup = (45.0, 147.9)
    assert country("JPN", "Japan", disputed=True).near(iturup, 5)
    assert not country("JPN", "Japan").near(iturup, 5)


def test_places_lie_as_far_apart_as_they_do() -> None:
    tokyo, guam = Extent("Tokyo", "JPN", ((35.69, 139.69),), 20), Extent("Guam", "USA", ((13.45, 144.78),), 25)
    pyongyang = Extent("Pyongyang", "PRK", ((39.03, 125.75),), 15)
    assert apart(tokyo, pyongyang) == pytest.approx((1255, 1325), abs=5)
    low, high = apart(guam, extent_of("PRK", "North Korea"))
    assert (low, high) == pytest.approx((3160, 3650), abs=20)
    turned = towards(pyongyang, tokyo)
    assert turned
    assert turned[0] == pytest.approx(103, abs=2)
    assert towards(pyongyang, extent_of("JPN", "Japan")) is None


def test_each_site_has_the_coast_that_a_walk_finds() -> None:
    sites = {site.id: site for site in gazetteer.sites()}
    for key, where in wheres().items():
        site = sites[key]
        assert site.country == "PRK"
        assert site.position
        assert all(province in sites for province in where.provinces)
        if not where.coast:
            continue
        steps = [float(step) for step in range(0, 125, 5)]
        seen = {
            sea
            for direction in range(0, 360, 15)
            for point in along(site.position, direction, steps)
            if (sea := sea_of(point))
        }
        assert ("yellow-sea" if where.coast == "west" else "sea-of-japan") in seen, key
        if len(seen & {"yellow-sea", "sea-of-japan"}) > 1:
            assert site.position[1] < 126.1 if where.coast == "west" else site.position[1] > 127.1, key


def test_a_site_lies_in_the_province_that_it_is_told_by() -> None:
    sites = {site.id: site for site in gazetteer.sites()}
    for key, where in wheres().items():
        province, site = sites[where.provinces[0]], sites[key]
        assert site.position
        assert province.position
        assert province.uncertainty_km
        assert distance(site.position, province.position) < province.uncertainty_km + (site.uncertainty_km or 0), key


def test_the_table_of_sites_is_tidy() -> None:
    rows = list(csv.DictReader(data.read("seeds", "provinces.csv").splitlines()))
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert {row["coast"] for row in rows} == {"", "east", "west"}
    known = {row["id"] for row in csv.DictReader(data.read("seeds", "sources.csv").splitlines())}
    assert {source for row in rows for source in row["sources"].split(";")} <= known


def test_estimates_are_of_the_owners_that_are_asked_for() -> None:
    assert sorted(json.loads(data.read("seeds", "zones/estimates.json"))) == sorted(OWNERS[1:])


def test_an_estimate_decides_nothing_within_its_band() -> None:
    near, far, deep = (38.6, 129.2), (41.5, 137.0), (37.0, 129.8)
    assert margin(near, "KOR") > 0
    assert fits(near, inside=True, variant="KOR")
    assert fits(near, inside=False, variant="KOR")
    assert not fits(far, inside=True, variant="KOR")
    assert fits(deep, inside=True, variant="KOR")
    assert fits((54.0, 150.0), inside=True, variant="RUS")
    assert fits((54.0, 150.0), inside=False, variant="RUS")


def test_territorial_waters_are_near_the_coast() -> None:
    assert territorial((42.16, 139.2))
    assert not territorial((42.16, 137.5))
    assert not territorial((37.24, 131.6))
    assert territorial((37.24, 131.6), disputed=True)
    assert territorial((20.5, 136.1))


def test_a_landing_deep_in_another_sea_is_not_measured_to_the_kilometer() -> None:
    text = "A missile fell about 100 km south of Vladivostok, inside Japan's exclusive economic zone."
    (found,) = check_text(text).findings
    assert "more than 200 km outside its limit" in found.message
