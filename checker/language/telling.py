"""Tell what a text is before it is read: its language, and whether it can be about a missile."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.language.lexicon import lexicon, telltales

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_LANGUAGE = "en"
_SAMPLE = 5000
_SHORT = 3
_FIGURES = frozenset({"unit", "ampm", "zone", "clock_mark", "unit_before"})
# A word with one of these in it, or markup, is not what it looks like: such a text is read.
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\u3380-\u33df\uff10-\uff5a]")
_CAPITALISED = re.compile(r"[A-Z][a-zA-Z]++")


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

    That is a word for a missile or a missile's name, a figure with a unit, a clock time, or a weekday beside a number.
    """
    lower = text.lower()
    if _has_stem(lower, language) or _is_disguised(text):
        return True
    words = _words(text)
    if _has_name(words, language):
        return True
    if not any(digit in text for digit in "0123456789"):
        return False
    return _has_figure(language).search(lower) is not None or not _weekdays(language).isdisjoint(words)


def names_missiles(text: str, language: str) -> bool:
    """Whether prose can be about a missile: by a word for one, or by a missile's name."""
    return _has_stem(text.lower(), language) or _has_name(_words(text), language)


def _has_stem(lower: str, language: str) -> bool:
    return any(stem in lower for stem in telltales(language)[0])


def _is_disguised(text: str) -> bool:
    """Whether a text has characters that stand inside words unseen, or for others: then it must be read to be known."""
    return not text.isascii() and _HIDDEN.search(text) is not None


def _has_name(words: set[str], language: str) -> bool:
    openings, names = _names(language)
    return not openings.isdisjoint(words) or any(name <= words for name in names)


@cache
def _names(language: str) -> tuple[frozenset[str], frozenset[frozenset[str]]]:
    """Return the capitalised words that a missile's name or class may open with, and the names of several words."""
    from checker.language.names import missile_names
    from checker.language.tokens import folded

    openings, several = set(telltales(language)[1]), set()
    for name in missile_names():
        if " " in name:
            several.add(frozenset(_words(name)))
        elif name.isascii() and name[0].isupper():
            openings.add(folded(name)[0])
    return frozenset(openings), frozenset(name for name in several if name and openings.isdisjoint(name))


def _words(text: str) -> set[str]:
    """Return the capitalised words of a text, folded, each without a plural's ending as well.

    A short one counts in capitals only: "AS" may open a missile's name, "As" a sentence.
    """
    found = {word.casefold() for word in set(_CAPITALISED.findall(text)) if len(word) > _SHORT or word.isupper()}
    return found | {word[:-1] for word in found if word.endswith("s")}


@cache
def _weekdays(language: str) -> frozenset[str]:
    tree = lexicon(language, figures_only=True).tree
    return frozenset(
        word for word, node in tree.items() if word and any(ends == "weekday" for ends, _ in node.get("", ()))
    )


@cache
def _has_figure(language: str) -> re.Pattern[str]:
    """Return the pattern of a number with a unit, a clock's name or a colon behind it."""
    tree = lexicon(language, figures_only=True).tree
    words = sorted((re.escape(word) for word, node in tree.items() if word and _measures(node)), key=len, reverse=True)
    # The last digit is enough: a number's other digits need not be walked.
    firsts = "".join(sorted({word[0] for word in words if word[0].isalnum()}))
    space = r"[-\s\u00a0\u2010-\u2015]"
    scale = "(?:thousand |million |horizontal )?"
    return re.compile(rf"\d(?:(?={space}?[{firsts}]){space}?{scale}(?:{'|'.join(words)})(?![a-z])|:\d)")


def _measures(node: Mapping[str, Any]) -> bool:
    """Whether a branch of the tree leads to a unit or a clock's name."""
    if any(category in _FIGURES for category, _ in node.get("", ())):
        return True
    return any(_measures(branch) for word, branch in node.items() if word)
