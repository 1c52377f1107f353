"""What a text's claims leave open, and the words for it."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

import pytest

from checker import check_text
from checker.claims.claim import Conversion
from checker.events import Account
from checker.figures import Interval
from checker.flight import turning
from checker.flight.arcs import free_time
from checker.flight.classes import accepted, band_of, band_words, schemes, schemes_of
from checker.flight.told import beside, latitudes, reading, readings
from checker.flight.wording import minutes, minutes_between, multiplied, told
from checker.rulebook import load_rules
from checker.source import Span
from tests.flight.flights import account, claim

if TYPE_CHECKING:
    from checker.findings import Finding


def _read(text: str, kind: str) -> tuple[float, float]:
    (found,) = (one for one in check_text(text).claims if one.kind == kind)
    open_ = reading(found)
    assert open_ is not None
    return round(open_.low, 3), round(open_.high, 3)


@pytest.mark.parametrize(
    ("text", "kind", "ends"),
    [
        ("The missile flew 1,000 km.", "range", (975, 1_025)),
        ("The missile flew about 1,000 km.", "range", (950, 1_050)),
        ("The missile flew 999.2 km.", "range", (999.15, 999.25)),
        ("The missile flew at least 500 km.", "range", (500, inf)),
        ("The missile flew less than 500 km.", "range", (0, 500)),
        ("The missile rose to an altitude of 1,500 miles.", "altitude", (2_353.666, 2_474.366)),
        ("The missile was in flight for 30 minutes.", "flight_time", (1_770, 1_830)),
        ("The missile was in flight for 70 minutes.", "flight_time", (4_147.5, 4_252.5)),
        ("The missile was in flight for about 70 minutes.", "flight_time", (3_990, 4_410)),
        ("The missile was in flight for about an hour.", "flight_time", (3_009.6, 4_233.6)),
        ("The missile flew at Mach 10.", "speed", (2.876, 3.516)),
    ],
)
def test_what_a_figure_leaves_open(text: str, kind: str, ends: tuple[float, float]) -> None:
    assert _read(text, kind) == ends


def test_a_figure_with_a_conversion_that_is_another_quantity_is_either() -> None:
    plain = claim("range", 1_000, "km")
    wrong = Conversion("100 miles", Span(30, 39), 100, "mile", "exact", Interval(99, 101, "mile"))
    right = replace(wrong, value=621, interval=Interval(620, 622, "mile"))
    unread = replace(wrong, interval=None)

    assert [round(reading(replace(plain, conversions=(one,))).low) for one in (wrong, right, unread)] == [159, 975, 975]  # type: ignore[union-attr]


def test_what_is_no_quantity_has_no_reading() -> None:
    assert reading(replace(claim("range", 1, "km"), value="several", interval=None)) is None
    assert reading(replace(claim("range", 1, "km"), kind="count")) is None


def test_figures_of_one_speaker_go_together() -> None:
    seoul, tokyo = (
        replace(claim("altitude", value, "km", number), attributed_to=(speaker,))
        for number, (value, speaker) in enumerate([(2_000, "South Korea JCS"), (2_100, "Japan MOD")], 1)
    )
    time = replace(claim("flight_time", 30, "min", 3), attributed_to=("Japan MOD",))
    told_ = account(seoul, tokyo, time)
    found = readings(told_, "altitude")

    assert [one.claim for one in beside(told_, time, found)] == [tokyo]
    assert len(beside(told_, replace(time, attributed_to=("KCNA",)), found)) == 2


def test_the_length_of_a_winding_path_is_no_distance() -> None:
    winding = replace(claim("range", 1_500, "km"), basis="path length")

    assert readings(account(winding), "range") == ()


def test_the_latitudes_of_a_launch() -> None:
    site = replace(claim("range", 1, "km"), kind="site", value="Sunan", entity="sunan", unit=None, interval=None)
    (north,) = latitudes(account(site))
    south, farthest = latitudes(account(country="PRK"))

    assert north == pytest.approx(39.2, abs=0.1)
    assert 37 < south < north < farthest < 43
    assert latitudes(account()) == ()


def test_a_class_is_judged_by_the_authorities_in_the_text() -> None:
    pyongyang = replace(claim("range", 1, "km"), attributed_to=("KCNA",))
    names = [scheme.name for scheme in schemes_of(account(pyongyang))]

    assert names[0] == "North Korea"
    assert "South Korea" in names
    assert "India" not in names
    assert not accepted("IRBM", 6_200, 6_200, schemes_of(account()))
    assert accepted("ICBM", 5_000, 5_000, schemes_of(account()))
    assert not accepted("MRBM", 3_400, 3_400, schemes_of(account()))
    assert accepted("IRBM", 1_200, 1_200, schemes_of(account()))
    assert band_of("HGV", schemes()) is None


@pytest.mark.parametrize(
    ("band", "words"),
    [
        (("SRBM", 0, 1_000), "short-range is up to 1,000 km"),
        (("MRBM", 1_000, 3_000), "medium-range is 1,000 to 3,000 km"),
        (("ICBM", 5_500, inf), "intercontinental is from 5,500 km"),
    ],
)
def test_a_band_in_words(band: tuple[str, float, float], words: str) -> None:
    assert band_words(*band) == words


def test_figures_in_words() -> None:
    assert (minutes(95), minutes(4_110)) == ("95 seconds", "68.5 minutes")
    assert minutes_between(3_996, 4_270) == "66.6 to 71.2 minutes"
    assert minutes_between(150, 600) == "150 seconds to 10 minutes"
    assert told(claim("altitude", 1_500, "mile")) == "1,500 miles (2,414 km)"
    assert told(claim("flight_time", 4_052, "s")) == "4,052 seconds (67.5 minutes)"
    ranged = replace(claim("range", 1, "km"), value=(300, 350), qualifier="range")
    assert multiplied(ranged, 10) == "3,000 to 3,500 km"


def test_figures_of_many_launches_are_not_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[float] = []

    def counted(angle: float, apogee: float) -> float:
        calls.append(apogee)
        return free_time(angle, apogee)

    monkeypatch.setattr(turning, "free_time", counted)
    kinds = (("range", "km"), ("altitude", "km"), ("flight_time", "min"), ("speed", "km/s"))
    claims = [
        claim(kind, 100 + number, unit, 4 * number + index)
        for number in range(100)
        for index, (kind, unit) in enumerate(kinds)
    ]
    found = [finding for code in load_rules() if code.startswith("FC3") for finding in _checked(code, account(*claims))]

    assert found == []
    assert calls == []


def _checked(code: str, told_: Account) -> list[Finding]:
    rule = load_rules()[code]
    return list(rule.check(told_)) if rule.card.looks_at is Account else []
