"""Who a sentence says did something: subject, verb and object by the words beside each other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker import data, gazetteer
from checker.language.phrases import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.language.tokens import Token

_REACH = 14
_BETWEEN = 4
_AGENT = 6


class Actor(NamedTuple):
    """A country, by its code, and the words that stand for it."""

    place: Place
    code: str


@cache
def words() -> dict[str, frozenset[str]]:
    """Return the words by which an act is read, by their part."""
    import tomllib

    lists = tomllib.loads(data.read("seeds", "record/retelling.toml"))
    return {part: frozenset(listed) for part, listed in lists.items()}


@cache
def _short() -> dict[str, str]:
    import tomllib

    listed: dict[str, str] = tomllib.loads(data.read("seeds", "record/retelling.toml"))["short"]
    return listed


def actor_of(tokens: Sequence[Token], verb: Place, thing: Place) -> Actor | None:
    """Return the country that a sentence says did the verb to the thing; None where that is open or unclear."""
    start, passive = verb.first, False
    while start > 0 and tokens[start - 1].folded in words()["auxiliaries"]:
        start -= 1
        passive = passive or tokens[start].folded in words()["passives"]
    if start > 0 and tokens[start - 1].folded in words()["unreal"]:
        return None
    if any(token.folded in words()["open"] for token in tokens[max(0, start - _REACH) : verb.first]):
        return None
    if passive:
        return _agent(tokens, verb) if thing.last <= start else None
    subject = _ending(tokens, start) or _earlier(tokens, start)
    if subject is None:
        return None
    if verb.last <= thing.first <= verb.last + _REACH:
        return subject
    # "the accord that Seoul suspended"
    gap = tokens[thing.last : subject.place.first]
    related = thing.last <= subject.place.first and len(gap) <= 1
    return subject if related and all(token.folded in words()["relatives"] for token in gap) else None


def _agent(tokens: Sequence[Token], verb: Place) -> Actor | None:
    """Return the country after a passive verb's "by"."""
    for at in range(verb.last, min(verb.last + _AGENT, len(tokens))):
        if tokens[at].folded == "by":
            for last in range(at + 2, min(at + 2 + _AGENT, len(tokens) + 1)):
                actor = _ending(tokens, last, after_by=True)
                if actor is not None and actor.place.first >= at:
                    return actor
    return None


def _earlier(tokens: Sequence[Token], start: int) -> Actor | None:
    """Return the subject of an earlier verb that "and" joins to this one: "soldiers brought in guns and rebuilt"."""
    if start == 0 or tokens[start - 1].folded not in words()["joins"]:
        return None
    for last in range(start - 1, 0, -1):
        if tokens[last - 1].text in {";", ":", '"'}:
            return None
        actor = _ending(tokens, last)
        if actor is not None:
            following = tokens[last].folded
            return actor if following in words()["auxiliaries"] or following.endswith("ed") else None
    return None


def _ending(tokens: Sequence[Token], last: int, *, after_by: bool = False) -> Actor | None:
    """Return the actor whose words end before a token, None where they are no subject."""
    first = last
    body = last > 0 and tokens[last - 1].folded in words()["actors"]
    if body:
        first -= 1
        while first > 0 and last - first <= _BETWEEN and tokens[first - 1].folded in words()["between"]:
            first -= 1
        if first > 0 and tokens[first - 1].folded == "'s":
            first -= 1
    found = _country(tokens, first, adjective=body)
    if found is None:
        return None
    before = tokens[found.place.first - 1].folded if found.place.first else ""
    if before in words()["prepositions"] and not after_by:
        return None
    return Actor(Place(found.place.first, last), found.code)


def country_before(tokens: Sequence[Token], last: int) -> str | None:
    """Return the code of the country that is named last before a token, by its name, adjective or capital."""
    ends = (found for end in range(last, 0, -1) if (found := _country(tokens, end, adjective=True)))
    nearest = next(ends, None)
    return nearest.code if nearest else None


def _country(tokens: Sequence[Token], last: int, *, adjective: bool) -> Actor | None:
    """Return the country whose name, capital or, before a body, adjective ends before a token."""
    kinds: tuple[gazetteer.Kind, ...] = (
        ("countries", "capitals", "adjectives") if adjective else ("countries", "capitals")
    )
    for length in (3, 2, 1):
        if last < length:
            continue
        taken = tokens[last - length : last]
        name = tuple(word for token in taken for word in gazetteer.fold(token.text))
        for kind in kinds:
            code = gazetteer.names(kind).get(name)
            if code is not None and taken[0].text[0].isupper():
                return Actor(Place(last - length, last), code)
    if last > 1 and tokens[last - 1].text.istitle() and tokens[last - 2].folded == "the":
        code = _short().get(tokens[last - 1].folded)
        if code is not None:
            return Actor(Place(last - 2, last), code)
    return None
