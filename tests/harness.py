"""Run a rule's cases file: Markdown, in which carets mark the words that a finding must lie on, exactly.

A case is a `## heading` with fenced blocks under it: `draft` (under a line: carets, code, words of the
message), `fixed` (what the first fix of each makes of it; carets there mark what is left), `source NAME`
and `settings` (lines such as `published: 2024-01-14`; also `name`, `timezone`, `enable`: rules that are off by
default). A draft without carets must stay silent.
"""

from __future__ import annotations

import re
from contextlib import chdir
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from checker.api import check_text
from checker.findings import Edit
from checker.fixing import applicable, edited, mend
from checker.readers.formats import MEDIA_TYPES
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from checker.findings import Finding
    from checker.report import Document, Report

SETTINGS = frozenset({"enable", "name", "published", "timezone"})
_FENCE = re.compile(r"(`{3,})(\w+)(?: +(\S.*))?")
_CARETS = re.compile(r"( *)(\^+)(?: +(\S.*))?")
_CODE = re.compile(r"(FC\d{3})(?: +(\S.*))?")
_TITLE = re.compile(r"# ([a-z-]+) \((FC\d{3})\)")
_BEFORE_UNIT = re.compile(
    r"(?<=\d) (?=km|kilom|m\b|met|mi\b|mile|nautical|nmi|f(?:ee|oo)?t\b|yard|sec|min|hour|mph|kph|knot)"
)


class CaseError(AssertionError):
    """A cases file, or a page, that is not written as it must be."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """The words that a finding must lie on, its code, and words of its message."""

    span: Span
    code: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the marks that stood between its lines."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One draft, what must be found in it, and what its sources say."""

    title: str
    line: int
    draft: Marked
    fixed: Marked | None = None
    sources: tuple[tuple[str, str], ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def content(self) -> tuple[object, ...]:
        """What makes two cases the same."""
        return self.draft.text, self.sources, tuple(sorted(self.settings.items()))


@dataclass(frozen=True, slots=True)
class CasesFile:
    """The cases of one rule."""

    name: str
    code: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A text changed in a way that may change no finding; `edits` is None where it cannot be so changed."""

    name: str
    file: str | None
    edits: Callable[[str], Sequence[tuple[int, int, str]] | None]
    lead: str = ""

    def applies(self, case: Case) -> bool:
        """Whether a case can be so changed: Markdown's marks mean nothing in a page, and a comment would be text."""
        page = (self.file or "").endswith(".html")
        marked = page and (case.settings.get("name", "").endswith(".md") or "<!--" in case.draft.text)
        return not marked and self.edits(case.draft.text) is not None


def read_cases(path: Path) -> CasesFile:
    """Read a cases file; CaseError where it is not well-formed."""
    lines = path.read_text(encoding="utf-8").split("\n")
    title = _TITLE.fullmatch(lines[0])
    if title is None:
        message = f"{path.name}:1: the title must be `# rule-name (FC000)`"
        raise CaseError(message)
    found: list[tuple[str, int, dict[str, list[tuple[str, list[str]]]]]] = []
    at = 1
    while at < len(lines):
        line = lines[at]
        if line.startswith("## "):
            found.append((line[3:].strip(), at + 1, {}))
        fence = _FENCE.fullmatch(line)
        if fence is not None:
            body, at = _fenced(lines, at, fence[1], path)
            if not found:
                message = f"{path.name}:{at}: a block before the first heading"
                raise CaseError(message)
            found[-1][2].setdefault(fence[2], []).append((fence[3] or "", body))
        at += 1
    return CasesFile(title[1], title[2], tuple(_case(path.name, *each) for each in found))


def _fenced(lines: list[str], at: int, fence: str, path: Path) -> tuple[list[str], int]:
    """Return the lines of a block and the number of its closing line."""
    if fence not in lines[at + 1 :]:
        message = f"{path.name}:{at + 1}: the block has no end"
        raise CaseError(message)
    end = lines.index(fence, at + 1)
    return lines[at + 1 : end], end


def _case(file: str, title: str, line: int, blocks: dict[str, list[tuple[str, list[str]]]]) -> Case:
    where = f"{file}:{line}"
    unknown = blocks.keys() - {"draft", "fixed", "source", "settings"}
    if unknown or any(len(blocks.get(kind, ())) > 1 for kind in ("draft", "fixed", "settings")):
        message = f"{where}: a case has one draft, and at most one fixed and settings; not {sorted(unknown)}"
        raise CaseError(message)
    if "draft" not in blocks:
        message = f"{where}: a case needs a draft"
        raise CaseError(message)
    pairs = [line.partition(": ") for _, body in blocks.get("settings", ()) for line in body]
    settings = {key: value for key, _, value in pairs}
    if settings.keys() - SETTINGS:
        message = f"{where}: unknown settings {sorted(settings.keys() - SETTINGS)}"
        raise CaseError(message)
    return Case(
        title=title,
        line=line,
        draft=marked(blocks["draft"][0][1], where),
        fixed=marked(blocks["fixed"][0][1], where) if "fixed" in blocks else None,
        sources=tuple((name, "\n".join(body) + "\n") for name, body in blocks.get("source", ())),
        settings=settings,
    )


def marked(lines: Iterable[str], where: str, code: str | None = None) -> Marked:
    """Take the caret lines out of a text; `code` is that of all marks, where they do not give their own."""
    text, marks, last = "", [], 0
    for line in lines:
        carets = _CARETS.fullmatch(line)
        if carets is None:
            last = len(text)
            text += line + "\n"
            continue
        said = None if code else _CODE.fullmatch(carets[3] or "")
        start, end = last + len(carets[1]), last + len(carets[1]) + len(carets[2])
        if (code is None and said is None) or end >= len(text):
            message = f"{where}: carets need a code, and words above them: {line.strip()}"
            raise CaseError(message)
        marks.append(Mark(Span(start, end), code or said[1], (carets[3] if code else said[2]) or ""))  # type: ignore[index]
    return Marked(text, tuple(marks))


def changed(text: str, edits: Sequence[tuple[int, int, str]]) -> tuple[str, Callable[[Span], Span]]:
    """Make edits (start, end, new text); return the text, and what finds an old span in it."""
    made = edited(text, [Edit(Span(start, end), new) for start, end, new in edits])
    starts, at, length = [0] * len(text), 0, 0
    for start, end, new in (*sorted(edits), (len(text), len(text), "")):
        for index in range(at, start):
            starts[index] = length + index - at
        length += start - at
        for index in range(start, end):
            starts[index] = length + max(0, len(new) - (end - index))
        length += len(new)
        at = end

    def moved(span: Span) -> Span:
        return Span(starts[span.start], starts[span.end - 1] + 1)

    return made, moved


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(r"\n(?!\Z)", text))]


