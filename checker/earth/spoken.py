"""What a draft says of zones and places in so many words: the one door to it.

Most drafts say nothing that is asked for. They are told by a look at the text, before any reader is loaded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.claims import Claim
    from checker.earth.apart import Separation
    from checker.earth.overflights import Overflight
    from checker.earth.passages import Passage
    from checker.earth.situated import Situated
    from checker.earth.zoning import Zoning
    from checker.events import Account
    from checker.prose import Prose
    from checker.source import Source

_ZONES = ("economic zone", "eez", "economic waters")
_WIDTHS = ("200", "370", "12")
_WATERS = ("territorial", "japanese waters", "japan's waters", "japan's own waters", "waters of japan")
_LENGTHS = frozenset({"other_distance", "distance_from_place", "capability_range"})
_FLOWN = frozenset({"range", "distance_from_place"})
_APART = re.compile(r"\W{0,60}+(?:[\w'-]{1,12}+\W{1,60}+){0,4}?(?:from|of|apart)\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:over|above|across|[Oo]verfl\w{1,4})\s(?:[a-z'-]{1,14}+\s){0,4}?[A-Z]")
_DISTANCE = "distance"
_COUNTRY = re.compile(r"(?:,| in)\s(?:South Korea|Japan|China|Russia|Iran|the U)")
_PLACED = ("coast", "rovince", "seaboard")
_AROUND = 90


def spoken(
    prose: Prose, claims: Sequence[Claim], accounts: Sequence[Account], source: Source
) -> Iterator[Zoning | Separation | Situated | Overflight]:
    """Yield what the rules for words about places look at."""
    wanted = _wanted(prose.text, claims, accounts[0].text if accounts else source.text)
    if not wanted:
        return
    from checker.earth.passages import passages

    readers = {name: _asks(name) for name in wanted}
    found = list(passages(prose, claims, lambda said: any(asked(said) for asked in readers.values())))
    for name, asked in readers.items():
        yield from _read(name, [each for each in found if each.may(asked)], prose, claims, accounts)


def _wanted(text: str, claims: Sequence[Claim], source: str) -> list[str]:
    """Return the readers that a text may have something for."""
    folded = text.casefold().replace("\u2019", "'")
    kinds = {claim.kind for claim in claims}
    wanted = {
        "zoning": any(words in folded for words in _WATERS)
        or (any(zone in folded for zone in _ZONES) and any(width in folded for width in _WIDTHS)),
        "apart": any(_parts(claim, source) for claim in claims),
        "situated": any(claim.kind == "site" and _puts(claim, source) for claim in claims),
        "overflights": "site" in kinds and not kinds.isdisjoint(_FLOWN) and _OVER.search(text) is not None,
    }
    return [name for name, may in wanted.items() if may]


def _parts(claim: Claim, source: str) -> bool:
    """Whether a length may be that between two places: "from" or "of" stands behind it, or "distance" before it."""
    if claim.kind in _LENGTHS and _APART.match(source, claim.span.end):
        return True
    before = source[max(0, claim.span.start - _AROUND) : claim.span.start]
    return claim.kind in _LENGTHS | _FLOWN and _DISTANCE in before


def _puts(claim: Claim, source: str) -> bool:
    """Whether a coast, a province or another country stands beside a launch site."""
    around = source[max(0, claim.span.start - _AROUND) : claim.span.end + _AROUND]
    return any(word in around for word in _PLACED) or _COUNTRY.match(source, claim.span.end) is not None


def _asks(name: str) -> Callable[[str], bool]:
    from importlib import import_module

    asked: Callable[[str], bool] = import_module(f"checker.earth.{name}").asked
    return asked


def _read(
    name: str, found: Sequence[Passage], prose: Prose, claims: Sequence[Claim], accounts: Sequence[Account]
) -> Iterator[Zoning | Separation | Situated | Overflight]:
    if name == "zoning":
        from checker.earth.zoning import zonings

        yield from zonings(found, claims, accounts, prose.text.casefold())
    elif name == "apart":
        from checker.earth.apart import separations

        yield from (each for passage in found for each in separations(passage))
    elif name == "situated":
        from checker.earth.situated import situated

        yield from (each for passage in found for each in situated(passage))
    else:
        from checker.earth.overflights import first_told

        yield from first_told(found, accounts)
