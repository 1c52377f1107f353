"""The README shows what the program prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from checker import check_text
from checker.rulebook import load_rules
from checker.schemata import schema
from checker.settings.toml import read

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_block_is_the_output_of_make_demo() -> None:
    case = "seeds/cases/2024-01-14"
    words = ["check", f"{case}/article.txt", "--source", f"{case}/seoul.md", "--source", f"{case}/japan.md"]
    environment = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "NO_COLOR"}}
    done = subprocess.run(
        [sys.executable, "-m", "checker.cli", *words], capture_output=True, cwd=ROOT, env=environment, check=True
    )
    (block,) = re.findall(r"^```\n(seeds/.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert block == done.stdout.decode("utf-8")


def test_the_table_of_rules_is_the_rules_there_are() -> None:
    rows = re.findall(r"^\| (FC\d{3}) \| ([a-z-]+) \| ([a-z, ]+) \|", README, re.MULTILINE)
    assert [(code, name) for code, name, _ in rows] == [(code, rule.card.name) for code, rule in load_rules().items()]
    assert all(severity.startswith(load_rules()[code].card.severity) for code, _, severity in rows)


def test_the_library_s_examples_run(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    for example in (first, second):
        exec(compile(example, "README.md", "exec"), {})  # noqa: S102 -- the README is ours
        printed = capsys.readouterr().out
        (promised,) = re.findall(r"^# ((?:FC101 |\d).*)$", example, re.MULTILINE)
        assert printed.startswith(promised + "\n")
        kind = check_text("The missile flew 1,000 km (900 miles).").claims[0].kind
        assert (kind in printed) is (example is first)


PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TOML = [
    pytest.param(block, id=f"{page.name}: {block.splitlines()[0]}")
    for page in PAGES
    for block in re.findall(r"^```toml\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    if "[project" not in block
]


@pytest.mark.parametrize("block", TOML)
def test_settings_that_are_shown_are_settings(block: str, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text(block, encoding="utf-8")
    assert read(tmp_path / "factcheck.toml").values


def test_the_page_on_settings_names_them_all() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = {
        name for row in re.findall(r"^\| (`[a-z_`, ]+`) \|", page, re.MULTILINE) for name in re.findall(r"\w+", row)
    }
    assert rows == set(schema("settings")["properties"])
    limits = {name: int(most.replace(",", "")) for name, most in re.findall(r"`limits\.(\w+)` .* ([\d,]+) \|", page)}
    parts = schema("settings")["properties"]["limits"]["properties"]
    assert limits == {name: part["default"] for name, part in parts.items()}


def test_the_comments_that_are_shown_set_aside_what_they_stand_by() -> None:
    (block,) = re.findall(r"^```markdown\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    report = check_text(block, media_type="text/markdown")
    assert report.findings == ()
    assert [(aside.code, aside.by) for aside in report.suppressed] == [
        ("FC101", "comment"),
        ("FC501", "comment"),
        ("FC101", "comment"),
    ]


def test_what_the_readme_shows_of_the_command_is_what_it_prints(tmp_path: Path) -> None:
    """Run each line that begins with a dollar, in one shell, and hold what follows against what it prints."""
    blocks = re.findall(r"^```\n(\$ .*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    command = tmp_path / "bin" / "factcheck"
    command.parent.mkdir()
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m checker.cli "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    (tmp_path / "draft.txt").write_text("The missile flew 1,000 km (900 miles).\n", encoding="utf-8")
    for block in blocks:
        script = re.sub(r"^(?!\$ ).*\n", "", block, flags=re.MULTILINE).replace("$ ", "", 1).replace("\n$ ", "\n")
        done = subprocess.run(
            ["bash", "-c", script],  # noqa: S607
            cwd=tmp_path,
            env={**os.environ, "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout == re.sub(r"^\$ .*\n", "", block, flags=re.MULTILINE)
        assert done.stderr == ""
