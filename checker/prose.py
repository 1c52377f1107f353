"""The words a reader sees, each knowing where in the source it came from.

The prose of a file is a projection of its source: markup is left out, and look-alike characters are folded one
for one (odd spaces, curly quotes, hyphens, full-width digits), so that the grammar meets one form of each.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import field
from enum import Enum
from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BOTH = 2  # the two ends of markup

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
# Units in one character; each stands for several letters, so none keeps the offsets behind it.
_SQUARES = {
    "\u339a": "nm",
    "\u339b": "um",
    "\u339c": "mm",
    "\u339d": "cm",
    "\u339e": "km",
    "\u33a2": "km\u00b2",
    "\u33a7": "m/s",
    "\u33b3": "ms",
    "\u33cc": "in",
}
# Invisible: soft hyphen, zero-width space and joiners, word joiner, byte-order mark.
_INVISIBLE = (0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_WRITTEN_OUT = {
    **_FOLD,
    **{ord(square): letters for square, letters in _SQUARES.items()},
    **dict.fromkeys(_INVISIBLE, ""),
}
_APART = re.compile(f"[{''.join(map(chr, _INVISIBLE))}]++|[{''.join(_SQUARES)}]")


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
class Frame:
    """Markup around words, as in **words**: `span` is all of it, `inner` the words, if any.

    `light` markup, such as emphasis, may go when its words are replaced; a link or struck-out words may not.
    """

    span: Span
    inner: Span | None
    light: bool


@dataclass(frozen=True, slots=True)
class Prose:
    """Folded text and the map back to the source."""

    text: str
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    frames: tuple[Frame, ...] = ()
    _ats: tuple[int, ...] = ()
    _marks: tuple[tuple[int, int], ...] = ()
    _first: Mapping[int, Sequence[tuple[Span, int]]] = field(default_factory=dict)
    _last: Mapping[int, Sequence[tuple[Span, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep the segment starts, and where markup begins and ends, for the search."""
        object.__setattr__(self, "_ats", tuple(segment.at for segment in self.segments))
        if not self.frames:
            return
        ends = (
            (at, number) for number, frame in enumerate(self.frames) for at in (frame.span.start, frame.span.end - 1)
        )
        object.__setattr__(self, "_marks", tuple(sorted(ends)))
        first: dict[int, list[tuple[Span, int]]] = {}
        last: dict[int, list[tuple[Span, int]]] = {}
        for frame in self.frames:
            if frame.inner is None:
                continue
            first.setdefault(frame.inner.start, []).append((frame.span, frame.inner.end))
            last.setdefault(frame.inner.end, []).append((frame.span, frame.inner.start))
        object.__setattr__(self, "_first", first)
        object.__setattr__(self, "_last", last)

    def span(self, start: int, end: int) -> Span:
        """Return the source span of a non-empty range of prose; across markup it covers the markup.

        Where markup opens right before it and closes inside, or the reverse, it covers both marks.
        """
        first = self.segments[bisect_right(self._ats, start) - 1]
        at, length, low, high = first.at, first.length, first.span.start, first.span.end
        if end <= at + length and length == high - low:
            low, high = low + start - at, low + end - at
        else:
            last = self.segments[bisect_right(self._ats, end - 1) - 1]
            high = last.span.end
            if length == first.span.end - low:
                low += start - at
            if last.length == high - last.span.start:
                high -= last.at + last.length - end
        if not self.frames:
            return Span(low, high)
        opened = [outer.start for outer, end in self._first.get(low, ()) if end < high]
        closed = [outer.end for outer, start in self._last.get(high, ()) if start > low]
        return Span(min([low, *opened]), max([high, *closed]))

    def whole(self, span: Span) -> bool:
        """Whether a source span can be replaced: no markup crosses its ends, and none but light markup lies inside."""
        if not self._marks:
            return True
        first, last = (bisect_left(self._marks, (at, -1)) for at in (span.start, span.end))
        met = Counter(number for _, number in self._marks[first:last])
        return all(times == _BOTH and self.frames[number].light for number, times in met.items())


class ProseBuilder:
    """Collect runs of source text into prose."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._blocks: list[Block] = []
        self._frames: list[Frame] = []
        self._length = 0
        self._begun = 0

    def run(self, text: str, span: Span) -> None:
        """Add text that stands for a source span, folded; invisible characters are left out."""
        if text.isascii() or len(text) != span.end - span.start:
            self._add(text.translate(_WRITTEN_OUT), span)
            return
        at = 0
        for match in _APART.finditer(text):
            start, end = match.span()
            self._add(text[at:start].translate(_FOLD), Span(span.start + at, span.start + start))
            self._add(_SQUARES.get(match[0], ""), Span(span.start + start, span.start + end))
            at = end
        self._add(text[at:].translate(_FOLD), Span(span.start + at, span.end))

    def gap(self, text: str, at: int) -> None:
        """Add text that stands for nothing in the source, such as the space between two cells."""
        self._add(text, Span(at, at))

    @property
    def runs(self) -> int:
        """How many runs there are so far."""
        return len(self._segments)

    def frame(self, span: Span, runs: int = -1, *, light: bool = False) -> None:
        """Put markup around the runs since there were so many of them, or, without that, around none."""
        held = 0 <= runs < len(self._segments)
        inner = Span(self._segments[runs].span.start, self._segments[-1].span.end) if held else None
        self._frames.append(Frame(span, inner, light))

    def end_block(self, scope: Scope) -> None:
        """Close the block of all that was added since the last one."""
        if self._length > self._begun:
            self._blocks.append(Block(self._begun, self._length, scope))
        self._begun = self._length

    def made(self) -> Prose:
        """Return the prose."""
        return Prose("".join(self._parts), tuple(self._segments), tuple(self._blocks), tuple(self._frames))

    def _add(self, text: str, span: Span) -> None:
        if text:
            self._segments.append(Segment(self._length, len(text), span))
            self._parts.append(text)
            self._length += len(text)
