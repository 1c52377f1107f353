"""Markdown through pyromark, whose events know the exact range of every run of text."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from checker.prose import Prose, ProseBuilder, Scope
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.source import Source

_BLOCKS = {
    **dict.fromkeys(("Paragraph", "Item", "FootnoteDefinition", "BlockQuote", "List", "Table"), Scope.BODY),
    "Heading": Scope.HEADLINE,
    "TableCell": Scope.CELL,
}
_SILENT = frozenset({"CodeBlock", "MetadataBlock", "HtmlBlock"})
# A code span is no prose, but the words on its two sides are not neighbours.
_HOLE = "\ufffc"


def markdown_prose(source: Source, body: int) -> Prose:
    """Return the prose of a Markdown text from `body` on; code, HTML and metadata are left out."""
    import pyromark

    text = source.text
    place = _places(text)
    # Front matter becomes blank space of as many bytes, so that every range is still one of the whole file.
    blank = "".join(char if char in "\r\n" else " " * len(char.encode()) for char in text[:body])
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES
    builder, silent = ProseBuilder(), 0
    for event, at in pyromark.events_with_range(blank + text[body:], options=options):
        kind, value = _opened(event)
        if kind == "Start":
            silent += value in _SILENT
            if value in _BLOCKS:
                builder.end_block(Scope.BODY)
        elif kind == "End":
            silent -= value in _SILENT
            if value in _BLOCKS:
                builder.end_block(_BLOCKS[value])
        elif not silent and kind in _RUNS:
            builder.run(_RUNS[kind] or value, place(at["start"], at["end"]))
    builder.end_block(Scope.BODY)
    return builder.made()


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
