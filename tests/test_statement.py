"""Structured statements: what they say, where each fact stands, and what is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.readers.statement import StatedFact, Statement, read_statement
from checker.source import Source
from checker.trouble import InputError

YAML = """\
# As read out by the minister
source: Japan MOD
published: 2024-03-18
language: ja
title: "\u5f3e\u9053\u30df\u30b5\u30a4\u30eb \U0001f680"
launches:
  - date: 2024-03-18
    time: 07:44
    timezone: JST
    country: PRK
    count: 2
    range: {value: 350, unit: km, qualifier: at_least, about: true}
    altitude:
      value: [50, 60.0]
      unit: km   # tracked

    flight_time: {value: 5, unit: min, about: true}
    speed: {value: 1.5e3, unit: m/s, qualifier: about}
    eez: {zone: JPN, entered: false}
    missile_class: SRBM
    impact_area: >
      east of the
      peninsula
  - date: 2024-03-18
    time: 08:21
"""


def read(text: str, name: str = "tokyo.yaml") -> Statement:
    return read_statement(Source(name, text))


def fact(statement: Statement, kind: str) -> StatedFact:
    [found] = [fact for fact in statement.launches[0].facts if fact.kind == kind]
    return found


def test_a_statement_says_who_when_and_what() -> None:
    statement = read(YAML)
    assert (statement.speaker, statement.published, statement.language) == ("Japan MOD", "2024-03-18", "ja")
    assert statement.title == "\u5f3e\u9053\u30df\u30b5\u30a4\u30eb \U0001f680"
    first, second = statement.launches
    assert (first.date, first.timezone, first.country) == ("2024-03-18", "JST", "PRK")
    assert (second.timezone, second.country) == ("local", None)
    kinds = [
        "date",
        "time",
        "count",
        "range",
        "altitude",
        "flight_time",
        "speed",
        "eez",
        "missile_class",
        "impact_area",
    ]
    assert [fact.kind for fact in first.facts] == kinds
    assert [(fact.kind, fact.value) for fact in second.facts] == [("date", "2024-03-18"), ("time", "08:21")]


@pytest.mark.parametrize(
    ("kind", "expected", "words"),
    [
        ("date", ("2024-03-18", None, "exact", False, ()), "2024-03-18"),
        ("time", ("07:44", "JST", "exact", False, ()), "07:44"),
        ("count", (2, None, "exact", False, ()), "2"),
        (
            "range",
            (350, "km", "at_least", True, (1,)),
            "{value: 350, unit: km, qualifier: at_least, about: true}",
        ),
        ("altitude", ((50, 60.0), "km", "range", False, (1, -1)), "value: [50, 60.0]\n      unit: km"),
        ("flight_time", (5, "min", "about", True, (0,)), "{value: 5, unit: min, about: true}"),
        ("speed", (1500.0, "m/s", "about", True, (2,)), "{value: 1.5e3, unit: m/s, qualifier: about}"),
        ("eez", (False, None, "exact", False, ()), "{zone: JPN, entered: false}"),
        (
            "impact_area",
            ("east of the peninsula", None, "exact", False, ()),
            ">\n      east of the\n      peninsula",
        ),
    ],
)
def test_a_fact_has_its_value_and_its_place(kind: str, expected: tuple[object, ...], words: str) -> None:
    found = fact(read(YAML), kind)
    assert (found.value, found.unit, found.qualifier, found.about, found.places) == expected
    assert type(found.value) is type(expected[0])
    assert Source("", YAML).words(found.span) == words


def test_the_zone_of_an_eez_is_its_entity() -> None:
    assert fact(read(YAML), "eez").entity == "JPN"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("1000", 3),
        ("1001", 0),
        ("999.2", -1),
        ("1000.0", -1),
        ("1.5e3", 2),
        ("1e3", 3),
        ("0", 0),
        ("0.50", -2),
    ],
)
def test_the_last_place_is_that_of_the_number_as_written(written: str, place: int) -> None:
    text = YAML.replace("value: 350", f"value: {written}")
    assert fact(read(text), "range").places == (place,)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_change_nothing_but_offsets(end: str) -> None:
    plain, other = read(YAML), read(YAML.replace("\n", end))
    for one, two in zip(plain.launches[0].facts, other.launches[0].facts, strict=True):
        assert (one.kind, one.value, one.places) == (two.kind, two.value, two.places)
        words = Source("", YAML.replace("\n", end)).words(two.span)
        assert words == Source("", YAML).words(one.span).replace("\n", end)


@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_json_is_read_alike(indent: int | str | None) -> None:
    written = {
        "source": "Seoul \U0001f4e1",
        "published": "2024-03-18",
        "url": "https://example.org/statement",
        "launches": [
            {
                "date": "2024-03-18",
                "time": "07:44",
                "range": {"value": [300, 350], "unit": "km", "about": True},
            }
        ],
    }
    for escaped in (False, True):
        text = json.dumps(written, ensure_ascii=escaped, indent=indent)
        statement = read(text, "seoul.json")
        assert statement.speaker == "Seoul \U0001f4e1"
        found = fact(statement, "range")
        assert (found.value, found.qualifier, found.about, found.places) == (
            (300, 350),
            "range",
            True,
            (2, 1),
        )
        assert json.loads(Source("", text).words(found.span)) == written["launches"][0]["range"]  # type: ignore[index]
        assert Source("", text).words(fact(statement, "time").span) == '"07:44"'


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("range:", "rnage:", 12, 'the key "rnage" is not known; did you mean range?'),
        ("country: PRK", "weather: fine", 10, 'the key "weather" is not known; the keys are date, time,'),
        ("value: 350", "value: 1,350", 12, 'the key "350" is not known; write numbers without a comma'),
        ("value: 350", "value: -5", 12, "value of range is -5, less than 0; write it like 500 or [300, 350]"),
        ("value: 350", "value: many", 12, 'value of range is "many", not a number or a list; write it like'),
        ("{value: 350, ", "{", 12, "value is missing from range; see `factcheck schema statement`"),
        (
            "entered: false",
            "entered: no",
            19,
            'entered of eez is "no", not true or false; write it like false',
        ),
        (
            "published: 2024-03-18",
            "published: 2024-02-30",
            3,
            'published is "2024-02-30", no day of the calend',
        ),
        ("07:44", "7:44", 8, 'time cannot be "7:44"; write it like 14:53'),
        ("07:44", "0744", 8, 'time cannot be "0744"; write it like 14:53'),
        (
            "JST",
            "Asia/Tokio",
            9,
            'timezone is "Asia/Tokio", no clock or time zone that is known; write it like',
        ),
        ("km, q", "kms, q", 12, 'unit of range is "kms"; write km'),
        ("at_least", "at least", 12, 'qualifier of range is "at least"; write at_least'),
        ("[50, 60.0]", "[60.0, 50]", 14, "the first end of the range is the larger; write [50, 60.0]"),
        ("[50, 60.0]", "[50]", 14, "value of altitude has 1 entries, not 2; write it like"),
        ("source: Japan MOD\n", "", 2, "source is missing; write it like Japan MOD"),
        ("source: Japan MOD", "source:", 2, "source is empty, not text; write it like Japan MOD"),
        ("count: 2", "count: 2.5", 11, "count is 2.5, not a whole number; write it like 2"),
        ("count: 2", "count: 0", 11, "count is 0, less than 1; write it like 2"),
        ("PRK", "KP", 10, 'country cannot be "KP"; write it like PRK'),
        (
            "    count:",
            "\tcount:",
            11,
            "cannot be read as YAML or JSON (a tab where YAML takes spaces); indent",
        ),
        ("07:44", '"07:44', 26, "cannot be read as YAML or JSON"),
        ("count: 2", "date: 2024-03-19", 11, "the key date stands here twice; keep one of them"),
        (
            "count: 2",
            "count: &two 2\n    site: *two",
            11,
            "refers to another place by *name; write the value",
        ),
        ("count: 2", "count: !!python/object:os.system 2", 11, "has the tag"),
        ("count: 2", "count: !secret 2", 11, "has the tag !secret; leave the tag out"),
        ("count: 2", "[a]: 2", 11, "a key is no word; write keys as words"),
        ("SRBM", "\x07", 20, "the character U+0007 has no place in it; take it out"),
    ],
)
def test_a_bad_statement_is_refused_with_place_reason_and_remedy(old: str, new: str, line: int, said: str) -> None:
    assert old in YAML
    with pytest.raises(InputError) as caught:
        read(YAML.replace(old, new, 1))
    assert str(caught.value).startswith(f"tokyo.yaml:{line}: {said}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# nothing\n", "x:1: says nothing; write at least source, published and launches"),
        (
            "North Korea fired a missile.",
            'x:1: the whole is "North Korea fired a missile.", not keys and values',
        ),
        ("source: A\npublished: 2024-03-18\nlaunches: []\n", "x:3: launches is empty"),
        ("[" * 3000, "x:1: is nested too deeply"),
        ("[" * 60 + "]" * 60, "x:1: is nested too deeply"),
        ("a: &a [*a]", "x:1: refers to another place by *name"),
        ("a: 1\n---\nb: 1\n", "x:2: cannot be read as YAML or JSON"),
        ("a" * 1_000_001, "x:1: is too long for a statement"),
    ],
)
def test_what_is_no_statement_is_refused(text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text, "x")
    assert said in str(caught.value)


def test_a_long_number_is_no_number() -> None:
    with pytest.raises(InputError, match="not a number"):
        read(YAML.replace("value: 350", "value: " + "9" * 5000))


@given(st.text(max_size=60))
def test_no_text_ends_in_anything_but_a_statement_or_a_refusal(text: str) -> None:
    with pytest.raises(InputError):
        read(text)


@given(
    st.integers(0, len(YAML) - 1),
    st.sampled_from(["", "{", "}", ":", "\n", "\t", "'", "\u2028", "\x85", "&", "*", "-"]),
)
def test_a_slip_of_one_character_never_breaks_the_reader(at: int, slip: str) -> None:
    text = YAML[:at] + slip + YAML[at + 1 :]
    try:
        facts = [fact for launch in read(text).launches for fact in launch.facts]
    except InputError:
        return
    assert all(Source("", text).words(one.span).strip() for one in facts)
