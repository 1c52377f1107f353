"""The formats of a check, and the files that its report goes to beside standard output."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from checker.reports.formats import FORMATS
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.cli.parser import Parser
    from checker.reports.telling import Run

__all__ = ["FORMATS", "add_output", "write"]

_SUMMARY = "GITHUB_STEP_SUMMARY"


def add_output(parser: Parser) -> None:
    """Add the option that writes the report into files as well."""
    parser.add_argument(
        "--output",
        metavar="FORMAT=PATH",
        action="append",
        type=_output,
        default=[],
        help="write the report into a file too, in one of the formats; may be given again",
    )


def _output(word: str) -> tuple[str, str]:
    name, equals, path = word.partition("=")
    if not (equals and path):
        message = f"{word!r} names no file; give one as sarif=out.sarif"
        raise argparse.ArgumentTypeError(message)
    if name not in FORMATS:
        message = f"no such format {name!r}; take {', '.join(FORMATS[:-1])} or {FORMATS[-1]}"
        raise argparse.ArgumentTypeError(message)
    return name, path


def write(run: Run, shown: str, outputs: Iterable[tuple[str, str]], read: Iterable[str | Path]) -> list[InputError]:
    """Write each output whole or not at all, none over what was `read`, and return what could not be written.

    Where GitHub Actions is told the findings, its summary of the job gets the table of them.
    """
    from checker.cli.saving import save
    from checker.reports.formats import rendered

    outputs, troubles = list(outputs), []
    read = list(read) if outputs else []
    for name, path in outputs:
        try:
            save(path, rendered(name, run), read)
        except InputError as trouble:
            troubles.append(trouble)
    summary = os.environ.get(_SUMMARY)
    if summary and "github" in {shown, *(name for name, _ in outputs)}:
        try:
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write(rendered("markdown", run) + "\n")
        except OSError as trouble:
            from checker.cli.replacing import unwritten

            troubles.append(unwritten(summary, trouble))
    return troubles
