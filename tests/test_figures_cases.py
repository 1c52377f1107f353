"""Readings of numbers, units, hedges, ranges, lists and pairs, and the one policy of what a figure allows."""

from __future__ import annotations

import pytest

from checker.claims.scene import Scene
from checker.claims.setting import Setting
from checker.figures.interval import Interval, Qualifier, stated
from checker.language import lexicon, sentences
from checker.language.analysis import Analysis
from checker.readers import read_text


def scenes(text: str) -> list[Scene]:
    """Analyse each sentence of a plain text."""
    prose = read_text(text, "draft.txt").prose
    assert prose is not None
    words = lexicon("en")
    return [Scene(Analysis(each, words), Setting(None), "") for each in sentences(prose, words)]


def number(value: float | tuple[float, float]) -> str:
    return "..".join(f"{end:.10g}" for end in (value if isinstance(value, tuple) else (value,)))


def readings(text: str) -> str:
    """Write down the quantities of a text: "about 1000 km = 621 mile; at_least~ 500 km"."""
    made = []
    for scene in scenes(text):
        for quantity in scene.quantities:
            words = []
            for read in (quantity.read, *quantity.conversions):
                figure = read.figure
                hedge = "" if figure.qualifier == "exact" else figure.qualifier
                stacked = "~" if figure.about and figure.qualifier != "about" else ""
                words.append(f"{hedge}{stacked} {number(figure.value)} {figure.unit}".strip())
                assert text[figure.span.start : figure.span.end] != ""
            made.append(" = ".join(words))
    return "; ".join(made)


