"""Layouts in which a text says the same: other line ends, a quotation block, a web page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.findings import Edit
from checker.fixing import edited
from checker.frozen import dataclass
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.testing.cases import Case

_MARKS = re.compile(r"\A---\n|[<>\[\]*_`|\\~#]|^(?: {4}|[-+] )", re.MULTILINE)
_BEFORE_UNIT = re.compile(
    r"(?<=\d) (?=km|kilom|m\b|met|mi\b|mile|nautical|nmi|f(?:ee|oo)?t\b|yard|sec|min|hour|mph|kph|knot)"
)


@dataclass(frozen=True, slots=True)
class Variant:
    """A text changed in a way that may change no finding; `edits` is None where it cannot be so changed.

    `mends` is false where the words of a fix would lose the markup that stood in them.
    """

    name: str
    file: str | None
    edits: Callable[[str], Sequence[tuple[int, int, str]] | None]
    lead: str = ""
    mends: bool = True

    def applies(self, case: Case) -> bool:
        """Whether a case can be so changed: Markdown's marks mean nothing in a page, and a comment would be text."""
        page = (self.file or "").endswith(".html")
        marked = page and (case.settings.get("name", "").endswith(".md") or "<!--" in case.draft.text)
        return not marked and self.edits(case.draft.text) is not None


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
    edits += [
        (m.start(), m.end(), "</p>\n\n<p>")
        for m in re.finditer(r"\n(?<!\n\n)(?:[ \n]*+(?<=\n))(?=[^\s])", text)
        if m.start() > begin
    ]
    signs = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    return edits + [(m.start(), m.end(), signs[m[0]]) for m in re.finditer("[&<>]", text) if m.start() >= begin]


def _web_page(text: str) -> list[tuple[int, int, str]] | None:
    """Put the paragraphs into a whole page, with menus around them, and break lines and write signs as pages do."""
    if text.startswith("---\n"):
        return None
    edits = [each for each in _html(text) if each[0] not in {0, len(text)}]
    edits += [(m.start(), m.end(), "\n      ") for m in re.finditer(r"(?<=[a-z)]) (?=the |and |of )", text)]
    return [(0, 0, _PAGE), *edits, (len(text), len(text), "</p></article><footer>© 2016</footer></body></html>\n")]


def _entities(text: str) -> list[tuple[int, int, str]] | None:
    spaces = [(match.start(), match.end(), "&nbsp;") for match in _BEFORE_UNIT.finditer(text)]
    return [*_html(text), *spaces] if spaces else None


def _is_plain(text: str) -> bool:
    """Whether a text has nothing in it that means something to Markdown, so that marks may be set around its words."""
    return not _MARKS.search(text)


def _in_numbers(before: str, after: str) -> Callable[[str], list[tuple[int, int, str]] | None]:
    """Set marks around a digit inside of each number: the figure is the same, and its words reach over them."""

    def edits(text: str) -> list[tuple[int, int, str]] | None:
        if not _is_plain(text):
            return None
        digits = [match.start() for match in re.finditer(r"(?<=(?<!\d)\d)\d(?=\d)", text)]
        marks = [(at, at, before) for at in digits] + [(at + 1, at + 1, after) for at in digits]
        pages = _html(text) if before.startswith("<") else []
        return [*pages, *marks] if marks else None

    return edits


def _linked(text: str) -> list[tuple[int, int, str]] | None:
    """Make a link of each line."""
    if not _is_plain(text):
        return None
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    link = "](https://example.org/1,500-km-900-miles)"
    return [edit for start, end in lines for edit in ((start, start, "["), (end, end, link))]


def _tabled(text: str) -> list[tuple[int, int, str]] | None:
    """Make a table of each line, with the line in a cell."""
    if not _is_plain(text):
        return None
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    head = "|  |  |\n| --- | --- |\n| "
    return [edit for start, end in lines for edit in ((start, start, head), (end, end, " | \U0001f680 |\n"))]


def _noted(text: str) -> list[tuple[int, int, str]] | None:
    """Set the number of a footnote behind each paragraph, and the footnotes at the end."""
    if not _is_plain(text):
        return None
    ends = [match.start() for match in re.finditer(r"(?<=\.)(?=\n(?:\n|\Z))", text)]
    notes = "".join(f"\n[^{number}]: As told to us.\n" for number, _ in enumerate(ends, 12))
    refs = [(at, at, f"[^{number}]") for number, at in enumerate(ends, 12)]
    return [*refs, (len(text), len(text), notes)] if ends else None


def _markdown_entities(text: str) -> list[tuple[int, int, str]] | None:
    spaces = [(match.start(), match.end(), "&#160;") for match in _BEFORE_UNIT.finditer(text)]
    return spaces if spaces and _is_plain(text) else None


def _html_in_markdown(text: str) -> list[tuple[int, int, str]] | None:
    return _html(text) if _is_plain(text) else None


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
    Variant("CR", "draft.md", lambda text: [(m.start(), m.end(), "\r") for m in re.finditer("\n", text)]),
    Variant("byte-order mark", None, lambda _: [], lead="\ufeff"),
    Variant("front matter", None, _front),
    Variant("block quote", "draft.md", _quote),
    Variant("list item", "draft.md", _item),
    Variant("emoji", None, _emoji),
    Variant("no-break spaces", None, _no_break),
    Variant("emphasis in numbers", "draft.md", _in_numbers("**", "**"), mends=False),
    Variant("tags in numbers", "draft.html", _in_numbers("<em>", "</em>"), mends=False),
    Variant("links", "draft.md", _linked),
    Variant("tables", "draft.md", _tabled),
    Variant("footnotes", "draft.md", _noted),
    Variant("entities in Markdown", "draft.md", _markdown_entities),
    Variant("HTML in Markdown", "draft.md", _html_in_markdown),
)
