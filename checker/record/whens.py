"""Days, months and years as a sentence gives them, for what it counts."""

from __future__ import annotations

import calendar
import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from checker import data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.language import Token

_YEARS = range(1950, 2100)
_DAYS = range(1, 32)
_ABBREVIATED = 4  # letters: "Sept."
_WHOLE = frozenset({"may", "june", "july"})


class When(NamedTuple):
    """A stretch of days, both ISO, of tokens `start` to `end`."""

    first: str
    last: str
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


@cache
def counting() -> dict[str, Any]:
    """Return the words by which counts are read."""
    import tomllib

    return tomllib.loads(data.read("seeds", "record/counting.toml"))


def whens(tokens: Sequence[Token]) -> Iterator[When]:
    """Yield each day, month or year that has its year: "Sept. 3, 2017", "3 May 2017", "in May 2022", "in 2022"."""
    at = 0
    while at < len(tokens):
        found = _day(tokens, at) or _month(tokens, at) or _year(tokens, at)
        if found is not None:
            yield found
        at = found.end if found is not None else at + 1


def _number(tokens: Sequence[Token], at: int, within: range) -> int | None:
    if at < len(tokens) and tokens[at].kind == "n" and tokens[at].text.isdecimal() and int(tokens[at].text) in within:
        return int(tokens[at].text)
    return None


def _name(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return a month and the token after it, and its full stop."""
    if at >= len(tokens) or not tokens[at].text[0].isupper():
        return None
    month = counting()["months"].get(tokens[at].folded.rstrip("."))
    if month is None:
        return None
    whole = len(tokens[at].folded) > _ABBREVIATED or tokens[at].folded in _WHOLE
    short = not whole and at + 1 < len(tokens) and tokens[at + 1].text == "."
    return month, at + 1 + short


def _day(tokens: Sequence[Token], at: int) -> When | None:
    named = _name(tokens, at)
    if named is not None:
        month, after = named
        day = _number(tokens, after, _DAYS)
        after += 1 + (after + 1 < len(tokens) and tokens[after + 1].text == ",")
    else:
        day = _number(tokens, at, _DAYS)
        named = _name(tokens, at + 1) if day else None
        month, after = named or (0, 0)
    year = _number(tokens, after, _YEARS) if day and named else None
    if not (day and year and month) or day > calendar.monthrange(year, month)[1]:
        return None
    iso = datetime.date(year, month, day).isoformat()
    return When(iso, iso, at, after + 1)


def _month(tokens: Sequence[Token], at: int) -> When | None:
    named = _name(tokens, at)
    if named is None:
        return None
    month, after = named
    after += after < len(tokens) and tokens[after].text == ","
    year = _number(tokens, after, _YEARS)
    return of_month(year, month, at, after + 1) if year else None


def of_month(year: int, month: int, start: int, end: int) -> When:
    """Return a month."""
    last = calendar.monthrange(year, month)[1]
    return When(f"{year}-{month:02}-01", f"{year}-{month:02}-{last}", start, end)


def _year(tokens: Sequence[Token], at: int) -> When | None:
    year = _number(tokens, at, _YEARS)
    before = tokens[at - 1].folded if at else ""
    if year is None or before not in {"in", "of", "since", "during", "from"}:
        return None
    return When(f"{year}-01-01", f"{year}-12-31", at, at + 1)


def month_since(tokens: Sequence[Token], at: int, day: str) -> When | None:
    """Return the last month of a name before a day, for "since May", where no year follows."""
    named = _name(tokens, at)
    if named is None:
        return None
    month, after = named
    if _number(tokens, after, range(32)) is not None:
        return None
    year = int(day[:4]) - (month >= int(day[5:7]))
    return of_month(year, month, at, after)
