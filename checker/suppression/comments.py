"""Comments that begin with `factcheck:`, as HTML writes them and as Markdown hides them.

<!-- factcheck: ignore[FC101, pair-coarse] the reason -->    its line or, alone on a line, the next block
<!-- factcheck: off[FC301] the reason --> ... <!-- factcheck: on[FC301] -->    all between
[//]: # (factcheck: ignore[FC101] the reason)    the same in Markdown, and not in the published page

In plain text the first form holds too; it is then no part of the prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from checker.source import Span
from checker.suppression.values import Directive, Named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.readers import Draft
    from checker.source import Source

_SIGN = "factcheck:"
_OPEN = re.compile(r"<!--[ \t\r\n]*+factcheck:")
_CLOSE = "-->"
_HIDDEN = re.compile(
    r"(?:\A|(?<=[\r\n]))[ \t>]*+(\[//\]:[ \t]*+#[ \t]*+[(\"'])factcheck:([^\r\n]*)[)\"'][ \t]*+(?=[\r\n]|\Z)"
)
_WORDS = re.compile(r"\s*+([^\s\[]*+)\s*+(?:\[([^\]]*+)\])?+\s*+")
_RAW = re.compile(r"<(script|style|template|textarea|title)\b", re.IGNORECASE)
_CLOSED = re.compile(r"(?:\s++|</[^>]*+>)*+")
_NAME = re.compile(r"[^\s,]++")
# What may stand before a comment that is alone on its line: block quotes and list items are layout.
_LAYOUT = re.compile(r"[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?+[ \t>]*+")


def directives(draft: Draft) -> tuple[Directive, ...]:
    """Return the comments to us in the body of a draft, in order; those in its code are no comments."""
    text = draft.source.text
    if text.find(_SIGN, draft.body) < 0:
        return ()
    places = sorted(_places(draft))
    if draft.media_type == "text/markdown" and places:
        from checker.readers.markdown import code_spans

        code = code_spans(draft.source, draft.body)
        places = [place for place in places if not any(each.overlaps(place[0]) for each in code)]
    if draft.media_type == "text/html":
        raw = list(_raw(text, draft.body))
        places = [place for place in places if not any(each.overlaps(place[0]) for each in raw)]
    own = [_line_of(draft.source, span) for span, _ in places]
    alone = [line for line in own if line is not None]
    return tuple(_directive(draft, span, words, line, alone) for (span, words), line in zip(places, own, strict=True))


def _raw(text: str, at: int) -> Iterator[Span]:
    """Yield the elements of a page in which nothing is a comment."""
    while opened := _RAW.search(text, at):
        closed = re.compile(rf"</{opened[1]}", re.IGNORECASE).search(text, opened.end())
        at = closed.start() if closed else len(text)
        yield Span(opened.start(), at)


def _places(draft: Draft) -> Iterator[tuple[Span, Span]]:
    """Yield the span of each comment, and of what it says behind `factcheck:`."""
    text = draft.source.text
    at = draft.body
    while opened := _OPEN.search(text, at):
        closed = text.find(_CLOSE, opened.end())
        if closed < 0:
            break
        at = closed + len(_CLOSE)
        yield Span(opened.start(), at), Span(opened.end(), closed)
    if draft.media_type == "text/markdown":
        for hidden in _HIDDEN.finditer(text, draft.body):
            yield Span(hidden.start(1), len(hidden[0].rstrip()) + hidden.start()), Span(*hidden.span(2))


def _directive(draft: Draft, span: Span, words: Span, line: Span | None, alone: Sequence[Span]) -> Directive:
    text = draft.source.text
    said = _WORDS.match(text, words.start, words.end)
    assert said is not None  # noqa: S101 -- each of its parts may be empty
    rules = (
        ()
        if said[2] is None
        else tuple(Named(name[0], Span(*name.span())) for name in _NAME.finditer(text, *said.span(2)))
    )
    reason = " ".join(text[said.end() : words.end].split()) or None
    before = len(text[: span.start].rstrip(" \t"))
    place = Span(before, span.end) if line is None else line
    if said[1] == "off":
        reach = Span(span.end, len(text))
    elif line is not None:
        reach = _next_block(draft, line.end, alone)
    else:
        reach = _same_line(draft, span)
    return Directive(span, said[1], Span(*said.span(1)), rules, reason, place, reach)


def _line_of(source: Source, span: Span) -> Span | None:
    """Return the whole lines of a comment with their end, if nothing else stands on them."""
    first, last = (source.position(at).line for at in (span.start, span.end))
    line, end = source.lines.line_span(first), source.lines.line_span(last)
    before = _LAYOUT.match(source.text, line.start, span.start)
    if before is None or before.end() != span.start or source.text[span.end : end.end].strip():
        return None
    starts = source.lines.starts
    return Span(line.start, starts[last] if last < len(starts) else len(source.text))


def _same_line(draft: Draft, span: Span) -> Span:
    """Return the line of a comment; where lines say nothing, as in HTML, the block that it stands in or behind."""
    line = draft.source.lines.line_span(draft.source.position(span.start).line)
    if draft.media_type != "text/html":
        return line
    blocks = _blocks(draft)
    at = bisect_right([block.start for block in blocks], span.start) - 1
    if at >= 0 and blocks[at].end > line.start:
        text = draft.source.text
        between = text[blocks[at].end : span.start]
        if "<" not in between or (_CLOSED.fullmatch(between) and not text[span.end : line.end].strip()):
            return blocks[at]
    return _first_after(blocks, span.end, line)


def _next_block(draft: Draft, start: int, alone: Sequence[Span]) -> Span:
    """Return the lines from an offset up to the next blank one, less blank ones and other comments before them."""
    if draft.media_type == "text/html":
        return _first_after(_blocks(draft), start, Span(start, start))
    lines, text = draft.source.lines, draft.source.text
    skipped = {span.start for span in alone}
    number = draft.source.position(start).line
    first = None
    for at in range(number, len(lines.starts) + 1):
        line = lines.line_span(at)
        blank = not text[line.start : line.end].strip(" \t>")
        if first is None and not blank and line.start not in skipped and line.start >= start:
            first = line
        if first is not None and blank:
            return Span(first.start, line.start)
    return Span(first.start if first else len(text), len(text))


def _blocks(draft: Draft) -> list[Span]:
    prose = draft.prose
    return [prose.span(block.start, block.end) for block in prose.blocks]


def _first_after(blocks: Sequence[Span], at: int, default: Span) -> Span:
    return next((block for block in blocks if block.start >= at), default)
