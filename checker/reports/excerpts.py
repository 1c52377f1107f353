"""Cut out the words that a finding is about, and mark them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.reports.cells import shown, widths
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.source import Source

_MOST_LINES = 3
_MOST_ROWS = 3
_ELLIPSES = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to underline with a sign; `label` is said beside it."""

    span: Span
    sign: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an excerpt and the signs beneath it. `line` is None where a row carries on the one above.

    `labels` are the cells at which labels begin, from the left, with their words.
    """

    line: int | None
    text: str
    signs: str
    labels: tuple[tuple[int, str], ...]


def excerpt(source: Source, marks: Sequence[Mark], room: int) -> list[Row]:
    """Return the marked places in the order of the text, in rows of at most `room` cells.

    Where marks share a cell the later one in `marks` is seen.
    """
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        for line, piece in _pieces(source, mark):
            by_line.setdefault(line, []).append(piece)
    return [row for line in sorted(by_line) for row in _rows_of_line(source, line, by_line[line], room)]


def _pieces(source: Source, mark: Mark) -> Iterator[tuple[int, Mark]]:
    """Cut a mark at line ends; of many lines keep the first and the last."""
    first = source.position(mark.span.start).line
    last = source.position(max(mark.span.start, mark.span.end - 1)).line
    lines = list(range(first, last + 1)) if last - first < _MOST_LINES else [first, last]
    for line in lines:
        whole = source.lines.line_span(line)
        start, end = max(mark.span.start, whole.start), min(mark.span.end, whole.end)
        if start < end or first == last:
            yield line, Mark(Span(start, max(start, end)), mark.sign, mark.label if line == last else "")


def _rows_of_line(source: Source, line: int, marks: list[Mark], room: int) -> Iterator[Row]:
    whole = source.lines.line_span(line)
    seen = whole.start
    for near in _clusters(marks, room):
        first, last = min(mark.span.start for mark in near), max(mark.span.end for mark in near)
        # A line may be a whole page: measure only what can be seen.
        begin, stop = max(min(seen, first), first - room), min(whole.end, last + room)
        text = source.text[begin:stop]
        cells = widths(text)
        a, b = _window(text, cells, (first - begin, last - begin), (begin == whole.start, stop == whole.end), room)
        seen = begin + b
        cut_left = begin + a > whole.start and bool(source.text[whole.start : begin + a].strip())
        cut_right = begin + b < whole.end and bool(source.text[begin + b : whole.end].strip())
        chunks = list(_chunks(text, cells, a, b, room - _ELLIPSES))
        gap = len(chunks) > _MOST_ROWS
        chunks = [chunks[0], (_tail(text, cells, b, room - _ELLIPSES), b)] if gap else chunks
        for index, (start, end) in enumerate(chunks):
            before = "… " if (index == 0 and cut_left) or (gap and index == 1) else ""
            after = " …" if (end == b and cut_right) or (gap and index == 0) else ""
            kept = text[start:end].rstrip()
            signs, labels = _signs(near, begin + start, begin + end, cells[start:end], len(before))
            yield Row(None if index else line, before + shown(kept) + after, signs, labels)


def _clusters(marks: list[Mark], room: int) -> Iterator[list[Mark]]:
    """Group marks that can be seen in one row, keeping the order in which they hide one another."""
    group: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: mark.span):
        if group and mark.span.end - group[0].span.start > room - _ELLIPSES:
            yield [one for one in marks if one in group]
            group = []
        group.append(mark)
    yield [one for one in marks if one in group]


def _window(
    text: str, cells: list[int], marked: tuple[int, int], whole: tuple[bool, bool], room: int
) -> tuple[int, int]:
    """Widen the marked range by what stands beside it, to whole words, as far as the room goes."""
    first, last = marked
    indent = len(text) - len(text.lstrip())
    lowest = min(indent, first) if whole[0] else 0
    if all(whole) and sum(cells[lowest:]) <= room:
        return lowest, len(text)
    a, b, used = first, last, sum(cells[first:last])
    grown = True
    while grown:
        grown = False
        if b < len(text) and used + cells[b] <= room - _ELLIPSES:
            used, b, grown = used + cells[b], b + 1, True
        if a > lowest and used + cells[a - 1] <= room - _ELLIPSES:
            used, a, grown = used + cells[a - 1], a - 1, True
    if a > lowest and not text[a - 1].isspace():
        a = text.find(" ", a, first) + 1 or a
    while a < first and (cells[a] == 0 or text[a].isspace()):
        a += 1
    if not (whole[1] and b == len(text)):
        space = -1 if b < len(text) and text[b].isspace() else text.rfind(" ", last, b)
        b = space if space >= 0 else b
        while b < len(text) and cells[b] == 0:
            b += 1
    return a, b


def _chunks(text: str, cells: list[int], a: int, b: int, room: int) -> Iterator[tuple[int, int]]:
    """Break a range into rows, at spaces where there are any; one that fits with ellipses is one row."""
    if sum(cells[a:b]) <= room + _ELLIPSES:
        yield a, b
        return
    while a < b:
        end, used = a, 0
        while end < b and (used + cells[end] <= room or end == a):
            used += cells[end]
            end += 1
        space = text.rfind(" ", a + 1, end) if end < b else -1
        end = space + 1 if space > a else end
        yield a, end
        a = end


def _tail(text: str, cells: list[int], b: int, room: int) -> int:
    """Return where the last row of a long range begins, at a word where there is one."""
    a, used = b, 0
    while used + cells[a - 1] <= room:
        used += cells[a - 1]
        a -= 1
    space = text.find(" ", a - 1, b)
    return space + 1 if space >= 0 else a


def _signs(
    marks: list[Mark], start: int, end: int, cells: list[int], offset: int
) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Return the row of signs beneath a piece of the text, and where labels begin."""
    row: dict[int, str] = {}
    labels = []
    for mark in marks:
        low, high = max(mark.span.start, start), min(mark.span.end, end)
        empty = mark.span.start == mark.span.end and start <= low <= end
        if low >= high and not empty:
            continue
        at = offset + sum(cells[: low - start])
        size = max(1, sum(cells[low - start : max(low, high) - start]))
        row.update(dict.fromkeys(range(at, at + size), mark.sign))
        if mark.label and mark.span.end <= end:
            labels.append((at, mark.label))
    signs = "".join(row.get(cell, " ") for cell in range(max(row, default=-1) + 1))
    return signs, tuple(sorted(labels))
