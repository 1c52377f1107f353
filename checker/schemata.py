"""The JSON Schemas in `schemas/`, and validators that know them all by name and read nothing else.

The validators hold to what JSON can say where jsonschema is wider: NaN is no number, a lone surrogate no
text, `$` in a pattern the end of the text (Python's also matches before a last line feed). Formats are
asserted.
"""

from __future__ import annotations

import datetime
import json
import math
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.data import folder, read
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jsonschema import FormatChecker, ValidationError
    from jsonschema.protocols import Validator
    from referencing import Registry

_SUFFIX = ".schema.json"
_REFERENCE = re.compile(r'"\$ref": "urn:factcheck:schema:([a-z]+):')
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SURROGATE = re.compile("[\ud800-\udfff]")
CLOCKS = frozenset({"local", "KST", "JST"})


def schema_names() -> tuple[str, ...]:
    """Return the names of the schemas, in order."""
    return tuple(sorted(path.name.removesuffix(_SUFFIX) for path in folder("schemas").glob(f"*{_SUFFIX}")))


def schema_text(name: str) -> str:
    """Return a schema as it is published; InputError for a name that none has."""
    if name not in schema_names():
        raise InputError(name, "there is no schema of that name", f"the schemas are {', '.join(schema_names())}")
    return read("schemas", f"{name}{_SUFFIX}")


@cache
def schema(name: str) -> dict[str, Any]:
    """Return a schema as a value, which nobody may change."""
    loaded: dict[str, Any] = json.loads(schema_text(name))
    return loaded


def bundle_text(name: str) -> str:
    """Return a schema with all that it refers to under `$defs`, each still under its own `$id`."""
    whole = json.loads(schema_text(name))
    wanted, found = [name], {name}
    while wanted:
        for other in _REFERENCE.findall(schema_text(wanted.pop())):
            if other not in found:
                found.add(other)
                wanted.append(other)
    others = {f"{other}{_SUFFIX}": json.loads(schema_text(other)) for other in sorted(found - {name})}
    whole["$defs"] = {**whole.get("$defs", {}), **others}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


@cache
def validator(name: str, pointer: str = "") -> Validator:
    """Return the validator of a schema, or of a part named by a JSON pointer such as `/$defs/date`."""
    reference = schema(name)["$id"] + (f"#{pointer}" if pointer else "")
    made: Validator = _dialect()({"$ref": reference}, registry=_registry(), format_checker=_formats())
    return made


def is_date(text: str) -> bool:
    """Whether a text is a day that the calendar has, as YYYY-MM-DD."""
    try:
        return bool(_DATE.fullmatch(text) and datetime.date.fromisoformat(text))
    except ValueError:
        return False


@cache
def is_zone(name: str) -> bool:
    """Whether a name is that of an IANA time zone."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, no plain path, a folder of zones such as "Asia"
        return False
    return True


def is_clock(name: str) -> bool:
    """Whether a name is that of a zone or of a clock that news copy names."""
    return name in CLOCKS or is_zone(name)


@cache
def _registry() -> Registry[Any]:
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    # With `$schema` in it, a schema that is referred to would be read in jsonschema's own dialect.
    plain = [{key: part for key, part in schema(name).items() if key != "$schema"} for name in schema_names()]
    registry: Registry[Any] = [DRAFT202012.create_resource(contents) for contents in plain] @ Registry()
    return registry.crawl()


@cache
def _formats() -> FormatChecker:
    from jsonschema import FormatChecker

    made = FormatChecker(formats=())
    for name, check in (("date", is_date), ("time-zone", is_zone), ("clock", is_clock)):
        made.checkers = {**made.checkers, name: (_on_text(check), ())}
    return made


def _on_text(check: Callable[[str], bool]) -> Callable[[object], bool]:
    """Let values that are no text pass, as formats do."""
    return lambda value: not isinstance(value, str) or check(value)


@cache
def _dialect() -> Any:
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    types = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {"number": _is_number, "integer": _is_integer, "string": _is_text}
    )
    return extend(Draft202012Validator, {"pattern": _pattern}, type_checker=types)  # type: ignore[no-untyped-call]


def _is_number(_: object, value: object) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool)) or (
        isinstance(value, float) and math.isfinite(value)
    )


def _is_integer(_: object, value: object) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value.is_integer())


def _is_text(_: object, value: object) -> bool:
    return isinstance(value, str) and (value.isascii() or not SURROGATE.search(value))


def _pattern(_: Validator, pattern: str, value: object, __: object) -> Iterator[ValidationError]:
    from jsonschema import ValidationError

    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")
