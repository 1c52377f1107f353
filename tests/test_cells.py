"""Widths in terminal cells, and marks that stay beneath their words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reports.cells import shown, width, widths, wrap
from checker.reports.excerpts import Mark, excerpt
from checker.source import Source, Span


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("1,000 km", 8),
        ("平壌から", 8),
        ("\uff11\uff10\uff10\uff10", 8),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("e\u0301te\u0301", 3),
        ("🚀🚀", 4),
        ("\u26a0", 1),
        ("\u26a0\ufe0f", 2),
        ("👩\u200d🚀", 2),
        ("👍🏽", 2),
        ("🇰🇵", 2),
        ("a\tb", 6),
        ("\x1b[31m", 8),
        ("10\u200b00\ufeff", 4),
        ("\u0e01\u0e33", 2),
    ],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("\x1b]0;owned\x07", "\\x1b]0;owned\\x07"),
        ("\x9b2J", "\\x9b2J"),
        ("\u202e000,1", "\\u202e000,1"),
        ("\u2066a\u2069", "\\u2066a\\u2069"),
        ("a\x00\x7f", "a\\x00\\x7f"),
        ("a\u2028b\x85", "a\\u2028b\\x85"),
        ("\U000e0041", "\\U000e0041"),
        ("\udc80", "\\udc80"),
        ("launch\u00ading", "launching"),
        ("د\u200cر", "د\u200cر"),
    ],
)
def test_what_could_steer_a_terminal_is_shown(text: str, visible: str) -> None:
    assert shown(text) == visible


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_nothing_shown_steers_the_terminal(text: str) -> None:
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown(text))
    assert shown(shown(text)) == shown(text)


@given(st.text(st.sampled_from("ab 漢🚀\u0301\t\x1b,"), max_size=60), st.integers(10, 30))
def test_wrapped_text_fits(text: str, cells: int) -> None:
    clean = shown(text)
    assert all(width(line) <= cells for line in wrap(clean, cells))
    assert "".join(wrap(clean, cells)).replace(" ", "") == clean.replace(" ", "")


def test_a_path_that_is_to_be_copied_stays_whole() -> None:
    assert wrap("see desk/a-long-name/seoul.md:3 now", 12) == ["see", "desk/a-long-", "name/seoul.m", "d:3 now"]
    assert wrap("see desk/a-long-name/seoul.md:3 now", 12, paths=True) == ["see", "desk/a-long-name/seoul.md:3", "now"]


def test_a_no_break_space_is_not_broken() -> None:
    assert wrap("flew about 1,000\u00a0km high", 14) == ["flew about", "1,000\u00a0km high"]


LINES = st.text(st.sampled_from("ab 漢🚀\u0301\t\x1b\u202e,1"), min_size=1, max_size=120)


@given(LINES, st.data(), st.integers(30, 60))
def test_carets_stand_beneath_their_words(line: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, min(len(line), start + 8)))
    source = Source("draft.txt", f"before\r\n{line}\rafter")
    rows = excerpt(source, [Mark(Span(start + 8, end + 8), "^")], room)
    assert {row.line for row in rows} <= {2, None}
    assert all(width(row.text) <= room and width(row.signs) <= room for row in rows)
    marked = "".join(_above(row.text, row.signs) for row in rows)
    # A mark on a letter has no cell of its own: the caret then stands beneath the letter.
    words = shown(line[start:end])
    assert words.replace(" ", "").replace("\u0301", "") in marked.replace(" ", "").replace("\u0301", "")


def _above(text: str, signs: str) -> str:
    """Return the characters of a row that stand over a sign."""
    at, found = 0, []
    for char, cells in zip(text, widths(text), strict=True):
        if cells and set(signs[at : at + cells]) == {"^"}:
            found.append(char)
        at += cells
    return "".join(found)


def test_far_marks_are_cut_out_one_by_one() -> None:
    text = "alpha " * 30 + "1,000 km " + "beta " * 40 + "900 miles " + "gamma " * 30
    marks = [Mark(Span(text.index(words), text.index(words) + len(words)), "^") for words in ("1,000 km", "900 miles")]
    rows = excerpt(Source("draft.txt", text), marks, 40)
    assert [row.text for row in rows] == [
        "… alpha alpha 1,000 km beta beta …",
        "… beta beta 900 miles gamma gamma …",
    ]
    assert [row.signs.strip() for row in rows] == ["^" * 8, "^" * 9]


def test_a_long_mark_shows_its_ends() -> None:
    text = "It said: " + " ".join(str(number) for number in range(100))
    rows = excerpt(Source("draft.txt", text), [Mark(Span(9, len(text)), "^")], 40)
    assert len(rows) == 2
    assert rows[0].text.startswith("… 0 1 2")
    assert rows[0].text.endswith(" …")
    assert rows[1].text.startswith("… ")
    assert rows[1].text.endswith("98 99")
    assert rows[1].line is None


def test_a_mark_over_line_ends_is_cut_at_them() -> None:
    rows = excerpt(Source("draft.txt", "about 1,000\r\nkm\r(600 miles) off"), [Mark(Span(6, 26), "^")], 40)
    assert [(row.line, row.text, row.signs) for row in rows] == [
        (1, "about 1,000", "      ^^^^^"),
        (2, "km", "^^"),
        (3, "(600 miles) off", "^^^^^^^^^^"),
    ]


def test_a_page_on_one_line_costs_no_more_than_its_words() -> None:
    text = "x " * 500_000 + "1,000 km" + " x" * 500_000
    (row,) = excerpt(Source("draft.html", text), [Mark(Span(1_000_000, 1_000_008), "^")], 40)
    assert row.text == "… x x x x x x x 1,000 km x x x x x x x …"
    assert row.signs.strip() == "^^^^^^^^"