NUMERALS = [
    ("It flew 1,000 km.", "1000 km"),
    ("It flew 1000 km.", "1000 km"),
    ("It flew 1\u2009000 km.", "1000 km"),
    ("It flew 1 000 km.", "1000 km"),
    ("It flew 1\u202f000 km.", "1000 km"),
    ("It flew 1\u00a0000 km.", "1000 km"),
    ("It flew 12\u202f500\u00a0km.", "12500 km"),
    ("It flew 6,000km.", "6000 km"),
    ("It flew 1.5 km.", "1.5 km"),
    ("It rose to 2,111.5 km.", "2111.5 km"),
    ("It rose 3.7 thousand kilometres.", "3700 km"),
    ("It flew １，０００ km.", "1000 km"),
    ("It flew ６００ miles.", "600 mile"),
    ("A 1,000-kilometer flight.", "1000 km"),
    ("A 1,000\u2010kilometer flight.", "1000 km"),
    ("A 1,000\u2011kilometer flight.", "1000 km"),
    ("A 1,000\u2013kilometer flight.", "1000 km"),
    ("A 5,500\u2011kilometer\u2011range missile.", "5500 km"),
    ("A 300km-range missile.", "300 km"),
    ("A ten-minute flight.", "10 min"),
    ("It flew two miles.", "2 mile"),
    ("It lasted twenty-two minutes.", "22 min"),
    ("It lasted half an hour.", "0.5 h"),
    ("It lasted a dozen minutes.", "12 min"),
    ("It flew one hundred and fifty kilometers.", "150 km"),
    ("It flew two thousand five hundred miles.", "2500 mile"),
    ("It flew a hundred miles.", "100 mile"),
    ("It lasted two and a half hours.", "2.5 h"),
    ("It lasted 3 1/2 minutes.", "3.5 min"),
    ("It lasted 3½ minutes.", "3.5 min"),
    ("It lasted 2-1/2 hours.", "2.5 h"),
    ("It flew 0.5 miles.", "0.5 mile"),
    ("It flew .5 km.", "0.5 km"),
    ("It came down (.25 miles) off.", "0.25 mile"),
    ("It flew approx.500 km.", "about 500 km"),
    ("It flew 100 ㎞.", "100 km"),
    ("It flew at 900 ㎧.", "900 m/s"),
    ("A 1,000\u2212kilometer\u2212range missile.", "1000 km"),
    ("The mast was 21m long.", "21 m"),
    ("It rose 10m, he said.", "10 m"),
    ("It lay 5m-10m deep.", "range 5..10 m"),
    ("A 3m-deep hole.", "3 m"),
]
SPELLINGS = {
    "km": "40 km|40 kms|40 kilometres|40 Kilometers|40 KM|40km",
    "m": "40 m|40 metres|40 meters",
    "mile": "40 mi|40 miles|40 statute miles",
    "nmi": "40 nautical miles|40 nmi|40 nm|40 NM",
    "ft": "40 ft|40 feet|40-foot",
    "yard": "40 yards",
    "s": "40 s|40 sec|40 seconds",
    "min": "40 min|40 minutes|40 mins",
    "h": "40 hours|40 hrs",
    "km/h": "40 km/h|40 kph|40 kmh|40 kilometers per hour|40 kilometres an hour",
    "mph": "40 mph|40 miles per hour|40 miles an hour",
    "m/s": "40 m/s|40 meters per second",
    "km/s": "40 km/s|40 kilometers per second",
    "knot": "40 knots",
    "mach": "Mach 40|Mach-40|40 times the speed of sound",
}
UNITS = [
    *((f"It was {words} in all.", f"40 {unit}") for unit, line in SPELLINGS.items() for words in line.split("|")),
    ("It flew for 47 minutes and 12 seconds.", "2832 s"),
    ("It flew for 47 minutes, 12 seconds.", "2832 s"),
    ("It flew for 47 min 12 s.", "2832 s"),
    ("It flew for an hour and seven minutes.", "67 min"),
    ("It flew for 1 hour 7 minutes.", "67 min"),
    ("It flew for two hours, six minutes and 20 seconds.", "7580 s"),
    ("It flew for 67.5 minutes.", "67.5 min"),
    ("It flew for 4,052 seconds.", "4052 s"),
    ("It flew at Mach-5 speed.", "5 mach"),
    ("It flew at Mach 6.5.", "6.5 mach"),
]
NO_FIGURES = [
    "It flew 300 leagues.",
    "It carried 500 kg of explosive.",
    "It was a KN-23.",
    "The DF-21D and the RS-28 were shown.",
    "Resolution 1718 was passed.",
    "The 3rd Fleet was at sea.",
    "It flew thousands of miles.",
    "It flew hundreds of kilometers.",
    "It flew many miles.",
    "It cost $5 m.",
    "In the 1990s the programme grew.",
    "It was the 21st test.",
    "It drew 40 mistrustful looks.",
    "He is 40.",
    "The 9M729, the 15M91 and the 3M22 were shown.",
    "The 9m729 and the 3m-54 were shown.",
    "The 3M-54 is a missile.",
    "It was seen by 2m people.",
    "It was seen by 20 m people.",
    "It cost 5m won.",
    "It cost 5m South Korean won.",
    "It cost 30M dollars.",
    "It cost KRW 5 m.",
    "It drew 2m Americans.",
    "It flew 20 M.",
    "It flew 5m30s.",
    "It flew for 1h20m.",
    "It holds 3 nm chips.",
    "It flew -5 km.",
    "It flew \u22125 km.",
    "It flew (-5 km).",
    "-5 km was what it said.",
    "It flew 1.000,5 km.",
    "It flew 1,5 km.",
    "It flew 1.000.500 km.",
    "The KN\u201323 flew T\u20135 minutes.",
    "It flew 300 leagues (900 miles).",
    "It flew 1.000,5 km (622 miles).",
    "It crossed 100 ㎢ (39 miles).",
]
HEDGES = [
    ("It flew about 500 km.", "about 500 km"),
    ("It flew around 500 km.", "about 500 km"),
    ("It flew some 500 km.", "about 500 km"),
    ("It flew roughly 500 km.", "about 500 km"),
    ("It flew approximately 500 km.", "about 500 km"),
    ("It flew an estimated 500 km.", "about 500 km"),
    ("It flew approximatly 500 km.", "about 500 km"),
    ("It flew 500 km or so.", "about 500 km"),
    ("It flew an approximate 500 km.", "about 500 km"),
    ("It flew nearly 500 km.", "less_than 500 km"),
    ("It flew almost 500 km.", "less_than 500 km"),
    ("It flew at least 500 km.", "at_least 500 km"),
    ("It flew a minimum of 500 km.", "at_least 500 km"),
    ("It flew no less than 500 km.", "at_least 500 km"),
    ("It flew 500 km or more.", "at_least 500 km"),
    ("It flew 500 km at least.", "at_least 500 km"),
    ("It flew more than 500 km.", "more_than 500 km"),
    ("It flew over 500 km.", "more_than 500 km"),
    ("It rose above 500 km.", "more_than 500 km"),
    ("It flew upwards of 500 km.", "more_than 500 km"),
    ("It covered a distance exceeding 500 km.", "more_than 500 km"),
    ("It flew in excess of 500 km.", "more_than 500 km"),
    ("It flew just over 500 km.", "more_than 500 km"),
    ("It flew up to 500 km.", "at_most 500 km"),
    ("It flew at most 500 km.", "at_most 500 km"),
    ("It flew as far as 500 km.", "at_most 500 km"),
    ("It rose as high as 500 km.", "at_most 500 km"),
    ("It flew no more than 500 km.", "at_most 500 km"),
    ("It flew less than 500 km.", "less_than 500 km"),
    ("It stayed under 500 km.", "less_than 500 km"),
    ("It stayed below 500 km.", "less_than 500 km"),
    ("It flew just short of 500 km.", "less_than 500 km"),
    ("It flew just under 500 km.", "less_than 500 km"),
    ("It flew at least about 500 km.", "at_least~ 500 km"),
    ("It flew about 500 km or more.", "at_least~ 500 km"),
    ("It flew up to about 500 km.", "at_most~ 500 km"),
    ("It flew an estimated 500 km at most.", "at_most~ 500 km"),
    ("It flew for about an hour.", "about 1 h"),
    ("It flew at more than Mach 5.", "more_than 5 mach"),
]
RANGES = [
    ("It flew 300 to 350 km.", "range 300..350 km"),
    ("It flew 300-350km.", "range 300..350 km"),
    ("It flew 300\u2013350 km.", "range 300..350 km"),
    ("It flew 300 - 350 km.", "range 300..350 km"),
    ("It flew between 300 and 350 km.", "range 300..350 km"),
    ("It rose from 60 to 70 km.", "range 60..70 km"),
    ("It flew 300 km to 350 km.", "range 300..350 km"),
    ("It flew two to three miles.", "range 2..3 mile"),
    ("It flew 1,500 to 2,000 kilometers.", "range 1500..2000 km"),
    ("It flew about 300 to 350 km.", "about 300..350 km"),
    ("They flew about 350 and 400 km.", "about 350 km; about 400 km"),
    ("They flew 350 and 400 km, respectively.", "350 km; 400 km"),
    ("They flew 350 km and 400 km, respectively.", "350 km; 400 km"),
    ("They flew 240, 300 and 350 km.", "240 km; 300 km; 350 km"),
    ("They flew about 240, about 300 and about 350 km.", "about 240 km; about 300 km; about 350 km"),
    ("They each flew 240 km.", "240 km"),
    ("Three of the five flew 240 km.", "240 km"),
    ("In 2017 and 2022 it flew 240 km.", "240 km"),
    ("It rose at 0900 and 240 km were flown.", "240 km"),
]
PAIRS = [
    ("It flew 1,000 km (621 miles).", "1000 km = 621 mile"),
    ("It flew 1,000 km [621 miles].", "1000 km = 621 mile"),
    ("It flew 1,000 km, or 621 miles, on Sunday.", "1000 km = 621 mile"),
    ("It flew 1,000 km or 621 miles.", "1000 km = 621 mile"),
    ("It flew 1,000 km / 621 miles.", "1000 km = 621 mile"),
    ("It flew 1,000 km/621 miles.", "1000 km = 621 mile"),
    ("It flew about 1,000 km (about 620 mi).", "about 1000 km = about 620 mile"),
    ("It flew 1,000 kilometers, or about 620 miles.", "1000 km = about 620 mile"),
    ("It flew 1,000 kilometers \u2014 about 620 miles \u2014 in all.", "1000 km = about 620 mile"),
    ("It flew 1,000 kilometers (some 620 miles) in all.", "1000 km = about 620 mile"),
    ("It flew 620 miles (1,000 km).", "620 mile = 1000 km"),
    ("It flew 300 to 350 km (186-217 miles).", "range 300..350 km = range 186..217 mile"),
    ("It flew 1,000 km (621 miles; 540 nautical miles).", "1000 km = 621 mile = 540 nmi"),
    ("It flew 1,000 km (621 miles, 540 nmi).", "1000 km = 621 mile = 540 nmi"),
    ("A 1,000-kilometer (621-mile) flight.", "1000 km = 621 mile"),
    ("It rose 50 km (31 miles) high.", "50 km = 31 mile"),
    ("It rose 50 km high (31 miles).", "50 km = 31 mile"),
    ("It fell 250 km west (155 miles) of the island.", "250 km = 155 mile"),
    ("It flew at 860 km/h (534 mph).", "860 km/h = 534 mph"),
    ("It rose to 50 km (164,000 ft).", "50 km = 164000 ft"),
    ("They flew 240 km (149 miles) and 330 km (205 miles).", "240 km = 149 mile; 330 km = 205 mile"),
    ("It flew 1,000 km, 500 miles short of Guam.", "1000 km; 500 mile"),
    ("It flew 1,000 kilometers, not 1,000 miles.", "1000 km; 1000 mile"),
    ("It flew 1,000 km and 600 miles were feared.", "1000 km; 600 mile"),
    ("It flew 1,000 km (for 12 minutes).", "1000 km; 12 min"),
    ("It flew 1,000 km (at a height of 30 miles).", "1000 km; 30 mile"),
    ("It flew 1,000 km (900 km in the first test).", "1000 km; 900 km"),
    ("It flew 240 km and 330 km.", "240 km; 330 km"),
    ("It flew 100 ㎞ (62 miles).", "100 km = 62 mile"),
    ("It flew 1,000 km \u2013621 miles\u2013 in all.", "1000 km = 621 mile"),
    ("It flew 300 -350 km.", "range 300..350 km"),
    ("They fired 2 missiles (600 km).", "600 km"),
    ("The Rodong-1 (600 km) was fired.", "600 km"),
    ("In 1998 a Rodong (600 km) was fired.", "600 km"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*NUMERALS, *UNITS, *HEDGES, *RANGES, *PAIRS, *((text, "") for text in NO_FIGURES)],
)
def test_reading(text: str, expected: str) -> None:
    assert readings(text) == expected


