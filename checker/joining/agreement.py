"""What each speaker says of a launch, kind by kind: where all of them meet, and who stands apart."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from checker.claims.compatible import compatible
from checker.report import Agreement, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.events import Account, Comparison
    from checker.figures.interval import Interval

KINDS = (
    "range",
    "altitude",
    "flight_time",
    "speed",
    "time",
    "site",
    "missile_class",
    "missile_name",
    "count",
    "eez",
    "impact_area",
)


def agreement(comparison: Comparison) -> Iterator[Agreement]:
    """Yield, for each kind of claim of a launch, the rows of the draft and its sources."""
    everyone = (comparison.draft, *comparison.sources)
    for kind in KINDS:
        said = [(account, claims) for account in everyone if (claims := _distinct(account.of_kind(kind)))]
        if not said:
            continue
        rows = tuple(
            Row(account.path, claim.id, _speaker(account, claim), claim.interval, _plain(claim))
            for account, claims in said
            for claim in claims
        )
        consensus = _consensus([claim.interval for _, claims in said for claim in claims if claim.interval])
        event = comparison.draft.event
        agree, outliers = _judged(said, comparison.draft)
        yield Agreement(event.date, event.country, kind, rows, consensus, outliers, agree)


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """Return one claim for each thing said."""
    made: dict[object, Claim] = {}
    for claim in claims:
        made.setdefault((claim.value, claim.unit, claim.interval, claim.entity, claim.resolved), claim)
    return list(made.values())


def _judged(said: Sequence[tuple[Account, list[Claim]]], draft: Account) -> tuple[bool | None, tuple[str, ...]]:
    """Return whether the accounts agree, and the paths of those that cannot be true with most of the others."""
    against = dict.fromkeys((account.path for account, _ in said), 0)
    verdicts: list[bool | None] = []
    for (one, mine), (other, theirs) in combinations(said, 2):
        verdict = _agree(mine, theirs, every=one is draft)
        verdicts.append(verdict)
        if verdict is False:
            against[one.path] += 1
            against[other.path] += 1
    worst = max(against.values())
    outliers = tuple(path for path, count in against.items() if count == worst) if worst else ()
    return _all(verdicts) if verdicts else None, outliers


def _agree(mine: Sequence[Claim], theirs: Sequence[Claim], *, every: bool) -> bool | None:
    """Whether each claim of the account that says less can be true with some claim of the other.

    A measured figure of the draft (`every`) has to be borne out though the source says less.
    """
    if len(theirs) < len(mine) and not (every and mine[0].interval):
        mine, theirs = theirs, mine
    return _all([_any([compatible(claim, other) for other in theirs]) for claim in mine])


def _any(verdicts: Sequence[bool | None]) -> bool | None:
    return True if True in verdicts else None if None in verdicts else False


def _all(verdicts: Sequence[bool | None]) -> bool | None:
    return False if False in verdicts else None if None in verdicts else True


def _speaker(account: Account, claim: Claim) -> str | None:
    return account.speaker or (", ".join(claim.attributed_to) or None)


def _plain(claim: Claim) -> str | None:
    """Return a value that is no quantity in a form that two documents can share."""
    if claim.interval is not None:
        return None
    if isinstance(claim.value, bool):
        return ("inside " if claim.value else "outside ") + (claim.entity or "the zone")
    if claim.kind == "time":
        return claim.resolved or str(claim.value)
    return claim.entity or str(claim.value)


def _consensus(intervals: Sequence[Interval]) -> Interval | None:
    """Return what lies in every interval, in the first one's unit, None where no quantity does."""
    meeting: Interval | None = None
    for interval in intervals:
        meeting = interval if meeting is None else meeting.intersection(interval)
        if meeting is None:
            return None
    return meeting
