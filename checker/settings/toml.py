"""A settings file in TOML: what it says, held against the schema, and the line of each key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.frozen import dataclass
from checker.settings.finding import PROJECT, shown
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from jsonschema import ValidationError

TABLE = ("tool", "factcheck")
_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = re.compile(rf"[ \t]*\[[ \t]*({_DOTTED})[ \t]*\]")
_ENTRY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_PART = re.compile(_KEY)


@dataclass(frozen=True, slots=True)
class File:
    """What a settings file says; `lines` gives the line of each key by the keys that lead to it."""

    path: Path
    values: Mapping[str, Any]
    lines: Mapping[tuple[str, ...], int]

    def place(self, *keys: str) -> str:
        """Name the file and, where it is known, the line of a key or of the table that it stands in."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return f"{shown(self.path)}:{self.lines[keys]}" if keys else shown(self.path)


def read(path: Path) -> File:
    """Read a settings file; InputError where it cannot be read, or says what no setting is."""
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8")
        whole = tomllib.loads(text)
    except FileNotFoundError:
        raise InputError(shown(path), "there is no such settings file", "check the path") from None
    except OSError as trouble:
        reason = (trouble.strerror or "it cannot be read").lower()
        raise InputError(shown(path), reason, "check the file and its permissions") from None
    except UnicodeDecodeError:
        raise InputError(shown(path), "is not UTF-8", "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as trouble:
        raise InputError(shown(path), f"cannot be read as TOML ({trouble})", "correct the line") from None
    lines = dict(_lines(text))
    values: Any = whole
    if path.name == PROJECT:
        for key in TABLE:
            values = values.get(key, {}) if isinstance(values, dict) else {}
        lines = {keys[len(TABLE) :]: line for keys, line in lines.items() if keys[: len(TABLE)] == TABLE}
    found = File(path, values, lines)
    _hold(found)
    return found


def _lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the keys that lead to each value, with their line. tomllib itself gives none."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):  # nowhere else does a line of TOML end
        if header := _HEADER.match(line):
            table = _keys(header[1])
            yield table, number
        elif entry := _ENTRY.match(line):
            yield (*table, *_keys(entry[1])), number


def _keys(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _hold(found: File) -> None:
    """Hold a file against the schema; InputError for the first thing that does not fit."""
    from checker.schemata import validator

    errors = [(_place(found, error), error) for error in validator("settings").iter_errors(found.values)]
    if errors:
        from checker.complaints import complaint

        place, error = errors[0]
        raise InputError(place, *complaint(error, "settings"))
    _hold_patterns(found)


def _hold_patterns(found: File) -> None:
    """InputError for a pattern that means nothing: what it was to leave out would be checked, and nobody told."""
    named = [(key, pattern) for key in ("include", "exclude") for pattern in found.values.get(key, ())]
    for keys in (*named, *(("files", pattern) for pattern in found.values.get("files", {}))):
        from checker.settings.patterns import means_something

        if not means_something(keys[1]):
            problem = f"{keys[1]!r} is no pattern of files"
            raise InputError(found.place(*keys), problem, "write it as in .gitignore, such as 'old/' or '*.draft.md'")


def _place(found: File, error: ValidationError) -> str:
    keys = tuple(str(key) for key in error.absolute_path)
    part: Any = error.schema
    if error.validator == "additionalProperties":
        record: Any = error.instance
        keys = (*keys, next(key for key in record if key not in part["properties"]))
    return found.place(*keys)
