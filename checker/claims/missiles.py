"""The class and the name of a missile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.nounphrases import hedged, longest
from checker.claims.sighting import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

_NEAR = 2
_PAYLOAD_REACH = 3
_BRACKET = 3  # tokens of "(ICBM)"
_BY_RANGE = frozenset({"SRBM", "MRBM", "IRBM"})


def classes(scene: Scene) -> Iterator[Sighting]:
    """Yield the classes that a sentence gives; names of treaties, defences and comparisons are none."""
    covered = -1
    for mark in longest(scene.analysis.of("missile_class", "no_class")):
        if mark.category == "no_class" or mark.first < covered or _said_of_else(scene, mark):
            continue
        if half := _half_before(scene, mark):
            yield Sighting("missile_class", half.first, half.last, str(half.value))
        first, qualifier = hedged(scene, mark.first)
        last = mark.last
        while _repeated(scene, last, str(mark.value)):
            last += 3
        covered = last
        yield Sighting("missile_class", first, last, str(mark.value), qualifier=qualifier)


def _said_of_else(scene: Scene, mark: Mark) -> bool:
    """Whether class words speak of no missile: "like a ballistic missile", "going ballistic", "missile drill"."""
    analysis, tokens = scene.analysis, scene.tokens
    if analysis.of("class_else") and analysis.mark_at("class_else", _behind_bracket(scene, mark)):
        return True
    at = mark.first
    while at > 0 and tokens[at - 1].folded in analysis.articles | {'"'}:
        at -= 1
    if analysis.mark_ending("comparison", at):
        return True
    noun = any(mark.first <= other.first < mark.last for other in analysis.of("missile"))
    if noun:
        return False
    near = [*analysis.of("missile"), *analysis.of("missile_name")]
    following = any(0 <= other.first - mark.last <= _NEAR for other in near)
    leads = {at, mark.first}
    return not (following or any(analysis.mark_ending(lead, end) for lead in ("guess", "classed") for end in leads))


def _behind_bracket(scene: Scene, mark: Mark) -> int:
    """Return the token after class words, and past the bracket around them or behind: "(ICBM) interceptors"."""
    texts = [token.text for token in scene.tokens[mark.last : mark.last + _BRACKET]]
    if texts[:1] == [")"] and mark.first and scene.tokens[mark.first - 1].text == "(":
        return mark.last + 1
    return mark.last + _BRACKET if texts[:1] == ["("] and texts[-1] == ")" else mark.last


def _half_before(scene: Scene, mark: Mark) -> Mark | None:
    """Return the "short" of "short and medium-range missiles"."""
    if str(mark.value) not in _BY_RANGE or not (halves := scene.analysis.of("class_half")):
        return None
    at = mark.first - 1
    if at < 1 or scene.tokens[at].folded not in scene.analysis.lexicon.words["joins"]:
        return None
    at -= scene.tokens[at - 1].text == "-"
    half = next((half for half in halves if half.last == at and half.value != mark.value), None)
    said = half and half.first and scene.tokens[half.first - 1].folded in scene.analysis.lexicon.words["copulas"]
    return None if said else half


def _repeated(scene: Scene, at: int, value: str) -> bool:
    """Whether "(ICBM)" follows a class in words: the same claim, said again."""
    tokens = scene.tokens
    if at + 2 >= len(tokens) or tokens[at].text != "(" or tokens[at + 2].text != ")":
        return False
    mark = scene.analysis.mark_at("missile_class", at + 1)
    return bool(mark and mark.last == at + 2 and mark.value == value)


def names(scene: Scene) -> Iterator[Sighting]:
    """Yield the missiles that a sentence names; a word that is also a name counts only beside a missile."""
    analysis = scene.analysis
    speakers = analysis.of("speaker")
    for mark in longest(analysis.of("missile_name")):
        spoken = any(other.first <= mark.first and mark.last <= other.last for other in speakers)
        if spoken or not _is_name(scene, mark) or _is_payload(scene, mark):
            continue
        entry, last, name = mark.value, mark.last, mark.value.name
        number = _number_after(scene, mark)
        if number and (entry.alone == "yes" or _beside_missile(scene, mark) or entry.alone == "no"):
            last, name = number, f"{entry.name}-{scene.tokens[number - 1].text}"
        elif entry.alone == "no" or (entry.alone == "context" and not _beside_missile(scene, mark)):
            continue
        first, qualifier = hedged(scene, mark.first)
        yield Sighting("missile_name", first, last, name, qualifier=qualifier, entity=None if number else entry.id)


def _is_payload(scene: Scene, mark: Mark) -> bool:
    """Whether a name is that of a satellite, not of its rocket: "the Kwangmyongsong-4 satellite"."""
    payloads = scene.analysis.lexicon.words["payloads"]
    after = [token.folded for token in scene.tokens[mark.last : mark.last + _PAYLOAD_REACH]]
    before = [token.folded for token in scene.tokens[max(0, mark.first - _PAYLOAD_REACH) : mark.first]]
    rocket = any(0 <= other.first - mark.last <= 1 for other in scene.analysis.of("missile", "missile_class"))
    return not rocket and bool(payloads & {*after, *before})


def _is_name(scene: Scene, mark: Mark) -> bool:
    """Whether a name is written as one, and is no first half of "Scud-like", "Musudan-ri" (a village) or a variant."""
    tokens = scene.tokens
    lettered = tokens[mark.first].text
    if not (lettered[0].isupper() or lettered[0].isdecimal()):
        return False
    words = scene.analysis.lexicon.words
    glued = tokens[mark.last] if mark.last < len(tokens) and not tokens[mark.last].spaced else None
    if glued and glued.kind == "w" and glued.text not in words["plural_ending"] and tokens[mark.last - 1].kind == "n":
        return False  # "Hwasong-11As": a variant that is not in the list
    joined = mark.last + 1 < len(tokens) and tokens[mark.last].text == "-" and not tokens[mark.last].spaced
    return not (joined and tokens[mark.last + 1].folded in words["likeness"] | words["village_endings"])


def _number_after(scene: Scene, mark: Mark) -> int | None:
    """Return the token after the number of a family that no entry has: "Hwasong-99"."""
    tokens, at = scene.tokens, mark.last
    if mark.value.family is None or mark.value.family != mark.value.name or at >= len(tokens):
        return None
    if tokens[at].text == "-" and not tokens[at].spaced and at + 1 < len(tokens):
        at += 1
    elif tokens[at].spaced:
        return None
    return at + 1 if tokens[at].kind == "n" and not tokens[at].spaced and len(tokens[at].text) <= 3 else None


def _beside_missile(scene: Scene, mark: Mark) -> bool:
    near = [m for m in scene.analysis.of("missile", "missile_class") if m.value != "weak"]
    if any(-_NEAR <= m.first - mark.last <= _NEAR or 0 <= mark.first - m.last <= 1 for m in near):
        return True
    verb = scene.analysis.mark_ending("launch", mark.first)
    return bool(verb and verb.value == "verb") or _of_launch(scene, mark)


def _of_launch(scene: Scene, mark: Mark) -> bool:
    """Whether a name is what a launch is of: "the Minuteman launch", and not "Operation Minuteman launches"."""
    if mark.last >= len(scene.tokens) or not scene.analysis.mark_at("launch_noun", mark.last):
        return False
    lead = scene.tokens[mark.first - 1] if mark.first else None
    return lead is not None and lead.folded in scene.analysis.articles
