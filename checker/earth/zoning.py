"""Find where copy takes one zone at sea for another, or gives one a width that it has not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.claims.zones import concerns_flight, owner, side
from checker.earth.passages import listed
from checker.language.lexicon import Mark
from checker.language.phrases import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.claims import Claim
    from checker.earth.passages import Passage
    from checker.events import Account
    from checker.figures import Figure
    from checker.figures.pairs import Quantity
    from checker.source import Span

ECONOMIC, TERRITORIAL = "economic", "territorial"
# Widths that neither zone has, as they are mistaken: the number and the unit.
_NOT_ECONOMIC = {(200, "mile"), (200, "km"), (12, "nmi"), (12, "mile"), (370, "mile"), (370, "nmi")}
_NOT_TERRITORIAL = {(200, "mile"), (200, "km"), (200, "nmi"), (12, "km")}
_NAUTICAL_KM = range(365, 376)
_LONGEST = 24
_BEFORE = 8
_LIST_REACH = 8
_SAMPLES = 5


class Zoning(NamedTuple):
    """What is said of a zone. `sort` tells how it is mistaken.

    "width": a width of the zone `zone` that it has not, `figure`; "same": one zone for the other; "landing": a landing
    in territorial waters, where the text has the landing elsewhere, `told`; "far": where `told` lies far from the
    coast, `place`; "waters": such a landing in "Japanese waters". `again` is what further places say alike; `fixed`
    tells that a quotation, or a conversion, holds the words.
    """

    sort: str
    span: Span
    text: str
    zone: str
    figure: Figure | None = None
    told: Claim | None = None
    place: str = ""
    again: tuple[Zoning, ...] = ()
    fixed: bool = False


def asked(said: str) -> bool:
    """Whether a sentence speaks of a zone."""
    return "zone" in said or any(stem in said for stem in listed("zones")["stems"])


def zonings(
    found: Iterable[Passage], claims: Sequence[Claim], accounts: Sequence[Account], text: str
) -> Iterator[Zoning]:
    """Yield what is mistaken of zones in the passages of a text, whose folded text is given."""
    shorthand = listed("zones")["said"] in text.replace("-", " ")
    alike: dict[tuple[str, str], list[Zoning]] = {}
    last = -2
    for passage in found:
        economic = _economic(passage)
        index = passage.scene.analysis.sentence.index
        zones = [*economic, *(_named(passage, listed("zones")["again"]) if index <= last + 1 else ())]
        territorial = _named(passage, listed("zones")["territorial"])
        for each in (
            *_widths(passage, zones, ECONOMIC, short=shorthand),
            *_widths(passage, territorial, TERRITORIAL, short=False),
            *(() if economic else _waters(passage, claims)),
        ):
            alike.setdefault((each.sort, each.zone), []).append(each)
        yield from list(_same(passage, economic, territorial)) or _landings(passage, territorial, claims, accounts)
        last = index if economic else last
    for first, *rest in alike.values():
        yield first._replace(again=tuple(rest))


def _economic(passage: Passage) -> list[Mark]:
    return [mark for mark in passage.scene.analysis.of("zone_sea") if mark.value == "eez"]


def _named(passage: Passage, phrases: Sequence[str]) -> list[Mark]:
    return [Mark("zone_sea", None, *place) for place in sorted(places(passage.scene.tokens, phrases))]


def _widths(passage: Passage, zones: Sequence[Mark], zone: str, *, short: bool) -> Iterator[Zoning]:
    """Yield widths told of a zone that it has not."""
    for quantity in passage.scene.quantities:
        figure = quantity.read.figure
        if not _mistaken(passage, quantity, zone) or (short and figure.unit == "mile"):
            continue
        told = next((mark for mark in zones if _of_width(passage, mark, quantity)), None)
        if told is None or (zone == TERRITORIAL and owner(passage.scene, told) not in _owners()):
            continue
        fixed = bool(quantity.conversions) or passage.scene.in_quotation(quantity.read.number)
        yield Zoning("width", figure.span, figure.text, zone, figure, fixed=fixed)


def _owners() -> set[str | None]:
    return {None, *listed("zones")["owners"]}


def _mistaken(passage: Passage, quantity: Quantity, zone: str) -> bool:
    figure = quantity.read.figure
    known = (figure.ends[-1], figure.unit) in (_NOT_ECONOMIC if zone == ECONOMIC else _NOT_TERRITORIAL)
    if not known or (len(figure.ends) > 1 and figure.unit != "mile"):
        return False
    # "200 miles (370 km)" has the slip in its units, and another rule says so.
    if any(each.figure.unit == "km" and round(each.figure.ends[-1]) in _NAUTICAL_KM for each in quantity.conversions):
        return False
    after = passage.scene.quantities
    further = any(0 <= other.read.first - quantity.last <= _BEFORE for other in after if other is not quantity)
    return not (further and zone == ECONOMIC and figure.ends[-1] != 200)


def _of_width(passage: Passage, zone: Mark, quantity: Quantity) -> bool:
    """Whether a length is the width of a zone: "200-mile zone", "the zone, which extends 200 miles"."""
    words, tokens = listed("zones"), passage.scene.tokens
    if quantity.last <= zone.first:
        gap = [token.folded for token in tokens[quantity.last : zone.first]]
        return len(gap) <= 3 and all(word in words["before"] for word in gap)
    if not 0 <= quantity.read.first - zone.last <= _LONGEST:
        return False
    gap = [token.folded for token in tokens[zone.last : quantity.read.first]]
    if not all(word in words["between"] or word in words["width"] for word in gap):
        return False
    at = quantity.last + (tokens[quantity.last].text == "-") if quantity.last < len(tokens) else quantity.last
    behind = tokens[at].folded if at < len(tokens) else ""
    return any(word in words["width"] for word in gap) or (behind in words["after"] and any(gap))


def _same(passage: Passage, economic: Sequence[Mark], territorial: Sequence[Mark]) -> Iterator[Zoning]:
    """Yield where one zone is given as another name of the other."""
    tokens = passage.scene.tokens
    if not economic or tokens[-1].text == "?":
        return
    for mark in territorial:
        for zone in economic:
            one, other = (mark, zone) if mark.last <= zone.first else (zone, mark)
            gap = [token.folded for token in tokens[one.last : other.first]]
            if len(gap) <= _LONGEST and (_equated(gap) or _apposed(passage, one, other, gap)):
                span = passage.span(mark.first, mark.last)
                yield Zoning("same", span, passage.text(mark.first, mark.last), TERRITORIAL)
                return


def _equated(gap: Sequence[str]) -> bool:
    words = listed("zones")
    linked = all(word in words["linking"] for word in gap)
    return linked and any(word in words["same"] for word in gap) and not set(gap) & set(words["alternatives"])


def _apposed(passage: Passage, one: Mark, other: Mark, gap: Sequence[str]) -> bool:
    """Whether one zone stands in brackets behind the other, or between commas with nothing listed beside it."""
    words, tokens = listed("zones"), passage.scene.tokens
    behind = [token.folded for token in tokens[other.last : other.last + _LIST_REACH]]
    if gap == ["("]:
        return behind[:1] == [")"]
    held = [word for word in gap if word != "'s"]
    if held[:1] != [","] or not held[1:] or not all(word in words["own"] for word in held[1:]):
        return False
    before = [token.folded for token in tokens[max(0, one.first - _LIST_REACH) : one.first]]
    if set(words["alternatives"]) & {*before, *behind} or "not" in before:
        return False
    told = side(passage.scene, one)
    return bool(told and told[0]) and (not behind or behind[0] in {",", ".", "\u2014"})


def _landings(
    passage: Passage, territorial: Sequence[Mark], claims: Sequence[Claim], accounts: Sequence[Account]
) -> Iterator[Zoning]:
    """Yield landings in territorial waters of which the text tells that they were in, or outside, the other zone."""
    for mark in territorial:
        span, text = passage.span(mark.first, mark.last), passage.text(mark.first, mark.last)
        country = owner(passage.scene, mark)
        told = _elsewhere(passage, mark, country, claims)
        far = _far(passage, mark, accounts) if told is None and country == "JPN" else None
        if told is not None:
            yield Zoning("landing", span, text, TERRITORIAL, told=told)
            return
        if far is not None:
            yield Zoning("far", span, text, TERRITORIAL, told=far[0], place=far[1])
            return


def _far(passage: Passage, mark: Mark, accounts: Sequence[Account]) -> tuple[Claim, str] | None:
    """Return the landing of a sentence that puts it into Japan's territorial waters and is far from its coast."""
    here = [claim for claim in passage.claims if claim.kind == "distance_from_place"]
    if len(here) != 1 or not _landed(passage, mark):
        return None
    from checker.earth.told import landing
    from checker.earth.waters import territorial
    from checker.earth.wording import placed

    for account in accounts:
        found = landing(account, here[0]) if here[0] in account.claims else None
        if found and not any(territorial(point, disputed=True) for point in found.fix.points(_SAMPLES)):
            return here[0], placed(account, found)
    return None


