"""`factcheck config`: show the settings that hold, and where each comes from."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from checker.cli.parser import Parser, add_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.settings.desk import Desk

_ADD_UP = ("enable", "ignore", "severity", "tolerance")


def run(words: list[str]) -> int:
    """Print the settings of a draft, or of a folder, as lines of TOML."""
    parser = Parser(
        "config",
        "Show the settings that hold for a draft or a folder, as lines of TOML.",
        "factcheck config --explain opinion/draft.md",
    )
    parser.add_argument(
        "path", metavar="PATH", nargs="?", default=".", help="a draft or a folder; by default this folder"
    )
    parser.add_argument(
        "--explain", action="store_true", help="say also where each comes from, and what is left as it is"
    )
    add_settings(parser)
    options = parser.parse_args(words)
    from checker.settings.finding import Desks

    desk = Desks(options.config, isolated=options.isolated).of(options.path)
    sys.stdout.writelines(f"{line}\n" for line in _lines(desk, options.path, explain=options.explain))
    return 0


def _lines(desk: Desk | None, path: str, *, explain: bool) -> Iterator[str]:
    from checker.schemata import schema
    from checker.settings.finding import shown

    if explain:
        files = " extends ".join(shown(file.path) for file in reversed(desk.files)) if desk else ""
        yield f"# {files}" if files else "# no settings file: all is as it comes"
    found = dict(_found(desk, path)) if desk else {}
    for name, part in _named(schema("settings")["properties"]):
        if name in found:
            value, places = found[name]
            yield f"{name} = {_toml(value)}" + (f"  # {', '.join(places)}" if explain else "")
        elif explain and name not in {"extend", "files"}:
            value = part.get("default")
            yield f"# {name} = {_toml(value)}  # default" if value is not None else f"# {name} is not set"


def _named(properties: Mapping[str, Any], table: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the settings there are; those of a table with keys of its own as `limits.bytes`."""
    for name, part in properties.items():
        if "properties" in part:
            yield from _named(part["properties"], f"{table}{name}.")
        else:
            yield f"{table}{name}", part


def _found(desk: Desk, path: str) -> Iterator[tuple[str, tuple[Any, list[str]]]]:
    """Yield each key that is set, its value, and the places that made it so."""
    values: dict[str, Any] = {}
    places: dict[str, list[str]] = {}
    for layer in desk.layers_for(path):
        table = f' [files."{layer.pattern}"]' if layer.pattern else ""
        for key, value in _flat(layer.values):
            place = layer.place(*key.split(".")) + table
            if key in _ADD_UP and key in values:
                values[key] = _both(values[key], value)
                places[key].append(place)
            else:
                values[key], places[key] = value, [place]
    yield from ((key, (values[key], places[key])) for key in values)


def _flat(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in values.items():
        if key == "limits":
            yield from ((f"limits.{name}", most) for name, most in value.items())
        else:
            yield key, value


def _both(lower: Any, upper: Any) -> Any:
    if isinstance(lower, list) and isinstance(upper, list):
        return list(dict.fromkeys((*lower, *upper)))
    return {**_table(lower), **_table(upper)}


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else dict.fromkeys(value, "")


def _toml(value: Any) -> str:
    """Write a value as TOML does; JSON's texts, numbers, booleans and lists are TOML's too."""
    if isinstance(value, dict):
        inside = ", ".join(f"{json.dumps(key)} = {_toml(each)}" for key, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    return json.dumps(value, ensure_ascii=False)
