"""How much two accounts have in common, apart from their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from checker.claims.compatible import ONE_MOMENT, compatible, number, same
from checker.claims.compatible import seconds_apart as between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.events import Account

MEASURED = ("range", "altitude", "flight_time", "speed")
# What an agreement of each kind counts for; a class, a count or a zone are shared by many launches.
_WEIGHTS = dict.fromkeys(MEASURED, 1.5) | {
    "time": 1.5,
    "site": 1.0,
    "missile_name": 1.0,
    "missile_class": 0.5,
    "count": 0.5,
    "eez": 0.25,
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two accounts share: points for what agrees, and the kinds in which nothing can be true of both."""

    points: float
    conflicts: tuple[str, ...]


def likeness(mine: Account, theirs: Account) -> Likeness:
    """Hold two accounts against each other, kind by kind, whatever their days."""
    points, conflicts = 0.0, []
    for kind, weight in _WEIGHTS.items():
        pairs = [(one, other) for one in mine.of_kind(kind) for other in theirs.of_kind(kind)]
        if any(_same(one, other) for one, other in pairs):
            points += weight
        elif pairs and all(_clash(one, other) for one, other in pairs):
            conflicts.append(kind)
    return Likeness(points, tuple(conflicts))


def _clash(one: Claim, other: Claim) -> bool:
    """Whether two claims cannot both be true, days aside."""
    if one.kind == "time":
        gap = between(one, other, days=False)
        return gap is not None and gap > ONE_MOMENT and (one.basis == "landing") == (other.basis == "landing")
    return compatible(one, other) is False


def _same(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same thing, days aside: the clock may be right where the weekday is not."""
    if one.kind == "time":
        gap = between(one, other, days=False)
        return gap is not None and gap <= ONE_MOMENT
    return same(one, other) and not (one.kind == "count" and number(one) == 1)


def instants(account: Account) -> list[datetime]:
    """Return when a launch was, or was detected: each of its clock times that is known in UTC, but no landing."""
    return [
        datetime.fromisoformat(claim.resolved)
        for claim in account.of_kind("time")
        if claim.resolved and claim.basis != "landing"
    ]


def seconds_apart(mine: Account, theirs: Account) -> Iterator[float]:
    """Yield how far the clock times of two accounts lie apart, each with each."""
    for clock in instants(mine):
        for other in instants(theirs):
            yield abs((clock - other).total_seconds())


def at_that_time(clock: datetime, accounts: Sequence[Account]) -> Account | None:
    """Return the launch that is nearest to a clock time, None where none is near."""
    told = [(index, other) for index, one in enumerate(accounts) for other in instants(one)]
    gaps = [(abs((clock - other).total_seconds()), index) for index, other in told]
    gap, index = min(gaps, default=(ONE_MOMENT + 1, 0))
    return accounts[index] if gap <= ONE_MOMENT else None
