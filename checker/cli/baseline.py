"""`factcheck baseline`: write down what is known and let be, and take out what is found no longer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.parser import Parser, add_reading, add_rules, add_sources, asked, one_of, say_troubles
from checker.cli.saving import save

if TYPE_CHECKING:
    from checker.drafts import Asked
    from checker.report import Report


def run(words: list[str]) -> int:
    """Write or prune a baseline; return 2 where a file could not be read, and then write nothing."""
    options = _parser().parse_args(words)
    from dataclasses import replace

    from checker.api import check_paths

    wants = asked(options)
    path = Path(options.baseline or _of_settings(wants) or _name())
    anew = options.deed == "write"
    # What is to be known anew is looked for without what was known; the rest of a baseline may be of other drafts.
    report, troubles = check_paths(options.paths, replace(wants, baseline=str(path), knows_nothing=anew), jobs=None)
    if say_troubles(troubles):
        return 2
    said = _write(path, report) if anew else _prune(path, report)
    sys.stdout.write(f"{said}\n")
    return 0


def _parser() -> Parser:
    parser = Parser(
        "baseline",
        "Write down the findings of drafts, to be let be from now on, or take out those that are found no longer. "
        "The file holds no words of the drafts.",
        "factcheck baseline write archive/",
    )
    parser.add_argument("deed", metavar="write|prune", type=one_of("write", "prune"), help="write, or prune")
    add_reading(parser)
    add_sources(parser)
    add_rules(parser)
    return parser


def _name() -> str:
    from checker.baseline import NAME

    return NAME


def _of_settings(wants: Asked) -> str | None:
    from checker.settings.finding import Desks

    return Desks(wants.config, isolated=not wants.reads_settings).settings(None).baseline


def _write(path: Path, report: Report) -> str:
    from checker.baseline import entries, key, known_entries, text

    made = entries(report, path)
    checked = {key(document.path, path) for document in report.documents}
    old = known_entries(path) if path.exists() else {}
    made |= {draft: found for draft, found in old.items() if draft not in checked}
    count = sum(entry["count"] for found in made.values() for entry in found.values())
    save(path, text(made))
    return f"{path}: {count} known in {len(made)} of the drafts"


def _prune(path: Path, report: Report) -> str:
    from checker.baseline import known_entries, left_over, pruned, read_baseline, text

    left = left_over(read_baseline(path), report, path)
    count = sum(sum(each.values()) for each in left.values())
    if count:
        save(path, text(pruned(known_entries(path), left)))
    return f"{path}: {count} taken out"
