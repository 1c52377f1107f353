"""Say quickly that a value fits a schema, for the records that a check makes by the thousand.

A schema is made into a function once, as far as it keeps to the words below. jsonschema has the last word: it is asked
of a value that does not fit, and of every value of a schema with other words in it. A test holds the two to the same.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from checker.schemata import TYPES, python_pattern, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    _Part: TypeAlias = Mapping[str, Any]
    _Predicate: TypeAlias = Callable[[Any], bool]

# They describe, or are read together with "if".
_NOTHING = frozenset({"$schema", "$id", "$defs", "title", "description", "examples", "then", "else"})


class _Unread(Exception):  # noqa: N818 never seen outside
    """A schema says something that is not read here."""


def fits(name: str, value: object, pointer: str = "") -> bool:
    """Whether a value fits a schema or a part of it, for certain; False also of one that jsonschema has to read."""
    return _predicate(name, pointer)(value)


@cache
def _predicate(name: str, pointer: str) -> _Predicate:
    whole = schema(name)
    try:
        return _read(_at(whole, pointer), whole)
    except _Unread:
        return lambda _: False


def _at(whole: _Part, pointer: str) -> _Part:
    part = whole
    for key in pointer.split("/")[1:]:
        part = part[key]
    return part


def _read(part: _Part, whole: _Part) -> _Predicate:
    """Return the predicate of a part of a schema; _Unread where it says what is not read here."""
    predicates = []
    for word, said in part.items():
        if word in _NOTHING:
            continue
        if word not in _WORDS:
            raise _Unread
        predicates.append(_WORDS[word](said, part, whole))
    if len(predicates) == 1:
        return predicates[0]
    return _every(tuple(predicates))


def _every(predicates: tuple[_Predicate, ...]) -> _Predicate:
    def holds(value: Any) -> bool:
        for predicate in predicates:  # noqa: SIM110 a generator would cost as much as most predicates
            if not predicate(value):
                return False
        return True

    return holds


def _reference(said: str, _: _Part, whole: _Part) -> _Predicate:
    if not said.startswith("#/"):
        raise _Unread
    return _read(_at(whole, said[1:]), whole)


def _type(said: str | list[str], _: _Part, __: _Part) -> _Predicate:
    first, *more = [TYPES[name] for name in ([said] if isinstance(said, str) else said)]
    return (lambda value: first(value) or any(kind(value) for kind in more)) if more else first


def _enum(said: list[object], _: _Part, __: _Part) -> _Predicate:
    # Python takes True for 1: of such values jsonschema is asked.
    if not all(isinstance(one, str) for one in said):
        raise _Unread
    return tuple(said).__contains__


def _properties(said: _Part, _: _Part, whole: _Part) -> _Predicate:
    known = [(key, _read(part, whole)) for key, part in said.items()]

    def hold(value: Any) -> bool:
        if isinstance(value, dict):
            for key, holds in known:
                if key in value and not holds(value[key]):
                    return False
        return True

    return hold


def _no_other(said: object, part: _Part, _: _Part) -> _Predicate:
    if said is not False:
        raise _Unread
    known = frozenset(part.get("properties", ()))
    return lambda value: not isinstance(value, dict) or value.keys() <= known


def _required(said: list[str], _: _Part, __: _Part) -> _Predicate:
    names = frozenset(said)
    return lambda value: not isinstance(value, dict) or value.keys() >= names


def _items(said: _Part, _: _Part, whole: _Part) -> _Predicate:
    holds = _read(said, whole)
    return lambda value: not isinstance(value, list) or all(map(holds, value))


def _if(said: _Part, part: _Part, whole: _Part) -> _Predicate:
    applies, then, otherwise = (_read(each, whole) for each in (said, part.get("then", {}), part.get("else", {})))
    return lambda value: then(value) if applies(value) else otherwise(value)


def _not(said: _Part, _: _Part, whole: _Part) -> _Predicate:
    holds = _read(said, whole)
    return lambda value: not holds(value)


def _all_of(said: list[_Part], _: _Part, whole: _Part) -> _Predicate:
    return _every(tuple(_read(each, whole) for each in said))


def _one_of(said: list[_Part], _: _Part, whole: _Part) -> _Predicate:
    predicates = [_read(each, whole) for each in said]
    return lambda value: sum(holds(value) for holds in predicates) == 1


def _pattern(said: str, _: _Part, __: _Part) -> _Predicate:
    pattern = python_pattern(said)
    return lambda value: not isinstance(value, str) or bool(re.search(pattern, value))


def _limit(kind: str, within: Callable[[Any, Any], bool]) -> Callable[[Any, _Part, _Part], _Predicate]:
    """Return the reader of a limit on values of one type."""
    applies = TYPES[kind]
    return lambda said, _, __: lambda value: not applies(value) or within(value, said)


_WORDS: Mapping[str, Callable[[Any, _Part, _Part], _Predicate]] = {
    "$ref": _reference,
    "type": _type,
    "enum": _enum,
    "const": lambda said, part, whole: _enum([said], part, whole),
    "properties": _properties,
    "additionalProperties": _no_other,
    "required": _required,
    "items": _items,
    "if": _if,
    "not": _not,
    "allOf": _all_of,
    "oneOf": _one_of,
    "pattern": _pattern,
    "minimum": _limit("number", lambda value, least: value >= least),
    "maximum": _limit("number", lambda value, most: value <= most),
    "minLength": _limit("string", lambda value, least: len(value) >= least),
    "minItems": _limit("array", lambda value, least: len(value) >= least),
    "maxItems": _limit("array", lambda value, most: len(value) <= most),
}
