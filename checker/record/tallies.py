"""Count what the record has: launches of a class, nuclear tests, landings in the zone."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from checker.record.facts import facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.record.entries import Entry
    from checker.record.facts import Fact
    from checker.record.lookup import Record

COUNTRY = "PRK"
_BALLISTIC = frozenset({"SRBM", "MRBM", "IRBM", "ICBM", "SLBM", "CRBM", "HGV"})
_LONG = frozenset({"hwasong-14", "hwasong-15", "hwasong-17", "hwasong-18", "hwasong-19"})


class Tally(NamedTuple):
    """Launches that are surely of a kind, and those that some count too: failures, disputed classes."""

    sure: tuple[Entry, ...]
    any: tuple[Entry, ...]

    @property
    def least(self) -> int:
        """The fewest that a sound count can give: sure ones, one a day."""
        return len({entry.date for entry in self.sure})

    @property
    def most(self) -> int:
        """The most: each salvo by itself, failures too."""
        return len(self.any)


def tally(record: Record, what: str, first: str, last: str) -> Tally:
    """Return the launches of a kind from one ISO day to another: ICBM, ballistic, SLV, or "missile" for any."""
    held = [entry for entry in record.by(COUNTRY) if first <= entry.date <= last]
    maybe = [entry for entry in held if _is(entry, what, sure=False)]
    sure = [entry for entry in maybe if _is(entry, what, sure=True) and "failure" not in entry.texts("outcome")]
    return Tally(tuple(sure), tuple(maybe))


def _is(entry: Entry, what: str, *, sure: bool) -> bool:
    classes = entry.texts("class")
    if what == "ICBM":
        return classes == {"ICBM"} if sure else "ICBM" in classes or bool(entry.texts("missile") & _LONG)
    if what == "SLV":
        return "SLV" in classes
    if what == "ballistic":
        return bool(classes & _BALLISTIC) if sure else classes != {"cruise"}
    return bool(classes & _BALLISTIC) if sure else True


def zoned(record: Record, last: str) -> Tally:
    """Return the launches of which a missile fell in Japan's zone, up to a day."""
    held = tuple(entry for entry in record.by(COUNTRY) if entry.date <= last and "inside" in entry.texts("eez"))
    return Tally(held, held)


def over_japan(record: Record, last: str) -> Tally:
    """Return the launches that passed over Japan, up to a day; Tokyo counts those of satellites too."""
    held = [entry for entry in record.by(COUNTRY) if entry.date <= last and "yes" in entry.texts("over_japan")]
    return Tally(tuple(entry for entry in held if not _is(entry, "SLV", sure=True)), tuple(held))


def nuclear_tests(last: str) -> tuple[Fact, ...]:
    """Return the nuclear tests up to a day, in order."""
    return tuple(fact for fact in facts() if fact.id.startswith("nuclear-test-") and fact.date <= last)


def days_of(entries: Iterable[Entry]) -> list[str]:
    """Return the days of launches, each once."""
    return list(dict.fromkeys(entry.date for entry in entries))


def before(day: str, days: int) -> str:
    """Return the day so many days before another."""
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days)).isoformat()
