"""Zones, seas, fans and landings, against what was said of real launches."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from checker import check_file, check_text, data
from checker.earth.fan import fan, width
from checker.earth.fixes import Fix, rounding
from checker.earth.geodesy import along, destination, distance, inverse
from checker.earth.shapes import Shape, zones
from checker.earth.waters import in_sea, known, margin, on_land, sea_of

if TYPE_CHECKING:
    from checker.earth.geodesy import Point

    Pair = tuple[float, float]
    Triangle = tuple[str, Point, float, Point, float, float, float, Pair]
    KnownFan = tuple[str, Point, float, Pair, Pair, Pair, Pair]

OSHIMA, OKUSHIRI, OGA = (41.507, 139.363), (42.16, 139.46), (39.95, 139.70)
SHAKOTAN, OKI_DOGO, HEGURA, ERIMO = (43.37, 140.34), (36.25, 133.27), (37.851, 136.918), (41.93, 143.25)
PYONGYANG, SUNAN, UNNYUL, MUPYONG = (39.03, 125.75), (39.22, 125.67), (38.55, 125.15), (40.611, 126.425)
HWANGJU = (38.68, 125.78)

# Day, place, direction, spread, kilometres, whether inside was said, the share that fits with the disputed islands. The
# share of 2019-10-02 is by the distance to the limit; half the difference of the distances to both coasts gives 0.94.
STATEMENTS = [
    ("2016-08-03", OGA, 270, 22.5, 250, True, 1.00),
    ("2016-09-05", OKUSHIRI, 270, 22.5, 225, True, 0.49),
    ("2017-07-28", OKUSHIRI, 315, 22.5, 150, True, 1.00),
    ("2017-07-28", SHAKOTAN, 270, 22.5, 200, True, 0.68),
    ("2019-10-02", OKI_DOGO, 0, 22.5, 350, True, 0.81),
    ("2021-09-15", HEGURA, 0, 22.5, 300, True, 0.97),
    ("2022-11-18", OSHIMA, 270, 11.25, 205, True, 1.00),
    ("2023-02-18", OSHIMA, 270, 11.25, 200, True, 1.00),
    ("2023-03-16, a flash", OSHIMA, 270, 11.25, 200, False, 0.03),
    ("2023-03-16, the minister", OSHIMA, 270, 11.25, 250, False, 0.69),
    ("2023-12-18", OKUSHIRI, 315, 22.5, 250, False, 1.00),
    ("2024-10-31", OKUSHIRI, 270, 11.25, 200, False, 0.39),
]
# Day, site, its radius, the landing, and the distance that follows.
TRIANGLES = [
    ("2016-08-03", UNNYUL, 10, OGA, 270, 22.5, 250, (979, 1074)),
    ("2016-09-05", HWANGJU, 10, OKUSHIRI, 270, 22.5, 225, (974, 1068)),
    ("2017-07-28", MUPYONG, 3, OKUSHIRI, 315, 22.5, 150, (947, 1074)),
    ("2022-11-18", SUNAN, 3, OSHIMA, 270, 11.25, 205, (969, 1012)),
    ("2023-02-18", SUNAN, 3, OSHIMA, 270, 11.25, 200, (961, 1028)),
    ("2023-03-16", SUNAN, 3, OSHIMA, 270, 11.25, 250, (911, 982)),
    ("2023-12-18", PYONGYANG, 30, OKUSHIRI, 315, 22.5, 250, (966, 1221)),
    ("2024-10-31", PYONGYANG, 30, OKUSHIRI, 270, 11.25, 200, (955, 1082)),
]
# Day, site, its radius, kilometres, and the directions that end in the Sea of Japan, inside and outside of the zone.
FANS = [
    ("2024-01-14", PYONGYANG, 30, (950, 1050), (50.5, 112.5), (61.5, 112.5), (50.5, 73)),
    ("2022-11-18", SUNAN, 3, (950, 1050), (52.5, 113), (64, 113), (52.5, 71.5)),
    ("2016-08-03", UNNYUL, 10, (950, 1050), (51.5, 107.5), (64.5, 107.5), (51.5, 74)),
    ("2017-07-28", MUPYONG, 3, (993, 1003), (55.5, 110), (67, 110), (55.5, 69)),
]


def landing(place: Point, direction: float, spread: float, told: float) -> Fix:
    return Fix(place, direction, spread, told - rounding(told), told + rounding(told))


@pytest.mark.parametrize("row", STATEMENTS, ids=lambda row: row[0])
def test_official_statements_come_out(row: tuple[str, Point, float, float, float, bool, float]) -> None:
    _, place, direction, spread, told, inside, share = row
    found = landing(place, direction, spread, told).share("claim", inside=inside, samples=21)
    assert found == pytest.approx(share, abs=0.025)


def test_one_statement_needs_the_disputed_islands() -> None:
    fix = landing(OKI_DOGO, 0, 22.5, 350)
    assert fix.share("undisputed", inside=True, samples=21) == pytest.approx(0.38, abs=0.02)


@pytest.mark.parametrize("row", TRIANGLES, ids=lambda row: row[0])
def test_site_and_landing_give_the_distance(row: Triangle) -> None:
    _, site, radius, place, direction, spread, told, wanted = row
    assert landing(place, direction, spread, told).from_site(site, radius) == pytest.approx(wanted, abs=3)


@pytest.mark.parametrize("row", FANS, ids=lambda row: row[0])
def test_fans_of_known_launches(row: KnownFan) -> None:
    _, site, radius, told, sea, inside, outside = row
    found = fan(site, radius, *told, "sea-of-japan")
    assert found.whole
    # Directions are those from the middle of the site here, and those from its edge there.
    assert found.at_sea()[0] == pytest.approx(sea, abs=2.6)
    assert found.towards(inside=True)[0] == pytest.approx(inside, abs=2.6)
    assert found.towards(inside=False)[0] == pytest.approx(outside, abs=2.6)


@pytest.mark.parametrize(
    ("site", "flown", "beyond"), [(SUNAN, 2700, (1140, 1230)), (MUPYONG, 4600, (3080, 3280))], ids=["2017", "2022"]
)
def test_flights_over_japan_end_far_beyond_it(site: Point, flown: float, beyond: tuple[float, float]) -> None:
    direction = inverse(site, ERIMO)[1]
    end = destination(site, direction, flown)
    assert beyond[0] < distance(end, ERIMO) < beyond[1]
    assert sea_of(end) == "pacific"
    assert margin(end) == -200


@pytest.mark.parametrize(
    ("place", "direction", "limit"),
    [(OSHIMA, 270, 248), (OKUSHIRI, 270, 214), (OKUSHIRI, 315, 189), (SHAKOTAN, 270, 206), (OGA, 270, 481)],
)
def test_the_limit_lies_where_it_is_reckoned(place: Point, direction: float, limit: float) -> None:
    inside, outside = along(place, direction, [limit - 2, limit + 2])
    assert margin(inside) > 0 > margin(outside)


def test_geodesics_hold_at_poles_antipodes_and_the_antimeridian() -> None:
    assert distance((52, 179.5), (52, -179.5)) == pytest.approx(68.677, abs=0.01)
    assert distance((90, 0), (90, 123)) == pytest.approx(0, abs=1e-6)
    assert distance((0, 0), (0.5, 179.5)) == pytest.approx(19936.288579, abs=1e-6)
    assert destination((0, 179), 90, 300)[1] < 0
    assert Shape([((50, 178), (50, 182), (54, 182), (54, 178))]).holds((52, -179))


def test_a_shape_with_a_hole() -> None:
    shape = Shape([((0, 0), (0, 10), (10, 10), (10, 0)), ((4, 4), (4, 6), (6, 6), (6, 4))])
    assert shape.holds((2, 2))
    assert not shape.holds((5, 5))
    assert not shape.holds((2, 12))
    assert shape.margin((5, 3), 200) == pytest.approx(110.8, abs=0.5)
    assert shape.margin((-1, 5), 50) == -50


SEAS = [
    ((40, 135), "sea-of-japan"), ((38, 130), "sea-of-japan"), ((46, 139), "sea-of-japan"), ((36, 123), "yellow-sea"),
    ((34.5, 124), "yellow-sea"), ((29, 125), "east-china-sea"), ((50, 148), "okhotsk-sea"), ((38.5, 119.5), "bohai"),
    ((34, 129), "korea-strait"), ((40, 150), "pacific"), ((30, 135), "pacific"), ((20, 150), "pacific"),
    ((36, 140), None), ((39, 126), None), ((35, 10), None), ((70, 150), None),
]  # fmt: skip


@pytest.mark.parametrize(("point", "sea"), SEAS)
def test_the_sea_of_a_point(point: Point, sea: str | None) -> None:
    assert sea_of(point) == sea


def test_seas_within_seas_and_their_edges() -> None:
    assert known("philippine-sea") == "pacific"
    assert known("black-sea") is None
    assert in_sea((32, 122.5), "yellow-sea")
    assert in_sea((32, 122.5), "east-china-sea")
    assert not in_sea((40, 150), "sea-of-japan", 40)


def test_land_and_zone_are_where_they_are() -> None:
    assert on_land((35.7, 139.5))
    assert not on_land((38, 130))
    for variant in zones():
        assert margin((35.7, 139.5), variant) == 200
        assert margin((39, 127.6), variant) == -200
    assert margin((37.24, 131.87)) > 8
    assert margin((37.24, 131.87), "undisputed") < -8


def test_the_article_is_possible_for_a_narrow_fan() -> None:
    report = check_file("seeds/cases/2024-01-14/article.txt")
    (found,) = (finding for finding in report.findings if finding.code == "FC211")
    first, last = map(float, str(found.evidence["directions"]).removesuffix(" degrees").split(" to "))
    assert (first, last) == pytest.approx((50, 73), abs=2)
    assert not [finding for finding in report.findings if finding.severity == "error"]


def test_the_landing_of_2022_cannot_have_been_outside() -> None:
    text = "The missile of Nov. 18, 2022 fell about 200 km west of Oshima-Oshima, {} Japan's exclusive economic zone."
    (found,) = check_text(text.format("outside")).findings
    assert (found.code, found.severity) == ("FC202", "error")
    assert not check_text(text.format("inside")).findings


def test_a_fan_is_fast() -> None:
    fan(PYONGYANG, 30, 700, 800, "sea-of-japan")
    begun = time.process_time()
    for flown in range(900, 920):
        found = fan(PYONGYANG, 30, flown, flown + 50, "sea-of-japan")
        assert width(found.at_sea()) > 40
    assert (time.process_time() - begun) / 20 < 0.05  # 5 times what it takes


def test_a_draft_without_a_place_loads_nothing_of_the_earth() -> None:
    code = (
        "import sys; from checker import check_text; check_text('The missile flew 1,000 km (900 miles).');"
        "print([name for name in sys.modules if 'geographiclib' in name or name == 'checker.earth.shapes'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_data_is_small_and_tidy() -> None:
    folder = data.folder("seeds") / "zones"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 500_000
    rings = json.loads(data.read("seeds", "zones/land.json"))
    assert all(len(steps) % 2 == 0 and len(steps) >= 6 for _, steps in rings)
