"""What a draft asks for under `factcheck:` in its front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.settings.values import Settings, settings_from
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jsonschema import ValidationError

    from checker.source import Source, Span

# The schema serves settings files too: these have keys of their own in front matter, and those are for many drafts.
_BESIDE = ("published", "sources")
_OF_A_DESK = ("limits", "extend", "files", "rule_folders", "plugins", "baseline", "include", "exclude", "gitignore")
_NAMING = ("select", "enable", "ignore", "severity", "tolerance")

Place = tuple[str | int, ...]


def read_settings(values: Mapping[str, Any], source: Source, spans: Mapping[Place, Span]) -> Settings:
    """Hold settings against their schema; InputError, with file and line, for what does not fit.

    `spans` gives the words of each key and each value by the keys and indices that lead to it.
    """

    def line(at: Place) -> str:
        return f"{source.name}:{source.position(_nearest(at, spans).start).line}"

    for key in (*_BESIDE, *_OF_A_DESK):
        if key in values:
            problem = f"the key {key} does not belong under factcheck"
            remedy = (
                f"write {key} as a key of its own, not indented" if key in _BESIDE else "put it into factcheck.toml"
            )
            raise InputError(line((key,)), problem, remedy)
    from checker.schemata import validator

    errors = [(_wrong(error, spans), error) for error in validator("settings").iter_errors(dict(values))]
    if errors:
        from checker.complaints import complaint

        span, error = min(errors, key=lambda found: found[0])
        raise InputError(f"{source.name}:{source.position(span.start).line}", *complaint(error, "settings"))
    places: dict[str, Span | str] = {
        rule: _nearest((key, index if isinstance(values[key], list) else rule), spans)
        for key in _NAMING
        for index, rule in enumerate(values.get(key, ()))
    }
    return settings_from(values, "front matter", places)


def _nearest(place: Place, spans: Mapping[Place, Span]) -> Span:
    """Return the words at a place, or of the nearest that has words and leads to it."""
    while place not in spans:
        place = place[:-1]
    return spans[place]


def _wrong(error: ValidationError, spans: Mapping[Place, Span]) -> Span:
    """Return the words that are wrong, for an unknown key those of the key."""
    place: Place = tuple(error.absolute_path)
    part: Any = error.schema
    if error.validator == "additionalProperties":
        record: Any = error.instance
        return min(_nearest((*place, key), spans) for key in record if key not in part["properties"])
    return _nearest(place, spans)
