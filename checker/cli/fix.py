"""`factcheck fix`: write the fixes of what is found into the drafts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.check import reaches
from checker.cli.mending import add_mending, mended, remarks
from checker.cli.parser import Parser, add_fail_on, say_troubles
from checker.cli.replacing import replace
from checker.cli.streams import complain
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.api import Fixed
    from checker.fixing import Mended


def run(words: list[str]) -> int:
    """Fix and write; return 1 where a finding as grave as asked is left, 2 where a file was not read or written."""
    options = _parser().parse_args(words)
    fixed, troubles = mended(options)
    troubled = say_troubles(troubles)
    # Where standard output is the fixed text, what there is to say must not come between.
    say = complain if "-" in options.paths else _say
    written = []
    for one in fixed:
        try:
            _write(one)
        except InputError as trouble:
            troubled = say_troubles([trouble])
            continue
        written.append(one.mended.after)
        _tell(one.mended, say, unsafe=options.unsafe_fixes)
    return 2 if troubled else int(reaches(written, options.fail_on))


def _parser() -> Parser:
    parser = Parser(
        "fix",
        "Write the fixes of what is found into the drafts: those that cannot change the meaning, and with "
        "--unsafe-fixes those that an editor should look at. The fixed text of - goes to standard output.",
        "factcheck fix --unsafe-fixes draft.txt --source seoul.txt",
    )
    add_mending(parser)
    add_fail_on(parser)
    return parser


def _write(one: Fixed) -> None:
    """Write the text where it belongs; a file without a change is left alone."""
    before, after = one.before.encode("utf-8"), one.after.encode("utf-8")
    if one.path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(after)
        sys.stdout.buffer.flush()
    elif before != after:
        replace(Path(one.path), before, after)


def _say(words: str) -> None:
    from checker.reports.cells import shown

    sys.stdout.write(f"{shown(words)}\n")


def _tell(found: Mended, say: Callable[[str], None], *, unsafe: bool) -> None:
    for line in (*_changes(found), *remarks(found, unsafe=unsafe), _left(found)):
        say(line)


def _changes(found: Mended) -> Iterator[str]:
    name = found.after.source.name
    for change in found.changes:
        rule = f"{change.finding.code} {change.finding.rule}"
        for edit, (place, words) in zip(change.fix.edits, change.places, strict=True):
            yield f'{name}:{place.line}:{place.column}: {rule}: "{words}" is now "{edit.text}"'


def _left(found: Mended) -> str:
    from checker.findings import SEVERITIES

    counts = {name: sum(each.severity == name for each in found.after.findings) for name in SEVERITIES}
    said = [f"{count} {name}{'s' if count > 1 else ''}" for name, count in counts.items() if count]
    left = " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))
    return f"{found.after.source.name}: {len(found.changes)} fixed, {left or 'nothing'} left"
