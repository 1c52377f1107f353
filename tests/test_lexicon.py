"""The lexicon of figures is the first part of the whole one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker.language import lexicon
from checker.language.lexicon import plant, plant_phrase, spellings
from checker.language.tokens import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OF_FIGURES = frozenset(
    (
        *("range_word", "both", "and", "or", "article", "unit", "unit_before", "unit_adjective", "pair_between"),
        *("hedge", "hedge_after", "month", "weekday", "ampm", "clock_word", "clock_hedge", "clock_mark", "zone"),
        "day_part",
    )
)


def phrases(tree: Mapping[str, Any], before: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...], object]]:
    """Yield category, words and value of every phrase."""
    for word, node in tree.items():
        if word:
            yield from phrases(node, (*before, word))
        else:
            yield from ((category, before, value) for category, value in node)


def test_figures_are_read_alike_with_either() -> None:
    light, whole = lexicon("en", figures_only=True), lexicon("en")

    assert {category for category, _, _ in phrases(light.tree)} >= OF_FIGURES
    assert {each for each in phrases(light.tree) if each[0] in OF_FIGURES} == {
        (category, words, value) for category, words, value in phrases(whole.tree) if category in OF_FIGURES
    }
    assert (light.words, light.numbers) == (whole.words, whole.numbers)


def test_what_only_missiles_need_is_not_read_for_figures() -> None:
    found = {category for category, _, _ in phrases(lexicon("en", figures_only=True).tree)}

    assert found.isdisjoint({"missile", "launch", "speech", "missile_name", "country"})


def test_every_phrase_has_a_word() -> None:
    assert [found for found in phrases(lexicon("en").tree) if not found[1]] == []


def test_no_word_is_of_no_category() -> None:
    assert not lexicon("en").has("", "month")


def test_there_is_no_lexicon_of_a_language_that_is_not_read() -> None:
    with pytest.raises(KeyError):
        lexicon("xx")


@pytest.mark.parametrize(
    "phrase", ["a b", "(a|an) apogee", "(the|) sea (of|off|) x", "flight(s|) of", "(a|) (a|) b", "x (|y)"]
)
def test_a_phrase_is_planted_as_each_of_its_readings(phrase: str) -> None:
    walked: dict[str, object] = {}
    spelled: dict[str, object] = {}
    plant_phrase(walked, phrase, "kind", 1)
    for spelling in spellings(phrase):
        plant(spelled, folded(spelling), "kind", 1)

    assert walked == spelled
