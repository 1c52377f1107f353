"""Measure whether a long text costs more per character than a short one, for texts that say one thing over and over.

    python -m benchmarks.linear [--runs N]

Each pattern of the package searches, and the whole check reads, 10,000 characters ten times and 100,000 once, by
turns in one run. One line of a megabyte is read as well. Exit status 1 where the ratio is above its limit.
`tests/test_linear.py` counts steps instead of measuring time.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.hostile import CLAIMS, HOSTILE, patterns
from checker import check_text

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

SHORT, LONG, LINE = 10_000, 100_000, 1_000_000
LIMIT = 3.0
# Below this a ratio is that of the clock.
LEAST_SECONDS = 0.002


def said(unit: str, length: int, opening: str = "") -> str:
    """Return a text of so many characters that says a unit over and over."""
    return (opening + unit * (length // len(unit) + 1))[:length]


def seconds(function: Callable[[str], object], text: str, times: int = 1) -> float:
    """Return how long some calls take together."""
    begun = time.perf_counter()
    for _ in range(times):
        function(text)
    return time.perf_counter() - begun


def ratio(function: Callable[[str], object], unit: str, opening: str, runs: int) -> tuple[float, float]:
    """Return the time of the long text, and its ratio to that of as many characters in short texts."""
    texts = said(unit, SHORT, opening), said(unit, LONG, opening)
    pairs = [(seconds(function, texts[0], LONG // SHORT), seconds(function, texts[1])) for _ in range(runs)]
    short, long = (statistics.median(times) for times in zip(*pairs, strict=True))
    return long, 1.0 if long < LEAST_SECONDS else long / short


def finder(pattern: re.Pattern[str], *, anchored: bool) -> Callable[[str], object]:
    """Return what the package does with a pattern: try it at one place, or find all of it."""
    return pattern.match if anchored else lambda text: sum(1 for _ in pattern.finditer(text))


def checked(text: str) -> object:
    """Check a text as one of a day."""
    return check_text(text, published="2024-10-08", timezone="Asia/Seoul")


def main() -> int:
    """Measure, and print what is above the limit, and the whole check in full."""
    parser = argparse.ArgumentParser(description="Measure whether long texts cost more per character.")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="rounds to take the median of")
    runs: int = parser.parse_args().runs
    slow = 0
    found = patterns()
    for pattern, anchored in found.items():
        for unit in HOSTILE:
            _, times = ratio(finder(pattern, anchored=anchored), unit, "", runs)
            if times > LIMIT:
                slow += 1
                written = pattern.pattern.encode("ascii", "backslashreplace").decode()
                print(f"TOO SLOW {times:6.1f}  {unit!r} in {written}")
    print(f"{len(found)} patterns, {len(HOSTILE)} texts each: {slow} above {LIMIT:.0f}")
    print()
    print(f"{'the whole check, of a text that says':52} {'us/char':>8} {'ratio':>6}")
    checked(" ".join(CLAIMS))
    for unit in (*HOSTILE, *CLAIMS):
        taken, times = ratio(checked, unit, "missile ", runs)
        slow += times > LIMIT
        verdict = "" if times <= LIMIT else "  TOO SLOW"
        print(f"{unit!r:52} {1e6 * taken / LONG:8.2f} {times:6.2f}{verdict}")
    print()
    for unit in ("The missile flew 1,000 km and ", "7"):
        taken = seconds(checked, said(unit, LINE, "missile "))
        print(f"a line of {LINE:,} characters, {unit!r}: {taken:.1f} s")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
