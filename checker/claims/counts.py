"""The number of missiles fired, where a number is written; parts, tallies and stocks are no count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from checker.claims.nounphrases import hedged
from checker.claims.sighting import Sighting
from checker.figures.numerals import Numeral, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.figures.interval import Qualifier
    from checker.language.lexicon import Mark

_BEFORE_NOUN = 12
_TALLY_REACH = 12
# More missiles than one salvo has had; a larger number counts something else.
_MOST = 300
_HALF = 0.5
_YEAR = re.compile(r"(?:19|20)\d\d")
_OWNED = 2  # tokens of "Korea's"
_IN_YEAR = 2  # tokens of "in 2022"


def counts(scene: Scene) -> Iterator[Sighting]:
    """Yield "two ballistic missiles", "at least six missiles"."""
    analysis = scene.analysis
    end = 0
    for at in analysis.number_starts:
        number = numeral(analysis, at) if at >= end else None
        if number is None or number.value != int(number.value) or number.value < 1:
            continue
        end = number.last
        noun = _noun_after(scene, number) if _counts_something(scene, number) and not _is_end(scene, at) else None
        if noun and _fired(scene, number, noun):
            half = _half_before(scene, number)
            first, qualifier = _qualified(scene, at if half is None else half)
            value = int(number.value) if half is None else int(number.value) // 2
            yield Sighting("count", first, noun.last, value, qualifier=qualifier)


def _half_before(scene: Scene, number: Numeral) -> int | None:
    """Return the token of the "half" of "half a dozen missiles"."""
    tokens, words = scene.tokens, scene.analysis.lexicon.words
    at = number.first - 1
    if tokens[number.first].folded not in words["dozens"] or at < 1:
        return None
    at -= tokens[at].folded in words["one_articles"] or tokens[at].text == "-"
    return at if scene.analysis.numbers.get(tokens[at].folded) == _HALF else None


def _qualified(scene: Scene, at: int) -> tuple[int, Qualifier]:
    analysis = scene.analysis
    article = at > 0 and analysis.tokens[at - 1].folded in analysis.articles
    hedge = analysis.mark_ending("hedge", at) or (analysis.mark_ending("hedge", at - 1) if article else None)
    if hedge:
        return hedge.first, cast("Qualifier", hedge.value)
    return hedged(scene, at)


def _is_end(scene: Scene, at: int) -> bool:
    """Whether a number is the upper end of "two to three", "two or three": how many there were is not said."""
    analysis = scene.analysis
    joint = analysis.mark_ending("range_word", at) or analysis.mark_ending("alternative", at)
    return joint is not None and any(joint.first - size in analysis.number_starts for size in (1, 2))


def _counts_something(scene: Scene, number: Numeral) -> bool:
    """Whether a number can count missiles: no part of a date, a clock time, a name or a measure ("500-pound")."""
    if number.value > _MOST or number.last >= len(scene.tokens):
        return False
    taken = [(day.first, day.last) for day in scene.days]
    taken += [(clock.number, clock.time_last) for clock in scene.clocks]
    taken += [(mark.first, mark.last) for mark in scene.analysis.of("missile_name")]
    if any(low <= number.first < high for low, high in taken):
        return False
    before = scene.tokens[number.first - 1] if number.first else None
    if before and before.text == "/":
        return False
    if (
        before
        and before.kind == "w"
        and before.text[0].isupper()
        and scene.tokens[number.first].kind == "n"
        and number.first > 1
    ):
        return False
    following = scene.tokens[number.last]
    return following.spaced or (following.kind == "p" and following.text not in {"-", "%", "/", ":"})


def _noun_after(scene: Scene, number: Numeral) -> Mark | None:
    """Return the missile noun that a number counts, past its adjectives and names; more than one take a plural."""
    analysis, tokens, at = scene.analysis, scene.tokens, number.last
    breaks = analysis.lexicon.words["noun_breaks"]
    if at < len(tokens) and _is_unit(scene, at):
        return None
    joined = 0
    for index in range(at, min(at + _BEFORE_NOUN, len(tokens))):
        if index < joined:
            continue
        noun = analysis.mark_at("counted", index) or _plural_name(scene, index)
        if noun:
            return noun if _is_counted(scene, number, noun) else None
        token = tokens[index]
        if token.text in {"-", '"', "'", "/"} or (token.kind == "n" and index > at):
            continue
        if index == at and token.folded in analysis.lexicon.words["more"]:
            continue
        joined = _past_joint(scene, at, index)
        if joined > index:
            continue
        if token.kind != "w" or token.folded in breaks:
            return None
    return None


def _plural_name(scene: Scene, at: int) -> Mark | None:
    """Return the "KN-23s" of "two KN-23s" as a noun."""
    tokens = scene.tokens
    name = scene.analysis.mark_at("missile_name", at)
    if name is None or name.last >= len(tokens) or tokens[name.last].spaced or tokens[name.last].text != "s":
        return None
    return name._replace(category="counted", value="many", last=name.last + 1)


def _is_counted(scene: Scene, number: Numeral, noun: Mark) -> bool:
    """Whether a number and a noun go together, and the noun is no part of another: "two missile tests"."""
    if scene.analysis.mark_at("class_else", noun.last) or _of_tests(scene, noun):
        return False
    if number.value > 1 and noun.value == "one":
        return False
    return not any(o.first <= noun.first < o.last for o in scene.analysis.of("other_subject"))


def _past_joint(scene: Scene, first: int, index: int) -> int:
    """Return the token after what joins two names or classes that a number counts together, or `index`.

    "Four Scud or Rodong missiles", "three cruise or ballistic missiles", "five Scud (or Scud-ER) missiles".
    """
    analysis, tokens = scene.analysis, scene.tokens
    words = analysis.lexicon.words
    if tokens[index].kind == "w" and tokens[index].folded not in words["class_joints"]:
        return index
    if tokens[index].text == ")":
        return index + 1 if any(token.text == "(" for token in tokens[first:index]) else index
    at = index + (tokens[index].text == "(")
    if at + 1 >= len(tokens) or tokens[at].folded not in words["class_joints"] or index == first:
        return index
    before = index - (tokens[index - 1].text == "-")
    typed = tokens[before - 1].folded in words["class_words"] or analysis.mark_ending("missile_name", before)
    if not typed:
        return index
    if tokens[at + 1].folded in words["others"]:
        return at + 2
    following = analysis.mark_at("missile_class", at + 1) or analysis.mark_at("missile_name", at + 1)
    return at + 1 if following or tokens[at + 1].folded in words["class_words"] else index


def _of_tests(scene: Scene, noun: Mark) -> bool:
    """Whether the missiles are only the first half of "missile tests", or the rounds those of tests or talks."""
    at = noun.last
    rounds = scene.tokens[noun.first].folded in scene.analysis.lexicon.words["rounds"]
    if rounds and at < len(scene.tokens) and scene.tokens[at].folded in scene.analysis.lexicon.words["of"]:
        return True
    return any(mark.first == at for mark in scene.analysis.of("launch_noun")) and scene.tokens[at].kind == "w"


def _is_unit(scene: Scene, at: int) -> bool:
    mark = scene.analysis.mark_at("unit", at)
    return mark is not None and not scene.tokens[at].text.isupper()


def _fired(scene: Scene, number: Numeral, noun: Mark) -> bool:
    """Whether the counted missiles are those of a launch: a verb of launch, flight or landing has them."""
    analysis = scene.analysis
    if analysis.mark_ending("tally", _owner(scene, number.first)) or analysis.of("answer", "tally_days"):
        return False
    if any(0 <= mark.first - noun.last < _TALLY_REACH for mark in analysis.of("tally_after")):
        return False
    if any(_is_year(scene, at) for at in range(noun.last, noun.last + _TALLY_REACH)):
        return False
    verbs = [mark for mark in analysis.of("launch") if mark.value == "verb"]
    if number.value > 1:
        verbs += [*analysis.of("landing"), *analysis.of("launch_noun"), *analysis.of("detection")]
        verbs += [mark for mark in analysis.of("before") if mark.value == "range"]
        verbs += analysis.of("barrage")
    return any(mark.first >= noun.last or mark.last <= number.first for mark in verbs)


def _owner(scene: Scene, at: int) -> int:
    """Return where the owner before a number begins: "one of North Korea's three ICBMs", "one of our three"."""
    analysis, words = scene.analysis, scene.analysis.lexicon.words
    if at and scene.tokens[at - 1].folded in words["owners"]:
        return at - 1
    if at < _OWNED or scene.tokens[at - 1].folded != "'s":
        return at
    country = analysis.mark_ending("country", at - 1)
    return country.first if country else at - 2


def _is_year(scene: Scene, at: int) -> bool:
    """Whether a token and the next are "in 2022", which no day or month goes with."""
    tokens = scene.tokens[at : at + 2]
    if len(tokens) < _IN_YEAR or tokens[0].folded not in scene.analysis.lexicon.words["tally_leads"]:
        return False
    return tokens[1].kind == "n" and _YEAR.fullmatch(tokens[1].text) is not None and at + 1 not in scene.timed
