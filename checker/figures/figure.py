"""A figure, two figures stated as one quantity, and a weekday beside its date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.frozen import dataclass
from checker.units import convert, dimension, quantity

if TYPE_CHECKING:
    import datetime

    import pint

    from checker.figures.interval import Interval, Qualifier
    from checker.source import Span
    from checker.units import Dimension


@dataclass(frozen=True, slots=True)
class Style:
    """How a figure is written: `unit_text` as in the text, `joint` what stands between number and unit.

    `group` is the character between thousands, or empty; `places` the power of ten of the last significant digit
    of each end, and `decimals` how many digits follow the point. `spelled` is true for number words.
    """

    unit_text: str
    joint: str
    group: str = ","
    places: tuple[int, ...] = (0,)
    decimals: int = 0
    spelled: bool = False
    full_width: bool = False

    def write(self, value: float, decimals: int) -> str:
        """Write a number in this style."""
        text = f"{value:,.{max(0, decimals)}f}"
        text = text if self.group == "," else text.replace(",", self.group)
        return text.translate(_WIDE) if self.full_width else text


_WIDE = {ord("0") + digit: ord("\uff10") + digit for digit in range(10)}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and its unit. `span` covers number and unit, `hedged` the hedge with them.

    `whole` tells whether the words at `span` can be replaced, as no markup of theirs would be torn or lost.
    `value` is a pair for a stated range of values, the lower first; `downwards` where the text has it the other way.
    `start` and `end` are offsets in the prose, for the grammar.
    """

    span: Span
    hedged: Span
    text: str
    value: float | tuple[float, float]
    unit: str
    qualifier: Qualifier
    about: bool
    interval: Interval
    style: Style
    start: int
    end: int
    whole: bool = True
    downwards: bool = False

    @property
    def dimension(self) -> Dimension:
        """What the unit measures."""
        return dimension(self.unit)

    @property
    def ends(self) -> tuple[float, ...]:
        """The value, or both ends of a range of values."""
        return self.value if isinstance(self.value, tuple) else (self.value,)

    @property
    def quantity(self) -> pint.Quantity[Any]:
        """The value as a pint quantity, of its middle for a range of values."""
        return quantity(sum(self.ends) / len(self.ends), self.unit)

    def into(self, unit: str) -> tuple[float, ...]:
        """Return the value, or both ends, in another unit of the same dimension."""
        return tuple(convert(end, self.unit, unit) for end in self.ends)


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Two figures stated as one quantity, as in "1,000 km (620 miles)".

    `span` runs from the first figure to the end of the second; `quoted_by` is the speaker where the pair stands in
    quotation marks ("" where the text names none), else None. `around` holds the other figures nearby in the text,
    without those that convert the first as well; `last` is where these end in the prose.
    """

    first: Figure
    second: Figure
    span: Span
    quoted_by: str | None = None
    around: tuple[Figure, ...] = ()
    last: int = 0


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day as written: `value` is HH:MM on a clock of 24 hours, `half` am or pm where the text says so.

    `zone` is the clock's name in a report; `digits` is where hour, minute and half of the day stand, and `written`
    what stands there; it is empty where markup would be torn if that were replaced.
    """

    value: str
    zone: str
    half: str | None
    span: Span
    digits: Span
    text: str
    written: str = ""

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        return int(self.value[:2]) * 60 + int(self.value[3:])


@dataclass(frozen=True, slots=True)
class ClockPair:
    """Two clock times stated as one moment, as in "2:55 p.m. local time (0555 GMT)".

    `offsets` are the minutes by which the second clock is ahead of the first, the likeliest first, one for each day
    and place that the text may mean: clocks with summer time have two where no day is known. `local` is the IANA zone
    that local time is taken for, `placed` whether it is the only one that it may be; `hedged` tells "about 3 p.m." from
    "3 p.m.". `span` leaves out the hedge.
    """

    first: ClockTime
    second: ClockTime
    span: Span
    offsets: tuple[int, ...]
    quoted_by: str | None = None
    local: str | None = None
    hedged: bool = False
    placed: bool = True


@dataclass(frozen=True, slots=True)
class ImpossibleDate:
    """A day that the calendar does not have, as in "Feb. 30"; `last_day` is the last of its month.

    `year` is None where neither the text nor its day of publication gives it.
    """

    text: str
    span: Span
    month: int
    day: int
    last_day: int
    quoted_by: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class WeekdayDate:
    """A weekday and a date that name one day, as in "on Sunday, January 14".

    `year_given` is false where the year was inferred from the publication date; `or_else` is then the day that
    may be meant as well, in another year. The texts are as written.
    """

    weekday: str
    weekday_span: Span
    date: datetime.date
    date_span: Span
    span: Span
    year_given: bool
    quoted_by: str | None = None
    weekday_text: str = ""
    date_text: str = ""
    or_else: datetime.date | None = None
