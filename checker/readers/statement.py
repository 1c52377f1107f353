"""A structured statement: what a ministry said of a launch as figures, in YAML or JSON, instead of prose."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from checker.frozen import dataclass
from checker.readers.marked import Marked, read_marked, trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema import ValidationError

    from checker.readers.marked import Path
    from checker.source import Source, Span

_QUANTITIES = frozenset({"range", "altitude", "flight_time", "speed"})
_SIMPLE = frozenset({"date", "time", "site", "missile_class", "missile_name", "count", "impact_area"})


@dataclass(frozen=True, slots=True)
class StatedFact:
    """One thing that a statement says of a launch; `span` is where the value stands in the file.

    `kind` is a kind of claim; `value` a number or the two ends of a range of values in `unit`, a whole number
    for `count`, a boolean for `eez`, else text. `unit` is the clock for `time`, None where there is none.
    `places` are the powers of ten of the last significant digit of each end, as written. `entity` is whose
    zone an `eez` is.
    """

    kind: str
    value: float | str | bool | tuple[float, float]
    span: Span
    unit: str | None = None
    qualifier: str = "exact"
    about: bool = False
    places: tuple[int, ...] = ()
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class StatedLaunch:
    """What a statement says of one launch; `date` is the day on the clock that `timezone` names."""

    date: str
    timezone: str
    country: str | None
    span: Span
    facts: tuple[StatedFact, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what, and when; `speaker` as the file names it, `published` an ISO date."""

    speaker: str
    published: str
    language: str
    launches: tuple[StatedLaunch, ...]
    title: str | None = None


def read_statement(source: Source) -> Statement:
    """Read a statement; InputError, with the line and what to write instead, for anything that is not one."""
    from checker.schemata import validator

    tree = read_marked(source)
    value: Any = tree.value
    errors = [(_place(tree, error), error) for error in validator("statement").iter_errors(value)]
    if errors:
        from checker.complaints import complaint

        place, error = min(errors, key=lambda found: found[0])
        raise trouble(source, place.start, *complaint(error, "statement"))
    return Statement(
        speaker=value["source"],
        published=value["published"],
        language=value.get("language", "en"),
        launches=tuple(_launch(source, tree, index) for index in range(len(value["launches"]))),
        title=value.get("title"),
    )


def _place(tree: Marked, error: ValidationError) -> Span:
    """Return the span of what is wrong, for an unknown key that of the key."""
    path: Path = tuple(error.absolute_path)
    part: Any = error.schema
    if error.validator == "additionalProperties":
        record: Any = error.instance
        return tree.keys[*path, next(key for key in record if key not in part["properties"])]
    return tree.spans[path]


def _launch(source: Source, tree: Marked, index: int) -> StatedLaunch:
    path: Path = ("launches", index)
    root: Any = tree.value
    said: dict[str, Any] = root["launches"][index]
    facts = tuple(fact for key in said for fact in _facts(source, tree, (*path, key), said))
    clock = said.get("timezone", "local")
    return StatedLaunch(said["date"], clock, said.get("country"), tree.spans[path], facts)


def _facts(source: Source, tree: Marked, path: Path, said: dict[str, Any]) -> Iterator[StatedFact]:
    kind, value, span = str(path[-1]), said[str(path[-1])], tree.spans[path]
    if kind in _SIMPLE:
        unit = said.get("timezone", "local") if kind == "time" else None
        yield StatedFact(kind, value, span, unit)
    elif kind == "eez":
        yield StatedFact(kind, value["entered"], span, entity=value["zone"])
    elif kind in _QUANTITIES:
        yield _quantity(source, tree, path, value)


def _quantity(source: Source, tree: Marked, path: Path, said: dict[str, Any]) -> StatedFact:
    """Return a quantity; InputError for a range of values that runs downwards."""
    at = (*path, "value")
    value = said["value"]
    ends = [(*at, 0), (*at, 1)] if isinstance(value, list) else [at]
    places = tuple(_last_place(tree.written[end]) for end in ends)
    about = said.get("about", False)
    if isinstance(value, list):
        if value[0] > value[1]:
            remedy = f"write [{tree.written[ends[1]]}, {tree.written[ends[0]]}]"
            raise trouble(source, tree.spans[at].start, "the first end of the range is the larger", remedy)
        value = (value[0], value[1])
    plain = "range" if isinstance(value, tuple) else "about" if about else "exact"
    qualifier = said.get("qualifier", plain)
    if qualifier in {"exact", "about"} and isinstance(value, tuple):
        about, qualifier = about or qualifier == "about", "range"
    return StatedFact(
        kind=str(path[-1]),
        value=value,
        span=tree.spans[path],
        unit=said["unit"],
        qualifier=qualifier,
        about=about or qualifier == "about",
        places=places,
    )


def _last_place(written: str) -> int:
    """Return the power of ten of the last significant digit: 3 for 1000, -1 for 999.0."""
    number = Decimal(written)
    exponent = int(number.as_tuple().exponent)
    if exponent < 0 or number == 0:
        return min(exponent, 0)
    return int(number.normalize().as_tuple().exponent)
