"""Tell what a text is before it is read: its language, and whether it can be about a missile."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.language.lexicon import lexicon, telltales
from checker.language.skimming import Sought, behind_numbers, capitals, levelled, sought

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_LANGUAGE = "en"
_SAMPLE = 5000
_SHORT = 3
_FIGURES = frozenset({"unit", "garbled_unit", "ampm", "zone", "clock_mark", "unit_before"})
_DATES = frozenset({"weekday", "month"})
_DIGITS = "0123456789"
# A word with one of these in it, or markup, is not what it looks like: such a text is read. Soft hyphens, zero-width
# marks, the squared units from U+3380 on and the full-width forms, as they begin in UTF-8.
_HIDDEN = tuple(
    bytes.fromhex(mark)
    for mark in (
        "c2ad",
        "e2808b",
        "e2808c",
        "e2808d",
        "e2808e",
        "e2808f",
        "e281a0",
        "e38e",
        "e38f",
        "efbc",
        "efbd",
    )
)
_CAPITALISED = re.compile(r"[A-Z][a-zA-Z]++")
_REACH = 32


def primary(tag: str | None) -> str | None:
    """Return the language of a tag such as en-US."""
    return tag and re.split("[-_]", tag.strip())[0].lower()


def language_of(text: str) -> str:
    """Tell Korean and Japanese by their letters; all else is taken for English."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return DEFAULT_LANGUAGE
    letters = sum(char.isalpha() for char in sample) or 1
    if sum("\uac00" <= char <= "\ud7a3" for char in sample) * 5 > letters:
        return "ko"
    if sum("\u3040" <= char <= "\u30ff" for char in sample) * 5 > letters:
        return "ja"
    return DEFAULT_LANGUAGE


def worth_reading(text: str, language: str) -> bool:
    """Whether a source's text can hold anything that is checked; most of an archive cannot, and passes at once.

    That is a word for a missile or a missile's name, a figure with a unit, a clock time, or a weekday or a month in a
    text with numbers.
    """
    data = text.encode("utf-8", "surrogatepass")
    level = levelled(data)
    if _has_stem(level, language) or _is_disguised(data):
        return True
    skimmed = capitals(data)
    if skimmed.may_hold(_sought_names(language)) and _has_name(_words(text), language):
        return True
    if not any(digit in text for digit in _DIGITS):
        return False
    if _has_figure(level, language):
        return True
    return skimmed.may_hold(_sought_dates(language)) and not _dates(language).isdisjoint(_words(text, short=0))


def names_missiles(text: str, language: str) -> bool:
    """Whether prose can be about a missile: by a word for one, or by a missile's name."""
    return _has_stem(text.encode("utf-8", "surrogatepass").lower(), language) or _has_name(_words(text), language)


def _has_stem(folded: bytes, language: str) -> bool:
    return any(stem in folded for stem in _stems(language))


@cache
def _stems(language: str) -> tuple[bytes, ...]:
    return tuple(stem.encode() for stem in telltales(language)[0])


def _is_disguised(data: bytes) -> bool:
    """Whether a text has characters that stand inside words unseen, or for others: then it must be read to be known."""
    return not data.isascii() and any(mark in data for mark in _HIDDEN)


def _has_name(words: set[str], language: str) -> bool:
    openings, names = _names(language)
    return not openings.isdisjoint(words) or any(name <= words for name in names)


@cache
def _sought_names(language: str) -> Sought:
    openings, names = _names(language)
    return sought({*openings, *(max(name, key=len) for name in names)}, _SHORT)


@cache
def _names(language: str) -> tuple[frozenset[str], frozenset[frozenset[str]]]:
    """Return the capitalised words that a missile's name or class may open with, and the names of several words."""
    from checker.language.names import missile_names
    from checker.language.tokens import folded

    heads, several = set(), set()
    for name in missile_names():
        if " " in name:
            several.add(frozenset(_words(name)))
        elif name.isascii() and name[0].isupper():
            heads.add(name.partition("-")[0])
    openings = {*telltales(language)[1], *(folded(head)[0] for head in heads)}
    return frozenset(openings), frozenset(name for name in several if name and openings.isdisjoint(name))


def _words(text: str, short: int = _SHORT) -> set[str]:
    """Return the capitalised words of a text, folded, each without a plural's ending as well.

    A short one counts in capitals only: "AS" may open a missile's name, "As" a sentence.
    """
    found = {word.casefold() for word in set(_CAPITALISED.findall(text)) if len(word) > short or word.isupper()}
    return found | {word[:-1] for word in found if word.endswith("s")}


@cache
def _dates(language: str) -> frozenset[str]:
    """Return the words for weekdays and months."""
    tree = lexicon(language, figures_only=True).tree
    return frozenset(
        word for word, node in tree.items() if word and any(ends in _DATES for ends, _ in node.get("", ()))
    )


@cache
def _sought_dates(language: str) -> Sought:
    return sought(_dates(language))


def _has_figure(level: bytes, language: str) -> bool:
    """Whether a number of a levelled text has a unit, a clock's name, or a colon and a number behind it."""
    pieces = behind_numbers(level, _REACH)
    return b":" in pieces or any(map(_unit(language).match, pieces))


@cache
def _unit(language: str) -> re.Pattern[bytes]:
    """Return the pattern of what makes the number before it a figure; any byte of a wide character may be a blank."""
    tree = lexicon(language, figures_only=True).tree
    words = sorted((re.escape(word) for word, node in tree.items() if word and _measures(node)), key=len, reverse=True)
    firsts = "".join(sorted({word[0] for word in words if word[0].isalnum()}))
    space = r"[-_\x80-\xff]{0,3}"
    scale = "(?:thousand_|million_|horizontal_)?"
    return re.compile(rf"{space}(?=[{firsts}]){scale}(?:{'|'.join(words)})(?![a-z])".encode())


def _measures(node: Mapping[str, Any]) -> bool:
    """Whether a branch of the tree leads to a unit or a clock's name."""
    if any(category in _FIGURES for category, _ in node.get("", ())):
        return True
    return any(_measures(branch) for word, branch in node.items() if word)
