"""`dataclass` for frozen records, made in a quarter of the time that it takes up to Python 3.12.

There each method is compiled by itself, and a run of the command makes a hundred classes: a quarter of its time. Here
only `__init__` is compiled; the other methods are functions over the values of a record.
"""

from __future__ import annotations

import dataclasses
import operator
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    _Methods: TypeAlias = dict[str, Callable[..., Any]]

if TYPE_CHECKING or sys.version_info >= (3, 13):
    from dataclasses import dataclass
else:

    def dataclass(
        *, frozen: bool = False, slots: bool = False, order: bool = False
    ) -> Callable[[type[Any]], type[Any]]:
        """Make a class a record, as the decorator of `dataclasses` does; one that can be changed is left to that."""
        if not frozen:
            return dataclasses.dataclass(slots=slots, order=order)
        return partial(_made, slots, order)


_GIVEN_NONE = object()
_put = object.__setattr__


def _made(slots: bool, order: bool, cls: type[Any]) -> type[Any]:  # noqa: FBT001
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    fields = dataclasses.fields(made)
    methods = {
        "__init__": _initial(made, fields, slots=slots),
        "__repr__": _shown(tuple(field.name for field in fields if field.repr)),
        "__setattr__": _refuse_assignment,
        "__delattr__": _refuse_deletion,
        **_compared(_values(field.name for field in fields if field.compare), order=order),
        **(_carried(tuple(field.name for field in fields)) if slots else {}),
    }
    for name, method in methods.items():
        setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _initial(made: type[Any], fields: Iterable[dataclasses.Field[Any]], *, slots: bool) -> Callable[..., None]:
    """Write `__init__`: only as a text can it have the fields for its parameters."""
    known: dict[str, Any] = {"_put": _put, "_GIVEN_NONE": _GIVEN_NONE}
    parameters, lines = ["self"], []
    for field in fields:
        name, value = field.name, field.name
        if field.default is not dataclasses.MISSING:
            known[f"_{name}_default"] = field.default
            parameter, value = f"{name}=_{name}_default", name if field.init else f"_{name}_default"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_{name}_factory"] = field.default_factory
            parameter, value = f"{name}=_GIVEN_NONE", f"_{name}_factory()"
            if field.init:
                value += f" if {name} is _GIVEN_NONE else {name}"
        elif field.init:
            parameter = name
        else:
            continue
        if field.init:
            parameters.append(parameter)
        if slots:  # by the slot itself, which is faster
            known[f"_set_{name}"] = getattr(made, name).__set__
            lines.append(f"    _set_{name}(self, {value})\n")
        else:
            lines.append(f"    _put(self, {name!r}, {value})\n")
    if hasattr(made, "__post_init__"):
        lines.append("    self.__post_init__()\n")
    exec(f"def __init__({', '.join(parameters)}):\n{''.join(lines) or '    pass'}", known)  # noqa: S102 no text of others
    written: Callable[..., None] = known["__init__"]
    written.__qualname__ = f"{made.__qualname__}.__init__"
    return written


def _values(names: Iterable[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what takes the values of some fields off a record."""
    several = tuple(names)
    if len(several) > 1:
        return operator.attrgetter(*several)
    return lambda record: tuple(getattr(record, name) for name in several)


def _compared(values: Callable[[Any], tuple[Any, ...]], *, order: bool) -> _Methods:
    def compare(operation: Callable[[Any, Any], Any]) -> Callable[[Any, object], Any]:
        return lambda one, other: (
            operation(values(one), values(other)) if other.__class__ is one.__class__ else NotImplemented
        )

    methods: _Methods = {
        "__eq__": lambda one, other: (
            values(one) == values(other) if other.__class__ is one.__class__ else NotImplemented
        ),
        "__hash__": lambda record: hash(values(record)),
    }
    if order:
        methods |= {f"__{name}__": compare(getattr(operator, name)) for name in ("lt", "le", "gt", "ge")}
    return methods


def _shown(names: tuple[str, ...]) -> Callable[[Any], str]:
    def show(record: Any) -> str:
        values = ", ".join(f"{name}={getattr(record, name)!r}" for name in names)
        return f"{record.__class__.__qualname__}({values})"

    return show


def _carried(names: tuple[str, ...]) -> _Methods:
    """Return what pickles a record with slots: nothing may be put into it otherwise."""

    def restore(record: Any, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            _put(record, name, value)

    return {"__getstate__": lambda record: [getattr(record, name) for name in names], "__setstate__": restore}


def _refuse_assignment(_: Any, name: str, __: object) -> None:
    message = f"cannot assign to field {name!r}"
    raise dataclasses.FrozenInstanceError(message)


def _refuse_deletion(_: Any, name: str) -> None:
    message = f"cannot delete field {name!r}"
    raise dataclasses.FrozenInstanceError(message)


__all__ = ["dataclass"]
