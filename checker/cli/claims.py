"""`factcheck claims`: show what was understood of a text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from checker.cli.parser import Parser, add_reading, add_showing, asked, say_troubles
from checker.cli.streams import terminal_width, wants_color

if TYPE_CHECKING:
    from checker.report import Report

_SHOWN = ("path", "role", "published", "coverage", "claims", "events", "malformed")


def run(words: list[str]) -> int:
    """Print the claims of each file; return 2 where one was unreadable."""
    parser = Parser(
        "claims",
        "Show what was understood of a text: each claim, its value, who says it and of which launch.",
        "factcheck claims draft.txt",
    )
    add_reading(parser)
    add_showing(parser)
    options = parser.parse_args(words)
    from checker.api import understand_paths

    report, troubles = understand_paths(options.paths, asked(options))
    troubled = say_troubles(troubles)
    if options.format == "json":
        sys.stdout.write(_json(report))
    elif report.documents:
        from checker.reports.text import render_claims

        sys.stdout.write(render_claims(report, width=terminal_width(), color=wants_color(options.color)))
    return 2 if troubled else 0


def _json(report: Report) -> str:
    """Return the claims and launches of each document, in the shape that the full report gives them."""
    import json

    from checker.reports.json import render

    whole = json.loads(render(report))
    documents = [{key: one[key] for key in _SHOWN if key in one} for one in whole["documents"]]
    answer = {"schema_version": whole["schema_version"], "tool": whole["tool"], "documents": documents}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
