"""Figures in words, and rewritten in the writer's style."""

from __future__ import annotations

import pytest

from checker.figures.writing import exactly, number, phrase, phrase_in, quoted, rewritten, words
from tests.written import figure


@pytest.mark.parametrize(
    ("first", "second", "written"),
    [
        ("1,000 km", "600 miles", "620 miles"),
        ("1,000-kilometer", "600-mile", "620-mile"),
        ("6,000 km", "3,000 miles", "3,700 miles"),
        ("6,000 km", "3000 miles", "3700 miles"),
        ("4,500 km", "2600 mi", "2800 mi"),
        ("998 km", "500 miles", "620 miles"),
        ("989.5 km", "500 miles", "614.8 miles"),
        ("1,700 km", "900 miles", "1,100 miles"),
        ("50 km", "20 miles", "31 miles"),
        ("50 km", "20\u00a0miles", "31\u00a0miles"),
        ("2 km", "1 mile", "1.2 miles"),
        ("1.6 km", "3 miles", "0.99 miles"),
        ("300 to 350 km", "186 to 271 miles", "190 to 220 miles"),
        ("300-350 km", "186-271 miles", "190-220 miles"),
        ("350 km", "186 to 271 miles", "220 miles"),
        ("300 to 350 km", "271 miles", "190 to 220 miles"),
        ("28,000 kph", "14,000 miles per hour", "17,000 miles per hour"),
        ("0 km", "3 miles", "0 miles"),
    ],
)
def test_a_figure_is_rewritten_in_the_style_of_another(first: str, second: str, written: str) -> None:
    assert rewritten(figure(first), figure(second)) == written


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("about 1,000 km", "1,000 km"),
        ("1,000-kilometer", "1,000 kilometers"),
        ("1000km", "1000km"),
        ("1-mile", "1 mile"),
        ("200 nautical miles", "200 nautical miles"),
        ("300-350 km", "300 to 350 km"),
        ("1.5\u00a0miles", "1.5 miles"),
        ("400-foot", "400 feet"),
    ],
)
def test_a_message_says_a_figure_without_hedge_and_hyphen(text: str, said: str) -> None:
    assert phrase(figure(text)) == said


@pytest.mark.parametrize(
    ("text", "like", "said"),
    [
        ("900 miles", "1,000-km", "1,448 km"),
        ("1,000 km", "900-mile", "621 miles"),
        ("50 km", "20 miles", "31.1 miles"),
        ("1 km", "1 mile", "0.621 miles"),
        ("300 to 350 km", "1 mile", "186 to 217 miles"),
        ("1,609.344 m", "3 miles", "1 mile"),
        ("6,000 km", "3000 miles", "3728 miles"),
    ],
)
def test_a_message_says_a_figure_in_another_unit(text: str, like: str, said: str) -> None:
    assert phrase_in(figure(text), figure(like)) == said


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (words(500, "km", "at_least"), "at least 500 km"),
        (words((300, 350), "km", "about"), "about 300 to 350 km"),
        (words(1, "mile"), "1 mile"),
        (words(200, "nmi"), "200 nautical miles"),
        (words(500, "mile", "about", "km"), "about 805 km"),
        (words(5, "mach"), "Mach 5"),
        (words(10.5, "mile"), "10.5 miles"),
        (words(5768.5, "km"), "5,768.5 km"),
        (number(0), "0"),
        (number(99.96), "100"),
        (number(12.34), "12.3"),
        (exactly((621.3711922,), "mile"), "621.371 mile"),
        (exactly((186.4, 217.48), "mile"), "186.4 to 217.48 mile"),
        (exactly((12_345_678.9,), "m"), "12345679 m"),
        (quoted(None), ""),
        (quoted(""), " (the words are quoted)"),
        (quoted("KCNA"), " (the words are those of KCNA)"),
    ],
)
def test_words(said: str, wanted: str) -> None:
    assert said == wanted
