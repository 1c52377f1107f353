"""The text of one file, and positions in it.

Offsets are Unicode code points of the decoded text; lines and columns exist only where something is shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import field
from enum import Enum
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# str.splitlines would also split at form feeds, U+0085, U+2028 and five more.
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a source."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that is not one."""
        if not 0 <= self.start <= self.end:
            message = f"not a span: {self.start} to {self.end}"
            raise ValueError(message)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def to(self, other: Span) -> Span:
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


_T = TypeVar("_T")


class Overlaps(Generic[_T]):
    """Finds, among many values with spans, those that share a character with a span."""

    def __init__(self, values: Iterable[_T], span_of: Callable[[_T], Span]) -> None:
        """Sort the values once."""
        ordered = sorted(((span_of(value), value) for value in values), key=lambda pair: pair[0].start)
        self._ordered = ordered
        self._starts = [span.start for span, _ in ordered]
        # How far the values up to each one reach: where that is too short, none before can overlap.
        self._reach = list(accumulate((span.end for span, _ in ordered), max))

    def at(self, span: Span) -> list[_T]:
        """Return the values that overlap a span, in the order of their beginnings."""
        found = []
        index = bisect_left(self._starts, span.end)
        while index and self._reach[index - 1] > span.start:
            index -= 1
            here, value = self._ordered[index]
            if here.overlaps(span):
                found.append(value)
        return found[::-1]


class ColumnUnit(Enum):
    """What a column counts: JSON and SARIF count code points, LSP by default UTF-16 units, rdjson UTF-8 bytes."""

    CODE_POINT = "code_point"
    UTF16 = "utf16"
    UTF8 = "utf8"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A line and a column, both counted from 1."""

    line: int
    column: int


def _width(text: str, unit: ColumnUnit) -> int:
    if unit is ColumnUnit.CODE_POINT or text.isascii():
        return len(text)
    if unit is ColumnUnit.UTF16:
        return len(text) + sum(char > "\uffff" for char in text)
    return len(text.encode("utf-8", "surrogatepass"))


def _index_at(text: str, width: int, unit: ColumnUnit) -> int:
    """How many characters of text fill this width; inside a character counts as before it."""
    if unit is ColumnUnit.CODE_POINT or text.isascii():
        return min(width, len(text))
    used = 0
    for index, char in enumerate(text):
        used += _width(char, unit)
        if used > width:
            return index
    return len(text)


@dataclass(frozen=True, slots=True)
class LineTable:
    r"""Where the lines of a text begin; a line ends at `\n`, `\r\n` or `\r` and nowhere else."""

    text: str
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Find the line starts once."""
        starts = (0, *(match.end() for match in _LINE_END.finditer(self.text)))
        object.__setattr__(self, "starts", starts)

    def position(self, offset: int, unit: ColumnUnit = ColumnUnit.CODE_POINT) -> Position:
        """Return the line and column of an offset from 0 to the text's length."""
        if not 0 <= offset <= len(self.text):
            message = f"offset {offset} is outside a text of {len(self.text)} characters"
            raise ValueError(message)
        line = bisect_right(self.starts, offset)
        start = self.starts[line - 1]
        if unit is ColumnUnit.CODE_POINT:
            return Position(line, 1 + offset - start)  # no slice: a line may be a whole page
        return Position(line, 1 + _width(self.text[start:offset], unit))

    def offset(self, position: Position, unit: ColumnUnit = ColumnUnit.CODE_POINT) -> int:
        """Return the offset of a position; a column past the line's end is the end of the line with its break."""
        if not 1 <= position.line <= len(self.starts) or position.column < 1:
            message = f"no line {position.line}, column {position.column}"
            raise ValueError(message)
        start = self.starts[position.line - 1]
        end = self.starts[position.line] if position.line < len(self.starts) else len(self.text)
        return start + _index_at(self.text[start:end], position.column - 1, unit)

    def line_span(self, line: int) -> Span:
        """Return the span of a line without its line end."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)


@dataclass(frozen=True, slots=True)
class Source:
    """A named text, as decoded: line ends, odd spaces and marks are kept as they are; `page` is true of HTML."""

    name: str
    text: str
    page: bool = False
    _lines: list[LineTable] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def lines(self) -> LineTable:
        """The line table, made on first use."""
        if not self._lines:
            self._lines.append(LineTable(self.text))
        return self._lines[0]

    def position(self, offset: int, unit: ColumnUnit = ColumnUnit.CODE_POINT) -> Position:
        """Return the line and column of an offset."""
        return self.lines.position(offset, unit)

    def words(self, span: Span) -> str:
        """Return the text of a span."""
        return self.text[span.start : span.end]
