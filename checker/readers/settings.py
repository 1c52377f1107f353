"""What a draft asks for under `factcheck:` in its front matter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jsonschema import ValidationError

    from checker.findings import Severity

# The schema serves the command line too; these two have keys of their own in front matter.
_BESIDE = ("published", "sources")

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a draft asks to be checked. `select` and `ignore` name rules by code or name.

    `lines` gives the line in the file on which a rule is named.
    """

    fail_on: Severity | None = None
    timezone: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)


def read_settings(values: Mapping[str, Any], name: str, lines: Mapping[Place, int]) -> Settings:
    """Hold settings against their schema; InputError, with file and line, for what does not fit.

    `lines` gives the line of each key and each value by the keys and indices that lead to it.
    """
    for key in _BESIDE:
        if key in values:
            problem = f"the key {key} does not belong under factcheck"
            raise InputError(f"{name}:{lines[(key,)]}", problem, f"write {key} as a key of its own, not indented")
    from checker.schemata import validator

    errors = [(_line(error, lines), error) for error in validator("settings").iter_errors(dict(values))]
    if errors:
        from checker.complaints import complaint

        line, error = min(errors, key=lambda found: found[0])
        raise InputError(f"{name}:{line}", *complaint(error, "settings"))
    named = {key: tuple(values.get(key, ())) for key in ("select", "ignore")}
    return Settings(
        fail_on=values.get("fail_on"),
        timezone=values.get("timezone"),
        **named,
        lines={rule: lines[key, index] for key in named for index, rule in enumerate(named[key])},
    )


def _line(error: ValidationError, lines: Mapping[Place, int]) -> int:
    """Return the line of what is wrong, for an unknown key that of the key."""
    place: Place = tuple(error.absolute_path)
    part: Any = error.schema
    if error.validator == "additionalProperties":
        record: Any = error.instance
        return min(lines[*place, key] for key in record if key not in part["properties"])
    return lines[place]
