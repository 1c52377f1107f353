"""The report as `schemas/report.schema.json` describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.claims.plain import claim_dict, interval_dict, place, plain_value, span_dict

if TYPE_CHECKING:
    from checker.events import Event
    from checker.findings import Finding
    from checker.report import Agreement, Document, Report


def render(report: Report) -> str:
    """Return the report as JSON text with a final line end, the same for the same report."""
    return json.dumps(report_dict(report), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def report_dict(report: Report) -> dict[str, object]:
    """Return the report as dicts, lists and scalars."""
    return {
        "schema_version": report.schema_version,
        "tool": {"name": "factcheck", "version": report.version, "record": report.record},
        "documents": [document_dict(document) for document in report.documents],
        "agreement": [_agreement(agreement) for agreement in report.agreement],
        "suppressed": [
            {
                "path": _path(item.path),
                "code": item.code,
                "span": span_dict(item.span),
                "reason": item.reason,
                "by": item.by,
            }
            for item in report.suppressed
        ],
        "summary": {
            "documents": len(report.documents),
            "claims": sum(len(document.claims) for document in report.documents),
            "findings": dict(report.counts()),
            "unjudged": len(report.unjudged),
        },
        "unjoined": [
            {"path": _path(one.path), "source": _path(one.source), "reason": one.reason} for one in report.unjoined
        ],
    }


def document_dict(document: Document) -> dict[str, object]:
    """Return a draft or a source as dicts, lists and scalars."""
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
    if document.malformed:
        made["malformed"] = [
            {"kind": one.kind, **place(one.span, document.source), "problem": one.problem} for one in document.malformed
        ]
    return made


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
        **place(finding.span, document.source),
        "claims": list(finding.claims),
        "related": [
            {
                "path": _path(other.path or document.path),
                "span": span_dict(other.span),
                "message": other.message,
            }
            for other in finding.related
        ],
        "evidence": {name: plain_value(value) for name, value in finding.evidence.items()},
        "fixes": [
            {
                "safety": fix.safety,
                "description": fix.description,
                "edits": [{"span": span_dict(edit.span), "text": edit.text} for edit in fix.edits],
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
            "interval": interval_dict(row.interval),
        }
        if row.value is not None:
            made["value"] = row.value
        if row.basis is not None:
            made["basis"] = row.basis
        rows.append(made)
    event = {"date": agreement.date, "country": agreement.country}
    return {
        "event": event if agreement.launch is None else {**event, "id": agreement.launch},
        "kind": agreement.kind,
        "rows": rows,
        "consensus": interval_dict(agreement.consensus),
        "outliers": list(map(_path, agreement.outliers)),
        "agree": agreement.agree,
        "apart": [{"who": _path(one.who), "by": plain_value(one.by), "unit": one.unit} for one in agreement.apart],
        "unclear": list(map(_path, agreement.unclear)),
        **({} if agreement.draft is None else {"draft": _path(agreement.draft)}),
    }


def _path(path: str) -> str:
    """Return a path that JSON can carry: file names may hold bytes that are no UTF-8."""
    return path.encode("utf-8", "replace").decode("utf-8")
