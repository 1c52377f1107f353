"""`factcheck check`: check drafts, alone or against the statements they rest on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from checker.cli.outputs import FORMATS, add_output
from checker.cli.parser import (
    Parser,
    add_fail_on,
    add_reading,
    add_records,
    add_rules,
    add_showing,
    add_sources,
    asked,
    say_troubles,
)
from checker.cli.progress import Progress
from checker.cli.streams import draws, terminal_width, wants_color
from checker.cli.tables import add_many, after, new_clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.findings import Severity
    from checker.report import Document


def run(words: list[str]) -> int:
    """Check and print; return 1 for a finding as grave as asked, 2 for an unreadable file."""
    options = _parser().parse_args(words)
    from checker.api import check_paths
    from checker.cli.outputs import write
    from checker.cli.saving import inputs
    from checker.reports.formats import rendered
    from checker.reports.telling import Run

    wants = asked(options)
    clock = new_clock() if options.timing else None
    with Progress() as progress:
        report, troubles = check_paths(options.paths, wants, jobs=options.jobs, progress=progress.told, clock=clock)
    troubled = say_troubles(troubles)
    told = Run(
        report, troubles, options.fail_on, width=terminal_width(), color=wants_color(options.color), draws=draws()
    )
    if report.documents or not troubled or options.format not in {"text", "concise"}:
        sys.stdout.write(rendered(options.format, told))
    sys.stdout.flush()
    read = inputs(options.paths, wants, report, troubles) if options.output else ()
    troubled |= say_troubles(write(told, options.format, options.output, read))
    after(report, wants, statistics=options.statistics, clock=clock)
    if troubled:
        return 2
    return int(reaches(report.documents, options.fail_on) and not options.exit_zero)


def _parser() -> Parser:
    parser = Parser(
        "check",
        "Check drafts about missile launches, alone or against the statements they rest on.",
        "factcheck check draft.txt --source seoul.txt --source tokyo.txt",
    )
    add_reading(parser)
    add_sources(parser)
    add_records(parser)
    add_rules(parser)
    add_showing(parser, FORMATS)
    add_output(parser)
    add_fail_on(parser)
    add_many(parser)
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    return parser


def reaches(documents: Iterable[Document], asked: Severity | None) -> bool:
    """Whether some finding is as grave as was asked, else as its draft asks, else an error."""
    from checker.findings import SEVERITIES

    return any(
        SEVERITIES.index(finding.severity) <= SEVERITIES.index(asked or document.fail_on or "error")
        for document in documents
        for finding in document.findings
    )
