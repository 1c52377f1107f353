"""Sentences of a draft that may tell of zones, places or a track, with the claims that stand in them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from checker import data
from checker.claims.scene import Scene, quotations
from checker.claims.setting import Setting
from checker.language import lexicon, sentences
from checker.language.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.claims import Claim
    from checker.prose import Prose
    from checker.source import Span


class Passage(NamedTuple):
    """A sentence, read; `claims` are those that stand in it."""

    scene: Scene
    claims: tuple[Claim, ...]

    def may(self, asked: Callable[[str], bool]) -> bool:
        """Whether a reader asks for a sentence of these words."""
        return asked(self.scene.analysis.sentence.text.casefold())

    def span(self, first: int, last: int) -> Span:
        """Return where tokens stand in the source."""
        tokens = self.scene.tokens
        return self.scene.analysis.sentence.prose.span(tokens[first].start, tokens[last - 1].end)

    def text(self, first: int, last: int) -> str:
        """Return the words of some tokens as they stand in the prose, on one line."""
        tokens = self.scene.tokens
        return " ".join(self.scene.analysis.sentence.prose.text[tokens[first].start : tokens[last - 1].end].split())


def passages(prose: Prose, claims: Sequence[Claim], asked: Callable[[str], bool]) -> Iterator[Passage]:
    """Yield the sentences whose folded text is asked for."""
    words = lexicon("en", figures_only=False)  # as it was read with: another call would build it again
    held = sorted(claims, key=lambda claim: claim.span)
    starts = [claim.span.start for claim in held]
    quoted: dict[int, tuple[tuple[int, int], ...]] = {}
    for sentence in sentences(prose, words):
        if not asked(sentence.text.casefold()) or not sentence.tokens:
            continue
        if sentence.block not in quoted:
            block = prose.blocks[sentence.block]
            quoted[sentence.block] = quotations(prose.text, block.start, block.end)
        scene = Scene(Analysis(sentence, words), Setting(None), "missile", quoted=quoted[sentence.block])
        where = prose.span(sentence.tokens[0].start, sentence.tokens[-1].end)
        inside = held[bisect_left(starts, where.start) : bisect_left(starts, where.end)]
        yield Passage(scene, tuple(inside))


@cache
def listed(part: str) -> dict[str, Any]:
    """Return the words of one part of `geography.toml`."""
    import tomllib

    words: dict[str, Any] = tomllib.loads(data.read("seeds", "geography.toml"))["en"][part]
    return words
