"""A table of the findings in Markdown, for a comment or the summary of a job."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.markup import readable
from checker.reports.cells import shown
from checker.reports.telling import portable
from checker.reports.wording import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.reports.telling import Run

_SIGNS = re.compile(r"[\\`*_{}\[\]<>|#~&]")


def render(run: Run) -> str:
    """Return what was found, and what could not be read, in the order of the command and the text."""
    return "".join(f"{line}\n" for line in _lines(run))


def _lines(run: Run) -> Iterator[str]:
    drafts = [document for document in run.report.documents if document.role == "draft"]
    counts = [plural(count, name) for name, count in run.report.counts().items() if count]
    claims = sum(draft.coverage.claims for draft in drafts)
    checked = sum(draft.coverage.checked for draft in drafts)
    told = f"{plural(len(drafts), 'draft')}, {checked:,} of {plural(claims, 'claim')} checked"
    yield f"**{', '.join(counts) or 'Nothing found'}**; {told}."
    for trouble in run.troubles:
        yield ""
        yield f"Not checked: {_plain(str(trouble))}"
    rows = list(_rows(run))
    if rows:
        yield ""
        yield "| place | severity | rule | words | message |"
        yield "| --- | --- | --- | --- | --- |"
        yield from rows


def _rows(run: Run) -> Iterator[str]:
    for document, finding in run.findings():
        at = document.source.position(finding.span.start)
        place = f"{portable(document.path)}:{at.line}:{at.column}"
        cells = (place, finding.severity, f"{finding.code} {finding.rule}", readable(finding.words), finding.message)
        yield f"| {' | '.join(map(_plain, cells))} |"


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return _SIGNS.sub(lambda match: f"&#{ord(match[0])};", shown(" ".join(text.split())))
