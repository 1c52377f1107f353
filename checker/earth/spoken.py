"""What a draft says of zones and places in so many words: the one door to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.claims import Claim
    from checker.earth.apart import Separation
    from checker.earth.overflights import Overflight
    from checker.earth.situated import Situated
    from checker.earth.zoning import Zoning
    from checker.events import Account
    from checker.prose import Prose

# A text without these is not asked: the words of `geography.toml` would have to be loaded for it.
_ZONES = ("territorial", "economic zone", "eez", "waters")
_PLACED = ("coast", "province", "korea")
_OVER = (" over ", " above ", " across ", "overfl")
_FLOWN = frozenset({"range", "distance_from_place"})
_FROM = (" from ", " between ", " apart", "within ", "east of ", "west of ", "north of ", "south of ")
_LENGTHS = frozenset({"other_distance", "distance_from_place", "capability_range", "range"})


def spoken(
    prose: Prose, claims: Sequence[Claim], accounts: Sequence[Account]
) -> Iterator[Zoning | Separation | Situated | Overflight]:
    """Yield what the rules for words about places look at."""
    text = prose.text.casefold()
    kinds = {claim.kind for claim in claims}
    of_zones = any(stem in text for stem in _ZONES)
    of_lengths = not kinds.isdisjoint(_LENGTHS) and any(stem in text for stem in _FROM)
    of_sites = "site" in kinds and any(stem in text for stem in _PLACED)
    of_tracks = "site" in kinds and not kinds.isdisjoint(_FLOWN) and any(stem in text for stem in _OVER)
    if not (of_zones or of_lengths or of_sites or of_tracks):
        return
    from checker.earth import apart, overflights, situated, zoning
    from checker.earth.passages import passages

    readers: list[tuple[Callable[[str], bool], bool]] = [
        (zoning.asked, of_zones),
        (apart.asked, of_lengths),
        (situated.asked, of_sites),
        (overflights.asked, of_tracks),
    ]
    asked = [may for may, wanted in readers if wanted]
    found = list(passages(prose, claims, lambda said: any(may(said) for may in asked)))
    if of_zones:
        yield from zoning.zonings((each for each in found if each.may(zoning.asked)), claims, accounts, text)
    for passage in found:
        if of_lengths and passage.may(apart.asked):
            yield from apart.separations(passage)
        if of_sites and passage.may(situated.asked):
            yield from situated.situated(passage)
    if of_tracks:
        yield from overflights.first_told((each for each in found if each.may(overflights.asked)), accounts)