POLICY: list[tuple[float | tuple[float, float], tuple[int, ...], Qualifier, bool, tuple[float | None, float | None]]]
POLICY = [
    (1000, (3,), "exact", False, (950, 1050)),
    (1010, (1,), "exact", False, (1005, 1015)),
    (1013, (0,), "exact", False, (1012.5, 1013.5)),
    (999.2, (-1,), "exact", False, (999.15, 999.25)),
    (6000, (3,), "exact", False, (5700, 6300)),
    (10, (1,), "exact", False, (9.5, 10.5)),
    (5, (0,), "exact", False, (4.75, 5.25)),
    (50, (1,), "about", True, (47.5, 52.5)),
    (6000, (3,), "about", True, (5700, 6300)),
    (1013, (0,), "about", True, (962.35, 1063.65)),
    (500, (2,), "at_least", False, (500, None)),
    (500, (2,), "at_least", True, (500, None)),
    (500, (2,), "more_than", False, (500, None)),
    (500, (2,), "at_most", False, (None, 500)),
    (500, (2,), "less_than", True, (None, 500)),
    ((300, 350), (2, 1), "range", False, (300, 350)),
    ((300, 350), (2, 1), "about", True, (285, 367.5)),
    (0, (0,), "exact", False, (0, 0)),
]


