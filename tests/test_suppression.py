"""Comments that set findings aside: where they stand, how far they reach, and what the report says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker import check_text
from checker.cli import main
from checker.reports.text import render
from checker.schemata import validator

if TYPE_CHECKING:
    from pathlib import Path

    from checker.report import Report

WRONG = "It flew 1,000 km (900 miles)."
IGNORE = "factcheck: ignore[FC101] as the ministry gave it"

TWO_STRETCHES = (
    "<!-- factcheck: off[FC101] a -->\n\n<!-- factcheck: off[FC102] b -->\n\n"
    f"{WRONG} It flew 1,000 km (600 miles).\n\n<!-- factcheck: on[FC101] -->\n\n{WRONG}\n\n"
    "It flew 1,000 km (600 miles).\n"
)


def check(text: str, kind: str = "markdown") -> Report:
    report = check_text(text, media_type=f"text/{kind}")
    whole: Any = report.to_dict()
    assert list(validator("report").iter_errors(whole)) == []
    return report


def codes(text: str, kind: str = "markdown") -> list[str]:
    return [finding.code for finding in check(text, kind).findings]


@pytest.mark.parametrize("kind", ["markdown", "plain"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{WRONG} <!-- {IGNORE} -->\n", []),
        (f"<!-- {IGNORE} -->\n{WRONG}\n", []),
        (f"<!-- {IGNORE} -->\n\n\n{WRONG}\n", []),
        (f"<!--\n{IGNORE}\n-->\n\n{WRONG}\n", []),
        (f"  <!-- {IGNORE} -->\n{WRONG}\n\n{WRONG}\n", ["FC101"]),
        (f"{WRONG}\n\n{WRONG} <!-- {IGNORE} -->\n\n{WRONG}\n", ["FC101", "FC101"]),
        (f"{WRONG}\n\n<!-- {IGNORE} -->\n", ["FC101", "FC901"]),
        (f"<!-- {IGNORE} -->\n<!-- factcheck: ignore[FC102] too -->\n{WRONG} It flew 1,000 km (600 miles).\n", []),
        (f"<!-- factcheck: off[FC101] an old wire -->\n\n{WRONG}\n\n{WRONG}\n", []),
        (f"<!-- factcheck: off an old wire -->\n{WRONG}\n<!-- factcheck: on -->\n\n{WRONG}\n", ["FC101"]),
        (TWO_STRETCHES, ["FC101"]),
        (f"{WRONG} <!-- {IGNORE}\n", ["FC101"]),  # a comment that is not closed is none
        ("It fell. <!-- factcheck: -->\n", ["FC902"]),
    ],
)
def test_how_far_a_comment_reaches(text: str, found: list[str], kind: str) -> None:
    if kind == "plain" and "<!--\n" in text:
        text = text.replace("\n", " ", 2)  # in plain text a comment is of one line
    assert codes(text, kind) == found
    assert codes(text.replace("\n", "\r\n"), kind) == found


@pytest.mark.parametrize("line", [f"[//]: # ({IGNORE})", f'[//]: # "{IGNORE}"', f"  [//]: # '{IGNORE}'  "])
def test_markdown_can_hide_a_comment_from_the_page(line: str) -> None:
    assert codes(f"{line}\n\n{WRONG}\n") == []
    assert codes(f"A lead.\n\n{line}\n{WRONG}\n\n{WRONG}\n") == ["FC101"]
    assert codes(f"> {line.strip()}\n>\n> {WRONG}\n") == []


def test_a_comment_is_told_from_one_in_code() -> None:
    shown = f"Write `<!-- {IGNORE} -->` behind it.\n\n```html\n<!-- {IGNORE} -->\n```\n\n    <!-- {IGNORE} -->\n"
    assert codes(shown) == []
    assert codes(f"{shown}\n{WRONG}\n") == ["FC101"]


def test_a_comment_stands_before_a_list_or_a_table_as_a_whole() -> None:
    table = "| what | distance |\n| --- | --- |\n| one | 1,000 km (900 miles) |\n| two | 300 km (900 miles) |\n"
    assert codes(f"<!-- {IGNORE} -->\n{table}") == []
    assert codes(f"<!-- {IGNORE} -->\n- {WRONG}\n- {WRONG}\n\nThe end. {WRONG}\n") == ["FC101"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"<p>{WRONG} <!-- {IGNORE} --></p>\n<p>{WRONG}</p>", ["FC101"]),
        (f"<!-- {IGNORE} -->\n<p>{WRONG}</p>\n<p>{WRONG}</p>", ["FC101"]),
        (f"<p>{WRONG}</p><!-- {IGNORE} --><p>{WRONG}</p>", ["FC101"]),
        (f"<p>{WRONG}</p> <!-- {IGNORE} -->\n<p>{WRONG}</p>", ["FC101"]),
        (
            f"<!-- factcheck: off[FC101] a --><p>{WRONG}</p><p>{WRONG}</p><!-- factcheck: on --><p>{WRONG}</p>",
            ["FC101"],
        ),
        (f"<script>\n// <!-- {IGNORE} -->\n</script><p>{WRONG}</p>", ["FC101"]),
        (f"<p>It fell. <!-- {IGNORE} --></p>", ["FC901"]),
    ],
)
def test_a_page_s_lines_are_no_measure_of_a_comment_s_reach(body: str, found: list[str]) -> None:
    page = f"<!DOCTYPE html><html><head><title>A launch</title></head><body>{body}</body></html>"
    assert codes(page, "html") == found


def test_a_comment_changes_nothing_else_in_plain_text() -> None:
    wrapped = (
        "The missile that was fired on Sunday from the area of the capital flew about 1,000 km (900\n"
        "miles) to the east and fell into the sea, the ministry said in a statement.\n"
    )
    assert codes(wrapped, "plain") == ["FC101"]
    commented = check(wrapped.replace("(900\n", f"(900 <!-- {IGNORE} -->\n"), "plain")
    assert (commented.findings, [one.code for one in commented.suppressed]) == ((), ["FC101"])
    plain = check(f"{WRONG} <!-- {IGNORE.replace('it', 'it at 300 km (900 miles)')} -->\n", "plain")
    assert (plain.findings, len(plain.suppressed)) == ((), 1)


def test_what_is_set_aside_is_said_with_its_reason() -> None:
    report = check(f"{WRONG} <!-- {IGNORE} -->\n")
    (aside,) = report.suppressed
    assert (aside.code, aside.by, aside.reason) == ("FC101", "comment", "as the ministry gave it")
    assert aside.finding is not None
    assert aside.finding.words == "1,000 km (900 miles)"
    assert "Set aside: <text>:1 FC101, by comment (as the ministry gave it)." in render(report)
    assert "nothing to flag" not in render(report)


def test_front_matter_gives_reasons_too() -> None:
    report = check(f"---\nfactcheck:\n  ignore: {{FC101: single-source exclusive}}\n---\n{WRONG}\n")
    assert [(one.code, one.by, one.reason) for one in report.suppressed] == [
        ("FC101", "front matter", "single-source exclusive")
    ]


def test_a_suppression_cannot_silence_what_is_said_of_it() -> None:
    assert codes("It fell. <!-- factcheck: ignore[FC901] all is well -->\n") == ["FC901"]
    assert codes("---\nfactcheck: {ignore: [FC901]}\n---\nIt fell. <!-- factcheck: ignore[FC101] old -->\n") == []


def test_a_text_that_is_not_read_says_nothing_of_its_comments() -> None:
    korean = f"합동참모본부는 북한이 미사일을 발사했다고 밝혔다. <!-- {IGNORE} -->\n"
    assert codes(korean) == ["FC905"]


def test_fix_takes_out_what_is_unused_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    text = f"A lead.\r\n\r\n<!-- {IGNORE} -->\r\nIt fell.\r\n\r\n{WRONG} <!-- {IGNORE} -->"
    path.write_bytes(text.encode())
    assert main(["fix", str(path)]) == 0
    assert path.read_bytes().decode() == f"A lead.\r\n\r\nIt fell.\r\n\r\n{WRONG} <!-- {IGNORE} -->"


def test_many_comments_take_no_longer_than_they_are_many() -> None:
    many = f"<!-- {IGNORE} " * 4_000 + "\n" + WRONG
    assert codes(many, "plain") == ["FC101"]
    report = check("\n\n".join([f"{WRONG} <!-- {IGNORE} -->"] * 500))
    assert (len(report.findings), len(report.suppressed)) == (0, 500)
