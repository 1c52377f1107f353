"""Workflow commands of GitHub Actions, which become annotations on the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reports.telling import on_one_line, place_of, portable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding
    from checker.report import Document
    from checker.reports.telling import Run

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = str.maketrans({**_DATA, ":": "%3A", ",": "%2C"})
_MESSAGE = str.maketrans(_DATA)


def render(run: Run) -> str:
    """Return a command for each finding, the gravest first, and for each file that could not be read.

    The order matters: a step shows ten annotations of each level, and drops the rest.
    """
    found = sorted(run.findings(), key=lambda pair: list(_LEVELS).index(pair[1].severity))
    return "".join(f"{line}\n" for line in (*_unread(run), *(_command(*pair) for pair in found)))


def _unread(run: Run) -> Iterator[str]:
    for trouble in run.troubles:
        path, line = place_of(trouble)
        at = {"file": portable(path)} | ({"line": str(line)} if line else {})
        yield _written("error", {**at, "title": "not checked"}, str(trouble))


def _command(document: Document, finding: Finding) -> str:
    start, end = (document.source.position(at) for at in (finding.span.start, finding.span.end))
    at = {"file": portable(document.path), "line": str(start.line), "endLine": str(end.line)}
    if on_one_line(document.source, finding.span):
        # Over several lines columns are refused. The last one is of the range here.
        at |= {"col": str(start.column), "endColumn": str(max(start.column, end.column - 1))}
    return _written(
        _LEVELS[finding.severity], {**at, "title": f"{finding.code} {finding.rule}"}, " ".join(finding.message.split())
    )


def _written(level: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{level} {given}::{message.translate(_MESSAGE)}"
