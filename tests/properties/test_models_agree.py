"""The pydantic models and the JSON Schemas accept the same values and refuse the same values."""

from __future__ import annotations

import copy
import types
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import AfterValidator, BaseModel, BeforeValidator, StringConstraints, ValidationError
from pydantic.fields import FieldInfo

from checker.models import MODELS, adapter
from checker.schemata import is_clock, is_date, is_zone, schema_names, validator

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = sorted(MODELS)
SLOW = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
ZONES = ["UTC", "GMT", "Asia/Seoul", "Asia/Tokyo", "America/Argentina/Buenos_Aires", "Etc/GMT+9"]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
# Values that the two sides could take for different things.
ODD: list[Any] = [
    *(None, True, False, 0, 1, -1, 1.0, 0.0, -0.0, 2.5, 1e300, 10**400, -(10**400)),
    *(float("nan"), float("inf"), float("-inf")),
    *("", "1", "\n", "\ud800", "\x00", "é", "km", "mach", "error", "A" * 300, "c1", "c0", "e1"),
    *("2024-01-14\n", "\uff12\uff10\uff12\uff14-01-14", "2024-02-30", "20240114", "0000-01-01"),
    *("14:55", "24:00", "14:55\n", "99:99", "Sunday", "KST", "local", "UTC"),
    *("Asia/Nowhere", "Asia", "Etc/GMT+9", "asia/seoul", "PRK", "prk", "FC101", "FC\uff1101", "pair-coarse"),
    *("https://a.example/é", "http://"),
    *([], {}, [1, 2], [2.5, True], [1, 2, 3], [None, 1], ["a"], [1.0, 2.0]),
    *({"start": 0, "end": 1}, {"start": 1.0, "end": 1.0}, {"low": None, "high": 1, "unit": "km"}),
    *({"value": 1, "unit": "km"}, {"value": [1, 2], "unit": "s"}),
]


def accepted_by_model(name: str, value: object) -> bool:
    try:
        adapter(name).validate_python(value)
    except ValidationError:
        return False
    return True


def accepted_by_schema(name: str, value: Any) -> bool:
    return validator(name).is_valid(value)


def json_of(kind: Any, metadata: tuple[Any, ...] = ()) -> st.SearchStrategy[Any]:
    """Return a strategy for the JSON that a model's type takes."""
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *more = get_args(kind)
        return json_of(inner, (*more, *metadata))
    if origin in {Union, types.UnionType}:
        return st.one_of([json_of(part, metadata) for part in get_args(kind)])
    if origin is Literal:
        return st.sampled_from(get_args(kind))
    if origin is list:
        low, high = limits(metadata, "min_length", "max_length")
        items = json_of(get_args(kind)[0])
        return st.lists(items, min_size=low or 0, max_size=3 if high is None else high)
    if origin is dict:
        return st.dictionaries(TEXT, json_of(get_args(kind)[1]), max_size=3)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return of_model(kind)
    return scalar(kind, metadata)


