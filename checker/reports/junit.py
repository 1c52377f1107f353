"""JUnit XML, which build servers show as tests: one suite a draft, one case a rule that found something there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.reports.telling import place_of, portable
from checker.reports.wording import coverage

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from checker.findings import Finding
    from checker.report import Document
    from checker.reports.telling import Run

# XML 1.0 has no place for these, not even escaped.
_UNFIT = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(run: Run) -> str:
    """Return the suites; a finding that does not reach the threshold is told, and fails nothing."""
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    root = Element("testsuites", {"name": "factcheck"})
    for document in run.report.documents:
        if document.role == "draft":
            _suite(root, run, document)
    for trouble in run.troubles:
        suite = SubElement(root, "testsuite", {"name": _fit(portable(place_of(trouble)[0]))})
        case = _case(suite, place_of(trouble)[0], "reading")
        SubElement(case, "error", {"type": "unreadable", "message": _fit(str(trouble))})
    for suite in root:
        _count(suite)
    totals = {name: sum(int(suite.get(name, "0")) for suite in root) for name in ("tests", "failures", "errors")}
    root.attrib |= {name: str(total) for name, total in totals.items()}
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, run: Run, document: Document) -> None:
    from xml.etree.ElementTree import SubElement

    suite = SubElement(root, "testsuite", {"name": _fit(portable(document.path))})
    by_rule: dict[str, list[Finding]] = {}
    for finding in document.findings:
        by_rule.setdefault(f"{finding.code} {finding.rule}", []).append(finding)
    for rule, found in by_rule.items():
        case = _case(suite, document.path, rule)
        grave = [finding for finding in found if run.fails(document, finding)]
        words = "\n".join(_line(document, finding) for finding in found)
        if grave:
            given = {"type": grave[0].severity, "message": _fit(_line(document, grave[0]))}
            SubElement(case, "failure", given).text = _fit(words)
        else:
            SubElement(case, "system-out").text = _fit(words)
    if not by_rule:
        case = _case(suite, document.path, "all rules")
        SubElement(case, "system-out").text = _fit(coverage(document.coverage))


def _case(suite: Element, path: str, name: str) -> Element:
    from xml.etree.ElementTree import SubElement

    return SubElement(suite, "testcase", {"name": name, "classname": _fit(portable(path)), "time": "0"})


def _count(suite: Element) -> None:
    cases = list(suite)
    suite.attrib |= {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
        "skipped": "0",
        "time": "0",
    }


def _line(document: Document, finding: Finding) -> str:
    at = document.source.position(finding.span.start)
    return f"{portable(document.path)}:{at.line}:{at.column}: {finding.severity}: {' '.join(finding.message.split())}"


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
