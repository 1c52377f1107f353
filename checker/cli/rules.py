"""`factcheck rules`: list the rules."""

from __future__ import annotations

import sys

from checker.cli.pages import Page, known_files, read_page
from checker.cli.parser import Parser, one_of
from checker.cli.streams import terminal_width


def run(words: list[str]) -> int:
    """Print code, name, severity and a line on each rule."""
    parser = Parser("rules", "List the rules: code, name, severity, and what each checks.", "factcheck rules")
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("text", "json"),
        default="text",
        help="text (the default) or json",
    )
    options = parser.parse_args(words)
    files = known_files()
    pages = [read_page(files[code]) for code in sorted(files)]
    sys.stdout.write(_json(pages) if options.format == "json" else _text(pages))
    return 0


def _text(pages: list[Page]) -> str:
    from checker.reports.cells import wrap

    names = max((len(page.name) for page in pages), default=0)
    lines = []
    for page in pages:
        lead = f"{page.code}  {page.name:<{names}}  {page.severity:<7}  "
        said = page.summary + ("" if page.default else " (off unless asked for)")
        first, *rest = wrap(said, max(30, terminal_width() - len(lead)))
        lines += [lead + first, *(" " * len(lead) + line for line in rest)]
    return "".join(f"{line}\n" for line in lines)


def _json(pages: list[Page]) -> str:
    import json

    rows = [
        {
            "code": page.code,
            "name": page.name,
            "severity": page.severity,
            "default": page.default,
            "summary": page.summary,
        }
        for page in pages
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