def _front(text: str) -> list[tuple[int, int, str]] | None:
    return None if text.startswith("---\n") else [(0, 0, "---\ntitle: A launch\n---\n\n")]


def _quote(text: str) -> list[tuple[int, int, str]] | None:
    return None if text.startswith("---\n") else [(at, at, "> ") for at in _line_starts(text)]


def _item(text: str) -> list[tuple[int, int, str]] | None:
    if text.startswith("---\n"):
        return None
    return [(at, at, "  " if at else "- ") for at in _line_starts(text)]


def _emoji(text: str) -> list[tuple[int, int, str]] | None:
    return None if text.startswith("---\n") else [(0, 0, "\U0001f680\U0001f1f0\U0001f1f7 ")]


def _no_break(text: str) -> list[tuple[int, int, str]] | None:
    return [(match.start(), match.end(), "\u00a0") for match in _BEFORE_UNIT.finditer(text)] or None


def _html(text: str) -> list[tuple[int, int, str]]:
    """Make a paragraph of each that blank lines part; front matter stays before the page."""
    front = re.match(r"---\n.*?^---\n", text, re.DOTALL | re.MULTILINE)
    begin = front.end() if front else 0
    edits = [(begin, begin, "<p>"), (len(text), len(text), "</p>\n")]
    edits += [(m.start(), m.end(), "</p>\n\n<p>") for m in re.finditer(r"\n[ \n]*\n(?=.)", text) if m.start() > begin]
    signs = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    return edits + [(m.start(), m.end(), signs[m[0]]) for m in re.finditer("[&<>]", text) if m.start() >= begin]


def _web_page(text: str) -> list[tuple[int, int, str]] | None:
    """Put the paragraphs into a whole page, with menus around them, and break lines and write signs as pages do."""
    if text.startswith("---\n"):
        return None
    edits = [each for each in _html(text) if each[0] not in {0, len(text)}]
    edits += [(m.start(), m.end(), "\n      ") for m in re.finditer(r"(?<=[a-z]) (?=the |and |of )", text)]
    return [(0, 0, _PAGE), *edits, (len(text), len(text), "</p></article><footer>© 2016</footer></body></html>\n")]


