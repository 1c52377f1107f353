"""A claim's value in the words of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.writing import words
from checker.language import lexicon
from checker.markup import readable

if TYPE_CHECKING:
    from checker.claims.claim import Claim, Conversion


def said(claim: Claim | Conversion, into: str | None = None) -> str:
    """Return a quantity with its hedge, converted `into` another unit if asked; of other claims the text."""
    if claim.unit is None or claim.interval is None or isinstance(claim.value, (str, bool)):
        return readable(claim.text)
    return words(claim.value, claim.unit, claim.qualifier, into or "")


def tells_peak(text: str) -> bool:
    """Whether some words say that a figure is the most: "a maximum altitude of", "as high as"."""
    return not lexicon("en").words["peaks"].isdisjoint(text.casefold().split())
