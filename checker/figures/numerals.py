"""Numbers as news copy writes them: digits, words, fractions, and scales."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.language import Token

_FRACTION_BASE = 100
_HUNDRED = 100
_THOUSAND = 1000
_DOZEN = 12
# A longer run of digits is no measurement.
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in tokens `first` to `last`; `place` is the power of ten of its last significant digit."""

    value: float
    first: int
    last: int
    place: int
    decimals: int
    group: str
    spelled: bool


def numeral(
    sentence: Sequence[Token], at: int, numbers: Mapping[str, float], *, after_dash: bool = False
) -> Numeral | None:
    """Read the number that begins at a token, or None. A designator ("KN-23", "DF-21D") is no number.

    `after_dash` says that the dash on the left is that of a range of values.
    """
    token = sentence[at]
    if not after_dash and _glued_left(sentence, at):
        return None
    if token.kind == "n":
        return _digits(sentence, at, numbers)
    return _words(sentence, at, numbers) if token.kind == "w" and token.folded in numbers else None


_MONEY = frozenset("#$\u20ac\u00a3\u20a9\u00a5")


def _glued_left(sentence: Sequence[Token], at: int) -> bool:
    """Whether a word, or a word and a hyphen, runs into the token from the left: "KN-23", "Nodong2", "$5"."""
    if at == 0 or sentence[at].spaced:
        return False
    before = sentence[at - 1]
    if before.kind == "w":
        return before.folded != "mach"
    if before.text in _MONEY:
        return True
    hyphened = before.text == "-" and not before.spaced and at > 1
    return hyphened and sentence[at].kind == "n" and sentence[at - 2].kind in "wn"


def _digits(sentence: Sequence[Token], at: int, numbers: Mapping[str, float]) -> Numeral | None:
    token = sentence[at]
    plain = token.text.replace(",", "").replace("\u00a0", "")
    value = float(plain)
    whole, _, fraction = plain.partition(".")
    if len(whole) == 3 and at and sentence[at - 1].kind == "n" and token.spaced and len(sentence[at - 1].text) <= 3:
        return None
    if len(whole) > _MOST_DIGITS or (len(whole) > 1 and whole[0] == "0" and not fraction):
        return None
    place = -len(fraction) if fraction else _trailing_zeros(whole)
    group = "," if "," in token.text else "\u00a0" if "\u00a0" in token.text else "" if len(whole) > 3 else ","
    last = at + 1
    size = len(sentence)
    if last < size and not fraction:
        part = _fraction(sentence, last, numbers)
        if part:
            value, last, place = value + part[0], part[1], -2
    scale, last = _scale(sentence, last, numbers)
    if scale > 1:
        value, place = value * scale, place + len(str(int(scale))) - 1
    return Numeral(value, at, last, place, len(fraction), group, spelled=False)


def _fraction(sentence: Sequence[Token], at: int, numbers: Mapping[str, float]) -> tuple[float, int] | None:
    """Read "1/2" or "½" after a whole number."""
    hyphen = at + 1 < len(sentence) and sentence[at].text == "-" and not sentence[at].spaced
    at += hyphen
    token = sentence[at]
    if token.text in {"\u00bd", "\u00bc", "\u00be"}:
        return numbers[token.text], at + 1
    over = at + 2 < len(sentence) and sentence[at + 1].text == "/" and not sentence[at + 1].spaced
    apart = token.spaced or hyphen
    if token.kind == "n" and over and sentence[at + 2].kind == "n" and apart and not sentence[at + 2].spaced:
        above, below = (
            int(float(token.text.replace(",", ""))),
            int(float(sentence[at + 2].text.replace(",", ""))),
        )
        if 0 < above < below < _FRACTION_BASE:
            return above / below, at + 3
    return None


def _trailing_zeros(whole: str) -> int:
    stripped = whole.rstrip("0")
    return len(whole) - len(stripped) if stripped else 0


