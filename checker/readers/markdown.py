"""Markdown through pyromark, whose events know the exact range of every run of text."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from checker.prose import Prose, ProseBuilder, Scope
from checker.readers.limits import LIMITS
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.readers.limits import Limits
    from checker.source import Source

_BLOCKS = {
    **dict.fromkeys(("Paragraph", "Item", "FootnoteDefinition", "BlockQuote", "List", "Table"), Scope.BODY),
    "Heading": Scope.HEADLINE,
    "TableCell": Scope.CELL,
}
_SILENT = frozenset({"CodeBlock", "MetadataBlock", "HtmlBlock", "Strikethrough"})
# A code span is no prose, but the words on its two sides are not neighbours.
_HOLE = "\ufffc"


def markdown_prose(source: Source, body: int, limits: Limits = LIMITS) -> Prose:
    """Return the prose of a Markdown text from `body` on; code, HTML, metadata and struck-out words are left out.

    InputError for more marks than the limits allow.
    """
    reader = _Reader(source.text)
    for number, (kind, value, span) in enumerate(_events(source.text, body)):
        limits.hold_marks(number, source.name)
        reader.take(kind, value, span)
    reader.builder.end_block(Scope.BODY)
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
    for event, at in pyromark.events_with_range(blank + text[body:], options=options):
        yield (*_opened(event), place(at["start"], at["end"]))


class _Reader:
    """Take the events of a Markdown text one by one."""

    def __init__(self, text: str) -> None:
        self.builder = ProseBuilder()
        self._text = text
        self._silent = 0
        self._frames: list[int] = []

    def take(self, kind: str, value: str, span: Span) -> None:
        if kind == "Start":
            self._start(value, span)
        elif kind == "End":
            self._end(value, span)
        elif kind in _BARE:
            self.builder.frame(span)
        elif not self._silent and kind in _RUNS:
            self.builder.run(_RUNS[kind] or value, span)

    def _start(self, value: str, span: Span) -> None:
        if value in _BLOCKS:
            self.builder.end_block(Scope.BODY)
        elif value in _FRAMES:
            self._frames.append(self.builder.runs)
        elif value == "Strikethrough" and not self._is_struck(span):
            self._tilde(span.start)
        elif value in _SILENT:
            self._silent += 1
            self.builder.frame(span)

    def _end(self, value: str, span: Span) -> None:
        if value in _BLOCKS:
            self.builder.end_block(_BLOCKS[value])
        elif value in _FRAMES:
            self.builder.frame(span, self._frames.pop(), light=_FRAMES[value])
        elif value == "Strikethrough" and not self._is_struck(span):
            self._tilde(span.end - 1)
        elif value in _SILENT:
            self._silent -= 1

    def _is_struck(self, span: Span) -> bool:
        """Whether words stand between double tildes: after a single one, most writers mean "about" or "to"."""
        return self._text.startswith("~~", span.start)

    def _tilde(self, at: int) -> None:
        if not self._silent:
            self.builder.run("~", Span(at, at + 1))


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
