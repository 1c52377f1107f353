"""Dates and weekdays as written: "Sunday, January 14", "14 Jan. 2024", "2024-01-14", "the 4th"."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.language.analysis import Analysis

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_YEARS = range(1900, 2100)
# A day without a year that is farther ahead than this is one of the past.
_AHEAD = 330
_NEWS, _SAME_STORY = 30, 60  # days
_NAMED = 2  # tokens before the number of "Hwasong-17"
_HYPHENS = {"-", "\u2013"}


@dataclass(frozen=True, slots=True)
class Day:
    """A date in tokens `first` to `last`; the parts that the text leaves out are None.

    `ago` counts years back from that of publication, where the text does: "last year's Jan. 14", "Dec. 18 last year".
    """

    year: int | None
    month: int | None
    day: int | None
    first: int
    last: int
    ago: int | None = None

    def resolved(self, published: datetime.date | None, *, ahead: bool = False) -> datetime.date | None:
        """Return the date; a missing year is the latest that puts it no more than a week after publication.

        `ahead` takes the next such day instead, unless that is nearly a year away.
        """
        if self.month is None or self.day is None:
            return None
        if self.year is not None:
            return _date(self.year, self.month, self.day)
        if published is None:
            return None
        if self.ago is not None:
            return _date(published.year - self.ago, self.month, self.day)
        for year in (published.year, published.year + 1) if ahead else ():
            found = _date(year, self.month, self.day)
            if found and published <= found <= published + datetime.timedelta(days=_AHEAD):
                return found
        for year in (published.year + 1, published.year, published.year - 1, published.year - 2):
            found = _date(year, self.month, self.day)
            if found and found <= published + datetime.timedelta(days=7):
                return found
        return None


def in_told_year(day: Day, told: datetime.date, published: datetime.date | None) -> Day:
    """Return a day without a year in that of the date told before, weeks on: "July 5, 2006, and again on July 6"."""
    if day.year is not None or day.ago is not None or day.month is None or day.day is None:
        return day
    then, latest = _date(told.year, day.month, day.day), day.resolved(published)
    near = latest and published and abs((published - latest).days) <= _NEWS
    follows = then and 0 < (then - told).days <= _SAME_STORY
    return replace(day, year=told.year) if follows and not near else day


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def days(analysis: Analysis) -> tuple[Day, ...]:
    """Return the dates of a sentence in order."""
    found: list[Day] = []
    months = [mark.first for mark in analysis.of("month")]
    digits = [at for at in analysis.number_starts if analysis.tokens[at].kind == "n"]
    end = 0
    for at in sorted({*months, *digits}):
        if at < end:
            continue
        if analysis.tokens[at].kind == "n":
            day = _iso(analysis, at) or (_day_first(analysis, at) if months else None) or _ordinal(analysis, at)
        else:
            day = _month_first(analysis, at)
        if day:
            found += [*_listed(analysis, at, day), day]
            end = day.last
    found = _in_one_year(analysis, found)
    return tuple(_in_told_years(analysis, found)) if analysis.of("year_word") else tuple(found)


def _in_one_year(analysis: Analysis, found: list[Day]) -> list[Day]:
    """Return days, each with the year of the next one that it is listed with: "Aug. 29 and Sept. 15, 2017"."""
    joints = analysis.lexicon.words["day_joints"]
    for at in range(len(found) - 2, -1, -1):
        day, after = found[at], found[at + 1]
        between = analysis.tokens[day.last : after.first]
        listed = day.month and after.month and day.month <= after.month
        if day.year is None and after.year and listed and all(token.folded in joints for token in between):
            found[at] = replace(day, year=after.year)
    return found


def _in_told_years(analysis: Analysis, found: list[Day]) -> Iterator[Day]:
    """Yield days with the years that words tell of them: "last year's Jan. 14 and April 2 tests"."""
    before: Day | None = None
    for day in found:
        joined = before is not None and all(sign in {"and", ","} for sign in analysis.signs(before.last, day.first))
        word = analysis.mark_ending("year_word", day.first) or analysis.mark_at("year_word", day.last)
        ago = int(word.value) if word and _text(analysis, word.last) != "'s" else None
        if ago is None and joined and before is not None and before.first < day.first:
            ago = before.ago
        before = replace(day, ago=ago) if day.year is None else day
        yield before


def _listed(analysis: Analysis, at: int, last: Day) -> Iterator[Day]:
    """Yield the 11th of "11 and 12 September 2021"."""
    joint = analysis.mark_ending("and", at)
    before = _day_number(analysis, joint.first - 1) if joint and joint.first else None
    listed = joint and before and before[1] == joint.first and analysis.tokens[at].kind == "n" and last.month
    if listed and joint and before and analysis.mark_at("month", joint.first - 2) is None:
        yield Day(last.year, last.month, before[0], joint.first - 1, joint.first)


def _text(analysis: Analysis, at: int) -> str:
    return analysis.tokens[at].text if 0 <= at < len(analysis.tokens) else ""


def _iso(analysis: Analysis, at: int) -> Day | None:
    if len(analysis.tokens[at].text) != 4:
        return None
    parts = [_text(analysis, at + offset) for offset in range(5)]
    if not parts[0].isdecimal() or parts[1] != "-" or parts[3] != "-":
        return None
    if not (parts[2].isdecimal() and parts[4].isdecimal() and len(parts[2]) == 2 and len(parts[4]) == 2):
        return None
    return Day(int(parts[0]), int(parts[2]), int(parts[4]), at, at + 5)


def _day_number(analysis: Analysis, at: int) -> tuple[int, int] | None:
    """Read a day of the month, with or without its ordinal ending: the number and the token after it."""
    text = _text(analysis, at)
    if not text.isdecimal() or not 1 <= len(text) <= 2 or not 1 <= int(text) <= 31:
        return None
    glued = at + 1 < len(analysis.tokens) and not analysis.tokens[at + 1].spaced
    if glued and analysis.tokens[at + 1].folded in analysis.lexicon.words["ordinals"]:
        return int(text), at + 2
    if (glued and analysis.tokens[at + 1].kind == "w") or (
        _text(analysis, at + 1) == ":" and glued and _text(analysis, at + 2).isdecimal()
    ):
        return None
    return int(text), at + 1


def _year(analysis: Analysis, at: int) -> tuple[int | None, int]:
    """Read ", 2024" or " 2024" or "of 2024" after a day or month: the year and the token after it."""
    skipped = _text(analysis, at) in {",", "-"} or _text(analysis, at) in analysis.lexicon.words["of"]
    start = at + skipped
    text = _text(analysis, start)
    if text.isdecimal() and len(text) == 4 and int(text) in _YEARS:
        following = analysis.tokens[start + 1] if start + 1 < len(analysis.tokens) else None
        if following is None or analysis.mark_at("unit", start + 1) is None:
            return int(text), start + 1
    return None, at


def _month_first(analysis: Analysis, at: int) -> Day | None:
    month = analysis.mark_at("month", at)
    if month is None or not analysis.tokens[at].text[0].isupper() or analysis.mark_ending("speed_noun", at):
        return None
    after = month.last + 1 if _text(analysis, month.last) == "." else month.last
    day = _day_number(analysis, after)
    if day:
        unit = analysis.mark_at("unit", day[1]) or analysis.mark_at("ampm", day[1])
        if unit and analysis.tokens[unit.first].text != "h":
            return None
        year, last = _year(analysis, day[1])
        return Day(year, int(month.value), day[0], at, last)
    year, last = _year(analysis, after)
    return Day(year, int(month.value), None, at, last) if year else None


def _day_first(analysis: Analysis, at: int) -> Day | None:
    day = None if _ends_name(analysis, at) or _ends_clock(analysis, at) else _day_number(analysis, at)
    if day is None:
        return None
    after = day[1] + (_text(analysis, day[1]) in analysis.lexicon.words["of"])
    month = analysis.mark_at("month", after)
    if month is None or not analysis.tokens[after].text[0].isupper():
        return None
    last = month.last + 1 if _text(analysis, month.last) == "." else month.last
    year, stop = _year(analysis, last)
    if not year and last > month.last:
        stop = month.last
    return Day(year, int(month.value), day[0], at, stop)


def _ends_name(analysis: Analysis, at: int) -> bool:
    """Whether a number is the end of a name: "the Hwasong-17 of Nov. 3"."""
    if at < _NAMED or _text(analysis, at - 1) not in _HYPHENS or analysis.tokens[at - 1].spaced:
        return False
    return analysis.tokens[at - 2].kind == "w" and not analysis.tokens[at].spaced


def _ends_clock(analysis: Analysis, at: int) -> bool:
    """Whether a number is the minutes of a clock time: "at 10:14 Aug. 16"."""
    return _text(analysis, at - 1) == ":" and not analysis.tokens[at].spaced and not analysis.tokens[at - 1].spaced


def _ordinal(analysis: Analysis, at: int) -> Day | None:
    """Read "on the 4th"."""
    words = analysis.lexicon.words
    before = [token.folded for token in analysis.tokens[max(0, at - 2) : at]]
    if len(before) < 2 or before[1] not in words["definite"] or before[0] not in words["ordinal_leads"]:
        return None
    text = _text(analysis, at)
    if (
        not text.isdecimal()
        or _text(analysis, at + 1).casefold() not in analysis.lexicon.words["ordinals"]
        or analysis.tokens[at + 1].spaced
    ):
        return None
    following = analysis.tokens[at + 2].folded if at + 2 < len(analysis.tokens) else ""
    counted = (
        analysis.mark_at("missile", at + 2)
        or analysis.mark_at("launch", at + 2)
        or analysis.mark_at("missile_class", at + 2)
    )
    if following in analysis.lexicon.words["no_ordinal"] or (counted and following != "from"):
        return None
    return Day(None, None, int(text), at, at + 2) if 1 <= int(text) <= 31 else None
