"""Weekdays and clocks, held against the calendar and the time zone database of the standard library."""

from __future__ import annotations

import datetime
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.api import check_text
from checker.claims.clockwork import offsets
from checker.figures import ClockPair, ClockTime, WeekdayDate
from checker.rulebook import load_rule
from checker.source import Span

CLOCKS = {
    "KST": ("Korean time", "Asia/Seoul"),
    "JST": ("Japan time", "Asia/Tokyo"),
    "GMT": ("GMT", "UTC"),
    "ET": ("ET", "America/New_York"),
    "PYT": ("Pyongyang time", "Asia/Pyongyang"),
}
FIRST, LAST = datetime.date(1990, 1, 1), datetime.date(2030, 12, 31)
DAYS = [FIRST + datetime.timedelta(days) for days in range((LAST - FIRST).days + 1)]
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PAIRS = list(permutations(CLOCKS, 2))


def _on(name: str, instant: datetime.datetime) -> datetime.datetime:
    return instant.astimezone(ZoneInfo(CLOCKS[name][1]))


def _ahead(first: str, second: str, instant: datetime.datetime) -> int:
    ahead = _on(second, instant).replace(tzinfo=None) - _on(first, instant).replace(tzinfo=None)
    return round(ahead.total_seconds() / 60)


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_the_offset_of_two_clocks_is_that_of_the_database_on_every_day(first: str, second: str) -> None:
    for number, day in enumerate(DAYS):
        instant = datetime.datetime(day.year, day.month, day.day, number * 7 % 24, 30, tzinfo=datetime.UTC)
        told = _on(first, instant).replace(tzinfo=None)
        beside = {_ahead(first, second, instant + datetime.timedelta(hours=hours)) for hours in (-1, 0, 1)}
        found = offsets(first, second, None, ((first, told),))

        assert _ahead(first, second, instant) in found
        assert set(found) <= beside


# The two clocks here that have changed: New York's twice a year, and Pyongyang's from 2015 to 2018.
@pytest.mark.parametrize(("first", "second"), [("GMT", "ET"), ("PYT", "GMT")])
def test_a_pair_is_judged_as_the_database_does_at_every_hour(first: str, second: str) -> None:
    check = load_rule("FC502").check
    midnight = datetime.datetime(FIRST.year, 1, 1, tzinfo=datetime.UTC)
    instants = [midnight + datetime.timedelta(hours=hours) for hours in range(24 * len(DAYS))]
    told = [
        (_on(first, instant).replace(tzinfo=None), _on(second, instant).replace(tzinfo=None)) for instant in instants
    ]
    aheads = [round((there - here).total_seconds() / 60) for here, there in told]
    beside = [aheads[0], *aheads, aheads[-1]]
    late = datetime.timedelta(hours=2)
    judged: set[object] = set()
    for number, (here, there) in enumerate(told):
        found = offsets(first, second, None, ((first, here),))

        assert aheads[number] in found
        assert set(found) <= set(beside[number : number + 3])
        # The rule sees no day: what it is given is the same on most of them.
        given_it = here.time(), there.time(), found
        if given_it not in judged:
            judged.add(given_it)
            assert not list(check(_pair(first, here, second, there, found)))
            assert list(check(_pair(first, here, second, there + late, found)))


def _pair(
    first: str, here: datetime.datetime, second: str, there: datetime.datetime, ahead: tuple[int, ...]
) -> ClockPair:
    return ClockPair(_clock(first, here), _clock(second, there), Span(0, 20), ahead)


def _clock(name: str, told: datetime.datetime) -> ClockTime:
    value = f"{told.hour:02d}:{told.minute:02d}"
    return ClockTime(value, name, None, Span(0, 9), Span(0, 5), f"{value} {name}")


@pytest.mark.parametrize(("day", "minutes"), [("2015-08-14", 540), ("2015-08-15", 510), ("2018-05-04", 510)])
def test_pyongyang_s_clock_was_another_for_a_while(day: str, minutes: int) -> None:
    noon = datetime.datetime.fromisoformat(day + "T12:00")

    assert offsets("GMT", "PYT", None, (("PYT", noon),)) == (minutes,)
    assert offsets("GMT", "KST", None, (("KST", noon),)) == (540,)


def _weekday(day: datetime.date, name: str) -> WeekdayDate:
    return WeekdayDate(name, Span(0, 6), day, Span(8, 20), Span(0, 20), True)  # noqa: FBT003


def test_the_weekday_of_every_day_is_that_of_the_calendar() -> None:
    check = load_rule("FC501").check
    for number, day in enumerate(DAYS):
        right = day.isoweekday() - 1
        wrong = (right + 1 + number % 6) % 7

        assert not list(check(_weekday(day, NAMES[right])))
        assert list(check(_weekday(day, NAMES[wrong])))


INSTANTS = st.datetimes(
    datetime.datetime(1990, 1, 2),  # noqa: DTZ001 -- hypothesis takes naive ends
    datetime.datetime(2030, 12, 30),  # noqa: DTZ001
    timezones=st.just(datetime.UTC),
)


@settings(deadline=None)
@given(instant=INSTANTS, pair=st.sampled_from(PAIRS), half_hours=st.integers(1, 47), halves=st.booleans())
def test_a_pair_in_a_text_is_judged_as_the_database_does(
    instant: datetime.datetime, pair: tuple[str, str], half_hours: int, *, halves: bool
) -> None:
    first, second = (_on(name, instant) for name in pair)
    day = f"{first:%B} {first.day}, {first.year}"

    def found(there: datetime.datetime) -> list[str]:
        one, two = (_told(moment, name, halves=halves) for moment, name in zip((first, there), pair, strict=True))
        text = f"On {day}, the talks began at {one} ({two})."
        return [finding.code for finding in check_text(text).findings]

    assert found(second) == []
    late = datetime.timedelta(minutes=30 * half_hours)
    # The date may be that of either clock, and near a change of the clocks the text may mean either side of it.
    hours = [instant + datetime.timedelta(hours=hours) for hours in range(-26, 27)]
    meant = {_ahead(*pair, moment) for moment in hours}
    if all((_ahead(*pair, instant) + 30 * half_hours - ahead) % (24 * 60) for ahead in meant):
        assert found(second + late) == ["FC502"]


def _told(moment: datetime.datetime, name: str, *, halves: bool) -> str:
    time = f"{moment.hour:02d}:{moment.minute:02d}"
    if halves and name != "GMT":
        time = f"{(moment.hour - 1) % 12 + 1}:{moment.minute:02d} {'a.m.' if moment.hour < 12 else 'p.m.'}"
    return f"{time} {CLOCKS[name][0]}"
