"""Read a rule's cases file: Markdown, in which carets mark the words that a finding must lie on, exactly.

A case is a `## heading` with fenced blocks under it: `draft` (under a line: carets, code, words of the
message), `fixed` (what the first fix of each makes of it; carets there mark what is left), `source NAME`
and `settings` (lines such as `published: 2024-01-14`; also `name`, `timezone`, `enable`: rules that are off by
default). A draft without carets must stay silent.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

SETTINGS = frozenset({"enable", "name", "published", "timezone"})
_FENCE = re.compile(r"(`{3,})(\w+)(?: +(\S.*))?")
_CARETS = re.compile(r"( *)(\^+)(?: +(\S.*))?")
_CODE = re.compile(r"(FC\d{3})(?: +(\S.*))?")
_TITLE = re.compile(r"# ([a-z-]+) \((FC\d{3})\)")


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
    """One draft, what must be found in it, and what its sources say; `rule_folders` are those of a desk."""

    title: str
    line: int
    draft: Marked
    fixed: Marked | None = None
    sources: tuple[tuple[str, str], ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    rule_folders: tuple[str, ...] = ()

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
