"""Hold our extraction and its peers against the same sentences, side by side in one run.

    python -m benchmarks.peers.compare

Exit status 1 where ours misses a target, 2 where no peer is installed.
"""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.peers.extractors import EXTRACTORS
from benchmarks.peers.items import KINDS, OTHERS, SENTENCES, load
from benchmarks.peers.scoring import Score, score

if TYPE_CHECKING:
    from benchmarks.peers.extractors import Extractor


@dataclass(frozen=True, slots=True)
class Targets:
    """What ours has to reach: so many items right at least, every hedge, range and pair, and nothing invented."""

    right: int = 64
    hedges: int = 13
    ranges: int = 7
    pairs: int = 14

    def missed(self, ours: Score) -> list[str]:
        """Return what falls short, each in words."""
        reached = {
            f"{self.right} items right": ours.right >= self.right,
            f"{self.hedges} hedges": ours.hedges >= self.hedges,
            f"{self.ranges} ranges": ours.ranges >= self.ranges,
            f"{self.pairs} pairs": ours.pairs >= self.pairs,
            "no false pair": not ours.false_pairs,
            "nothing invented": not ours.invented,
        }
        return [target for target, met in reached.items() if not met]


TARGETS = Targets()


def installed() -> dict[str, Extractor]:
    """Return ours and every peer that is installed."""
    found = {}
    for name, load_extractor in EXTRACTORS.items():
        with contextlib.suppress(ImportError):
            found[name] = load_extractor()
    return found


def table(scores: dict[str, Score]) -> list[tuple[str, ...]]:
    """Return the rows of the comparison, the heading first."""
    rows = [("", *scores)]
    some = next(iter(scores.values()))
    rows += [(name, *(made.sentences[name] for made in scores.values())) for name in some.sentences]
    rows.append(("items right", *(f"{made.right}/{made.items}" for made in scores.values())))
    for kind in KINDS:
        rows.append((f"  {kind}: found, value, unit, right", *(_marks(made, kind) for made in scores.values())))
    rows.append(("hedges", *(f"{made.hedges}/{made.hedged}" for made in scores.values())))
    rows.append(("ranges", *(f"{made.ranges}/{made.ranged}" for made in scores.values())))
    rows.append(("pairs linked", *(f"{made.pairs}/{made.paired}" for made in scores.values())))
    rows.append(("false pairs", *(str(len(made.false_pairs)) for made in scores.values())))
    rows.append(("invented", *(str(len(made.invented)) for made in scores.values())))
    rows.append(("stray", *(str(len(made.stray)) for made in scores.values())))
    return rows


def _marks(made: Score, kind: str) -> str:
    marks = next(marks for name, marks in made.kinds.items() if name == kind)
    return f"{marks.found} {marks.value} {marks.unit} {marks.right} of {marks.items}"


def show(scores: dict[str, Score]) -> None:
    """Print the comparison, and what ours got wrong."""
    rows = table(scores)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    for heading in ("wrong", "unlinked", "false_pairs", "invented", "stray"):
        for name, text, read in getattr(scores["ours"], heading):
            print(f"ours, {heading.replace('_', ' ')}: {name} {text!r}: {read}")


def main() -> int:
    """Compare on both sets of sentences; only the first has targets."""
    extractors = installed()
    missed: list[str] = []
    for path in (SENTENCES, OTHERS):
        scores = {name: score(load(path), extract) for name, extract in extractors.items()}
        show(scores)
        if path == SENTENCES:
            missed = TARGETS.missed(scores["ours"])
            print(f"ours misses: {', '.join(missed)}" if missed else "ours meets every target")
        print()
    if len(extractors) == 1:
        print("no peer is installed here: `make bench-peers` makes an environment for them", file=sys.stderr)
        return 2
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
