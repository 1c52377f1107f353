"""The formats of a report, by name; each is a module that is imported when it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.reports.telling import Run

FORMATS = (
    "text",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "junit",
    "github",
    "rdjson",
    "rdjsonl",
    "csv",
    "markdown",
)


def rendered(name: str, run: Run) -> str:
    """Return a run in one of the formats, ended by a line end unless it is empty."""
    if name == "text":
        from checker.reports.text import render

        return render(run.report, width=run.width, color=run.color, draws=run.draws)
    if name == "json":
        from checker.reports.json import render as render_json

        return render_json(run.report).rstrip("\n") + "\n"
    from importlib import import_module

    text: str = import_module(f"checker.reports.{name}").render(run)
    return text
