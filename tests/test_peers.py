"""Our extraction on the sentences that it is compared with its peers on, and the scoring itself."""

from __future__ import annotations

import pytest

from benchmarks.peers.compare import TARGETS, Targets
from benchmarks.peers.extractors import ours
from benchmarks.peers.items import OTHERS, Item, Reading, Reply, Sentence, load
from benchmarks.peers.scoring import Score, score

FLEW = Sentence(
    "X1",
    "It rose at least 90 miles (145 km) in 60 to 70 seconds.",
    (
        Item("measure", "90 miles", 17, 25, 90, "mile", "at_least"),
        Item("measure", "145 km", 27, 33, 145, "km", "exact"),
        Item("measure", "60 to 70 seconds", 38, 54, (60, 70), "s", "exact"),
    ),
    ((0, 1),),
)
MILES = Reading("quantity", "90 miles", 17, 25, 90.0, "mile", "at_least")
KM = Reading("quantity", "145 km", 27, 33, 145.0, "km")
SECONDS = Reading("quantity", "60 to 70 seconds", 38, 54, (60.0, 70.0), "s")


def scored(*readings: Reading, pairs: tuple[tuple[int, int], ...] = ()) -> Score:
    return score([FLEW], lambda _: Reply(readings, pairs))


@pytest.fixture(scope="module")
def our_score() -> Score:
    return score(load(), ours())


def test_the_sentences_are_all_there_and_their_items_are_their_words() -> None:
    sentences = load()

    assert len(sentences) == 36
    assert sum(len(sentence.items) for sentence in sentences) == 67
    assert sum(len(sentence.pairs) for sentence in sentences) == 14
    for sentence in (*sentences, *load(OTHERS)):
        assert all(sentence.text[item.start : item.end] == item.text for item in sentence.items), sentence.id


def test_ours_meets_every_target(our_score: Score) -> None:
    assert TARGETS.missed(our_score) == []


def test_ours_does_as_well_on_sentences_written_after_it() -> None:
    made = score(load(OTHERS), ours())

    assert made.items - made.right <= 2
    assert (made.ranges, made.pairs) == (made.ranged, made.paired)
    assert (made.invented, made.false_pairs) == ([], [])


def test_the_targets_are_those_of_the_sentences(our_score: Score) -> None:
    assert (our_score.hedged, our_score.ranged, our_score.paired) == (TARGETS.hedges, TARGETS.ranges, TARGETS.pairs)


def test_a_perfect_reply_has_full_marks() -> None:
    made = scored(MILES, KM, SECONDS, pairs=((0, 1),))

    assert (made.right, made.hedges, made.ranges, made.pairs) == (3, 1, 1, 1)
    assert [made.wrong, made.unlinked, made.false_pairs, made.invented, made.stray] == [[], [], [], [], []]


def test_at_least_and_more_than_are_told_apart() -> None:
    more = Reading("quantity", "90 miles", 17, 25, 90.0, "mile", "more_than")

    made = scored(more, KM, SECONDS, pairs=((0, 1),))

    assert (made.right, made.hedges, made.pairs) == (2, 0, 0)
    assert made.wrong == [("X1", "90 miles", "more_than 90.0 mile")]


def test_a_conversion_may_take_over_the_hedge() -> None:
    assert scored(Reading("quantity", "145 km", 27, 33, 145.0, "km", "at_least")).right == 1
    assert scored(Reading("quantity", "145 km", 27, 33, 145.0, "km", "about")).right == 0


def test_a_range_needs_both_ends_and_a_duration_any_unit_of_time() -> None:
    half = Reading("quantity", "70 seconds", 44, 54, 70.0, "s")
    minutes = Reading("quantity", "60 to 70 seconds", 38, 54, (1.0, 70 / 60), "min")

    assert scored(half).ranges == 0
    assert scored(minutes).ranges == 1
    assert scored(minutes).invented == []


def test_a_unit_that_is_not_there_is_invented() -> None:
    nautical = Reading("quantity", "90 miles", 17, 25, 90.0, "nmi")
    beside = Reading("quantity", "in 60", 35, 40, 60.0, "inch")
    bare = Reading("quantity", "It", 0, 2, 1.0)

    assert [words for _, words, _ in scored(nautical, beside, bare).invented] == ["90 miles", "in 60"]
    assert [words for _, words, _ in scored(nautical, beside, bare).stray] == ["It"]


def test_a_link_between_what_is_no_pair_is_counted() -> None:
    made = scored(MILES, KM, SECONDS, pairs=((0, 2),))

    assert made.false_pairs == [("X1", "90 miles", "60 to 70 seconds")]
    assert made.unlinked == [("X1", "90 miles", "145 km")]


@pytest.mark.parametrize(
    ("targets", "missed"),
    [
        (Targets(right=3, hedges=1, ranges=1, pairs=1), []),
        (Targets(right=4, hedges=1, ranges=1, pairs=1), ["4 items right"]),
        (Targets(right=3, hedges=2, ranges=2, pairs=2), ["2 hedges", "2 ranges", "2 pairs"]),
    ],
)
def test_a_missed_target_is_named(targets: Targets, missed: list[str]) -> None:
    assert targets.missed(scored(MILES, KM, SECONDS, pairs=((0, 1),))) == missed


def test_a_false_pair_and_an_invented_unit_miss_a_target() -> None:
    furlongs = Reading("quantity", "145 km", 27, 33, 145.0, "furlong")

    made = scored(MILES, furlongs, SECONDS, pairs=((0, 2),))

    assert TARGETS.missed(made)[-2:] == ["no false pair", "nothing invented"]
