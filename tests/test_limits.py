"""How much is read of one file: by the settings of a desk, refused in a sentence, in bounded time and memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker import InputError, check_text
from checker.api import check_paths
from checker.cli import main
from checker.drafts import Asked
from checker.readers.limits import LIMITS
from checker.schemata import schema

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
WRONG = "The missile flew 1,000 km (900 miles).\n"
# Of address space: Python with the whole program takes half of it, and 200 MB read to the end would be too much.
MOST_MEMORY = 270_000_000
MOST_SECONDS = 60


def codes(path: str, asked: Asked | None = None) -> list[str]:
    report, troubles = check_paths([path], asked or Asked(reads_settings=True))
    assert [str(each) for each in troubles] == []
    return [finding.code for finding in report.findings]


def trouble(path: str, asked: Asked | None = None) -> str:
    report, (found,) = check_paths([path], asked or Asked(reads_settings=True))
    assert report.documents == ()
    return str(found)


def test_the_schema_has_the_limits_as_they_come() -> None:
    parts = schema("settings")["properties"]["limits"]["properties"]
    assert {name: part["default"] for name, part in parts.items()} == {
        name: getattr(LIMITS, name) for name in LIMITS.__slots__
    }


SMALL = [
    ("bytes = 30", WRONG, "draft.md: is longer than 30 bytes; give the text of one draft, or set limits.bytes"),
    (
        "characters = 30",
        WRONG,
        "draft.md: has 39 characters of text, more than 30; split it into its articles, or set limits.characters",
    ),
    (
        "line = 30",
        f"\n{WRONG}",
        "draft.md:2: this line has 38 characters, more than 30; break it into paragraphs, or set limits.line",
    ),
    (
        "marks = 4",
        f"*a* **b** `c`\n\n{WRONG}",
        "draft.md: has more than 4 tags, entities and other marks; give the text of one draft, or set limits.marks",
    ),
    (
        "nesting = 2",
        f"> > > {WRONG}",
        "draft.md: has quotations, lists or tags more than 2 deep in each other; take them out, or set limits.nesting",
    ),
]


@pytest.mark.parametrize(("limit", "text", "sentence"), SMALL)
def test_a_limit_of_the_desk_refuses_in_a_sentence(
    put: Callable[[str, str], Path],
    limit: str,
    text: str,
    sentence: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    put("factcheck.toml", f"[limits]\n{limit}\n")
    put("draft.md", text)
    assert trouble("draft.md") == f"{sentence} in factcheck.toml"
    assert main(["check", "draft.md"]) == 2
    assert capsys.readouterr() == ("", f"factcheck: {sentence} in factcheck.toml\n")
    assert codes("draft.md", Asked()) == ["FC101"]
    put("factcheck.toml", f"[limits]\n{limit}\n[files.'draft.*'.limits]\n{limit.split(maxsplit=1)[0]} = 1000\n")
    assert codes("draft.md") == ["FC101"]


def test_limits_go_key_by_key_and_hold_for_sources_and_texts(put: Callable[[str, str], Path]) -> None:
    put("house.toml", "limits = {bytes = 10, line = 20}\n")
    settings = put("factcheck.toml", "extend = 'house.toml'\nlimits.bytes = 60\nsources = ['seoul.md']\n")
    put("seoul.md", f"---\nsource: South Korea JCS\n---\n{'x' * 100}\n")
    put("draft.md", "It flew 500 km.\n")
    assert trouble_of_source() == "seoul.md: is longer than 60 bytes; "
    put("seoul.md", "A missile was fired.\n")
    assert codes("draft.md") == []
    with pytest.raises(InputError, match=r"this line has 38 characters, more than 20"):
        check_text(WRONG, settings=settings)


def trouble_of_source() -> str:
    _, (found,) = check_paths(["draft.md"], Asked(reads_settings=True))
    return f"{found.place}: {found.problem}; "


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[limits]\nbyte = 1\n", 'factcheck.toml:2: the key "byte" is not known; did you mean bytes?'),
        ("[limits]\n\nbytes = 0\n", "factcheck.toml:3: bytes of limits is 0, less than 1; write it like 50000000"),
        ("limits.line = '20 MB'\n", 'factcheck.toml:1: line of limits is "20 MB", not a whole number; write it like '),
        ("limits = 5\n", "factcheck.toml:1: limits is 5, not keys and values"),
    ],
)
def test_a_limit_that_is_none_is_refused(put: Callable[[str, str], Path], text: str, sentence: str) -> None:
    put("factcheck.toml", text)
    put("draft.md", WRONG)
    assert trouble("draft.md")[: len(sentence)] == sentence


def test_a_draft_cannot_raise_its_own_limits(put: Callable[[str, str], Path]) -> None:
    put("draft.md", f"---\nfactcheck: {{limits: {{bytes: 5}}}}\n---\n{WRONG}")
    sentence = "draft.md:2: the key limits does not belong under factcheck; put it into factcheck.toml"
    assert trouble("draft.md") == sentence


def test_config_explains_each_limit(put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    put("factcheck.toml", "[limits]\nbytes = 60\n\n[files.'a/**'.limits]\nline = 20\n")
    assert main(["config", "a/draft.md"]) == 0
    assert capsys.readouterr().out == "limits.bytes = 60\nlimits.line = 20\n"
    assert main(["config", "--explain", "a/draft.md"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "limits.bytes = 60  # factcheck.toml:2" in lines
    assert "# limits.characters = 1000000  # default" in lines
    assert 'limits.line = 20  # factcheck.toml:5 [files."a/**"]' in lines


# In a process of its own, which may take so much memory and time and no more.


def within_bounds(
    folder: Path, *words: str, stdin: Path | None = None, memory: int = MOST_MEMORY
) -> subprocess.CompletedProcess[str]:
    def hold() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))

    with (stdin or Path(os.devnull)).open("rb") as file:
        return subprocess.run(
            [sys.executable, "-m", "checker.cli", "check", *words],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=file,
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=hold,
        )


HUGE = {
    "of 200 MB": (b"The missile flew 500 km. " * 8_000_000, "a.txt: is longer than 20 MB; "),
    "page of 200 MB": (b"<p>The missile flew 500 km." * 8_000_000, "a.html: is longer than 20 MB; "),
    "one line of 50 MB": (b"x " * 25_000_000, "a.md: is longer than 20 MB; "),
    "one line of 10 MB": (b"x " * 5_000_000, "a.md: has 10,000,000 characters of text, more than 1,000,000; "),
    "quotations in Markdown": (b"> " * 10_000 + b"It flew 500 km.", "a.md: has quotations, lists or tags more than "),
    "quotations in a page": (b"<blockquote>" * 10_000, "a.html: has quotations, lists or tags more than 1,000 deep "),
    "entities in a page": (b"<p>" + b"&amp;" * 1_000_000, "a.html: has more than 200,000 tags, entities "),
    "entities in Markdown": (b"&amp;" * 1_000_000, "a.md: has 5,000,000 characters of text, more than 1,000,000; "),
    "short entities in Markdown": (b"&lt;" * 230_000, "a.md: has more than 200,000 tags, entities "),
}


@pytest.mark.parametrize(("data", "sentence"), HUGE.values(), ids=HUGE)
def test_what_is_too_much_is_one_sentence_in_bounded_time_and_memory(
    tmp_path: Path, data: bytes, sentence: str
) -> None:
    name = sentence.partition(":")[0]
    (tmp_path / name).write_bytes(data)
    done = within_bounds(tmp_path, name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"factcheck: {sentence}")
    assert done.stderr.count("\n") == 1
    (tmp_path / "stdin").write_bytes(data)
    piped = within_bounds(tmp_path, "-", "--stdin-name", name, stdin=tmp_path / "stdin")
    assert (piped.returncode, piped.stdout, piped.stderr) == (2, "", done.stderr)


RAISED = {
    "a line of 3 MB": (b"x " * 1_500_000, "a.txt", "characters = 6000000\nline = 6000000\n"),
    "a script of 50 MB": (b"<script>" + b"x " * 25_000_000 + b"</script>", "a.html", "bytes = 60000000\n"),
    "quotations": (b"> " * 10_000, "a.md", "nesting = 20000\n"),
    "a million entities": (b"&amp; " * 1_000_000, "a.md", "marks = 5000000\ncharacters = 7000000\nline = 7000000\n"),
}


@pytest.mark.parametrize(("data", "name", "limits"), RAISED.values(), ids=RAISED)
def test_what_the_desk_allows_is_checked_in_bounded_time_and_memory(
    tmp_path: Path, data: bytes, name: str, limits: str
) -> None:
    (tmp_path / "factcheck.toml").write_text(f"[limits]\n{limits}", encoding="utf-8")
    (tmp_path / name).write_bytes(data + b"\n\nThe missile flew 1,000 km (900 miles).\n")
    done = within_bounds(tmp_path, name, "--format", "concise", memory=7 * MOST_MEMORY)
    assert done.stderr == ""
    assert done.returncode == 1
    assert ": error FC101 pair-disagrees: 1,000 km is 621 miles; " in done.stdout
    if "bytes" in limits:
        # Of standard input as much is read as the settings of its name allow.
        words = ["-", "--stdin-name", name, "--format", "concise"]
        piped = within_bounds(tmp_path, *words, stdin=tmp_path / name, memory=7 * MOST_MEMORY)
        assert (piped.returncode, piped.stdout) == (1, done.stdout)


def test_too_little_memory_is_one_sentence(
    put: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put("draft.md", WRONG)

    def exhaust(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("checker.drafts.understand", exhaust)
    assert main(["check", "--isolated", "draft.md"]) == 2
    assert capsys.readouterr() == (
        "",
        "factcheck: there is not enough memory; check fewer or shorter drafts at a time\n",
    )
