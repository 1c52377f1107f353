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
    if len(whole) > 1 and whole[0] == "0" and not fraction:
        return None
    place = -len(fraction) if fraction else _trailing_zeros(whole)
    group = "," if "," in token.text else "\u00a0" if "\u00a0" in token.text else "" if len(whole) > 3 else ","
    last = at + 1
    size = len(sentence)
    if last < size and not fraction:
        part = _fraction(sentence, last, numbers)
        if part:
            value, last, place = value + part[0], part[1], -2
    if last < size and sentence[last].folded in {"thousand", "million"} and sentence[last].folded in numbers:
        scale = numbers[sentence[last].folded]
        shift = len(str(int(scale))) - 1
        value, place, last = value * scale, place + shift, last + 1
    return Numeral(value, at, last, place, len(fraction), group, spelled=False)


def _fraction(sentence: Sequence[Token], at: int, numbers: Mapping[str, float]) -> tuple[float, int] | None:
    """Read "1/2" or "½" after a whole number."""
    token = sentence[at]
    if token.text in {"\u00bd", "\u00bc", "\u00be"}:
        return numbers[token.text], at + 1
    size = len(sentence)
    over = at + 2 < size and sentence[at + 1].text == "/" and not sentence[at + 1].spaced
    if token.kind == "n" and over and sentence[at + 2].kind == "n" and token.spaced and not sentence[at + 2].spaced:
        above, below = int(float(token.text.replace(",", ""))), int(float(sentence[at + 2].text.replace(",", "")))
        if 0 < above < below < _FRACTION_BASE:
            return above / below, at + 3
    return None


def _trailing_zeros(whole: str) -> int:
    stripped = whole.rstrip("0")
    return len(whole) - len(stripped) if stripped else 0


def _words(sentence: Sequence[Token], at: int, numbers: Mapping[str, float]) -> Numeral | None:
    """Read "twenty-two", "a hundred and fifty", "two and a half", "half an"."""
    total, current, last, place, seen = 0.0, 0.0, at, 0, False
    size = len(sentence)
    while last < size:
        token = sentence[last]
        value = numbers.get(token.folded)
        if value is None:
            if token.text == "-" and last + 1 < size and not token.spaced and sentence[last + 1].folded in numbers:
                last += 1
                continue
            half = _and_a_half(sentence, last) if seen else 0
            if half:
                return Numeral(total + current + 0.5, at, half, -1, 1, ",", spelled=True)
            if token.folded == "and" and seen and current >= _HUNDRED and last + 1 < size:
                following = numbers.get(sentence[last + 1].folded, 0)
                if 0 < following < _HUNDRED and not sentence[last + 1].folded == "half":
                    last += 1
                    continue
            break
        if value < 1:
            if seen:
                break
            article = last + 1 < size and sentence[last + 1].folded in {"a", "an"}
            return Numeral(value, at, last + (2 if article else 1), -1, 1, ",", spelled=True)
        if value == _HUNDRED or sentence[last].folded == "dozen":
            current = (current or 1) * value
        elif value >= _THOUSAND:
            total, current = total + (current or 1) * value, 0.0
        elif current and (current % _HUNDRED < 20 and current % _HUNDRED):
            break
        elif current and value >= 20:
            if current % _HUNDRED:
                break
            current += value
        else:
            current += value
        seen, last = True, last + 1
    if not seen:
        return None
    while sentence[last - 1].text == "-" or sentence[last - 1].folded == "and":
        last -= 1
    whole = int(total + current)
    place = _trailing_zeros(str(whole)) if whole >= _HUNDRED else 0
    return Numeral(total + current, at, last, place, 0, ",", spelled=True)


def _and_a_half(sentence: Sequence[Token], at: int) -> int:
    """Return the token after "and a half" or "-and-a-half", or 0."""
    words = [index for index in range(at, min(at + 6, len(sentence))) if sentence[index].text != "-"][:3]
    if [sentence[index].folded for index in words] == ["and", "a", "half"]:
        return words[2] + 1
    return 0
