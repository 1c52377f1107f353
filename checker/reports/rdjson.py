"""The format of reviewdog, whose columns count bytes of UTF-8: one object for all findings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.reports.telling import portable
from checker.source import ColumnUnit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding
    from checker.report import Document
    from checker.reports.telling import Run
    from checker.source import Source, Span

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
SOURCE = {"name": "factcheck"}


def render(run: Run) -> str:
    """Return a DiagnosticResult."""
    made = {"source": SOURCE, "diagnostics": list(diagnostics(run))}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def diagnostics(run: Run) -> Iterator[dict[str, object]]:
    """Yield a Diagnostic for each finding."""
    for document, finding in run.findings():
        made: dict[str, object] = {
            "message": finding.message,
            "location": {"path": portable(document.path), "range": _range(document.source, finding.span)},
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": f"{finding.code} {finding.rule}"},
        }
        if suggestions := list(_suggestions(document, finding)):
            made["suggestions"] = suggestions
        if related := list(_related(run, document, finding)):
            made["related_locations"] = related
        yield made


def _suggestions(document: Document, finding: Finding) -> Iterator[dict[str, object]]:
    """Yield the edits of the fixes of one edit: reviewdog takes each for a fix of its own."""
    for fix in finding.fixes:
        if fix.safety != "shown" and len(fix.edits) == 1:
            edit = fix.edits[0]
            yield {"range": _range(document.source, edit.span), "text": edit.text}


def _related(run: Run, document: Document, finding: Finding) -> Iterator[dict[str, object]]:
    for other in finding.related:
        path = other.path or document.path
        source = document.source if other.path is None else run.source(path)
        if source is not None:
            at = {"path": portable(path), "range": _range(source, other.span)}
            yield {"message": other.message, "location": at}


def _range(source: Source, span: Span) -> dict[str, dict[str, int]]:
    ends = (source.position(at, ColumnUnit.UTF8) for at in (span.start, span.end))
    start, end = ({"line": each.line, "column": each.column} for each in ends)
    return {"start": start, "end": end}
