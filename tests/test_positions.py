"""What users of other checkers complain of: a finding on another line, a count that changes, nothing to silence it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.api import check_text
from checker.reports.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
PAIR = "1,000 km (900 miles)"
BEFORE = (
    "\n\n\n",
    "`code` and ``more ` code``\n\n",
    "```\nfence\n```\n\n",
    "<!-- a comment\n\nof lines -->\n\n",
    "Text <!-- a comment --> and text.\n\n",
    "[a link](https://example.org/a_(b)), ![alt](x.png)\n\n",
    "---\ntitle: A launch\n---\n\n",
    "| a | b |\n| --- | --- |\n| c | d |\n\n",
    "A note.[^1]\n\n[^1]: It.\n\n",
    "* * *\n\n",
    "Title\n=====\n\n",
    "\u0420\u0430\u043a\u0435\u0442\u0430 \u043f\u0440\u043e\u043b\u0435\u0442\u0435\u043b\u0430.\n\n",
    "\U0001f680\u2028\u0085\x0c and more.\n\n",
    "kilo\u00admeters\n\n",
    "'90s and \u201cquoted\u201d text.\n\n",
    "\\* escaped \\_ signs\n\n",
    "&amp; &nbsp; &#8239;\n\n",
    "\t\n",
    "> quoted\n\n",
)


@pytest.mark.parametrize("kind", ["text/plain", "text/markdown", "text/html"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", BEFORE)
def test_a_finding_is_where_an_editor_counts(kind: str, end: str, before: str) -> None:
    text = f"{before}The \U0001f680 missile flew {PAIR}.\n".replace("\n", end)
    (finding,) = check_text(text, media_type=kind).findings
    at = check_text(text, media_type=kind).documents[0].source.position(finding.span.start)
    line, column = before.count("\n") + 1, len("The \U0001f680 missile flew ") + 1
    assert (at.line, at.column, finding.words) == (line, column, PAIR)


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_says_what_the_last_one_said(put: Callable[[str, str], Path], form: str) -> None:
    put("seoul.md", "---\nsource: South Korea JCS\n---\nOn Jan. 14, 2024, the missile flew about 800 km.\n")
    for name in "cab":
        put(f"{name}.md", f"On Monday, Jan. 14, 2024, the missile flew {PAIR} and rose 300 km (450 miles).\n")
    words = ["check", "c.md", "a.md", "b.md", "--source", "seoul.md", "--isolated", "--format", form]
    said = {
        subprocess.run(
            [sys.executable, "-m", "checker.cli", *words],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(said) == 1
    assert b"FC501" in said.pop()


def test_what_is_found_can_be_silenced_beside_the_sentence() -> None:
    wrong = f"On Monday, Jan. 14, 2024, the missile flew {PAIR} and rose 300 km (450 miles)."
    for kind in ("text/plain", "text/markdown", "text/html"):
        found = {finding.code for finding in check_text(wrong, media_type=kind).findings}
        assert found == {"FC101", "FC501"}
        text = f"{wrong} <!-- factcheck: ignore[{', '.join(sorted(found))}] asked by phone -->"
        report = check_text(text, media_type=kind)
        assert report.findings == ()
        assert {aside.reason for aside in report.suppressed} == {"asked by phone"}