@pytest.mark.parametrize(("value", "places", "qualifier", "about", "ends"), POLICY)
def test_what_a_figure_allows(
    value: float | tuple[float, float],
    places: tuple[int, ...],
    qualifier: Qualifier,
    about: bool,  # noqa: FBT001 -- a column of the table
    ends: tuple[float | None, float | None],
) -> None:
    assert stated(value, places, qualifier, "km", about=about) == Interval(*ends, "km")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It flew about 6,000 km.", 5700, 6300),
        ("It flew 999.2 km.", 999.15, 999.25),
        ("It flew 1,000 km.", 950, 1050),
        ("It flew at least about 500 km.", 500, None),
        ("It flew nearly 500 km.", None, 500),
        ("It flew 300 to 350 km.", 300, 350),
        ("It rose to 2,111.5 km.", 2111.45, 2111.55),
        ("It flew for 47 minutes and 12 seconds.", 2831.5, 2832.5),
    ],
)
def test_what_the_words_allow(text: str, low: float | None, high: float | None) -> None:
    figure = scenes(text)[0].quantities[0].read.figure

    assert figure.interval == Interval(low, high, figure.unit)


@pytest.mark.parametrize(
    ("text", "hedged", "bare"),
    [
        ("It flew at least about 500 km in all.", "at least about 500 km", "500 km"),
        ("It flew 500 km or so, he said.", "500 km or so", "500 km"),
        ("It flew between 300 and 350 km.", "between 300 and 350 km", "300 and 350 km"),
        ("A 1,000-kilometer (621-mile) flight.", "1,000-kilometer", "1,000-kilometer"),
        ("It flew at about Mach 10.", "about Mach 10", "Mach 10"),
    ],
)
def test_the_words_of_a_figure(text: str, hedged: str, bare: str) -> None:
    figure = scenes(text)[0].quantities[0].read.figure

    assert text[figure.hedged.start : figure.hedged.end] == hedged
    assert text[figure.span.start : figure.span.end] == bare
    assert figure.text == bare
