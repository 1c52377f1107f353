"""Days, months and years as a sentence gives them, for what it counts."""

from __future__ import annotations

import calendar
import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from checker import data
from checker.language import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.language import Token

_YEARS = range(1950, 2100)
_DAYS = range(1, 32)
_ABBREVIATED = 4  # letters: "Sept."
_SLACK = 0.2  # "in two months" may be a little less
_MOST = 99
_UNITS = {"month": 30, "months": 30, "year": 365, "years": 365}
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


def _day_since(tokens: Sequence[Token], at: int, day: str) -> When | None:
    """Return the last day of a date before another, for "since Oct. 31", where no year follows."""
    named = _name(tokens, at)
    number = _number(tokens, named[1], _DAYS) if named else None
    if named is None or number is None:
        return None
    month, after = named
    following = [token.folded for token in tokens[after + 1 : after + 3]]
    year = int(day[:4]) - (f"{month:02}-{number:02}" >= day[5:10] or following == ["last", "year"])
    if number > calendar.monthrange(year, month)[1]:
        return None
    iso = datetime.date(year, month, number).isoformat()
    return When(iso, iso, at, after + 1)


def stretch(tokens: Sequence[Token], at: int, day: str) -> tuple[str, int] | None:
    """Return the day after which nothing was to be, and the token after its words: "since May", "in two years"."""
    words = [token.folded for token in tokens[at : at + 4]]
    if words[:1] == ["since"]:
        when: When | None = next((each for each in whens(tokens) if each.start == at + 1), None)
        when = when or month_since(tokens, at + 1, day) or _day_since(tokens, at + 1, day)
        return (when.last, when.end) if when is not None and when.last < day else None
    if words[:1] != ["in"]:
        return None
    more = 2 if words[1:2] in (["nearly"], ["about"], ["almost"], ["over"]) else 1
    rest = words[more:]
    if len(rest) < 2 or rest[1] not in _UNITS:
        return None
    english = lexicon("en")
    spelled = 1 if rest[0] in english.words["one_articles"] else english.numbers.get(rest[0])
    number = int(spelled) if spelled else int(rest[0]) if rest[0].isdecimal() else None
    if number is None or number > _MOST:
        return None
    days = round(number * _UNITS[rest[1]] * (1 - _SLACK))
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days)).isoformat(), at + more + 2


def ordinal(tokens: Sequence[Token], at: int) -> int | None:
    """Return the number of an ordinal at a token: "fifth", "5th"."""
    listed_: dict[str, int] = counting()["ordinals"]
    if tokens[at].kind == "n" and at + 1 < len(tokens) and tokens[at + 1].folded in {"st", "nd", "rd", "th"}:
        return int(tokens[at].text) if tokens[at].text.isdecimal() and not tokens[at + 1].spaced else None
    return listed_.get(tokens[at].folded)
