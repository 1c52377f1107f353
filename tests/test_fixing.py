"""Fixes: which are made, what else they leave as it is, and how files come by them."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
import types
from dataclasses import replace as replace_fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.api import fix_paths
from checker.cli import main
from checker.cli.replacing import replace
from checker.findings import Edit, Finding, Fix, Related
from checker.fixing import ROUNDS, applicable, apply, edited, mend
from checker.report import Coverage, Document
from checker.source import Source, Span
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from checker.findings import Safety, Severity
    from checker.readers import Draft

WRONG = "The missile flew 1,000 km (900 miles) on Sunday.\n"
RIGHT = "The missile flew 1,000 km (620 miles) on Sunday.\n"
# A byte-order mark, an emoji of two UTF-16 units, Windows line ends, odd spaces, and no line end at the end.
ODD = "\ufeff\U0001f680\U0001f1f0\U0001f1f7 Sunan:\x0c\r\n\r\n1,000\u00a0km (900\u00a0miles).\u202f\t \r\rAnd\u2028fell"


def finding(
    start: int,
    end: int,
    new: str,
    *,
    code: str = "FC101",
    severity: Severity = "error",
    safety: Safety = "suggested",
    span: Span | None = None,
    related: Sequence[Span] = (),
) -> Finding:
    """Return a finding whose fix replaces start to end."""
    return Finding(
        code,
        "some-rule",
        severity,
        "It does not add up",
        span or Span(start, end),
        related=tuple(Related(each, "here") for each in related),
        fixes=(Fix(f"Write {new}", (Edit(Span(start, end), new),), safety),),
    )


def document(text: str, *findings: Finding) -> Document:
    source, read = Source("draft.txt", text), Coverage(0, 0, 0)
    return Document("draft.txt", "draft", "text/plain", "en", None, source, read, findings=findings)


def read_bytes(path: Path) -> tuple[bytes, int]:
    return path.read_bytes(), stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_bytes(WRONG.encode())
    return path


@pytest.mark.parametrize(
    ("safety", "by_default", "unsafe"), [("safe", True, True), ("suggested", False, True), ("shown", False, False)]
)
def test_which_fixes_are_made(safety: Safety, *, by_default: bool, unsafe: bool) -> None:
    one = finding(0, 1, "b", safety=safety)

    assert (applicable(one, unsafe=False) is not None) is by_default
    assert (applicable(one, unsafe=True) is not None) is unsafe
    assert apply("a", [one]).text == ("b" if by_default else "a")
    assert apply("a", [one], unsafe=True).text == ("b" if unsafe else "a")


def test_of_several_fixes_only_the_first_is_ever_made() -> None:
    shown, safe = finding(0, 1, "b", safety="shown"), finding(0, 1, "c", safety="safe")
    one, other = (replace_fields(safe, fixes=fixes) for fixes in (safe.fixes + shown.fixes, shown.fixes + safe.fixes))

    assert apply("a", [one]).text == "c"
    assert apply("a", [other], unsafe=True).text == "a"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 3), "x"), Edit(Span(2, 4), "y")],
        [Edit(Span(1, 1), "x"), Edit(Span(1, 1), "y")],
        [Edit(Span(0, 3), "x"), Edit(Span(1, 1), "y")],
        [Edit(Span(2, 5), "x")],
    ],
    ids=["overlap", "one place", "inside", "outside the text"],
)
def test_edits_that_have_no_one_outcome_are_refused(edits: list[Edit]) -> None:
    for order in (edits, edits[::-1]):
        with pytest.raises(ValueError, match="no edit"):
            edited("abcd", order)


PARTS = st.lists(st.tuples(st.text(max_size=4), st.text(max_size=4), st.text(max_size=4)), min_size=1, max_size=8)


@given(PARTS, st.text(max_size=4), st.randoms(use_true_random=False))
def test_bytes_outside_the_edits_stay_in_any_order(
    parts: list[tuple[str, str, str]], rest: str, random: Random
) -> None:
    text, wanted, edits = "", "", {}
    for before, old, new in parts:
        text, wanted = text + before, wanted + before
        span = Span(len(text), len(text) + len(old))
        if span in edits:  # a second insertion on one place
            text, wanted = text + old, wanted + old
            continue
        edits[span] = Edit(span, new)
        text, wanted = text + old, wanted + new
    shuffled = list(edits.values())
    random.shuffle(shuffled)

    assert edited(text + rest, shuffled) == wanted + rest


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 6)).map(lambda pair: Span(pair[0], min(30, sum(pair))))
FINDINGS = st.lists(
    st.builds(
        lambda span, words, new, code, severity, related: finding(
            span.start, span.end, new, code=code, severity=severity, span=words, related=related
        ),
        *(SPANS, SPANS, st.text("xyz", max_size=3), st.sampled_from(["FC101", "FC102", "FC501"])),
        *(st.sampled_from(["error", "warning", "note"]), st.lists(SPANS, max_size=2)),
    ),
    max_size=8,
)


@given(FINDINGS, st.randoms(use_true_random=False))
def test_any_findings_in_any_order_make_one_text_and_no_fix_meets_changed_words(
    findings: list[Finding], random: Random
) -> None:
    text = "abcdefghijklmnopqrstuvwABCDEFG"
    applied = apply(text, findings, unsafe=True)
    shuffled = list(findings)
    random.shuffle(shuffled)

    assert apply(text, shuffled, unsafe=True).text == applied.text
    assert applied.text == edited(text, [edit for _, fix in applied.made for edit in fix.edits])
    assert bool(applied.made) or not applied.held
    for one, fix in applied.made:
        rests = [one.span, *(each.span for each in one.related)]
        others = [edit.span for other, theirs in applied.made if other is not one for edit in theirs.edits]
        assert not any(span.overlaps(edit) for span in (*rests, fix.edits[0].span) for edit in others)


def test_the_graver_of_two_fixes_on_the_same_words_is_made_and_the_other_held() -> None:
    note, error = finding(4, 9, "few", code="FC102", severity="note"), finding(6, 12, "many", code="FC401")
    applied = apply("some old words", [note, error], unsafe=True)

    assert applied.text == "some omanyds"
    assert [(each.finding, each.by) for each in applied.held] == [(note, error)]


@pytest.mark.parametrize(
    ("span", "related"), [(Span(0, 14), []), (Span(9, 14), [Span(6, 9)])], ids=["its words", "related"]
)
def test_a_fix_waits_while_the_words_it_rests_on_change(span: Span, related: list[Span]) -> None:
    first, second = finding(5, 8, "new"), finding(9, 14, "text", severity="note", span=span, related=related)

    assert apply("some old words", [first, second], unsafe=True).text == "some new words"
    assert apply("some old words", [second], unsafe=True).text == "some old text"


def test_fixes_are_made_and_the_text_checked_again_until_none_is_left() -> None:
    def check(text: str) -> Document:
        found = [finding(at, at + 1, "b") for at in range(1) if text[0] == "a"]
        return document(text, *found, *([finding(0, 2, "c")] if text[:2] == "bb" else []))

    mended = mend(check("ab"), check, unsafe=True)

    assert (mended.after.source.text, mended.after.findings, mended.settled) == ("c", (), True)
    assert [change.places[0][1] for change in mended.changes] == ["a", "bb"]


@pytest.mark.parametrize("grow", [False, True], ids=["back and forth", "on and on"])
def test_fixes_that_come_to_no_end_change_nothing(*, grow: bool) -> None:
    asked = []

    def check(text: str) -> Document:
        asked.append(text)
        return document(text, finding(0, 1, "aa" if grow else {"a": "b", "b": "a"}[text]))

    mended = mend(check("a"), check, unsafe=True)

    assert not mended.settled
    assert mended.after == mended.before
    assert mended.changes == ()
    assert len(asked) == (ROUNDS + 1 if grow else 2)


def test_a_fix_that_changes_nothing_is_none() -> None:
    start = document("a", finding(0, 1, "a"))

    assert mend(start, lambda _: pytest.fail("nothing has changed")).after is start


def test_suggested_fixes_wait_to_be_asked_for(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = draft.stat().st_mtime_ns

    assert main(["fix", str(draft)]) == 1
    assert (draft.read_text(), draft.stat().st_mtime_ns) == (WRONG, before)
    assert capsys.readouterr().out.splitlines() == [
        f"{draft}: 1 suggested fix was not made; --unsafe-fixes makes it, read it over with factcheck diff first",
        f"{draft}: 0 fixed, 1 error left",
    ]


def test_fix_writes_says_what_it_did_and_leaves_nothing_to_find(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fix", "--unsafe-fixes", str(draft)]) == 0
    assert draft.read_text() == RIGHT
    assert capsys.readouterr().out.splitlines() == [
        f'{draft}:1:28: FC101 pair-disagrees: "900 miles" is now "620 miles"',
        f"{draft}: 1 fixed, nothing left",
    ]
    assert main(["check", str(draft), "--fail-on", "note"]) == 0
    assert main(["diff", "--unsafe-fixes", str(draft)]) == 0


def test_what_no_fix_resolves_is_left_and_counts(draft: Path) -> None:
    quoted = 'It flew "1,000 km (900 miles)," he said.\n'
    draft.write_text(WRONG + "\n" + quoted, encoding="utf-8")

    assert main(["fix", "--unsafe-fixes", str(draft)]) == 1
    assert draft.read_text() == RIGHT + "\n" + quoted


@pytest.mark.parametrize(("asked", "status"), [([], 0), (["--fail-on", "note"], 1), (["--fail-on", "warning"], 0)])
def test_a_note_left_fails_where_it_is_asked_to(draft: Path, asked: list[str], status: int) -> None:
    draft.write_text("The missile flew 1,000 km (600 miles) on Sunday.\n", encoding="utf-8")

    assert main(["fix", str(draft), *asked]) == status


@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
def test_all_but_the_wrong_words_stays_byte_for_byte(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(ODD.encode())
    path.chmod(0o640)

    assert main(["fix", "--unsafe-fixes", str(path)]) == 0
    assert read_bytes(path) == (ODD.replace("900\u00a0miles", "620\u00a0miles").encode(), 0o640)
    assert list(tmp_path.iterdir()) == [path]


def test_the_diff_is_a_patch_for_the_bytes(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(ODD.encode())

    assert main(["diff", "--unsafe-fixes", str(path)]) == 1
    lines = capfdbinary.readouterr().out.decode().split("\n")
    assert path.read_bytes() == ODD.encode()
    assert lines[:3] == [f"--- {path}", f"+++ {path}", "@@ -1,3 +1,3 @@"]
    assert lines[-2:] == ["\\ No newline at end of file", ""]
    old = "\n".join(line[1:] for line in lines[3:-2] if line[0] in " -")
    new = "\n".join(line[1:] for line in lines[3:-2] if line[0] in " +")
    assert (old, new) == (ODD, ODD.replace("900\u00a0miles", "620\u00a0miles"))


def test_the_diff_on_a_terminal_cannot_steer_it(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    draft.write_bytes(b"\x1b[2J" + WRONG.replace("\n", "\r\n").encode())

    assert main(["diff", "--unsafe-fixes", str(draft)]) == 1
    assert "+\\x1b[2J" + RIGHT in screen.getvalue()
    assert "\x1b" not in screen.getvalue()
    assert "\\x0d" not in screen.getvalue()


def test_standard_input_comes_out_fixed_and_the_words_beside_it(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    for wrong, status in ((ODD, 0), ("Nothing was fired.", 0)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(wrong.encode())))
        assert main(["fix", "--unsafe-fixes", "-", "--stdin-name", "wire.md"]) == status
        printed = capfdbinary.readouterr()
        assert printed.out == wrong.replace("900\u00a0miles", "620\u00a0miles").encode()
        assert b"wire.md: " in printed.err


def test_sources_and_the_publication_date_are_heeded(tmp_path: Path) -> None:
    path, seoul = tmp_path / "draft.txt", tmp_path / "seoul.txt"
    path.write_text("North Korea fired a missile on Monday, January 14.\n", encoding="utf-8")
    seoul.write_text("---\nsource: South Korea JCS\n---\n\nThe missile flew about 1,000 km.\n", encoding="utf-8")

    words = ["--unsafe-fixes", str(path), "--source", str(seoul), "--timezone", "Asia/Seoul"]
    assert main(["fix", *words, "--published", "2024-01-15"]) == 0
    assert "Sunday, January 14" in path.read_text()
    assert main(["fix", *words, "--source", str(tmp_path / "gone.txt")]) == 2


def test_a_link_is_kept_and_what_it_leads_to_is_written_once(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = draft.parent / "link.txt"
    link.symlink_to(draft.name)

    assert main(["fix", "--unsafe-fixes", str(link), str(draft), str(link)]) == 0
    assert (link.is_symlink(), draft.is_symlink(), draft.read_text()) == (True, False, RIGHT)
    assert capsys.readouterr().out.count("1 fixed") == 1


def test_a_read_only_file_is_one_sentence_and_the_others_are_fixed(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = draft.parent / "other.txt"
    other.write_text(WRONG, encoding="utf-8")
    draft.chmod(0o444)

    assert main(["fix", "--unsafe-fixes", str(draft), str(other)]) == 2
    assert capsys.readouterr().err == (
        f"factcheck: {draft}: is read-only; make it writable, or save factcheck diff as a patch\n"
    )
    assert (read_bytes(draft), other.read_text()) == ((WRONG.encode(), 0o444), RIGHT)


@pytest.mark.parametrize("call", ["fsync", "replace", "chmod"])
def test_a_write_that_fails_leaves_the_file_and_nothing_beside_it(
    draft: Path, call: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)

    assert main(["fix", "--unsafe-fixes", str(draft)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"factcheck: {draft}: cannot be written (no space left on device); ")
    assert said.count("\n") == 1
    assert draft.read_text() == WRONG
    assert list(draft.parent.iterdir()) == [draft]


def test_an_interrupted_write_leaves_the_file(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    assert main(["fix", "--unsafe-fixes", str(draft)]) == 130
    assert draft.read_text() == WRONG
    assert list(draft.parent.iterdir()) == [draft]


def test_a_file_that_changed_meanwhile_is_left(draft: Path) -> None:
    with pytest.raises(InputError, match="was changed while"):
        replace(draft, RIGHT.encode(), b"new")
    assert draft.read_text() == WRONG


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)

    with pytest.raises(InputError, match="is no ordinary file"):
        replace(pipe, b"", b"new")


@pytest.mark.skipif(not hasattr(os, "chown"), reason="no owners here")
@pytest.mark.parametrize("refused", [0, 1, 2])
def test_the_owner_is_kept_as_far_as_the_system_lets_us(
    draft: Path, refused: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []

    def chown(_: object, owner: int, group: int) -> None:
        asked.append((owner, group))
        if len(asked) <= refused:
            raise PermissionError

    monkeypatch.setattr(os, "chown", chown)
    owner = draft.stat()

    replace(draft, WRONG.encode(), RIGHT.encode())
    assert draft.read_text() == RIGHT
    assert asked == [(owner.st_uid, owner.st_gid), (-1, owner.st_gid)][: refused + 1]


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    "given",
    [
        lambda folder: folder / "gone.txt",
        lambda folder: _made(folder / "empty"),
        lambda folder: folder / "draft.txt" / "x.txt",
    ],
    ids=["no file", "a folder without a draft", "under a file"],
)
@pytest.mark.parametrize("command", ["fix", "diff"])
def test_what_cannot_be_read_is_one_sentence(
    command: str, given: Callable[[Path], Path], draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(given(draft.parent))]) == 2
    printed = capsys.readouterr()
    assert printed.err.count("\n") == 1
    assert not printed.out


@pytest.mark.parametrize(
    ("rounds", "said", "status"),
    [
        (
            [[finding(17, 22, "900"), finding(17, 25, "few", code="FC102", severity="note")], []],
            "draft.txt:1:18: the fix for FC102 some-rule waited for that for FC101 some-rule, which changes",
            1,
        ),
        ([[finding(17, 22, "900")], [finding(17, 20, "1,000")]], "its fixes undo one another, so none was made", 0),
    ],
    ids=["held", "endless"],
)
def test_what_held_a_fix_back_is_said(
    *,
    rounds: list[list[Finding]],
    said: str,
    status: int,
    draft: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    left = iter(rounds)

    def check(read: Draft, *_: object) -> tuple[object, list[Document]]:
        return types.SimpleNamespace(document=document(read.source.text, *next(left))), []

    monkeypatch.setattr("checker.api.one", check)

    assert main(["diff", "--unsafe-fixes", str(draft)]) == status
    assert said in capsys.readouterr().err


def test_the_library_writes_nothing(draft: Path) -> None:
    (fixed,), troubles = fix_paths([draft], unsafe=True)

    assert (fixed.before, fixed.after, troubles) == (WRONG, RIGHT, ())
    assert draft.read_text() == WRONG


def test_a_process_of_its_own_keeps_windows_line_ends_on_both_pipes() -> None:
    root = Path(__file__).parents[1]
    words = [sys.executable, "-m", "checker.cli", "fix", "--unsafe-fixes", "-"]
    wrong = WRONG.replace("\n", "\r\n").encode()
    done = subprocess.run(words, input=wrong, capture_output=True, check=True, cwd=root)

    assert done.stdout == RIGHT.replace("\n", "\r\n").encode()
