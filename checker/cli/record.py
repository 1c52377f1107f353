"""`factcheck record`: look launches up in the public record."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING

from checker.cli.parser import Parser, add_records, iso_date, one_of
from checker.cli.streams import terminal_width
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.record.entries import Entry
    from checker.record.facts import Fact
    from checker.record.lookup import Record

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_SKIPPED = ("zone", "notes")


def run(words: list[str]) -> int:
    """Print the launches asked for; InputError where there is no such missile or site, or a file cannot be read."""
    options = _parser().parse_args(words)
    from checker.record.lookup import record

    held = record(tuple(options.record))
    launches = _chosen(held, options)
    facts = _facts(options)
    if options.format == "json":
        sys.stdout.write(_json(launches, facts))
    elif options.format == "csv":
        _write_csv(launches)
    else:
        sys.stdout.write(_text(launches, facts, options))
    return 0


def _parser() -> Parser:
    parser = Parser(
        "record",
        "Look launches up in the public record: each value, who gave it, when, and the sources.",
        "factcheck record --missile Hwasong-15 --since 2022-01-01",
    )
    parser.add_argument(
        "day", metavar="DATE", nargs="?", type=_day, help="a day, a month or a year: 2024-01-14, 2024-01"
    )
    parser.add_argument("--missile", metavar="NAME", help="launches of this missile")
    parser.add_argument("--site", metavar="NAME", help="launches from this place")
    parser.add_argument("--since", metavar="DATE", type=iso_date, help="launches from this day on")
    add_records(parser)
    parser.add_argument(
        "--format", metavar="FORMAT", type=one_of("text", "json", "csv"), default="text",
        help="text (the default), json, or csv in the form of the record's own files",
    )  # fmt: skip
    return parser


def _day(word: str) -> str:
    from checker.schemata import is_date

    if not _DAY.fullmatch(word) or not is_date(f"{word}-01-01"[:10]):
        message = f"{word!r} is no day; write it as 2024-01-14, 2024-01 or 2024"
        raise argparse.ArgumentTypeError(message)
    return word


def _chosen(held: Record, options: argparse.Namespace) -> tuple[Entry, ...]:
    """Return the launches that all that is asked for fits."""
    wanted = set(held.launches)
    for field, name in (("missile", options.missile), ("site", options.site)):
        if name is not None:
            ids = _ids(field, name)
            wanted &= {entry.id for each in ids for entry in held.having(field, each)}
    return tuple(
        held.entry(launch)
        for launch in held.launches
        if launch in wanted and launch[3:].startswith(options.day or "") and launch[3:13] >= (options.since or "")
    )


def _ids(field: str, name: str) -> tuple[str, ...]:
    """Return the ids that a name stands for, those of a family's members too; InputError for an unknown name."""
    from checker import gazetteer

    entries = gazetteer.missiles() if field == "missile" else gazetteer.sites()
    words = gazetteer.fold(name)
    known = {gazetteer.fold(word): each.id for each in entries for word in (each.name, *each.aliases)}
    if words not in known and name not in known.values():
        from checker.cli.nearest import unknown

        near = unknown(field, name, [each.name for each in entries]).partition("; ")[2]
        raise InputError(name, f"there is no such {field} in the record's lists", near[:100])
    found = known.get(words, name)
    family = next((missile.family for missile in gazetteer.missiles() if missile.id == found), None)
    members = (missile.id for missile in gazetteer.missiles() if family == name.title() and missile.family == family)
    return (found, *(members if field == "missile" else ()))


def _facts(options: argparse.Namespace) -> tuple[Fact, ...]:
    """Return the context facts of a day, month or year; none where missiles or sites are asked for."""
    if options.day is None or options.missile or options.site:
        return ()
    from checker.record.facts import facts

    return tuple(fact for fact in facts() if fact.date.startswith(options.day) and fact.date >= (options.since or ""))


def _text(launches: tuple[Entry, ...], facts: tuple[Fact, ...], options: argparse.Namespace) -> str:
    from checker.data import record_version
    from checker.reports.cells import wrap

    width = terminal_width()
    lines: list[str] = []
    if len(launches) == 1 or (options.day and len(options.day) == len("2024-01-14")):
        for entry in launches:
            lines += [*_whole(entry, width), ""]
    else:
        lines += [_line(entry) for entry in launches]
    for fact in facts:
        lines += wrap(f"{fact.when}: {fact.fact} ({fact.id}: {', '.join(fact.sources)})", width)
    found = f"{len(launches)} launch{'' if len(launches) == 1 else 'es'}"
    lines += wrap(f"{found}. Record of {record_version()}. {_known()}", width)
    return "".join(f"{line}\n" for line in lines)


def _known() -> str:
    """Say how far the record can know."""
    from checker.record.files import coverage

    whole = next(each for each in coverage() if each.what == "ballistic")
    return f"North Korea's ballistic launches are all here from {whole.first} to {whole.last}; of others only some."


def _whole(entry: Entry, width: int) -> list[str]:
    from checker.reports.cells import wrap

    lines = [f"{entry.id}  {entry.country}  {entry.date}"]
    for value in entry.values:
        if value.field not in _SKIPPED:
            until = f", until {value.until}" if value.until else ""
            whose = f"  {value.speaker}{until}".rstrip() if value.speaker or until else ""
            note = f"  ({value.note})" if value.note else ""
            lines.append(f"  {value.field:<12} {value.words}{whose}{note}")
    lines += [f"  {line}" for line in wrap(f"sources: {', '.join(entry.sources)}", width - 2)]
    for value in entry.of("notes"):
        lines += [f"  {line}" for line in wrap(f"notes: {value.text}", width - 2)]
    return lines


def _line(entry: Entry) -> str:
    """Return a launch on one line: id, missile or class, count, distance, altitude."""
    first = {field: next((value.words for value in entry.of(field)), "-") for field in ("count", "range", "altitude")}
    name = next((value.text for field in ("described", "class") for value in entry.of(field)), "-")
    name = name if len(name) <= 40 else name[:39] + "…"
    return f"{entry.id:<17} {first['count']:>3} x {name:<40} {first['range']:>18} {first['altitude']:>18}"


def _json(launches: Iterable[Entry], facts: Iterable[Fact]) -> str:
    import json

    from checker.data import record_version

    made = {
        "record": record_version(),
        "launches": [
            {
                "id": entry.id,
                "date": entry.date,
                "country": entry.country,
                "values": [
                    {key: part for key, part in value._asdict().items() if part and key != "launch"}
                    for value in entry.values
                ],
            }
            for entry in launches
        ],
        "facts": [
            {key: part for key, part in fact._asdict().items() if part and key not in {"judged", "exact"}}
            for fact in facts
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _write_csv(launches: Iterable[Entry]) -> None:
    import csv

    from checker.record.files import COLUMNS

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for entry in launches:
        for value in entry.values:
            writer.writerow([*value[:6], ";".join(value.sources), value.note])
