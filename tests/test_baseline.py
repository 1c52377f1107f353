"""A baseline: what is known is let be, as often as it is known, and holds no words of the drafts."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker import check_file
from checker.baseline import NAME, key, text
from checker.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

WRONG = "The missile flew 1,000 km (900 miles).\n"
OTHER = "It flew 300 km (900 miles) in all.\n"


def known(path: str = NAME) -> dict[str, dict[str, dict[str, object]]]:
    drafts: dict[str, dict[str, dict[str, object]]] = json.loads(Path(path).read_text(encoding="utf-8"))["drafts"]
    return drafts


def test_what_is_known_is_let_be_and_what_is_new_is_not(
    put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.md", WRONG)
    put("b/c.md", WRONG + "\n" + OTHER)
    put("factcheck.toml", f"baseline = '{NAME}'\nselect = ['FC101']\n")
    assert main(["baseline", "write", "."]) == 0
    assert capsys.readouterr().out == f"{NAME}: 3 known in 2 of the drafts\n"
    assert main(["check", "."]) == 0
    printed = capsys.readouterr()
    assert "3 findings set aside by the baseline.\n" in printed.out
    assert "Set aside: " not in printed.out
    assert printed.err == ""
    # Moved by a paragraph before it, what is known is known still; said once more, it is new.
    put("a.md", f"A new lead.\n\n{WRONG}")
    assert main(["check", "."]) == 0
    put("a.md", f"{WRONG}\n{WRONG}")
    assert main(["check", "."]) == 1
    assert "a.md:3:18" in capsys.readouterr().out
    assert main(["check", ".", "--isolated", "--select", "FC101"]) == 1


def test_a_baseline_holds_no_words_no_lines_and_no_times(put: Callable[[str, str], Path]) -> None:
    put("a.md", f"{WRONG}\n{WRONG}")
    assert main(["baseline", "write", "a.md", "--baseline", "known.json"]) == 0
    written = Path("known.json").read_text(encoding="utf-8")
    assert not re.search(r"missile|km|1,000|2026|line", written)
    assert known("known.json") == {
        "a.md": {finding: {"code": "FC101", "count": 2} for finding in known("known.json")["a.md"]}
    }
    assert main(["check", "a.md", "--baseline", "known.json"]) == 0


def test_a_baseline_is_written_alike_whatever_the_order(put: Callable[[str, str], Path]) -> None:
    put("a.md", WRONG)
    put("b.md", OTHER)
    main(["baseline", "write", "b.md", "a.md"])
    first = Path(NAME).read_bytes()
    main(["baseline", "write", "a.md"])  # the others stay as they are
    assert Path(NAME).read_bytes() == first
    assert list(known()) == ["a.md", "b.md"]
    assert Path(NAME).read_text(encoding="utf-8") == text(known())


def test_what_is_found_no_longer_is_said_and_pruned(
    put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("factcheck.toml", "select = ['FC101']\n")
    put("a.md", f"{WRONG}\n{WRONG}\n{OTHER}")
    put("b.md", WRONG)
    put("gone.md", WRONG)
    main(["baseline", "write", "."])
    put("a.md", WRONG)
    Path("gone.md").unlink()
    capsys.readouterr()
    assert main(["check", "a.md", "--baseline", NAME]) == 0
    said = f"factcheck: {NAME}: 3 entries are found no longer; factcheck baseline prune takes them out\n"
    assert capsys.readouterr().err == said
    assert main(["baseline", "prune", "a.md"]) == 0
    assert capsys.readouterr().out == f"{NAME}: 3 taken out\n"
    assert {draft: [entry["count"] for entry in found.values()] for draft, found in known().items()} == {
        "a.md": [1],
        "b.md": [1],
    }
    assert main(["check", ".", "--baseline", NAME]) == 0
    assert capsys.readouterr().err == ""
    assert main(["baseline", "prune", "."]) == 0
    assert capsys.readouterr().out == f"{NAME}: 0 taken out\n"


@pytest.mark.parametrize(
    "words", ["", "[]", '{"version": "9", "drafts": {}}', '{"version": "1", "drafts": {"a": {"x": 1}}}']
)
def test_what_is_no_baseline_is_refused(
    put: Callable[[str, str], Path], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.md", WRONG)
    put("known.json", words)
    assert main(["check", "a.md", "--baseline", "known.json"]) == 2
    printed = capsys.readouterr()
    assert printed.err == (
        "factcheck: known.json: is no baseline of version 1; write it anew with factcheck baseline write\n"
    )


def test_nothing_is_written_where_a_draft_cannot_be_read(
    put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.md", WRONG)
    assert main(["baseline", "write", "a.md", "gone.md"]) == 2
    assert "gone.md: there is no such file" in capsys.readouterr().err
    assert not Path(NAME).exists()
    assert main(["baseline", "wirte", "a.md"]) == 2
    assert "no such choice 'wirte'; take write or prune" in capsys.readouterr().err


def test_a_draft_goes_by_its_path_from_the_baseline_s_folder(
    put: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("desk/a.md", WRONG)
    put("factcheck.toml", "baseline = 'known.json'\n")
    monkeypatch.chdir("desk")
    assert main(["baseline", "write", "a.md"]) == 0
    assert list(known("../known.json")) == ["desk/a.md"]
    assert main(["check", "a.md"]) == 0
    assert key("a.md", Path("../known.json")) == "desk/a.md"


def test_an_interrupt_leaves_no_half_written_file(
    put: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.md", WRONG)
    old = put(NAME, text({}))
    before = sorted(Path().iterdir())

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)  # the bytes are written, the new name is not given yet
    assert main(["baseline", "write", "a.md"]) == 130
    assert old.read_text(encoding="utf-8") == text({})
    assert sorted(Path().iterdir()) == before


def test_a_fix_leaves_be_what_is_known(put: Callable[[str, str], Path]) -> None:
    path = put("a.md", WRONG)
    main(["baseline", "write", "a.md"])
    assert main(["fix", "--unsafe-fixes", "a.md", "--baseline", NAME]) == 0
    assert path.read_text(encoding="utf-8") == WRONG
    assert [finding.code for finding in check_file("a.md").findings] == ["FC101"]
