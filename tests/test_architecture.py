"""What may import what, where import-linter cannot look; and what no file may say."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import checker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
HEAVY = frozenset({"jsonschema", "pathspec", "pint", "pydantic", "pyromark", "yaml"})
# The pydantic border: its classes cannot be written without the import.
BORDER = {"models": {"pydantic"}}
FOR_RULES = frozenset(
    {
        "findings",
        "hearing",
        "figures",
        "claims",
        "events",
        "flight",
        "earth",
        "record",
        "rulebook",
        "suppression",
        "units",
        "source",
    }
)
ARTICLE = ROOT / "seeds" / "cases" / "2024-01-14" / "article.txt"
NO_CLAIM = ROOT / "benchmarks" / "no_claim.txt"
SKIPPED = {".git", ".hypothesis", "build", "dist"}
# Written so that the pattern does not find itself.
MACHINE_PATH = re.compile(
    r"""(?<![\w.~-])/(?:home|root|Users|work|tmp|opt|mnt)/[\w.]|\b[A-Z]:\\{1,2}(?:Users|home)\b"""
)


def _parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def _imported(node: ast.AST) -> Iterator[str]:
    """Yield the dotted names that an import statement asks for; `from a import b` asks for `a.b`."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = "." * node.level + (node.module or "")
        yield from (f"{base}.{alias.name}" for alias in node.names)


def _at_import(node: ast.AST) -> Iterator[str]:
    """Yield the names imported when a module is: not those in functions, nor under TYPE_CHECKING."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return
    yield from _imported(node)
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        children: Iterable[ast.AST] = node.orelse
    else:
        children = ast.iter_child_nodes(node)
    for child in children:
        yield from _at_import(child)


def _heavy_at_import(module: ast.Module) -> set[str]:
    return {name.split(".")[0] for name in _at_import(module)} & HEAVY


def _forbidden_to_rules(module: ast.Module) -> set[str]:
    """Return what a rule may not import: other rules, other stages, and anything but the standard library."""
    names = {name for node in ast.walk(module) for name in _imported(node)}
    ours = {name for name in names if name.split(".")[0] == "checker"}
    bad = {name for name in ours if name.split(".")[1:2] == [] or name.split(".")[1] not in FOR_RULES}
    return bad | {name for name in names - ours if name.split(".")[0] not in sys.stdlib_module_names}


def _text_files() -> Iterator[tuple[Path, str]]:
    """Yield every text file of the checkout, less what git, the tools and virtual environments keep there."""
    for folder, folders, names in os.walk(ROOT):
        here = Path(folder)
        kept = (name for name in folders if name not in SKIPPED and "cache" not in name)
        folders[:] = sorted(name for name in kept if not (here / name / "pyvenv.cfg").exists())
        for path in (here / name for name in names):
            data = path.read_bytes()
            if b"\0" not in data:
                yield path.relative_to(ROOT), data.decode("utf-8", "replace")


def _modules_after(*arguments: str) -> set[str]:
    """Return the top-level names of the modules that a fresh interpreter has loaded after a run."""
    command = [sys.executable, "-X", "importtime", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    said = "\n".join(line for line in done.stderr.splitlines() if not line.startswith("import time:"))
    assert done.returncode == 0, said
    return {line.rpartition("|")[2].strip().split(".")[0] for line in lines}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import pint", {"pint"}),
        ("from pydantic.fields import Field", {"pydantic"}),
        ("try:\n    import yaml\nexcept ImportError:\n    pass", {"yaml"}),
        ("class A:\n    import jsonschema", {"jsonschema"}),
        ("if TYPE_CHECKING:\n    import pint", set()),
        ("if TYPE_CHECKING:\n    import pint\nelse:\n    import yaml", {"yaml"}),
        ("def use():\n    import pint", set()),
        ("class A:\n    def use(self):\n        import pint", set()),
        ("import json, re", set()),
    ],
)
def test_the_search_for_heavy_imports_finds_them(code: str, found: set[str]) -> None:
    assert _heavy_at_import(ast.parse(code)) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("from checker.figures import FigurePair", set()),
        ("from checker.figures.interval import Interval", set()),
        ("from checker import units", set()),
        ("import re\nfrom collections.abc import Iterator", set()),
        (
            "from checker.rules.units.fc101_pair_disagrees import RULE",
            {"checker.rules.units.fc101_pair_disagrees.RULE"},
        ),
        ("from . import fc101_pair_disagrees", {"..fc101_pair_disagrees"}),
        ("from checker.engine import run", {"checker.engine.run"}),
        ("import checker", {"checker"}),
        ("def check(x):\n    import pint", {"pint"}),
    ],
)
def test_the_search_for_what_rules_may_not_import_finds_it(code: str, found: set[str]) -> None:
    assert _forbidden_to_rules(ast.parse(code)) == found


def test_no_module_imports_a_heavy_package_before_it_is_needed() -> None:
    modules = {path.relative_to(ROOT / "checker").as_posix(): path for path in (ROOT / "checker").rglob("*.py")}
    heavy = {
        name: _heavy_at_import(_parse(path)) - BORDER.get(name.split("/")[0], set()) for name, path in modules.items()
    }

    assert "rulebook.py" in heavy
    assert {name: packages for name, packages in heavy.items() if packages} == {}


def test_a_rule_imports_only_what_rules_may_use() -> None:
    rules = sorted((ROOT / "rules").rglob("*.py"))
    bad = {path.name: _forbidden_to_rules(_parse(path)) for path in rules}

    assert rules
    assert {name: names for name, names in bad.items() if names} == {}


@pytest.mark.parametrize(
    "arguments",
    [
        ("-c", "import checker"),
        ("-m", "checker.cli", "--version"),
        ("-m", "checker.cli", "explain", "FC101"),
        ("-m", "checker.cli", "check", str(NO_CLAIM)),
    ],
    ids=["import", "version", "explain", "no claim"],
)
def test_nothing_heavy_is_loaded_where_nothing_needs_it(arguments: tuple[str, ...]) -> None:
    loaded = _modules_after(*arguments)

    assert "checker" in loaded
    assert loaded & HEAVY == set()


def test_an_article_is_checked_with_jsonschema_alone() -> None:
    loaded = _modules_after("-m", "checker.cli", "check", str(ARTICLE))

    assert "checker" in loaded
    assert loaded & HEAVY == {"jsonschema"}


def test_the_page_without_a_claim_has_none() -> None:
    report = checker.check_file(NO_CLAIM)

    assert report.claims == ()
    assert report.documents[0].coverage.figures > 0


def test_what_is_loaded_is_seen() -> None:
    assert "json" in _modules_after("-c", "import json")


@pytest.mark.parametrize("path", ["home/desk/draft.md", "Users/desk/draft.md", "root/x"])
def test_the_search_for_machine_paths_finds_them(path: str) -> None:
    assert MACHINE_PATH.search(f"see /{path}")


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    found = {
        f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"
        for path, text in _text_files()
        for match in MACHINE_PATH.finditer(text)
    }

    assert found == set()
