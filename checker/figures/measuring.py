"""Find the unit behind a number, and tell it from letters that measure nothing: "9M729", "5m won"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.language.analysis import Analysis

_SHORT_UNITS = frozenset({"s", "h", "m"})
_CAPITAL_UNITS = frozenset({"km", "nmi", "mile", "mph"})
# What may stand between a number and its unit; the bar is left of a template that was never rendered.
_JOINTS = frozenset({"-", "\u2014", "|", "\u2013"})
_ABBREVIATED = 2
_DECADE = 4


class Unit(NamedTuple):
    """A unit in tokens `first` to `last`; `apart` says that it belongs to a later number of a list as well."""

    name: str
    first: int
    last: int
    apart: bool = False


def text_at(analysis: Analysis, at: int) -> str:
    """Return the text of a token, empty where there is none."""
    tokens = analysis.tokens
    return tokens[at].text if 0 <= at < len(tokens) else ""


def unit_after(analysis: Analysis, at: int) -> Unit | None:
    """Read the unit after a number."""
    tokens, folds = analysis.tokens, analysis.folds
    if at >= len(folds):
        return None
    joined = folds[at] in _JOINTS and not (tokens[at].spaced and folds[at] != "\u2014")
    start = at + 1 if joined else at
    mark = analysis.mark_at("unit", start)
    adjective = None if mark else analysis.mark_at("unit_adjective", start)
    if adjective:
        start = adjective.last
        mark = analysis.mark_at("unit", start)
    if mark is None or _no_unit(analysis, at, mark.first, mark.last, str(mark.value)):
        return None
    last = mark.last
    template = analysis.mark_at("unit", last + 1) if text_at(analysis, last) == "|" else None
    return Unit(str(mark.value), mark.first, template.last if template else last)


def _no_unit(analysis: Analysis, at: int, first: int, last: int, unit: str) -> bool:
    """Whether what looks like a unit is none: "9M729", "5m won", "1990s", "35 S-300", "3 nm chips"."""
    tokens, word = analysis.tokens, analysis.tokens[first]
    if word.text.isupper() and len(word.text) <= 2 and unit not in _CAPITAL_UNITS:
        return True
    size, words = len(tokens), analysis.lexicon.words
    if last < size and tokens[last].kind == "n" and not tokens[last].spaced:
        return True
    if len(word.text) > _ABBREVIATED or last != first + 1:
        return False
    following = tokens[last] if last < size else None
    if following and following.folded in words["counted"]:
        return True
    if len(word.text) > 1 or unit not in _SHORT_UNITS:
        return False
    if at >= 2 and tokens[at - 2].folded in words["currencies"]:
        return True
    glued = first == at and not word.spaced
    if not glued:
        return False
    if unit == "s" and len(tokens[at - 1].text) == _DECADE:
        return True
    if unit == "m" and following and following.kind == "w" and following.text not in words["behind_metres"]:
        return True
    return _runs_into_digits(analysis, last)


def _runs_into_digits(analysis: Analysis, at: int) -> bool:
    """Whether a hyphen and a number that has no unit of its own stand at a letter: "3m-54"."""
    tokens = analysis.tokens
    if at + 1 >= len(tokens) or tokens[at].text != "-" or tokens[at].spaced:
        return False
    number = tokens[at + 1]
    return number.kind == "n" and not number.spaced and analysis.mark_at("unit", at + 2) is None
