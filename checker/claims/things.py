"""Missiles: class, name, and the number fired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.sighting import Sighting
from checker.figures.numerals import Numeral, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.figures.interval import Qualifier
    from checker.language.lexicon import Mark

_BEFORE_NOUN = 7
# More missiles than one salvo has had; a larger number counts something else.
_MOST = 300


def things(scene: Scene) -> Iterator[Sighting]:
    """Yield the classes, names and counts of a sentence."""
    yield from _classes(scene)
    yield from _names(scene)
    yield from _counts(scene)


def _hedged(scene: Scene, first: int) -> tuple[int, Qualifier]:
    """Return where a hedge such as "apparent" or "what may be a" begins before a token, and whether there is one."""
    at, about = first, False
    while at > 0:
        mark = scene.analysis.mark_ending("guess", at)
        if mark:
            at, about = mark.first, True
            continue
        if scene.tokens[at - 1].folded in scene.analysis.lexicon.words["noun_leads"] and at > first - _BEFORE_NOUN:
            at -= 1
            continue
        break
    return (at if about else first), ("about" if about else "exact")


def _classes(scene: Scene) -> Iterator[Sighting]:
    analysis = scene.analysis
    covered = -1
    for mark in analysis.of("missile_class"):
        if mark.first < covered:
            continue
        covered = mark.last
        if any(m.first <= mark.first < m.last or m.first == mark.last for m in analysis.of("no_class")):
            continue
        first, qualifier = _hedged(scene, mark.first)
        last = mark.last
        while last < len(scene.tokens) and _class_repeat(scene, last, str(mark.value)):
            last += 3
        yield Sighting("missile_class", first, last, str(mark.value), qualifier=qualifier)
        covered = last


def _class_repeat(scene: Scene, at: int, value: str) -> bool:
    """Whether "(ICBM)" follows a class in words: the same claim, said again."""
    tokens = scene.tokens
    if at + 2 >= len(tokens) or tokens[at].text != "(" or tokens[at + 2].text != ")":
        return False
    mark = scene.analysis.mark_at("missile_class", at + 1)
    return bool(mark and mark.last == at + 2 and mark.value == value)


def _names(scene: Scene) -> Iterator[Sighting]:
    covered = -1
    for mark in scene.analysis.of("missile_name"):
        if mark.first < covered:
            continue
        value = mark.value
        if value.alone == "no" or (value.alone == "context" and not _beside_missile(scene, mark)):
            continue
        first, qualifier = _hedged(scene, mark.first)
        yield Sighting("missile_name", first, mark.last, value.name, qualifier=qualifier, entity=value.id)
        covered = mark.last


def _beside_missile(scene: Scene, mark: Mark) -> bool:
    near = [m for m in scene.analysis.of("missile", "missile_class") if m.value != "weak"]
    return any(-2 <= m.first - mark.last <= 2 or 0 <= mark.first - m.last <= 1 for m in near)


def _counts(scene: Scene) -> Iterator[Sighting]:
    """Yield "two ballistic missiles", "at least six missiles"; parts, tallies and stocks are none."""
    analysis, tokens = scene.analysis, scene.tokens
    at = 0
    while at < len(tokens):
        number = numeral(tokens, at, analysis.numbers)
        if number is None or number.value != int(number.value) or number.value < 1:
            at += 1
            continue
        noun = _noun_after(scene, number.last) if _counts_something(scene, number) else None
        if noun and _fired(scene, number.first, noun.last):
            first, qualifier = at, "exact"
            hedge = analysis.mark_ending("hedge", at)
            if hedge:
                first, qualifier = hedge.first, str(hedge.value)
            guess, guessed = _hedged(scene, first)
            if guessed == "about" and qualifier == "exact":
                first, qualifier = guess, "about"
            yield Sighting("count", first, noun.last, int(number.value), qualifier=qualifier)  # type: ignore[arg-type]
        at = number.last


def _counts_something(scene: Scene, number: Numeral) -> bool:
    """Whether a number can count missiles: no part of a date, a clock time, a name or a measure ("500-pound")."""
    if number.value > _MOST or any(day.first <= number.first < day.last for day in scene.days):
        return False
    taken = [(clock.number, clock.time_last) for clock in scene.clocks]
    taken += [(mark.first, mark.last) for mark in scene.analysis.of("missile_name")]
    if any(low <= number.first < high for low, high in taken) or number.last >= len(scene.tokens):
        return False
    following = scene.tokens[number.last]
    return following.spaced or (following.kind == "p" and following.text not in {"-", "%", "/", ":"})


def _noun_after(scene: Scene, at: int) -> Mark | None:
    """Return the missile noun that a number counts, past its adjectives and names."""
    analysis, tokens = scene.analysis, scene.tokens
    for index in range(at, min(at + _BEFORE_NOUN + 3, len(tokens))):
        noun = analysis.mark_at("counted", index)
        if noun:
            return noun
        token = tokens[index]
        if token.text in {"-", '"', "'", "/"} or (token.kind == "n" and index > at):
            continue
        if (
            token.kind != "w"
            or token.folded in analysis.lexicon.words["noun_breaks"]
            or (analysis.mark_at("unit", index) and index == at)
        ):
            return None
        if index == at and token.folded in {"of", "st", "nd", "rd", "th"}:
            return None
    return None


def _fired(scene: Scene, first: int, last: int) -> bool:
    """Whether the counted missiles are those of a launch."""
    analysis, tokens = scene.analysis, scene.tokens
    if analysis.mark_ending("tally", first) or analysis.mark_at("tally_after", last):
        return False
    if first and (
        tokens[first - 1].folded in {"'s", "of"}
        and first > 1
        and tokens[first - 2].folded in {"one", "each", "some", "most"}
    ):
        return False
    if any(mark.first >= last - 1 and mark.first - last < 12 for mark in analysis.of("tally_after")):
        return False
    verbs = (
        [m for m in analysis.of("launch") if m.value == "verb"]
        + list(analysis.of("landing"))
        + list(analysis.of("launch_noun"))
    )
    verbs += [m for m in analysis.of("before") if m.value == "range"]
    return any(m.first >= last or m.last <= first for m in verbs)
