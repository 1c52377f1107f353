"""One line of JSON a document: what `documents` holds in the report as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reports.json import document_dict
from checker.reports.telling import json_line

if TYPE_CHECKING:
    from checker.reports.telling import Run


def render(run: Run) -> str:
    """Return a line for each draft and source, in the order of the command."""
    return "".join(json_line(document_dict(document)) for document in run.report.documents)
