"""SARIF 2.1.0, which code hosts and editors show beside the text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from checker.reports.telling import place_of, portable
from checker.rulebook import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.findings import Finding, Fix
    from checker.report import Document, Suppressed
    from checker.reports.telling import Run
    from checker.source import Source, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_AROUND = 200
_EXAMPLE = re.compile(r"^## (?:Flagged|Not flagged)\n((?:(?!## ).*\n?)*)", re.MULTILINE)
_IN_SOURCE = frozenset({"comment", "front matter"})


def render(run: Run) -> str:
    """Return the log of one run."""
    found = [_result(run, document, finding) for document, finding in run.findings()]
    found += [_aside(run, one) for one in run.report.suppressed]
    rules = _rules(sorted({result["ruleId"] for result in found}))
    order = {rule["id"]: index for index, rule in enumerate(rules)}
    for result in found:
        if result["ruleId"] in order:
            result["ruleIndex"] = order[result["ruleId"]]
    driver: dict[str, object] = {"name": "factcheck", "rules": rules}
    if run.report.version:
        driver["semanticVersion"] = run.report.version
    told = {
        "tool": {"driver": driver},
        "invocations": [_invocation(run)],
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder in which factcheck was run."}}},
        "artifacts": [
            {"location": _location(document.path), "mimeType": document.media_type, "encoding": "UTF-8"}
            for document in run.report.documents
        ],
        # As factcheck counts: the lines and columns below mean nothing without these two.
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": found,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [told]}
    return json.dumps(log, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _result(run: Run, document: Document, finding: Finding) -> dict[str, Any]:
    place = {"physicalLocation": _physical(document.path, document.source, finding.span)}
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [place],
        "partialFingerprints": {"factcheck/v1": finding.fingerprint},
    }
    if related := list(_related(run, document, finding)):
        made["relatedLocations"] = related
    if fixes := [_fix(document, fix) for fix in finding.fixes if fix.safety != "shown" and fix.edits]:
        made["fixes"] = fixes
    if finding.evidence:
        made["properties"] = {"evidence": _finite(finding.evidence)}
    return made


def _aside(run: Run, one: Suppressed) -> dict[str, Any]:
    """Return a finding that was set aside, with what did so and why."""
    document = next((each for each in run.report.documents if each.path == one.path), None)
    if one.finding is not None and document is not None:
        made = _result(run, document, one.finding)
    else:
        place: dict[str, object] = {"artifactLocation": _location(one.path)}
        if document is not None:
            place = _physical(one.path, document.source, one.span)
        message = {"text": f"A finding of {one.code} was set aside"}
        made = {"ruleId": one.code, "message": message, "locations": [{"physicalLocation": place}]}
    kind = "inSource" if one.by in _IN_SOURCE else "external"
    why = {"justification": f"{one.by}: {one.reason}" if one.reason else one.by}
    return {**made, "suppressions": [{"kind": kind, "status": "accepted", **why}]}


def _related(run: Run, document: Document, finding: Finding) -> Iterator[dict[str, object]]:
    for number, other in enumerate(finding.related):
        path = other.path or document.path
        source = document.source if path == document.path else run.source(path)
        if source is not None:
            said = {"message": {"text": other.message}} if other.message else {}
            yield {"id": number, **said, "physicalLocation": _physical(path, source, other.span)}


def _fix(document: Document, fix: Fix) -> dict[str, object]:
    replacements = [
        {"deletedRegion": _region(document.source, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    changes = [{"artifactLocation": _location(document.path), "replacements": replacements}]
    return {"description": {"text": fix.description}, "artifactChanges": changes}


def _physical(path: str, source: Source, span: Span) -> dict[str, object]:
    """Return a place with its words and what stands around them: viewers disagree about columns beside an emoji."""
    line = source.lines.line_span(source.position(span.start).line)
    before = max(line.start, span.start - _AROUND)
    last = source.lines.line_span(source.position(span.end).line)
    after = min(last.end, span.end + _AROUND)
    region = {**_region(source, span), "snippet": {"text": source.words(span)}}
    around = {"charOffset": before, "charLength": after - before, "snippet": {"text": source.text[before:after]}}
    start, end = source.position(before), source.position(after)
    around |= {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
    return {"artifactLocation": _location(path), "region": region, "contextRegion": around}


def _region(source: Source, span: Span) -> dict[str, object]:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _location(path: str) -> dict[str, str]:
    """Return a path from the folder of the run on where it lies in there, else as a file's own address."""
    whole = Path(path)
    if not whole.is_absolute():
        return {"uri": quote(portable(path)), "uriBaseId": _BASE}
    try:
        return {"uri": quote(portable(str(whole.relative_to(Path.cwd())))), "uriBaseId": _BASE}
    except ValueError:
        return {"uri": f"file://{quote(portable(path))}"}


def _rules(codes: list[str]) -> list[dict[str, Any]]:
    """Return the pages of the rules that said something."""
    known = load_rules()
    return [_rule(known[code].card, known[code].page) for code in codes if code in known]


def _rule(card: Any, page: str) -> dict[str, Any]:
    first, _, rest = page.strip().partition("\n")
    shown = _EXAMPLE.sub(lambda match: match[0].replace(match[1], f"```\n{match[1].strip()}\n```\n\n"), rest.strip())
    return {
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": first},
        "fullDescription": {"text": _what(rest) or first},
        "help": {"text": page.strip(), "markdown": f"# {card.code} {card.name}\n\n{first}\n\n{shown}"},
        "defaultConfiguration": {"level": card.severity, "enabled": card.default},
    }


def _what(page: str) -> str:
    """Return the first section of a page on one line."""
    match = re.search(r"^## What it checks\n((?:(?!## ).*\n?)*)", page, re.MULTILINE)
    return " ".join(match[1].split()) if match else ""


def _invocation(run: Run) -> dict[str, object]:
    """Say whether all was read, and what was not."""
    made: dict[str, object] = {"executionSuccessful": not run.troubles}
    if run.troubles:
        made["toolExecutionNotifications"] = [_notification(*place_of(each), str(each)) for each in run.troubles]
    return made


def _notification(path: str, line: int | None, words: str) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": _location(path)}
    if line:
        place["region"] = {"startLine": line}
    return {"level": "error", "message": {"text": words}, "locations": [{"physicalLocation": place}]}


def _finite(evidence: Mapping[str, Any]) -> dict[str, object]:
    """Return evidence that JSON can carry: it has no word for infinity."""
    return {
        name: value if not isinstance(value, float) or value - value == 0 else str(value)
        for name, value in evidence.items()
    }
