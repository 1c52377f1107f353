"""What a draft says of zones and places in so many words: the one door to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.earth.zoning import Zoning
    from checker.prose import Prose

# A text without one of these is not asked for zones: the words of `geography.toml` would have to be loaded for it.
_ZONES = ("territorial", "economic zone", "eez", "waters")


def spoken(prose: Prose, claims: Sequence[Claim]) -> Iterator[Zoning]:
    """Yield what the rules for words about places look at."""
    text = prose.text.casefold()
    if any(stem in text for stem in _ZONES):
        from checker.earth.passages import passages
        from checker.earth.zoning import asked, zonings

        yield from zonings(passages(prose, claims, asked), claims, text)
