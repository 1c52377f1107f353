"""The command: what it prints where, its exit statuses, and what it does not import."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import types
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import referencing

import checker
from checker.cli import COMMANDS, main
from checker.cli.nearest import unknown
from checker.cli.streams import prepare, terminal_width, wants_color
from checker.drafts import Asked
from checker.findings import SEVERITIES, Finding
from checker.report import Coverage, Document, Report
from checker.rulebook import rule_files
from checker.schemata import schema_names, schema_text
from checker.source import Source, Span
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.findings import Severity

ROOT = Path(__file__).parents[1]
WRONG = "The missile flew 1,000 km (900 miles) on Sunday.\n"
RIGHT = "The missile flew 1,000 km (620 miles) on Sunday.\n"


def factcheck(*words: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    clean = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "NO_COLOR", "PYTHONUTF8"}}
    return subprocess.run(
        [sys.executable, "-m", "checker.cli", *words],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**clean, **environment},
    )


def graded(*severities: Severity) -> Report:
    """Return a report with a finding of each severity."""
    found = tuple(Finding("FC101", "pair-disagrees", one, "It does not add up", Span(4, 11)) for one in severities)
    source = Source("draft.txt", "The missile")
    return Report(
        (
            Document(
                path="draft.txt",
                role="draft",
                media_type="text/plain",
                language="en",
                published=None,
                source=source,
                coverage=Coverage(1, 1, 1),
                findings=found,
            ),
        )
    )


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Let the checking answer with `report` and `troubles`, and keep what it was asked as `asked`."""
    kept: dict[str, Any] = {"report": graded(), "troubles": ()}

    def check_paths(paths: Sequence[str], asked: Asked, **options: Any) -> tuple[Report, tuple[InputError, ...]]:
        kept.update(paths=paths, asked=asked, options=options)
        return kept["report"], kept["troubles"]

    api = types.ModuleType("checker.api")
    api.check_paths = check_paths  # type: ignore[attr-defined]
    api.understand_paths = check_paths  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "checker.api", api)
    return kept


@pytest.mark.parametrize("found", SEVERITIES)
@pytest.mark.parametrize("limit", SEVERITIES)
def test_fail_on(answers: dict[str, Any], found: Severity, limit: Severity) -> None:
    answers["report"] = graded(found)
    reached = SEVERITIES.index(found) <= SEVERITIES.index(limit)
    assert main(["check", "draft.txt", "--fail-on", limit]) == int(reached)
    assert main(["check", "draft.txt", "--fail-on", limit, "--exit-zero"]) == 0


def test_only_errors_fail_unless_asked(answers: dict[str, Any]) -> None:
    answers["report"] = graded("warning", "note")
    assert main(["check", "draft.txt"]) == 0


def test_what_was_asked_is_passed_on(answers: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"caf\xc3\xa9 \xff")))
    words = "a.txt - --source s.txt --source t.txt --published 2024-01-14 --timezone Asia/Seoul --stdin-name wire"
    assert main(["check", *words.split()]) == 0
    assert answers["paths"] == ["a.txt", "-"]
    assert answers["asked"] == Asked(
        "2024-01-14",
        "Asia/Seoul",
        ("s.txt", "t.txt"),
        reads_settings=True,
        stdin=b"caf\xc3\xa9 \xff",
        stdin_name="wire",
    )


def test_the_rules_that_were_chosen_are_passed_on(answers: dict[str, Any]) -> None:
    words = "a.txt --select FC101,pair-coarse --select FC5 --enable FC117 --ignore FC102 --config d.toml --baseline b"
    assert main(["check", *words.split(), "--isolated"]) == 0
    asked = answers["asked"]
    assert asked.settings.select == ("FC101", "pair-coarse", "FC5")
    assert asked.settings.enable == ("FC117",)
    assert asked.settings.ignore == {"FC102": (None, "command line")}
    assert asked.settings.places["FC5"] == "--select"
    assert (asked.config, asked.baseline, asked.reads_settings) == ("d.toml", "b", False)


