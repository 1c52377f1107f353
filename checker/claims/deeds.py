"""The verbs and nouns of a sentence that a time or a place may belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.language.lexicon import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.language.analysis import Analysis

_FLOWN = ("range", "altitude")
_SHORTEST_VERB = 4


def deeds(analysis: Analysis) -> tuple[Mark, ...]:
    """Return deeds in order, the longer of two first: `value` is launch, landing, speech or other."""
    launches = [mark for mark in analysis.of("launch") if mark.value == "verb"]
    launches += [mark for mark in analysis.of("before") if mark.value in _FLOWN]
    seen = analysis.of("detection")
    firsts = {mark.first for mark in seen}
    determiners = analysis.articles | analysis.lexicon.words["possessives"]
    # "Fired what is believed to be an ICBM on Monday": nobody said it on Monday.
    fired = {mark.last for mark in launches}
    guesses = [mark for mark in analysis.of("guess") if mark.first in fired]
    guessed = {index for mark in guesses for index in range(mark.first, mark.last)}
    speech = [
        mark
        for mark in analysis.of("speech")
        if mark.value == "verb"
        and mark.first not in firsts
        and mark.first not in guessed
        and not (mark.first and analysis.tokens[mark.first - 1].folded in determiners)
    ]
    others = [mark for mark in analysis.of("other_deed") if mark.first not in guessed]
    # "The order for the launch at 8 a.m." was given then.
    ordered = {index for mark in others for index in range(mark.first + 1, mark.last)}
    found = [
        Mark("deed", value, mark.first, mark.last)
        for value, marks in (
            (
                "launch",
                [
                    *(m for m in launches if m.first not in ordered),
                    *(m for m in analysis.of("launch_noun") if m.first not in ordered),
                    *seen,
                ],
            ),
            ("landing", [mark for mark in analysis.of("landing") if not _is_noun(analysis, mark)]),
            ("speech", speech),
            ("other", others),
        )
        for mark in marks
    ]
    found += _other_verbs(analysis, found)
    return tuple(sorted(found, key=lambda mark: (mark.first, -mark.last)))


def _is_noun(analysis: Analysis, mark: Mark) -> bool:
    """Whether what may be a verb of landing is a noun: "guided a strike drill", "a hit"."""
    words = analysis.lexicon.words
    led = mark.first > 0 and analysis.folds[mark.first - 1] in analysis.articles
    return led and analysis.folds[mark.first] in words["strike_nouns"]


def _other_verbs(analysis: Analysis, known: list[Mark]) -> Iterator[Mark]:
    """Yield words that end as verbs do and are no known deeds, nor part of a noun: "what appeared to be a missile"."""
    covered = {index for mark in (*known, *analysis.of("guess")) for index in range(mark.first, mark.last)}
    words = analysis.lexicon.words
    endings, no_verbs = tuple(words["verb_endings"]), words["no_verbs"]
    determiners = analysis.articles | words["possessives"]
    for index in [at for at, fold in enumerate(analysis.folds) if fold.endswith(endings)]:
        token = analysis.tokens[index]
        if (
            token.kind == "w"
            and index not in covered
            and len(token.text) >= _SHORTEST_VERB
            and token.text.islower()
            and token.folded not in no_verbs
            and not (index and analysis.tokens[index - 1].folded in determiners)
        ):
            yield Mark("deed", "other", index, index + 1)
