"""The JSON report: in the shape of its schema, with lines and columns that lead back to the words."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from checker.claims import Claim, Conversion
from checker.events import Event
from checker.figures.interval import Interval
from checker.findings import Edit, Finding, Fix, Related
from checker.models import adapter
from checker.report import Agreement, Coverage, Document, Malformed, Report, Row, Suppressed, Unjoined
from checker.reports.json import render, report_dict
from checker.schemata import validator
from checker.source import Source, Span

LINE = "about 1,000 km (600 miles) on Sunday\u2028at 2:55 p.m., the military said."
TEXT = f"\U0001f680 Seoul \u2014 It flew\r\n{LINE}\n"


ENDLESS = float("inf")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


RANGE = Claim(
    id="c1",
    kind="range",
    text="about 1,000 km (600 miles)",
    span=at("about 1,000 km (600 miles)"),
    value=1000.0,
    unit="km",
    qualifier="about",
    interval=Interval(950.0, 1050.0, "km"),
    figure=at("1,000 km"),
    conversions=(
        Conversion("600 miles", at("600 miles"), 600.0, "mile", "exact", Interval(570.0, 630.0, "mile")),
        Conversion("600 miles", at("600 miles"), (540.5, 550.0), "nmi", "range", Interval(540.5, None, "nmi")),
    ),
    attributed_to=("South Korea military",),
    event="e1",
    attribution_spans=(at("the military said"),),
)
TIME = Claim("c2", "time", "2:55 p.m.", at("2:55 p.m."), "14:55", "local", event="e1", resolved="2024-01-14T05:55:00Z")
ZONE = Claim("c3", "eez", "Sunday", at("Sunday"), value=False, entity="JPN", modality="hypothetical")
FINDING = Finding(
    code="FC102",
    rule="pair-coarse",
    severity="note",
    message="1,000 km is 621 miles",
    span=at("1,000 km (600 miles)"),
    words="1,000 km (600 miles)",
    claims=("c1",),
    related=(Related(at("600 miles"), "here"), Related(Span(3, 9), "there", "tokyo.md")),
    evidence={
        "exact": "621.371 mile",
        "relative_error": 0.034,
        "times": 2.0,
        "none": None,
        "so": True,
        "endless": ENDLESS,
    },
    fixes=(Fix("Write 620 miles", (Edit(at("600 miles"), "620 miles"),)),),
    sources=("tokyo.md",),
    fingerprint="0123abcd",
)
DRAFT = Document(
    path="draft.txt",
    role="draft",
    media_type="text/plain",
    language="en",
    published="2024-01-14",
    source=Source("draft.txt", TEXT),
    coverage=Coverage(2, 3, 1),
    claims=(RANGE, TIME, ZONE),
    events=(Event("e1", "2024-01-14", "PRK", ("c1", "c2")),),
    findings=(FINDING,),
)
SOURCE = replace(
    DRAFT,
    path="tokyo.md",
    role="source",
    findings=(),
    events=(),
    published=None,
    text=TEXT,
    malformed=(Malformed("speed", Span(3, 9), "no unit"),),
)
REPORT = Report(
    documents=(DRAFT, SOURCE),
    agreement=(
        Agreement(
            "2024-01-14",
            "PRK",
            "range",
            (
                Row("draft.txt", "c1", None, Interval(950.0, 1050.0, "km")),
                Row("tokyo.md", "c1", "Japan MOD", None, "far"),
            ),
            Interval(950.0, 1050.0, "km"),
        ),
        Agreement(None, None, "time", (), None, ("Japan MOD",), agree=False),
    ),
    suppressed=(Suppressed("draft.txt", "FC101", Span(1, 4), None, "comment"),),
    version="0.1.0",
    unjoined=(Unjoined("draft.txt", "seoul.md", "it tells of another day"),),
)


def loaded(report: Report) -> dict[str, Any]:
    """Return the printed report after both validators have accepted it."""
    value: dict[str, Any] = json.loads(render(report))
    assert [error.message for error in validator("report").iter_errors(value)] == []
    adapter("report").validate_python(value)
    return value


def test_a_report_fits_its_schema_and_loses_nothing() -> None:
    value = loaded(REPORT)
    assert value == report_dict(REPORT)
    assert value["tool"] == {"name": "factcheck", "version": "0.1.0", "record": None}
    assert value["summary"] == {
        "documents": 2,
        "claims": 6,
        "findings": {"error": 0, "warning": 0, "note": 1},
        "unjudged": 1,
    }
    assert value["unjoined"] == [{"path": "draft.txt", "source": "seoul.md", "reason": "it tells of another day"}]
    assert value["documents"][1]["malformed"] == [
        {"kind": "speed", "span": {"start": 3, "end": 9}, "line": 1, "column": 4, "problem": "no unit"}
    ]
    assert [document["path"] for document in value["documents"]] == ["draft.txt", "tokyo.md"]
    assert "text" not in value["documents"][0]
    assert value["documents"][1]["text"] == TEXT
    assert value["suppressed"] == [
        {
            "path": "draft.txt",
            "code": "FC101",
            "span": {"start": 1, "end": 4},
            "reason": None,
            "by": "comment",
        }
    ]


def test_an_empty_report_fits() -> None:
    assert loaded(Report((), version="0.1.0", record="2026-11-25"))["documents"] == []


def test_a_claim_has_the_fields_of_the_contract_in_its_order() -> None:
    claim = loaded(REPORT)["documents"][0]["claims"][0]
    assert list(claim)[:17] == [
        *(
            "id",
            "kind",
            "text",
            "span",
            "line",
            "column",
            "value",
            "unit",
            "qualifier",
            "interval",
            "conversions",
        ),
        *("attributed_to", "modality", "event", "entity", "resolved", "figure"),
    ]
    assert (claim["line"], claim["column"]) == (2, 1)
    assert TEXT[claim["span"]["start"] : claim["span"]["end"]] == claim["text"]
    assert claim["conversions"][1]["value"] == [540.5, 550]
    assert claim["conversions"][1]["interval"] == {"low": 540.5, "high": None, "unit": "nmi"}


def test_lines_end_where_the_contract_says_and_columns_count_code_points() -> None:
    """U+2028 ends no line, and the rocket is one character."""
    time = loaded(REPORT)["documents"][0]["claims"][1]
    assert (time["line"], time["column"]) == (2, LINE.index("2:55") + 1)


def test_related_places_name_their_file() -> None:
    finding = loaded(REPORT)["documents"][0]["findings"][0]
    assert [other["path"] for other in finding["related"]] == ["draft.txt", "tokyo.md"]
    assert finding["fixes"][0]["edits"] == [
        {"span": {"start": at("600 miles").start, "end": at("600 miles").end}, "text": "620 miles"}
    ]


def test_numbers_are_written_as_a_desk_writes_them() -> None:
    text = render(REPORT)
    assert '"value": 1000,' in text
    assert '"low": 950,' in text
    finding = loaded(REPORT)["documents"][0]["findings"][0]
    assert finding["evidence"] == {
        "exact": "621.371 mile",
        "relative_error": 0.034,
        "times": 2,
        "none": None,
        "so": True,
        "endless": None,
    }
    assert '"so": true' in text


def test_rows_carry_a_value_only_where_they_have_one() -> None:
    first, second = loaded(REPORT)["agreement"]
    assert [row.get("value") for row in first["rows"]] == [None, "far"]
    assert "value" not in first["rows"][0]
    assert (first["agree"], second["agree"], second["outliers"]) == (True, False, ["Japan MOD"])


def test_a_file_name_that_is_no_utf8_does_not_break_the_report() -> None:
    odd = replace(DRAFT, path="dr\udcffaft.txt")
    text = render(Report((odd,), version="0.1.0"))
    assert text.encode("utf-8")
    assert loaded(Report((odd,), version="0.1.0"))["documents"][0]["path"] == "dr?aft.txt"


def test_wide_characters_are_printed_as_they_are() -> None:
    assert "\U0001f680" in render(REPORT)
    assert render(REPORT).endswith("}\n")


@given(st.floats())
def test_every_number_of_a_figure_can_be_printed(value: float) -> None:
    claim = replace(RANGE, conversions=(), interval=Interval(None, None, "km"), attribution_spans=())
    finding = replace(FINDING, evidence={"value": value})
    printed = loaded(Report((replace(DRAFT, claims=(claim,), findings=(finding,)),), version="0.1.0"))
    evidence = printed["documents"][0]["findings"][0]["evidence"]["value"]
    assert evidence == value or (evidence is None and value - value != 0)


def test_the_renderer_costs_no_validator() -> None:
    heavy = {"pydantic", "jsonschema", "pint", "yaml"}
    code = f"import sys, checker.reports.json; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
