"""Say in plain words why a value that a person wrote does not fit its schema, and what to write instead."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jsonschema import ValidationError

_TYPES = {
    "object": "keys and values",
    "array": "a list",
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
}
_FORMATS = {
    "date": "no day of the calendar",
    "time-zone": "no time zone in the IANA list",
    "clock": "no clock or time zone that is known",
}


def complaint(error: ValidationError, schema: str) -> tuple[str, str]:
    """Return the problem and the remedy, two clauses for an `InputError`, of a schema's error."""
    problem, remedy = _complaint(error)
    return problem, remedy or f"see `factcheck schema {schema}` for its shape"


def _complaint(error: ValidationError) -> tuple[str, str]:
    """Return the problem, and the remedy or an empty text."""
    part: Any = error.schema
    value: Any = error.instance
    name = _name(error)
    match error.validator:
        case "additionalProperties":
            return _unknown(next(key for key in value if key not in part["properties"]), part["properties"])
        case "required":
            missing = next(key for key in part["required"] if key not in value)
            problem = f"{missing} is missing from {name}" if name else f"{missing} is missing"
            return problem, _example(part["properties"][missing])
        case "enum":
            near = get_close_matches(str(value), [str(choice) for choice in part["enum"]], n=1)
            return f"{name} is {_shown(value)}", f"write {near[0] if near else _choices(part['enum'])}"
        case "type":
            kinds = [part["type"]] if isinstance(part["type"], str) else part["type"]
            wanted = " or ".join(_TYPES[kind] for kind in kinds if kind in _TYPES)
            return f"{name or 'the whole'} is {_shown(value)}, not {wanted}", _example(part)
        case "minimum":
            return f"{name} is {_shown(value)}, less than {part['minimum']}", _example(part)
        case "minItems" | "maxItems" if value:
            return f"{name} has {len(value)} entries, not {error.validator_value}", _example(part)
        case "minItems" | "minLength":
            return f"{name} is empty", _example(part)
        case "format":
            return f"{name} is {_shown(value)}, {_FORMATS[part['format']]}", _example(part)
        case _:
            return f"{name} cannot be {_shown(value)}", _example(part)


def _unknown(found: str, known: Mapping[str, object]) -> tuple[str, str]:
    near = get_close_matches(found, known, n=1)
    remedy = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(known)}"
    if found.isdecimal():
        remedy = "write numbers without a comma"
    return f"the key {_shown(found)} is not known", remedy


def _name(error: ValidationError) -> str:
    """Name the value by the last two keys that lead to it, the inner one first."""
    keys = [key for key in error.absolute_path if isinstance(key, str)]
    return " of ".join(reversed([key for key in keys if key != "launches" or len(keys) == 1][-2:]))


def _example(part: Mapping[str, Any]) -> str:
    examples = [example for example in part.get("examples", ()) if "{" not in str(example)]
    return f"write it like {_choices(examples[:2])}" if examples else ""


def _choices(choices: Iterable[object]) -> str:
    return " or ".join(_plain(choice) for choice in choices if choice is not None)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _shown(value: object) -> str:
    """Return a value as the writer would know it, not too long."""
    if value is None:
        return "empty"
    if isinstance(value, (dict, list)):
        return "a list" if isinstance(value, list) else "a group of keys"
    text = _plain(value)
    text = text if len(text) <= 40 else f"{text[:39]}…"
    return f'"{text}"' if isinstance(value, str) else text