@pytest.mark.parametrize("command", ["check", "claims"])
def test_an_unreadable_file_is_said_and_the_others_are_reported(
    command: str, answers: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    answers["troubles"] = (InputError("gone.txt", "there is no such file", "check the name"),)
    assert main([command, "draft.txt", "gone.txt"]) == 2
    printed = capsys.readouterr()
    assert printed.err == "factcheck: gone.txt: there is no such file; check the name\n"
    assert "draft.txt" in printed.out


def test_a_hostile_file_name_cannot_steer_the_terminal(
    answers: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    answers["troubles"] = (InputError("\x1b[2J\n.txt", "there is no such file", "check the name"),)
    assert main(["check", "x"]) == 2
    printed = capsys.readouterr().err
    assert printed == "factcheck: \\x1b[2J\\x0a.txt: there is no such file; check the name\n"


def test_input_errors_are_graver_than_findings(answers: dict[str, Any]) -> None:
    answers["report"] = graded("error")
    answers["troubles"] = (InputError("gone.txt", "there is no such file", "check the name"),)
    assert main(["check", "draft.txt", "gone.txt", "--exit-zero"]) == 2


def test_an_input_error_anywhere_is_one_sentence(
    answers: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    trouble = InputError("draft.md:2", "the front matter is no YAML", "close the quotation mark")

    def fail(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(sys.modules["checker.api"], "check_paths", fail)
    assert main(["check", "draft.md"]) == 2
    printed = capsys.readouterr()
    assert printed.err == "factcheck: draft.md:2: the front matter is no YAML; close the quotation mark\n"
    assert not printed.out
    assert answers["troubles"] == ()


def test_an_interrupt_is_quiet(
    answers: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["checker.api"], "check_paths", interrupt)
    assert main(["check", "draft.md"]) == 130
    assert capsys.readouterr() == ("", "")
    assert answers["troubles"] == ()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check"], "the following arguments are required: PATH"),
        (
            ["check", "a", "--published", "14.1.2024"],
            "--published: '14.1.2024' is no date; write it as 2024-01-14",
        ),
        (["check", "a", "--published", "2023-02-29"], "--published: '2023-02-29' is no date"),
        (["check", "a", "--published", "20240114"], "--published: '20240114' is no date"),
        (["check", "a", "--timezone", "Asia/Soul"], "--timezone: no such time zone 'Asia/Soul'"),
        (["check", "a", "--timezone", "Asia"], "--timezone: no such time zone 'Asia'"),
        (["check", "a", "--timezone", "../etc/passwd"], "--timezone: no such time zone"),
        (["check", "a", "--format", "xml"], "--format: no such choice 'xml'; take text, concise, json, jsonl, sarif"),
        (["check", "a", "--fail-on", "fatal"], "no such choice 'fatal'; take error, warning or note"),
        (["check", "a", "--sauce", "b"], "unrecognized arguments: --sauce b"),
        (["claims", "a", "--color", "pink"], "--color: no such choice 'pink'"),
        (["explain"], "the following arguments are required: RULE"),
        (["schema"], "the following arguments are required: NAME"),
    ],
)
def test_a_usage_error_is_a_usage_line_and_a_sentence(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    printed = capsys.readouterr()
    usage, sentence = printed.err.splitlines()
    assert usage.startswith(f"usage: factcheck {words[0]} ")
    assert sentence.startswith(f"factcheck {words[0]}: ")
    assert said in sentence
    assert not printed.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek", "a.txt"], "factcheck: chek: no such command; did you mean check?\n"),
        (
            ["zzz"],
            f"factcheck: zzz: no such command; there is {', '.join(COMMANDS)}\n",
        ),
        (
            ["README.md"],
            "factcheck: README.md is a file, not a command; did you mean factcheck check README.md?\n",
        ),
        (["explain", "FC100"], "factcheck: FC100: no such rule; did you mean FC"),
        (
            ["explain", "pair-disagree"],
            "factcheck: pair-disagree: no such rule; did you mean pair-disagrees?\n",
        ),
        (["schema", "reprot"], "factcheck: reprot: no such schema; did you mean report?\n"),
    ],
)
def test_an_unknown_word_is_one_sentence(
    words: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / "README.md").touch()
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(said)
    assert printed.err.count("\n") == 1
    assert not printed.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_short_and_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    printed = capsys.readouterr().out
    assert f"Example: factcheck {command}" in printed
    assert len(printed.splitlines()) < 60


@pytest.mark.parametrize("word", ["-h", "--help", "help"])
def test_help_names_every_command(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word]) == 0
    printed = capsys.readouterr().out
    assert all(f"\n  {command} " in printed for command in COMMANDS)
    assert main([]) == 2
    assert capsys.readouterr() == ("", printed)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"factcheck {checker.__version__}\n"


