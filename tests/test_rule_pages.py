"""The page of every rule: its headings, its card, and that its examples behave as it says.

On a page an example is one line, with carets and words of the message under it where it is flagged. A line
`[South Korea JCS] ...` is a statement, a source of the examples that follow it up to the next blank line; after a
comma stands when it was published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

import pytest

from checker.findings import SEVERITIES
from checker.rulebook import Entry, Sketch, book, load_rules, rule_files
from checker.testing import Case, Marked, applies, compare, marked, run

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADINGS = ["What it checks", "Why it matters", "Flagged", "Not flagged", "Fix"]
PUBLISHED = "2024-01-15"
_STATEMENT = re.compile(r"\[([^\],]+)(?:, ([^\]]+))?\] (\S.*)")
_CARETS = re.compile(r" *\^+(?: .*)?")
LOADED = load_rules()


@pytest.mark.parametrize("code", LOADED)
def test_the_text_of_a_rule_says_what_its_card_says(code: str) -> None:
    card, sketch = LOADED[code].card, book()[code]
    types = get_args(card.looks_at) or (card.looks_at,)
    assert isinstance(sketch, Entry)
    assert sketch.sketch == Sketch(
        frozenset(getattr(each, "__name__", "") for each in types), card.default, card.measure is not None
    )
    assert (sketch.code, sketch.name) == (card.code, card.name)


@dataclass(frozen=True, slots=True)
class Example:
    """A line of a page, where the rule must lie on it, and the statements that go with it."""

    code: str
    line: Marked
    sources: tuple[tuple[str, str], ...]

    @property
    def case(self) -> Case:
        """The example as a case."""
        settings = {"published": PUBLISHED} | ({} if LOADED[self.code].card.default else {"enable": self.code})
        return Case(self.line.text, 0, self.line, None, self.sources, settings)


def _sections(page: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)\n", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], (part.strip("\n") for part in parts[2::2]), strict=True))


def _examples(code: str, section: str) -> Iterator[Example]:
    for block in section.split("\n\n"):
        sources: list[tuple[str, str]] = []
        lines = block.split("\n")
        for at, line in enumerate(lines):
            statement = _STATEMENT.fullmatch(line)
            if statement:
                dated = f"published: {statement[2]}\n" if statement[2] else ""
                text = f"---\nsource: {statement[1]}\n{dated}---\n\n{statement[3]}\n"
                sources.append((f"statement-{len(sources) + 1}.md", text))
            elif not _CARETS.fullmatch(line):
                after = next((i for i in range(at + 1, len(lines)) if not _CARETS.fullmatch(lines[i])), len(lines))
                asked = [] if LOADED[code].card.default else ["---", f"factcheck: {{select: [{code}]}}", "---"]
                yield Example(code, marked([*asked, *lines[at:after]], f"the page of {code}", code), tuple(sources))


FLAGGED = [each for code, rule in LOADED.items() for each in _examples(code, _sections(rule.page).get("Flagged", ""))]
SILENT = [
    each for code, rule in LOADED.items() for each in _examples(code, _sections(rule.page).get("Not flagged", ""))
]


def _name(example: Example) -> str:
    return f"{example.code}: {example.line.text.strip()}"


@pytest.mark.parametrize("code", LOADED)
def test_a_page_has_its_headings_in_order_and_words_under_each(code: str) -> None:
    page = LOADED[code].page
    sections = _sections(page)

    assert re.findall(r"^#+ (.+)$", page, flags=re.MULTILINE) == HEADINGS
    assert all(sections.values())
    assert re.fullmatch(r"\S.*\.", page.split("\n\n", 1)[0])


@pytest.mark.parametrize("code", LOADED)
def test_a_page_has_examples_of_both(code: str) -> None:
    assert [each for each in FLAGGED if each.code == code]
    assert all(each.line.marks for each in FLAGGED if each.code == code)
    assert [each for each in SILENT if each.code == code]
    assert not any(each.line.marks for each in SILENT if each.code == code)


@pytest.mark.parametrize("code", LOADED)
def test_a_card_says_what_its_file_is_called(code: str) -> None:
    card = LOADED[code].card

    assert card.code == code
    assert rule_files()[code].stem == f"{code.lower()}_{card.name.replace('-', '_')}"
    assert card.severity in SEVERITIES
    assert re.fullmatch(r"\d+\.\d+", card.since)
    assert set(card.refines) <= set(LOADED)


@pytest.mark.parametrize("code", LOADED)
def test_a_page_that_promises_no_fix_has_none_and_one_that_suggests_one_has_it(code: str) -> None:
    promised = not _sections(LOADED[code].page)["Fix"].startswith("None")
    found = [finding for each in FLAGGED if each.code == code for finding in run(each.line.text, each.case).findings]

    assert any(applies(finding) for finding in found if finding.code == code) is promised


@pytest.mark.parametrize("example", FLAGGED, ids=_name)
def test_a_flagged_example_is_flagged_and_nothing_else_is(example: Example) -> None:
    compare(run(example.line.text, example.case).findings, example.line.marks, example.line.text)


@pytest.mark.parametrize("example", SILENT, ids=_name)
def test_an_example_that_is_not_flagged_is_not(example: Example) -> None:
    report = run(example.line.text, example.case)

    assert [finding for finding in report.findings if finding.code == example.code] == []
