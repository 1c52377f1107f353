"""`factcheck check`: check drafts, alone or against the statements they rest on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from checker.cli.parser import Parser, add_reading, add_showing, one_of, read_paths
from checker.cli.streams import terminal_width, wants_color

if TYPE_CHECKING:
    from checker.findings import Severity
    from checker.report import Report


def run(words: list[str]) -> int:
    """Check and print; return 1 for a finding as grave as asked, 2 for an unreadable file."""
    options = _parser().parse_args(words)
    report, troubled = read_paths(options, options.source)
    if options.format == "json":
        from checker.reports.json import render as render_json

        sys.stdout.write(render_json(report).rstrip("\n") + "\n")
    elif report.documents or not troubled:
        from checker.reports.text import render

        sys.stdout.write(render(report, width=terminal_width(), color=wants_color(options.color)))
    if troubled:
        return 2
    return int(_reaches(report, options.fail_on) and not options.exit_zero)


def _parser() -> Parser:
    parser = Parser(
        "check",
        "Check drafts about missile launches, alone or against the statements they rest on.",
        "factcheck check draft.txt --source seoul.txt --source tokyo.txt",
    )
    add_reading(parser)
    parser.add_argument(
        "--source",
        metavar="PATH",
        action="append",
        default=[],
        help="a statement to hold every draft against; may be given again",
    )
    add_showing(parser)
    parser.add_argument(
        "--fail-on",
        metavar="SEVERITY",
        type=one_of("error", "warning", "note"),
        default="error",
        help="exit with 1 from this severity on: error (the default), warning or note",
    )
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    return parser


def _reaches(report: Report, severity: Severity) -> bool:
    """Whether some finding is at least as grave as a severity."""
    from checker.findings import SEVERITIES

    found = report.counts()
    return any(found[grave] for grave in SEVERITIES[: SEVERITIES.index(severity) + 1])
