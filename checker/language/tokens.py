"""Tokens of folded prose: words, numbers, abbreviations and single marks."""

from __future__ import annotations

import re
from typing import NamedTuple

# Every repeat is possessive or bounded, and no alternative can begin inside another's repeat: linear in the text.
_TOKEN = re.compile(
    r"(?P<n>\d{1,3}(?:,\d{3}){1,8}+(?![\d])(?:\.\d{1,9}+)?"
    r"|\d{1,3}(?:\u00a0\d{3}){1,8}+(?!\d)(?:\.\d{1,9}+)?"
    r"|\d++(?:\.\d{1,9}+)?"
    r"|\.(?<![\w.]\.)\d{1,9}+(?![\d.,]))"
    r"|(?P<w>(?:[^\W\d_]\.){2,8}+(?![^\W\d_](?!\w))|(?:[^\W\d_]\.){1,8}+[^\W\d_](?![\w'])"
    r"|[^\W\d_]++(?:'(?!s(?!\w))[^\W\d_]++){0,4}+"
    r"|'s(?!\w))"
    r"|(?P<p>[^\w\s]|_)",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A token of prose: `kind` is n (number), w (word) or p (a mark); `spaced` tells whether space goes before it.

    A text has one for every five characters: a named tuple is made four times as fast as a frozen dataclass.
    """

    text: str
    folded: str
    start: int
    end: int
    kind: str
    spaced: bool


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of a range of prose; "Japan's" is two, "a.m." and "U.S." are one, "Hwasong-14" is three."""
    made, last, new = [], -1, tuple.__new__
    for match in _TOKEN.finditer(text, start, end):
        at, stop = match.span()
        word = match[0]
        kind = match.lastgroup
        # Not by the constructor of the named tuple, which takes twice the time.
        made.append(new(Token, (word, word.casefold() if kind == "w" else word, at, stop, kind, at != last)))
        last = stop
    return tuple(made)


_PLAIN = re.compile(r"[A-Za-z ]++")


def folded(phrase: str) -> tuple[str, ...]:
    """Return the folded tokens of a lexicon phrase, without hyphens: matching passes over those."""
    if _PLAIN.fullmatch(phrase):
        return tuple(phrase.casefold().split())
    return tuple(token.folded for token in tokens(phrase, 0, len(phrase)) if token.text != "-")
