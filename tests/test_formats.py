"""The formats of a report, each read again by a program that is not ours, on a text with every trap for columns."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator
from xmlschema import XMLSchema

from checker import check_file
from checker.cli import main
from checker.findings import Finding
from checker.report import Report
from checker.reports.formats import FORMATS, rendered
from checker.reports.telling import Run
from checker.source import Span
from checker.trouble import InputError

VENDOR = Path(__file__).parent / "vendor"
# Wide, astral and bidirectional characters, a tab and CRLF before what is found.
TEXT = (
    "\U0001f680 미사일\u200f발사\tThe missile flew 1,000 km (900 miles).\r\n\r\n"
    "=It was fired, 100 % | <b> sure, on Monday, January 14, 2024.\r\n"
    'It "flew 300 km (450 miles)". <!-- factcheck: ignore[FC101] asked -->\r\n'
)
GOLDEN = Path(__file__).parent / "golden" / "formats"
FOUND = ("1,000 km (900 miles)", "Monday, January 14, 2024")


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    path = tmp_path / "a,b%.md"
    path.write_bytes(TEXT.encode())
    return path


def told(name: str, draft: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["check", draft.name, "--isolated", "--format", name]) == 1
    return capsys.readouterr().out


def test_sarif_fits_the_published_schema(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads((VENDOR / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    assert main(["check", draft.name, "none.md", "--isolated", "--format", "sarif"]) == 2
    log = json.loads(capsys.readouterr().out)
    assert log["$schema"] == schema["id"]
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not Draft4Validator(schema).is_valid(log)


def test_sarif(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = json.loads(told("sarif", draft, capsys))
    (run,) = log["runs"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert run["invocations"] == [{"executionSuccessful": True}]
    lines = TEXT.split("\r\n")
    words = []
    for result in run["results"]:
        (place,) = result["locations"]
        region = place["physicalLocation"]["region"]
        assert place["physicalLocation"]["artifactLocation"] == {"uri": "a%2Cb%25.md", "uriBaseId": "%SRCROOT%"}
        said = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
        assert said == region["snippet"]["text"]
        assert said == TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]]
        assert place["physicalLocation"]["contextRegion"]["snippet"]["text"].count(said) == 1
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}")
        assert result["partialFingerprints"]["factcheck/v1"]
        words.append((said, "suppressions" in result))
    assert words == [(FOUND[0], False), (FOUND[1], False), ("300 km (450 miles)", True)]
    (aside,) = run["results"][2]["suppressions"]
    assert (aside["kind"], aside["justification"]) == ("inSource", "comment: asked")
    (first, *_) = run["results"][0]["fixes"]
    (change,) = first["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "620 miles"}


def test_junit(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suites = ElementTree.fromstring(told("junit", draft, capsys))  # noqa: S314 -- it is ours
    assert (suites.get("tests"), suites.get("failures"), suites.get("errors")) == ("2", "2", "0")
    assert [case.get("name") for case in suites.iter("testcase")] == ["FC101 pair-disagrees", "FC501 weekday-disagrees"]


def test_junit_fits_the_schema_of_jenkins(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schema = XMLSchema(VENDOR / "junit-10.xsd")
    draft.with_name("right.md").write_text("The missile\u0001 flew 1,000 km (620 miles).", encoding="utf-8")
    draft.with_name("<&>.md").write_text("The missile flew 1,000 km (600 miles).", encoding="utf-8")
    names = [draft.name, "right.md", "<&>.md", "none.md"]
    assert main(["check", *names, "--isolated", "--format", "junit"]) == 2
    out = capsys.readouterr().out
    assert [error.reason for error in schema.iter_errors(out)] == []
    kinds = {each.tag for each in ElementTree.fromstring(out).iter()}  # noqa: S314 -- it is ours
    assert kinds == {"testsuites", "testsuite", "testcase", "failure", "error", "system-out"}
    assert not schema.is_valid(out.replace("<failure", "<fault").replace("</failure", "</fault"))


def test_csv_is_no_formula(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head, *rows = csv.reader(io.StringIO(told("csv", draft, capsys), newline=""))
    assert [dict(zip(head, row, strict=True))["words"] for row in rows] == list(FOUND)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    draft.with_name("=cmd.md").write_text("It flew 1,000 km (900 miles).", encoding="utf-8")
    (_, row) = csv.reader(io.StringIO(told("csv", draft.with_name("=cmd.md"), capsys), newline=""))
    assert row[0] == "'=cmd.md"


def test_github_escapes_and_sums_up(
    draft: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = draft.with_name("summary.md")
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    first, second = told("github", draft, capsys).splitlines()
    column = TEXT.index(FOUND[0]) + 1
    last = column + len(FOUND[0]) - 1
    at = f"file=a%2Cb%25.md,line=1,endLine=1,col={column},endColumn={last}"
    assert first.startswith(f"::error {at},title=FC101 pair-disagrees::")
    assert second.startswith("::error file=a%2Cb%25.md,line=3,")
    assert summary.read_text(encoding="utf-8").startswith("before\n**2 errors**; 1 draft")


def test_github_escapes_what_would_end_a_command(draft: Path) -> None:
    found = Finding("FC101", "pair-disagrees", "error", "100 % of\r\nit: a, b\u2028c", Span(0, 1))
    document = replace(check_file(draft).documents[0], path="a:b,c\r\n%.md", findings=(found,))
    trouble = InputError("no\nsuch.md:3", "100 %", "b, c")
    assert rendered("github", Run(Report((document,)), (trouble,))).split("\n") == [
        "::error file=no%0Asuch.md,line=3,title=not checked::no%0Asuch.md:3: 100 %25; b, c",
        (
            "::error file=a%3Ab%2Cc%0D%0A%25.md,line=1,endLine=1,col=1,endColumn=1,title=FC101 pair-disagrees::"
            "100 %25 of it: a, b c"
        ),
        "",
    ]


@pytest.mark.parametrize("name", ["rdjson", "rdjsonl"])
def test_reviewdog_s_columns_are_bytes(name: str, draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = told(name, draft, capsys)
    found: list[dict[str, Any]] = (
        json.loads(out)["diagnostics"] if name == "rdjson" else [json.loads(line) for line in out.splitlines()]
    )
    lines = TEXT.encode().split(b"\r\n")
    for diagnostic, words in zip(found, FOUND, strict=True):
        start, end = diagnostic["location"]["range"]["start"], diagnostic["location"]["range"]["end"]
        assert lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1].decode() == words


def test_jsonl_is_the_documents_of_json(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = told("jsonl", draft, capsys).splitlines()
    assert [json.loads(line)] == json.loads(told("json", draft, capsys))["documents"]


def test_concise_is_a_line_a_finding(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, last = told("concise", draft, capsys).splitlines()
    assert first.startswith(f"a,b%.md:1:{TEXT.index(FOUND[0]) + 1}: error FC101 pair-disagrees: ")
    assert second.startswith("a,b%.md:3:")
    assert last.startswith("2 errors; 1 draft")


def test_markdown_shows_words_as_they_are(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.write_text("It flew *1,000* km (900 miles).", encoding="utf-8")
    row = told("markdown", draft, capsys).splitlines()[-1]
    assert row.startswith("| a,b%.md:1:9 | error | FC101 pair-disagrees | 1,000 km (900 miles) | ")
    assert row.count("|") == 6


def test_a_report_goes_into_files_too(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = [word for name in FORMATS for word in ("--output", f"{name}={name}.out")]
    assert main(["check", draft.name, "--isolated", *outputs]) == 1
    capsys.readouterr()
    for name in FORMATS:
        assert draft.with_name(f"{name}.out").read_bytes().decode() == told(name, draft, capsys), name


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("sarif", "'sarif' names no file; give one as sarif=out.sarif"),
        ("xml=a", "no such format 'xml'; take text, concise"),
    ],
)
def test_an_output_that_is_none_is_refused(
    output: str, words: str, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", draft.name, "--output", output]) == 2
    assert words in capsys.readouterr().err


def test_what_cannot_be_written_is_said(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", draft.name, "--isolated", "--output", "csv=nowhere/a.csv"]) == 2
    assert "nowhere/a.csv: cannot be written (no such file or directory)" in capsys.readouterr().err


def test_what_cannot_be_read_is_in_the_report(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "none.md", "--isolated", "--format", "sarif"]) == 2
    (invocation,) = json.loads(capsys.readouterr().out)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert draft.exists()


@pytest.mark.parametrize("name", FORMATS)
def test_golden(name: str, draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(name, draft, capsys).encode() == (GOLDEN / f"report.{name}").read_bytes()


def test_sarif_shows_the_source_that_a_finding_rests_on(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lead = "North Korea fired a missile on Jan. 14, 2024."
    draft.with_name("seoul.md").write_text(
        f"---\nsource: South Korea JCS\n---\n{lead} It flew 500 km.", encoding="utf-8"
    )
    draft.write_text(f"{lead} It flew 900 km.", encoding="utf-8")
    assert main(["check", draft.name, "--isolated", "--source", "seoul.md", "--format", "sarif"]) == 1
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    (result,) = [each for each in results if each["ruleId"] == "FC401"]
    places = [each["physicalLocation"] for each in result["relatedLocations"]]
    assert [each["region"]["snippet"]["text"] for each in places if each["artifactLocation"]["uri"] == "seoul.md"] == [
        "500 km"
    ]


def test_junit_fails_nothing_below_the_threshold_and_says_what_was_not_read(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text("The missile\u0001 flew 1,000 km (600 miles).", encoding="utf-8")
    assert main(["check", draft.name, "none.md", "--isolated", "--format", "junit"]) == 2
    suites = ElementTree.fromstring(capsys.readouterr().out)  # noqa: S314 -- it is ours
    assert (suites.get("failures"), suites.get("errors")) == ("0", "2")
    draft.write_text("The missile flew 1,000 km (600 miles).", encoding="utf-8")
    assert main(["check", draft.name, "--isolated", "--format", "junit"]) == 0
    suites = ElementTree.fromstring(capsys.readouterr().out)  # noqa: S314 -- it is ours
    (case,) = suites.iter("testcase")
    assert (case.get("name"), case.find("failure")) == ("FC102 pair-coarse", None)
    assert "1,000 km is 621 miles" in (case.findtext("system-out") or "")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_no_cell_begins_as_a_formula(sign: str, draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = draft.with_name(f"{sign}a.md")
    path.write_text("It flew 1,000 km (900 miles).", encoding="utf-8")
    assert main(["check", "--isolated", "--format", "csv", "--", path.name]) == 1
    (_, row) = csv.reader(io.StringIO(capsys.readouterr().out, newline=""))
    assert row[0] == f"'{sign}a.md"


def test_github_gives_no_columns_over_several_lines(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.write_text("It flew 1,000 km\n(900 miles).", encoding="utf-8")
    assert told("github", draft, capsys).startswith("::error file=a%2Cb%25.md,line=1,endLine=2,title=FC101 ")
