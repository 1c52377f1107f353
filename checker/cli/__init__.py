"""The `factcheck` command. Each subcommand is a module of its own, imported when it is chosen."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import checker
from checker.cli.streams import complain, prepare, silence
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "check": "Check drafts, alone or against the statements they rest on.",
    "claims": "Show what was understood of a text: each claim, its value, who says it.",
    "explain": "Show the page of a rule.",
    "rules": "List the rules.",
    "schema": "Print a JSON Schema.",
}
_INTERRUPTED = 130
_PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0 fine, 1 findings, 2 a usage or input error."""
    prepare()
    try:
        try:
            status = _run(list(sys.argv[1:] if argv is None else argv))
        except SystemExit as leaving:  # argparse, after its help or its complaint
            status = int(leaving.code or 0)
        sys.stdout.flush()
    except InputError as trouble:
        complain(f"factcheck: {trouble}")
        return 2
    except BrokenPipeError:
        silence()
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _run(words: list[str]) -> int:
    if not words:
        sys.stderr.write(_help())
        return 2
    name, *rest = words
    if name in {"-h", "--help", "help"}:
        sys.stdout.write(_help())
        return 0
    if name in {"-V", "--version"}:
        sys.stdout.write(f"factcheck {checker.__version__}\n")
        return 0
    if name not in COMMANDS:
        from checker.cli.nearest import unknown

        said = unknown("command", name, COMMANDS)
        if os.path.exists(name):  # noqa: PTH110
            said = f"{name} is a file, not a command; did you mean factcheck check {name}?"
        complain(f"factcheck: {said}")
        return 2
    from importlib import import_module

    status: int = import_module(f"checker.cli.{name}").run(rest)
    return status


def _help() -> str:
    lines = [
        "usage: factcheck COMMAND ...",
        "",
        "Check news drafts about missile launches for figures that cannot all be true.",
        "",
        *(f"  {name:<9} {summary}" for name, summary in COMMANDS.items()),
        "",
        "Example: factcheck check draft.txt --source seoul.txt --source tokyo.txt",
        "Options of a command: factcheck COMMAND --help. Version: factcheck --version.",
    ]
    return "".join(f"{line}\n" for line in lines)
