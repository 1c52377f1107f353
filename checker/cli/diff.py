"""`factcheck diff`: show what `factcheck fix` would change, and write nothing."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from checker.cli.mending import add_mending, mended, remarks
from checker.cli.parser import Parser, say_troubles
from checker.cli.streams import complain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.api import Fixed

# As patch and git see lines: str.splitlines would also split at form feeds and more.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def run(words: list[str]) -> int:
    """Print a unified diff; return 1 where there is a change to show, 2 for an unreadable file."""
    parser = Parser(
        "diff",
        "Show what fix would change, as a unified diff, and write nothing.",
        "factcheck diff --unsafe-fixes draft.txt --source seoul.txt",
    )
    add_mending(parser)
    options = parser.parse_args(words)
    fixed, troubles = mended(options)
    troubled = say_troubles(troubles)
    lines = [line for one in fixed for line in _diff(one)]
    if sys.stdout.isatty():
        from checker.reports.cells import shown

        sys.stdout.writelines(f"{shown(line.rstrip(chr(10)).rstrip(chr(13)))}\n" for line in lines)
    else:
        # Bytes: a patch must keep the line ends and the encoding of what it is for.
        sys.stdout.flush()
        sys.stdout.buffer.write("".join(lines).encode("utf-8", "surrogateescape"))
        sys.stdout.buffer.flush()
    for one in fixed:
        for line in remarks(one.mended, unsafe=options.unsafe_fixes):
            complain(line)
    return 2 if troubled else int(bool(lines))


def _diff(one: Fixed) -> Iterator[str]:
    """Yield the lines of a unified diff, each with its line end."""
    from difflib import unified_diff

    from checker.reports.cells import shown

    name = shown(one.mended.after.source.name)
    for line in unified_diff(_LINE.findall(one.before), _LINE.findall(one.after), name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
