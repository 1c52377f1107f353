"""Spans, and positions in the three units that a column may count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.source import ColumnUnit, LineTable, Overlaps, Position, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable

# Line ends, what only looks like one, characters of every length, and a lone surrogate.
PIECES = (
    "\n",
    "\r",
    "\r\n",
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
    "a",
    "é",
    "漢",
    "🚀",
    "e\u0301",
    "\ud800",
    " ",
)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=30).map("".join)
SIZES: dict[ColumnUnit, Callable[[str], int]] = {
    ColumnUnit.CODE_POINT: len,
    ColumnUnit.UTF16: lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    ColumnUnit.UTF8: lambda text: len(text.encode("utf-8", "surrogatepass")),
}


@given(TEXTS, st.sampled_from(ColumnUnit))
def test_every_offset_comes_back_from_its_position(text: str, unit: ColumnUnit) -> None:
    table = LineTable(text)
    for offset in range(len(text) + 1):
        assert table.offset(table.position(offset, unit), unit) == offset


@given(TEXTS, st.sampled_from(ColumnUnit))
def test_a_position_is_what_stands_before_it(text: str, unit: ColumnUnit) -> None:
    table = LineTable(text)
    for offset in range(len(text) + 1):
        before = [match.end() for match in re.finditer(r"\r\n|\r|\n", text) if match.end() <= offset]
        column = 1 + SIZES[unit](text[max(before, default=0) : offset])
        assert table.position(offset, unit) == Position(1 + len(before), column)


@given(TEXTS)
def test_lines_and_their_ends_make_up_the_text(text: str) -> None:
    table = LineTable(text)
    spans = [table.line_span(line) for line in range(1, len(table.starts) + 1)]
    ends = [*(span.start for span in spans[1:]), len(text)]
    assert all(text[span.end : end] in {"\n", "\r", "\r\n", ""} for span, end in zip(spans, ends, strict=True))
    assert "".join(text[span.start : end] for span, end in zip(spans, ends, strict=True)) == text
    assert not any({"\n", "\r"} & set(text[span.start : span.end]) for span in spans)


@pytest.mark.parametrize(("unit", "column"), [(ColumnUnit.CODE_POINT, 4), (ColumnUnit.UTF16, 5), (ColumnUnit.UTF8, 8)])
def test_the_units_count_differently(unit: ColumnUnit, column: int) -> None:
    table = LineTable("one\r\né🚀 1,000 km")
    at = table.text.index("1,000")
    assert table.position(at, unit) == Position(2, column)


def test_a_column_inside_a_character_is_before_it() -> None:
    assert LineTable("🚀x").offset(Position(1, 2), ColumnUnit.UTF16) == 0


def test_a_column_past_the_end_is_the_end_of_the_line() -> None:
    assert LineTable("ab\r\ncd").offset(Position(1, 90)) == 4
    assert LineTable("ab\r\ncd").offset(Position(2, 90), ColumnUnit.UTF8) == 6


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_is_refused(offset: int) -> None:
    with pytest.raises(ValueError, match="outside a text of 3"):
        LineTable("abc").position(offset)


@pytest.mark.parametrize("position", [Position(0, 1), Position(3, 1), Position(1, 0)])
def test_a_position_outside_is_refused(position: Position) -> None:
    with pytest.raises(ValueError, match="no line"):
        LineTable("a\nb").offset(position)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_what_is_no_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_overlap_cover_and_join() -> None:
    one, next_to_it, inside = Span(2, 6), Span(6, 8), Span(3, 6)
    assert one.overlaps(inside)
    assert not one.overlaps(next_to_it)
    assert one.covers(inside)
    assert not inside.covers(one)
    assert next_to_it.to(one) == Span(2, 8)


def test_a_source_quotes_itself() -> None:
    source = Source("draft.txt", "It flew\r1,000 km.")
    assert source.words(Span(8, 16)) == "1,000 km"
    assert source.position(8) == Position(2, 1)
    assert source.lines is source.lines


_SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1])), max_size=12
)


@given(_SPANS, st.integers(0, 30), st.integers(0, 12))
def test_what_overlaps_is_found_in_order(spans: list[Span], start: int, length: int) -> None:
    wanted = Span(start, start + length)
    found = Overlaps(spans, lambda span: span).at(wanted)
    in_order = sorted(spans, key=lambda span: span.start)
    assert found == [span for span in in_order if span.overlaps(wanted)]


@given(st.text(st.sampled_from("ab\r\n\u2028"), max_size=30))
def test_a_line_ends_before_its_line_end(text: str) -> None:
    table = Source("draft.txt", text).lines
    lines = [table.line_span(number) for number in range(1, len(table.starts) + 1)]
    assert [text[span.start : span.end] for span in lines] == re.split("\r\n|\n|\r", text)
