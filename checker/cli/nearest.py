"""Say that there is no such thing, and what is nearest to it."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def unknown(noun: str, word: str, known: Iterable[str]) -> str:
    """Return one sentence: what is not known, and the nearest name or, where none is near, all of them."""
    names = list(known)
    near = difflib.get_close_matches(word.lower(), [name.lower() for name in names], n=1)
    if near:
        name = next(name for name in names if name.lower() == near[0])
        return f"{word}: no such {noun}; did you mean {name}?"
    return f"{word}: no such {noun}; there is {', '.join(names)}"
