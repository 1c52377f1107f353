"""What `check` says on standard error when asked about many drafts: counts, times, and what a baseline has left."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.streams import complain
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.cli.parser import Parser
    from checker.drafts import Asked
    from checker.report import Report
    from checker.timing import Clock


def add_many(parser: Parser) -> None:
    """Add the options for many drafts."""
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=_number,
        help="check in so many processes; by default one, and for many drafts one for each core",
    )
    parser.add_argument(
        "--cache",
        metavar="FOLDER",
        help="keep findings there, by hashes and without words of the drafts, and say them again for what has not "
        "changed; the report then has findings only",
    )
    parser.add_argument("--statistics", action="store_true", help="count the findings of each rule, on standard error")
    parser.add_argument("--timing", action="store_true", help="say what took how long, on standard error")


def _number(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        message = f"{word!r} is no number of processes; write 1 or more"
        raise argparse.ArgumentTypeError(message)
    return int(word)


def new_clock() -> Clock:
    """Return a clock at zero."""
    from checker.timing import Clock

    return Clock()


def after(report: Report, wants: Asked, *, statistics: bool, clock: Clock | None) -> None:
    """Say on standard error what was asked for beside the report."""
    lines: list[str] = []
    if statistics:
        lines += _counts(report)
    if clock is not None:
        lines += _times(clock)
    for line in (*lines, *_left_over(report, wants)):
        complain(line)


def _counts(report: Report) -> Iterator[str]:
    """Yield a line a rule, the most frequent first: findings, drafts, and how many have a fix to be made."""
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for document in report.documents:
        for each in document.findings:
            found.setdefault(each.code, []).append((document.path, each.rule, bool(each.fixes)))
    yield f"{'findings':>8}  {'drafts':>6}  {'fixable':>7}  rule"
    for code, rows in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        drafts = len({path for path, _, _ in rows})
        fixable = sum(has for _, _, has in rows)
        yield f"{len(rows):>8,}  {drafts:>6,}  {fixable:>7,}  {code} {rows[0][1]}"
    drafts = sum(document.role == "draft" for document in report.documents)
    yield f"{sum(map(len, found.values())):>8,}  {drafts:>6,}           in all; {len(report.suppressed):,} set aside"


def _times(clock: Clock) -> Iterator[str]:
    """Yield a line a stage, in order, then a line a rule, the slowest first. Times of several processes add up."""
    yield f"{'seconds':>8}  {'times':>7}  stage"
    yield from (f"{seconds:>8.3f}  {times:>7,}  {name}" for name, (times, seconds) in clock.stages.items())
    yield f"{'seconds':>8}  {'times':>7}  rule"
    slowest = sorted(clock.rules.items(), key=lambda item: (-item[1][1], item[0]))
    yield from (f"{seconds:>8.3f}  {times:>7,}  {code}" for code, (times, seconds) in slowest)


def _left_over(report: Report, wants: Asked) -> Iterator[str]:
    """Yield a line for each baseline that has entries which are found no longer."""
    names: set[str | None] = {wants.baseline} if wants.baseline else set()
    if not names and wants.reads_settings:
        from checker.settings import Desks

        desks = Desks(wants.config)
        drafts = (document.path for document in report.documents if document.role == "draft")
        names = {desks.settings(path).baseline for path in drafts if desks.of(path)}
    for name in sorted(filter(None, names)):
        from checker.baseline import left_over, read_baseline

        path = Path(name)
        try:
            known = read_baseline(path)
        except InputError:  # said of the drafts already
            continue
        left = sum(sum(each.values()) for each in left_over(known, report, path).values())
        if left:
            them = "1 entry is" if left == 1 else f"{left:,} entries are"
            yield f"factcheck: {name}: {them} found no longer; factcheck baseline prune takes them out"
