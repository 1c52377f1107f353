"""Skim the bytes of a text for words in capitals and for what stands behind its numbers, at the pace of a copy.

A pattern that begins with a set of characters is tried at every byte; a translated text can be split, or searched for
one byte. What is found here may be there: it is looked for again by those who ask.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

_CAPITAL = b"\x01"
_CAPITALS = 2 * _CAPITAL
_UPPER = range(ord("A"), ord("Z") + 1)
_DIGITS = b"0123456789"
_MASKED = bytes(1 if byte in _UPPER else byte for byte in range(256))
_UPPER_ONLY = bytes(byte if byte in _UPPER else 32 for byte in range(256))
# `split` passes over runs of white space: the digits become that, and white space something else.
_NUMBER = b"\n"
_BLANK, _LINE = ord("_"), ord(_NUMBER)
_LEVEL = bytes(
    _LINE if byte in _DIGITS else _BLANK if bytes([byte]).isspace() else byte for byte in bytes(range(256)).lower()
)
_SHAPE = re.compile(rb"\x01[a-z\x01]++")


@dataclass(frozen=True, slots=True)
class Sought:
    """Words to skim for: how long each is with each of its endings, and those that may stand in capitals throughout."""

    endings: frozenset[tuple[int, bytes]]
    capitals: frozenset[bytes]


def sought(words: Iterable[str], short: int = 0) -> Sought:
    """Prepare folded words; one of up to so many letters is looked for in capitals only, one of a letter not at all."""
    known = [word.encode() for word in words]
    known += [word + b"s" for word in known]
    return Sought(
        frozenset((len(word), word[at:]) for word in known if len(word) > short for at in range(1, len(word) + 1)),
        frozenset(word.upper() for word in known if len(word) > 1),
    )


@dataclass(frozen=True, slots=True)
class Capitals:
    """The words of a text that begin with a capital, with every capital masked, and its runs of several capitals."""

    shapes: frozenset[tuple[int, bytes]]
    runs: frozenset[bytes]

    def may_hold(self, words: Sought) -> bool:
        """Whether one of the words can be among them: a word with capitals inside is told by what follows the last."""
        return not (self.shapes.isdisjoint(words.endings) and self.runs.isdisjoint(words.capitals))


def capitals(data: bytes) -> Capitals:
    """Skim UTF-8 for words in capitals."""
    shapes = set(_SHAPE.findall(data.translate(_MASKED)))
    several = any(_CAPITALS in shape for shape in shapes)
    runs = set(data.translate(_UPPER_ONLY).split()) if several else set()
    mixed = ((len(shape), shape.rpartition(_CAPITAL)[2]) for shape in shapes if shape.strip(_CAPITAL))
    return Capitals(frozenset(mixed), frozenset(runs))


def levelled(data: bytes) -> bytes:
    """Return UTF-8 with ASCII letters folded, `_` for white space and a line's end for a digit."""
    return data.translate(_LEVEL)


def behind_numbers(level: bytes, reach: int) -> set[bytes]:
    """Return what stands behind the numbers of a levelled text, cut to so many bytes."""
    pieces = level.split()
    if level[:1] != _NUMBER:
        del pieces[:1]
    return set(map(itemgetter(slice(reach)), pieces))
