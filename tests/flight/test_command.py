"""`factcheck flight`: the calculator and its picture."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from checker.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

SVG = "{http://www.w3.org/2000/svg}"
LOFTED = ("--distance", "1,001 km", "--apogee", "6,648 km", "--time", "74 minutes", "--from", "Sunan")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "80")

    def call(*words: str) -> tuple[int, str, str]:
        status = main(["flight", *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def _parsed(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)  # noqa: S314 -- our own


def test_a_lofted_flight(run: Run) -> None:
    status, out, err = run(*LOFTED)

    assert (status, err) == (0, "")
    assert "free fall                71.9 to 72.6 minutes" in out
    assert "published flights        72.9 to 77.1 minutes" in out
    assert "27.7, lofted" in out
    assert "anywhere on Earth" in out
    assert "least energy             1,001 km, apogee 240 km, 7.9 minutes, 3.02 km/s (Mach 8.9)" in out
    assert "No rule speaks against these figures." in out


def test_figures_that_do_not_go_together(run: Run) -> None:
    status, out, _ = run("--distance", "1,001 km", "--apogee", "6,648 km", "--time", "37 minutes")

    assert status == 1
    assert "error  FC301 flight-time-impossible" in out


def test_figures_of_no_arc(run: Run) -> None:
    status, out, err = run("--apogee", "6,000 km", "--speed", "Mach 2")

    assert (status, err) == (1, "")
    assert "No free arc has these figures: 0.64 km/s carries no higher than 21 km." in out
    assert json.loads(run("--apogee", "6,000 km", "--speed", "Mach 2", "--format", "json")[1])["trouble"]


def test_farther_than_the_earth_is_round(run: Run) -> None:
    status, out, _ = run("--distance", "30,000 km", "--apogee", "100 km")

    assert status == 1
    assert "error  FC305 beyond-bounds" in out
    assert "no two places on Earth lie farther apart than 20,015 km" in out


def test_a_note_is_no_failure(run: Run) -> None:
    status, out, _ = run("--distance", "1,000 km", "--apogee", "50 km")

    assert status == 0
    assert "note  FC304 not-ballistic" in out


def test_the_outline_is_in_proportion(run: Run) -> None:
    _, out, _ = run("--distance", "800 km", "--apogee", "200 km")
    drawing = [line for line in out.splitlines() if re.fullmatch(r"[ *._o]+", line) and line.strip()]
    marked = [(row, column) for row, line in enumerate(drawing) for column, mark in enumerate(line) if mark == "*"]
    high = max(row for row, _ in marked) - min(row for row, _ in marked)
    wide = max(column for _, column in marked) - min(column for _, column in marked)

    # Twice as many columns as rows for a length; the ground's middle stands 13 km higher than its ends.
    assert 2 * high / wide == pytest.approx(213 / 800, abs=0.04)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--distance", "800 km", "--time", "15 minutes"), "apogee due               502 to 817 km"),
        (("--distance", "500 miles", "--speed", "Mach 10"), "by distance and speed"),
        (("--apogee", "2,000 km", "--time", "30 minutes"), "by apogee and flight time"),
        (("--apogee", "2,000 km"), "published flights        27.3 to 32.8 minutes"),
        (("--apogee", "at least 50 km", "--distance", "1,000 km"), "at least 50 km"),
        (("--apogee", "2,111.5 km", "--distance", "787 km"), "standard trajectory      4,356 to 5,583 km"),
    ],
)
def test_any_figures(run: Run, words: tuple[str, ...], says: str) -> None:
    _, out, err = run(*words)

    assert says in out
    assert err == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "give a figure"),
        (("--distance", "1000"), "--distance: '1000' is no length with its unit; write it like \"1,000 km\""),
        (("--time", "50 km"), "'50 km' is no time"),
        (("--distance", "0 km"), "is nothing"),
        (("--distance", "1,000 km", "--from", "Sunnan"), "did you mean Sunan?"),
        (("--apogee", "50 km", "--format", "svg"), "there is no arc to draw"),
        (("--distance", "1,000 km", "--speed", "1 km/s", "--format", "svg"), "1.00 km/s does not carry 1,000 km"),
    ],
)
def test_bad_input_is_said_in_one_line(run: Run, words: tuple[str, ...], says: str) -> None:
    status, out, err = run(*words)

    assert (status, out) == (2, "")
    assert says in err


def test_json(run: Run) -> None:
    _, out, _ = run(*LOFTED, "--format", "json")
    answer = json.loads(out)

    assert answer["given"]["apogee"] == {"text": "6,648 km", "low": 6647.5, "high": 6648.5, "unit": "km"}
    assert [one["name"] for one in answer["arcs"]] == ["by distance and apogee", "least energy", "by flight time"]
    assert answer["arcs"][0]["time"]["value"] == pytest.approx(4319, abs=2)
    assert answer["findings"] == []


def test_an_open_end_is_null_in_json(run: Run) -> None:
    _, out, _ = run("--apogee", "more than 6,000 km", "--format", "json")

    assert json.loads(out)["given"]["apogee"]["high"] is None


@pytest.mark.parametrize("words", [LOFTED, ("--distance", "9,000 km", "--apogee", "1,200 km")])
def test_the_picture(run: Run, words: tuple[str, ...]) -> None:
    _, out, _ = run(*words, "--format", "svg")
    picture = _parsed(out)
    texts = [text for element in picture.iter(f"{SVG}text") if (text := element.text)]

    assert picture.get("role") == "img"
    assert picture.find(f"{SVG}title") is not None
    described = picture.find(f"{SVG}desc")
    assert described is not None
    assert "least energy" in str(described.text)
    assert any(text.endswith("along the ground") for text in texts)
    _, _, wide, high = map(float, str(picture.get("viewBox")).split())
    for element in picture.iter(f"{SVG}path"):
        numbers = [float(number) for number in re.findall(r"-?\d+\.\d", element.get("d", ""))]
        assert numbers
        assert min(numbers) >= 0
        assert max(numbers) <= max(wide, high)


def test_the_picture_is_in_proportion(run: Run) -> None:
    _, out, _ = run("--distance", "800 km", "--apogee", "200 km", "--format", "svg")
    picture = _parsed(out)
    (arc,) = (
        one for one in picture.iter(f"{SVG}path") if one.get("stroke-width") == "3.0" and len(one.get("d", "")) > 99
    )
    places = [tuple(map(float, pair.split())) for pair in re.split(r"[ML]", arc.get("d", "")) if pair.strip()]
    wide = max(x for x, _ in places) - min(x for x, _ in places)
    high = max(y for _, y in places) - min(y for _, y in places)

    assert high / wide == pytest.approx((200 + 12.5) / 800, abs=0.01)


def test_what_is_given_is_escaped_in_the_picture(run: Run) -> None:
    _, out, _ = run("--distance", "<1,000 km>", "--format", "svg")

    assert "&lt;1,000 km&gt;" in out
    _parsed(out)
