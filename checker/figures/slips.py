"""What a text says twice in one breath, or in no unit that there is: values for the rules that judge them.

Every run that loads the rules loads these: a named tuple is made four times as fast as a frozen dataclass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime

    from checker.figures.figure import Figure, FigurePair
    from checker.source import Span


class ExchangedPairs(NamedTuple):
    """Two conversions of a passage that stand in each other's place; `span` is that of the first pair."""

    first: FigurePair
    second: FigurePair

    @property
    def span(self) -> Span:
        """Where the first of them stands."""
        return self.first.span


class RangeDown(NamedTuple):
    """A range of values that runs downwards, as in "350 to 300 km"; `again` are those that say the same again."""

    figure: Figure
    again: tuple[Figure, ...]
    span: Span
    quoted_by: str | None = None


class GarbledUnit(NamedTuple):
    """A number before what is no unit but looks like one, as in "497mhp"; `meant` is written as the text would.

    `unit_span` is where the garbled word stands; `whole` tells whether it can be replaced.
    """

    text: str
    garbled: str
    meant: str
    span: Span
    unit_span: Span
    quoted_by: str | None = None
    whole: bool = True


class BlankConversion(NamedTuple):
    """A figure whose conversion was never filled in, as in "1,000 km (miles)".

    `blank` is the conversion as it would be, with the number of the figure itself and without a meaning of its own;
    its span is what stands in its place. Of a `template` that was never rendered ("435|mi|km") `again` holds those
    further on in the text.
    """

    figure: Figure
    blank: Figure
    span: Span
    quoted_by: str | None = None
    template: bool = False
    again: tuple[BlankConversion, ...] = ()


class MislabelledPair(NamedTuple):
    """A figure and one in brackets that is its conversion but for the unit, as in "1,500 km (930 km)".

    `unit` is the unit in which the second would be the first, and `unit_text` how the text would write it.
    """

    first: Figure
    second: Figure
    unit: str
    unit_text: str
    span: Span
    quoted_by: str | None = None


class Mismeasured(NamedTuple):
    """A figure in a unit that cannot measure what it is said to be, as in "a flight distance of 1,080 mph"."""

    noun: str
    measures: str
    figure: Figure
    span: Span
    noun_span: Span
    quoted_by: str | None = None


class Day(NamedTuple):
    """A day as a text names it: a date, or a weekday alone; `text` is as written."""

    text: str
    span: Span
    date: datetime.date | None = None
    weekday: str | None = None


class DayCount(NamedTuple):
    """Days counted between two days that a sentence names: "on Nov. 24, two days after the Nov. 21 launch".

    `days` is negative where the text counts back, and `slack` by how many the count may be off: none where it is one
    of days. `text` and `span` are those of the count ("two days after").
    """

    text: str
    days: int
    slack: int
    there: Day
    since: Day
    span: Span
    quoted_by: str | None = None
    whole: bool = True


class TimeCount(NamedTuple):
    """Minutes counted between two clock times: "at 23:05, 22 minutes after the launch at 22:43".

    `minutes` are those counted, `between` those there are, both less than 0 where the text counts back; of times
    without their days `between` is within a day. `slack` is by how many the count may be off.
    """

    text: str
    minutes: int
    between: int
    slack: int
    there: str
    since: str
    span: Span
    there_span: Span
    since_span: Span
    quoted_by: str | None = None


class Anniversary(NamedTuple):
    """Years counted between two dates: "on Feb. 12, 2024, the 10th anniversary of the Feb. 12, 2013, test".

    Of `since` only the `since_year` may be known. `anniversary` is false where years have passed "after" a date.
    """

    text: str
    years: int
    there: Day
    since: Day
    span: Span
    anniversary: bool
    since_year: int
    quoted_by: str | None = None


class CountSum(NamedTuple):
    """A number of missiles and the numbers that it is broken down into: "eight missiles, five from A, two from B"."""

    text: str
    total: int
    parts: tuple[int, ...]
    span: Span
    part_spans: tuple[Span, ...]
    quoted_by: str | None = None


class ClassBand(NamedTuple):
    """A range that a text gives for a class of missiles or a treaty, as in "the INF treaty banned 500 to 5,500 km".

    `label` is the class, or `treaty` the id of the treaty's scheme in `seeds/classes.toml`. The low and high end are in
    kilometres, None where the text leaves it open. `typical` is what is said to hold "typically": no definition.
    """

    label: str | None
    treaty: str | None
    low: float | None
    high: float | None
    figure: Figure
    span: Span
    quoted_by: str | None = None
    typical: bool = False
