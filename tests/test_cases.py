"""Every case of every rule, as written and in each layout that may change nothing; and the harness itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.findings import Finding
from checker.rulebook import rule_files
from checker.source import Span
from checker.testing import (
    VARIANTS,
    Case,
    CaseError,
    CasesFile,
    Mark,
    Variant,
    changed,
    compare,
    marked,
    read_cases,
    verify,
)

CASES = Path(__file__).parent / "cases"
FILES = {path.relative_to(CASES).with_suffix("").as_posix(): path for path in sorted(CASES.rglob("*.md"))}
READ = {name: read_cases(path) for name, path in FILES.items()}
ALL = [(name, case) for name, file in READ.items() for case in file.cases]
APPLICABLE = [
    pytest.param(case, variant, id=f"{name}: {case.title} ({variant.name})")
    for name, case in ALL
    for variant in VARIANTS
    if variant.applies(case)
]


@pytest.mark.parametrize(("case", "variant"), APPLICABLE)
def test_case(case: Case, variant: Variant) -> None:
    verify(case, variant)


def test_every_rule_has_its_cases_file_and_every_cases_file_its_rule() -> None:
    rules = {f"{path.parent.name}/{path.stem}" for path in rule_files().values()}

    assert rules
    assert FILES.keys() == rules


@pytest.mark.parametrize("name", FILES)
def test_a_cases_file_is_titled_as_its_rule(name: str) -> None:
    file = READ[name]

    assert Path(name).name == f"{file.code.lower()}_{file.name.replace('-', '_')}"


@pytest.mark.parametrize("name", FILES)
def test_a_cases_file_has_its_rule_fire_and_has_it_silent(name: str) -> None:
    file = READ[name]
    fires = [any(mark.code == file.code for mark in case.draft.marks) for case in file.cases]

    assert any(fires)
    assert not all(fires)


def test_no_case_occurs_twice() -> None:
    contents = [case.content for _, case in ALL]
    titles = [(name, case.title) for name, case in ALL]

    assert [title for title, content in zip(titles, contents, strict=True) if contents.count(content) > 1] == []
    assert [title for title in titles if titles.count(title) > 1] == []


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_every_variant_applies_to_some_case(variant: Variant) -> None:
    assert any(variant.applies(case) for _, case in ALL)


def _file(folder: Path, text: str) -> CasesFile:
    path = folder / "fc000_some_rule.md"
    path.write_text(text, encoding="utf-8")
    return read_cases(path)


def test_a_cases_file_is_read(tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        "# some-rule (FC000)\n\nWhy.\n\n## One\n\n```draft\nIt flew\n   ^^^^ FC000 some words\nfar.\n```\n\n"
        "```source seoul.md\nIt did.\n```\n\n```settings\npublished: 2024-01-14\n```\n\n"
        "## Two\n\n```draft\nNo.\n```\n",
    )

    assert (file.name, file.code) == ("some-rule", "FC000")
    assert [case.title for case in file.cases] == ["One", "Two"]
    assert file.cases[0].draft.text == "It flew\nfar.\n"
    assert file.cases[0].draft.marks == (Mark(Span(3, 7), "FC000", "some words"),)
    assert file.cases[0].sources == (("seoul.md", "It did.\n"),)
    assert file.cases[0].settings == {"published": "2024-01-14"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# Some rule\n", "title"),
        ("# some-rule (FC000)\n```draft\nx\n```\n", "before the first heading"),
        ("# some-rule (FC000)\n## A\n```draft\nx\n", "no end"),
        ("# some-rule (FC000)\n## A\n```draft\nx\n```\n```draft\ny\n```\n", "one draft"),
        ("# some-rule (FC000)\n## A\n```drafts\nx\n```\n", "drafts"),
        ("# some-rule (FC000)\n## A\n```fixed\nx\n```\n", "needs a draft"),
        ("# some-rule (FC000)\n## A\n```draft\nx\n```\n```settings\npublishd: x\n```\n", "publishd"),
        ("# some-rule (FC000)\n## A\n```draft\nsome\n^^^^ pair-coarse\n```\n", "carets need a code"),
        ("# some-rule (FC000)\n## A\n```draft\nsome\n^^^^^ FC000\n```\n", "words above"),
    ],
)
def test_a_cases_file_that_is_not_well_formed_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(CaseError, match=reason):
        _file(tmp_path, text)


def test_spans_move_with_the_text() -> None:
    text, moved = changed("one\ntwo 3 km", [(0, 0, "> "), (3, 4, "\r\n"), (4, 4, "> "), (9, 10, "\u00a0")])

    assert text == "> one\r\n> two 3\u00a0km"
    assert [text[moved(span).start : moved(span).end] for span in (Span(0, 3), Span(4, 7), Span(8, 12))] == [
        "one",
        "two",
        "3\u00a0km",
    ]


IS = Finding("FC000", "some-rule", "error", "that is so", Span(5, 7), words="is")


def test_a_mark_that_is_exact_passes() -> None:
    text = marked(["that is", "     ^^ FC000 is so"], "here")

    compare([IS], text.marks, text.text)


@pytest.mark.parametrize("line", ["    ^^^ FC000 is", "     ^ FC000 is", "     ^^ FC001 is", "     ^^ FC000 was"])
def test_a_mark_that_is_not_exact_fails(line: str) -> None:
    text = marked(["that is", line], "here")

    with pytest.raises(AssertionError):
        compare([IS], text.marks, text.text)


@pytest.mark.parametrize(
    ("findings", "marks"),
    [([IS], []), ([], [Mark(Span(5, 7), "FC000")]), ([IS, IS], [Mark(Span(5, 7), "FC000")])],
    ids=["one too many", "one too few", "one twice"],
)
def test_the_number_of_findings_is_exact(findings: list[Finding], marks: list[Mark]) -> None:
    with pytest.raises(AssertionError):
        compare(findings, marks, "that is\n")
