"""The cache: the same findings again, made anew where anything has changed, and no words of the drafts in it."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.api import check_paths
from checker.cache import LONGEST, hidden, shown
from checker.cli import main
from checker.drafts import Asked
from checker.record.files import COLUMNS
from checker.reports.json import render
from checker.reports.text import render as render_text
from checker.settings import Settings
from tests.test_settings import RULE

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.report import Report

DRAFT = """---
sources: [seoul.md]
factcheck: {ignore: {FC102: the wire from Seoul has round miles}}
---
The missile flew about 1,000 km (900 miles) from Sunan on Sunday, Jan. 15, 2024, the military said.

It rose to 50 km (30 miles), a height the ministry called unusual. <!-- factcheck: ignore[FC104] asked the ministry -->
"""
SEOUL = "---\nsource: South Korea JCS\n---\nThe missile flew about 800 km on Jan. 14, 2024, the chiefs of staff said.\n"


def check(cache: str | None = "cache", **asked: Any) -> Report:
    report, troubles = check_paths(["draft.md"], Asked(cache=cache, **asked))
    assert troubles == ()
    return report


def kept() -> list[str]:
    return sorted(path.name for path in Path("cache").iterdir())


def test_what_was_found_is_said_again_in_the_same_words(
    put: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("draft.md", DRAFT)
    put("seoul.md", SEOUL)
    plain, first = check(None), check()
    assert {"FC101", "FC501"} <= {finding.code for finding in first.findings}
    assert [(one.code, one.message, one.fixes) for one in first.findings] == [
        (one.code, one.message, one.fixes) for one in plain.findings
    ]
    monkeypatch.setattr("checker.drafts.one", lambda *_: pytest.fail("it was checked again"))
    again = check()
    assert render(again) == render(first)
    assert render_text(again) == render_text(first)
    assert [(one.by, one.reason) for one in again.suppressed] == [(one.by, one.reason) for one in plain.suppressed]


def test_a_change_of_anything_is_checked_anew(put: Callable[[str, str], Path]) -> None:
    put("draft.md", DRAFT)
    put("seoul.md", SEOUL)
    check()
    (first,) = kept()
    put("draft.md", f"{DRAFT}\n")
    check()
    put("seoul.md", SEOUL.replace("800", "900"))
    check()
    check(published="2024-01-16")
    check(settings=Settings(select=("FC101",), places={"FC101": "--select"}))
    assert len(kept()) == 5
    assert first in kept()
    put("draft.md", DRAFT)
    put("seoul.md", SEOUL)
    check()
    assert len(kept()) == 5


def test_a_change_of_a_desk_s_rule_or_record_is_checked_anew(put: Callable[[str, str], Path]) -> None:
    put("draft.md", "North Korea fired a Hwasong-15 missile on Sunday.\n")
    put("mine/fc801_house_name.py", RULE)
    put("mine.csv", f"{','.join(COLUMNS)}\n")
    put("factcheck.toml", "rule_folders = ['mine']\nrecord = ['mine.csv']\n")
    check(reads_settings=True)
    check(reads_settings=True)
    assert len(kept()) == 1
    put("mine/fc801_house_name.py", f"{RULE}# changed\n")
    check(reads_settings=True)
    assert len(kept()) == 2
    put("mine.csv", f"{','.join(COLUMNS)}\n\n")
    check(reads_settings=True)
    assert len(kept()) == 3


def test_the_cache_is_for_its_owner_and_holds_no_words_of_the_drafts(put: Callable[[str, str], Path]) -> None:
    put("draft.md", DRAFT)
    put("seoul.md", SEOUL)
    check()
    (name,) = kept()
    path = Path("cache", name)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert re.fullmatch(r"[0-9a-f]{64}\.json", name)
    written = path.read_text(encoding="utf-8")
    words = set(re.findall(r"[A-Za-z]{5,}", DRAFT + SEOUL))
    # Keys and names of ours, and names of files, are no words of a draft.
    ours = {"source", "sources", "seoul", "factcheck", "ignore", "missile"}
    assert {word for word in words - ours if word in written} == set()
    assert "1,000" not in written
    assert "asked" not in written


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", '{"document": []}', "null"])
def test_what_is_not_whole_is_made_again(put: Callable[[str, str], Path], damage: str) -> None:
    put("draft.md", DRAFT)
    put("seoul.md", SEOUL)
    first = check()
    path = Path("cache", kept()[0])
    whole = path.read_bytes()
    path.write_text(damage, encoding="utf-8")
    assert render(check()) == render(first)
    assert path.read_bytes() == whole


def test_nothing_is_kept_unless_asked(put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    put("draft.md", DRAFT)
    put("seoul.md", SEOUL)
    assert main(["check", "draft.md"]) == 1
    assert sorted(path.name for path in Path().iterdir()) == ["draft.md", "seoul.md"]
    capsys.readouterr()
    assert main(["check", "draft.md", "--cache", "cache", "--format", "json", "--jobs", "2"]) == 1
    first = capsys.readouterr().out
    assert main(["check", "draft.md", "--cache", "cache", "--format", "json"]) == 1
    assert capsys.readouterr().out == first
    (document,) = json.loads(first)["documents"]
    assert document["claims"] == []
    assert document["coverage"]["claims"] > 0


@given(st.text("ab1, ", max_size=30), st.lists(st.text("ab1, ", max_size=40), max_size=3))
def test_what_is_hidden_is_shown_again(text: str, texts: list[str]) -> None:
    parts = hidden(text, texts)
    assert shown(parts, texts) == text
    for part in parts:
        if isinstance(part, str):
            ends = range(len(part) - LONGEST)
            assert not any(part[at : at + LONGEST + 1] in other for at in ends for other in texts)
