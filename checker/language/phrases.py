"""Where phrases stand among tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.language.tokens import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.language.tokens import Token


class Place(NamedTuple):
    """Tokens `first` to `last`, half open."""

    first: int
    last: int


def places(tokens: Sequence[Token], phrases: Sequence[str]) -> Iterator[Place]:
    """Yield where phrases stand; a hyphen in the text counts for nothing."""
    plain = [(at, token.folded) for at, token in enumerate(tokens) if token.text != "-"]
    texts = [text for _, text in plain]
    for phrase in phrases:
        wanted = list(folded(phrase))
        for at in range(len(texts) - len(wanted) + 1):
            if texts[at : at + len(wanted)] == wanted:
                yield Place(plain[at][0], plain[at + len(wanted) - 1][0] + 1)


def has(tokens: Sequence[Token], phrases: Sequence[str]) -> bool:
    """Whether one of some phrases stands in a sentence."""
    return next(places(tokens, phrases), None) is not None
