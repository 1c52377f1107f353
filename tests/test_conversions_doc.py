"""`docs/conversions.md`: what it says of our verdicts is so, and each of them is one a desk would follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.api import check_text

PAGE = Path(__file__).parent.parent / "docs" / "conversions.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| ---", "| sentence"))
]


def test_every_row_has_a_sentence_and_two_verdicts() -> None:
    assert ROWS
    assert {len(row) for row in ROWS} == {4}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_our_verdict_is_as_listed(row: list[str]) -> None:
    sentence, _, verdict, _ = row

    assert ", ".join(finding.code for finding in check_text(sentence).findings) == verdict.replace("silent", "")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_desk_would_follow_ours(row: list[str]) -> None:
    assert row[3].startswith(("both", "factcheck"))
