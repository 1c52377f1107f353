"""The `factcheck` command. Each subcommand is a module of its own, imported when it is chosen."""

from __future__ import annotations

import gc
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
    "compare": "Show what statements and reports say of one launch, and where they meet.",
    "fix": "Write the fixes of what is found into the drafts.",
    "diff": "Show what fix would change, and write nothing.",
    "baseline": "Write down findings to be let be, or take out what is found no longer.",
    "claims": "Show what was understood of a text: each claim, its value, who says it.",
    "flight": "Show what figures of one flight say of each other: a calculator.",
    "map": "Draw where the figures of a text can have a missile come down.",
    "record": "Look launches up in the public record.",
    "explain": "Show the page of a rule.",
    "rules": "List the rules.",
    "config": "Show the settings that hold, and where they come from.",
    "schema": "Print a JSON Schema.",
}
_INTERRUPTED = 130
_PIPE_CLOSED = 141
_FAULT = 70  # EX_SOFTWARE of sysexits.h; Python's own 1 would mean findings


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0 fine, 1 findings, 2 a usage or input error, 70 a fault of ours."""
    if sys.stdout is None:
        complain("factcheck: standard output is closed; let it go to a terminal, a file or a pipe")
        return 2
    if argv is None:
        # The process ends with this call: what a collector could free meanwhile is not worth its looking.
        gc.disable()
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
    except MemoryError:
        complain("factcheck: there is not enough memory; check fewer or shorter drafts at a time")
        return 2
    except Exception as fault:  # noqa: BLE001 -- whatever it is, it must not look like "something was found"
        return _failed(fault)
    return status


def _failed(fault: Exception) -> int:
    """Say that the output could not be written; show any other fault whole, for it is ours."""
    if isinstance(fault, OSError) and fault.filename is None:
        silence()
        complain(f"factcheck: standard output cannot be written ({fault.strerror}); write it elsewhere")
        return 2
    import traceback

    traceback.print_exception(fault)
    complain("factcheck: this is a fault in factcheck, not in the draft; please report it with the lines above")
    return _FAULT


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
