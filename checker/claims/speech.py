"""What a speech act is, and what a text remembers of those before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.speakers import Speaker, country_after, is_body
from checker.claims.whence import launching_country
from checker.frozen import dataclass
from checker.gazetteer import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.scene import Scene

STATE_MEDIA = "state-media"


@dataclass(frozen=True, slots=True)
class Word:
    """A speech act: who speaks, in tokens `first` to `last`, and the tokens `low` to `high` that it covers."""

    names: tuple[str, ...]
    first: int
    last: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Memory:
    """Who spoke last, for "it said"; who was mentioned in which words, for "the ministry"; people by surname.

    `block` is the paragraph of the last speech act, `home` the country of the dateline, `actor` that which launches.
    """

    names: tuple[str, ...] = ()
    mentions: tuple[tuple[str, frozenset[str]], ...] = ()
    people: tuple[tuple[str, tuple[str, ...]], ...] = ()
    block: int = -1
    home: str | None = None
    actor: str | None = None

    def whole(self, words: frozenset[str]) -> tuple[str, ...]:
        """Return the last speaker mentioned in all of some words."""
        fitting = [name for name, mentioned in self.mentions if words <= mentioned]
        return tuple(fitting[-1:])

    def minister_of(self, body: str) -> tuple[str, ...]:
        """Return who spoke last, where that is such a ministry: a minister without a country is its own."""
        return self.names if len(self.names) == 1 and is_body(self.names[0], body) else ()

    def called(self, words: frozenset[str]) -> tuple[str, ...]:
        """Return the last speaker mentioned in one of some words, nobody where none was."""
        fitting = [name for name, mentioned in self.mentions if words & mentioned]
        return tuple(fitting[-1:])


def bare(scene: Scene, found: Sequence[Speaker], memory: Memory) -> Iterator[Speaker]:
    """Yield bodies without a country ("the Air Force", "Defence Minister"), as the text has named them before."""
    for mark in scene.analysis.of("body", "office"):
        taken = any(s.first < mark.last and mark.first < s.last for s in found)
        taken = taken or scene.analysis.mark_ending("carry", mark.last) is not None
        words = frozenset(token.folded for token in scene.tokens[mark.first : mark.last])
        names = () if taken else memory.whole(words)
        title = scene.tokens[mark.last - 1].folded
        called = any(title in group.split() for group in scene.analysis.lexicon.words["carried"])
        if not taken and not names and mark.category == "office" and called:
            names = memory.minister_of(str(mark.value))
        country, last = country_after(scene, mark)
        if not taken and country:
            names = (canonical(str(mark.value), country),)
        actor = memory.actor or launching_country([scene])
        if not taken and not names and actor and mark.value == STATE_MEDIA:
            names = (canonical(STATE_MEDIA, actor),)
        if not taken and not names and memory.home and scene.tokens[mark.first].text[0].isupper():
            names = (canonical(str(mark.value), memory.home),)
        if names:
            yield Speaker(names[0], mark.first, last, "office" if mark.category == "office" else "body")
