"""Rules of a desk's own: as an installed package, in the lists of rules, and their cases under pytest."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from checker.api import check_paths
from checker.cli import main
from checker.drafts import Asked
from tests.test_settings import RULE

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

ROOT = Path(__file__).parents[1]
TEXT = "North Korea fired a Hwasong-15 missile on Sunday.\n"
CASES = """# house-name (FC801)

## The name is not the house's

```draft
North Korea fired a Hwasong-15 on Sunday.
                    ^^^^^^^^^^ FC801 the house writes the name in full
```

## Silent: it is

```draft
North Korea fired a missile on Sunday.
```
"""


def test_an_installed_package_of_rules_is_used_where_settings_name_it(
    put: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("site/newsroom_rules/__init__.py", "")
    put("site/newsroom_rules/fc801_house_name.py", RULE)
    put("site/newsroom-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: newsroom\nVersion: 1.0\n")
    put("site/newsroom-1.0.dist-info/entry_points.txt", "[factcheck.rules]\nnewsroom = newsroom_rules\n")
    monkeypatch.syspath_prepend("site")
    put("draft.txt", TEXT)

    def codes() -> list[str]:
        report, troubles = check_paths(["draft.txt"], Asked(reads_settings=True))
        assert troubles == ()
        return [finding.code for finding in report.findings]

    assert codes() == []
    put("factcheck.toml", "plugins = ['newsroom']\n")
    assert codes() == ["FC801"]
    put("factcheck.toml", "plugins = ['newsrooms']\n")
    _, (trouble,) = check_paths(["draft.txt"], Asked(reads_settings=True))
    assert str(trouble) == "newsrooms: no package of rules of that name is installed; there is newsroom"


def test_a_desk_s_rules_are_listed_and_explained(
    put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("newsroom/fc801_house_name.py", RULE)
    put("factcheck.toml", "rule_folders = ['newsroom']\n")
    assert main(["rules"]) == 0
    assert "FC801  house-name" in capsys.readouterr().out
    assert main(["explain", "house-name"]) == 0
    assert capsys.readouterr().out.startswith("FC801 house-name (warning)\n")
    Path("factcheck.toml").unlink()
    assert main(["explain", "house-name"]) == 2


def run_pytest(*words: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in the working folder with the plugin, as a desk would where factcheck is installed."""
    installed = any(point.value == "checker.pytest_plugin" for point in entry_points(group="pytest11"))
    plugin = () if installed else ("-p", "checker.pytest_plugin")
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *plugin, *words)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def test_a_desk_s_cases_are_run_by_pytest_in_every_layout(put: Callable[[str, str], Path]) -> None:
    put("newsroom/rules/fc801_house_name.py", RULE)
    cases = put("newsroom/cases/fc801_house_name.md", CASES)
    done = run_pytest("--factcheck-rules", "newsroom/rules", "newsroom/cases", "-vv")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "fc801_house_name.md::The name is not the house's (web page) PASSED" in done.stdout
    assert "fc801_house_name.md::the file PASSED" in done.stdout
    cases.write_text(CASES.replace("^^^^^^^^^^ FC801", "^^^^^^^ FC801"), encoding="utf-8")
    done = run_pytest("--factcheck-rules", "newsroom/rules", "newsroom/cases")
    assert done.returncode == 1
    assert "the findings and their words" in done.stdout
    assert "Traceback" not in done.stdout
    cases.write_text(CASES.partition("## Silent")[0], encoding="utf-8")
    done = run_pytest("--factcheck-rules", "newsroom/rules", "newsroom/cases")
    assert "there is no case in which FC801 is silent" in done.stdout
    assert run_pytest("newsroom/cases").returncode == 5  # nothing is collected where nobody asked


def test_the_rule_and_the_cases_of_the_page_on_settings_go_together(put: Callable[[str, str], Path]) -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    (rule,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (cases,) = re.findall(r"^````markdown\n(.*?)^````$", page, re.MULTILINE | re.DOTALL)
    (command,) = re.findall(r"^pytest (.*)$", page, re.MULTILINE)
    assert "`newsroom/rules/fc801_house_name.py`" in page
    put("newsroom/rules/fc801_house_name.py", rule)
    put("newsroom/cases/fc801_house_name.md", cases)
    done = run_pytest(*command.split())
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout


def test_the_plugin_costs_other_test_runs_nothing() -> None:
    code = "import sys, pytest, checker.pytest_plugin\nprint(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = done.stdout
    assert "checker.pytest_plugin" in loaded
    assert "checker.engine" not in loaded
