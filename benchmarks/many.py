"""Measure many drafts: a folder of articles by one command, in one process and in two.

The articles are made of the example case and of ordinary news, each with figures of its own, so that no two are alike.
Exit status 1 where a thousand take 60 seconds or more in two processes, or where two are not 1.5 times as fast as one.
On a machine with one core, or a busy one, the second says nothing; run it when the machine is quiet.

    python -m benchmarks.many [--articles N]
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "seeds" / "cases" / "2024-01-14" / "article.txt"
NEWS = ROOT / "benchmarks" / "no_claim.txt"
LIMIT = 60.0
GAIN = 1.5
_FIGURE = re.compile(r"\b1,000 km \(600 miles\)")


def articles(folder: Path, count: int) -> int:
    """Write so many articles, four in five of them about a launch; return the characters of all."""
    text = ARTICLE.read_text(encoding="utf-8")
    news = NEWS.read_text(encoding="utf-8")
    total = 0
    for number in range(count):
        flown = 400 + number
        told = _FIGURE.sub(f"{flown:,} km ({round(flown / 1.609344, -1):.0f} miles)", text)
        words = told if number % 5 else f"{news}\n\nNo. {number} of {count}.\n"
        (folder / f"{number:05}.txt").write_text(words, encoding="utf-8")
        total += len(words)
    return total


def seconds(folder: Path, jobs: int) -> tuple[float, float, bytes]:
    """Check the folder in so many processes; return how long it took by the clock and by processors, and the report."""
    command = (sys.executable, "-m", "checker.cli", "check", str(folder), "--isolated", "--jobs", str(jobs))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    before, begun = os.times(), time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    taken, after = time.perf_counter() - begun, os.times()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    if done.returncode not in {0, 1}:
        raise SystemExit(done.stderr.decode(errors="replace"))
    return taken, worked, done.stdout


def main() -> int:
    """Measure, and print a line for each number of processes."""
    parser = argparse.ArgumentParser(description="Measure many drafts in one process and in two.")
    parser.add_argument("--articles", type=int, default=1000, metavar="N", help="how many to check")
    count: int = parser.parse_args().articles
    with tempfile.TemporaryDirectory(prefix="factcheck-many-") as name:
        folder = Path(name)
        characters = articles(folder, count)
        print(f"{count:,} articles, {characters:,} characters; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        one, one_worked, alone = seconds(folder, 1)
        two, two_worked, shared = seconds(folder, 2)
    print(f"one process   {one:6.1f} s, {one_worked:5.1f} s of a processor")
    print(f"two processes {two:6.1f} s, {two_worked:5.1f} s of processors; {one / two:.2f} times as fast")
    slow = two * 1000 / count >= LIMIT
    if alone != shared:
        print("the two reports differ")
    return int(slow or one / two < GAIN or alone != shared)


if __name__ == "__main__":
    sys.exit(main())
