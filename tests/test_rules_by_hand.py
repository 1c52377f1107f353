"""What the cases files cannot show of a rule: second fixes, and claims that no text here is read as."""

from __future__ import annotations

import datetime

import pytest

from checker import check_text
from checker.claims import Claim
from checker.events import Account, Comparison, Event
from checker.figures import ClockPair, ClockTime, Interval, WeekdayDate
from checker.rulebook import load_rule
from checker.source import Source, Span


@pytest.mark.parametrize(
    ("weekday", "date", "fixes"),
    [
        ("Monday", (datetime.date(2024, 1, 14), "January 14"), ["Sunday", "January 15"]),
        ("Mon", (datetime.date(2024, 1, 14), "14 January"), ["Sun", "15 January"]),
        ("MONDAY", (datetime.date(2024, 1, 14), "Jan. 14th, 2024"), ["SUNDAY", "Jan. 15th, 2024"]),
        ("Tues.", (datetime.date(2022, 11, 21), "Nov. 21st"), ["Mon.", "Nov. 22nd"]),
        ("Thurs.", (datetime.date(2022, 11, 21), "Nov. 21st"), ["Mon.", "Nov. 24th"]),
        ("Monday", (datetime.date(2024, 1, 2), "2024-01-02"), ["Tuesday", "2024-01-01"]),
        # More than the day would change, or it cannot be told which number is the day.
        ("Wednesday", (datetime.date(2024, 2, 1), "February 1"), ["Thursday"]),
        ("Tuesday", (datetime.date(2024, 1, 1), "2024-01-01"), ["Monday"]),
        ("Monday", (datetime.date(2024, 1, 14), ""), ["Sunday"]),
    ],
)
def test_a_weekday_or_else_its_date_is_put_right(
    weekday: str, date: tuple[datetime.date, str], fixes: list[str]
) -> None:
    name = next(day for day in _DAYS if day.startswith(weekday[:3].capitalize()))
    value = WeekdayDate(
        weekday=name,
        weekday_span=Span(0, len(weekday)),
        date=date[0],
        date_span=Span(20, 20 + len(date[1])),
        span=Span(0, 40),
        year_given=True,
        weekday_text=weekday,
        date_text=date[1],
    )
    (finding,) = load_rule("FC501").check(value)

    assert [fix.edits[0].text for fix in finding.fixes] == fixes


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _account(path: str, speaker: str | None, text: str, entity: str | None, kilometres: float) -> Account:
    interval = Interval(kilometres * 0.95, kilometres * 1.05, "km")
    claim = Claim(
        "c1",
        "distance_from_place",
        text,
        Span(0, len(text)),
        kilometres,
        "km",
        interval=interval,
        entity=entity,
    )
    return Account(path, speaker, Event("e1", "2024-01-14", "PRK", ("c1",)), (claim,), Source(path, text))


@pytest.mark.parametrize(
    ("places", "found"),
    [(("aomori", "aomori"), 1), (("aomori", "sapporo"), 0), ((None, None), 0)],
    ids=["one place", "two places", "places unknown"],
)
def test_distances_are_compared_where_they_are_from_one_place(
    places: tuple[str | None, str | None], found: int
) -> None:
    draft = _account("draft.txt", None, "250 km west of Aomori", places[0], 250)
    source = _account("japan.md", "Japan MOD", "350 km west of Aomori", places[1], 350)

    assert len(list(load_rule("FC401").check(Comparison(draft, (source,))))) == found


def test_a_clock_time_with_a_link_inside_is_not_rewritten() -> None:
    text = "North Korea fired a missile at 2:55 [p.m.](https://example.org) (0455 GMT)."
    report = check_text(text, published="2026-11-24", media_type="text/markdown")
    (finding,) = report.findings

    assert finding.code == "FC502"
    assert [edit.text for fix in finding.fixes for edit in fix.edits] == ["0555"]


@pytest.mark.parametrize(
    ("first", "second", "fixes"),
    [
        (("2:55 p.m.", "14:55", "pm"), ("0755", "07:55"), ["0555", "4:55 p.m."]),
        (("2:55 a.m.", "02:55", "am"), ("0555", "05:55"), ["2:55 p.m.", "1755"]),
        (("midnight", "00:00", None), ("1600", "16:00"), ["1500"]),
    ],
    ids=["two hours", "half a day", "a word"],
)
def test_a_second_clock_or_else_the_first_is_put_right(
    first: tuple[str, str, str | None], second: tuple[str, str], fixes: list[str]
) -> None:
    here = ClockTime(first[1], "KST", first[2], Span(0, 9), Span(0, 9), first[0], first[0])
    there = ClockTime(second[1], "GMT", None, Span(15, 23), Span(15, 19), second[0] + " GMT", second[0])
    (finding,) = load_rule("FC502").check(ClockPair(here, there, Span(0, 24), (-540,)))

    assert [fix.edits[0].text for fix in finding.fixes] == fixes
