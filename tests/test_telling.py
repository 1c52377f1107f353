"""What a text is told to be before it is read whole: no claim and no pair of figures is lost by it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import gazetteer
from checker.engine import Options, understand
from checker.language.telling import language_of, names_missiles, primary, worth_reading
from checker.readers import read_text
from tests.claims_cases import Case, read_cases

FILES = sorted(Path(__file__).parent.joinpath("claims").glob("*.md"))
CASES = [case for path in FILES for case in read_cases(path)]
PAIRS = [
    "The hike was 3 km (2 miles) long.",
    "The yacht made 12 knots (22 km/h).",
    "The pass lies 2,500 meters (8,200 feet) up.",
    "The film runs two hours, or 120 minutes.",
    "It ran 998 horizontal miles (300 km).",
    "The pipe is 5,500‑kilometer (3,400 miles) long.",
    "The reef is ５００ km (310 miles) away.",
]
NOTHING = [
    "The council passed its budget by 17 votes to 12, after a debate that had run since 2022.",
    "She has led the choir for ten years, and none of its 48 members has left.",
    "Room 101 was empty.",
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_no_claim_is_lost(case: Case) -> None:
    wanted = [claim for claim in case.expected if claim.kind != "other_distance" and not claim.optional]

    assert names_missiles(read_text(case.draft, "draft.txt").prose.text, "en") or not wanted


@pytest.mark.parametrize("text", PAIRS)
def test_no_pair_is_lost(text: str) -> None:
    assert worth_reading(text, "en")
    assert len(understand(read_text(text, "draft.txt"), Options()).understanding.values) == 1


def test_no_weekday_is_lost() -> None:
    text = "The council met on Monday, January 14, 2024."

    assert worth_reading(text, "en")
    assert understand(read_text(text, "draft.txt"), Options()).understanding.values


def test_no_name_that_is_enough_alone_is_lost() -> None:
    # A letter or two and a number may be a motorway: such a name needs a word for a missile in the text.
    alone = [
        missile.name
        for missile in gazetteer.missiles()
        if missile.alone == "yes" and not re.match(r"[A-Z0-9][a-z]?-?[0-9M]", missile.name)
    ]

    assert len(alone) > 100
    assert [name for name in alone if not names_missiles(f"On Monday the {name} rose.", "en")] == []


@pytest.mark.parametrize(
    "unit", ["km", "mi", "nm", "feet", "s", "min", "hours", "knots", "m/s", "times", "GMT", "p.m."]
)
@pytest.mark.parametrize("gap", ["", " ", "\u00a0", "\u2009", "-", "\u2011", "\n"])
def test_no_unit_is_lost_behind_its_number(gap: str, unit: str) -> None:
    assert worth_reading(f"It is 1,250{gap}{unit} off.", "en")
    assert worth_reading(f"7{gap}{unit.upper()}", "en")


@pytest.mark.parametrize("text", ["It began at 7:30 and ended late.", "7:30", "The 3 of 'em came on Feb. 30.", "May 9"])
def test_no_clock_and_no_month_is_lost(text: str) -> None:
    assert worth_reading(text, "en")


@given(
    st.text(st.sampled_from("ABIKMNSabcinos 1-.,:\u00a0é’"), max_size=30),
    st.sampled_from(["Scuds", "KN-23", "PrSM", "ICBMs"]),
)
def test_a_name_is_found_wherever_it_stands(around: str, name: str) -> None:
    assert worth_reading(f"{around} {name}, {around}", "en")
    assert worth_reading(f"“{name}” {around}", "en")


@pytest.mark.parametrize("text", NOTHING)
def test_a_text_with_nothing_to_check_is_passed_over(text: str) -> None:
    assert not worth_reading(text, "en")


def test_a_word_that_hides_its_letters_is_read() -> None:
    assert worth_reading("The mis\u00adsile fell.", "en")


@pytest.mark.parametrize(
    "text", ["An ICBM flew.", "A Hwasong-12 flew.", "Two Scuds fell.", "Rockets rose.", "The LAUNCH failed."]
)
def test_a_missile_is_told_by_its_word_or_name(text: str) -> None:
    assert names_missiles(text, "en")


def test_languages() -> None:
    assert language_of("북한이 탄도미사일을 발사했다.") == "ko"
    assert language_of("防衛省によると、落下した。") == "ja"
    assert language_of("North Korea (북한) fired a missile.") == "en"
    assert primary("en-US") == "en"
    assert primary(None) is None
