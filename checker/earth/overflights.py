"""Find what copy says that a missile flew over, or did not: "passed over Hokkaido", "without flying over Japan"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker import gazetteer
from checker.earth.passages import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.earth.lands import Land
    from checker.earth.passages import Passage
    from checker.events import Account
    from checker.source import Span

_LEADS = 7
_BETWEEN = 3
_THROWN = 8
_BEFORE = 8
_CLAUSE = 4
_YEARS = range(1940, 2100)
_NO_FINITE = ("ing", "flight")
_FLOWN = frozenset({"range", "altitude", "impact_area", "distance_from_place"})


class Overflight(NamedTuple):
    """A land that the missile of an account is said to have flown over, or, `denied`, not to."""

    account: Account
    land: str
    span: Span
    denied: bool


def asked(said: str) -> bool:
    """Whether a sentence may tell of an overflight."""
    return any(stem in said for stem in listed("over")["stems"])


def first_told(found: Iterable[Passage], accounts: Sequence[Account]) -> Iterator[Overflight]:
    """Yield what the passages of a text tell of overflights, of each launch and land once."""
    told: dict[tuple[str, str, bool], Overflight] = {}
    for passage in found:
        for each in overflights(passage, accounts):
            told.setdefault((each.account.event.id, each.land, each.denied), each)
    yield from told.values()


def overflights(passage: Passage, accounts: Sequence[Account]) -> Iterator[Overflight]:
    """Yield the overflights of a sentence that belong to one account; none that may be of another launch."""
    account = _account(passage, accounts)
    tokens, words = passage.scene.tokens, listed("over")
    if account is None or tokens[-1].text == "?" or _dated(passage):
        return
    for at, token in enumerate(tokens):
        lead = at + 1 if token.folded in words["prepositions"] else at
        verb = at if token.folded in words["alone"] else _verb(passage, at) if lead > at else None
        if verb is None:
            continue
        if token.folded in words["alone"]:
            lead = at + 1
        if not _of_this_flight(passage, verb):
            continue
        named = _land(passage, lead)
        denied = _said(passage, verb) if named else None
        if named and denied is not None and not passage.scene.in_quotation(at):
            yield Overflight(account, named[0], passage.span(at, named[1]), denied)


def _of_this_flight(passage: Passage, verb: int) -> bool:
    """Whether it is the missile that flew over: no bomber did, nor is any missile meant, nor one told of again."""
    scene = passage.scene
    if scene.subject(verb) != "missile":
        return False
    before = {token.folded for token in scene.tokens[max(0, verb - _CLAUSE) : verb]}
    if not scene.tokens[verb].folded.endswith(_NO_FINITE):
        return before.isdisjoint(scene.analysis.lexicon.words["relatives"])
    return "without" in before or any(claim.kind in _FLOWN for claim in passage.claims)


def _account(passage: Passage, accounts: Sequence[Account]) -> Account | None:
    """Return the one account that a sentence tells of: by its claims, or as the only one of the text."""
    told = [account for account in accounts if account.claims]
    here = {claim.event for claim in passage.claims if claim.event}
    if here:
        told = [account for account in told if account.event.id in here]
    return told[0] if len(told) == 1 and len(here) < 2 else None


def _dated(passage: Passage) -> bool:
    """Whether a sentence has a number that may be a year: it may tell of another launch."""
    numbers = (token.text for token in passage.scene.tokens if token.kind == "n" and token.text.isdecimal())
    return any(int(number) in _YEARS for number in numbers if len(number) == 4)


def _verb(passage: Passage, at: int) -> int | None:
    """Return the verb of flight before "over", or that of launching with what was launched between them."""
    tokens, words = passage.scene.tokens, listed("over")
    at = next((quantity.read.first for quantity in passage.scene.quantities if quantity.last == at), at)
    for first in range(at - 1, max(-1, at - 1 - _BETWEEN), -1):
        if tokens[first].folded in words["verbs"]:
            return first
        if tokens[first].folded not in words["between"]:
            break
    for first in range(at - 1, max(-1, at - 1 - _THROWN), -1):
        if tokens[first].folded in words["fired"]:
            return first
        if tokens[first].folded not in words["thrown"]:
            break
    return None


def _said(passage: Passage, verb: int) -> bool | None:
    """Return whether a flight is denied; None where it is left open, or may be that of another launch."""
    tokens, words = passage.scene.tokens, listed("over")
    before = [token.folded for token in tokens[:verb]]
    if set(before) & set(words["others"]) or passage.scene.analysis.of("background_clause"):
        return None
    near = before[-_BEFORE:]
    for at in range(len(near) - 1, -1, -1):
        word = near[at]
        following = near[at + 1] if at + 1 < len(near) else ""
        if word in words["negations"]:
            return None if following == "only" else True
        if word in words["open"] and following not in words["have"]:
            return None
    return False


def _land(passage: Passage, first: int) -> tuple[str, int] | None:
    """Return the id of the land named from a token on, and where the name ends."""
    analysis, tokens, words = passage.scene.analysis, passage.scene.tokens, listed("over")
    at, found = first, None
    while at < min(len(tokens), first + _LEADS):
        place = analysis.mark_at("place", at)
        if place and _is_land(place.value.id):
            found = (place.value.id, place.last)
            break
        mark = analysis.mark_at("country", at)
        if mark and gazetteer.names("countries").get(gazetteer.fold(passage.text(at, mark.last))) == mark.value:
            found, at = (f"country:{mark.value}", mark.last), mark.last
            if not (at < len(tokens) and tokens[at].folded == "'s"):
                break
            if at + 1 < len(tokens) and tokens[at + 1].folded not in words["lands"]:
                found = None
        elif tokens[at].folded in words["leads"]:
            at += 1
        else:
            break
    if found is None or (found[1] < len(tokens) and tokens[found[1]].folded in words["waters"]):
        return None
    return found


@cache
def _is_land(place: str) -> bool:
    return place in listed("over")["islands"] or any(
        each.id == place and each.position is not None and each.kind in {"region", "island", "peninsula", "city"}
        for each in gazetteer.places()
    )


@cache
def land(name: str) -> Land | None:
    """Return the land of an id; None where the map has none."""
    from checker.earth import lands

    if name.startswith("country:"):
        code = name.partition(":")[2]
        title = next(each.name for each in gazetteer.countries() if each.id == code)
        return lands.country(code, title, disputed=True) if code in listed("apart")["whole"] else None
    place = next(each for each in gazetteer.places() if each.id == name)
    point = listed("over")["islands"].get(name)
    if point:
        return lands.island((point[0], point[1]), place.name)
    if place.position is None or place.uncertainty_km is None:
        return None
    return lands.Land(place.name, None, (place.position,), place.uncertainty_km)
