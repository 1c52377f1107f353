"""Markdown through pyromark, whose events know the exact range of every run of text."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from checker.prose import Prose, ProseBuilder, Scope
from checker.readers.limits import LIMITS
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.readers.embedded import Embedded
    from checker.readers.limits import Limits
    from checker.source import Source

_BLOCKS = {
    **dict.fromkeys(("Paragraph", "Item", "FootnoteDefinition", "BlockQuote", "List", "Table"), Scope.BODY),
    "Heading": Scope.HEADLINE,
    "TableCell": Scope.CELL,
}
_SILENT = frozenset({"CodeBlock", "MetadataBlock", "Strikethrough"})
# They hold no other block: they make nothing deeper.
_LEAVES = frozenset({"Paragraph", "Heading", "TableCell", "TableHead", "TableRow", "HtmlBlock", "CodeBlock"})
# A code span is no prose, but the words on its two sides are not neighbours.
_HOLE = "\ufffc"
_RETURN = re.compile(r"\r(?!\n)")


def markdown_prose(source: Source, body: int, limits: Limits = LIMITS) -> Prose:
    """Return the prose of a Markdown text from `body` on; code, metadata and struck-out words are left out.

    Of HTML in it the words are read that a page would show. InputError for more marks than the limits allow, or deeper.
    """
    events = list(_events(source.text, body))
    reader = _Reader(source, limits, _gaps(events))
    for number, (kind, value, span) in enumerate(events):
        limits.hold_marks(number, source.name)
        reader.take(kind, value, span)
    reader.end_block(Scope.BODY)
    return reader.builder.made()


def code_spans(source: Source, body: int) -> list[Span]:
    """Return the spans of code, blocks and words, from `body` on."""
    return [
        span
        for kind, value, span in _events(source.text, body)
        if kind == "Code" or (kind == "Start" and value == "CodeBlock")
    ]


def _events(text: str, body: int) -> Iterator[tuple[str, str, Span]]:
    """Yield kind, tag or text, and span of each event from `body` on."""
    import pyromark

    place = _places(text)
    # Front matter becomes blank space of as many bytes, so that every range is still one of the whole file.
    blank = "".join(char if char in "\r\n" else " " * len(char.encode()) for char in text[:body])
    known = pyromark.Options
    options = known.ENABLE_TABLES | known.ENABLE_FOOTNOTES | known.ENABLE_STRIKETHROUGH
    # Not every construct of pulldown-cmark knows that a return alone ends a line.
    body_text = _RETURN.sub("\n", text[body:])
    for event, at in pyromark.events_with_range(blank + body_text, options=options):
        yield (*_opened(event), place(at["start"], at["end"]))


def _gaps(events: Sequence[tuple[str, str, Span]]) -> list[Span]:
    """Return what stands between two lines of one block of HTML: marks of the block quote or list that it is in."""
    return [
        Span(above.end, below.start)
        for (first, _, above), (second, _, below) in pairwise(events)
        if first == second == "Html" and above.end < below.start
    ]


class _Reader:
    """Take the events of a Markdown text one by one."""

    def __init__(self, source: Source, limits: Limits, gaps: Sequence[Span]) -> None:
        self.builder = ProseBuilder()
        self._source = source
        self._limits = limits
        self._gaps = gaps
        self._silent = 0
        self._deep = 0
        self._frames: list[int] = []
        self._html: list[Span] = []
        self._page: Embedded | None = None

    def take(self, kind: str, value: str, span: Span) -> None:
        if kind == "Start":
            self._start(value, span)
        elif kind == "End":
            self._end(value, span)
        elif kind == "Html":
            self._html.append(span)
        elif kind == "InlineHtml" and not self._silent:
            self._opened_page().inline(span)
        elif kind in _BARE:
            self.builder.frame(span)
        elif kind in _RUNS:
            self._run(_RUNS[kind] or value, span)

    def end_block(self, scope: Scope) -> None:
        if self._page is None:
            self.builder.end_block(scope)
        else:
            self._page.end_part(scope)

    def _run(self, words: str, span: Span) -> None:
        if self._silent:
            return
        if self._page is None:
            self.builder.run(words, span)
        else:
            self._page.run(words, span)

    def _opened_page(self) -> Embedded:
        """Return the reader of HTML; most texts have none, and need not wait for it."""
        if self._page is None:
            from checker.readers.embedded import Embedded

            self._page = Embedded(self._source, self._limits, self.builder, self._gaps)
        return self._page

    def _start(self, value: str, span: Span) -> None:
        self._deep += value not in _LEAVES
        self._limits.hold_nesting(self._deep, self._source.name)
        if value in _BLOCKS:
            self.end_block(Scope.BODY)
        elif value in _FRAMES:
            self._frames.append(self.builder.runs)
        elif value == "Strikethrough" and not self._is_struck(span):
            self._run("~", Span(span.start, span.start + 1))
        elif value in _SILENT:
            self._silent += 1
            self.builder.frame(span)

    def _end(self, value: str, span: Span) -> None:
        self._deep -= value not in _LEAVES
        if value in _BLOCKS:
            self.end_block(_BLOCKS[value])
        elif value in _FRAMES:
            self.builder.frame(span, self._frames.pop(), light=_FRAMES[value])
        elif value == "Strikethrough" and not self._is_struck(span):
            self._run("~", Span(span.end - 1, span.end))
        elif value in _SILENT:
            self._silent -= 1
        elif value == "HtmlBlock" and self._html:
            self._opened_page().block(self._html)
            self._html = []

    def _is_struck(self, span: Span) -> bool:
        """Whether words stand between double tildes: after a single one, most writers mean "about" or "to"."""
        return self._source.text.startswith("~~", span.start)


# Markup around words, and whether it may go with them; and markup that stands by itself.
_FRAMES = {"Emphasis": True, "Strong": True, "Link": False, "Image": False}
_BARE = frozenset({"InlineHtml", "FootnoteReference"})
_RUNS = {"Text": "", "SoftBreak": " ", "HardBreak": " ", "Code": _HOLE}


def _opened(event: Any) -> tuple[str, str]:
    """Split an event into its kind and its tag or text: a tag with attributes is a dict of one key."""
    if isinstance(event, str):
        return event, ""
    ((kind, value),) = event.items()
    return kind, value if isinstance(value, str) else next(iter(value), "") if isinstance(value, dict) else ""


def _places(text: str) -> Callable[[int, int], Span]:
    """Return the map from a range of UTF-8 bytes to a span of code points."""
    if text.isascii():
        return Span
    starts = [0, *accumulate(len(char.encode()) for char in text)]
    return lambda start, end: Span(bisect_left(starts, start), bisect_left(starts, end))
