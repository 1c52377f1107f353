"""Numbers as news copy writes them: digits, words, fractions, and scales. The words are the lexicon's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.language import Token
    from checker.language.analysis import Analysis

_NUMERAL = "numeral"
_FRACTION_BASE = 100
_HUNDRED = 100
_THOUSAND = 1000
_DOZEN = 12
_CHAINED = 2  # tokens before the last word of "and-a-half"
# A longer run of digits is no measurement.
_MOST_DIGITS = 15
_MONEY = frozenset("#$\u20ac\u00a3\u20a9\u00a5")
_POINTS = frozenset(".,")
_DASHES = frozenset("-\u2013")
_CLOSING = frozenset(")]")
_DECIMALS = "0123456789"
_VULGAR = frozenset("\u00bd\u00bc\u00be")


class Numeral(NamedTuple):
    """A number in tokens `first` to `last`; `place` is the power of ten of its last significant digit."""

    value: float
    first: int
    last: int
    place: int
    decimals: int
    group: str
    spelled: bool


def numeral(analysis: Analysis, at: int, *, after_dash: bool = False) -> Numeral | None:
    """Read the number that begins at a token, or None. A designator ("KN-23", "DF-21D") is no number.

    `after_dash` says that the dash on the left is that of a range of values.
    """
    noted, key = analysis.noted, (_NUMERAL, at, after_dash)
    if key in noted:
        known: Numeral | None = noted[key]
        return known
    found = noted[key] = _numeral(analysis, at, after_dash=after_dash)
    return found


def _numeral(analysis: Analysis, at: int, *, after_dash: bool) -> Numeral | None:
    token = analysis.tokens[at]
    if token.kind not in "nw":
        return None
    if not after_dash and _glued_left(analysis, at):
        return None
    if token.kind == "w" and _ends_chain(analysis, at):
        return None
    if token.kind == "n":
        return _digits(analysis, at)
    return _spelled(analysis, at) if token.kind == "w" and token.folded in analysis.numbers else None


def _glued_left(analysis: Analysis, at: int) -> bool:
    """Whether something runs into the token from the left: "KN-23", "Nodong2", "$5", "-5", the end of "1.000,5"."""
    tokens = analysis.tokens
    if at == 0 or tokens[at].spaced:
        return False
    before = tokens[at - 1]
    if before.kind == "w":
        return analysis.mark_ending("unit_before", at) is None
    if before.text in _MONEY:
        return True
    if tokens[at].kind != "n" or (before.text not in _POINTS and before.text not in _DASHES):
        return False
    if before.spaced or at == 1:
        return before.text in _POINTS or not _measured_before(analysis, at - 1)
    left = tokens[at - 2].kind
    if before.text in _POINTS:
        return left == "n"
    return (before.text == "-" and left in "wn") or not _measured_before(analysis, at - 1)


def _ends_chain(analysis: Analysis, at: int) -> bool:
    """Whether a word is the end of "11-and-a-half", which is no half, or of "101-point-one", which is no one."""
    points = analysis.lexicon.words["decimal_points"]
    if at >= _CHAINED and {analysis.folds[at - 1], analysis.folds[at - 2]} & points:
        return True
    if at < _CHAINED or analysis.tokens[at].spaced or analysis.tokens[at - 1].text != "-":
        return False
    return not analysis.tokens[at - 1].spaced and analysis.folds[at - 2] in analysis.articles


def _measured_before(analysis: Analysis, at: int) -> bool:
    """Whether a figure, or a closing bracket, ends at a token, so that a dash behind it is no minus and no name's."""
    if at == 0:
        return False
    before = analysis.tokens[at - 1]
    return before.kind == "n" or before.text in _CLOSING or analysis.mark_ending("unit", at) is not None


def _digits(analysis: Analysis, at: int) -> Numeral | None:
    token = analysis.tokens[at]
    plain = token.text.replace(",", "").replace("\u00a0", "")
    whole, _, fraction = plain.partition(".")
    if len(whole) > _MOST_DIGITS or (len(whole) > 1 and whole[0] == "0" and not fraction) or _is_tail(analysis, at):
        return None
    tail = None if fraction else _tail_of(analysis, at)
    if tail:
        plain += tail.text
        whole, _, fraction = plain.partition(".")
    value, last = float(plain), at + (2 if tail else 1)
    place = -len(fraction) if fraction else _trailing_zeros(whole)
    marked = next((sign for sign in (",", "\u00a0") if sign in token.text), "" if len(whole) > 3 else ",")
    group = " " if tail else marked
    spoken = None if fraction or tail else _spoken_decimals(analysis, last)
    if spoken:
        fraction, last = spoken
        value, place = float(f"{whole}.{fraction}"), -len(fraction)
    part = None if fraction else _fraction(analysis, last)
    if part:
        value, last, place = value + part[0], part[1], -2
    scale, last = _scale(analysis, last)
    if scale > 1:
        value, place = value * scale, place + len(str(int(scale))) - 1
    return Numeral(value, at, last, place, len(fraction), group, spelled=False)


def _spoken_decimals(analysis: Analysis, at: int) -> tuple[str, int] | None:
    """Read "-point-one" after a whole number, as broadcasters write it: the decimals, and the token after them."""
    folds = analysis.folds
    at += at < len(folds) and folds[at] == "-"
    if at >= len(folds) or folds[at] not in analysis.lexicon.words["decimal_points"]:
        return None
    decimals, last = "", at + 1
    while True:
        digit = last + (last < len(folds) and folds[last] == "-")
        value = _value(analysis, digit)
        if not 1 <= value < len(_DECIMALS):
            return (decimals, last) if decimals else None
        decimals, last = decimals + _DECIMALS[int(value)], digit + 1


