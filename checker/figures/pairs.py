"""Figures that the text states as one quantity: "1,000 km (620 miles)", "620 miles, or 1,000 km,"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.figures.measuring import text_at
from checker.figures.reading import bounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.figures.reading import Read
    from checker.language.analysis import Analysis

_BRACKETS = {"(": ")", "[": "]"}
_MOST_BETWEEN = 4


class Quantity(NamedTuple):
    """A figure and the figures that say it again; `last` is the token after all of them, closing bracket included."""

    read: Read
    conversions: tuple[Read, ...]
    last: int


def quantities(analysis: Analysis, reads: Sequence[Read]) -> tuple[Quantity, ...]:
    """Join the figures of a sentence into quantities; what says again a number that was not read is none."""
    made: list[Quantity] = []
    index = 0
    while index < len(reads):
        first = reads[index]
        if _of_unread(analysis, first, reads[index - 1].last if index else 0):
            index += 1
            continue
        taken, last = _conversions(analysis, reads, index)
        behind = analysis.mark_at("hedge_after", last) if taken else None
        if behind and behind.value != "about" and first.figure.qualifier in {"exact", "about"}:
            first, last = bounded(first, behind.value), behind.last
        made.append(Quantity(first, taken, last))
        index += 1 + len(taken)
    return tuple(made)


def _of_unread(analysis: Analysis, read: Read, after: int) -> bool:
    """Whether a figure in brackets says again what could not be read before them: "300 leagues (900 miles)"."""
    tokens, at = analysis.tokens, read.first - 1
    closing = _BRACKETS.get(text_at(analysis, at))
    if closing is None or at < after or text_at(analysis, read.last) != closing:
        return False
    unit = analysis.mark_ending("unit", at)
    number = (unit.first if unit else at - 1) - 1
    if number < after or tokens[number].kind != "n":
        return False
    # Missiles and people may be counted before a figure in brackets: a name, or a word that is known, is no unit.
    word = tokens[at - 1]
    return unit is not None or (word.kind == "w" and word.text == word.folded not in analysis.lexicon.tree)


def _conversions(analysis: Analysis, reads: Sequence[Read], index: int) -> tuple[tuple[Read, ...], int]:
    first = reads[index]
    taken: list[Read] = []
    last = first.last
    while index + 1 + len(taken) < len(reads):
        following = reads[index + 1 + len(taken)]
        if not _measures_the_same(first, [*taken], following):
            break
        closed = _said_again(analysis, taken[-1] if taken else first, following, opened=bool(taken))
        if closed is None:
            break
        taken.append(following)
        last = closed
    return tuple(taken), last


def _measures_the_same(first: Read, taken: list[Read], following: Read) -> bool:
    units = {first.figure.unit, *(read.figure.unit for read in taken)}
    ranged = isinstance(first.figure.value, tuple) == isinstance(following.figure.value, tuple)
    return (
        first.figure.dimension == following.figure.dimension
        and following.figure.unit not in units
        and (ranged or first.figure.dimension == "length")
        and not first.shared
    )


def _said_again(analysis: Analysis, first: Read, second: Read, *, opened: bool) -> int | None:
    """Return the token after the conversion if the second figure is one of the first, else None."""
    tokens = analysis.tokens
    between = analysis.signs(first.last, second.first)
    end = second.last
    if len(between) > 1 and between[-1] in _BRACKETS and text_at(analysis, end) == between[0]:
        # "1,500-km-long (930-mile-long)": the conversion goes on as the figure does.
        end += (len(between) - 1) * (analysis.signs(end, end + len(between) - 1) == between[:-1])
    after = analysis.signs(end, end + 1)[0] if end < len(tokens) else ""
    if between and between[-1] in _BRACKETS and len(between) - 1 <= _MOST_BETWEEN:
        closing = _BRACKETS[between[-1]]
        # The dot of "(932 mi.)" belongs to the unit.
        dotted = after == "." and text_at(analysis, end + 1) == closing
        if dotted:
            after = closing
        plain = all(token.kind == "w" or token.text == "-" for token in tokens[first.last : second.first - 1])
        return end + dotted + (after == closing) if plain and after in {closing, *_GOES_ON} else None
    if opened and (between in _FURTHER or (between and between[0] in _BRACKETS.values() and between[1:] in _CLOSED)):
        return second.last + (after in _BRACKETS.values())
    if between in _SAID_AGAIN:
        return second.last
    return second.last + 1 if between in _SET_OFF and after == between[0] else None


# What may stand between two figures that are one, and behind the second of them; "or" in whatever language.
_GOES_ON = (",", ";", "/", "or", "")
_FURTHER = ([";"], [","], ["/"], ["or"], [",", "or"], ["and"])
_CLOSED = (["or"], [",", "or"], ["/"])
_SAID_AGAIN = ([",", "or"], ["or"], ["/"], ["\u2014", "or"], ["\u2013", "or"], ["-", "or"], ["="])
_SET_OFF = (["\u2014"], ["\u2013"])