def scalar(kind: Any, metadata: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    low, high = limits(metadata, "ge", "le")
    if kind is type(None):
        return st.none()
    if kind is bool:
        return st.booleans()
    if kind is int:
        whole = st.integers(low, high if high is not None else (low or 0) + 10**6)
        takes_floats = any(isinstance(part, BeforeValidator) for part in metadata)
        return st.one_of(whole, whole.map(float)) if takes_floats else whole
    if kind is float:
        return st.floats(low, high, allow_nan=False, allow_infinity=False)
    assert kind is str, kind
    pattern = next((part.pattern for part in metadata if isinstance(part, StringConstraints)), None)
    names = {part.func.__name__ for part in metadata if isinstance(part, AfterValidator)}
    if "_calendar" in names:
        return st.dates().map(str)
    if names & {"_zone", "_clock"}:
        return st.sampled_from([*ZONES, "local", "KST"] if "_clock" in names else ZONES)
    if pattern is not None:
        return st.from_regex(str(pattern).replace("$", r"\Z"))
    return TEXT.filter(bool) if limits(metadata, "min_length", "max_length")[0] else TEXT


def limits(metadata: tuple[Any, ...], least: str, most: str) -> tuple[Any, Any]:
    low = high = None
    for part in metadata:
        for found in part.metadata if isinstance(part, FieldInfo) else (part,):
            low = getattr(found, least, None) if low is None else low
            high = getattr(found, most, None) if high is None else high
    return low, high


def of_model(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, field in model.model_fields.items():
        made = json_of(field.annotation, tuple(field.metadata))
        if any(isinstance(part, BeforeValidator) and part.func.__name__ == "_given" for part in field.metadata):
            made = made.filter(lambda value: value is not None)
        (required if field.is_required() else optional)[name] = made
    return st.fixed_dictionaries(required, optional=optional)


GENERATED = {name: json_of(MODELS[name]) for name in NAMES}


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every container and key of a JSON value."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(inner, (dict, list)):
            yield from places(inner)


@st.composite
def mutated(draw: st.DrawFn, name: str) -> object:
    """Change a valid value at one place, as a careless or hostile writer would."""
    value = copy.deepcopy(draw(GENERATED[name]))
    found = list(places(value))
    assume(found)
    holder, key = draw(st.sampled_from(found))
    match draw(st.sampled_from(["drop", "odd", "extra", "rename", "text", "number", "repeat", "borrow"])):
        case "drop":
            del holder[key]
        case "odd":
            holder[key] = draw(st.sampled_from(ODD))
        case "extra" if isinstance(holder, dict):
            holder[draw(st.sampled_from(["extra", "figure", "value", "text", "member", ""]))] = draw(
                st.sampled_from(ODD)
            )
        case "rename" if isinstance(holder, dict):
            holder[f"{key}_"] = holder.pop(key)
        case "text" if isinstance(holder[key], str):
            holder[key] = draw(
                st.sampled_from([holder[key] + "\n", holder[key].upper(), holder[key][:-1], " " + holder[key]])
            )
        case "number" if isinstance(holder[key], (int, float)) and not isinstance(holder[key], bool):
            holder[key] = draw(
                st.sampled_from([-holder[key] - 1, holder[key] + 10**9, str(holder[key]), holder[key] + 0.5])
            )
        case "repeat" if isinstance(holder, list):
            holder.append(holder[key])
        case _:
            other, at = draw(st.sampled_from(found))
            assume(other is not holder)
            holder[key] = copy.deepcopy(other[at])
    return value


def test_every_schema_has_its_model() -> None:
    assert schema_names() == tuple(NAMES)


@pytest.mark.parametrize("name", NAMES)
@SLOW
@given(data=st.data())
def test_what_a_model_describes_is_accepted_by_both(name: str, data: st.DataObject) -> None:
    value = data.draw(GENERATED[name])
    assert accepted_by_model(name, value), adapter(name).validate_python(value)
    assert accepted_by_schema(name, value), [error.message for error in validator(name).iter_errors(value)]


@pytest.mark.parametrize("name", NAMES)
@SLOW
@given(data=st.data())
def test_a_change_is_judged_alike(name: str, data: st.DataObject) -> None:
    value = data.draw(mutated(name))
    assert accepted_by_model(name, value) == accepted_by_schema(name, value)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", [*ODD, {"kind": "altitude"}, {"kind": None}], ids=lambda value: repr(value)[:20])
def test_what_is_no_record_is_refused_by_both(name: str, value: object) -> None:
    assert accepted_by_model(name, value) == accepted_by_schema(name, value)
    if value != {}:  # settings may be empty
        assert not accepted_by_schema(name, value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bounds", {"kind": "site", "value": "\ud800"}),
        ("event", {"id": "e1\n", "date": None, "country": None, "claims": [], "record": None}),
        ("settings", {"published": "20240114"}),
        ("settings", {"fail_on": None}),
        (
            "statement",
            {"source": "A", "published": "2024-01-14", "launches": [{"date": "2024-01-14", "site": None}]},
        ),
    ],
)
def test_where_the_two_libraries_differ_both_refuse(name: str, value: object) -> None:
    assert not accepted_by_model(name, value)
    assert not accepted_by_schema(name, value)


def test_dates_and_zones_are_those_of_the_calendar_and_the_tz_database() -> None:
    assert [is_date(text) for text in ("2024-02-29", "2023-02-29", "2024-W03-7", "20240114", "")] == [
        True,
        *[False] * 4,
    ]
    assert [is_zone(text) for text in ("Asia/Seoul", "Asia", "KST", "../Asia/Seoul", "")] == [
        True,
        *[False] * 4,
    ]
    assert is_clock("KST")
    assert not is_clock("Seoul time")
