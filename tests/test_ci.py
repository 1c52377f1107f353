"""Hooks, the GitHub action and the GitLab job, each tried with what reads it: pre-commit, bash, their schemas."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
SCRIPT = ROOT / "ci" / "check.sh"
WRONG = "The missile flew 1,000 km (900 miles).\n"
RIGHT = "The missile flew 1,000 km (620 miles).\n"
UNUSED = f"{RIGHT.strip()} <!-- factcheck: ignore[FC101] confirmed -->\n"
CLEAN = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "FACTCHECK_", "GITHUB_"))},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
}


def run(*words: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, cwd=cwd, env={**CLEAN, **environment}, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def git(cwd: Path, *words: str) -> str:
    done = run("git", *words, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit(folder: Path, files: Mapping[str, str]) -> str:
    """Write files, commit them, and return the commit."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Copy", "--no-verify")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return an empty repository."""
    folder = tmp_path / "desk"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    return folder


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """Return a command that runs this checkout, installed or not."""
    path = tmp_path / "bin" / "factcheck"
    path.parent.mkdir()
    path.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m checker.cli "$@"\n', encoding="utf-8")
    path.chmod(0o755)
    return path


# Before a commit.


@pytest.fixture
def precommit(repository: Path, tmp_path: Path, command: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Install pre-commit into the repository, with the hooks of this checkout; return what runs a git command."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    git(hooks, "init", "-q", "-b", "main")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    revision = commit(hooks, {})
    # All is as for a user but the language: "python" would install from the network, as tools/check_hooks.py does.
    chosen = [{"id": "factcheck", "language": "system"}, {"id": "factcheck-fix", "language": "system"}]
    config = {"repos": [{"repo": str(hooks), "rev": revision, "hooks": chosen}]}
    commit(repository, {".pre-commit-config.yaml": yaml.safe_dump(config)})
    environment = {
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "PATH": f"{command.parent}{os.pathsep}{BIN}{os.pathsep}{os.environ['PATH']}",
    }
    done = run(sys.executable, "-m", "pre_commit", "install", cwd=repository, **environment)
    assert done.returncode == 0, done.stdout + done.stderr

    def in_repository(*words: str) -> subprocess.CompletedProcess[str]:
        return run(*words, cwd=repository, **environment)

    return in_repository


def test_the_hooks_are_such_as_pre_commit_takes(tmp_path: Path) -> None:
    manifest = ROOT / ".pre-commit-hooks.yaml"
    done = run(sys.executable, "-m", "pre_commit", "validate-manifest", manifest, cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_a_commit_with_a_wrong_conversion_is_refused(
    repository: Path, precommit: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    (repository / "draft.md").write_text(WRONG, encoding="utf-8")
    git(repository, "add", "draft.md")
    refused = precommit("git", "commit", "-m", "A draft")
    assert refused.returncode == 1
    assert "draft.md:1:18  error  FC101 pair-disagrees" in refused.stdout + refused.stderr
    (repository / "draft.md").write_text(RIGHT, encoding="utf-8")
    git(repository, "add", "draft.md")
    taken = precommit("git", "commit", "-m", "A draft")
    assert taken.returncode == 0, taken.stdout + taken.stderr
    assert git(repository, "log", "-1", "--format=%s") == "A draft"


def test_a_fix_stops_the_commit_for_a_look(
    repository: Path, precommit: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    (repository / "draft.md").write_text(UNUSED, encoding="utf-8")
    git(repository, "add", "draft.md")
    stopped = precommit("git", "commit", "-m", "A draft")
    assert stopped.returncode == 1
    assert "files were modified by this hook" in stopped.stdout + stopped.stderr
    assert (repository / "draft.md").read_text(encoding="utf-8") == RIGHT


def test_only_drafts_are_passed_on_and_settings_hold(
    repository: Path, precommit: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    files = {
        "README.rst": WRONG,  # "plain-text" to pre-commit
        "table.csv": WRONG,
        "old/a.md": WRONG,
        "seoul.md": "---\nsource: South Korea JCS\n---\nThe missile flew about 800 km (900 miles) on Jan. 14, 2024.\n",
        "draft.md": "The missile flew about 1,000 km on Jan. 14, 2024.\n",
        "factcheck.toml": "exclude = ['old/']\nsources = ['seoul.md']\n",
    }
    for name, text in files.items():
        (repository / name).parent.mkdir(exist_ok=True)
        (repository / name).write_text(text, encoding="utf-8")
    git(repository, "add", "-A")
    done = precommit("git", "commit", "-m", "A draft")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert re.findall(r"^(\S+?):\d+:\d+ .* (FC\d+)", said, re.MULTILINE) == [("draft.md", "FC401")]


def test_the_batches_of_pre_commit_change_nothing(repository: Path, command: Path) -> None:
    """Two drafts that tell one launch differently are each held against the sources, not against each other."""
    lead = "North Korea fired a missile on Jan. 14, 2024. It flew about "
    commit(
        repository,
        {
            "a.md": f"{lead}900 km.\n",
            "b.md": f"{lead}1,000 km (900 miles).\n",
            "seoul.md": f"---\nsource: South Korea JCS\n---\n{lead}1,000 km.\n",
            "factcheck.toml": "sources = ['seoul.md']\n",
        },
    )
    (hook,) = (
        each
        for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        if each["id"] == "factcheck"
    )
    words = [str(command), *hook["entry"].split()[1:], "--format", "rdjsonl"]
    apart = [run(*words, name, cwd=repository).stdout for name in ("a.md", "b.md", "seoul.md")]
    together = run(*words, "a.md", "b.md", "seoul.md", cwd=repository)
    assert together.stdout == "".join(apart)
    assert [json.loads(line)["code"]["value"][:5] for line in together.stdout.splitlines()] == ["FC401", "FC101"]
    assert hook["require_serial"] is True


# The script of the action and of the GitLab job.


def check(folder: Path, command: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return run("bash", SCRIPT, cwd=folder, FACTCHECK_COMMAND=str(command), **variables)


def places(done: subprocess.CompletedProcess[str]) -> list[str]:
    return re.findall(r"^(\S+:\d+):\d+ ", done.stdout, re.MULTILINE)


def test_the_script_checks_all_paths(repository: Path, command: Path) -> None:
    commit(repository, {"a draft.md": WRONG, "b/c.txt": WRONG, "d.md": RIGHT})
    done = check(repository, command)
    assert (done.returncode, len(places(done)) + done.stdout.count("a draft.md:1:18 ")) == (1, 2)
    assert check(repository, command, FACTCHECK_PATHS="  d.md \n\n").returncode == 0
    assert places(check(repository, command, FACTCHECK_PATHS="b\nd.md")) == ["b/c.txt:1"]
    assert check(repository, command, FACTCHECK_FAIL_ON="never").returncode == 0
    assert check(repository, command, FACTCHECK_IGNORE="FC101").returncode == 0
    assert check(repository, command, FACTCHECK_SELECT="FC5").returncode == 0
    assert check(repository, command, FACTCHECK_PATHS="gone.md", FACTCHECK_FAIL_ON="never").returncode == 2


def test_the_script_checks_what_a_pull_request_changes(repository: Path, command: Path) -> None:
    base = commit(repository, {"old.md": WRONG, "gone.md": RIGHT, "seoul.md": RIGHT})
    git(repository, "checkout", "-q", "-b", "topic")
    git(repository, "rm", "-q", "gone.md")
    commit(
        repository, {"caf\u00e9 \u201cone\u201d.md": WRONG, "table.csv": "1", "README.rst": WRONG, "new/b.md": WRONG}
    )
    done = check(repository, command, FACTCHECK_BASE=base)
    assert done.returncode == 1
    assert done.stderr == ""
    assert "caf\u00e9 \u201cone\u201d.md:1:18 " in done.stdout
    assert "old.md" not in done.stdout
    assert places(check(repository, command, FACTCHECK_BASE=base, FACTCHECK_PATHS="new")) == ["new/b.md:1"]
    assert (
        "old.md:1:18"
        in check(repository, command, FACTCHECK_BASE=base, FACTCHECK_ALL="true", FACTCHECK_PATHS="old.md").stdout
    )


def test_what_the_base_has_changed_meanwhile_is_not_the_pull_request_s(repository: Path, command: Path) -> None:
    commit(repository, {"a.md": RIGHT, "b.md": RIGHT})
    git(repository, "checkout", "-q", "-b", "topic")
    commit(repository, {"b.md": WRONG})
    git(repository, "checkout", "-q", "main")
    base = commit(repository, {"a.md": WRONG})
    git(repository, "checkout", "-q", "topic")
    assert places(check(repository, command, FACTCHECK_BASE=base)) == ["b.md:1"]


def test_nothing_changed_is_nothing_to_check(repository: Path, command: Path, tmp_path: Path) -> None:
    base = commit(repository, {"old.md": WRONG})
    commit(repository, {"table.csv": "1"})
    outputs = tmp_path / "outputs"
    done = check(repository, command, FACTCHECK_BASE=base, FACTCHECK_PATHS="*.md", GITHUB_OUTPUT=str(outputs))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "factcheck: nothing to check has changed\n")
    assert outputs.read_text(encoding="utf-8") == "status=0\n"
    assert check(repository, command, FACTCHECK_BASE=base).returncode == 0


def test_a_base_that_is_not_here_is_said(repository: Path, command: Path) -> None:
    commit(repository, {"a.md": RIGHT})
    done = check(repository, command, FACTCHECK_BASE="0" * 40)
    assert done.returncode == 2
    assert "is not here; let the checkout fetch it (fetch-depth: 0), or check all" in done.stderr


def test_sources_settings_and_outputs_are_passed_on(repository: Path, command: Path, tmp_path: Path) -> None:
    source = "---\nsource: South Korea JCS\n---\nThe missile flew about 800 km on Jan. 14, 2024.\n"
    commit(
        repository,
        {
            "wires/seoul one.md": source,
            "draft.md": "The missile flew about 1,000 km on Jan. 14, 2024.\n",
            "desk.toml": "fail_on = 'note'\n",
        },
    )
    outputs = tmp_path / "outputs"
    done = check(
        repository,
        command,
        FACTCHECK_PATHS="draft.md",
        FACTCHECK_SOURCES="wires/seoul one.md\n",
        FACTCHECK_CONFIG="desk.toml",
        GITHUB_OUTPUT=str(outputs),
    )
    assert done.returncode == 1
    assert "FC401" in done.stdout
    assert outputs.read_text(encoding="utf-8") == "status=1\n"
    done = check(repository, command, FACTCHECK_PATHS="draft.md", FACTCHECK_CONFIG="gone.toml")
    assert (done.returncode, done.stderr) == (
        2,
        "factcheck: gone.toml: there is no such settings file; check the path\n",
    )


def test_findings_are_annotations_and_sarif(repository: Path, command: Path, tmp_path: Path) -> None:
    commit(repository, {"draft.md": WRONG})
    outputs = tmp_path / "outputs"
    done = check(
        repository,
        command,
        FACTCHECK_FORMAT="github",
        FACTCHECK_SARIF="found.sarif",
        FACTCHECK_JUNIT="found.xml",
        GITHUB_OUTPUT=str(outputs),
    )
    assert done.returncode == 1
    assert re.match(r"::error file=draft\.md,line=1,.*title=FC101 pair-disagrees::1,000 km is 621 miles", done.stdout)
    assert outputs.read_text(encoding="utf-8") == "status=1\nsarif=found.sarif\n"
    (run,) = json.loads((repository / "found.sarif").read_text(encoding="utf-8"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["FC101"]
    assert "FC101" in (repository / "found.xml").read_text(encoding="utf-8")


def test_a_python_that_is_too_old_is_said(repository: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    done = run("bash", SCRIPT, cwd=repository, FACTCHECK_PYTHON=str(old))
    assert done.returncode == 2
    assert "is older than Python 3.11" in done.stderr


def test_the_script_is_sound() -> None:
    done = run(BIN / "shellcheck", SCRIPT, cwd=ROOT)
    assert done.returncode == 0, done.stdout


# What the action and the job say of the script.


def valid(kind: str, path: Path) -> None:
    done = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{kind}", path, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_is_one_and_hands_on_every_input() -> None:
    valid("github-actions", ROOT / "action.yml")
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (step,) = action["runs"]["steps"]
    handed = {name for value in step["env"].values() for name in re.findall(r"inputs\.([a-z-]+)", value)}
    assert handed == action["inputs"].keys()
    taken = set(re.findall(r"FACTCHECK_[A-Z_]+", SCRIPT.read_text(encoding="utf-8")))
    assert set(step["env"]) <= taken
    # No input is written into the script itself, where it could run as code.
    assert "${{" not in step["run"]


def test_the_gitlab_job_is_one() -> None:
    path = ROOT / "ci" / "gitlab.yml"
    valid("gitlab-ci", path)
    job = yaml.safe_load(path.read_text(encoding="utf-8"))["factcheck"]
    taken = set(re.findall(r"FACTCHECK_[A-Z_]+", SCRIPT.read_text(encoding="utf-8")))
    said = set(re.findall(r"FACTCHECK_[A-Z_]+", " ".join([*job["variables"], *job["script"]])))
    assert said - taken == {"FACTCHECK_REPOSITORY", "FACTCHECK_VERSION"}


def recipes() -> list[str]:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    return re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def test_the_recipes_of_the_readme_are_those_of_the_page(tmp_path: Path) -> None:
    workflow, hooks = readme_recipes()
    (tmp_path / "workflow.yml").write_text(workflow, encoding="utf-8")
    valid("github-workflows", tmp_path / "workflow.yml")
    assert yaml.safe_load(hooks) == yaml.safe_load(recipes()[0])


def readme_recipes() -> list[str]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme[readme.index("## In CI") :]
    return re.findall(r"^```yaml\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)[:2]


def test_a_newcomer_s_pull_request_fails_with_an_annotation(repository: Path, command: Path, tmp_path: Path) -> None:
    """Do with the README's workflow what a runner does: fill in the inputs of the action, and run its step."""
    workflow = yaml.safe_load(readme_recipes()[0])
    (given,) = (
        step["with"] for step in workflow["jobs"]["factcheck"]["steps"] if step["uses"].startswith("OWNER/factcheck@")
    )
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    base = commit(repository, {"drafts/old.md": WRONG})
    commit(repository, {"drafts/new.md": WRONG, "notes/other.md": WRONG})
    known = {f"inputs.{name}": given.get(name, each["default"]) for name, each in action["inputs"].items()}
    known |= {"github.action_path": str(ROOT), "github.event.pull_request.base.sha": base}
    (step,) = action["runs"]["steps"]
    environment = {
        name: re.sub(r"\$\{\{ (\S+) \}\}", lambda match: known[match[1]], value) for name, value in step["env"].items()
    }
    summary = tmp_path / "summary.md"
    done = run(
        *("bash", "-c", step["run"]),
        cwd=repository,
        **environment,
        GITHUB_ACTION_PATH=str(ROOT),
        GITHUB_STEP_SUMMARY=str(summary),
        FACTCHECK_COMMAND=str(command),  # what the step installs otherwise, as tools/check_wheel.py does
    )
    assert done.returncode == 1
    assert done.stdout == (
        "::error file=drafts/new.md,line=1,endLine=1,col=18,endColumn=37,title=FC101 pair-disagrees::"
        "1,000 km is 621 miles; 900 miles is 1,448 km\n"
    )
    assert summary.read_text(encoding="utf-8").startswith("**1 error**; 1 draft, ")


def test_the_recipes_are_such_as_each_service_takes(tmp_path: Path) -> None:
    hooks, workflow, gitlab = recipes()
    config = tmp_path / ".pre-commit-config.yaml"
    config.write_text(hooks, encoding="utf-8")
    done = run(sys.executable, "-m", "pre_commit", "validate-config", config, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    ids = {hook["id"] for hook in yaml.safe_load(hooks)["repos"][0]["hooks"]}
    assert ids == {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    (tmp_path / "workflow.yml").write_text(workflow, encoding="utf-8")
    valid("github-workflows", tmp_path / "workflow.yml")
    steps = yaml.safe_load(workflow)["jobs"]["factcheck"]["steps"]
    (ours,) = (step for step in steps if step["uses"].startswith("OWNER/factcheck@"))
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert ours["with"].keys() <= action["inputs"].keys()
    (tmp_path / "gitlab.yml").write_text(gitlab, encoding="utf-8")
    valid("gitlab-ci", tmp_path / "gitlab.yml")