@pytest.mark.parametrize("word", ["FC101", "fc101", "pair-disagrees", "PAIR_DISAGREES"])
def test_explain_takes_code_or_name(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", word]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("FC101 pair-disagrees (error)\n\n")
    assert "## What it checks" in printed


def test_the_list_of_rules(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert main(["rules"]) == 0
    text = capsys.readouterr().out
    assert re.search(r"^FC101  pair-disagrees +error    \w", text, re.MULTILINE)
    assert main(["rules", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["code"] for row in rows] == sorted(rule_files())
    assert all(set(row) == {"code", "name", "severity", "default", "summary"} and row["summary"] for row in rows)


@pytest.mark.parametrize("name", schema_names())
def test_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(schema_text(name))


def test_nearest_name() -> None:
    assert unknown("rule", "fc10", ["FC101", "FC305"]) == "fc10: no such rule; did you mean FC101?"
    assert unknown("rule", "xyz", ["FC101", "FC305"]) == "xyz: no such rule; there is FC101, FC305"


class Terminal(io.StringIO):
    """Standard output that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "environment", "color"),
    [
        ("auto", {}, True),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": ""}, True),
        ("auto", {"TERM": "dumb"}, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, True),
        ("never", {}, False),
    ],
)
def test_colour_on_a_terminal(
    choice: str,
    environment: dict[str, str],
    color: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert wants_color(choice) is color


@pytest.mark.parametrize(("options", "color"), [([], False), (["--color", "always"], True)])
def test_no_colour_in_a_file(
    options: list[str],
    color: bool,  # noqa: FBT001
    answers: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers["report"] = graded("error")
    assert main(["check", "draft.txt", *options]) == 1
    assert ("\x1b[" in capsys.readouterr().out) is color


@pytest.mark.parametrize(("columns", "width"), [("72", 72), ("400", 120), ("wide", 100), ("0", 100), ("", 100)])
def test_width(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert terminal_width() == width


@pytest.mark.parametrize(
    ("encoding", "chosen", "written"),
    [
        ("ascii", "", "é…"),
        ("ascii", "ascii", "\\xe9\\u2026"),
        ("latin-1", "", "é\\u2026"),
        ("utf-8", "", "é…"),
    ],
)
def test_no_character_fails(encoding: str, chosen: str, written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", chosen)
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    prepare()
    stream.write("é…")
    stream.flush()
    assert raw.getvalue().decode("latin-1" if encoding == "latin-1" else "utf-8") == written


def test_a_closed_pipe_is_quiet() -> None:
    script = f"{sys.executable} -m checker.cli explain FC101 | head -c 1"
    shell = ["bash", "-o", "pipefail", "-c", script]
    done = subprocess.run(shell, capture_output=True, check=False, cwd=ROOT)
    assert done.stdout == b"F"
    assert not done.stderr


@pytest.mark.parametrize("words", [["--version"], ["explain", "FC101"], ["rules"], ["check", "--help"]])
def test_what_is_not_needed_is_not_imported(words: list[str]) -> None:
    code = (
        "import sys\nfrom checker.cli import main\n"
        f"status = main({words!r})\n"
        "heavy = {'pint', 'pydantic', 'jsonschema', 'yaml', 'pyromark', 'difflib', 'zoneinfo'}\n"
        "sys.exit(status or sorted(heavy & set(sys.modules)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT)
    assert done.stderr == b""
    assert done.returncode == 0


def test_a_right_draft_from_standard_input() -> None:
    done = factcheck("check", "-", "--stdin-name", "desk.txt", "--published", "2024-01-14", stdin=RIGHT.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"desk.txt: nothing to flag; ")
    assert done.stdout.count(b"\n") == 1


def test_a_wrong_draft_fails(tmp_path: Path) -> None:
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    path = str(tmp_path / "wrong.txt")
    # A folder for tests may have a name so long that the place takes a line of its own.
    done = factcheck("check", path, COLUMNS="120", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, b"")
    first, line, signs, *_ = done.stdout.decode("utf-8").splitlines()
    assert first.endswith("wrong.txt:1:18  error  FC101 pair-disagrees")
    assert line[signs.index("^") : signs.rindex("^") + 1] == "1,000 km (900 miles)"


def test_the_others_are_still_checked(tmp_path: Path) -> None:
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes("Der Flugk\u00f6rper".encode("latin-1"))
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 40)
    names = ("latin.txt", "empty.txt", "binary.txt", "wrong.txt", "gone.txt")
    source = str(tmp_path / "no-source.txt")
    done = factcheck("check", *(str(tmp_path / name) for name in names), "--source", source)
    assert done.returncode == 2
    assert b"FC101" in done.stdout
    said = done.stderr.decode().splitlines()
    assert len(said) == 5
    for name in ("latin.txt", "empty.txt", "binary.txt", "gone.txt", "no-source.txt"):
        assert any(name in sentence for sentence in said)
    assert all(sentence.startswith("factcheck: ") for sentence in said)


def test_json_of_check_and_claims(tmp_path: Path) -> None:
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    path = str(tmp_path / "wrong.txt")
    report = json.loads(factcheck("check", path, "--format", "json").stdout)
    claims = json.loads(factcheck("claims", path, "--format", "json").stdout)
    (whole,), (part,) = report["documents"], claims["documents"]
    assert part["coverage"] == {**whole["coverage"], "checked": 0}
    assert {**part, "coverage": None} == {
        **{key: whole[key] for key in ("path", "role", "published", "claims", "events")},
        "coverage": None,
    }
    assert [claim["text"] for claim in part["claims"] if claim["kind"] == "range"] == ["1,000 km (900 miles)"]


def test_a_draft_s_own_threshold_counts_unless_the_command_gives_one(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("---\nfactcheck: {fail_on: note}\n---\nIt flew 1,000 km (600 miles).\n", encoding="utf-8")
    assert main(["check", str(draft)]) == 1
    assert main(["check", str(draft), "--fail-on", "error"]) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("redirect", [">&-", ">/dev/full"])
@pytest.mark.parametrize("words", ["--version", "rules", "schema report", "check README.md"])
def test_an_output_that_cannot_be_written_is_one_sentence(words: str, redirect: str) -> None:
    script = f"{sys.executable} -m checker.cli {words} {redirect}"
    shell = ["bash", "-c", script]
    done = subprocess.run(shell, capture_output=True, check=False, cwd=ROOT, text=True)
    assert done.returncode == 2
    assert re.fullmatch(r"factcheck: standard output [^\n]+\n", done.stderr)


def test_no_word_is_lost_where_standard_error_is_closed() -> None:
    script = f"{sys.executable} -m checker.cli check no-such-file 2>&-"
    shell = ["bash", "-c", script]
    done = subprocess.run(shell, capture_output=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, b"")


def test_a_fault_of_ours_is_shown_and_is_no_finding(
    answers: dict[str, Any], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        message = "a fault"
        raise ZeroDivisionError(message)

    assert answers["troubles"] == ()
    monkeypatch.setattr(sys.modules["checker.api"], "check_paths", fail)
    assert main(["check", "draft.txt"]) == 70
    said = capsys.readouterr().err
    assert said.startswith("Traceback ")
    assert said.endswith("this is a fault in factcheck, not in the draft; please report it with the lines above\n")


@pytest.mark.parametrize("name", schema_names())
def test_a_bundled_schema_stands_alone(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name, "--bundle"]) == 0
    bundle = json.loads(capsys.readouterr().out)
    alone = jsonschema.Draft202012Validator(bundle, registry=referencing.Registry())
    plain = json.loads(schema_text(name))
    for example in plain.get("examples", []):
        assert list(alone.iter_errors(example)) == []
    assert not alone.is_valid({"nonsense": 1})
    assert bundle["$id"] == plain["$id"]


def test_a_report_is_held_against_a_bundle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    main(["check", str(tmp_path / "wrong.txt"), "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    main(["schema", "report", "--bundle"])
    alone = jsonschema.Draft202012Validator(json.loads(capsys.readouterr().out), registry=referencing.Registry())
    assert list(alone.iter_errors(report)) == []
    report["documents"][0]["claims"][0]["value"] = "far"
    assert not alone.is_valid(report)


def test_standard_input_is_not_offered_as_a_file_to_type() -> None:
    said = factcheck("check", "-", stdin=WRONG.encode()).stdout.decode()
    assert "More: factcheck explain FC101\n" in said
