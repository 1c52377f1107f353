"""Let pre-commit install this checkout as a user's would, and run its hooks on a repository made for it.

Needs the network, as pre-commit makes an environment of its own. Exit status 1, with the reason, where something is
amiss.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WRONG = "The missile flew 1,000 km (900 miles).\n"
RIGHT = "The missile flew 1,000 km (620 miles).\n"
CONFIG = """repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: factcheck
      - id: factcheck-fix
"""


def run(*command: str | Path, cwd: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a person with no settings of git would."""
    person = {
        f"GIT_{role}_{what}": f"desk{'@example.org' * (what == 'EMAIL')}"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
    nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PRE_COMMIT_HOME": str(cache)}
    return subprocess.run(
        command,
        cwd=cwd,
        env={**kept, **person, **nowhere},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def commit_all(folder: Path, cache: Path) -> str:
    """Make a repository of a folder, with one commit, and return that."""
    run("git", "init", "-q", "-b", "main", cwd=folder, cache=cache)
    run("git", "add", "-A", cwd=folder, cache=cache)
    run("git", "commit", "-q", "-m", "All", "--no-verify", cwd=folder, cache=cache)
    return run("git", "rev-parse", "HEAD", cwd=folder, cache=cache).stdout.strip()


def checkout(into: Path, cache: Path) -> str:
    """Copy what git knows of this checkout, changes included, into a repository of its own."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT, cache=cache).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            (into / name).write_bytes((ROOT / name).read_bytes())
    return commit_all(into, cache)


def problems(work: Path) -> list[str]:
    """Return what is amiss."""
    cache, ours, desk = work / "cache", work / "factcheck", work / "desk"
    ours.mkdir()
    desk.mkdir()
    revision = checkout(ours, cache)
    (desk / ".pre-commit-config.yaml").write_text(CONFIG.format(repository=ours, revision=revision), encoding="utf-8")
    commit_all(desk, cache)
    pre_commit = (sys.executable, "-m", "pre_commit")
    found = []
    for text, status, said in ((WRONG, 1, "draft.md:1:18"), (RIGHT, 0, "Passed")):
        (desk / "draft.md").write_text(text, encoding="utf-8")
        run("git", "add", "-A", cwd=desk, cache=cache)
        done = run(*pre_commit, "run", "--all-files", cwd=desk, cache=cache)
        if done.returncode != status or said not in done.stdout:
            found.append(f"status {done.returncode} for {text!r}:\n{done.stdout}{done.stderr}")
    return found


def main() -> int:
    """Do all of it, and say how it went."""
    with tempfile.TemporaryDirectory(prefix="factcheck-hooks-") as name:
        found = problems(Path(name).resolve())
    print("\n".join(found) or "pre-commit installs factcheck, stops a wrong conversion and lets a right one pass")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
