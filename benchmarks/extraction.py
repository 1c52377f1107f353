"""Measure how fast text is read, as ratios taken in one run on the same text.

    python -m benchmarks.extraction [--runs N]

- Whole extraction of an article, every paragraph of it about missiles, against quantulum3's characters a second
  where that is installed (`make bench-peers`).
- Text that holds nothing to check, without and with numbers, against `str.lower()` of it: it has to pass as it
  comes in.

Exit status 1 where a ratio is off its limit.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from checker.engine import Options, understand
from checker.readers import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
DENSE = HERE / "dense.txt"
# Neither has a missile word, or a figure with a unit, a date or a clock time; the second has other numbers.
NOTHING = {"no number": HERE / "quiet.txt", "bare numbers": HERE / "numbers.txt"}
# `lower` passes one and a half to four gigabytes a second here, so 20 is about 100 megabytes a second.
LOWER_TIMES = 20
QUANTULUM3_TIMES = 40
NOTHING_CHARACTERS = 1_000_000
ROUND_SECONDS = 0.2


def read(text: str) -> None:
    """Read all claims of a text, and hold them against no rule."""
    understand(read_text(text, "<text>", "text/plain"), Options("2024-10-08", "Asia/Seoul"))


def speeds(tasks: dict[str, tuple[Callable[[str], object], str]], runs: int) -> dict[str, float]:
    """Run the tasks by turns; return characters a second by the median round.

    A short text is read over and over, for a fifth of a second at least.
    """
    once = {name: _taken(*task, 1) for name, task in tasks.items()}
    often = {
        name: 1 if len(text) >= NOTHING_CHARACTERS else max(1, round(ROUND_SECONDS / once[name]))
        for name, (_, text) in tasks.items()
    }
    # What the peers have loaded stays out of our garbage collections, and ours out of theirs.
    gc.collect()
    gc.freeze()
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(runs):
        for name, task in tasks.items():
            taken[name].append(_taken(*task, often[name]))
    return {name: len(text) / statistics.median(taken[name]) for name, (_, text) in tasks.items()}


def _taken(function: Callable[[str], object], text: str, times: int) -> float:
    """Return the seconds that one of so many runs took, what the task before left behind swept away."""
    gc.collect()
    begun = time.perf_counter()
    for _ in range(times):
        function(text)
    return (time.perf_counter() - begun) / times


def repeated(path: Path) -> str:
    """Return a text over and over, as one page of a megabyte."""
    text = path.read_text(encoding="utf-8")
    return (text * (NOTHING_CHARACTERS // len(text) + 1))[:NOTHING_CHARACTERS]


def quantulum3() -> Callable[[str], object] | None:
    """Return its parser, or None where it is not installed."""
    from benchmarks.peers.extractors import quantulum3 as load

    try:
        return load()
    except ImportError:
        return None


def main() -> int:
    """Measure, and print the ratios with their limits."""
    parser = argparse.ArgumentParser(description="Measure how fast text is read.")
    parser.add_argument("--runs", type=int, default=9, metavar="N", help="rounds to take the median of")
    runs: int = parser.parse_args().runs
    dense = DENSE.read_text(encoding="utf-8")
    tasks: dict[str, tuple[Callable[[str], object], str]] = {"dense, ours": (read, dense)}
    peer = quantulum3()
    if peer is not None:
        tasks["dense, quantulum3"] = (peer, dense)
    for name, path in NOTHING.items():
        tasks |= {f"{name}, ours": (read, repeated(path)), f"{name}, lower()": (str.lower, repeated(path))}
    speed = speeds(tasks, runs)
    for name, rate in speed.items():
        print(f"{name:22} {rate:15,.0f} characters a second")
    print()
    verdicts = []
    if peer is None:
        print("ours / quantulum3: not measured, it is not installed (`make bench-peers`)")
    else:
        ratio = speed["dense, ours"] / speed["dense, quantulum3"]
        verdicts.append(ratio >= QUANTULUM3_TIMES)
        print(f"ours / quantulum3: {ratio:.1f}, at least {QUANTULUM3_TIMES}: {_WORDS[verdicts[-1]]}")
    for name in NOTHING:
        ratio = speed[f"{name}, lower()"] / speed[f"{name}, ours"]
        verdicts.append(ratio <= LOWER_TIMES)
        print(f"lower() / ours, {name}: {ratio:.1f}, at most {LOWER_TIMES}: {_WORDS[verdicts[-1]]}")
    return 0 if all(verdicts) else 1


_WORDS = {True: "ok", False: "TOO SLOW"}


if __name__ == "__main__":
    sys.exit(main())
