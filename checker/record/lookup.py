"""Ask the record: by day, missile, site or time, and how far it can know."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.caching import cached_property
from checker.record.entries import COUNTRIES
from checker.record.files import Coverage, Table, coverage, desk, entry_of, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.record.entries import Entry


class Record:
    """The program's record together with a desk's own tables. Nothing is read before it is asked for."""

    def __init__(self, tables: tuple[Table, ...]) -> None:
        """Take the tables, the program's own first."""
        self._tables = tables
        self._made: dict[str, Entry] = {}

    @cached_property
    def launches(self) -> tuple[str, ...]:
        """The ids of all launches, by day."""
        ids = {launch for table in self._tables for launch in table.places}
        return tuple(sorted(ids, key=lambda launch: (launch[3:13], launch)))

    @cached_property
    def _by_day(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for launch in self.launches:
            found.setdefault(launch[3:13], []).append(launch)
        return found

    def entry(self, launch: str) -> Entry:
        """Return a launch by its id."""
        if launch not in self._made:
            self._made[launch] = entry_of(launch, self._tables)
        return self._made[launch]

    def on(self, day: str, country: str | None = None) -> tuple[Entry, ...]:
        """Return the launches of an ISO day, of a country or of all."""
        listed = (self.entry(launch) for launch in self._by_day.get(day, ()))
        return tuple(entry for entry in listed if country in {None, entry.country})

    def by(self, country: str) -> Iterator[Entry]:
        """Yield the launches of a country, by day."""
        prefix = next((f"{short}-" for short, code in COUNTRIES.items() if code == country), "-")
        yield from (self.entry(launch) for launch in self.launches if launch.startswith(prefix))

    def having(self, field: str, value: str) -> tuple[Entry, ...]:
        """Return the launches that have or had a value, by day."""
        ids = {launch for table in self._tables for launch in table.having(field, value)}
        return tuple(self.entry(launch) for launch in self.launches if launch in ids)

    def knows(self, country: str, what: str, first: str, last: str) -> Coverage | None:
        """Return the stretch in which the record has every case and in which two days lie, None where it has not."""
        for each in coverage():
            if (each.country, each.what) == (country, what) and each.first <= first and last <= each.last:
                return each
        return None


@cache
def record(paths: tuple[str, ...] = ()) -> Record:
    """Return the record with a desk's own files; InputError where one of them cannot be read or names no source."""
    return Record((own(), *(desk(Path(path)) for path in paths)))
