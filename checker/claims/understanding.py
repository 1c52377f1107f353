"""All that one document was found to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frozen import dataclass

if TYPE_CHECKING:
    from checker.claims.claim import Claim
    from checker.events import Event
    from checker.figures import ClockPair, FigurePair, ImpossibleDate, WeekdayDate, slips
    from checker.source import Span

    # What a rule may look at in any text, each with its span.
    Value = (
        ClockPair
        | FigurePair
        | ImpossibleDate
        | WeekdayDate
        | slips.Anniversary
        | slips.BlankConversion
        | slips.ClassBand
        | slips.CountSum
        | slips.DayCount
        | slips.ExchangedPairs
        | slips.GarbledUnit
        | slips.MislabelledPair
        | slips.Mismeasured
        | slips.RangeDown
        | slips.TimeCount
    )


@dataclass(frozen=True, slots=True)
class Unread:
    """A text in a language that has no lexicon; `span` is its first line with words."""

    language: str
    span: Span


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that was understood of a text, in its order; `values` need no missile in it."""

    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    values: tuple[Value, ...] = ()
    figures: int = 0
    unread: Unread | None = None
