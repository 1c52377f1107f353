"""The report as `schemas/report.schema.json` describes it."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.claims import Claim, Conversion
    from checker.events import Event
    from checker.figures.interval import Interval
    from checker.findings import Finding
    from checker.report import Agreement, Document, Report
    from checker.source import Source, Span

_EXACT = 2.0**53  # every whole number below has a float of its own


def render(report: Report) -> str:
    """Return the report as JSON text with a final line end, the same for the same report."""
    return json.dumps(report_dict(report), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def report_dict(report: Report) -> dict[str, object]:
    """Return the report as dicts, lists and scalars."""
    return {
        "schema_version": report.schema_version,
        "tool": {"name": "factcheck", "version": report.version, "record": report.record},
        "documents": [_document(document) for document in report.documents],
        "agreement": [_agreement(agreement) for agreement in report.agreement],
        "suppressed": [
            {
                "path": _path(item.path),
                "code": item.code,
                "span": _span(item.span),
                "reason": item.reason,
                "by": item.by,
            }
            for item in report.suppressed
        ],
        "summary": {
            "documents": len(report.documents),
            "claims": len(report.claims),
            "findings": dict(report.counts()),
        },
    }


def claim_dict(claim: Claim, source: Source) -> dict[str, object]:
    """Return one claim; `source` is the text that it stands in."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "text": claim.text,
        **_place(claim.span, source),
        "value": _value(claim.value),
        "unit": claim.unit,
        "qualifier": claim.qualifier,
        "interval": _interval(claim.interval),
        "conversions": [_conversion(conversion) for conversion in claim.conversions],
        "attributed_to": list(claim.attributed_to),
        "modality": claim.modality,
        "event": claim.event,
        "entity": claim.entity,
        "resolved": claim.resolved,
        "figure": None if claim.figure is None else _span(claim.figure),
        "basis": claim.basis,
        "scope": claim.scope,
        "attribution_spans": [_span(span) for span in claim.attribution_spans],
    }


def _document(document: Document) -> dict[str, object]:
    made: dict[str, object] = {
        "path": _path(document.path),
        "role": document.role,
        "media_type": document.media_type,
        "language": document.language,
        "published": document.published,
        "coverage": {
            "figures": document.coverage.figures,
            "claims": document.coverage.claims,
            "checked": document.coverage.checked,
        },
        "claims": [claim_dict(claim, document.source) for claim in document.claims],
        "events": [_event(event) for event in document.events],
        "findings": [_finding(finding, document) for finding in document.findings],
    }
    if document.text is not None:
        made["text"] = document.text
    return made


def _conversion(conversion: Conversion) -> dict[str, object]:
    return {
        "text": conversion.text,
        "span": _span(conversion.span),
        "value": _value(conversion.value),
        "unit": conversion.unit,
        "qualifier": conversion.qualifier,
        "interval": _interval(conversion.interval),
        "resolved": conversion.resolved,
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "id": event.id,
        "date": event.date,
        "country": event.country,
        "claims": list(event.claims),
        "record": event.record,
        "member": event.member,
    }


def _finding(finding: Finding, document: Document) -> dict[str, object]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        **_place(finding.span, document.source),
        "claims": list(finding.claims),
        "related": [
            {"path": _path(other.path or document.path), "span": _span(other.span), "message": other.message}
            for other in finding.related
        ],
        "evidence": {name: _value(value) for name, value in finding.evidence.items()},
        "fixes": [
            {
                "safety": fix.safety,
                "description": fix.description,
                "edits": [{"span": _span(edit.span), "text": edit.text} for edit in fix.edits],
            }
            for fix in finding.fixes
        ],
        "sources": list(finding.sources),
        "fingerprint": finding.fingerprint,
    }


def _agreement(agreement: Agreement) -> dict[str, object]:
    rows = []
    for row in agreement.rows:
        made: dict[str, object] = {
            "path": _path(row.path),
            "claim": row.claim,
            "speaker": row.speaker,
            "interval": _interval(row.interval),
        }
        if row.value is not None:
            made["value"] = row.value
        rows.append(made)
    return {
        "event": {"date": agreement.date, "country": agreement.country},
        "kind": agreement.kind,
        "rows": rows,
        "consensus": _interval(agreement.consensus),
        "outliers": list(agreement.outliers),
        "agree": agreement.agree,
    }


def _place(span: Span, source: Source) -> dict[str, object]:
    position = source.position(span.start)
    return {"span": _span(span), "line": position.line, "column": position.column}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _interval(interval: Interval | None) -> dict[str, object] | None:
    if interval is None:
        return None
    return {"low": _value(interval.low), "high": _value(interval.high), "unit": interval.unit}


def _value(value: object) -> object:
    """Return a value as JSON has it: 1000.0 is 1000, a pair a list, and what is no finite number null."""
    if isinstance(value, tuple):
        return [_value(end) for end in value]
    if not isinstance(value, float):
        return value
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < _EXACT else value


def _path(path: str) -> str:
    """Return a path that JSON can carry: file names may hold bytes that are no UTF-8."""
    return path.encode("utf-8", "replace").decode("utf-8")
