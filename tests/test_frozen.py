"""A frozen record of ours is what the standard library makes of the same class."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import sys
from typing import TYPE_CHECKING, Any

import pytest

from checker import frozen

if TYPE_CHECKING:
    from collections.abc import Callable


def ours(**options: bool) -> Callable[[type[Any]], type[Any]]:
    made: Callable[[type[Any]], type[Any]] = frozen.dataclass(**options)
    return made


def theirs(**options: bool) -> Callable[[type[Any]], type[Any]]:
    made: Callable[[type[Any]], type[Any]] = dataclasses.dataclass(**options)
    return made


def kinds(dataclass: Callable[..., Callable[[type[Any]], type[Any]]]) -> dict[str, type[Any]]:
    """Return the kinds of records that the package has."""

    class Place:
        start: int
        end: int = 5

        def __post_init__(self) -> None:
            if self.start > self.end:
                raise ValueError(self.start)

    class Table:
        text: str
        known: dict[str, int] = dataclasses.field(default_factory=dict, compare=False, repr=False)
        starts: tuple[int, ...] = dataclasses.field(init=False)
        version: str = dataclasses.field(default="1", init=False)
        more: list[int] = dataclasses.field(default_factory=list)

        def __post_init__(self) -> None:
            object.__setattr__(self, "starts", (0, len(self.text)))

    class Open:
        text: str
        more: list[int] = dataclasses.field(default_factory=list)

    class One:
        value: float | None

    class Nothing:
        pass

    return {
        "place": dataclass(frozen=True, slots=True, order=True)(Place),
        "table": dataclass(frozen=True, slots=True)(Table),
        "open table": dataclass(frozen=True)(Open),
        "one": dataclass(frozen=True, slots=True)(One),
        "nothing": dataclass(frozen=True)(Nothing),
    }


OURS, THEIRS = kinds(ours), kinds(theirs)
GIVEN: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("place", (1, 2), {}),
    ("place", (1,), {}),
    ("place", (), {"end": 3, "start": 2}),
    ("place", (6,), {}),
    ("place", (), {}),
    ("place", (1, 2, 3), {}),
    ("place", (1,), {"middle": 3}),
    ("table", ("words",), {}),
    ("table", ("words", {"a": 1}), {"more": [1]}),
    ("table", ("words",), {"version": "2"}),
    ("open table", ("words",), {"more": [3]}),
    ("one", (2.5,), {}),
    ("nothing", (), {}),
]


@pytest.mark.parametrize(("kind", "values", "named"), GIVEN)
def test_it_is_made_alike(kind: str, values: tuple[Any, ...], named: dict[str, Any]) -> None:
    try:
        expected = THEIRS[kind](*values, **named)
    except (TypeError, ValueError) as refused:
        with pytest.raises(type(refused)):
            OURS[kind](*values, **named)
        return
    made = OURS[kind](*values, **named)
    assert repr(made).partition("(")[2] == repr(expected).partition("(")[2]
    assert dataclasses.asdict(made) == dataclasses.asdict(expected) or kind == "one"
    assert made == copy.copy(made)
    assert (made == expected, made != expected) == (False, True)


def test_what_is_made_of_defaults_is_not_shared() -> None:
    one, other = OURS["table"]("a"), OURS["table"]("a")
    one.more.append(1)
    assert (one.more, other.more) == ([1], [])
    assert one != other
    assert OURS["table"]("a", {"a": 1}) == other  # not compared


def test_equal_records_are_one_in_a_set() -> None:
    place, one = OURS["place"], OURS["one"]
    assert len({place(1, 2), place(1, 2), place(1, 3)}) == 2
    assert len({one(1.0), one(1), one(None)}) == 2


def test_records_are_ordered_by_their_fields() -> None:
    for kind in (OURS["place"], THEIRS["place"]):
        low, same, high = kind(1, 2), kind(1, 2), kind(1, 3)
        assert [low < high, low <= same, high > low, same >= high] == [True, True, True, False]
        assert sorted([high, low]) == [low, high]
        with pytest.raises(TypeError):
            low < (1, 3)  # noqa: B015
    with pytest.raises(TypeError):
        OURS["one"](1) < OURS["one"](2)  # noqa: B015


@pytest.mark.parametrize("kind", [OURS["place"], THEIRS["place"]])
def test_a_record_cannot_be_changed(kind: type[Any]) -> None:
    made = kind(1, 2)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'start'"):
        made.start = 0
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'end'"):
        del made.end
    assert made == kind(1, 2)


def test_a_copy_with_other_values_is_made_by_the_library() -> None:
    place = OURS["place"]
    assert dataclasses.replace(place(1, 2), start=0) == place(0, 2)
    with pytest.raises(ValueError, match="6"):
        dataclasses.replace(place(1, 2), start=6)
    assert [field.name for field in dataclasses.fields(place)] == ["start", "end"]
    assert place.__match_args__ == ("start", "end")
    assert not hasattr(place(1, 2), "__dict__")


def test_a_record_is_carried_to_another_process() -> None:
    from checker.source import Source, Span

    carried = pickle.loads(pickle.dumps((Span(1, 2), Source("a", "b"))))  # noqa: S301 our own
    assert carried == (Span(1, 2), Source("a", "b"))


def test_one_that_can_be_changed_is_left_to_the_library() -> None:
    class Count:
        number: int = 0

    made = ours(slots=True)(Count)()
    made.number = 2
    assert made == type(made)(2)


def test_the_library_is_used_where_it_is_as_fast() -> None:
    assert (frozen.dataclass is dataclasses.dataclass) == (sys.version_info >= (3, 13))
