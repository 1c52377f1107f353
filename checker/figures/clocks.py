"""Clock times: "2:55 p.m. local time (0555 GMT)", "0653 h", "noon", "5.58am"."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.language.analysis import Analysis

_HALF_DAY = 12
_HOURS = 24
_MINUTES = 60
# Without one of these, or a colon, no digits are a time of day.
_TELLING = frozenset({"ampm", "zone", "clock_mark", "day_half", "clock_word", "both"})
_UNIVERSAL = frozenset({"UTC", "GMT"})
_SIGNS = frozenset("+-\u2212")
_FARTHEST = 14
_PARTS = frozenset({"00", "30", "45"})


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time in tokens `first` to `last` (with its hedge); `number` is where its digits begin.

    `zone` is the clock's name in a report, None where the text names none; `half` is am, pm or None.
    """

    hour: int
    minute: int
    zone: str | None
    half: str | None
    first: int
    number: int
    time_last: int
    last: int
    qualifier: str
    weekday: str | None = None

    @property
    def value(self) -> str:
        """HH:MM on a clock of 24 hours."""
        return f"{self.hour:02d}:{self.minute:02d}"


def clocks(analysis: Analysis) -> tuple[Clock, ...]:
    """Return the clock times of a sentence in order."""
    if analysis.marks.keys().isdisjoint(_TELLING) and ":" not in analysis.sentence.text:
        return ()
    found: list[Clock] = []
    end = 0
    for at in sorted({*analysis.number_starts, *(mark.first for mark in analysis.of("clock_word"))}):
        if at < end:
            continue
        listed = bool(found) and found[-1].last == at - 1 and analysis.tokens[at - 1].text == ","
        clock = _word(analysis, at) or _clock(analysis, at, listed=listed)
        if clock:
            joint = analysis.mark_at("and", found[-1].last) if found else None
            if joint and joint.last == clock.first and found[-1].qualifier == "about":
                clock = replace(clock, qualifier="about")
            found.append(clock)
            end = clock.last
    return tuple(_same_half(analysis, found))


def _same_half(analysis: Analysis, found: list[Clock]) -> Iterator[Clock]:
    """Yield the times; the first of "between 7:25 and 7:37 p.m." takes the half of the day from the second."""
    for clock, following in zip_longest(found, found[1:]):
        joint = analysis.mark_at("and", clock.last) or analysis.mark_at("range_word", clock.last)
        paired = following is not None and joint is not None and joint.last == following.number
        if paired and following and following.half == "pm" and clock.half is None and clock.zone is None:
            later = clock.hour + _HALF_DAY
            yield replace(clock, hour=later, half="pm") if later <= following.hour else clock
        else:
            yield clock


def _word(analysis: Analysis, at: int, number: int | None = None) -> Clock | None:
    """Read "noon", or with the token of its number "12 noon"."""
    mark = analysis.mark_at("clock_word", at)
    if mark is None:
        return None
    start = at if number is None else number
    hour, minute = map(int, str(mark.value).split(":"))
    zone, weekday, last = _zone(analysis, mark.last)
    first, qualifier = _hedge(analysis, start)
    return Clock(hour, minute, zone, None, first, start, mark.last, last, qualifier, weekday)


class _Face(NamedTuple):
    """Hour and minute as read, the token after them, and how they are written: colon, four, dot, bare or word."""

    hour: int
    minute: int
    last: int
    how: str


def _clock(analysis: Analysis, at: int, *, listed: bool = False) -> Clock | None:
    face = _digits(analysis, at) if analysis.tokens[at].kind == "n" else _hour_word(analysis, at)
    if face is None:
        return None
    named = analysis.mark_at("clock_word", face.last)
    if named and face.hour == _HALF_DAY and not face.minute:
        return _word(analysis, face.last, at)
    half, time_last = _half(analysis, at, face)
    mark = analysis.mark_at("clock_mark", time_last) if half is None else None
    if mark and face.how not in {"colon", "four"} and mark.value != "o'clock":
        mark = None
    time_last = mark.last if mark else time_last
    zone, weekday, last = _zone(analysis, time_last)
    if not _is_time(analysis, at, face, half, told=mark is not None or (listed and face.how == "colon"), zone=zone):
        return None
    hour = face.hour
    if half and hour <= _HALF_DAY:
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "pm" else 0)
    first, qualifier = _hedge(analysis, at)
    return Clock(hour, face.minute, zone, half, first, at, time_last, last, qualifier, weekday)


def _half(analysis: Analysis, at: int, face: _Face) -> tuple[str | None, int]:
    """Read "p.m.", or "in the evening" where the time follows a word that times follow; with the token after it."""
    mark = analysis.mark_at("ampm", face.last)
    if mark is None and _temporal(analysis, at) and face.hour <= _HALF_DAY:
        mark = analysis.mark_at("day_half", face.last)
    return (str(mark.value), mark.last) if mark else (None, face.last)


def _is_time(analysis: Analysis, at: int, face: _Face, half: str | None, *, told: bool, zone: str | None) -> bool:
    """Whether digits are a time of day: by am or pm, a clock's name, or a colon after "at"."""
    if half:
        return 1 <= face.hour <= _HALF_DAY or (half == "pm" and face.hour < _HOURS)
    if face.how == "colon":
        return told or zone is not None or _joined(analysis, at, face.last) or _temporal(analysis, at)
    if face.how == "four":
        paired = _temporal(analysis, at) and _paired(analysis, face.last)
        return told or zone is not None or paired or _between(analysis, at, face.last)
    return told or (face.how == "dot" and zone is not None)


