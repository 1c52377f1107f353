"""How much two accounts have in common, apart from their days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

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
_DAY = 86400


class Likeness(NamedTuple):
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


def clocks(account: Account) -> list[Claim]:
    """Return the clock times of a launch or of its detection, but of no landing."""
    return [claim for claim in account.of_kind("time") if claim.basis != "landing"]


def seconds_apart(mine: Account, theirs: Account, *, days: bool = False) -> Iterator[float]:
    """Yield how far the clock times of two accounts lie apart; `days` asks only for those whose day is known."""
    for clock in clocks(mine):
        for other in clocks(theirs):
            gap = None if days and not (clock.resolved and other.resolved) else between(clock, other)
            if gap is not None:
                # The day beside a clock of elsewhere may be that of the clock or of the launch.
                yield gap if clock.unit == other.unit else min(gap, abs(gap - _DAY))


def at_that_time(mine: Account, accounts: Sequence[Account]) -> list[Account]:
    """Return, for each clock time of an account, the launch that is nearest to it, if one is near."""
    found: dict[int, Account] = {}
    for clock in clocks(mine):
        alone = replace(mine, claims=(clock,))
        gaps = [(min(seconds_apart(alone, one), default=ONE_MOMENT + 1), at) for at, one in enumerate(accounts)]
        gap, at = min(gaps, default=(ONE_MOMENT + 1, 0))
        if gap <= ONE_MOMENT:
            found[at] = accounts[at]
    return list(found.values())
