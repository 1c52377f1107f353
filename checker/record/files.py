"""Read the record: its tables in `seeds/record/`, and tables of the same form that a desk keeps."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker import data
from checker.caching import cached_property
from checker.record.entries import COUNTRIES, FIELDS, MEASURED, Entry, Value
from checker.schemata import is_date
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

COLUMNS = ("launch", "field", "value", "speaker", "known", "until", "sources", "note")
_TABLE = "record/launches.csv"
_ID = re.compile(rf"(?:{'|'.join(COUNTRIES)})-\d{{4}}-\d\d-\d\d(?:-[a-z0-9]+)?")
_FIRST = ",zone,"  # the field of a launch's first line
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_MEASURE = re.compile(r"(?:~|>=|<=)?\d+(?:\.\d+)?|\d+(?:\.\d+)?-\d+(?:\.\d+)?")
_SHAPES = {
    **dict.fromkeys(MEASURED, (_MEASURE, "a number such as 500, ~500, >=500 or 430-690")),
    "time": (_CLOCK, "a clock time such as 14:55"),
    "count": (re.compile(r"[1-9]\d*"), "a whole number"),
    "eez": (re.compile("inside|outside"), "inside or outside"),
    "over_japan": (re.compile("yes|no"), "yes or no"),
    "outcome": (re.compile("success|failure"), "success or failure"),
}


class Coverage(NamedTuple):
    """What the record can know: every case of `what` by a country from one day to another, both included."""

    country: str
    what: str
    first: str
    last: str
    note: str


class Table:
    """A table of values, read where it is asked: the places of its launches first, a launch's lines when wanted."""

    def __init__(self, text: str) -> None:
        """Take the text of a table, header and all, its lines sorted by launch and those of its zone first."""
        self._text = text

    @cached_property
    def places(self) -> dict[str, tuple[int, int]]:
        """Where the lines of each launch begin and end."""
        found = dict(self._firsts())
        starts = [*found.values(), len(self._text)]
        return {launch: (start, starts[at + 1]) for at, (launch, start) in enumerate(found.items())}

    def _firsts(self) -> Iterator[tuple[str, int]]:
        """Yield each launch and where its first line begins, which gives its zone; every line would take long."""
        at = self._text.find(_FIRST)
        while at >= 0:
            start = self._text.rfind("\n", 0, at) + 1
            yield self._text[start:at], start
            at = self._text.find(_FIRST, at + 1)

    def values(self, launch: str) -> Iterator[Value]:
        """Yield the values of a launch, in order."""
        start, end = self.places.get(launch, (0, 0))
        for key, field, text, speaker, known, until, named, note in csv.reader(self._text[start:end].splitlines()):
            if text:
                yield Value(key, field, text, speaker, known, until, tuple(named.split(";")), note)

    def having(self, field: str, value: str) -> Iterator[str]:
        """Yield the ids of launches that have or had a value, once for each."""
        wanted = re.compile(rf"^([a-z0-9-]+),{field},{re.escape(value)},", re.MULTILINE)
        yield from dict.fromkeys(wanted.findall(self._text))


@cache
def coverage() -> tuple[Coverage, ...]:
    """Return what the record can know, by country and years."""
    import tomllib

    head = tomllib.loads(data.read("seeds", "record/record.toml"))
    return tuple(
        Coverage(each["country"], each["what"], each["from"], each["until"], each["note"]) for each in head["coverage"]
    )


@cache
def own() -> Table:
    """Return the program's own table."""
    return Table(data.read("seeds", _TABLE))


def desk(path: Path) -> Table:
    """Return a table that a desk keeps; InputError where it cannot be read or a line has no source."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        reason = getattr(trouble, "strerror", None) or "is not UTF-8"
        raise InputError(str(path), f"cannot be read ({reason})", "give a record file in CSV") from trouble
    return Table(_sorted(_sound(text, str(path))))


def sources() -> dict[str, str]:
    """Return what the keys of sources stand for: the title, and the address where there is one."""
    rows = csv.reader(data.read("seeds", "sources.csv").splitlines())
    next(rows)
    return {key: f"{title} {url}".strip() for key, title, url in rows}


def problem(row: list[str]) -> str | None:
    """Return what is wrong with a row of a table, None where it is sound."""
    if len(row) != len(COLUMNS):
        return f"has {len(row)} fields, not {len(COLUMNS)}"
    launch, field, value, _, known, until, named, _ = row
    if not _ID.fullmatch(launch) or not is_date(launch[3:13]):
        return f"has {launch!r} for a launch, not an id such as kp-2024-01-14 or kp-2024-01-14-2"
    if field not in FIELDS:
        return f"has {field!r} for a field, not one of {', '.join(sorted(FIELDS))}"
    shape = _SHAPES.get(field)
    if not value or (shape and not shape[0].fullmatch(value)):
        return f"has {value!r} for {field}, not {shape[1] if shape else 'a value'}"
    if not is_date(known) or (until and not is_date(until)):
        return "does not give the day it was known, as 2024-01-14"
    if not all(part.strip() for part in named.split(";")):
        return "names no source"
    return None


def _sound(text: str, name: str) -> list[list[str]]:
    """Return the rows of a desk's table; InputError naming the line where one is not sound."""
    rows = list(csv.reader(text.splitlines()))
    remedy = f"the columns are {','.join(COLUMNS)}"
    if not rows or tuple(rows[0]) != COLUMNS:
        raise InputError(f"{name}:1", "is no header of a record file", remedy)
    for line, row in enumerate(rows[1:], 2):
        wrong = problem(row)
        if wrong:
            raise InputError(f"{name}:{line}", wrong, "docs/record.md says how an entry is written")
    return rows[1:]


def _sorted(rows: Sequence[list[str]]) -> str:
    """Return rows as a table; a launch whose zone they do not give, because the record has it, is given none."""
    import io

    zoned = {row[0] for row in rows if row[1] == "zone"}
    heads = [[launch, "zone", "", "", "", "", "", ""] for launch in {row[0] for row in rows} - zoned]
    into = io.StringIO()
    ordered = sorted([*rows, *heads], key=lambda row: (row[0], row[1] != "zone"))
    csv.writer(into, lineterminator="\n").writerows(ordered)
    return into.getvalue()


def entry_of(launch: str, tables: Iterable[Table]) -> Entry:
    """Return a launch from all tables together."""
    return Entry(launch, [value for table in tables for value in table.values(launch)])
