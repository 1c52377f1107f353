"""Tell what a text is before it is read: its language, and whether it can be about a missile."""

from __future__ import annotations

import re

from checker.language.lexicon import stems

DEFAULT_LANGUAGE = "en"
_SAMPLE = 5000
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


def may_hold_figures(text: str, language: str) -> bool:
    """Whether a text can hold anything that is checked."""
    return any(digit in text for digit in "0123456789") or _speaks_of_missiles(text, language)


def names_missiles(text: str, language: str) -> bool:
    """Whether a text can be about a missile: by a word for one, or by a missile's name."""
    if _speaks_of_missiles(text, language):
        return True
    from checker.language.names import missile_openings

    return not missile_openings().isdisjoint(word.casefold() for word in _CAPITALISED.findall(text))


def _speaks_of_missiles(text: str, language: str) -> bool:
    lower = text.lower()
    return any(stem in lower for stem in stems(language))
