"""Many drafts: which files a folder stands for, and that processes change nothing but the time."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.api import check_paths
from checker.batch import processes
from checker.cli import main
from checker.cli.progress import bar
from checker.drafts import Asked
from checker.files import expand
from checker.reports.json import render
from checker.settings import Desks
from checker.timing import Clock

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
WRONG = "The missile flew 1,000 km (900 miles) on Sunday, Jan. 15, 2024.\n"
RIGHT = "The missile flew 1,000 km (620 miles) on Sunday, Jan. 14, 2024.\n"


@pytest.fixture
def put(put: Callable[[str, str], Path]) -> Callable[..., Path]:
    """Write a draft that is right, where no other text is given."""
    return lambda name, text=RIGHT: put(name, text)


def files(*paths: str) -> list[str]:
    found, troubles = expand(paths, Desks())
    assert troubles == []
    return found


def git(*words: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(["git", *words], capture_output=True, text=True, check=True, env=environment).stdout  # noqa: S607


def test_a_folder_stands_for_the_drafts_in_it_in_order(put: Callable[..., Path]) -> None:
    for name in (
        "b.md",
        "a.txt",
        "c/z.MD",
        "c/y.text",
        "c/d/x.markdown",
        "notes.yaml",
        "photo.png",
        ".hidden/a.md",
        "LICENSE",
    ):
        put(name)
    assert files(".") == ["a.txt", "b.md", "c/y.text", "c/z.MD", "c/d/x.markdown"]
    assert files("c", "b.md", "c/z.MD") == ["c/y.text", "c/z.MD", "c/d/x.markdown", "b.md"]
    assert files("*.md", "c/**/*.m*") == ["b.md", "c/d/x.markdown"]
    assert files("notes.yaml", ".hidden/a.md") == ["notes.yaml", ".hidden/a.md"]  # what is named is taken


@pytest.mark.parametrize(
    ("path", "said"), [("empty", "empty: holds no draft; "), ("*.rtf", "*.rtf: matches no file; ")]
)
def test_a_path_that_stands_for_nothing_is_said(put: Callable[..., Path], path: str, said: str) -> None:
    put("empty/photo.png")
    found, (trouble,) = expand([path], Desks())
    assert found == []
    assert str(trouble).startswith(said)


def test_what_git_ignores_is_left_out(put: Callable[..., Path]) -> None:
    git("init", "-q")
    put(".gitignore", "*.tmp.md\n/build/\nold/*\n!old/kept.md\ncaf\u00e9.md\n\\#odd.md\n**/deep/*.txt\n")
    put("a/.gitignore", "!special.tmp.md\nlocal.md\n")
    names = [
        *("x.md", "x.tmp.md", "a/special.tmp.md", "a/other.tmp.md", "a/local.md", "local.md", "build/b.md"),
        *("a/build/b.md", "old/lost.md", "old/kept.md", "caf\u00e9.md", "#odd.md", "a/b/deep/t.txt", "a/b/deep/t.md"),
    ]
    for name in names:
        put(name)
    listed = git("-c", "core.quotePath=false", "ls-files", "--others", "--exclude-standard").splitlines()
    wanted = {name for name in listed if not name.endswith(".gitignore")}
    assert set(files(".")) == wanted
    assert set(files("a")) == {name for name in wanted if name.startswith("a/")}
    assert files("x.tmp.md") == ["x.tmp.md"]
    put("factcheck.toml", "gitignore = false\n")
    assert set(files(".")) == set(names)


def test_a_pattern_that_means_nothing_to_git_means_nothing_here(put: Callable[..., Path]) -> None:
    git("init", "-q")
    put(".gitignore", "[z-a]\n//\n[\n!\n[[:foo:]]\n\\\nold.md\n")
    for name in ("a.md", "z.md", "old.md"):
        put(name)
    listed = git("ls-files", "--others", "--exclude-standard", "*.md").splitlines()
    assert files(".") == listed == ["a.md", "z.md"]


def test_settings_include_and_exclude(put: Callable[..., Path]) -> None:
    put("factcheck.toml", "include = ['*.md', 'wire/*.copy']\nexclude = ['old/', '*.draft.md']\n")
    for name in ("a.md", "a.draft.md", "a.txt", "wire/one.copy", "two.copy", "old/b.md", "new/old/c.md", "new/d.md"):
        put(name)
    assert set(files(".")) == {"a.md", "wire/one.copy", "new/d.md"}
    assert files("new") == ["new/d.md"]
    assert files("old/b.md") == ["old/b.md"]


def test_what_a_folder_would_leave_out_can_be_left_out_of_files_that_are_named(put: Callable[..., Path]) -> None:
    git("init", "-q")
    put(".gitignore", "*.tmp.md\nbuild/\n")
    put("factcheck.toml", "exclude = ['old/', 'x.md']\nsources = ['seoul.md']\n")
    names = ["a.md", "a.tmp.md", "build/b.md", "old/c.md", "x.md", "d/x.md", "d/e.txt", ".f/g.md", "seoul.md", "t.csv"]
    for name in names:
        put(name)
    found, troubles = expand([*names, "gone.md"], Desks(), force=True)
    assert (found[:-1], troubles) == (files(".")[:1] + files("d"), [])
    assert found == ["a.md", "d/e.txt", "gone.md"]  # what is not there is for the reader to say


def test_a_link_to_a_folder_is_not_followed_round(put: Callable[..., Path]) -> None:
    put("a/x.md").parent.joinpath("up").symlink_to("..")
    assert files(".") == ["a/x.md"]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_report_is_the_same_for_any_number_of_processes(put: Callable[..., Path], jobs: int) -> None:
    put("factcheck.toml", "sources = ['seoul.md', 'gone.md']\n[files.'7*']\nignore = ['FC101']\n")
    put("seoul.md", "---\nsource: South Korea JCS\n---\nThe missile flew about 800 km on Jan. 14, 2024.\n")
    for number in range(40):
        put(f"{number}.txt", WRONG if number % 3 else RIGHT)
    put("bad.txt").write_bytes(b"\xff\xfe\x00")
    seen: list[tuple[int, int]] = []
    paths = [*(f"{number}.txt" for number in range(39, -1, -1)), "bad.txt", "missing.txt"]
    asked = Asked(reads_settings=True)
    report, troubles = check_paths(paths, asked, jobs=jobs, progress=lambda done, total: seen.append((done, total)))
    alone, alone_troubles = check_paths(paths, asked)
    assert render(report) == render(alone)
    assert [str(one) for one in troubles] == [str(one) for one in alone_troubles]
    assert [one.place for one in troubles] == ["gone.md", "bad.txt", "missing.txt"]
    assert [one.path for one in report.documents if one.role == "draft"] == paths[:40]
    assert seen == [(number, 42) for number in range(1, 43)]
    assert {one.path for one in report.suppressed} == {"7.txt"}


def test_processes_are_for_many_drafts() -> None:
    cores = os.cpu_count() or 1
    assert processes(None, ["a"] * 3) == 1
    assert processes(None, ["a"] * 10_000) == cores
    assert processes(4, ["a"] * 10_000) == 4
    assert processes(4, ["a"] * 2) == 2
    assert processes(4, []) == 1


def test_statistics_and_times_go_to_standard_error(
    put: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.txt", WRONG)
    put("b.txt", WRONG)
    put("c.txt", "It flew 1,000 km (600 miles).\n")
    assert main(["check", ".", "--format", "json", "--statistics", "--timing", "--jobs", "2"]) == 1
    printed = capsys.readouterr()
    assert len(json.loads(printed.out)["documents"]) == 3
    lines = [line.split() for line in printed.err.splitlines()]
    assert lines[0] == ["findings", "drafts", "fixable", "rule"]
    assert lines[1][:2] == ["2", "2"]
    assert ["2", "2", "2", "FC101", "pair-disagrees"] in lines
    assert ["1", "1", "1", "FC102", "pair-coarse"] in lines
    assert ["5", "3", "in", "all;", "0", "set", "aside"] in lines
    stages = {" ".join(words[2:]): words[1] for words in lines if len(words) > 2 and words[0][:1].isdigit()}
    assert stages["read"] == stages["understand"] == "3"
    assert int(stages["FC101"]) == 3
    assert main(["check", "a.txt"]) == 1
    assert capsys.readouterr().err == ""


def test_a_clock_adds_up_what_processes_took() -> None:
    one, other = Clock(), Clock()
    with one.stage("read"):
        pass
    list(other.timed("FC101", lambda value: iter([value]))(1))
    with other.stage("read"):
        time.sleep(0.01)
    one.add(other)
    assert one.stages["read"][0] == 2
    assert one.stages["read"][1] >= 0.01
    assert one.rules["FC101"][0] == 1


@pytest.mark.parametrize("word", ["0", "-1", "two", "1.5"])
def test_jobs_are_counted(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a", "--jobs", word]) == 2
    assert "is no number of processes; write 1 or more" in capsys.readouterr().err


# The progress bar.


def test_the_bar() -> None:
    assert bar(0, 10, 0, 80) == f"[{' ' * 40}] 0/10 drafts, 0 s left"
    assert bar(500, 1000, 6.0, 80) == f"[{'#' * 20}{' ' * 20}] 500/1,000 drafts, 6 s left"
    assert bar(1000, 1000, 12.0, 80).startswith(f"[{'#' * 40}]")
    assert all(len(bar(done, 1000, 9.0, width)) < width for done in (1, 999) for width in (10, 30, 50, 200))


def _slow(folder: Path) -> Path:
    """Return a script that runs the command with no patience."""
    script = folder / "slow.py"
    script.write_text(
        "import sys\nfrom checker.cli import main, progress\n"
        "if __name__ == '__main__':\n"
        "    progress._PATIENCE = progress._PAUSE = 0\n    sys.exit(main(sys.argv[1:]))\n",
        encoding="utf-8",
    )
    return script


def test_the_bar_is_shown_on_a_terminal_only(put: Callable[..., Path], tmp_path: Path) -> None:
    for number in range(5):
        put(f"drafts/{number}.txt", RIGHT)
    words = [sys.executable, str(_slow(tmp_path)), "check", "drafts", "--jobs", "1"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    piped = subprocess.run(words, capture_output=True, check=True, env=environment)
    assert piped.stderr == b""
    ours, theirs = pty.openpty()
    shown = subprocess.run(words, stdout=subprocess.PIPE, stderr=theirs, check=True, env=environment)
    os.close(theirs)
    seen = os.read(ours, 100_000)
    os.close(ours)
    assert shown.stdout == piped.stdout
    assert b"] 1/5 drafts" in seen
    assert b"] 5/5 drafts" in seen
    assert seen.endswith(b"\r\x1b[K")


# An interrupt.


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_all_processes_and_says_nothing(put: Callable[..., Path], jobs: str) -> None:
    text = "".join(
        f"The missile flew {900 + number} km (900 miles) on Sunday, Jan. 14, 2024.\n\n" for number in range(60)
    )
    for number in range(80):
        put(f"drafts/{number}.md", text)
    words = [sys.executable, "-m", "checker.cli", "check", "drafts", "--jobs", jobs]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True
    )
    time.sleep(2.5)
    assert running.poll() is None, "it was done before it could be interrupted"
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to every process of the group
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (130, b"", b"")
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)


def test_a_process_that_the_system_ends_is_one_sentence(put: Callable[..., Path]) -> None:
    for number in range(80):
        put(f"drafts/{number}.md", WRONG * 60)
    running = subprocess.Popen(
        [sys.executable, "-m", "checker.cli", "check", "drafts", "--jobs", "2"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    while len(found := children.read_text(encoding="ascii").split()) < 2:
        time.sleep(0.05)
    os.kill(int(found[0]), signal.SIGKILL)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (2, b"")
    assert err == (b"factcheck: 2 processes: one was ended by the system, perhaps for want of memory; try --jobs 1\n")


# The last moment at which a file is not yet there: its bytes are written, and it is to be given its name.
PAUSED = """
import sys, time
from checker.cli import main


def pause(event, words):
    if event == "os.rename":
        print("now", file=sys.stderr, flush=True)
        time.sleep(60)


if __name__ == "__main__":
    sys.addaudithook(pause)
    sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "words",
    [
        ["check", "a.md", "--output", "sarif=old", "--output", "junit=new"],
        ["check", "a.md", "--output", "junit=new", "--output", "sarif=old"],
        ["check", "a.md", "--cache", "cache"],
        ["fix", "a.md", "--unsafe-fixes"],
        ["baseline", "write", "a.md"],
    ],
    ids=" ".join,
)
def test_an_interrupt_leaves_no_half_written_file(put: Callable[..., Path], tmp_path: Path, words: list[str]) -> None:
    script = put("elsewhere/paused.py", PAUSED)
    put("desk/a.md", WRONG)
    put("desk/old", "as it was")
    before = {path.name: path.read_bytes() for path in Path("desk").iterdir()}
    running = subprocess.Popen(
        [sys.executable, str(script), *words],
        cwd=tmp_path / "desk",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stderr is not None
    assert running.stderr.readline() == b"now\n"
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (130, b"")
    left = {path.name: path.read_bytes() for path in Path("desk").rglob("*") if path.is_file()}
    assert left == before
