"""Let programs that are not ours read our reports: sarif-tools the SARIF, junitparser the JUnit.

Runs in the environment that `make readers` makes. Exit status 1, with the reason, where one of them reads something
else than the report in JSON says.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CASE = ROOT / "seeds" / "cases" / "2024-01-14"
SOURCES = ("seoul.md", "japan.md")
TEXTS = {
    "article.txt": (CASE / "article.txt").read_text(encoding="utf-8"),
    # Emoji, wide and bidirectional characters, CRLF, a tab, markup, a suppression.
    "d\u00e9j\u00e0 vu.md": "\U0001f680 \ubbf8\uc0ac\uc77c\u200f\tThe missile flew 1,000 km (900 miles).\r\n\r\n"
    "<div>\r\nIt was fired on <b>Monday</b>, January 14, 2024, it says &lt;here&gt;.\r\n</div>\r\n\r\n"
    'It "flew 300 km (450 miles)". <!-- factcheck: ignore[FC101] asked -->\r\n',
    "right.md": "The missile flew 1,000 km (620 miles).\n",
}


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command; an error where it says that it failed."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in {0, 1}:
        sys.exit(f"{command[0]}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def report(folder: Path) -> Any:
    """Check drafts, with a report in each format; return the one in JSON."""
    for name, text in TEXTS.items():
        (folder / name).write_bytes(text.encode())
    for name in SOURCES:
        (folder / name).write_bytes((CASE / name).read_bytes())
    words = [word for name in SOURCES for word in ("--source", name)]
    outputs = [word for name in ("sarif", "junit") for word in ("--output", f"{name}=found.{name}")]
    out = run(
        *(sys.executable, "-m", "checker.cli", "check", *TEXTS, "--isolated", "--format", "json", *words, *outputs),
        cwd=folder,
    )
    return json.loads(out)


def by_sarif_tools(folder: Path) -> list[tuple[str, str, str, int, str]]:
    """Return the severity, rule, place and message of each result, as sarif-tools tells them."""
    run(Path(sys.executable).with_name("sarif"), "csv", "--output", "found.csv", "found.sarif", cwd=folder)
    with (folder / "found.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return sorted((r["Severity"], r["Code"], r["Location"], int(r["Line"]), r["Description"]) for r in rows)


def by_junitparser(folder: Path) -> list[tuple[str, str, bool]]:
    """Return the file and rule of each test case, and whether it failed, as junitparser tells them."""
    from junitparser import Failure, JUnitXml

    suites = JUnitXml.fromfile(str(folder / "found.junit"))
    return sorted(
        (suite.name, case.name, any(isinstance(each, Failure) for each in case.result))
        for suite in suites
        for case in suite
    )


def main() -> int:
    """Do all of it, and say how it went."""
    from urllib.parse import quote

    with tempfile.TemporaryDirectory(prefix="factcheck-readers-") as name:
        folder = Path(name).resolve()
        told = report(folder)
        results, cases = by_sarif_tools(folder), by_junitparser(folder)
    drafts = [each for each in told["documents"] if each["role"] == "draft"]
    found = [(each["path"], finding) for each in drafts for finding in each["findings"]]
    wanted = [(f["severity"], f["code"], quote(path), f["line"], f["message"]) for path, f in found]
    # sarif-tools tells what was set aside as well.
    aside = [each for each in results if each not in wanted]
    listed = [(code, place) for _, code, place, *_ in aside]
    rules = {(path, f"{f['code']} {f['rule']}"): f["severity"] == "error" for path, f in found}
    quiet = {(each["path"], "all rules"): False for each in drafts if not each["findings"]}
    problems = []
    if sorted(each for each in results if each in wanted) != sorted(wanted):
        problems.append(f"sarif-tools reads {results}, not {sorted(wanted)}")
    if listed != [(each["code"], quote(each["path"])) for each in told["suppressed"]]:
        problems.append(f"sarif-tools reads {aside} as set aside, not {told['suppressed']}")
    if cases != sorted((*key, failed) for key, failed in {**rules, **quiet}.items()):
        problems.append(f"junitparser reads {cases}, not {rules} and {quiet}")
    print(
        "\n".join(problems) or f"sarif-tools reads {len(results)} results and junitparser {len(cases)} cases, all alike"
    )
    return int(bool(problems) or not wanted or not aside)


if __name__ == "__main__":
    sys.exit(main())
