"""The work that a text costs grows with its length and no faster, whatever the text.

Work is counted, not timed: for the patterns in steps of their search, for the whole of the reading in lines of
the package that run. `benchmarks/linear.py` holds clock times against the same limits, on longer texts.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.hostile import CLAIMS, HOSTILE, patterns
from checker import check_text
from tests.backtracking import Search, alphabet
from tests.counting import lines_run

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parent.parent
OURS = (str(ROOT / "checker"), str(ROOT / "rules"))
MOST = 3.0
SHORT, LONG = 80, 800
# Long enough that what a sentence may hold at most is reached in both.
STORY, LONG_STORY = 4000, 16_000
MOST_OF_A_STORY = 1.3


# In one order for every process that collects them.
PATTERNS = dict(sorted(patterns().items(), key=lambda each: (each[0].pattern, each[0].flags)))


def steps(pattern: re.Pattern[str], unit: str, length: int, *, anchored: bool = False) -> float:
    """Return the steps that a character costs in a text that says `unit` over and over."""
    search = Search(pattern, (unit * length)[:length])
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    try:
        _ = search.match() if anchored else search.spans()
    finally:
        sys.setrecursionlimit(limit)
    return (search.steps + 1) / length


def superlinear(pattern: re.Pattern[str], units: Iterable[str], *, anchored: bool = False) -> list[str]:
    return [
        unit
        for unit in units
        if steps(pattern, unit, LONG, anchored=anchored) > MOST * steps(pattern, unit, SHORT, anchored=anchored)
    ]


def test_the_patterns_are_found() -> None:
    groups = {name for pattern in PATTERNS for name in pattern.groupindex}

    assert {"n", "w", "p"} <= groups, "the tokens of every text"
    assert set(PATTERNS.values()) == {True, False}


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern)
def test_a_pattern_costs_no_more_per_character_in_a_longer_text(pattern: re.Pattern[str]) -> None:
    units = sorted({*HOSTILE, *alphabet(pattern)})

    assert superlinear(pattern, units, anchored=PATTERNS[pattern]) == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern)
@pytest.mark.parametrize(
    "text",
    [
        'Tokyo said the U.S. missile flew 1,000 km (620 miles) at 2:55 p.m. "It fell," he said. Hwasong-14 1 000 km',
        "---\ndate: 2024-01-14\n---\n# A headline\n\n- 5,500\u2011kilometer\u2011range <b>x</b> &amp; *y*\n\n\u3002a",
    ],
)
def test_the_count_finds_what_the_search_finds(pattern: re.Pattern[str], text: str) -> None:
    match = pattern.match(text)

    assert Search(pattern, text).spans() == [match.span() for match in pattern.finditer(text) if match[0]]
    assert Search(pattern, text).match() == (match.end() if match else None)


@pytest.mark.parametrize(
    ("pattern", "unit"),
    [(r"\d+km", "7"), (r"\d++km", "7"), (r"(?<!\d)\d*\d*km", "7"), (r"\".*\"!", '"'), (r"(?:a|b)*c", "ab")],
)
def test_the_count_shows_what_is_superlinear(pattern: str, unit: str) -> None:
    assert superlinear(re.compile(pattern), [unit]) == [unit]


def test_the_count_passes_a_guarded_possessive_repeat() -> None:
    assert superlinear(re.compile(r"(?<!\d)\d++km"), HOSTILE) == []
    assert superlinear(re.compile(r"\d++km"), HOSTILE, anchored=True) == []


def read(text: str) -> None:
    check_text(text, published="2024-01-15", timezone="Asia/Seoul")


def lines_per_character(text: str) -> float:
    """Return how many lines run to check a text, per character."""
    return lines_run(lambda: read(text), lambda path: path.startswith(OURS)) / len(text)


@pytest.fixture(scope="module")
def _warm() -> None:
    """Load words and schemas, which no text pays for twice."""
    read(" ".join(CLAIMS))


@pytest.mark.usefixtures("_warm")
@pytest.mark.parametrize("unit", [*HOSTILE, *CLAIMS])
def test_a_longer_story_costs_no_more_per_character(unit: str) -> None:
    story, longer = (f"missile {unit * length}"[:length] for length in (STORY, LONG_STORY))

    assert lines_per_character(longer) <= MOST_OF_A_STORY * lines_per_character(story)
