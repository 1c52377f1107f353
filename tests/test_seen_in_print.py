"""Slips of arithmetic, calendar and clock that have been in print, each in a sentence of our own.

What printed them is no matter: an article could, and an editor would change it.
"""

from __future__ import annotations

import pytest

from checker.api import check_text

SLIPS = [
    # Nautical miles under the name of miles.
    ("The missile flew 570 km (310 miles) before it fell.", "FC105", "570 km (310 miles)"),
    # Two digits of 3,728 exchanged; an apogee's kilometres taken for the miles of the distance.
    ("It flew 6,000 kilometers (3,278 miles) in all.", "FC106", "6,000 kilometers (3,278 miles)"),
    ("It rose to 910 km and flew 1,300 km (910 miles).", "FC107", "1,300 km (910 miles)"),
    ("Its range is put at 4,500-4,600 km (2,600 mi) there.", "FC101", "4,500-4,600 km (2,600 mi)"),
    ("It flew 620 miles (950 km) to the east.", "FC101", "620 miles (950 km)"),
    # Half a day off: the clock of Greenwich, and a.m. for p.m.
    ("It was fired at 09:40 Korean time (12:40 UTC), a missile.", "FC502", "09:40 Korean time (12:40 UTC)"),
    (
        "North Korea fired a missile at 6:10 a.m. local time (0910 GMT).",
        "FC502",
        "6:10 a.m. local time (0910 GMT)",
    ),
    # A day forgotten.
    (
        "The missile was fired at 11:05 p.m. on Nov. 22, 22 minutes after the launch at 10:43 p.m. on Nov. 21.",
        "FC506",
        "22 minutes after",
    ),
    # March for Mach, letters of mph, a template, and the treaty's band.
    ("The missile came in at a maximum speed of March 17.", "FC109", "March 17"),
    ("The train ran at 497mhp in the test.", "FC109", "497mhp"),
    ("The missile flew 435|mi|km before it fell.", "FC109", "435|mi|km"),
    ("The INF treaty covers missiles with a range of 500 to 5,000 km.", "FC112", "500 to 5,000 km"),
]


@pytest.mark.parametrize(("text", "code", "words"), SLIPS, ids=[words for *_, words in SLIPS])
def test_a_slip_seen_in_print_is_found(text: str, code: str, words: str) -> None:
    found = check_text(text, published="2024-01-15").findings

    assert [(finding.code, finding.words) for finding in found] == [(code, words)]


def test_a_figure_told_with_and_without_its_last_digit_is_none() -> None:
    text = "The missile flew 989 km and rose to 5,768.5 km on Saturday. The missile rose to 5,768 km."

    assert check_text(text, published="2023-02-19").findings == ()
