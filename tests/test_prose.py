"""Prose as a projection of its source: folding one for one, and the map back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.prose import Block, Prose, ProseBuilder, Scope
from checker.source import Span


def built(*runs: tuple[str, Span]) -> ProseBuilder:
    builder = ProseBuilder()
    for text, span in runs:
        builder.run(text, span)
    return builder


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("１２３", "123"),
        ("ＫＭ", "KM"),
        ("1\u2009000", "1\u00a0000"),
        ("1\u202f000", "1\u00a0000"),
        ("1\u00a0000", "1\u00a0000"),
        ("a\u3000b", "a b"),
        ("a\u2003b", "a b"),
        ("Japan\u2019s", "Japan's"),
        ("\u201cno\u201d", '"no"'),
        ("\u00abno\u00bb", '"no"'),
        ("1\u20112", "1-2"),
        ("1\u20102", "1-2"),
        ("1\u20132", "1\u20132"),
        ("1\u22122", "1\u20132"),
        ("é漢🚀", "é漢🚀"),
    ],
)
def test_look_alikes_are_folded_one_for_one(written: str, folded: str) -> None:
    prose = built((written, Span(7, 7 + len(written)))).made()

    assert prose.text == folded
    for index in range(len(written)):
        assert prose.span(index, index + 1) == Span(7 + index, 8 + index)


@pytest.mark.parametrize("invisible", list("\u00ad\u200b\u200d\u2060\ufeff\u202a\u2066"))
def test_invisible_characters_are_left_out_and_covered(invisible: str) -> None:
    written = f"1,0{invisible}00 km"
    prose = built((written, Span(0, len(written)))).made()

    assert prose.text == "1,000 km"
    assert prose.span(0, 5) == Span(0, 6)
    assert prose.span(0, 3) == Span(0, 3)
    assert prose.span(3, 5) == Span(4, 6)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("9 \u339e off", "9 km off"),
        ("9 \u33a7 off", "9 m/s off"),
        ("9\u339d off", "9cm off"),
        ("9\u339c\u00ad off", "9mm off"),
    ],
)
def test_a_unit_in_one_character_is_written_out_and_maps_as_a_whole(written: str, folded: str) -> None:
    prose = built((written, Span(3, 3 + len(written)))).made()

    assert prose.text == folded
    sign = next(index for index, char in enumerate(written) if not char.isascii())
    letters = len(folded.removesuffix(" off")) - sign
    for index in range(sign, sign + letters):
        assert prose.span(index, index + 1) == Span(3 + sign, 4 + sign)
    assert prose.span(0, 1) == Span(3, 4)
    assert prose.span(len(folded) - 3, len(folded)) == Span(len(written), 3 + len(written))


def framed(*, light: bool) -> Prose:
    """Return "one two" of "**one** two", whose first word is marked up."""
    builder = built()
    builder.run("one", Span(2, 5))
    builder.frame(Span(0, 7), 0, light=light)
    builder.run(" two", Span(7, 11))
    return builder.made()


def test_a_span_takes_both_ends_of_markup_or_none() -> None:
    prose = framed(light=True)

    assert prose.span(0, 3) == Span(2, 5)
    assert prose.span(0, 7) == Span(0, 11)
    assert prose.span(1, 7) == Span(3, 11)
    assert [prose.whole(prose.span(*at)) for at in ((0, 3), (0, 7), (1, 7), (3, 7))] == [True, True, False, True]


def test_words_with_a_link_in_them_are_not_whole() -> None:
    prose = framed(light=False)

    assert [prose.whole(prose.span(*at)) for at in ((0, 3), (0, 7))] == [True, False]


def test_a_run_of_another_length_maps_as_a_whole() -> None:
    prose = built(("1,000", Span(0, 5)), ("\u00a0", Span(5, 11)), ("km", Span(11, 13))).made()

    assert prose.text == "1,000\u00a0km"
    assert prose.span(0, 8) == Span(0, 13)
    assert prose.span(5, 6) == Span(5, 11)
    assert prose.span(6, 8) == Span(11, 13)


def test_a_span_covers_the_markup_in_it() -> None:
    prose = built(("1,", Span(0, 2)), ("000", Span(4, 7)), (" km", Span(9, 12))).made()

    assert prose.span(0, 8) == Span(0, 12)
    assert prose.span(2, 5) == Span(4, 7)
    assert prose.span(3, 7) == Span(5, 11)


def test_a_gap_stands_for_nothing() -> None:
    builder = built(("one", Span(0, 3)))
    builder.gap(" ", 3)
    builder.run("two", Span(10, 13))
    prose = builder.made()

    assert prose.text == "one two"
    assert prose.span(0, 7) == Span(0, 13)
    assert prose.span(4, 7) == Span(10, 13)


def test_blocks_are_what_was_added_between_their_ends() -> None:
    builder = built(("Head", Span(0, 4)))
    builder.end_block(Scope.HEADLINE)
    builder.end_block(Scope.BODY)
    builder.run("Body.", Span(6, 11))
    builder.end_block(Scope.BODY)

    assert builder.made().blocks == (Block(0, 4, Scope.HEADLINE), Block(4, 9, Scope.BODY))


RUNS = st.lists(
    st.tuples(st.text(st.sampled_from("ab1１\u2009\u00ad\u200b’漢🚀, "), min_size=1, max_size=6), st.integers(0, 3)),
    min_size=1,
    max_size=8,
)


@given(RUNS)
def test_every_range_of_prose_maps_to_its_own_source(runs: list[tuple[str, int]]) -> None:
    source, builder = "", ProseBuilder()
    for text, markup in runs:
        source += "*" * markup
        builder.run(text, Span(len(source), len(source) + len(text)))
        source += text
    prose = builder.made()
    plain = [prose.span(index, index + 1) for index in range(len(prose.text))]

    assert all(span.end - span.start == 1 for span in plain)
    assert [one.start for one in plain] == sorted({one.start for one in plain})
    for start in range(len(plain)):
        for end in range(start + 1, len(plain) + 1):
            assert prose.span(start, end) == Span(plain[start].start, plain[end - 1].end)


@given(RUNS)
def test_folding_twice_is_folding_once(runs: list[tuple[str, int]]) -> None:
    text = "".join(text for text, _ in runs)
    once = built((text, Span(0, len(text)))).made().text

    assert built((once, Span(0, len(once)))).made().text == once