def _entities(text: str) -> list[tuple[int, int, str]] | None:
    spaces = [(match.start(), match.end(), "&nbsp;") for match in _BEFORE_UNIT.finditer(text)]
    return [*_html(text), *spaces] if spaces else None


_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><style>p > a { width: 500px }</style></head>
<body><nav><a href="/">All the news of 900 km around</a></nav><script>if (5 < 6) "</p>"</script>
<article><p>"""
VARIANTS = (
    Variant("as written", None, lambda _: []),
    Variant("Markdown", "draft.md", lambda _: []),
    Variant("HTML", "draft.html", _html),
    Variant("web page", "draft.html", _web_page),
    Variant("entities", "draft.html", _entities),
    Variant("CRLF", None, lambda text: [(m.start(), m.end(), "\r\n") for m in re.finditer("\n", text)]),
    Variant("byte-order mark", None, lambda _: [], lead="\ufeff"),
    Variant("front matter", None, _front),
    Variant("block quote", "draft.md", _quote),
    Variant("list item", "draft.md", _item),
    Variant("emoji", None, _emoji),
    Variant("no-break spaces", None, _no_break),
)


def run(text: str, case: Case, file: str | None = None) -> Report:
    """Check a text as the case says, in a folder of its own that holds the sources."""
    name = file or case.settings.get("name", "draft.txt")
    with TemporaryDirectory() as folder, chdir(folder):
        for source, words in case.sources:
            Path(source).write_text(words, encoding="utf-8")
        enabled = case.settings.get("enable", "").split()
        Path("factcheck.toml").write_text(f"enable = {enabled}\n", encoding="utf-8")
        return check_text(
            text,
            name=name,
            published=case.settings.get("published"),
            timezone=case.settings.get("timezone"),
            media_type=MEDIA_TYPES[Path(name).suffix],
            sources=[source for source, _ in case.sources],
            settings="factcheck.toml" if enabled else None,
        )


def verify(case: Case, variant: Variant) -> bool:
    """Hold a case to its marks, and its fix to its fixed text; False where the variant does not apply."""
    edits = variant.edits(case.draft.text)
    if edits is None or not variant.applies(case):
        return False
    text, moved = changed(case.draft.text, edits)
    report = run(variant.lead + text, case, variant.file)
    compare(report.findings, [Mark(moved(each.span), each.code, each.words) for each in case.draft.marks], text)
    if case.fixed is None:
        promised = [finding.fixes[0].description for finding in report.findings if applies(finding)]
        _same(promised, [], "a case with a fix needs a fixed block")
        return True

    def again(words: str) -> Document:
        return run(variant.lead + words, case, variant.file).documents[0]

    mended = mend(report.documents[0], again, unsafe=True)
    made = mended.after.source.text
    wanted, moved = changed(case.fixed.text, variant.edits(case.fixed.text) or ())
    _same(made, wanted, "what the fix makes of it")
    _same(mended.settled, True, "whether the fixes come to an end")  # noqa: FBT003
    compare(mended.after.findings, [Mark(moved(each.span), each.code, each.words) for each in case.fixed.marks], made)
    return True


def applies(finding: Finding) -> bool:
    """Whether a program may apply the first fix of a finding."""
    return applicable(finding, unsafe=True) is not None


def compare(findings: Sequence[Finding], marks: Sequence[Mark], text: str) -> None:
    """Assert that the findings are exactly those marked, on exactly those words."""
    got = sorted((each.span, each.code, text[each.span.start : each.span.end]) for each in findings)
    wanted = sorted((each.span, each.code, text[each.span.start : each.span.end]) for each in marks)
    _same(got, wanted, "the findings and their words")
    order = sorted(findings, key=lambda each: (each.span, each.code))
    for finding, mark in zip(order, sorted(marks), strict=True):
        _same(finding.words, text[mark.span.start : mark.span.end], "the words of the finding")
        if mark.words not in finding.message:
            _same(finding.message, mark.words, "the message")


def _same(got: object, wanted: object, what: str) -> None:
    if got != wanted:
        message = f"{what}:\n  got    {got!r}\n  wanted {wanted!r}"
        raise AssertionError(message)
