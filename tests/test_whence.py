"""Which country launches, and how launches of one day are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.api import check_text

if TYPE_CHECKING:
    from pathlib import Path

PUBLISHED = "2024-03-20"


def countries(text: str) -> list[str | None]:
    """Return the country of each launch of a text."""
    report = check_text(text, published=PUBLISHED, media_type="text/plain")
    return [event.country for event in report.documents[0].events]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("North Korea told Japan it would launch a satellite rocket at 7 a.m. on Saturday.", "PRK"),
        ("South Korea's military said it detected the launch at 7 a.m. on Monday.", None),
        ("South Korea's military said North Korea fired a missile at 7 a.m. on Monday.", "PRK"),
        ("North Korea said it had launched a missile on Monday that flew 500 km.", "PRK"),
        ("Japan's defense ministry said a missile launched by North Korea on Monday flew 500 km.", "PRK"),
        ("Japan said a missile was fired on Monday by the North and flew 500 km.", "PRK"),
        ("North Korea's latest missile test on Monday covered 500 km.", "PRK"),
        ("North Korea, in defiance of the United States, on Monday fired a missile that flew 500 km.", "PRK"),
        ("South Korea test-fired a ballistic missile on Monday that flew 500 km.", "KOR"),
        ("Tokyo condemned the missile launch on Monday, saying it flew 500 km.", None),
        ("South Korea conducted a drill before a missile flew 500 km on Monday.", None),
        ("South Korea launched fighter jets after a missile flew 500 km on Monday.", None),
    ],
)
def test_the_launching_country_is_who_launches(text: str, country: str | None) -> None:
    assert countries(text)[:1] == [country]


def test_a_counted_launch_is_of_the_country_that_fired_them() -> None:
    text = "North Korea fired two missiles on Monday. The first flew 300 km. The second flew 400 km."
    assert countries(text) == ["PRK", "PRK", "PRK"]


def test_launches_of_a_day_are_numbered_and_earlier_ones_are_not() -> None:
    text = (
        "North Korea fired a missile on Monday that flew 300 km. South Korea fired a missile that flew 200 km. "
        "In 2017, an ICBM flew 900 km. In 2018, an ICBM flew 800 km."
    )
    events = check_text(text, published=PUBLISHED, media_type="text/plain").documents[0].events
    assert [(event.date, event.member) for event in events] == [
        ("2024-03-18", 1),
        ("2024-03-18", 2),
        (None, 1),
        (None, 1),
    ]


def test_a_source_without_days_that_counts_its_launches_is_compared(tmp_path: Path) -> None:
    text = "Two missiles were fired. One missile flew {} km. The other missile flew 300 km."
    source = tmp_path / "source.txt"
    source.write_text(text.format(900), encoding="utf-8")

    def codes(flown: int) -> set[str]:
        report = check_text(text.format(flown), sources=[source], media_type="text/plain")
        return {finding.code for finding in report.documents[0].findings}

    assert "FC401" in codes(1200)
    assert "FC401" not in codes(900)


def test_a_launch_of_nobody_s_is_of_the_only_country_that_launches() -> None:
    later = "The projectiles were fired Monday from near a base. One of the missiles flew 400 km."
    assert countries(f"North Korea fired missiles on Friday that flew 300 km.\n\n{later}") == ["PRK"] * 3
    two = "North Korea fired a missile on Friday that flew 300 km. South Korea fired a missile that flew 200 km."
    assert countries(f"{two}\n\n{later}")[-1] is None


def test_a_launch_from_a_known_site_is_of_its_country() -> None:
    assert countries("A missile was launched from Vandenberg on Monday and flew 6,700 km.") == ["USA"]
