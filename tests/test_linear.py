"""The work that a text costs grows with its length and no faster, whatever the text.

Work is counted, not timed: for the patterns in steps of their search, for the whole of the reading in lines of
the package that run. `benchmarks/linear.py` holds clock times against the same limits, on longer texts.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import checker
from checker.engine import Options, understand
from checker.readers import read_text
from checker.rulebook import load_rules
from tests.backtracking import Search, alphabet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "checker"
# What a hostile text says over and over.
HOSTILE = ("7", "1,", "1 to ", "a.", "A.", "(", "[", "km ", "- ", "-", '"', "' ", " ", "\n", "A ", ".", "x", "7.", "7 ")
CLAIMS = (
    "The missile flew 1,000 km and ",
    "flew 1,000 km (900 miles) and ",
    "The missile flew 1,000 km (900 miles). ",
    "Japan said the missile flew 1,000 km, Seoul said, ",
    '"flew 1,000 km," he said, ',
    "He said, ",
    "at 2:55 p.m. KST (0555 GMT) and ",
    "on Monday, January 4, 2016, and ",
    "January 4, 2016, ",
    "Monday ",
    "fired two missiles and ",
    "KN-23 ",
    "could reach 1,000 km ",
    "from Sunan near Pyongyang into the Sea of Japan ",
    "outside Japan's exclusive economic zone ",
    "1, 2, 3 and 4 km, ",
)
MOST = 3.0
SHORT, LONG = 100, 1000
# Long enough that what a sentence may hold at most is reached in both.
STORY, LONG_STORY = 4000, 16000
MOST_OF_A_STORY = 1.6


def modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(checker.__path__, "checker."):
        if not found.name.startswith("checker.rules") and not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)
    for rule in load_rules().values():
        yield sys.modules[rule.check.__module__]


def compiled(value: Any) -> Iterator[re.Pattern[str]]:
    """Yield the patterns in a value and in the tables and tuples inside it."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from compiled(inner)
    elif isinstance(value, (tuple, list, frozenset, set)):
        for inner in value:
            yield from compiled(inner)


def written(tree: ast.Module) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that calls such as `re.split(r"...", text)` hold; a name in braces stands for a comma."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
            continue
        if not isinstance(node.func.value, ast.Name) or node.func.value.id != "re" or node.func.attr == "escape":
            continue
        first = node.args[0]
        parts = first.values if isinstance(first, ast.JoinedStr) else [first]
        texts = [str(part.value) if isinstance(part, ast.Constant) else "," for part in parts]
        yield re.compile("".join(texts))


def patterns() -> list[re.Pattern[str]]:
    found = [pattern for module in modules() for value in vars(module).values() for pattern in compiled(value)]
    for path in [*PACKAGE.rglob("*.py"), *(ROOT / "rules").rglob("*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for function in inside:
            found += written(ast.Module([function], []))
    return sorted(set(found), key=lambda pattern: pattern.pattern)


PATTERNS = patterns()


def steps(pattern: re.Pattern[str], unit: str, length: int) -> float:
    """Return the steps a character costs in a text that says `unit` over and over."""
    search = Search(pattern, (unit * length)[:length])
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    try:
        search.spans()
    finally:
        sys.setrecursionlimit(limit)
    return search.steps / length


def superlinear(pattern: re.Pattern[str], units: Iterable[str]) -> list[str]:
    return [unit for unit in units if steps(pattern, unit, LONG) > MOST * steps(pattern, unit, SHORT)]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern)
def test_a_pattern_costs_no_more_per_character_in_a_longer_text(pattern: re.Pattern[str]) -> None:
    assert superlinear(pattern, sorted({*HOSTILE, *alphabet(pattern)})) == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern)
@pytest.mark.parametrize(
    "text",
    [
        'Tokyo said the U.S. missile flew 1,000 km (620 miles) at 2:55 p.m. "It fell," he said. Hwasong-14 1 000 km',
        "---\ndate: 2024-01-14\n---\n# A headline\n\n- 5,500\u2011kilometer\u2011range <b>x</b> &amp; *y*\n\n\u3002a",
    ],
)
def test_the_count_finds_what_the_search_finds(pattern: re.Pattern[str], text: str) -> None:
    assert Search(pattern, text).spans() == [match.span() for match in pattern.finditer(text) if match[0]]


@pytest.mark.parametrize(
    ("pattern", "unit"),
    [(r"\d+km", "7"), (r"\d++km", "7"), (r"(?<!\d)(?:\d+,?)++!|(?<![\d,])[\d,]*\d!", "7"), (r"\".*\"!", '"')],
)
def test_the_count_shows_what_is_superlinear(pattern: str, unit: str) -> None:
    assert superlinear(re.compile(pattern), [unit]) == [unit]


def test_the_count_passes_a_guarded_possessive_repeat() -> None:
    assert superlinear(re.compile(r"(?<!\d)\d++km"), HOSTILE) == []


def lines_per_character(text: str) -> float:
    """Return how many lines of the package run to read a text, loops inside a line counted, per character."""
    count = 0

    def inside(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return inside

    def entered(frame: FrameType, _event: str, _argument: object) -> Any:
        return inside if frame.f_code.co_filename.startswith(str(PACKAGE)) else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        understand(read_text(text, "<text>", "text/plain"), Options("2024-01-15", "Asia/Seoul"))
    finally:
        sys.settrace(before)
    return count / len(text)


@pytest.mark.parametrize("unit", [*HOSTILE, *CLAIMS])
def test_a_longer_story_costs_no_more_per_character(unit: str) -> None:
    story, longer = (f"missile {unit * length}"[:length] for length in (STORY, LONG_STORY))

    assert lines_per_character(longer) <= MOST_OF_A_STORY * lines_per_character(story)
