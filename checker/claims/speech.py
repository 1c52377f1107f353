"""What a speech act is, and what a text remembers of those before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.speakers import Speaker, country_after, is_body
from checker.claims.whence import launching_country
from checker.frozen import dataclass
from checker.gazetteer import canonical, country_of, is_press

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

STATE_MEDIA = "state-media"
_TOLD_BY_OTHERS = frozenset({"PRK"})


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


def _of_country(scene: Scene, mark: Mark, memory: Memory, actor: str | None) -> tuple[str, ...]:
    """Return "the country's ministry", that of who spoke last, or of who launches where no other country is named.

    Of North Korea's launches others tell.
    """
    words = scene.analysis.lexicon.words
    before = tuple(token.folded for token in scene.tokens[max(0, mark.first - 3) : mark.first])
    if before[-2:-1] and before[-2] in words["own_country"] and before[-1] in words["possessives"]:
        named = scene.nearest_left(mark.first, scene.analysis.of("country"))
        country = str(named.value) if named else actor
        return (canonical(str(mark.value), country),) if country else ()
    definite = before[-1:] and before[-1] in scene.analysis.articles
    titled = mark.category == "office" and scene.tokens[mark.first].text[0].isupper()
    if len(memory.names) == 1 and not is_press(memory.names[0]) and (definite or titled) and mark.value != STATE_MEDIA:
        country = country_of(memory.names[0])
        return (canonical(str(mark.value), country),) if country and country not in _TOLD_BY_OTHERS else ()
    named_here = {str(country.value) for country in scene.analysis.of("country")}
    alone = actor not in {None, *_TOLD_BY_OTHERS} and named_here <= {actor}
    if memory.names or memory.home or not alone or not (definite or titled):
        return ()
    return (canonical(str(mark.value), str(actor)),)


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
        if not taken and not names:
            names = _of_country(scene, mark, memory, actor)
        if not taken and not names and actor and mark.value == STATE_MEDIA:
            names = (canonical(STATE_MEDIA, actor),)
        if not taken and not names and memory.home and scene.tokens[mark.first].text[0].isupper():
            names = (canonical(str(mark.value), memory.home),)
        if names:
            yield Speaker(names[0], mark.first, last, "office" if mark.category == "office" else "body")
