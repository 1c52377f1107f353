"""What `fix` and `diff` share: their options, the fixes of the files named, and the words on each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from checker.cli.parser import add_reading, add_rules, add_sources, asked

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from checker.api import Fixed
    from checker.cli.parser import Parser
    from checker.fixing import Mended
    from checker.trouble import InputError


def add_mending(parser: Parser) -> None:
    """Add the options that say what is read and which fixes are made."""
    add_reading(parser)
    add_sources(parser)
    add_rules(parser)
    parser.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="also make the fixes that an editor should look at (suggested), not only those that cannot change the "
        "meaning (safe)",
    )


def mended(options: argparse.Namespace) -> tuple[tuple[Fixed, ...], tuple[InputError, ...]]:
    """Fix the text of each file, once where it has two names; what could not be read comes beside."""
    from checker.api import fix_paths

    paths: dict[str, str] = {}
    for path in options.paths:
        paths.setdefault(path if path == "-" else os.path.realpath(path), path)
    return fix_paths(paths.values(), asked(options), unsafe=options.unsafe_fixes)


def remarks(found: Mended, *, unsafe: bool) -> Iterator[str]:
    """Say what held a fix back, in one line each."""
    from checker.fixing import applicable

    name = found.after.source.name
    for place, held in found.held:
        one, other = held.finding, held.by
        yield (
            f"{name}:{place.line}:{place.column}: the fix for {one.code} {one.rule} waited for that for {other.code} "
            f"{other.rule}, which changes the same words; the text was then checked again"
        )
    if not found.settled:
        yield f"{name}: its fixes undo one another, so none was made; change these words by hand"
    elif not unsafe:
        waiting = sum(applicable(each, unsafe=True) is not None for each in found.after.findings)
        if waiting:
            fixes, them = ("1 suggested fix was", "it") if waiting == 1 else (f"{waiting} suggested fixes were", "them")
            yield f"{name}: {fixes} not made; --unsafe-fixes makes {them}, read {them} over with factcheck diff first"
