"""A table of the findings for a spreadsheet, by RFC 4180."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from checker.markup import readable
from checker.reports.telling import portable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.reports.telling import Run

_COLUMNS = (
    *("path", "line", "column", "end_line", "end_column", "severity", "code", "rule", "message", "words", "fix"),
    "fingerprint",
)
# A cell that begins so is a formula to a spreadsheet, and runs when the file is opened.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render(run: Run) -> str:
    """Return a row of names and a row for each finding; an apostrophe disarms what would be a formula."""
    held = io.StringIO(newline="")
    table = csv.writer(held)
    table.writerow(_COLUMNS)
    table.writerows(_rows(run))
    return held.getvalue()


def _rows(run: Run) -> Iterator[list[str | int]]:
    for document, finding in run.findings():
        start = document.source.position(finding.span.start)
        end = document.source.position(finding.span.end)
        fix = next((each.description for each in finding.fixes), "")
        texts = (portable(document.path), finding.severity, finding.code, finding.rule, finding.message)
        path, *graded = map(_disarmed, texts)
        rest = map(_disarmed, (readable(finding.words), fix, finding.fingerprint))
        yield [path, start.line, start.column, end.line, end.column, *graded, *rest]


def _disarmed(cell: str) -> str:
    cell = " ".join(cell.split())
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
