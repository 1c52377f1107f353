"""One line a finding, `file:line:column: severity code rule: message`, as editors and grep read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reports.cells import shown
from checker.reports.wording import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.reports.telling import Run


def render(run: Run) -> str:
    """Return a line for each finding, in the order of the command and the text, and one for the sum."""
    return "".join(f"{line}\n" for line in _lines(run))


def _lines(run: Run) -> Iterator[str]:
    for document, finding in run.findings():
        at = document.source.position(finding.span.start)
        head = f"{document.path}:{at.line}:{at.column}: {finding.severity} {finding.code} {finding.rule}"
        yield shown(f"{head}: {' '.join(finding.message.split())}")
    drafts = [document for document in run.report.documents if document.role == "draft"]
    if not drafts:
        return
    counts = [plural(count, name) for name, count in run.report.counts().items() if count]
    claims = sum(draft.coverage.claims for draft in drafts)
    checked = sum(draft.coverage.checked for draft in drafts)
    told = f"{plural(len(drafts), 'draft')}, {checked:,} of {plural(claims, 'claim')} checked"
    yield f"{', '.join(counts) or 'Nothing found'}; {told}."
