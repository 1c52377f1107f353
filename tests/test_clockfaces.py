"""Times of day, written as a writer writes them."""

from __future__ import annotations

import pytest

from checker.figures import ClockTime
from checker.figures.clockfaces import rewritten, said, undecided
from checker.source import Span


def _clock(value: str, written: str, half: str | None = None, zone: str = "KST") -> ClockTime:
    return ClockTime(value, zone, half, Span(0, 9), Span(0, 5), written, written)


@pytest.mark.parametrize(
    ("value", "written", "half", "minutes", "text"),
    [
        ("07:55", "0755", None, 5 * 60 + 5, "0505"),
        ("07:55", "07:55", None, 17 * 60, "17:00"),
        ("07:55", "7:55", None, 5 * 60 + 55, "5:55"),
        ("17:55", "17:55", None, 5 * 60 + 55, "05:55"),
        ("06:53", "0653 h", None, 18 * 60 + 53, "1853 h"),
        ("05:55", "5:55 a.m.", "am", 0, "12:00 a.m."),
        ("05:55", "05:55 a.m.", "am", 12 * 60 + 4, "12:04 p.m."),
        ("05:55", "05:55 AM", "am", 13 * 60 + 4, "01:04 PM"),
        ("17:58", "5.58pm", "pm", 5 * 60 + 8, "5.08am"),
        ("17:00", "5 P.M.", "pm", 30, "12:30 A.M."),
        ("17:00", "5 p.m.", "pm", -60, "11 p.m."),
        ("07:00", "7 o'clock", None, 9 * 60, "9 o'clock"),
        # Nothing of the kind can be written in its place.
        ("07:00", "7 o'clock", None, 9 * 60 + 5, None),
        ("18:00", "6 in the evening", "pm", 5 * 60, None),
        ("00:00", "midnight", None, 60, None),
    ],
)
def test_a_time_is_rewritten_in_its_own_form(
    value: str, written: str, half: str | None, minutes: int, text: str | None
) -> None:
    assert rewritten(_clock(value, written, half), minutes) == text


@pytest.mark.parametrize(
    ("zone", "half", "local", "words"),
    [
        ("GMT", None, None, "00:05 GMT"),
        ("KST", "pm", None, "12:05 a.m. in Korea"),
        ("local", None, "Asia/Tokyo", "00:05 in Japan"),
        ("local", "am", "Asia/Tehran", "12:05 a.m. local time"),
    ],
)
def test_a_message_says_where_a_time_holds(zone: str, half: str | None, local: str | None, words: str) -> None:
    assert said(24 * 60 + 5, _clock("00:05", "0005", half, zone), local) == words


@pytest.mark.parametrize(
    ("value", "written", "half", "zone", "open_"),
    [
        ("02:55", "2:55", None, "KST", True),
        ("12:10", "12:10", None, "local", True),
        ("02:55", "02:55", None, "KST", False),
        ("14:55", "14:55", None, "KST", False),
        ("02:55", "2:55 a.m.", "am", "KST", False),
        ("09:40", "9:40", None, "UTC", False),
        ("11:40", "1140", None, "JST", False),
    ],
)
def test_a_time_of_twelve_hours_alone_is_undecided(
    value: str, written: str, half: str | None, zone: str, *, open_: bool
) -> None:
    assert undecided(_clock(value, written, half, zone)) is open_
