"""Who says it: the speech acts of a sentence, and what the next sentence carries over."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.dateline import dateline_end
from checker.claims.listener import ENDING, Listener
from checker.claims.speakers import capitals, speakers
from checker.claims.speech import Memory, Word
from checker.claims.whence import launching_country

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.claims.scene import Scene
    from checker.claims.speakers import Speaker

_JOINED = 3
_OPENING = 3


def words(scene: Scene, memory: Memory) -> tuple[tuple[Word, ...], Memory]:
    """Return the speech acts of a sentence, and what the next sentence may carry over."""
    found = speakers(scene)
    # A colon behind a speaker, or "by Tokyo's count", tells who speaks without a verb.
    tellers = scene.analysis.lexicon.words["reckonings"] | {":"}
    speaks = scene.analysis.of("speech") or not tellers.isdisjoint(scene.analysis.folds)
    ends = found and found[-1].last == len(scene.tokens) and scene.tokens[found[-1].first - 1].text in ENDING
    if not speaks and not ends and not _goes_on(scene):
        return (), _remembered(scene, found, (), memory, {}) if found or scene.analysis.of("country") else memory
    listening = Listener(scene, found, memory)
    acts = [*_told_apart(scene, [*listening.according()]), *listening.heading(), *listening.reckoning()]
    acts += listening.said(acts)
    acts.sort(key=lambda act: act.first)
    if not acts and memory.names and memory.block == scene.analysis.sentence.block and _goes_on(scene):
        return (Word(memory.names, 0, 0, 0, len(scene.tokens)),), memory
    acts = list(_clipped(scene, acts))
    return tuple(acts), _remembered(scene, listening.found, acts, memory, listening.people)


def _goes_on(scene: Scene) -> bool:
    """Whether a sentence goes on with what was just said: "Both flew ...", "One landed ...", not "Two weeks ago"."""
    if not scene.tokens or scene.analysis.mark_at("time_noun", 1):
        return False
    folds, words = scene.analysis.folds, scene.analysis.lexicon.words
    other = folds[0] in scene.analysis.articles and not words["ellipses"].isdisjoint(folds[1:2])
    return other or folds[0] in words["anaphors"]


def _remembered(
    scene: Scene, found: Sequence[Speaker], acts: Sequence[Word], memory: Memory, people: Mapping[str, tuple[str, ...]]
) -> Memory:
    heard = tuple(dict.fromkeys(name for act in acts for name in act.names))
    mentions = [
        (
            speaker.name,
            frozenset(token.folded for token in scene.tokens[speaker.first : speaker.last]) | _words_of(speaker.name),
        )
        for speaker in found
    ]
    spokespeople = scene.analysis.lexicon.words["spokespeople"]
    folds = scene.analysis.folds
    offices = {s.last: s.name for s in found if s.sort == "office" or folds[s.last - 1] in spokespeople}
    titled = [
        (scene.tokens[run[-1]].folded, (name,)) for at, name in offices.items() if (run := capitals(scene, at, 1))
    ]
    return Memory(
        heard or memory.names,
        (*memory.mentions, *mentions)[-40:],
        (*memory.people, *titled, *people.items())[-40:],
        scene.analysis.sentence.block if heard else memory.block,
        memory.home or _home(scene),
        launching_country([scene]) or memory.actor,
    )


@lru_cache(maxsize=512)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split())


def _home(scene: Scene) -> str | None:
    """Return the country of a dateline's place: the ministry of copy from Tokyo is Japan's."""
    end = dateline_end(scene.analysis)
    return next((str(mark.value) for mark in scene.analysis.of("capital") if mark.last <= end), None)


def _told_apart(scene: Scene, acts: Sequence[Word]) -> list[Word]:
    """Part "740 km, according to Seoul, or 750 km, according to Tokyo" where a joint follows what closes a clause."""
    words, made = scene.analysis.lexicon.words, list(acts)
    joints = words["turns"] | words["joins"] | words["alternatives"]
    for index, (act, following) in enumerate(pairwise(acts)):
        after = act.last + (act.last < len(scene.tokens) and scene.tokens[act.last].text == ",")
        closes = act.first > act.low and scene.tokens[act.first - 1].text == ","
        if closes and after < following.first and scene.tokens[after].folded in joints:
            made[index] = replace(made[index], high=act.last)
            made[index + 1] = replace(following, low=max(following.low, act.last))
    return made


def _clipped(scene: Scene, acts: Sequence[Word]) -> Iterator[Word]:
    """End a speech act where another begins after "but" or "while"."""
    turns, joins = scene.analysis.lexicon.words["turns"], scene.analysis.lexicon.words["joins"]
    for index, act in enumerate(acts):
        high, low = act.high, act.low
        for other in acts[index + 1 :]:
            before = [token.folded for token in scene.tokens[max(0, other.first - 2) : other.first]]
            turned = turns & set(before) or scene.tokens[0].folded in turns
            closed = act.first - act.low > _OPENING
            joined = bool(joins & set(before)) and (closed or other.first - act.last > _JOINED)
            if act.last <= other.first < high and (turned or joined):
                high = other.first
                break
        for other in acts[:index]:
            before = [token.folded for token in scene.tokens[max(0, act.first - 2) : act.first]]
            turned = (turns | joins) & set(before) or scene.tokens[0].folded in turns
            if other.last < act.first and turned:
                low = max(low, act.first)
        yield act if (low, high) == (act.low, act.high) else replace(act, low=low, high=high)


def attributed(acts: Sequence[Word], first: int, last: int) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return who says tokens `first` to `last`, and the tokens where the text says so."""
    names: list[str] = []
    where: list[tuple[int, int]] = []
    for act in [act for act in acts if act.alone and act.low <= first < act.high] or acts:
        if act.low <= first < act.high and not (act.first <= first and last <= act.last):
            names += act.names
            where.append((act.first, act.last))
    return tuple(dict.fromkeys(names)), tuple(where)
