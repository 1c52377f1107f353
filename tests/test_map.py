"""`factcheck map`: what it draws, and what it says where there is nothing to draw."""

from __future__ import annotations

import json
import re
from io import BytesIO, TextIOWrapper
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from checker.cli import main
from checker.earth.geodesy import destination, distance
from checker.earth.picture import Plane

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "seeds" / "cases" / "2024-01-14" / "article.txt"
SVG = "{http://www.w3.org/2000/svg}"
LANDED = "The missile fell about 200 km west of Oshima-Oshima, inside Japan's exclusive economic zone."


def drawn(path: Path, capsys: pytest.CaptureFixture[str]) -> ElementTree.Element:
    assert main(["map", str(path)]) == 0
    return ElementTree.fromstring(capsys.readouterr().out)  # noqa: S314 our own


def test_the_picture_in_the_readme_is_what_the_article_gives(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["map", str(ARTICLE)]) == 0
    assert capsys.readouterr().out == (ROOT / "docs" / "map-2024-01-14.svg").read_text(encoding="utf-8")


def test_a_screen_reader_is_told_what_it_shows(capsys: pytest.CaptureFixture[str]) -> None:
    root = drawn(ARTICLE, capsys)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert title.text == "Launch of Jan. 14, 2024: 1,000 km from Pyongyang, outside Japan's zone"
    assert "possible towards 51 to 73 degrees from north" in str(description.text)
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert not re.search(r"(?:href|src|@import)\s*=?", ElementTree.tostring(root, encoding="unicode"))


@pytest.mark.parametrize("text", [None, LANDED])
def test_no_words_stand_on_others(text: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = ARTICLE
    if text:
        path = tmp_path / "draft.txt"
        path.write_text(text, encoding="utf-8")
    boxes = []
    for words in drawn(path, capsys).iter(f"{SVG}text"):
        x, y, size = (float(words.get(name, "0")) for name in ("x", "y", "font-size"))
        wide = len(str(words.text)) * size * 0.5
        left = x - wide / 2 if words.get("text-anchor") == "middle" else x
        boxes.append((left, y - size, left + wide, y))
        assert left >= 0
        assert left + wide <= 760
    for one, other in combinations(boxes, 2):
        assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def test_geojson_holds_site_ends_landing_and_both_limits(tmp_path: Path) -> None:
    path, made = tmp_path / "draft.txt", tmp_path / "map.geojson"
    path.write_text(f"North Korea fired a missile from Sunan. It flew about 1,000 km. {LANDED}", encoding="utf-8")
    assert main(["map", str(path), "-o", str(made)]) == 0
    features = json.loads(made.read_text(encoding="utf-8"))["features"]
    kinds = [feature["properties"]["kind"] for feature in features]
    assert kinds.count("limit of Japan's zone") == 2
    assert {"site", "end points", "landing"} <= set(kinds)
    for feature in features:
        if feature["geometry"]["type"] == "Polygon":
            (ring,) = feature["geometry"]["coordinates"]
            assert ring[0] == ring[-1]


def test_a_text_without_a_place_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("The missile flew 1,000 km.", encoding="utf-8")
    assert main(["map", str(path)]) == 2
    assert "gives no launch site with a distance" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["map", str(ARTICLE), "-o", str(tmp_path / "none" / "map.svg")]) == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("direction", [0, 63, 180, 270])
def test_the_plane_keeps_distances_and_directions(direction: float) -> None:
    centre = (39.0, 125.75)
    end = destination(centre, direction, 1000)
    at = Plane(centre)(end)
    wanted = Plane(centre).at(direction, distance(centre, end))
    assert at == pytest.approx(wanted, abs=5)


def test_standard_input_is_drawn(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(LANDED.encode())))
    assert main(["map", "-"]) == 0
    assert ElementTree.fromstring(capsys.readouterr().out).tag == f"{SVG}svg"  # noqa: S314 our own
