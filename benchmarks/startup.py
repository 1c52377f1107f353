"""Measure how long the command takes, as a ratio to an interpreter that does nothing.

Every case and the yardstick, `python -c pass` by the same interpreter, run by turns in one go, so that a busy
machine slows them alike; each ratio is that of two medians. Exit status 1 where a ratio is above its limit.

    python benchmarks/startup.py [--runs N]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASE = ROOT / "seeds" / "cases" / "2024-01-14"
ARTICLE = CASE / "article.txt"
NO_CLAIM = ROOT / "benchmarks" / "no_claim.txt"
YARDSTICK = (sys.executable, "-c", "pass")
# An installed program has its bytecode beside it: PYTHONDONTWRITEBYTECODE would make every run compile.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


@dataclass(frozen=True, slots=True)
class Case:
    """A command of `factcheck`, and how many times as long as the yardstick it may take."""

    name: str
    arguments: tuple[str, ...]
    limit: float


CASES = (
    Case("the article", ("check", str(ARTICLE)), 35),
    Case(
        "the article, two statements",
        ("check", str(ARTICLE), "--source", str(CASE / "seoul.md"), "--source", str(CASE / "japan.md")),
        35,
    ),
    Case("a page with no claim", ("check", str(NO_CLAIM)), 10),
    Case("--version", ("--version",), 6),
    Case("explain FC101", ("explain", "FC101"), 6),
)


def starters() -> dict[str, tuple[str, ...]]:
    """Return the ways to start the command that there are here."""
    ways: dict[str, tuple[str, ...]] = {"-m checker.cli": (sys.executable, "-m", "checker.cli")}
    name = "factcheck.exe" if os.name == "nt" else "factcheck"
    script = Path(sys.executable).parent / name
    if script.is_file():
        ways["factcheck"] = (str(script),)
    return ways


def seconds(command: tuple[str, ...]) -> float:
    """Run a command once, its output thrown away, and return how long it took; SystemExit where it fails."""
    begun = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    taken = time.perf_counter() - begun
    if done.returncode not in {0, 1} or b"Traceback" in done.stderr:
        said = done.stderr.decode(errors="replace")
        message = f"status {done.returncode} from: {' '.join(command)}\n{said}"
        raise SystemExit(message)
    return taken


def medians(commands: list[tuple[str, ...]], runs: int) -> list[float]:
    """Run all commands by turns, one round uncounted for the bytecode to be written; return their medians."""
    rounds = [[seconds(command) for command in commands] for _ in range(runs + 1)]
    return [statistics.median(times) for times in zip(*rounds[1:], strict=True)]


def main() -> int:
    """Measure, and print a table of ratios and limits."""
    parser = argparse.ArgumentParser(description="Measure start-up as a ratio to `python -c pass`.")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="rounds to take the median of")
    runs: int = parser.parse_args().runs
    table = [(way, case, (*start, *case.arguments)) for way, start in starters().items() for case in CASES]
    yardstick, *rest = medians([YARDSTICK, *(command for _, _, command in table)], runs)

    print(f"python -c pass: {1000 * yardstick:.1f} ms, median of {runs}")
    print(f"{'started by':15} {'case':28} {'ms':>6} {'ratio':>6} {'limit':>6}  verdict")
    slow = 0
    for (way, case, _), taken in zip(table, rest, strict=True):
        ratio = taken / yardstick
        slow += ratio > case.limit
        verdict = "ok" if ratio <= case.limit else "TOO SLOW"
        print(f"{way:15} {case.name:28} {1000 * taken:6.0f} {ratio:6.1f} {case.limit:6.0f}  {verdict}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
