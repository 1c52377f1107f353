"""Numbers of missiles that a sentence breaks down: "eight missiles, five from Sunan and three from Wonsan"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.counts import counts
from checker.figures.measuring import text_at
from checker.figures.numerals import numeral
from checker.figures.slips import CountSum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.beside import Quoted
    from checker.claims.scene import Scene
    from checker.claims.sighting import Sighting
    from checker.figures.numerals import Numeral

_OPENERS = frozenset("\u2014\u2013-:(,")
_BRACKETS = {"(": ")", "\u2014": "\u2014", "\u2013": "\u2013"}
_FEWEST = 2
_NEXT = 80
_WORD = re.compile(r"\w+")
_REACH = 5


def count_sums(scene: Scene, quoted_by: Quoted) -> Iterator[CountSum]:
    """Yield each number of missiles with the numbers that follow it or, before "for a total of", come before it."""
    analysis = scene.analysis
    words = analysis.lexicon.words["no_sum"]
    if len(analysis.number_starts) <= _FEWEST or not analysis.of("counted"):
        return
    totals = {at for mark in analysis.of("total") for at in range(mark.first, mark.last)}
    if any(token.folded in words and at not in totals for at, token in enumerate(scene.tokens)):
        return
    whole = [seen for seen in counts(scene) if seen.qualifier == "exact" and isinstance(seen.value, int)]
    for seen in whole:
        parts = _before(scene, seen) if analysis.mark_ending("total", seen.first) else _behind(scene, seen)
        # Where a part is more than the whole, it is one list: "two Taepodongs, three Rodongs and three Scuds".
        if len(parts) < _FEWEST or max(part.value for part in parts) >= int(str(seen.value)):
            continue
        if not _made_up(scene, parts, int(str(seen.value))):
            yield _sum(scene, seen, parts, quoted_by)


def _made_up(scene: Scene, parts: list[Numeral], total: int) -> bool:
    """Whether a number told behind the parts, in this sentence or at the head of the next, is what they lack."""
    analysis, sentence = scene.analysis, scene.analysis.sentence
    lack, last = total - sum(part.value for part in parts), max(part.last for part in parts)
    if lack <= 0:
        return False
    behind = [numeral(analysis, at) for at in analysis.number_starts if at >= last]
    if any(number.value == lack for number in behind if number):
        return True
    following = sentence.prose.text[sentence.end : sentence.end + _NEXT].casefold()
    numbers = analysis.lexicon.numbers
    return any(numbers.get(word) == lack or word == str(int(lack)) for word in _WORD.findall(following))


def _sum(scene: Scene, seen: Sighting, parts: list[Numeral], quoted_by: Quoted) -> CountSum:
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    start, end = tokens[seen.first].start, tokens[seen.last - 1].end
    return CountSum(
        prose.text[start:end],
        int(str(seen.value)),
        tuple(int(part.value) for part in parts),
        prose.span(start, end),
        tuple(prose.span(tokens[part.first].start, tokens[part.last - 1].end) for part in parts),
        quoted_by(seen.first, seen.last),
    )


def _behind(scene: Scene, seen: Sighting) -> list[Numeral]:
    """Return the parts that open right behind a number of missiles, as far as an "and" closes their list."""
    analysis, at = scene.analysis, seen.last
    opener = text_at(analysis, at)
    if opener not in _OPENERS or (opener == "-" and not scene.tokens[at].spaced):
        return []
    end = _closing(scene, at + 1, _BRACKETS.get(opener))
    first = _part(scene, at + 1)
    if first is None:
        return []
    parts, closed, index = [first], False, first.last
    while index < end:
        sign = analysis.signs(index, index + 1)[0]
        listed = sign in {"and", ",", ";"}
        start = (
            index + 1 + (sign in {",", ";"} and index + 1 < end and analysis.signs(index + 1, index + 2)[0] == "and")
        )
        part = _part(scene, start) if listed else None
        if part is None:
            if listed and closed:
                break
            index += 1
            continue
        if closed:
            return []
        closed = sign == "and" or start > index + 1
        parts.append(part)
        index = part.last
    return parts if closed else []


def _closing(scene: Scene, at: int, closing: str | None) -> int:
    """Return the token that ends what opens at a token: a bracket, a dash, or the end of the sentence."""
    tokens = scene.tokens
    return next((i for i in range(at, len(tokens)) if closing and tokens[i].text == closing), len(tokens))


def _before(scene: Scene, seen: Sighting) -> list[Numeral]:
    """Return the parts before "for a total of": a number of missiles and one that an "and" joins to it."""
    parts: list[Numeral] = []
    for index in range(seen.first):
        part = _part(scene, index)
        if part is not None and not any(other.first <= index < other.last for other in parts):
            sign = scene.analysis.signs(index - 1, index) if index else []
            if parts and sign not in (["and"], [","]):
                return []
            parts.append(part)
    return parts


def _part(scene: Scene, at: int) -> Numeral | None:
    """Read a number that counts missiles: before a missile noun, or before a word that tells where they were."""
    analysis = scene.analysis
    number = numeral(analysis, at) if at < len(scene.tokens) else None
    if number is None or number.value != int(number.value) or number.first in scene.timed:
        return None
    following = number.last
    if (
        analysis.mark_at("unit", following)
        or analysis.mark_at("ampm", following)
        or text_at(analysis, following) == "-"
    ):
        return None
    if text_at(analysis, following).casefold() in analysis.lexicon.words["part_tails"]:
        return number
    nouns = analysis.of("counted", "missile_class", "missile_name", "missile")
    near = any(0 <= noun.first - following <= _REACH for noun in nouns)
    between = [token.kind for token in scene.tokens[following : following + 1]]
    return number if near and between == ["w"] else None
