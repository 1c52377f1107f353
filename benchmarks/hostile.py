"""Texts that are long and say one thing over and over, and all patterns that they are searched with."""

from __future__ import annotations

import ast
import importlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.rulebook import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "checker"
# No sentence is meant; what is half a number, a name or a mark of some kind.
HOSTILE = ("7", "1,", "1 to ", "a.", "A.", "(", "[", "km ", "- ", "-", '"', "' ", " ", "\n", "A ", ".", "x", "7.", "7 ")
# Claims, most without a stop.
CLAIMS = (
    "The missile flew 1,000 km and ",
    "flew 1,000 km (900 miles) and ",
    "The missile flew 1,000 km (900 miles). ",
    "Japan said the missile flew 1,000 km, Seoul said, ",
    '"flew 1,000 km," he said, ',
    "He said, ",
    "fired at 2:55 p.m. KST (0555 GMT) and ",
    "on Monday, January 4, 2016, and ",
    "January 4, 2016, ",
    "Monday ",
    "fired two missiles and ",
    "KN-23 ",
    "could reach 1,000 km ",
    "flew 1,000 km, rose 50 km and was in the air for 11 minutes at Mach 5, ",
    "a short-range Hwasong-14 missile with a range of 600 km, ",
    "from Sunan near Pyongyang into the Sea of Japan ",
    "outside Japan's exclusive economic zone ",
    "1, 2, 3 and 4 km, ",
)
_ANCHORED = {"match", "fullmatch"}


def _modules() -> Iterator[Any]:
    # By their files: to a walk over packages, a checkout's `checker` would hold itself.
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name != "__main__.py":
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield importlib.import_module(".".join(part for part in parts if part != "__init__"))
    for rule in load_rules().values():
        yield sys.modules[rule.check.__module__]


def _compiled(value: Any) -> Iterator[re.Pattern[str]]:
    """Yield the patterns in a value and in the tables and tuples inside it."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _compiled(inner)
    elif isinstance(value, (tuple, list, frozenset, set)):
        for inner in value:
            yield from _compiled(inner)


def _written(path: Path) -> Iterator[tuple[re.Pattern[str], bool]]:
    """Yield the patterns of calls such as `re.split(r"...", text)` in functions, a name in braces as a comma."""
    functions = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef)]
    for node in {node for function in functions for node in ast.walk(function)}:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
            continue
        if not isinstance(node.func.value, ast.Name) or node.func.value.id != "re" or node.func.attr == "escape":
            continue
        first = node.args[0]
        parts = first.values if isinstance(first, ast.JoinedStr) else [first]
        texts = [str(part.value) if isinstance(part, ast.Constant) else "," for part in parts]
        yield re.compile("".join(texts)), node.func.attr in _ANCHORED


def patterns() -> dict[re.Pattern[str], bool]:
    """Return every pattern, and whether it is only ever tried at one place and not searched for."""
    found: dict[re.Pattern[str], bool] = {}
    for module in _modules():
        path = Path(module.__file__)
        source = path.read_text(encoding="utf-8")
        for name, value in vars(module).items():
            if not name.startswith("__"):
                uses = set(re.findall(rf"\b{re.escape(name)}\.(\w+)\(", source))
                for pattern in _compiled(value):
                    found[pattern] = found.get(pattern, True) and bool(uses) and uses <= _ANCHORED
        for pattern, anchored in _written(path):
            found[pattern] = found.get(pattern, True) and anchored
    return found
