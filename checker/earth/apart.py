"""Find how far copy says that two places lie from each other: "Tokyo, about 1,300 km from Pyongyang"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checker import gazetteer
from checker.earth.extents import Extent, country
from checker.earth.passages import listed
from checker.earth.told import direction_words, towards
from checker.language.phrases import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.earth.passages import Passage
    from checker.figures import Figure
    from checker.figures.pairs import Quantity
    from checker.gazetteer import Place
    from checker.source import Span

_STEMS = (" from ", " between ", " apart", " of ")
_LEADS = 7
_BETWEEN = 14
_TAIL = 60
_PLAIN = re.compile(r"(?:away\s++)?(?P<lead>from|of)\s++", re.IGNORECASE)


class Separation(NamedTuple):
    """A distance told between two places; `direction` is that of the first from the second, where it is told.

    `span` is that of the figure; `first` and `second` are where the places stand.
    """

    figure: Figure
    one: Extent
    other: Extent
    span: Span
    first: Span
    second: Span
    direction: float | None = None
    points: Span | None = None


class _Named(NamedTuple):
    extent: Extent
    first: int
    last: int


def asked(said: str) -> bool:
    """Whether a sentence may tell how far two places are apart."""
    return any(stem in said for stem in _STEMS) and any(letter.isdecimal() for letter in said)


def separations(passage: Passage) -> Iterator[Separation]:
    """Yield the distances that a sentence gives between two places."""
    for quantity in passage.scene.quantities:
        if quantity.read.figure.dimension != "length":
            continue
        told = _beside(passage, quantity) or _between(passage, quantity)
        if told and told[0].extent != told[1].extent:
            one, other, direction, points = told
            yield Separation(
                quantity.read.figure,
                one.extent,
                other.extent,
                quantity.read.figure.span,
                passage.span(one.first, one.last),
                passage.span(other.first, other.last),
                direction,
                points,
            )


_Told = tuple[_Named, _Named, float | None, "Span | None"]


def _beside(passage: Passage, quantity: Quantity) -> _Told | None:
    """Read "Guam, about 3,400 km south-east of Pyongyang", "Guam is 3,400 km from Pyongyang"."""
    tokens, prose = passage.scene.tokens, passage.scene.analysis.sentence.prose
    if quantity.last >= len(tokens):
        return None
    start = tokens[quantity.last].start
    tail = prose.text[start : min(tokens[-1].end, start + _TAIL)]
    match = direction_words().match(tail) or _PLAIN.match(tail)
    if match is None or (match.re is _PLAIN and match["lead"] == "of" and not _within(quantity)):
        return None
    begin = start + match.end()
    at = next((index for index in range(quantity.last, len(tokens)) if tokens[index].start >= begin), None)
    other = None if at is None else _starting(passage, at)
    one = _before(passage, quantity.read.first) if other else None
    if one is None or other is None:
        return None
    if match.re is _PLAIN:
        return one, other, None, None
    return one, other, towards(match), passage.span(quantity.last, other.first)


def _within(quantity: Quantity) -> bool:
    return quantity.read.figure.qualifier in {"at_most", "less_than"}


def _between(passage: Passage, quantity: Quantity) -> _Told | None:
    """Read "the distance between Pyongyang and Tokyo is about 1,300 km", "Pyongyang and Tokyo are 1,300 km apart"."""
    tokens, words = passage.scene.tokens, listed("apart")
    for lead in places(tokens, words["gap"]):
        one = _starting(passage, lead.last, joined=True)
        if one is None or one.last >= len(tokens) or tokens[one.last].folded not in {"and", "to"}:
            continue
        other = _starting(passage, one.last + 1)
        if other is None or quantity.read.first < other.last:
            continue
        gap = [token.folded for token in tokens[other.last : quantity.read.first]]
        if gap and len(gap) <= 3 and all(word in words["said"] for word in gap):
            return one, other, None, None
    if quantity.last < len(tokens) and tokens[quantity.last].folded in words["apart"]:
        return _pair_before(passage, quantity)
    return None


def _pair_before(passage: Passage, quantity: Quantity) -> _Told | None:
    tokens = passage.scene.tokens
    at = quantity.read.first
    if not at or tokens[at - 1].folded not in {"are", "lie", "about"}:
        return None
    other = _ending(passage, at - 1)
    if other is None or other.first < 2 or tokens[other.first - 1].folded != "and":
        return None
    one = _ending(passage, other.first - 1)
    if one is None or (one.first and tokens[one.first - 1].text == ","):
        return None
    return one, other, None, None


def _before(passage: Passage, first: int) -> _Named | None:
    """Return the place that a distance is said of, before it: nothing but small words between them."""
    tokens, words = passage.scene.tokens, listed("apart")
    for at in range(first - 1, max(0, first - _BETWEEN) - 1, -1):
        named = _ending(passage, at + 1) if at + 1 < first else None
        if named is not None:
            gap = [token.folded for token in tokens[named.last : first]]
            return named if any(word in words["joints"] for word in gap) and _stands(passage, named) else None
        if tokens[at].folded not in words["between"]:
            return None
    return None


def _stands(passage: Passage, named: _Named) -> bool:
    """Whether a place is meant itself, and not waters near it, or a list."""
    tokens, words = passage.scene.tokens, listed("apart")
    at = named.first - 1
    while at >= 0 and named.first - at <= _LEADS:
        word = tokens[at].folded
        before = tokens[at - 1].folded if at else ""
        if word in words["starts"]:
            return any(0 <= at - mark.last <= _LEADS for mark in passage.scene.analysis.of("launch"))
        if word == "of" and before in words["leads"] and before not in words["points"]:
            at -= 1
        elif word in words["around"]:
            return False
        elif word not in words["leads"]:
            break
        else:
            at -= 1
    return True


def _ending(passage: Passage, last: int) -> _Named | None:
    """Return the place whose name ends before a token."""
    analysis = passage.scene.analysis
    for category in ("place", "site"):
        mark = analysis.mark_ending(category, last)
        extent = _extent(mark.value) if mark else None
        if mark and extent:
            return _Named(extent, mark.first, mark.last)
    mark = analysis.mark_ending("country", last)
    extent = _country(passage, mark.first, mark.last, str(mark.value)) if mark else None
    return _Named(extent, mark.first, mark.last) if mark and extent else None


def _starting(passage: Passage, first: int, *, joined: bool = False) -> _Named | None:
    """Return the place named from a token on, past "the North Korean capital", where it stands for itself."""
    analysis, tokens, words = passage.scene.analysis, passage.scene.tokens, listed("apart")
    at, land = first, None
    while at < min(len(tokens), first + _LEADS):
        if tokens[at].folded in analysis.lexicon.words["definite"]:
            at += 1
            continue
        for category in ("place", "site"):
            mark = analysis.mark_at(category, at)
            extent = _extent(mark.value) if mark else None
            if mark and extent:
                return _whole(passage, _Named(extent, mark.first, mark.last), joined=joined)
        mark = analysis.mark_at("country", at)
        if mark and not land:
            extent = _country(passage, mark.first, mark.last, str(mark.value))
            land = _Named(extent, mark.first, mark.last) if extent else None
        if mark:
            at = mark.last
        elif tokens[at].folded in words["leads"]:
            at += 1
        else:
            break
    return _whole(passage, land, joined=joined) if land and land.last == at else None


def _whole(passage: Passage, named: _Named, *, joined: bool) -> _Named | None:
    """Return a place unless its name goes on: "Wonsan's airport", "Pyongyang and Kaesong"."""
    tokens = passage.scene.tokens
    following = tokens[named.last].folded if named.last < len(tokens) else ""
    parts = listed("apart")["parts"]
    return named if following not in parts or (joined and following == "and") else None


def _extent(place: Place) -> Extent | None:
    if place.position is None or place.uncertainty_km is None or place.kind == "sea":
        return None
    return Extent(place.name, place.country, (place.position,), place.uncertainty_km)


def _country(passage: Passage, first: int, last: int, code: str) -> Extent | None:
    """Return a country that is named itself, all of whose land is on the map; no adjective, and no capital."""
    name = gazetteer.fold(passage.text(first, last))
    if code not in listed("apart")["whole"] or gazetteer.names("countries").get(name) != code:
        return None
    return country(code, passage.text(first, last))
