"""What every format tells from: one run, its findings in order, and places as other programs want them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.findings import SEVERITIES
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding, Severity
    from checker.report import Document, Report
    from checker.source import Source, Span
    from checker.trouble import InputError

_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
_LINE = re.compile(r"(.*):(\d+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    """What there is to show: the report, what could not be read, and from which severity on a finding fails the run.

    `fail_on` is what the command asks for, None where each draft decides. `width` are cells, for text.
    """

    report: Report
    troubles: tuple[InputError, ...] = ()
    fail_on: Severity | None = None
    width: int = 100
    color: bool = False
    draws: bool = True

    def findings(self) -> Iterator[tuple[Document, Finding]]:
        """Yield the findings of all drafts, each with its draft, in the order of the command and the text."""
        for document in self.report.documents:
            for finding in document.findings:
                yield document, finding

    def fails(self, document: Document, finding: Finding) -> bool:
        """Whether a finding is as grave as was asked, else as its draft asks, else an error."""
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.fail_on or document.fail_on or "error")

    def source(self, path: str) -> Source | None:
        """Return the text of a draft or a source by its path."""
        return next((each.source for each in self.report.documents if each.path == path), None)


def portable(path: str) -> str:
    """Return a path that a report can carry: with `/`, and without bytes that are no UTF-8."""
    return path.replace("\\", "/").encode("utf-8", "replace").decode("utf-8")


def json_line(value: object) -> str:
    """Return a value as one line of JSON, also for a reader that ends lines where Unicode does."""
    import json

    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return line.translate(_ENDS) + "\n"


def place_of(trouble: InputError) -> tuple[str, int | None]:
    """Return the path and the line that an error names."""
    match = _LINE.fullmatch(trouble.place)
    return (match[1], int(match[2])) if match else (trouble.place, None)


def on_one_line(source: Source, span: Span) -> bool:
    """Whether a span lies on one line."""
    return source.position(span.start).line == source.position(span.end).line
