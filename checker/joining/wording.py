"""Sentences that a draft shares with a source, nearly word for word: agency copy is seldom written anew."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.caching import cached_property
from checker.language import lexicon
from checker.language.sentences import stops
from checker.markup import levelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.claims import Claim
    from checker.events import Account

_LINE_ENDS = re.compile(r"\n+")
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = 0.8
_SHORTEST = 6
# A pair of words in more sentences than this tells none of them apart.
_COMMON = 24


class Wording:
    """The sentences of a text that hold claims, by their words without figures."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        """Take the launches of one document."""
        self._accounts = accounts

    @cached_property
    def sentences(self) -> tuple[tuple[Counter[str], tuple[Claim, ...]], ...]:
        """Return the words and the claims of each sentence that holds one."""
        source = self._accounts[0].source if self._accounts else None
        text = levelled(source.text, page=source.page) if source else ""
        lines = (match.end() for match in _LINE_ENDS.finditer(text))
        starts = sorted({0, *lines, *stops(text, 0, len(text), lexicon("en"))})
        held: dict[int, list[Claim]] = defaultdict(list)
        for claim in (claim for account in self._accounts for claim in account.claims):
            held[bisect_right(starts, claim.span.start) - 1].append(claim)
        ends = [*starts[1:], len(text)]
        return tuple(
            (Counter(_WORD.findall(text[starts[at] : ends[at]].casefold())), tuple(claims))
            for at, claims in sorted(held.items())
        )

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], tuple[int, ...]]:
        """Return in which sentences two words stand that follow each other in the alphabet of a sentence."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, (words, _) in enumerate(self.sentences):
            for pair in pairwise(sorted(words)):
                found[pair].append(at)
        return {pair: tuple(places) for pair, places in found.items() if len(places) <= _COMMON}

    def twins_of(self, words: Counter[str]) -> tuple[tuple[Claim, ...], ...]:
        """Return the claims of each sentence that is as like some words as any, and nearly the same."""
        if words.total() < _SHORTEST:
            return ()
        shared = Counter(at for pair in pairwise(sorted(words)) for at in self._places.get(pair, ()))
        likeness = {at: _likeness(words, self.sentences[at][0]) for at in shared}
        most = max(likeness.values(), default=0.0)
        return tuple(self.sentences[at][1] for at, like in sorted(likeness.items()) if like == most >= _ALIKE)


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words that two sentences have in common: 1 for the same words, 0 for none."""
    return 2 * (one & other).total() / (one.total() + other.total())


def twins(draft: Wording, source: Wording) -> dict[str, tuple[Claim, ...]]:
    """Return, by the ids of a draft's claims, the claims of the same kind in the sentences like theirs."""
    found: dict[str, tuple[Claim, ...]] = {}
    for words, claims in draft.sentences:
        like = source.twins_of(words)
        for claim in claims if like else ():
            there = tuple(other for one in like for other in one if other.kind == claim.kind)
            if there:
                found[claim.id] = there
    return found


def paired(draft: Wording, source: Wording) -> Iterator[tuple[Claim, Claim]]:
    """Yield the claims that stand in the same place of the same sentence, where only one sentence is like it."""
    for words, claims in draft.sentences:
        like = source.twins_of(words)
        if len(like) != 1:
            continue
        for kind in {claim.kind for claim in claims}:
            mine, there = ([claim for claim in told if claim.kind == kind] for told in (claims, like[0]))
            if len(mine) == len(there):
                yield from zip(mine, there, strict=True)
