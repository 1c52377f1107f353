"""`factcheck compare`: set statements and reports side by side, without a draft."""

from __future__ import annotations

import sys

from checker.cli.parser import Parser, add_reading, add_showing, asked, say_troubles
from checker.cli.streams import draws, terminal_width, wants_color


def run(words: list[str]) -> int:
    """Print what each speaker says of each launch; return 2 where a file was unreadable."""
    parser = Parser(
        "compare",
        "Show what statements and reports say of one launch, and where they meet.",
        "factcheck compare seoul.txt tokyo.txt",
    )
    add_reading(parser)
    add_showing(parser)
    options = parser.parse_args(words)
    from checker.api import compare_paths

    report, troubles = compare_paths(options.paths, asked(options))
    troubled = say_troubles(troubles)
    if options.format == "json":
        from checker.reports.json import render

        sys.stdout.write(render(report).rstrip("\n") + "\n")
    elif report.documents:
        from checker.reports.text import render_comparison

        color = wants_color(options.color)
        sys.stdout.write(render_comparison(report, width=terminal_width(), color=color, draws=draws()))
    return 2 if troubled else 0