def _words(sentence: Sequence[Token], at: int, numbers: Mapping[str, float]) -> Numeral | None:
    """Read "twenty-two", "a hundred and fifty", "two and a half", "half an"."""
    if numbers[sentence[at].folded] < 1:
        return _part(sentence, at, numbers)
    if _needs_article(sentence, at, numbers):
        return None
    value, last = _run(sentence, at, numbers)
    half = _and_a_half(sentence, last)
    if half:
        scale, after = _scale(sentence, half, numbers)
        place = -1 if scale == 1 else _trailing_zeros(str(int((value + 0.5) * scale)))
        return Numeral((value + 0.5) * scale, at, after, place, 1 if scale == 1 else 0, ",", spelled=True)
    place = _trailing_zeros(str(int(value))) if value >= _HUNDRED else 0
    return Numeral(value, at, last, place, 0, ",", spelled=True)


def _needs_article(sentence: Sequence[Token], at: int, numbers: Mapping[str, float]) -> bool:
    """Whether a word counts only after "a": "a hundred km" is a number, "several hundred km" is none."""
    if numbers[sentence[at].folded] < _HUNDRED and sentence[at].folded != "dozen":
        return False
    before = [token.folded for token in sentence[max(0, at - 2) : at]]
    return before[-1:] not in (["a"], ["an"], ["the"])


def _part(sentence: Sequence[Token], at: int, numbers: Mapping[str, float]) -> Numeral:
    """Read "half an", "a quarter of an", "half of a": a part of the one unit that follows."""
    words = [token.folded for token in sentence[at + 1 : at + 3]]
    last = at + 1
    if words[:1] == ["of"] and words[1:] and words[1] in {"a", "an"}:
        last = at + 3
    elif words[:1] and words[0] in {"a", "an"}:
        last = at + 2
    return Numeral(numbers[sentence[at].folded], at, last, -2, 2, ",", spelled=True)


def _scale(sentence: Sequence[Token], at: int, numbers: Mapping[str, float]) -> tuple[float, int]:
    """Read "thousand" or "million" behind a number: the factor, 1 for none, and the token after it."""
    value = numbers.get(sentence[at].folded, 0) if at < len(sentence) else 0
    return (value, at + 1) if value >= _THOUSAND else (1, at)


def _run(sentence: Sequence[Token], at: int, numbers: Mapping[str, float]) -> tuple[float, int]:
    """Add up number words as far as they make one number: its value, and the token after it."""
    total, current, last = 0.0, numbers[sentence[at].folded], at + 1
    while True:
        following = _next_word(sentence, last, numbers, joined=current >= _HUNDRED)
        if following is None:
            return total + current, last
        value, after = following
        if value >= _THOUSAND:
            total, current = total + current * value, 0.0
        elif value in {_HUNDRED, _DOZEN} and current < _HUNDRED:
            current *= value
        elif (total and not current and value < _THOUSAND) or _adds_to(current, value):
            current += value
        else:
            return total + current, last
        last = after


def _next_word(
    sentence: Sequence[Token], at: int, numbers: Mapping[str, float], *, joined: bool
) -> tuple[float, int] | None:
    """Return the value of the next number word, past a hyphen or, after hundreds, an "and"; with the token after it."""
    if at < len(sentence) and (
        (sentence[at].text == "-" and not sentence[at].spaced) or (joined and sentence[at].folded == "and")
    ):
        at += 1
    if at >= len(sentence) or sentence[at].kind != "w":
        return None
    value = numbers.get(sentence[at].folded, 0)
    return (value, at + 1) if value >= 1 else None


def _adds_to(current: float, value: float) -> bool:
    """Whether a word continues a number: "twenty" takes "two", "hundred" takes "fifty", "two" takes nothing."""
    rest = current % _HUNDRED
    if value < 10:
        return current > 0 and rest % 10 == 0 and rest != 10
    return value < _HUNDRED and current >= _HUNDRED and rest == 0


def _and_a_half(sentence: Sequence[Token], at: int) -> int:
    """Return the token after "and a half" or "-and-a-half", or 0."""
    words = [index for index in range(at, min(at + 6, len(sentence))) if sentence[index].text != "-"][:3]
    if [sentence[index].folded for index in words] == ["and", "a", "half"]:
        return words[2] + 1
    return 0
