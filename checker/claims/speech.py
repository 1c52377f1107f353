"""What a speech act is, and what a text remembers of those before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.speakers import Speaker, countries_after, is_body
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
    """A speech act: who speaks, in tokens `first` to `last`, and the tokens `low` to `high` that it covers.

    `alone` says that nobody else in the sentence says what it covers.
    """

    names: tuple[str, ...]
    first: int
    last: int
    low: int
    high: int
    alone: bool = False


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

    def whole(self, words: frozenset[str], body: str) -> tuple[str, ...]:
        """Return the last speaker mentioned in all of some words, and all who spoke last where several are such a body.

        "The army" is Pakistan's army, though its Strategic Forces Command was named after it.
        """
        fitting = [name for name, mentioned in self.mentions if words <= mentioned]
        if len(set(fitting)) < 2:
            return tuple(fitting[-1:])
        alike = [name for name in fitting if is_body(name, body)] or fitting
        together = tuple(name for name in self.names if name in alike)
        return together if len(together) > 1 and alike[-1] in together else tuple(alike[-1:])

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
    marks = scene.analysis.of("body", "office")
    for mark in marks:
        if any(m.first <= mark.first and mark.last <= m.last and m[1:3] != mark[1:3] for m in marks):
            continue
        if any(s.first < mark.last and mark.first < s.last for s in found):
            continue
        behind, last = countries_after(scene, mark)
        cited = None if behind else _cited(scene, found, mark)
        if behind:
            names = tuple(canonical(str(mark.value), country) for country in behind)
        elif cited:
            names = (canonical(str(mark.value), cited),)
        elif scene.analysis.mark_ending("carry", mark.last) is not None:
            continue
        else:
            names = _named_before(scene, mark, memory)
        for name in names:
            yield Speaker(name, mark.first, last, "office" if mark.category == "office" else "body")


def meant(scene: Scene, speaker: Speaker, memory: Memory) -> Speaker:
    """Return who a name is in a text that has given it to another's body: "the Taiwanese ... (MND)", "the MND"."""
    if speaker.sort != "name" or not memory.mentions:
        return speaker
    body = scene.analysis.mark_at("body", speaker.first) or scene.analysis.mark_at("office", speaker.first)
    named = any(name == speaker.name for name, _ in memory.mentions)
    if named or body is None or body.last != speaker.last:
        return speaker
    names = memory.whole(frozenset(scene.analysis.folds[speaker.first : speaker.last]), str(body.value))
    return Speaker(names[0], speaker.first, speaker.last, "body") if names else speaker


def _cited(scene: Scene, found: Sequence[Speaker], body: Mark) -> str | None:
    """Return the country of the outlet that cites a body: "NHK said, citing the Defense Ministry"."""
    words, start = scene.analysis.lexicon.words, body.first
    while start and scene.tokens[start - 1].folded in words["cited_leads"] | scene.analysis.articles:
        start -= 1
    elsewhere = body.last < len(scene.tokens) and scene.tokens[body.last].folded in words["place_prepositions"]
    if not start or elsewhere or scene.tokens[start - 1].folded not in words["citing"]:
        return None
    if start > 1 and scene.tokens[start - 2].folded in words["withouts"]:
        return None
    citing = [s for s in found if s.last < start and s.sort != "state"] or [s for s in found if s.first > body.last]
    outlets = [s for s in citing if is_press(s.name)] or citing
    return country_of(outlets[-1].name) if outlets else None


def _named_before(scene: Scene, mark: Mark, memory: Memory) -> tuple[str, ...]:
    """Return whose body it is by what the text has said: the same words, who spoke last, who launches, the dateline."""
    body, title = str(mark.value), scene.tokens[mark.last - 1].folded
    names = memory.whole(frozenset(scene.analysis.folds[mark.first : mark.last]), body)
    called = any(title in group.split() for group in scene.analysis.lexicon.words["carried"])
    if not names and mark.category == "office" and called:
        names = memory.minister_of(body)
    actor = memory.actor or launching_country([scene])
    if not names:
        names = _of_country(scene, mark, memory, actor)
    if not names and actor and body == STATE_MEDIA:
        names = (canonical(STATE_MEDIA, actor),)
    if not names and memory.home and scene.tokens[mark.first].text[0].isupper():
        names = (canonical(body, memory.home),)
    return names
