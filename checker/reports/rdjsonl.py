"""The format of reviewdog in lines: one object a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reports.rdjson import SOURCE, diagnostics
from checker.reports.telling import json_line

if TYPE_CHECKING:
    from checker.reports.telling import Run


def render(run: Run) -> str:
    """Return a line with a Diagnostic for each finding."""
    return "".join(json_line({**one, "source": SOURCE}) for one in diagnostics(run))
