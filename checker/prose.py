"""The words a reader sees, each knowing where in the source it came from.

The prose of a file is a projection of its source: markup is left out, and look-alike characters are folded one
for one (odd spaces, curly quotes, hyphens, full-width digits), so that the grammar meets one form of each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

from checker.source import Span

# One for one, so that a folded run keeps its offsets. A thin or no-break space becomes U+00A0: it may group digits,
# which an ordinary space may not.
_FOLD = {
    **dict.fromkeys(map(ord, "\u2007\u2008\u2009\u200a\u202f\u205f"), "\u00a0"),
    **dict.fromkeys(map(ord, "\u2002\u2003\u2004\u2005\u2006\u3000\u1680"), " "),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc\uff07\u2032\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201f\uff02\u2033\u00ab\u00bb"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\uff0d\ufe63"), "-"),
    **dict.fromkeys(map(ord, "\u2012\u2212"), "\u2013"),
    **{0xFF01 + i: chr(0x21 + i) for i in range(94) if chr(0x21 + i) not in "'\"-"},
}
# Invisible: soft hyphen, zero-width space and joiners, word joiner, byte-order mark.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]+")


class Scope(Enum):
    """Where prose stands on the page."""

    HEADLINE = "headline"
    BODY = "body"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of prose from `at` on, and the source span it stands for.

    Runs of equal length map character by character; any other run (an entity) maps as a whole.
    """

    at: int
    length: int
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or cell: a range of prose that no sentence leaves."""

    start: int
    end: int
    scope: Scope


@dataclass(frozen=True, slots=True)
class Prose:
    """Folded text and the map back to the source."""

    text: str
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    _ats: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Keep the segment starts for the search."""
        object.__setattr__(self, "_ats", tuple(segment.at for segment in self.segments))

    def span(self, start: int, end: int) -> Span:
        """Return the source span of a non-empty range of prose; across markup it covers the markup."""
        first = self.segments[bisect_right(self._ats, start) - 1]
        last = self.segments[bisect_right(self._ats, end - 1) - 1]
        low, high = first.span.start, last.span.end
        if first.length == first.span.end - first.span.start:
            low += start - first.at
        if last.length == last.span.end - last.span.start:
            high -= last.at + last.length - end
        return Span(low, high)


class ProseBuilder:
    """Collect runs of source text into prose."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._begun = 0

    def run(self, text: str, span: Span) -> None:
        """Add text that stands for a source span, folded; invisible characters are left out."""
        if text.isascii() or len(text) != span.end - span.start:
            self._add(text.translate(_FOLD), span)
            return
        at = 0
        for match in _INVISIBLE.finditer(text):
            self._add(text[at : match.start()].translate(_FOLD), Span(span.start + at, span.start + match.start()))
            at = match.end()
        self._add(text[at:].translate(_FOLD), Span(span.start + at, span.end))

    def gap(self, text: str, at: int) -> None:
        """Add text that stands for nothing in the source, such as the space between two cells."""
        self._add(text, Span(at, at))

    def end_block(self, scope: Scope) -> None:
        """Close the block of all that was added since the last one."""
        if self._length > self._begun:
            self._blocks.append(Block(self._begun, self._length, scope))
        self._begun = self._length

    def made(self) -> Prose:
        """Return the prose."""
        return Prose("".join(self._parts), tuple(self._segments), tuple(self._blocks))

    def _add(self, text: str, span: Span) -> None:
        if text:
            self._segments.append(Segment(self._length, len(text), span))
            self._parts.append(text)
            self._length += len(text)
