"""All that one document was found to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.claims.claim import Claim
    from checker.events import Event
    from checker.figures.figure import FigurePair, WeekdayDate
    from checker.source import Span


@dataclass(frozen=True, slots=True)
class Unread:
    """A text in a language that has no lexicon; `span` is its first line with words."""

    language: str
    span: Span


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that was understood of a text, in the order of the text."""

    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    pairs: tuple[FigurePair, ...] = ()
    days: tuple[WeekdayDate, ...] = ()
    figures: int = 0
    unread: Unread | None = None