def _waters(passage: Passage, claims: Sequence[Claim]) -> Iterator[Zoning]:
    for country, phrases in listed("zones")["waters"].items():
        for mark in _named(passage, phrases):
            told = _elsewhere(passage, mark, country, claims)
            if told is not None:
                span = passage.span(mark.first, mark.last)
                yield Zoning("waters", span, passage.text(mark.first, mark.last), TERRITORIAL, told=told)


def _elsewhere(passage: Passage, mark: Mark, country: str | None, claims: Sequence[Claim]) -> Claim | None:
    """Return what the text says of the economic zone, where a sentence has the same landing in a country's waters."""
    if not _landed(passage, mark):
        return None
    here = {claim.event for claim in passage.claims if claim.event}
    zones = [
        claim
        for claim in claims
        if claim.kind == "eez" and claim.modality == "asserted" and country in {claim.entity, None}
    ]
    zones = [claim for claim in zones if not here or claim.event in here]
    events = {claim.event for claim in zones}
    return zones[0] if len(events) == 1 else None


def _landed(passage: Passage, mark: Mark) -> bool:
    """Whether a sentence says, in its writer's words, that a missile came down in the waters named at a mark."""
    scene = passage.scene
    told = side(scene, mark)
    if not told or not told[0] or not concerns_flight(scene, mark) or scene.in_quotation(mark.first):
        return False
    return bool(scene.analysis.of("landing")) and scene.analysis.marks.keys().isdisjoint(_OPEN)


_OPEN = frozenset(
    {"ability", "condition", "hypothetical", "planned", "subjunctive", "unproven", "disproved", "negation"}
)
