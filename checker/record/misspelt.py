"""A name one slip away from a known one, as the rules look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frozen import dataclass

if TYPE_CHECKING:
    from checker.source import Span


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A word at `span` that is no known name and no word, and the names that it is one slip away from.

    `kind` is country, site or missile, of the first of them.
    """

    span: Span
    written: str
    kind: str
    names: tuple[str, ...]
    sources: tuple[str, ...]