def _is_tail(analysis: Analysis, at: int) -> bool:
    """Whether digits are the tail of "6 248.5": a number grouped by a plain space, which is not read by halves."""
    token = analysis.tokens[at]
    before = analysis.tokens[at - 1] if at else None
    three = len(token.text.partition(".")[0]) == 3 and token.spaced
    return three and before is not None and before.kind == "n" and len(before.text) <= 3


def _tail_of(analysis: Analysis, at: int) -> Token | None:
    """Return the rest of "7 580 seconds", "6 648.4 km": three digits behind a plain space, and then a unit."""
    tokens = analysis.tokens
    if at + 2 >= len(tokens) or len(tokens[at].text) > 3 or not tokens[at].text.isdecimal():
        return None
    tail = tokens[at + 1]
    grouped = tail.kind == "n" and tail.spaced and tail.start - tokens[at].end == 1 and _is_tail(analysis, at + 1)
    if not grouped or analysis.mark_at("unit", at + 2) is None or analysis.mark_ending("month", at) is not None:
        return None
    return tail


def _fraction(analysis: Analysis, at: int) -> tuple[float, int] | None:
    """Read "1/2" or "½" after a whole number."""
    tokens, folds = analysis.tokens, analysis.folds
    hyphen = at + 1 < len(folds) and folds[at] == "-" and not tokens[at].spaced
    at += hyphen
    if at >= len(folds):
        return None
    if folds[at] in _VULGAR:
        return analysis.numbers[folds[at]], at + 1
    over = at + 2 < len(folds) and folds[at + 1] == "/" and not tokens[at + 1].spaced
    if not (over and tokens[at].kind == "n" and (tokens[at].spaced or hyphen)):
        return None
    below = tokens[at + 2]
    if below.spaced or not (tokens[at].text.isdecimal() and below.text.isdecimal()):
        return None
    top, bottom = int(tokens[at].text), int(below.text)
    return (top / bottom, at + 3) if 0 < top < bottom < _FRACTION_BASE else None


def _trailing_zeros(whole: str) -> int:
    stripped = whole.rstrip("0")
    return len(whole) - len(stripped) if stripped else 0


def _spelled(analysis: Analysis, at: int) -> Numeral | None:
    """Read "twenty-two", "a hundred and fifty", "two and a half thousand", "half an", "three quarters of an"."""
    first = analysis.numbers[analysis.tokens[at].folded]
    if first < 1:
        return _part(analysis, at, at, 1)
    if _needs_article(analysis, at, first):
        return None
    value, last = _run(analysis, at)
    if 0 < _value(analysis, last) < 1:
        return _part(analysis, at, last, value)
    half = analysis.mark_at("and_a_half", last + (last < len(analysis.tokens) and analysis.tokens[last].text == "-"))
    if half is None:
        place = _trailing_zeros(str(int(value))) if value >= _HUNDRED else 0
        return Numeral(value, at, last, place, 0, ",", spelled=True)
    scale, after = _scale(analysis, half.last)
    whole = (value + 0.5) * scale
    place = -1 if scale == 1 else _trailing_zeros(str(int(whole)))
    return Numeral(whole, at, after, place, int(scale == 1), ",", spelled=True)


def _needs_article(analysis: Analysis, at: int, value: float) -> bool:
    """Whether a word counts only after "a": "a hundred km" is a number, "several hundred km" is none."""
    if value < _HUNDRED and analysis.tokens[at].folded not in analysis.lexicon.words["dozens"]:
        return False
    return at == 0 or analysis.tokens[at - 1].folded not in analysis.articles


def _part(analysis: Analysis, first: int, at: int, times: float) -> Numeral:
    """Read "half an", "a quarter of an", "half of a": a part of the one unit that follows."""
    words, tokens = analysis.lexicon.words, analysis.tokens
    last = at + 1
    after_of = last < len(tokens) and tokens[last].folded in words["of"]
    if last + after_of < len(tokens) and tokens[last + after_of].folded in words["one_articles"]:
        last += after_of + 1
    return Numeral(times * _value(analysis, at), first, last, -2, 2, ",", spelled=True)


def _value(analysis: Analysis, at: int) -> float:
    """Return the value of a number word, 0 for any other token."""
    folds = analysis.folds
    value = analysis.lexicon.numbers.get(folds[at], 0) if at < len(folds) else 0
    return value if value and analysis.tokens[at].kind == "w" else 0


def _scale(analysis: Analysis, at: int) -> tuple[float, int]:
    """Read "thousand" or "million" behind a number: the factor, 1 for none, and the token after it."""
    value = _value(analysis, at)
    return (value, at + 1) if value >= _THOUSAND else (1, at)


def _run(analysis: Analysis, at: int) -> tuple[float, int]:
    """Add up number words as far as they make one number: its value, and the token after it."""
    total, current, last = 0.0, _value(analysis, at), at + 1
    while True:
        following = _next_word(analysis, last, joined=current >= _HUNDRED)
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


def _next_word(analysis: Analysis, at: int, *, joined: bool) -> tuple[float, int] | None:
    """Return the value of the next number word, past a hyphen or, after hundreds, an "and"; with the token after it."""
    folds = analysis.folds
    hyphen = at < len(folds) and folds[at] == "-" and not analysis.tokens[at].spaced
    at += hyphen or (joined and analysis.mark_at("and", at) is not None)
    value = _value(analysis, at)
    return (value, at + 1) if value >= 1 else None


def _adds_to(current: float, value: float) -> bool:
    """Whether a word continues a number: "twenty" takes "two", "hundred" takes "fifty", "two" takes nothing."""
    rest = current % _HUNDRED
    if value < 10:
        return current > 0 and rest % 10 == 0 and rest != 10
    return value < _HUNDRED and current >= _HUNDRED and rest == 0
