"""Where a launch began, and where it came down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.governing import governor
from checker.claims.sighting import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

_LEAD = 9


def places(scene: Scene) -> Iterator[Sighting]:
    """Yield the launch sites and impact areas of a sentence."""
    yield from _sites(scene)
    yield from _areas(scene)


def _preposition(scene: Scene, first: int, words: frozenset[str]) -> int | None:
    """Return the preposition that a noun hangs on, past its articles, adjectives and "the port city of"."""
    lexicon = scene.analysis.lexicon
    for at in range(first - 1, max(-1, first - 1 - _LEAD), -1):
        token = scene.tokens[at]
        if token.folded in words:
            return at
        if token.kind == "p" and token.text not in {"-", "'"}:
            return None
        if (
            token.folded not in lexicon.words["place_leads"]
            and not scene.analysis.mark_at("country", at)
            and token.folded != "'s"
        ):
            return None
    return None


def _sites(scene: Scene) -> Iterator[Sighting]:
    analysis, words = scene.analysis, scene.analysis.lexicon.words
    last_end = -1
    for mark in analysis.of("site", "site_phrase"):
        if mark.first < last_end:
            continue
        lead = _preposition(scene, mark.first, words["from_words"] | words["at_words"])
        if lead is None:
            continue
        strong = scene.tokens[lead].folded in words["from_words"]
        if not _launched_here(scene, lead, strong=strong, mark=mark):
            continue
        last = mark.last
        tail = analysis.mark_at("site_tail", last)
        last = tail.last if tail else last
        value, entity = (
            (mark.value.name, mark.value.id)
            if mark.category == "site"
            else (
                scene.analysis.sentence.prose.text[scene.tokens[mark.first].start : scene.tokens[mark.last - 1].end],
                None,
            )
        )
        yield Sighting("site", lead, last, value, entity=entity)
        last_end = last
        last_end = max(last_end, _province(scene, last))


def _province(scene: Scene, last: int) -> int:
    """Return the token after ", North Pyongan Province": the same place, not another."""
    comma = last < len(scene.tokens) and scene.tokens[last].text == ","
    at = last + 1 if comma else last
    if not comma and at < len(scene.tokens) and scene.tokens[at].folded in {"in", "of"}:
        at += 1
    elif not comma:
        return last
    for start in range(at, min(at + 5, len(scene.tokens))):
        mark = scene.analysis.mark_at("site", start)
        if mark:
            return mark.last
    return last


def _launched_here(scene: Scene, lead: int, *, strong: bool, mark: Mark) -> bool:
    analysis = scene.analysis
    if scene.subject(lead) != "missile" and not analysis.of("launch_noun"):
        return False
    kind = governor(scene, lead, mark.last)
    if (
        any(m.last > lead >= m.first or m.last == lead for m in analysis.of("from_place") if m.value == "any")
        and strong
    ):
        measured = [q for q in scene.quantities if q.last <= lead and lead - q.last <= 2]
        if measured:
            return False
    return kind == "launch" or (kind is None and strong)


def _areas(scene: Scene) -> Iterator[Sighting]:
    analysis, words = scene.analysis, scene.analysis.lexicon.words
    covered = -1
    for mark in analysis.of("sea", "sea_phrase"):
        if mark.first < covered:
            continue
        lead = _preposition(scene, mark.first, words["into_words"])
        if lead is None or not _comes_down(scene, lead):
            continue
        last = mark.last
        tail = analysis.mark_at("sea_tail", last)
        last = tail.last if tail else last
        value, entity = (mark.value.name, mark.value.id) if mark.category == "sea" else (None, None)
        if value is None:
            value = analysis.sentence.prose.text[scene.tokens[mark.first].start : scene.tokens[last - 1].end]
        yield Sighting("impact_area", lead, last, value, entity=entity)
        covered = last


def _comes_down(scene: Scene, lead: int) -> bool:
    analysis = scene.analysis
    if scene.subject(lead) != "missile" and not analysis.of("launch_noun"):
        return False
    return governor(scene, lead, lead + 1) in {"launch", "landing"} or any(
        mark.last <= lead and lead - mark.last < 8 for mark in analysis.of("landing")
    )
