"""What a person at a desk, or a build, may hand over: one sentence, exit 2, no traceback, and nothing lost."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker import InputError, check_text
from checker.cli import main
from checker.reports.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
WRONG = "The missile flew 1,000 km (900 miles).\n"


@pytest.fixture
def hostile(put: Callable[[str, str], Path]) -> Path:
    """Return a folder of everything that a draft is not."""
    files = {
        "binary.txt": bytes(range(256)),
        "empty.md": b"",
        "latin.txt": "Il vola \u00e0 500 km.".encode("latin-1"),
        "front.md": b"---\ntitle: [\n---\nIt flew.\n",
        "day.md": b"---\npublished: yesterday\n---\nIt flew.\n",
        "open.md": b"---\ntitle: A launch\nIt flew.\n",
        "key.md": b"---\nfactcheck: {ignroe: [FC101]}\n---\nIt flew.\n",
        "draft.doc": b"\xd0\xcf\x11\xe0",
        "draft.xyz": b"It flew.",
    }
    for name, data in files.items():
        put(name, "").write_bytes(data)
    put("nodrafts/photo.png", "")
    Path("loop.md").symlink_to("pool.md")
    Path("pool.md").symlink_to("loop.md")
    Path("gone.md").symlink_to("nowhere.md")
    os.mkfifo("pipe.txt")
    return Path()


@pytest.mark.parametrize("command", ["check", "claims", "fix", "diff", "compare"])
@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("binary.txt", "is binary, not text; give the text of the draft, saved as UTF-8"),
        ("empty.md", "is empty; give a file with text in it"),
        ("latin.txt", ":1: is not UTF-8; save it as UTF-8"),
        ("front.md", ":3: the front matter cannot be read (did not find expected node content); correct the YAML"),
        ("day.md", ":2: the publication date 'yesterday' is not a date; write it as YYYY-MM-DD"),
        ("open.md", ":1: the front matter is not closed; end it with a line of ---"),
        ("key.md", ':2: the key "ignroe" is not known; did you mean ignore?'),
        ("draft.doc", "is an old Word document, not text; save its text as .txt, .md or .html, in UTF-8"),
        ("draft.xyz", "the format .xyz is not known; give plain text"),
        ("none.md", "there is no such file; check the path"),
        ("gone.md", "there is no such file; check the path"),
        ("loop.md", "too many levels of symbolic links; check the file and its permissions"),
        ("", "is no path; name a file, a folder or a pattern"),
    ],
)
@pytest.mark.usefixtures("hostile")
def test_bad_input_is_one_sentence(command: str, name: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, name]) == 2
    err = capsys.readouterr().err
    assert sentence in err
    assert err.startswith("factcheck: " + (name or repr("")))
    assert err.count("\n") == 1


def test_an_empty_path_of_a_source_is_one_sentence(
    put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("draft.md", "It flew 500 km.\n")
    put("seoul.md", "---\nsource: South Korea JCS\n---\nIt flew 600 km.\n")
    assert main(["check", "draft.md", "--source", ""]) == 2
    assert capsys.readouterr().err == "factcheck: '': is no path; name a file, a folder or a pattern\n"
    with pytest.raises(InputError, match="'': is no path"):
        check_text("It flew 500 km.", sources=[""])


@pytest.mark.parametrize("path", ["nodrafts", "*.rtf", "[", "**/*.markdown"])
@pytest.mark.usefixtures("hostile")
def test_a_folder_or_a_pattern_without_drafts_is_one_sentence(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", path]) == 2
    said = "holds no draft" if path == "nodrafts" else "matches no file"
    assert capsys.readouterr().err.startswith(f"factcheck: {path}: {said}; check the path")


@pytest.mark.usefixtures("hostile")
def test_a_folder_of_bad_files_is_a_sentence_each_and_waits_for_no_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "."]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(":")[1].strip() for line in lines] == [
        *("binary.txt", "day.md", "empty.md", "front.md", "gone.md", "key.md", "latin.txt", "loop.md", "open.md"),
        "pool.md",
    ]
    Path("factcheck.toml").write_text(
        "exclude = ['x']\nsources = ['loop.md']\n[files.'*.md']\nfail_on = 'note'\n", encoding="utf-8"
    )
    assert main(["check", ".", "loop.md"]) == 2
    assert "loop.md: too many levels of symbolic links" in capsys.readouterr().err
    assert main(["check", "*.txt"]) == 2
    assert "pipe.txt" not in capsys.readouterr().err


def test_what_may_not_be_read_is_said(
    put: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put("secret.md", WRONG)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", refuse)  # a test run by root could read it
    assert main(["check", "--isolated", "secret.md"]) == 2
    assert capsys.readouterr().err == ("factcheck: secret.md: permission denied; check the file and its permissions\n")


@pytest.mark.parametrize("name", ["a b.md", "a\nb.md", "a:3:4.md", "-.md", "--format", "\u05d0\u202e.md", "100%.md"])
@pytest.mark.parametrize("form", FORMATS)
def test_odd_names_are_checked_and_told(
    put: Callable[[str, str], Path], name: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(name, WRONG)
    words = ["--input-format", "markdown"]
    assert main(["check", "--isolated", "--format", form, *words, "--", name]) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    if form in {"concise", "github", "rdjsonl", "jsonl"}:
        assert len(printed.out.splitlines()) == 1 + (form == "concise")
    if form in {"json", "sarif", "rdjson"}:
        assert json.loads(printed.out)


# What would be lost.


def test_a_report_is_not_written_over_what_was_read(
    put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    draft, source = put("draft.md", WRONG), put("seoul.md", "---\nsource: South Korea JCS\n---\nIt flew 500 km.\n")
    Path("link.csv").symlink_to("draft.md")
    for name in ("draft.md", "./draft.md", "link.csv", "seoul.md"):
        assert main(["check", "draft.md", "--source", "seoul.md", "--output", f"csv={name}"]) == 2
        assert "has been read, and would be lost; give what is written a file of its own" in capsys.readouterr().err
    assert draft.read_text(encoding="utf-8") == WRONG
    assert source.read_text(encoding="utf-8").startswith("---")
    assert main(["check", "draft.md", "--output", "csv=found.csv", "--output", "json=found.csv"]) == 1


@pytest.mark.parametrize(
    "name", ["open.md", "said.md", "more.toml", "factcheck.toml", "ours.csv", "known.json", "own/x.py"]
)
def test_a_report_is_not_written_over_what_a_check_needs(
    name: str, put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("draft.md", WRONG)
    put("open.md", "---\ntitle: A launch\nIt flew.\n")
    put("said.md", "---\nsource: Nobody\ntitle: [\n---\nIt flew.\n")
    put("more.toml", 'fail_on = "error"\n')
    put(
        "factcheck.toml",
        'extend = "more.toml"\nrule_folders = ["own"]\nrecord = ["ours.csv"]\nbaseline = "known.json"\n',
    )
    put("own/x.py", "# Nothing yet.\n")
    assert main(["record", "1999", "--format", "csv"]) == 0
    put("ours.csv", capsys.readouterr().out)
    assert main(["baseline", "write", "--isolated", "--baseline", "known.json", "draft.md"]) == 0
    before = Path(name).read_bytes()
    assert main(["check", "draft.md", "open.md", "--source", "said.md", "--output", f"csv={name}"]) == 2
    assert f"{name}: has been read, and would be lost; give what is written" in capsys.readouterr().err
    assert Path(name).read_bytes() == before


def test_a_map_is_not_drawn_over_its_text(put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    words = "On Jan. 14, 2024, a missile fired from Pyongyang flew 1,000 km into the Sea of Japan.\n"
    draft = put("draft.md", words)
    assert main(["map", "draft.md", "-o", "draft.md"]) == 2
    assert "draft.md: has been read, and would be lost; " in capsys.readouterr().err
    assert draft.read_text(encoding="utf-8") == words
    assert main(["map", "draft.md", "-o", "nowhere/map.svg"]) == 2
    assert "nowhere/map.svg: cannot be written (no such file or directory); " in capsys.readouterr().err


def test_a_pipe_or_a_device_is_written_to_and_stays(put: Callable[[str, str], Path]) -> None:
    put("draft.md", WRONG)
    os.mkfifo("pipe")
    reader = subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE)  # noqa: S607
    assert main(["check", "--isolated", "draft.md", "--output", "concise=pipe"]) == 1
    assert reader.communicate(timeout=30)[0].startswith(b"draft.md:1:18: error FC101 ")
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)
    assert main(["check", "--isolated", "draft.md", "--output", f"json={os.devnull}"]) == 1
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_cache_that_is_no_folder_is_said(put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    put("draft.md", WRONG)
    assert main(["check", "draft.md", "--cache", "draft.md"]) == 2
    assert capsys.readouterr() == (
        "",
        "factcheck: draft.md: is no folder, and can hold no cache; name a folder, which may be new\n",
    )


def test_a_pipe_that_is_closed_ends_a_long_report_quietly(tmp_path: Path) -> None:
    (tmp_path / "many.md").write_text(f"{WRONG}\n" * 400, encoding="utf-8")
    for form in ("concise", "json", "sarif", "github"):
        words = f"{sys.executable} -m checker.cli check {tmp_path / 'many.md'} --isolated --format {form} | head -n 1"
        shell = ["bash", "-c", f"{words}; exit ${{PIPESTATUS[0]}}"]
        done = subprocess.run(shell, capture_output=True, check=False, cwd=ROOT)
        assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")
        assert done.returncode in {1, 141}
