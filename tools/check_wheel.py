"""Build the distributions, look into the wheel, and run it from a clean environment.

The wheel is built from the sdist, so that both are whole. It is installed beside PyPI's `rules`
(django-rules), whose name the checkout's folder `rules/` shares, and runs the example case of its own
`seeds/` from another directory. Exit status 1, with the reason, where something is amiss.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASE = Path("cases", "2024-01-14")
# Run by the clean environment's interpreter; prints where the wheel's seeds lie.
LOOK_ABOUT = """
import importlib.util, multiprocessing, pickle, sysconfig
from pathlib import Path
import rules
assert rules.VERSION, "`import rules` is not django-rules"
import checker
from checker.data import folder
from checker.rulebook import load_rule, load_rules
site = Path(sysconfig.get_path("purelib")).resolve()
assert Path(checker.__file__).resolve().is_relative_to(site), checker.__file__
for name in ("schemas", "seeds"):
    assert folder(name).is_relative_to(site), folder(name)
    assert importlib.util.find_spec(name) is None, f"{name} is importable by itself"
if __name__ == "__main__":
    check = next(iter(load_rules().values())).check
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(pickle.dumps, (check,)) == pickle.dumps(check)
    print(folder("seeds"))
"""


class CheckFailedError(Exception):
    """Something about the wheel is not as it must be."""


def run(*command: str | Path, cwd: Path, accept: tuple[int, ...] = (0,)) -> str:
    """Run a command and return its standard output; fail on any other exit status or a traceback."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode not in accept or "Traceback (most recent call last)" in done.stderr:
        line = " ".join(map(str, command))
        message = f"status {done.returncode} from: {line}\n{done.stdout}{done.stderr}"
        raise CheckFailedError(message)
    return done.stdout


def build(into: Path) -> Path:
    """Build the sdist, and the wheel from it; return the wheel, its contents checked."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", into, ROOT, cwd=into)
    (wheel,) = into.glob("*.whl")
    checker = Path(sys.executable).parent / "check-wheel-contents"
    run(checker, "--config", ROOT / "pyproject.toml", wheel, cwd=into)
    return wheel


def install(wheel: Path, into: Path) -> Path:
    """Install the wheel beside django-rules in a new environment; return the folder of its commands."""
    run(sys.executable, "-m", "venv", into, cwd=into.parent)
    commands = into / ("Scripts" if os.name == "nt" else "bin")
    pip = (commands / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*pip, wheel, "rules>=3.5,<4", cwd=into.parent)
    return commands


def demo(commands: Path, elsewhere: Path) -> list[str]:
    """Run the example case from another directory; return the codes that it found."""
    script = elsewhere / "look_about.py"
    script.write_text(LOOK_ABOUT, encoding="utf-8")
    seeds = Path(run(commands / "python", script, cwd=elsewhere).strip())
    case = seeds / CASE
    arguments = (case / "article.txt", "--source", case / "seoul.md", "--source", case / "japan.md")
    if not run(commands / "factcheck", "check", *arguments, cwd=elsewhere, accept=(0, 1)).strip():
        message = "the example case printed nothing"
        raise CheckFailedError(message)
    printed = run(commands / "factcheck", "check", "--format", "json", *arguments, cwd=elsewhere, accept=(0, 1))
    return sorted(finding["code"] for document in json.loads(printed)["documents"] for finding in document["findings"])


def missing_rules(commands: Path, elsewhere: Path) -> set[str]:
    """Return the codes that have a file in the checkout and are unknown to the installed command."""
    ours = {f"FC{path.name[2:5]}" for path in (ROOT / "rules").glob("*/fc[0-9][0-9][0-9]_*.py")}
    listed = run(commands / "factcheck", "rules", cwd=elsewhere)
    return {code for code in ours if code not in listed}


def main() -> int:
    """Do all of it, and say how it went."""
    with tempfile.TemporaryDirectory(prefix="factcheck-wheel-") as name:
        work = Path(name).resolve()
        elsewhere = work / "elsewhere"
        elsewhere.mkdir()
        try:
            wheel = build(work)
            commands = install(wheel, work / "clean")
            found = demo(commands, elsewhere)
            missing = missing_rules(commands, elsewhere)
        except CheckFailedError as failure:
            print(failure, file=sys.stderr)
            return 1
    if missing or not found:
        print(
            f"rules missing from the wheel: {missing or 'none'}; found in the example: {found}",
            file=sys.stderr,
        )
        return 1
    print(f"{wheel.name}: whole, installs beside django-rules, finds {', '.join(found)} in the example case")
    return 0


if __name__ == "__main__":
    sys.exit(main())
