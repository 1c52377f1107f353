"""`factcheck flight`: what figures of one flight say of each other."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from checker.cli.parser import Parser, one_of
from checker.cli.streams import complain, terminal_width, wants_color

if TYPE_CHECKING:
    from checker.events import Account
    from checker.findings import Finding

_EXAMPLE = 'factcheck flight --distance "1,000 km" --apogee "50 km" --time "11 minutes" --from Sunan'


def run(words: list[str]) -> int:
    """Print the sums of a flight as text, JSON or a picture; return 1 for an error or a warning, 2 for no figure."""
    options = _parser().parse_args(words)
    from checker.flight.asked import FIGURES, asked

    figures = {name: value for name in FIGURES if (value := getattr(options, name)) is not None}
    if not figures:
        complain("factcheck flight: give a figure, such as --distance or --apogee; two say more")
        return 2
    given, account = asked(figures, options.site)
    from checker.reports.flight import Answer

    try:
        answer = Answer(given, given.arcs(), _found(account))
    except ValueError as reason:
        answer = Answer(given, (), _found(account), str(reason))
    if options.format == "svg":
        if not answer.drawn:
            complain(
                f"factcheck flight: there is no arc to draw; {answer.trouble or 'give a distance, or two figures'}"
            )
            return 2
        from checker.reports.flight_picture import render_svg

        sys.stdout.write(render_svg(answer.drawn, _title(figures, options.site)))
    elif options.format == "json":
        from checker.reports.flight import render_json

        sys.stdout.write(render_json(answer))
    else:
        from checker.reports.cells import Paint
        from checker.reports.flight import render_text

        paint = Paint(color=wants_color(options.color))
        sys.stdout.write(render_text(answer, width=terminal_width(), paint=paint))
    return int(answer.trouble is not None or any(finding.severity != "note" for finding in answer.findings))


def _title(figures: dict[str, str], site: str | None) -> str:
    names = {"distance": "", "apogee": "apogee ", "time": "", "speed": ""}
    told = ", ".join(f"{names[name]}{words}" for name, words in figures.items())
    return f"{told}, from {site}" if site else told


def _found(account: Account) -> list[Finding]:
    """Return what the rules about flights say of the figures."""
    from checker.rulebook import load_rules

    rules = [rule for code, rule in load_rules().items() if code.startswith("FC3") and rule.card.default]
    return [
        finding
        for value in (*account.claims, account)
        for rule in rules
        if isinstance(value, rule.card.looks_at)
        for finding in rule.check(value)
    ]


def _parser() -> Parser:
    parser = Parser("flight", "Show what figures of one missile's flight say of each other.", _EXAMPLE)
    parser.add_argument("--distance", metavar="FIGURE", help='ground distance, as "about 1,000 km" or "620 miles"')
    parser.add_argument("--apogee", metavar="FIGURE", help='greatest altitude, as "at least 50 km"')
    parser.add_argument("--time", metavar="FIGURE", help='flight time, as "74 minutes" or "4,491 seconds"')
    parser.add_argument("--speed", metavar="FIGURE", help='top speed, as "Mach 15" or "5 km/s"')
    parser.add_argument(
        "--from",
        dest="site",
        metavar="SITE",
        help="launch site, for the Earth's rotation; by default any is allowed for",
    )
    parser.add_argument(
        "--format", metavar="FORMAT", type=one_of("text", "json", "svg"), default="text", help="text, json or svg"
    )
    parser.add_argument(
        "--color",
        metavar="WHEN",
        type=one_of("auto", "always", "never"),
        default="auto",
        help="auto (on a terminal only), always or never",
    )
    return parser