def _between(analysis: Analysis, at: int, last: int) -> bool:
    """Whether four digits are an end of "between 0600 and 0730": one of them begins as no year does."""
    tokens = analysis.tokens
    for first in (at, at - 2):
        ends = tokens[first : first + 3 : 2] if first >= 0 else ()
        joint = analysis.mark_at("and", first + 1) or analysis.mark_at("range_word", first + 1)
        if joint and joint.last == first + 2 and analysis.mark_ending("both", first) and last <= first + 3:
            whole = len(ends) == 2 and all(_digits(analysis, index) for index in (first, first + 2))
            return whole and any(end.text[0] == "0" for end in ends)
    return False


def _paired(analysis: Analysis, last: int) -> bool:
    """Whether "(2057 GMT)" follows: then the digits before it are a time as well."""
    tokens = analysis.tokens
    number = tokens[last + 1] if last + 2 < len(tokens) and tokens[last].text == "(" else None
    return number is not None and number.text.isdecimal() and analysis.mark_at("zone", last + 2) is not None


def _hour_word(analysis: Analysis, at: int) -> _Face | None:
    """Read "six a.m.", "seven o'clock": a number word is an hour only before those."""
    value = analysis.numbers.get(analysis.tokens[at].folded, 0)
    if not 1 <= value <= _HALF_DAY or value != int(value):
        return None
    return _Face(int(value), 0, at + 1, "word")


def _digits(analysis: Analysis, at: int) -> _Face | None:
    """Read hour and minute: how they are written is colon, four (0555), dot (5.58am) or bare (9)."""
    tokens = analysis.tokens
    token = tokens[at]
    if at and not token.spaced and (tokens[at - 1].kind == "w" or tokens[at - 1].text in {":", "$", "/", "."}):
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.text == ":" and not following.spaced and at + 2 < len(tokens):
        minute = tokens[at + 2]
        if minute.kind == "n" and not minute.spaced and len(minute.text) == 2 and len(token.text) <= 2:
            return _valid(token.text, minute.text, at + 3, "colon")
        return None
    if token.text.isdecimal() and len(token.text) == 4:
        return _valid(token.text[:2], token.text[2:], at + 1, "four")
    if token.text.isdecimal() and len(token.text) <= 2:
        return _valid(token.text, "00", at + 1, "bare")
    whole, dot, part = token.text.partition(".")
    if dot and len(part) == 2 and len(whole) <= 2 and whole.isdecimal():
        return _valid(whole, part, at + 1, "dot")
    return None


def _valid(hour: str, minute: str, last: int, how: str) -> _Face | None:
    if not (hour.isdecimal() and minute.isdecimal()) or int(hour) >= _HOURS or int(minute) >= _MINUTES:
        return None
    return _Face(int(hour), int(minute), last, how)


def _zone(analysis: Analysis, at: int) -> tuple[str | None, str | None, int]:
    """Read the clock's name and a weekday on either side of it: "ET Saturday", "Monday local time"."""
    weekday: str | None = None
    last = at
    mark = analysis.mark_at("zone", at)
    bracketed = (
        analysis.mark_at("zone", at + 1) if at < len(analysis.tokens) and analysis.tokens[at].text == "(" else None
    )
    if bracketed and bracketed.last < len(analysis.tokens) and analysis.tokens[bracketed.last].text == ")":
        return str(bracketed.value), None, bracketed.last + 1
    if mark is None:
        comma = at + 1 if at < len(analysis.tokens) and analysis.tokens[at].text == "," else at
        day = analysis.mark_at("weekday", comma) or analysis.mark_at("weekday", comma + 1)
        if day and day.first <= comma + 1:
            after = analysis.mark_at("zone", day.last)
            part = analysis.mark_at("day_part", day.last)
            if after is None and part:
                after = analysis.mark_at("zone", part.last)
            if after:
                return str(after.value), str(day.value), at
        return None, None, at
    name, last = _ahead(analysis, str(mark.value), mark.last)
    day = analysis.mark_at("weekday", last)
    if day:
        weekday = str(day.value)
    return name, weekday, last


def _ahead(analysis: Analysis, zone: str, at: int) -> tuple[str, int]:
    """Read the hours of "UTC+9", "GMT +05:30" into the clock's name; with the token after them."""
    tokens = analysis.tokens
    if zone not in _UNIVERSAL or at + 1 >= len(tokens) or tokens[at].text not in _SIGNS or tokens[at + 1].spaced:
        return zone, at
    hours, last = tokens[at + 1].text, at + 2
    if not hours.isdecimal() or not 0 < int(hours) <= _FARTHEST:
        return zone, at
    sign = "+" if tokens[at].text == "+" else "-"
    minutes = ""
    if last + 1 < len(tokens) and tokens[last].text == ":" and tokens[last + 1].text in _PARTS:
        minutes, last = tokens[last + 1].text, last + 2
    return f"UTC{sign}{int(hours)}" + (f":{minutes}" if minutes.strip("0") else ""), last


def _joined(analysis: Analysis, at: int, last: int) -> bool:
    """Whether a bare "7:24" is one end of "7:24-7:30 a.m."."""
    tokens = analysis.tokens
    return (last + 1 < len(tokens) and tokens[last].text == "-" and tokens[last + 1].kind == "n") or (
        at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].kind in "nw"
    )


def _temporal(analysis: Analysis, at: int) -> bool:
    """Whether a bare "07:36" follows a word that clock times follow."""
    before = analysis.tokens[at - 1].folded if at else ""
    return before in analysis.lexicon.words["clock_leads"] or analysis.mark_ending("hedge", at) is not None


def _hedge(analysis: Analysis, at: int) -> tuple[int, str]:
    mark = analysis.mark_ending("clock_hedge", at) or analysis.mark_ending("hedge", at)
    if mark is None:
        return at, "exact"
    bound = mark.category == "clock_hedge" or mark.value == "about"
    return mark.first, str(mark.value) if bound else "about"
