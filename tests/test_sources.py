"""Documents beside each other: who speaks, what is one voice, where all meet, and `factcheck compare`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from checker import InputError, check_file, check_text
from checker.api import check_paths, compare_paths
from checker.cli import main
from checker.drafts import Asked
from checker.engine import Options, understand
from checker.readers import read_text
from checker.reports.json import render as render_json
from checker.reports.text import render, render_comparison
from checker.schemata import validator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checker.report import Agreement, Report

LAUNCH = "North Korea launched a ballistic missile from Sunan at 7:44 a.m. on Monday, March 18, 2024."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what writes a file into the working folder, which is empty."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, text: str, **front: str) -> None:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        head = "".join(f"{key}: {value}\n" for key, value in {"published": "2024-03-19", **front}.items())
        path.write_text(f"---\n{head}---\n\n{text}\n", encoding="utf-8")

    return write


def of_kind(report: Report, kind: str) -> Agreement:
    (found,) = [each for each in report.agreement if each.kind == kind]
    return found


def valid(report: Report) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(render_json(report))
    assert [error.message for error in validator("report").iter_errors(value)] == []
    return value


# Who speaks.


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        ("Joint Chiefs of Staff", "South Korea JCS"),
        ("Ministry of Defense of Japan\n\nMarch 18, 2024", "Japan MOD"),
        ("PRESS RELEASE\n\nRepublic of Korea Joint Chiefs of Staff", "South Korea JCS"),
        ("Source: South Korea JCS", "South Korea JCS"),
        ("U.S. Indo-Pacific Command Public Affairs", "US Indo-Pacific Command"),
        ("SEOUL, March 18 (Yonhap) -- Seoul said that it would respond.", "Yonhap"),
        ("North Korea fires a missile, Seoul's military says", None),
        ("South Korea's Joint Chiefs of Staff and Japan's Defense Ministry", None),
        ("The missile that worries Japan's Defense Ministry", None),
    ],
)
def test_who_speaks_stands_at_the_head_of_a_statement(head: str, speaker: str | None) -> None:
    read = understand(read_text(f"{head}\n\n{LAUNCH}\n", "statement.txt"), Options(), "source")
    assert read.speaker == speaker


def test_front_matter_says_who_speaks_before_the_head_does() -> None:
    text = f"---\nsource: KCNA\n---\n\nJoint Chiefs of Staff\n\n{LAUNCH}\n"
    assert understand(read_text(text, "statement.txt"), Options(), "source").speaker == "KCNA"


# Folders.


def test_a_folder_stands_for_the_statements_in_it(desk: Callable[..., None]) -> None:
    desk("said/seoul.md", f"{LAUNCH} It flew about 300 km.", source="South Korea JCS")
    desk("said/japan.md", f"{LAUNCH} It flew about 310 km.", source="Japan MOD")
    desk("said/.hidden.md", f"{LAUNCH} It flew about 900 km.", source="KCNA")
    desk("said/photo.png", "no text")
    desk("said/draft.md", f"{LAUNCH} It flew about 300 km.")
    report = check_file("said/draft.md", sources=["said"])

    assert [document.path for document in report.documents] == ["said/draft.md", "said/japan.md", "said/seoul.md"]
    assert of_kind(report, "range").agree is True


def test_a_draft_may_name_a_folder(desk: Callable[..., None]) -> None:
    desk("said/seoul.md", f"{LAUNCH} It flew about 300 km.", source="South Korea JCS")
    desk("draft.md", f"{LAUNCH} It flew about 500 km.", sources="said")
    assert [finding.code for finding in check_file("draft.md").findings] == ["FC401"]
    assert [finding.code for finding in check_text(LAUNCH[:-1] + " and flew 500 km.", sources=["said"]).findings] == [
        "FC401"
    ]


def test_a_folder_with_nothing_to_read_is_refused(desk: Callable[..., None], tmp_path: Path) -> None:
    desk("draft.md", LAUNCH)
    (tmp_path / "empty").mkdir()
    _, troubles = check_paths(["draft.md"], Asked(sources=("empty",)))
    assert [str(trouble) for trouble in troubles] == [
        "empty: is a folder with no text or statement in it; name the files, or put them there"
    ]
    with pytest.raises(InputError, match="is a folder with no text"):
        check_text(LAUNCH, sources=["empty"])


# One voice, one column, one vote.


def test_an_agency_that_passes_on_what_another_said_is_no_voice_of_its_own(desk: Callable[..., None]) -> None:
    desk("seoul.md", f"{LAUNCH} It flew about 300 km.", source="South Korea JCS")
    desk("yonhap.md", f"{LAUNCH} It flew about 300 km, South Korea's military said, Yonhap reported.", source="Yonhap")
    desk("japan.md", f"{LAUNCH} It flew about 500 km.", source="Japan MOD")
    desk("draft.md", f"{LAUNCH} It flew about 500 km.")
    found = of_kind(check_file("draft.md", sources=["seoul.md", "yonhap.md", "japan.md"]), "range")

    assert [row.speaker for row in found.rows if row.path == "yonhap.md"] == ["South Korea JCS"]
    assert found.outliers == ("South Korea JCS",)
    assert [(one.who, one.by, one.unit) for one in found.apart] == [("South Korea JCS", 200, "km")]


def test_who_is_given_jointly_speaks_for_each(desk: Callable[..., None]) -> None:
    both = "according to South Korea's Joint Chiefs of Staff and Japan's defense ministry"
    desk("wire.md", f"{LAUNCH} It flew about 300 km, {both}.", source="Reuters")
    desk("draft.md", f"{LAUNCH} It flew about 300 km.")
    rows = of_kind(check_file("draft.md", sources=["wire.md"]), "range").rows

    assert [row.speaker for row in rows] == [None, "South Korea JCS", "Japan MOD"]


@pytest.mark.parametrize(
    ("said", "kind", "by"),
    [
        ("time: 09:44", "time", "120 min"),
        ("count: 3", "count", "1 missile"),
        ("flight_time: {value: 9, unit: min}", "flight_time", "3 min"),
    ],
)
def test_by_how_much_an_account_stands_apart(
    desk: Callable[..., None], tmp_path: Path, said: str, kind: str, by: str
) -> None:
    statement = f"source: Japan MOD\npublished: 2024-03-18\nlaunches:\n  - {{date: 2024-03-18, country: PRK, {said}}}\n"
    (tmp_path / "japan.yaml").write_text(statement, encoding="utf-8")
    desk("draft.md", "North Korea launched two missiles at 7:44 a.m. on Monday, March 18. They flew for 6 minutes.")
    report = check_file("draft.md", sources=["japan.yaml"])
    found = of_kind(report, kind)

    assert {(one.who, f"{one.by:g} {one.unit}") for one in found.apart} == {("draft.md", by), ("Japan MOD", by)}
    assert valid(report)


def test_figures_of_two_bases_neither_disagree_nor_meet(desk: Callable[..., None]) -> None:
    desk("seoul.md", f"{LAUNCH} It flew about 1,000 km.", source="South Korea JCS")
    desk("japan.md", f"{LAUNCH} It flew about 700 km if it was on a normal trajectory.", source="Japan MOD")
    desk("draft.md", f"{LAUNCH} It flew about 1,000 km.")
    report = check_file("draft.md", sources=["seoul.md", "japan.md"])
    found = of_kind(report, "range")

    assert found.agree is None
    assert found.consensus is not None
    assert (found.consensus.low, found.consensus.high) == (950, 1050)
    assert {row.basis for row in found.rows} == {None, "standard trajectory"}
    assert not [finding for finding in report.findings if finding.severity != "note"]
    assert valid(report)["agreement"][0]["draft"] == "draft.md"


def test_a_launch_that_is_not_told_apart_is_shown(desk: Callable[..., None]) -> None:
    second = "North Korea launched another missile from Sunan at 9:20 a.m. on Monday, March 18, 2024."
    desk("seoul.md", f"{LAUNCH} {second}", source="South Korea JCS")
    desk("draft.md", "North Korea launched a missile on Monday.")
    report = check_file("draft.md", sources=["seoul.md"])

    assert {each.unclear for each in report.agreement} == {("seoul.md",)}
    assert "seoul.md tells of several launches, and it is not clear which is meant" in render(report)
    assert valid(report)["agreement"][0]["unclear"] == ["seoul.md"]


# `factcheck compare`.


@pytest.fixture
def three(desk: Callable[..., None]) -> list[str]:
    """Return three documents on one launch, and one of them on another too."""
    later = "It launched another missile from Wonsan at 4:10 p.m. on Monday, March 18, that flew 250 km."
    desk("seoul.md", f"{LAUNCH} It flew about 300 km.", source="South Korea JCS")
    desk("japan.md", f"{LAUNCH} It flew at least 280 km. {later}", source="Japan MOD")
    desk("wire.md", "A missile was launched from Wonsan at 4:12 p.m. on Monday, March 18, 2024.", source="Reuters")
    return ["seoul.md", "japan.md", "wire.md"]


def test_documents_are_compared_without_a_draft(three: list[str]) -> None:
    report, troubles = compare_paths(three)
    ranges = [each for each in report.agreement if each.kind == "range"]

    assert troubles == ()
    assert {document.role for document in report.documents} == {"source"}
    assert [(each.launch, [row.speaker for row in each.rows]) for each in ranges] == [
        ("1", ["Japan MOD", "South Korea JCS"]),
        ("2", ["Japan MOD"]),
    ]
    assert [each["event"]["id"] for each in valid(report)["agreement"]] == [each.launch for each in report.agreement]
    told = render_comparison(report)
    assert told.count("Launch of Monday, March 18, 2024") == 2
    assert "2 launches told by more than one of 3 documents." in told


def test_the_order_of_what_is_compared_does_not_matter(three: list[str]) -> None:
    assert compare_paths(three)[0].agreement == compare_paths(three[::-1])[0].agreement


def test_what_is_compared_with_nothing_is_named(desk: Callable[..., None], three: list[str]) -> None:
    desk("old.md", "North Korea launched a missile on Feb. 2, 2024.", source="KCNA")
    desk("weather.md", "The weather was fair.")
    report, _ = compare_paths([*three, "old.md", "weather.md"])
    told = render_comparison(report)

    assert "old.md: compared with nothing: no other document tells of the same launch." in told
    assert "weather.md: compared with nothing: no claim about a launch was found in it." in told


def test_the_command_compares(three: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *three]) == 0
    assert "South Korea JCS" in capsys.readouterr().out
    assert main(["compare", "--format", "json", "."]) == 0
    assert len(json.loads(capsys.readouterr().out)["documents"]) == 3
    assert main(["compare", "nowhere.md"]) == 2
    assert "there is no such file" in capsys.readouterr().err


def test_interval_lines_are_plain_where_the_signs_cannot_be_shown(three: list[str]) -> None:
    report, _ = compare_paths(three)
    drawn, plain = render_comparison(report), render_comparison(report, draws=False)

    assert "\u251c" in drawn
    assert "\u25b6" in drawn
    assert plain.isascii()
    assert [line for line in plain.split("\n") if line.strip().startswith("South Korea JCS  ") and "|-" in line]
